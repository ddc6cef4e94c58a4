"""How long a million paragraphs take: their rows, then every near-duplicate among them.

    python benchmarks/passages.py [--paragraphs 1000000] [--jobs 2] [--seed 1]

Writes invented articles (made-up words, twenty paragraphs of some 45 words each) into a temporary folder: of a hundred
paragraphs one is taken over word for word from an earlier article and one with a tenth of its words changed; of two
hundred articles one is filed again with a new ending. Then it times what a run does with them for `shared-passages`:
read the text, take the fingerprints, put rows on record, look up and compare every row. Prints seconds, the peak of
memory of all processes together, and the share of what was put in that was found.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import random
import tempfile
import threading
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from itertools import chain
from multiprocessing import get_context
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import msgspec

from lintnews.checks.shared_passages import SharedPassages
from lintnews.comparison import LedgerLook
from lintnews.extract import passages
from lintnews.ledger.memory import MemoryLedger
from lintnews.ledger.same_story import StoryMatcher
from lintnews.lexicon import lexicon
from lintnews.model import Article, Card, Facts, Paragraph, Story
from lintnews.register import Register

if TYPE_CHECKING:
    from lintnews.contract import Row

PARAGRAPHS = 20  # of an article
WORDS = 45  # of a paragraph, on average
SHELF = 500  # articles in one file
FIRST_DAY = dt.date(2020, 1, 1)
COMMON = ("the", "of", "and", "to", "in", "a", "is", "that", "for", "it", "was", "on", "with", "as", "by", "had", "not")
Made = tuple[str, dt.date, list[str]]


class Writer:
    """Writes invented articles and remembers what it took over."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - invented texts, the same each time
        parts = [
            a + b
            for a in ["b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v"]
            for b in ["a", "e", "i", "o", "u", "ar", "en", "il", "or", "um"]
        ]
        self.words = ["".join(self.random.choices(parts, k=self.random.choice((2, 2, 3)))) for _ in range(30_000)]
        self.copied: set[tuple[str, int]] = set()
        self.reworded: set[tuple[str, int]] = set()
        self.filed: set[str] = set()
        self._kept: list[str] = []
        self._last: list[str] = []

    def write(self, number: int) -> Made:
        """The path, day and paragraphs of one article."""
        path, day = f"{number // SHELF:04}/{number:06}.md", FIRST_DAY + dt.timedelta(days=number // 30)
        if self._last and self.random.random() < 0.005:
            self.filed.add(path)
            return path, day, [*self._last[:-1], self._paragraph()]
        made = [self._next(path, at) for at in range(PARAGRAPHS)]
        if self.random.random() < 0.1:
            self._last = made
        return path, day, made

    def _next(self, path: str, at: int) -> str:
        chance = self.random.random()
        if self._kept and chance < 0.02:
            old = self._kept.pop(self.random.randrange(len(self._kept) // 2 + 1))  # of an earlier day
            (self.copied if chance < 0.01 else self.reworded).add((path, at))
            return old if chance < 0.01 else self._reword(old)
        made = self._paragraph()
        if chance > 0.97:
            self._kept.append(made)
        return made

    def _paragraph(self) -> str:
        rng = self.random
        size = rng.randint(WORDS - 15, WORDS + 15)
        words = [
            w for pair in zip(rng.choices(self.words, k=size), rng.choices(COMMON, k=size), strict=True) for w in pair
        ]
        return " ".join(words[:size]).capitalize() + "."

    def _reword(self, text: str) -> str:
        words = text.split()
        for _ in range(len(words) // 10):
            words[self.random.randrange(len(words))] = self.random.choice(self.words)
        return " ".join(words)


def rows_of(shelf: str) -> list[tuple[Card, list[Row]]]:
    """The rows of all articles of one file, as a worker of a run makes them."""
    check = SharedPassages()
    return [_rows(check, *made) for made in msgspec.json.decode(Path(shelf).read_bytes(), type=list[Made])]


def _rows(check: SharedPassages, path: str, day: dt.date, texts: list[str]) -> tuple[Card, list[Row]]:
    text = "\n\n".join(texts)
    paragraphs, at = [], 0
    for one in texts:
        paragraphs.append(Paragraph(at, at + len(one)))
        at += len(one) + 2
    article = Article(path, text, text, tuple(paragraphs), published=day)
    draft: Any = SimpleNamespace(article=article, plain=text.lower(), lexicon=lexicon())
    facts = Facts(passages=passages.extract(draft))
    return Card(path, day, (), None, ()), list(check.rows(Story(article, facts)))


class Memory(threading.Thread):
    """Watches the memory of this process and its children (Linux); `peak` is in bytes."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.peak = 0
        self.done = threading.Event()

    def run(self) -> None:
        """Look ten times a second."""
        while not self.done.wait(0.1):
            children = [p.read_text().split() for p in Path("/proc/self/task").glob("*/children")]
            self.peak = max(self.peak, sum(map(resident, ["self", *chain.from_iterable(children)])))


def used() -> float:
    """Seconds of processor time that this process and its ended children have used."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def resident(process: str) -> int:
    """Bytes of memory that a process holds; 0 if it has ended."""
    try:
        pages = Path(f"/proc/{process}/statm").read_text().split()[1]
    except OSError:
        return 0
    return int(pages) * 4096


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--paragraphs", type=int, default=1_000_000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    writer = Writer(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        shelves = write_all(writer, options.paragraphs // PARAGRAPHS, Path(folder))
        memory = Memory()
        memory.start()
        begun, busy = time.perf_counter(), used()
        ledger, entries = record(shelves, options.jobs)
        recorded = time.perf_counter()
        found = compare(ledger, entries)
        ended, at_work = time.perf_counter(), used() - busy
        memory.done.set()
    print(f"{options.paragraphs} paragraphs in {len(ledger.cards)} articles, {len(entries)} rows")
    print(f"rows {recorded - begun:.1f} s, near-duplicates {ended - recorded:.1f} s, together {ended - begun:.1f} s")
    print(f"processor time of all processes {at_work:.1f} s")
    print(f"peak of memory {memory.peak / 2**20:.0f} MiB")
    for kind, wanted in (("copied", writer.copied), ("reworded", writer.reworded), ("filed again", writer.filed)):
        hits = len(wanted & set(found))
        print(f"{kind:12} {hits:6} of {len(wanted):6}  {hits / max(len(wanted), 1):.4f}")
    further = found - writer.copied - writer.reworded - writer.filed
    print(f"further findings {len(further)}: {Counter(type(key).__name__ for key in further)}")


def write_all(writer: Writer, articles: int, folder: Path) -> list[str]:
    """Write the articles to files of `SHELF` each; gives their paths."""
    shelves = []
    for first in range(0, articles, SHELF):
        made = [writer.write(number) for number in range(first, min(first + SHELF, articles))]
        shelf = folder / f"{first:06}.json"
        shelf.write_bytes(msgspec.json.encode(made))
        shelves.append(str(shelf))
    return shelves


def record(shelves: list[str], jobs: int) -> tuple[MemoryLedger, list[Any]]:
    """Put the rows of all articles on record."""
    ledger, entries = MemoryLedger(), []
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        for shelf in pool.map(rows_of, shelves):
            for card, rows in shelf:
                entries += [entry for _, entry in ledger.add(card, [(SharedPassages.name, row) for row in rows])]
    return ledger, entries


def compare(ledger: MemoryLedger, entries: list[Any]) -> set[Any]:
    """Compare every row; gives the (path, paragraph) or path of each finding."""
    check, settings = SharedPassages(), SharedPassages.Options()
    look = LedgerLook(Register(), StoryMatcher(ledger.cards))
    found: set[Any] = set()
    starts: dict[str, list[int]] = {}
    for entry in entries:
        starts.setdefault(entry.card.path, []).append(entry.row.start)
    for entry in entries:
        bucket = ledger.bucket(check.name, entry.row, entry.card, agreement=check.agreement, commonest=check.commonest)
        for match in check.compare(entry, bucket, settings, look) if bucket else ():
            path = entry.card.path
            found.add(path if match.data["kind"] == "article" else (path, starts[path][1:].index(match.start)))
    return found


if __name__ == "__main__":
    main()
