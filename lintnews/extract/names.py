"""Placeholder that finds nothing; replaced in the first wave of work."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lintnews.extract.draft import Draft

VERSION = "0"


def extract(draft: Draft) -> tuple[Any, ...]:
    """Find nothing."""
    return draft.sentences if "names" == "attributed" else ()
