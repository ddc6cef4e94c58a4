"""Repeats inside an article: paragraphs, the headline and sentences that stand in it twice, word for word or nearly."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, ClassVar

from lintnews.checks.likeness import Likeness, compare, is_gallery, is_prose, is_pull_quote
from lintnews.checks.residue_lines import residue_kind
from lintnews.contract import ArticleCheck, Fix, Match, Options, Related

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lintnews.contract import Look
    from lintnews.model import Article, Passage, Sentence, Story

LIVE_HEADLINE = re.compile(
    r"the latest\b|live\b.{0,20}?[:–—|-]|.*\b(?:as it happened|live ?blog|live (?:updates?|coverage|report)|minute by minute)\b",
    re.IGNORECASE,
)
CLOCK = re.compile(
    r"\W{0,3}\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\b|gmt|bst|\||[–—-]|$)|\W{0,3}\d{1,2}:\d\d\b", re.IGNORECASE
)
NOTICE = re.compile(r"\W{0,3}(?:correction|clarification|update|editor'?s note|note to editors)s?\b", re.IGNORECASE)
LABEL_END = (":", "?")
SENTENCE_END = (".", "!", "?", '"', "'", "”", "’", ")", "…")
_FOLD = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})
LIVE_STAMPS = 4
HEADLINE_WORDS = 20
LEAD = 2  # paragraphs below the front matter that may hold its title again


class RepeatOptions(Options, frozen=True, kw_only=True):
    """`least_words` a repeated paragraph or sentence has; `near_words` a reworded one; `near` and `similar` are shares
    of words in common from which a pair counts as nearly the same, or as overlapping.
    """

    least_words: int = 8
    near_words: int = 12
    near: float = 0.8
    similar: float = 0.55


class Repeats(ArticleCheck):
    """Paragraphs, headlines and sentences that stand in an article more than once.

    Repeats on purpose are left alone: the deck taken up in the text, pull-quotes, labels of questions and answers,
    lists of fixtures, prizes and votes (paragraphs of one pattern), correction notices, lines of verse. What a live blog
    says again is given as kind "update".
    """

    name = "repeats"
    fields: ClassVar[Mapping[str, str]] = {
        "kind": "paragraph, headline, sentence, near, changed, similar or update",
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
        live = is_live(article)
        covered: set[tuple[int, int]] = set()
        yield from self._exact(article, usable, options, covered, live=live)
        yield from self._near(article, usable, options, look, covered, live=live)
        if not live:
            yield from self._sentences(story, options, covered)

    def _exact(
        self,
        article: Article,
        usable: Sequence[Passage],
        options: RepeatOptions,
        covered: set[tuple[int, int]],
        *,
        live: bool,
    ) -> Iterator[Match]:
        groups: dict[int, list[Passage]] = {}
        for passage in usable:
            groups.setdefault(passage.digest, []).append(passage)
        if len(groups) == len(usable):
            return
        headline = headline_of(article, usable)
        for group in groups.values():
            if len(group) == 1:
                continue
            first = group[0]
            is_headline = headline is not None and first.digest == headline.digest
            if is_headline:
                group = _without_title(article, group)
                if len(group) == 1:
                    continue
            elif not _counts(article, group, options.least_words):
                continue
            covered.update((a.paragraph, b.paragraph) for a in group for b in group if a.paragraph < b.paragraph)
            kind = "headline" if is_headline else "update" if live else "paragraph"
            yield _match(article, group, kind, count=len(group), share=100)

    def _near(
        self,
        article: Article,
        usable: Sequence[Passage],
        options: RepeatOptions,
        look: Look,
        covered: set[tuple[int, int]],
        *,
        live: bool,
    ) -> Iterator[Match]:
        pairs = _candidates(usable, covered)
        if not pairs:
            return
        found: list[tuple[Passage, Passage, Likeness]] = []
        for one, other in pairs:
            look.compared()
            texts = article.text[one.start : one.end], article.text[other.start : other.end]
            if is_prose(texts[0]) and is_prose(texts[1]) and not _deliberate(article, one, other, *texts):
                likeness = compare(*texts)
                if likeness.ratio >= options.similar and not likeness.parallel:
                    found.append((one, other, likeness))
        changed = _patterns(found)
        for one, other, likeness in found:
            if (one.paragraph, other.paragraph) in covered or {one.paragraph, other.paragraph} & changed:
                continue
            kind = _near_kind(article, one, other, likeness, options)
            if kind:
                covered.add((one.paragraph, other.paragraph))
                yield _match(
                    article,
                    [one, other],
                    "update" if live else kind,
                    count=2,
                    share=round(100 * likeness.ratio),
                    likeness=likeness,
                )

    def _sentences(self, story: Story, options: RepeatOptions, covered: set[tuple[int, int]]) -> Iterator[Match]:
        text = story.article.text.lower()
        if not text.isascii():
            text = text.translate(_FOLD)
        seen: dict[str, list[Sentence]] = {}
        for sentence in story.facts.sentences:
            if sentence.end - sentence.start >= 4 * options.least_words:
                seen.setdefault(text[sentence.start : sentence.end].rstrip(" .!?\"'"), []).append(sentence)
        if len(seen) == len(story.facts.sentences):
            return
        for key, group in seen.items():
            group = [s for s in group if story.article.paragraphs[s.paragraph].role == "body"]
            pairs = {(a.paragraph, b.paragraph) for a in group for b in group if a is not b}
            if len(group) < 2 or pairs & covered or len(key.split()) < options.least_words or _quoted(story, group):
                continue
            if residue_kind(key) or min(s.paragraph for s in group) <= 1 < len(story.article.paragraphs) // 8:
                continue
            yield _match(story.article, group, "sentence", count=len(group), share=100)


SKIPPED = frozenset({"byline", "dateline", "residue"})


def is_live(article: Article) -> bool:
    """Whether the article is a live blog: its headline says so, or its paragraphs begin with the time of day."""
    text = article.text
    first = article.headline or (article.paragraphs[0] if article.paragraphs else None)
    if first and LIVE_HEADLINE.match(text, first.start, first.end):
        return True
    return sum(1 for p in article.paragraphs if CLOCK.match(text, p.start, min(p.end, p.start + 20))) >= LIVE_STAMPS


def headline_of(article: Article, passages: Sequence[Passage]) -> Passage | None:
    """The headline's passage; where no paragraph is marked, a first line that is short and no sentence."""
    marked = article.headline
    for passage in passages[:1] if marked is None else passages:
        if marked is not None:
            if passage.start == marked.start:
                return passage
        elif passage.words <= HEADLINE_WORDS and not article.text[passage.start : passage.end].endswith(SENTENCE_END):
            return passage
    return None


def _without_title(article: Article, group: list[Passage]) -> list[Passage]:
    """Leave out the line below the front matter that says its title once more: that is how Markdown is written."""
    if article.title and group[1].paragraph <= LEAD:
        return [group[0], *group[2:]]
    return group


def _counts(article: Article, group: Sequence[Passage], least: int) -> bool:
    """Whether equal paragraphs are a slip: long enough, or side by side; no label, notice or left-over line."""
    first = group[0]
    text = article.text[first.start : first.end]
    beside = any(b.paragraph - a.paragraph == 1 for a, b in zip(group, group[1:], strict=False))
    if first.words < (4 if beside else least) or (beside and first.words < least and not is_prose(text)):
        return False
    if text.endswith(LABEL_END) and first.words < 2 * least:
        return False
    return not NOTICE.match(text) and not residue_kind(text)


def _candidates(passages: Sequence[Passage], covered: set[tuple[int, int]]) -> list[tuple[Passage, Passage]]:
    """Pairs that share a sketch hash and are not the same word for word, in text order."""
    holders: dict[int, list[Passage]] = {}
    pairs: dict[tuple[int, int], tuple[Passage, Passage]] = {}
    for passage in passages:
        for mark in passage.sketch:
            before = holders.setdefault(mark, [])
            for other in before[:4]:
                key = (other.paragraph, passage.paragraph)
                if other.digest != passage.digest and key not in covered:
                    pairs[key] = (other, passage)
            before.append(passage)
    return [pairs[key] for key in sorted(pairs)]


def _deliberate(article: Article, one: Passage, other: Passage, first: str, second: str) -> bool:
    """Whether the likeness of two paragraphs is meant: headline, captions, galleries, pull-quotes, notices."""
    roles = {article.paragraphs[one.paragraph].role, article.paragraphs[other.paragraph].role}
    if roles & {"headline", "deck", "caption"} or is_gallery(first) or is_gallery(second):
        return True
    if NOTICE.match(first) or NOTICE.match(second):
        return True
    short, long = (first, second) if len(first) <= len(second) else (second, first)
    return is_pull_quote(short, long)


def _patterns(found: Sequence[tuple[Passage, Passage, Likeness]]) -> set[int]:
    """Paragraphs of a list with one pattern: three or more that differ from each other by a figure or name alone."""
    partners: dict[int, set[int]] = {}
    for one, other, likeness in found:
        if likeness.changed:
            partners.setdefault(one.paragraph, set()).add(other.paragraph)
            partners.setdefault(other.paragraph, set()).add(one.paragraph)
    crowded = {p for p, others in partners.items() if len(others) > 1}
    return crowded | {p for p, others in partners.items() if others & crowded}


def _near_kind(
    article: Article, one: Passage, other: Passage, likeness: Likeness, options: RepeatOptions
) -> str | None:
    """The kind of a pair that is nearly the same; a summary above the text, or less likeness, makes it "similar"."""
    words = min(one.words, other.words)
    if words < options.near_words:
        return "similar" if likeness.ratio >= options.near and words >= options.least_words else None
    if likeness.changed:
        return "changed"
    summary = one.paragraph <= 1 and likeness.ratio < 0.9
    if likeness.ratio >= options.near and not summary:
        text = article.text
        return "similar" if text[one.end - 1] == ":" == text[other.end - 1] else "near"
    return "similar" if likeness.held >= 0.85 else None


def _quoted(story: Story, group: Sequence[Sentence]) -> bool:
    """Whether a repeated sentence is quoted words: a pull-quote, or a quotation taken up again."""
    return any(q.start <= s.start + 1 and q.end >= s.end - 1 for s in group[:2] for q in story.facts.quotations) or any(
        story.article.text[s.start] in "\"“'‘" for s in group
    )


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
    if kind in {"paragraph", "headline"} and count == 2:
        fix = Fix(second.start, second.end, "") if article.offsets is None else None
    return Match(start, end, data, tuple(related), fix)
