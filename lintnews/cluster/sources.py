"""Articles by address, such as `s3://bucket/news/`: found by the client, read by the workers, both through fsspec."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from lintnews.errors import ReadError, UsageError, told
from lintnews.files import is_address
from lintnews.report import Failure

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from lintnews.files import Patterns


def listed(
    addresses: Iterable[str], suffixes: Collection[str], exclude: Patterns, *, force_exclude: bool = False
) -> tuple[list[str], list[Failure], bool]:
    """The articles that addresses of files, folders and globs stand for, sorted; failures; whether all are folders.

    As in folders on disk, hidden files and those that `exclude` takes in are left out, and of folders and globs those
    that no reader is for. There is no .gitignore.
    """
    found: set[str] = set()
    failures: list[Failure] = []
    folders = True
    for address in addresses:
        system, path = opened(address)
        glob = any(sign in path for sign in "*?[")
        try:
            if system.isfile(path):
                folders = False
                if not (force_exclude and exclude.match(address)):
                    found.add(address)
                continue
            inside = system.glob(path) if glob else system.find(path)
        except Exception as problem:  # noqa: BLE001 - whatever a file system raises is told with its address
            failures.append(Failure(address, f"can't be listed: {said(problem)}"))
            continue
        if not inside:
            failures.append(Failure(address, "no such file or folder"))
        fixed = re.split(r"[*?[]", path, maxsplit=1)[0].rpartition("/")[0] if glob else path
        wanted = (one for one in inside if _wanted(one.removeprefix(fixed), suffixes))
        names = (_named(address, system, one) for one in wanted)
        found.update(name for name in names if not exclude.match(name))
    return sorted(found), failures, folders


def opened(address: str) -> tuple[Any, str]:
    """The file system of an address and the path in it; UsageError if there is none for it."""
    from fsspec.core import url_to_fs

    try:
        system, path = url_to_fs(address)
    except (ImportError, ValueError, OSError) as problem:
        raise UsageError(f"can't be read: {said(problem)}", address) from None
    return system, path


def contents(paths: Sequence[str], folder: str) -> dict[str, bytes | ReadError]:
    """The bytes of files, or why they can't be read; paths are addresses, or relative to `folder`.

    Those of one file system are asked for together, so that one that is far away is waited for once.
    """
    out: dict[str, bytes | ReadError] = {}
    remote: dict[Any, list[tuple[str, str]]] = {}
    for path in paths:
        if is_address(path):
            system, inside = opened(path)
            remote.setdefault(system, []).append((path, inside))
        else:
            out[path] = _on_disk(path, folder)
    for system, pairs in remote.items():
        answers = system.cat_ranges([inside for _, inside in pairs], None, None, on_error="return")
        for (path, _), answer in zip(pairs, answers, strict=True):
            lost = isinstance(answer, BaseException)
            out[path] = ReadError(f"can't read the article: {said(answer)}", path) if lost else bytes(answer)
    return out


def content(path: str, folder: str) -> bytes:
    """The bytes of a file; ReadError if it can't be read."""
    answer = contents([path], folder)[path]
    if isinstance(answer, ReadError):
        raise answer
    return answer


def said(problem: BaseException) -> str:
    """What an exception of a file system says, in one line."""
    if isinstance(problem, OSError):
        return problem.strerror or str(problem) or told(problem)
    return told(problem)


def _on_disk(path: str, folder: str) -> bytes | ReadError:
    try:
        return Path(folder, path).read_bytes()
    except OSError as problem:
        return ReadError(f"can't read the article: {problem.strerror or problem}", path)


def _named(address: str, system: Any, path: str) -> str:
    """The address of a file that was found at another one."""
    chained = address.rpartition("::")[0]  # as in simplecache::s3://bucket/news/
    name = str(system.unstrip_protocol(path))
    return f"{chained}::{name}" if chained and not name.startswith(chained) else name


def _wanted(below: str, suffixes: Collection[str]) -> bool:
    """Whether a file is an article, by its name below the folder that was asked for."""
    hidden = any(part.startswith(".") for part in below.split("/"))
    return not hidden and PurePosixPath(below).suffix.lower() in suffixes
