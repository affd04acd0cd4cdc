"""The letter of every token: that of the set of its tags.

Sets of tags are numbers here, with a bit for each tag: three thousand of them are remembered with the lexicon, and
numbers are read from there in a quarter of the time of sets.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from factcheck.lexicon.shape import samples, shape


class Tagger:
    """Token -> letter."""

    def __init__(
        self, known: Mapping[str, int], letters: Mapping[int, str], shapes: Mapping[frozenset[str], int]
    ) -> None:
        """`known` sets by form; `letters` of every set; the set of every shape."""
        self._known, self._letters, self._shapes = known, letters, shapes
        self._word = shapes[shape("word")]

    @classmethod
    def make(cls, known: Mapping[str, frozenset[str]], letters: Mapping[frozenset[str], str]) -> Tagger:
        """From the tags of known forms, and the letters of every set of tags."""
        bits = bits_of(letters)

        def number(tags: Iterable[str]) -> int:
            return sum(bits[tag] for tag in tags)

        shapes = {tags: number(tags) for tags in map(shape, samples())}
        numbers = {tags: number(tags) for tags in set(known.values())}
        return cls(
            {form: numbers[tags] for form, tags in known.items()},
            {number(tags): letter for tags, letter in letters.items()},
            shapes,
        )

    def __reduce__(self) -> tuple[Callable[..., Tagger], tuple[object, ...]]:
        """Pickle the forms as one text: few sets, many forms."""
        sets = list(dict.fromkeys(self._known.values()))
        places = {tags: n for n, tags in enumerate(sets)}
        forms = [places[tags] for tags in self._known.values()]
        return tagger_of, (
            "\n".join(self._known),
            forms,
            sets,
            list(self._letters),
            "".join(self.letters),
            self._shapes,
        )

    @property
    def letters(self) -> Iterable[str]:
        """Every letter a token can have."""
        return self._letters.values()

    def __getitem__(self, token: str) -> str:
        """The letter of a token."""
        if token.isalpha() and token.islower():  # most words of most texts
            return self._letters[self._word | self._known.get(token, 0)]
        bare = self._shapes[shape(token)]
        known = self._known.get(token.lower(), 0) | self._known.get(token, 0)
        return self._letters.get(bare | known) or self._letters[bare]


class Speller(dict[str, str]):
    """Token -> its letter and, behind it, that of each rule file; looks a token up once and remembers it."""

    def __init__(self, tagger: Tagger, tables: Sequence[str]) -> None:
        """`tables` are letters of each file, at the code points of the lexicon's."""
        super().__init__()
        self._tagger, self._tables, self._wide = tagger, tables, dict[str, str]()

    def __reduce__(self) -> tuple[type[Speller], tuple[object, ...]]:
        """Pickle without the tokens seen."""
        return Speller, (self._tagger, self._tables)

    def __missing__(self, token: str) -> str:
        """The letters of a token seen for the first time."""
        letter = self._tagger[token]
        letters = self._wide.get(letter)
        if letters is None:
            letters = self._wide[letter] = letter + "".join([table[ord(letter)] for table in self._tables])
        if len(token) < 40:
            self[token] = letters
        return letters

    def spell(self, tokens: Iterable[str]) -> list[str]:
        """The letters of a text, then those of each file: put together once, which is quicker than for each."""
        letters = "".join(map(self.__getitem__, tokens))
        size = 1 + len(self._tables)
        return [letters[n::size] for n in range(size)]


def tagger_of(
    forms: str,
    places: Iterable[int],
    sets: Sequence[int],
    lettered: Iterable[int],
    letters: str,
    shapes: Mapping[frozenset[str], int],
) -> Tagger:
    """The tagger from what it is pickled as."""
    known = dict(zip(forms.split("\n"), [sets[place] for place in places], strict=True))
    return Tagger(known, dict(zip(lettered, letters, strict=True)), shapes)


def bits_of(sets: Iterable[frozenset[str]]) -> dict[str, int]:
    """A bit for each tag; those of many sets get the low ones, so that most sets are small numbers."""
    holders = Counter(tag for tags in sets for tag in tags)
    return {tag: 1 << n for n, tag in enumerate(sorted(holders, key=lambda tag: (-holders[tag], tag)))}
