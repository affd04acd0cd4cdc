"""Formats: the same article says the same in each of them, with and without the extras."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import time
import tracemalloc
import zlib
from collections import Counter
from datetime import UTC, datetime
from email.message import EmailMessage
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import documents
from documents import RENDERED
from factcheck import pipeline
from factcheck.cli import main
from factcheck.errors import FactcheckError
from factcheck.model import Report, Source
from factcheck.read import extras, read
from factcheck.read.formats import READERS
from factcheck.read.lines import Line, flow, margins
from factcheck.settings import Settings

PROSE = "The ferry ran aground off Port Lessing with 212 people aboard, the coast guard said on Monday evening."
MORE = "Rescuers used seven boats and two helicopters, and nobody was left on board after six hours of work, he added."
SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))
PLACES = {"id", "path", "page", "start", "end", "line", "column", "quote", "quote_start", "sentence", "frame"}


@pytest.fixture(scope="module")
def plain() -> Report:
    return pipeline.compare([str(seed) for seed in SEEDS])


def one(folder: Path, name: str, data: bytes) -> Source:
    folder.joinpath(name).write_bytes(data)
    (source,) = read([str(folder / name)], Settings()).sources
    return source


def told(report: Report) -> Counter[tuple[object, ...]]:
    """What the claims say, wherever they stand."""
    kept = [name for name in report.claims[0]._fields if name not in PLACES]
    return Counter(tuple(getattr(claim, name) for name in kept) for claim in report.claims)


def found(report: Report) -> Counter[tuple[object, ...]]:
    """What the findings say, but for notes on how a file was read."""
    claims = {claim.id: (claim.source, claim.text) for claim in report.claims}
    notes = {"FC903", "FC905"}
    return Counter(
        (one.code, one.severity, tuple(claims[key] for key in one.claims), one.source, one.reason.rpartition(": ")[2])
        for one in report.findings
        if one.code not in notes
    )


def rendered(folder: Path, suffix: str) -> Report:
    for seed in SEEDS:
        folder.joinpath(seed.stem + suffix).write_bytes(RENDERED[suffix](seed.read_text("utf-8")))
    names = {f"{seed.stem}{suffix}*": seed.stem.partition("_")[0] for seed in SEEDS}
    return pipeline.compare([str(folder)], Settings(names=names))


@pytest.mark.parametrize("suffix", RENDERED)
def test_the_seeds_say_the_same_in_every_format(tmp_path, plain, suffix):
    report = rendered(tmp_path, suffix)
    assert [source.id for source in report.sources] == [source.id for source in plain.sources]
    assert [(source.published, source.basis, source.doubtful) for source in report.sources] == [
        (source.published, source.basis, source.doubtful) for source in plain.sources
    ]
    assert told(report) == told(plain)
    assert found(report) == found(plain)
    for claim in report.claims:
        source = next(one for one in report.sources if one.id == claim.source)
        assert source.text[claim.start : claim.end] == claim.text


# --- without the extras ----------------------------------------------------------------------------------------


@pytest.fixture
def bare(monkeypatch):
    """A plain installation: no library of an extra is there."""
    monkeypatch.setattr(extras, "find_spec", lambda _: None)


@pytest.mark.usefixtures("bare")
def test_the_seeds_say_the_same_as_web_pages_without_the_extra(tmp_path, plain):
    report = rendered(tmp_path, ".html")
    assert told(report) == told(plain)
    assert found(report) == found(plain)


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize(("suffix", "extra"), [(".pdf", "pdf"), (".rtf", "office")])
def test_a_missing_extra_is_a_reason_with_the_command_that_brings_it(tmp_path, suffix, extra):
    tmp_path.joinpath(f"a{suffix}").write_bytes(RENDERED[suffix](PROSE))
    tmp_path.joinpath("b.txt").write_text(PROSE, "utf-8")
    reading = read([str(tmp_path)], Settings())
    assert [source.id for source in reading.sources] == ["b"]
    (skip,) = reading.skipped
    assert skip.reason == f'{suffix} files need an extra; pip install "factcheck-cli[{extra}]"'
    assert skip.failed


def run(*words: object, without: str = "") -> subprocess.CompletedProcess[str]:
    """The command line in a process of its own, without a library."""
    script = "import sys; sys.modules[sys.argv.pop(1)] = None; from factcheck.cli import main; sys.exit(main())"
    return subprocess.run(
        [sys.executable, "-c", script, without or "nothing", *map(str, words)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def test_the_command_line_goes_on_without_an_extra_and_ends_with_2(tmp_path):
    for name, number in (("a", 12), ("b", 15)):
        tmp_path.joinpath(f"{name}.txt").write_text(
            f"Published: 2021-03-09\nThe fire killed {number} people.\n", "utf-8"
        )
    tmp_path.joinpath("c.pdf").write_bytes(RENDERED[".pdf"](PROSE))
    done = run("compare", tmp_path, without="pypdfium2")
    assert done.returncode == 2
    assert done.stderr.startswith("factcheck: skipped: ")
    assert 'c.pdf: .pdf files need an extra; pip install "factcheck-cli[pdf]"\n' in done.stderr
    assert done.stderr.count("\n") == 1
    assert "Conflicts (1)" in done.stdout
    lenient = run("compare", tmp_path, "--skip-unreadable", without="pypdfium2")
    assert (lenient.returncode, lenient.stdout, lenient.stderr) == (1, done.stdout, done.stderr)
    assert run("compare", tmp_path, "--skip-unreadable", "--exit-zero", without="pypdfium2").returncode == 0
    assert run("compare", tmp_path).returncode == 1


def test_what_is_not_there_is_a_failure_even_with_skip_unreadable(tmp_path):
    tmp_path.joinpath("a.txt").write_text(PROSE, "utf-8")
    done = run("extract", tmp_path / "a.txt", tmp_path / "b.txt", "--skip-unreadable")
    assert (done.returncode, "b.txt: no such file" in done.stderr) == (2, True)


def test_nothing_readable_is_a_failure_even_with_skip_unreadable(tmp_path):
    tmp_path.joinpath("a.docx").write_bytes(b"no document")
    done = run("extract", tmp_path, "--skip-unreadable")
    assert (done.returncode, done.stdout) == (2, "")
    assert "a.docx: damaged or cut short" in done.stderr


# --- web pages -------------------------------------------------------------------------------------------------


def page(body: str, head: str = "") -> bytes:
    return f'<!doctype html><html><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'.encode()


def story(*extra: str) -> str:
    """A body with an article that is long enough to be taken for one."""
    return f"<article><h1>Ferry aground</h1><p>{PROSE}</p>{''.join(extra)}<p>{MORE}</p></article>"


@pytest.fixture(params=["with the extra", "without the extra"])
def web(request, monkeypatch):
    if request.param == "without the extra":
        monkeypatch.setattr(extras, "find_spec", lambda _: None)


LEFT_OUT = [
    # html around or within the article; a figure of it that is not part of the story
    ('<nav><a href="/live">Live: 77 updates</a></nav>', "77"),
    ('<div id="cookie-banner"><p>We and our 77 partners store cookies.</p></div>', "77"),
    ('<div class="ad-slot ad"><p>Save 77% now on all our books and magazines!</p></div>', "77"),
    ('<aside class="related"><ul><li><a href="/x">77 hurt in storm</a></li></ul></aside>', "77"),
    ('<p class="more"><a href="/x">Read more: the storm that hurt 77 people</a></p>', "77"),
    ('<section class="comments"><p>Lee: I heard of 77 dead!</p></section>', "77"),
    ("<footer><p>Registered under no. 77</p></footer>", "77"),
    ('<div style="display: none"><p>Hidden 77 people</p></div>', ""),
    ("<script>var dead = 77</script><style>p {margin: 77px}</style>", ""),
    ("<!-- 77 people -->", ""),
    ("<noscript>77 people</noscript>", ""),
]


@pytest.mark.usefixtures("web")
@pytest.mark.parametrize("place", ["around", "within"])
@pytest.mark.parametrize(("html", "figure"), LEFT_OUT, ids=[row[0][:30] for row in LEFT_OUT])
def test_what_surrounds_a_story_is_counted_but_not_read(tmp_path, html, figure, place):
    body = story(html) if place == "within" else html + story() + html
    source = one(tmp_path, "a.html", page(body))
    assert source.text == f"Ferry aground\n\n{PROSE}\n\n{MORE}"
    told = [words for words in source.aside if "77" in words]
    assert len(told) == (0 if not figure else 1 if place == "within" else 2)


KEPT = [
    # html within the article, its text
    ("<ul><li>Holm: 40 people</li><li>Lund: 9 people</li></ul>", "Holm: 40 people\n\nLund: 9 people"),
    ("<table><tr><th>Ship</th><th>Built</th></tr><tr><td>Alba</td><td>1998</td></tr></table>", "Ship | Built\n\nAlba | 1998"),
    ("<figure><img src='x'><figcaption>The Alba, 40 metres long</figcaption></figure>", "The Alba, 40 metres long"),
    ("<p class='standfirst'>All 212 people are safe.</p>", "All 212 people are safe."),
    ("<h2>What 40 people saw</h2><p>They saw it all from the shore of the bay.</p>", "What 40 people saw\n\nThey saw it all from the shore of the bay."),
    ("<blockquote><p>It took 20 seconds to get out.</p></blockquote>", "It took 20 seconds to get out."),
    ("<p>He paid 40&nbsp;&euro; &amp; left at&#32;once, he said.</p>", "He paid 40\u00a0€ & left at once, he said."),
    ("<p>Oil covers 12 km<sup>2</sup> of the bay.</p>", "Oil covers 12 km² of the bay."),
    ("<p>The ship has 12<sup><a href='#n3'>3</a></sup> decks and a pool.</p>", "The ship has 12 decks and a pool."),
    ("<p>The ship has 12<sup>[3]</sup> decks and a pool.</p>", "The ship has 12 decks and a pool."),
    ("<p>Some 4<b>0</b> people <a href='/x'>left the ship</a> before noon.</p>", "Some 40 people left the ship before noon."),
]  # fmt: skip


@pytest.mark.usefixtures("web")
@pytest.mark.parametrize(("html", "text"), KEPT, ids=[row[0][:30] for row in KEPT])
def test_the_parts_of_a_story_are_read(tmp_path, html, text):
    source = one(tmp_path, "a.html", page(story(html)))
    assert source.text == f"Ferry aground\n\n{PROSE}\n\n{text}\n\n{MORE}"
    assert source.aside == ()


@pytest.mark.usefixtures("web")
def test_a_page_laid_out_with_tables_is_read_in_paragraphs(tmp_path):
    body = f"<TABLE><TR><TD><A HREF=a>World</A><BR><A HREF=b>Sport</A></TD><TD><B>Ferry aground</B><BR>4 June 2002<P>{PROSE}<P>{MORE}</TABLE>"
    source = one(tmp_path, "a.html", page(body))
    assert source.text.endswith(f"Ferry aground\n4 June 2002\n\n{PROSE}\n\n{MORE}")
    assert source.published
    assert source.published.timex == "2002-06-04"


def test_the_parts_a_browser_saves_beside_a_page_are_no_articles(tmp_path):
    tmp_path.joinpath("a_files").mkdir()
    tmp_path.joinpath("b_files").mkdir()
    for name in ("a.html", "a_files/ad.html", "b_files/c.html"):
        tmp_path.joinpath(name).write_bytes(page(story(f"<p>{name}</p>")))
    assert [source.id for source in read([str(tmp_path)], Settings()).sources] == ["a", "c"]


@pytest.mark.usefixtures("web")
@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("The ferry sank.\\n\\nTwelve people died.", "The ferry sank.\n\nTwelve people died."),
        ("<p>The ferry sank.</p><p>Twelve &amp; more died.</p>", "The ferry sank.\n\nTwelve & more died."),
        (" \\n", None),
    ],
)
def test_a_page_that_a_script_fills_is_read_from_what_it_tells_search_engines(tmp_path, body, text):
    script = LD.format(f'{{"@type": "NewsArticle", "datePublished": "2021-03-09", "articleBody": "{body}"}}')
    tmp_path.joinpath("a.html").write_bytes(page('<div id="root"></div>', script))
    if text is None:
        with pytest.raises(FactcheckError, match="no text on this page"):
            read([str(tmp_path)], Settings())
        return
    (source,) = read([str(tmp_path)], Settings()).sources
    assert (source.text, source.basis, source.aside) == (text, "json-ld", ())


@pytest.mark.usefixtures("web")
def test_figures_aside_are_a_note(tmp_path):
    tmp_path.joinpath("a.html").write_bytes(page(story() + "<aside><p>Storm hurts 31 people</p></aside>"))
    report = pipeline.compare([str(tmp_path)])
    (note,) = (one.reason for one in report.findings if one.code == "FC905")
    assert note.endswith('a.html: 1 figure of the page not in the article and not compared: "Storm hurts 31 people"')


@pytest.mark.usefixtures("web")
def test_a_line_aside_with_several_figures_is_one_example(tmp_path):
    aside = "<aside><p>12 of 40 readers liked this</p><p>Storm hurts 31 people</p></aside>"
    tmp_path.joinpath("a.html").write_bytes(page(story() + aside))
    report = pipeline.compare([str(tmp_path)])
    (note,) = (one.reason for one in report.findings if one.code == "FC905")
    assert note.endswith('and not compared: "12 of 40 readers liked this", "Storm hurts 31 people"')


@pytest.mark.usefixtures("web")
def test_remarks_to_factcheck_stay_where_they_are(tmp_path):
    remark = "<!-- factcheck: ignore[FC101] the harbour master counts the crew -->"
    source = one(tmp_path, "a.html", page(story(remark, "<p>In the end, 40 people were counted on the shore.</p>")))
    assert f"\n\n{remark}\n\nIn the end, 40 people" in source.text


@pytest.mark.usefixtures("web")
@pytest.mark.parametrize(
    "body",
    [
        "<p>The fire {}killed 15 people, a policeman said on Monday night.</p>",
        "{}<p>The fire killed 15 people there.</p>",
    ],
    ids=["within a paragraph", "before a paragraph"],
)
def test_a_comment_in_a_page_settles_a_finding(tmp_path, body):
    tmp_path.joinpath("a.txt").write_text("Published: 2021-03-09\nThe fire killed 12 people.\n", "utf-8")
    for comment, code in (("", 1), ("<!-- factcheck: ignore[FC101]\n the first count of 14 was a guess -->", 0)):
        tmp_path.joinpath("b.html").write_bytes(
            page(story(body.format(comment)), '<meta name="date" content="2021-03-09">')
        )
        assert main(["compare", str(tmp_path)]) == code


@pytest.mark.usefixtures("web")
def test_a_page_without_text_says_what_to_do(tmp_path):
    with pytest.raises(FactcheckError, match=r"no text on this page \(open it in a browser, wait"):
        one(tmp_path, "a.html", page("<div id=app></div><script>render(12)</script>"))


LD = '<script type="application/ld+json">{}</script>'
META = [
    # head, title, publisher, day, basis
    ('<meta property="article:published_time" content="2021-03-09T07:15:00+02:00">', "", "2021-03-09", "meta"),
    ('<meta name="DC.date.issued" content="2021-03-09">', "", "2021-03-09", "meta"),
    ('<meta itemprop="datePublished" content="March 9, 2021">', "", "2021-03-09", "meta"),
    ('<meta property="og:site_name" content="The Tide"><meta name="date" content="2021-03">', "The Tide", "2021-03", "meta"),
    (LD.format('{"@type": "NewsArticle", "datePublished": "2021-03-09", "publisher": {"name": "The Tide"}}'), "The Tide", "2021-03-09", "json-ld"),
    (LD.format('{"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": ["Thing", "ReportageNewsArticle"], "datePublished": "2021-03-09"}]}'), "", "2021-03-09", "json-ld"),
    (LD.format('[{"@type": "BlogPosting", "datePublished": "2021-03-09T23:00:00-08:00"}]') + '<meta name="date" content="2001-01-01">', "", "2021-03-09", "json-ld"),
    (LD.format('{"@type": "Event", "datePublished": "2021-03-09"}'), "", None, ""),
    (LD.format("{broken") + LD.format("[" * 5000), "", None, ""),
    ('<meta name="date" content="03/04/2021">', "", None, ""),
    ('<meta property="article:modified_time" content="2021-03-09">', "", None, ""),
]  # fmt: skip


@pytest.mark.parametrize(("head", "publisher", "day", "basis"), META, ids=range(len(META)))
def test_a_page_tells_its_date_and_publisher(tmp_path, head, publisher, day, basis):
    source = one(tmp_path, "a.html", page(story(), head))
    told = source.published.timex if source.published else None
    assert (source.title, source.publisher, told, source.basis) == ("Ferry aground", publisher, day, basis)
    assert not source.doubtful


CODES = [
    # bytes of a page, its codec, guessed
    (page("<p>Café 12</p>"), "utf-8", False),
    ('<meta charset="iso-8859-1"><p>Café 12</p>'.encode("cp1252"), "cp1252", False),
    ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1250"><p>Café 12</p>'.encode("cp1250"), "windows-1250", False),
    ('<meta charset="iso-8859-1"><p>Café 12</p>'.encode(), "utf-8", False),
    ('<meta charset="klingon"><p>Café 12</p>'.encode("cp1252"), "cp1252", True),
    ("\ufeff<p>Café 12</p>".encode("utf-16-le"), "utf-16-le", False),
]  # fmt: skip


@pytest.mark.parametrize(("data", "codec", "guessed"), CODES, ids=range(len(CODES)))
def test_the_code_of_a_page(tmp_path, data, codec, guessed):
    source = one(tmp_path, "a.html", data)
    assert (source.text, source.encoding, source.guessed) == ("Café 12", codec, guessed)


# --- PDF -------------------------------------------------------------------------------------------------------


def test_a_claim_in_a_pdf_knows_its_page(tmp_path):
    lines = "\n".join(f"On day {n} the crew of the Alba saved {n + 100} people from the sea." for n in range(1, 80))
    tmp_path.joinpath("a.pdf").write_bytes(documents.pdf(lines))
    report = pipeline.extract([str(tmp_path)])
    (source,) = report.sources
    assert len(source.pages) == 3
    assert source.pages[0] == 0
    pages = {claim.text: claim.page for claim in report.claims}
    assert (pages["101"], pages["179"]) == (1, 3)
    assert [claim.page for claim in report.claims] == sorted(claim.page for claim in report.claims)
    assert source.aside == ()
    assert "Page" not in source.text
    done = run("extract", tmp_path, "-f", "text")
    assert "a.pdf#page=3:" in done.stdout.splitlines()[-1]
    assert json.loads(run("extract", tmp_path, "-f", "json").stdout)["sources"][0]["pages"] == 3


PDF_LINES = [
    # text of each line, its left and right edge and base; the paragraphs
    pytest.param([("Ferry aground", 50, 80, 90), ("By Ann Lee", 50, 75, 78), ("The ferry ran", 50, 120, 66)], "Ferry aground\n\nBy Ann Lee\n\nThe ferry ran", id="short lines"),
    pytest.param([("The ferry ran", 50, 120, 90), ("aground on", 50, 119, 78), ("Monday.", 50, 90, 66), ("It had two", 50, 118, 54), ("hundred aboard", 50, 121, 42)], "The ferry ran aground on Monday.\n\nIt had two hundred aboard", id="short last line"),
    pytest.param([("The ferry ran.", 50, 120, 90), ("It sank on", 50, 119, 78), ("Monday, they", 50, 120, 66), ("said in Lund.", 50, 120, 40), ("It had two hun-", 50, 120, 28), ("dred aboard.", 50, 119, 16)], "The ferry ran. It sank on Monday, they\n\nsaid in Lund. It had two hundred aboard.", id="wide gap, cut word"),
    pytest.param([("in the years 2018-", 50, 120, 90), ("2019 it carried", 50, 119, 78), ("many people", 50, 120, 66)], "in the years 2018-2019 it carried many people", id="cut range"),
    pytest.param([("Ship\tBuilt", 50, 120, 90), ("Alba\t1998", 50, 120, 78), ("Bera\t2004", 50, 120, 66)], "Ship | Built\n\nAlba | 1998\n\nBera | 2004", id="table"),
    pytest.param([("column one ends", 50, 120, 10), ("in column two", 150, 220, 90)], "column one ends in column two", id="next column"),
]  # fmt: skip


@pytest.mark.parametrize(("found", "text"), PDF_LINES)
def test_lines_become_paragraphs(found, text):
    assert flow([[Line(words, left, right, base, 10) for words, left, right, base in found]]) == (text, (0,))


def test_running_heads_and_page_numbers_are_margins():
    def sheet(number: int) -> list[Line]:
        texts = (
            "The Daily Tide",
            f"Issue {number} of 9",
            f"{number + 40} people were saved",
            f"It sank in {'abc'[number - 1]}.",
            f"Page {number}",
        )
        return [Line(text, 50, 120, 100 - 10 * at, 10) for at, text in enumerate(texts)]

    pages = [sheet(number) for number in (1, 2, 3)]
    kept = [[line.text for line in page if line not in margins(pages)] for page in pages]
    assert kept == [
        ["41 people were saved", "It sank in a."],
        ["42 people were saved", "It sank in b."],
        ["43 people were saved", "It sank in c."],
    ]


def test_words_cut_at_the_end_of_a_line_are_whole_again(tmp_path):
    source = one(tmp_path, "a.pdf", documents.pdf("The coast\u00adguard counted 38 peo\u00adple. " * 12))
    assert "guard counted 38 people" in source.text.replace("\u00ad", "")


def test_properties_of_a_pdf_are_a_doubtful_hint(tmp_path):
    made = datetime(2021, 3, 9, 12, tzinfo=UTC)
    source = one(tmp_path, "a.pdf", documents.pdf(PROSE, created=made))
    assert source.published
    assert (source.published.timex, source.basis, source.doubtful) == ("2021-03-09", "properties", True)
    dated = one(tmp_path, "b.pdf", documents.pdf(f"Published: 2 July 2013\n{PROSE}", created=made))
    assert dated.published
    assert (dated.published.timex, dated.basis, dated.doubtful) == ("2013-07-02", "line", False)


# --- office documents, e-books ---------------------------------------------------------------------------------

P = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>".format
DOCX = [
    # body, text
    pytest.param(P("One") + P("Two"), "One\n\nTwo", id="paragraphs"),
    pytest.param("<w:p><w:r><w:t>12</w:t></w:r><w:r><w:t> dead</w:t></w:r></w:p>", "12 dead", id="runs"),
    pytest.param("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r></w:p>", "a b\nc-d", id="signs"),
    pytest.param(f"<w:tbl><w:tr><w:tc>{P('Dead')}</w:tc><w:tc>{P('12')}</w:tc></w:tr></w:tbl>", "Dead | 12", id="table"),
    pytest.param(f"<w:tbl><w:tr><w:tc>{P('A')}{P('B')}</w:tc><w:tc/></w:tr></w:tbl>", "A B", id="cell of paragraphs"),
    pytest.param("<w:p><w:del><w:r><w:delText>15</w:delText></w:r></w:del><w:ins><w:r><w:t>12</w:t></w:r></w:ins></w:p>", "12", id="tracked changes"),
    pytest.param("<w:p><w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom><w:r><w:t>kept</w:t></w:r></w:p>", "kept", id="moved"),
    pytest.param(f"<w:p><w:r><w:t>Out</w:t><w:txbx>{P('In')}</w:txbx></w:r></w:p>", "Out\n\nIn", id="text box"),
    pytest.param(f"<w:p><w:r><w:AC><w:Choice>{P('Box')}</w:Choice><w:Fallback>{P('Box')}</w:Fallback></w:AC></w:r></w:p>", "Box", id="box once"),
    pytest.param("<w:p><w:r><w:instrText>PAGE 77</w:instrText><w:t>x</w:t></w:r></w:p>", "x", id="field"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "text"), DOCX)
def test_the_text_of_a_word_document(tmp_path, body, text):
    assert one(tmp_path, "a.docx", documents.docx_of(body)).text == text


def test_notes_come_last_and_headers_are_aside(tmp_path):
    data = documents.docx_of(P("Story"), footnotes=P("Note 1"), header1=P("Draft 77"), endnotes=P("End"))
    source = one(tmp_path, "a.docx", data)
    assert (source.text, source.aside) == ("Story\n\nNote 1\n\nEnd", ("Draft 77",))


def test_properties_of_an_office_document_are_a_doubtful_hint(tmp_path):
    core = "<dc:title>Template</dc:title><dcterms:created>2021-03-09T08:00:00Z</dcterms:created>"
    source = one(tmp_path, "a.docx", documents.docx(f"Ferry runs aground\n{PROSE}", core))
    assert source.published
    assert (source.title, source.published.timex, source.basis) == ("Ferry runs aground", "2021-03-09", "properties")
    assert source.doubtful
    meta = "<dc:title>Ferry report</dc:title><meta:creation-date>2021-03-09T08:00:00</meta:creation-date>"
    other = one(tmp_path, "a.odt", documents.odt_of(f"<text:p>{PROSE}</text:p>", meta))
    assert other.published
    assert (other.title, other.published.timex, other.doubtful) == ("Ferry report", "2021-03-09", True)


ODT = [
    ("<text:h>Head</text:h><text:p>Text</text:p>", "Head\n\nText"),
    ('<text:p>a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d</text:p>', "a b c\nd"),
    ("<text:p>12 <text:span>dead</text:span></text:p>", "12 dead"),
    ("<text:list><text:list-item><text:p>One</text:p></text:list-item></text:list>", "One"),
    ("<text:p>Story<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Note</text:p></text:note-body></text:note> on</text:p>", "Story on\n\nNote"),
    ("<text:tracked-changes><text:p>gone</text:p></text:tracked-changes><text:p>kept</text:p>", "kept"),
    ("<text:p>a<office:annotation><text:p>who says?</text:p></office:annotation>b</text:p>", "ab"),
    ("<table:table-row><table:table-cell><text:p>Dead</text:p></table:table-cell><table:table-cell><text:p>12</text:p></table:table-cell></table:table-row>", "Dead | 12"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "text"), ODT, ids=range(len(ODT)))
def test_the_text_of_an_opendocument(tmp_path, body, text):
    assert one(tmp_path, "a.odt", documents.odt_of(body)).text == text


def test_an_ebook_tells_its_title_publisher_and_date(tmp_path):
    meta = "<dc:title>The Ferry</dc:title><dc:publisher>Tide Press</dc:publisher><dc:date>2021-03-09</dc:date>"
    source = one(tmp_path, "a.epub", documents.epub(PROSE, meta))
    assert source.published
    assert (source.title, source.publisher, source.published.timex) == ("The Ferry", "Tide Press", "2021-03-09")
    assert not source.doubtful


def test_rich_text_has_tables_and_other_letters(tmp_path):
    data = b"{\\rtf1\\ansi\\ansicpg1252{\\info{\\title Ferry report}{\\creatim\\yr2021\\mo3\\dy9}}Caf\\'e9 \\u8364?12\\par Next}"
    source = one(tmp_path, "a.rtf", data)
    assert source.published
    assert (source.text, source.title, source.published.timex) == ("Café €12\n\nNext", "Café €12", "2021-03-09")
    assert source.doubtful


# --- mails -----------------------------------------------------------------------------------------------------


def mail(**headers: str) -> EmailMessage:
    message = EmailMessage()
    for name, value in headers.items():
        message[name] = value
    return message


def test_a_mail_tells_its_subject_sender_and_day(tmp_path):
    message = mail(
        Subject="Ferry aground: 12 hurt", From="Port Office <press@port.example>", Date="Tue, 9 Mar 2021 07:15:00 +0000"
    )
    message.set_content(PROSE + "\n")
    source = one(tmp_path, "a.eml", message.as_bytes())
    assert source.text == f"Ferry aground: 12 hurt\n\n{PROSE}"
    assert (source.title, source.publisher, source.basis) == ("Ferry aground: 12 hurt", "Port Office", "header")
    assert source.published
    assert (source.published.timex, source.published.clock) == ("2021-03-09", "07:15Z")


@pytest.mark.parametrize("date", ["", "yesterday", "Tue, 99 Mar 2021 99:99:99"])
def test_a_mail_with_a_broken_date_has_none(tmp_path, date):
    data = f"From: press@port.example\nDate: {date}\nSubject: =?utf-8?q?Caf=C3=A9?=\n\n{PROSE}\n".encode()
    source = one(tmp_path, "a.eml", data)
    assert (source.published, source.title, source.publisher) == (None, "Café", "port.example")


def test_the_plain_part_of_a_mail_goes_before_the_page_and_attachments_are_sources(tmp_path):
    message = mail(Subject="Two reports")
    message.set_content("See the report: 12 hurt.\n")
    message.add_alternative(f"<p>{MORE}</p>", subtype="html")
    message.add_attachment(documents.docx(PROSE), maintype="application", subtype="docx", filename="report.docx")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="photo.png")
    tmp_path.joinpath("a.eml").write_bytes(message.as_bytes())
    reading = read([str(tmp_path)], Settings())
    assert [(Path(source.path).name, source.text) for source in reading.sources] == [
        ("a.eml", "Two reports\n\nSee the report: 12 hurt."),
        ("report.docx", PROSE),
    ]
    assert reading.skipped == ()


def test_a_mail_of_html_is_read_as_a_page(tmp_path):
    message = mail(Subject="Ferry aground")
    message.set_content(f"<html><body><p>{PROSE}</p><p>{MORE}</p></body></html>", subtype="html", charset="iso-8859-1")
    assert one(tmp_path, "a.eml", message.as_bytes()).text == f"Ferry aground\n\n{PROSE}\n\n{MORE}"


WRONG_CODES = [
    # kind of mail, the code it names, its text
    ("plain", "iso-8859-1", "Café 12"),
    ("plain", "utf-8", "Caf\ufffd 12"),
    ("plain", "klingon", "Caf\ufffd 12"),
    ("html", "iso-8859-1", "Café 12"),
    ("html", "utf-8", "Caf\ufffd 12"),
    ("html", "klingon", "Café 12"),  # found out as for any page
]


@pytest.mark.parametrize(("kind", "charset", "text"), WRONG_CODES)
def test_a_mail_that_names_a_wrong_code_is_read_all_the_same(tmp_path, kind, charset, text):
    body = {"plain": b"Caf\xe9 12", "html": b"<meta charset=utf-8><p>Caf\xe9 12</p>"}[kind]
    data = f'Content-Type: text/{kind}; charset="{charset}"\nContent-Transfer-Encoding: 8bit\n\n'.encode() + body
    assert one(tmp_path, "a.eml", data).text == text


def test_the_day_a_page_was_saved_is_a_doubtful_hint(tmp_path):
    saved = b"Date: Tue, 9 Mar 2021 07:15:00 +0000\n" + documents.mhtml(f"Ferry aground\n{PROSE}\n{MORE}")
    source = one(tmp_path, "a.mhtml", saved)
    assert source.published
    assert (source.published.timex, source.basis, source.doubtful) == ("2021-03-09", "saved", True)
    with pytest.raises(FactcheckError, match="no page in it"):
        one(tmp_path, "b.mht", b"Subject: x\n\nplain text")


# --- tables of articles, archives ------------------------------------------------------------------------------

TABLES = [
    # name, content
    ("a.csv", 'path,title,published,text\nx/one.txt,Ferry,2021-03-09,"12 hurt,\nhe said"\n,Fire,,9 dead\n'),
    ("a.csv", 'Title;Date;Body;path\nFerry;2021-03-09;"12 hurt,\nhe said";x/one.txt\nFire;;9 dead;\n'),
    ("a.csv", '\ufefftext\ttitle\tpublished\tpath\n"12 hurt,\nhe said"\tFerry\t2021-03-09\tx/one.txt\n9 dead\tFire\n'),
    ("a.jsonl", '{"path": "x/one.txt", "title": "Ferry", "published": "2021-03-09", "text": "12 hurt,\\nhe said"}\n\n{"title": "Fire", "text": "9 dead", "tags": ["x"]}'),
    ("a.ndjson", '{"headline": "Ferry", "date": "2021-03-09", "content": "12 hurt,\\nhe said", "id": "x/one.txt"}\n\n{"title": "Fire", "text": "9 dead"}\n'),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content"), TABLES, ids=range(len(TABLES)))
def test_a_row_is_a_source(tmp_path, name, content):
    tmp_path.joinpath(name).write_text(content, "utf-8")
    row, other = sorted(read([str(tmp_path)], Settings()).sources, key=lambda one: one.title, reverse=True)[::-1]
    assert (row.id, row.path, row.title, row.text) == (
        "one",
        f"{tmp_path}/{name}/x/one.txt",
        "Ferry",
        "12 hurt,\nhe said",
    )
    assert row.published
    assert (row.published.timex, row.basis, row.doubtful) == ("2021-03-09", "table", False)
    line = 4 if ("csv" in name and "\t" not in content) or "tab" in name else 3
    assert other.path == f"{tmp_path}/{name}#{4 if name == 'a.csv' else line}"
    assert (other.title, other.text, other.published) == ("Fire", "9 dead", None)
    assert other.id == ("a-4" if name == "a.csv" else "a-3")


def test_a_row_can_be_dated_by_its_path(tmp_path):
    tmp_path.joinpath("a.jsonl").write_text('{"path": "one.txt", "title": "x", "text": "12 hurt"}', "utf-8")
    source = read([str(tmp_path)], Settings(dates={"one.txt": "2021-03-09"})).sources[0]
    assert (source.id, source.basis) == ("one", "option")


def test_the_table_of_metadata_beside_a_table_of_articles(tmp_path):
    tmp_path.joinpath("b.txt").write_text("15 hurt", "utf-8")
    tmp_path.joinpath("articles.csv").write_text("title,text\nFerry,12 hurt\n", "utf-8")
    tmp_path.joinpath("sources.csv").write_text("path,publisher\nb.txt,Tide\n", "utf-8")
    reading = read([str(tmp_path)], Settings())
    assert [(source.id, source.publisher) for source in reading.sources] == [("articles-2", ""), ("b", "Tide")]
    assert reading.skipped == ()


def test_our_own_results_in_the_folder_are_no_articles(tmp_path):
    for name, number in (("a", 12), ("b", 15)):
        tmp_path.joinpath(f"{name}.txt").write_text(
            f"Published: 2021-03-09\nThe fire killed {number} people.\n", "utf-8"
        )
    for name in ("sheet.csv", "result.jsonl", "report.html", "report.md", "report.txt"):
        assert run("compare", tmp_path, "-o", tmp_path / name, "--sheet").returncode == 1
    assert run("extract", tmp_path, "-o", tmp_path / "x.csv", "-o", tmp_path / "x.jsonl").returncode == 0
    drafted = ("check", tmp_path / "a.txt", "--against", tmp_path)
    piped = [("compare", tmp_path), ("extract", tmp_path), ("sources", tmp_path), ("names", tmp_path), drafted]
    for number, words in enumerate(piped):
        tmp_path.joinpath(f"piped{number}.txt").write_text(run(*words).stdout, "utf-8")
    with pytest.raises(FactcheckError, match="a report of factcheck and no article"):
        read([str(tmp_path / "report.html")], Settings())
    reading = read([str(tmp_path)], Settings())
    assert ([source.id for source in reading.sources], reading.skipped) == (["a", "b"], ())


def test_a_table_that_was_asked_for_and_holds_no_articles_gets_an_answer(tmp_path):
    tmp_path.joinpath("a.csv").write_text("name,age\nLee,40\n", "utf-8")
    with pytest.raises(FactcheckError, match=r"no table of articles \(name its columns path, title, published, text"):
        read([str(tmp_path / "a.csv")], Settings())


BROKEN_ROWS = [
    ("a.csv", "title,text\nA,12 hurt\nB,9 dead,too many\n", "#3", "more cells than columns; "),
    ("a.csv", "title,text\nA,12 hurt\nB,\n", "#3", "no text in it; "),
    ("a.csv", "title,text,published\nA,12 hurt,\nB,9 dead,03/04/2021\n", "#3", 'cannot read the date "03/04/2021"; '),
    ("a.jsonl", '{"title": "A", "text": "12 hurt"}\n{"title": \n', "#2", "no JSON object in this line; "),
    ("a.jsonl", '{"title": "A", "text": "12 hurt"}\n[1]\n', "#2", "no JSON object in this line; "),
]


@pytest.mark.parametrize(("name", "content", "row", "reason"), BROKEN_ROWS, ids=range(len(BROKEN_ROWS)))
def test_a_broken_row_is_named_and_the_others_are_read(tmp_path, name, content, row, reason):
    tmp_path.joinpath(name).write_text(content, "utf-8")
    reading = read([str(tmp_path)], Settings())
    assert [source.text for source in reading.sources] == ["12 hurt"]
    (skip,) = reading.skipped
    assert skip.path == f"{tmp_path}/{name}{row}"
    assert skip.reason.startswith(reason)
    assert skip.failed


def test_an_archive_holds_sources(tmp_path):
    members = {
        "b.html": page(story()),
        "in/a.docx": documents.docx("15 hurt"),
        "t.csv": "title,text\nA,9 dead\n",
        ".x.txt": "x",
    }
    tmp_path.joinpath("a.zip").write_bytes(
        documents.packed(members | {"p.png": "x", "__MACOSX/b.txt": "x", "old.doc": "x"})
    )
    reading = read([str(tmp_path)], Settings())
    top = f"{tmp_path}/a.zip"
    assert [source.path for source in reading.sources] == [f"{top}/b.html", f"{top}/in/a.docx", f"{top}/t.csv#2"]
    assert [(skip.path, skip.reason) for skip in reading.skipped] == [
        (f"{top}/old.doc", '".doc" files cannot be read; save it as .docx')
    ]


def test_a_table_of_metadata_speaks_for_what_lies_in_files(tmp_path):
    table = "path,publisher,published\nin/b.txt,The Tide,2021-03-09\n"
    tmp_path.joinpath("a.zip").write_bytes(documents.packed({"in/b.txt": "12 hurt", "sources.csv": table}))
    tmp_path.joinpath("rows.csv").write_text("title,text\nFire,9 dead\n", "utf-8")
    tmp_path.joinpath("sources.csv").write_text("path,publisher\na.zip/in/b.txt,Other\nrows.csv#2,The Bay\n", "utf-8")
    reading = read([str(tmp_path)], Settings())
    assert [(source.id, source.publisher, source.basis) for source in reading.sources] == [
        ("b", "The Tide", "table"),
        ("rows-2", "The Bay", ""),
    ]
    tmp_path.joinpath("a.zip").write_bytes(documents.packed({"b.txt": "12 hurt", "sources.csv": "path\nc.txt\n"}))
    tmp_path.joinpath("sources.csv").unlink()
    with pytest.raises(FactcheckError, match=r'a\.zip/sources\.csv:2: no file "c\.txt"'):
        read([str(tmp_path)], Settings())


def test_an_archive_without_articles_is_passed_over_unless_asked_for(tmp_path):
    tmp_path.joinpath("a.zip").write_bytes(documents.packed({"p.png": "x"}))
    tmp_path.joinpath("b.txt").write_text("12 hurt", "utf-8")
    assert read([str(tmp_path)], Settings()).skipped == ()
    with pytest.raises(FactcheckError, match="no article in it"):
        read([str(tmp_path / "a.zip")], Settings())


@pytest.mark.parametrize("suffix", [name for name in RENDERED if name not in (".jsonl", ".mhtml", ".txt")])
def test_standard_input_is_recognised(monkeypatch, suffix):
    data = RENDERED[suffix](f"Ferry aground\n{PROSE}\n{MORE}")
    data = b"Received: from x\nSubject: x\n" + data.partition(b"\n")[2] if suffix == ".eml" else data
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    (source,) = read(["-"], Settings()).sources
    assert f"{PROSE}\n\n{MORE}" in source.text
    assert (source.id, source.origin) == ("stdin", "stdin")


# --- hostile and broken files ----------------------------------------------------------------------------------

MB = 1024 * 1024
ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;&b;</x>'
EXTERNAL = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'


def bomb_pdf() -> bytes:
    stream = zlib.compress(bytes(110 * MB), 9)
    return b"%%PDF-1.4\n4 0 obj<</Length %d/Filter/FlateDecode>>stream\n" % len(stream) + stream + b"\nendstream endobj"


def locked_pdf() -> bytes:
    from fpdf import FPDF

    sheet = FPDF()
    sheet.add_page()
    sheet.set_encryption(owner_password="a", user_password="b")
    return bytes(sheet.output())


def blank_pdf() -> bytes:
    from fpdf import FPDF

    sheet = FPDF()
    sheet.add_page()
    return bytes(sheet.output())


def locked_zip() -> bytes:
    """A zip file that says its member is encrypted."""
    data = bytearray(documents.packed({"word/document.xml": "<x/>", "a.txt": "x"}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := data.find(mark, at + 1)) >= 0:
            data[at + offset] |= 1
    return bytes(data)


HOSTILE = [
    pytest.param("a.docx", lambda: documents.packed({"word/document.xml": bytes(70 * MB)}), "unpacks to more than 64 MB; ", id="zip bomb"),
    pytest.param("a.zip", lambda: documents.packed({f"{n}.txt": "" for n in range(10_001)}), "more than 10,000 files in it; ", id="many files"),
    pytest.param("a.docx", lambda: documents.packed({"word/document.xml": ENTITIES}), "declares XML entities", id="entities"),
    pytest.param("a.odt", lambda: documents.packed({"content.xml": EXTERNAL}), "declares XML entities", id="external entity"),
    pytest.param("a.docx", lambda: documents.packed({"word/document.xml": "<p>" * 100_000}), "nested too deep", id="deep"),
    pytest.param("a.docx", lambda: documents.packed({"word/document.xml": "<p>12 dead"}), "damaged XML", id="cut XML"),
    pytest.param("a.docx", lambda: documents.docx(PROSE)[:-40], "damaged or cut short; ", id="cut docx"),
    pytest.param("a.docx", lambda: documents.odt(PROSE), "no Word document; ", id="not a docx"),
    pytest.param("a.odt", lambda: documents.docx(PROSE), "no OpenDocument text; ", id="not an odt"),
    pytest.param("a.epub", lambda: documents.docx(PROSE), "no chapters in it; ", id="not an epub"),
    pytest.param("a.docx", locked_zip, "protected by a password; ", id="locked docx"),
    pytest.param("a.pdf", bomb_pdf, "a page in it unpacks to more than 100 MB; ", id="PDF bomb"),
    pytest.param("a.pdf", locked_pdf, "protected by a password; ", id="locked PDF"),
    pytest.param("a.pdf", blank_pdf, "no text in this PDF, only pictures; ", id="scanned PDF"),
    pytest.param("a.pdf", lambda: documents.pdf(PROSE)[:400], "damaged PDF, or cut short; ", id="cut PDF"),
    pytest.param("a.pdf", lambda: b"", "damaged PDF, or cut short; ", id="empty PDF"),
    pytest.param("a.rtf", PROSE.encode, "no RTF document; ", id="not an RTF"),
    pytest.param("a.html", lambda: b"<a>" * 400_000, "page larger than any article; ", id="many tags"),
    pytest.param("a.html", lambda: b"<!--" * 200_000, "no text on this page; ", id="open comments"),
    pytest.param("a.html", lambda: b"x" * 9_000_000, "page larger than any article; ", id="long page"),
    pytest.param("a.eml", lambda: b"Subject: " + b"=?utf-8?q?a?= " * 100_000 + b"\n\n12", "a header longer than any mail has; ", id="long header"),
    pytest.param("a.eml", lambda: b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(900)), "more parts than any mail has; ", id="nested mail"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "reason"), HOSTILE)
def test_a_hostile_file_is_refused_at_once_with_a_reason(tmp_path, name, data, reason):
    tmp_path.joinpath(name).write_bytes(data())
    tmp_path.joinpath("good.txt").write_text(PROSE, "utf-8")
    start = time.perf_counter()
    reading = read([str(tmp_path)], Settings())
    assert time.perf_counter() - start < 5
    assert [source.id for source in reading.sources] == ["good"]
    ((path, told, failed),) = ((Path(skip.path).name, skip.reason, skip.failed) for skip in reading.skipped)
    assert (path, failed) == (name, True)
    assert told.startswith(reason)
    assert "; " in told


@pytest.mark.parametrize("suffix", sorted(RENDERED))
@given(data=st.data())
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_file_cut_or_spoilt_anywhere_is_read_or_refused(tmp_path, suffix, data):
    whole = bytearray(rendering(suffix))
    cut = data.draw(st.integers(1, len(whole)))
    spoilt = data.draw(st.lists(st.integers(0, len(whole) - 1), max_size=5))
    for at in spoilt:
        whole[at] ^= 0xFF
    tmp_path.joinpath(f"a{suffix}").write_bytes(whole[:cut])
    try:
        reading = read([str(tmp_path)], Settings())
    except FactcheckError as error:
        assert str(error)
    else:
        assert reading.sources


@cache
def rendering(suffix: str) -> bytes:
    return RENDERED[suffix](f"Ferry aground\n{PROSE}\n{MORE}")


def test_a_huge_file_is_refused_without_reading_it_whole(tmp_path):
    with tmp_path.joinpath("a.pdf").open("wb") as stream:
        stream.truncate(300 * MB)
    tracemalloc.start()
    with pytest.raises(FactcheckError, match="larger than 64 MB"):
        read([str(tmp_path)], Settings())
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 150 * MB


def test_the_readme_lists_every_suffix():
    text = (Path(__file__).parents[1] / "README.md").read_text("utf-8")
    table = text.partition("<!-- inputs -->")[2].partition("<!-- /inputs -->")[0]
    assert set(re.findall(r"`(\.\w+)`", table)) == set(READERS)
