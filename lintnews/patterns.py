"""Regular expressions that are compiled when they are first used.

The program has some hundreds of them and one article needs half: compiling them all would be a third of the time that
a hook takes for one file.
"""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = (
    "findall",
    "finditer",
    "flags",
    "fullmatch",
    "groupindex",
    "match",
    "pattern",
    "search",
    "split",
    "sub",
    "subn",
)


class _Late:
    """Stands for a pattern; with the first use it takes over the methods of the compiled one."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self._source, self._flags)
        self.__dict__.update({method: getattr(compiled, method) for method in _METHODS})
        return self.__dict__[name]


def late(source: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that is compiled with its first use; `re.error` comes then, too."""
    return cast("re.Pattern[str]", _Late(source, flags))
