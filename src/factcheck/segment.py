"""Segment: cut a source into sentences and tokens with exact offsets; tell the story from what surrounds it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise
from sys import intern

from factcheck.lexicon import Lexicon
from factcheck.lexicon.vocabulary import WORD, words
from factcheck.model import Segmented, Sentence, Source, Span
from factcheck.record import NamedTuple

LONGEST = 4_000
"""Code points after which a sentence without any end is cut at a blank."""

LONGEST_WORD = 80
"""Code points looked at for the word before a full stop."""

KNOWN = 40
"""Code points of a token that is worth remembering, at most."""

TOP_LINES = 15
"""Lines at the top of a file among which date lines and mastheads stand."""


class Bare(dict[str, str]):
    """Token with the blanks behind it -> token alone; equal ones are one object, which is found in half the time."""

    def __reduce__(self) -> tuple[type[Bare], tuple[()]]:
        """Pickle without the tokens seen."""
        return Bare, ()

    def __missing__(self, found: str) -> str:
        """The token when it is seen for the first time."""
        bare = intern(found.strip())
        if len(bare) < (5 if bare[:1].isdigit() else KNOWN):  # long figures are many, and seldom come again
            self[found] = bare
        return bare


class Cutter(NamedTuple):
    """Patterns and look-ups of one run of `segment`.

    Attributes:
        token, end, line: compiled patterns of tokens, ends of sentences and lines.
        bare: tokens without blanks.
        lone: a word that would be a sentence of its own.
        labels: phrases that only stand in what surrounds a story, with the words a text must have to hold them.
        heads: all these words, in small, great and mixed letters.
    """

    token: re.Pattern[str]
    end: re.Pattern[str]
    line: re.Pattern[str]
    bare: Bare
    lone: re.Pattern[str]
    labels: tuple[tuple[str, frozenset[str]], ...]
    heads: frozenset[str]

    @classmethod
    def make(cls, lexicon: Lexicon) -> Cutter:
        """Compile them."""
        phrases = [phrase for row in lexicon.tables.get("boilerplate", ()) for phrase in row.forms]
        heads = {phrase: frozenset(words(phrase.lstrip("^"))[:-1]) for phrase in phrases}  # its last word may go on
        return cls(
            re.compile(rf"(?:{WORD})\s*+", re.DOTALL),  # with the blanks behind it, which else would be a match more
            # begins with a plain class, which re looks for quickly; each run of marks is tried once, at its first
            re.compile(
                r"[.!?…](?:(?<![.!?…]{2})[.!?…]*+[\"'”’»)\]]*+(?=\s++[\"'“‘«(\[]*+[^\W_])"
                r"|(?<!…)[\"”’](?=[A-Z])|(?<=[a-z)][.])(?=[A-Z][a-z]))"
            ),
            re.compile(r"\S(?:[^\r\n\u2028\u2029]*\S)?"),
            Bare(),
            re.compile(r"[^\W\d_]+[.!?]+[\"”’]*"),
            tuple(heads.items()),
            frozenset(form for word in set().union(*heads.values()) for form in (word, word.title(), word.upper())),
        )


def segment(source: Source, lexicon: Lexicon) -> Segmented:
    """Cut the story of a source (from `source.body` on) into sentences and tokens."""
    cutter, text = lexicon.once("segment.cutter", lambda: Cutter.make(lexicon)), uncommented(source.text)
    lines = list(paragraphs(text, source.body, cutter))
    whole = tokens(text, Span(lines[0].start, len(text)), cutter) if lines else Tokens([], [])
    labels = labels_in(text, whole, cutter)
    told: list[str] = []
    starts: list[int] = []
    sentences: list[Sentence] = []
    prose = False
    for paragraph, line in enumerate(lines):
        role = role_of(text[line.start : line.end], paragraph, prose, labels, lexicon, cutter)
        prose = prose or role == "body"
        for span in sentence_spans(text, line, lexicon, cutter):
            first = len(told)
            found, places = whole.within(span) or tokens(text, span, cutter)
            told += found
            starts += places
            sentences.append(Sentence(span, role, len(sentences), paragraph, first, len(told)))
            told.append("")
            starts.append(span.end)
    return Segmented(source, tuple(told), tuple(starts), *lexicon.spell(told), tuple(sentences))


def uncommented(text: str) -> str:
    """The text with blanks in place of HTML comments, which are not part of the story; line ends stay."""
    pieces: list[str] = []
    at = 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        pieces += (text[at:start], re.sub(r"[^\r\n]", " ", text[start : end + 3]))
        at = end + 3
    return "".join((*pieces, text[at:])) if pieces else text


class Tokens(NamedTuple):
    """Tokens with their offsets, blanks left out."""

    words: list[str]
    starts: list[int]

    def within(self, span: Span) -> tuple[list[str], list[int]] | None:
        """Those of a span, None where it begins or ends inside a token."""
        words, starts = self
        first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
        if first == last or starts[first] != span.start or starts[last - 1] + len(words[last - 1]) > span.end:
            return None
        return words[first:last], starts[first:last]


def tokens(text: str, span: Span, cutter: Cutter) -> Tokens:
    """Tokens of a span that begins with one. A whole story is cut at once, which takes half the time."""
    found = cutter.token.findall(text, span.start, span.end)
    starts = accumulate(map(len, found[:-1]), initial=span.start)
    return Tokens(list(map(cutter.bare.__getitem__, found)), list(starts))


def paragraphs(text: str, body: int, cutter: Cutter) -> Iterator[Span]:
    """Lines of the story without surrounding blanks; lines of hard-wrapped text are joined."""
    lines = [Span(*match.span()) for match in cutter.line.finditer(text, body)]
    if not wrapped(text, lines):
        yield from lines
        return
    start = previous = None
    for line in lines:
        if start is not None and previous is not None:
            if text.count("\n", previous.end, line.start) == 1 and previous.end - previous.start > 40:
                previous = line
                continue
            yield Span(start, previous.end)
        start, previous = line.start, line
    if start is not None and previous is not None:
        yield Span(start, previous.end)


def wrapped(text: str, lines: list[Span]) -> bool:
    """Whether the lines are cut at a fixed width: many begin in lower case right after a full line."""
    follow = sum(text[start].islower() and 40 < end - first < 100 for (first, end), (start, _) in pairwise(lines))
    return len(lines) > 4 and follow > 0.3 * len(lines)


def trim(text: str, start: int, end: int) -> Span:
    """The span without blanks at its ends."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return Span(start, start + len(piece.strip()))


def sentence_spans(text: str, line: Span, lexicon: Lexicon, cutter: Cutter) -> Iterator[Span]:
    """Sentences of one line; never a cut inside an abbreviation, an initial or before a lone figure."""
    start = line.start
    for match in cutter.end.finditer(text, line.start, line.end):
        end = match.end()
        if end - start > 1 and ends_here(text, start, match, line.end, lexicon, cutter):
            yield from pieces(text, start, end)
            start = end
    if start < line.end:
        yield from pieces(text, start, line.end)


def pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentence from `start` to `end`, or parts of at most `LONGEST` code points cut at blanks; no blank ends it."""
    while text[start].isspace():
        start += 1
    while end - start > LONGEST:
        cut = max(text.rfind(" ", start + LONGEST // 2, start + LONGEST), start + LONGEST // 2)
        yield trim(text, start, cut)
        start = cut
    yield trim(text, start, end) if text[start].isspace() else Span(start, end)


def ends_here(text: str, start: int, match: re.Match[str], limit: int, lexicon: Lexicon, cutter: Cutter) -> bool:
    """Whether the mark ends a sentence: not after an abbreviation or initial, unless a new one clearly begins."""
    mark = match.start()
    if text[mark] != "." or match.end() - mark > 1:
        return not continues(text, match, limit)
    before = text[max(start, mark - LONGEST_WORD) : mark].rsplit(None, 1)
    word = before[-1] if before else ""
    word = re.split("[—–-]", word.lstrip("\"'“‘«([—–-"))[-1]  # July 30-Aug. 1
    following = text[match.end() : min(limit, match.end() + 40)].split(None, 1)
    after = following[0] if following else ""
    if lexicon.find("abbreviations", word.lower() + "."):
        return False
    if len(word) == 1 and word.isupper() and word != "I":
        return False
    if cutter.lone.fullmatch(after) and not lexicon.find("openers", after.strip('.!?"”’').lower()):
        return False  # a lone word is no sentence: "told Fox. News."
    if "." in word and word.replace(".", "").isalpha():  # U.S. p.m.
        return bool(lexicon.find("openers", after.lower().strip("\"'“‘,")) and after[:1].isupper())
    return after[:1] not in ("", ",") and not after[:1].islower()


def continues(text: str, match: re.Match[str], limit: int) -> bool:
    """Whether the sentence goes on in lower case after a quoted mark ("Why?" he asked)."""
    after = text[match.end() : min(limit, match.end() + 3)].lstrip()
    return bool(after) and after[0].islower()


def role_of(line: str, paragraph: int, prose: bool, labels: tuple[str, ...], lexicon: Lexicon, cutter: Cutter) -> str:
    """Role of a line: headline, body, caption, boilerplate or metadata; `labels` as from `labels_in`."""
    low = line.lower() if labels else ""
    if len(line) < 700 and any(labelled(low, phrase) for phrase in labels):
        return "caption" if " images" in low and len(line) > 100 else "boilerplate"
    if paragraph < TOP_LINES and len(line) < 120 and is_dateline(line, prose, lexicon, cutter):
        return "metadata"
    ended = line.rstrip("\"'”’)]").endswith((".", "!", "?", "…", ":", ","))
    quoted = line[0] in "\"'“‘«"
    if not ended and len(line) < (80 if prose else 160) and not (prose and quoted):
        return "headline"
    return "body"


def labels_in(text: str, whole: Tokens, cutter: Cutter) -> tuple[str, ...]:
    """Phrases in a text that only stand in what surrounds a story ("all rights reserved")."""
    low, told = text.lower(), set(map(str.lower, cutter.heads.intersection(whole.words)))
    return tuple(phrase for phrase, heads in cutter.labels if heads <= told and phrase.lstrip("^") in low)


def labelled(line: str, phrase: str) -> bool:
    """Whether a line has the phrase; one with "^" only counts where it begins the line ("Subscribe to ...")."""
    return line.lstrip("([*•|- ").startswith(phrase[1:]) if phrase[0] == "^" else phrase in line


def is_dateline(line: str, prose: bool, lexicon: Lexicon, cutter: Cutter) -> bool:
    """Whether a line near the top only tells a date or time, or (before any prose) is a masthead ending in a date."""
    if not any(map(str.isdigit, line)):
        return False
    found = tokens(line, Span(0, len(line)), cutter).words
    letters, _ = lexicon.spell(found)
    digits = tagged(letters, ("digits",), lexicon)
    known = tagged(letters, ("digits", "punct", "calendar", "byline"), lexicon)
    if not digits:
        return False
    if known == len(found) or prose:
        dated = 2 < digits < len(found) or ":" in found or tagged(letters, ("calendar",), lexicon) > 0
        return known == len(found) and dated
    ends = tagged(letters, ("year",), lexicon) == 1 and lexicon.has(letters[-1], "year")
    return ends and known >= 4 and len(found) <= 12 and tagged(letters, ("month",), lexicon) > 0


def tagged(letters: str, tags: Iterable[str], lexicon: Lexicon) -> int:
    """How many tokens are of one of some classes."""
    held = "".join([lexicon.classes.get(tag, "") for tag in tags])
    return sum(map(held.__contains__, letters))
