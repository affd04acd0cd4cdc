"""Join the pieces of a date that stand side by side: "the end of" + "April" + "last year", "two days before" + "9/11".

Read from right to left, because English puts the wider period behind the narrower one.
"""

from __future__ import annotations

from collections.abc import Callable

from factcheck.extract.date_piece import Parts, Piece, Reader

Gap = tuple[str, ...]

RANGE = frozenset({("to",), ("until",), ("till",), ("through",), ("up", "to")})
LIST = frozenset({("and",), ("or",), ("/",), (",",), (",", "and"), ("(",)})
DASH = frozenset("-‐‑–—−")
LONGEST_GAP = 3


def joined(pieces: list[Piece], reader: Reader) -> list[Piece]:
    """The pieces with those joined that make one expression; open pieces without a date behind them are dropped."""
    done: list[Piece] = []
    for piece in reversed(pieces):
        while done and done[-1].sentence == piece.sentence and attach(piece, done[-1], reader):
            done.pop()
        if piece.shape != "edge" or "of" in piece.parts or own_period(piece, reader):
            done.append(piece)
    done.reverse()
    kept = [
        piece for n, piece in enumerate(done) if complete(piece, reader) and not led_off(piece, done[n + 1 :], reader)
    ]
    for piece in kept:
        determined(piece, reader)
    return kept


def attach(left: Piece, right: Piece, reader: Reader) -> bool:
    """Make `right` a part of `left` where the words between them allow it; True when it is used up."""
    if right.first - left.last > LONGEST_GAP or right.first < left.last:
        return False
    gap = tuple(reader.word(at) for at in range(left.last, right.first))
    bare = gap[:-1] if gap and gap[-1] == "the" else gap
    if right.shape == "range":
        return to_start(left, right, bare, reader)
    for join in (*JOINS.get(left.shape, ()), ranged):
        if join(left, right, bare, reader):
            left.last = max(left.last, right.last)
            left.sure = True
            return True
    lend_year(left, right, bare)
    return False


def to_start(left: Piece, right: Piece, gap: Gap, reader: Reader) -> bool:
    """Give a range a piece that belongs to its start: the early + 1990s to 2003."""
    start = Piece(right.hit, right.sentence, right.first, right.last, right.parts["from"], right.sure)
    if not any(join(left, start, gap, reader) for join in JOINS.get(left.shape, ())):
        return False
    left.parts = {"shape": "range", "det": left.parts.get("det", False), "from": left.parts, "to": right.parts["to"]}
    left.last, left.sure = right.last, True
    return True


def edge(left: Piece, right: Piece, gap: Gap, reader: Reader) -> bool:
    """Early, the end of, the first half of, the night of + a date."""
    if gap or "of" in left.parts or right.shape not in ("point", "step", "named", "day", "edge"):
        return False
    if ("half" in left.parts or "quarter" in left.parts) and not yearly(right.parts):
        return False
    if reader.word(left.last - 1) in DASH and reader.word(left.last - 2) != "mid":
        return False
    if right.shape == "edge" and right.parts["of"]["shape"] == "edge":
        return False
    left.parts["of"] = right.parts
    return True


def yearly(parts: Parts) -> bool:
    """Whether the parts tell a year and nothing smaller: 2023, last year, the year."""
    smaller = {"month", "day", "weekday", "season", "daypart"} & parts.keys()
    return not smaller and (parts["shape"] != "named")


def wider(left: Piece, right: Piece, gap: Gap, reader: Reader) -> bool:
    """April + last year, November + of that year, Thursday + last week, the third quarter + of 2008."""
    if gap not in ((), ("of",), (",",), ("in",)) or "year" in left.parts or "of" in left.parts:
        return False
    unit = reader.word(right.parts["unit"][0]) if "unit" in right.parts else ""
    if right.shape == "step" and right.parts.get("step"):
        fits = unit == "year" if not left.told("weekday") or left.told("month") else unit == "week"
    else:
        fits = right.only("year") and gap in (("of",), (",",), ()) and left.shape == "named"
    if not fits or {"decade", "century", "era"} & left.parts.keys() or (gap == ("in",) and left.shape != "named"):
        return False
    left.parts["of"] = right.parts
    return True


def dated(left: Piece, right: Piece, gap: Gap, reader: Reader) -> bool:
    """Saturday + April 1, 2023; Tuesday + (6 January)."""
    named = left.only("weekday") or left.only("weekday_short")
    if not named or not right.told("month", "day") or right.told("weekday"):
        return False
    if gap not in ((), (",",), ("(",)) or (gap == ("(",) and reader.word(right.last) != ")"):
        return False
    left.parts["date"] = right.parts
    right.last += gap == ("(",)
    return True


def on_day(left: Piece, right: Piece, gap: Gap, reader: Reader) -> bool:  # noqa: ARG001
    """3 pm + on Tuesday, noon + today, 8.30 am + , 5 May."""
    if gap not in ((), ("on",), (",",), ("of",)) or "on" in left.parts:
        return False
    daily = {"day", "weekday", "word"} & right.parts.keys()
    if not daily and not (right.shape == "step" and {"weekday", "daypart"} & right.parts.keys()):
        return False
    left.parts["on"] = right.parts
    return True


def anchored(left: Piece, right: Piece, gap: Gap, reader: Reader) -> bool:
    """Two days before + 9/11."""
    how = reader.has(left.parts["how"][0], "before", "after") and "anchor" not in left.parts
    if gap or not how or "anchor" in right.parts or right.shape in ("edge", "set", "recent", "clock"):
        return False
    if right.only("year") and reader.raw(right.last).islower() and reader.has(right.first - 1, "article"):
        return False  # two years after the 2004 tsunami
    left.parts["anchor"] = right.parts
    return True


def named(left: Piece, right: Piece, gap: Gap, reader: Reader) -> bool:  # noqa: ARG001
    """9/11 + in 2001, Christmas Day + 2008."""
    if not right.only("year") or gap not in ((), (",",), ("of",), ("in",)):
        return False
    left.parts["of"] = right.parts
    return True


def ranged(left: Piece, right: Piece, gap: Gap, reader: Reader) -> bool:
    """August 2021 + to + the end of February; a dash leaves two dates that know of each other."""
    if not standing(left) or not standing(right) or "upto" in left.parts or "since" in right.parts:
        return False
    dash = len(gap) == 1 and gap[0] in DASH
    clocks = (left.shape == "clock") + (right.shape == "clock")
    if clocks == 1:
        return False
    article = reader.word(left.first - 1) == "the"
    between = gap == ("and",) and reader.word(left.first - 1 - article) == "between"
    if gap in RANGE or between or (gap in (("and",), ("or",)) and next_to(left, right, reader)) or (dash and clocks):
        left.parts = {"shape": "range", "det": left.parts.get("det", False), "from": left.parts, "to": right.parts}
        return True
    if dash:
        left.parts["upto"], right.parts["since"] = right.parts, left.parts
        left.parts["whole"] = right.parts["whole"] = (left.first, right.last)
    return False


def standing(piece: Piece) -> bool:
    """Whether a piece tells a period that can begin or end a range."""
    return piece.shape in ("point", "step", "named", "day", "clock") or (piece.shape == "edge" and "of" in piece.parts)


def next_to(left: Piece, right: Piece, reader: Reader) -> bool:
    """Whether two bare months or years follow each other: July and August, 2013 or 2014."""
    for field, table in (("month", "calendar"), ("year", "")):
        if left.only(field) and right.only(field):
            ends = [reader.raw(piece.parts[field][0]) for piece in (left, right)]
            if not table:
                return ends[0].isdigit() and reader.word(left.last) == "or" and int(ends[0]) + 1 == int(ends[1])
            rows = [reader.lexicon.find(table, end) for end in ends]
            return all(rows) and int(rows[0]["value"]) % 12 + 1 == int(rows[1]["value"])  # type: ignore[index]
    return False


def lend_year(left: Piece, right: Piece, gap: Gap) -> None:
    """Let a date without a year know of the one that tells it in a list: April and June 1955."""
    inner: Parts = right.parts["of"] if right.shape == "edge" else right.parts
    lender: Parts = inner.get("lender", inner)
    fits = left.shape == lender.get("shape") == "point" and {"year", "era_year"} & lender.keys()
    if gap in LIST and fits and {"month", "season"} & left.parts.keys():
        left.parts.setdefault("lender", lender)


def own_period(piece: Piece, reader: Reader) -> bool:
    """Whether an edge is followed by a period of the text ("the end of the year"), which then becomes its part."""
    at = piece.last
    if reader.word(at) == "the":
        at += 1
    elif "unit" not in piece.parts and not reader.has(at - 1, "edge"):
        return False
    singular = reader.has(at, "period") and not reader.word(at).endswith("s")
    if not singular or reader.word(at + 1) == "of" or reader.word(piece.last) != "the":
        return False
    piece.parts["of"] = {"shape": "step", "unit": (at, at + 1)}
    piece.last = at + 1
    return True


def complete(piece: Piece, reader: Reader) -> bool:
    """Whether nothing is missing: "two days after" needs a date behind it, unless the clause ends there."""
    if piece.shape != "shift" or "anchor" in piece.parts:
        return True
    if not reader.has(piece.parts["how"][0], "before", "after"):
        return True
    return piece.parts["n"] == "the" and not reader.has(piece.last, "article", "cap")


def led_off(piece: Piece, behind: list[Piece], reader: Reader) -> bool:
    """Whether "the same quarter" only leads to the date behind it: "a year ago", "of last year"."""
    same = piece.shape == "step" and "step" in piece.parts and reader.has(piece.parts["step"][1] - 1, "step_same")
    return same and "unit" in piece.parts and bool(behind) and behind[0].first - piece.last <= LONGEST_GAP - 1


def determined(piece: Piece, reader: Reader) -> None:
    """Take the determiner into the span where it belongs to the expression ("the 1980s")."""
    before = reader.word(piece.first - 1)
    if piece.parts.get("det") and before in ("the", "this") and piece.first > 0:
        piece.first -= 1
    if piece.parts.get("det") and reader.has(piece.first - 1, "tone_edge"):
        piece.first -= 1


Join = Callable[[Piece, Piece, Gap, Reader], bool]

JOINS: dict[str, tuple[Join, ...]] = {
    "edge": (edge,),
    "point": (dated, wider),
    "named": (named, wider),
    "clock": (on_day,),
    "shift": (anchored,),
}
"""Ways a piece of a shape takes in the one behind it."""
