"""Text of articles made safe to print: no control, escape or direction character reaches a terminal or a log raw."""

from __future__ import annotations

import re
import unicodedata

from lintnews.patterns import late

# C0 and C1 controls, soft hyphen, zero-width and direction marks, line separators, tags, surrogates, non-characters
_UNSAFE = late(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_ASCII = late(r"[\x20-\x7e]*\Z")
_SENTENCE = late(r".{12,}?[.!?](?=\s+[A-Z“\"])", re.DOTALL)
_SHORT = {"\n": " ", "\t": " ", "\r": ""}
NARROW = 16  # columns of the words that are left on either side of a shortened span


def printable(text: str) -> str:
    """The text in one line, with every unsafe character written as an escape sequence in words."""
    return _UNSAFE.sub(_shown, text) if not _ASCII.match(text) else text


def _shown(match: re.Match[str]) -> str:
    character = match[0]
    if character in _SHORT:
        return _SHORT[character]
    return character.encode("unicode_escape").decode("ascii")


def first_sentence(text: str) -> str:
    """The text up to the first full stop that a capital follows."""
    found = _SENTENCE.match(text)
    return found[0] if found else text


def width(text: str) -> int:
    """Columns that printable text takes up in a terminal: two for wide characters, none for combining ones."""
    if _ASCII.match(text):
        return len(text)
    return sum(
        0 if unicodedata.combining(c) or unicodedata.category(c) in {"Mn", "Me", "Cf"} else 1 + (_wide(c)) for c in text
    )


def _wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in {"W", "F"}


def windowed(line: str, start: int, end: int, columns: int) -> tuple[str, int, int]:
    """The line cut down to about `columns` characters around line[start:end], and where the span stands in it.

    A span too long to show is shortened in its middle, so that both of its ends can be seen.
    """
    start = min(max(start, 0), len(line))
    end = min(max(end, start), len(line))
    span = line[start:end]
    room = max(columns - min(start, NARROW) - min(len(line) - end, NARROW), NARROW)
    if len(span) > room:
        head, tail = span[: room * 2 // 3].rsplit(" ", 1)[0], span[-(room // 3) :].split(" ", 1)[-1]
        span = f"{head} … {tail}"
    left = max(columns - len(span), 0) // 2
    before = line[:start]
    if len(before) > left:
        cut = len(before) - left + 2
        space = before.find(" ", cut, cut + NARROW)
        before = "… " + before[space + 1 if space >= 0 else cut :]
    right = max(columns - len(span) - len(before), 0)
    after = line[end:]
    if len(after) > right:
        cut = max(right - 2, 0)
        space = after.rfind(" ", max(cut - NARROW, 0), cut)
        after = after[: space if space >= 0 else cut] + " …"
    return before + span + after, len(before), len(before) + len(span)
