"""Mails (.eml): subject and body; the files attached to it are sources of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr
from functools import partial

from factcheck.read.document import Document, Member, Unreadable
from factcheck.read.formats import html

# Parts may be nested, and the parser walks them recursively; long headers take it longer than their length.
_MOST_NESTS = 100
_MOST_PARTS = 5_000
_LONGEST_HEADER = 20_000
_HEADERS = rb"(?im)^(?:subject|from|date|mime-version|content-[a-z-]+):[^\n]*(?:\n[ \t][^\n]*)*"


def document(data: bytes, encoding: str) -> Document:
    """Take the subject and the body out of a mail.

    Raises:
        Unreadable: there is no text in it.
    """
    mail = message(data)
    subject = _header(mail, "subject")
    part = mail.get_body(("plain", "html"))
    if part is None:
        raise Unreadable("no text in this mail; save what is attached to it")
    body = content(part, encoding)
    above = subject and subject not in body.text[: len(subject) + 1_000]
    name, address = parseaddr(_header(mail, "from"))
    return body._replace(
        text=f"{subject}\n\n{body.text}" if above else body.text,
        title=subject or body.title,
        publisher=name or address.rpartition("@")[2],
        date=sent(mail) or body.date,
        basis="header" if sent(mail) else body.basis,
    )


def members(data: bytes, _encoding: str) -> Iterator[Member]:
    """The attached files."""
    for part in message(data).iter_attachments():
        name = part.get_filename()
        if name and not part.is_multipart():
            yield Member("/" + name.replace("/", "_").replace("\\", "_"), partial(payload, part))


def message(data: bytes) -> EmailMessage:
    """Parse a mail.

    Raises:
        Unreadable: it is damaged, or has more parts or longer headers than a mail has.
    """
    if data.lower().count(b"multipart/") > _MOST_NESTS or data.count(b"\nContent-Type:") > _MOST_PARTS:
        raise Unreadable("more parts than any mail has; save the text of it alone")
    if any(found.end() - found.start() > _LONGEST_HEADER for found in re.finditer(_HEADERS, data)):
        raise Unreadable("a header longer than any mail has; save the text of it alone")
    try:
        return message_from_bytes(data, _class=EmailMessage, policy=policy.default)
    except (MessageError, ValueError, RecursionError):
        raise Unreadable("damaged mail; save the text of it") from None


def payload(part: MIMEPart) -> bytes:
    """The bytes of a part."""
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def content(part: MIMEPart, encoding: str) -> Document:
    """The text of a part, a page or plain; letters that are not in the code it names are replaced.

    Raises:
        Unreadable: it is a page that cannot be read.
    """
    data, codec = payload(part), encoding or part.get_content_charset("")
    try:
        text = data.decode(codec or "utf-8", "replace")
    except LookupError:
        codec, text = "", data.decode("utf-8", "replace")
    if part.get_content_subtype() != "html":
        return Document(text.replace("\r\n", "\n").strip("\n"), codec or "utf-8")
    if not codec:  # the page may name it
        return html.document(data, "")
    return html.document(text.encode("utf-8", "replace"), "utf-8")._replace(encoding=codec)


def sent(mail: EmailMessage) -> str:
    """The day the mail was sent, as the sender's clock had it; "" when the header is missing or damaged."""
    try:
        day = getattr(mail["date"], "datetime", None)
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
    return day.isoformat() if day else ""


def _header(mail: EmailMessage, name: str) -> str:
    """A header in one line; "" when there is none or it cannot be parsed."""
    try:
        return " ".join(str(mail[name] or "").split())
    except (ValueError, TypeError, IndexError, AttributeError, MessageError):
        return ""
