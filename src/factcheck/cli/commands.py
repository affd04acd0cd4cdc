"""The commands: each annotated attribute is an option, or an argument.

`run` does the work and returns the exit code. Whatever is slow to import is imported when it is needed; Typer, which
turns arguments into these values, is in `options`.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.codes import FAILED, FINE, FOUND
from factcheck.cli.output import put, save, say, writable
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.cli.config import Setting
    from factcheck.cli.options import (
        Action,
        All,
        Color,
        Config,
        Dates,
        Dirs,
        Encoding,
        Excel,
        Exclude,
        ExitZero,
        FailOn,
        Format,
        House,
        Isolated,
        Output,
        Paths,
        Quiet,
        Sheet,
        ShowSettings,
        SkipUnreadable,
        Verbose,
        What,
        Width,
    )
    from factcheck.model import Report
    from factcheck.report.view import View
    from factcheck.settings import Settings


class Command:
    """What every command is told: each annotated attribute is an option, or an argument."""

    dates: Dates = None
    encoding: Encoding = ""
    exclude: Exclude = None
    skip_unreadable: SkipUnreadable = False
    lexicon: House = None
    config: Config = ""
    isolated: Isolated = False
    show_settings: ShowSettings = False
    quiet: Quiet = False
    verbose: Verbose = False
    color: Color = "auto"

    def __init__(self, **options: object) -> None:
        """Take the arguments that were given; what else holds is in the class, see also `configure`."""
        vars(self).update(options)
        self._told = frozenset(options)

    def start(self) -> int:
        """Take the settings of files and environment, then run or show them; return the exit code."""
        from factcheck.cli.config import load

        found = {} if self.isolated else load(self.config, os.environ, Path.cwd())
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

    def run(self) -> int:
        """Do it and return the exit code."""
        raise NotImplementedError

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
            skip_unreadable=self.skip_unreadable,
            names=held.get("names", {}),
            trust=tuple(held.get("trust", ())),
            levels=Levels(**levels),
        )


class Listing(Command):
    """A command whose result is a report."""

    format: Format = None
    output: Output = None
    width: Width = None
    excel: Excel = False
    sheet: Sheet = False
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
        from factcheck.report import file_content, format_of, known, render

        formats = {path: format_of(path) for path in map(writable, self.output or ())}
        shown = known(self.format) if self.format else "" if formats else "table"
        report = self.report()
        self.talk(report)
        for path, name in formats.items():
            save(path, file_content(report, name, self.view(screen=False)), report)
        if shown:
            put(render(report, shown, self.view(screen=shown == "table")))
        elif not self.quiet:
            self.sum_up(report)
        return self.code(report)

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
            sheet=self.sheet,
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


class Extract(Listing):
    """List every number and date the sources state."""


class Sources(Listing):
    """List the sources: publication date and its basis, encoding, length, number of claims."""


class Names(Listing):
    """List persons, organisations and places with every way the sources write their names."""

    all: All = False

    @property
    def everything(self) -> bool:
        """Whether to show what is usually left out."""
        return self.all

    def report(self) -> Report:
        """What the pipeline makes of the paths."""
        from factcheck import pipeline

        return pipeline.names(self.paths or (), self.settings())

    def sum_up(self, report: Report) -> None:
        """Say on stderr what went to the files."""
        from factcheck.report.names import told

        say("wrote", f"{', '.join(self.output or ())}: {told(report)}")


class Explain(Command):
    """Explain a code (FC102), or why a finding, fact or claim of PATH... came out as it did."""

    what: What
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

        paths = self.paths or ["."]
        text = pipeline.explain(paths, self.settings(), self.what)
        if text is None:
            hint = "take an id from --format json, and the same paths"
            raise FactcheckError(f"no finding, fact or claim {self.what!r} in {' '.join(paths)}", "explain", hint)
        return text


class Lexicon(Command):
    """Check words and patterns of your own in DIR..., with every example, or list what the tables hold."""

    action: Action
    dirs: Dirs = None

    def run(self) -> int:
        """Print problems, or what there is; 1 for problems."""
        folders = self.dirs or self.lexicon or []
        if self.action == "list":
            return self.told(folders)
        from factcheck import pipeline
        from factcheck.lexicon.check.problem import shown
        from factcheck.report.words import counted

        survey = pipeline.check_lexicon(folders)
        for problem in survey.problems:
            put("".join(f"{line}\n" for line in shown(problem)))
        if survey.problems:
            say("lexicon", counted(len(survey.problems), "problem"))
            return FOUND
        numbers = {"table": survey.tables, "rule": survey.rules, "example": survey.examples}
        put(", ".join(counted(number, noun) for noun, number in numbers.items()) + ": all fine\n")
        return FINE

    def told(self, folders: Sequence[str]) -> int:
        """Print what the tables hold, with those of the folders."""
        from factcheck.lexicon import load
        from factcheck.lexicon.check import told

        put("".join(f"{line}\n" for line in told(load(folders))))
        return FINE


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


COMMANDS = {kind.__name__.lower(): kind for kind in (Compare, Extract, Sources, Names, Explain, Lexicon)}
"""Every command by the word it is called with."""

PLAIN = frozenset({"compare", "extract", "sources", "names", "explain"})
"""Commands that need no option."""
