"""Pairs of spellings of organisations, places and other things in one article."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from lintnews.checks.name_cast import Cast, marked_sic
from lintnews.checks.name_likeness import SHORTEST_BARE, SHORTEST_SURNAME, inflection, near, sound
from lintnews.checks.name_variants import Knowledge, Variant, weigh
from lintnews.lexicon.vocabulary import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lintnews.model import Name


def other_variants(cast: Cast, knowledge: Knowledge) -> Iterator[Variant]:
    """Names of organisations, places and other things that have one word equal and its neighbour nearly equal."""
    pairs = cast.pairs
    for own in (0, 1):
        groups: dict[str, list[tuple[str, str]]] = {}
        for pair in pairs:
            if len(pair[own]) >= SHORTEST_SURNAME:
                groups.setdefault(pair[1 - own], []).append(pair)
        for group in groups.values():
            for one, other in combinations(group, 2):
                if not (one in cast.full and other in cast.full) and near(one[own], other[own], SHORTEST_SURNAME):
                    found = judge_other(cast, pairs, one, other, own, knowledge)
                    if found:
                        yield found


def judge_other(
    cast: Cast,
    pairs: dict[tuple[str, str], list[Name]],
    one: tuple[str, str],
    other: tuple[str, str],
    own: int,
    knowledge: Knowledge,
) -> Variant | None:
    """Judge two names of things by how well the two odd words are known and by how much else the names share."""
    a, b = one[own], other[own]
    rank_a, rank_b = rank(a, knowledge), rank(b, knowledge)
    met = pairs[one] + pairs[other]
    if inflection(a, b) or marked_sic(cast.story, met) or any(run_together(a, b, name) for name in met):
        return None
    sounds = sound(a) == sound(b)
    found = weigh((pairs[one], [], rank_a > rank_b), (pairs[other], [], rank_b > rank_a), doubt=False, support=sounds)
    if found is None:
        return None
    unlikely = rank_a != rank_b and (found.right[0] is pairs[one][0]) != (rank_a > rank_b)
    unknown = not rank_a or not rank_b or (rank_a == rank_b == NAMED and sounds)
    if unknown and not unlikely and min(len(a), len(b)) >= SHORTEST_BARE:
        named = found.evidence == "strong" and min(rank_a, rank_b) == NAMED
        return found._replace(evidence="weak") if named else found
    if one_word_two_ways(a, b, knowledge):
        return None
    bond = max(
        bond_of(fold(x.text).split(" "), fold(y.text).split(" "), one, other, knowledge)
        for x in pairs[one][:EXAMINED]
        for y in pairs[other][:EXAMINED]
    )
    if bond == LOOSE or (bond == WHOLE and unlikely):
        return None
    return found._replace(evidence="weak" if bond == FAST and found.evidence != "faint" else "faint")


def run_together(one: str, other: str, name: Name) -> bool:
    """Whether the first word of the next sentence sticks to a name: "Port ArkelIt"."""
    short, long = sorted((one, other), key=len)
    if not long.startswith(short):
        return False
    return any(fold(word) == long and word[len(short) : len(short) + 1].isupper() for word in name.text.split(" "))


LOOSE, WHOLE, FAST = 0, 1, 2
EXAMINED = 4  # mentions of either spelling that are laid side by side


def bond_of(
    mine: list[str], theirs: list[str], one: tuple[str, str], other: tuple[str, str], knowledge: Knowledge
) -> int:
    """How firmly two names hang together apart from their odd words.

    FAST: a neighbour that is no known word, or at least two equal words that are all the rest of the shorter name.
    WHOLE: the one equal word is all the rest of both names, and says more than what kind of thing it is.
    """
    own = 0 if one[0] != other[0] else 1
    partner = one[1 - own]
    if not rank(partner, knowledge) and partner not in FIRMS:
        return FAST
    mine, theirs = without_firm(mine), without_firm(theirs)
    try:
        at, at_other = mine.index(one[own]), theirs.index(other[own])
    except ValueError:
        return LOOSE
    before = equal(reversed(mine[:at]), reversed(theirs[:at_other]))
    after = equal(mine[at + 1 :], theirs[at_other + 1 :])
    shared = before + after
    if shared == 0 or shared + 1 < min(len(mine), len(theirs)):
        return LOOSE
    if shared > 1:
        return FAST
    if len(mine) != len(theirs):
        return LOOSE
    return WHOLE if partner not in knowledge.words.organisation and partner not in knowledge.words.places else LOOSE


FIRMS = frozenset({"inc", "inc.", "corp", "corp.", "co", "co.", "ltd", "ltd.", "plc", "llc", "ag", "sa", "nv", "gmbh"})


def without_firm(words: list[str]) -> list[str]:
    """The words of a name without the form of company at its end."""
    return words[:-1] if len(words) > 1 and words[-1] in FIRMS else words


def equal(one: Iterable[str], other: Iterable[str]) -> int:
    """How many words are equal before the first that differ."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def one_word_two_ways(one: str, other: str, knowledge: Knowledge) -> bool:
    """Whether two words are one in British and American spelling, or two points of the compass."""
    spellings = knowledge.lexicon.table("spellings")
    family = spellings.get(one, "").partition(" ")[0]
    if (family and family == spellings.get(other, "").partition(" ")[0]) or {one, other} == {"program", "programme"}:
        return True
    return one.startswith(COMPASS) and other.startswith(COMPASS)


COMPASS = ("north", "south", "east", "west", "mid", "upper", "lower", "inner", "outer")


NAMED, WORD = 1, 2


def rank(word: str, knowledge: Knowledge) -> int:
    """How well a folded word is known: as a word, place or nationality; as a name; not at all."""
    words = knowledge.words
    if word in words.places or word in words.nations or knowledge.english(word):
        return WORD
    return NAMED if word in words.given or word in knowledge.surnames else 0
