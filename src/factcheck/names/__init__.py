"""Names: the persons, organisations and places of a run, with every way they are written.

`names_of` looks at one source, `entities` brings the names of all together.
"""

from __future__ import annotations

from factcheck.names.find import names_of
from factcheck.names.merge import entities

__all__ = ["entities", "names_of"]
