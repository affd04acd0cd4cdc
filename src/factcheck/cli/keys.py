"""The settings a file or the environment may hold: one row each, with what its value may be."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import isnan

from factcheck.errors import FactcheckError, nearest
from factcheck.record import NamedTuple
from factcheck.settings import Levels


class Key(NamedTuple):
    """One setting.

    Attributes:
        name: as written in a file; a "." parts the name of its table from its own.
        kind: flag, text, whole, number, texts (a list) or table (name -> text).
        default: what holds when nobody says anything.
        choices: the only values, where there are few.
        least: the smallest number.
    """

    name: str
    kind: str
    default: object
    choices: tuple[str, ...] = ()
    least: float | None = None

    @property
    def attribute(self) -> str:
        """The attribute of a command that holds it."""
        return self.name.replace("-", "_").replace(".", "_")

    @property
    def variable(self) -> str:
        """The environment variable that sets it."""
        return "FACTCHECK_" + self.attribute.upper()


def keys() -> Mapping[str, Key]:
    """All settings by name."""
    from factcheck.report import PRINTED

    return {key.name: key for key in (Key("format", "text", None, PRINTED), *PLAIN)}


PLAIN = (
    Key("fail-on", "text", "error", ("error", "warning", "note", "never")),
    Key("all", "flag", False),
    Key("width", "whole", None, least=20),
    Key("color", "text", "auto", ("auto", "always", "never")),
    Key("excel", "flag", False),
    Key("sheet", "flag", False),
    Key("baseline", "texts", None),
    Key("encoding", "text", ""),
    Key("skip-unreadable", "flag", False),
    Key("exclude", "texts", None),
    Key("ignore", "texts", None),
    Key("lexicon", "texts", None),
    Key("trust", "texts", None),
    Key("levels.conflict", "number", Levels().conflict),
    Key("levels.check", "number", Levels().check),
    Key("names", "table", None),
)

WORDS: Mapping[str, str] = {
    "flag": "true or false",
    "text": "a text",
    "whole": "a whole number",
    "number": "a number",
    "texts": "a list of texts",
    "table": 'a table of texts such as "a*.txt" = "The Alba"',
}


def checked(key: Key, value: object, where: str) -> object:
    """The value of a key from a file.

    Raises:
        FactcheckError: it is of the wrong type, or none of those allowed.
    """
    if not KINDS[key.kind](value) or (key.least is not None and isinstance(value, int) and value < key.least):
        least = f" of at least {key.least:g}" if key.least is not None else ""
        raise FactcheckError(f"{key.name} is {WORDS[key.kind]}{least}, not {value!r}", where, "mend the value")
    if key.choices and value not in key.choices:
        hint = nearest(str(value), key.choices)
        raise FactcheckError(f"{key.name} cannot be {value!r}", where, hint or f"there are: {', '.join(key.choices)}")
    return value


def from_text(key: Key, text: str) -> object:
    """The value of a key from the environment: lists with "," between, yes and no as 1 and 0, true and false."""
    if key.kind == "texts":
        return [one.strip() for one in text.split(",") if one.strip()]
    if key.kind == "flag":
        return {"1": True, "true": True, "0": False, "false": False, "": False}.get(text.lower(), text)
    if key.kind in {"whole", "number"}:
        try:
            return int(text) if key.kind == "whole" else float(text)
        except ValueError:
            return text
    return text


def _texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and not isnan(value)


def _table(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(one, str) for one in value.values())


KINDS: Mapping[str, Callable[[object], bool]] = {
    "flag": lambda value: isinstance(value, bool),
    "text": lambda value: isinstance(value, str),
    "whole": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "number": _number,
    "texts": _texts,
    "table": _table,
}
