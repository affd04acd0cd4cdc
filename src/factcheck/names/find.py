"""Names in one source: runs of capitals, cut at titles, with what the words around them say they are."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from factcheck.entity import Name
from factcheck.expression import expression
from factcheck.lexicon import Lexicon
from factcheck.model import Segmented, Sentence
from factcheck.names.acronym import fits
from factcheck.record import NamedTuple

LONGEST = 8
"""Tokens of a name at most; what is longer is a headline or a list without commas."""

INITIALS = r"\b((?:[^\W\d_]\.)+[^\W\d_]?)\.?(?!\w)"
"""Letters with dots behind them: "U.S.", "J.K"."""

SMALL = ("of", "for", "and", "the", "in", "on", "to")
"""Small words inside names of organisations."""


class Words(NamedTuple):
    """Look-ups over the lexicon.

    Attributes:
        common: words that are no names though they may have a capital: small words, months, weekdays.
        uses: what a word does in names (title, organisation, place, particle, preposition) -> the words that do.
        places: nouns such as "province" that name a kind of place.
        saying: verbs of saying.
    """

    common: frozenset[str]
    uses: Mapping[str, frozenset[str]]
    places: frozenset[str]
    saying: frozenset[str]

    @classmethod
    def make(cls, lexicon: Lexicon) -> Words:
        """Collect them from the tables."""

        def forms(*tables: str) -> frozenset[str]:
            rows = (row for table in tables for row in lexicon.tables.get(table, ()))
            return frozenset(form.lower() for row in rows for form in row.forms)

        uses: dict[str, set[str]] = {}
        for row in lexicon.tables["name_words"]:
            uses.setdefault(row["use"], set()).update(row.forms)
        common = (forms("stopwords", "openers", "calendar") | uses.get("opener", set())) - {"us"}
        frozen = {use: frozenset(found) for use, found in uses.items()}
        return cls(common, frozen, forms("place_types"), forms("reporting"))

    def having(self, use: str) -> frozenset[str]:
        """The words, in lower case, that have a use."""
        return self.uses.get(use, frozenset())


class Text(NamedTuple):
    """One source as the finder sees it.

    Attributes:
        lines: offsets at which lines begin.
        small: words it writes in lower case.
        inside: words, in lower case, it writes with a capital inside a sentence.
        tall: words it writes with a capital.
        low: its tokens in lower case.
    """

    segmented: Segmented
    words: Words
    lines: list[int]
    small: frozenset[str]
    inside: frozenset[str]
    tall: frozenset[str]
    low: tuple[str, ...]


def names_of(segmented: Segmented, lexicon: Lexicon) -> tuple[Name, ...]:
    """The names of a source in the order of the text; headlines, captions and boilerplate tell none."""
    body = [sentence for sentence in segmented.sentences if sentence.role == "body"]
    told = set(segmented.words)
    small = {word for word in told if word[:1].islower()}
    tall = {word for word in told if word[:1].isupper()}
    inside: set[str] = set()
    for sentence in body:
        inside.update(tall.intersection(segmented.words[sentence.first + 1 : sentence.last]))
    lines = [0, *(found.end() for found in re.finditer("\n", segmented.source.text))]
    words = lexicon.once("names.words", lambda: Words.make(lexicon))
    low = tuple(map(str.lower, segmented.words))
    read = Text(segmented, words, lines, frozenset(small), frozenset(map(str.lower, inside)), frozenset(tall), low)
    return tuple(name for sentence in body for name in names_in(sentence, read))


def names_in(sentence: Sentence, text: Text) -> Iterator[Name]:
    """The names of a sentence."""
    end = sentence.first
    tokens = enumerate(text.segmented.words[sentence.first : sentence.last], sentence.first)
    for at in [at for at, token in tokens if token in text.tall]:
        if at >= end:
            end = run_from(at, sentence, text)
            if end > at:
                yield from pieces(at, min(end, at + LONGEST), sentence, text)


def run_from(first: int, sentence: Sentence, text: Text) -> int:
    """The end of the run of capitals that begins at a token; the token itself when none does."""
    if not starts_name(first, sentence, text):
        return first
    at = first + 1
    while at < sentence.last:
        step = link(first, at, sentence, text)
        if not step:
            break
        at += step
    return at


def starts_name(at: int, sentence: Sentence, text: Text) -> bool:
    """Whether a token with a capital can begin a name: at the head of a sentence that alone says nothing."""
    word = text.segmented.words[at]
    low = text.low[at]
    if low in text.words.common and not (word.isupper() and len(word) > 1):
        return False
    if at > sentence.first:
        return True
    following = text.segmented.words[at + 1]
    named = following[:1].isupper() and text.low[at + 1] not in text.words.common
    return low in text.inside or (low not in text.small and (named or (len(word) > 1 and word.isupper())))


def link(first: int, at: int, sentence: Sentence, text: Text) -> int:
    """How many tokens the name goes on with here: a capital, a hyphen, a particle or a small word and a capital."""
    tokens, words = text.segmented.words, text.words
    starts = text.segmented.starts
    word = tokens[at]
    if word[:1].isupper():
        known = text.low[at] in words.common and not word.isupper()
        return 0 if known else 1
    following = tokens[at + 1] if at + 1 < sentence.last else ""
    if word == "-" and starts[at] == starts[at - 1] + len(tokens[at - 1]) and starts[at + 1] == starts[at] + 1:
        return 2 if following[:1].isupper() or following in words.having("particle") else 0
    if word == "." and len(tokens[at - 1]) == 1 and following[:1].isupper():
        return 2  # an initial: George W. Bush
    if word in words.having("particle") and (following[:1].isupper() or following == "-"):
        return 1 if following == "-" else 2
    if word in SMALL[:2] and not words.having("organisation").isdisjoint(text.low[first:at]):
        reach = 2 if following in SMALL else 1
        target = tokens[at + reach] if at + reach < sentence.last else ""
        return reach + 1 if target[:1].isupper() else 0
    return 0


def pieces(first: int, end: int, sentence: Sentence, text: Text) -> Iterator[Name]:
    """The name in a run, without the title before it; what stands before a title is a name of its own."""
    low, known = text.low, text.words.having("title")
    titles = [n for n in range(first, end) if low[n].rstrip(".") in known]
    last = titles[-1] if titles else None
    if last is None or (last == end - 1 and len(titles) < end - first):
        before = low[first - 1] if first > sentence.first else ""
        title = before if before in known and last is None else ""
        yield name_at(first, end, title, sentence, text)
        return
    begin = last + 1
    while begin < end and low[begin] == ".":
        begin += 1
    if begin < end:
        title = " ".join(low[n] for n in titles)
        yield name_at(begin, end, title, sentence, text)


def name_at(first: int, end: int, title: str, sentence: Sentence, text: Text) -> Name:
    """The name of the tokens `first` to `end`."""
    tokens, starts, source = text.segmented.words, text.segmented.starts, text.segmented.source
    alias = bracketed(end, sentence, text)
    if alias:
        first = expanded(first, end, alias, sentence, text)
    while end - 1 > first and not tokens[end - 1][0].isalpha():
        end -= 1
    start, stop = starts[first], starts[end - 1] + len(tokens[end - 1])
    line = bisect_right(text.lines, start)
    told = source.text[start:stop]
    parts = words_of(told)
    hint = hint_of(first, end, title, sentence, text)
    column = start - text.lines[line - 1] + 1
    opening = first == sentence.first
    return Name(source.id, source.path, start, stop, " ".join(told.split()), line, column, sentence.index, parts,
                title, hint, alias, opening)  # fmt: skip


@lru_cache(maxsize=20_000)
def words_of(told: str) -> tuple[str, ...]:
    """The telling words of a name in lower case."""
    return tuple(fold(piece) for piece in split(told) if piece.lower() not in SMALL)


def split(told: str) -> list[str]:
    """The words of a name; a hyphen parts a particle only ("al-Qaida"), else it belongs to the word (ISIS-K)."""
    if "." not in told and "’" not in told:
        return told.split()
    plain = expression(INITIALS).sub(lambda found: found[1].replace(".", ""), told)
    return [piece for piece in plain.replace("’", "'").replace(".", " ").split() if piece]


def fold(word: str) -> str:
    """The word in lower case without accents and article: "Erdoğan" -> "erdogan", "al-Qaida" -> "qaida"."""
    low = word.lower() if word.isascii() else without_accents(word)
    for article in ("al-", "el-", "ul-"):
        if low.startswith(article) and len(low) > len(article) + 2:
            return low[len(article) :]
    return low


def without_accents(word: str) -> str:
    """The word in lower case and plain letters, where they are letters with a mark."""
    from unicodedata import combining, normalize

    plain = "".join(char for char in normalize("NFKD", word) if not combining(char))
    return plain.lower().replace("ı", "i").replace("ø", "o").replace("ł", "l")


def bracketed(end: int, sentence: Sentence, text: Text) -> str:
    """The short form in the bracket right behind a name ("(NRF)"), or ""."""
    tokens = text.segmented.words
    if end >= sentence.last or tokens[end] != "(" or ")" not in tokens[end : min(end + 6, sentence.last)]:
        return ""
    close = tokens.index(")", end)
    inner = "".join(tokens[end + 1 : close])
    letters = [letter for letter in inner if letter.isalpha()]
    return inner if 2 <= len(letters) <= 8 and all(letter.isupper() for letter in letters) else ""


def expanded(first: int, end: int, alias: str, sentence: Sentence, text: Text) -> int:
    """Where the name a bracket shortens begins: before its last run, when the initials are those of more words."""
    tokens, source = text.segmented.words, text.segmented.source
    stop = text.segmented.starts[end - 1] + len(tokens[end - 1])
    for begin in range(first, max(sentence.first, first - LONGEST) - 1, -1):
        if tokens[begin][:1].isupper() and fits(alias, source.text[text.segmented.starts[begin] : stop]):
            return begin
    return first


def hint_of(first: int, end: int, title: str, sentence: Sentence, text: Text) -> str:
    """What the words in and around a name say it is: person, organisation, place, vessel, ""."""
    tokens, words = text.segmented.words, text.words
    low = text.low[first:end]
    before = text.low[max(sentence.first, first - 2) : first]
    after = text.low[end : min(end + 3, sentence.last)]
    if low[-1] in words.having("place") or low[-1] in words.places or (after[:1] and after[0] in words.places):
        return "place"
    if len(low) > 1 and low[0] in words.having("vessel"):
        return "vessel"
    if not words.having("organisation").isdisjoint(low) or acronym(tokens[first:end]):
        return "organisation"
    if title or (len(low) > 1 and (says(before, after, words) or aged(after))):
        return "person"
    if (before[-1:] and before[-1] in words.having("preposition")) or (
        before[-2:] and before[-1] == "the" and "in" in before
    ):
        return "place"
    return ""


def acronym(tokens: tuple[str, ...]) -> bool:
    """Whether a name is all capitals: NRF, ISIS-K."""
    if len(tokens) not in (1, 3):
        return False
    letters = "".join(token for token in tokens if token != "-")
    return letters.isupper() and 2 <= len(letters) <= 7


def says(before: Sequence[str], after: Sequence[str], words: Words) -> bool:
    """Whether the name speaks ("said X Y", "X Y told"), or is told of with "who"."""
    follows = after[1:] if after[:1] == (",",) else after
    return any(word in words.saying for word in (*before[-1:], *after[:1])) or follows[:1] == ("who",)


def aged(after: Sequence[str]) -> bool:
    """Whether an age stands behind the name (", 34,")."""
    return len(after) > 1 and after[0] in (",", "(") and after[1].isdigit() and 1 <= int(after[1]) <= 110
