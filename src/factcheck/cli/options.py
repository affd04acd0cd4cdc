"""The options of the commands, as Typer declares them, and the application made of both."""

from __future__ import annotations

from inspect import Parameter, Signature, get_annotations
from typing import Annotated, Literal

import typer

from factcheck import __version__
from factcheck.cli.commands import Command
from factcheck.cli.output import put
from factcheck.cli.registry import MODULES, command_of
from factcheck.report import PRINTED

Dates = Annotated[
    list[str] | None,
    typer.Option("--date", metavar="FILE=DATE", help="Publication date of a file, such as a.txt=2022-05-03."),
]
Encoding = Annotated[str, typer.Option(metavar="NAME", help="Encoding of all text files; else it is found out.")]
Exclude = Annotated[
    list[str] | None,
    typer.Option(metavar="PATTERN", help="Leave out files and folders of this name below a folder; repeatable."),
]
SkipUnreadable = Annotated[
    bool, typer.Option("--skip-unreadable", help="Go on without exit code 2 when a file cannot be read.")
]
House = Annotated[
    list[str] | None,
    typer.Option("--lexicon", metavar="DIR", help="Words and patterns of your own, added to the tables; repeatable."),
]
Config = Annotated[str, typer.Option(metavar="FILE", help="Settings from this file, not from the nearest.")]
Isolated = Annotated[bool, typer.Option("--isolated", help="Settings from the command line only.")]
ShowSettings = Annotated[
    bool, typer.Option("--show-settings", help="Show the settings that hold, and where each came from.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Findings and errors only.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Tell how each file was read; show tracebacks.")]
Color = Annotated[Literal["auto", "always", "never"], typer.Option(help="Colours; NO_COLOR and FORCE_COLOR count.")]
Paths = Annotated[list[str] | None, typer.Argument(metavar="PATH...", help="Folders, files, globs, or - for stdin.")]
Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        metavar="NAME",
        help=f"{', '.join(PRINTED)}; else table.",
        autocompletion=lambda: list(PRINTED),
    ),
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
Sheet = Annotated[
    bool,
    typer.Option("--sheet", help="Add empty columns to CSV and XLSX: status, checked_by, checked_on and so on."),
]
Statistics = Annotated[bool, typer.Option("--statistics", help="Counts instead of findings and quotes.")]
Parts = Annotated[bool, typer.Option("--explain", help="Name the rule that made each claim, and the words it caught.")]
Watch = Annotated[bool, typer.Option("--watch", help="Do it again whenever an input changes, until Ctrl-C.")]
All = Annotated[bool, typer.Option("--all", help="Agreements with quotes, weak conflicts, what was not compared.")]
FailOn = Annotated[
    Literal["error", "warning", "note", "never"],
    typer.Option("--fail-on", help="Exit with 1 when a finding is at least this severe."),
]
ExitZero = Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 instead of 1; never hides 2.")]
Ignore = Annotated[
    list[str] | None,
    typer.Option(metavar="CODE", help="No findings of this code, or of all that begin so, as FC9; repeatable."),
]
Action = Annotated[
    Literal["check", "list"],
    typer.Argument(metavar="check|list", help="check: find mistakes; list: tell what there is."),
]
Dirs = Annotated[list[str] | None, typer.Argument(metavar="DIR...", help="Folders; else those of --lexicon.")]
Baseline = Annotated[
    list[str] | None,
    typer.Option(
        "--baseline",
        metavar="FILE",
        help="Findings that are not new: an earlier report (JSON) or a list of accepted ones (TOML); repeatable.",
    ),
]
StepSummary = Annotated[
    bool, typer.Option("--step-summary", help="Append a summary to the file GITHUB_STEP_SUMMARY names.")
]
DraftFile = Annotated[str, typer.Argument(metavar="DRAFT", help="The draft: one file, or - for stdin.")]
Against = Annotated[
    list[str] | None,
    typer.Option("--against", metavar="PATH...", help="The sources: folders, files, globs; repeatable."),
]
Identity = Annotated[str, typer.Argument(metavar="ID", help="Id of a finding, or its fingerprint or its beginning.")]
Evidence = Annotated[
    list[str] | None,
    typer.Argument(metavar="[PATH...]", help="The folders and files compared, or one earlier report (JSON)."),
]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why the finding may stay.")]
Until = Annotated[str, typer.Option("--until", metavar="DATE", help="Last day it may stay, as 2026-12-31.")]
List = Annotated[str, typer.Option("--file", metavar="FILE", help="The list to write to.")]
OldReport = Annotated[str, typer.Argument(metavar="OLD.json", help="The earlier report.")]
NewReport = Annotated[str, typer.Argument(metavar="NEW.json", help="The later report.")]
DiffFormat = Annotated[Literal["table", "json"], typer.Option("--format", "-f", help="How to write it.")]
What = Annotated[str, typer.Argument(metavar="CODE|ID", help="A code, or an id or its beginning.")]

app = typer.Typer(
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 could not do what was asked, 130 interrupted.",
)


def command(name: str, kind: type[Command]) -> None:
    """Make a class a command of the application.

    Typer reads the options from a signature. This one is put together here, because a dataclass per command
    would take 3 ms of the 50 a start takes.
    """
    names = {option: name for base in reversed(kind.__mro__) for option, name in get_annotations(base).items()}
    hints = {option: globals()[name] for option, name in names.items()}  # `get_type_hints` would compile each name
    defaults = {option: getattr(kind, option, Parameter.empty) for option in hints}
    # What must be given comes first: else the paths of a base class would take it.
    options = dict(sorted(defaults.items(), key=lambda option: option[1] is not Parameter.empty))

    def make(context: typer.Context, **options: object) -> Command:
        sources = ((option, context.get_parameter_source(option)) for option in options)
        told = {option for option, source in sources if source is not None and source.name == "COMMANDLINE"}
        return kind(**{option: value for option, value in options.items() if option in told})

    make.__doc__ = kind.__doc__
    make.__signature__ = Signature(  # type: ignore[attr-defined]
        [
            Parameter("context", Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context),
            *(
                Parameter(option, Parameter.KEYWORD_ONLY, default=options[option], annotation=hints[option])
                for option in options
            ),
        ]
    )
    app.command(name)(make)


for _name in MODULES:
    command(_name, command_of(_name))


def show_version(wanted: bool) -> None:
    """Print the version and stop."""
    if wanted:
        put(f"factcheck {__version__}\n")
        raise typer.Exit


def show_manual(wanted: bool) -> None:
    """Print the manual page and stop."""
    if wanted:
        from factcheck.cli.manual import manual

        put(manual(app))
        raise typer.Exit


@app.callback()
def whole(
    _version: Annotated[
        bool,
        typer.Option("--version", callback=show_version, is_eager=True, help="Show the version and exit."),
    ] = False,
    _manual: Annotated[
        bool,
        typer.Option(
            "--man", callback=show_manual, is_eager=True, help="Show the manual page, for man -l -, and exit."
        ),
    ] = False,
) -> None:
    """Find where several sources disagree about a number or a date.

    Start with: factcheck compare FOLDER
    """
