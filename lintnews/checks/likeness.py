"""How alike two paragraphs are, and in what they differ."""

from __future__ import annotations

import re
from collections import Counter
from itertools import takewhile
from typing import TYPE_CHECKING

from msgspec import Struct

from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Callable

_TOKEN = late(r"\d+(?:[.,:]\d+)*|\w+")
_GALLERY = late(r"\W*(?:image|photo|picture|slide|figure|frame)\s+\d+\s+(?:of|/)\s+\d+", re.IGNORECASE)
_PULL_QUOTE = late(r"""\s*["“'‘].*["”'’][\s,.]*(?:[-–—~]+\s*\S.{0,80})?\s*\Z""", re.DOTALL)
_QUOTED = late(r"[“\"]([^“”\"]{20,600})[”\"]")
_LABEL = late(r"[^\W\d_][\w '’.&-]{1,40}:(?= )")
_CREDITED = late(r"\s*\S.*\s[-–—]{1,2}\s?[^\W\d_].{0,80}\Z", re.DOTALL)
FUNCTION_WORDS = frozenset({
    "a", "an", "and", "are", "as", "at", "be", "been", "but", "by", "for", "from", "had", "has", "have", "he",
    "her", "his", "in", "is", "it", "its", "not", "of", "on", "or", "said", "she", "that", "the", "their", "they",
    "this", "to", "was", "were", "which", "who", "will", "with", "would", "you", "we", "i"
})  # fmt: skip
NUMBER_WORDS = frozenset({
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty",
    "sixty", "seventy", "eighty", "ninety", "hundred", "thousand", "million", "billion", "trillion", "half",
    "dozen", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"
})  # fmt: skip
SEGMENT_WORDS = 3
MOST_LONGER = 3  # times that the other text may be longer
LEAST_IN_ORDER = 20  # words of a text from which words in order, with others between them, are no chance


class Likeness(Struct, frozen=True):
    """Two texts compared.

    `ratio` is the share of words in common, the mean of those in order (longest common subsequence) and in any order;
    `held` the share of the shorter one that the other holds, in four-word runs or, if more, in words in order.
    `changed`: one figure or name differs and nothing else; then `here`, `there` are the two readings and `here_at`,
    `there_at` their offsets in the two texts. `parallel`: two statements of one pattern about different things.
    """

    ratio: float
    held: float
    changed: bool = False
    parallel: bool = False
    here: str = ""
    there: str = ""
    here_at: int = 0
    there_at: int = 0


def is_prose(text: str) -> bool:
    """Whether a paragraph is running text: function words make up a fair share, as they do not in lists and tables."""
    words = _TOKEN.findall(text.lower())
    common = [word for word in words if word in FUNCTION_WORDS]
    return len(set(common)) >= 2 and len(common) * 12 >= len(words)


def is_gallery(text: str) -> bool:
    """Whether it is the caption of one picture of many ("Image 3 of 12 ...")."""
    return _GALLERY.match(text) is not None


def is_labelled(first: str, second: str) -> bool:
    """Whether both begin with a label of their own: prizes, votes, questions and answers, not a paragraph twice."""
    one, other = _LABEL.match(first), _LABEL.match(second)
    return one is not None and other is not None and one[0].lower() != other[0].lower()


def is_pull_quote(short: str, long: str) -> bool:
    """Whether `short` is quoted words set apart that `long` holds as well: with the speaker's name or without marks."""
    bare = " ".join(_TOKEN.findall(short.lower()))
    if any(bare in " ".join(_TOKEN.findall(part)) for part in _QUOTED.findall(long.lower())):
        return True
    if not (_PULL_QUOTE.match(short) or _CREDITED.match(short)):
        return False
    words = _TOKEN.findall(short.lower())
    held = " ".join(_TOKEN.findall(long.lower()))
    quoted = re.split(r"[\"”’']?\s*[-–—~]+\s*(?=[^\W\d_])(?!.*[\"”])", short.lower(), maxsplit=1)[0]
    inner = _TOKEN.findall(quoted)
    return len(inner) >= min(4, len(words)) and " ".join(inner) in held and len(long) > len(short)


def compare(first: str, second: str) -> Likeness:
    """Compare two texts word by word."""
    from rapidfuzz.distance import Indel, Levenshtein

    one, other = list(_TOKEN.finditer(first)), list(_TOKEN.finditer(second))
    left, right = [m[0].lower() for m in one], [m[0].lower() for m in other]
    in_order = Indel.normalized_similarity(left, right)
    in_any_order = 2 * (Counter(left) & Counter(right)).total() / max(len(left) + len(right), 1)
    ratio = (in_order + in_any_order) / 2  # a clause that was moved costs half of what a new one costs
    held = max(_held(left, right), _in_order(in_order, left, right))
    if ratio < 0.5:
        return Likeness(ratio, held)
    parts = [
        (one[op.src_start : op.src_end], other[op.dest_start : op.dest_end])
        for op in Levenshtein.opcodes(left, right)
        if op.tag != "equal"
    ]
    exchanged = [_exchanged(*part) for part in parts]
    if not parts or not all(exchanged):
        named = any(_both(part, _opens_like_name) for part in parts)
        figured = any(_both(part, _is_figure) for part in parts)
        return Likeness(ratio, held, parallel=(named and figured) or _other_subject(one, other) if parts else False)
    if len(parts) > 1 or min(len(one), len(other)) < 6:
        return Likeness(ratio, held, parallel=True)
    here, there = parts[0]
    return Likeness(
        ratio,
        held,
        changed=True,
        here=first[here[0].start() : here[-1].end()],
        there=second[there[0].start() : there[-1].end()],
        here_at=here[0].start(),
        there_at=there[0].start(),
    )


def _held(left: list[str], right: list[str]) -> float:
    short, long = (left, right) if len(left) <= len(right) else (right, left)
    runs = set(zip(short, short[1:], short[2:], short[3:], strict=False))
    if not runs:
        return 0.0
    return len(runs & set(zip(long, long[1:], long[2:], long[3:], strict=False))) / len(runs)


def _in_order(similarity: float, left: list[str], right: list[str]) -> float:
    """The share of the shorter text's words that stand in the other one in the same order, less what chance gives."""
    size, both = min(len(left), len(right)), len(left) + len(right)
    common = similarity * both / 2
    return common / size if size >= LEAST_IN_ORDER and MOST_LONGER * size >= both - size else 0.0


def _exchanged(here: list[re.Match[str]], there: list[re.Match[str]]) -> bool:
    """Whether a figure stands for a figure, or a name for a name."""
    if not here or not there or max(len(here), len(there)) > SEGMENT_WORDS:
        return False
    return (all(map(_is_figure, here)) and all(map(_is_figure, there))) or (
        all(map(_is_name, here)) and all(map(_is_name, there))
    )


def _is_figure(word: re.Match[str]) -> bool:
    return word[0][0].isdigit() or word[0].lower() in NUMBER_WORDS


def _is_name(word: re.Match[str]) -> bool:
    return word[0][0].isupper() and word.start() > 0 and word[0].lower() not in FUNCTION_WORDS


def _both(part: tuple[list[re.Match[str]], list[re.Match[str]]], test: Callable[[re.Match[str]], bool]) -> bool:
    return any(map(test, part[0])) and any(map(test, part[1]))


def _opens_like_name(word: re.Match[str]) -> bool:
    return word[0][0].isupper() and word[0].lower() not in FUNCTION_WORDS


def _other_subject(one: list[re.Match[str]], other: list[re.Match[str]]) -> bool:
    """Whether both texts open with a full name, and have no word of it in common."""
    first, second = _opening_name(one), _opening_name(other)
    return min(len(first), len(second)) > 1 and first.isdisjoint(second)


def _opening_name(words: list[re.Match[str]]) -> set[str]:
    """The words of the name that a text opens with."""
    return {word[0].lower() for word in takewhile(_opens_like_name, words[:5])}
