"""The command that lists names."""

from __future__ import annotations

from factcheck.checking import TYPE_CHECKING
from factcheck.cli.commands import Listing
from factcheck.cli.output import say

if TYPE_CHECKING:
    from factcheck.cli.options import All
    from factcheck.model import Report


class Names(Listing):
    """List the names of persons, organisations and places.

    Each with every way the sources write it.
    """

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
