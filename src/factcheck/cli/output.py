"""Where text goes: results to stdout and files, talk to stderr."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from factcheck.checking import TYPE_CHECKING
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from factcheck.model import Report


def say(kind: str, text: str = "") -> None:
    """Print one line on stderr; nobody may be listening."""
    from factcheck.report.words import visible

    if sys.stderr is None:  # closed by the caller; print would turn to stdout
        return
    try:
        print(": ".join(filter(None, ("factcheck", kind, visible(text)))), file=sys.stderr, flush=True)
    except OSError:
        return


def put(text: str, styled: bool = False) -> None:
    """Write to stdout in UTF-8 with the line ends of the text; on a terminal in its encoding.

    Nothing in the text drives a terminal, unless it is `styled`: made for one.

    Raises:
        BrokenPipeError: the reader went away.
        FactcheckError: it cannot be written.
    """
    out = sys.stdout
    if out is None:  # closed by the caller
        return
    try:
        terminal = out.isatty()
        if hasattr(out, "reconfigure"):
            out.reconfigure(encoding=out.encoding if terminal else "utf-8", errors="replace", newline="")
        out.write(text if styled or not terminal else tamed(text))
        out.flush()
    except OSError as error:
        silence()
        if isinstance(error, BrokenPipeError):
            raise
        raise FactcheckError(f"cannot be written: {error.strerror}", "stdout") from None


def tamed(text: str) -> str:
    """The text for a terminal."""
    from factcheck.report.words import tame

    return tame(text)


def silence() -> None:
    """Drop what is left in the buffer of stdout; the interpreter would complain of it when it ends."""
    if sys.__stdout__ is None:
        return
    with Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), sys.__stdout__.fileno())


def writable(path: str) -> str:
    """Return the path of an output file when its folder exists.

    Raises:
        FactcheckError: it does not, the path is a folder, or a later run would read the file as its table of sources.
    """
    if Path(path).is_dir():
        raise FactcheckError("is a folder", path, "name a file to write to")
    if Path(path).name == "sources.csv":
        raise FactcheckError("is the name of the table about the articles", path, "name the file otherwise")
    if not Path(path).parent.is_dir():
        raise FactcheckError("its folder does not exist", path, "create the folder first")
    return path


def save(path: str, content: bytes, report: Report) -> None:
    """Write a file.

    Raises:
        FactcheckError: the report was made of it, or it cannot be written.
    """
    if was_read(path, report):
        raise FactcheckError("is one of the sources, left alone", path, "write to another folder")
    try:
        Path(path).write_bytes(content)
    except OSError as error:
        raise FactcheckError(f"cannot be written: {error.strerror}", path, "check its permissions") from None


def was_read(path: str, report: Report) -> bool:
    """Whether a file is a source or a copy of one, or holds one ("a.zip/b.txt", "a.csv#2")."""
    here = str(Path(path).resolve())
    known = [source.path for source in report.sources] + [skip.path for skip in report.skipped if not skip.failed]
    read = [str(Path(one).resolve()) for one in known]
    return any(one == here or one.startswith((here + os.sep, here + "#")) for one in read)


def summary_file() -> str:
    """The file GitHub shows as the summary of a step.

    Raises:
        FactcheckError: the environment names none.
    """
    path = os.environ.get("GITHUB_STEP_SUMMARY", "")
    if not path:
        raise FactcheckError("GITHUB_STEP_SUMMARY is not set", "--step-summary", "use it in a step of a workflow")
    return path


def append(path: str, text: str) -> None:
    """Write at the end of a file in UTF-8.

    Raises:
        FactcheckError: it cannot be written.
    """
    try:
        with Path(path).open("ab") as file:
            file.write(text.encode("utf-8", "replace"))
    except OSError as error:
        raise FactcheckError(f"cannot be written: {error.strerror}", path, "check its permissions") from None
