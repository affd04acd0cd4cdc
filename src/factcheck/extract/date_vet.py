"""What looks like a date and is none: counts of four digits, "may", "the spring offensive", scores."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.extract.date_piece import FIELDS, Piece, Reader
from factcheck.lexicon.number import figure_of

NAMING = frozenset({"by", "and", "for", "to", "of", "with", "from", "the"})
"""Words before a name that is also a month: "by April Smith"."""

AGES = 1500
"""So many units ago no calendar reaches ("37 million years ago"): the amount is told, not the date."""

COUNTED = ("digits", "numbers", "scale", "share", "currency", "length", "time")
"""Classes of words behind a figure that make it an amount."""


def is_date(piece: Piece, reader: Reader) -> bool:
    """Whether a piece stands where a date can stand."""
    if glued_to_figure(piece, reader):
        return False
    check = CHECKS.get(piece.shape)
    return check is None or piece.sure or check(piece, reader)


def glued_to_figure(piece: Piece, reader: Reader) -> bool:
    """Whether it is the middle of a longer figure or code: "$1,996", "A1990", "2021-555-1234"."""
    before = reader.raw(piece.first - 1)
    if reader.glued(piece.first) and reader.has(piece.first, "digits"):
        if before in "$€£¥#@_=&+" and before:
            return True
        if before[-1:].isalnum() and not reader.has(piece.first - 1, "era_ad"):
            return True
    behind = reader.raw(piece.last)
    if behind == "T" and piece.hit.rule.id == "date.iso":
        return False
    stuck = reader.glued(piece.last) and reader.has(piece.last - 1, "digits")
    return bool(stuck and behind and (behind in "%_=&$€£@" or (behind[0].isalpha() and behind != "s")))


def point(piece: Piece, reader: Reader) -> bool:
    """Check the fields that are ambiguous when they stand alone."""
    if "decade" in piece.parts:
        return decade(piece, reader)
    if "quarter" in piece.parts and reader.word(piece.first - 1 - reader.has(piece.first - 1, "hyphen")) == "fiscal":
        return False  # which months that is only the firm knows
    told = piece.parts.keys() & FIELDS
    check = ALONE.get(next(iter(told))) if len(told) == 1 else None
    if check is not None:
        return check(piece, reader)
    return not told >= {"month", "day"} or "year" in told or not counts_on(piece, reader)


def counts_on(piece: Piece, reader: Reader) -> bool:
    """Whether the day belongs to an amount: "In May 10 percent"."""
    last = piece.parts["day"][1]
    return last == piece.last and reader.has(last, "scale", "share", "currency")


def decade(piece: Piece, reader: Reader) -> bool:
    """The 1980s, the '80s, the 470s BC; not "his 20s"."""
    digits = reader.word(piece.parts["decade"][0])
    if not digits.isdigit():
        return "decade" in piece.parts
    if not digits.endswith("0"):
        return False
    if len(digits) == 2 and "era" not in piece.parts:
        if reader.word(piece.first - 1) not in ("'", "’", "‘"):
            return False
        piece.first -= 1
    return len(digits) != 3 or "era" in piece.parts


def month(piece: Piece, reader: Reader) -> bool:
    """A month without day or year; names that are words or people need a preposition."""
    if not reader.has(piece.first, "shy_month"):
        return True
    before = piece.first - 1
    near = reader.has(before, "year_before", "edge", "hyphen", "part_noun") or reader.word(before) in ("(", "/")
    near = near or (reader.has(piece.last, "month_noun") and not reader.has(before, "cap"))
    behind = reader.raw(piece.last)
    if reader.has(piece.last, "hyphen") and reader.glued(piece.last + 1) and reader.has(piece.last + 1, "cap"):
        return reader.has(piece.last + 1, "calendar")  # Jan-Michael
    person = behind[:1].isupper() and behind.isalpha() and not reader.has(piece.last, "calendar")
    march = behind == "on" and reader.has(before, "article")
    return near and not march and not (person and reader.word(before) in NAMING)


def lone_day(piece: Piece, reader: Reader) -> bool:
    """On the 5th; not "on the 5th floor"."""
    behind = reader.raw(piece.last)
    return not behind.isalpha() or bool(reader.lexicon.find("stopwords", behind))


def season(piece: Piece, reader: Reader) -> bool:
    """A season with an article or a preposition."""
    before, behind = piece.first - 1, reader.raw(piece.last)
    if behind.islower() and not reader.lexicon.find("stopwords", behind):
        return False  # the spring offensive
    return reader.word(before) in ("the", "this") or reader.has(before, "edge", "year_before", "part_noun")


def year(piece: Piece, reader: Reader) -> bool:
    """A bare figure of four digits that is a year and no count."""
    at, behind = piece.parts["year"][0], piece.parts["year"][1]
    if at != piece.first:
        return True
    value = int(reader.word(at))
    before = at - 1
    if reader.word(behind) == "more" and reader.has(before, "year_strong") and value % 100:
        return True  # "in 2019 more than 500 left"
    if 1800 <= value <= 2100 and value % 100 and reader.word(before) in ("in", "of") and acts_on(behind, reader):
        return True  # "the quake in 1934 killed 12"
    if reader.has(behind, "no_year_after", *COUNTED) or reader.has(before, "no_year_before", "currency", "symbol"):
        return reader.has(before, "year_word")
    if reader.word(behind) == "-" and reader.has(behind + 1, "no_year_after", "time", "length", "measure"):
        return False
    if coded(at, reader):
        return False
    if not 1400 <= value <= 2100:
        return reader.has(before, "year_near")
    if not plural(reader.raw(behind)) or reader.has(before, "year_strong", "edge", "month"):
        return True
    if value % 1000 and (
        reader.has(behind, "year_noun") or (reader.word(before) == "and" and reader.has(before - 1, "year"))
    ):
        return True  # 1990 levels; 2010 and 2011 sales
    return reader.has(before, "article", "hyphen") and value >= 1900


def acts_on(at: int, reader: Reader) -> bool:
    """Whether a token is a verb whose object is counted right behind it: "killed 12", "killed more than 12"."""
    return reader.word(at).endswith("ed") and reader.has(at + 1, "digits", "numbers", "counting")


def coded(at: int, reader: Reader) -> bool:
    """Whether a figure is joined to others by dashes: 2021-77-03."""
    behind = reader.has(at + 1, "hyphen") and reader.glued(at + 1) and reader.has(at + 2, "digits")
    before = reader.has(at - 1, "hyphen") and reader.glued(at) and reader.has(at - 2, "digits")
    return (behind and reader.glued(at + 2)) or (before and reader.glued(at - 1))


def plural(word: str) -> bool:
    """Whether a word looks like counted things ("soldiers")."""
    return word.islower() and word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3


ALONE: dict[str, Callable[[Piece, Reader], bool]] = {"month": month, "season": season, "year": year, "day": lone_day}


def shift(piece: Piece, reader: Reader) -> bool:
    """Read the amount that stands before the unit; without one there is no date."""
    at = piece.parts["unit"][0]
    first, amount = amount_before(at, reader)
    if amount is None:
        return False
    if isinstance(amount, tuple) and (figure_of(reader.segmented.words[slice(*amount)], reader.lexicon) or 0) > AGES:
        return False
    piece.parts["n"] = amount
    piece.first = hedged(first, reader)
    how = reader.word(piece.parts["how"][0])
    if amount == "the":
        return reader.has(piece.parts["how"][0], "before", "after") and how != "prior"
    return how != "following"


def amount_before(at: int, reader: Reader) -> tuple[int, object]:
    """First token of the amount that ends before token `at`, and what it is: a range of tokens, X, the, or None."""
    end = at - (reader.has(at - 1, "hyphen"))
    if reader.word(end - 1) == "odd" and reader.has(end - 2, "hyphen"):
        end -= 2  # 30-odd years ago
    mixed = tuple(map(reader.word, range(end - 3, end))) == ("and", "a", "half")
    first = end - 3 if mixed and reader.has(end - 4, "numbers", "int") else end  # two and a half years ago
    while end - first < 6 and reader.has(first - 1, "numbers", "int", "grouped", "decimal"):
        first -= 1 + (reader.has(first - 2, "hyphen") and reader.has(first - 3, "numbers"))
    if first < end:
        spelled = reader.has(first, "numbers") and reader.has(end - 1, "ones") and end - first == 3
        approximate = spelled and not reader.has(first, "tens")  # five-six months
        return first, (None if approximate else (first, end))
    before = reader.word(end - 1)
    if before in ("a", "an"):
        half = end - 1 - (reader.word(end - 2) == "half")
        return half, (half, end)
    if before == "the":
        return end - 1, "the"
    skip = 1 if before == "of" else 0
    if reader.has(end - 1 - skip, "scant") or before == "many":
        first = end - 1 - skip
        couple = reader.word(first) == "couple"
        return first - (reader.word(first - 1) in ("a", "the")), "2" if couple else "X"
    return (end, "X") if reader.word(at).endswith("s") else (end, None)


def hedged(first: int, reader: Reader) -> int:
    """Where the words begin that tone the amount: only, just, about, nearly, more than."""
    if reader.word(first - 1) == "than" and reader.word(first - 2) in ("more", "less"):
        return first - 2
    return first - (reader.has(first - 1, "tone"))


def step(piece: Piece, reader: Reader) -> bool:
    """Last week, that year; not "the last weeks", "the last day", "the first year of the war"."""
    if not piece.told("unit", "step"):
        return True
    unit = reader.word(piece.parts["unit"][0])
    at = piece.parts["step"][0]
    if unit.endswith("s") or (unit == "day" and reader.has(at, "step_last", "step_past", "step_coming")):
        return False
    loose = reader.has(at, "step_last", "step_past", "step_next", "step_coming", "step_back")
    return not (loose and reader.word(piece.last) == "of" and not reader.has(piece.last + 1, "year"))


def clock(piece: Piece, reader: Reader) -> bool:
    """A time of day and no score, ratio or verse."""
    tokens = range(piece.first, piece.last)
    zoned = any(reader.has(at, "zone", "zone_local", "half_day", "daypart") for at in tokens)
    led = reader.has(piece.first - 1, "clock_before")
    if "noon" in piece.parts:
        return zoned or led or reader.has(piece.last, "day_word", "weekday") or reader.word(piece.last) == "on"
    if "spoken" in piece.parts:
        return zoned or (led and reader.word(piece.first - 1) != "by")  # "fell by a quarter to nine boats"
    if "clock" in piece.parts and reader.has(piece.first, "four_digits"):
        digits = reader.word(piece.first)
        valid = int(digits[:2]) < 24 and int(digits[2:]) < 60
        return valid and (zoned or (led and piece.last > piece.first + 1))
    if "minute" in piece.parts:
        minute = reader.word(piece.parts["minute"][0])
        return len(minute) == 2 and (zoned or led or any(reader.word(at) == "hours" for at in tokens))
    return True


CHECKS: dict[str, Callable[[Piece, Reader], bool]] = {"point": point, "shift": shift, "step": step, "clock": clock}
