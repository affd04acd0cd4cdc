"""Inputs to documents: each file goes to its reader, and files that hold others are opened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.digest import sha256
from factcheck.model import Skip
from factcheck.read.dates import explicit
from factcheck.read.document import Document, Elsewhere, Member, Unreadable
from factcheck.read.formats import READERS, UNREAD, reader, sniffed
from factcheck.read.inputs import TABLE, Input, Table, contents, unread
from factcheck.record import NamedTuple

_MOST_MEMBERS = 50_000


class Loaded(NamedTuple):
    """One readable source; `sha256` of its bytes."""

    source: Input
    document: Document
    sha256: str


Found = Loaded | Skip | Table


class Harvest(NamedTuple):
    """What the inputs gave: sources by path, what was left out, and tables about sources that lie in archives."""

    loaded: list[Loaded]
    skipped: list[Skip]
    tables: list[Table]


def load(inputs: Sequence[Input], encoding: str) -> Harvest:
    """Read and decode; the second of two sources with the same bytes is left out."""
    loaded: list[Loaded] = []
    skipped: list[Skip] = []
    tables: list[Table] = []
    first: dict[str, str] = {}
    for one in inputs:
        for found in _file(one, encoding):
            if isinstance(found, Skip):
                skipped.append(found)
            elif isinstance(found, Table):
                tables.append(found)
            elif found.sha256 in first:
                reason = f"same content as {first[found.sha256]}; counted once"
                skipped.append(Skip(found.source.path, reason, failed=False))
            else:
                first[found.sha256] = found.source.path
                loaded.append(found)
    return Harvest(sorted(loaded, key=lambda one: one.source.path), skipped, tables)


def _file(one: Input, encoding: str) -> Iterator[Found]:
    """What a file of the user holds; nothing at all is worth a word only when it was asked for."""
    try:
        data = contents(one)
        found = False
        for inner in _opened(one, data, encoding):
            found = True
            yield inner
        if not found and one.asked:
            yield Skip(one.path, "no article in it; check what the file is")
    except Elsewhere as error:
        if one.asked:
            yield Skip(one.path, str(error))
    except Unreadable as error:
        yield Skip(one.path, str(error))


def _opened(one: Input, data: bytes, encoding: str) -> Iterator[Found]:
    """The document in some bytes, and the members.

    Raises:
        Unreadable: they cannot be read.
    """
    kind = reader(one.file.suffix.lower() or sniffed(data))
    if hasattr(kind, "document"):
        yield Loaded(one, _checked(kind.document(data, encoding)), sha256(data).hexdigest())
    if hasattr(kind, "members"):
        for number, member in enumerate(kind.members(data, encoding), 1):
            if number > _MOST_MEMBERS:
                raise Unreadable(f"more than {_MOST_MEMBERS:,} articles in it; split it, the rest is left out")
            yield from _member(one, member, encoding)


def _member(outer: Input, member: Member, encoding: str) -> Iterator[Found]:
    """What a member of a file holds; files without a reader are passed over."""
    path = outer.path + member.name
    one = outer._replace(path=path, file=outer.file.parent / (outer.file.name + member.name), asked=False)
    suffix = one.file.suffix.lower()
    try:
        if member.told:
            digest = sha256(member.data()).hexdigest()
            yield Loaded(one, _dated(_checked(member.told)), digest)
        elif member.name.startswith("#"):
            member.data()
        elif one.file.name == TABLE:
            yield Table(path, one.file, member.data())
        elif suffix in UNREAD:
            yield Skip(path, unread(suffix))
        elif suffix == ".zip":
            yield Skip(path, "an archive in another file; unpack it and give the folder")
        elif suffix in READERS:
            yield from _opened(one, member.data(), encoding)
    except Elsewhere:
        return
    except Unreadable as error:
        yield Skip(path, str(error))


def _checked(document: Document) -> Document:
    """The document itself.

    Raises:
        Unreadable: nothing is in it.
    """
    if not document.text or document.text.isspace():
        raise Unreadable("no text in it; remove it or save the article into it")
    if not document.text[document.body :].strip():
        raise Unreadable("nothing below the front matter; remove it or save the article into it")
    return document


def _dated(document: Document) -> Document:
    """The document itself.

    Raises:
        Unreadable: somebody wrote down its date in a way that cannot be read.
    """
    if document.date and explicit(document.date, document.basis) is None:
        raise Unreadable(f'cannot read the date "{document.date}"; write it as YYYY-MM-DD')
    return document
