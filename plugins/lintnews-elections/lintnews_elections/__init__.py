"""The front door of the plugin: hooks only; the check is imported when its hook is called."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lintnews import hookimpl

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lintnews import ArticleCheck


@hookimpl
def lintnews_checks() -> Iterable[type[ArticleCheck]]:
    """The check of vote counts and shares."""
    from lintnews_elections.vote_shares import VoteShares

    return [VoteShares]


@hookimpl
def lintnews_rules() -> Iterable[str]:
    """The folder of rules that comes with this plugin."""
    return [str(Path(__file__).parent / "rules")]
