"""`factcheck explain`: what a code means, or why something came out as it did."""

from __future__ import annotations

from factcheck.checking import TYPE_CHECKING
from factcheck.cli.codes import FINE
from factcheck.cli.commands import Reading
from factcheck.cli.output import put
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from factcheck.cli.options import Against, Paths, What


class Explain(Reading):
    """Explain a code, or why a finding came out as it did.

    A code is one such as FC102. An id may also be that of a fact or of a claim. For a finding of check:
    explain ID DRAFT --against PATH...
    """

    what: What
    against: Against = None
    paths: Paths = None

    @classmethod
    def bare(cls) -> tuple[str, ...]:
        """What is explained, and where to look for it."""
        return ("what", "paths")

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
        """Why something came out as it did, from a new run over the paths; with --against the first is a draft.

        Raises:
            FactcheckError: nothing has that id.
        """
        from factcheck import pipeline

        paths = self.paths or ["."]
        draft, sources = (paths[0], (*self.against, *paths[1:])) if self.against else ("", paths)
        text = pipeline.explain(sources, self.settings(), self.what, draft)
        if text is None:
            paths = [*paths, *(self.against or ())]
            hint = "take an id from --format json, and the same paths"
            raise FactcheckError(f"no finding, fact or claim {self.what!r} in {' '.join(paths)}", "explain", hint)
        return text
