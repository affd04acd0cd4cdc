"""`factcheck diff`: what changed between two runs."""

from __future__ import annotations

from factcheck.checking import TYPE_CHECKING
from factcheck.cli.codes import FINE, FOUND
from factcheck.cli.commands import Command
from factcheck.cli.output import put

if TYPE_CHECKING:
    from factcheck.cli.options import DiffFormat, ExitZero, FailOn, NewReport, OldReport


class Diff(Command):
    """Show what is new between two reports (JSON).

    Findings that are new, that are resolved, or that tell other figures.
    """

    old: OldReport
    new: NewReport
    layout: DiffFormat = "table"
    fail_on: FailOn = "error"
    exit_zero: ExitZero = False

    @classmethod
    def bare(cls) -> tuple[str, ...]:
        """It is never called without an option, or has arguments of its own."""
        return ()

    def run(self) -> int:
        """Compare the reports; 1 for findings that are new or tell other figures."""
        from factcheck.gate.diff import difference
        from factcheck.gate.earlier import load
        from factcheck.report.difference import RENDER
        from factcheck.report.view import View

        found = difference(load(self.old), load(self.new))
        put(RENDER[self.layout](found))
        fresh = [*found.added, *(change.new for change in found.changed)]
        fails = View(fail_on=self.fail_on).fails
        counts = [one for one in fresh if one.get("status", "new") == "new" and fails(one["severity"])]
        return FOUND if counts and not self.exit_zero else FINE
