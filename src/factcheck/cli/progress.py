"""A progress bar on stderr for work that takes longer than a second, and only where somebody looks."""

from __future__ import annotations

import os
import sys

from factcheck.checking import TYPE_CHECKING
from factcheck.settings import Notice, silent

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

DELAY = 1.0
"""Seconds before the bar is shown."""


def progress(quiet: bool) -> Nobody | Bar:
    """Whom to tell of the work; nothing is imported and no thread started where nobody looks."""
    stream = sys.stderr
    looked_at = stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"
    if quiet or not looked_at or os.environ.get("CI", "0") not in {"", "0", "false"}:
        return Nobody()
    return Bar()


class Nobody:
    """Stands for a bar where nobody looks. `contextlib` would be half a millisecond of every start."""

    def __enter__(self) -> Notice:
        """Tell it to nobody."""
        return silent

    def __exit__(self, *_: object) -> None:
        """Nothing is to be taken away."""


class Bar:
    """A bar that a timer shows; it vanishes when the work is done."""

    def __init__(self, delay: float = DELAY) -> None:
        """Start the timer; `delay` in seconds."""
        from threading import Lock, Timer

        self._lock = Lock()
        self._state: tuple[str, int, int] = ("reading", 0, 0)
        self._shown: tuple[Progress, TaskID] | None = None
        self._done = False
        self._timer = Timer(delay, self._show)
        self._timer.daemon = True
        self._timer.start()

    def __enter__(self) -> Notice:
        """Tell it to the bar."""
        return self.notice

    def __exit__(self, *_: object) -> None:
        """Take the bar away, whatever happened."""
        self.stop()

    def notice(self, stage: str, done: int, total: int) -> None:
        """Take what is being done: `done` of `total` things, or 0 of 0 when nobody knows how many there are."""
        with self._lock:
            self._state = (stage, done, total)
            self._draw()

    def stop(self) -> None:
        """Take the bar away."""
        self._timer.cancel()
        with self._lock:
            self._done = True
            if self._shown:
                self._shown[0].stop()

    def _show(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        bar = Progress(*columns, console=Console(stderr=True), transient=True)
        with self._lock:
            if self._done:
                return
            self._shown = (bar, bar.add_task("", total=None))
            self._draw()
            bar.start()

    def _draw(self) -> None:
        if self._shown:
            bar, task = self._shown
            stage, done, total = self._state
            bar.update(task, description=stage, completed=done, total=total or None)
