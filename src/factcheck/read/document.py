"""What every reader hands over: one file as text, with what it says of itself."""

from __future__ import annotations

from typing import NamedTuple


class Unreadable(Exception):  # noqa: N818 - it says why one file is left out; the run goes on
    """One input cannot be read; the message is a clause, then "; " and what to do about it."""


class Document(NamedTuple):
    """One file as text.

    Attributes:
        text: the whole file without its byte order mark, newlines as they were.
        encoding: the codec used; `guessed` when neither a byte order mark nor strict UTF-8 decided it.
        body: code point where the story starts: front matter lies before it.
        title, publisher, date: as the file states them in its metadata, or "".
    """

    text: str
    encoding: str = "utf-8"
    guessed: bool = False
    body: int = 0
    title: str = ""
    publisher: str = ""
    date: str = ""
