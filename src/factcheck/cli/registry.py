"""Every command by the word it is called with; each lives in a module of this folder, loaded when it is called."""

from __future__ import annotations

from importlib import import_module

from factcheck.checking import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.cli.commands import Command

MODULES = {
    "compare": "judging",
    "check": "judging",
    "extract": "commands",
    "sources": "commands",
    "names": "names",
    "explain": "explain",
    "accept": "accept",
    "diff": "diff",
    "lexicon": "lexicon",
}
"""Where the class of each command is, in the order of the help."""


def command_of(word: str) -> type[Command]:
    """The command called with a word of `MODULES`."""
    kind: type[Command] = getattr(import_module(f"factcheck.cli.{MODULES[word]}"), word.capitalize())
    return kind
