"""Paths to files: folders are walked, globs expanded, and each path that fails says why."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from stat import S_ISFIFO

from factcheck.errors import nearest
from factcheck.model import Skip
from factcheck.read.document import Elsewhere, Unreadable
from factcheck.read.formats import READERS, UNREAD, supported
from factcheck.record import NamedTuple
from factcheck.settings import fits

TABLE = "sources.csv"
_HIDDEN = (".", "~$", "__MACOSX")
"""How names begin that nobody put there to be read: those of hidden files, of Word's locks, of a Mac's archives."""

_BIGGEST = 64 * 1024 * 1024


class Input(NamedTuple):
    """One file to read.

    Attributes:
        path: as shown to the user, "/" between parts; "-" is standard input.
        file: where it is.
        top: the folder the user gave, or the folder the file is in: how far up a `sources.csv` speaks for it.
        asked: the user named it, so that it is owed an answer.
    """

    path: str
    file: Path
    top: Path
    asked: bool = False

    @property
    def stem(self) -> str:
        """The file name without its suffix, of a row of a table with its line; "stdin" for standard input."""
        if self.path == "-":
            return "stdin"
        name, row, line = Path(self.path).name.rpartition("#")
        return f"{Path(name).stem}-{line}" if row and line.isdecimal() else Path(self.path).stem


class Table(NamedTuple):
    """A `sources.csv`: its path as shown, where it is, and its bytes when it lies in an archive."""

    path: str
    file: Path
    data: bytes | None = None


def gather(paths: Sequence[str], exclude: Sequence[str] = ()) -> tuple[tuple[Input, ...], tuple[Skip, ...]]:
    """All files behind the paths, each once, sorted by path whatever the order of the arguments.

    Files of a folder that a pattern of `exclude` fits are left out; a file given by its own path is not.
    """
    inputs: dict[str, Input] = {}
    skips: dict[str, Skip] = {}
    for path in sorted(set(paths)):
        for found in _expand(path):
            if exclude and _excluded(found.path, path, exclude):
                continue
            if isinstance(found, Skip):
                skips[found.path] = found
            else:
                key = "-" if found.path == "-" else str(found.file.absolute())
                known = inputs.setdefault(key, found)
                inputs[key] = known._replace(asked=known.asked or found.asked)
    return tuple(sorted(inputs.values(), key=lambda one: one.path)), tuple(skips.values())


def _excluded(found: str, given: str, exclude: Sequence[str]) -> bool:
    """Whether a pattern fits what was found, below the path that was given."""
    below = found.removeprefix(shown(Path(given))).lstrip("/")
    return any(fits(pattern, below) for pattern in exclude if below)


def contents(one: Input) -> bytes:
    """The bytes of a file or of standard input.

    Raises:
        Elsewhere: a file of a folder is the one that stdout goes to.
        Unreadable: the system refuses, there is more than an article can be, or nothing where a pipe may end.
    """
    try:
        if one.path == "-":
            if sys.stdin is None:
                raise Unreadable("standard input is closed; send the article to it, or name a file")
            data = sys.stdin.buffer.read(_BIGGEST + 1)
        else:
            with one.file.open("rb") as stream:
                if not one.asked and _is_output(stream.fileno()):
                    raise Elsewhere("is what this run writes to; leave it out")
                data = stream.read(_BIGGEST + 1)
                if not data and not one.asked and _is_piped():
                    raise Unreadable("no text in it; if this run is piped into it, use -o; else remove it")
    except OSError as error:
        raise Unreadable(refusal(error)) from None
    if len(data) > _BIGGEST:
        raise Unreadable(f"larger than {_BIGGEST // 1024 // 1024} MB; split it into articles")
    return data


def _is_output(file: int) -> bool:
    """Whether an open file is where stdout goes: the shell has just emptied it."""
    try:  # without stdout the file itself may have become number 1
        return sys.stdout is not None and os.path.sameopenfile(file, 1)
    except OSError:
        return False


def _is_piped() -> bool:
    """Whether another program takes the output; `| tee FILE` has emptied the file by now."""
    try:
        return S_ISFIFO(os.fstat(1).st_mode)
    except OSError:
        return False


def tables(inputs: Sequence[Input]) -> tuple[Table, ...]:
    """Every `sources.csv` beside an input or above it, up to the folder the user gave; nearest last."""
    folders = {folder for one in inputs if one.path != "-" for folder in _above(one)}
    places = (folder / TABLE for folder in sorted(folders, key=lambda one: (len(one.parts), one)))
    return tuple(Table(shown(place), place) for place in places if _is(place, "file"))


def hidden(name: str) -> bool:
    """Whether a file or folder of this name, within a folder or an archive, is none of the user's articles."""
    return name.startswith(_HIDDEN)


def shown(path: Path) -> str:
    """A path for people and reports: "/" between parts, bytes that are no character replaced."""
    return path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def refusal(error: OSError) -> str:
    """Why the system refused, with what to do about it."""
    if isinstance(error, PermissionError):
        return "no permission to read it; change its permissions or leave it out"
    return f"cannot be read: {(error.strerror or str(error)).lower()}; check it or leave it out"


def unread(suffix: str) -> str:
    """Why a file without a reader is left out, with what to do about it."""
    return f'"{suffix}" files cannot be read; save it as {UNREAD.get(suffix) or "one of " + supported()}'


def _above(one: Input) -> Iterator[Path]:
    folder = one.file.parent
    while folder not in (one.top, folder.parent):
        yield folder
        folder = folder.parent
    yield folder


def _expand(path: str) -> Iterator[Input | Skip]:
    """What one argument stands for."""
    if path == "-":
        yield Input("-", Path(), Path(), asked=True)
        return
    if not path:
        yield Skip("", "empty path; an unset shell variable gives one", absent=True)
        return
    place = Path(path)
    if _is(place, "dir"):
        yield from _folder(place)
    elif _is(place, "file"):
        yield from _file(place, place.parent, asked=True)
    elif _is(place, "link"):
        yield _broken(place)
    elif any(mark in path for mark in "*?["):
        yield from _glob(path)
    else:
        yield Skip(shown(place), f"no such file or folder; {_sibling(place) or 'check the path'}", absent=True)


def _is(place: Path, kind: str) -> bool:
    """Whether a path is a "dir", a "link", or a "file" (all else that exists: a pipe can be read)."""
    try:
        checks = {"dir": place.is_dir, "file": place.exists, "link": place.is_symlink}
        return checks[kind]()
    except (OSError, ValueError):  # a name the system cannot even look up
        return False


def _sibling(place: Path) -> str:
    """A hint with the nearest name in the same folder."""
    try:
        near = nearest(place.name, (one.name for one in place.parent.iterdir()))
    except (OSError, ValueError):
        return f"there is no folder {shown(place.parent)} either"
    return near


def _glob(pattern: str) -> Iterator[Input | Skip]:
    """The files a pattern matches, when the shell did not expand it; other files are passed over."""
    from glob import glob

    matches = sorted(glob(pattern, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
    for match in matches:
        place = Path(match)
        yield from _folder(place) if _is(place, "dir") else _file(place, place.parent, asked=False)
    if not matches:
        yield Skip(shown(Path(pattern)), "no file matches this pattern; check it", absent=True)


def _folder(top: Path) -> Iterator[Input | Skip]:
    found = False
    for one in _walk(top, top, frozenset()):
        found = True
        yield one
    if not found:
        yield Skip(shown(top), f"no article in this folder; put files there ({supported()})", absent=True)


def _walk(folder: Path, top: Path, above: frozenset[tuple[int, int]]) -> Iterator[Input | Skip]:
    """Files of a folder and the folders in it, sorted; `above` are the folders it lies in."""
    try:
        status = folder.stat()
        entries = sorted(folder.iterdir())
    except OSError as error:
        yield Skip(shown(folder), refusal(error))
        return
    here = (status.st_dev, status.st_ino)
    if here in above:
        yield Skip(shown(folder), "folder that contains itself; remove the link")
        return
    # A browser that saves "a.html" puts its pictures and advertisements into "a_files".
    parts = {f"{one.stem}_files" for one in entries if READERS.get(one.suffix.lower()) == "html"}
    for entry in entries:
        if hidden(entry.name) or entry.name in parts:
            continue
        if _is(entry, "dir"):
            yield from _walk(entry, top, above | {here})
        else:
            yield from _file(entry, top, asked=False)


def _file(place: Path, top: Path, *, asked: bool) -> Iterator[Input | Skip]:
    """A file that has a reader; one the user `asked` for is owed an answer, and is text without a suffix."""
    suffix = place.suffix.lower()
    if place.name == TABLE:
        return
    if suffix in READERS or (asked and not suffix):
        if not _is(place, "file"):
            yield _broken(place)
        elif asked or place.is_file():
            yield Input(shown(place), place, top, asked)
    elif asked or suffix in UNREAD:
        yield Skip(shown(place), unread(suffix))


def _broken(place: Path) -> Skip:
    return Skip(shown(place), "link to a file that is not there; remove or mend it")
