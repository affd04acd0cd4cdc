"""Frame: what a figure is about: the thing counted, what happened, who, where, when, who says so.

Local to one source. Alignment compares frames and never values.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.frame.act import actor_of, find_act
from factcheck.frame.clause import Clause, Spot, Words, capitals_inside, read_clause
from factcheck.frame.place import Places, place_of
from factcheck.frame.scope import level_of, marked_other, slot_of
from factcheck.frame.speaker import speaker_of
from factcheck.frame.time import Timeline
from factcheck.lexicon import Lexicon, lemma
from factcheck.model import Claim, Frame, Segmented

LEAD_SENTENCES = 3
"""Body sentences at the top that tell the story in short."""

FILLING = 8
"""Tokens behind "years of" that tell what the years were like."""

HEADS = {"other": "", "more": "", **dict.fromkeys(("dead", "toll", "death", "fatality", "body", "victim"), "person")}
"""Heads that stand for another one: the dead of a toll are people."""

BACK = frozenset({"them", "these", "those", "whom", "which"})
"""Pronouns that point back to what was counted just before."""

PERSON_ACTS = frozenset({"killed", "injured", "serious", "missing", "trapped", "detained", "rescued", "displaced"})
"""What happens to people: a figure without noun beside such a verb counts persons."""


def frame(claims: Sequence[Claim], segmented: Segmented, lexicon: Lexicon) -> tuple[Claim, ...]:
    """The claims with act, actor, victim, place, speaker and frame filled in."""
    words = lexicon.once("frame.words", lambda: Words.make(lexicon))
    inside = capitals_inside(segmented)
    lead = lead_limit(segmented)
    wanted = {index for claim in claims for index in (claim.sentence, claim.sentence - 1) if index >= 0}
    clauses = {index: read_clause(segmented, index, words, inside) for index in sorted(wanted | set(range(lead)))}
    places = Places.make(segmented, words, [clauses[index] for index in range(lead)])
    scene = Scene(segmented, words, clauses, Timeline.make(claims, segmented, words.asides), places, lead, {})
    framed_claims: list[Claim] = []
    for claim in claims:
        framed_claims.append(framed(claim, scene, framed_claims[-1] if framed_claims else None))
    return tuple(framed_claims)


def lead_limit(segmented: Segmented) -> int:
    """Index of the first sentence after the lead: the headline and three sentences, or a tenth of the text."""
    body = [sentence.index for sentence in segmented.sentences if sentence.role == "body"]
    if not body:
        return len(segmented.sentences)
    return body[min(len(body) - 1, max(LEAD_SENTENCES, len(body) // 8))]


class Scene(NamedTuple):
    """What the claims of one source share."""

    segmented: Segmented
    words: Words
    clauses: dict[int, Clause]
    timeline: Timeline
    places: Places
    lead: int
    speakers: dict[int, str]

    def speaker(self, sentence: int) -> str:
        """Who speaks in a sentence, looked up once."""
        if sentence not in self.speakers:
            self.speakers[sentence] = speaker_of(self.clauses[sentence], self.words)
        return self.speakers[sentence]


def framed(claim: Claim, scene: Scene, before: Claim | None) -> Claim:
    """One claim with its frame; `before` is the claim before it in the text."""
    words = scene.words
    spot = scene.clauses[claim.sentence].spot(claim.start, claim.end)
    acts = find_act(spot, head_of(claim))
    act = acts[0] if acts else ""
    place, near = place_of(spot, words)
    speaker = scene.speaker(claim.sentence)
    return claim._replace(
        of=base_of(claim, spot, before),
        act=act,
        actor=actor_of(spot, act),
        victim=claim.thing if act in PERSON_ACTS and claim.thing else claim.victim,
        place=place,
        speaker=speaker,
        frame=frame_of(claim, spot, acts, scene.places.named(near, claim.sentence), scene),
    )


def base_of(claim: Claim, spot: Spot, before: Claim | None) -> str:
    """What a share is of: "80% of them" right behind "397 civilians" is of those 397 civilians."""
    after = spot.clause.lower[spot.last : spot.last + 2]
    pointing = after[:1] == ("of",) and after[1:] and after[1] in BACK
    if not pointing or before is None or before.measure != "count" or claim.sentence - before.sentence > 1:
        return claim.of
    return f"{before.text} {before.thing}".strip()


def frame_of(claim: Claim, spot: Spot, acts: tuple[str, ...], places: frozenset[str], scene: Scene) -> Frame:
    """What decides which fact a claim belongs to."""
    words, clause = scene.words, spot.clause
    sentence = scene.segmented.sentences[claim.sentence]
    speaker = frozenset(scene.speaker(claim.sentence).lower().split())
    event, dated = scene.timeline.of(claim)
    head = head_of(claim)
    return Frame(
        role=sentence.role,
        lead=sentence.index < scene.lead,
        order=sentence.index,
        head=head,
        klass=words.klass(head) or klass_by_form(claim, head, acts),
        modifiers=filling_of(spot) if claim.measure == "duration" else modifiers_of(claim, head),
        acts=acts,
        near=spot.near(),
        words=clause.content,
        before=scene.clauses[claim.sentence - 1].content if claim.sentence else frozenset(),
        names=clause.names - speaker,
        side=spot.side() - speaker,
        places=places,
        local=scene.places.local(places),
        event=event,
        dated=dated,
        level=level_of(spot, acts[0] if acts else ""),
        other=marked_other(spot, words),
        slot=slot_of(claim, spot, acts[0] if acts else ""),
    )


def head_of(claim: Claim) -> str:
    """Lemma of the counted noun or of the base of a share; "" for measures with a unit of their own."""
    share = claim.measure in ("percentage", "fraction")
    phrase = (claim.of if share else "") or claim.thing or (claim.unit if claim.measure == "count" else "")
    head = lemma(phrase.split()[-1]) if phrase.strip() else ""
    return HEADS.get(head, head)


def klass_by_form(claim: Claim, head: str, acts: tuple[str, ...]) -> str:
    """Class of a thing the lexicon does not know: peoples are persons, and so is what gets killed or wounded."""
    last = claim.thing.split()[-1] if claim.thing else ""
    suffered = bool(PERSON_ACTS & set(acts[:1]))
    people = last[:1].isupper() and (last.endswith("s") or suffered)
    elided = not head and suffered
    return "person" if claim.measure == "count" and (people or elided) else ""


def modifiers_of(claim: Claim, head: str) -> frozenset[str]:
    """Words before the head of the counted phrase, in lower case."""
    pieces = claim.thing.lower().replace(".", "").split()
    return frozenset(lemma(piece) for piece in pieces[:-1]) - {head}


def filling_of(spot: Spot) -> frozenset[str]:
    """What a stretch of time is filled with: the words behind "of" ("40 years of drought and unrest")."""
    clause = spot.clause
    if clause.lower[spot.last : spot.last + 1] != ("of",):
        return frozenset()
    return frozenset(key for key in clause.keys[spot.last + 1 : spot.last + 1 + FILLING] if key)
