"""Show how fast attributions and sources are read: words a second over a folder of articles.

    python benchmarks/attribution.py FOLDER [--rounds N]

Counts the CPU time of the stages `attributions` and `attributed` and of every check that a rule of the categories
attribution and sources runs, in a fresh process a round; what earlier stages give them is not counted.
"""

from __future__ import annotations

import argparse
import gc
import multiprocessing
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

from lintnews.cli import GARBAGE
from lintnews.config import Config
from lintnews.engine import run
from lintnews.extract.draft import Draft
from lintnews.lexicon import lexicon
from lintnews.setup import Setup, workshop_of

if TYPE_CHECKING:
    from collections.abc import Sequence

STAGES = ("attributions", "attributed")
FIELDS = {"attributed": "sentences"}


def main() -> None:
    """Read the arguments, measure and print the best round."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    paths = sorted(p.as_posix() for p in given.folder.rglob("*") if p.suffix in {".txt", ".md"})
    words = sum(len(Path(path).read_bytes().split()) for path in paths)
    context = multiprocessing.get_context("spawn")
    best: dict[str, float] = {}
    for _ in range(given.rounds):
        with context.Pool(1) as pool:
            times = pool.apply(one_round, (paths,))
        best = min(best or times, times, key=lambda parts: sum(parts.values()))
    print(f"{len(paths)} articles, {words:,} words; CPU ms per 1,000 words, best of {given.rounds} rounds:")
    for name, seconds in best.items():
        print(f"{seconds / words * 1e6:8.3f}  {name}")
    total = sum(best.values())
    print(f"{total / words * 1e6:8.3f}  together: {words / total:,.0f} words/s")


def one_round(paths: Sequence[str]) -> dict[str, float]:
    """Seconds of each stage, and of the checks, in a process that has read no article before."""
    gc.set_threshold(GARBAGE)
    workshop = workshop_of(Setup())
    vocabulary = lexicon(workshop.language)
    times = dict.fromkeys(STAGES, 0.0)
    for path in paths:
        draft = Draft(workshop.read(path), vocabulary)
        for stage in workshop.stages:
            start = process_time()
            setattr(draft, FIELDS.get(stage.name, stage.name), stage.extract(draft))
            if stage.name in times:
                times[stage.name] += process_time() - start
    selected = workshop_of(Setup(config=Config(select=("attribution", "sources"))))
    report = run(selected, paths)
    checks = [seconds for name, seconds in report.timings.items() if name.startswith("check ")]
    times["checks of attribution and sources"] = sum(checks)
    return times


if __name__ == "__main__":
    main()
