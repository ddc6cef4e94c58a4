"""What the figures of an article are taken for when slots are compared: told to those who ask why nothing was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.mentions import mentions
from lintnews.checks.slot_comparison import interval
from lintnews.checks.slots import class_of, fills
from lintnews.contract import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.checks.mentions import Mention
    from lintnews.checks.slots import Slot
    from lintnews.model import Story


def readings_of(story: Story, slots: tuple[Slot, ...]) -> Iterator[Reading]:
    """Each figure with the slot that it fills, and those that are compared with nothing."""
    found = {mention.start: mention for mention in mentions(story)}
    for mention in found.values():
        yield from _filled(mention, slots)
    for figure in story.facts.figures:
        if figure.start not in found:
            role = f", told as {figure.role}" if figure.role != "plain" else ""
            told = f"{figure.kind}{role}"
            yield Reading(figure.start, figure.end, "", told)


def _filled(mention: Mention, slots: tuple[Slot, ...]) -> Iterator[Reading]:
    """A reading a slot; of a figure that fills none, what it counts."""
    about = [f"means {interval(mention)}"]
    about += [f"as of {mention.as_of}"] if mention.as_of else []
    about += [f"given by {' '.join(mention.source.split())}"] if mention.source else []
    about += ["in quotation marks"] if mention.quoted else []
    if mention.anchor is not None:
        told = "; ".join(about)
        yield Reading(mention.start, mention.end, f"{mention.anchor} contingent", told)
        return
    named = " ".join([*mention.named, mention.subject or ""]).strip()
    subjects = [f"{slot.name}{(of := class_of(mention, slot)) and f' {of}'}" for slot in slots if fills(mention, slot)]
    for subject in subjects:
        yield Reading(mention.start, mention.end, subject, "; ".join([*([f"of {named}"] if named else []), *about]))
    if not subjects:
        what = f"of {named}" if named else "with no noun"
        yield Reading(mention.start, mention.end, "", f"{what}, which fills no slot: its clause has no word of one")
