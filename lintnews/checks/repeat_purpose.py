"""Repeats on purpose: live blogs, titles, labels, notices, galleries, pull-quotes, lists of one pattern."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from lintnews.checks.captions import is_caption
from lintnews.checks.likeness import is_gallery, is_labelled, is_prose, is_pull_quote
from lintnews.checks.residue_lines import residue_kind
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lintnews.checks.likeness import Likeness
    from lintnews.model import Article, Passage, Sentence, Story

_LIVE_HEADLINE = late(
    r"the latest\b|live\b.{0,20}?[:–—|-]"
    r"|.*\b(?:as it happened|live ?blog|live (?:updates?|coverage|report)|minute by minute)\b",
    re.IGNORECASE,
)
_CLOCK = late(r"\W{0,3}\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\b|gmt|bst|\||[–—-]|$)|\W{0,3}\d{1,2}:\d\d\b", re.IGNORECASE)
_NOTICE = late(r"\W{0,3}(?:correction|clarification|editor'?s note|note to editors)s?\b", re.IGNORECASE)
_LABEL_END = (":", "?")
_SENTENCE_END = (".", "!", "?", '"', "'", "”", "’", ")", "…")
_LIVE_STAMPS = 4
_HEADLINE_WORDS = 20
_BESIDE_WORDS = 4  # of a line that stands twice in a row
_TIMES, _VERSE_WORDS = 3, 14  # of a refrain, and of a line of verse
_LEAD = 2  # paragraphs below the front matter that may hold its title again


def is_live(article: Article) -> bool:
    """Whether the article is a live blog: its headline says so, or its paragraphs begin with the time of day."""
    text = article.text
    first = article.headline or (article.paragraphs[0] if article.paragraphs else None)
    if first and _LIVE_HEADLINE.match(text, first.start, first.end):
        return True
    return sum(1 for p in article.paragraphs if _CLOCK.match(text, p.start, min(p.end, p.start + 20))) >= _LIVE_STAMPS


def headline_of(article: Article, passages: Sequence[Passage]) -> Passage | None:
    """The headline's passage; where no paragraph is marked, a first line that is short and no sentence."""
    marked = article.headline
    for passage in passages[:1] if marked is None else passages:
        if marked is not None:
            if passage.start == marked.start:
                return passage
        elif passage.words <= _HEADLINE_WORDS and not article.text[passage.start : passage.end].endswith(_SENTENCE_END):
            return passage
    return None


def without_title(article: Article, group: list[Passage]) -> list[Passage]:
    """Leave out the heading below the front matter that says its title once more: that is how Markdown is written."""
    if len(group) > 1 and article.title and article.offsets and group[1].paragraph <= _LEAD:
        first = article.offsets.start(group[1].start)
        if article.source[article.source.rfind("\n", 0, first) + 1 : first].strip().startswith("#"):
            return [group[0], *group[2:]]
    return group


def is_slip(article: Article, group: Sequence[Passage], least: int) -> bool:
    """Whether equal paragraphs are a slip: long enough, or side by side; no label, notice or left-over line."""
    first = group[0]
    text = article.text[first.start : first.end]
    beside = any(b.paragraph - a.paragraph == 1 for a, b in pairwise(group))
    if first.words < (_BESIDE_WORDS if beside else least) or (beside and first.words < least and not is_prose(text)):
        return False
    if text.endswith(_LABEL_END) and first.words < 2 * least:
        return False
    return not _NOTICE.match(text) and not residue_kind(text)


def is_summary(article: Article, group: Sequence[Sentence]) -> bool:
    """Whether a sentence is a deck without a mark: a paragraph of its own at the top, taken up once in the text."""
    first = group[0]
    paragraph = article.paragraphs[first.paragraph]
    return len(group) == 2 and first.paragraph <= 1 and paragraph.end - paragraph.start <= first.end - first.start + 1


def in_gallery(article: Article, group: Sequence[Sentence]) -> bool:
    """Whether a sentence stands in the caption of one picture of many."""
    places = [article.paragraphs[sentence.paragraph] for sentence in group]
    return any(is_gallery(article.text[place.start : place.end]) for place in places)


def is_row(article: Article, passage: Passage, least: int) -> bool:
    """Whether a repeated paragraph is a short line of a table ("Average shares 4,350,000 against 3,217,500")."""
    inside = article.paragraphs[passage.paragraph].role in {"body", "caption"}  # a line that stands twice in a row
    return inside and passage.words < 2 * least and not is_prose(article.text[passage.start : passage.end])


def is_taken_up(article: Article, group: Sequence[Passage]) -> bool:
    """Whether equal paragraphs are a deck and the paragraph that says it again."""
    roles = [article.paragraphs[passage.paragraph].role for passage in group]
    return len(group) == 2 and roles == ["deck", "body"]


def is_caption_again(article: Article, group: Sequence[Passage]) -> bool:
    """Whether equal paragraphs are the caption of a picture."""
    return all(article.paragraphs[passage.paragraph].role == "caption" for passage in group) and is_caption(
        article.text[group[0].start : group[0].end]
    )


def is_refrain(article: Article, group: Sequence[Passage]) -> bool:
    """Whether equal lines come back among other short lines, none of which ends like a sentence: verse."""
    text, paragraphs = article.text, article.paragraphs
    places = [passage.paragraph for passage in group]
    if len(places) < _TIMES or any(b - a == 1 for a, b in pairwise(places)):
        return False
    around = {at for place in places for at in (place - 1, place, place + 1) if 0 <= at < len(paragraphs)}
    lines = [text[paragraphs[at].start : paragraphs[at].end] for at in around]
    return all(line.count(" ") < _VERSE_WORDS and not line.endswith(_SENTENCE_END[:1]) for line in lines)


def is_deliberate(article: Article, one: Passage, other: Passage, first: str, second: str) -> bool:
    """Whether the likeness of two paragraphs is meant: headline, captions, galleries, pull-quotes, notices."""
    roles = {article.paragraphs[one.paragraph].role, article.paragraphs[other.paragraph].role}
    if "headline" in roles or roles in ({"caption"}, {"deck"}) or is_gallery(first) or is_gallery(second):
        return True
    if _NOTICE.match(first) or _NOTICE.match(second) or is_labelled(first, second):
        return True
    short, long = (first, second) if len(first) <= len(second) else (second, first)
    return is_pull_quote(short, long)


def patterned(found: Sequence[tuple[Passage, Passage, Likeness]]) -> set[int]:
    """Paragraphs of a list with one pattern: three or more that differ from each other by a figure or name alone."""
    partners: dict[int, set[int]] = {}
    for one, other, likeness in found:
        if likeness.changed:
            partners.setdefault(one.paragraph, set()).add(other.paragraph)
            partners.setdefault(other.paragraph, set()).add(one.paragraph)
    crowded = {p for p, others in partners.items() if len(others) > 1}
    return crowded | {p for p, others in partners.items() if others & crowded}


def is_quoted(story: Story, group: Sequence[Sentence]) -> bool:
    """Whether a repeated sentence is quoted words: a pull-quote, or a quotation taken up again."""
    return any(q.start <= s.start + 1 and q.end >= s.end - 1 for s in group[:2] for q in story.facts.quotations) or any(
        story.article.text[s.start] in "\"“'‘" for s in group
    )
