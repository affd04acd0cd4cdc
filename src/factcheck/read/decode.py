"""Bytes to text. Newlines stay as they are, so that offsets hold; a guess is owned up to.

Order of trust: the codec the user names, a byte order mark, strict UTF-8, a guess.
"""

from __future__ import annotations

import codecs

from factcheck.errors import FactcheckError
from factcheck.read.document import Unreadable

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_MAGIC = (
    (b"%PDF-", "a PDF", "name it .pdf"),
    (b"PK\x03\x04", "a zip archive or office document", "name it .zip, .docx, .odt or .epub"),
    (b"\xd0\xcf\x11\xe0", "an old office document", "save it as .docx"),
    (b"{\\rtf", "an RTF document", "name it .rtf"),
    (b"\x89PNG", "a picture", "save the article as text"),
    (b"\xff\xd8\xff", "a picture", "save the article as text"),
    (b"GIF8", "a picture", "save the article as text"),
    (b"\x1f\x8b", "a compressed file", "unpack it"),
)

_SAMPLE = 65_536
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b"))

# Below it the detector says little more than "some 8-bit code"; right answers on one sentence score 0.15.
_SURE_ENOUGH = 0.1


def known(encoding: str) -> None:
    """Check the name of a codec the user forces; "" is fine.

    Raises:
        FactcheckError: there is no such text codec.
    """
    try:
        b"x".decode(encoding or "utf-8")
    except UnicodeError:
        return  # known, but one byte is too short for it
    except (LookupError, ValueError):
        hint = "utf-8, utf-16, windows-1252 and latin-1 are common; leave it out to have it detected"
        raise FactcheckError(f'unknown encoding "{encoding}"', "--encoding", hint) from None


def decode(data: bytes, encoding: str = "") -> tuple[str, str, bool]:
    """The text of a file without its byte order mark, the codec used, and whether it was guessed.

    Raises:
        Unreadable: the file is binary or not in the forced codec.
    """
    if encoding:
        return _strict(data, encoding).removeprefix("\ufeff"), encoding, False
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], codec), codec, False
    _refuse_binary(data)
    try:
        return data.decode("utf-8"), "utf-8", False
    except UnicodeDecodeError as error:
        text, codec = _guess(data, error.start)
        return text, codec, True


def _strict(data: bytes, codec: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeError as error:
        at = f" (byte {error.start})" if isinstance(error, UnicodeDecodeError) else ""
        raise Unreadable(f"not valid {codec}{at}; give its real encoding with --encoding") from None


def _refuse_binary(data: bytes) -> None:
    for magic, kind, cure in _MAGIC:
        if data.startswith(magic):
            raise Unreadable(f"{kind}, not text; {cure}")
    if b"\0" in data:
        raise Unreadable("binary file (it has NUL bytes); save it as text, or give --encoding if it is UTF-16")
    sample = data[:_SAMPLE]
    if 20 * (len(sample) - len(sample.translate(None, _CONTROLS))) > len(sample):
        raise Unreadable("binary file (full of control characters); save the article as text")


def _guess(data: bytes, first: int) -> tuple[str, str]:
    """Decode what is not valid UTF-8; `first` is the first byte that is not."""
    mended = data.decode("utf-8", "replace")
    bad = mended.count("\ufffd")
    # Nothing but UTF-8 forms valid sequences by the dozen: a few stray bytes do not make it another code.
    if 5 * bad <= len(mended) - len(mended.encode("ascii", "ignore")):
        return mended, "utf-8"
    codec = _detected(data[max(0, first - _SAMPLE // 2) : first + _SAMPLE])
    if codec == "utf-8":
        return mended, codec
    for name in (codec, "cp1252", "latin-1"):
        try:
            return data.decode(name), name
        except (UnicodeError, LookupError):
            continue
    raise Unreadable("encoding not recognised; give it with --encoding")  # pragma: no cover - latin-1 reads all


def _detected(sample: bytes) -> str:
    import chardet

    found = chardet.detect(sample)
    sure = found["encoding"] and found["confidence"] >= _SURE_ENOUGH
    return codecs.lookup(str(found["encoding"])).name if sure else "cp1252"
