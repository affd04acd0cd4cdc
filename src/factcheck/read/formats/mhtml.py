"""Web pages that a browser saved in one file (.mhtml): the page among its parts."""

from __future__ import annotations

from factcheck.read.document import Document, Unreadable
from factcheck.read.formats.eml import content, message, sent


def document(data: bytes, encoding: str) -> Document:
    """Take the article out of a saved page; the day it was saved on is a hint when the page tells none.

    Raises:
        Unreadable: there is no page in it, or one that cannot be read.
    """
    mail = message(data)
    page = next((part for part in mail.walk() if part.get_content_type() == "text/html"), None)
    if page is None:
        raise Unreadable("no page in it; save it anew, as .html")
    told = content(page, encoding)
    return told if told.date else told._replace(date=sent(mail), basis="saved", weak=True)
