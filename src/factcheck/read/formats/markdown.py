"""Markdown (.md): front matter, then the text with its markup, which stays so that offsets hold."""

from __future__ import annotations

import re

from factcheck.read.document import Document
from factcheck.read.formats import text


def document(data: bytes, encoding: str) -> Document:
    """Decode the file; without a title in the front matter the first heading near the top is the title.

    Raises:
        Unreadable: it is binary or cannot be decoded.
    """
    read = text.document(data, encoding)
    return read if read.title else read._replace(title=_heading(read.text, read.body))


def _heading(content: str, body: int) -> str:
    top = content[body : body + 2000]
    found = re.search(r"^#[ \t]+([^\r\n]+?)[ \t#]*\r?$", top, re.MULTILINE) or re.search(
        r"\A\s*([^\r\n]+)\r?\n=+[ \t]*$", top, re.MULTILINE
    )
    return found[1].strip() if found else ""
