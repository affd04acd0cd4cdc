"""E-books (.epub): the chapters in their reading order."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from factcheck.read.archive import Archive
from factcheck.read.document import Document, Unreadable, joined
from factcheck.read.markup import parse
from factcheck.read.office import properties
from factcheck.read.page import page

_MOST = 32 * 1024 * 1024
_NONE = "no chapters in it; check what the file is"


def document(data: bytes, encoding: str) -> Document:
    """Unpack the text.

    Raises:
        Unreadable: it is no e-book, protected, damaged or hostile.
    """
    pack = Archive(data, _MOST)
    if "META-INF/encryption.xml" in pack.names and b"EncryptedData" in pack.read("META-INF/encryption.xml"):
        raise Unreadable("protected against copying; get it without protection")
    packing = _Packing()
    _read(pack, "META-INF/container.xml", packing)
    _read(pack, packing.root, packing)
    about = properties(pack.read(packing.root))
    return Document(
        joined(_chapters(pack, packing, encoding)),
        title=about.get("title", ""),
        publisher=about.get("publisher", ""),
        date=about.get("date", ""),
        basis="meta",
    )


def _chapters(pack: Archive, packing: _Packing, encoding: str) -> Iterator[str]:
    folder = posixpath.dirname(packing.root)
    for chapter in packing.spine:
        name = posixpath.normpath(posixpath.join(folder, unquote(packing.items.get(chapter, ""))))
        data = pack.read(name)
        if data:
            yield from page(data, encoding).body


def _read(pack: Archive, name: str, packing: _Packing) -> None:
    data = pack.read(name)
    if not data:
        raise Unreadable(_NONE)
    parse(data, packing)


class _Packing:
    """Where the package file is, the files it lists, and their order."""

    def __init__(self) -> None:
        self.root = ""
        self.items: dict[str, str] = {}
        self.spine: list[str] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "rootfile":
            self.root = self.root or attributes.get("full-path", "")
        elif name == "item":
            self.items[attributes.get("id", "")] = attributes.get("href", "")
        elif name == "itemref":
            self.spine.append(attributes.get("idref", ""))

    def end(self, name: str) -> None:
        """Nothing ends that matters."""

    def characters(self, text: str) -> None:
        """The package file is all attributes; its titles are read as properties."""
