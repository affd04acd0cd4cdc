"""factcheck finds where several sources disagree about a number or a date.

Example:
    >>> from factcheck import compare
    >>> report = compare(["stories/"])  # doctest: +SKIP
    >>> [fact.topic for fact in report.facts if fact.verdict == "conflict"]  # doctest: +SKIP
"""

from __future__ import annotations

TYPE_CHECKING = False  # as in `checking`, for a package that imports nothing

if TYPE_CHECKING:
    from factcheck.errors import FactcheckError
    from factcheck.model import (
        Claim,
        Fact,
        Finding,
        Lookalike,
        NotCompared,
        Pair,
        Period,
        Reading,
        Report,
        Skip,
        Source,
    )
    from factcheck.pipeline import check, compare, extract
    from factcheck.read import read
    from factcheck.settings import Settings

__version__ = "0.1.0"

__all__ = [
    "Claim",
    "Fact",
    "FactcheckError",
    "Finding",
    "Lookalike",
    "NotCompared",
    "Pair",
    "Period",
    "Reading",
    "Report",
    "Settings",
    "Skip",
    "Source",
    "__version__",
    "check",
    "compare",
    "extract",
    "read",
]


def __getattr__(name: str) -> object:
    """Import a public name when it is first used (PEP 562)."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    if name in {"check", "compare", "extract", "read"}:
        _bind_functions()
        return globals()[name]
    from factcheck import errors, model, settings

    homes = (model, errors, settings)
    return next(getattr(home, name) for home in homes if hasattr(home, name))


def _bind_functions() -> None:
    """Put the functions into this namespace together.

    Importing the pipeline binds the packages `extract` and `read` here, under the names of two of them.
    """
    from factcheck import pipeline
    from factcheck.read import read

    globals().update(check=pipeline.check, compare=pipeline.compare, extract=pipeline.extract, read=read)


def __dir__() -> list[str]:
    """List the public names, loaded or not."""
    return sorted({*globals(), *__all__})
