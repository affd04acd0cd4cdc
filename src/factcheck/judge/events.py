"""Which event a fact belongs to, and the heading it is shown under: "Kabul airport bombing, August 2021".

The heading is made of what the sentences of the fact call the event, else of what most of its sources call theirs at
the top. Facts of one event get one heading.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from factcheck.judge.case import Case
from factcheck.judge.happening import Happening, Telling, Words, happenings
from factcheck.model import Claim
from factcheck.record import NamedTuple

MAJORITY = 0.6
"""Share of a fact's sources that must open with an event for it to be taken for the fact's."""

LONGEST = 60
"""Days within which an undated figure is of the main event."""


class Heading(NamedTuple):
    """What is known of an event; every part may be ""."""

    kind: str
    noun: str
    place: str
    month: str

    def text(self) -> str:
        """The heading as shown."""
        what = " ".join(filter(None, (self.place, self.noun)))
        return ", ".join(filter(None, (what[:1].upper() + what[1:], self.month)))


class Events(NamedTuple):
    """Events of a run.

    Attributes:
        told: the event nearest to each claim, in its sentence.
        main: the event each source opens with.
        people: words of names that are no places.
    """

    told: Mapping[str, Happening]
    main: Mapping[str, Happening]
    people: frozenset[str]

    @classmethod
    def of(cls, case: Case, claims: Iterable[Claim]) -> Events:
        """Look at the sentences of the claims."""
        words = case.lexicon.once("judge.happenings", lambda: Words.make(case.lexicon))
        seen: dict[tuple[str, int], tuple[Happening, ...]] = {}
        told: dict[str, Happening] = {}
        leads: dict[str, list[Happening]] = {}
        for claim in claims:
            place = (claim.source, claim.sentence)
            if place not in seen:
                seen[place] = tuple(happenings(Telling.of(claim.quote), words))
                if claim.frame.lead:
                    leads.setdefault(claim.source, []).extend(seen[place])
            if seen[place]:
                at = claim.start - claim.quote_start
                told[claim.id] = min(seen[place], key=lambda one: (abs(one.at - at), one.at))
        main = {source: commonest(found) for source, found in leads.items() if found}
        return cls(told, main, people(case))


def people(case: Case) -> frozenset[str]:
    """Names of persons and organisations, in lower case: they are no places."""
    others = (entity for entity in case.names.entities if entity.kind in ("person", "organisation"))
    return frozenset(variant.text.lower() for entity in others for variant in entity.variants)


def commonest(found: Sequence[Happening]) -> Happening:
    """The event told most often, of that kind the first with a place."""
    kind = Counter(one.kind for one in found).most_common(1)[0][0]
    same = [one for one in found if one.kind == kind]
    return next((one for one in same if one.place), same[0])


def headings(case: Case, groups: Sequence[Sequence[Claim]]) -> list[str]:
    """The heading of each group of claims that tell one fact."""
    events = Events.of(case, case.claims.values())
    found = [heading(claims, events) for claims in groups]
    return [one.text() for one in unified(found, [{claim.source for claim in claims} for claims in groups])]


def heading(claims: Sequence[Claim], events: Events) -> Heading:
    """What the claims of one fact, or the openings of their sources, call the event."""
    told = [events.told[claim.id] for claim in claims if claim.id in events.told]
    month = month_of(claims)
    if not told and not month:
        told = opening(claims, events)
    places = [claim.place for claim in claims if named(claim.place, events)]
    if not told:
        return Heading("", "", longest(places), month)
    kind = mode([one.kind for one in told])
    same = [one for one in told if one.kind == kind]
    own = [one.place for one in same if named(one.place, events)]
    title = next((one.noun for one in same if one.title), "")
    return Heading(kind, title or mode([one.noun for one in same]), mode(own) if own else longest(places), month)


def opening(claims: Sequence[Claim], events: Events) -> list[Happening]:
    """The events the sources of a fact open with, when most of them open with one kind."""
    sources = {claim.source for claim in claims}
    found = [events.main[source] for source in sorted(sources) if source in events.main]
    if not found:
        return []
    kind = mode([one.kind for one in found])
    same = [one for one in found if one.kind == kind]
    return same if len(same) >= MAJORITY * len(sources) else []


def named(place: str, events: Events) -> bool:
    """Whether a place phrase is a name, and none of a person or an organisation."""
    bare = place.removeprefix("the ").lower()
    return place != place.lower() and bare not in events.people


def longest(places: Sequence[str]) -> str:
    """The fullest place, without article."""
    return min(places, key=lambda place: (-len(place), place)).removeprefix("the ") if places else ""


def mode(found: Sequence[str]) -> str:
    """The most frequent, of those the shortest."""
    counts = Counter(found)
    return min(counts, key=lambda text: (-counts[text], len(text), text))


def month_of(claims: Iterable[Claim]) -> str:
    """The month of the claims' event when it is told to the month ("August 2021") and they agree."""
    months = {
        f"{date.fromordinal(claim.frame.event[0]):%B %Y}"
        for claim in claims
        if claim.frame.event and claim.frame.dated and claim.frame.event[1] - claim.frame.event[0] <= 31
    }
    return months.pop() if len(months) == 1 else ""


def unified(found: Sequence[Heading], sources: Sequence[set[str]]) -> list[Heading]:
    """The headings with those of one event made the same: same kind, a common source, places and months that fit."""
    groups: list[list[int]] = []
    told: dict[tuple[str, str], list[int]] = {}
    for n, one in enumerate(found):
        near = sorted({number for source in sources[n] for number in told.get((source, one.kind), ())})
        fitting = (number for number in near if all(together(one, found[m]) for m in groups[number]))
        home = next(fitting, len(groups)) if one.kind else len(groups)
        if home == len(groups):
            groups.append([])
        groups[home].append(n)
        for source in sources[n]:
            if home not in told.setdefault((source, one.kind), []):
                told[source, one.kind].append(home)
    whole = list(found)
    for group in groups:
        for n in group:
            whole[n] = fullest([found[m] for m in group])
    return whole


def together(a: Heading, b: Heading) -> bool:
    """Whether two headings can be of one event."""
    if a.kind != b.kind or (a.month and b.month and a.month != b.month):
        return False
    x, y = (frozenset(one.place.lower().split()) for one in (a, b))
    return not x or not y or x <= y or y <= x


def fullest(found: Sequence[Heading]) -> Heading:
    """One heading for all: the most frequent noun, the most frequent place and the month."""
    places = [one.place for one in found if one.place]
    months = [one.month for one in found if one.month]
    noun = mode([one.noun for one in found])
    return Heading(found[0].kind, noun, mode(places) if places else "", months[0] if months else "")
