"""The report of the last whole run, kept for as long as nothing that it rests on changes."""

from __future__ import annotations

import os
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import xxhash

from lintnews.cache import digest_of_bytes, stamp_of
from lintnews.report import Report
from lintnews.state import digest_of
from lintnews.suppress import FILE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lintnews.workshop import Workshop

MOST = 200_000  # findings: a report with more is made anew
_REPORT = msgspec.msgpack.Decoder(Report)


class Memo:
    """Keeps one report in a file, under a digest of articles, rules, settings and allowances; never fails a run."""

    def __init__(self, file: Path, workshop: Workshop, targets: Iterable[str], *, whole: bool) -> None:
        self._file = file
        setup = workshop.setup
        side = Path(setup.root if setup else ".") / FILE
        self._setting = digest_of(
            stamp_of(workshop),
            sorted(workshop.known),
            setup.config if setup else None,
            digest_of_bytes(side.read_bytes()) if side.is_file() else b"",
            sorted(targets),
            whole,
        )

    def key(self, articles: Iterable[tuple[str, bytes]]) -> bytes:
        """What a report on this state of the articles, (path, digest) each, is kept under."""
        sum_ = xxhash.xxh3_128(self._setting)
        for path, digest in articles:
            sum_.update(path.encode())
            sum_.update(digest)
        return bytes(sum_.digest())

    def find(self, key: bytes) -> Report | None:
        """The report under this key, if it is the one that is kept and as it was written."""
        try:
            data = self._file.read_bytes()
            body = data[32:]
            if data[:16] != key or data[16:32] != digest_of_bytes(body):
                return None
            return _REPORT.decode(zlib.decompress(body))
        except (OSError, zlib.error, msgspec.MsgspecError):
            return None

    def keep(self, key: bytes, report: Report) -> None:
        """Keep a report in place of the last one; one with failures is not kept."""
        if report.failures or len(report.findings) > MOST:
            return
        try:
            body = zlib.compress(msgspec.msgpack.encode(msgspec.structs.replace(report, timings={})), 1)
            written = self._file.with_name(f"{self._file.name}.{os.getpid()}")
            written.write_bytes(key + digest_of_bytes(body) + body)
            written.replace(self._file)
        except (OSError, TypeError, ValueError, OverflowError):
            return  # a full disk, or a plugin's values that don't travel: the next run works again
