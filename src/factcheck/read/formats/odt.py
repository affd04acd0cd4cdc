"""OpenDocument texts (.odt): headings, paragraphs, tables and notes; tracked deletions and comments are left out."""

from __future__ import annotations

from factcheck.read.archive import Archive
from factcheck.read.document import Document, Unreadable, joined
from factcheck.read.office import Names, paragraphs, properties

_NAMES = Names(
    paragraphs=frozenset({"p", "h"}),
    text=frozenset(),
    row="table-row",
    cell="table-cell",
    skip=frozenset({"tracked-changes", "annotation", "note-citation", "forms", "sequence-decls"}),
    signs={"s": " ", "tab": " ", "line-break": "\n"},
)


def document(data: bytes, encoding: str) -> Document:
    """Unpack the text.

    Raises:
        Unreadable: it is no OpenDocument text, protected, damaged or hostile.
    """
    del encoding
    pack = Archive(data)
    content = pack.read("content.xml")
    if not content:
        raise Unreadable("no OpenDocument text; check what the file is, or save it as .odt")
    if b"encryption-data" in pack.read("META-INF/manifest.xml"):
        raise Unreadable("protected by a password; save it without one")
    about = properties(pack.read("meta.xml"))
    return Document(
        joined(paragraphs(content, _NAMES)),
        title=about.get("title", ""),
        date=about.get("creation-date", ""),
        basis="properties",
        weak=True,
    )
