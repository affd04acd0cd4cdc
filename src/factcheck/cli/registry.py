"""Every command by the word it is called with, in the order of the help."""

from __future__ import annotations

from factcheck.cli.accept import Accept
from factcheck.cli.commands import Extract, Sources
from factcheck.cli.diff import Diff
from factcheck.cli.explain import Explain
from factcheck.cli.judging import Check, Compare
from factcheck.cli.lexicon import Lexicon
from factcheck.cli.names import Names

COMMANDS = {
    kind.__name__.lower(): kind for kind in (Compare, Check, Extract, Sources, Names, Explain, Accept, Diff, Lexicon)
}
