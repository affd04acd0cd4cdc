"""The tags of a web page, read with the standard library: visible paragraphs and what stands around them."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

from factcheck.record import NamedTuple

_DEEPEST = 500
_MOST_SCOPES = 20
_MOST_REMARKS = 200
_LONGEST_CELL = 200

# Start tags that end an element of the same kind which nobody closed.
_CLOSES = {"p": "p", "li": "li", "dt": "dt dd", "dd": "dt dd", "tr": "tr", "td": "td th", "th": "td th"}


class Words(NamedTuple):
    """The names a page is judged by, from `tags.csv`.

    Attributes:
        void: elements without an end; `unseen`: without visible text; `block`: paragraphs or what holds them.
        keeps: elements across which nobody leaves a paragraph open.
        chrome, role, mark: elements, roles, and words in a class or id, that surround stories.
        never: elements whose class or id says nothing of that kind.
        hidden: classes of what cannot be seen; `extra`: elements and words in a class of captions and standfirsts.
        dated: classes of the publication date.
    """

    void: frozenset[str]
    unseen: frozenset[str]
    chrome: frozenset[str]
    block: frozenset[str]
    keeps: frozenset[str]
    never: frozenset[str]
    role: frozenset[str]
    mark: frozenset[str]
    hidden: frozenset[str]
    extra: frozenset[str]
    dated: frozenset[str]

    @classmethod
    def load(cls) -> Words:
        """Read the table."""
        table = Path(__file__).with_suffix(".csv").read_text("utf-8")
        found: dict[str, set[str]] = {}
        for row in table.splitlines()[1:]:
            kind, _, words = row.partition(",")
            found.setdefault(kind, set()).update(words.split())
        return cls(*(frozenset(found[name]) for name in cls._fields))


class Block(NamedTuple):
    """A visible paragraph.

    Attributes:
        tag: the element it stands in.
        linked: how many of its characters are links.
        chrome: it stands in navigation, an advertisement or the like.
        extra: it is a caption or a standfirst, which belong to an article but are easily taken for something else.
        scopes: the elements around it that may be the article: how telling (3 most) and a number.
    """

    text: str
    tag: str
    linked: int
    chrome: bool
    extra: bool
    scopes: tuple[tuple[int, int], ...]


class _Open(NamedTuple):
    """An element that is open."""

    tag: str
    unseen: bool
    chrome: bool
    extra: bool
    scopes: tuple[tuple[int, int], ...]


class Tags(HTMLParser):
    """Collects the paragraphs, the metadata and the remarks of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words = Words.load()
        self.blocks: list[Block] = []
        self.meta: dict[str, str] = {}
        self.scripts: list[str] = []
        self.remarks: list[tuple[int, str]] = []
        self._open = [_Open("", unseen=False, chrome=False, extra=False, scopes=())]
        self._pieces: list[str] = []
        self._linked = self._links = self._scopes = 0
        self._catch: list[str] | None = None

    def read(self, html: str) -> None:
        """Take in a whole page."""
        self.feed(html)
        # What is left is a tag or comment without end. Ending on a long one would search it again and again.
        if len(self.rawdata) < 1000:
            self.close()
        self._flush()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        attributes = {name: value or "" for name, value in attrs}
        if tag == "meta":
            self._meta(attributes)
        elif tag == "br":
            self._pieces.append("\n")
        elif tag == "title" or (tag == "script" and "ld+json" in attributes.get("type", "")):
            self._catch = []
        self._close_unclosed(tag)
        if tag in self.words.block:
            self._flush()
        if tag in ("td", "th") and self._pieces:
            self._cell()
        self._date(tag, attributes)
        if tag not in self.words.void:
            self._push(tag, attributes)

    def handle_endtag(self, tag: str) -> None:
        """Close an element, with all that was left open in it."""
        if self._catch is not None and tag in ("title", "script"):
            self._caught(tag)
        if tag in self.words.block:
            self._flush()
        depth = next((at for at in range(len(self._open) - 1, 0, -1) if self._open[at].tag == tag), 0)
        if depth:
            self._links -= sum(one.tag == "a" for one in self._open[depth:])
            del self._open[depth:]

    def handle_data(self, data: str) -> None:
        """Text between tags."""
        if self._catch is not None:
            self._catch.append(data)
        elif not self._open[-1].unseen:
            self._pieces.append(re.sub(r"[ \t\n\r\f]+", " ", data))
            self._linked += len(data.strip()) if self._links else 0

    def handle_comment(self, data: str) -> None:
        """A comment; those to factcheck are kept, within the paragraph they stand in or before the next."""
        if not re.match(r"\s*factcheck\s*:", data) or len(self.remarks) >= _MOST_REMARKS:
            return
        remark = f"<!-- {' '.join(data.split())} -->"
        if "".join(self._pieces).strip():
            self._pieces.append(remark)
        else:
            self.remarks.append((len(self.blocks), remark))

    def _push(self, tag: str, attributes: dict[str, str]) -> None:
        if len(self._open) > _DEEPEST and tag not in self.words.unseen:
            return
        above = self._open[-1]
        scopes = above.scopes
        rank = _rank(tag, attributes)
        if rank and len(scopes) < _MOST_SCOPES:
            self._scopes += 1
            scopes = (*scopes, (rank, self._scopes))
        unseen = above.unseen or tag in self.words.unseen or _hidden(attributes, self.words)
        marks = _marks(tag, attributes)
        chrome = above.chrome or _chrome(tag, attributes, marks, self.words, inside=bool(above.scopes))
        extra = above.extra or not self.words.extra.isdisjoint(marks)
        self._open.append(_Open(tag, unseen, chrome, extra, scopes))
        self._links += tag == "a"

    def _close_unclosed(self, tag: str) -> None:
        """End a paragraph, item or cell that the next one of its kind ends."""
        ends = _CLOSES.get(tag, "p" if tag in self.words.block else "").split()
        for one in reversed(self._open[-4:]):
            if one.tag in ends:
                self.handle_endtag(one.tag)
                return
            if one.tag in self.words.keeps:
                return

    def _flush(self) -> None:
        """End the paragraph."""
        text = "\n".join(line.strip(" ") for line in "".join(self._pieces).split("\n")).strip()
        text = re.sub(" *\t[ \t]*", "\t", re.sub(" {2,}", " ", text))
        if text:
            here = self._open[-1]
            tag = next((one.tag for one in reversed(self._open) if one.tag in self.words.block), "")
            self.blocks.append(Block(text, tag, self._linked, here.chrome, here.extra, here.scopes))
        self._pieces = []
        self._linked = 0

    def _cell(self) -> None:
        """Part two cells of a row; pages of old are laid out with tables, whose cells are no figures."""
        text = "".join(self._pieces)
        if "\n" in text or len(text) > _LONGEST_CELL:
            self._flush()
        else:
            self._pieces.append("\t")

    def _meta(self, attributes: dict[str, str]) -> None:
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        self.meta.setdefault(name.lower(), attributes.get("content", "").strip())

    def _date(self, tag: str, attributes: dict[str, str]) -> None:
        """A date that an element of the text gives to machines."""
        told = "datePublished" in attributes.get("itemprop", "") or (tag == "time" and "pubdate" in attributes)
        if told or (tag == "time" and not self.words.dated.isdisjoint(attributes.get("class", "").lower().split())):
            self.meta.setdefault("datepublished", attributes.get("datetime") or attributes.get("content", ""))

    def _caught(self, tag: str) -> None:
        text = "".join(self._catch or ())
        self._catch = None
        if tag == "title":
            self.meta.setdefault("title", " ".join(text.split()))
        else:
            self.scripts.append(text)


def _rank(tag: str, attributes: dict[str, str]) -> int:
    """How surely an element is the article, 0 for no."""
    if tag == "article":  # with its headline, standfirst and pictures
        return 3
    return 2 if "articleBody" in attributes.get("itemprop", "") else int("main" in (tag, attributes.get("role")))


def _hidden(attributes: dict[str, str], words: Words) -> bool:
    style = attributes.get("style", "").replace(" ", "").lower()
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or "display:none" in style
        or "visibility:hidden" in style
        or not words.hidden.isdisjoint(attributes.get("class", "").split())
    )


def _marks(tag: str, attributes: dict[str, str]) -> set[str]:
    """The element, the names in its class and id, and the words in these."""
    names = f"{attributes.get('class', '')} {attributes.get('id', '')}".lower()
    return {tag, *names.split(), *re.split(r"[^a-z]+", names)}


def _chrome(tag: str, attributes: dict[str, str], marks: set[str], words: Words, *, inside: bool) -> bool:
    """Whether an element surrounds stories; `inside` an article a header is part of it."""
    if tag in words.chrome or attributes.get("role") in words.role or (tag == "header" and not inside):
        return True
    return tag not in words.never and not words.mark.isdisjoint(marks - {tag})
