"""What a word or phrase says happened: the table `acts` as look-ups."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.lexicon.vocabulary import Lexicon
from factcheck.lexicon.words import stem
from factcheck.record import NamedTuple

AS_WRITTEN = ("ed", "ing", "ly")
"""Endings of forms that count only as they are written: "landed" is no "land", "missing" no "miss"."""

Begins = tuple[tuple[tuple[str, ...], str], ...]
"""Phrases that say what happens ("laid off"), as stems, with its class; the longest first."""


class Acts(NamedTuple):
    """Classes of what happens.

    Attributes:
        written: by form, as it is written.
        stems: by stem, of the forms that stand for all their inflections.
        phrases: of the forms of several words, by the first stem and the second.
    """

    written: Mapping[str, str]
    stems: Mapping[str, str]
    phrases: Mapping[str, Mapping[str, Begins]]

    @classmethod
    def of(cls, lexicon: Lexicon) -> Acts:
        """Those of a lexicon, collected once."""
        return lexicon.once("lexicon.acts", lambda: cls.make(lexicon))

    @classmethod
    def make(cls, lexicon: Lexicon) -> Acts:
        """Collect them from the table of acts."""
        forms = {form: row["class"] for row in lexicon.tables["acts"] for form in row.forms}
        written = {form: name for form, name in forms.items() if " " not in form}
        stems = {stem(form): name for form, name in written.items() if not form.endswith(AS_WRITTEN)}
        phrases: dict[str, dict[str, Begins]] = {}
        for form in sorted(forms.keys() - written.keys(), key=lambda form: (-len(form.split()), form)):
            first, second, *_ = phrase = tuple(map(stem, form.split()))
            begun = phrases.setdefault(first, {})
            begun[second] = (*begun.get(second, ()), (phrase, forms[form]))
        return cls(written, stems, phrases)

    def says(self, word: str, base: str) -> str:
        """Class of what a word in lower case, with its stem, says by itself, or ""."""
        return self.written.get(word) or self.stems.get(base, "")
