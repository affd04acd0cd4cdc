"""Names: the persons, organisations and places of a run, with every way they are written.

`names_of` looks at one source, `gather` brings the names of all together.
"""

from __future__ import annotations

from factcheck.names.find import names_of
from factcheck.names.merge import gather

__all__ = ["gather", "names_of"]
