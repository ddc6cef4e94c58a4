"""Show what a run on a cluster costs: seconds and bytes by step, and two workers beside two processes.

    python benchmarks/cluster.py steps FOLDER [--partitions 4]
    python benchmarks/cluster.py race FOLDER

`steps` does the steps one after another in this process and counts the letters between partitions. `race` starts two
worker processes on this machine, lets them check the folder, then `-j 2` without them, and compares the findings.
"""

from __future__ import annotations

import argparse
import os
import pickle
import resource
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lintnews.cluster.judging import judge
from lintnews.cluster.kit import bench_of, pack
from lintnews.cluster.steps import answer, ask, declare, harvest, ship, survey
from lintnews.reporters.json import document, encode
from lintnews.setup import Setup, workshop_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lintnews.cluster.exchange import Letters


class Ledger:
    """Seconds of processor time and bytes of letters by step."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()
        self.bytes: Counter[str] = Counter()

    def do(self, function: Any, *arguments: Any) -> Any:
        """Do a step for one partition."""
        start = time.process_time()
        result = function(*arguments)
        self.seconds[function.__name__] += time.process_time() - start  # type: ignore[assignment]
        return result

    def exchange(self, function: Any, tasks: Iterable[tuple[Any, ...]]) -> list[Letters]:
        """Do a step for all partitions, and carry their letters."""
        written: list[Letters] = [self.do(function, *task) for task in tasks]
        arrived: list[Letters] = [[] for _ in written]
        for letters in written:
            for there, letter in letters:
                arrived[there].append((there, letter))
                self.bytes[function.__name__] += len(letter)
        return arrived


def steps(paths: Sequence[str], parts: int) -> None:
    """Count and print."""
    kit = pack(workshop_of(Setup()))
    bench_of(kit)
    words = sum(len(Path(path).read_bytes().split()) for path in paths)
    ledger, here = Ledger(), range(parts)
    done = [ledger.do(harvest, kit, [(path, True) for path in paths[i::parts]]) for i in here]
    sheets = [one.sheets for one in done]
    declared = ledger.exchange(declare, [(kit, i, parts, sheets[i]) for i in here])
    notices = ledger.exchange(survey, [(kit, parts, declared[i]) for i in here])
    shipped = ledger.exchange(ship, [(kit, parts, notices[i], sheets[i]) for i in here])
    asked = ledger.exchange(ask, [(kit, i, parts, notices[i], shipped[i]) for i in here])
    answers = ledger.exchange(answer, [(kit, shipped[i], asked[i]) for i in here])
    verdicts = [ledger.do(judge, kit, notices[i], shipped[i], answers[i]) for i in here]
    told = len(pickle.dumps(([one.told for one in done], verdicts)))
    count = len(paths)
    total = sum(ledger.seconds.values())
    print(f"{count:,} articles, {words:,} words, {parts} partitions, load {os.getloadavg()[0]:.1f}")
    for name, seconds in ledger.seconds.items():
        print(f"{name:8} {1000 * seconds / count:8.2f} ms an article {ledger.bytes[name] / count:8,.0f} bytes sent")
    print(f"{'all':8} {1000 * total / count:8.2f} ms an article {sum(ledger.bytes.values()) / count:8,.0f} bytes sent")
    print(
        f"kept until sent {sum(map(len, sheets)) / count:,.0f} bytes an article, told to the client {told / count:,.0f}"
    )
    print(
        f"{words / total:,.0f} words/s, peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB"
    )


def race(paths: Sequence[str]) -> None:
    """Time both, and compare them."""
    from distributed import LocalCluster

    from lintnews.cluster.run import run as together
    from lintnews.engine import run as alone

    workshop = workshop_of(Setup())
    with LocalCluster(n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address="127.0.0.1:0") as cluster:
        start = time.perf_counter()
        there = together(workshop, paths, (), cluster.scheduler_address, whole=True)
        print(f"two workers    {time.perf_counter() - start:7.1f} s, load {os.getloadavg()[0]:.1f}")
    start = time.perf_counter()
    here = alone(workshop, paths, jobs=2, whole=True)
    print(f"two processes  {time.perf_counter() - start:7.1f} s, load {os.getloadavg()[0]:.1f}")
    same = encode(document(here, "")) == encode(document(there, ""))
    print(f"{len(here.findings):,} findings, {'the same' if same else 'NOT the same'}")


def main() -> None:
    """Run one of them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("steps", "race"))
    parser.add_argument("folder", type=Path)
    parser.add_argument("--partitions", type=int, default=4)
    given = parser.parse_args()
    paths = sorted(p.as_posix() for p in given.folder.rglob("*") if p.suffix in {".txt", ".md"})
    if given.what == "steps":
        steps(paths, given.partitions)
    else:
        race(paths)


if __name__ == "__main__":
    main()
