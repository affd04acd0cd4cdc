"""`TYPE_CHECKING` without `typing`, which takes 3 ms of every start; type checkers know it by its name."""

TYPE_CHECKING = False
