"""Names of people that are alike: by the keys and the likeness of the check `name-spelling`, never all pairs."""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING

from lintnews.archive.mentions import is_full, is_resolved
from lintnews.checks.name_archive import liken
from lintnews.checks.name_likeness import deletions, skeleton, sound
from lintnews.checks.name_spelling import knowledge_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lintnews.archive.mentions import Key
    from lintnews.checks.name_variants import Knowledge

COMMONEST = 64  # what more names than this have in common says nothing
_DIFFERS = ("the given name differs", "the surname differs", "transliterated otherwise")


def alike(keys: Iterable[Key], language: str = "en") -> dict[Key, dict[Key, str]]:
    """Key of a name to the keys of the names that are alike, with how they differ in words.

    A full name goes with those that differ by a small edit or sound alike, and with titles that have its surname and
    no given name ("President Roe"). That they are one person is not said: that is for the checks, by evidence.
    """
    people = [key for key in keys if key[0] == "person" and is_resolved(key)]
    full = [key for key in people if is_full(key)]
    knowledge = knowledge_of(language)
    found: dict[Key, dict[Key, str]] = {}
    for one, other in candidates([key for key in full if len(key[1].strip(".")) > 1]):
        if other not in found.get(one, ()) and (differs := judged(one, other, knowledge)):
            found.setdefault(one, {})[other] = found.setdefault(other, {})[one] = differs
    for one, other in namesakes(full, [key for key in people if not is_full(key)]):
        found.setdefault(one, {})[other] = "no given name"
        found.setdefault(other, {})[one] = "full name"
    return found


def judged(one: Key, other: Key, knowledge: Knowledge) -> str:
    """How two full names that are alike differ; "" if they are not alike for the check."""
    likeness = liken("|".join(one[1:]), "|".join(other[1:]), knowledge)
    if isinstance(likeness, str):
        return ""
    return f"{_DIFFERS[likeness.part]}{', and sounds the same' if likeness.sounds and likeness.part < 2 else ''}"


def candidates(full: list[Key]) -> Iterator[tuple[Key, Key]]:
    """Pairs that share a key; the keys of one part are only held for the names that share the other part."""
    for own in (1, 2):
        groups: dict[str, list[Key]] = {}
        for key in full:
            groups.setdefault(key[3 - own], []).append(key)
        for group in groups.values():
            yield from sharing((short, key) for key in group for short in dict.fromkeys(deletions(key[own])))
    yield from sharing((f"{sound(key[1])}|{sound(key[2])}", key) for key in full)
    yield from sharing((f"{skeleton(key[1])}|{skeleton(key[2])}", key) for key in full)


def namesakes(full: list[Key], titled: list[Key]) -> Iterator[tuple[Key, Key]]:
    """Full names beside titles with the same surname."""
    groups: dict[str, tuple[list[Key], list[Key]]] = {}
    for key in full:
        groups.setdefault(key[2], ([], []))[0].append(key)
    for key in titled:
        if not key[1] and key[2] in groups:
            groups[key[2]][1].append(key)
    for names, titles in groups.values():
        if len(names) * len(titles) <= COMMONEST:
            yield from product(names, titles)


def sharing(keyed: Iterable[tuple[str, Key]]) -> Iterator[tuple[Key, Key]]:
    """Pairs under one key."""
    buckets: dict[str, list[Key]] = {}
    for mark, key in keyed:
        buckets.setdefault(mark, []).append(key)
    for bucket in buckets.values():
        if 1 < len(bucket) <= COMMONEST:
            yield from combinations(bucket, 2)
