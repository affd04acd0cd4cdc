"""Which module reads which suffix; a reader is imported when its first file is met.

A reader is a module of this folder with one or both of

    document(data: bytes, encoding: str) -> Document              the file is an article
    members(data: bytes, encoding: str) -> Iterator[Member]       there are articles in it

`encoding` is "" unless the user forced a codec. Both raise `Unreadable` when they cannot. To add a format: write the
module, add its suffixes here.
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

READERS = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".mhtml": "mhtml",
    ".mht": "mhtml",
    ".pdf": "pdf",
    ".docx": "docx",
    ".odt": "odt",
    ".rtf": "rtf",
    ".epub": "epub",
    ".eml": "eml",
    ".csv": "csv",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".zip": "zip",
}

UNREAD = {
    ".doc": ".docx",
    ".pages": ".docx",
    ".msg": ".eml",
    ".webarchive": ".html",
}
"""Formats articles come in that have no reader, each with one that has: worth a word when a folder holds one."""

# How files begin that come without a suffix.
_SIGNS = (
    (rb"%PDF-", ".pdf"),
    (rb"{\\rtf", ".rtf"),
    (
        rb"(?i)(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b",
        ".html",
    ),
    (rb"(?i)(?:return-path|received|mime-version|message-id|delivered-to):[^\n]*\n(?:[\w-]+:|\s)", ".eml"),
)


def reader(suffix: str) -> ModuleType:
    """The reader of a suffix such as ".md"."""
    return import_module(f"factcheck.read.formats.{READERS[suffix]}")


def sniffed(data: bytes) -> str:
    """The suffix that would suit a file without one; ".txt" when nothing speaks for another.

    Raises:
        Unreadable: it is a damaged archive.
    """
    import re

    if data.startswith(b"PK\x03\x04"):
        return _packed(data)
    return next((suffix for sign, suffix in _SIGNS if re.match(sign, data[:2_000], re.DOTALL)), ".txt")


def _packed(data: bytes) -> str:
    """The suffix of an archive by what is in it."""
    from factcheck.read.archive import Archive

    pack = Archive(data)
    kinds = {b"application/epub+zip": ".epub", b"application/vnd.oasis.opendocument.text": ".odt"}
    return ".docx" if "word/document.xml" in pack.names else kinds.get(pack.read("mimetype").strip(), ".zip")


def supported() -> str:
    """A suffix of each format that can be read, for messages: ".txt, .md, .html, ..."."""
    firsts = {module: suffix for suffix, module in reversed(READERS.items())}
    return ", ".join(reversed(firsts.values()))
