"""Commands whose findings decide the exit code: `factcheck compare` and `factcheck check`."""

from __future__ import annotations

from factcheck.checking import TYPE_CHECKING
from factcheck.cli.codes import FAILED, FINE, FOUND
from factcheck.cli.commands import Listing
from factcheck.cli.output import append, say, summary_file
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.cli.options import Against, All, Baseline, DraftFile, ExitZero, FailOn, Ignore, StepSummary
    from factcheck.model import Report
    from factcheck.report.view import View
    from factcheck.settings import Settings


class Judging(Listing):
    """A command whose report has findings: they decide the exit code, unless they are settled."""

    all: All = False
    fail_on: FailOn = "error"
    exit_zero: ExitZero = False
    ignore: Ignore = None
    baseline: Baseline = None
    step_summary: StepSummary = False

    @property
    def everything(self) -> bool:
        """Whether to show what is usually left out."""
        return self.all

    def settings(self) -> Settings:
        """The settings of the pipeline."""
        return super().settings()._replace(baseline=tuple(self.baseline or ()))

    def view(self, screen: bool) -> View:
        """How to show it."""
        from factcheck.judge import explain

        return super().view(screen)._replace(fail_on=self.fail_on, explain=explain)

    def talk(self, report: Report) -> None:
        """Say also how many findings are settled, and which entries settle nothing."""
        super().talk(report)
        if self.quiet:
            return
        for one in report.stale:
            say("stale", f"{one.where}: {one.reason}")
        if told := settled(report):
            say("settled", told)

    def code(self, report: Report) -> int:
        """2 when an input failed or there was nothing to compare, else 1 for findings."""
        if len(report.sources) < 2:
            say("error", lonely(report))
            return FAILED
        fails = self.view(False).fails
        found = any(fails(finding.severity) for finding in report.findings if finding.status == "new")
        return super().code(report) or (FOUND if found and not self.exit_zero else FINE)

    def run(self) -> int:
        """Make sure that a summary can be written before work begins."""
        if self.step_summary:
            summary_file()
        return super().run()

    def finish(self, report: Report) -> None:
        """Append the summary of the step."""
        if self.step_summary:
            from factcheck.report.step import render

            append(summary_file(), render(report, self.view(False)))


class Compare(Judging):
    """Show where sources disagree about a number or a date."""

    def report(self) -> Report:
        """What the pipeline makes of the paths."""
        from factcheck import pipeline

        return pipeline.compare(self.paths or (), self.settings())


class Check(Judging):
    """Check each claim of a draft against sources.

    Tells who says the same, who says otherwise, and what nobody says.
    """

    draft: DraftFile
    against: Against = None

    @classmethod
    def bare(cls) -> tuple[str, ...]:
        """It has a draft of its own."""
        return ()

    @property
    def inputs(self) -> Sequence[str]:
        """The draft and its sources."""
        return (self.draft, *(self.against or ()), *(self.paths or ()))

    def report(self) -> Report:
        """What the pipeline makes of draft and sources."""
        from factcheck import pipeline

        return pipeline.check(self.draft, self.inputs[1:], self.settings())


def lonely(report: Report) -> str:
    """What to say of a comparison with fewer than two sources."""
    path = report.sources[0].path if report.sources else "compare"
    hint = "give two or more; factcheck extract reads one"
    return str(FactcheckError("there is nothing to compare this source with", path, hint))


def settled(report: Report) -> str:
    """How many findings do not count any more, by the reason why, or ""."""
    told = [finding.status for finding in report.findings]
    counts = [f"{told.count(status):,} {status}" for status in ("known", "accepted", "ignored") if status in told]
    return f"{', '.join(counts)} of {len(told):,} findings; --all shows them" if counts else ""
