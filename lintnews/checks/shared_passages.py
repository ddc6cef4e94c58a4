"""Paragraphs and whole articles that stand in the archive twice."""

from __future__ import annotations

import re
from array import array
from functools import lru_cache
from typing import TYPE_CHECKING, Any, ClassVar

import xxhash

from lintnews.checks.residue_lines import residue_kind
from lintnews.contract import LedgerCheck, Match, Options, Related, Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lintnews.contract import Entry, Group, Look
    from lintnews.model import Card, Story

_WORD = re.compile(r"\w+")
_FIGURE = re.compile(r"\d+(?:[.,:/-]\d+)*")
LEAST_WORDS = 12  # of a paragraph that goes on record
ARTICLE_MARKS = 64  # hashes that stand for an article
PARAGRAPH_MARKS = 16  # of them, kept with each paragraph
ARTICLE_KEYS = 8
_ARTICLE = "article:"


class SharedOptions(Options, frozen=True, kw_only=True):
    """What counts as taken over.

    `least_words` of a paragraph, `article_words` of an article; `alike` and `same` are the shares of three-word runs
    that a paragraph and an article have in common with the other, `same_later` that of an article of another day
    (reports that come every day are built alike); what stands in `boilerplate_stories` stories on `boilerplate_days`
    days is boilerplate.
    """

    least_words: int = 20
    article_words: int = 40
    alike: float = 0.6
    same: float = 0.5
    same_later: float = 0.65
    boilerplate_stories: int = 5
    boilerplate_days: int = 3


class SharedPassages(LedgerCheck):
    """A paragraph of an earlier story taken over, and an article filed twice.

    Shares of words in common are estimated from sketches (Broder 1997). The house's boilerplate is left alone: what the
    register lists, and what stands in many stories on several days. Articles of two different outlets are not one
    article filed twice.
    """

    name = "shared-passages"
    fields: ClassVar[Mapping[str, str]] = {
        "kind": "paragraph or article",
        "date": "the other article's date, or an empty string",
        "when": 'the same with words around it: " of 2024-05-01", or an empty string',
        "share": "per cent of the text that both have in common, estimated",
        "stories": "the number of articles that hold the paragraph",
    }
    Options = SharedOptions
    agreement = True
    commonest = 12  # a run of three words that more paragraphs begin their sketch with is a phrase of the language

    def rows(self, story: Story) -> Iterable[Row]:
        """One row for the article, one for each paragraph of the text."""
        article = story.article
        bodies = [p for p in story.facts.passages if article.paragraphs[p.paragraph].role == "body"]
        if not bodies:
            return
        marks = sorted({mark for p in bodies for mark in p.sketch})[:ARTICLE_MARKS]
        few = pack(marks[:PARAGRAPH_MARKS])
        words = sum(p.words for p in bodies)
        digest = xxhash.xxh3_64_hexdigest(" ".join(str(p.digest) for p in bodies).encode())
        yield Row(
            f"{_ARTICLE}{digest}",
            tuple(f"{_ARTICLE}{mark:x}" for mark in marks[:ARTICLE_KEYS]) or (f"{_ARTICLE}{digest}",),
            bodies[0].start,
            bodies[0].end,
            "",
            {"words": words, "marks": pack(marks)},
        )
        seen = set()
        for passage in bodies:
            if passage.words >= LEAST_WORDS and passage.sketch and passage.digest not in seen:
                seen.add(passage.digest)
                if passage.words <= 24 and residue_kind(article.text[passage.start : passage.end]):
                    continue
                keys = tuple(f"{mark:x}" for mark in passage.sketch[:4])
                figures = " ".join(_FIGURE.findall(article.text, passage.start, passage.end))
                data = {"words": passage.words, "sketch": pack(passage.sketch), "marks": few, "figures": figures}
                yield Row(f"{passage.digest:016x}", keys, passage.start, passage.end, "", data)

    def compare(self, entry: Entry, bucket: Sequence[Group], options: Any, look: Look) -> Iterable[Match]:
        """Yield a match for the nearest earlier holder of the paragraph, or for each other filing of the article."""
        if entry.row.value.startswith(_ARTICLE):
            yield from self._articles(entry, bucket, options, look)
        else:
            yield from self._paragraphs(entry, bucket, options, look)

    def _articles(self, entry: Entry, bucket: Sequence[Group], options: SharedOptions, look: Look) -> Iterator[Match]:
        if entry.row.data["words"] < options.article_words:
            return
        for group in bucket:
            for other in group.entries:
                if other.card.path == entry.card.path or not _is_later(entry.card, other.card):
                    continue
                look.compared()
                share = 1.0 if other.row.value == entry.row.value else _alike(entry.row.data, other.row.data, "marks")
                least = options.same_later if _other_day(entry.card, other.card) else options.same
                if share >= least and not _foreign(entry.card, other.card):
                    yield _match(entry, other, "article", share, group.count)

    def _paragraphs(self, entry: Entry, bucket: Sequence[Group], options: SharedOptions, look: Look) -> Iterator[Match]:
        row = entry.row
        if row.data["words"] < options.least_words or int(row.value, 16) in _listed(look.register.boilerplate):
            return
        best: tuple[float, int, Entry] | None = None
        for group in bucket:
            own = group.value == row.value
            if own and _is_boilerplate(group, options):
                return
            first = group.entries[0].row.data
            share = 1.0 if own else _alike(row.data, first, "sketch")
            if share < options.alike or row.data["figures"] != first["figures"]:
                continue  # other figures: a report that comes every week, or background brought up to date
            for other in group.entries:
                if other.card.path == entry.card.path or not _is_older(other.card, entry.card):
                    continue
                look.compared()
                if _alike(row.data, other.row.data, "marks") >= options.same:
                    continue  # the article itself is filed twice: that is told once
                if best is None or share > best[0]:
                    best = (share, group.count, other)
        if best:
            yield _match(entry, best[2], "paragraph", best[0], best[1])


def _match(entry: Entry, other: Entry, kind: str, share: float, stories: int) -> Match:
    date = other.card.published.isoformat() if other.card.published else ""
    data = {
        "kind": kind,
        "date": date,
        "when": f" of {date}" if date else "",
        "share": round(100 * share),
        "stories": stories,
    }
    told = "it stands here too" if kind == "paragraph" else "the other filing begins here"
    related = Related(other.row.start, other.row.end, told, other.card.path)
    return Match(entry.row.start, entry.row.end, data, (related,))


def pack(marks: Sequence[int]) -> bytes:
    """Hashes as bytes, eight each: as a list of numbers they would take seven times the room."""
    return array("Q", marks).tobytes()


def _alike(one: Mapping[str, Any], other: Mapping[str, Any], field: str) -> float:
    """The share of runs in common, estimated from the smallest hashes of both together."""
    first, second = _unpacked(one[field]), _unpacked(other[field])
    size = min(len(first), len(second))
    shared = first & second
    if not shared:
        return 0.0
    smallest = sorted(first | second)[:size]
    return len(shared.intersection(smallest)) / size


@lru_cache(maxsize=1 << 8)
def _unpacked(packed: bytes) -> frozenset[int]:
    """The hashes again; kept for a while, since one side of a comparison stays the same."""
    return frozenset(memoryview(packed).cast("Q"))


def _is_older(one: Card, other: Card) -> bool:
    """Whether `one` is of an earlier day; of two undated articles either counts as the older one."""
    if one.published is None or other.published is None:
        return one.published is other.published
    return one.published < other.published


def _is_later(one: Card, other: Card) -> bool:
    """Whether `one` is not of an earlier day than `other`: an article filed twice is told of in the later filing."""
    if one.published is None or other.published is None or one.published == other.published:
        return True
    return one.published > other.published


def _other_day(one: Card, other: Card) -> bool:
    return None not in (one.published, other.published) and one.published != other.published


def _foreign(one: Card, other: Card) -> bool:
    return one.outlet is not None and other.outlet is not None and one.outlet != other.outlet


def _is_boilerplate(group: Group, options: SharedOptions) -> bool:
    days = {entry.card.published for entry in group.entries}
    enough = (
        min(options.boilerplate_stories, len(group.entries))
        if group.count > len(group.entries)
        else options.boilerplate_stories
    )
    return group.count >= enough and (len(days) >= options.boilerplate_days or days == {None})


@lru_cache(maxsize=8)
def _listed(lines: tuple[str, ...]) -> frozenset[int]:
    """The fingerprints of the register's boilerplate, as `extract.passages` makes them."""
    return frozenset(xxhash.xxh3_64_intdigest(" ".join(_WORD.findall(line.lower())).encode()) for line in lines)
