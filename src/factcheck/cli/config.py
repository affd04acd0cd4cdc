"""Settings from the environment and from files, strongest first.

`FACTCHECK_*` > the file of `--config`, else the nearest one at or above the working directory > the user's own. The
command line is stronger than all, see `Command.configure`. A run without a file looks for one and imports nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from os.path import expanduser
from pathlib import Path

from factcheck.checking import TYPE_CHECKING
from factcheck.errors import FactcheckError, nearest
from factcheck.record import NamedTuple

if TYPE_CHECKING:
    from factcheck.cli.keys import Key

FILE = "factcheck.toml"
PROJECT = "pyproject.toml"
OTHERS = frozenset({"FACTCHECK_CACHE", "FACTCHECK_CONFIG", "FACTCHECK_TODAY"})
"""Variables that are no settings of a file."""


class Setting(NamedTuple):
    """A value and where it came from: "FACTCHECK_WIDTH", "factcheck.toml:3"."""

    value: object
    origin: str


def load(config: str, environ: Mapping[str, str], folder: Path | None) -> dict[str, Setting]:
    """The settings by name.

    Args:
        config: the file of `--config`, or "".
        environ: the environment.
        folder: the working directory; None when it is gone.

    Raises:
        FactcheckError: a file cannot be read, a key is unknown, a value wrong.
    """
    told = config or environ.get("FACTCHECK_CONFIG", "")
    place = Path(told) if told else nearest_file(folder) if folder else None
    own = user_file(environ)
    found: dict[str, Setting] = {}
    for path in (own if is_there(own) else None, place):
        if path is not None:
            found.update(from_file(path))
    if any(name.startswith("FACTCHECK_") and name not in OTHERS for name in environ):
        found.update(from_environment(environ))
    return found


def nearest_file(folder: Path) -> Path | None:
    """The file in the folder or the nearest one above it; a `pyproject.toml` counts when it has our table."""
    for place in (folder, *folder.parents):
        if is_there(place / FILE):
            return place / FILE
        if is_there(place / PROJECT) and may_concern(place / PROJECT) and content(place / PROJECT)[1]:
            return place / PROJECT
    return None


def is_there(path: Path) -> bool:
    """Whether there is such a file, as far as we may know."""
    try:
        return path.is_file()
    except OSError:
        return False


def may_concern(path: Path) -> bool:
    """Whether a project file could have our table; telling costs less than importing a reader of TOML."""
    try:
        lines = path.read_bytes().splitlines()
    except OSError:
        return False  # not ours to complain of
    heads = (line for line in map(bytes.lstrip, lines) if line.startswith((b"[", b"tool")))
    return any(b"tool" in line and (b"factcheck" in line or line.rstrip() == b"[tool]") for line in heads)


def user_file(environ: Mapping[str, str]) -> Path:
    """Where the user keeps settings for all projects."""
    base = environ.get("XDG_CONFIG_HOME") or expanduser("~/.config")  # noqa: PTH111 - a user without a home is no error
    return Path(base) / "factcheck" / "config.toml"


def working_directory() -> Path | None:
    """The working directory, None when it is gone."""
    try:
        return Path.cwd()
    except OSError:
        return None


def content(path: Path) -> tuple[str, Mapping[str, object]]:
    """The text of a file and our table in it.

    Raises:
        FactcheckError: it cannot be read.
    """
    import tomllib

    try:
        text = path.read_bytes().decode("utf-8-sig")
        data = tomllib.loads(text)
    except OSError as error:
        raise FactcheckError(f"cannot be read: {(error.strerror or '').lower()}", str(path), "check --config") from None
    except UnicodeDecodeError:
        raise FactcheckError("is not UTF-8", str(path), "save it as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        message, _, spot = str(error).partition(" (at line ")
        where = f"{path}:{spot.rstrip(')').replace(', column ', ':')}" if spot[:1].isdigit() else str(path)
        raise FactcheckError(f"is not valid TOML: {message.lower()}", where, "mend the line") from None
    if path.name != PROJECT:
        return text, data
    tool = data.get("tool")
    ours = tool.get("factcheck", {}) if isinstance(tool, dict) else {}
    if not isinstance(ours, dict):
        raise FactcheckError("tool.factcheck is no table", str(path), "begin it with [tool.factcheck]")
    return text, ours


def from_file(path: Path) -> Iterator[tuple[str, Setting]]:
    """The settings of a file, folders in it made to start from its own.

    Raises:
        FactcheckError: a key is unknown or its value wrong; names the line and the nearest key.
    """
    from factcheck.cli.keys import checked, keys

    known = keys()
    text, data = content(path)
    head = "tool.factcheck." if path.name == PROJECT else ""
    for name, value in flat(data, known):
        where = f"{path}:{line_of(text, head + name)}"
        if name not in known:
            hint = nearest(name, known) or f"there are: {', '.join(sorted(known))}"
            raise FactcheckError(f'unknown key "{name}"', where, hint)
        right = checked(known[name], value, where)
        if name == "lexicon" and isinstance(right, list):
            yield name, Setting([str(path.parent / one) for one in right], where)
        else:
            yield name, Setting(right, where)


def flat(data: Mapping[str, object], known: Mapping[str, Key]) -> Iterator[tuple[str, object]]:
    """Keys and values, the keys of a table written behind its name where the table is no value itself."""
    tables = {name.partition(".")[0] for name in known if "." in name}
    for name, value in data.items():
        if name in tables and isinstance(value, dict):
            yield from ((f"{name}.{key}", one) for key, one in value.items())
        else:
            yield name, value


def line_of(text: str, name: str) -> int:
    """The line on which a key is set, or its table begins; 1 when it is written in some other way."""
    table = ""
    for number, line in enumerate(text.splitlines(), 1):
        bare = line.strip().replace(" ", "").replace('"', "")
        if bare.startswith("["):
            table = bare.partition("]")[0].strip("[")
            if table == name:
                return number
        elif ".".join(filter(None, (table, bare.partition("=")[0]))) == name:
            return number
    return 1


def from_environment(environ: Mapping[str, str]) -> Iterator[tuple[str, Setting]]:
    """The settings of the environment.

    Raises:
        FactcheckError: a value is wrong, or a name is a misspelt one.
    """
    from factcheck.cli.keys import checked, from_text, keys

    known = {key.variable: key for key in keys().values() if key.kind != "table"}
    for name in sorted(name for name in environ if name.startswith("FACTCHECK_") and name not in OTHERS):
        if name in known:
            key = known[name]
            yield key.name, Setting(checked(key, from_text(key, environ[name]), name), name)
        elif hint := nearest(name, known, 90):  # a name like no other is somebody else's
            raise FactcheckError("is no setting", name, hint)


def shown(settings: Mapping[str, Setting]) -> str:
    """Settings as a file could hold them, each with where it came from; those without a value as a comment."""
    rows = [
        (f"{name} = {toml(one.value)}" if one.value is not None else f"# {name} is not set", one.origin)
        for name, one in settings.items()
    ]
    width = max(len(row) for row, _ in rows)
    return "".join(f"{row:<{width}}  # {origin}\n" if origin else f"{row}\n" for row, origin in rows)


def toml(value: object) -> str:
    """A value as TOML: a flag, a number, a text, a list or a table of texts."""
    import json

    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{json.dumps(name)} = {toml(one)}" for name, one in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False)  # what is left is written alike in both
