"""The work on articles kept in `.lintnews_cache`: looked up by content and by all that the work depends on.

A cache never changes a finding and never fails a run: whatever is wrong with it (locked, read-only, torn, of another
version) is told in `trouble`, and the run goes on without it.
"""

from __future__ import annotations

import sqlite3
import sys
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import xxhash

from lintnews.state import CACHE_FOLDER, digest_of, make_cache_folder, program_state, state_of
from lintnews.workshop import Work

if TYPE_CHECKING:
    from lintnews.workshop import Workshop

SCHEMA = 2
KEPT = 8  # settings whose work is kept side by side
BATCH = 500
BUSY = 0.5  # seconds to wait for another process
_TABLES = """
create table if not exists work (
    stamp blob, path text, target integer, digest blob, value blob, mark integer, primary key (stamp, path, target)
);
create table if not exists stamps (stamp blob primary key, used integer);
"""


class Cache:
    """The works for one way of working (see `stamp_of`); use it in one process at a time."""

    def __init__(self, root: str, stamp: bytes) -> None:
        self.trouble = ""
        self.hits = 0
        self._stamp = stamp
        self._new: list[tuple[bytes, str, int, bytes, bytes, int]] = []
        self._decoder = msgspec.msgpack.Decoder(Work)
        self._base: sqlite3.Connection | None = None
        for _ in range(2):
            try:
                self._base = _open(root)
                self._touch()
            except sqlite3.OperationalError as problem:  # locked, read-only, no such folder
                self._fail(problem)
            except (sqlite3.DatabaseError, UnicodeDecodeError) as problem:  # torn: thrown away, and tried once more
                self._fail(problem)
                _remove(Path(root) / CACHE_FOLDER)
                continue
            except OSError as problem:
                self._fail(problem)
            break

    def get(self, path: str, data: bytes, *, target: bool) -> Work | None:
        """The work on this article, if it is known; the work on a target serves for the corpus too."""
        return self.find(path, digest_of_bytes(data), target=target)

    def find(self, path: str, digest: bytes, *, target: bool) -> Work | None:
        """The same, of an article whose bytes have this digest."""
        work = self._get(path, digest, target)
        if work is None and not target:
            work = self._get(path, digest, True)  # noqa: FBT003 - the column
            work = work and msgspec.structs.replace(work, findings=(), compared=0)
        self.hits += work is not None
        return work

    def put(self, path: str, data: bytes, work: Work, *, target: bool) -> None:
        """Keep the work on an article; one in which something failed is not kept."""
        self.keep(path, digest_of_bytes(data), work, target=target)

    def keep(self, path: str, digest: bytes, work: Work, *, target: bool) -> None:
        """The same, of an article whose bytes have this digest."""
        if self._base is None or work.failures:
            return
        try:
            value = zlib.compress(msgspec.msgpack.encode(msgspec.structs.replace(work, timings={})), 1)
        except (TypeError, ValueError, OverflowError) as problem:  # a plugin's values that don't travel
            self.trouble = f"{path}: {problem}"
            return
        self._new.append((self._stamp, path, target, digest, value, _mark(digest, value)))
        if len(self._new) >= BATCH:
            self._flush()

    def close(self) -> None:
        """Write what is new."""
        self._flush()
        if self._base is not None:
            self._base.close()
            self._base = None

    def _get(self, path: str, digest: bytes, target: bool) -> Work | None:  # noqa: FBT001 - the column
        if self._base is None:
            return None
        try:
            row = self._base.execute(
                "select value, mark from work where stamp = ? and path = ? and target = ? and digest = ?",
                (self._stamp, path, target, digest),
            ).fetchone()
            if row is None or _mark(digest, row[0]) != row[1]:
                return None
            return self._decoder.decode(zlib.decompress(row[0]))
        except (sqlite3.Error, UnicodeDecodeError, zlib.error, msgspec.MsgspecError, TypeError) as problem:
            self._fail(problem)
            return None

    def _flush(self) -> None:
        rows, self._new = self._new, []
        if self._base is None or not rows:
            return
        try:
            with self._base:
                self._base.executemany("insert or replace into work values (?, ?, ?, ?, ?, ?)", rows)
        except (sqlite3.Error, UnicodeDecodeError) as problem:
            self._fail(problem)

    def _touch(self) -> None:
        """Note that these settings are in use, and drop the work of settings that have not been for long."""
        if self._base is None:
            return
        last = self._base.execute("select stamp from stamps order by used desc limit 1").fetchone()
        if last == (self._stamp,):
            return
        with self._base:
            self._base.execute(
                "insert or replace into stamps select ?, coalesce(max(used), 0) + 1 from stamps", (self._stamp,)
            )
            old = "select stamp from stamps order by used desc limit -1 offset ?"
            for table in ("work", "stamps"):
                self._base.execute(f"delete from {table} where stamp in ({old})", (KEPT,))  # noqa: S608 - our own words

    def _fail(self, problem: Exception) -> None:
        self.trouble = self.trouble or " ".join(str(problem).split())
        if self._base is not None:
            self._base.close()
            self._base = None


def digest_of_bytes(data: bytes) -> bytes:
    """The digest by which an article's bytes are known."""
    return bytes(xxhash.xxh3_128_digest(data))


def _mark(digest: bytes, value: bytes) -> int:
    """A checksum that fits SQLite's signed integers."""
    return int(xxhash.xxh3_64_intdigest(digest + value)) >> 1


def _open(root: str) -> sqlite3.Connection:
    """The database in its folder."""
    folder = make_cache_folder(root)
    base = sqlite3.connect(folder / f"work-{SCHEMA}.sqlite", timeout=BUSY)
    base.execute("pragma journal_mode = truncate")
    base.execute("pragma synchronous = off")  # a torn file is noticed by its marks and thrown away
    base.executescript(_TABLES)
    return base


def _remove(folder: Path) -> None:
    for path in folder.glob("work-*.sqlite*"):
        path.unlink(missing_ok=True)


def open_cache(workshop: Workshop, root: str, *, bare: bool = False) -> Cache:
    """The cache of a workshop, beside its configuration; a `bare` one is for works whose rows stand in the ledger."""
    return Cache(root, digest_of(stamp_of(workshop), "bare") if bare else stamp_of(workshop))


def stamp_of(workshop: Workshop) -> bytes:
    """A digest of all that the work on an article depends on besides the article."""
    return digest_of(stamp_of_rows(workshop), workshop.rules, workshop.register)


def stamp_of_rows(workshop: Workshop) -> bytes:
    """A digest of all that an article's card and rows depend on: not the rules, their options or the register."""
    registry = workshop.registry
    return digest_of(
        sys.version,
        program_state(),
        state_of(_plugin_folders(workshop)),
        registry.plugins,
        [(stage.name, stage.version) for stage in registry.extractors],
        sorted((suffix, reader.name) for suffix, reader in registry.readers.items()),
        list(workshop.ledger_checks),
        workshop.setup.config.language if workshop.setup else "",
    )


def _plugin_folders(workshop: Workshop) -> list[str]:
    """Folders of plugins that take part in the work on articles."""
    registry = workshop.registry
    used = [*(type(check) for check in workshop.checks.values()), *(stage.extract for stage in registry.extractors)]
    used += [reader.read for reader in registry.readers.values()]
    modules = {str(thing.__module__) for thing in used}
    files = {getattr(sys.modules.get(name), "__file__", None) for name in modules if not name.startswith("lintnews.")}
    return sorted({str(Path(file).parent) for file in files if file} | set(registry.lexicon_folders))
