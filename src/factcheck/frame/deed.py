"""What a word or phrase says happened: the table of acts as look-ups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import compress

from factcheck.lexicon import Lexicon, stem
from factcheck.record import NamedTuple

AS_WRITTEN = ("ed", "ing", "ly")
"""Endings of forms that count only as they are written: "landed" is no "land", "missing" no "miss"."""

Begins = tuple[tuple[tuple[str, ...], str], ...]
"""Phrases that say what happens ("laid off"), as stems, with its class; the longest first."""


Extents = tuple[tuple[str, tuple[str, ...]], ...]
"""Phrases that speak of an extent, each with what it says of it."""


class Word(NamedTuple):
    """What a token is by itself, as far as it is seldom asked for.

    Attributes:
        root: its stem.
        key: that where it is a content word, else "".
        opens: phrases of an extent that begin with it, with what they say.
        contrast: the set of words that exclude each other it is part of, and which member it is; () for most.
    """

    root: str
    key: str
    opens: Extents
    contrast: tuple[str, ...]


class Acts(NamedTuple):
    """Classes of what happens.

    Attributes:
        written: by form, as it is written.
        stems: by stem, of the forms that stand for all their inflections.
        phrases: of the forms of several words, by the first stem.
    """

    written: Mapping[str, str]
    stems: Mapping[str, str]
    phrases: Mapping[str, Begins]

    @classmethod
    def make(cls, lexicon: Lexicon) -> Acts:
        """Collect them from the table of acts."""
        forms = {form: row["class"] for row in lexicon.tables["acts"] for form in row.forms}
        written = {form: name for form, name in forms.items() if " " not in form}
        stems = {stem(form): name for form, name in written.items() if not form.endswith(AS_WRITTEN)}
        phrases: dict[str, Begins] = {}
        for form in sorted(forms.keys() - written.keys(), key=lambda form: (-len(form.split()), form)):
            first, *_ = phrase = tuple(map(stem, form.split()))
            phrases[first] = (*phrases.get(first, ()), (phrase, forms[form]))
        return cls(written, stems, phrases)

    def of(self, word: str, base: str) -> str:
        """Class of what a word in lower case, with its stem, says by itself, or ""."""
        return self.written.get(word) or self.stems.get(base, "")


def deeds_of(items: Sequence[Word], deeds: tuple[str, ...], begins: Sequence[Begins]) -> tuple[str, ...]:
    """Class of what each token says happened; of a phrase its content words say it, and nothing else.

    `deeds` and `begins` are what each token says and begins by itself.
    """
    if not any(begins):
        return deeds
    found = list(deeds)
    for n in compress(range(len(begins) - 1), begins):
        second = items[n + 1].root
        for phrase, name in begins[n]:
            last = n + len(phrase)
            if phrase[1] == second and phrase == tuple(item.root for item in items[n:last]):
                found[n:last] = (name if item.key else "" for item in items[n:last])
                break
    return tuple(found)
