"""Invented articles for measuring speed: stories told by several papers each, with figures that agree, differ or repeat.

The same numbers give the same texts: a generator of its own takes the place of random numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple


def words(text: str) -> tuple[str, ...]:
    """The words of a text."""
    return tuple(text.split())


SYLLABLES = words("ar ben cor dal el fen gor hal im jor kel lor mar nor ol per quen ras sel tor ul ver wen yar zel")
EVENTS = words("bombing ferry-accident quake flood fire derailment storm landslide raid explosion")
THINGS = words(
    "people passengers soldiers sailors workers villagers children pupils rescuers guards farmers nurses "
    "houses boats bridges shops trucks schools tents cars barns roofs wells mills"
)
ACTS = words("killed wounded rescued damaged evacuated arrested destroyed seized")
MONTHS = words("January February March April May June July August September October November December")
SENTENCES = (
    "The {event} in {place} {act} {n} {thing} near the {kind}, {speaker} said.",
    "In {town} district, {n} {thing} of the {kind} were {act} on {day} {month}.",
    "{speaker} put the damage to the {kind} at ${n} million.",
    "About {p} percent of the {thing} of the {kind} were {act}.",
    "{speaker}, {age}, lost {n} {thing} when the {event} hit the {kind}.",
    "Help for the {kind} worth {n} million euros was promised by {speaker}.",
    "The {kind} lies {n} kilometres from {town}.",
    "It was the largest {kind} since {year}, {speaker} told reporters.",
)


class Dice:
    """Numbers that look random and are the same each time."""

    def __init__(self, seed: int) -> None:
        """Start at a seed."""
        self.state = seed * 2654435761 % 2**32 or 1

    def below(self, top: int) -> int:
        """A number from 0 to `top`, exclusive."""
        self.state = (self.state * 1664525 + 1013904223) % 2**32
        return (self.state >> 8) * top >> 24

    def pick(self, choices: tuple[str, ...]) -> str:
        """One of the choices."""
        return choices[self.below(len(choices))]

    def name(self) -> str:
        """An invented name."""
        return "".join(self.pick(SYLLABLES) for _ in range(2 + self.below(2))).capitalize()


class Fact(NamedTuple):
    """One sentence of a story without its figure, and the figure."""

    text: str
    figure: int


def facts(story: int, number: int) -> list[Fact]:
    """The facts of a story, in the order papers tell them."""
    dice = Dice(story + 1)
    place, event, month = dice.name(), dice.pick(EVENTS).replace("-", " "), dice.pick(MONTHS)
    day = 1 + dice.below(28)
    found = []
    for n in range(number):
        text = SENTENCES[n % len(SENTENCES)]
        filled = {"event": event, "place": place, "act": dice.pick(ACTS), "thing": dice.pick(THINGS), "month": month,
                  "town": dice.name(), "speaker": f"{dice.name()} {dice.name()}", "day": day,
                  "age": 20 + dice.below(60), "p": 5 + dice.below(90), "year": 1950 + dice.below(60),
                  "kind": f"{dice.name().lower()} {dice.name().lower()}"}  # fmt: skip
        found.append(Fact(text.format(n="{n}", **filled), 2 + dice.below(900)))
    return found


def story(number: int, papers: int, sentences: int = 8) -> Iterator[tuple[str, str]]:
    """Name and text of each paper's article about a story; about every tenth figure is another one."""
    told = facts(number, max(sentences, papers * sentences // 4))
    for paper in range(papers):
        dice = Dice(number * 1009 + paper + 7)
        lines = []
        for n in range(sentences):
            fact = told[(paper * 2 + n) % len(told)] if n else told[0]
            figure = fact.figure + (1 + dice.below(9) if dice.below(10) == 0 else 0)
            lines.append(fact.text.format(n=figure))
        yield f"s{number:05}_{paper:03}.txt", "Published: 3 May 2021\n\n" + "\n\n".join(lines) + "\n"
