"""Figures of one kind in one story: which contradict each other, and which were only updated."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any, ClassVar

import xxhash

from lintnews.checks.leads import leading_names, pair_keys
from lintnews.checks.mentions import Mention, class_of, fills, mentions, pack, unpack
from lintnews.checks.slots import SLOTS, Slot
from lintnews.contract import ArticleCheck, Entry, Group, LedgerCheck, Look, Match, Options, Related, Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lintnews.model import Card, Story

DRIFT = 1.1
_KILLERS = ("himself", "herself", "gunman", "shooter", "suspect", "bomber", "attacker")


class SlotOptions(Options, frozen=True, kw_only=True):
    """The slots that are compared."""

    slots: tuple[Slot, ...] = SLOTS


class FigureSlots(ArticleCheck, LedgerCheck):
    """Compares figures slot by slot: within an article its headline with its body, and story by story across articles.

    Intervals are logical, so "nearly 400" and 396 agree. An article's figures of a slot agree with another's if any
    two of them do. Evidence: "conflict" where a fixed figure differs, or two figures for one day from one source, or a
    headline's number that the body does not have; "updated" where a figure moved with time, source or wording.
    """

    name = "figure-slots"
    fields: ClassVar[dict[str, str]] = {
        "slot": "what the figures are about",
        "here": "the figure in this article",
        "there": "the figure at the other place",
        "evidence": "conflict or updated",
        "reason": "which intervals failed to meet, and when and by whom the figures were given",
    }
    Options = SlotOptions

    def inspect(self, story: Story, options: SlotOptions, look: Look) -> Iterable[Match]:
        """The headline's figures beside those of the body."""
        if story.article.headline is None:
            return
        found = mentions(story)
        headed = [m for m in found if m.part == "headline"]
        for slot in options.slots if headed else ():
            above = [m for m in headed if fills(m, slot)] if slot.cumulative else []
            below = [m for m in found if m.part == "body" and fills(m, slot)] if above else []
            if not below:
                continue
            look.compared(len(above) * len(below))
            for mention in above[:1]:
                others = [m for m in below if class_of(m, slot) == class_of(mention, slot)]
                if others and not _backed(story, mention, others):
                    yield _match(slot, mention, others[0], "conflict", "the headline's number is not in the text")

    def rows(self, story: Story) -> Iterable[Row]:
        """One row: the article's figures, under the pairs of names that lead it."""
        found = mentions(story)
        names = leading_names(story)
        if not found or len(names) < 2:
            return
        packed = pack(found)
        digest = xxhash.xxh3_64_hexdigest(packed)
        yield Row(
            f"{' '.join(names)} {digest}",
            pair_keys(names),
            found[0].start,
            found[0].end,
            found[0].text,
            {"mentions": packed},
        )

    def compare(self, entry: Entry, bucket: Sequence[Group], options: SlotOptions, look: Look) -> Iterable[Match]:
        """Each slot of this article beside that of every other article on the story."""
        own = unpack(entry.row.data["mentions"])
        filled = [(slot, mine) for slot in options.slots if (mine := [m for m in own if fills(m, slot)])]
        anchored = [m for m in own if m.anchor is not None]
        if not filled and not anchored:
            return  # so it is with most articles: then the others need not be unpacked
        for group in bucket:
            if group.value == entry.row.value:
                continue
            for other in group.entries:
                if not look.same_story(entry.card, other.card):
                    continue
                theirs = unpack(other.row.data["mentions"])
                yield from _anchored(anchored, theirs, other.card, look)
                for slot, mine in filled:
                    yield from _across(slot, mine, theirs, entry.card, other.card, look)


def _backed(story: Story, mention: Mention, others: list[Mention]) -> bool:
    """Whether a number of the text, or the sum of two, bears out the headline's; a killer who died may count or not."""
    values = [f.value for f in story.facts.figures if f.kind == "count" and f.start > mention.end]
    low = float("-inf") if mention.low is None else mention.low
    high = float("inf") if mention.high is None else mention.high
    if any(low <= value <= high for value in values) or len({m.value for m in others}) > 1:
        return True
    if any(low <= a + b <= high for a, b in combinations(values[:40], 2)):
        return True
    text = story.article.text.lower()
    return abs(others[0].value - mention.value) <= 1 and any(word in text for word in _KILLERS)


def _across(
    slot: Slot, mine: list[Mention], theirs: list[Mention], here: Card, there: Card, look: Look
) -> Iterable[Match]:
    others = [m for m in theirs if fills(m, slot)]
    if not others:
        return
    look.compared(len(mine) * len(others))
    if any(_agree(m, o, slot) and class_of(m, slot) == class_of(o, slot) for m in mine for o in others):
        return
    for mention in mine:
        for other in others:
            if class_of(mention, slot) != class_of(other, slot) or mention.named != other.named:
                continue
            if mention.unit != other.unit or (slot.near and not _near(mention, other, slot.near)):
                continue
            if not slot.cumulative and _varied(slot, mine, others, mention, other):
                continue
            evidence, reason = _judge(slot, mention, other, here, there)
            yield _match(slot, mention, other, evidence, reason, there.path)
            return


def _anchored(own: list[Mention], theirs: list[Mention], there: Card, look: Look) -> Iterable[Match]:
    """Compare "the second contingent of 140 soldiers" and "160 soldiers of its second contingent"."""
    slot = Slot(name="contingent", words=(), cumulative=False)
    for mention in own:
        for other in theirs:
            if other.anchor != mention.anchor or other.subject != mention.subject or mention.kind != other.kind:
                continue
            look.compared()
            names, others = set(mention.named), set(other.named)
            if (names <= others or others <= names) and not _agree(mention, other, slot):
                yield _match(
                    slot, mention, other, "conflict", f"both are of the {mention.anchor} contingent", there.path
                )


def _varied(slot: Slot, mine: list[Mention], others: list[Mention], one: Mention, other: Mention) -> bool:
    """Whether an article has several values that may fill a fixed slot: then they are of different things."""
    left = {m.value for m in mine if not slot.near or _near(m, other, slot.near)}
    right = {m.value for m in others if not slot.near or _near(m, one, slot.near)}
    return len(left) > 1 or len(right) > 1


def _near(one: Mention, other: Mention, ratio: float) -> bool:
    low, high = sorted((one.value, other.value))
    return low > 0 and high / low <= ratio


def _agree(one: Mention, other: Mention, slot: Slot) -> bool:
    """Whether two figures can both be right.

    Their logical intervals meet; and two round ones that are worded alike ("about 2,900" and "around 2,500", "more than
    578,000" and "over 700,000") are no more than a tenth apart.
    """
    if one.kind != other.kind or one.unit != other.unit:
        return False
    infinite = float("inf")
    low = max(-infinite if m.low is None else m.low for m in (one, other))
    high = min(infinite if m.high is None else m.high for m in (one, other))
    if low > high * (1 + slot.tolerance) if high > 0 else low > high:
        return False
    alike = (_open(one) and _open(other)) or (_around(one) and _around(other))
    return not (alike and not _near(one, other, DRIFT))


def _open(mention: Mention) -> bool:
    return mention.high is None and mention.low is not None


def _around(mention: Mention) -> bool:
    return (
        mention.approximate
        and mention.low is not None
        and mention.high is not None
        and mention.low < mention.value < mention.high
    )


def _judge(slot: Slot, here: Mention, there: Mention, card: Card, other: Card) -> tuple[str, str]:
    """Conflict or update, and the words for it."""
    times = (here.as_of or _day(card), there.as_of or _day(other))
    told = f"{_told(here, times[0])} here, {_told(there, times[1])} there"
    if _open(here) and _open(there):
        return "updated", told
    if not slot.cumulative:
        if here.approximate or there.approximate or here.quoted or there.quoted:
            return "updated", told
        return "conflict", f"{told}; both can't be right"
    same_day = here.as_of is not None and here.as_of == there.as_of and len(here.as_of) == 10
    if (
        same_day
        and here.source is not None
        and here.source == there.source
        and not _around(here)
        and not _around(there)
    ):
        return "conflict", f"two figures for {here.as_of} from {here.source}"
    return "updated", told


def _day(card: Card) -> str | None:
    return card.published.isoformat() if card.published else None


def _told(mention: Mention, time: str | None) -> str:
    source = f" ({' '.join(mention.source.split())})" if mention.source else ""
    return f"{mention.text}{f' as of {time}' if time else ''}{source}"


def _match(slot: Slot, here: Mention, there: Mention, evidence: str, reason: str, path: str = "") -> Match:
    data: dict[str, Any] = {
        "slot": slot.name,
        "here": here.text,
        "there": there.text,
        "evidence": evidence,
        "reason": reason,
    }
    return Match(here.start, here.end, data, (Related(there.start, there.end, f"{there.text} here", path),))
