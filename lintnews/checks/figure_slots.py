"""Figures of one kind in one story: which contradict each other, and which were only updated."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import xxhash

from lintnews.checks.built_in_slots import SLOTS
from lintnews.checks.leads import leading_names, pair_keys
from lintnews.checks.mentions import Mention, mentions, pack, unpack
from lintnews.checks.slot_comparison import (
    Evidence,
    agree,
    backed,
    confirms,
    dead_besides,
    interval,
    is_near,
    judge,
    otherwise,
    principal,
    several_ages,
    timely,
    varied,
)
from lintnews.checks.slots import Slot, class_of, filled, fills
from lintnews.contract import ArticleCheck, Entry, Group, LedgerCheck, Look, Match, Options, Reading, Related, Row
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lintnews.model import Card, Story

_KILLER = late(
    r"\b(?:(?:shot|killed|hanged|blew|poisoned) (?:himself|herself|themselves)|(?:gun|weapon) on (?:him|her)self|"
    r"(?:took|taking|taken) (?:his|her) own life|"
    r"including (?:the|a|one|its) (?:gunman|shooter|suspect|bomber|attacker)|"
    r"(?:gunman|shooter|suspect|bomber|attacker)s? (?:(?:was|were|is|are) )?(?:also )?(?:killed|dead|died|shot dead))\b"
)
_KILLER_SIGNS = ("self", "own life", "gunm", "shooter", "suspect", "bomber", "attacker")
MEET = "both can be right: {} and {} meet"
SETTLED = 'an article is compared by its first figure: of "{}", {} and {} stand for the rest'
SLIP = 1.5  # a headline's number and the text's that are further apart are of different things


class SlotOptions(Options, frozen=True, kw_only=True):
    """The slots that are compared."""

    slots: tuple[Slot, ...] = SLOTS


COMMONEST = 200  # a pair of names that leads more articles tells no story: an archive has thousands of such


class FigureSlots(ArticleCheck, LedgerCheck):
    """Compares figures slot by slot: within an article its headline with its body, and story by story across articles.

    Intervals are logical, so "nearly 400" and 396 agree. Of each slot an article's first figure counts, that of the
    headline if it has one; two articles agree if the first figure of one is among those of the other. Evidence:
    "conflict" where a fixed figure differs, or two figures for one day from one source, or a headline's number that the
    text does not have; "differs" where something speaks against a slip: one is approximate, in quotation marks, of
    somebody who is not named, or a further number of the text bears out the headline; "updated" where a figure moved
    with time or source.
    """

    name = "figure-slots"
    fields: ClassVar[dict[str, str]] = {
        "slot": "what the figures are about",
        "here": "the figure in this article",
        "there": "the figure at the other place",
        "evidence": "conflict, differs or updated",
        "reason": "which intervals failed to meet, and when and by whom the figures were given",
    }
    Options = SlotOptions
    commonest: ClassVar[int] = COMMONEST
    explains: ClassVar[tuple[str, ...]] = ("inside", "across")
    meets: ClassVar[str] = "two of the names that lead them"

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
                yield from _headed(story, slot, mention, below, found, options.slots, look)

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
            {
                "mentions": packed,
                "killer": any(" dea" in m.clause or " kill" in m.clause or " shot " in m.clause for m in found)
                and _killer_died(story),
            },
        )

    def compare(self, entry: Entry, bucket: Sequence[Group], options: SlotOptions, look: Look) -> Iterable[Match]:
        """Each slot of this article beside that of every other article on the story."""
        own = unpack(entry.row.data["mentions"])
        slots = filled(own, options.slots)
        anchored = [m for m in own if m.anchor is not None]
        if not slots and not anchored:
            return  # so it is with most articles: then the others need not be unpacked
        for group in bucket:
            if group.value == entry.row.value:
                continue
            for other in group.entries:
                if not look.same_story(entry.card, other.card):
                    continue
                theirs = unpack(other.row.data["mentions"])
                yield from _anchored(anchored, theirs, other.card, look)
                killer = entry.row.data["killer"] or other.row.data["killer"]
                event = look.same_event(entry.card, other.card)
                for slot, mine in slots:
                    others = [m for m in theirs if fills(m, slot)]
                    if not others:
                        continue
                    if slot.event and not event:
                        look.skip(mine[0], others[0], other.card.path, "other event: no rare name is in both articles")
                        continue
                    look.compared(len(mine) * len(others))
                    pair = _pair(slot, mine, others, entry.card, other.card, look)
                    if pair is None:
                        continue
                    veto = _veto(pair, slot, own, theirs, options.slots, killer=killer)
                    if veto:
                        look.skip(*pair, other.card.path, veto)
                        continue
                    evidence, reason = judge(slot, *pair, entry.card, other.card)
                    yield _match(slot, *pair, evidence, reason, other.card.path)

    def readings(self, story: Story, options: SlotOptions) -> Iterable[Reading]:
        """The figures of an article with the slots that they fill."""
        from lintnews.checks.slot_readings import readings_of

        return readings_of(story, options.slots)


def _veto(
    pair: tuple[Mention, Mention],
    slot: Slot,
    mine: list[Mention],
    theirs: list[Mention],
    slots: tuple[Slot, ...],
    *,
    killer: bool,
) -> str:
    """Why two figures that do not agree are no contradiction all the same; "" if nothing speaks for them."""
    if dead_besides(pair, slot, mine, theirs, slots):
        return "the dead make the difference"
    if slot.kind == "age" and (several_ages(mine) or several_ages(theirs)):
        return "other people: an article tells of several by their ages alone"
    if killer and slot.name in {"killed", "shot"} and abs(pair[0].value - pair[1].value) == 1:
        return "a killer who died too may be counted or not"
    return ""


def _headed(
    story: Story,
    slot: Slot,
    mention: Mention,
    below: list[Mention],
    found: list[Mention],
    slots: tuple[Slot, ...],
    look: Look,
) -> Iterable[Match]:
    """The headline's figure that no figure of the text agrees with."""
    others = [m for m in below if class_of(m, slot) == class_of(mention, slot)]
    agreeing = next((m for m in others if agree(mention, m, slot)), None)
    if agreeing is not None:
        look.skip(mention, agreeing, "", MEET, interval(mention), interval(agreeing))
    for other in below:
        look.skip(mention, other, "", "the text bears the headline out elsewhere, or this counts something else")
    if not others or agreeing is not None:
        return
    other = others[0]
    if dead_besides((mention, other), slot, found, found, slots) or (
        slot.name in {"killed", "shot"} and abs(mention.value - other.value) == 1 and _killer_died(story)
    ):
        return
    one_value = len({m.value for m in others}) == 1
    if not one_value:
        return
    figures = [f for f in story.facts.figures if f.kind == "count" and f.start > mention.end]
    if not backed(mention, figures, story.article.text):
        yield _match(slot, mention, other, "conflict", "the headline's number is not in the text")
    elif other.subject is not None and is_near(mention, other, SLIP) and mention.value < other.value:
        # a smaller number in the text is mostly that of a part
        reason = "the headline's number is in the text, but not for this"
        yield _match(slot, mention, other, "differs", reason)


def _killer_died(story: Story) -> bool:
    """Whether the text tells of a killer who died too, and may or may not be counted."""
    text = story.article.text.lower()
    return any(sign in text for sign in _KILLER_SIGNS) and _KILLER.search(text) is not None


def _pair(
    slot: Slot, mine: list[Mention], others: list[Mention], here: Card, there: Card, look: Look
) -> tuple[Mention, Mention] | None:
    """The figures of two articles that should agree and do not: the first of each, or the first two of one class."""
    one, other = principal(mine), principal(others)
    path = there.path
    met = next(((one, m) for m in others if confirms(m, one, slot)), None)
    met = met or next(((m, other) for m in mine if confirms(m, other, slot)), None)
    if met is not None:
        look.skip(*met, path, MEET, interval(met[0]), interval(met[1]))
        _leave(mine, others, path, look, SETTLED, slot.name, met[0].text, met[1].text)
        return None
    for mention in (one, *mine):
        for against in (other, *others):
            if veto := otherwise(mention, against, slot):
                look.skip(mention, against, path, veto)
                continue
            if not timely(mention, against, here, there, slot):
                look.skip(mention, against, path, "other time: they speak of other days or years")
                continue
            _leave(mine, others, path, look, SETTLED, slot.name, mention.text, against.text, but=(mention, against))
            if agree(mention, against, slot):
                look.skip(mention, against, path, MEET, interval(mention), interval(against))
                return None
            if varied(slot, mine, others, mention, against):
                look.skip(mention, against, path, "ambiguous: an article gives several values that may be of this")
                return None
            return mention, against
    return None


def _leave(
    mine: list[Mention],
    others: list[Mention],
    path: str,
    look: Look,
    reason: str,
    *values: str,
    but: tuple[Mention, Mention] | None = None,
) -> None:
    """Say of all pairs of a slot, but for one, that another pair stands for them."""
    for mention in mine:
        for other in others:
            if but is None or mention is not but[0] or other is not but[1]:
                look.skip(mention, other, path, reason, *values)


def _anchored(own: list[Mention], theirs: list[Mention], there: Card, look: Look) -> Iterable[Match]:
    """Compare "the second contingent of 140 soldiers" and "160 soldiers of its second contingent"."""
    slot = Slot(name="contingent", cumulative=False)
    for mention in own:
        for other in theirs:
            if other.anchor != mention.anchor or other.subject != mention.subject or mention.kind != other.kind:
                look.skip(mention, other, there.path, "other subject: of another contingent, or other things of it")
                continue
            look.compared()
            names, others = set(mention.named), set(other.named)
            if not (names <= others or others <= names):
                look.skip(mention, other, there.path, "other subject: other names stand before what is counted")
            elif agree(mention, other, slot):
                look.skip(mention, other, there.path, MEET, interval(mention), interval(other))
            else:
                yield _match(
                    slot, mention, other, "conflict", f"both are of the {mention.anchor} contingent", there.path
                )


def _match(slot: Slot, here: Mention, there: Mention, evidence: Evidence, reason: str, path: str = "") -> Match:
    data: dict[str, Any] = {
        "slot": slot.name,
        "here": here.text,
        "there": there.text,
        "evidence": evidence,
        "reason": reason,
    }
    return Match(here.start, here.end, data, (Related(there.start, there.end, f"{there.text} here", path),))
