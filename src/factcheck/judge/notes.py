"""Notes on the input: what was not known about a source."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.judge.case import Case

CURE = "give it with --date FILE=YYYY-MM-DD"


def undated(case: Case) -> Iterator[tuple[str, str]]:
    """Sources without publication date."""
    for source in case.sources.values():
        if source.published is None:
            yield source.id, f"{source.path}: publication date unknown; {CURE}"


def doubtful(case: Case) -> Iterator[tuple[str, str]]:
    """Sources whose publication date is only a hint."""
    for source in case.sources.values():
        if source.published is not None and source.doubtful:
            day = source.published.earliest
            yield (
                source.id,
                f"{source.path}: publication date {day} is doubtful ({source.basis}); {CURE}",
            )


def guessed(case: Case) -> Iterator[tuple[str, str]]:
    """Sources whose encoding was guessed."""
    for source in case.sources.values():
        if source.guessed:
            yield source.id, f"{source.path}: read as {source.encoding}, a guess; give it with --encoding"


def aside(case: Case) -> Iterator[tuple[str, str]]:
    """Sources whose page has figures outside the article."""
    for source in case.sources.values():
        if source.aside:
            count = len(source.aside)
            what = "1 figure" if count == 1 else f"{count:,} figures"
            examples = ", ".join(f'"{one}"' for one in [*dict.fromkeys(source.aside)][:2])
            yield source.id, f"{source.path}: {what} of the page not in the article and not compared: {examples}"


def silent(case: Case) -> Iterator[tuple[str, str]]:
    """Sources without a single claim."""
    told = {claim.source for claim in case.claims.values()}
    for source in case.sources.values():
        if source.id not in told:
            yield source.id, f"{source.path}: no number or date found"


def misignored(case: Case) -> Iterator[tuple[str, str]]:
    """Comments to ignore findings that name no code, or give no reason."""
    for source in case.sources.values():
        for ignore in source.ignores:
            if not (ignore.codes and ignore.reason):
                lack = "no reason is given" if ignore.codes else "no code is named"
                cure = "write <!-- factcheck: ignore[FC102] the reason -->"
                yield source.id, f"{source.path}: ignore comment in line {ignore.line} has no effect, {lack}; {cure}"
