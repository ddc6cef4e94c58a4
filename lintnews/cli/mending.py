"""`--fix` and `--diff`: edits made, or shown."""

from __future__ import annotations

import difflib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from lintnews.cli import complain
from lintnews.cli import options as shared
from lintnews.errors import ExitCode, LintnewsError
from lintnews.fixing import fixes, mended, write
from lintnews.reading.decoding import decode
from lintnews.report import Failure
from lintnews.reporters.printable import printable

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

    from lintnews.report import Report


class Mended(msgspec.Struct, frozen=True):
    """Files before and after the edits, the number of edits, and what could not be mended."""

    before: dict[str, bytes]
    after: dict[str, bytes]
    count: int
    failures: tuple[Failure, ...]


def mend(report: Report, given: Mapping[str, bytes], *, unsafe: bool) -> Mended:
    """Make the edits of a report in memory; `given` holds what did not come from disk."""
    before, after, failures, count = {}, {}, [], 0
    for path, findings in fixes(report.findings, unsafe=unsafe).items():
        try:
            data = given[path] if path in given else Path(path).read_bytes()
            after[path] = mended(path, data, findings)
            before[path] = data
            count += len(findings)
        except OSError as problem:
            failures.append(Failure(path, f"can't be read: {problem.strerror or problem}"))
        except LintnewsError as problem:
            failures.append(Failure(problem.where, problem.message))
    return Mended(before, after, count, tuple(failures))


def save(changes: Mended, given: Mapping[str, bytes]) -> tuple[Failure, ...]:
    """Write the mended files; what came from standard input goes to standard output."""
    failures = []
    for path, data in changes.after.items():
        try:
            if path not in given:
                write(path, data)
        except LintnewsError as problem:
            failures.append(Failure(problem.where, problem.message))
    for path, data in given.items():
        sys.stdout.buffer.write(changes.after.get(path, data))
    return tuple(failures)


def show(options: argparse.Namespace, report: Report, given: Mapping[str, bytes]) -> int:
    """Print the edits as a unified diff; exit code 1 if there are any."""
    changes = mend(report, given, unsafe=options.unsafe_fixes)
    color = shared.colored(options.color, sys.stdout)
    for path, data in changes.after.items():
        shared.emit(_diff(path, _lines(path, changes.before[path]), _lines(path, data), color=color))
    failures = (*report.failures, *changes.failures)
    for failure in failures:
        complain(f"{failure.where}: {failure.message}")
    if failures:
        return ExitCode.FAILED
    return ExitCode.FINDINGS if changes.after and not options.exit_zero else ExitCode.CLEAN


_COLORS = {"-": "31", "+": "32", "@": "36"}


def _diff(path: str, before: list[str], after: list[str], *, color: bool) -> str:
    lines = difflib.unified_diff(before, after, path, path, lineterm="")
    shown = [printable(line) for line in lines]
    if color:
        shown = [f"\x1b[{_COLORS[line[0]]}m{line}\x1b[0m" if line[:1] in _COLORS else line for line in shown]
    return "".join(f"{line}\n" for line in shown)


def _lines(path: str, data: bytes) -> list[str]:
    """The lines of a file as the reader reads them, whatever their encoding and their ends."""
    return decode(path, data)[0].replace("\r\n", "\n").replace("\r", "\n").split("\n")
