"""Show how fast names are read and compared.

    python benchmarks/names.py FOLDER                            words a second over a folder of articles
    python benchmarks/names.py --archive FILE --names 1000000    one new article beside so many names on record

The first counts the CPU time of the stage that finds names and of the rows of `name-spelling`, in a fresh process a
round; what earlier stages give them is not counted. The second builds a ledger in SQLite with the check's own keys (an
archive that is there is used again; it must have been built with the same number of names and seed), then takes new
articles of about 500 words and 25 people one by one: rows, look-up, groups, comparison.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gc
import multiprocessing
import os
import statistics
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING

from invented_names import Names
from name_archive import ArchiveLedger, build

from lintnews.checks.name_spelling import NameSpelling
from lintnews.cli import GARBAGE
from lintnews.comparison import LedgerLook
from lintnews.contract import Entry, Options
from lintnews.extract.draft import Draft
from lintnews.ledger.same_story import StoryMatcher
from lintnews.lexicon import lexicon
from lintnews.model import Facts, Story
from lintnews.placing import Locator
from lintnews.setup import Setup, workshop_of
from lintnews.workshop import card_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lintnews.contract import Match
    from lintnews.workshop import Workshop

ARTICLES = 50


def main() -> None:
    """Read the arguments and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--archive", type=Path)
    parser.add_argument("--names", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--cold", action="store_true", help="forget the archive before each article, as after a boot")
    given = parser.parse_args()
    if given.folder:
        extraction(sorted(p.as_posix() for p in given.folder.rglob("*") if p.suffix in {".txt", ".md"}), given.rounds)
    if given.archive:
        comparison(given.archive, given.names, given.seed, cold=given.cold)


def extraction(paths: Sequence[str], rounds: int) -> None:
    """Print words a second of the names stage and the rows of names, the best of some rounds."""
    words = sum(len(Path(path).read_bytes().split()) for path in paths)
    context = multiprocessing.get_context("spawn")
    best = (0.0, 0.0)
    for _ in range(rounds):
        with context.Pool(1) as pool:
            times = pool.apply(one_round, (paths,))
        best = times if not sum(best) else min(best, times, key=sum)
    stage, rows = (seconds / words * 1e6 for seconds in best)
    print(f"{len(paths)} articles, {words:,} words; CPU ms per 1,000 words, best of {rounds} rounds:")
    print(f"{stage:8.3f}  names\n{rows:8.3f}  rows of name-spelling")
    print(f"{stage + rows:8.3f}  together: {words / sum(best):,.0f} words/s")


def one_round(paths: Sequence[str]) -> tuple[float, float]:
    """CPU seconds of the names stage and of the rows, in a process that has seen no name before."""
    gc.set_threshold(GARBAGE)
    workshop = workshop_of(Setup())
    before = {stage.name: stage for stage in workshop.stages}
    names = before.pop("names")
    check = NameSpelling()
    words = lexicon(workshop.language)
    warm_up(workshop, check)
    extracting = keeping = 0.0
    for path in paths:
        draft = Draft(workshop.read(path), words)
        for stage in ("sentences", "quotations", "dates", "acronyms"):
            setattr(draft, stage, before[stage].extract(draft))
        start = process_time()
        draft.names = names.extract(draft)
        between = process_time()
        list(check.rows(Story(draft.article, Facts(names=draft.names))))
        extracting += between - start
        keeping += process_time() - between
    return extracting, keeping


def warm_up(workshop: Workshop, check: NameSpelling) -> None:
    """Load the word lists and compile the patterns with an article that says nothing."""
    list(check.rows(workshop.story("warm-up.md", b"Ada Balfen, 41, said so. Ada Balfin told Hugo Kessol.\n")))


def comparison(archive: Path, count: int, seed: int, *, cold: bool) -> None:
    """Print how long the names of one new article take beside an archive with `count` different names."""
    gc.set_threshold(GARBAGE)
    source = Names(seed)
    names = source.distinct(count)
    if not archive.exists():
        start = perf_counter()
        build(archive, names, source)
        print(f"built in {perf_counter() - start:.0f} s")
    source.chooser.seed(seed + 1)
    ledger = ArchiveLedger(archive)
    sizes = ", ".join(f"{rows:,} {table}" for table, rows in ledger.counts().items())
    print(f"SQLite stand-in, {archive.stat().st_size / 2**20:,.0f} MiB: {sizes}")
    workshop = workshop_of(Setup())
    look = LedgerLook(workshop.register, StoryMatcher(ledger.cards()))
    warm_up(workshop, NameSpelling())
    ledger = ArchiveLedger(archive)  # one that has read nothing yet
    gc.collect()
    gc.freeze()  # a million names in this process are the benchmark's own
    times: list[float] = []
    found = total = 0
    for number in range(ARTICLES):
        day = dt.date(2024, 1, 1) + dt.timedelta(days=number)
        story = workshop.story(f"new-{number}.md", source.new_article(names, day))
        if cold:
            forget(archive)
            ledger.reopen()
        start = perf_counter()
        rows, matches = compared(story, ledger, look)
        times.append((perf_counter() - start) * 1000)
        found += len(matches)
        total += rows
    print(
        f"{ARTICLES} new articles, each {total / ARTICLES:.0f} rows with {ledger.keys / ARTICLES:.0f} keys, "
        f"{ledger.groups / ARTICLES:.0f} groups met, {ledger.read / ARTICLES:.0f} looked into, "
        f"{found / ARTICLES:.1f} matches"
    )
    print(f"rows and comparison: median {statistics.median(times):.1f} ms, most {max(times):.1f} ms an article")


def forget(archive: Path) -> None:
    """Take the archive out of the system's cache of files, where that can be asked for."""
    with archive.open("rb") as file:
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def compared(story: Story, ledger: ArchiveLedger, look: LedgerLook) -> tuple[int, list[Match]]:
    """The number of rows of an article's names and the matches of their comparison."""
    check = NameSpelling()
    card = card_of(story, Locator(story.article))
    matches: list[Match] = []
    rows = list(check.rows(story))
    for row in rows:
        entry = Entry(row, card)
        bucket = ledger.bucket(entry) if check.asks(row) else []
        if bucket:
            matches += check.compare(entry, bucket, Options(), look)
    return len(rows), matches


if __name__ == "__main__":
    main()
