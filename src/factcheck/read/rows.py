"""Tables of articles: a row is a source, with columns path, title, publisher, published, url, text."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.read.document import Document, Elsewhere, Member, Unreadable

TEXT = "text"

# What other tools call the same thing.
_ALSO = {
    "body": TEXT,
    "content": TEXT,
    "headline": "title",
    "date": "published",
    "published_at": "published",
    "publication_date": "published",
    "source": "publisher",
    "outlet": "publisher",
    "file": "path",
    "id": "path",
}


def column(name: str) -> str:
    """The name of a column as we call it: "Body" is "text"."""
    plain = name.strip().lower().replace(" ", "_")
    return _ALSO.get(plain, plain)


def check(columns: list[str]) -> None:
    """Make sure that this is a table of articles and not, say, a result of ours: "text", and "title" or "published".

    Raises:
        Elsewhere: it is not.
    """
    if TEXT not in columns or not {"title", "published"} & set(columns):
        raise Elsewhere('no table of articles; name its columns path, title, published, text ("text" is a must)')


def row(cells: Mapping[str, str], line: int) -> Member:
    """The source a row tells; `line` is where it begins in the table, from 1."""
    told = Document(
        cells.get(TEXT, ""),
        title=cells.get("title", ""),
        publisher=cells.get("publisher", ""),
        date=cells.get("published", ""),
        basis="table",
    )
    path = cells.get("path", "").replace("\\", "/").strip("/")
    # The same agency text in two newspapers is two sources.
    data = "\x1f".join((told.text, told.title, told.publisher, told.date)).encode("utf-8", "surrogatepass")
    return Member(f"/{path}" if path else f"#{line}", lambda: data, told)


def broken(line: int, reason: str) -> Member:
    """A row that cannot be read."""

    def refuse() -> bytes:
        raise Unreadable(reason)

    return Member(f"#{line}", refuse)
