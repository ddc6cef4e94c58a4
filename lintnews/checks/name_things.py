"""Pairs of spellings of organisations, places and other things in one article."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from lintnews.checks.name_cast import Cast, marked_sic
from lintnews.checks.name_likeness import SHORTEST_BARE, inflection, near, sound
from lintnews.checks.name_variants import Knowledge, Variant, weigh
from lintnews.lexicon.vocabulary import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.model import Name


def other_variants(cast: Cast, knowledge: Knowledge) -> Iterator[Variant]:
    """Names of organisations, places and other things that have one word equal and its neighbour nearly equal."""
    pairs = word_pairs(cast)
    for own in (0, 1):
        groups: dict[str, list[tuple[str, str]]] = {}
        for pair in pairs:
            if len(pair[own]) >= SHORTEST_BARE:
                groups.setdefault(pair[1 - own], []).append(pair)
        for group in groups.values():
            for one, other in combinations(group, 2):
                if not (one in cast.full and other in cast.full) and near(one[own], other[own], SHORTEST_BARE):
                    found = judge_other(cast, pairs, one, other, own, knowledge)
                    if found:
                        yield found


def word_pairs(cast: Cast) -> dict[tuple[str, str], list[Name]]:
    """Each two neighbouring words of names with the mentions that hold them; full names of two words among them."""
    pairs: dict[tuple[str, str], list[Name]] = {}
    for name in cast.others:
        for pair in pairwise(fold(name.text).split(" ")):
            pairs.setdefault(pair, []).append(name)
    for key, spelling in cast.full.items():
        for name in spelling.mentions:
            parts = fold(name.text).split(" ")
            for pair in {key, *pairwise(parts)} if len(parts) > 2 else (key,):
                pairs.setdefault(pair, []).append(name)
    return pairs


def judge_other(
    cast: Cast,
    pairs: dict[tuple[str, str], list[Name]],
    one: tuple[str, str],
    other: tuple[str, str],
    own: int,
    knowledge: Knowledge,
) -> Variant | None:
    """Judge two names of things: the odd word must be no word and no name that is known."""
    a, b = one[own], other[own]
    rank_a, rank_b = rank(a, knowledge), rank(b, knowledge)
    sounds = sound(a) == sound(b)
    if (rank_a and rank_a == rank_b and not (rank_a == NAMED and sounds)) or inflection(a, b):
        return None
    if marked_sic(cast.story, pairs[one] + pairs[other]):
        return None
    found = weigh((pairs[one], [], rank_a > rank_b), (pairs[other], [], rank_b > rank_a), doubt=False, support=sounds)
    if found and rank_a != rank_b and (found.right[0] is pairs[one][0]) != (rank_a > rank_b):
        return None
    if found and found.evidence == "strong" and min(rank_a, rank_b) == NAMED:
        return found._replace(evidence="weak")
    return found


NAMED, WORD = 1, 2


def rank(word: str, knowledge: Knowledge) -> int:
    """How well a folded word is known: as a word, place or nationality; as a name; not at all."""
    words = knowledge.words
    if word in words.places or word in words.nations or knowledge.english(word):
        return WORD
    return NAMED if word in words.given or word in knowledge.surnames else 0
