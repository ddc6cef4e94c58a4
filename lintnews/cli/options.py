"""Options that commands share, and the way from them and the config file to the settings of a run."""

from __future__ import annotations

import argparse
import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import msgspec

from lintnews.config import Config, find_config, key, load_config
from lintnews.errors import ConfigError, UsageError
from lintnews.files import Patterns, shown
from lintnews.model import LEVELS
from lintnews.setup import Setup

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lintnews.workshop import Workshop

STDIN = "-"
HERE = ["."]  # the paths where none is given


def new_parser(command: str, description: str) -> argparse.ArgumentParser:
    """A parser for a command, which refuses shortened flags."""
    return argparse.ArgumentParser(
        f"lintnews {command}".rstrip(),
        description=description,
        allow_abbrev=False,
        formatter_class=partial(argparse.HelpFormatter, width=columns(100) - 2),
    )


def add_settings(parser: argparse.ArgumentParser) -> None:
    """Where the settings come from."""
    group = parser.add_argument_group("settings")
    source = group.add_mutually_exclusive_group()
    source.add_argument("--config", metavar="FILE", help="this configuration file instead of the nearest one")
    source.add_argument("--isolated", action="store_true", help="no configuration file")
    group.add_argument("-q", "--quiet", action="store_true", help="print nothing but what was asked for")
    group.add_argument("-v", "--verbose", action="store_true", help="say on stderr what is done")


def add_rules(parser: argparse.ArgumentParser, *, verdict: bool = True) -> None:
    """Which rules run; with `verdict`, also what fails the run."""
    group = parser.add_argument_group("rules")
    group.add_argument(
        "--select", action="append", metavar="RULES", help="rules and categories that run, by comma (ALL for every one)"
    )
    group.add_argument("--extend-select", action="append", metavar="RULES", help="rules that run beside those")
    group.add_argument("--ignore", action="append", metavar="RULES", help="rules and categories that don't run")
    if verdict:
        group.add_argument(
            "--fail-on", choices=LEVELS[::-1], help="level from which on the exit code is 1 (default: error)"
        )


def add_files(parser: argparse.ArgumentParser, *, piped: bool = True) -> argparse._ArgumentGroup:
    """Which articles; with `piped`, also one on standard input."""
    parser.add_argument("paths", nargs="*", default=HERE, metavar="PATH", help="files and folders (default: .)")
    group = parser.add_argument_group("files")
    group.add_argument(
        "--exclude", action="append", metavar="PATTERN", help="leave out, beside what the config leaves out"
    )
    group.add_argument(
        "--force-exclude", action="store_true", help="leave out files that are named here too (for pre-commit)"
    )
    if piped:
        told = "the name of what is read from standard input (PATH -)"
        group.add_argument("--stdin-filename", metavar="NAME", help=told)
    return group


def by_comma(given: Iterable[str] | None) -> tuple[str, ...]:
    """`["a,b", "c"]` to `("a", "b", "c")`."""
    return tuple(name.strip() for part in given or () for name in part.split(",") if name.strip())


def settings(options: argparse.Namespace) -> Setup:
    """The settings: the config file, and over it the flags."""
    setup = _from_file(options)
    config, lines = setup.config, dict(setup.lines)
    changes: dict[str, object] = {}
    select, ignore = by_comma(getattr(options, "select", None)), by_comma(getattr(options, "ignore", None))
    if select:  # what is asked for by name starts afresh: the config's choice of rules doesn't take it away again
        changes |= {"select": select, "ignore": ignore, "extend_select": ()}
        lines = {
            path: line
            for path, line in lines.items()
            if path.split("\0")[0] not in {"select", "ignore", "extend-select"}
        }
    elif ignore:
        changes["ignore"] = config.ignore + ignore
        lines.pop(key("ignore"), None)
    more = by_comma(getattr(options, "extend_select", None))
    if more:
        changes["extend_select"] = (() if select else config.extend_select) + more
        lines = {path: line for path, line in lines.items() if path.split("\0")[0] != "extend-select"}
    if getattr(options, "fail_on", None):
        changes["fail_on"] = options.fail_on
    if getattr(options, "exclude", None):
        changes["exclude"] = config.exclude + tuple(options.exclude)
    return msgspec.structs.replace(setup, config=msgspec.structs.replace(config, **changes), lines=lines)


def _from_file(options: argparse.Namespace) -> Setup:
    """The settings of the configuration file; the defaults if there is none."""
    if options.isolated:
        return Setup(Config(), isolated=True)
    path = Path(options.config) if options.config else find_config(Path.cwd())
    if path is None:
        return Setup(Config())
    name = shown(str(path))
    if not path.is_file():
        raise ConfigError("no such configuration file", name)
    config, lines = load_config(path, name)
    return Setup(config, shown(str(path.parent)), name, lines=lines)


def excludes(setup: Setup) -> Patterns:
    """What is left out of folders."""
    return Patterns(setup.config.exclude, setup.root)


def standard_input(options: argparse.Namespace) -> dict[str, bytes]:
    """`{name: bytes}` of what stands on standard input, if `-` is a path; the other paths stay in `options.paths`."""
    if STDIN not in options.paths:
        if options.stdin_filename:
            raise UsageError('--stdin-filename needs "-" as a path')
        return {}
    options.paths = [path for path in options.paths if path != STDIN]
    name = shown(options.stdin_filename) if options.stdin_filename else "stdin.txt"
    return {name: sys.stdin.buffer.read()}


def formats(workshop: Workshop, name: str) -> None:
    """Refuse an output format that nobody brings."""
    from lintnews.yamlfile import nearest

    known = workshop.registry.reporters
    if name not in known:
        raise UsageError(f'--output-format: there is no "{name}"{nearest(name, known)}; there are {", ".join(known)}')


def colored(choice: str, stream: TextIO) -> bool:
    """Whether to colour: as asked, else as NO_COLOR and FORCE_COLOR say, else on a terminal."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def emit(text: str) -> None:
    """Print text as it is: UTF-8 with plain line ends, or what the terminal can show."""
    stream = sys.stdout
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(errors="backslashreplace", newline="\n")
        if not stream.isatty():
            stream.reconfigure(encoding="utf-8")
    stream.write(text)


def columns(otherwise: int) -> int:
    """The width of the terminal; `shutil` tells it too, but loads every kind of compression."""
    wished = os.environ.get("COLUMNS", "")
    if wished.isascii() and wished.isdigit() and int(wished):
        return int(wished)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno() if sys.__stdout__ else 1).columns or otherwise
    except (OSError, ValueError):
        return otherwise


def cpus() -> int:
    """Processors that this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def positive(text: str) -> int:
    """The number of jobs."""
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number above 0")
    return int(text)
