"""Pairs of spellings of organisations, places and other things in one article."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from lintnews.checks.name_cast import Cast, marked_sic
from lintnews.checks.name_likeness import SHORTEST_BARE, inflection, near
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
    known_a, known_b = (knowledge.english(w) or knowledge.named(w) or w in knowledge.words.nations for w in (a, b))
    if (known_a and known_b) or inflection(a, b) or marked_sic(cast.story, pairs[one] + pairs[other]):
        return None
    found = weigh((pairs[one], [], known_a), (pairs[other], [], known_b), doubt=False, support=False)
    if found and known_a != known_b and (found.right[0] is pairs[one][0]) != known_a:
        return None
    return found
