"""HTML: one page that holds everything and asks nobody: no network, no font, no image, no cookie.

The templates beside this module escape all they are given. The page forbids whatever it does not need: its policy
names the one style and the one script by their hashes.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, Sequence
from pathlib import Path

from factcheck.digest import sha256
from factcheck.model import Report
from factcheck.report.html.coverage import coverage, reasons
from factcheck.report.html.flags import FLAGS, Flag
from factcheck.report.html.items import LEFT, Item, Names, Part, parts
from factcheck.report.html.plot import comparable, range_plot, timeline
from factcheck.report.html.texts import Marks, Text, texts
from factcheck.report.layout import lay_out, told
from factcheck.report.view import View
from factcheck.report.words import counted, visible

FOLDER = Path(__file__).parent
BARE = ("sources", "names")
"""Commands that tell of the sources and show no text."""


def render(report: Report, view: View) -> str:
    """The page. It holds what is weak, too; without `view.all` that is not shown until it is asked for."""
    sheet = lay_out(report, view._replace(all=True, width=None, color=False))
    names = Names.of(report)
    bare = parts(sheet, names)
    marks = Marks.of(report, names, _items(bare))
    drawn = _drawn(bare, report, marks)
    compared = view.command not in BARE and bool(report.facts or report.findings or report.not_compared)
    kinds = _kinds(drawn, view)
    read = () if view.command in BARE else texts(report, marks)
    return _page(
        headline=_headline(report, view, drawn),
        summary=sheet.summary or told(report),
        report=report,
        parts=drawn,
        kinds=kinds,
        state=f"{sum(n for _, n, shown in kinds if shown):,} of {sum(n for _, n, _ in kinds):,} shown",
        meanings=_meanings(report, view),
        codes=sorted({code for item in _items(drawn) for code in item.entry.codes}),
        texts=read,
        flags=_used(read) if compared else (),
        coverage=coverage(report) if compared else None,
        reasons=reasons(report),
        all=view.all,
        left=LEFT,
    )


def _items(found: Sequence[Part]) -> list[Item]:
    return [item for part in found for item in part.items]


def _drawn(found: Sequence[Part], report: Report, marks: Marks) -> tuple[Part, ...]:
    """The parts with the pictures of the facts they show."""
    from factcheck.lexicon import load

    facts = {fact.id: fact for fact in report.facts}
    sources = {source.id: source for source in report.sources}
    lexicon = load()

    def draw(item: Item) -> Item:
        fact = facts.get(item.entry.fact)
        told = comparable((marks.names.claims[key] for key in fact.claims), lexicon) if fact else ()
        flags = {claim.id: marks.flag_in(claim.id, item) for claim, _ in told}
        return item._replace(plot=range_plot(told, flags), timeline=timeline(told, sources))

    return tuple(
        part._replace(groups=tuple(group._replace(items=tuple(map(draw, group.items))) for group in part.groups))
        for part in found
    )


def _headline(report: Report, view: View, found: Sequence[Part]) -> str:
    """What the page tells in one line."""
    sources = counted(len(report.sources), "source")
    if view.command == "check":
        against = counted(len(report.sources) - 1, "source")
        wrong = sum(check.verdict == "contradicted" for check in report.checks)
        return f"{counted(wrong, 'claim')} of {len(report.checks):,} contradicted by {against}"
    if view.command == "extract":
        return f"{counted(len(report.claims), 'figure')} in {sources}"
    if view.command != "compare":
        first = found[0].section if found else None
        return f"{first.title}: {first.total:,}" if first else sources
    conflicts = sum(item.entry.kind in ("conflict", "check") for item in _items(found))
    return f"{counted(conflicts, 'conflict') if conflicts else 'No conflict'} among {sources}"


def _kinds(found: Sequence[Part], view: View) -> list[tuple[str, int, bool]]:
    """Kinds of entries in the order of the page: how many, and whether they are shown at first."""
    entries = [item.entry for item in _items(found) if item.entry.kind]
    kinds = dict.fromkeys(entry.kind for entry in entries)
    shown = {entry.kind for entry in entries if view.all or not entry.weak or entry.kind == LEFT}
    return [(kind, sum(entry.kind == kind for entry in entries), kind in shown) for kind in kinds]


def _meanings(report: Report, view: View) -> list[tuple[str, list[str]]]:
    """The codes of the report with what they mean, in paragraphs: first the line that sums up."""
    codes = sorted({finding.code for finding in report.findings})
    told = ((code, view.explain(code)) for code in codes)
    return [(code, text.strip().split("\n\n")[1:]) for code, text in told if text]


def _used(read: Sequence[Text]) -> list[Flag]:
    """The marks the figures of the texts have, in their order."""
    used = {piece.flag for text in read for paragraph in text.paragraphs for piece in paragraph.pieces}
    return [flag for flag in FLAGS if flag in used]


def _page(**told: object) -> str:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    style, script = ((FOLDER / name).read_text("utf-8") for name in ("page.css", "page.js"))
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["shown"] = visible
    policy = "; ".join(f"{name} {value}" for name, value in _policy(style, script).items())
    # Our own files; everything else is escaped by the templates.
    return environment.get_template("page.html").render(
        told,
        style=Markup(style),
        script=Markup(script),
        policy=policy,
    )


def _policy(style: str, script: str) -> Mapping[str, str]:
    """What the page may do: be styled by its style, be run by its script, show the icon it carries."""
    return {
        "default-src": "'none'",
        "style-src": _hash(style),
        "script-src": _hash(script),
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
