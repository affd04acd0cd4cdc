"""Read the tokens of a number: digits, number words and fractions to an exact figure."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from unicodedata import normalize

from factcheck.lexicon.vocabulary import Lexicon

LONGEST = 40
"""Digits; a longer figure is noise, and arithmetic on it would be slow."""

SIGNS = frozenset({"-", "−", "minus", "negative"})
READING = 20
"""From here on, "120/80", "4/66" and their like are two readings and no fraction."""

Exact = Fraction | int

TIMES = frozenset({"e", "x", "×", "*", "^"})
"""Signs between a figure and what it is multiplied by, or raised to."""

THOUSAND = 1000

SCALES = ("scale", "suffix", "letter", "dozen")
"""Tags of words that multiply the figure before them."""

FALL = 10
"""Up to so many times the second figure a first one shares its scale: "100 to 60 million years ago"."""

SMALL = 100
"""From here on, a number before a singular ("hundred-millionth") makes the part smaller, not the share larger."""

POWER = 300
"""Largest exponent worth working out."""

SKIPPED = frozenset({"and", "&", ",", "a", "an", "of", "-", "‐", "‑", "–", "—", "−"})


def figure_of(tokens: Sequence[str], lexicon: Lexicon) -> Decimal | None:
    """The figure that number tokens spell, None when they spell none.

    Example: `["two", "and", "a", "half", "million"]` gives 2500000.
    """
    if len(tokens) == 1 and tokens[0][:1].isdigit():
        return told_in_digits(tokens[0])  # most figures of most texts
    words = [token.lower() for token in tokens]
    negative = bool(words) and words[0] in SIGNS
    value = read(words[1:] if negative else words, lexicon)
    if value is None:
        return None
    return decimal(-value if negative else value)


@lru_cache(maxsize=10_000)
def told_in_digits(token: str) -> Decimal | None:
    """The figure of one token of digits and separators."""
    value = digits(token)
    return None if value is None else decimal(value)


def decimal(value: Exact) -> Decimal:
    """The value to at most 15 significant digits where it has no end ("a third")."""
    whole = Decimal(value.numerator)
    if value.denominator == 1:
        return whole
    exact = whole / Decimal(value.denominator)
    return exact if Fraction(exact) == value else Decimal(f"{exact:.15g}")


def read(words: list[str], lexicon: Lexicon) -> Exact | None:
    """The value of lower-case number tokens."""
    if "point" in words:
        return pointed(words, lexicon)
    if (len(words) > 2 and words[1] in TIMES) or words[-1].isdigit() > words[-1].isdecimal():
        return powered(words)
    if "/" in words:
        return slashed(words, lexicon)
    if words[0] == ".":
        tail, rest = digits(words[1]), plain(words[2:], lexicon) if words[2:] else Fraction(1)
        return None if tail is None or rest is None else tail / 10 ** len(words[1]) * rest
    part = next((n for n in range(len(words) - 1, -1, -1) if share(words[n], lexicon) is not None), None)
    if part is not None:
        return with_part(words, part, lexicon)
    return plain(words, lexicon)


def plain(words: list[str], lexicon: Lexicon) -> Exact | None:
    """Digits and number words: hundreds multiply what stands before, scales close a group."""
    total: Exact = 0
    group: Exact | None = None
    hundred = False
    for word in words:
        if word in SKIPPED:
            continue
        if word[0].isdigit():
            value: Exact | None = digits(word)
            if value is None or (group is not None and not hundred and len(word.split(".")[0]) != 3):
                return None
            group = value if group is None else group * (1 if hundred else 1000) + value
            continue
        row = lexicon.find("numbers", word)
        if row is None:
            return None
        value = exact(row["value"])
        if row.tag in ("ones", "teens", "tens"):
            group = (group or 0) + value
        elif row.tag == "hundred":
            hundred = True
            group = (1 if group is None else group) * value
        elif group is None and total:
            total *= value
        elif total and total < value:
            total, group = (total + (group or 0)) * value, None
        else:
            total, group = total + (1 if group is None else group) * value, None
    return total + (group or 0)


def digits(word: str) -> Fraction | None:
    """A token of digits with its separators: 1,234.5 and 12,34,567 and 1.234.567; also 2,5 and 1.234,56."""
    if len(word) > LONGEST or not word.replace(",", "").replace(".", "").isdecimal():  # "³½"
        return None
    whole, comma, tail = word.rpartition(",")
    if comma and len(tail) < 3 and "," not in whole and "." not in tail:
        return Fraction(whole.replace(".", "") + "." + tail)
    text = word.replace(",", "")
    return Fraction(text.replace(".", "") if text.count(".") > 1 else text)


@lru_cache(maxsize=1_000)
def exact(cell: str) -> Exact:
    """The value of a cell of a table; integers, which most are, add up much quicker than fractions."""
    return int(cell) if cell.isdecimal() else Fraction(cell)


def share(word: str, lexicon: Lexicon) -> Fraction | None:
    """The value of a fraction word or sign ("half", "thirds", "¾")."""
    row = lexicon.find("fractions", word)
    return None if row is None else Fraction(exact(row["value"]))


def with_part(words: list[str], at: int, lexicon: Lexicon) -> Fraction | None:
    """A number with the fraction word at `at`: two thirds, two and a half million, half a million, 2½."""
    part = share(words[at], lexicon) or Fraction(0)
    scale = plain(words[at + 1 :], lexicon) if any(word not in SKIPPED for word in words[at + 1 :]) else Fraction(1)
    before = [word for word in words[:at] if word not in SKIPPED - {"and"}]
    if scale is None:
        return None
    if not before:
        return part * scale
    tens = lexicon.find("numbers", before[1]) if before[0] in ("one", "1") and len(before) == 2 else None
    if tens is not None and tens.tag == "tens":  # one twenty-fifth
        return 1 / (Fraction(tens["value"]) + 1 / part)
    if "and" in before:
        cut = len(before) - 1 - before[::-1].index("and")
        whole, count = plain(before[:cut], lexicon), plain(before[cut + 1 :] or ["one"], lexicon)
        if whole is None or count is None:
            return None
        if count * part < 1:  # else "a hundred and thirty fifths"
            last = lexicon.find("numbers", before[cut - 1])
            grouped = Fraction(last["value"]) if last is not None and last.tag == "scale" else Fraction(1)
            if grouped == 1:
                return (whole + count * part) * scale
            # "three million and a half" adds half a million, "one billion and half a million" the same
            return whole + count * part * (grouped if scale == 1 else scale)
    count = plain(before, lexicon)
    if count is None:
        return None
    joined = lexicon.find("fractions", words[at])
    if joined and joined.tag == "portion" and count >= SMALL:  # a hundred-millionth of it
        return part / count * scale
    return (count + part if joined and joined.tag == "vulgar" else count * part) * scale


def slashed(words: list[str], lexicon: Lexicon) -> Fraction | None:
    """1/2, 2 1/2, 3/4 million; not the readings and results "120/80", "4/66", "318/8"."""
    words = [word for word in words if word not in SKIPPED]  # 6-3/4
    at = words.index("/")
    if at == 0 or at + 1 >= len(words):
        return None
    over, under = digits(words[at - 1]), digits(words[at + 1])
    whole = digits(words[at - 2]) if at > 1 else Fraction(0)
    scale = plain(words[at + 2 :], lexicon) if words[at + 2 :] else Fraction(1)
    if over is None or not under or whole is None or scale is None:
        return None
    if (under >= READING and over != 1) or over > READING:
        return None
    return (whole + over / under) * scale


def powered(words: list[str]) -> Fraction | None:
    """4e14, 2.48x10^-5, 2^10, 8x2^10, 5 × 10⁶."""
    negative = words[-2] in ("-", "−", "⁻")
    *front, exponent = [word for word in words if word not in ("-", "−", "⁻", "+", "^")]
    match front:
        case [base]:
            factor = "1"
        case [factor, "e"]:
            base = "10"
        case [factor, _, base]:
            pass
        case _:  # "7^ 5 K"
            return None
    if not exponent.isdigit():  # "39e6B"
        return None
    times, root = digits(factor), digits(base)
    power = int(normalize("NFKC", exponent)) if len(exponent) < 4 else POWER + 1
    if times is None or not root or power > POWER or power * len(base) > 2 * POWER:
        return None
    return times * root ** (-power if negative else power)


def pointed(words: list[str], lexicon: Lexicon) -> Fraction | None:
    """Two point five million; the words after "point" are digits."""
    at = words.index("point")
    whole = plain(words[:at], lexicon)
    tail, scales = "", []
    for word in words[at + 1 :]:
        row = lexicon.find("numbers", word)
        if word in SKIPPED:
            continue
        if row is None:
            return None
        if row.tag == "tens":
            tail += row["value"]
        elif row.tag in ("ones", "teens"):
            spoken = tail and tail.endswith("0") and len(tail) > 1
            tail = tail[:-1] + row["value"] if spoken and row.tag == "ones" else tail + row["value"]
        else:
            scales.append(word)
    if whole is None or not tail:
        return None
    scale = plain(scales, lexicon) if scales else Fraction(1)
    return None if scale is None else (whole + Fraction(int(tail), 10 ** len(tail))) * scale


def scaled(low: Sequence[str], high: Sequence[str], lexicon: Lexicon) -> tuple[Decimal | None, Decimal | None]:
    """The figures of a range; a scale told once counts for both ("2 to 3 million", "13 to 14,000")."""
    first, second = figure_of(low, lexicon), figure_of(high, lexicon)
    return first and first * lent(low, high, lexicon), second


def lent(low: Sequence[str], high: Sequence[str], lexicon: Lexicon) -> int:
    """What a figure is to be multiplied by as the one behind it tells the scale of both, else 1."""
    first, second = figure_of(low, lexicon), figure_of(high, lexicon)
    if not first or not second:
        return 1
    if "," in high[-1]:
        return THOUSAND if THOUSAND * first < second <= THOUSAND * first * 3 / 2 else 1
    last = lexicon.find("numbers", high[-1])
    if last is None or last.tag not in SCALES:
        return 1
    scale = int(last["value"])
    alone = not any((row := lexicon.find("numbers", word)) and row.tag == last.tag for word in low)
    return scale if alone and first < scale and first * scale < FALL * second else 1
