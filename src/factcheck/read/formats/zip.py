"""Archives (.zip): each file in it that has a reader is a source."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import PurePosixPath

from factcheck.read.archive import Archive
from factcheck.read.document import Member
from factcheck.read.inputs import hidden


def members(data: bytes, encoding: str) -> Iterator[Member]:
    """The files that are not hidden, sorted.

    Raises:
        Unreadable: the archive is damaged, protected, or unpacks to too much.
    """
    del encoding
    pack = Archive(data)
    for name in sorted(pack.names):
        path = PurePosixPath(name.replace("\\", "/"))
        if not any(hidden(part) for part in path.parts):
            yield Member("/" + str(path).lstrip("/"), partial(pack.read, name))
