"""Phrases that stand twice in a row: "the board the board the board said"."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from lintnews.contract import Fix, Match, Related
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lintnews.model import Article, Passage, Story

# A signature has one character for each word: a phrase twice is a few characters twice. Single words are for style.
_TWICE = late(r"(.{3,40})\1", re.DOTALL)
LONG = 8  # words of a phrase that nobody repeats on purpose
_WORD = late(r"\w+")


def repeated_phrases(story: Story, passages: Iterable[Passage]) -> Iterator[Match]:
    """One match for each run of three to forty words that is written twice with nothing but spaces between.

    Eight words and more are a slip also where a mark stands between. What is quoted is left alone: people do say a
    thing twice.
    """
    article, quotations = story.article, story.facts.quotations
    for passage in passages:
        if passage.prose:
            words: list[re.Match[str]] = []
            for first, last in _runs_twice(passage.signature):
                words = words or list(_WORD.finditer(article.text, passage.start, passage.end))
                match = _located(article, words[first:last])
                if match and not any(q.start <= match.start < q.end for q in quotations):
                    yield match


def _runs_twice(signature: str) -> Iterator[tuple[int, int]]:
    """The places where a run of words is followed by itself, first word and end of both together.

    Most paragraphs have no three words in a row twice. Half of each sign is enough to know that, and such small numbers
    are made and compared twice as fast as characters.
    """
    halves = signature.encode("utf-16-le")[::2]
    if len(set(zip(halves, halves[1:], halves[2:], strict=False))) >= len(halves) - 2:
        return
    runs = list(zip(halves, halves[1:], halves[2:], strict=False))
    counts = Counter(runs)
    after = 0
    for start in [at for at, run in enumerate(runs) if counts[run] > 1]:
        if start >= after and (hit := _TWICE.match(signature, start)):
            after = hit.end()
            yield hit.span()


def _located(article: Article, words: list[re.Match[str]]) -> Match | None:
    """The match at the second of the two, or None where a mark stands between words or there are numbers."""
    text = article.text
    middle = words[len(words) // 2]
    before = words[len(words) // 2 - 1]
    one, other = text[words[0].start() : before.end()], text[middle.start() : words[-1].end()]
    if one.lower() != other.lower() or not all(word[0].isalpha() for word in words):
        return None  # two words of one sign, or a table
    if len(words) < 2 * LONG and not all(text[a.end() : b.start()].isspace() for a, b in pairwise(words)):
        return None  # said again on purpose
    fix = Fix(before.end(), words[-1].end(), "") if article.coordinates == "source" else None
    data = {"kind": "phrase", "count": 2, "times": "twice", "here": other, "there": one, "share": 100}
    first_place = Related(words[0].start(), before.end(), "it stands here first")
    return Match(middle.start(), words[-1].end(), data, (first_place,), fix)
