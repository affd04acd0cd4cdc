"""Which module reads which suffix; a reader is imported when its first file is met.

A reader is a module with `document(data: bytes, encoding: str) -> Document`; `encoding` is "" unless the user
forced a codec. To add a format: write the module, add its suffixes here.
"""

from __future__ import annotations

from importlib import import_module
from typing import Protocol, cast

from factcheck.read.document import Document

READERS = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
}

# Formats articles come in that have no reader: worth a word when a folder holds one.
UNREAD = frozenset(
    {".html", ".htm", ".xhtml", ".mhtml", ".pdf", ".rtf", ".doc", ".docx", ".odt", ".epub", ".eml", ".msg"}
)


class Reader(Protocol):
    """The one function a reader module has."""

    def __call__(self, data: bytes, encoding: str) -> Document:
        """Turn the bytes of a file into text.

        Raises:
            Unreadable: they hold no text.
        """


def reader(suffix: str) -> Reader:
    """The reader of a suffix such as ".md"; plain text for standard input and files without a suffix."""
    module = import_module(f"factcheck.read.{READERS[suffix.lower() or '.txt']}")
    return cast(Reader, module.document)


def supported() -> str:
    """The suffixes that can be read, for messages: ".markdown, .md, .text, .txt"."""
    return ", ".join(sorted(READERS))
