"""What the tokens of a clause say happened."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.frame.sign import Sign

BETWEEN = 2
"""Tokens that may stand before the last word of a phrase."""


def deeds_of(signs: Sequence[Sign], marked: Sequence[int]) -> dict[int, str]:
    """Class of what happened by the token that says it, in order; of a phrase its content words say it, nothing else.

    `marked` are the tokens that may say something.
    """
    found = {n: signs[n].deed for n in marked if signs[n].deed}
    begun = [n for n in marked if n + 1 < len(signs) and signs[n + 1].root in signs[n].begins]
    if not begun:
        return found
    for n in begun:
        for phrase, name in signs[n].begins[signs[n + 1].root]:
            if last := ending(phrase, signs, n):
                told = (*range(n, n + len(phrase) - 1), last)
                found.update((m, name if signs[m].key else "") for m in told)
                break
    return {n: found[n] for n in sorted(found) if found[n]}


def ending(phrase: tuple[str, ...], signs: Sequence[Sign], first: int) -> int:
    """The last token of a phrase that begins at a token, or 0; before the last of three words some may stand.

    "Taken to hospital", "taken to a nearby hospital".
    """
    last = first + len(phrase) - 1
    if phrase[:-1] != tuple([sign.root for sign in signs[first:last]]):
        return 0
    reach = last + 1 + (BETWEEN if len(phrase) > 2 else 0)
    return next((n for n in range(last, min(reach, len(signs))) if signs[n].root == phrase[-1]), 0)
