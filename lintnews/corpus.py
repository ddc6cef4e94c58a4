"""The corpus of a run: which files it is, found by a walk, and by which folders it is known not to have changed."""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from lintnews.files import IGNORE_FILE, corpus_files, gather, seal_of, shown

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from lintnews.files import Patterns
    from lintnews.report import Failure
    from lintnews.setup import Setup


class Corpus:
    """What the config names as the corpus; where it names none, the folders that the command line names.

    `addressed` is what stands at those of these that are addresses; None if such are not read.
    """

    def __init__(
        self,
        setup: Setup,
        suffixes: Collection[str],
        exclude: Patterns,
        given: Sequence[str] = (),
        addressed: tuple[list[str], list[Failure]] | None = None,
    ) -> None:
        self._setup = setup
        self._suffixes = suffixes
        self._exclude = exclude
        self._addressed = addressed
        self._given = () if setup.config.corpus else tuple(sorted({shown(path) for path in given}))
        self.folders: dict[str, int] = {}  # those that the walk looked into, with their seals

    def __bool__(self) -> bool:
        """Whether there is any corpus."""
        return bool(self._setup.config.corpus or self._given or (self._addressed and self._addressed[0]))

    @cached_property
    def _walked(self) -> tuple[list[str], list[Failure]]:
        self.folders.clear()
        if self._setup.config.corpus:
            passing = self._addressed is not None
            found = corpus_files(self._setup, self._suffixes, self._exclude, self.folders, passing=passing)
        else:
            found = gather(self._given, self._suffixes, self._exclude, folders=self.folders)
        paths, failures = self._addressed or ([], [])
        return sorted({*found[0], *paths}), [*found[1], *failures]

    @property
    def paths(self) -> list[str]:
        """Its articles, sorted; ConfigError for an entry of the config that names nothing."""
        return self._walked[0] if self else []

    @property
    def walked(self) -> bool:
        """Whether it was walked."""
        return "_walked" in self.__dict__

    @property
    def failures(self) -> list[Failure]:
        """What could not be found or looked into."""
        return self._walked[1] if self else []

    @property
    def definition(self) -> tuple[object, ...]:
        """What decides which files it is, as plain data."""
        config = self._setup.config
        here = shown(str(Path(self._setup.root)))
        return (here, config.corpus, config.exclude, self._given, sorted(self._suffixes))

    @property
    def folders_only(self) -> bool:
        """Whether it is named by folders alone, so that nothing can come or go without one of them showing it."""
        return all(Path(self._setup.root, name).is_dir() for name in self._setup.config.corpus) and all(
            Path(name).is_dir() for name in self._given
        )

    def ignore_seal(self, folders: Iterable[str]) -> int:
        """A number that changes with the .gitignore files in its folders and above them."""
        above: set[str] = set()
        for name in self._given or [str(Path(self._setup.root, name)) for name in self._setup.config.corpus]:
            above.update(map(str, Path(os.path.normpath(Path(name).absolute())).parents))
        seal = 0
        for folder in [*sorted(above), *sorted(folders)]:
            seal = seal_of(f"{folder}/{IGNORE_FILE}", seal)
        return seal

    def look_into(self, folder: str, known: Mapping[str, int]) -> tuple[list[str], dict[str, int]] | None:
        """The articles of a folder and of new ones, that are not `known`; and the seals of these folders.

        The folders above are read too, for their .gitignore. None if only a walk of everything can tell: a link may
        stand for a file elsewhere.
        """
        above = {folder, *map(str, Path(folder).parents)}
        seals = {path: seal for path, seal in known.items() if path not in above}
        if self._setup.config.corpus:
            paths, failures = corpus_files(self._setup, self._suffixes, self._exclude, seals)
        else:
            paths, failures = gather(self._given, self._suffixes, self._exclude, folders=seals)
        new = {path: seal for path, seal in seals.items() if path == folder or path not in known}
        inside = [path for path in paths if (os.path.dirname(path) or ".") in new]  # noqa: PTH120 - a Path costs more
        if failures or any(Path(path).is_symlink() for path in inside):
            return None
        return inside, new
