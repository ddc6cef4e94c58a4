"""Source spans: the noun phrase beside a cue."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lintnews.extract.grammar import BOUNDARY, PHRASE_END, words
from lintnews.patterns import late

if TYPE_CHECKING:
    from lintnews.extract.draft import Draft

_HEAD_END = late(
    r"[,(—–“\"]|\s(?:(?<!out\s)of|for|from|in(?!\s(?:\d|two|three|four|five|ten))|at|with|who|whose|whom|which|that|on|to|close|familiar|briefed|by|about|near|involved|"
    r"representing|working|outside|inside|out(?!\sof)|under|over|between|among|against|like|without|aged|led|interviewed|surveyed|polled|called|named|around|released|published|conducted|commissioned|sponsored|taken|i|he|she|we|they)\s"
    r"|\s(?:last|this|earlier this|late last)\s(?=week|month|year|spring|summer|autumn|fall|winter|\w+day)"
    r"|\s\w{2,12}(?:ing|ed)\s(?=(?:to|for|in|on|a|an|the|with|at|by|his|her|their|against|from)\s)"
)
_NEAR = 60  # letters before a verb in which most subjects begin
_EDGE = 16  # a boundary is shorter than this
_SUBJECT = 200  # a subject longer than this is read from its middle
_TITLES = words("Dr Mr Mrs Ms Sen Rep Gov Gen Lt Col Sgt Rev Prof St Jr Sr Maj Capt")
_APPOSITION = late(
    r",\s+(?:an?|the|who|whose|one|head|chief|director|chairman|president|his|her|its)\b[^.;:“”\"]*"
    r"|,\s+(?-i:[A-Z])[\w’-]+(?:\s(?-i:[A-Z])[\w.’-]+){1,3}(?=[,.])",
    re.IGNORECASE,
)


def phrase_right(text: str, at: int, limit: int) -> tuple[int, int] | None:
    """The noun phrase that begins at or after `at`, up to `limit`; with the apposition that follows it."""
    while at < limit and text[at] in " \n":
        at += 1
    end = _phrase_end(text, at, limit)
    if end <= at:
        return None
    return at, end


def _phrase_end(text: str, at: int, limit: int) -> int:
    stop = PHRASE_END.search(text, at, limit)
    while stop and stop.group() == "." and _initial(text, at, stop.start()):
        stop = PHRASE_END.search(text, stop.end(), limit)
    return stop.start() if stop else limit


def _initial(text: str, at: int, dot: int) -> bool:
    """Whether the full stop at `dot` ends an initial, an abbreviation or a title, as in "J. Mwangi", "Dr. Otieno"."""
    word = text[max(text.rfind(" ", at, dot) + 1, at) : dot]
    return word[:1].isupper() and (len(word) == 1 or "." in word or word in _TITLES)


def apposition(text: str, end: int, limit: int) -> int:
    """The end of an apposition that follows a noun phrase ("…, a spokesman for the ministry"), or `end`."""
    found = _APPOSITION.match(text, end, limit)
    return found.end() if found else end


def phrase_left(draft: Draft, low: int, at: int) -> int:
    """Where the subject that ends at `at` begins, not before `low`: after the last clause boundary."""
    lower, start, near = draft.lower, max(low, at - _SUBJECT), at - _NEAR
    first = start
    for found in BOUNDARY.finditer(lower, max(start, near), at):
        if found.end() < at:
            start = found.end()
    if start == first and near > start:  # none is near: look farther back
        for found in BOUNDARY.finditer(lower, start, near + _EDGE):
            start = found.end()
    text = draft.text
    while start < at and text[start] in " \n'\"“‘…,.":
        start += 1
    return start


def head_of(lower: str) -> str:
    """The noun phrase up to its first preposition or relative: "advisers" of "advisers to the mayor"."""
    stop = _HEAD_END.search(lower + " ", 1)
    return lower[: stop.start()] if stop else lower
