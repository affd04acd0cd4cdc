"""Words that exclude each other beside a figure: what is gold is not silver, what was sold was not recalled."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.lexicon import Lexicon

Contrasts = tuple[tuple[str, str], ...]
"""Sets of words that exclude each other, each with the member of it that is told; "" for the number behind the word."""

NATION = "nation"
"""The set of countries: a story names several, and the nearest of them need not be the one meant."""


def contrasts_of(lexicon: Lexicon) -> Mapping[str, Contrasts]:
    """What each word, in lower case, excludes.

    Countries are a set; a word that a number follows ("game", "route") is one by itself.
    """
    words: dict[str, Contrasts] = {}
    for row in lexicon.tables["contrasts"]:
        for form in row.forms:
            words[form] = (*words.get(form, ()), (row["set"], row.forms[0]))
    countries = (form for row in lexicon.tables["world"] if row["kind"] == "country" for form in row.forms)
    words.update((form.lower(), ((NATION, form),)) for form in countries)
    for row in lexicon.tables["labels"]:
        for form in row.forms if row.tag in ("label", "label_loose") else ():
            words[form] = (*words.get(form, ()), (form, ""))
    return words
