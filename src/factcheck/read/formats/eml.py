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
_MOST_PARTS = 200
_LONGEST_HEADER = 20_000
_HEADERS = rb"(?im)^(?:subject|from|date|mime-version|content-[a-z-]+):[^\n]*(?:\n[ \t][^\n]*)*"


def document(data: bytes, encoding: str) -> Document:
    """Take the subject and the body out of a mail.

    Raises:
        Unreadable: there is no text in it.
    """
    mail = _mail(data)
    subject = _header(mail, "subject")
    part = mail.get_body(("plain", "html"))
    if part is None:
        raise Unreadable("no text in this mail; save what is attached to it")
    body = _text(part, encoding)
    above = subject and subject not in body.text[: len(subject) + 1_000]
    name, address = parseaddr(_header(mail, "from"))
    return body._replace(
        text=f"{subject}\n\n{body.text}" if above else body.text,
        title=subject or body.title,
        publisher=name or address.rpartition("@")[2],
        date=_date(mail) or body.date,
        basis="header" if _date(mail) else body.basis,
    )


def members(data: bytes, _encoding: str) -> Iterator[Member]:
    """The attached files."""
    for part in _mail(data).iter_attachments():
        name = part.get_filename()
        if name and not part.is_multipart():
            yield Member("/" + name.replace("/", "_").replace("\\", "_"), partial(_payload, part))


def _mail(data: bytes) -> EmailMessage:
    if data.count(b"\nContent-Type:") > _MOST_PARTS:
        raise Unreadable(f"more than {_MOST_PARTS:,} parts; save the text of it alone")
    if any(found.end() - found.start() > _LONGEST_HEADER for found in re.finditer(_HEADERS, data)):
        raise Unreadable("a header longer than any mail has; save the text of it alone")
    try:
        return message_from_bytes(data, _class=EmailMessage, policy=policy.default)
    except (MessageError, ValueError, RecursionError):
        raise Unreadable("damaged mail; save the text of it") from None


def _payload(part: MIMEPart) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _text(part: MIMEPart, encoding: str) -> Document:
    data = _payload(part)
    codec = encoding or part.get_content_charset("")
    if part.get_content_subtype() == "html":
        return html.document(data, codec)
    try:
        text = data.decode(codec or "utf-8", "replace")
    except LookupError:
        codec, text = "utf-8", data.decode("utf-8", "replace")
    return Document(text.replace("\r\n", "\n").strip("\n"), codec or "utf-8")


def _date(mail: EmailMessage) -> str:
    """The day the mail was sent, as the sender's clock had it; "" when the header is missing or damaged."""
    try:
        sent = getattr(mail["date"], "datetime", None)
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
    return sent.isoformat() if sent else ""


def _header(mail: EmailMessage, name: str) -> str:
    """A header in one line; "" when there is none or it cannot be parsed."""
    try:
        return " ".join(str(mail[name] or "").split())
    except (ValueError, TypeError, IndexError, AttributeError, MessageError):
        return ""
