"""Records are what `typing.NamedTuple` makes, only made faster."""

from __future__ import annotations

import copy
import inspect
import pickle
import typing
from collections.abc import Callable, Mapping

import pytest

from factcheck import record


class Point(record.NamedTuple):
    """A place on a map."""

    x: int
    y: int = 2
    names: Mapping[str, int] | None = None

    @property
    def far(self) -> bool:
        """Whether it is far away."""
        return self.x > 100

    @classmethod
    def corner(cls) -> Point:
        """The place everything is measured from."""
        return cls(0, 0)


class Same(typing.NamedTuple):
    """A place on a map."""

    x: int
    y: int = 2
    names: Mapping[str, int] | None = None


def outcome(look: Callable[[], object]) -> object:
    """What a look gives, or the kind of error it ends with."""
    try:
        return look()
    except (TypeError, ValueError, AttributeError) as error:
        return type(error)


LOOKS = {
    "by place": lambda kind: kind(1, 3),
    "by name": lambda kind: kind(y=3, x=1),
    "with defaults": lambda kind: tuple(kind(1)),
    "without a value": lambda kind: kind(),
    "with too many": lambda kind: kind(1, 2, None, 4),
    "with an unknown name": lambda kind: kind(1, z=2),
    "equal to a tuple": lambda kind: kind(1) == (1, 2, None),
    "as a key": lambda kind: hash(kind(1)) == hash((1, 2, None)),
    "shown": lambda kind: repr(kind(1)).partition("(")[2],
    "unpacked": lambda kind: [*kind(1)],
    "a field": lambda kind: kind(5).x,
    "another value": lambda kind: kind(1)._replace(y=7),
    "another value of no field": lambda kind: kind(1)._replace(z=7),
    "of a sequence": lambda kind: kind._make([1, 2, 3]),
    "of too short a sequence": lambda kind: kind._make([1]),
    "as a dictionary": lambda kind: kind(1)._asdict(),
    "fields": lambda kind: (kind._fields, kind._field_defaults, kind.__match_args__),
    "set": lambda kind: setattr(kind(1), "x", 2),
    "set beside the fields": lambda kind: setattr(kind(1), "other", 2),
    "signature": lambda kind: [(one.name, one.default) for one in inspect.signature(kind).parameters.values()],
    "hints": typing.get_type_hints,
    "said": lambda kind: kind.__doc__,
}


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_a_record_does_what_a_named_tuple_does(look):
    assert outcome(lambda: look(Point)) == outcome(lambda: look(Same))


def test_a_record_is_a_tuple_with_its_own_methods():
    assert isinstance(Point(1), tuple)
    assert Point(101).far
    assert Point.corner() == (0, 0, None)
    match Point(4, 5):
        case Point(x, y):
            assert (x, y) == (4, 5)


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda point: pickle.loads(pickle.dumps(point))])
def test_a_copy_is_a_record(again):
    assert type(again(Point(1))) is Point
    assert again(Point(1, 2, {"a": 1})) == Point(1, 2, {"a": 1})
