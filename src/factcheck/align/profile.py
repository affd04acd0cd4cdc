"""What alignment looks at of a claim: its frame as vectors and sets, made once per claim."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from math import log, sqrt

from factcheck.framing import Frame
from factcheck.lexicon import Lexicon, Traits, lemma, stem
from factcheck.model import Claim, Source
from factcheck.record import NamedTuple
from factcheck.values import Value, value_of

OWNABLE = frozenset({"count", "share", "money"})
"""Dimensions in which one source may tell the figures of several: parties, firms, countries."""

Vector = Mapping[str, float]

Place = tuple[str, int]
"""A source and the index of one of its sentences."""

NO_SET: frozenset[str] = frozenset()

PEOPLES = "people"
"""Family of kinds that are peoples: Danes, Tunisians."""

FURTHER = 8
"""Sentences without a word that are counted in when its rarity is worked out."""

FEW = 3
"""Sources from which on it can be told what the story opens with."""

WIDE = 3
"""One in so many sources must open with a name for it to be the story's."""


class Profile(NamedTuple):
    """One claim ready to be compared.

    Attributes:
        source: number of its source.
        near, sentence, context, document: unit vectors over word stems.
        group: kind of people counted (military, civilian, ...), or "".
        family: what the kinds are of that it is one of: side, sex, role.
        names, side: names of the sentence and beside the figure that not every source uses.
        places: telling words of the place phrase.
        local: the place is a part of the story's: named, but few sources open with it.
        exclusive: the sets of acts that exclude each other which its act is part of.
        subject: what the figure is told of, each word by its meaning; owner: whose it is.
        actor: the country that did it, in lower case, or "".
        noun: the meaning of its noun, or "".
        alike: another noun of the same class may stand for it.
        sorts: the sets of nouns that exclude each other which the class of its noun is part of.
        meets: the sets of nouns of which one may be told for another.
        passing: its act is one that is often told in passing.
        fateful: its act is what an event does to people, once.
        rarity: 0..1, how much an equal figure says.
        listed: its people are one of several kinds told together: "170 civilians and 13 soldiers".
        contested: its source tells such figures of several owners.
        outranked: the lead of the same source has another figure of this kind: this one is a detail.
    """

    claim: Claim
    frame: Frame
    value: Value
    dimension: str
    source: int
    near: Vector
    sentence: Vector
    context: Vector
    document: Vector
    group: str
    family: str
    names: frozenset[str]
    side: frozenset[str]
    places: frozenset[str]
    local: bool
    exclusive: frozenset[str]
    subject: tuple[str, ...]
    owner: frozenset[str]
    actor: str
    noun: str
    alike: bool
    sorts: frozenset[str]
    meets: frozenset[str]
    passing: bool
    fateful: bool
    rarity: float
    outranked: bool = False
    listed: bool = False
    contested: bool = False


class Story(NamedTuple):
    """What the profiles of all claims of a run are made with.

    Attributes:
        number: of each source.
        meanings: stem of a word -> that of a word of the same meaning which stands for it.
        sentences: what each sentence with claims says: the stems of its content words, by their meaning.
        idf: rarity of each word, 0..1.
        documents: vector of each source.
        generic: words of many names that tell none apart: party, island, fire.
        common, wide: as from `common_names` and `opening_names`.
        groups: kind of people by noun.
        families: what kind of kind it is: of two of one family nobody belongs to both.
        nations: countries, in lower case.
        spellings: word of a name -> its standard spelling.
    """

    number: Mapping[str, int]
    meanings: Mapping[str, str]
    sentences: Mapping[Place, frozenset[str]]
    idf: Mapping[str, float]
    documents: Mapping[str, Vector]
    common: frozenset[str]
    generic: frozenset[str]
    wide: frozenset[str]
    groups: Mapping[str, str]
    families: Mapping[str, str]
    traits: Traits
    nations: frozenset[str]
    spellings: Mapping[str, str]

    @classmethod
    def of(
        cls, claims: Sequence[Claim], sources: Sequence[Source], lexicon: Lexicon, spellings: Mapping[str, str]
    ) -> Story:
        """Collect it from all claims."""
        meanings = lexicon.once("align.meanings", lambda: meanings_of(lexicon))
        sentences = {place_of(claim): meant(claim.frame.words, meanings) for claim in claims}
        idf = rarity_of_words(sentences.values())
        generic = lexicon.once("align.generic", lambda: generic_names(lexicon))
        return cls(
            number={source.id: n for n, source in enumerate(sources)},
            meanings=meanings,
            sentences=sentences,
            idf=idf,
            documents=document_vectors(sentences, idf),
            common=common_names(claims, len(sources), spellings, lexicon),
            generic=generic,
            wide=opening_names(claims, len(sources), spellings),
            groups={form: row["group"] for form, row in lexicon.index("groups").items()},
            families={row["group"]: row["family"] for row in lexicon.index("groups").values()},
            traits=Traits.of(lexicon),
            nations=lexicon.once("align.nations", lambda: nations_of(lexicon)),
            spellings=spellings,
        )

    def vectors(self, claim: Claim) -> tuple[Vector, Vector]:
        """Of the sentence of a claim, and of the sentence with the one before."""
        idf, words = self.idf, self.sentences[place_of(claim)]
        whole = words | meant(claim.frame.before, self.meanings)
        return unit({word: idf[word] for word in words}), unit({word: idf.get(word, 0.5) for word in whole})

    def near(self, frame: Frame) -> Vector:
        """Of the words around a figure; of two with one meaning the closer one counts."""
        close: dict[str, float] = {}
        for told, closeness in frame.near.items():
            word = self.meanings.get(told, told)
            close[word] = max(closeness, close.get(word, 0.0))
        return unit({word: self.idf[word] * closeness for word, closeness in close.items() if word in self.idf})

    def profile(self, claim: Claim, value: Value, sentence: tuple[Vector, Vector]) -> Profile:
        """One claim; `sentence` as from `vectors`."""
        frame = claim.frame
        places = standard(frame.places, self.spellings)
        group = group_of(claim, self.groups)
        return Profile(
            claim=claim,
            frame=frame,
            value=value,
            dimension=value.dimension,
            source=self.number[claim.source],
            near=self.near(frame),
            sentence=sentence[0],
            context=sentence[1],
            document=self.documents[claim.source],
            group=group,
            family=self.families.get(group, PEOPLES if group else ""),
            names=standard(frame.names, self.spellings) - self.common,
            side=standard(frame.side, self.spellings) - self.common,
            places=places,
            local=frame.local or bool(self.wide and places and not places & self.wide),
            exclusive=self.traits.apart.get(claim.act, NO_SET),
            subject=tuple(self.meanings.get(word, word) for word in frame.subject),
            owner=standard(frame.owner, self.spellings) - self.generic,
            actor=claim.actor.lower() if claim.actor.lower() in self.nations else "",
            noun=self.meanings.get(stem(frame.head), frame.head),
            alike=frame.klass in self.traits.alike,
            sorts=self.traits.sorts.get(claim.frame.klass, NO_SET),
            meets=self.traits.meets.get(claim.frame.klass, NO_SET),
            passing=claim.act in self.traits.passing,
            fateful=claim.act in self.traits.fate,
            rarity=rarity_of_figure(value),
        )


def profiles_of(
    claims: Sequence[Claim], sources: Sequence[Source], lexicon: Lexicon, spellings: Mapping[str, str]
) -> list[Profile]:
    """Profiles of all claims that have a value, in the order of the claims."""
    story = Story.of(claims, sources, lexicon, spellings)
    vectors: dict[Place, tuple[Vector, Vector]] = {}
    found = []
    for claim in claims:
        value = value_of(claim, lexicon)
        if value is None:
            continue
        place = place_of(claim)
        if place not in vectors:
            vectors[place] = story.vectors(claim)
        found.append(story.profile(claim, value, vectors[place]))
    return contested(listed(ranked(found)))


def contested(profiles: Sequence[Profile]) -> list[Profile]:
    """The profiles, those marked whose source tells figures of their kind of several: the seats of each party."""
    owners: dict[tuple[object, ...], set[frozenset[str]]] = {}
    for profile in profiles:
        if profile.owner and profile.dimension.partition(":")[0] in OWNABLE:
            owners.setdefault(kind_of(profile), set()).add(profile.owner)
    return [
        profile._replace(contested=True) if several(owners.get(kind_of(profile), set())) else profile
        for profile in profiles
    ]


def several(owners: Collection[frozenset[str]]) -> bool:
    """Whether two of them have no name in common."""
    return any(one.isdisjoint(other) for one, other in combinations(owners, 2))


def kind_of(profile: Profile) -> tuple[object, ...]:
    """What a source may tell of several: a count of one noun, a share or sum of one kind."""
    return profile.source, profile.dimension, profile.frame.head, "" if profile.frame.head else profile.claim.act


def listed(profiles: Sequence[Profile]) -> list[Profile]:
    """The profiles, those marked that are one of several kinds of people told together."""
    kinds: dict[tuple[str, int, str], set[str]] = {}
    for profile in profiles:
        if profile.group:
            kinds.setdefault(told_with(profile), set()).add(profile.group)
    return [
        profile._replace(listed=True) if profile.group and len(kinds[told_with(profile)]) > 1 else profile
        for profile in profiles
    ]


def told_with(profile: Profile) -> tuple[str, int, str]:
    """What the parts of a list have in common: the sentence, and what happened."""
    return profile.claim.source, profile.claim.sentence, profile.claim.act


def blocks(profiles: Sequence[Profile]) -> Iterator[list[Profile]]:
    """Profiles by dimension: claims of different dimensions are never one fact."""
    found: dict[str, list[Profile]] = {}
    for profile in profiles:
        found.setdefault(profile.dimension, []).append(profile)
    return (sorted(found[name], key=lambda profile: profile.claim.id) for name in sorted(found))


def ranked(profiles: Sequence[Profile]) -> list[Profile]:
    """The profiles, those marked that their source's lead outranks."""
    lead: dict[tuple[object, ...], set[float]] = {}
    for profile in profiles:
        if profile.frame.lead:
            lead.setdefault(sort_of(profile), set()).add(profile.value.figure)
    return [
        profile._replace(outranked=True)
        if not profile.frame.lead and lead.get(sort_of(profile), set()) - {profile.value.figure}
        else profile
        for profile in profiles
    ]


def sort_of(profile: Profile) -> tuple[object, ...]:
    """What makes figures of one source rivals: what is counted and what happened to it."""
    frame = profile.frame
    return profile.source, profile.dimension, frame.klass or frame.head, profile.claim.act


def unit(vector: Mapping[str, float]) -> Vector:
    """The vector at length 1, its words in order, so that sums over them do not depend on the run."""
    ordered = sorted(vector.items())
    length = sqrt(sum([weight * weight for _, weight in ordered])) or 1.0
    return {word: weight / length for word, weight in ordered}


def place_of(claim: Claim) -> Place:
    """The sentence a claim stands in."""
    return claim.source, claim.sentence


def meanings_of(lexicon: Lexicon) -> dict[str, str]:
    """Stem -> the stem of the first word of its row in the table of synonyms; the first row a word stands in counts."""
    found: dict[str, str] = {}
    for row in lexicon.tables["synonyms"]:
        for form in row.forms:
            found.setdefault(stem(form), stem(row.forms[0]))
    return found


def nations_of(lexicon: Lexicon) -> frozenset[str]:
    """The names of countries, in lower case."""
    return frozenset(map(str.lower, lexicon.forms("world", "kind", "country")))


def meant(words: frozenset[str], meanings: Mapping[str, str]) -> frozenset[str]:
    """Stems by their meaning."""
    if meanings.keys().isdisjoint(words):
        return words
    return frozenset(meanings.get(word, word) for word in words)


def rarity_of_words(sentences: Collection[frozenset[str]]) -> dict[str, float]:
    """Inverse document frequency over the sentences that hold claims, 0..1.

    Where they are few, some more without any of the words are counted in: that both of two sentences have a word
    does not make it a common one.
    """
    counts = Counter(word for words in sentences for word in words)
    whole = len(sentences) + FURTHER
    return {word: log(whole / count) / log(whole) for word, count in counts.items()}


def document_vectors(sentences: Mapping[Place, frozenset[str]], idf: Mapping[str, float]) -> dict[str, Vector]:
    """Vector of each source over the words of its sentences with claims."""
    counts: dict[str, Counter[str]] = {}
    for (source, _), words in sentences.items():
        counts.setdefault(source, Counter()).update(words)
    return {
        source: unit({word: (1 + log(n)) * idf[word] for word, n in words.items()}) for source, words in counts.items()
    }


def standard(names: Iterable[str], table: Mapping[str, str]) -> frozenset[str]:
    """Names in their standard spelling."""
    return frozenset(table.get(name, name) for name in names)


def generic_names(lexicon: Lexicon) -> frozenset[str]:
    """Words of many names: of geography, offices and firms, and kinds of events."""
    events = (row for row in lexicon.tables["events"] if not row["event"].startswith("@"))
    return frozenset(form for row in (*lexicon.tables["geography"], *events) for form in row.forms)


def common_names(claims: Iterable[Claim], sources: int, table: Mapping[str, str], lexicon: Lexicon) -> frozenset[str]:
    """Names that tell nothing apart: those of more than half of the sources, and words of geography."""
    users: dict[str, set[str]] = {}
    for claim in claims:
        for name in standard(claim.frame.names, table):
            users.setdefault(name, set()).add(claim.source)
    told = frozenset(name for name, who in users.items() if len(who) > max(2, sources / 2))
    return told | lexicon.index("geography").keys()


def opening_names(claims: Iterable[Claim], sources: int, table: Mapping[str, str]) -> frozenset[str]:
    """Names that a good part of the sources open with; none where there are too few sources to tell."""
    if sources < FEW:
        return frozenset()
    users: dict[str, set[str]] = {}
    for claim in claims:
        if claim.frame.lead:
            for name in standard(claim.frame.names, table):
                users.setdefault(name, set()).add(claim.source)
    return frozenset(name for name, who in users.items() if len(who) * WIDE >= sources)


def group_of(claim: Claim, groups: Mapping[str, str]) -> str:
    """Kind of people counted, by the head of the noun phrase, else by a modifier; a people is a kind by itself."""
    pieces = claim.thing.lower().split()
    whole = " ".join(pieces[-2:])
    for form in (whole, claim.frame.head, *(lemma(piece) for piece in reversed(pieces))):
        if form in groups:
            return groups[form]
    named = claim.measure == "count" and claim.frame.klass == "person" and claim.frame.role != "headline"
    return claim.frame.head if named and claim.thing.rpartition(" ")[2].istitle() else ""


def rarity_of_figure(value: Value) -> float:
    """How much the coincidence of two equal figures says: nothing for "two", all for 397."""
    if value.dimension == "time":
        return 0.8
    if value.dimension == "magnitude":
        return 0.4  # those told of lie between 5 and 9
    if value.dimension == "day":
        days = (value.high - value.low) / 1440
        return 0.4 if days < 1 else 0.2 if days <= 31 else 0.0
    figure = abs(value.ends[0] if value.ends[0] is not None else value.figure)
    digits = f"{figure:.6g}".replace(".", "").strip("0")
    if len(digits) >= 3:
        return 1.0
    if len(digits) == 2:
        return 0.6 if figure <= 30 and figure == int(figure) else 0.8
    return 0.0 if figure <= 12 and figure == int(figure) else 0.4
