"""The console script; `--version` is answered before anything else is imported."""

import sys


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and give its exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    if given in (["--version"], ["-V"]):
        from lintnews import __version__

        print(f"lintnews {__version__}")  # noqa: T201 - the fast path of --version
        return 0
    try:
        from lintnews.cli import main as run

        return run(given)
    except KeyboardInterrupt:  # before the command line was there to see it
        from lintnews.errors import ExitCode

        print("lintnews: interrupted", file=sys.stderr)  # noqa: T201 - see above
        return ExitCode.INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
