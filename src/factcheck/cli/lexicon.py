"""`factcheck lexicon`: words and patterns of one's own."""

from __future__ import annotations

from factcheck.checking import TYPE_CHECKING
from factcheck.cli.codes import FINE, FOUND
from factcheck.cli.commands import Reading
from factcheck.cli.output import put, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.cli.options import Action, Dirs


class Lexicon(Reading):
    """Check words and patterns of your own, or list what there is.

    The check finds mistakes in the tables of DIR..., and runs every example of its patterns.
    """

    action: Action
    dirs: Dirs = None

    @classmethod
    def bare(cls) -> tuple[str, ...]:
        """It takes one of a few words, which Typer knows."""
        return ()

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
