"""The standing ledger: the corpus on disk and the ledger of it, brought up to date before a run and during it.

A file is known by its time of change and size, and where these differ by the digest of its bytes. A whole run looks at
every file. A run on a few named files looks at every folder, at every file too where that costs nothing (`EVERY_FILE`),
and else only at the files that turn up in a comparison.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from lintnews.cache import stamp_of_rows
from lintnews.comparers import compare_apart
from lintnews.files import folder_seal
from lintnews.ledger.disk import DiskLedger
from lintnews.ledger.intake import Intake, Seal, Sheet
from lintnews.ledger.tables import (
    TROUBLES,
    LedgerTrouble,
    compact,
    connect,
    drafted,
    drop,
    drop_others,
    fact,
    ledger_file,
    note,
    trouble,
    writes,
)
from lintnews.pool import run_all
from lintnews.report import Failure
from lintnews.seals import NEVER, Bytes, stands
from lintnews.state import digest_of, make_cache_folder

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from lintnews.comparison import Compared
    from lintnews.corpus import Corpus
    from lintnews.setup import Setup
    from lintnews.workshop import Work, Workshop

LEAST = 500  # articles below which the ledger in memory is as fast
EVERY_FILE = 10_000  # articles up to which every run looks at each file: 40 ms
BATCH = 500  # articles that are written together: each batch touches many pages


def file_of(workshop: Workshop, corpus: Corpus, root: str) -> Path:
    """The file of the ledger of a corpus for one way of working; OSError if its folder can't be made."""
    return ledger_file(make_cache_folder(root), digest_of(stamp_of_rows(workshop), corpus.definition).hex())


class Standing:
    """The ledger of one corpus for one way of working; every method may raise LedgerTrouble."""

    def __init__(self, workshop: Workshop, corpus: Corpus, file: Path) -> None:
        self.corpus = corpus
        self._workshop = workshop
        self._checks = list(workshop.ledger_checks)
        self._stale: set[str] = set()
        self._looked_into: dict[str, int | None] = {}  # folders with their new seals, None for one that is gone
        self._members: set[str] | None = None  # the files of the corpus, if all of them were looked at
        self._file = file
        try:
            self._base = connect(self._file)
            self.built = bool(fact(self._base, "built"))
            self.intake = Intake(self._base, self._checks, drafting=not self.built)
        except (OSError, *TROUBLES) as problem:
            raise trouble(problem) from problem

    def close(self) -> None:
        """Let go of the database."""
        self._base.close()

    def mend(self, problem: LedgerTrouble) -> None:
        """Drop the ledger if it is torn: the next run builds a new one."""
        self.close()
        if problem.torn:
            drop(self._file)

    @contextmanager
    def view(self, visitors: Sequence[tuple[str, Work]]) -> Iterator[None]:
        """One state of the ledger to look at, with articles that are not of the corpus, or not as they stand there."""
        if visitors:
            with self.intake.transaction(keep=False):
                for path, work in visitors:
                    self.intake.put(_sheet(path, work, NEVER))
                self.intake.flush()
                yield
            return
        self._base.execute("begin")
        try:
            yield
        finally:
            self._base.execute("rollback")

    def ledger(self, *, whole: bool, fresh: Collection[str] = ()) -> DiskLedger:
        """The ledger, to be asked; unless the run is whole, each file that it meets is looked at, but the `fresh`."""
        self._stale.clear()
        if drafted(self._base):
            raise LedgerTrouble("another run is building it")
        return DiskLedger(
            self._base, self._checks, None if whole else lambda path: self._meet(path, fresh), whole=whole
        )

    def compare_apart(self, setup: Setup, paths: Sequence[str], jobs: int, timings: dict[str, float]) -> Compared:
        """Compare many articles of the corpus with all others in worker processes; inside `view`."""
        stand = str(self._file), writes(self._base)
        return compare_apart(self._workshop, setup, stand, paths, jobs, timings)

    def stale(self) -> list[str]:
        """The articles met since `ledger` that are no longer what is on record; the seals of others are renewed."""
        return self._changed(sorted(self._stale))

    def knows(self, path: str) -> bool:
        """Whether a file is one of the corpus."""
        return path in self._members if self._members is not None else self._seal(path) is not None

    def digest(self, path: str) -> bytes:
        """The digest of a file as it is on record; empty if it has to be read again."""
        seal = self._seal(path)
        return seal.digest if seal else b""

    def digests(self) -> list[tuple[str, bytes]]:
        """All files with the digests of their bytes, by path."""
        return self._base.execute("select path, digest from files order by path").fetchall()

    @property
    def size(self) -> int:
        """How many files the corpus has."""
        return int(self._base.execute("select count(*) from files").fetchone()[0])

    def look(self) -> list[str]:
        """Bring the list of files up to the whole corpus as it stands; the articles that are to be read."""
        paths = self.corpus.paths
        self._members = set(paths)
        seals = dict(self._seals())
        todo = [path for path in paths if path not in seals or not stands(path, seals[path])]
        self._forget([path for path in seals if path not in self._members])
        return self._changed(todo)

    def glance(self) -> list[str] | None:
        """The same, as cheap as can be: by folders, and by files if they are few; None if only `look` can tell."""
        if not self.built or not self.corpus.folders_only:
            return None
        known: dict[str, int] = dict(self._base.execute("select path, seal from folders"))
        if fact(self._base, "ignores") != self.corpus.ignore_seal(known):
            return None
        todo = [path for (path,) in self._base.execute("select path from files where digest = x''")]
        for folder, seal in sorted(known.items()):
            if seal < 0 or folder_seal(folder) != seal:
                found = self._glance_into(folder, known)
                if found is None:
                    return None
                todo += found
        if self.size <= EVERY_FILE:
            todo += [path for path, seal in self._seals() if not stands(path, seal)]
        return self._changed(sorted(set(todo)))

    def settle(self) -> None:
        """Note that the whole corpus is on record, as `look` found it; one with failures is walked each time."""
        with self.intake.transaction():
            merged = self.intake.merge()
            self._base.execute("delete from folders")
            self._base.executemany("insert into folders values (?, ?)", sorted(self.corpus.folders.items()))
            note(self._base, "ignores", self.corpus.ignore_seal(self.corpus.folders))
            note(self._base, "built", int(not self.corpus.failures))
        drop_others(self._file)
        if merged:
            compact(self._base)

    def settle_folders(self) -> None:
        """Note that what `glance` found in folders is on record."""
        if not self._looked_into:
            return
        with self.intake.transaction():
            for folder in self._looked_into:
                self._base.execute("delete from folders where path = ?", (folder,))
            kept = [(folder, seal) for folder, seal in self._looked_into.items() if seal is not None]
            self._base.executemany("insert into folders values (?, ?)", kept)
            known = [folder for (folder,) in self._base.execute("select path from folders")]
            note(self._base, "ignores", self.corpus.ignore_seal(known))
        self._looked_into.clear()

    def take_in(self, paths: Sequence[str], targets: set[str], jobs: int) -> Iterator[tuple[str, Work | Failure, Seal]]:
        """Work on files and put those of the corpus on record; gives each with how it stood."""
        source = Bytes()
        works = run_all(self._workshop, paths, targets, source, jobs)
        while batch := list(islice(works, BATCH)):
            sealed = [(path, work, source.seals.pop(path, NEVER)) for path, work in batch]
            kept = [_sheet(*one) for one in sealed if self.knows(one[0])]
            with self.intake.transaction():
                for sheet in kept:
                    if not sheet.seal.digest or self.digest(sheet.path) != sheet.seal.digest:
                        self.intake.put(sheet)
            yield from sealed

    def _glance_into(self, folder: str, known: dict[str, int]) -> list[str] | None:
        """The articles of a folder that may have changed, those of new folders below it among them."""
        found: list[str] = []
        self._looked_into[folder] = None
        if Path(folder).is_dir():
            looked = self.corpus.look_into(folder, known)
            if looked is None:
                return None
            found, seals = looked
            self._looked_into.update(seals)
            known.update(seals)
        inside = {path for path, _ in self._seals(folder) if (os.path.dirname(path) or ".") == folder}  # noqa: PTH120
        self._forget(sorted(inside - set(found)))
        new = [path for path in found if not self.knows(path)]
        if new:
            with self.intake.transaction():
                for path in new:
                    self.intake.put(Sheet(path, NEVER))
        return found

    def _changed(self, paths: Sequence[str]) -> list[str]:
        """Those of the paths whose bytes are not those on record; the seals of the others are renewed."""
        changed: list[str] = []
        gone: list[str] = []
        renewed: list[tuple[int, int, str]] = []
        for path in paths:
            known = self._seal(path)
            if known is not None and stands(path, known):
                continue
            if not os.path.lexists(path):
                gone.append(path)
                continue
            if known is None or not known.digest:
                changed.append(path)
                continue
            source = Bytes()
            source.get(path)
            seal = source.seals.get(path, NEVER)
            if seal.digest == known.digest:
                renewed.append((seal.mtime, seal.size, path))
            else:
                changed.append(path)
        self._forget(gone)
        if renewed:
            with self.intake.transaction():
                self._base.executemany("update files set mtime = ?, size = ? where path = ?", renewed)
        return changed

    def _forget(self, paths: Sequence[str]) -> None:
        for first in range(0, len(paths), BATCH):
            with self.intake.transaction():
                for path in paths[first : first + BATCH]:
                    self.intake.forget(path)

    def _meet(self, path: str, fresh: Collection[str]) -> None:
        """Look at an article that turned up in a comparison."""
        if path not in fresh:
            known = self._seal(path)
            if known is None or not stands(path, known):
                self._stale.add(path)

    def _seal(self, path: str) -> Seal | None:
        found = self._base.execute("select mtime, size, digest from files where path = ?", (path,)).fetchone()
        return Seal(*found) if found else None

    def _seals(self, folder: str = ".") -> Iterable[tuple[str, Seal]]:
        """The files below a folder with their seals, by path."""
        asked = "select path, mtime, size, digest from files"
        if folder == ".":
            rows = self._base.execute(f"{asked} order by path").fetchall()
        else:
            rows = self._base.execute(
                f"{asked} where path >= ? and path < ? order by path", (f"{folder}/", f"{folder}0")
            ).fetchall()
        return ((path, Seal(mtime, size, digest)) for path, mtime, size, digest in rows)


def _sheet(path: str, work: Work | Failure, seal: Seal) -> Sheet:
    """What goes on record; work in which something failed is done again by every run, so that it is told again."""
    if isinstance(work, Failure):
        return Sheet(path, NEVER)
    return Sheet(path, NEVER if work.failures else seal, work.card, work.rows)
