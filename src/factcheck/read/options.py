"""Publication dates from outside the text: `--date FILE=DATE` and the table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from factcheck.errors import FactcheckError, nearest
from factcheck.model import Period, Skip
from factcheck.read.dates import explicit


def written(value: str, basis: str, where: str) -> Period:
    """The date a person wrote down, with the basis it rests on.

    Raises:
        FactcheckError: it cannot be read, or only in more than one way.
    """
    told = explicit(value, basis)
    if told is None:
        raise FactcheckError(f'cannot read the date "{value}"', where, "write it as YYYY-MM-DD")
    return told


def given(
    dates: Mapping[str, str], paths: Sequence[str], ids: Sequence[str], skipped: Sequence[Skip]
) -> dict[str, str]:
    """The `--date` options by path of the source: path -> key. A key is a path, a file name or an id.

    Raises:
        FactcheckError: a key fits no input, or several, or an input has two keys.
    """
    chosen: dict[str, str] = {}
    for key in sorted(dates):
        fits = _fitting(key, paths, ids)
        if not fits and _fitting(key, [skip.path for skip in skipped], []):
            continue  # why it was skipped is told elsewhere
        if len(fits) != 1:
            raise _unfit(key, fits, paths)
        if fits[0] in chosen:
            raise FactcheckError("two dates for one file", f"--date {key}", "give it once")
        chosen[fits[0]] = key
    return chosen


def _fitting(key: str, paths: Sequence[str], ids: Sequence[str]) -> list[str]:
    """The paths a key stands for: the file itself, else an id, else a file name."""
    itself = [path for path in paths if path == key or (path != "-" and Path(path).absolute() == Path(key).absolute())]
    by_id = [path for path, one in zip(paths, ids, strict=False) if one == key]
    by_name = [path for path in paths if key in (Path(path).name, Path(path).stem)]
    return itself or by_id or by_name


def _unfit(key: str, fits: Sequence[str], paths: Sequence[str]) -> FactcheckError:
    if fits:
        return FactcheckError(f'"{key}" fits {len(fits)} files', f"--date {key}", f"give the path: {', '.join(fits)}")
    names = sorted({*paths, *(Path(path).name for path in paths)})
    hint = nearest(key, names) or f"inputs are {', '.join(sorted(paths)[:5])}"
    return FactcheckError("no input of this name", f"--date {key}", hint)
