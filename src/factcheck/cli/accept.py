"""`factcheck accept`: write down that a finding was looked at, and why it may stay."""

from __future__ import annotations

from factcheck.checking import TYPE_CHECKING
from factcheck.cli.codes import FINE
from factcheck.cli.commands import Reading
from factcheck.cli.output import say, writable
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from datetime import date

    from factcheck.cli.options import Evidence, Identity, List, Reason, Until
    from factcheck.review import Record


class Accept(Reading):
    """Accept a finding, with a reason.

    It is one of PATH..., or of an earlier report (JSON), and goes into a list that compare --baseline leaves out.
    """

    what: Identity
    reason: Reason
    until: Until = ""
    file: List = "factcheck-accepted.toml"
    paths: Evidence = None

    @classmethod
    def bare(cls) -> tuple[str, ...]:
        """It is never called without an option, or has arguments of its own."""
        return ()

    def run(self) -> int:
        """Find the finding and write it into the list."""
        from factcheck.gate.accepted import chosen, write

        if not self.reason.strip():
            raise FactcheckError(
                "is empty", "--reason", "say why the finding may stay; whoever reads the list will ask"
            )
        if not self.file.endswith(".toml"):
            raise FactcheckError(
                "the list of accepted findings is TOML", self.file, "give it a name that ends in .toml"
            )
        writable(self.file)
        until = self.last_day()
        one = chosen(self.report(), self.what, self.reason, until)
        new = write(self.file, one)
        if not self.quiet:
            say("accepted" if new else "accepted anew", f"{one.fingerprint} {one.code}: {one.finding}")
            say("wrote", f"{self.file}; leave the finding out with --baseline {self.file}")
        return FINE

    def last_day(self) -> date | None:
        """The day of `--until`.

        Raises:
            FactcheckError: it is no day, or has passed.
        """
        from factcheck.gate.baseline import day, today

        until = day(self.until, "--until") if self.until else None
        if until is not None and until < today():
            raise FactcheckError(f"{until} has passed", "--until", "give the last day the finding may stay")
        return until

    def report(self) -> Record:
        """The findings to choose from: those of a report, or of a new comparison."""
        paths = self.paths or ["."]
        if len(paths) == 1 and paths[0].endswith(".json"):
            from factcheck.gate.earlier import load

            return load(paths[0])
        from factcheck import pipeline
        from factcheck.report.records import report_record

        return report_record(pipeline.compare(paths, self.settings()))
