"""Libraries a plain installation does not have."""

from __future__ import annotations

from importlib.util import find_spec

from factcheck.read.document import Unreadable


def installed(module: str) -> bool:
    """Whether a library is there; it is not imported."""
    return find_spec(module) is not None


def needs(module: str, extra: str, suffix: str) -> None:
    """Refuse a file whose library is not there.

    Args:
        module: the library.
        extra: of this package, which brings the library.
        suffix: of the files that need it.

    Raises:
        Unreadable: with the command that installs it.
    """
    if not installed(module):
        raise Unreadable(f'{suffix} files need an extra; pip install "factcheck-cli[{extra}]"')
