"""Typed slots: what figures of a story are about, as data that a rule's options may give."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from lintnews.lexicon import lexicon
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lintnews.checks.mentions import Mention

NEAR = 3  # words between a figure without a noun and the word of the slot
_RELATIVES = late(
    r"\b(?:parents?|famil(?:y|ies)|relatives|friends|lawyers?|mothers?|fathers?|widows?|sons?|daughters?|half|most) of"
    r"(?: the| those)?\Z"
)
_GRAVELY = late(
    r"\b(?<!most )(?:critically|seriously|severely|gravely|badly|slightly|lightly|mildly|critical|serious|minor)\b"
)
# What was once said and is no longer true: "police had originally put the number at eight".
_ONCE = late(r"\b(?:originally|initially|earlier|at first|previously|mistakenly|wrongly)\b")
# Somebody who did it, or is said to: "a 16-year-old boy shot another", not "a 15-year-old boy was shot".
_DOER = late(
    r"\b(?<!was )(?<!were )(?<!been )(?<!being )(?<!is )(?:shot|stabbed|killed|fired|attacked|struck|opened fire)\b"
    r"(?! himself| herself| in the\b)|\b(?:accused|charged|arrested|detained|custody|suspected|suspect|pleaded)\b"
)


class Slot(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """One kind of figure that stories give.

    A figure fills the slot if it is of its `kind` (and `unit`, if that is given), its counted noun is one of
    `subjects` (peoples, such as "Haitians", count as people; with `bare`, a figure without a noun does too if a word of
    the slot is near), one of `words` stands in its clause (with no words, every clause will do) and none of `unless`
    does. Figures whose nouns differ are compared only if both are in `alike`.

    `key` says what must be the same besides the story: "names" before the noun ("Morvian troops"), "day" that the
    figure speaks of. `cumulative` figures move with time; the others are fixed. `near` restricts a finding to values
    no further apart than that ratio: sums of money that are far apart are different sums. `tolerance` is the share by
    which figures may differ. `lone`: an article that gives two values is not compared. `sure`: whether two values of a
    fixed slot are likely a slip. `event`: the figures are of one event, such as a fire's dead; articles on like events
    of one place are not compared.
    """

    name: str
    words: tuple[str, ...] = ()
    kind: Literal["count", "money", "duration", "measure", "age"] = "count"
    unit: str | None = None
    subjects: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    key: tuple[Literal["names", "day"], ...] = ("names",)
    bare: bool = True
    cumulative: bool = True
    near: float | None = None
    tolerance: float = 0.0
    lone: bool = False
    sure: bool = True
    event: bool = False


@lru_cache(maxsize=1 << 8)
def _apart(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words as they stand in a clause, between spaces."""
    return tuple([f" {word} " for word in words])


def fills(mention: Mention, slot: Slot) -> bool:
    """Whether a figure is of a slot."""
    if mention.kind != slot.kind or mention.anchor is not None or (slot.unit and mention.unit != slot.unit):
        return False
    subject = mention.subject
    noun = subject is not None and (subject in slot.subjects or ("people" in slot.subjects and is_people(subject)))
    if slot.subjects and not noun and not (subject is None and slot.bare):
        return False
    clause = mention.clause
    if slot.words and not any(map(clause.__contains__, _apart(slot.words))):
        return False
    if slot.subjects and not noun:
        around = f" {' '.join(mention.before.split()[-NEAR:])} {' '.join(mention.after.split()[:NEAR])} "
        if not any(map(around.__contains__, _apart(slot.words))):
            return False
    if any(map(clause.__contains__, _apart(slot.unless))):
        return False
    return _RELATIVES.search(mention.before) is None and _ONCE.search(mention.before) is None


def filled(mentions: Sequence[Mention], slots: Sequence[Slot]) -> list[tuple[Slot, list[Mention]]]:
    """The slots that any of an article's figures are of, with these."""
    kinds: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.anchor is None:
            kinds.setdefault(mention.kind, []).append(mention)
    found = ((slot, [m for m in kinds[slot.kind] if fills(m, slot)]) for slot in slots if slot.kind in kinds)
    return [(slot, its) for slot, its in found if its]


def class_of(mention: Mention, slot: Slot) -> str:
    """What a figure counts within its slot: "" for everybody, else its own noun, how badly they fared or who did it."""
    if slot.kind == "age":
        return "doer" if _DOER.search(mention.clause) else ""
    grave = _GRAVELY.search(mention.clause) if slot.kind == "count" else None
    subject = mention.subject
    if subject is None or subject in slot.alike or not slot.subjects or is_people(subject):
        return grave[0] if grave else ""
    return subject


@lru_cache(maxsize=1 << 10)
def is_people(subject: str | None) -> bool:
    """Whether a noun is that of a people: "Haitians"."""
    if not subject or not subject.endswith("s"):
        return False
    words = lexicon()
    return subject in words.table("peoples") or subject[:-1] in words.table("nationalities")
