"""How files stand: time of change and size as a quick test, and the digest of what was read."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from lintnews.cache import digest_of_bytes
from lintnews.files import LATELY
from lintnews.ledger.intake import Seal, unchanged

NEVER = Seal(-1, -1, b"")  # of a file that every run reads again


class Bytes(Mapping[str, bytes]):
    """The bytes of files, read when they are asked for; how each file stood then is kept."""

    def __init__(self) -> None:
        self.seals: dict[str, Seal] = {}

    def __getitem__(self, path: str) -> bytes:
        """The bytes of a file; KeyError if it can't be read: whoever works on it says why."""
        try:
            seal = seal_of_file(path)
            data = Path(path).read_bytes()
        except OSError as problem:
            raise KeyError(path) from problem
        self.seals[path] = seal._replace(digest=digest_of_bytes(data))
        return data

    def __iter__(self) -> Iterator[str]:
        return iter(self.seals)

    def __len__(self) -> int:
        return len(self.seals)


def seal_of_file(path: str) -> Seal:
    """How a file stands; one that changed a moment ago might change once more without a sign. OSError if it is gone."""
    status = os.stat(path)  # noqa: PTH116 - for every file of an archive, and a Path costs more than the call
    lately = status.st_mtime_ns > time.time_ns() - LATELY
    return Seal(-1 if lately else status.st_mtime_ns, status.st_size, b"")


def stands(path: str, known: Seal) -> bool:
    """Whether a file is as it was by its time of change and size; one that is gone is not."""
    try:
        return unchanged(known, seal_of_file(path))
    except OSError:
        return False
