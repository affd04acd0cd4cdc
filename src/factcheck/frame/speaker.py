"""Who says so."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.frame.clause import Clause, Words
from factcheck.record import NamedTuple

SETTING = frozenset({",", ";", "and", "but", "while", "against"})
"""What stands between two speakers with a figure each."""

LONGEST = 9
"""Tokens of a speaker's description at most."""


def speaker_of(clause: Clause, words: Words) -> str:
    """The speaker of the sentence ("Sutopo Purwo Nugroho", "police"), or "" when it speaks for itself."""
    for n, word in enumerate(clause.lower) if "according" in clause.lower else ():
        if word == "according" and clause.lower[n + 1 : n + 2] == ("to",):
            return phrase(clause, n + 2)
    for n, word in enumerate(clause.words) if not words.reporting.isdisjoint(clause.words) else ():
        if word in words.reporting:  # as written: the State of a name says nothing
            return subject(clause, n, words) or following(clause, n + 1)
    return ""


class Voices(NamedTuple):
    """Who speaks in a sentence.

    Attributes:
        whole: the speaker of the sentence, or "".
        beside: speakers that stand right before a figure of their own, by the figure's token.
        first: where two are set side by side, the speaker of the figures before these.
    """

    whole: str
    beside: Mapping[int, str]
    first: str

    @classmethod
    def of(cls, clause: Clause, words: Words) -> Voices:
        """Those of a sentence."""
        beside = {} if words.speakers.isdisjoint(clause.lower) else speakers_in(clause, words)
        before = range(min(beside, default=0) - 2, -1, -1)
        first = next((clause.words[n] for n in before if clause.lower[n] in words.speakers), "")
        return cls(speaker_of(clause, words), beside, first)

    def at(self, figure: int) -> str:
        """Who a figure is from, by its first token."""
        if not self.beside:
            return self.whole
        return self.first if figure < min(self.beside) else self.beside.get(figure, "")


def speakers_in(clause: Clause, words: Words) -> dict[int, str]:
    """Speakers right before a figure of their own, by the figure's token, where two are set side by side.

    "Police counted 12,000 marchers, the organisers 45,000": what is counted is not said again.
    """
    found: dict[int, str] = {}
    for n in range(2, len(clause.lower)):
        if clause.lower[n][0].isdigit() and clause.lower[n - 1] in words.speakers:
            before = n - 2 - (clause.lower[n - 2] == "the")
            if before > 0 and clause.lower[before] in SETTING:
                found[n] = clause.words[n - 1]
    return found


def phrase(clause: Clause, first: int) -> str:
    """Words from a token to the next comma or stop."""
    last = first
    while last < len(clause.words) and last - first < LONGEST and clause.words[last] not in ',.;:()"”':
        last += 1
    return " ".join(clause.words[first:last])


def subject(clause: Clause, verb: int, words: Words) -> str:
    """The name or "officials"-like noun right before the verb."""
    first = verb
    while first > 0 and verb - first < LONGEST and clause.capital[first - 1]:
        first -= 1
    if verb - first == 1 and clause.lower[first] in words.world and clause.lower[verb] in words.counting:
        return ""
    if first < verb:
        return " ".join(clause.words[first:verb])
    if verb and clause.lower[verb - 1].isalpha() and clause.signs[verb - 1].key:
        return clause.words[verb - 1]
    if verb and clause.lower[verb - 1] in words.speakers:
        return clause.words[verb - 1]
    return ""


def following(clause: Clause, first: int) -> str:
    """The name right after the verb ("said Subhan Sahara")."""
    last = first
    while last < len(clause.words) and last - first < LONGEST and clause.capital[last]:
        last += 1
    return " ".join(clause.words[first:last])
