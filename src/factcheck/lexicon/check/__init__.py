"""Check folders of words and patterns in whole, and tell what a lexicon holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from factcheck.errors import FactcheckError
from factcheck.lexicon.check.problem import Problem, listed, printable
from factcheck.lexicon.check.rules import Find, Known, check_examples, check_rules, misplaced
from factcheck.lexicon.check.tables import CLASSES, CLOSED, check_table, columns_of
from factcheck.lexicon.rules import pieces
from factcheck.lexicon.vocabulary import Lexicon, compiled, load, places_of, read_rules, read_tables
from factcheck.record import NamedTuple

FEW = 150
"""Values of a column that can be listed."""


class Survey(NamedTuple):
    """What was checked: how many tables, rules and examples, and what is wrong."""

    tables: int
    rules: int
    examples: int
    problems: tuple[Problem, ...]


def check(folders: Sequence[str], finder: Callable[[Lexicon], Find]) -> Survey:
    """Check folders, then run the examples of all rules, those built in too: a new word may spoil an old rule.

    Args:
        folders: of the user's own.
        finder: gives for a lexicon what finds mentions in a text.

    Raises:
        FactcheckError: there is no such folder.
    """
    built = load()
    known = Known(built.rules, frozenset(built.classes) | frozenset(built.macros) | frozenset(built.phrases))
    places = places_of(folders)[1:]
    problems = sorted(problem for place in places for problem in _folder(place, built, known))
    tables = sum(1 for place in places for _ in place.glob("*.csv")) or len(built.tables)
    if problems:
        return Survey(tables, 0, 0, tuple(problems))
    rules = [rule for found in built.rules.values() for rule in found]
    try:
        lexicon = compiled(places_of(folders))
        rules = [rule for found in lexicon.rules.values() for rule in found]
        find = finder(lexicon)
        problems = [problem for rule in rules for problem in check_examples(rule, find)]
    except FactcheckError as error:
        mine = [rule for found in read_rules(places)[0].values() for rule in found]
        problems = [misplaced(error, mine)]
    return Survey(tables, len(rules), sum(len(rule.matches) + len(rule.skips) for rule in rules), tuple(problems))


def _folder(place: Path, built: Lexicon, known: Known) -> Iterator[Problem]:
    """Problems of the files of a folder; a row may have a tag that a rule of the folder uses."""
    files = sorted(path for path in place.iterdir() if path.suffix in {".csv", ".toml"})
    if not files:
        yield Problem(str(place), 1, 1, "no table and no rules here", listed(f"{name}.csv" for name in built.tables))
    made, used = _tags(place)
    for path in files:
        try:
            if path.suffix == ".csv":
                yield from check_table(path, built.tables, used)
            else:
                yield from check_rules(path, known._replace(tags=known.tags | made))
        except FactcheckError as error:
            yield misplaced(error, ())


def _tags(place: Path) -> tuple[frozenset[str], frozenset[str]]:
    """Tags that rows of a folder have, and those that its rules name; none when something cannot be read."""
    try:
        tables = read_tables([place])
        rules, macros = read_rules([place])
    except FactcheckError:
        return frozenset(), frozenset()
    patterns = [*(rule.pattern for found in rules.values() for rule in found), *macros.values()]
    made = {row.tag for rows in tables.values() for row in rows if row.tag} | set(macros)
    used = {piece[1:-1] for pattern in patterns for piece in pieces(pattern) if piece.startswith("{")}
    return frozenset(made), frozenset(used)


def told(lexicon: Lexicon) -> Iterator[str]:
    """Tables with their columns, and the values of those that have few; then the files of rules."""
    for name, rows in sorted(lexicon.tables.items()):
        yield f"{name}.csv: {_counted(len(rows), 'row')}, {_counted(sum(len(row.forms) for row in rows), 'form')}"
        for column in columns_of(rows):
            values = sorted({row.tag if column == "tag" else row[column] for row in rows} - {""})
            few = column in CLOSED | CLASSES and len(values) <= FEW
            told_of = " | ".join(values) if few else rows[0].forms[0] if column == "forms" else f"such as {values[0]}"
            yield printable(f"  {column:<8} {told_of}")
    for name, rules in sorted(lexicon.rules.items()):
        examples = sum(len(rule.matches) + len(rule.skips) for rule in rules)
        yield f"{name}.toml: {_counted(len(rules), 'rule')}, {_counted(examples, 'example')}"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
