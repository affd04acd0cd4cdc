"""Rich text (.rtf), with striprtf (the extra `office`)."""

from __future__ import annotations

import re

from factcheck.read.document import Document, Unreadable, joined
from factcheck.read.extras import needs

_BIGGEST = 16 * 1024 * 1024


def document(data: bytes, encoding: str) -> Document:
    """Take the text out.

    Raises:
        Unreadable: it is no RTF, too large, or striprtf is not installed.
    """
    needs("striprtf", "office", ".rtf")
    if not data.lstrip().startswith(b"{\\rtf"):
        raise Unreadable("no RTF document; check what the file is")
    if len(data) > _BIGGEST:
        raise Unreadable(f"larger than {_BIGGEST // 1024 // 1024} MB; save it without its pictures")
    from striprtf.striprtf import rtf_to_text

    source = data.decode("latin-1")
    try:
        text = str(rtf_to_text(source, encoding=encoding or "cp1252", errors="replace"))  # type: ignore[no-untyped-call]
    except (ValueError, LookupError, IndexError):
        raise Unreadable("damaged RTF document; save it anew") from None
    return Document(
        joined(text.replace("|", "\t").splitlines()),
        title=_title(source),
        date=_created(source),
        basis="properties",
        weak=True,
    )


def _title(source: str) -> str:
    found = re.search(r"{\\title ([^{}\\]{1,300})}", source[:100_000])
    return found[1].strip() if found else ""


def _created(source: str) -> str:
    found = re.search(r"{\\creatim\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})", source[:100_000])
    return "-".join((found[1], found[2].zfill(2), found[3].zfill(2))) if found else ""
