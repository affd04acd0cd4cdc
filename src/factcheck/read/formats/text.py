"""Plain text (.txt): the file is the article; a metadata block between fences at its top is honoured."""

from __future__ import annotations

from factcheck.read.decode import decode
from factcheck.read.document import Document
from factcheck.read.matter import matter
from factcheck.read.own import refuse


def document(data: bytes, encoding: str) -> Document:
    """Decode the file.

    Raises:
        Unreadable: it is binary, cannot be decoded, or is a report of ours.
    """
    text, codec, guessed = decode(data, encoding)
    refuse(text)
    front = matter(text)
    return Document(text, codec, guessed, front.body, front.title, front.publisher, front.date, verbatim=True)
