"""The commands and their options.

Typer turns the arguments into a value (`Compare`, `Extract`, ...); its `run` does the work
and returns the exit code. Whatever is slow to import is imported when it is needed.
"""

from __future__ import annotations

import os
import sys
from inspect import Parameter, Signature
from typing import TYPE_CHECKING, Annotated, Literal, TypeVar, get_type_hints

import typer

from factcheck import __version__
from factcheck.cli.codes import FAILED, FINE, FOUND
from factcheck.cli.output import put, save, say, writable
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from factcheck.model import Report
    from factcheck.report.view import View
    from factcheck.settings import Settings

Dates = Annotated[
    list[str] | None,
    typer.Option("--date", metavar="FILE=DATE", help="Publication date of a file, such as a.txt=2022-05-03."),
]
Encoding = Annotated[str, typer.Option(metavar="NAME", help="Encoding of all text files; else it is found out.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Findings and errors only.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Tell how each file was read; show tracebacks.")]
Color = Annotated[Literal["auto", "always", "never"], typer.Option(help="Colours; NO_COLOR and FORCE_COLOR count.")]
Paths = Annotated[list[str] | None, typer.Argument(metavar="PATH...", help="Folders, files, globs, or - for stdin.")]
Format = Annotated[
    str | None,
    typer.Option("--format", "-f", metavar="NAME", help="table (default), text, csv, json, jsonl, markdown."),
]
Output = Annotated[
    list[str] | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to a file, in the format of its suffix; repeatable. "
        "Nothing goes to stdout then unless --format is given too.",
    ),
]
Width = Annotated[int | None, typer.Option(min=20, help="Columns of the table; else those of the terminal.")]
Excel = Annotated[bool, typer.Option("--excel", help="Begin CSV with a byte order mark, for Excel.")]
All = Annotated[bool, typer.Option("--all", help="Agreements with quotes, weak conflicts, what was not compared.")]
FailOn = Annotated[
    Literal["error", "warning", "note", "never"],
    typer.Option("--fail-on", help="Exit with 1 when a finding is at least this severe."),
]
ExitZero = Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 instead of 1; never hides 2.")]

app = typer.Typer(
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 could not do what was asked, 130 interrupted.",
)

Kind = TypeVar("Kind", bound="Command")


def command(kind: type[Kind]) -> type[Kind]:
    """Make a class a command of the application.

    Typer reads the options from a signature. This one is put together here, because a dataclass per command
    would take 3 ms of the 50 a start takes.
    """
    hints = get_type_hints(kind, include_extras=True)
    options = {name: getattr(kind, name, Parameter.empty) for name in hints}

    def make(**told: object) -> Command:
        return kind(**told)

    make.__doc__ = kind.__doc__
    make.__signature__ = Signature(  # type: ignore[attr-defined]
        [Parameter(name, Parameter.KEYWORD_ONLY, default=options[name], annotation=hints[name]) for name in hints]
    )
    app.command(kind.__name__.lower())(make)
    return kind


class Command:
    """What every command is told: each annotated attribute is an option, or an argument."""

    dates: Dates = None
    encoding: Encoding = ""
    quiet: Quiet = False
    verbose: Verbose = False
    color: Color = "auto"

    def __init__(self, **options: object) -> None:
        """Take what Typer made of the arguments."""
        vars(self).update(options)

    def run(self) -> int:
        """Do it and return the exit code."""
        raise NotImplementedError

    def settings(self) -> Settings:
        """The settings of the pipeline."""
        from factcheck.settings import Settings

        return Settings(dates=dict(map(pair, self.dates or ())), encoding=self.encoding)


class Listing(Command):
    """A command whose result is a report."""

    format: Format = None
    output: Output = None
    width: Width = None
    excel: Excel = False
    paths: Paths = None

    @property
    def everything(self) -> bool:
        """Whether to show what is usually left out."""
        return False

    def report(self) -> Report:
        """What the pipeline makes of the paths."""
        from factcheck import pipeline

        return pipeline.extract(self.paths or (), self.settings())

    def code(self, report: Report) -> int:
        """The exit code a report that could be made stands for."""
        return FAILED if any(skip.failed for skip in report.skipped) else FINE

    def run(self) -> int:
        """Make the report, write it, say what was skipped."""
        from factcheck.report import format_of, known

        formats = {path: format_of(path) for path in map(writable, self.output or ())}
        shown = known(self.format) if self.format else "" if formats else "table"
        report = self.report()
        self.talk(report)
        for path, name in formats.items():
            save(path, self.render(report, name), report)
        if shown:
            put(self.render(report, shown))
        elif not self.quiet:
            self.sum_up(report)
        return self.code(report)

    def render(self, report: Report, name: str) -> str:
        """The report in a format, for the terminal or not."""
        from factcheck.report import render

        return render(report, name, self.view(name == "table"))

    def view(self, screen: bool) -> View:
        """How to show it; only what goes to the screen has a width and colours."""
        from factcheck.report.view import View, columns, wants_color

        terminal = sys.stdout is not None and sys.stdout.isatty()
        return View(
            command=type(self).__name__.lower(),
            all=self.everything,
            width=columns(self.width, terminal, os.environ) if screen else None,
            color=screen and wants_color(self.color, terminal, os.environ),
            quiet=self.quiet,
            excel=self.excel,
        )

    def talk(self, report: Report) -> None:
        """Say on stderr what was skipped and, if asked, how each source was read."""
        for skip in report.skipped:
            if skip.failed or not self.quiet:
                say("skipped", f"{skip.path}: {skip.reason}")
        if self.verbose:
            from factcheck.report.words import published_of

            for source in report.sources:
                say(
                    "read",
                    f"{source.path}: as {source.id}, {source.encoding}, published {published_of(source)}",
                )

    def sum_up(self, report: Report) -> None:
        """Say on stderr what went to the files."""
        from factcheck.report.layout import summary, told

        say("wrote", f"{', '.join(self.output or ())}: {(summary if report.facts else told)(report)}")


@command
class Compare(Listing):
    """Show where sources disagree about a number or a date."""

    all: All = False
    fail_on: FailOn = "error"
    exit_zero: ExitZero = False

    @property
    def everything(self) -> bool:
        """Whether to show what is usually left out."""
        return self.all

    def report(self) -> Report:
        """What the pipeline makes of the paths."""
        from factcheck import pipeline

        return pipeline.compare(self.paths or (), self.settings())

    def code(self, report: Report) -> int:
        """2 when an input failed or there was nothing to compare, else 1 for findings."""
        if len(report.sources) < 2:
            say("error", lonely(report))
            return FAILED
        levels = ("note", "warning", "error")
        severe = levels[levels.index(self.fail_on) :] if self.fail_on != "never" else ()
        found = any(finding.severity in severe for finding in report.findings)
        return super().code(report) or (FOUND if found and not self.exit_zero else FINE)


@command
class Extract(Listing):
    """List every number and date the sources state."""


@command
class Sources(Listing):
    """List the sources: publication date and its basis, encoding, length, number of claims."""


@command
class Explain(Command):
    """Explain a code (FC102), or why a finding, fact or claim of PATH... came out as it did."""

    what: Annotated[str, typer.Argument(metavar="CODE|ID", help="A code, or an id or its beginning.")]
    paths: Paths = None

    def run(self) -> int:
        """Print the explanation."""
        code = self.what.upper()
        is_code = code.startswith("FC") and code[2:].isdigit()
        text = self.of_code(code) if is_code else self.of_id()
        put(text.strip("\n") + "\n")
        return FINE

    def of_code(self, code: str) -> str:
        """What a code means.

        Raises:
            FactcheckError: there is no such code.
        """
        from factcheck import judge

        text = judge.explain(code)
        if text is None:
            raise FactcheckError(f"there is no code {code}", "explain", f"there are: {', '.join(sorted(judge.CODES))}")
        return text

    def of_id(self) -> str:
        """Why something came out as it did, from a new run over the paths.

        Raises:
            FactcheckError: nothing has that id.
        """
        from factcheck import pipeline
        from factcheck.report.words import visible

        paths = self.paths or ["."]
        text = pipeline.explain(paths, self.settings(), self.what)
        if text is None:
            hint = "take an id from --format json, and the same paths"
            raise FactcheckError(f"no finding, fact or claim {self.what!r} in {' '.join(paths)}", "explain", hint)
        return "\n".join(map(visible, text.splitlines()))


def show_version(wanted: bool) -> None:
    """Print the version and stop."""
    if wanted:
        put(f"factcheck {__version__}\n")
        raise typer.Exit


@app.callback()
def whole(
    _version: Annotated[
        bool,
        typer.Option("--version", callback=show_version, is_eager=True, help="Show the version and exit."),
    ] = False,
) -> None:
    """Find where several sources disagree about a number or a date.

    Start with: factcheck compare FOLDER
    """


def pair(option: str) -> tuple[str, str]:
    """The file and the date of `--date FILE=DATE`.

    Raises:
        FactcheckError: one of them is missing.
    """
    file, _, date = option.rpartition("=")
    if not file or not date:
        raise FactcheckError("no file and date", f"--date {option}", "write it as --date FILE=2022-05-03")
    return file, date


def lonely(report: Report) -> str:
    """What to say of a comparison with fewer than two sources."""
    path = report.sources[0].path if report.sources else "compare"
    hint = "give two or more; factcheck extract reads one"
    return str(FactcheckError("there is nothing to compare this source with", path, hint))
