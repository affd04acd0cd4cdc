"""Frame: what a figure is about: the thing counted, what happened, who, where, when, who says so.

Local to one source. Alignment compares frames and never values.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from factcheck.frame.act import actor_of, find_act, said_then
from factcheck.frame.clause import Clause, Spot, Words, capitals_inside, read_clause
from factcheck.frame.place import Place, Places, place_of
from factcheck.frame.scope import level_of, marked_other, moved_of, slot_of
from factcheck.frame.speaker import Voices
from factcheck.frame.subject import Subject, subject_of
from factcheck.frame.time import Timeline
from factcheck.framing import SAID, Frame
from factcheck.lexicon import BACK, Lexicon, lemma
from factcheck.model import Claim, Segmented
from factcheck.record import NamedTuple

LEAD_SENTENCES = 3
"""Body sentences at the top that tell the story in short."""

FILLING = 8
"""Tokens behind "years of" that tell what the years were like."""

HEADS = {
    "other": "",
    "more": "",
    "time": "",
    **dict.fromkeys(("dead", "toll", "death", "fatality", "body", "victim"), "person"),
}
"""Heads that stand for another one: the dead of a toll are people."""

BEFALLEN = frozenset({"harm", "application", "job"})
"""Classes of nouns that stand for people: twelve arrests, applications or jobs are those of twelve people."""

MOVES = frozenset({"up", "down"})

MOVED = 12
"""Characters at most between a figure and the one that tells how it moved."""

SHARES = frozenset({"percentage", "fraction"})


def frame(claims: Sequence[Claim], segmented: Segmented, lexicon: Lexicon) -> tuple[Claim, ...]:
    """The claims with act, actor, victim, place, speaker and frame filled in, and the days figures tell."""
    scene = Scene.make(segmented, lexicon)
    setting = Setting.make(claims, scene)
    days = setting.timeline.own
    return tuple(
        framed(told, frame_of(told, sight, setting, scene), days(told, period=True))
        for told, sight in described(claims, scene)
    )


def framed(claim: Claim, frame: Frame, days: tuple[int, int] | None) -> Claim:
    """The claim with its frame; a figure also with the days its sentence tells for what happened, as ordinals."""
    if claim.kind == "date" or days is None:
        return claim._replace(frame=frame)
    earliest, latest = (date.fromordinal(day).isoformat() for day in days)
    return claim._replace(frame=frame, earliest=earliest, latest=latest)


def describe(claims: Sequence[Claim], segmented: Segmented, lexicon: Lexicon) -> tuple[Claim, ...]:
    """The claims as `frame` gives them, but without the frame: enough where nothing is compared."""
    return tuple(claim for claim, _ in described(claims, Scene.make(segmented, lexicon)))


def lead_limit(segmented: Segmented) -> int:
    """Index of the first sentence after the lead: the headline and three sentences, or an eighth of the text."""
    body = [sentence.index for sentence in segmented.sentences if sentence.role == "body"]
    if not body:
        return len(segmented.sentences)
    return body[min(len(body) - 1, max(LEAD_SENTENCES, len(body) // 8))]


class Clauses(dict[int, Clause]):
    """The sentences of a source as frames see them, each read when it is first asked for."""

    def __init__(self, segmented: Segmented, words: Words) -> None:
        """Keep what they are read from."""
        super().__init__()
        self._segmented, self._words, self._inside = segmented, words, capitals_inside(segmented) | words.world

    def __missing__(self, index: int) -> Clause:
        """Read the sentence with that index."""
        clause = self[index] = read_clause(self._segmented, index, self._words, self._inside)
        return clause


class Scene(NamedTuple):
    """What the claims of one source share."""

    segmented: Segmented
    words: Words
    clauses: Clauses
    voices: dict[int, Voices]

    @classmethod
    def make(cls, segmented: Segmented, lexicon: Lexicon) -> Scene:
        """Nothing of it is read yet."""
        words = lexicon.once("frame.words", partial(Words.make, lexicon))
        return cls(segmented, words, Clauses(segmented, words), {})

    def spot(self, claim: Claim) -> Spot:
        """A claim with what surrounds it."""
        return self.clauses[claim.sentence].spot(claim.start, claim.end)

    def voices_in(self, sentence: int) -> Voices:
        """Who speaks in a sentence, looked up once."""
        if sentence not in self.voices:
            self.voices[sentence] = Voices.of(self.clauses[sentence], self.words)
        return self.voices[sentence]


class Setting(NamedTuple):
    """What the frames of one source share: when and where its story takes place, and where its lead ends."""

    timeline: Timeline
    places: Places
    lead: int

    @classmethod
    def make(cls, claims: Sequence[Claim], scene: Scene) -> Setting:
        """Collect it from the whole source."""
        segmented, words = scene.segmented, scene.words
        lead = lead_limit(segmented)
        places = Places.make(segmented, words, [scene.clauses[index] for index in range(lead)])
        happened = [claim for claim in claims if claim.kind != "date" or not said_then(scene.spot(claim), words)]
        return cls(Timeline.make(happened, segmented, words.asides), places, lead)


class Sight:
    """What is seen around one figure: what is counted, what happened, or "", with all acts, and the nearest place."""

    __slots__ = ("act", "acts", "head", "place", "spot", "subject")

    def __init__(self, spot: Spot, head: str, acts: tuple[str, ...], place: Place, subject: Subject) -> None:
        """Keep them; of the acts the figure belongs to the first."""
        self.spot, self.head, self.acts, self.place, self.subject = spot, head, acts, place, subject
        self.act = acts[0] if acts else ""


def described(claims: Sequence[Claim], scene: Scene) -> Iterator[tuple[Claim, Sight]]:
    """Each claim with its act, actor, victim, place and speaker, and what was seen around it."""
    before: Claim | None = None
    rest: Sight | None = None
    counted: tuple[Claim, Sight] | None = None
    for claim in claims:
        spot = scene.spot(claim)
        place = place_of(spot, scene.words)
        subject = subject_of(spot, claim, scene.clauses, scene.words)
        if rest is not None and before is not None and moves(spot, claim, before):
            subject = rest.subject
        head = head_of(claim, scene.words)
        acts = find_act(spot, head, subject, scene.words)
        spoken = claim.kind == "date" and said_then(spot, scene.words)
        sight = Sight(spot, head, (SAID, *acts) if spoken else acts, place, subject)
        act = sight.act
        if counted is not None and elided(claim, sight, counted[0], scene.words):
            sight.head = counted[1].head
        told = claim._replace(
            of=base_of(claim, spot, before),
            act=act,
            actor=actor_of(spot, act),
            victim=claim.thing if act in scene.words.traits.person and claim.thing else claim.victim,
            place=place.text,
            speaker=scene.voices_in(claim.sentence).at(spot.first),
        )
        yield told, sight
        before, rest, counted = told, sight, (told, sight) if claim.measure == "count" else counted


def moves(spot: Spot, claim: Claim, before: Claim) -> bool:
    """Whether a figure only tells how the one before it moved: "$8.5 billion, up 47%"."""
    between = spot.clause.lower[max(0, spot.first - 3) : spot.first]
    near = before.sentence == claim.sentence and claim.start - before.end < MOVED
    return near and not MOVES.isdisjoint(between) and before.kind == "quantity"


def elided(claim: Claim, sight: Sight, counted: Claim, words: Words) -> bool:
    """Whether a count leaves out its noun, which is that of the one before: "Labour won 40 seats, the Liberals 31"."""
    if claim.measure != "count" or sight.head or counted.sentence != claim.sentence:
        return False
    return sight.act not in words.traits.person and bool(sight.subject.names)


def base_of(claim: Claim, spot: Spot, before: Claim | None) -> str:
    """What a share is of: "80% of them" right behind "397 civilians" is of those 397 civilians.

    In a list of shares what the first is of: "55 percent of the voice traffic in Norland, 52 percent in Sudria".
    """
    if claim.measure in SHARES and not claim.of and before is not None and before.measure in SHARES:
        return before.of if before.sentence == claim.sentence else claim.of
    after = spot.clause.lower[spot.last : spot.last + 2]
    pointing = after[:1] == ("of",) and after[1:] and after[1] in BACK
    if not pointing or before is None or before.measure != "count" or claim.sentence - before.sentence > 1:
        return claim.of
    return f"{before.text} {before.thing}".strip()


def frame_of(claim: Claim, sight: Sight, setting: Setting, scene: Scene) -> Frame:
    """What decides which fact a claim belongs to."""
    words, spot = scene.words, sight.spot
    sentence = scene.segmented.sentences[claim.sentence]
    speaker = frozenset(scene.voices_in(claim.sentence).whole.lower().split())
    event, dated = setting.timeline.of(claim)
    places = setting.places.named(sight.place.telling, claim.sentence)
    head = head_of(claim, scene.words) or sight.head
    contrasts, beside = spot.contrasts()
    return Frame(
        role=sentence.role,
        lead=sentence.index < setting.lead,
        order=sentence.index,
        head=head,
        klass=words.klass(head) or klass_by_form(claim, head, sight.act in words.traits.person),
        modifiers=filling_of(spot) if claim.measure == "duration" else modifiers_of(claim, head),
        acts=sight.acts,
        near=spot.near(),
        words=spot.clause.content,
        before=scene.clauses[claim.sentence - 1].content if claim.sentence else frozenset(),
        names=spot.clause.names - speaker,
        side=spot.side() - speaker,
        places=places,
        bearings=sight.place.bearings,
        subject=sight.subject.words,
        owner=sight.subject.names,
        contrasts=contrasts,
        beside=beside,
        local=setting.places.local(places),
        event=event,
        dated=dated,
        level=level_of(claim, spot, sight.act, words),
        other=marked_other(spot, words),
        moved=moved_of(claim, spot, words),
        slot=slot_of(claim, spot, sight.act),
    )


def head_of(claim: Claim, words: Words) -> str:
    """Lemma of the counted noun or of the base of a share; "" for measures with a unit of their own."""
    share = claim.measure in SHARES
    phrase = (claim.of if share else "") or claim.thing or (claim.unit if claim.measure == "count" else "")
    head = lemma(phrase.split()[-1]) if phrase.strip() else ""
    return "person" if words.klass(head) in BEFALLEN else HEADS.get(head, head)


def klass_by_form(claim: Claim, head: str, suffered: bool) -> str:
    """Class of a thing the lexicon does not know: peoples are persons, and so is what gets killed or wounded.

    `suffered` tells whether what happened to it happens to people.
    """
    last = claim.thing.split()[-1] if claim.thing else ""
    people = last[:1].isupper() and (last.endswith("s") or suffered)
    elided = not head and suffered
    return "person" if claim.measure == "count" and (people or elided) else ""


def modifiers_of(claim: Claim, head: str) -> frozenset[str]:
    """Words before the head of the counted phrase, or of what a share is of, in lower case."""
    pieces = (claim.thing or (claim.of if claim.measure in SHARES else "")).lower().replace(".", "").split()
    return frozenset(lemma(piece) for piece in pieces[:-1]) - {head}


def filling_of(spot: Spot) -> frozenset[str]:
    """What a stretch of time is filled with: the words behind "of" ("40 years of drought and unrest")."""
    clause = spot.clause
    if clause.lower[spot.last : spot.last + 1] != ("of",):
        return frozenset()
    return frozenset(key for key in clause.keys[spot.last + 1 : spot.last + 1 + FILLING] if key)
