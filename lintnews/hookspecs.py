"""The hooks of the pluggy entry-point group `lintnews`; their docstrings are the contract for plugin authors.

Every hook is called once, at start, plugin by plugin in the order of the plugins' names; never per article. A plugin's
root module should import nothing heavy: import inside the hook. What an external plugin named `elections` brings is
known as `elections/NAME` (checks, formats, extractors that add something); its rules keep their folder as category.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lintnews.contract import Check, Extractor, Reader, Reporter

GROUP = "lintnews"
hookspec = pluggy.HookspecMarker(GROUP)
hookimpl = pluggy.HookimplMarker(GROUP)


@hookspec
def lintnews_checks() -> Iterable[type[Check]]:  # type: ignore[empty-body]
    """Give check classes: subclasses of `ArticleCheck` or `LedgerCheck` that are made with no arguments."""


@hookspec
def lintnews_rules() -> Iterable[str]:  # type: ignore[empty-body]
    """Give absolute paths of folders that hold `<category>/<rule-id>.yaml` files."""


@hookspec
def lintnews_readers() -> Iterable[Reader]:  # type: ignore[empty-body]
    """Give readers of file formats; two readers of one suffix are an error."""


@hookspec
def lintnews_extractors() -> Iterable[Extractor]:  # type: ignore[empty-body]
    """Give extractors: one with a built-in stage's name replaces it, others add `Facts.extra["PLUGIN/NAME"]`."""


@hookspec
def lintnews_reporters() -> Iterable[Reporter]:  # type: ignore[empty-body]
    """Give output formats for `--output-format`."""


@hookspec
def lintnews_lexicons() -> Iterable[str]:  # type: ignore[empty-body]
    """Give absolute paths of folders with `<language>/<table>.txt` files that are merged into the lexicon."""
