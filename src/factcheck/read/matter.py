"""Front matter: `key: value` between `---` lines, or `key = "value"` between `+++` lines."""

from __future__ import annotations

import re
from collections.abc import Mapping

from factcheck.record import NamedTuple

# A longer block is not front matter but a rule in the text whose twin happens to come later.
_LONGEST = 20_000

# What other tools call the same thing; the first key present wins.
_DATE = ("published", "date", "datepublished", "pubdate", "publish_date", "published_at", "published_date")
_TITLE = ("title", "headline")
_PUBLISHER = ("publisher", "source", "site", "sitename", "newspaper", "author")


class Matter(NamedTuple):
    """What a front matter says; `body` is the code point after it."""

    body: int = 0
    title: str = ""
    publisher: str = ""
    date: str = ""


def matter(text: str) -> Matter:
    """Read the front matter at the very start of a text; an empty `Matter` when there is none."""
    if not text.startswith(("---", "+++")):
        return Matter()
    block = re.match(
        r"(---|\+\+\+)[ \t]*\r?\n(?P<rows>.*?)^(?:\1|\.\.\.)[ \t]*(?:\r?\n|\Z)",
        text[:_LONGEST],
        re.DOTALL | re.MULTILINE,
    )
    fields = _fields(block["rows"]) if block else {}
    if not block or not fields:
        return Matter()
    return Matter(block.end(), _first(fields, _TITLE), _first(fields, _PUBLISHER), _first(fields, _DATE))


def _fields(rows: str) -> dict[str, str]:
    """The simple rows; nested values and lists are passed over, they hold nothing that is needed."""
    pairs = re.findall(r"^([A-Za-z][\w -]*?)[ \t]*[:=][ \t]*([^\r\n]*)", rows, re.MULTILINE)
    return {key.lower().replace("-", "_"): _plain(value) for key, value in pairs}


def _plain(value: str) -> str:
    """The value without its quotes or its trailing comment."""
    quoted = re.match(r"""(["'])(.*?)\1\s*(?:#.*)?$""", value)
    return quoted[2].strip() if quoted else re.sub(r"\s+#.*$", "", value).strip()


def _first(fields: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((fields[name] for name in names if fields.get(name)), "")
