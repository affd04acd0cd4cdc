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
    tags = "digits int zero_led " if token[0] == "0" and size > 2 else "digits int "
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
    if not token.isascii():
        return "digits other_digits" if token.isdecimal() else "raised"  # 10⁶
    if token.isdigit():
        return integer(token)
    if "," in token:
        if grouped(token):
            return "digits grouped"
        return "digits " + ("decimal" if european(token) else "other_digits")
    parts = token.split(".")
    if len(parts) == 2:
        clock = len(parts[0]) <= 2 and len(parts[1]) == 2 and int(parts[0]) < 24 and int(parts[1]) < 60
        return "digits decimal" + (" clock_decimal" if clock else "")
    return "digits dotted" if all(len(part) == 3 for part in parts[1:]) else "digits other_digits"


def grouped(token: str) -> bool:
    """Whether commas part thousands (1,234,567.8) or lakhs and crores (12,34,567)."""
    whole, *groups = token.split(",")
    *middle, last = groups
    last, *decimals = last.split(".")
    fits = len(whole) <= 3 and len(last) == 3 and len(decimals) <= 1
    sizes = {len(group) for group in middle}
    return fits and (sizes <= {3} or sizes <= {2})


def european(token: str) -> bool:
    """Whether a comma parts decimals, of which there are one or two: 2,5 and 1.234,56."""
    whole, _, tail = token.rpartition(",")
    first, *groups = whole.split(".")
    return (
        len(tail) < 3
        and "." not in tail
        and "," not in whole
        and all(len(group) == 3 for group in groups)
        and (len(first) <= 3)
    )


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
               "0123", "012", "01234", "01234567", "2345", "12345", "12345678", "1,234", "1.5", "12.30", "1.234.567",
               "1,2", "٣", "²"]  # fmt: skip
    return ["", "qz", "Q", "Qz", "QZ", "-", "'s", *numbers]
