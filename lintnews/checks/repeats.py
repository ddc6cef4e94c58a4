"""Repeats inside an article: paragraphs, the headline and sentences that stand in it twice, word for word or nearly."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Any, ClassVar

import msgspec

from lintnews.checks.likeness import Likeness, compare, is_prose
from lintnews.checks.once import lowered
from lintnews.checks.repeat_purpose import (
    headline_of,
    in_gallery,
    is_caption_again,
    is_deliberate,
    is_live,
    is_quoted,
    is_refrain,
    is_row,
    is_slip,
    is_summary,
    is_taken_up,
    patterned,
    without_title,
)
from lintnews.checks.repeated_phrases import repeated_phrases
from lintnews.checks.residue_lines import residue_kind
from lintnews.contract import ArticleCheck, Fix, Match, Options, Related
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lintnews.contract import Look
    from lintnews.model import Article, Passage, Sentence, Story

_FOLD = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("–", "-"), ("—", "-"))
_NUMBER = late(r"\d+")
MOST_HOLDERS = 4  # earlier paragraphs with one hash that are looked at: more of them are a list
LONG = 80  # words of a paragraph that may hold several others
FEW_MARKS = 8
LEAST_RATIO = 0.5  # below it a paragraph is not a copy, whatever it holds of the other
HELD = 0.8  # share of a paragraph from which the other one holds it
SURE = 0.9  # from here on the summary at the head is the paragraph itself
SKIPPED = frozenset({"byline", "dateline", "residue"})


class RepeatOptions(Options, frozen=True, kw_only=True):
    """What counts as a repeat.

    `least_words` a repeated paragraph or sentence has, `near_words` a reworded one; `near` and `similar` are shares of
    words in common from which a pair counts as nearly the same, or as overlapping.
    """

    least_words: int = 8
    near_words: int = 12
    near: float = 0.8
    similar: float = 0.7


class Repeats(ArticleCheck):
    """Paragraphs, headlines and sentences that stand in an article more than once.

    Repeats on purpose are left alone: the deck taken up in the text, pull-quotes, labels of questions and answers,
    lists of fixtures, prizes and votes (paragraphs of one pattern), correction notices, lines of verse. What a live
    blog says again is given as kind "update".
    """

    name = "repeats"
    fields: ClassVar[Mapping[str, str]] = {
        "kind": "paragraph, caption, headline, sentence, phrase, near, changed, similar or update",
        "count": "how often it stands in the article",
        "times": "the count in words: twice, 3 times",
        "here": "kind changed: the figure or name here",
        "there": "kind changed: the figure or name at the other place",
        "share": "per cent of the words that both have in common",
    }
    Options = RepeatOptions

    def inspect(self, story: Story, options: Any, look: Look) -> Iterable[Match]:
        """Yield one match for each thing repeated; all its places are related."""
        article = story.article
        usable = [p for p in story.facts.passages if article.paragraphs[p.paragraph].role not in SKIPPED]
        covered: set[int] = set()  # paragraphs that something was found about
        found = [
            *self._exact(article, usable, options, covered),
            *self._near(article, usable, options, look, covered),
            *self._sentences(story, options, covered),
            *repeated_phrases(story, usable),
        ]
        yield from map(_as_update, found) if found and is_live(article) else found

    def _exact(
        self,
        article: Article,
        usable: Sequence[Passage],
        options: RepeatOptions,
        covered: set[int],
    ) -> Iterator[Match]:
        groups: dict[int, list[Passage]] = {}
        for passage in usable:
            groups.setdefault(passage.digest, []).append(passage)
        if len(groups) == len(usable):
            return
        headline = headline_of(article, usable)
        for digest, members in groups.items():
            is_headline = headline is not None and digest == headline.digest
            group = without_title(article, members) if is_headline else members
            if len(group) == 1 or not (is_headline or is_slip(article, group, options.least_words)):
                continue
            covered.update(passage.paragraph for passage in group)
            kind = "headline" if is_headline else _exact_kind(article, group, options)
            if kind is None:
                continue
            yield _match(article, group, kind, count=len(group), share=100)

    def _near(
        self,
        article: Article,
        usable: Sequence[Passage],
        options: RepeatOptions,
        look: Look,
        covered: set[int],
    ) -> Iterator[Match]:
        pairs = _candidates(usable)
        found: list[tuple[Passage, Passage, Likeness]] = []
        for one, other in pairs:
            look.compared()
            texts = article.text[one.start : one.end], article.text[other.start : other.end]
            if _most_alike(one, other, *texts) < LEAST_RATIO:
                continue
            if is_prose(texts[0]) and is_prose(texts[1]) and not is_deliberate(article, one, other, *texts):
                likeness = compare(*texts)
                if likeness.ratio >= LEAST_RATIO and not likeness.parallel:
                    found.append((one, other, likeness))
        changed = patterned(found)
        for one, other, likeness in found:
            if {one.paragraph, other.paragraph} & changed:
                continue
            kind = _near_kind(article, one, other, likeness, options)
            if kind:
                covered |= {one.paragraph, other.paragraph}
                yield _match(
                    article,
                    [one, other],
                    kind,
                    count=2,
                    share=round(100 * likeness.ratio),
                    likeness=likeness,
                )

    def _sentences(self, story: Story, options: RepeatOptions, covered: set[int]) -> Iterator[Match]:
        text = lowered(story)
        if len(text) != len(story.article.text):
            text = story.article.text
        if not text.isascii():
            for mark, plain in _FOLD:
                text = text.replace(mark, plain)
        opening = 2 * options.least_words - 1  # characters that so many words have at least
        long = [s for s in story.facts.sentences if s.end - s.start >= 4 * options.least_words]
        openings = [text[s.start : s.start + opening] for s in long]
        if len(set(openings)) == len(openings):
            return
        counts = Counter(openings)
        seen: dict[str, list[Sentence]] = {}
        for sentence, opened in zip(long, openings, strict=True):
            if counts[opened] > 1:
                seen.setdefault(text[sentence.start : sentence.end].rstrip(" .!?\"'"), []).append(sentence)
        for key, places in seen.items():
            if len(places) == 1:
                continue
            bodies = [s for s in places if story.article.paragraphs[s.paragraph].role == "body"]
            told = [s for s in bodies if s.paragraph in covered]
            group = [s for s in bodies if s.paragraph not in covered or s is told[0]]
            if len(group) < 2 or len(key.split()) < options.least_words or is_quoted(story, group):
                continue
            if residue_kind(key) or is_summary(story.article, group) or in_gallery(story.article, group):
                continue
            yield _match(story.article, group, "sentence", count=len(group), share=100)


def _exact_kind(article: Article, group: Sequence[Passage], options: RepeatOptions) -> str | None:
    """The kind of paragraphs with the same words; None for a refrain."""
    if is_refrain(article, group):
        return None
    if is_row(article, group[0], options.least_words):
        return "similar"
    if any(b.paragraph - a.paragraph == 1 for a, b in pairwise(group)):
        return "paragraph"  # one right after the other: no picture shown again, no deck taken up
    if is_taken_up(article, group):
        return "similar"
    return "caption" if is_caption_again(article, group) else "paragraph"


def _candidates(passages: Sequence[Passage]) -> list[tuple[Passage, Passage]]:
    """Pairs that share a sketch hash, in text order; of paragraphs with equal words only the first is given."""
    shared: set[int] = set()
    met: set[int] = set()
    for passage in passages:
        marks = _marks(passage)
        shared.update(met.intersection(marks))
        met.update(marks)
    if not shared:
        return []
    holders: dict[int, list[Passage]] = {}
    pairs: dict[tuple[int, int], tuple[Passage, Passage]] = {}
    known: set[int] = set()
    for passage in passages:
        for mark in shared.intersection(_marks(passage)) if passage.digest not in known else ():
            before = holders.setdefault(mark, [])
            for other in before[:MOST_HOLDERS]:
                pairs[other.paragraph, passage.paragraph] = (other, passage)
            before.append(passage)
        known.add(passage.digest)
    return [pairs[key] for key in sorted(pairs)]


def _marks(passage: Passage) -> tuple[int, ...]:
    """The hashes that a paragraph is looked up by: all of a long one, which may hold several others."""
    return passage.sketch if passage.words >= LONG else passage.sketch[:FEW_MARKS]


def _most_alike(one: Passage, other: Passage, first: str, second: str) -> float:
    """The ratio that the likeness of two paragraphs has at most, from their signatures: soon told, and mostly low.

    `compare` takes "1,500" for one word and "1990s" for two, where a signature has two and one: each number may stand
    for two words in common more, and for one less in the whole.
    """
    signs, others = set(one.signature), set(other.signature)
    numbers = len(_NUMBER.findall(first)), len(_NUMBER.findall(second))
    again = min(one.words - len(signs), other.words - len(others))  # words that stand there more than once
    common = len(signs & others) + again + 2 * min(numbers)
    return 2 * common / max(one.words + other.words - sum(numbers), 1)


def _as_update(match: Match) -> Match:
    """The match as it counts in a live blog."""
    if match.data["kind"] == "phrase":
        return match
    return msgspec.structs.replace(match, data={**match.data, "kind": "update"}, fix=None)


def _near_kind(
    article: Article, one: Passage, other: Passage, likeness: Likeness, options: RepeatOptions
) -> str | None:
    """The kind of a pair that is nearly the same; a summary above the text, or less likeness, makes it "similar"."""
    words = min(one.words, other.words)
    if words < options.near_words:
        return "similar" if likeness.ratio >= options.near and words >= options.least_words else None
    if likeness.changed:
        return "changed"
    text = article.text
    roles = {article.paragraphs[one.paragraph].role, article.paragraphs[other.paragraph].role}
    summary = one.paragraph <= 1 and likeness.ratio < SURE
    if likeness.ratio >= options.near:
        weak = summary or roles != {"body"} or text[one.end - 1] == ":" == text[other.end - 1]
        return "similar" if weak else "near"
    held = likeness.held >= HELD or (likeness.ratio >= options.similar and not summary)
    return "similar" if held and "deck" not in roles else None  # a deck that the text takes up is meant


def _match(
    article: Article,
    group: Sequence[Passage | Sentence],
    kind: str,
    *,
    count: int,
    share: int,
    likeness: Likeness | None = None,
) -> Match:
    """The match at the second place; the first and the further ones are related."""
    first, second = group[0], group[1]
    here, there = (likeness.there, likeness.here) if likeness else ("", "")
    start, end = second.start, second.end
    related = [Related(first.start, first.end, "it stands here first")]
    if likeness and likeness.changed:
        start, end = second.start + likeness.there_at, second.start + likeness.there_at + len(here)
        at = first.start + likeness.here_at
        related = [Related(at, at + len(there), f'"{there}" here')]
    related += [Related(p.start, p.end, "and here again") for p in group[2:]]
    data = {
        "kind": kind,
        "count": count,
        "times": "twice" if count == 2 else f"{count} times",
        "here": here,
        "there": there,
        "share": share,
    }
    fix = None
    if kind in {"paragraph", "caption", "headline"} and count == 2:
        fix = Fix(second.start, second.end, "") if article.coordinates == "source" else None
    return Match(start, end, data, tuple(related), fix)
