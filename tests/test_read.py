"""Reading: paths to sources, bytes to text, and the publication date with what it rests on."""

from __future__ import annotations

import io
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.errors import FactcheckError
from factcheck.model import Reading, Source
from factcheck.read import read
from factcheck.read.naming import ids
from factcheck.settings import Settings

ROOT = Path(__file__).parents[1]
PROSE = "The ferry ran aground off Port Lessing with 212 people aboard, the coast guard said."


def write(folder: Path, **files: str | bytes) -> None:
    """Write files; the first "__" in a name is the dot of the suffix."""
    for name, content in files.items():
        data = content if isinstance(content, bytes) else content.encode()
        (folder / name.replace("__", ".", 1)).write_bytes(data)


def one(folder: Path, content: str | bytes, name: str = "story.txt", told: Settings | None = None) -> Source:
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return read([str(folder / name)], told or Settings()).sources[0]


def reasons(reading: Reading) -> dict[str, tuple[str, bool]]:
    return {Path(skip.path).name: (skip.reason, skip.failed) for skip in reading.skipped}


# --- bytes to text ---------------------------------------------------------------------------------------------

CODECS = [
    # bytes, codec, guessed
    pytest.param("Café\n".encode(), "utf-8", False, id="utf-8"),
    pytest.param("\ufeffCafé\n".encode(), "utf-8", False, id="utf-8 with a mark"),
    pytest.param("\ufeffCafé\n".encode("utf-16-le"), "utf-16-le", False, id="utf-16 little"),
    pytest.param("\ufeffCafé\n".encode("utf-16-be"), "utf-16-be", False, id="utf-16 big"),
    pytest.param("\ufeffCafé\n".encode("utf-32-le"), "utf-32-le", False, id="utf-32 little"),
    pytest.param("\ufeffCafé\n".encode("utf-32-be"), "utf-32-be", False, id="utf-32 big"),
    pytest.param("Café\n".encode("latin-1"), "cp1252", True, id="latin-1 is guessed"),
]


@pytest.mark.parametrize(("data", "codec", "guessed"), CODECS)
def test_the_mark_goes_and_the_codec_is_told(tmp_path, data, codec, guessed):
    source = one(tmp_path, data)
    assert (source.text, source.encoding, source.guessed) == ("Café\n", codec, guessed)


GUESSED = [
    pytest.param("cp1252", f"“It’s over,” the mayor said – {PROSE} He’d “no idea” why.", id="curly quotes"),
    pytest.param("cp1252", f"Storm kills 12 in Málaga. {PROSE} El señor Núñez habló de la región.", id="accents"),
    pytest.param("cp1251", "Паром сел на мель у города, на борту было двести человек, сообщили власти.", id="Russian"),
    pytest.param("cp932", "フェリーが座礁し、12人が死亡、30人以上がけがをした。", id="Japanese"),
]


@pytest.mark.parametrize(("codec", "text"), GUESSED)
def test_other_codes_are_recognised(tmp_path, codec, text):
    source = one(tmp_path, text.encode(codec))
    assert (source.text, source.guessed) == (text, True)


def test_a_few_stray_bytes_do_not_spoil_utf8(tmp_path):
    source = one(tmp_path, ("“Café” – naïve. " * 3).encode() + b"It\x92s")
    assert source.text == "“Café” – naïve. " * 3 + "It\ufffds"
    assert (source.encoding, source.guessed) == ("utf-8", True)


def test_utf8_cut_off_in_a_character_is_still_utf8(tmp_path):
    assert one(tmp_path, f"{PROSE} “Fin”".encode()[:-1]).text == f"{PROSE} “Fin\ufffd"


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_newlines_stay_as_in_the_file(tmp_path, newline):
    source = one(tmp_path, f"Ferry aground{newline}{newline}July 2, 2013{newline}{PROSE}{newline}")
    assert source.text == f"Ferry aground{newline}{newline}July 2, 2013{newline}{PROSE}{newline}"
    assert (source.title, source.published and source.published.timex) == ("Ferry aground", "2013-07-02")


@pytest.mark.parametrize(
    "text",
    [
        "[12] killed [emphasis added] $[b]x[/b]",
        "\x1b[31m12\x1b[0m killed\x0c",
        "قُتل 12 شخصًا \u202e12\u202c",
        "a\u2028b\x85c",
    ],
    ids=["brackets", "controls", "right to left", "odd separators"],
)
def test_text_passes_through_untouched(tmp_path, text):
    assert one(tmp_path, text).text == text


@pytest.mark.parametrize(
    ("encoding", "data"),
    [("latin-1", b"Caf\xe9"), ("utf-16", "Café".encode("utf-16")), ("utf-16-le", "Café".encode("utf-16-le"))],
)
def test_a_forced_codec_is_used(tmp_path, encoding, data):
    source = one(tmp_path, data, told=Settings(encoding=encoding))
    assert (source.text, source.encoding, source.guessed) == ("Café", encoding, False)


@pytest.mark.parametrize("encoding", ["utf-9", "base64", "a\0b"])
def test_an_unknown_codec_is_an_error(tmp_path, encoding):
    with pytest.raises(FactcheckError, match="unknown encoding") as error:
        one(tmp_path, PROSE, told=Settings(encoding=encoding))
    assert error.value.where == "--encoding"


BROKEN = [
    pytest.param(b"", "no text in it; remove it", id="empty"),
    pytest.param(b" \r\n\t\n", "no text in it; remove it", id="blanks"),
    pytest.param(b"\xef\xbb\xbf", "no text in it; remove it", id="mark only"),
    pytest.param(b"---\ntitle: x\n---\n", "nothing below the front matter; ", id="front matter only"),
    pytest.param(b"abc\0def", "binary file (it has NUL bytes); ", id="NUL"),
    pytest.param(b"\x01\x02\x03\x04 some text", "binary file (full of control characters); ", id="controls"),
    pytest.param(b"%PDF-1.7 text", "a PDF, not text; ", id="PDF"),
    pytest.param(b"PK\x03\x04 text", "a zip archive or office document, not text; ", id="zip"),
    pytest.param(b"\xff\xfea", "not valid utf-16-le", id="half a UTF-16 character"),
]


@pytest.mark.parametrize(("data", "reason"), BROKEN)
def test_a_broken_file_is_skipped_and_the_others_are_read(tmp_path, data, reason):
    write(tmp_path, bad__txt=data, good__txt=PROSE)
    reading = read([str(tmp_path)], Settings())
    assert [source.id for source in reading.sources] == ["good"]
    assert reasons(reading)["bad.txt"][0].startswith(reason)
    assert reasons(reading)["bad.txt"][1]


@pytest.mark.parametrize(("data", "reason"), BROKEN)
def test_a_broken_file_alone_is_an_error(tmp_path, data, reason):
    with pytest.raises(FactcheckError) as error:
        one(tmp_path, data)
    assert f"{error.value.message}; {error.value.hint}".startswith(reason)
    assert error.value.where.endswith("story.txt")


def test_wrong_forced_codec_is_a_reason(tmp_path):
    with pytest.raises(FactcheckError, match="not valid utf-8"):
        one(tmp_path, b"caf\xe9 creme", told=Settings(encoding="utf-8"))


def test_a_file_larger_than_any_article_is_skipped(tmp_path):
    with (tmp_path / "huge.txt").open("wb") as stream:
        stream.truncate(64 * 1024 * 1024 + 1)
    with pytest.raises(FactcheckError, match="larger than 64 MB"):
        read([str(tmp_path)], Settings())


@pytest.mark.parametrize(
    "text",
    [
        f"{PROSE} Café. " * 50_000,
        "Ferry aground\n\nJuly 2, 2013\n\n" + "On July 5, 2013\n" * 300_000,
        "\n" * 4_999_999 + "a",
    ],
    ids=["one line", "short lines", "blank lines"],
)
def test_five_megabytes_take_less_than_a_second(tmp_path, text):
    start = time.perf_counter()
    assert len(one(tmp_path, text).text) == len(text)
    assert time.perf_counter() - start < 1


def test_the_hash_is_of_the_bytes(tmp_path):
    # echo -n abc | sha256sum
    assert one(tmp_path, "abc").sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


@pytest.mark.parametrize(
    ("text", "language"),
    [(PROSE, "en"), ("12 killed", "en"), ("Паром сел на мель", ""), ("12", "en"), ("Đã có 12 người", "en")],
)
def test_other_scripts_are_not_called_english(tmp_path, text, language):
    assert one(tmp_path, text).language == language


# --- paths -----------------------------------------------------------------------------------------------------


def test_a_folder_is_read_whole_and_sorted():
    reading = read([str(ROOT / "fixtures/read/harbour") + "/"], Settings())
    assert [source.id for source in reading.sources] == ["01", "02", "03", "04", "05"]
    assert reading.skipped == ()


def test_paths_are_shown_as_given(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in/deep").mkdir(parents=True)
    write(tmp_path / "in", a__txt="a")
    write(tmp_path / "in/deep", b__md="b")
    for folder in ("in", "in/", "./in"):
        assert [source.path for source in read([folder], Settings()).sources] == ["in/a.txt", "in/deep/b.md"]
    assert [source.path for source in read(["."], Settings()).sources] == ["in/a.txt", "in/deep/b.md"]
    assert [source.path for source in read([str(tmp_path / "in/a.txt")], Settings()).sources] == [
        (tmp_path / "in/a.txt").as_posix()
    ]


def test_hidden_files_and_other_files_are_passed_over_in_silence(tmp_path):
    (tmp_path / ".git").mkdir()
    write(tmp_path / ".git", x__txt="x")
    (tmp_path / "~$story.docx").write_bytes(b"\x04Desk")
    write(
        tmp_path,
        a__txt="a",
        __hidden="h",
        pic__png=b"\0",
        data__json="{}",
        sources__csv="path\na.txt\n",
        LICENSE="l",
    )
    reading = read([str(tmp_path)], Settings())
    assert ([source.id for source in reading.sources], reading.skipped) == (["a"], ())


def test_an_article_without_a_reader_is_not_passed_over_in_silence(tmp_path):
    write(tmp_path, a__txt="a", b__doc="b")
    reason, failed = reasons(read([str(tmp_path)], Settings()))["b.doc"]
    assert failed
    assert reason == '".doc" files cannot be read; save it as .docx'


def test_a_named_file_of_unknown_kind_gets_an_answer(tmp_path):
    write(tmp_path, a__txt="a", b__xyz="b")
    reading = read([str(tmp_path / "a.txt"), str(tmp_path / "b.xyz")], Settings())
    assert ".txt" in reasons(reading)["b.xyz"][0]
    with pytest.raises(FactcheckError, match=r"\.xyz.*save it as one of \.txt, \.md, \.html, "):
        read([str(tmp_path / "b.xyz")], Settings())


@pytest.mark.parametrize("name", ["STORY.TXT", "story", ".story.txt", "story.markdown"])
def test_named_files_that_are_text(tmp_path, name):
    assert one(tmp_path, PROSE, name).text == PROSE


def test_a_shell_glob_may_hand_over_the_table(tmp_path):
    write(tmp_path, a__txt="a", sources__csv="path,publisher\na.txt,Tide\n")
    reading = read([str(tmp_path / "a.txt"), str(tmp_path / "sources.csv")], Settings())
    assert ([source.publisher for source in reading.sources], reading.skipped) == (["Tide"], ())


def test_only_the_table_is_an_error(tmp_path):
    write(tmp_path, sources__csv="path\n")
    with pytest.raises(FactcheckError, match="no article"):
        read([str(tmp_path / "sources.csv")], Settings())


@pytest.mark.parametrize(
    ("pattern", "found"),
    [("*.txt", ["a", "b"]), ("[a].*", ["a"]), ("**/*.txt", ["a", "b", "c"]), ("?", ["c"])],
)
def test_globs_the_shell_left_are_expanded(tmp_path, pattern, found):
    (tmp_path / "d").mkdir()
    write(tmp_path, a__txt="a", b__txt="b", a__png=b"p")
    write(tmp_path / "d", c__txt="c")
    assert [source.id for source in read([str(tmp_path / pattern)], Settings()).sources] == found


def test_a_name_with_brackets_is_a_file_first(tmp_path):
    assert one(tmp_path, PROSE, "story [1].txt").id == "story-1"


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Published: 2013-07-02\nText")))
    (source,) = read(["-", "-"], Settings(dates={"-": "2013-07-03"})).sources
    assert (source.id, source.path, source.origin, source.basis) == ("stdin", "-", "stdin", "option")


def test_a_missing_path_among_good_ones_is_skipped_with_a_hint(tmp_path):
    write(tmp_path, ferry__txt="a")
    reading = read([str(tmp_path / "fery.txt"), str(tmp_path / "ferry.txt")], Settings())
    assert reasons(reading) == {"fery.txt": ("no such file or folder; did you mean ferry.txt?", True)}
    assert len(reading.sources) == 1


NOTHING = [
    pytest.param(["fery.txt"], "fery.txt: no such file or folder (did you mean ferry.tx?)", id="misspelt"),
    pytest.param(
        ["no/where.txt"],
        "no/where.txt: no such file or folder (there is no folder no either)",
        id="no folder",
    ),
    pytest.param(
        ["empty"],
        "empty: no article in this folder (put files there (.txt, .md, .html, .mhtml, .pdf, .docx, .odt, ",
        id="empty",
    ),
    pytest.param(["*.txt"], "*.txt: no file matches this pattern (check it)", id="glob"),
    pytest.param([], "no files or folders given (name the folder your articles are in)", id="no path"),
    pytest.param([""], "empty path (an unset shell variable gives one)", id="empty path"),
    pytest.param(["a\0b"], "a\0b: no such file or folder (check the path)", id="NUL in the name"),
    pytest.param(["x" * 5000], "no such file or folder", id="name too long"),
    pytest.param(["x.txt", "empty"], "none of 2 inputs could be read (empty: no article", id="several"),
]


@pytest.mark.parametrize(("paths", "message"), NOTHING)
def test_a_run_without_a_source_is_an_error(tmp_path, monkeypatch, paths, message):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    (tmp_path / "ferry.tx").touch()
    with pytest.raises(FactcheckError) as error:
        read(paths, Settings())
    assert message in str(error.value)


def test_broken_links_and_loops_are_skipped(tmp_path):
    write(tmp_path, good__txt="a")
    (tmp_path / "gone.txt").symlink_to("nowhere.txt")
    (tmp_path / "self.txt").symlink_to("self.txt")
    (tmp_path / "loop").symlink_to(".")
    reading = read([str(tmp_path), str(tmp_path / "gone.txt")], Settings())
    assert [source.id for source in reading.sources] == ["good"]
    assert reasons(reading) == {
        "gone.txt": ("link to a file that is not there; remove or mend it", True),
        "self.txt": ("link to a file that is not there; remove or mend it", True),
        "loop": ("folder that contains itself; remove the link", True),
    }


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (
            PermissionError(13, "Permission denied"),
            "no permission to read it; change its permissions or leave it out",
        ),
        (OSError(5, "Input/output error"), "cannot be read: input/output error; check it or leave it out"),
    ],
    ids=["permission", "disk"],
)
def test_what_the_system_refuses_is_skipped(tmp_path, monkeypatch, error, reason):
    # Root may read everything, so the refusal is staged.
    real = Path.open

    def refuse(path, *args, **kwargs):
        if path.name == "bad.txt":
            raise error
        return real(path, *args, **kwargs)

    write(tmp_path, bad__txt="a", good__txt="b")
    monkeypatch.setattr(Path, "open", refuse)
    assert reasons(read([str(tmp_path)], Settings())) == {"bad.txt": (reason, True)}


def test_a_folder_that_cannot_be_listed_is_skipped(tmp_path, monkeypatch):
    real = Path.iterdir

    def refuse(path):
        if path.name == "shut":
            raise PermissionError(13, "Permission denied")
        return real(path)

    (tmp_path / "shut").mkdir()
    write(tmp_path, good__txt="b")
    monkeypatch.setattr(Path, "iterdir", refuse)
    reading = read([str(tmp_path)], Settings())
    assert reasons(reading)["shut"][0].startswith("no permission to read it; ")


def test_the_same_bytes_count_once(tmp_path):
    write(tmp_path, a__txt=PROSE, b__txt=PROSE, c__txt=PROSE + " ")
    reading = read([str(tmp_path)], Settings())
    assert [source.id for source in reading.sources] == ["a", "c"]
    assert reasons(reading) == {"b.txt": (f"same content as {tmp_path.as_posix()}/a.txt; counted once", False)}


def test_a_file_named_twice_is_one_file(tmp_path):
    write(tmp_path, a__txt=PROSE)
    reading = read([str(tmp_path), str(tmp_path / "a.txt"), str(tmp_path / "*.txt")], Settings())
    assert (len(reading.sources), reading.skipped) == (1, ())


# --- ids -------------------------------------------------------------------------------------------------------

IDS = [
    pytest.param(["000_4740", "001_4568"], ["000", "001"], id="what stands before the underscore"),
    pytest.param(["37_1ecb", "37_2ecb"], ["37_1ecb", "37_2ecb"], id="not unique: whole name"),
    pytest.param(["37_1ecb", "37_2ecb", "38_1"], ["37_1ecb", "37_2ecb", "38"], id="each for itself"),
    pytest.param(["a", "a_b"], ["a", "a_b"], id="a name that is the start of another"),
    pytest.param(["x", "x", "x-1"], ["x-2", "x-3", "x-1"], id="same name twice"),
    pytest.param(["The ferry (1)", "Täglich"], ["The-ferry-1", "Täglich"], id="blanks and signs"),
    pytest.param(["_a", "???"], ["_a", "source"], id="nothing before the underscore, nothing at all"),
]


@pytest.mark.parametrize(("stems", "expected"), IDS)
def test_ids(stems, expected):
    assert list(ids(stems)) == expected


@given(st.lists(st.text("ab_-1 ", min_size=1, max_size=4), max_size=8))
def test_ids_are_unique(stems):
    assert len(set(ids(sorted(stems)))) == len(stems)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(order=st.permutations(["a.txt", "37_1x.txt", "37_2x.md", "sub", "gone.txt", "same.txt", "sub/37_1x.txt"]))
def test_the_order_of_arguments_changes_nothing(tmp_path, order):
    (tmp_path / "sub").mkdir(exist_ok=True)
    write(tmp_path, a__txt="a", same__txt="a")
    write(tmp_path, **{"37_1x__txt": "1", "37_2x__md": "2"})
    write(tmp_path / "sub", **{"37_1x__txt": "3"})
    reading = read([str(tmp_path / name) for name in order], Settings())
    assert reading == read([str(tmp_path / name) for name in sorted(order)], Settings())
    assert [source.id for source in reading.sources] == ["37_1x-1", "37_2x", "a", "37_1x-2"]


# --- the publication date from the text ------------------------------------------------------------------------

DATE_LINES = [
    # line, day, UTC clock
    ("July 03, 2013 6:22AM", "2013-07-03", ""),
    ("Tuesday, July 2, 2013", "2013-07-02", ""),
    ("Tuesday, July 2nd, 2013", "2013-07-02", ""),
    ("3 July 2013 Last updated at 13:38 GMT", "2013-07-03", "13:38Z"),
    ("WEDNESDAY 03 JULY 2013", "2013-07-03", ""),
    ("Tue Jul 2, 2013 1:28PM GMT", "2013-07-02", "13:28Z"),
    ("on July 02 2013 7:41 AM", "2013-07-02", ""),
    ("2008-12-13", "2008-12-13", ""),
    ("2008/12/13", "2008-12-13", ""),
    ("2013-07-02T13:28:00Z", "2013-07-02", "13:28Z"),
    ("2013-07-02T13:28:00+00:00", "2013-07-02", "13:28Z"),
    ("2013-07-02T23:28:00+09:00", "2013-07-02", ""),
    ("Published: 2013-07-02", "2013-07-02", ""),
    ("Published on: Fri, 11 Nov 2011 at 09:56 IST", "2011-11-11", ""),
    ("Last updated on: November 11, 2011 19:04 IST", "2011-11-11", ""),
    ("August 10, 2011 - - Updated 0947 GMT (1747 HKT)", "2011-08-10", "09:47Z"),
    ("Posted 3rd of July 2013", "2013-07-03", ""),
    ("Dated: 1 Sept. 2021", "2021-09-01", ""),
    ("02.29.12 4:15 PM", "2012-02-29", ""),
    ("3/27/2012 @ 10:05AM", "2012-03-27", ""),
    ("27/3/2012", "2012-03-27", ""),
    ("04/04/2013", "2013-04-04", ""),
    ("31.12.99", "1999-12-31", ""),
    ("Wed 03/07/2013", "2013-07-03", ""),
    ("Thu 03/07/2013", "2013-03-07", ""),
    ("Posted: 08/04/11 06:44 PM ET", "2011-08-04", ""),
    ("Posted: 08/04/2011 18:44 BST", "2011-04-08", ""),
    ("Posted: 08/04/2011 Updated: 08/25/2011", "2011-08-04", ""),
    ("July 2, 2013 | Updated July 5, 2013", "2013-07-02", ""),
    ("Updated July 5, 2013, first published July 2, 2013", "2013-07-02", ""),
    ("By Ann Lee, Norland News | 3 July 2013", "2013-07-03", ""),
    ("Published 3 July 2013 by Ann Lee", "2013-07-03", ""),
    ("Published by the Norland Tide on July 2, 2013", "2013-07-02", ""),
    # Not a date, or not one that can be told, or not the date of publication.
    ("03/04/2013", None, ""),
    ("10/11/12", None, ""),
    ("July 2013", None, ""),
    ("July 3", None, ""),
    ("Tuesday", None, ""),
    ("2013-02-30", None, ""),
    ("31 June 2013", None, ""),
    ("13/13/2013", None, ""),
    ("July 2, 1066", None, ""),
    ("July 2, 2013 - July 5, 2013", None, ""),
    ("The sinking of July 2, 2013", None, ""),
    ("Photo taken July 2, 2013", None, ""),
    ("Date of Birth: July 2, 1950", None, ""),
    ("Deadline: July 2, 2013", None, ""),
    ("50 killed July 2, 2013", None, ""),
    ("Killed in action, July 2, 2013", None, ""),
    ("By July 2, 2013, Holm had fallen", None, ""),
    ("May 3, 2022 attack: what we know", None, ""),
    ("Version 2013.07.021", None, ""),
]


@pytest.mark.parametrize(("line", "day", "clock"), DATE_LINES, ids=[row[0] for row in DATE_LINES])
def test_a_line_that_is_a_date(tmp_path, line, day, clock):
    source = one(tmp_path, f"Ferry runs aground off Holm\n\n{line}\n\n{PROSE}\n")
    if day is None:
        assert (source.published, source.basis, source.doubtful) == (None, "", False)
        return
    told = source.published
    assert told
    assert (told.earliest, told.latest) == (date.fromisoformat(day),) * 2
    assert (told.precision, told.basis, told.clock, told.timex) == ("day", "line", clock, day)
    assert (source.basis, source.doubtful) == ("line", False)


DATELINES = [
    # opening line, day, basis
    ("KABUL, Afghanistan, May 3, 2022 (AP) - Talks failed.", "2022-05-03", "dateline"),
    ("HOLM, Norland, 3 May 2022 (Reuters) — Talks failed.", "2022-05-03", "dateline"),
    ("HOLM, May 3, 2022 - Talks failed.", "2022-05-03", "dateline"),
    ("HOLM (Reuters), May 3, 2022 – Talks failed.", "2022-05-03", "dateline"),
    ("HOLM, N. Dakota, May 3, 2022 /PRNewswire/ -- Talks failed.", "2022-05-03", "dateline"),
    ("Port Lessing, Norland, May 3, 2022 (NNA) - Talks failed.", "2022-05-03", "dateline"),
    ("HOLM, Calif. —2/29/2012", "2012-02-29", "dateline"),
    ("NNA Nov 12, 2011, 05.51AM IST HOLM:", "2011-11-12", "dateline"),
    ("LONDON, Jan. 7 (Reuters) - Talks failed.", None, ""),
    ("In Kabul, May 3, 2022 - a day to remember - passed.", None, ""),
    ("Market Square, June 4, 1989 – What happened", None, ""),
    ("AN EARTHQUAKE ON May 3, 2022 - the worst - killed 12.", None, ""),
    ("REMEMBERING JULY 1, 1916", None, ""),
    ("WAR DEAD - July 1, 1916", None, ""),
    ("The attack of May 3, 2022 (AP) failed.", None, ""),
]


@pytest.mark.parametrize(("line", "day", "basis"), DATELINES, ids=[row[0] for row in DATELINES])
def test_datelines(tmp_path, line, day, basis):
    source = one(tmp_path, f"Ferry runs aground off Holm\n\n{line}\n\n{PROSE}\n")
    assert (source.published and source.published.timex, source.basis) == (day, basis)
    assert source.body == 0


MASTHEADS = [
    ("We're Live Bangla Saturday, April 01, 2023", "2023-04-01"),
    ("The Norland Tide, Tuesday 2 July 2013", "2013-07-02"),
    ("The Norland Tide July 2, 2013", None),
    ("the attack on Holm Tuesday, July 2, 2013", None),
    ("The Attack On Holm Came Tuesday, July 2, 2013.", None),
]


@pytest.mark.parametrize(("line", "day"), MASTHEADS, ids=[row[0] for row in MASTHEADS])
def test_a_masthead_is_a_doubtful_date(tmp_path, line, day):
    source = one(tmp_path, f"{line}\n\nFerry runs aground off Holm\n\n{PROSE}\n")
    assert (source.published and source.published.timex, source.basis) == (day, "masthead" if day else "")
    assert source.doubtful is bool(day)
    if day:
        assert source.title == "Ferry runs aground off Holm"


def test_a_weekday_that_does_not_fit_makes_the_date_doubtful(tmp_path):
    source = one(tmp_path, f"Ferry aground\n\nMonday, July 2, 2013\n\n{PROSE}\n")
    assert (source.published and source.published.timex, source.basis, source.doubtful) == (
        "2013-07-02",
        "line",
        True,
    )


FIRST_LINES = [
    # first line, day, basis, where the story starts, title
    (
        " date 2022-05-03 Talks fail in Holm",
        "2022-05-03",
        "first-line",
        "Talks fail in Holm",
        "Talks fail in Holm",
    ),
    ("2022-05-03 Talks fail in Holm", "2022-05-03", "first-line", "Talks fail in Holm", "Talks fail in Holm"),
    (
        "Published: May 3, 2022 | Talks fail in Holm",
        "2022-05-03",
        "first-line",
        "Talks fail in Holm",
        "Talks fail in Holm",
    ),
    ("2022-05-03T10:00Z Talks fail in Holm", "2022-05-03", "first-line", "Talks fail", "Talks fail in Holm"),
    (
        "date: 2022-05-03 A year after May 4, 2021 Holm waits",
        "2022-05-03",
        "first-line",
        "A year after",
        "A year after May 4, 2021 Holm waits",
    ),
    ("2022-05-03", "2022-05-03", "line", "\n\n", ""),
    ("Published: 2022-05-03", "2022-05-03", "line", "\n\n", ""),
    ("Date 3 May 2022 set for talks", None, "", "Date 3 May", "Date 3 May 2022 set for talks"),
    ("2022-05-03 was a dark day for Holm", None, "", "2022-05-03 was", "2022-05-03 was a dark day for Holm"),
    (
        "2022-05-03 to 2022-06-01: Holm report",
        None,
        "",
        "2022-05-03 to",
        "2022-05-03 to 2022-06-01: Holm report",
    ),
]


@pytest.mark.parametrize(("line", "day", "basis", "story", "title"), FIRST_LINES, ids=[row[0] for row in FIRST_LINES])
def test_a_first_line_that_opens_with_the_date(tmp_path, line, day, basis, story, title):
    source = one(tmp_path, f"{line}\n\n{PROSE}\n")
    assert (source.published and source.published.timex, source.basis) == (day, basis)
    assert source.text[source.body :].startswith(story)
    assert source.title == title


TOPS = [
    # lines, day, why
    (["Ferry aground", "July 2, 2013", PROSE], "2013-07-02", "headline, date, prose"),
    (["July 2, 2013", "Ferry aground", PROSE], "2013-07-02", "date first"),
    (["Ferry aground", PROSE, "July 2, 2013", PROSE], "2013-07-02", "a dek may come first"),
    (["Ferry aground", PROSE, PROSE, "July 2, 2013", PROSE], None, "in the middle of the story"),
    (["Ferry aground", PROSE, PROSE, "Published: 2013-07-02"], None, "a label below the story"),
    (["A chronicle", "July 2, 2013", PROSE, "July 9, 2013", PROSE], None, "headings of a chronicle"),
    (
        ["Ferry aground", "Published: July 2, 2013", "July 9, 2013", PROSE],
        "2013-07-02",
        "a label beats a bare date",
    ),
    (
        ["Ferry aground", "Updated: July 5, 2013", "July 2, 2013", PROSE],
        "2013-07-02",
        "a bare date beats an update",
    ),
    (["Ferry aground", "Updated: July 5, 2013", PROSE], "2013-07-05", "an update is better than nothing"),
    (
        ["Tide Saturday, July 6, 2013", "Ferry aground", "July 2, 2013", PROSE],
        "2013-07-02",
        "a line beats a masthead",
    ),
    (
        ["Ferry aground", "HOLM, July 3, 2013 - Talks failed.", "July 2, 2013"],
        "2013-07-02",
        "a line beats a dateline",
    ),
    (
        ["Ferry aground", "Posted: 08/04/2011", "Updated: 08/25/2011", PROSE],
        "2011-08-04",
        "one date tells the order",
    ),
    (["Ferry aground", *(["Menu"] * 14), "July 2, 2013"], None, "too far down"),
    (["Ferry aground", PROSE.replace("Lessing", "Lessing on July 2, 2013")], None, "prose"),
]


@pytest.mark.parametrize(("lines", "day"), [top[:2] for top in TOPS], ids=[top[2] for top in TOPS])
def test_where_the_date_stands(tmp_path, lines, day):
    source = one(tmp_path, "\n\n".join(lines))
    assert (source.published and source.published.timex) == day


def test_other_days_far_below_make_a_bare_date_doubtful(tmp_path):
    entries = "\n\n".join(f"{day} July 2013\n\n" + f"{PROSE}\n\n" * 20 for day in (2, 4, 9))
    source = one(tmp_path, f"A diary\n\n{entries}")
    assert (source.published and source.published.timex, source.doubtful) == ("2013-07-02", True)


@given(st.text("JulyMay 0123456789,./:-()APMGTZ\n", max_size=60))
def test_no_top_breaks_the_search(tmp_path_factory, text):
    folder = tmp_path_factory.mktemp("any")
    source = one(folder, f"{text}\n{PROSE}")
    assert 0 <= source.body <= len(source.text)
    assert (source.published is None) == (source.basis == "")


# --- title -----------------------------------------------------------------------------------------------------

TITLES = [
    (f"Ferry aground off Holm\n\n{PROSE}", "Ferry aground off Holm"),
    (f"Why did the ferry run aground off Holm on such a day?\n\n{PROSE}", "Why did the ferry run aground off Holm on such a day?"),
    (f"By Ann Lee\n\nFerry aground\n\n{PROSE}", "Ferry aground"),
    (f"Home\n\nFerry aground\n\n{PROSE}", "Ferry aground"),
    (f"{PROSE}\n\nPower cut", ""),
    ("Over the last few weeks, the coast guard has slowly gained\ncontrol over the ferry and its crew.", ""),
    ("Ferry runs aground off Port Lessing with 212 people\non July 02 2013 7:41 AM\n" + PROSE, "Ferry runs aground off Port Lessing with 212 people"),
    (f"https://example.org/a b\n\n{PROSE}", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_titles(tmp_path, text, title):
    assert one(tmp_path, text).title == title


MARKDOWN = [
    ("# Ferry aground\n\nText.", "Ferry aground"),
    ("Ferry aground\n====\n\nText.", "Ferry aground"),
    ("---\ntitle: From the matter\n---\n# Ferry aground\n", "From the matter"),
    ("Ferry aground\n\nText.", "Ferry aground"),
]


@pytest.mark.parametrize(("text", "title"), MARKDOWN)
def test_markdown_titles(tmp_path, text, title):
    assert one(tmp_path, text, "story.md").title == title


# --- front matter ----------------------------------------------------------------------------------------------

MATTERS = [
    # front matter, day, title, publisher
    ("---\ndate: 2013-07-02\n---\n", "2013-07-02", "", ""),
    ("---\r\ndate: 2013-07-02\r\n---\r\n", "2013-07-02", "", ""),
    ('---\nPublished: "July 2, 2013" # local\nTitle: \'A: B\'\nauthor: Ann Lee\n---\n', "2013-07-02", "A: B", "Ann Lee"),
    ("---\npublisher: Tide\nauthor: Ann Lee\ntags:\n  - date: 1999-01-01\n---\n", None, "", "Tide"),
    ("+++\ndate = 2013-07-02T13:00:00Z\ntitle = \"Ferry\"\n+++\n", "2013-07-02", "Ferry", ""),
    ("---\ndate: 3 juillet 2013\n---\n", "2013-07-03", "", ""),
    ("---\ndate: 2013-07\n---\n", "2013-07", "", ""),
    ("---\ndate: 2013\n---\n", "2013", "", ""),
    ("---\ndate: 03/04/2013\n---\n", None, "", ""),
    ("---\ndate: 03 04 2013\n---\n", None, "", ""),
    ("---\ndate: yesterday\n---\n", None, "", ""),
    ("---\ndate: July 2013\n---\n", None, "", ""),
    ("---\ndate: 2013-13\n---\n", None, "", ""),
]  # fmt: skip


@pytest.mark.parametrize("suffix", ["md", "txt"])
@pytest.mark.parametrize(("matter", "day", "title", "publisher"), MATTERS)
def test_front_matter(tmp_path, matter, day, title, publisher, suffix):
    source = one(tmp_path, f"{matter}{PROSE}", f"story.{suffix}")
    assert (source.published and source.published.timex, source.title, source.publisher) == (
        day,
        title,
        publisher,
    )
    assert (source.basis, source.body) == ("front-matter" if day else "", len(matter))
    assert source.text == f"{matter}{PROSE}"


def test_a_month_covers_its_days(tmp_path):
    told = one(tmp_path, f"---\ndate: 2012-02\n---\n{PROSE}", "story.md").published
    assert told
    assert (told.earliest, told.latest, told.precision) == (date(2012, 2, 1), date(2012, 2, 29), "month")


@pytest.mark.parametrize("text", ["---\nNo block ends here.", "---\n\n---\nText", "--- a\ntitle: x\n---\n"])
def test_rules_are_no_front_matter(tmp_path, text):
    source = one(tmp_path, text, "story.md")
    assert (source.body, source.published, source.basis) == (0, None, "")


def test_front_matter_beats_the_text(tmp_path):
    source = one(tmp_path, f"---\ndate: 2013-07-05\n---\nPublished: 2013-07-02\n\n{PROSE}", "story.md")
    assert (source.published and source.published.timex, source.basis) == ("2013-07-05", "front-matter")
    assert source.text[source.body :].strip() == PROSE


# --- sources.csv -----------------------------------------------------------------------------------------------


def test_the_table_tells_title_publisher_and_date():
    sources = {source.id: source for source in read([str(ROOT / "fixtures/read/harbour")], Settings()).sources}
    assert [(sources[name].title, sources[name].publisher, sources[name].basis) for name in sorted(sources)] == [
        ("Ferry runs aground off Port Lessing", "The Lessing Tide", "line"),
        ("Inquiry opens into Port Lessing grounding", "The Lessing Tide", "front-matter"),
        ("Ferry towed to Holm", "", "front-matter"),
        ("", "", "dateline"),
        ("Fog blamed", "Norland Radio", "table"),
    ]
    assert [sources[name].published.timex for name in sorted(sources)] == [  # type: ignore[union-attr]
        "2021-05-04",
        "2021-05-06",
        "2021-05-07",
        "2021-05-05",
        "2021-05-05",
    ]


TABLES = [
    ("path,published\na.txt,2013-07-02\n", "2013-07-02"),
    ("\ufeffPath , Published\r\na.txt,2013-07-02\r\n\r\n", "2013-07-02"),
    ("path;published\na.txt;2.7.2013 10:00 BST\n", "2013-07-02"),
    ('path,title,published\na.txt,"A, B",2 juillet 2013\n', "2013-07-02"),
    ("path,published\na.txt,\n", None),
    ("path,published\na.txt\n", None),
    ("path,published\n.\\a.txt,2013-07-02\n", "2013-07-02"),
    ("path\tpublished\na.txt\t2013-07-02\n", "2013-07-02"),
    ("path,published,,\na.txt,2013-07-02,,\n,,,\n", "2013-07-02"),
    ("path,published\na.txt,2013-07-02,,\n", "2013-07-02"),
    ("\r\n,,\r\npath,published\r\na.txt,2013-07-02\r\n", "2013-07-02"),
]


@pytest.mark.parametrize(("table", "day"), TABLES)
def test_tables(tmp_path, table, day):
    write(tmp_path, a__txt=PROSE, sources__csv=table)
    (source,) = read([str(tmp_path / "a.txt")], Settings()).sources
    assert (source.published and source.published.timex, source.basis) == (day, "table" if day else "")


def test_the_nearest_table_wins(tmp_path):
    (tmp_path / "d").mkdir()
    write(tmp_path, sources__csv="path,publisher\nd/a.txt,Far\nd/b.txt,Far\n")
    write(tmp_path / "d", a__txt="a", b__txt="b", sources__csv="path,publisher\na.txt,Near\n")
    assert [source.publisher for source in read([str(tmp_path)], Settings()).sources] == ["Near", "Far"]


TABLE_ERRORS = [
    ("path,publishd\n", 'sources.csv:1: unknown column "publishd" (did you mean published?)'),
    (
        "path,colour\n",
        'sources.csv:1: unknown column "colour" (columns are path, title, publisher, published, url)',
    ),
    ("title\nx\n", 'sources.csv:1: no column "path"'),
    ("", 'sources.csv:1: no column "path"'),
    ("path,path\n", "sources.csv:1: column given twice"),
    ("path\na.tx\n", 'sources.csv:2: no file "a.tx" (did you mean a.txt?)'),
    ("path\nA.TXT\n", 'sources.csv:2: no file "A.TXT" (did you mean a.txt?)'),
    ("\npath,publishd\n", 'sources.csv:2: unknown column "publishd" (did you mean published?)'),
    ("path,,title\n", "sources.csv:1: column without a name (the first row names the columns: path, "),
    ("path,title\n,x\n", 'sources.csv:2: no file ""'),
    ("title,path\nx\n", 'sources.csv:2: no file ""'),
    ("path,title\na.txt," + "x" * 200_000, "sources.csv:2: damaged table: field larger than field limit (131072)"),
    ("path\na.txt\na.txt\n", "sources.csv:3: second row for the same path (keep one)"),
    ("path\na.txt,b\n", "sources.csv:2: more cells than columns"),
    (
        "path,published\na.txt,03/04/2013\n",
        'sources.csv:2: cannot read the date "03/04/2013" (write it as YYYY-MM-DD)',
    ),
    ("path,published\na.txt,soon\n", 'sources.csv:2: cannot read the date "soon"'),
    ("path\0", "sources.csv: binary file"),
]


@pytest.mark.parametrize(("table", "message"), TABLE_ERRORS)
def test_mistakes_in_a_table_are_errors(tmp_path, table, message):
    write(tmp_path, a__txt=PROSE, sources__csv=table)
    with pytest.raises(FactcheckError) as error:
        read([str(tmp_path)], Settings())
    assert message in str(error.value)


# --- --date ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["in/37_a.txt", "./in/37_a.txt", "37_a.txt", "37_a", "37"])
@pytest.mark.parametrize("value", ["2013-07-02", "2 July 2013", "le 2 juillet 2013"])
def test_a_date_can_be_given_by_path_name_or_id(tmp_path, monkeypatch, key, value):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    write(tmp_path / "in", **{"37_a__txt": "Published: 2001-01-01\n\nText", "b__txt": "b"})
    write(tmp_path / "in", sources__csv="path,published\n37_a.txt,2002-02-02\n")
    first, other = read(["in"], Settings(dates={key: value})).sources
    assert first.published
    assert (first.published.timex, first.published.basis, first.basis) == ("2013-07-02", "option", "option")
    assert other.published is None


DATE_ERRORS = [
    ({"a.txt": "31/31/2013"}, '--date a.txt: cannot read the date "31/31/2013" (write it as YYYY-MM-DD)'),
    ({"a.txt": "03/04/2013"}, '--date a.txt: cannot read the date "03/04/2013"'),
    ({"a.txt": "today"}, '--date a.txt: cannot read the date "today"'),
    ({"a.txt": "July 2"}, '--date a.txt: cannot read the date "July 2"'),
    ({"a.txt": ""}, '--date a.txt: cannot read the date ""'),
    ({"aa.txt": "2013-07-02"}, "--date aa.txt: no input of this name (did you mean a.txt?)"),
    ({"x": "2013-07-02"}, "--date x: no input of this name (inputs are "),
    ({"c.txt": "2013-07-02"}, '--date c.txt: "c.txt" fits 2 files (give the path: '),
    ({"a.txt": "2013-07-02", "a": "2013-07-02"}, "two dates for one file"),
]


@pytest.mark.parametrize(("dates", "message"), DATE_ERRORS)
def test_mistakes_in_date_options_are_errors(tmp_path, dates, message):
    (tmp_path / "d").mkdir()
    write(tmp_path, a__txt="a", c__txt="c")
    write(tmp_path / "d", c__txt="d")
    with pytest.raises(FactcheckError) as error:
        read([str(tmp_path)], Settings(dates=dates))
    assert message in str(error.value)


def test_a_date_for_a_skipped_file_is_no_mistake(tmp_path):
    write(tmp_path, a__txt="a", b__txt="a")
    assert len(read([str(tmp_path)], Settings(dates={"b.txt": "2013-07-02"})).sources) == 1


# --- the seeds -------------------------------------------------------------------------------------------------


def test_the_seeds():
    sources = read([str(ROOT / "seeds")], Settings()).sources
    assert [(one.id, one.published and one.published.timex, one.basis, one.doubtful) for one in sources] == [
        ("000", "2022-05-03", "first-line", False),
        ("001", None, "", False),
        ("002", None, "", False),
        ("003", "2023-04-01", "masthead", True),
        ("004", None, "", False),
    ]
    assert sources[0].text[sources[0].body :].startswith(sources[0].title)
    assert [bool(one.title) for one in sources] == [True, True, True, True, False]


def test_reading_the_seeds_loads_nothing_heavy():
    code = (
        "import sys; from factcheck.read import read; from factcheck.settings import Settings; "
        f"read([{str(ROOT / 'seeds')!r}], Settings()); "
        "print({'chardet', 'dateparser', 'csv', 'difflib', 'glob', 'rich', 'rapidfuzz'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(ROOT / "src")},
    )
    assert done.stdout.strip() == "set()"
