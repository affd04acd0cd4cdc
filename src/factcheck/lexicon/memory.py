"""Remember the lexicon between runs: reading its tables and compiling its patterns is a third of a short run.

The look-ups stages derive from the tables are remembered with it.

One file in the user's cache folder for each content of the lexicon and each release of Python. It holds nothing of any
article. Whatever is wrong with it, the lexicon is read anew; `FACTCHECK_CACHE=off` goes without.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable
from pathlib import Path

from factcheck.checking import TYPE_CHECKING
from factcheck.digest import sha256

if TYPE_CHECKING:
    from typing import Any, TypeVar

    T = TypeVar("T")

KEPT = 16
"""Lexicons remembered at once: one for each set of folders in use, and for each release of Python."""


def fingerprint(places: Iterable[Path]) -> str:
    """A name for the state of lexicon folders as this release of Python and this state of the package see them.

    Names, sizes and times of the files stand for their content: reading it takes as long as what is to be saved.
    """
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120
    rooms = sorted(entry.path for entry in os.scandir(package) if entry.is_dir())
    stamps = [sys.version]
    for room in (package, *rooms):
        stamps += files(room, (".py", ".csv"))
    for place in places:
        stamps += files(os.path.abspath(place), (".csv", ".toml"))  # noqa: PTH100
    return sha256("\0".join(stamps).encode("utf-8", "surrogateescape")).hexdigest()[:32]


def files(place: str, kinds: tuple[str, ...]) -> list[str]:
    """What tells the state of the files of some kinds in a folder, in the order of their names."""
    found = ((entry.path, entry.stat()) for entry in os.scandir(place) if entry.name.endswith(kinds))
    return sorted(f"{path} {state.st_ino} {state.st_size} {state.st_mtime_ns}" for path, state in found)


def folder() -> Path | None:
    """Where to remember, or None: $FACTCHECK_CACHE, else factcheck/ in $XDG_CACHE_HOME or ~/.cache."""
    wanted = os.environ.get("FACTCHECK_CACHE", "")
    if wanted == "off":
        return None
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")  # noqa: PTH111, PTH118
    return Path(wanted or os.path.join(base, "factcheck"))  # noqa: PTH118


def recall(name: str, kind: type[T]) -> T | None:
    """What was remembered under a name, None when there is nothing usable."""
    from _pickle import load  # what `pickle` offers, without loading its version in Python

    place = folder()
    if place is None:
        return None
    try:
        with (place / f"lexicon-{name}").open("rb") as stream:
            found = load(stream)
    except Exception:
        return None
    return found if isinstance(found, kind) else None


def remember(name: str, value: object) -> None:
    """Keep a value under a name; nothing happens where the folder cannot be written."""
    import copyreg
    import io
    import pickle
    import pickletools

    place = folder()
    if place is None:
        return
    stream = io.BytesIO()
    pickler = pickle.Pickler(stream, protocol=pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = {**copyreg.dispatch_table, re.Pattern: taken_apart}  # type: ignore[dict-item]
    try:
        pickler.dump(value)
        place.mkdir(parents=True, exist_ok=True)
        draft = place / f"lexicon-{name}.{os.getpid()}"
        draft.write_bytes(pickletools.optimize(stream.getvalue()))  # read a tenth faster
        draft.replace(place / f"lexicon-{name}")
        forget(place)
    except Exception:
        return


def forget(place: Path) -> None:
    """Remove what was remembered longest ago: every change of a folder of one's own leaves one behind."""
    kept = sorted(place.glob("lexicon-*"), key=lambda path: (-path.stat().st_mtime_ns, path.name))
    for path in kept[KEPT:]:
        path.unlink(missing_ok=True)


def taken_apart(pattern: re.Pattern[str]) -> tuple[object, tuple[Any, ...]]:
    """A compiled pattern as the arguments that put it together again without parsing.

    Source: the last lines of `re._compiler.compile`; the name of the memory holds the release they belong to.
    """
    from array import array
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(pattern.pattern, pattern.flags)
    names: list[str | None] = [None] * parsed.state.groups
    for word, number in pattern.groupindex.items():
        names[number] = word
    code = array("I", map(int, _compiler._code(parsed, pattern.flags))).tobytes()
    return put_together, (code, pattern.pattern, pattern.flags, pattern.groups, dict(pattern.groupindex), tuple(names))


def put_together(code: bytes, source: str, flags: int, *rest: object) -> re.Pattern[str]:
    """The compiled pattern again."""
    import _sre  # type: ignore[import-not-found]

    pattern: re.Pattern[str] = _sre.compile(source, flags, memoryview(code).cast("I").tolist(), *rest)
    return pattern
