"""The command line: arguments in, pipeline called, report written, exit code out.

Results go to stdout, everything else to stderr. Typer is imported when the arguments are read.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys
from collections.abc import Sequence

from factcheck.checking import TYPE_CHECKING
from factcheck.cli.codes import CLOSED, FAILED, FINE, INTERRUPTED
from factcheck.cli.output import say, silence
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from typing import NoReturn

    from factcheck.cli.commands import Command


def start() -> NoReturn:
    """The command `factcheck`, a process of its own: mostly over before collecting garbage pays."""
    gc.set_threshold(200_000)
    leave(main())


def leave(code: int) -> NoReturn:
    """End the process as it is; to take it apart object by object would take as long as reading the articles."""
    atexit._run_exitfuncs()  # what others have registered
    for stream in filter(None, (sys.stdout, sys.stderr)):
        try:
            stream.flush()
        except (OSError, ValueError):
            continue
    os._exit(code)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code; `arguments` default to those of the process."""
    words = sys.argv[1:] if arguments is None else list(arguments)
    try:
        return dispatch(words)
    except KeyboardInterrupt:
        say("interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        return CLOSED
    except FactcheckError as error:
        say("error", str(error))
    except Exception as error:  # a fault of ours must not end in 1, which means findings
        say("internal error", f"{type(error).__name__}: {error} (please report it; -v shows where)")
        if {"-v", "--verbose"}.intersection(words):
            sys.excepthook(type(error), error, error.__traceback__)
    return FAILED


def dispatch(words: list[str]) -> int:
    """Parse the words and run the command; none at all shows the help.

    Raises:
        FactcheckError: the words are no command.
    """
    from factcheck.cli.commands import Command
    from factcheck.cli.registry import MODULES, command_of

    if len(words) > 1 and words[0] in MODULES and not any(word.startswith("-") for word in words):
        kind = command_of(words[0])
        if kind.bare():
            return plain(kind, words[1:]).start()
    from factcheck.cli.options import app

    try:
        command = app(words or ["--help"], prog_name="factcheck", standalone_mode=False)
    except SystemExit as end:
        if not end.code:  # a shell was told how to complete a word
            return FINE
        silence()  # typer found stdout closed while it printed a help text
        return CLOSED
    except Exception as error:
        if not hasattr(error, "format_message"):  # the one sign all releases of typer share
            raise
        raise misused(error, words) from None
    if isinstance(command, Command):
        return command.start()
    return FINE if words and not command else FAILED  # typer's own 1, for a shell it does not know, is no finding


def plain(kind: type[Command], words: list[str]) -> Command:
    """A command without options: there is nothing to parse, and importing Typer takes a third of a short run."""
    *single, rest = kind.bare()
    return kind(**dict(zip(single, words, strict=False)), **{rest: words[len(single) :]})


def misused(error: Exception, words: list[str]) -> FactcheckError:
    """A usage error as one line with a cure."""
    from pathlib import Path

    from factcheck.cli.registry import MODULES

    near = getattr(error, "possibilities", None)
    text = str(error) if near else str(error.format_message())  # type: ignore[attr-defined]
    message, _, guess = text.partition(". Did you mean ")
    message = message[:1].lower() + message[1:].rstrip(".")
    command = next((word for word in words if not word.startswith("-")), "")
    dashed = next((word for word in words if word[:1] == "-" and Path(word).exists()), "")
    if dashed:
        hint = f"is it a file? write ./{dashed}"
    elif "command" in message and Path(command).exists():
        hint = f"did you mean: factcheck compare {command}?"
    elif words[0].startswith("-") and not MODULES.keys().isdisjoint(words):
        hint = "options come after the command, see factcheck --help"
    elif near or guess:
        hint = f"did you mean {' or '.join(near) if near else guess.rstrip('?')}?"
    else:
        hint = f"see factcheck {command} --help" if "command" not in message else "see factcheck --help"
    return FactcheckError(message, hint=hint)
