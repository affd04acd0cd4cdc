"""Put tables and rules together: every token gets one letter, every class a set of letters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from sys import intern

from factcheck.checking import TYPE_CHECKING
from factcheck.errors import FactcheckError
from factcheck.expression import expressions
from factcheck.lexicon.alphabet import Alphabet, Expander, used_classes
from factcheck.lexicon.memory import fingerprint, recall, remember
from factcheck.lexicon.phrasebook import Phrasebook
from factcheck.lexicon.rules import Finder, Rule, pieces
from factcheck.lexicon.shape import BREAK, samples, shape
from factcheck.lexicon.table import Row, read_table
from factcheck.lexicon.tagger import Speller, Tagger

if TYPE_CHECKING:
    from typing import Any, TypeVar

    T = TypeVar("T")

WORD = (
    r"[A-Za-z]{2,}[^\W\d_]*| |(?:[^\W\d_]\.){2,}|[ap]\.m(?![^\W_])|[^\W\d_]+"
    r"|\d+(?:[.,]\d+)*|['’][^\W\d_]{1,2}(?![^\W_])|\s+|."
)
"""A token: word, blank, abbreviation with dots (of "p.m" the last may be missing), number, clitic, or any other
character; the frequent ones first."""


class Lexicon:
    """Words and rules of a run. Made by `load`.

    Attributes:
        tables: rows by table name.
        tagger: letter of each token.
        classes: letters of each tag.
        rules: rules by name of their file.
        macros: named pieces of patterns.
        phrases: forms of several words by tag and by table, longest first.
        name: what it is remembered as between runs.
        remembered: how many derived look-ups it is remembered with.
    """

    def __init__(
        self,
        tables: Mapping[str, tuple[Row, ...]] | bytes,
        tagger: Tagger,
        classes: Mapping[str, str],
        rules: Mapping[str, tuple[Rule, ...]],
        macros: Mapping[str, str],
        phrases: Mapping[str, tuple[tuple[str, ...], ...]],
    ) -> None:
        """Keep them; what is derived from them is made when it is first asked for."""
        self._tables = tables
        self.tagger, self.classes = tagger, classes
        self.rules, self.macros, self.phrases = rules, macros, phrases
        self._index: dict[str, dict[str, Row]] = {}
        self._memo: dict[str, Any] = {}
        self._finders: dict[str, Finder] = {}
        self._books: dict[tuple[str, ...], Phrasebook] = {}
        self.name, self.remembered = "", 0

    @property
    def tables(self) -> Mapping[str, tuple[Row, ...]]:
        """Rows by table name; when remembered they are unpacked first: most runs ask only for what is derived."""
        if isinstance(self._tables, bytes):
            from _pickle import loads

            self._tables = loads(self._tables)
        return self._tables  # type: ignore[return-value]

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle with the tables packed by themselves, what is derived, and the expressions stages have compiled."""
        from pickle import dumps

        packed = self._tables if isinstance(self._tables, bytes) else dumps(self._tables, protocol=5)
        made = packed, self.tagger, self.classes, self.rules, self.macros, self.phrases
        derived = self._index, self._memo, self._finders, self._books, dict(expressions())
        return revived, (made, derived, self.name, self.remembered)

    def revive(self, derived: tuple[Any, ...], name: str, remembered: int) -> Lexicon:
        """Take what was remembered, and the expressions of the other stages with it."""
        self._index, self._memo, self._finders, self._books, compiled = derived
        self.name, self.remembered = name, remembered
        expressions().update(compiled)
        return self

    @property
    def derived(self) -> int:
        """How many look-ups have been derived from the tables so far, and how many expressions compiled."""
        return len(self._index) + len(self._memo) + len(self._books) + len(expressions())

    def index(self, table: str) -> Mapping[str, Row]:
        """Rows of a table by form (lower case unless the row has capitals)."""
        if table not in self._index:
            rows = self.tables.get(table, ())
            self._index[table] = {form: row for row in rows for form in row.forms}
        return self._index[table]

    def once(self, key: str, make: Callable[[], T]) -> T:
        """What `make` returns, made the first time `key` is asked for: look-ups a stage derives from the tables."""
        if key not in self._memo:
            self._memo[key] = make()
        made: T = self._memo[key]
        return made

    def forms(self, table: str, column: str, value: str) -> frozenset[str]:
        """The forms of the rows of a table with `value` in `column`."""

        def make() -> frozenset[str]:
            return frozenset(form for row in self.tables.get(table, ()) if row[column] == value for form in row.forms)

        return self.once(f"forms.{table}.{column}.{value}", make)

    @property
    def units(self) -> Mapping[str, Row]:
        """Rows of the table of units by canonical name."""
        if "units:name" not in self._index:
            self._index["units:name"] = {row["unit"]: row for row in self.tables.get("units", ())}
        return self._index["units:name"]

    def find(self, table: str, phrase: str) -> Row | None:
        """The row whose form is `phrase`: as written, else in lower case."""
        index = self.index(table)
        return index.get(phrase) or index.get(phrase.lower())

    def book(self, table: str, column: str = "", value: str = "") -> Phrasebook:
        """The forms of a table by their tokens; only rows with `value` in `column` where that is given."""
        key = (table, column, value)
        if key not in self._books:
            rows = [
                row
                for row in self.tables.get(table, ())
                if not column or (row.tag if column == "tag" else row[column]) == value
            ]
            self._books[key] = Phrasebook.make((words(form), row) for row in rows for form in row.forms)
        return self._books[key]

    def has(self, letter: str, tag: str) -> bool:
        """Whether tokens with this letter are of the class `tag`."""
        return letter in self.classes.get(tag, "")

    def spell(self, tokens: Iterable[str]) -> tuple[str, dict[str, str]]:
        """The letters of tokens, and the same in the alphabet of each rule file."""
        speller = self.once("speller", lambda: Speller(self.tagger, [self.finder(name).table for name in self.rules]))
        letters, *spelled = speller.spell(tokens)
        return letters, dict(zip(self.rules, spelled, strict=True))

    def finder(self, name: str) -> Finder:
        """The compiled rules of the file `name`.toml."""
        if name not in self._finders:
            rules = self.rules[name]
            used = used_classes([rule.pattern for rule in rules], self.macros, self.phrases, words)
            classes = {tag: self.classes[tag] for tag in sorted(used) if tag in self.classes}
            alphabet = Alphabet(classes, self.tagger.letters)
            expander = Expander(alphabet.classes, self.macros, self.phrases, words)
            self._finders[name] = Finder.make(rules, expander, alphabet.table)
        return self._finders[name]


def revived(made: tuple[Any, ...], derived: tuple[Any, ...], name: str, remembered: int) -> Lexicon:
    """The lexicon from what it is pickled as."""
    return Lexicon(*made).revive(derived, name, remembered)


def phrases_of(rows: Iterable[Row]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Forms of several words by tag and table, longest first."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for row in rows:
        for phrase in (words(form) for form in row.forms if row.tag):
            if len(phrase) > 1:
                found.setdefault(row.tag, set()).add(phrase)
                found.setdefault(row.table, set()).add(phrase)
    return {tag: tuple(sorted(forms, key=lambda form: (-len(form), form))) for tag, forms in found.items()}


@lru_cache(maxsize=20_000)
def words(phrase: str) -> tuple[str, ...]:
    """The tokens of a phrase, without blanks."""
    return tuple(intern(token) for token in re.findall(WORD, phrase) if not token.isspace())


def tags_of(token: str, known: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """All tags of a token: those of its form, as written and in lower case, and those of its shape."""
    low = token.lower()
    tags = shape(token) | known.get(low, frozenset())
    return tags if token == low else tags | known.get(token, frozenset())


def load(folders: Iterable[str] = ()) -> Lexicon:
    """Read the English lexicon and the user's own folders after it.

    Raises:
        FactcheckError: a row or rule is malformed; names file and line, and the command that shows all that is wrong.
    """
    places = places_of(folders)
    name = fingerprint(places)
    lexicon = recall(name, Lexicon)
    if lexicon is None:
        try:
            lexicon = compiled(places)
        except FactcheckError as error:
            cure = f"{error.hint}; see factcheck lexicon check {' '.join(map(str, places[1:]))}"
            raise FactcheckError(error.message, error.where, cure) from None
        remember(name, lexicon)
    lexicon.name, lexicon.remembered = name, lexicon.derived
    return lexicon


def keep(lexicon: Lexicon) -> None:
    """Remember a lexicon with the look-ups this run has derived from its tables, where these are more than before."""
    if lexicon.derived > lexicon.remembered:
        remember(lexicon.name, lexicon)
        lexicon.remembered = lexicon.derived


def places_of(folders: Iterable[str]) -> list[Path]:
    """The folder of the words built in, then those of the user.

    Raises:
        FactcheckError: there is no such folder.
    """
    return [Path(__file__).parent / "en", *map(own, folders)]


def compiled(places: Sequence[Path]) -> Lexicon:
    """The lexicon of the folders, with its rules compiled."""
    lexicon = compose(places)
    for rules in lexicon.rules:
        lexicon.finder(rules)
    return lexicon


def own(folder: str) -> Path:
    """A folder of the user's own.

    Raises:
        FactcheckError: there is no such folder.
    """
    if not Path(folder).is_dir():
        raise FactcheckError("no such folder of words", folder, "name the folder your .csv and .toml files are in")
    return Path(folder)


def compose(places: Sequence[Path]) -> Lexicon:
    """The lexicon of the folders, read and put together."""
    tables = read_tables(places)
    rules, macros = read_rules(places)
    known = known_tags(tables, rules, macros)
    ordered = sorted(tag_sets(known) - {shape("")}, key=sorted)
    codes = (code for code in range(1, 0x2000) if code != ord(BREAK))
    letters = {tags: chr(code) for tags, code in zip(ordered, codes, strict=False)}
    classes: dict[str, str] = {}
    for tags, letter in letters.items():
        for tag in tags:
            classes[tag] = classes.get(tag, "") + letter
    letters[shape("")] = BREAK
    phrases = phrases_of(row for rows in tables.values() for row in rows)
    for name in sorted(macros.keys() & {row.tag for rows in tables.values() for row in rows}):
        raise FactcheckError(f"macro {{{name}}} hides the class of that name", "", "rename one of them")
    return Lexicon(tables, Tagger.make(known, letters), classes, rules, macros, phrases)


def tag_sets(known: Mapping[str, frozenset[str]]) -> set[frozenset[str]]:
    """Every set of tags a token can have: those of the known forms in small and capital letters, and of bare shapes."""
    words_like = [shape(token) for token in ("qz", "Q", "Qz", "QZ")]
    bases = set(known.values())
    bases |= {known[form] | known.get(form.lower(), frozenset()) for form in known if form != form.lower()}
    others = {tags_of(form, known) for form in known if not form[0].isalpha()}
    return {shape(token) for token in samples()} | others | {base | like for base in bases for like in words_like}


def read_tables(places: Iterable[Path]) -> dict[str, tuple[Row, ...]]:
    """All tables by name, rows of later folders after those of earlier ones."""
    tables: dict[str, tuple[Row, ...]] = {}
    for place in places:
        for path in sorted(place.glob("*.csv")):
            tables[path.stem] = tables.get(path.stem, ()) + readable(path, lambda path: tuple(read_table(path)))
    return tables


def readable(path: Path, read: Callable[[Path], T]) -> T:
    """What `read` makes of a file.

    Raises:
        FactcheckError: the system refuses it, or it is not UTF-8.
    """
    try:
        return read(path)
    except OSError as error:
        raise FactcheckError(f"cannot be read: {error.strerror}", str(path), "check its permissions") from None
    except UnicodeDecodeError:
        raise FactcheckError("is not UTF-8", str(path), "save it as UTF-8") from None


def read_rules(places: Iterable[Path]) -> tuple[dict[str, tuple[Rule, ...]], dict[str, str]]:
    """Rules by file name, and all macros."""
    import tomllib

    rules: dict[str, tuple[Rule, ...]] = {}
    macros: dict[str, str] = {}
    for place in places:
        for path in sorted(place.glob("*.toml")):
            try:
                content = tomllib.loads(readable(path, lambda path: path.read_text(encoding="utf-8-sig")))
            except tomllib.TOMLDecodeError as error:
                raise FactcheckError(f"not valid TOML: {error}", str(path), "mend the line") from error
            macros.update(content.get("macros", {}))
            rules[path.stem] = rules.get(path.stem, ()) + tuple(
                make_rule(entry, path) for entry in content.get("rule", ())
            )
    return rules, macros


def make_rule(entry: Mapping[str, Any], path: Path) -> Rule:
    """A rule of a TOML table.

    Raises:
        FactcheckError: id or pattern missing, or an unknown key.
    """
    extra = set(entry) - {"id", "pattern", "gives", "matches", "skips", "todo", "note"}
    if extra or "id" not in entry or "pattern" not in entry:
        raise FactcheckError(f"rule {entry.get('id', '?')}: bad keys {sorted(extra)}", str(path), "see other rules")
    return Rule(
        id=str(entry["id"]),
        pattern=str(entry["pattern"]),
        gives=entry.get("gives", {}),
        matches=tuple(entry.get("matches", ())),
        skips=tuple(entry.get("skips", ())),
        todo=tuple(entry.get("todo", ())),
        where=str(path),
    )


def known_tags(
    tables: Mapping[str, tuple[Row, ...]], rules: Mapping[str, tuple[Rule, ...]], macros: Mapping[str, str]
) -> dict[str, frozenset[str]]:
    """Tags of every form a rule can name: table and tag of single words, `=word` of literals and phrases."""
    known: dict[str, set[str]] = {}
    for row in (row for rows in tables.values() for row in rows if row.tag):
        for form in row.forms:
            tokens = words(form)
            if len(tokens) == 1:
                known.setdefault(form, set()).update({row.table, row.tag})
            else:
                for token in tokens:
                    known.setdefault(token, set()).add("=" + token)
    patterns = [rule.pattern for found in rules.values() for rule in found] + list(macros.values())
    for pattern in patterns:
        for phrase in pieces(pattern):
            for word in words(phrase) if not phrase.startswith("{") else ():
                known.setdefault(word, set()).add("=" + word)
    for form in [form for form in known if form != form.lower()]:
        known.setdefault(form.upper(), set()).update(known[form])  # a name shouted in a headline
    shared: dict[frozenset[str], frozenset[str]] = {}  # few sets, many forms: the memory of the lexicon stays small
    return {form: shared.setdefault(frozenset(tags), frozenset(tags)) for form, tags in known.items()}
