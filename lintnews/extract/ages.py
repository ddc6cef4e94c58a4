"""Ages of persons: "Anna Berg, 45,", "aged 45", "she was 45 when", "45 years old"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.patterns import late

if TYPE_CHECKING:
    from lintnews.extract.draft import Draft

_LEAD = late(r"(?<!\w)(?:aged?|turned|age\sof|ages)[\s,]\s?\Z")
_LAST = frozenset(
    [
        "age",
        "aged",
        "ages",
        "of",
        "turned",
        "turns",
        "is",
        "was",
        "be",
        "turn",
        "only",
        "just",
        "to",
        "from",
        "at",
        "about",
        "around",
    ]
)
_AGE = late(r"\b(?:age|life\sexpectancy|lifespan)\s[^.;:\d]{0,48}(?:is|was|of|to|at|from|about|around)\s\Z")
_AGE_TO = late(r"\bage\s[^.;:]{0,24}from\s\d\d\sto\s\Z")
_STOP = late(r"[.,;)]")
_FULL_NAME = late(r"(?:[A-Z][\w'’.-]+|[A-Z]\.)\s[A-Z][\w'’-]+,\s\Z")
_SURNAME = late(r"(?<!\w)[A-Z][\w'’-]+,\s\Z")
_GOES_ON = late(r",\s(?:who|said|says|has|was|is|a|an|the|of|from|told|and|died|had)\b")
_WAS = late(
    r"(?:(?<!\w)(?:he|He|she|She|who|[A-Z][a-z]+)|\))\s(?:is|was|turned|turns|will\sbe|would\sbe"
    r"|will\sturn)\s(?:only\s|just\s)?\Z"
)
_WAS_STOP = late(r"[.;]|\s(?:when|at\sthe\stime|years\sold|by\sthe\send|on\s(?:his|her)\b|last\s|this\s|next\s)")


def has_age_lead(draft: Draft, start: int) -> bool:
    """Whether "aged" or the like stands right before."""
    return _LEAD.search(draft.lower, max(start - 10, 0), start) is not None


def is_age(draft: Draft, start: int, end: int) -> bool:  # noqa: PLR0911 - one a wording
    """Whether a bare number is the age of somebody."""
    lower, text = draft.lower, draft.text
    if (
        lower[start - 2 : start] != ", "
        and lower[max(start - 9, 0) : start].rstrip(" ,").rpartition(" ")[2] not in _LAST
    ):
        return False
    if has_age_lead(draft, start):
        return True
    window = lower[max(start - 72, 0) : start]
    if (" age " in window or "life" in window) and (_AGE.search(window) or _AGE_TO.search(window)):
        return True
    if lower[start - 2 : start] != ", " or not _STOP.match(lower, end):
        was = _WAS.search(text, max(start - 30, 0), start)
        return was is not None and _WAS_STOP.match(lower, end) is not None
    kind = next((name.kind for name in draft.names if name.end == start - 2), None)
    if kind == "person":
        return True
    if kind in {"place", "organisation"}:
        return False
    if _FULL_NAME.search(text, max(start - 40, 0), start) is not None and kind is None and not draft.names:
        return True
    return _SURNAME.search(text, max(start - 24, 0), start) is not None and _GOES_ON.match(lower, end) is not None
