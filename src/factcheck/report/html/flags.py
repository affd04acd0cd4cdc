"""How a figure in a text is marked: never by colour alone, always with a sign and a line of its own."""

from __future__ import annotations

from factcheck.record import NamedTuple


class Flag(NamedTuple):
    """A mark: its name in `page.css`, the sign behind the figure, and what it says."""

    name: str
    sign: str
    words: str


FLAGS = (
    Flag("conflict", "✗", "in conflict with another source"),
    Flag("check", "?", "differs from another source, look at it"),
    Flag("mix-up", "≠", "same figure as elsewhere, for another thing"),
    Flag("inside", "!", "does not add up"),
    Flag("only", "◇", "told by this source only"),
    Flag("agree", "✓", "another source says the same"),
    Flag("compatible", "≈", "fits what another source says"),
    Flag("possible", "?", "perhaps in conflict"),
    Flag("none", "", "not compared"),
)
"""The strongest first: a figure with several gets the first of them."""

OF_KIND = {
    "does not add up": "inside",
    "worked out": "none",
    "weak mix-up": "none",
    "one source": "only",
    "in no source": "only",
    "hard to look up": "none",
    "single": "only",
    "not compared": "none",
}
"""The flag of an entry's kind, where it has another name."""


def flag_of(kind: str) -> str:
    """The name of the flag of a kind of entry."""
    return flag_named(OF_KIND.get(kind, kind)).name


def flag_named(name: str) -> Flag:
    """The flag of a name; "none" for a name no flag has."""
    return next((flag for flag in FLAGS if flag.name == name), FLAGS[-1])
