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
import resource
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from generate import write

COMMAND = [sys.executable, "-m", "lintnews", "-q", "--output-format", "json"]
CACHE = ".lintnews_cache"


def lint(folder: Path, *arguments: str) -> tuple[float, bytes]:
    """Seconds and output of one run; a run that fails ends the benchmark."""
    start = time.perf_counter()
    done = subprocess.run([*COMMAND, *arguments], cwd=folder, capture_output=True, check=False)
    if done.returncode not in {0, 1}:
        sys.exit(done.stderr.decode())
    return time.perf_counter() - start, done.stdout


def archive(folder: Path, articles: int, words: int) -> list[str]:
    """Write the archive if it is not there; its articles."""
    if not (folder / "news").is_dir():
        write(folder / "news", articles, words, seed=1)
    (folder / ".lintnews.yaml").write_text("corpus: [news/]\n", encoding="utf-8")
    return sorted(str(path.relative_to(folder)) for path in (folder / "news").rglob("*.md"))


def bars(folder: Path, given: argparse.Namespace) -> None:
    """Measure the build and the runs after it."""
    paths = archive(folder, given.articles, given.words)
    middle = paths[len(paths) // 2]
    file = folder / middle
    print(f"{len(paths)} articles, load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    if given.fresh:
        shutil.rmtree(folder / CACHE, ignore_errors=True)
    seconds, _ = lint(folder, middle)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    disk = sum(path.stat().st_size for path in (folder / CACHE).glob("ledger-*.sqlite"))
    print(f"build          {seconds:8.1f} s, peak {peak:.0f} MB, {disk / len(paths) / 1000:.2f} kB an article on disk")
    hook, alone = [], []
    with tempfile.TemporaryDirectory() as name:
        other = Path(name)
        (other / ".lintnews.yaml").write_text("", encoding="utf-8")
        lint(other, ".")
        for number in range(5):
            with file.open("a", encoding="utf-8") as end:
                end.write(f"\nThe clerk wrote line {number}.\n")
            shutil.copy(file, other / "alone.md")
            hook.append(lint(folder, middle)[0])
            alone.append(lint(other, "alone.md")[0])
    one, two = statistics.median(hook), statistics.median(alone)
    print(f"one changed    {one:8.3f} s, alone {two:.3f} s: {one / two:.2f} times")
    if given.whole:
        cold, first = lint(folder, "news")
        warm, second = lint(folder, "news")
        print(f"whole run      {cold:8.1f} s cold, {warm:.1f} s with nothing changed: {cold / warm:.1f} times")
        print(f"               the same bytes: {first == second}")
    print(f"load {os.getloadavg()[0]:.1f}")


def kill(folder: Path, given: argparse.Namespace) -> None:
    """End builds at random moments; how many of the runs after it find what an undisturbed one finds."""
    paths = archive(folder, given.articles, given.words)
    targets = paths[:: max(1, len(paths) // 20)]
    chance = random.Random(given.seed)  # noqa: S311 - moments, not secrets
    _, expected = lint(folder, "--no-cache", *targets)
    shutil.rmtree(folder / CACHE, ignore_errors=True)
    long, _ = lint(folder, *targets)
    good = 0
    for number in range(given.times):
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
        same = lint(folder, *targets)[1] == expected
        good += same
        print(
            f"killed after {moment:5.2f} s with {left:9} bytes of ledger: {'same' if same else 'OTHER'} findings",
            flush=True,
        )
    print(f"{good} of {given.times} find what an undisturbed run finds")


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
