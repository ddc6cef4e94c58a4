"""Articles whose worker process ended while it read them: a run that has few to read leaves these to a worker too."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import msgspec

from lintnews.state import CACHE_FOLDER, make_cache_folder

FILE = "suspects.json"


class Suspects:
    """Their paths, kept in the cache folder of `root`; with no root, for as long as this object lasts."""

    def __init__(self, root: str | None) -> None:
        self._root = root
        self._known: frozenset[str] = frozenset()
        if root is not None:
            with suppress(OSError, msgspec.MsgspecError):
                found = (Path(root) / CACHE_FOLDER / FILE).read_bytes()
                self._known = frozenset(msgspec.json.decode(found, type=list[str]))
        self._now = set(self._known)

    def __contains__(self, path: str) -> bool:
        return bool(self._now) and _absolute(path) in self._now

    def add(self, path: str) -> None:
        """Note an article."""
        self._now.add(_absolute(path))

    def clear(self, path: str) -> None:
        """Forget an article, if it was noted: a worker has read it."""
        if self._now:
            self._now.discard(_absolute(path))

    def save(self) -> None:
        """Write what has changed; where that can't be, the next run is as careless as the first."""
        if self._root is not None and self._now != self._known:
            with suppress(OSError, ValueError):  # a path that is no text can't be written
                (make_cache_folder(self._root) / FILE).write_bytes(msgspec.json.encode(sorted(self._now)))


def _absolute(path: str) -> str:
    return os.path.abspath(path)  # noqa: PTH100 - a Path would resolve links
