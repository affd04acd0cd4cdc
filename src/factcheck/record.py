"""Named tuples as `typing.NamedTuple` makes them, at an eighth of the price.

A hundred records are made at every start. For each `typing` compiles its annotations, which nobody asks for here, and
`collections` the text of a constructor and seven methods. Here constructors with as many fields share their code, and
all records their methods. Type checkers see the original.
"""

from __future__ import annotations

import sys

from factcheck.checking import TYPE_CHECKING

__all__ = ["NamedTuple"]

if TYPE_CHECKING:
    from typing import Any, NamedTuple
else:
    from collections import _tuplegetter  # what makes fields of named tuples as quick as slots
    from collections.abc import Iterable
    from functools import cache
    from types import CodeType, FunctionType

    UNEXPECTED = TypeError if sys.version_info >= (3, 13) else ValueError
    """What a named tuple raises for another value of no field."""

    class Record(tuple):
        """What all named tuples can do."""

        __slots__ = ()

        def __repr__(self) -> str:
            return f"{type(self).__name__}({', '.join(map('{}={!r}'.format, self._fields, self))})"

        def __getnewargs__(self) -> tuple[Any, ...]:
            return tuple(self)

        @classmethod
        def _make(cls, values: Iterable[Any]) -> Record:
            made = tuple.__new__(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
            return made

        def _replace(self, /, **changes: Any) -> Record:  # noqa: ANN401 - fields of any type
            values, places = list(self), self._places
            try:
                for field, value in changes.items():
                    values[places[field]] = value
            except KeyError:
                unknown = [field for field in changes if field not in places]
                raise UNEXPECTED(f"Got unexpected field names: {unknown!r}") from None
            return tuple.__new__(type(self), values)

        __replace__ = _replace

        def _asdict(self) -> dict[str, Any]:
            return dict(zip(self._fields, self, strict=True))

    @cache
    def constructor(fields: int) -> CodeType:
        """The code of a constructor of so many fields, under names that each record replaces by its own."""
        names = ", ".join(f"f{n}" for n in range(fields))
        return eval(f"lambda _cls, {names}: new(_cls, ({names},))").__code__

    class Maker(type):
        """Makes a named tuple of the body of a class; the base itself stays an empty class."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
            """The named tuple with the fields, defaults and methods of the body."""
            if not bases:
                return super().__new__(cls, name, bases, body)
            fields = tuple(body["__annotations__"])
            defaults = {field: body[field] for field in fields if field in body}
            code = constructor(len(fields)).replace(co_name="__new__", co_varnames=("_cls", *fields))
            body.update((field, _tuplegetter(n, "")) for n, field in enumerate(fields))
            body |= {"__slots__": (), "__match_args__": fields, "_fields": fields, "_field_defaults": defaults}
            body["_places"] = dict(zip(fields, range(len(fields)), strict=True))
            body["__new__"] = FunctionType(code, {"new": tuple.__new__}, "__new__", tuple(defaults.values()))
            return type(name, (Record,), body)

    class NamedTuple(metaclass=Maker):
        """Base of a record: annotated fields, those with a default last."""
