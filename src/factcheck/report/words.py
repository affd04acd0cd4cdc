"""Pieces of text every format for people needs: safe strings, quotes, figures, counts."""

from __future__ import annotations

from factcheck.checking import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from factcheck.model import Claim, Source


# Control characters, marks of direction and what is no character.
_DRIVING = "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"


def caught(claim: Claim) -> str:
    """The rule of a claim and the words it caught: `quantity.number: number "12", unit "km"`; "" if not asked for."""
    if claim.parts is None:
        return ""
    words = ", ".join(f'{name} "{visible(text)}"' for name, text in claim.parts)
    return f"{claim.rule}: {words}" if words else claim.rule


def visible(text: str) -> str:
    """Make one line that cannot drive a terminal: blanks joined, control and direction characters visible.

    "a", escape, "[2Jb" gives "a␛[2Jb", a right-to-left override gives "<U+202E>".
    """
    if text.isprintable() and "  " not in text:
        return text
    import re

    return tame(re.sub(r"\s+", " ", text))


def tame(text: str) -> str:
    """Make text of several lines that cannot drive a terminal; tabs and line ends stay."""
    import re

    return re.sub(rf"(?!\t|\r?\n){_DRIVING}", lambda match: _picture(ord(match.group())), text)


def _picture(code: int) -> str:
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    return "\ufffd" if 0xD800 <= code < 0xE000 else f"<U+{code:04X}>"


def cut(claim: Claim) -> tuple[str, str, str]:
    """The claim's quote before, at and after its figure, made visible."""
    at = claim.start - claim.quote_start
    if claim.quote[at : at + len(claim.text)] != claim.text or at < 0:
        at = max(claim.quote.find(claim.text), 0)
    end = at + len(claim.text)
    before, figure, after = claim.quote[:at], claim.quote[at:end], claim.quote[end:]
    return visible(before).lstrip(), visible(figure), visible(after).rstrip()


def said(claim: Claim) -> str:
    """The figure as told, with its hedge: "at least 77"."""
    figure, hedge = visible(claim.text), visible(claim.hedge)
    return f"{hedge} {figure}" if hedge and hedge.lower() not in figure.lower() else figure


def trim(quote: tuple[str, str, str], room: int | None) -> tuple[str, str, str]:
    """Shorten a quote around its figure to about `room` characters, at blanks; None = whole."""
    before, figure, after = quote
    if room is None or len(before) + len(figure) + len(after) <= room:
        return quote
    spare = max(room - len(figure) - 2, 0)
    left = min(len(before), max(spare // 2, spare - len(after)))
    right = spare - left
    if left < len(before):
        kept = before[len(before) - left :]
        before = "…" + kept[kept.find(" ") + 1 :]
    if right < len(after):
        after = after[: max(after.rfind(" ", 0, right + 1), 0)].rstrip(" ,;:") + "…"
    return before, figure, after


def counted(number: int, noun: str) -> str:
    """Count something: "1 source", "2 sources"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def place(claim: Claim) -> str:
    """Where the claim stands: `path:line:column`, in a PDF `path#page=3:line:column`."""
    page = f"#page={claim.page}" if claim.page else ""
    return f"{visible(claim.path)}{page}:{claim.line}:{claim.column}"


def number(value: Decimal) -> str:
    """A figure for people: "1,234.5"."""
    return f"{value:,f}"


def value_of(claim: Claim) -> str:
    """The value read from the words: "≥ 77", "2–12", "2021-08-15", or "" when there is none."""
    if claim.kind == "date":
        return _span(claim.earliest, claim.latest, "…")
    low = "" if claim.low is None else number(claim.low)
    high = "" if claim.high is None else number(claim.high)
    sign = {"approx": "~", "more_than": ">", "less_than": "<", "at_least": "≥", "at_most": "≤"}.get(claim.bound)
    if sign is None or not (low or high):
        return _span(low, high, "–")
    edges = (high, low) if claim.bound in {"at_most", "less_than"} else (low, high)
    return f"{sign} {edges[0] or edges[1]}"


def _span(low: str | None, high: str | None, dash: str) -> str:
    return (low or "") if low == high else f"{low or ''}{dash}{high or ''}"


def published_of(source: Source) -> str:
    """The publication date with its basis: "2022-05-03 (first-line)", "2023-04-01 (masthead, doubtful)"."""
    period = source.published
    if period is None:
        return "unknown"
    first, last = (day.isoformat() if day else "" for day in (period.earliest, period.latest))
    doubt = ", doubtful" if source.doubtful else ""
    return f"{_span(first, last, '…')} ({source.basis}{doubt})"
