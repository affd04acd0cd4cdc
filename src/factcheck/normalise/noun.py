"""The counted noun: what the people, boats or votes beside a figure are."""

from __future__ import annotations

from factcheck.lexicon import Lexicon, lemma
from factcheck.model import Segmented, Sentence
from factcheck.record import NamedTuple

REACH = 6
"""Tokens a counted noun phrase may have."""

BEFORE = 5
"""Tokens between a noun and a figure after it: "the death toll has risen to at least 22"."""

BACK = 25
"""Tokens over which a figure without noun looks back for the one counted before it."""

LISTED = 4
"""Further figures of a list that share one noun: "30, 40 and 42 people"."""

NUMBERS = ("digits", "ones", "teens", "tens", "scale", "dozen", "many")


class Noun(NamedTuple):
    """The counted phrase: tokens `first` to `last` (exclusive), its head last."""

    first: int
    last: int


class Counter:
    """Finds counted nouns in one source."""

    def __init__(self, segmented: Segmented, lexicon: Lexicon) -> None:
        """Keep the tokens at hand."""
        self._segmented = segmented
        self._words = segmented.words
        self._letters = segmented.letters
        self._lexicon = lexicon
        self._numbers = lexicon.once(
            "noun.numbers", lambda: frozenset("".join(lexicon.classes.get(tag, "") for tag in NUMBERS))
        )
        self._calendar, self._grammar = (lexicon.classes.get(tag, "") for tag in ("calendar", "grammar"))
        self._collective = lexicon.book("cues", "kind", "collective")
        self._tallies = lexicon.book("cues", "kind", "tally")
        self._groups = lexicon.book("cues", "kind", "group")

    def noun(self, first: int, last: int, sentence: Sentence) -> Noun | None:
        """The noun counted at tokens `first` to `last`: behind the figure, before it, or that of the count before."""
        found = self.behind(last, sentence.last) or self.told_as(last, min(last + 2, sentence.last), people=True)
        if found and self._words[last].lower() == "of":
            found = self.told_as(found.last, sentence.last) or found
        toll = found or self.toll(first, sentence.first)
        broken = "." in self._words[last - 1]  # a ratio of 0.72 counts nobody
        return toll if toll or broken else self.elided(first, last, sentence)

    def told_as(self, at: int, stop: int, *, people: bool = False) -> Noun | None:
        """What some of a group are said to be: "12 of the victims were young children"; with `people` only those."""
        if at < stop and self._words[at].lower() in ("are", "were"):
            for n in range(at + 1, min(stop, at + 3)):
                if self._known(n) and self._several(n) and (not people or self._people(n)):
                    return Noun(at + 1, n + 1)
        return None

    def behind(self, at: int, stop: int, *, mass: bool = False) -> Noun | None:
        """The noun phrase right behind the figure, past "of the", an owner ("the province's") or a list of figures.

        A phrase without a plural counts one thing, or with `mass` something uncounted ("80% of the traffic").
        """
        words = self._words
        mass = mass or words[at - 1].lower() in ("one", "1", "single")
        if at + 1 < stop and words[at] in "-‑" and words[at + 1] in ("odd", "plus", "ish"):
            at += 2  # 30-odd boats
        elif at + 2 < stop and words[at] in "-‑" and words[at + 1] in ("and", "or", "to") and self._number(at + 2):
            return self.behind(at + 3, stop, mass=mass)  # two- and three-bedroom flats
        elif at + 1 < stop and words[at] in "-‑" and words[at + 1] == "strong":
            return self.behind(at + 2, stop, mass=True)  # a 500-strong crowd
        elif (
            at + 1 < stop
            and words[at] in "-‑"
            and words[at + 1][0].isalpha()
            and words[at + 1] not in ("of", "for", "in")
        ):
            return Noun(at + 1, at + 2) if self._tight(at) else None  # a 15-bed jail
        begin, at = at, self._skip(at, stop)
        if at > begin + 1 and words[begin] == "," and self._lexicon.find("units", words[at]):
            return None  # "by 329 votes against 224, fifteen hours before"
        chunk: list[int] = []
        for n in range(at, min(stop, at + REACH)):
            if words[n] in ("'s", "’s", "'", "’") and chunk:
                return self.behind(n + 1 + self._number(n + 1), min(stop, at + 2 * REACH), mass=mass)
            linked = words[n].lower() in ("and", "or") and chunk and not self._known(chunk[-1])
            joined = linked and not any(map(self._several, chunk))
            if not joined and not self._open(n, chunk):
                break
            chunk.append(n)
        while chunk and (not words[chunk[-1]][0].isalpha() or words[chunk[-1]].lower() in ("and", "or", "s")):
            chunk.pop()
        head = self._head(chunk, mass) if chunk else None
        if head is None or (words[chunk[0]] in ("last", "next") and self._lexicon.has(self._letters[head], "period")):
            return None  # "fell to 247 last year"
        return Noun(chunk[0], head + 1)

    def of(self, at: int, stop: int) -> Noun | None:
        """The noun phrase of a share: "80% of the civilians"."""
        told = at < stop and self._words[at].lower() == "of"
        return self.behind(at, stop, mass=True) if told else None

    def toll(self, at: int, start: int) -> Noun | None:
        """A noun before the figure that says what it counts: "a death toll of 11", "a crowd of 300"."""
        words = self._words
        if at - 2 >= start and words[at - 1].lower() == "of" and words[at - 2] in self._groups:
            return Noun(at - 2, at - 1)
        for n in range(at - 1, max(start, at - BEFORE) - 1, -1):
            if words[n] in self._tallies:
                joined = n > start and words[n - 1].isalpha() and not self._closed(n - 1)
                return Noun(n - joined, n + 1)
            if words[n][0] in ".;,()" or words[n][0].isdigit():
                break
        return None

    def elided(self, first: int, last: int, sentence: Sentence) -> Noun | None:
        """The people counted before: "killed nine people and wounded 13"; "78 wives, 24 of them"."""
        words = self._words
        pointing = [word.lower() for word in words[last : last + 2]] in (
            ["of", "them"],
            ["of", "whom"],
            ["of", "which"],
        )
        numbers = [n for n in range(first - 1, max(sentence.first, first - BACK) - 1, -1) if self._number(n)]
        for n in numbers[:3]:
            scaled = any(self._lexicon.has(self._letters[n + 1], tag) for tag in ("suffix", "letter"))
            found = self.behind(n + 1 + scaled, sentence.last)
            row = self._lexicon.find("nouns", lemma(words[found.last - 1])) if found else None
            if found and found.last <= first and (pointing or (row is not None and row["class"] == "person")):
                return found
        return None

    def _skip(self, at: int, stop: int) -> int:
        """Past what may stand between a figure and its noun."""
        words = self._words
        for _ in range(LISTED):
            if at + 1 < stop and words[at] in (",", "and", "or", "-", "to") and self._number(at + 1):
                at += 2
                at += at < stop and self._lexicon.has(self._letters[at], "nth_mark")
        at += at + 1 < stop and words[at] == "+" and self._tight(at)
        low = words[at].lower() if at < stop else ""
        if low == "of" and at + 1 < stop:
            row = self._lexicon.find("grammar", words[at + 1])
            at += 1 + (row is not None and row["role"] == "det")
            while at < stop and self._number(at):
                at += 1
            return at
        return at + (low in ("more", "other", "further", "additional", "new", "fewer", "less"))

    def _tight(self, n: int) -> bool:
        """Whether no blank stands before token `n`."""
        starts = self._segmented.starts
        return starts[n] == starts[n - 1] + len(self._words[n - 1])

    def _number(self, n: int) -> bool:
        return n < len(self._words) and self._letters[n] in self._numbers

    def _closed(self, n: int) -> bool:
        word = self._words[n]
        return self._letters[n] in self._grammar and (len(word) == 1 or not word.isupper())  # "US" is no pronoun

    def _people(self, n: int) -> bool:
        """Whether token `n` is a plural of people ("women"), not how they are ("injured")."""
        row = self._lexicon.find("nouns", lemma(self._words[n]))
        return row is not None and row["class"] == "person" and lemma(self._words[n]) != self._words[n].lower()

    def _known(self, n: int) -> bool:
        return self._lexicon.find("nouns", lemma(self._words[n])) is not None

    def _open(self, n: int, chunk: list[int]) -> bool:
        """Whether token `n` can go on the phrase: a noun or adjective, or a hyphen inside a word."""
        word = self._words[n]
        hyphen = word in "-‑" and self._words[n + 1][:1].isalpha()
        if chunk and (hyphen or (word[0].isalpha() and self._words[n - 1] in "-‑" and self._tight(n))):
            return True  # Iranian-made drones
        if chunk and self._words[chunk[0]][0].isupper() and self._coded(n):
            return True
        if chunk and word.isdigit() and self._lexicon.has(self._letters[n - 1], "label"):
            return True  # grade 12 pupils
        if (
            not word[0].isalpha()
            or self._letters[n] in self._calendar
            or (self._number(n) and self._words[n + 1] not in "-‑")
            or ("." in word and not word.isupper())
        ):
            return False
        if self._closed(n) and not self._counted(n, chunk):
            row = self._lexicon.find("grammar", word)
            return row is not None and row["role"] == "adj" and not chunk
        if not chunk or not self._several(chunk[-1]):
            return not (chunk and self._known(chunk[-1]) and word.endswith("ed"))
        state = word.endswith("ed") or word.lower() in ("dead", "missing", "hurt")
        grown = self._plural(n) and not self._plural(chunk[-1])  # "arrest warrants"
        return not state and (self._known(n) or word[0].isupper() or grown)

    def _counted(self, n: int, chunk: list[int]) -> bool:
        """Whether a word of grammar is what is counted after all: "143 runs", "two sets"."""
        return self._plural(n) and self._known(n) and not any(map(self._several, chunk))

    def _coded(self, n: int) -> bool:
        """Whether token `n` is a piece of a model's code: the "-136" of "Shahed-136 drones"."""
        if self._words[n] in "-‑":
            return self._tight(n) and self._tight(n + 1) and self._words[n + 1][:1].isdigit()
        return self._words[n].isdigit() and self._tight(n) and self._words[n - 1] in "-‑"

    def _several(self, n: int) -> bool:
        """Whether token `n` is a plural or names several by itself ("police")."""
        word = self._words[n]
        return self._plural(n) or word in self._collective or (word[0].isupper() and self._known(n))

    def _plural(self, n: int) -> bool:
        word = self._words[n]
        demonym = word[0].isupper() and word.endswith("is")  # Iraqis
        return len(word) > 3 and word.endswith("s") and (demonym or not word.endswith(("ss", "us", "is")))

    def _head(self, chunk: list[int], mass: bool) -> int | None:
        """The last plural of the phrase; else its last word, if that is no verb ("two managed", "nine drown")."""
        several = [n for n in chunk if self._several(n)]
        if several:
            return several[-1]
        last = self._words[chunk[-1]]
        if last.endswith(("ed", "ing", "ly")) or len(last) == 1:
            return None
        return chunk[-1] if mass or last[0].isupper() or self._known(chunk[-1]) else None
