"""Acronyms in use, and where their long forms are given.

Definitions after Schwartz and Hearst (PSB 2003, "A simple algorithm for identifying abbreviation definitions"): the
words beside a bracket are matched backwards against the letters. Initials of words are tried first; a generic last
word that the acronym leaves out ("... Support Mission (MSS)") is allowed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.lexicon.vocabulary import vocabulary
from lintnews.model import Acronym
from lintnews.patterns import late

if TYPE_CHECKING:
    import re

    from lintnews.extract.draft import Draft

VERSION = "2"
# Here and in other stages the look-behind comes second: a pattern that begins with a set of letters is searched faster.
# The letter after the first one is looked at before, since it is a small one in most words.
_USE = late(r"[A-Z](?=[A-Z0-9&.-])(?<![\w.&@#/’'-].)(?:[A-Z0-9&-]{0,8}[A-Z0-9](?=s?(?!\w))|\.(?:[A-Z]\.){1,5}(?!\w))")
_MIXED = late(r"\(([A-Z][A-Za-z0-9&]{0,8}[A-Z][A-Za-z0-9]{0,4})s?\)")
_LONG_AFTER = late(r"s? \(((?:the )?[A-Z][\w’'-]*(?: [\w’'-]+){1,9})\)")
_OR = late(r",? (?:or|known as|called|abbreviated (?:to|as)|shortened to) (?:the )?$")
_ROMAN = late(r"[IVX]{2,5}\Z")
_WORD = late(r"[\w’'][\w’'./-]*")
_JOINING = frozenset(
    {"of", "the", "for", "and", "on", "in", "to", "at", "de", "des", "du", "la", "le", "et", "y", "del", "&"}
)
_WINDOW = 160


def extract(draft: Draft) -> tuple[Acronym, ...]:
    """All uses of acronyms in text order; `short` is without dots, `long` the full form where this place gives it."""
    text = draft.text
    shouted = [(p.start, p.end) for p in draft.article.paragraphs if text[p.start : p.end].isupper()]
    found: dict[int, Acronym] = {}
    heads = draft.lexicon.words("generic-heads")
    places = vocabulary(draft.lexicon).places
    before = -1
    for use in _USE.finditer(text):
        start, end = use.span()
        short = use.group().replace(".", "")
        if not short.isalpha() and sum(map(str.isalpha, short)) < 2:
            continue
        shouting = start == before + 1 and text[before] == " "
        before = end
        if (shouting and len(short) > 3) or (len(short) > 3 and short.lower() in places):
            continue
        if len(short) < 2 or _ROMAN.match(short) or any(a <= start < b for a, b in shouted):
            continue
        found[start] = Acronym(start, end, short, definition(text, start, end, short, heads))
    for use in _MIXED.finditer(text):
        if use.start(1) not in found:
            long = long_before(text, use.start(), use.group(1), heads)
            if long:
                found[use.start(1)] = Acronym(use.start(1), use.end(1), use.group(1), long)
    return tuple(found[start] for start in sorted(found))


def definition(text: str, start: int, end: int, short: str, heads: frozenset[str]) -> str | None:
    """The long form that stands beside an acronym, or None."""
    if text[start - 1 : start] == "(" and text[end : end + 2].lstrip("s")[:1] in ("), ;"[0], ",", ";"):
        return long_before(text, start - 1, short, heads)
    if text[end : end + 3].lstrip("s").startswith(" ("):
        after = _LONG_AFTER.match(text, end)
        words = after.group(1).split() if after else []
        if words and aligned(words, short, heads) == 0:
            return " ".join(words)
    joint = _OR.search(text, max(0, start - 30), start) if text[end : end + 1] in ",.;" else None
    return long_before(text, joint.start(), short, heads) if joint else None


def long_before(text: str, end: int, short: str, heads: frozenset[str]) -> str | None:
    """The long form of `short` in the words before `end`: at most min(n + 5, 2n) words, from the same sentence."""
    letters = len(short)
    window = text[max(0, end - _WINDOW) : end]
    window = window[max(window.rfind("\n"), window.rfind(". "), window.rfind(";"), window.rfind("(")) + 1 :]
    words = list(_WORD.finditer(window))[-min(letters + 5, 2 * letters) - 1 :]
    first = aligned([w.group() for w in words], short, heads)
    if first is None:
        first = spelled_inside(window, words, short)
    if first is None:
        return None
    return window[words[first].start() :].strip(' ,"“”')


def aligned(words: list[str], short: str, heads: frozenset[str]) -> int | None:
    """Index of the first word of the shortest tail whose initials give `short`; None if there is none.

    Joining words may be left out, hyphened parts count as words, and one generic head at the end may have no letter.
    """
    wanted = [c for c in short.lower() if c.isalnum()]
    for left_out in (0, 1):
        if left_out and (len(words) < 2 or words[-1].lower() not in heads):
            break
        index, letter = len(words) - left_out, len(wanted)
        while index and letter:
            index -= 1
            if letter == 1 and words[index].lower() in _JOINING:  # no long form begins with "of"
                continue
            initials = [part[:1].lower() for part in words[index].split("-") if part]
            if "".join(initials) == "".join(wanted[max(0, letter - len(initials)) : letter]):
                letter -= len(initials)
            elif initials and initials[0] == wanted[letter - 1]:
                letter -= 1
            elif words[index].lower() not in _JOINING:
                break
        if letter == 0 and words[index].lower() not in _JOINING:
            return index
    return None


def spelled_inside(window: str, words: list[re.Match[str]], short: str) -> int | None:
    """Schwartz and Hearst's match: the letters from the right, the first of them at the start of a word."""
    position = len(window)
    letters = [c for c in short.lower() if c.isalnum()]
    if len(letters) < 3 or not words:
        return None
    low = window.lower()
    for count, letter in enumerate(reversed(letters), start=1):
        position = low.rfind(letter, 0, position)
        while count == len(letters) and position > 0 and low[position - 1].isalnum():
            position = low.rfind(letter, 0, position)
        if position < 0:
            return None
    first = next((i for i, w in enumerate(words) if w.start() == position), None)
    if first is None or not words[first].group()[:1].isupper() or len(words) - first > len(letters):
        return None
    return first if len(words) - first >= 2 else None
