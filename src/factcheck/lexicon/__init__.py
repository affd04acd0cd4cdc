"""Words and patterns, which live in data: `en/*.csv` (one row a word) and `en/*.toml` (rules with examples).

`load` reads them into one frozen `Lexicon` that the stages are handed; nothing is read or compiled at import.
"""

from __future__ import annotations

from factcheck.lexicon.acts import Acts
from factcheck.lexicon.rules import Finder, Hit, Rule
from factcheck.lexicon.table import Row
from factcheck.lexicon.traits import Traits
from factcheck.lexicon.vocabulary import Lexicon, keep, load
from factcheck.lexicon.words import BACK, lemma, stem

__all__ = ["BACK", "Acts", "Finder", "Hit", "Lexicon", "Row", "Rule", "Traits", "keep", "lemma", "load", "stem"]
