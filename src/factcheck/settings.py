"""What a run may be told; one frozen value passed down, never a global."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Settings(NamedTuple):
    """Options of a run.

    Attributes:
        dates: publication dates by file name or path, ISO days, from `--date FILE=DATE`.
        encoding: codec to read every text file with, or "" to find it out.
        lexicons: folders with rows of the user's own, later ones win.
    """

    dates: Mapping[str, str] = MappingProxyType({})
    encoding: str = ""
    lexicons: tuple[str, ...] = ()
