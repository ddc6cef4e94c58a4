"""The command line (first sketch)."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def main(arguments: list[str]) -> int:
    """Check or facts."""
    from lintnews import __version__
    from lintnews.config import Config
    from lintnews.contract import RenderOptions
    from lintnews.engine import run
    from lintnews.errors import LintnewsError
    from lintnews.setup import Setup, workshop_of

    if arguments and arguments[0] == "test":
        from lintnews.cli.test import test

        try:
            return test(arguments[1:])
        except LintnewsError as problem:
            print(f"lintnews: {problem}", file=sys.stderr)
            return 2
    command = "check"
    if arguments and arguments[0] in {"check", "facts"}:
        command, arguments = arguments[0], arguments[1:]
    parser = argparse.ArgumentParser("lintnews")
    parser.add_argument("paths", nargs="*", default=["."])
    parser.add_argument("--output-format", default="concise")
    parser.add_argument("--select", default="")
    parser.add_argument("-j", type=int, default=1)
    parser.add_argument("--statistics", action="store_true")
    options = parser.parse_args(arguments)
    try:
        workshop = workshop_of(Setup(Config(select=tuple(options.select.split(",")) if options.select else ())))
        paths = []
        for given in options.paths:
            p = Path(given)
            paths += sorted(q.as_posix() for q in p.rglob("*") if q.suffix in workshop.registry.readers) if p.is_dir() else [given]
        if command == "facts":
            from lintnews.factsheet import facts_record
            import msgspec

            for path in sorted(paths):
                print(msgspec.json.encode(facts_record(workshop.story(path))).decode())
            return 0
        report = run(workshop, paths, jobs=options.j)
    except LintnewsError as problem:
        print(f"lintnews: {problem}", file=sys.stderr)
        return 2
    print(workshop.registry.reporters[options.output_format].render(report, RenderOptions(version=__version__)), end="")
    for failure in report.failures:
        print(f"lintnews: {failure.where}: {failure.message}", file=sys.stderr)
    if options.statistics:
        for name, seconds in sorted(report.timings.items(), key=lambda item: -item[1]):
            print(f"{seconds:8.3f} {name}", file=sys.stderr)
    return 2 if report.failures else int(any(f.level == "error" for f in report.findings))
