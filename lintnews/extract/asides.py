"""Subjects that an aside parts from their verb: appositions, brackets, dashes, and what stands before a comma."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.extract.grammar import DETERMINERS, words
from lintnews.extract.sources import phrase_left

if TYPE_CHECKING:
    from lintnews.extract.draft import Draft

_ASIDES = words("a an who which whose once now also")
_BRACKET = 60  # letters of a bracket between a subject and its verb
_REACH = 260  # letters back to the comma or dash that opens an apposition


def apposed(draft: Draft, low: int, comma: int) -> tuple[int, int] | None:
    """The subject before an apposition that ends at `comma` (a comma or dash), with the apposition."""
    text = draft.text
    if text[comma] == ")":
        return _before_bracket(draft, low, comma)
    if text[comma] in "-–—":
        dash = text.rfind(" " + text[comma], max(low, comma - _REACH), comma - 2)
        start = phrase_left(draft, low, dash) if dash >= 0 else dash
        return (start, dash) if 0 <= start < dash else None
    opening = text.rfind(", ", max(low, comma - _REACH), comma)
    for _ in range(4):
        if opening < 0:
            return None
        previous = text.rfind(", ", max(low, opening - 120), opening)
        start = phrase_left(draft, previous + 2 if previous >= 0 else low, opening)
        if previous < 0 or not _is_aside(text[start:opening]):
            return (start, comma) if start < opening else None
        opening = previous
    return None


def _before_bracket(draft: Draft, low: int, close: int) -> tuple[int, int] | None:
    """The subject before a bracket, with the bracket: "Rep. Amy Adeyemi (Labour) said"."""
    text = draft.text
    opening = text.rfind("(", max(low, close - _BRACKET), close)
    if opening <= low or text[opening - 1] != " ":
        return None
    start = after_comma(text, phrase_left(draft, low, opening), opening - 1)
    return (start, close + 1) if start < opening - 1 else None


def after_comma(text: str, begin: int, left: int) -> int:
    """Where a subject begins that may have a clause or a place before it, up to a comma."""
    comma = text.rfind(", ", begin, left)
    return comma + 2 if comma >= 0 and not _listed(text[comma + 2 : left]) else begin


def _is_aside(phrase: str) -> bool:
    """Whether words between two commas are an aside, and not yet the subject."""
    word = phrase.split(None, 1)[0].lower() if phrase.strip() else ""
    return word in _ASIDES or phrase[:1].isdigit() or (phrase[:1].islower() and word not in DETERMINERS)


def _listed(rest: str) -> bool:
    """Whether a comma parts a list of names before "and": "Adeyemi, Otieno and Park said"."""
    return " and " in rest and rest[:1].isupper() and len(rest) < 60
