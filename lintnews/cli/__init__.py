"""The command line: one module a command; the only place that prints."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module

from lintnews.errors import ExitCode, LintnewsError

# What is loaded stays: looking through it for garbage with every 700 new objects costs a tenth of the time of one file.
GARBAGE = 50_000
# Command to the module that runs it: `try` is a word of Python's own.
COMMANDS = {
    "baseline": "baseline",
    "check": "check",
    "explain": "explain",
    "facts": "facts",
    "init": "init",
    "test": "test",
    "try": "trial",
}
VERDICTS = ("baseline", "check", "test", "try")


def main(arguments: list[str]) -> int:
    """Run a command and give its exit code; `lintnews PATH…` is `lintnews check PATH…`."""
    named = bool(arguments) and arguments[0] in COMMANDS
    command = arguments[0] if named else "check"
    gc.set_threshold(GARBAGE)
    if arguments and not named and (meant := _meant(arguments[0])):
        complain(f"{arguments[0]}: no such file or folder; did you mean the command `lintnews {meant}`?")
        return ExitCode.FAILED
    try:
        code: int = import_module(f"lintnews.cli.{COMMANDS[command]}").run(arguments[1:] if named else arguments)
        sys.stdout.flush()
    except LintnewsError as problem:
        complain(str(problem))
        return ExitCode.FAILED
    except KeyboardInterrupt:
        complain("interrupted")
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone (`| head`): nothing to say, and nothing to flush at exit either. A verdict
        # that was not delivered must not pass for a clean one.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.FAILED if command in VERDICTS else ExitCode.CLEAN
    except Exception:  # noqa: BLE001 - our own bug: shown whole, with a word on where it belongs
        import traceback

        traceback.print_exc()
        complain("this is a bug in lintnews: please report it with the lines above and the command that you ran")
        return ExitCode.FAILED
    return code


def _meant(word: str) -> str:
    """The command that a word which is no path was probably meant to be, or nothing."""
    if not word.isalpha() or os.path.lexists(word):
        return ""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, COMMANDS, 1, 0.75)), "")


def complain(message: str) -> None:
    """One line on stderr; text of articles in it is made safe."""
    from lintnews.reporters.printable import printable

    print(f"lintnews: {printable(message)}", file=sys.stderr)
