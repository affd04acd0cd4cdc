"""Plain articles rendered in every format that can be read, by the standard library where it can."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from html import escape
from io import BytesIO

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
O = "urn:oasis:names:tc:opendocument:xmlns"  # noqa: E741
DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'


def packed(parts: dict[str, str | bytes]) -> bytes:
    """A zip file with these members."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, data in parts.items():
            pack.writestr(name, data, zipfile.ZIP_STORED if name == "mimetype" else None)
    return out.getvalue()


def lines(text: str) -> list[str]:
    """The paragraphs of a plain article."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def html(text: str) -> bytes:
    top, *rest = lines(text)
    body = "\n".join(f"<p>{escape(line)}</p>" for line in rest)
    page = f"""<!doctype html><html><head><meta charset="utf-8"><title>{escape(top)}</title><style>p {{margin: 1em}}</style></head>
<body><header class="site"><nav><ul><li><a href="/">Home</a></li><li><a href="/live">Live (24)</a></li></ul></nav></header>
<main><article><h1>{escape(top)}</h1>
{body}
</article></main>
<aside class="related"><h2>Most read</h2><ul><li><a href="/a">Storm leaves 31 homes without power</a></li></ul></aside>
<footer><p>© 2099 The Daily Tide. 7 cookies.</p></footer></body></html>"""
    return page.encode()


def docx(text: str, core: str = "") -> bytes:
    body = "".join(f'<w:p><w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>' for line in lines(text))
    return docx_of(body, core)


def docx_of(body: str, core: str = "", **parts: str) -> bytes:
    """A Word document of the elements of its body, of its core properties and further parts."""
    return packed(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
            "docProps/core.xml": f"<coreProperties {DC}>{core}</coreProperties>",
        }
        | {f"word/{name}.xml": f"<w:part {W}>{part}</w:part>" for name, part in parts.items()}
    )


def odt(text: str) -> bytes:
    return odt_of("".join(f"<text:p>{escape(line)}</text:p>" for line in lines(text)))


def odt_of(body: str, meta: str = "") -> bytes:
    """An OpenDocument text of the elements of its body and of its metadata."""
    names = " ".join(f'xmlns:{name}="{O}:{name}:1.0"' for name in ("office", "text", "table", "meta"))
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {names}><office:body><office:text>{body}</office:text></office:body></office:document-content>",
            "meta.xml": f"<office:document-meta {names} {DC}><office:meta>{meta}</office:meta></office:document-meta>",
        }
    )


def epub(text: str, meta: str = "") -> bytes:
    body = "".join(f"<p>{escape(line)}</p>" for line in lines(text))
    page = f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>{body}</body></html>'
    return packed(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
            "OEBPS/book.opf": f'<package {DC}><metadata>{meta}</metadata><manifest><item id="one" href="text/one.xhtml"/></manifest><spine><itemref idref="one"/></spine></package>',
            "OEBPS/text/one.xhtml": page,
        }
    )


def eml(text: str) -> bytes:
    top, *rest = lines(text)
    mail = EmailMessage()
    mail["Subject"] = top
    mail.set_content("\n\n".join(rest))
    return mail.as_bytes()


def mhtml(text: str) -> bytes:
    """A page as Chromium saves it."""
    saved = MIMEMultipart("related", type="text/html")
    saved["Subject"] = lines(text)[0]
    saved.attach(MIMEText(html(text).decode(), "html", "utf-8"))
    saved.attach(MIMEText("p {margin: 12px}", "css", "utf-8"))
    return saved.as_bytes()


def rtf(text: str) -> bytes:
    def coded(char: str) -> str:
        return char if char.isascii() and char not in "{}\\" else f"\\u{ord(char)}?"

    body = "\\par\n".join("".join(map(coded, line)) for line in lines(text))
    return f"{{\\rtf1\\ansi\\ansicpg1252 {body}}}".encode("ascii")


def pdf(text: str, *, size: int = 11, created: datetime | None = None, **about: str) -> bytes:
    """Paragraphs set in Helvetica, with a running head and page numbers."""
    from fpdf import FPDF

    class Sheet(FPDF):
        def header(self) -> None:
            self.set_font("helvetica", size=8)
            self.cell(0, 8, "The Daily Tide - printed from the web", new_x="LMARGIN", new_y="NEXT")

        def footer(self) -> None:
            self.set_y(-15)
            self.set_font("helvetica", size=8)
            self.cell(0, 8, f"Page {self.page_no()}", align="C")

    sheet = Sheet()
    sheet.set_creation_date(created or datetime(2000, 1, 1, tzinfo=UTC))
    sheet.core_fonts_encoding = "windows-1252"
    sheet.add_page()
    for line in lines(text):
        sheet.set_font("helvetica", size=size)
        sheet.multi_cell(0, size * 0.5, line.encode("cp1252", "replace").decode("cp1252"), align="L")
        sheet.ln(4)
    for name, value in about.items():
        getattr(sheet, f"set_{name}")(value)
    # It cannot be told to write no date.
    return bytes(sheet.output()).replace(b"/CreationDate", b"/CreationDate" if created else b"/NoDateAtAll1")


def jsonl(text: str) -> bytes:
    return json.dumps({"title": "", "text": text}).encode()


def latin(text: str) -> bytes:
    """The text in the code of old Windows programs, where letters it lacks become question marks."""
    return text.encode("cp1252", "replace")


RENDERED: dict[str, Callable[[str], bytes]] = {
    ".html": html,
    ".mhtml": mhtml,
    ".pdf": pdf,
    ".docx": docx,
    ".odt": odt,
    ".epub": epub,
    ".eml": eml,
    ".rtf": rtf,
    ".jsonl": jsonl,
    ".txt": latin,
}
