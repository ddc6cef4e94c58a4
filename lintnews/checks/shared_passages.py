"""Paragraphs and whole articles that stand in the archive twice."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, Any, ClassVar

import xxhash

from lintnews.checks.digits import numerals
from lintnews.checks.residue_lines import residue_kind
from lintnews.checks.wire_credit import agencies_named, agency_of
from lintnews.contract import LedgerCheck, Match, Options, Related, Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lintnews.contract import Entry, Group, Look
    from lintnews.model import Card, Story

_WORD = re.compile(r"\w+")
LEAST_WORDS = 12  # of a paragraph that goes on record
MOST_WORDS = 400  # of a paragraph that are compared one by one
ARTICLE_MARKS = 64  # hashes that stand for an article
PARAGRAPH_MARKS = 16  # of them, kept with each paragraph
ARTICLE_KEYS = 8
MOST_FIGURES = 400  # characters of an article's figures that are kept
SURE = 0.8  # share of runs in common from which articles are one, whatever their figures
FEW_FIGURES = 3  # fewer of them tell nothing
PARAGRAPH_KEYS = 6
SHOWN = 5  # holders of a line of boilerplate that are told of
HELD = 0.9  # of the words of the shorter paragraph: the longer one has taken it over whole
_ARTICLE = "article:"


class SharedOptions(Options, frozen=True, kw_only=True):
    """What counts as taken over.

    `least_words` of a paragraph, `article_words` of an article; `alike` is the share of words that two paragraphs have
    in common, in order; `same` the share of three-word runs that two articles have in common, `same_later` that of an
    article of another day (reports that come every day are built alike); what stands in `boilerplate_stories` stories
    on `boilerplate_days` days is boilerplate.
    """

    least_words: int = 20
    article_words: int = 40
    alike: float = 0.75
    same: float = 0.5
    same_later: float = 0.55
    boilerplate_stories: int = 5
    boilerplate_days: int = 3


class SharedPassages(LedgerCheck):
    """A paragraph of an earlier story taken over, an article filed twice, copy of an agency that is not credited.

    Candidates share a hash of their sketches (Broder 1997); paragraphs are then compared word by word (longest common
    subsequence), articles by their sketches. The house's boilerplate is left alone, both what the register lists and
    what stands in many stories on several days; the latter is told of once, where it stood first. Paragraphs with
    other figures are left to the checks of figures. Articles of two outlets are not one article filed twice.
    """

    name = "shared-passages"
    fields: ClassVar[Mapping[str, str]] = {
        "kind": "paragraph, article, wire or boilerplate",
        "date": "the other article's date, or an empty string",
        "when": 'the same with words around it: " of 2024-05-01", or an empty string',
        "published": 'and so: ", published 2024-05-01", or an empty string',
        "share": "per cent of the text that both have in common",
        "stories": "the number of articles that hold the paragraph",
        "agency": "kind wire: the agency whose copy it is",
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
        marks = sorted(set().union(*[p.sketch for p in bodies]))[:ARTICLE_MARKS]
        few = pack(marks[:PARAGRAPH_MARKS])
        words = sum(p.words for p in bodies)
        digest = xxhash.xxh3_64_hexdigest(" ".join([str(p.digest) for p in bodies]).encode())
        figures = numerals(story)
        starts = [start for start, _ in figures]
        credit = {"agency": agency_of(article), "named": agencies_named(article)}
        yield Row(
            f"{_ARTICLE}{digest}",
            tuple([f"{_ARTICLE}{mark:x}" for mark in marks[:ARTICLE_KEYS]]) or (f"{_ARTICLE}{digest}",),
            bodies[0].start,
            bodies[0].end,
            "",
            {"words": words, "marks": pack(marks), "figures": _worded(figures)},
        )
        quoted_words: dict[int, int] = {}
        for quotation in story.facts.quotations:
            quoted_words[quotation.paragraph] = quoted_words.get(quotation.paragraph, 0) + quotation.words
        seen = set()
        for passage in bodies:
            if passage.prose and passage.words >= LEAST_WORDS and passage.sketch and passage.digest not in seen:
                seen.add(passage.digest)
                if passage.words <= 24 and residue_kind(article.text[passage.start : passage.end]):
                    continue
                keys = tuple([f"{mark:x}" for mark in passage.sketch[:PARAGRAPH_KEYS]])
                within = figures[bisect_left(starts, passage.start) : bisect_left(starts, passage.end)]
                quoted = quoted_words.get(passage.paragraph, 0) * 2 >= passage.words
                fields = {"marks": few, "figures": _worded(within), **credit, "quoted": quoted}
                data = {field: value for field, value in fields.items() if value}
                signature = passage.signature[:MOST_WORDS]
                yield Row(f"{passage.digest:016x}", keys, passage.start, passage.end, signature, data)

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
                least = options.same_later if _other_day(entry.card, other.card) else options.same
                same = other.row.value == entry.row.value
                share = 1.0 if same else _alike(entry.row.data, other.row.data, least)
                alike = share >= least and (share >= SURE or _same_figures(entry.row, other.row))
                if alike and not _foreign(entry.card, other.card):
                    yield _match(entry, other, "article", share, group.count)

    def _paragraphs(self, entry: Entry, bucket: Sequence[Group], options: SharedOptions, look: Look) -> Iterator[Match]:
        row = entry.row
        if len(row.text) < options.least_words or int(row.value, 16) in _listed(look.register.boilerplate):
            return
        best: tuple[float, int, Entry] | None = None
        for group in bucket:
            share = _share(row, group)
            if share < options.alike:
                continue
            if _is_boilerplate(group, options):  # or a line of the house in other words
                first = group.first
                if group.value == row.value and first is not None and first.card.path == entry.card.path:
                    yield _boilerplate(entry, group)
                return
            for other in filter(lambda other: _is_taken(entry, other), group.entries):
                look.compared()
                alike = _alike(row.data, other.row.data, options.same)
                if alike >= options.same and not _foreign(entry.card, other.card):
                    continue  # the article itself is filed twice: that is told once
                if best is None or share > best[0]:
                    best = (share, group.count, other)
        if best:
            kind = "wire" if _is_lifted(entry, best[2]) else "paragraph"
            yield _match(entry, best[2], kind, best[0], best[1])


def _share(row: Row, group: Group) -> float:
    """How much of two paragraphs is the same; 0 for quoted words, and for two with other figures.

    The latter are a report that comes every week, or background brought up to date: the checks of figures see to them.
    """
    if group.value == row.value:
        return 1.0
    other = group.entries[0].row
    if row.data.get("quoted") or other.data.get("quoted"):
        return 0.0  # the same words of a speaker, reported anew
    return likeness(row.text, other.text) if row.data.get("figures") == other.data.get("figures") else 0.0


def _is_taken(entry: Entry, other: Entry) -> bool:
    """Whether the paragraph may have been taken from another article: an earlier one, or an agency's."""
    return other.card.path != entry.card.path and (_is_older(other.card, entry.card) or _is_lifted(entry, other))


def _match(entry: Entry, other: Entry, kind: str, share: float, stories: int) -> Match:
    told = "the other filing begins here" if kind == "article" else "it stands here too"
    related = Related(other.row.start, other.row.end, told, other.card.path)
    data = _data(kind, other.card, share, stories)
    return Match(entry.row.start, entry.row.end, {**data, "agency": other.row.data.get("agency", "")}, (related,))


def _boilerplate(entry: Entry, group: Group) -> Match:
    """The match for a line of the house, in the article where it stood first."""
    others = sorted((e for e in group.entries if e.card.path != entry.card.path), key=lambda e: e.card.path)
    related = [Related(e.row.start, e.row.end, "and here", e.card.path) for e in others[:SHOWN]]
    data = {**_data("boilerplate", entry.card, 1.0, group.count), "agency": ""}
    return Match(entry.row.start, entry.row.end, data, tuple(related))


def _data(kind: str, card: Card, share: float, stories: int) -> dict[str, Any]:
    date = card.published.isoformat() if card.published else ""
    return {
        "kind": kind,
        "date": date,
        "when": f" of {date}" if date else "",
        "published": f", published {date}" if date else "",
        "share": round(100 * share),
        "stories": stories,
    }


def _worded(figures: Sequence[tuple[int, str]]) -> str:
    return " ".join([figure for _, figure in figures])[:MOST_FIGURES]


def pack(marks: Sequence[int]) -> bytes:
    """The upper halves of hashes as bytes, four each: they come in the same order, and a chance meeting is as rare."""
    return array("I", [mark >> 32 for mark in marks]).tobytes()


def likeness(one: str, other: str) -> float:
    """The share of words that two signatures have in common, in order; 1 where the longer one holds the shorter."""
    from rapidfuzz.distance import LCSseq

    size = min(len(one), len(other))
    common = LCSseq.similarity(one, other, score_cutoff=size // 2)
    held = common / size if size else 0.0
    return held if held >= HELD else 2 * common / max(len(one) + len(other), 1)


def _alike(one: Mapping[str, Any], other: Mapping[str, Any], least: float) -> float:
    """The share of runs that two articles have in common, estimated from the smallest hashes of both together.

    One below `least` is not worked out: 0 stands for it.
    """
    first, second = _unpacked(one["marks"]), _unpacked(other["marks"])
    size = min(len(first), len(second))
    shared = first & second
    if not shared or len(shared) / size < least:
        return 0.0
    smallest = sorted(first | second)[:size]
    return len(shared.intersection(smallest)) / size


@lru_cache(maxsize=1 << 8)
def _unpacked(packed: bytes) -> frozenset[int]:
    """The hashes again; kept for a while, since one side of a comparison stays the same."""
    return frozenset(memoryview(packed).cast("I"))


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


def _is_lifted(entry: Entry, other: Entry) -> bool:
    """Whether the other holder is an agency's copy, no later than this one, which names the agency nowhere."""
    agency = other.row.data.get("agency")
    credited = not agency or agency in entry.row.data.get("named", "").split()
    lifted = not credited and not entry.row.data.get("agency") and not entry.row.data.get("quoted")
    return lifted and _is_later(entry.card, other.card)


def _same_figures(one: Row, other: Row) -> bool:
    """Whether two articles have half of their figures in common: two reports of one pattern have not."""
    first, second = set(one.data["figures"].split()), set(other.data["figures"].split())
    size = min(len(first), len(second))
    return size < FEW_FIGURES or 2 * len(first & second) >= size


def _other_day(one: Card, other: Card) -> bool:
    return None not in (one.published, other.published) and one.published != other.published


def _foreign(one: Card, other: Card) -> bool:
    return one.outlet is not None and other.outlet is not None and one.outlet != other.outlet


def _is_boilerplate(group: Group, options: SharedOptions) -> bool:
    days = {entry.card.published for entry in group.entries}
    if group.first is not None:
        days.add(group.first.card.published)
    # Of more articles than are shown the nearest may all be of one day.
    enough = 2 if group.count > len(group.entries) else options.boilerplate_days
    return group.count >= options.boilerplate_stories and (len(days) >= enough or days == {None})


@lru_cache(maxsize=8)
def _listed(lines: tuple[str, ...]) -> frozenset[int]:
    """The fingerprints of the register's boilerplate, as `extract.passages` makes them."""
    return frozenset(xxhash.xxh3_64_intdigest(" ".join(_WORD.findall(line.lower())).encode()) for line in lines)
