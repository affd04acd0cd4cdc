"""What the tokens of a clause say happened."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.frame.sign import Sign


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
            words = signs[n : n + len(phrase)]
            if phrase == tuple([sign.root for sign in words]):
                found.update((m, name if sign.key else "") for m, sign in enumerate(words, n))
                break
    return {n: found[n] for n in sorted(found) if found[n]}
