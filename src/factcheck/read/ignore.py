"""Comments that tell factcheck what to leave alone: `<!-- factcheck: ignore[FC102] the reason -->`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from factcheck.model import Span
from factcheck.review import Ignore

_COMMENT = r"<!--\s*factcheck\s*:\s*ignore\b\s*(?P<words>.{0,1000}?)-->"

# Comments of one file that are looked at.
_MOST = 1000
_WORDS = r"\[\s*(?P<codes>[^\]]*?)\s*\]\s*(?P<reason>.*)"


def ignores(text: str) -> tuple[Ignore, ...]:
    """The comments of a text in their order."""
    if "factcheck" not in text:
        return ()
    found = islice(re.finditer(_COMMENT, text, re.DOTALL), _MOST)
    return tuple(_ignore(comment["words"], text, Span(*comment.span())) for comment in found)


def _ignore(words: str, text: str, at: Span) -> Ignore:
    told = re.fullmatch(_WORDS, words.strip(), re.DOTALL)
    codes = tuple(_codes(told["codes"])) if told else ()
    reason = " ".join(told["reason"].split()) if told else ""
    return Ignore(codes, reason, text.count("\n", 0, at.start) + 1, *_covered(text, at))


def _codes(words: str) -> Iterator[str]:
    """The codes between the brackets; none when one of them is no code."""
    codes = [word.upper() for word in re.split(r"[\s,]+", words) if word]
    return iter(codes if all(re.fullmatch(r"FC\d{3}", code) for code in codes) else ())


def _covered(text: str, at: Span) -> Span:
    """The rest of the line the comment stands in; when it stands alone, the paragraph below."""
    start = text.rfind("\n", 0, at.start) + 1
    end = text.find("\n", at.end)
    end = len(text) if end < 0 else end
    if (text[start : at.start] + text[at.end : end]).strip():
        return Span(start, end)
    below = re.compile(r"(?:\s|<!--.{0,1000}?-->)*+(?P<paragraph>.*?)(?=\n[ \t\r]*\n|\Z)", re.DOTALL).match(text, end)
    return Span(*below.span("paragraph")) if below else Span(end, end)
