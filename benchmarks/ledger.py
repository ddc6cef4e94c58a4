"""What the ledger on disk costs, and whether it survives being killed, on made-up articles.

    python benchmarks/ledger.py bars --articles 10000
    python benchmarks/ledger.py kill --articles 600 --times 20

`bars` builds the ledger of an archive that `generate.py` writes and prints: time, peak memory and disk of the build; a
run on one changed file of the archive and on the same file alone (medians of five); with `--whole` also a whole run and
one in which nothing has changed. `kill` ends builds at random moments (kill -9, workers too) and compares the
findings of the next run with those of an undisturbed one. Everything is done in a temporary folder, or in `--folder`.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

from generate import write

COMMAND = [sys.executable, "-m", "lintnews", "-q", "--output-format", "json"]
CACHE = ".lintnews_cache"


class Run(NamedTuple):
    """Seconds by the clock and of all processors, peak memory of the largest process in MB, and what it said."""

    seconds: float
    work: float
    peak: float
    said: bytes


def lint(folder: Path, *arguments: str) -> Run:
    """One run; one that fails ends the benchmark."""
    start = time.perf_counter()
    with (
        tempfile.TemporaryFile() as said,
        subprocess.Popen([*COMMAND, *arguments], cwd=folder, stdout=said, stderr=subprocess.PIPE) as run,
    ):
        complaint = run.stderr.read() if run.stderr else b""
        _, status, used = os.wait4(run.pid, 0)
        run.returncode = os.waitstatus_to_exitcode(status)
        if run.returncode not in {0, 1}:
            sys.exit(f"lintnews {' '.join(arguments)} ended with {run.returncode}: {complaint.decode()}")
        said.seek(0)
        seconds = time.perf_counter() - start
        return Run(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, said.read())


def archive(folder: Path, articles: int, words: int) -> list[str]:
    """Write the archive if it is not there; its articles."""
    if not (folder / "news").is_dir():
        write(folder / "news", articles, words, seed=1)
    (folder / ".lintnews.yaml").write_text("corpus: [news/]\n", encoding="utf-8")
    return sorted(str(path.relative_to(folder)) for path in (folder / "news").rglob("*.md"))


class Build(NamedTuple):
    """What building a ledger took: see `Run`; disk is kB an article."""

    seconds: float
    peak: float
    disk: float


def build(folder: Path, paths: list[str]) -> Build:
    """Build the ledger, by a run on one file."""
    run = lint(folder, paths[len(paths) // 2])
    disk = sum(path.stat().st_size for path in (folder / CACHE).glob("ledger-*.sqlite"))
    return Build(run.seconds, run.peak, disk / len(paths) / 1000)


def hook(folder: Path, paths: list[str], times: int = 5) -> tuple[float, float]:
    """Seconds of a run on one file that has changed, and of one on the same file alone: medians."""
    file = folder / paths[len(paths) // 2]
    one, alone = [], []
    with tempfile.TemporaryDirectory() as name:
        other = Path(name)
        (other / ".lintnews.yaml").write_text("", encoding="utf-8")
        lint(other, ".")
        for number in range(times):
            with file.open("a", encoding="utf-8") as end:
                end.write(f"\nThe clerk wrote line {number}.\n")
            shutil.copy(file, other / "alone.md")
            one.append(lint(folder, paths[len(paths) // 2]).seconds)
            alone.append(lint(other, "alone.md").seconds)
    return statistics.median(one), statistics.median(alone)


def whole(folder: Path) -> tuple[Run, Run]:
    """A run on all articles of a ledger that stands, and one in which nothing has changed."""
    return lint(folder, "news"), lint(folder, "news")


def bars(folder: Path, given: argparse.Namespace) -> None:
    """Measure the build and the runs after it."""
    paths = archive(folder, given.articles, given.words)
    print(f"{len(paths)} articles, load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    if given.fresh:
        shutil.rmtree(folder / CACHE, ignore_errors=True)
    built = build(folder, paths)
    print(f"build          {built.seconds:8.1f} s, peak {built.peak:.0f} MB, {built.disk:.2f} kB an article on disk")
    one, two = hook(folder, paths)
    print(f"one changed    {one:8.3f} s, alone {two:.3f} s: {one / two:.2f} times")
    if given.whole:
        first, second = whole(folder)
        times = first.seconds / second.seconds
        print(f"whole run      {first.seconds:8.1f} s, {second.seconds:.1f} s with nothing changed: {times:.1f} times")
        print(f"               the same bytes: {first.said == second.said}")
    print(f"load {os.getloadavg()[0]:.1f}")


def kill(folder: Path, given: argparse.Namespace) -> None:
    """End builds at random moments, and say how many of the runs after it find what an undisturbed one finds."""
    good = killed(folder, archive(folder, given.articles, given.words), given.times, given.seed)
    print(f"{good} of {given.times} find what an undisturbed run finds")


def killed(folder: Path, paths: list[str], times: int, seed: int) -> int:
    """How many of so many runs after a killed build find what an undisturbed one finds."""
    targets = paths[:: max(1, len(paths) // 20)]
    chance = random.Random(seed)  # noqa: S311 - moments, not secrets
    expected = lint(folder, "--no-cache", *targets).said
    shutil.rmtree(folder / CACHE, ignore_errors=True)
    long = lint(folder, *targets).seconds
    good = 0
    for number in range(times):
        if chance.random() < 0.5:
            shutil.rmtree(folder / CACHE, ignore_errors=True)
        else:
            (folder / paths[number]).touch()
        moment = chance.random() * long
        run = subprocess.Popen(
            [*COMMAND, *targets],
            cwd=folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        time.sleep(moment)
        os.killpg(run.pid, signal.SIGKILL)
        run.wait()
        left = sum(path.stat().st_size for path in (folder / CACHE).glob("ledger-*"))
        same = lint(folder, *targets).said == expected
        good += same
        print(
            f"killed after {moment:5.2f} s with {left:9} bytes of ledger: {'same' if same else 'OTHER'} findings",
            flush=True,
            file=sys.stderr,
        )
    return good


def main() -> None:
    """Read the arguments and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("bars", "kill"))
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--words", type=int, default=500)
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--whole", action="store_true", help="a whole run too, which compares every article")
    parser.add_argument("--fresh", action="store_true", help="build anew what is there in --folder")
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = given.folder or Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        (bars if given.what == "bars" else kill)(folder, given)


if __name__ == "__main__":
    main()
