"""Do the work again whenever the inputs change, until Ctrl-C."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence

from factcheck.cli.output import put, say
from factcheck.errors import FactcheckError

PAUSE = 1.0
"""Seconds between two looks at the folder."""

State = frozenset[tuple[str, int, int]]


def watch(work: Callable[[], int], paths: Sequence[str], written: Sequence[str], pause: float = PAUSE) -> int:
    """Run `work` now and after every change of the inputs; a file that still grows is waited for.

    Args:
        work: what to do; an error of the user's is told, and the next change waited for.
        paths: files and folders that are read.
        written: files the work writes, which are no inputs.
        pause: seconds between two looks.

    Raises:
        FactcheckError: there is nothing that can change.
        KeyboardInterrupt: the way this ends.
    """
    if not paths or "-" in paths:
        raise FactcheckError("only files and folders can be watched", "--watch", "name the folder")
    seen: State | None = None
    while True:
        state = settled(paths, written, pause)
        if state != seen:
            if seen is not None and sys.stdout is not None and sys.stdout.isatty():
                put("\x1b[H\x1b[2J", styled=True)
            try:
                work()
            except FactcheckError as error:
                say("error", str(error))
            say("watching", f"{' '.join(paths)}; Ctrl-C ends")
            seen = state
        time.sleep(pause)


def settled(paths: Sequence[str], written: Sequence[str], pause: float) -> State:
    """The state of the inputs, once two looks find the same."""
    state = look(paths, written)
    while True:
        time.sleep(min(pause, 0.2))
        again = look(paths, written)
        if again == state:
            return state
        state = again


def look(paths: Sequence[str], written: Sequence[str]) -> State:
    """Name, size and time of all files."""
    own = {os.path.abspath(path) for path in written}  # noqa: PTH100 - a name need not exist
    found = set()
    for file in files(paths):
        if os.path.abspath(file) not in own:  # noqa: PTH100
            try:
                status = os.stat(file)  # noqa: PTH116
            except OSError:  # gone since the folder was listed
                continue
            found.add((file, status.st_size, status.st_mtime_ns))
    return frozenset(found)


def files(paths: Sequence[str]) -> Iterator[str]:
    """All files behind the paths; those of hidden folders are no inputs."""
    from glob import glob

    from factcheck.read.inputs import hidden

    for path in paths:
        for one in [path] if os.path.exists(path) else glob(path, recursive=True):  # noqa: PTH110, PTH207
            if not os.path.isdir(one):  # noqa: PTH112 - unlike Path, it raises nothing
                yield one
            for folder, inner, names in os.walk(one):
                inner[:] = [name for name in inner if not hidden(name)]
                yield from (os.path.join(folder, name) for name in names if not hidden(name))  # noqa: PTH118
