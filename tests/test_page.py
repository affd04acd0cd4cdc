"""The HTML page: what it holds, what leads where, that nothing gets out of it or into it. No browser is needed."""

from __future__ import annotations

import re
from base64 import b64encode
from datetime import date
from decimal import Decimal
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from factcheck.lexicon import load
from factcheck.model import Claim, Lookalike, NotCompared, Pair, Period, Report
from factcheck.report import format_of, render
from factcheck.report.html.coverage import coverage, reasons
from factcheck.report.html.flags import FLAGS, flag_of
from factcheck.report.html.items import Names
from factcheck.report.html.plot import Plot, comparable, range_plot, timeline
from factcheck.report.html.scale import DAY, scale
from factcheck.report.layout import lay_out
from factcheck.report.view import View
from reports import TEXTS, claims, crowd, facts, hostile, report, source

VOID = {"meta", "link", "input", "line", "circle", "use", "rect", "path", "br"}


class Page(HTMLParser):
    """The elements of a page in order, with their attributes and words; noscript is read like a browser without."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text
        self.elements: list[tuple[str, dict[str, str], list[str]]] = []
        self.open: list[tuple[str, dict[str, str], list[str]]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        element = (tag, {name: value or "" for name, value in attrs}, [])
        assert len({name for name, _ in attrs}) == len(attrs), (tag, attrs)
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, {name: value or "" for name, value in attrs}, []))

    def handle_endtag(self, tag):
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop()[0] == tag, f"</{tag}> closes something else"

    def handle_data(self, data):
        for _, _, words in self.open:
            words.append(data)

    def all(self, tag: str = "", css: str = "") -> list[tuple[dict[str, str], str]]:
        return [
            (attributes, re.sub(r"\s+", " ", "".join(words)).strip())
            for name, attributes, words in self.elements
            if tag in ("", name) and (not css or css in attributes.get("class", "").split())
        ]

    def words(self, tag: str = "", css: str = "") -> list[str]:
        return [words for _, words in self.all(tag, css)]

    def by_id(self, key: str) -> tuple[dict[str, str], str]:
        (found,) = [element for element in self.all() if element[0].get("id") == key]
        return found


def page(told: Report | None = None, **view) -> Page:
    return Page(render(told or report(), "html", View(**view)))


# --- one file that asks nobody ----------------------------------------------------------------------------------

REPORTS = {
    "full": report,
    "empty": lambda: Report("0", (), ()),
    "hostile": hostile,
    "crowd": lambda: crowd(10, 12, shared=8),
}


@pytest.mark.parametrize("told", REPORTS.values(), ids=REPORTS)
@pytest.mark.parametrize("command", ["compare", "extract", "sources", "names"])
def test_every_element_is_closed_and_every_link_leads_somewhere(told, command):
    found = page(told(), command=command)
    assert found.open == []
    ids = [attributes["id"] for attributes, _ in found.all() if "id" in attributes]
    assert len(set(ids)) == len(ids)
    links = {attributes["href"] for attributes, _ in found.all("a")} | {
        "#" + attributes["aria-labelledby"] for attributes, _ in found.all() if "aria-labelledby" in attributes
    }
    assert {link for link in links if link.removeprefix("#") not in ids} == set()


@pytest.mark.parametrize("told", REPORTS.values(), ids=REPORTS)
def test_nothing_is_loaded_from_anywhere(told):
    found = page(told())
    for tag, attributes, _ in found.elements:
        for name in ("src", "href", "action", "data", "poster", "srcset", "formaction"):
            assert attributes.get(name, "#").startswith(("#", "data:image/svg+xml,")), (tag, attributes)
    (style,) = found.words("style")
    assert not re.search(r"url\(|@import|@font-face", style)


@pytest.mark.parametrize("told", REPORTS.values(), ids=REPORTS)
def test_the_policy_allows_the_one_style_and_the_one_script_only(told):
    found = page(told())
    (policy,) = [a["content"] for a, _ in found.all("meta") if a.get("http-equiv") == "Content-Security-Policy"]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    for tag in ("style", "script"):
        (text,) = re.findall(rf"<{tag}>(.*?)</{tag}>", found.text, re.DOTALL)
        assert found.text.count(f"<{tag}") == 1
        assert rules[f"{tag}-src"] == f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    assert rules["img-src"] == "data:"
    assert len(rules) == 6


@pytest.mark.parametrize("told", REPORTS.values(), ids=REPORTS)
def test_no_element_has_a_style_or_a_handler_of_its_own(told):
    names = {name for _, attributes, _ in page(told()).elements for name in attributes}
    assert {name for name in names if name == "style" or name.startswith("on")} == set()


def test_nothing_a_source_says_becomes_an_element():
    found = page(hostile(), all=True)
    assert found.all("img") == found.all("b", "dead") == []
    assert "{{ 7*7 }}" in found.text
    assert found.by_id("c1")[1] == "12"
    assert found.by_id("t0-title")[1].startswith("<a> </style></script></noscript><img")


def test_no_control_character_of_a_source_gets_in():
    text = render(report(), "html", View())
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", text)
    assert "␛[31mIt was␇" in text


@pytest.mark.parametrize("name", ["a.html", "b.HTM"])
def test_suffixes(name):
    assert format_of(name) == "html"


# --- the same as on the terminal --------------------------------------------------------------------------------


def test_sections_events_and_titles_are_those_of_the_table_in_the_same_order():
    sheet = lay_out(report(), View(all=True))
    found = page()
    titles = [re.sub(r" [\d,]+( of [\d,]+)?$", "", words) for words in found.words("h2")]
    assert titles == [
        *("Conflicts", "Possible mix-ups", "Only in one source", "What does not add up", "Agreements"),
        *("Notes on the input", "Not read", "Coverage 9 of 16 figures compared", "Not compared", "The texts"),
    ]
    assert [title for title in titles if " of " not in title and title not in ("The texts", "Not read")] == [
        section.title for section in sheet.sections
    ]
    shown = [entry.title for section in sheet.sections for entry in section.entries if entry.title]
    text = "\n".join(words for tag in ("h3", "h4", "summary") for words in found.words(tag))
    assert [title for title in shown if title not in text] == []
    assert found.words("h3")[0] == sheet.sections[0].entries[0].event
    assert found.words("p", "standfirst") == [sheet.summary]


def test_a_conflict_has_its_tags_a_row_per_value_and_all_quotes():
    found = page()
    (conflict,) = [
        (attributes, words) for attributes, words in found.all("article") if attributes.get("data-code") == "FC101"
    ]
    assert conflict[0]["data-kind"] == "conflict"
    assert conflict[0]["data-source"] == "0 1 2"
    assert "FC101 error · dispute · d1" in conflict[1]
    assert "at least 41 and exactly 38 cannot both hold" in conflict[1]
    assert conflict[1].count("“") == 0  # quotation marks are drawn by the style
    for name in ("alba.txt:2:128", "bera.txt:2:18", "cova.txt:1:77"):
        assert name in conflict[1]


@pytest.mark.parametrize(
    ("told", "command", "line"),
    [
        (report, "compare", "1 conflict among 3 sources"),
        (lambda: report(facts=(), findings=()), "compare", "No conflict among 3 sources"),
        (report, "extract", "16 figures in 3 sources"),
        (report, "sources", "Sources: 3"),
        (lambda: Report("0", (), ()), "compare", "No conflict among 0 sources"),
    ],
)
def test_the_headline_says_how_it_stands(told, command, line):
    found = page(told(), command=command)
    assert found.words("h1") == [line]
    assert found.words("title") == [f"{line} · factcheck"]


@pytest.mark.parametrize(("everything", "hidden"), [(False, ["possible"]), (True, [])])
def test_what_the_table_shows_with_all_only_is_there_and_hidden(everything, hidden):
    found = page(all=everything)
    entries = [attributes for attributes, _ in found.all() if "data-kind" in attributes]
    assert [one["data-kind"] for one in entries if "hidden" in one] == hidden
    ticks = [one for one, _ in found.all("input") if one.get("name") == "kind"]
    assert [one["value"] for one in ticks if "checked" not in one] == hidden
    assert {one["value"] for one in ticks} == {one["data-kind"] for one in entries}


def test_filters_offer_what_there_is():
    found = page()
    options = found.words("option")
    assert options == ["all codes", "FC101", "FC102", "FC103", "FC302", "all sources", "alba", "bera", "cova"]
    assert found.words("output") == ["8 of 9 shown"]


def test_codes_are_explained_where_somebody_knows_them():
    found = page(explain=lambda code: f"{code} (x)\n\nIn short.\n\nAt\nlength <b>." if code < "FC3" else None)
    assert found.words("dt") == ["FC101", "FC102", "FC103"]
    assert found.words("dd")[0] == "In short.At length <b>."
    assert page().words("dt") == []


# --- the texts --------------------------------------------------------------------------------------------------


def test_every_figure_is_marked_in_its_text_with_a_mark_that_is_not_a_colour_only():
    found = page()
    for n, one in enumerate(claims(), 1):
        attributes, words = found.by_id(f"c{n}")
        assert words == re.sub(r"\s+", " ", one.text)
        assert attributes["class"].split()[0] == "fig"
    (style,) = found.words("style")
    for flag in FLAGS:
        rule = rf'\.fig\.{flag.name}::after {{ content: .+; content: "\\2060{re.escape(flag.sign)}" / " \(.+\)"; }}'
        assert bool(flag.sign) == bool(re.search(rule, style)), flag


@pytest.mark.parametrize(
    ("claim", "flag"),
    [
        ("alba-2", "conflict"), ("bera-2", "conflict"), ("alba-3", "agree"), ("alba-1", "compatible"),
        ("bera-5", "mix-up"), ("alba-6", "inside"), ("bera-3", "only"), ("alba-4", "none"), ("alba-5", "none"),
        ("cova-4", "possible"),
    ],
)  # fmt: skip
def test_a_figure_has_the_strongest_of_its_flags(claim, flag):
    found = page()
    n = [one.id for one in claims()].index(claim) + 1
    assert found.by_id(f"c{n}")[0]["class"] == f"fig {flag}"


def test_texts_are_whole():
    found = page()
    for n, text in enumerate(TEXTS.values()):
        words = found.by_id(f"t{n}")[1]
        for line in text.splitlines():
            start = re.split(r"[\x00-\x1f]", line)[0][:30].strip()
            assert start in words


def test_links_lead_both_ways():
    found = page()
    (entry,) = [a["id"] for a, _ in found.all("article") if a.get("data-code") == "FC101"]
    figure = found.by_id("c2")[0]
    assert figure["href"] == f"#{entry}"
    wheres = {words: attributes["href"] for attributes, words in found.all("a", "where")}
    assert wheres["alba.txt:2:128"] == "#c2"
    assert wheres["cova.txt:1:77"] == "#c13"


def test_the_counter_quote_stands_beside_the_figure():
    notes = page().words("ul", "notes")
    assert any("✗ at least 41 people" in words and "bera Rescuers counted 38 dead" in words for words in notes)
    assert any("✓ 112 survivors" in words and "survivors alba" in words for words in notes)
    assert any("◇ nine missing passengers only bera tells" in words for words in notes)


@pytest.mark.parametrize(
    ("paths", "where"),
    [
        (("stories/alba.txt", "stories/bera.txt"), "alba.txt:2:18"),
        (("stories/alba.txt", "stories/wire/bera.txt"), "alba.txt:2:18"),
        (("/a/b/alba.txt", "/a/c/bera.txt"), "b/alba.txt:2:18"),
        (("alba.txt", "stories/bera.txt"), "alba.txt:2:18"),
        (("-", "stories/bera.txt"), "-:2:18"),
    ],
)
def test_the_folder_of_all_sources_is_left_out(paths, where):
    one, two = (source(name, path=path) for name, path in zip(("alba", "bera"), paths, strict=True))
    first = claims()[8]._replace(source="alba", path=paths[0])
    assert Names.of(Report("0", (one, two), (first,))).where(first) == where


@pytest.mark.parametrize(("verdict", "level", "times"), [("agree", None, 1), ("conflict", "conflict", 2)])
def test_what_fits_is_noted_once_in_a_text_and_what_conflicts_each_time(verdict, level, times):
    told = crowd(2, 10, together=2, shared=8)
    pairs = tuple(Pair(one, "s1:1", verdict, level, "as told") for one in ("s0:1", "s0:4"))
    fact = told.facts[1]._replace(claims=("s0:1", "s0:4", "s1:1"), verdict=verdict, level=level, pairs=pairs)
    found = told.findings[0]._replace(claims=fact.claims, fact=fact.id)
    shown = page(told._replace(facts=(fact,), findings=(found,) if level else (), lookalikes=()))
    notes = [words for words in shown.words("ul", "notes") if "people counted in village 1" in words]
    assert len(notes) == times + 1  # and once in the other text


def test_a_fact_of_many_sources_has_few_quotes_beside_each_figure():
    told = crowd(40, 10, together=40, shared=8)
    text = render(told, "html", View())
    assert "35 more" in text
    assert len(text) < 40 * 8 * 4000


def test_a_figure_leads_to_what_its_mark_is_from():
    weak = Lookalike("W", ("alba-3", "cova-3"), "112 and 1974, weak")
    found = page(report(lookalikes=(weak,)))
    (anchor,) = [one["id"] for one, _ in found.all("details") if one.get("data-kind") == "agree"]
    figure = found.by_id("c3")[0]
    assert (figure["class"], figure["href"]) == ("fig agree", f"#{anchor}")


@pytest.mark.parametrize(
    ("kind", "flag"),
    [
        ("conflict", "conflict"),
        ("check", "check"),
        ("does not add up", "inside"),
        ("one source", "only"),
        ("in no source", "only"),
        ("hard to look up", "none"),
        ("not compared", "none"),
        ("something new", "none"),
    ],
)
def test_kinds_have_flags(kind, flag):
    assert flag_of(kind) == flag


# --- pictures ---------------------------------------------------------------------------------------------------


def told(*rows: tuple) -> list[Claim]:
    """Claims of sources a, b, c, ...: (low, high, bound) or (low, high, bound, unit, measure)."""
    found = []
    for letter, (low, high, bound, *rest) in zip("abcdefghijklmnop", rows, strict=False):
        unit, measure = (*rest, "people", "count")[:2] if len(rest) < 2 else rest
        known = {
            "low": None if low is None else Decimal(str(low)),
            "high": None if high is None else Decimal(str(high)),
        }
        text = f"{low if low is not None else high}"
        found.append(
            claims()[8]._replace(id=letter, source=letter, text=text, quote=text, quote_start=0, start=0, end=len(text),
                                 bound=bound, unit=unit, measure=measure, **known)
        )  # fmt: skip
    return found


def plot(*rows: tuple) -> Plot | None:
    return range_plot(comparable(told(*rows), load()), {})


@pytest.mark.parametrize(
    ("row", "shape"),
    [
        ((20, 20, "exact"), (50.0, 50.0, 50.0, "", False)),
        ((20, None, "at_least"), (50.0, 100.0, 50.0, "right", False)),
        ((20, None, "more_than"), (50.0, 100.0, 50.0, "right", False)),
        ((None, 20, "at_most"), (0.0, 50.0, 50.0, "left", False)),
        ((15, 25, "range"), (28.0, 72.0, None, "", False)),
        ((20, 20, "approx"), (41.2, 58.8, 50.0, "", True)),
        ((20, None, "vague"), (50.0, 100.0, None, "right", True)),
    ],
)
def test_a_point_an_interval_a_half_line(row, shape):
    drawn = plot((10, 10, "exact"), (30, 30, "exact"), row)
    (found,) = [stroke for stroke in drawn.strokes if stroke.who == "c"]
    assert (found.left, found.right, found.dot, found.opens, found.soft) == shape


def test_lines_stand_by_value_and_say_who():
    drawn = plot((30, 30, "exact"), (10, 10, "exact"), (20, None, "at_least"))
    assert [stroke.who for stroke in drawn.strokes] == ["b", "c", "a"]
    assert [stroke.y for stroke in drawn.strokes] == [13, 39, 65]
    assert drawn.words == "b: 10; c: 20; a: 30"
    assert drawn.unit == "people"


def test_units_are_brought_to_the_first():
    drawn = plot((100, 100, "exact", "kilometre", "length"), (62, 62, "exact", "mile", "length"))
    assert drawn.unit == "kilometre"
    assert abs(drawn.strokes[0].dot - drawn.strokes[1].dot) < 100
    assert [tick.label for tick in drawn.ticks] == ["99.8", "99.85", "99.9", "99.95", "100"]


def test_a_slip_of_three_digits_has_a_logarithmic_axis():
    drawn = plot((13, 13, "exact"), (13000, 13000, "exact"))
    assert drawn.unit == "people, logarithmic scale"
    assert [tick.label for tick in drawn.ticks] == ["100", "1,000", "10,000"]


def test_many_sources_share_a_line_per_value():
    drawn = plot(*[(10 + n % 2, 10 + n % 2, "exact") for n in range(14)])
    assert [(stroke.who, stroke.figure) for stroke in drawn.strokes] == [
        ("a, c and 5 more", "10"),
        ("b, d and 5 more", "11"),
    ]


def test_a_source_that_says_it_twice_counts_once():
    found = [one._replace(source="abcd"[max(n - 10, 0)]) for n, one in enumerate(told(*[(10, 10, "exact")] * 14))]
    assert [stroke.who for stroke in range_plot(comparable(found, load()), {}).strokes] == ["a, b and 2 more"]


@pytest.mark.parametrize("rows", [[], [(1, 1, "exact")], [(1, 1, "exact"), (None, None, "exact")]])
def test_one_value_is_no_picture(rows):
    assert plot(*rows) is None


@pytest.mark.parametrize(
    ("low", "high", "kind", "labels"),
    [
        (38, 41, "count", ["38", "39", "40", "41"]),
        (0, 1, "count", ["0", "0.2", "0.4", "0.6", "0.8", "1"]),
        (-5, 5, "temperature", ["-4", "-2", "0", "2", "4"]),
        (2e6, 4e6, "count", ["2 million", "2.5 million", "3 million", "3.5 million", "4 million"]),
        (7, 7, "count", ["6.5", "7", "7.5"]),
        (0, 0, "count", ["-1", "-0.5", "0", "0.5", "1"]),
        (5, 5_000_000, "count", ["10", "100", "1,000", "10,000", "100,000", "1 million"]),
    ],
)
def test_marks_of_numbers(low, high, kind, labels):
    assert [tick.label for tick in scale([low, high], kind).ticks()] == labels


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        ("2021-03-07", "2021-03-09", ["7 Mar 2021", "8 Mar 2021", "9 Mar 2021"]),
        ("2021-03-07", "2021-03-08", ["7 Mar 2021", "8 Mar 2021"]),
        ("2021-03-07", "2021-03-07", ["6 Mar 2021", "7 Mar 2021", "8 Mar 2021"]),
        ("2021-03-01", "2021-03-31", ["1 Mar 2021", "11 Mar 2021", "21 Mar 2021", "31 Mar 2021"]),
        ("2021-03-07", "2021-06-20", ["Apr 2021", "May 2021", "Jun 2021"]),
        ("2021-03-07", "2022-02-20", ["Apr 2021", "Jul 2021", "Oct 2021", "Jan 2022"]),
        ("1974-01-01", "2021-06-20", ["1980", "2000", "2020"]),
        ("1996-01-01", "2021-06-20", ["2000", "2010", "2020"]),
    ],
)
def test_marks_of_days(first, last, labels):
    days = [date.fromisoformat(day).toordinal() * DAY for day in (first, last)]
    axis = scale(days, "day")
    assert [tick.label for tick in axis.ticks()] == labels
    assert all(0 <= tick.x <= 100 for tick in axis.ticks())


def test_marks_of_hours():
    day = date(2021, 3, 7).toordinal() * DAY
    assert [tick.label for tick in scale([day + 420, day + 530], "time").ticks()] == [
        "07:00",
        "07:30",
        "08:00",
        "08:30",
    ]


def dated(rows: list[tuple[str, int]]) -> tuple[list[Claim], dict]:
    found = told(*[(value, value, "exact") for _, value in rows])
    days = [date.fromisoformat(day) if day else None for day, _ in rows]
    periods = [day and Period(day, day, "day", "explicit") for day in days]
    sources = {
        one.source: source("bera", id=one.source, published=period) for one, period in zip(found, periods, strict=True)
    }
    return found, sources


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([("2021-03-07", 12), ("2021-03-09", 17)], "2021-03-07: 12 (a); 2021-03-09: 17 (b)"),
        ([("2021-03-09", 17), ("2021-03-07", 12), ("2021-03-09", 17)], "2021-03-07: 12 (b); 2021-03-09: 17 (a, c)"),
        ([("2021-03-07", 12), ("2021-03-09", 12)], None),
        ([("2021-03-07", 12), ("2021-03-07", 17), ("2021-03-09", 17)], None),
        ([("2021-03-07", 12), ("2021-03-07", 17)], None),
        ([("2021-03-07", 12), ("", 17)], None),
    ],
)
def test_a_timeline_is_drawn_where_a_figure_moved(rows, words):
    found, sources = dated(rows)
    drawn = timeline(comparable(found, load()), sources)
    assert (drawn and drawn.words) == words


def test_labels_of_one_day_keep_clear_of_each_other():
    found, sources = dated([("2021-03-07", 100), ("2021-03-09", 11), ("2021-03-09", 12), ("2021-03-09", 13)])
    points = timeline(comparable(found, load()), sources).points
    assert [point.label for point in points] == ["100", "11", "12", "13"]
    heights = [point.beside for point in points[1:]]
    assert all(lower - upper >= 14 for lower, upper in pairwise(heights))


def test_a_doubtful_day_is_no_day_of_a_timeline():
    found, sources = dated([("2021-03-07", 12), ("2021-03-09", 17)])
    sources["b"] = sources["b"]._replace(doubtful=True)
    assert timeline(comparable(found, load()), sources) is None


def test_pictures_say_in_words_what_they_show():
    labels = [attributes["aria-label"] for attributes, _ in page().all("svg") if "role" in attributes]
    assert labels[0] == "bera: 38 dead; cova: 38 people; alba (coast guard): at least 41 people"
    assert len(labels) == sum(len(fact.claims) > 1 for fact in facts())


# --- coverage ---------------------------------------------------------------------------------------------------


def test_coverage_counts_what_was_seen_compared_and_left():
    rows, total = coverage(report())
    assert [(row.name, row.seen, row.compared, row.left, row.share) for row in (*rows, total)] == [
        ("alba", 7, 3, 4, 42.9),
        ("bera", 5, 3, 2, 60.0),
        ("cova", 4, 3, 1, 75.0),
        ("all sources", 16, 9, 7, 56.2),
    ]


def test_figures_outside_an_article_have_a_column_where_there_are_any():
    found = page(report(sources=(source("alba", aside=("call 41", "12 more")), source("bera"), source("cova"))))
    assert "outside the article" in found.words("th")
    assert "outside the article" not in page().words("th")
    assert coverage(report(sources=(source("alba", aside=("call 41", "12 more")),)))[1].outside == 2


def test_what_was_not_read_is_told():
    words = page(command="extract").by_id("unread")[1]
    assert words == "Not read 2 stories/empty.txt: empty stories/copy.txt: same text as alba.txt"


def test_reasons_are_counted_and_near_misses_summed_up():
    left = tuple(
        NotCompared("alba-4", words)
        for words in ("no place", "nearest in b: 4; other names", "nearest in c: 5; other names")
    )
    assert reasons(report(not_compared=left)) == (("the nearest figure elsewhere: other names", 2), ("no place", 1))


def test_every_figure_that_was_not_compared_is_listed_with_its_reason():
    left = page().words("div", "left")
    assert left == [
        "no other source counts vehicles 27 vehicles alba.txt:4:71",
        "no other source tells when it was built 1974 cova.txt:2:59",
    ]


# --- size -------------------------------------------------------------------------------------------------------


def test_of_very_many_weak_mix_ups_the_likeliest_are_there():
    many = tuple(Lookalike(f"W{n}", ("bera-3", "cova-3"), f"pair {n}", 9 - n / 100) for n in range(500))
    found = page(report(lookalikes=many), all=True)
    kept = [words for attributes, words in found.all() if attributes.get("data-kind") == "weak mix-up"]
    assert [words.split()[1] for words in kept] == [str(n) for n in range(200)]
    assert "300 weaker ones are not on this page" in found.text
    assert found.words("h2")[1] == "Possible mix-ups 501"


@pytest.mark.parametrize(
    ("reasons", "listed", "told"),
    [
        ([2, 1], 3, ""),
        ([1001, 3], 1003, "1 more is not listed"),
        ([700] * 11, 5000, "2,700 more are not listed"),
    ],
)
def test_of_very_many_figures_without_a_counterpart_the_first_of_each_reason_are_listed(reasons, listed, told):
    left = tuple(NotCompared("alba-4", f"reason {n}") for n, number in enumerate(reasons) for _ in range(number))
    found = page(report(not_compared=left))
    assert sum(attributes.get("data-kind") == "not compared" for attributes, _ in found.all()) == listed
    assert f"Not compared {sum(reasons):,}" in found.words("h2")
    assert (f"{told} here; each is marked in its text, and --format json has its reason" in found.text) == bool(told)


def test_a_report_of_five_thousand_claims_stays_small():
    many = crowd()
    assert (len(many.sources), len(many.claims)) == (100, 5000)
    assert len(render(many, "html", View()).encode()) < 3_000_000 * 5
