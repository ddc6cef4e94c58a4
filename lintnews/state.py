"""The state of folders as one digest: what was made from them is good for as long as it stays."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import xxhash

if TYPE_CHECKING:
    from collections.abc import Iterable

CACHE_FOLDER = ".lintnews_cache"


def digest_of(*parts: object) -> bytes:
    """A digest of plain data and records."""
    return bytes(xxhash.xxh3_128_digest(msgspec.msgpack.encode(parts, order="deterministic")))


def state_of(folders: Iterable[str]) -> bytes:
    """A digest of path, size and time of change of every file below the folders."""
    return digest_of([_files(folder) for folder in folders])


@cache
def program_state() -> bytes:
    """The state of the program's own files: a checkout that is worked on has one version for long."""
    return state_of([str(Path(__file__).parent)])


def _files(folder: str) -> list[tuple[str, int, int]]:
    found = []
    stack = [folder]
    while stack:
        with os.scandir(stack.pop()) as entries:
            for entry in entries:
                if entry.is_dir():
                    if entry.name != "__pycache__":
                        stack.append(entry.path)
                else:
                    status = entry.stat()
                    found.append((entry.path, status.st_size, status.st_mtime_ns))
    return sorted(found)


def make_cache_folder(root: str) -> Path:
    """The cache's folder beside the configuration, hidden from git; OSError if it can't be made."""
    folder = Path(root) / CACHE_FOLDER
    folder.mkdir(exist_ok=True)
    ignore = folder / ".gitignore"
    if not ignore.exists():
        ignore.write_text("*\n", encoding="ascii")
    return folder
