"""The table of names: who and what the sources write about, with every way they write it."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.entity import Entity, Variant
from factcheck.model import Report
from factcheck.report.sheet import Section
from factcheck.report.view import View
from factcheck.report.words import counted, visible

COLUMNS = (
    *("id", "name", "kind", "titles", "variant", "how", "times", "sources"),
    *("path", "line", "column"),
)

Record = dict[str, object]


def rows(report: Report) -> Iterator[Record]:
    """One row per way of writing a name; path, line and column tell where it first stands."""
    for entity in report.names.entities:
        head: Record = {"id": entity.id, "name": entity.name, "kind": entity.kind, "titles": ", ".join(entity.titles)}
        for variant in entity.variants:
            first = variant.first
            yield head | {
                "variant": variant.text,
                "how": variant.how,
                "times": sum(variant.times.values()),
                "sources": ", ".join(variant.times),
                "path": first.path,
                "line": first.line,
                "column": first.column,
            }


def records(report: Report) -> Iterator[Record]:
    """One record per name, with its variants inside."""
    for entity in report.names.entities:
        yield {
            "id": entity.id,
            "name": entity.name,
            "kind": entity.kind or None,
            "titles": list(entity.titles),
            "sources": list(entity.sources),
            "variants": [_variant(variant) for variant in entity.variants],
        }


def _variant(variant: Variant) -> Record:
    first = {"path": variant.first.path, "line": variant.first.line, "column": variant.first.column}
    return {"text": variant.text, "how": variant.how, "times": dict(variant.times), "first": first}


def lines(report: Report) -> Iterator[str]:
    """One line per way of writing a name, for grep and editors."""
    for row in rows(report):
        where = f"{visible(str(row['path']))}:{row['line']}:{row['column']}"
        same = row["variant"] == row["name"]
        told = visible(str(row["variant"])) + ("" if same else f" = {visible(str(row['name']))}")
        kind = f" [{row['kind']}]" if row["kind"] else ""
        yield f"{where}: {told}{kind} {row['how']}, {counted(int(str(row['times'])), 'time')}: {row['sources']}"


def told(report: Report) -> str:
    """Sum up: "5 sources, 134 names"."""
    return f"{counted(len(report.sources), 'source')}, {counted(len(report.names.entities), 'name')}"


def section(report: Report, view: View) -> Section:
    """Names of several sources or with several spellings; with `all` the others too."""
    shown = [
        entity for entity in report.names.entities if view.all or len(entity.sources) > 1 or len(entity.variants) > 1
    ]
    head = ("name", "kind", "sources", "also written")
    left = len(report.names.entities) - len(shown)
    grid = (head, *(_cells(entity) for entity in shown)) if shown else ()
    return Section("Names", len(report.names.entities), grid=grid, more=f"{left:,} more with --all" if left else "")


def _cells(entity: Entity) -> tuple[str, ...]:
    others = (_told(variant) for variant in entity.variants if variant.text != entity.name)
    return visible(entity.name), entity.kind, ", ".join(entity.sources), "; ".join(others)


def _told(variant: Variant) -> str:
    return f"{visible(variant.text)} ({', '.join(variant.times)})"
