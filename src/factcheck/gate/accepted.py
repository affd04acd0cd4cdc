"""The list of accepted findings: a TOML file that people read, edit and review."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tomllib import TOMLDecodeError, loads

from factcheck.errors import FactcheckError
from factcheck.gate.baseline import accepted
from factcheck.gate.earlier import contents
from factcheck.record import NamedTuple
from factcheck.review import Record

HEAD = """\
# Findings of factcheck that somebody looked at and accepted, with the reason.
# `factcheck accept` adds entries; `--baseline FILE` leaves them out. Sorted by code and fingerprint.
"""


class Acceptance(NamedTuple):
    """A finding to accept: what it is, and why.

    Attributes:
        finding: its reason, for whoever reads the list.
        quotes: `source: quote` of each of its claims.
    """

    fingerprint: str
    code: str
    finding: str
    quotes: tuple[str, ...]
    reason: str
    until: date | None


def chosen(report: Record, wanted: str, reason: str, until: date | None) -> Acceptance:
    """The finding with an id or fingerprint, or with a unique beginning of a fingerprint, of four letters or more.

    Raises:
        FactcheckError: none has it, or several.
    """
    exact = [one for one in report["findings"] if wanted in (one["id"], one["fingerprint"])]
    near = [one for one in report["findings"] if len(wanted) >= 4 and one["fingerprint"].startswith(wanted)]
    found = exact or near
    if len(found) != 1:
        message = f"{len(found)} findings begin with {wanted!r}" if found else f"no finding {wanted!r}"
        raise FactcheckError(message, "accept", "take an id or fingerprint from --format json, and the same paths")
    titles = {source["id"]: source["title"] or source["id"] for source in report["sources"]}
    claims = {claim["id"]: claim for claim in report["claims"]}
    told = [claims[key] for key in found[0]["claims"]]
    quotes = tuple(f"{titles[claim['source']]}: {claim['quote']}" for claim in told)
    return Acceptance(found[0]["fingerprint"], found[0]["code"], found[0]["reason"], quotes, reason, until)


def write(path: str, one: Acceptance) -> bool:
    """Put an entry into the list at its place; what stands there, comments of people included, stays.

    Returns:
        Whether it is a new entry; else it took the place of one with the same fingerprint.

    Raises:
        FactcheckError: the file is there and is no such list, or it cannot be written.
    """
    text = contents(path) if Path(path).exists() else HEAD
    if Path(path).exists():
        tuple(accepted(path))  # it must be such a list
    head, blocks = parts(text)
    others = [block for block in blocks if order(block)[1] != one.fingerprint]
    whole = sorted([*others, entry(one)], key=order)
    try:
        Path(path).write_bytes("\n".join([head, *whole]).encode("utf-8"))
    except OSError as error:
        raise FactcheckError(f"cannot be written: {error.strerror}", path, "check its permissions") from None
    return len(others) == len(blocks)


def parts(text: str) -> tuple[str, list[str]]:
    """What stands before the first entry, and the entries, each with the comments above it."""
    head: list[str] = []
    blocks: list[str] = []
    for piece in re.split(r"\n(?:[ \t]*\n)+", text.strip("\n")):
        if order(piece)[1]:
            blocks.append(piece + "\n")
        elif blocks:  # more of the entry above, or a remark between two entries
            blocks[-1] += f"\n{piece}\n"
        else:
            head.append(piece + "\n")
    return "\n".join(head), blocks


def order(block: str) -> tuple[str, str]:
    """Code and fingerprint of the entry in a piece of the file; empty when it holds none."""
    try:
        tables = loads(block).get("accepted", [{}])
    except TOMLDecodeError:
        return "", ""
    first = tables[0] if isinstance(tables, list) and tables else {}
    return str(first.get("code", "")), str(first.get("fingerprint", ""))


def entry(one: Acceptance) -> str:
    """An entry as TOML, with what it is about as a comment."""
    return "".join(f"{line}\n" for line in lines(one))


def lines(one: Acceptance) -> Iterator[str]:
    """The lines of an entry."""
    yield f"# {one.code}: {plain(one.finding)}"
    yield from (f"#   {plain(quote)}" for quote in one.quotes)
    yield "[[accepted]]"
    yield f"fingerprint = {text_of(one.fingerprint)}"
    yield f"code = {text_of(one.code)}"
    yield f"reason = {text_of(one.reason)}"
    if one.until is not None:
        yield f"until = {one.until.isoformat()}"


def text_of(value: str) -> str:
    """A string of TOML; JSON writes the same but for the delete character."""
    return json.dumps(plain(value), ensure_ascii=False)


def plain(value: str) -> str:
    """One line without control characters, which TOML does not allow in comments either."""
    return "".join(char for char in " ".join(value.split()) if unicodedata.category(char) not in {"Cc", "Cs", "Co"})
