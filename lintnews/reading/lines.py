"""The blocks of a plain text: which lines are one paragraph.

Blank lines part paragraphs. Inside a block a line break is either a soft wrap or the end of a paragraph; that is
decided for the whole file. In a wrapped text a line breaks because the next word would not have fit; where lines end
early, or run longer than any wrapped text, every line is a paragraph.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import NamedTuple

from lintnews.patterns import late
from lintnews.reading.layout import Piece

WIDEST_WRAP = 160  # columns
NARROWEST_WRAP = 40
SLACK = 12  # columns by which a line wrapped by hand may fall short
LEAST_SHARE = 3  # one in so many line breaks stands in mid-sentence where a text is wrapped
_SENTENCE_END = tuple(".!?:\"”’')]…")
_INDENT = late(r"\t| {2,}")
_HYPHENATED = late(r"[^\W\d_]-\Z")


class Line(NamedTuple):
    """A line that is not blank: its words without the white space around them, and how the line began."""

    start: int
    end: int
    indented: bool


def blocks_of(text: str, start: int = 0) -> list[list[Piece]]:
    """The blocks of text[start:], each as the pieces that make a paragraph."""
    groups = _groups(text, start)
    width = _wrap_width(text, groups)
    blocks: list[list[Piece]] = []
    for group in groups:
        if width and len(group) > 1:
            blocks += _wrapped(text, group, width)
        else:
            blocks += [[Piece(line.start, line.end)] for line in group]
    return blocks


def _groups(text: str, start: int) -> list[list[Line]]:
    """Lines that stand together, without blank ones between them."""
    groups: list[list[Line]] = []
    group: list[Line] = []
    position = start
    body = text[start:] if start else text
    breaks = "\n" if "\n" in body or "\r" not in body else "\r"
    for raw in body.split(breaks):
        words = raw.strip()
        if words:
            lead = len(raw) - len(raw.lstrip()) if raw[0].isspace() else 0
            indented = lead > 0 and _INDENT.match(raw) is not None
            group.append(Line(position + lead, position + lead + len(words), indented))
        elif group:
            groups.append(group)
            group = []
        position += len(raw) + 1
    return [*groups, group] if group else groups


def _wrap_width(text: str, groups: list[list[Line]]) -> int:
    """The column at which the file is wrapped, 0 where its lines are paragraphs."""
    # A line that stands twice, there or elsewhere, is a headline or a caption: it shows nothing of the wrapping.
    if all(len(group) == 1 for group in groups):
        return 0
    count = Counter(text[line.start : line.end] for group in groups for line in group)
    inner = [
        (line, following)
        for group in groups
        for line, following in pairwise(group)
        if count[text[line.start : line.end]] == 1
    ]
    if not inner:
        return 0
    lengths = sorted(line.end - line.start for line, _ in inner)
    width = lengths[min(len(lengths) - 1, len(lengths) * 19 // 20)]
    if not NARROWEST_WRAP <= width <= WIDEST_WRAP:
        return 0
    broken = sum(
        text[following.start].islower()
        and not text.startswith(_SENTENCE_END, line.end - 1)
        and _is_full(text, line, following, width)
        for line, following in inner
    )
    return width if broken and broken * LEAST_SHARE >= len(inner) else 0


def _is_full(text: str, line: Line, following: Line, width: int) -> bool:
    """Whether the next line's first word would not have fit."""
    word = text.find(" ", following.start, following.end)
    size = (following.end if word < 0 else word) - following.start
    return line.end - line.start + 1 + size > width - SLACK


def _wrapped(text: str, group: list[Line], width: int) -> list[list[Piece]]:
    """The paragraphs of a block in a wrapped file; an indented line begins one if not all are indented."""
    indents = not all(line.indented for line in group[1:])
    blocks: list[list[Piece]] = [[Piece(group[0].start, group[0].end)]]
    for line, following in pairwise(group):
        piece = Piece(following.start, following.end)
        same = text[line.start : line.end] == text[following.start : following.end]
        if same or not _is_full(text, line, following, width) or (indents and following.indented):
            blocks.append([piece])
            continue
        if not _HYPHENATED.search(text, max(line.end - 2, line.start), line.end):
            blocks[-1].append(Piece(line.end, line.end + 1, " "))
        blocks[-1].append(piece)
    return blocks
