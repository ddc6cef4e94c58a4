"""Quotations: what stands between quotation marks, paragraph by paragraph.

Marks are read by shape: one with a space before it and a word after it opens, one with a word or a stop before it
closes. Curly marks say which they are, unless their shape says the opposite. A quotation in a quotation is part of
the outer one. Single marks count only where no apostrophe can be meant. A quotation that runs over paragraphs has an
opening mark at the start of each and a closing one at the last only (Associated Press, Guardian and BBC style alike):
each paragraph gives one quotation, and none of them lacks a mark; so too where the paragraphs were run together.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from lintnews.model import Quotation
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lintnews.extract.draft import Draft

VERSION = "2"

_DOUBLE = late(r"[“”\"„«»]")
_DOUBLE_OR_TYPED = late(r"[“”\"„«»]|''(?!')")  # with two single marks typed for a double one
_SINGLE = late(r"['‘](?<![\w.!?,]['‘])(?=[\w“\"£$€(…])")
_SINGLE_CLOSE = late(r"['’](?![\w’'])(?<![\s(]['’])")
# Elisions and decades that begin with an apostrophe.
_ELISION = late(
    r".(?:\d\ds?\b|(?:em|til|tis|twas|cause|cos|bout|round|n|ere|twere|twill|k|ave|ello|e|im|er)\b)", re.IGNORECASE
)
LONGEST_PHRASE = 80  # characters of a quotation in single marks that has no stop before its closing mark
_SAID = late(r"\b(?:said|says|added|told|asked|explained|insisted|claimed|warned)\b")
_BEFORE_OPENING = " \n([{—–-/‘'…"
_OPENINGS = "“„«"
_CLOSINGS = "”»"


class Span(NamedTuple):
    """A quotation with its marks; `closed` is false where the closing one is missing."""

    start: int
    end: int
    closed: bool


class Mark(NamedTuple):
    """A double quotation mark: its place, the sign, and whether its shape lets it open or close."""

    start: int
    end: int
    sign: str
    opens: bool
    closes: bool


def extract(draft: Draft) -> tuple[Quotation, ...]:
    """The quotations of all paragraphs, in order, none inside another."""
    text = draft.text
    marks = _marks(text)
    paragraphs = draft.article.paragraphs
    starts = [text.startswith(("“", '"', "„", "«", "''"), p.start) for p in paragraphs]
    singles = [match.start() for match in _SINGLE.finditer(text)]
    quotations: list[Quotation] = []
    position = 0
    for index, paragraph in enumerate(paragraphs):
        first = position
        while position < len(marks) and marks[position].start < paragraph.end:
            position += 1
        spans = _double_spans(text, marks[first:position], paragraph.end) if position > first else []
        continued = index + 1 < len(paragraphs) and starts[index + 1]
        if singles and bisect_left(singles, paragraph.start) < bisect_left(singles, paragraph.end):
            spans = _with_singles(text, spans, paragraph.start, paragraph.end)
        for start, end, closed in spans:
            inner = text[start:end].strip("“”\"„«»'‘’ ")
            if inner:
                whole = closed or (continued and end == paragraph.end)
                quotations.append(Quotation(start, end, index, inner.count(" ") + 1, whole))
    return tuple(quotations)


def _marks(text: str) -> list[Mark]:
    """All double marks of a text with what their shape allows."""
    marks = []
    last = len(text) - 1
    pattern = _DOUBLE_OR_TYPED if "''" in text else _DOUBLE
    for match in pattern.finditer(text):
        start, end = match.span()
        before = text[start - 1] if start else "\n"
        after = text[end] if end <= last else "\n"
        left = before in _BEFORE_OPENING or before in _OPENINGS
        right = after.isspace() or after in ".,;:!?)]}—–-/’'…" or after in _CLOSINGS
        marks.append(Mark(start, end, match[0], left and not after.isspace(), right and not before.isspace()))
    return marks


def _double_spans(text: str, marks: Sequence[Mark], end: int) -> list[Span]:
    """The quotations in double marks of one paragraph, which ends at `end`."""
    spans: list[Span] = []
    opened: Mark | None = None
    depth = 0
    for i, mark in enumerate(marks):
        following = marks[i + 1] if i + 1 < len(marks) else None
        if opened is None:
            if _opens(text, mark, following):
                opened, depth = mark, 0
        elif _is_inches(text, mark, following):
            continue
        elif _closes(mark):
            if depth:
                depth -= 1
            else:
                spans.append(Span(opened.start, mark.end, closed=True))
                opened = None
        elif _nests(marks, i):
            depth += 1
        else:  # no closing mark: the quotation ends where the next one begins
            stop = mark.start - (text[mark.start - 1] == " ")
            spans.append(Span(opened.start, stop, closed=_goes_on(text, opened.start, stop)))
            opened, depth = mark, 0
    if opened is not None:
        spans.append(Span(opened.start, end, closed=False))
    return spans


def _goes_on(text: str, start: int, stop: int) -> bool:
    """Whether words without a closing mark are one of a quotation's paragraphs that were run together."""
    return text[stop - 1] in ".!?…" and not _SAID.search(text, max(start, stop - 40), stop)


def _opens(text: str, mark: Mark, following: Mark | None) -> bool:
    """Whether a mark outside any quotation opens one."""
    if mark.sign in _OPENINGS:
        return mark.opens or not mark.closes
    if mark.sign in _CLOSINGS or mark.opens:
        return mark.opens
    inches = mark.start > 0 and text[mark.start - 1].isdigit()
    return not inches and not mark.closes and following is not None and (following.closes or not following.opens)


def _closes(mark: Mark) -> bool:
    """Whether a mark inside a quotation closes it (or the innermost one)."""
    if mark.sign in _CLOSINGS:
        return True
    if mark.sign in _OPENINGS:
        return mark.closes and not mark.opens
    return mark.closes or not mark.opens


def _is_inches(text: str, mark: Mark, following: Mark | None) -> bool:
    """Whether a straight mark after a figure means inches: a closing mark comes before the next opening one."""
    digit = mark.sign == '"' and text[mark.start - 1].isdigit()
    return digit and following is not None and following.closes and not following.opens


def _nests(marks: Sequence[Mark], i: int) -> bool:
    """Whether an opening mark inside a quotation opens an inner one: two closing marks follow."""
    following = marks[i + 1 : i + 3]
    return len(following) == 2 and all(mark.closes and not mark.opens for mark in following)


def _with_singles(text: str, spans: list[Span], start: int, end: int) -> list[Span]:
    """The spans of a paragraph with the quotations in single marks, which may hold double ones."""
    found: list[Span] = []
    position, left = start, list(spans)
    while True:
        mark = _next(_SINGLE, text, position, end, left)
        if mark is None:
            return sorted([*found, *left])
        closing = None if _ELISION.match(text, mark.start()) else _single_close(text, mark.start(), end, left)
        position = closing or mark.end()
        if closing:
            found.append(Span(mark.start(), closing, closed=True))
            left = [span for span in left if not mark.start() < span.start < closing]


def _next(pattern: re.Pattern[str], text: str, position: int, end: int, spans: list[Span]) -> re.Match[str] | None:
    """The next match that lies in none of the spans."""
    while True:
        match = pattern.search(text, position, end)
        inside = bisect_right(spans, match.start(), key=lambda span: span.start) - 1 if match and spans else -1
        if match is None or inside < 0 or match.start() >= spans[inside].end:
            return match
        position = spans[inside].end


def _single_close(text: str, start: int, end: int, spans: list[Span]) -> int | None:
    """Just after the mark that closes the single quotation at `start`; None where only apostrophes follow.

    A mark after a stop closes. One after a word closes a short quotation; after an "s" ("the workers' union") only
    where no better one comes.
    """
    again = _next(_SINGLE, text, start + 1, end, spans)
    limit = again.start() if again else end
    position, plural = start + 2, None
    while match := _next(_SINGLE_CLOSE, text, position, limit, spans):
        position = match.end()
        before = text[match.start() - 1]
        if before in ",.!?…":
            return position
        if match.start() - start > LONGEST_PHRASE or any(start < span.start < position for span in spans):
            continue
        if before not in "sS" or text[position : position + 1] != " ":
            return position
        plural = plural or position
    return plural
