"""Show words per second over a folder of articles, and which stage or check takes the time.

    python benchmarks/where_time_goes.py FOLDER [--files N]

Runs in one process, with all default rules and no cache, and with the garbage collector set as the command sets it.
"""

from __future__ import annotations

import argparse
import gc
import resource
from pathlib import Path
from time import perf_counter

from lintnews.cli import GARBAGE
from lintnews.engine import run
from lintnews.setup import Setup, workshop_of


def main() -> None:
    """Run and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=0, help="take only the first N files")
    given = parser.parse_args()
    paths = sorted(p.as_posix() for p in given.folder.rglob("*") if p.suffix in {".txt", ".md"})
    paths = paths[: given.files or None]
    words = sum(len(Path(path).read_bytes().split()) for path in paths)
    gc.set_threshold(GARBAGE)
    start = perf_counter()
    workshop = workshop_of(Setup())
    ready = perf_counter()
    report = run(workshop, paths)
    seconds = perf_counter() - ready
    print(f"{len(paths)} articles, {words:,} words, {len(report.findings)} findings, {report.compared} pairs compared")
    print(f"set up {ready - start:.2f} s; run {seconds:.2f} s: {words / seconds:,.0f} words/s")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")
    print(f"\n{'ms per 1,000 words':>20}")
    rest = seconds
    for name, part in sorted(report.timings.items(), key=lambda item: -item[1]):
        rest -= part
        print(f"{part / words * 1e6:20.3f}  {name}")
    print(f"{rest / words * 1e6:20.3f}  (everything else)")


if __name__ == "__main__":
    main()
