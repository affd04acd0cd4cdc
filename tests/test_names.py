"""Names across sources: which spellings are one name, which people are two, what the table and the notes show."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz import fuzz

from factcheck import compare
from factcheck.cli import main
from factcheck.lexicon import load
from factcheck.names import gather, names_of
from factcheck.segment import segment
from factcheck.spelling import keys, likeness, one_name
from sources import source


def table(*texts):
    """Entities of texts that come from sources a, b, c, ..."""
    lexicon = load()
    sources = [source("abcdefgh"[n], text) for n, text in enumerate(texts)]
    return gather([name for one in sources for name in names_of(segment(one, lexicon), lexicon)], lexicon).entities


def together(*texts):
    """Sets of all ways one name is written, by entity."""
    return [{variant.text for variant in entity.variants} for entity in table(*texts)]


SPELLINGS = [
    # a, b, one name
    ("massoud", "masood", True),
    ("massoud", "masud", True),
    ("ahmad", "ahmed", True),
    ("nazari", "nazary", True),
    ("bireun", "bireuen", True),
    ("salahaddin", "salahuddin", True),
    ("andarab", "andrab", True),
    ("zelensky", "zelenskyy", True),
    ("klitschko", "klitchsko", True),
    ("lukashenka", "lukashenko", False),
    ("maria", "mario", False),
    ("sudan", "sweden", False),
    ("iran", "iraq", False),
    ("niger", "nigeria", False),
    ("pakistan", "pakistani", False),
    ("guinea", "guyana", False),
    ("paris", "peres", False),
    ("johnson", "jensen", False),
]


@pytest.mark.parametrize(("a", "b", "one"), SPELLINGS)
def test_spellings_of_one_word(a, b, one):
    assert one_name(a, b) is one_name(b, a) is one
    assert not one or set(keys(a)) & set(keys(b)), "a pair that is one name must meet under a key"


ONE = [
    # what, text a, text b, ways of writing that are one name
    ("transliteration", "The guards of Ahmad Karimov fled, police said.", "The guards of Ahmed Karimow fled, police said.",
     {"Ahmad Karimov", "Ahmed Karimow"}),
    ("a variant the word list knows", "The mayor, Mohammed Saleh, spoke on Monday.",
     "The mayor, Muhammad Saleh, spoke on Monday.", {"Mohammed Saleh", "Muhammad Saleh"}),
    ("title and surname", "President Linda Novak said she would stay. Novak left.", "Ms Linda Novak resigned.",
     {"Linda Novak", "Novak"}),
    ("surname in another source", "Chairman Peter Oldham said so.", "The shares fell when Oldham spoke.",
     {"Peter Oldham", "Oldham"}),
    ("acronym in a bracket", "The Norland Fishing Authority (NFA) closed the bay.", "The NFA closed the bay.",
     {"Norland Fishing Authority", "NFA"}),
    ("acronym from its initials", "The Norland Fishing Authority closed the bay.", "The NFA closed the bay.",
     {"Norland Fishing Authority", "NFA"}),
    ("acronym with small words", "The Bank of Upper Norland (BUN) cut its rate.", "Analysts praised the BUN for it.",
     {"Bank of Upper Norland", "BUN"}),
    ("middle initial", "Mr George W. Harlow won the vote.", "Senator George Harlow won the vote.",
     {"George W. Harlow", "George Harlow"}),
    ("place", "The quake hit the town of Bireun at noon.", "People in Bireuen ran into the streets.",
     {"Bireun", "Bireuen"}),
    ("accents", "The striker Ibrahim Çelik scored twice, said coach Ana Roth.", "Coach Ana Roth praised Ibrahim Celik.",
     {"Ibrahim Çelik", "Ibrahim Celik"}),
    ("misspelt surname", "Minister Masoud Andarabi said so.", "The minister, Masoud Andrabai, said so.",
     {"Masoud Andarabi", "Masoud Andrabai"}),
    ("dots", "The U.S. embassy closed.", "The US embassy closed.", {"U.S.", "US"}),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "ways"), [row[1:] for row in ONE], ids=[row[0] for row in ONE])
def test_one_name(a, b, ways):
    assert ways in together(a, b)
    assert ways in together(b, a)


TWO = [
    # what, text a, text b, ways that must not be one name
    ("father and son", "Ahmad Karimov, son of Ahmad Shah Karimov, spoke.", "Ahmad Karimov spoke in Norland.",
     ("Ahmad Karimov", "Ahmad Shah Karimov")),
    ("alike in one text", "Judge Hassan Ali met Judge Hasan Ali.", "Judge Hasan Ali spoke.", ("Hassan Ali", "Hasan Ali")),
    ("sister and brother", "The winner was Maria Lopez, 23.", "The winner was Mario Lopez, 23.",
     ("Maria Lopez", "Mario Lopez")),
    ("countries", "A plane from Niger landed.", "A plane from Nigeria landed.", ("Niger", "Nigeria")),
    ("a longer family", "Mr Paul Martin sold the mine.", "Mr Paul Martinez sold the mine.", ("Paul Martin", "Paul Martinez")),
    ("short acronyms", "The ISI denied it.", "The ISIS group said so.", ("ISI", "ISIS")),
    ("a surname two people share", "John Barker met Ruth Barker. Barker laughed.", "Ruth Barker left.",
     ("Barker", "Ruth Barker")),
    ("two expansions", "The Norland Dairy Union met the National Dance Union. The NDU said no.", "The NDU left.",
     ("NDU", "Norland Dairy Union")),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "ways"), [row[1:] for row in TWO], ids=[row[0] for row in TWO])
def test_two_names(a, b, ways):
    for ordered in ((a, b), (b, a)):
        homes = [n for n, found in enumerate(together(*ordered)) for way in ways if way in found]
        assert len(homes) == len(set(homes)) == 2


KINDS = [
    ("President Ana Roth spoke.", "Ana Roth", "person"),
    ('"We won," said Ana Roth.', "Ana Roth", "person"),
    ("Ana Roth, 34, won the race.", "Ana Roth", "person"),
    ("The Norland Rail Company lost money.", "Norland Rail Company", "organisation"),
    ("The NRC lost money.", "NRC", "organisation"),
    ("Two trains met in Norland on Friday.", "Norland", "place"),
    ("The Norland valley was flooded.", "Norland", "place"),
    ("They crossed Lake Norland valley by boat.", "Lake Norland", "place"),
    ("The frigate INS Norland sailed.", "INS Norland", ""),
]


@pytest.mark.parametrize(("text", "name", "kind"), KINDS)
def test_kind(text, name, kind):
    assert {entity.name: entity.kind for entity in table(text)}[name] == kind


def test_words_that_begin_sentences_are_no_names():
    assert together("Yesterday Norland won. Meanwhile, fans sang. Continuing rain fell.") == [{"Norland"}]


SPELT = [
    # texts, notes
    (["Mayor Ahmad Karimov spoke.", "Mayor Ahmed Karimow spoke."],
     ["Ahmad Karimov (a) is also written Ahmed Karimow (b)"]),
    (["Mayor Ahmad Karimov spoke. Karimov left.", "Mayor Ahmad Karimov spoke."], []),
    (["The Defence Council met.", "The Defense Council met."], []),
    (["The Norland Fishing Authority (NFA) met.", "The NFA met."], []),
    (["Mayor Ahmad Karimov spoke. Mayor Ahmad Karimow left.", "Mayor Ahmad Karimov spoke."], []),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "notes"), SPELT)
def test_a_spelling_that_differs_across_sources_is_a_note(tmp_path, texts, notes):
    for letter, text in zip("abc", texts, strict=False):
        tmp_path.joinpath(f"{letter}.txt").write_text(text, "utf-8")
    found = [finding for finding in compare([str(tmp_path)]).findings if finding.code == "FC402"]
    assert [finding.reason for finding in found] == notes
    assert {finding.severity for finding in found} <= {"note"}


@pytest.fixture
def folder(tmp_path):
    tmp_path.joinpath("a.txt").write_text("Mayor Ahmad Karimov of Norland spoke. Karimov left.", "utf-8")
    tmp_path.joinpath("b.txt").write_text("Mayor Ahmed Karimow spoke in Norland. =Zeta Corp lost.", "utf-8")
    return str(tmp_path)


def run(capsys, *words):
    code = main(["names", *words])
    return code, capsys.readouterr().out


def test_the_table(capsys, folder):
    code, out = run(capsys, folder)
    assert code == 0
    lines = [" ".join(line.split()) for line in out.splitlines()]
    assert "Ahmad Karimov person a, b Ahmed Karimow (b); Karimov (a)" in lines
    assert "Norland place a, b" in lines
    assert "1 more with --all" in lines
    assert "2 sources, 3 names" in lines


def test_csv_has_a_row_for_each_way_of_writing(capsys, folder):
    rows = list(csv.DictReader(io.StringIO(run(capsys, folder, "-f", "csv")[1])))
    found = [(row["name"], row["variant"], row["how"], row["times"], row["sources"], row["line"]) for row in rows]
    assert found[:3] == [
        ("Ahmad Karimov", "Ahmad Karimov", "name", "1", "a", "1"),
        ("Ahmad Karimov", "Ahmed Karimow", "spelling", "1", "b", "1"),
        ("Ahmad Karimov", "Karimov", "short", "1", "a", "1"),
    ]


def test_json_has_names_beside_the_sources(capsys, folder):
    record = json.loads(run(capsys, folder, "-f", "json")[1])
    assert [one["id"] for one in record["sources"]] == ["a", "b"]
    first = record["names"][0]
    assert (first["name"], first["kind"], first["sources"]) == ("Ahmad Karimov", "person", ["a", "b"])
    assert first["variants"][0]["first"] == {"path": f"{folder}/a.txt", "line": 1, "column": 7}


def test_offsets_are_those_of_the_text():
    text = "Line one.\nPresident Ana Roth met al-Qaida and the U.S. Army in Norland."
    one = source("a", text)
    for name in names_of(segment(one, load()), load()):
        assert text[name.start : name.end] == name.text
        assert name.line == 2
        assert name.column == name.start - text.index("\n")


def test_the_order_of_sources_does_not_matter():
    texts = [text for row in ONE[:4] for text in row[1:3]]
    forth = sorted(map(sorted, together(*texts)))
    assert forth == sorted(map(sorted, together(*texts[::-1])))


@given(st.text("aeimnrsuv", max_size=12), st.text("aeimnrsuv", min_size=1, max_size=12))
@settings(derandomize=True, deadline=None, max_examples=300)
def test_likeness_is_the_ratio_of_rapidfuzz(a, b):
    assert likeness(a, b) == pytest.approx(fuzz.ratio(a, b))
