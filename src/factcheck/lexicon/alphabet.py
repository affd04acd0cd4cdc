"""The letters of one rule file, and how its notation becomes a regular expression over them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from factcheck.errors import FactcheckError
from factcheck.lexicon.rules import Rule, pieces, translate
from factcheck.lexicon.shape import BREAK


class Alphabet:
    """Tokens that no class of the file tells apart share a letter.

    A file then needs some 200 letters instead of a thousand, and `re` compiles classes of the first 256 code
    points several times faster than scattered ones.

    Attributes:
        classes: letters of each class, as the file's expression sees them.
        table: letters of the file at the code points of the lexicon's letters, for `str.translate`.
    """

    def __init__(self, classes: Mapping[str, str], letters: Iterable[str]) -> None:
        """`classes` the file uses; all `letters` of the lexicon."""
        signs = dict.fromkeys(letters, 0)
        signs.pop(BREAK, None)
        for n, members in enumerate(classes.values()):
            for letter in members:
                signs[letter] |= 1 << n
        codes = (chr(code) for code in range(1, 0x2000) if chr(code) != BREAK)
        short = dict(zip(sorted(set(signs.values())), codes, strict=False))
        table = {ord(letter): short[sign] for letter, sign in signs.items()}
        self.table = "".join(table.get(code, BREAK) for code in range(max(table) + 1))  # remembered in no time
        self.classes = {name: "".join({table[ord(letter)] for letter in members}) for name, members in classes.items()}


class Expander:
    """Turns `{tag}` and `'literal'` into regular expressions over the letters of one file."""

    def __init__(
        self,
        classes: Mapping[str, str],
        macros: Mapping[str, str],
        phrases: Mapping[str, tuple[tuple[str, ...], ...]],
        words: Callable[[str], tuple[str, ...]],
    ) -> None:
        """`words` cuts a literal into tokens."""
        self._classes = classes
        self._macros = macros
        self._phrases = phrases
        self._words = words
        self._known: dict[str, str] = {}
        self._open: set[str] = set()

    def __call__(self, piece: str, where: str) -> str:
        """The expression of `{tag}` or of a literal word or phrase.

        Raises:
            FactcheckError: there is no class or macro of that name.
        """
        if piece not in self._known:
            if piece in self._open:
                raise FactcheckError(f"macro {piece} uses itself", where, "break the circle")
            self._open.add(piece)
            self._known[piece] = self._expand(piece, where)
            self._open.discard(piece)
        return self._known[piece]

    def _expand(self, piece: str, where: str) -> str:
        if not piece.startswith("{"):
            return self._phrase(self._words(piece))
        name = piece[1:-1]
        if name in self._macros:
            rule = Rule(where, self._macros[name], {}, (), (), (), where)
            return "(?:" + translate(rule.pattern, self, rule) + ")"
        options = [self._phrase(phrase) for phrase in self._phrases.get(name, ())]
        if name in self._classes:
            options.append(charset(self._classes[name]))
        if not options:
            raise FactcheckError(f"no class or macro {{{name}}}", where, "add a row with that tag or mend the name")
        return options[0] if len(options) == 1 else "(?:" + "|".join(options) + ")"

    def _phrase(self, words: Iterable[str]) -> str:
        return "".join(charset(self._classes["=" + word]) for word in words)


def used_classes(
    patterns: Iterable[str],
    macros: Mapping[str, str],
    phrases: Mapping[str, tuple[tuple[str, ...], ...]],
    words: Callable[[str], tuple[str, ...]],
) -> set[str]:
    """Names of the classes the patterns refer to, macros opened; literals as `=word`."""
    used: set[str] = set()
    todo, opened = list(patterns), set[str]()
    while todo:
        for piece in pieces(todo.pop()):
            name = piece[1:-1]
            if not piece.startswith("{"):
                used.update("=" + word for word in words(piece))
            elif name not in macros:
                used.add(name)
                used.update("=" + word for phrase in phrases.get(name, ()) for word in phrase)
            elif name not in opened:
                opened.add(name)
                todo.append(macros[name])
    return used


@lru_cache(maxsize=4096)
def charset(letters: str) -> str:
    """Letters as a regex class; runs become ranges to keep compiling cheap."""
    codes = sorted(map(ord, letters))
    found: list[str] = []
    start = previous = codes[0]
    for code in [*codes[1:], -1]:
        if code == previous + 1:
            previous = code
            continue
        found.append(f"\\u{start:04x}" + (f"-\\u{previous:04x}" if previous > start else ""))
        start = previous = code
    return found[0] if len(codes) == 1 else "[" + "".join(found) + "]"
