"""How far a run is: one line on a terminal's standard error, shown after a second and gone before the report."""

from __future__ import annotations

import os
import sys
from collections import deque
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator

    from lintnews.workshop import Workshop

PATIENCE = 1.0  # seconds that a run may take without a word
EVERY = 0.1  # seconds between two lines
RECENT = 10.0  # seconds that the rate is measured over: what came from the cache goes faster than what is read
WIPE = "\r\x1b[K"


class Progress:
    """The line; called with the articles done, all that there are, and what is done with them."""

    def __init__(self, stream: TextIO, columns: int, clock: Callable[[], float] = monotonic) -> None:
        self._stream = stream
        self._columns = columns
        self._clock = clock
        self._samples: deque[tuple[float, int]] = deque([(clock(), 0)])
        self._due = clock() + PATIENCE
        self._shown = False
        self._doing = "read"

    def __call__(self, done: int, of: int, doing: str = "read") -> None:
        """Show the line if it is time for it; when all are done, that they are being compared."""
        now = self._clock()
        turned, self._doing = doing != self._doing, doing
        if now < self._due and not (self._shown and (done >= of or turned)):
            return
        self._due = now + EVERY
        samples = self._samples
        if turned or done < samples[-1][1]:
            samples.clear()  # another round has begun
            samples.append((now - EVERY, 0))
        while len(samples) > 1 and now - samples[0][0] > RECENT:
            samples.popleft()
        samples.append((now, done))
        since, before = samples[0]
        self._show(told(done, of, (done - before) / max(now - since, EVERY), doing))

    def close(self) -> None:
        """Wipe the line."""
        if self._shown:
            self._stream.write(WIPE)
            self._stream.flush()
            self._shown = False

    def _show(self, text: str) -> None:
        self._stream.write(WIPE + text[: max(self._columns - 1, 0)])
        self._stream.flush()
        self._shown = True


def told(done: int, of: int, rate: float, doing: str = "read") -> str:
    """The line for so many articles done, at `rate` articles a second."""
    if done >= of:
        return f"{of:,} articles read, comparing them" if doing == "read" else f"{of:,} articles {doing}"
    line = f"{done:,} of {of:,} articles{'' if doing == 'read' else f' {doing}'} ({100 * done // max(of, 1)}%)"
    return f"{line}, {rate:,.0f} a second, {duration((of - done) / rate)} left" if rate >= 1 else line


def duration(seconds: float) -> str:
    """A time left in words, as coarse as it is long."""
    minutes, rest = divmod(int(seconds) + 1, 60)
    if not minutes:
        return f"{rest} s"
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes:02} min" if hours else f"{minutes} min {rest:02} s"


def wanted(options: argparse.Namespace) -> bool:
    """Whether somebody sits before a terminal who wants to know."""
    return not (options.quiet or os.environ.get("CI") or os.environ.get("TERM") == "dumb" or not sys.stderr.isatty())


@contextmanager
def watching(options: argparse.Namespace, workshop: Workshop) -> Iterator[None]:
    """Show the progress of the workshop's work, as long as this lasts."""
    if not wanted(options):
        yield
        return
    progress = Progress(sys.stderr, _columns())
    workshop.watch = progress
    try:
        yield
    finally:
        workshop.watch = None
        progress.close()


def _columns() -> int:
    """The width of the terminal that standard error is."""
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or 80
    except (OSError, ValueError):
        return 80
