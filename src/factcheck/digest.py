"""SHA-256 without OpenSSL: `hashlib` loads it at import, which takes longer than all the hashing of a short run."""

from __future__ import annotations

from factcheck.checking import TYPE_CHECKING

__all__ = ["sha256"]

if TYPE_CHECKING:
    from hashlib import sha256
else:
    try:
        from _sha2 import sha256  # Python 3.12 and later
    except ImportError:
        try:
            from _sha256 import sha256
        except ImportError:  # an interpreter built without its own
            from hashlib import sha256
