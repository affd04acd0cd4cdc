"""The one error a user can cause: what went wrong, where, and how to cure it."""


class FactcheckError(Exception):
    """Something the user can put right: a path, an option, an input, a lexicon row.

    Args:
        message: what is wrong, in one clause without a full stop.
        where: the file, `file:line` or option concerned, or "".
        hint: what to do about it, in one clause, or "".
    """

    def __init__(self, message: str, where: str = "", hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        """One line: `where: message (hint)`."""
        place = f"{self.where}: " if self.where else ""
        cure = f" ({self.hint})" if self.hint else ""
        return f"{place}{self.message}{cure}"
