"""The classes a token has by its shape alone: digits, capitals, punctuation."""

from __future__ import annotations

BREAK = "\n"
"""Letter of the empty token between two sentences; no class contains it."""

RANGES = (
    # up to, tags: which roles an integer of that size can play
    (0, "zero hour minute"),
    (12, "hour12 hour month_number day minute"),
    (23, "hour day minute"),
    (24, "hour day minute"),
    (31, "day minute"),
    (59, "minute"),
)


def integer(token: str) -> str:
    """Tags of a token made of digits only."""
    size = len(token)
    tags = "digits int "
    if size <= 2:
        value = int(token)
        tags += next((names for top, names in RANGES if value <= top), "")
        return tags + (" two_digits" if size == 2 else " one_digit")
    if size == 3:
        return tags + "three_digits"
    if size == 4:
        return tags + "four_digits" + (" year" if "1000" <= token <= "2199" else "")
    return tags + ("eight_digits" if size == 8 else "long_digits")


def number(token: str) -> str:
    """Tags of a token that begins with a digit."""
    if token.isascii() and token.isdigit():
        return integer(token)
    if not token.isascii():
        return "digits other_digits"
    whole, *rest = token.split(",")
    last = rest[-1].split(".") if rest else [whole]
    groups = [*rest[:-1], last[0]] if rest else []
    if rest and len(whole) <= 3 and all(len(group) == 3 for group in groups) and len(last) <= 2:
        return "digits grouped"
    if rest and len(whole) <= 3 and len(groups[-1]) == 3 and all(len(group) == 2 for group in groups[:-1]):
        return "digits grouped"  # Indian grouping: 12,34,567
    if not rest and token.count(".") == 1:
        before, after = token.split(".")
        clock = len(before) <= 2 and len(after) == 2 and int(before) < 24 and int(after) < 60
        return "digits decimal" + (" clock_decimal" if clock else "")
    if not rest and all(len(group) == 3 for group in token.split(".")[1:]):
        return "digits dotted"
    return "digits other_digits"


def shape(token: str) -> frozenset[str]:
    """Tags by shape: of numbers their size, of words their capitals, of anything else `punct`."""
    if not token:
        return frozenset({"break"})
    first = token[0]
    if first.isdigit():
        return frozenset(number(token).split())
    if not first.isalpha():
        return frozenset({"apostrophe"} if len(token) > 1 else {"punct"})
    if token.isupper() and len(token) > 1:
        return frozenset({"word", "cap", "upper"})
    if first.isupper():
        return frozenset({"word", "cap", "single"} if len(token) == 1 else {"word", "cap"})
    return frozenset({"word"})


def samples() -> list[str]:
    """Tokens that between them show every set `shape` can return."""
    numbers = ["0", "00", "1", "01", "12", "13", "23", "24", "25", "31", "32", "59", "60", "99", "123", "1234",
               "0123", "2345", "12345", "12345678", "1,234", "1.5", "12.30", "1.234.567", "1,2", "٣"]  # fmt: skip
    return ["", "qz", "Q", "Qz", "QZ", "-", "'s", *numbers]
