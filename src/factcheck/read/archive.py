"""Zip files, which office documents are too, opened with limits: what a member claims about itself is not trusted."""

from __future__ import annotations

import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from factcheck.read.document import Unreadable

_MOST_MEMBERS = 10_000
_BIGGEST_MEMBER = 64 * 1024 * 1024
_BIGGEST = 256 * 1024 * 1024

_ENTRY = b"PK\x01\x02"
_ENCRYPTED = 1
_DAMAGED = "damaged or cut short; get it again, or save it anew"


class Archive:
    """A zip file whose members can be read one by one, up to a total of `room` bytes.

    Raises:
        Unreadable: it is damaged, or has more members than anybody's archive of articles.
    """

    def __init__(self, data: bytes, room: int = _BIGGEST) -> None:
        if data.count(_ENTRY) > _MOST_MEMBERS:
            raise Unreadable(f"more than {_MOST_MEMBERS:,} files in it; unpack it and give the folder")
        try:
            self._zip = ZipFile(BytesIO(data))
        except (BadZipFile, ValueError, OverflowError, NotImplementedError, UnicodeError):
            raise Unreadable(_DAMAGED) from None
        self._room = room
        self.names = tuple(dict.fromkeys(one.filename for one in self._zip.infolist() if not one.is_dir()))

    def read(self, name: str) -> bytes:
        """The bytes of a member; b"" when there is none of that name.

        Raises:
            Unreadable: it is encrypted, damaged or too large, or all that was read so far is.
        """
        if name not in self._zip.NameToInfo:
            return b""
        if self._zip.getinfo(name).flag_bits & _ENCRYPTED:
            raise Unreadable("protected by a password; save it without one")
        limit = min(_BIGGEST_MEMBER, self._room)
        try:
            with self._zip.open(name) as stream:
                data = stream.read(limit + 1)
        except (BadZipFile, EOFError, OSError, ValueError, NotImplementedError, zlib.error, RuntimeError):
            raise Unreadable(_DAMAGED) from None
        if len(data) > limit:
            raise Unreadable(f"unpacks to more than {limit // 1024 // 1024} MB; unpack it yourself if you trust it")
        self._room -= len(data)
        return data
