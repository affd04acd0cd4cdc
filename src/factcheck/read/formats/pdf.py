"""PDF, with pypdfium2 (the extra `pdf`): lines become paragraphs again, and where each page starts is kept."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Sequence
from contextlib import closing

from factcheck.checking import TYPE_CHECKING
from factcheck.read.document import Document, Unreadable, aside
from factcheck.read.extras import needs
from factcheck.read.lines import Line, flow, margins

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfTextPage

_MOST_PAGES = 2_000
_MOST_CHARACTERS = 10_000_000
_BIGGEST_STREAM = 100 * 1024 * 1024

# Between two cells, in font sizes; between two words of justified text there is less.
_CELL_GAP = 2.0

_SCANNED = "no text in this PDF, only pictures; run it through OCR first, such as ocrmypdf"


def document(data: bytes, encoding: str) -> Document:
    """Take the text out, page by page.

    Raises:
        Unreadable: it is encrypted, damaged, without text, hostile, or pypdfium2 is not installed.
    """
    del encoding
    needs("pypdfium2", "pdf", ".pdf")
    _refuse_bombs(data)
    with closing(_opened(data)) as pdf:
        pages = list(_pages(pdf))
        about = pdf.get_metadata_dict(skip_empty=True)
    edges = margins(pages)
    text, starts = flow([[line for line in page if line not in edges] for page in pages])
    if not text:
        raise Unreadable(_SCANNED)
    return Document(
        text,
        title=about.get("Title", ""),
        date=_day(about.get("CreationDate", "")),
        basis="properties",
        weak=True,
        pages=starts,
        aside=aside(_once(pages, edges), text),
    )


def _opened(data: bytes) -> PdfDocument:
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        pdf = PdfDocument(data)
        pages = len(pdf)
    except PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise Unreadable("protected by a password; save it without one") from None
        raise Unreadable("damaged PDF, or cut short; get it again, or save it anew") from None
    if pages > _MOST_PAGES:
        pdf.close()
        raise Unreadable(f"more than {_MOST_PAGES:,} pages; save those that matter")
    return pdf


def _pages(pdf: PdfDocument) -> Iterator[list[Line]]:
    from pypdfium2 import PdfiumError

    characters = 0
    for number in range(len(pdf)):
        try:
            with closing(pdf[number]) as page, closing(page.get_textpage()) as text:
                characters += text.count_chars()
                if characters > _MOST_CHARACTERS:
                    raise Unreadable("more text than an article can be; save the pages that matter")
                yield list(_lines(text))
        except PdfiumError:
            raise Unreadable(f"page {number + 1} is damaged; get the file again, or save it anew") from None


def _lines(page: PdfTextPage) -> Iterator[Line]:
    """The lines of a page in the order of the file."""
    from pypdfium2.raw import FPDFText_GetUnicode

    first = 0
    codes: list[int] = []
    count = page.count_chars()
    for at in range(count + 1):
        code = FPDFText_GetUnicode(page, at) if at < count else 10
        if code in (10, 13):
            if codes:
                yield _line(page, first, at - 1, codes)
            first, codes = at + 1, []
        else:
            codes.append(9 if code == 32 and codes and _apart(page, at) else code)


def _apart(page: PdfTextPage, at: int) -> bool:
    """Whether a blank is as wide as between the cells of a table."""
    from pypdfium2.raw import FPDFText_GetFontSize

    if at + 1 >= page.count_chars():
        return False
    _, _, right, _ = page.get_charbox(at - 1)
    left, _, _, _ = page.get_charbox(at + 1)
    return bool(left - right > _CELL_GAP * FPDFText_GetFontSize(page, at - 1))


def _line(page: PdfTextPage, first: int, last: int, codes: Sequence[int]) -> Line:
    from pypdfium2.raw import FPDFText_GetFontSize

    units = b"".join(code.to_bytes(2 if code < 0x10000 else 4, "little") for code in codes if code < 0x10000)
    text = units.decode("utf-16-le", "replace")
    kept = len(text.rstrip())
    end = max(first, last - (len(codes) - kept)) if len(text) == len(codes) else last
    left, _, _, _ = page.get_charbox(first)
    _, bottom, right, _ = page.get_charbox(end)
    return Line(text.strip(), left, right, _baseline(page, first, bottom), FPDFText_GetFontSize(page, first))


def _baseline(page: PdfTextPage, at: int, otherwise: float) -> float:
    from ctypes import c_double

    from pypdfium2.raw import FPDFText_GetCharOrigin

    x, y = c_double(), c_double()
    return y.value if FPDFText_GetCharOrigin(page, at, x, y) else otherwise


def _once(pages: Sequence[Sequence[Line]], edges: frozenset[Line]) -> list[str]:
    """The lines of the margins, one for all pages that have it."""
    lines = (line.text for page in pages for line in page if line in edges and not line.numbering)
    return list({re.sub(r"\d+", "0", line): line for line in lines}.values())


def _day(stamp: str) -> str:
    """The day of "D:20220503101500+02'00'"."""
    found = re.match(r"D:(\d{4})(\d{2})(\d{2})", stamp)
    return "-".join(found.groups()) if found else ""


def _refuse_bombs(data: bytes) -> None:
    """Refuse a compressed stream that unpacks to more than any page; pictures are never unpacked.

    Raises:
        Unreadable: there is one.
    """
    for found in re.finditer(rb"/FlateDecode\b[^\0]{0,400}?\bstream\r?\n", data):
        head = data[max(0, found.start() - 400) : found.end()].rpartition(b" obj")[2]
        if re.search(rb"/Subtype\s*/Image\b", head):
            continue
        if head.count(b"/FlateDecode") > 1:
            raise Unreadable("compressed twice, as attacks are; print it to a new PDF")
        unpacker = zlib.decompressobj()
        try:
            size = len(unpacker.decompress(data[found.end() : found.end() + _BIGGEST_STREAM], _BIGGEST_STREAM))
        except zlib.error:
            continue
        if size >= _BIGGEST_STREAM:
            raise Unreadable("a page in it unpacks to more than 100 MB; print it to a new PDF")
