"""Named tuples as `typing.NamedTuple` makes them, at a third of the price.

A hundred records are made at every start; `typing` compiles each annotation of each of them, which nobody asks for
here. Type checkers see the original.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__all__ = ["NamedTuple"]

if TYPE_CHECKING:
    from typing import NamedTuple
else:
    from collections import namedtuple

    class Maker(type):
        """Makes a named tuple of the body of a class; the base itself stays an empty class."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
            """The named tuple with the fields, defaults and methods of the body."""
            if not bases:
                return super().__new__(cls, name, bases, body)
            fields = body.get("__annotations__", {})
            defaults = [body[field] for field in fields if field in body]
            kind = namedtuple(name, fields, defaults=defaults, module=body["__module__"])
            for key, value in body.items():
                if key not in fields:
                    setattr(kind, key, value)
            return kind

    class NamedTuple(metaclass=Maker):
        """Base of a record: annotated fields, those with a default last."""
