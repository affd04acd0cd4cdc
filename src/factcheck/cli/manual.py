"""The manual page, made of the same texts as --help, so that it cannot say anything else."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck import __version__
from factcheck.checking import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

    import typer

EXITS = (
    ("0", "done; of a comparison: nothing at or above --fail-on"),
    ("1", "findings at or above --fail-on; problems of a lexicon"),
    ("2", "could not do what was asked"),
    ("130", "interrupted"),
    ("141", "nobody read the output any more"),
)
FILES = (
    ("factcheck.toml", "settings, in the working directory or above it; [tool.factcheck] in a pyproject.toml too"),
    ("~/.config/factcheck/config.toml", "settings of your own"),
    ("sources.csv", "publication dates and titles, beside the articles: path, title, publisher, published, url"),
    ("~/.cache/factcheck/", "the word lists, kept ready"),
)
ENVIRONMENT = (
    ("FACTCHECK_*", "settings: FACTCHECK_FAIL_ON, FACTCHECK_FORMAT, ...; FACTCHECK_CONFIG names a file of them"),
    ("FACTCHECK_CACHE", "where the word lists are kept ready, or off"),
    ("NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE", "no colours, or colours in a pipe too"),
)


def manual(app: typer.Typer) -> str:
    """The page in the language of man(7)."""
    from typer.main import get_command

    return "".join(f"{line}\n" for line in page(get_command(app)))


def page(group: Any) -> Iterator[str]:  # noqa: ANN401 - typer keeps the types of its parser to itself
    """The lines of the page for a group of commands."""
    context = group.make_context("factcheck", [], resilient_parsing=True)
    about, _, more = str(group.help).partition("\n\n")
    yield f'.TH FACTCHECK 1 "" "factcheck {__version__}" "User Commands"'
    yield from (".SH NAME", f"factcheck \\- {escaped(about[:1].lower() + about[1:].rstrip('.'))}")
    yield from (".SH SYNOPSIS", ".B factcheck", escaped("COMMAND [OPTION]... [PATH]..."))
    yield from (".SH DESCRIPTION", escaped(about), ".PP", escaped(more))
    yield from (".SH OPTIONS", *rows(group, context))
    yield ".SH COMMANDS"
    for name, command in group.commands.items():
        inner = command.make_context(name, [], parent=context, resilient_parsing=True)
        yield f".SS {escaped(' '.join((name, *command.collect_usage_pieces(inner))))}"
        yield escaped(" ".join(str(command.help).split()))
        yield from rows(command, inner)
    for title, told in {"EXIT STATUS": EXITS, "ENVIRONMENT": ENVIRONMENT, "FILES": FILES}.items():
        yield f".SH {title}"
        for head, text in told:
            yield from (".TP", f".B {escaped(head)}", escaped(text))


def rows(command: Any, context: Any) -> Iterator[str]:  # noqa: ANN401
    """The arguments and options of a command, as its help tells them."""
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record:
            yield from (".TP", f".B {escaped(record[0])}", escaped(" ".join(record[1].split())))


def escaped(text: str) -> str:
    """Text that stays text: no escapes, no requests at the start of a line, hyphens as they are typed."""
    safe = text.strip().replace("\\", "\\e").replace("-", "\\-")
    return "\\&" + safe if safe.startswith((".", "'")) else safe
