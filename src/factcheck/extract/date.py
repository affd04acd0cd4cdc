"""Dates, periods and times of day: find the pieces, drop what only looks like a date, join what stands together."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract.date_join import joined
from factcheck.extract.date_piece import Piece, Reader
from factcheck.extract.date_vet import is_date
from factcheck.extract.hits import hits, mention
from factcheck.lexicon import Lexicon
from factcheck.model import Mention, Segmented


def find(segmented: Segmented, lexicon: Lexicon) -> Iterator[Mention]:
    """Mentions of kind `date`; their parts are token ranges, words of the rule and parts of dates inside."""
    reader = Reader(segmented, lexicon)
    found = [
        piece
        for hit, sentence in hits("dates", segmented, lexicon)
        for piece in pieces(Piece(hit, sentence, hit.first, hit.last, {**hit.rule.gives, **hit.parts}), reader)
        if is_date(piece, reader)
    ]
    for piece in joined(found, reader):
        yield mention(segmented, piece.hit, piece.sentence, "date", piece.parts, piece.first, piece.last)


def pieces(piece: Piece, reader: Reader) -> Iterator[Piece]:
    """A hit as one piece, or as two where a dash joins two years ("1947-54"): TIMEX3 marks each of them."""
    if piece.told("day", "until", "month") and reader.dateline(piece.first, piece.parts["day"][1]):
        piece.last = piece.parts.pop("until")[0] - 1  # "KALMIR, Feb 19 - 31 pilgrims were killed"
    if "join" not in piece.parts or reader.word(piece.parts["join"][0]) in ("to", "until", "through"):
        yield piece
        return
    until, join = piece.parts.pop("until"), piece.parts.pop("join")
    parts = {name: part for name, part in piece.parts.items() if name != "year"}
    first = Piece(piece.hit, piece.sentence, piece.first, join[0], dict(piece.parts))
    second = Piece(
        piece.hit, piece.sentence, until[0], piece.last, {**parts, "year": until, "since": piece.parts["year"]}
    )
    first.parts["upto"], second.parts["start"] = second.parts, first.parts
    for end in (first, second):
        end.parts["whole"], end.sure = (piece.first, piece.last), True
    yield first
    yield second
