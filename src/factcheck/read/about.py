"""What a web page says of itself: title, publisher, publication date, from JSON-LD and `<meta>`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck.record import NamedTuple

# The first name that is there wins.
_DATES = (
    *("article:published_time", "og:published_time", "og:article:published_time", "datepublished"),
    *(
        "parsely-pub-date",
        "sailthru.date",
        "pubdate",
        "publishdate",
        "publish-date",
        "publish_date",
        "publication_date",
    ),
    *("dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "date"),
    *("cxenseparse:recs:publishtime", "article.published", "published-date", "citation_publication_date"),
)
_TITLES = ("og:title", "twitter:title", "dc.title", "parsely-title", "headline")
_PUBLISHERS = ("og:site_name", "application-name", "dc.publisher", "publisher", "twitter:site")

# Types of JSON-LD that are an article; the first kind is surest.
_ARTICLE = r"(?:\w*Article|BlogPosting|LiveBlogPosting|Report)"
_MOST_NODES = 10_000


class About(NamedTuple):
    """What a page says of itself; "" where it does not. `body`: the article once more, for machines."""

    title: str = ""
    publisher: str = ""
    date: str = ""
    basis: str = ""
    body: str = ""


def about(meta: Mapping[str, str], scripts: Sequence[str]) -> About:
    """Read JSON-LD first, then the `<meta>` elements.

    Args:
        meta: contents by lower-case name or property.
        scripts: the JSON-LD of the page.
    """
    article = next(_articles(scripts), {})
    date = _text(article.get("datePublished"))
    plain = _first(meta, _DATES)
    return About(
        _text(article.get("headline")) or _first(meta, _TITLES) or meta.get("title", ""),
        _name(article.get("publisher")) or _first(meta, _PUBLISHERS).lstrip("@"),
        date or plain,
        "json-ld" if date else "meta" if plain else "",
        _lines(article.get("articleBody")),
    )


def _articles(scripts: Iterable[str]) -> Iterator[Mapping[str, object]]:
    for script in scripts:
        try:
            nodes = [json.loads(script, strict=False)]
        except (ValueError, RecursionError):
            continue
        yield from filter(_is_article, _nodes(nodes))


def _nodes(waiting: list[object]) -> Iterator[Mapping[str, object]]:
    """The objects of a graph; those inside others only where a list or graph holds them."""
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting[:0] = node[:_MOST_NODES]
        elif isinstance(node, dict):
            yield node
            waiting += [node[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in node]


def _is_article(node: Mapping[str, object]) -> bool:
    kinds = node.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and re.fullmatch(_ARTICLE, name) for name in names)


def _name(value: object) -> str:
    """The name of an organisation, given as text, as an object, or as a list of such."""
    if isinstance(value, list):
        value = value[0] if value else ""
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _text(value: object) -> str:
    from html import unescape

    return " ".join(unescape(value).split()) if isinstance(value, str) else ""


def _lines(value: object) -> str:
    """Text that may have several lines, or tags; each tag ends a line."""
    from html import unescape

    return unescape(re.sub(r"<[^<>]*>", "\n", value)) if isinstance(value, str) else ""


def _first(meta: Mapping[str, str], names: Sequence[str]) -> str:
    return next((meta[name] for name in names if meta.get(name)), "")
