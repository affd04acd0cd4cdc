"""Paths to sources: decoded text, title, and the publication date with what it rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from factcheck.checking import TYPE_CHECKING
from factcheck.errors import FactcheckError
from factcheck.model import Period, Reading, Skip, Source
from factcheck.read.dates import explicit
from factcheck.read.decode import known
from factcheck.read.formats import supported
from factcheck.read.head import head, headline
from factcheck.read.ignore import ignores
from factcheck.read.inputs import Input, Table, gather, tables
from factcheck.read.load import Loaded, load
from factcheck.read.naming import called, ids
from factcheck.read.options import given, written
from factcheck.read.published import published
from factcheck.record import NamedTuple
from factcheck.settings import Settings

if TYPE_CHECKING:
    from factcheck.read.table import Row

__all__ = ["read"]

# Code points that tell the script.
_LOOK = 2000


class _Outside(NamedTuple):
    """What is known about a source from outside its file."""

    published: Period | None
    title: str
    publisher: str


def read(paths: Sequence[str], settings: Settings) -> Reading:
    """Read files, folders, globs and "-" (standard input); what cannot be read is skipped with a reason.

    Raises:
        FactcheckError: nothing could be read, a `--date`, `sources.csv` or the encoding is wrong.
    """
    if not paths:
        raise FactcheckError("no files or folders given", hint="name the folder your articles are in")
    known(settings.encoding)
    inputs, missing = gather(paths, settings.exclude)
    loaded, failed, packed = load(inputs, settings.encoding)
    skips = sorted((*missing, *failed), key=lambda skip: skip.path)
    skipped = tuple(map(_forgiven, skips) if settings.skip_unreadable else skips)
    if not loaded:
        raise _nothing(skipped)
    names = ids([called(one.source, settings.names) for one in loaded])
    outside = _outside(loaded, names, settings.dates, skipped, packed)
    sources = (_source(one, name, told) for one, name, told in zip(loaded, names, outside, strict=True))
    return Reading(tuple(sources), skipped)


def _forgiven(skip: Skip) -> Skip:
    """A skip that is no failure, unless there is nothing at its path."""
    return skip._replace(failed=skip.failed and skip.absent)


def _nothing(skipped: Sequence[Skip]) -> FactcheckError:
    """The error of a run without a single source, with the reasons."""
    if not skipped:
        return FactcheckError("no article among the inputs", hint=f"articles are {supported()}")
    if len(skipped) == 1:
        message, _, cure = skipped[0].reason.partition("; ")
        return FactcheckError(message, skipped[0].path, cure)
    reasons = " | ".join(f"{skip.path}: {skip.reason}" for skip in skipped[:3])
    return FactcheckError(f"none of {len(skipped)} inputs could be read", hint=reasons)


def _outside(
    loaded: Sequence[Loaded],
    names: Sequence[str],
    dates: Mapping[str, str],
    skipped: Sequence[Skip],
    packed: Sequence[Table],
) -> list[_Outside]:
    """Options and table rows, one entry per loaded input."""
    inputs = [one.source for one in loaded]
    keys = given(dates, [one.path for one in inputs], names, skipped) if dates else {}
    rows = _rows(inputs, packed)
    told = []
    for one in inputs:
        key, row = keys.get(one.path), rows.get(one.file.resolve()) if rows else None
        option = written(dates[key], "option", f"--date {key}") if key is not None else None
        table = written(row.published, "table", row.where) if row and row.published else None
        told.append(_Outside(option or table, row.title if row else "", row.publisher if row else ""))
    return told


def _rows(inputs: Sequence[Input], packed: Sequence[Table]) -> Mapping[Path, Row]:
    """The rows of the tables beside the inputs; most runs have none and never load the CSV reader."""
    found = (*tables(inputs), *packed)
    if not found:
        return {}
    from factcheck.read.table import rows

    return rows(found, inputs)


def _source(one: Loaded, name: str, outside: _Outside) -> Source:
    document = one.document
    lines = head(document.text, document.body)
    top = published(lines, document.text, document.body)
    within = explicit(document.date, document.basis) if document.date else None
    told = outside.published or (None if document.weak else within)
    day = told or top.published or within
    heading = top.title or headline(lines, top.dated)
    own = (heading or document.title) if document.weak else (document.title or heading)
    return Source(
        id=name,
        path=one.source.path,
        text=document.text,
        title=outside.title or own,
        publisher=outside.publisher or document.publisher,
        published=day,
        basis=told.basis if told else top.basis or (day.basis if day else ""),
        doubtful=False if told else top.doubtful or bool(day and not top.published),
        language=_language(document.text, document.body),
        sha256=one.sha256,
        encoding=document.encoding,
        guessed=document.guessed,
        origin="stdin" if one.source.path.partition("/")[0] == "-" else "file",
        body=top.body,
        pages=document.pages,
        aside=document.aside,
        ignores=ignores(document.text),
        verbatim=document.verbatim and (one.source.path == "-" or one.source.file.exists()),
    )


def _language(text: str, body: int) -> str:
    """English, "en", or "" when half the letters at the start are of another script than Latin."""
    start = text[body : body + _LOOK]
    if start.isascii():
        return "en"
    letters = [char for char in start if char.isalpha()]
    # Latin ends at U+024F; U+1E00 to U+1EFF are its letters with marks.
    latin = sum(char < "\u0250" or "\u1e00" <= char <= "\u1eff" for char in letters)
    return "en" if 2 * latin >= len(letters) else ""
