"""A web page taken apart with the standard library: visible paragraphs, which of them are the article, metadata."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from factcheck.read.decode import decode
from factcheck.read.document import Unreadable
from factcheck.read.tags import Block, Tags
from factcheck.record import NamedTuple

_LONGEST = 8_000_000
_MOST_TAGS = 300_000

# Pictures within a saved page.
_PICTURES = r"data:[\w/+.;=-]{0,200}?base64,[A-Za-z0-9+/=\s]+"

# Digits in <sup> must not run into the number before them: "12<sup>3</sup>" is no 123.
_SUP = r"(?is)<sup\b[^<>]{0,500}>\s*(<a\b[^<>]{0,2000}>)?([^<>]{0,40})(?:</a>)?\s*</sup>"
_RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")

# An element that claims to be the article must hold this share of what is no chrome.
_SHARE = 0.3
_LINKED = 0.6
_LONG = 200


class Page(NamedTuple):
    """A web page.

    Attributes:
        html: its source with raised digits made safe.
        blocks: all visible paragraphs.
        story: numbers of those that are the article, as far as the tags tell.
        headline: the main heading, or "".
        meta: contents of `<meta>` by name, and the `<title>`; `scripts`: its JSON-LD.
        remarks: comments that speak to factcheck, each with the number of the block it stands before.
    """

    html: str
    encoding: str
    guessed: bool
    blocks: tuple[Block, ...]
    story: tuple[int, ...]
    headline: str
    meta: Mapping[str, str]
    scripts: tuple[str, ...]
    remarks: tuple[tuple[int, str], ...]

    @property
    def body(self) -> list[str]:
        """The paragraphs of the article."""
        return [self.blocks[number].text for number in self.story]


def page(data: bytes, encoding: str) -> Page:
    """Take a page apart.

    Raises:
        Unreadable: it is binary, too large, or not in the forced codec.
    """
    text, codec, guessed = decode(data, encoding or _declared(data))
    html = re.sub(_PICTURES, "", text)
    if len(html) > _LONGEST or html.count("<") > _MOST_TAGS:
        raise Unreadable("page larger than any article; save the article alone")
    html = re.sub(_SUP, _raised, html)
    tags = Tags()
    tags.read(html)
    return Page(
        html,
        codec,
        guessed,
        tuple(tags.blocks),
        tuple(_article(tags.blocks)),
        _headline(tags),
        tags.meta,
        tuple(tags.scripts),
        tuple(tags.remarks),
    )


def _declared(data: bytes) -> str:
    """The codec a page names, for pages that are not valid UTF-8; "" when it names none that is known."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        if data.startswith((b"\xff\xfe", b"\xfe\xff")) or error.start > len(data) - 4:
            return ""
    else:
        return ""
    found = re.search(
        rb"""(?i)<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?([\w-]{2,40})""", data[:4096]
    )
    name = found[1].decode("ascii") if found else ""
    # Browsers read "latin-1" as its superset, and so do those who write it.
    name = "cp1252" if re.fullmatch(r"(?i)iso-?8859-1|latin-?1|us-ascii", name) else name
    try:
        data.decode(name or "utf-8")
    except (LookupError, ValueError):
        return ""
    return name


def _raised(found: re.Match[str]) -> str:
    """A footnote mark goes, an exponent stays an exponent."""
    return "" if found[1] or found[2].startswith("[") else found[2].translate(_RAISED)


def _headline(tags: Tags) -> str:
    """The first main heading, or the one that the metadata name."""
    headings = [block.text for block in tags.blocks if block.tag == "h1"]
    titles = [tags.meta.get(name, "") for name in ("og:title", "title")]
    named = (heading for heading in headings if any(heading in title or title in heading for title in titles if title))
    return next(named, headings[0] if headings else "")


def _article(blocks: Sequence[Block]) -> Iterator[int]:
    """The paragraphs of the article; all but the chrome when nothing on the page says which they are."""
    story = [block for block in blocks if not block.chrome] or list(blocks)
    scope = _scope(story)
    plain = story[0].chrome if story else False
    kept = [
        (block.chrome == plain and (not scope or scope in block.scopes) and not _links(block)) or block.tag == "h1"
        for block in blocks
    ]
    for number, block in enumerate(blocks):
        # A heading over nothing but links goes with them.
        over = re.fullmatch("h[2-6]", block.tag) and not any(kept[number + 1 : number + 2])
        if kept[number] and not over:
            yield number


def _scope(story: Sequence[Block]) -> tuple[int, int] | None:
    """The element that holds the article: the most telling kind, and of several the one with most text."""
    sizes: dict[tuple[int, int], int] = {}
    for block in story:
        for scope in block.scopes:
            sizes[scope] = sizes.get(scope, 0) + len(block.text)
    total = sum(len(block.text) for block in story)
    large = [scope for scope, size in sizes.items() if size >= _SHARE * total]
    return max(large, key=lambda scope: (scope[0], sizes[scope], -scope[1]), default=None)


def _links(block: Block) -> bool:
    """Whether a paragraph is nothing but a link to somewhere else."""
    return len(block.text) < _LONG and block.linked > _LINKED * len(block.text)
