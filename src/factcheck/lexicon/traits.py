"""What classes of acts and of nouns have in common, from the tables `act_traits` and `noun_traits`."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.lexicon.vocabulary import Lexicon
from factcheck.record import NamedTuple


class Traits(NamedTuple):
    """Classes of acts by what they tell, and of nouns by what they are not.

    Attributes:
        casualty: they name those they happen to: "24 dead", "12 wounded".
        person: they happen to people: a figure without a noun beside such a verb counts persons.
        fate: what an event does to people, of which a lead tells the one figure of the event.
        trend: they tell how a figure moved.
        passing: many sentences mention them in passing: a difference in them says little.
        wanes: what they tell of gets less as well as more, day by day: the missing, those without power.
        befalls: for each class the classes of nouns it reads well behind: "people killed", "houses damaged".
        apart: for each class the sets it is part of; two of one set exclude each other for one group of things.
        alike: classes of nouns of which one may stand for another: people for passengers, not goals for cards.
        sorts: for each class of nouns the sets it is part of; nothing is of two classes of one set.
        meets: for each class of nouns the sets it is part of; one count may be told as of either class of one set:
            people infected, cases.
    """

    casualty: frozenset[str]
    person: frozenset[str]
    fate: frozenset[str]
    trend: frozenset[str]
    passing: frozenset[str]
    wanes: frozenset[str]
    befalls: Mapping[str, frozenset[str]]
    apart: Mapping[str, frozenset[str]]
    alike: frozenset[str]
    sorts: Mapping[str, frozenset[str]]
    meets: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, lexicon: Lexicon) -> Traits:
        """Those of a lexicon, collected once."""
        return lexicon.once("lexicon.traits", lambda: cls.make(lexicon))

    @classmethod
    def make(cls, lexicon: Lexicon) -> Traits:
        """Collect them from the table."""
        told: dict[str, set[str]] = {}
        befalls: dict[str, frozenset[str]] = {}
        apart: dict[str, frozenset[str]] = {}
        for row in lexicon.tables["act_traits"]:
            for trait in row["traits"].split():
                told.setdefault(trait, set()).update(row.forms)
            befalls.update(dict.fromkeys(row.forms, frozenset(row["befalls"].split())))
            apart.update(dict.fromkeys(row.forms, frozenset(row["apart"].split())))
        casualty, person, fate, trend, passing, wanes = (
            frozenset(told[trait]) for trait in ("casualty", "person", "fate", "trend", "passing", "wanes")
        )
        nouns = lexicon.index("noun_traits")
        alike = frozenset(name for name, row in nouns.items() if "alike" in row["traits"].split())
        sorts, meets = (
            {name: frozenset(row[column].split()) for name, row in nouns.items()} for column in ("apart", "meets")
        )
        return cls(casualty, person, fate, trend, passing, wanes, befalls, apart, alike, sorts, meets)
