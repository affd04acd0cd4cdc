"""Check the patterns of a folder: their form, the classes they name, and what their examples give."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from factcheck.checking import TYPE_CHECKING
from factcheck.errors import FactcheckError, nearest
from factcheck.lexicon.check.problem import Problem, Text, listed
from factcheck.lexicon.rules import Rule, pieces
from factcheck.record import NamedTuple

if TYPE_CHECKING:
    from typing import Any

KEYS = ("id", "pattern", "gives", "matches", "skips", "todo", "note")

Find = Callable[[str], Sequence[tuple[int, int, str]]]
"""Text -> start, end and rule of every mention in it."""


class Known(NamedTuple):
    """What the rules of a folder may build on.

    Attributes:
        rules: the rules built in, by file name.
        tags: classes and macros that can be named.
    """

    rules: Mapping[str, Sequence[Rule]]
    tags: frozenset[str]


def check_rules(path: Path, known: Known) -> Iterator[Problem]:
    """What is wrong with a file of rules, examples left aside.

    Raises:
        FactcheckError: the file cannot be read.
    """
    text = Text(path)
    try:
        content = tomllib.loads(text.whole)
    except tomllib.TOMLDecodeError as error:
        yield _syntax(text, str(error))
        return
    if path.stem not in known.rules:
        hint = nearest(path.stem, known.rules) or listed(known.rules)
        yield Problem(str(path), 1, 1, f"no rules are read from {path.name}", hint)
        return
    for key in content:
        if key not in {"macros", "rule"}:
            yield text.problem(text.line_with(key), key, f"unknown key {key!r}", "write [macros] or [[rule]]")
    macros = content.get("macros", {})
    own = known._replace(tags=known.tags | frozenset(macros))
    for name, pattern in macros.items():
        yield from _tags(text, text.line_with(name, "="), str(pattern), own.tags)
    seen = {rule.id for rules in known.rules.values() for rule in rules}
    line = 0
    for entry in content.get("rule", ()):
        line = text.line_with("[[rule]]", after=line)
        yield from _rule(text, line, entry, own, seen)
        seen.add(str(entry.get("id")))


def _syntax(text: Text, message: str) -> Problem:
    """A mistake in the TOML, where the parser says it is."""
    found = re.search(r" \(at line (\d+), column (\d+)\)", message)
    line, column = (int(found[1]), int(found[2])) if found else (max(len(text.lines), 1), 1)
    content = text.lines[line - 1] if line <= len(text.lines) else ""
    words = re.sub(r" \(at .*\)", "", message).lower()
    return Problem(str(text.path), line, column, f"not valid TOML: {words}", "", content)


def _rule(text: Text, line: int, entry: Mapping[str, Any], known: Known, seen: set[str]) -> Iterator[Problem]:
    name = str(entry.get("id", ""))
    for key in ("id", "pattern"):
        if not isinstance(entry.get(key), str):
            yield text.problem(line, "", f"rule {name or '?'} has no {key}", f'write {key} = "..."')
    for key in entry:
        if key not in KEYS:
            hint = nearest(key, KEYS) or listed(KEYS)
            yield text.problem(text.line_with(key, "=", after=line), key, f"unknown key {key!r}", hint)
    if name in seen:
        yield text.problem(text.line_with(name, after=line), name, f"a second rule {name!r}", "give it another id")
    for key in ("matches", "skips"):
        examples = entry.get(key, ())
        if not isinstance(examples, list) or not (examples or (key == "matches" and entry.get("todo"))):
            yield text.problem(line, "", f"rule {name} has no sentence it {key}", f'write {key} = ["..."]')
    yield from _gives(text, line, entry.get("gives", {}), known.rules[text.path.stem])
    pattern = str(entry.get("pattern", ""))
    yield from _tags(text, text.line_with("pattern", after=line), pattern, known.tags)


def _gives(text: Text, line: int, gives: object, rules: Sequence[Rule]) -> Iterator[Problem]:
    """Parts that every rule of the file gives must be there, with a value the code knows."""
    told = gives if isinstance(gives, dict) else {}
    for key in sorted(set.intersection(*(set(rule.gives) for rule in rules))):
        values = {str(rule.gives[key]) for rule in rules}
        if key not in told:
            yield text.problem(line, "", f"no gives.{key}", f'write gives = {{ {key} = "..." }}; {listed(values)}')
        elif str(told[key]) not in values:
            at = text.line_with("gives", str(told[key]), after=line)
            hint = nearest(str(told[key]), values) or listed(values)
            yield text.problem(at, str(told[key]), f"unknown {key} {told[key]!r}", hint)


def _tags(text: Text, line: int, pattern: str, tags: frozenset[str]) -> Iterator[Problem]:
    for piece in pieces(pattern):
        if piece.startswith("{") and piece[1:-1] not in tags:
            hint = nearest(piece[1:-1], tags) or "add a row with that tag or mend the name"
            yield text.problem(line, piece, f"no class or macro {piece}", hint)


def check_examples(rule: Rule, find: Find) -> Iterator[Problem]:
    """Examples of a rule that do not give what they say, told with their line.

    A `matches` sentence must give a mention of exactly each [span], a `skips` sentence none of the rule.
    """
    text = Text(Path(rule.where))
    line = text.line_with("id", f'"{rule.id}"')
    for sentence in rule.matches:
        yield from _matching(rule, sentence, find, text, line)
    for sentence in rule.skips:
        bare, _ = unmarked(sentence)
        for start, end, name in find(bare):
            if name == rule.id:
                at = text.line_with(sentence, after=line)
                yield text.problem(at, bare[start:end], f"rule {rule.id} finds {bare[start:end]!r}, which it must skip")


def _matching(rule: Rule, sentence: str, find: Find, text: Text, line: int) -> Iterator[Problem]:
    bare, spans = unmarked(sentence)
    at = text.line_with(sentence, after=line)
    if not spans:
        yield text.problem(at, sentence, f"an example of rule {rule.id} marks no [span]", "put it in brackets")
    found = find(bare)
    for span in spans:
        if span not in {(start, end) for start, end, _ in found}:
            told = ", ".join(f"{bare[start:end]!r} by {name}" for start, end, name in found) or "nothing"
            wanted = f"[{bare[slice(*span)]}]"
            yield text.problem(at, wanted, f"rule {rule.id} does not find {bare[slice(*span)]!r}", f"found: {told}")


def unmarked(sentence: str) -> tuple[str, list[tuple[int, int]]]:
    """A sentence without its brackets, and the spans they marked."""
    spans = [
        (match.start() - 2 * n, match.end() - 2 * n - 2)
        for n, match in enumerate(re.finditer(r"\[[^\[\]]*\]", sentence))
    ]
    return re.sub(r"[\[\]]", "", sentence), spans


def misplaced(error: FactcheckError, rules: Sequence[Rule]) -> Problem:
    """An error of putting the lexicon together, at the rule it names where it names one."""
    name = re.search(r"rule ([\w.]+)", str(error))
    for rule in rules:
        if name and rule.id == name[1]:
            text = Text(Path(rule.where))
            line = text.line_with("pattern", after=text.line_with("id", f'"{rule.id}"'))
            return text.problem(line, rule.pattern, error.message, error.hint)
    path, _, line_number = error.where.rpartition(":")
    number = int(line_number) if line_number.isdigit() else 1
    return Problem(path if line_number.isdigit() else error.where, number, 1, error.message, error.hint)
