"""Measure what the project promises about speed, memory and safety, and print one table beside the bars.

    python benchmarks/suite.py                       ten thousand articles and a hundred thousand: about an hour
    python benchmarks/suite.py --articles 600 --growth 3 --times 3          a minute or two
    python benchmarks/suite.py --only one-core jobs --read FOLDER           some; one core on articles of your own

All articles but those of `--read` are made by `generate.py`, the same for everybody. The bars hold for two free cores
and the default sizes; each line is a ratio of runs made one after the other, or says its seconds and the load.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ledger import CACHE, archive, build, hook, killed, lint, whole

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
PARTS = ("one-core", "jobs", "warm", "large", "kill")


class Line(NamedTuple):
    """A figure, the bar that it is held to, and whether it clears it."""

    what: str
    figure: str
    bar: str
    good: bool


def one_core(folder: Path) -> Iterator[Line]:
    """Words a second with all default rules and no cache, as `where_time_goes.py` says."""
    done = subprocess.run(
        [sys.executable, HERE / "where_time_goes.py", folder], capture_output=True, text=True, check=True
    )
    rate = int(done.stdout.partition(" words/s")[0].rpartition(" ")[2].replace(",", ""))
    yield Line(f"one core, {folder.name}: words/s", f"{rate:,}", ">= 250,000", rate >= 250_000)


def jobs(folder: Path) -> Iterator[Line]:
    """Two jobs against one, with and without the ledger on disk."""
    for name, argument in (("ledger on disk", ""), ("in memory", "--no-cache")):
        runs = []
        for number in (1, 2):
            shutil.rmtree(folder / CACHE, ignore_errors=True)
            runs.append(lint(folder, f"-j{number}", "news", *([argument] if argument else [])))
        one, two = runs
        times = one.seconds / two.seconds
        figure = f"{times:.2f} ({one.seconds:.1f} s, {two.seconds:.1f} s; of processors {one.work:.1f}, {two.work:.1f})"
        same = one.said == two.said
        yield Line(
            f"two jobs against one, {name}", figure + ("" if same else ", OTHER findings"), ">= 1.7", times >= 1.7
        )


def warm(folder: Path) -> Iterator[Line]:
    """A run with nothing changed against one with nothing known."""
    shutil.rmtree(folder / CACHE, ignore_errors=True)
    first, second = whole(folder)
    times = first.seconds / second.seconds
    yield Line(
        "warm against cold", f"{times:.1f} ({first.seconds:.1f} s, {second.seconds:.2f} s)", ">= 10", times >= 10
    )


def large(small: Path, folder: Path, given: argparse.Namespace) -> Iterator[Line]:
    """The large archive: its build, a hook on it, and its whole run against that of the small one."""
    paths = archive(folder, given.articles * given.growth, given.words)
    shutil.rmtree(folder / CACHE, ignore_errors=True)
    built = build(folder, paths)
    yield Line(f"build of {len(paths):,}: minutes", f"{built.seconds / 60:.1f}", "<= 8", built.seconds <= 480)
    yield Line("peak memory of the build: MB", f"{built.peak:.0f}", "<= 1,000", built.peak <= 1000)
    yield Line("disk: kB an article", f"{built.disk:.2f}", "<= 8", built.disk <= 8)
    one, alone = hook(folder, paths)
    figure = f"{one / alone:.2f} ({one:.3f} s, {alone:.3f} s)"
    yield Line("hook on one changed file against it alone", figure, "<= 2, <= 0.4 s", one <= 2 * alone and one <= 0.4)
    runs = []
    for home in (small, folder):
        shutil.rmtree(home / CACHE, ignore_errors=True)
        runs.append(lint(home, "news"))
    times = runs[1].seconds / runs[0].seconds
    figure = f"{times:.1f} ({runs[0].seconds:.0f} s, {runs[1].seconds:.0f} s, peak {runs[1].peak:.0f} MB)"
    yield Line(f"whole run of {given.growth} times the articles", figure, "<= 12 at 10", times <= 1.2 * given.growth)


def kill(folder: Path, given: argparse.Namespace) -> Iterator[Line]:
    """Builds that are ended in the middle."""
    good = killed(folder, archive(folder, 600, given.words), given.times, seed=1)
    yield Line("right after kill -9", f"{good} of {given.times}", "all", good == given.times)


def lines(home: Path, given: argparse.Namespace) -> Iterator[Line]:
    """The figures, as they come."""
    small = home / "small"
    small.mkdir(exist_ok=True)
    archive(small, given.articles, given.words)
    for name in given.only:
        if name == "one-core":
            yield from one_core(given.read or archive_of(home, min(given.articles, 1000), given.words))
        elif name == "jobs":
            yield from jobs(small)
        elif name == "warm":
            yield from warm(small)
        elif name == "large":
            (home / "large").mkdir(exist_ok=True)
            yield from large(small, home / "large", given)
        else:
            (home / "killed").mkdir(exist_ok=True)
            yield from kill(home / "killed", given)


def archive_of(home: Path, articles: int, words: int) -> Path:
    """The folder of a new archive."""
    folder = home / f"{articles} articles"
    folder.mkdir(exist_ok=True)
    archive(folder, articles, words)
    return folder


def main() -> None:
    """Read the arguments and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000, help="of the small archive (default: 10,000)")
    parser.add_argument("--growth", type=int, default=10, help="the large one has so many times them (default: 10)")
    parser.add_argument("--words", type=int, default=500, help="words an article (default: 500)")
    parser.add_argument("--times", type=int, default=20, help="builds that are killed (default: 20)")
    parser.add_argument("--read", type=Path, help="articles for the words a second (default: generated ones)")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS)
    parser.add_argument("--folder", type=Path, help="where the archives are made, and stay")
    given = parser.parse_args()
    print(f"Python {platform.python_version()}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}\n")
    print("| what | measured | bar | |\n|---|---|---|---|", flush=True)
    with tempfile.TemporaryDirectory() as name:
        home = given.folder or Path(name)
        home.mkdir(parents=True, exist_ok=True)
        for line in lines(home, given):
            print(f"| {line.what} | {line.figure} | {line.bar} | {'yes' if line.good else 'no'} |", flush=True)
    print(f"\nload {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
