"""A linter for news articles: what plugin authors import. Nothing heavy is loaded until a name is used."""

from __future__ import annotations

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

_HOMES = {
    "lintnews.contract": (
        "ArticleCheck",
        "Entry",
        "Extractor",
        "Fix",
        "Group",
        "LedgerCheck",
        "Look",
        "Match",
        "Options",
        "Reader",
        "Reading",
        "Related",
        "RenderOptions",
        "Reporter",
        "Row",
    ),
    "lintnews.model": (
        "Acronym",
        "Article",
        "Attribution",
        "Card",
        "Date",
        "Facts",
        "Figure",
        "Name",
        "Paragraph",
        "Passage",
        "Quotation",
        "Sentence",
        "Span",
        "Story",
    ),
    "lintnews.report": ("Finding", "Report"),
    "lintnews.hookspecs": ("hookimpl",),
    "lintnews.errors": ("LintnewsError", "ReadError"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}
__all__ = ["__version__", *sorted(_HOME_OF)]  # noqa: PLE0604 - the names are strings


def __getattr__(name: str) -> Any:
    if name in _HOME_OF:
        return getattr(import_module(_HOME_OF[name]), name)
    msg = f"module 'lintnews' has no attribute {name!r}"
    raise AttributeError(msg)


def __dir__() -> list[str]:
    return __all__
