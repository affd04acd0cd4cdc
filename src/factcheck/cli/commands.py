"""What commands share, and those that only list: each annotated attribute is an option, or an argument.

`run` does the work and returns the exit code. Whatever is slow to import is imported when it is needed; Typer, which
turns arguments into these values, is in `options`.
"""

from __future__ import annotations

import os
import sys

from factcheck.checking import TYPE_CHECKING
from factcheck.cli.codes import FAILED, FINE
from factcheck.cli.output import put, save, say, writable
from factcheck.errors import FactcheckError
from factcheck.settings import silent

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.cli.config import Setting
    from factcheck.cli.options import (
        Color,
        Config,
        Dates,
        Encoding,
        Excel,
        Exclude,
        Format,
        House,
        Isolated,
        Output,
        Parts,
        Paths,
        Quiet,
        Sheet,
        ShowSettings,
        SkipUnreadable,
        Statistics,
        Verbose,
        Watch,
        Width,
    )
    from factcheck.model import Report
    from factcheck.report.view import View
    from factcheck.settings import Notice, Settings


class Command:
    """What every command is told: each annotated attribute is an option, or an argument."""

    quiet: Quiet = False
    verbose: Verbose = False

    def __init__(self, **options: object) -> None:
        """Take the arguments that were given; what else holds is in the class."""
        vars(self).update(options)
        self._told = frozenset(options)

    @classmethod
    def bare(cls) -> tuple[str, ...]:
        """The names its words go to when no option is among them, the last of which takes all that are left.

        Empty: Typer, which knows more and takes longer, is always asked.
        """
        return ("paths",)

    @property
    def name(self) -> str:
        """The word the command is called with."""
        return type(self).__name__.lower()

    def start(self) -> int:
        """Do it, once everything is known, and return the exit code."""
        return self.run()

    def run(self) -> int:
        """Do it and return the exit code."""
        raise NotImplementedError


class Reading(Command):
    """A command that reads documents; settings of files and of the environment hold for it."""

    dates: Dates = None
    encoding: Encoding = ""
    exclude: Exclude = None
    skip_unreadable: SkipUnreadable = False
    lexicon: House = None
    config: Config = ""
    isolated: Isolated = False
    show_settings: ShowSettings = False
    color: Color = "auto"

    def __init__(self, **options: object) -> None:
        """Take the arguments that were given; what else holds is in the class, see also `configure`."""
        super().__init__(**options)
        self.notice: Notice = silent

    def start(self) -> int:
        """Take the settings of files and environment, then run or show them; return the exit code."""
        from factcheck.cli.config import load, working_directory

        found = {} if self.isolated else load(self.config, os.environ, working_directory())
        self.configure(found)
        if not self.show_settings:
            return self.run()
        from factcheck.cli.config import shown

        put(shown(self.effective(found)))
        return FINE

    def configure(self, found: Mapping[str, Setting]) -> None:
        """Take settings, those the command line does not tell."""
        if found:
            from factcheck.cli.keys import keys

            told = {keys()[name].attribute: setting.value for name, setting in found.items()}
            vars(self).update({name: value for name, value in told.items() if name not in self._told})

    def effective(self, found: Mapping[str, Setting]) -> dict[str, Setting]:
        """Every setting with its value and where it came from."""
        from factcheck.cli.config import Setting
        from factcheck.cli.keys import keys

        defaults = {name: found.get(name, Setting(key.default, "default")) for name, key in keys().items()}
        told = {
            name: Setting(getattr(self, key.attribute), "command line")
            for name, key in keys().items()
            if key.attribute in self._told
        }
        return defaults | told

    def settings(self) -> Settings:
        """The settings of the pipeline."""
        from factcheck.settings import Levels, Settings

        held = vars(self)
        levels = {name: held[f"levels_{name}"] for name in Levels._fields if f"levels_{name}" in held}
        return Settings(
            dates=dict(map(pair, self.dates or ())),
            encoding=self.encoding,
            lexicons=tuple(self.lexicon or ()),
            exclude=tuple(self.exclude or ()),
            ignore=tuple(held.get("ignore") or ()),
            skip_unreadable=self.skip_unreadable,
            names=held.get("names", {}),
            trust=tuple(held.get("trust", ())),
            levels=Levels(**levels),
            notice=self.notice,
        )


class Listing(Reading):
    """A command whose result is a report."""

    format: Format = None
    output: Output = None
    width: Width = None
    excel: Excel = False
    sheet: Sheet = False
    statistics: Statistics = False
    watch: Watch = False
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
        """Make the report and write it, with --watch again and again."""
        if not self.watch:
            return self.once()
        from factcheck.cli.watch import watch

        return watch(self.once, self.inputs, self.output or ())

    @property
    def inputs(self) -> Sequence[str]:
        """The files and folders that are read."""
        return self.paths or ()

    def once(self) -> int:
        """Make the report, write it, say what was skipped."""
        from factcheck.cli.progress import progress
        from factcheck.report import counting, file_content, format_of, known, render, suits

        formats = {path: suits(format_of(path), self.name) for path in map(writable, self.output or ())}
        shown = suits(known(self.format), self.name) if self.format else "" if formats else "table"
        if self.statistics:
            for name in filter(None, (*formats.values(), shown)):
                counting(name)
        with progress(self.quiet) as self.notice:
            report = self.report()
        self.talk(report)
        for path, name in formats.items():
            save(path, file_content(report, name, self.view(screen=False)), report)
        if shown:
            put(render(report, shown, self.view(screen=shown == "table")), styled=shown == "table")
        elif not self.quiet:
            self.sum_up(report)
        self.finish(report)
        return self.code(report)

    def finish(self, report: Report) -> None:
        """Write what was asked for besides the formats."""

    def view(self, screen: bool) -> View:
        """How to show it; only what goes to the screen has a width and colours."""
        from factcheck.report.view import View, columns, wants_color

        terminal = sys.stdout is not None and sys.stdout.isatty()
        return View(
            command=self.name,
            all=self.everything,
            width=columns(self.width, terminal, os.environ) if screen else None,
            color=screen and wants_color(self.color, terminal, os.environ),
            quiet=self.quiet,
            excel=self.excel,
            sheet=self.sheet,
            statistics=self.statistics,
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


class Extract(Listing):
    """List every number and date the sources state."""

    explain: Parts = False

    def report(self) -> Report:
        """What the pipeline makes of the paths."""
        from factcheck import pipeline

        return pipeline.extract(self.paths or (), self.settings(), self.explain)


class Sources(Listing):
    """List the sources with their publication dates.

    Also what each date rests on, the encoding, the length and the number of claims.
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
