"""Frame: what a figure is about: the thing counted, what happened, who, where, when, who says so.

Local to one source. Alignment compares frames and never values.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.frame.act import actor_of, find_act
from factcheck.frame.clause import Clause, Words, read_clause
from factcheck.frame.scope import level_of, marked_other, slot_of
from factcheck.frame.speaker import speaker_of
from factcheck.frame.time import Timeline
from factcheck.lexicon import Lexicon, lemma
from factcheck.model import Claim, Frame, Segmented

LEAD_SENTENCES = 3
"""Body sentences at the top that tell the story in short."""

PERSON_ACTS = frozenset({"killed", "injured", "serious", "missing", "trapped", "detained", "rescued", "displaced"})
"""What happens to people: a figure without noun beside such a verb counts persons."""


def frame(claims: Sequence[Claim], segmented: Segmented, lexicon: Lexicon) -> tuple[Claim, ...]:
    """The claims with act, actor, victim, place, speaker and frame filled in."""
    words = Words.make(lexicon, segmented)
    clauses: dict[int, Clause] = {}

    def clause(index: int) -> Clause:
        if index not in clauses:
            clauses[index] = read_clause(segmented, index, words)
        return clauses[index]

    timeline = Timeline.make(claims, segmented)
    lead = lead_limit(segmented)
    return tuple(one(claim, claims, segmented, words, clause, timeline, lead) for claim in claims)


def lead_limit(segmented: Segmented) -> int:
    """Index of the first sentence after the lead: the headline and three sentences, or a tenth of the text."""
    body = [sentence.index for sentence in segmented.sentences if sentence.role == "body"]
    if not body:
        return len(segmented.sentences)
    return body[min(len(body) - 1, max(LEAD_SENTENCES, len(body) // 8))]


def one(claim, claims, segmented, words, clause, timeline, lead):  # type: ignore[no-untyped-def]
    """One claim with its frame."""
    here = clause(claim.sentence)
    before = clause(claim.sentence - 1).content if claim.sentence else frozenset()
    at = here.position(claim.start, claim.end)
    acts = find_act(here, at, words)
    head = head_of(claim)
    klass = words.klass(head) or klass_by_form(claim, head, acts)
    place, places = here.place_near(at)
    event, dated = timeline.of(claim)
    sentence = segmented.sentences[claim.sentence]
    framed = Frame(
        role=sentence.role,
        lead=sentence.index < lead,
        order=sentence.index,
        head=head,
        klass=klass,
        modifiers=modifiers_of(claim, head),
        acts=acts,
        near=here.near(at),
        words=here.content,
        before=before,
        names=here.names,
        side=here.side(at),
        places=places,
        event=event,
        dated=dated,
        level=level_of(here, at, words),
        other=marked_other(here, at, words),
        slot=slot_of(claim, here, at, words),
    )
    act = acts[0] if acts else ""
    return replace(
        claim,
        act=act,
        actor=actor_of(here, at, act, words),
        victim=claim.thing if act in PERSON_ACTS and claim.thing else claim.victim,
        place=place,
        speaker=speaker_of(here, words),
        frame=framed,
    )


def head_of(claim: Claim) -> str:
    """Lemma of the counted noun; "" for measures with a unit of their own."""
    phrase = claim.thing or (claim.unit if claim.measure == "count" else "")
    head = lemma(phrase.split()[-1]) if phrase.strip() else ""
    return "" if head in ("other", "more") else head


def klass_by_form(claim: Claim, head: str, acts: tuple[str, ...]) -> str:
    """Class of a thing the lexicon does not know: peoples are persons, and so is what gets killed or wounded."""
    last = claim.thing.split()[-1] if claim.thing else ""
    people = last[:1].isupper() and last.endswith("s") and claim.measure == "count"
    elided = not head and claim.measure == "count" and bool(PERSON_ACTS & set(acts[:1]))
    return "person" if people or elided else ""


def modifiers_of(claim: Claim, head: str) -> frozenset[str]:
    """Words before the head of the counted phrase, in lower case."""
    pieces = claim.thing.lower().replace(".", "").split()
    return frozenset(lemma(piece) for piece in pieces[:-1]) - {head}
