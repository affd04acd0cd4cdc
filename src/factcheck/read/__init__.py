"""Paths to sources: decoded text, title, and the publication date with what it rests on."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from factcheck.errors import FactcheckError
from factcheck.model import Period, Reading, Skip, Source
from factcheck.read.dates import explicit
from factcheck.read.decode import known
from factcheck.read.document import Document, Unreadable
from factcheck.read.formats import reader, supported
from factcheck.read.head import head, headline
from factcheck.read.inputs import Input, contents, gather, tables
from factcheck.read.naming import called, ids
from factcheck.read.options import given, written
from factcheck.read.published import published
from factcheck.settings import Settings

if TYPE_CHECKING:
    from factcheck.read.table import Row

__all__ = ["read"]

# Code points that tell the script.
_LOOK = 2000


class _Loaded(NamedTuple):
    """One readable input; `sha256` of its bytes."""

    source: Input
    document: Document
    sha256: str


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
    loaded, failed = _load(inputs, settings.encoding)
    skipped = tuple(sorted((*missing, *failed), key=lambda skip: skip.path))
    if not loaded:
        raise _nothing(skipped)
    names = ids([called(one.source, settings.names) for one in loaded])
    outside = _outside(loaded, names, settings.dates, skipped)
    sources = (_source(one, name, told) for one, name, told in zip(loaded, names, outside, strict=True))
    return Reading(tuple(sources), skipped)


def _load(inputs: Sequence[Input], encoding: str) -> tuple[list[_Loaded], list[Skip]]:
    """Read and decode; the second of two files with the same bytes is left out."""
    loaded: list[_Loaded] = []
    skipped: list[Skip] = []
    first: dict[str, str] = {}
    for one in inputs:
        try:
            data = contents(one)
            sha256 = hashlib.sha256(data).hexdigest()
            if sha256 in first:
                skipped.append(Skip(one.path, f"same content as {first[sha256]}; counted once", failed=False))
                continue
            loaded.append(_Loaded(one, _document(data, one, encoding), sha256))
            first[sha256] = one.path
        except Unreadable as error:
            skipped.append(Skip(one.path, str(error)))
    return loaded, skipped


def _document(data: bytes, one: Input, encoding: str) -> Document:
    document = reader(one.file.suffix)(data, encoding)
    if not document.text or document.text.isspace():
        raise Unreadable("empty file; remove it or save the article into it")
    if not document.text[document.body :].strip():
        raise Unreadable("nothing below the front matter; remove it or save the article into it")
    return document


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
    loaded: Sequence[_Loaded], names: Sequence[str], dates: Mapping[str, str], skipped: Sequence[Skip]
) -> list[_Outside]:
    """Options and table rows, one entry per loaded input."""
    inputs = [one.source for one in loaded]
    keys = given(dates, [one.path for one in inputs], names, skipped) if dates else {}
    rows = _rows(inputs)
    told = []
    for one in inputs:
        key, row = keys.get(one.path), rows.get(one.file.resolve()) if rows else None
        option = written(dates[key], "option", f"--date {key}") if key is not None else None
        table = written(row.published, "table", row.where) if row and row.published else None
        told.append(_Outside(option or table, row.title if row else "", row.publisher if row else ""))
    return told


def _rows(inputs: Sequence[Input]) -> Mapping[Path, Row]:
    """The rows of the tables beside the inputs; most runs have none and never load the CSV reader."""
    found = tables(inputs)
    if not found:
        return {}
    from factcheck.read.table import rows

    return rows(found)


def _source(one: _Loaded, name: str, outside: _Outside) -> Source:
    document = one.document
    lines = head(document.text, document.body)
    top = published(lines, document.text, document.body)
    front = explicit(document.date, "front-matter") if document.date else None
    told = outside.published or front
    return Source(
        id=name,
        path=one.source.path,
        text=document.text,
        title=outside.title or document.title or top.title or headline(lines, top.dated),
        publisher=outside.publisher or document.publisher,
        published=told or top.published,
        basis=told.basis if told else top.basis,
        doubtful=False if told else top.doubtful,
        language=_language(document.text, document.body),
        sha256=one.sha256,
        encoding=document.encoding,
        guessed=document.guessed,
        origin="stdin" if one.source.path == "-" else "file",
        body=top.body,
    )


def _language(text: str, body: int) -> str:
    """English, "en", or "" when half the letters at the start are of another script than Latin."""
    letters = [char for char in text[body : body + _LOOK] if char.isalpha()]
    # Latin ends at U+024F; U+1E00 to U+1EFF are its letters with marks.
    latin = sum(char < "\u0250" or "\u1e00" <= char <= "\u1eff" for char in letters)
    return "en" if 2 * latin >= len(letters) else ""
