"""Which files are articles: folders are walked with `.gitignore` and `exclude`; paths are as reports show them."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from lintnews.errors import ConfigError
from lintnews.patterns import late
from lintnews.report import Failure

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    import pathspec

    from lintnews.setup import Setup

_GLOB = late(r"[*?\[]")
ADDRESS = "an address is read by the workers of a cluster only: `lintnews check --scheduler`"
IGNORE_FILE = ".gitignore"
LATELY = 2_000_000_000  # nanoseconds: no file system's clock is coarser


def shown(path: str) -> str:
    """A path as the report shows it: relative to the working directory, with slashes."""
    try:
        relative = os.path.relpath(path)
    except ValueError:  # on another drive
        relative = str(Path(path).absolute())
    return relative.replace(os.sep, "/")


def is_address(name: str) -> bool:
    """Whether a name is an address, such as `s3://bucket/news/`, and no path."""
    return "://" in name


class Patterns:
    """Patterns of .gitignore, relative to a folder."""

    def __init__(self, lines: Sequence[str], folder: str) -> None:
        self._folder = str(Path(folder).absolute())
        self._spec = _spec(lines) if lines else None

    def match(self, path: str, *, folder: bool = False) -> bool:
        """Whether the patterns take in this file, or this folder."""
        return self._spec is not None and bool(_decision(self._spec, self._folder, path, folder=folder))


def _spec(lines: Sequence[str]) -> pathspec.GitIgnoreSpec:
    import pathspec

    return pathspec.GitIgnoreSpec.from_lines(lines)


def _decision(spec: pathspec.GitIgnoreSpec, home: str, path: str, *, folder: bool) -> bool | None:
    """True for taken in, False for taken out again by a pattern with `!`, None if no pattern speaks of the path."""
    try:
        relative = os.path.relpath(path, home)
    except ValueError:
        relative = path
    relative = relative.replace(os.sep, "/")
    while relative.startswith("../"):  # a file outside of the folder: patterns without a slash still speak of its name
        relative = relative[3:]
    if relative in {".", ".."}:
        return None
    return spec.check_file(relative + "/" if folder else relative).include


def gather(
    given: Sequence[str],
    suffixes: Collection[str],
    exclude: Patterns,
    *,
    force_exclude: bool = False,
    folders: dict[str, int] | None = None,
) -> tuple[list[str], list[Failure]]:
    """The articles that `given` files and folders stand for, sorted, and a failure for each that can't be found.

    A file that is named is taken whatever its suffix, unless `force_exclude` asks for the patterns first. Into
    `folders` goes each folder that was looked into, with its seal; one that stands there already is passed over.
    """
    found: set[str] = set()
    failures: list[Failure] = []
    for name in given:
        path = shown(name)
        if is_address(name):
            failures.append(Failure(name, ADDRESS))
        elif Path(path).is_dir():
            found.update(_walk(path, suffixes, exclude, failures, folders))
        elif not os.path.lexists(path):
            failures.append(Failure(path, "no such file or folder"))
        elif not (force_exclude and exclude.match(path)):
            found.add(path)
    found -= {path for path in found if Path(path).is_symlink() and shown(os.path.realpath(path)) in found}
    good = []
    for path in sorted(found):
        try:
            path.encode()
            good.append(path)
        except UnicodeEncodeError:
            failures.append(Failure(path.encode("utf-8", "backslashreplace").decode(), "the file name is not UTF-8"))
    return good, failures


def folder_seal(folder: str) -> int:
    """A number that changes when a file comes, goes or is replaced in a folder.

    -1 is never to be believed: the folder is gone, or changed so lately that a further change might not show.
    """
    try:
        changed = Path(folder).stat().st_mtime_ns
    except OSError:
        return -1
    return -1 if changed > time.time_ns() - LATELY else changed


def seal_of(file: str, seed: int = 0) -> int:
    """A number that changes with a file's time of change and size, or as it comes and goes."""
    try:
        status = Path(file).stat()
    except OSError:
        return seed
    return hash((seed, status.st_mtime_ns, status.st_size)) & (1 << 62) - 1


def _walk(
    top: str,
    suffixes: Collection[str],
    exclude: Patterns,
    failures: list[Failure],
    folders: dict[str, int] | None = None,
) -> Iterator[str]:
    """The articles below a folder; hidden and ignored ones are left out, links to folders are not followed."""
    stack = [(top, _ignores_above(top))]
    while stack:
        folder, ignores = stack.pop()
        if folders is not None:
            if folder in folders:
                continue
            folders[folder] = folder_seal(folder)
        own = Path(folder) / IGNORE_FILE
        if own.is_file():
            lines = own.read_text(encoding="utf-8", errors="replace").splitlines()
            ignores = [*ignores, (_spec(lines), str(Path(folder).absolute()))]
        try:
            entries = list(os.scandir(folder))
        except OSError as problem:
            failures.append(Failure(folder, f"can't read the folder: {problem.strerror}"))
            continue
        for entry in entries:
            path = entry.name if folder == "." else f"{folder}/{entry.name}"
            is_folder = entry.is_dir(follow_symlinks=False)
            if entry.name.startswith(".") or not (is_folder or Path(entry.name).suffix.lower() in suffixes):
                continue
            if exclude.match(path, folder=is_folder) or _ignored(ignores, path, folder=is_folder):
                continue
            if is_folder:
                stack.append((path, ignores))
            elif entry.is_file():
                yield path


def _ignored(ignores: list[tuple[pathspec.GitIgnoreSpec, str]], path: str, *, folder: bool) -> bool:
    """Whether git ignores the path: the nearest .gitignore that speaks of it decides."""
    for spec, home in reversed(ignores):
        decision = _decision(spec, home, path, folder=folder)
        if decision is not None:
            return decision
    return False


def _ignores_above(top: str) -> list[tuple[pathspec.GitIgnoreSpec, str]]:
    """The .gitignore files above a folder, up to the root of its repository; none outside of one."""
    above = []
    here = Path(top).absolute()
    home = Path(os.path.normpath(here))
    for folder in (home, *home.parents):
        if folder != home and (folder / IGNORE_FILE).is_file():
            lines = (folder / IGNORE_FILE).read_text(encoding="utf-8", errors="replace").splitlines()
            above.append((_spec(lines), str(folder)))
        if (folder / ".git").exists():
            return above[::-1]
    return []


def corpus_files(
    setup: Setup,
    suffixes: Collection[str],
    exclude: Patterns,
    folders: dict[str, int] | None = None,
    *,
    passing: bool = False,
) -> tuple[list[str], list[Failure]]:
    """The articles of the config's corpus, sorted, and failures; ConfigError for an entry that names nothing.

    An address is such an entry too, unless it is to be passed over.
    """
    given: list[str] = []
    for number, name in enumerate(setup.config.corpus):
        path = Path(setup.root) / name
        if is_address(name):
            if not passing:
                raise ConfigError(f'corpus: "{name}": {ADDRESS}', setup.where("corpus", number))
        elif path.exists():
            given.append(str(path))
        elif _GLOB.search(name):
            given += _matching(name, setup, number)
        else:
            raise ConfigError(f'corpus: there is no file or folder "{name}"', setup.where("corpus", number))
    return gather(given, suffixes, exclude, force_exclude=True, folders=folders)


def _matching(pattern: str, setup: Setup, number: int) -> list[str]:
    """The files and folders that a glob of the corpus stands for."""
    try:
        return [str(path) for path in Path(setup.root).glob(pattern)]
    except (ValueError, NotImplementedError) as problem:
        raise ConfigError(f'corpus: "{pattern}": {problem}', setup.where("corpus", number)) from None
