"""What is settled already: findings of an earlier report, and findings somebody accepted with a reason."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from datetime import date

from factcheck.errors import FactcheckError
from factcheck.gate.earlier import contents, load
from factcheck.record import NamedTuple

TODAY = "FACTCHECK_TODAY"


class Entry(NamedTuple):
    """One settled finding.

    Attributes:
        status: known (of an earlier report) or accepted.
        until: last day it holds, or None for ever.
        where: the file it stands in.
    """

    fingerprint: str
    status: str
    reason: str
    until: date | None
    where: str


def entries(paths: Sequence[str]) -> tuple[Entry, ...]:
    """All entries of the files, in the order given; `.toml` is a list of accepted findings, else a report.

    Raises:
        FactcheckError: a file cannot be read or is neither.
    """
    return tuple(entry for path in paths for entry in (accepted(path) if path.endswith(".toml") else reported(path)))


def reported(path: str) -> Iterator[Entry]:
    """The findings of an earlier report; those settled in it by other means are not its own to settle."""
    for finding in load(path)["findings"]:
        if finding.get("status", "new") in {"new", "known"}:
            yield Entry(str(finding["fingerprint"]), "known", f"in {path}", None, path)


def accepted(path: str) -> Iterator[Entry]:
    """The entries of a list that `factcheck accept` wrote, or a person.

    Raises:
        FactcheckError: it is no TOML, or an entry is wrong.
    """
    from tomllib import TOMLDecodeError, loads

    try:
        data = loads(contents(path))
    except TOMLDecodeError as error:
        raise FactcheckError(f"is no TOML: {error}", path, "mend it, or accept the findings anew") from None
    tables = data.pop("accepted", [])
    if data or not isinstance(tables, list):
        wrong = f"does not know {next(iter(data))!r}" if data else "has no list of entries"
        raise FactcheckError(wrong, path, "each entry begins with [[accepted]]")
    for number, table in enumerate(tables, 1):
        wrong = mistake(table)
        if wrong:
            raise FactcheckError(f"entry {number}: {wrong}", path, 'fingerprint = "...", reason = "...", until = DATE')
        yield Entry(table["fingerprint"], "accepted", table["reason"].strip(), table.get("until"), path)


def mistake(table: object) -> str:
    """What is wrong with an entry, or ""."""
    if not isinstance(table, dict) or not isinstance(table.get("fingerprint"), str):
        return "has no fingerprint"
    if not isinstance(table.get("reason"), str) or not table["reason"].strip():
        return "has no reason"
    until = table.get("until")
    if until is not None and type(until) is not date:
        return f"until = {until!r} is no day"
    return ""


def expired(known: Sequence[Entry]) -> frozenset[Entry]:
    """Entries whose last day has passed. Only a last day makes anybody ask for the day it is."""
    dated = [entry for entry in known if entry.until is not None]
    if not dated:
        return frozenset()
    now = today()
    return frozenset(entry for entry in dated if entry.until is not None and entry.until < now)


def today() -> date:
    """The day of `FACTCHECK_TODAY`, else of the clock: the only place that looks at one.

    Raises:
        FactcheckError: the variable is no day.
    """
    told = os.environ.get(TODAY)
    return day(told, TODAY) if told else date.today()


def day(text: str, where: str) -> date:
    """A day written as YYYY-MM-DD.

    Raises:
        FactcheckError: it is none.
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise FactcheckError(f"{text!r} is no day", where, "write it as YYYY-MM-DD") from None
