"""Word documents (.docx): paragraphs, tables, text boxes, then the notes; deleted text is left out."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.read.archive import Archive
from factcheck.read.document import Document, Unreadable, aside, joined
from factcheck.read.office import Names, paragraphs, properties

_NAMES = Names(
    paragraphs=frozenset({"p"}),
    text=frozenset({"t"}),
    row="tr",
    cell="tc",
    # Word writes a text box twice, the second time for older programs.
    skip=frozenset({"Fallback", "moveFrom", "instrText", "delText", "pPr", "rPr"}),
    signs={"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"},
)
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")


def document(data: bytes, encoding: str) -> Document:
    """Unpack the text.

    Raises:
        Unreadable: it is no Word document, protected, damaged or hostile.
    """
    del encoding
    pack = Archive(data)
    main = pack.read("word/document.xml") or pack.read("word/document2.xml")
    if not main:
        raise Unreadable("no Word document; check what the file is, or save it as .docx")
    notes = (note for name in _NOTES for note in _part(pack, name))
    text = joined((*paragraphs(main, _NAMES), *notes))
    about = properties(pack.read("docProps/core.xml"))
    return Document(
        text,
        title=about.get("title", ""),
        date=about.get("created", ""),
        basis="properties",
        weak=True,
        aside=aside(list(_margins(pack)), text),
    )


def _margins(pack: Archive) -> Iterator[str]:
    """What stands at the top and the foot of each page."""
    for name in pack.names:
        if name.startswith(("word/header", "word/footer")) and name.endswith(".xml"):
            yield from _part(pack, name)


def _part(pack: Archive, name: str) -> list[str]:
    data = pack.read(name)
    return paragraphs(data, _NAMES) if data else []
