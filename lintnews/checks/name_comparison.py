"""One row of a name beside the rows of other articles that share a key: people, single words, other things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.checks.name_archive import Judgement, judge, liken, near_words
from lintnews.checks.name_likeness import SHORTEST_BARE, inflection, sound
from lintnews.checks.name_things import FAST, NAMED, WORD, bond_of, one_word_two_ways, rank
from lintnews.contract import Fix, Match, Related
from lintnews.lexicon.vocabulary import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.checks.name_variants import Knowledge
    from lintnews.contract import Entry, Group, Look


def compare_people(entry: Entry, own: Group, group: Group, knowledge: Knowledge, look: Look) -> Iterator[Match]:
    """Two spellings of a full name."""
    allowed = look.register.spellings
    if entry.row.text.casefold() in allowed or entry.row.data.get("settled"):
        skip(entry, group, look, "the register allows the spelling here, or its own article shows that it is a slip")
        return
    likeness = liken(entry.row.value, group.value, knowledge)
    if isinstance(likeness, str):
        skip(entry, group, look, likeness)
    elif any(e.row.text.casefold() in allowed for e in group.entries):
        skip(entry, group, look, "the register allows the spelling there")
    elif inner(entry) != inner(group.entries[0]):
        skip(entry, group, look, "a middle name stands beside somebody's first name")
    elif any(map(is_thing, (entry, *group.entries))) and not odd_words_unknown(entry.row.value, group.value, knowledge):
        skip(entry, group, look, "other names: what differs are words of their own, or forms of one word")
    else:
        found = judge(entry, own, group, likeness, look)
        if isinstance(found, str):
            skip(entry, group, look, found)
        else:
            yield from across(entry, found, "person")


def inner(entry: Entry) -> bool:
    """Whether a row is of two words inside a longer name: "James Roe" of "Oliver James Roe"."""
    return not fold(entry.row.text).startswith(entry.row.value.partition("|")[0])


def odd_words_unknown(mine: str, other: str, knowledge: Knowledge) -> bool:
    """Whether the words in which two values differ are neither inflections of one another nor both known words."""
    odd = [(a, b) for a, b in zip(mine.split("|"), other.split("|"), strict=True) if a != b]
    return not any(inflection(a, b) or min(rank(a, knowledge), rank(b, knowledge)) == WORD for a, b in odd)


def compare_words(entry: Entry, own: Group, group: Group, knowledge: Knowledge, look: Look) -> Iterator[Match]:
    """A bare surname or unknown word beside the surnames that other articles on the story introduce."""
    word, other, kind = entry.row.value[1:], group.value[1:], entry.row.data.get("kind")
    if kind == "full" or not near_words(word, other) or inflection(word, other):
        skip(entry, group, look, "a surname of a full name, or no nearer than a form of the word")
        return
    if knowledge.english(word) or word in knowledge.words.nations or (kind == "word" and knowledge.named(word)):
        skip(entry, group, look, "the single word here is a word of English, a nation, or a name in use")
        return
    if any(e.row.data.get("kind") == "full" and look.same_story(entry.card, e.card) for e in own.entries):
        skip(entry, group, look, "an article on this story introduces somebody of the surname as spelled here")
        return
    others = [e for e in group.entries if e.row.data.get("kind") == "full" and elsewhere(entry, e, look)]
    if not others or (knowledge.named(word) and knowledge.named(other)):
        skip(entry, group, look, "nobody of the surname there is introduced on this story, or both are names in use")
        return
    agree = len([e for e in group.entries if elsewhere(entry, e, look)])
    evidence = "strong" if agree >= 2 and (kind == "bare" or sound(word) == sound(other)) else "weak"
    reason = f"{agree} of {agree + 1} articles on this story"
    yield from across(entry, Judgement(evidence, reason, tuple(others), directed=True), "person")


def compare_things(entry: Entry, own: Group, group: Group, knowledge: Knowledge, look: Look) -> Iterator[Match]:
    """Two spellings of another name, in articles on one story."""
    likeness = liken(entry.row.value, group.value, knowledge)
    if isinstance(likeness, str):
        skip(entry, group, look, likeness)
        return
    mine, theirs = entry.row.value.split("|"), group.value.split("|")
    odd = [(a, b) for a, b in zip(mine, theirs, strict=True) if a != b]
    if any(inflection(a, b) or min(len(a), len(b)) < SHORTEST_BARE for a, b in odd):
        skip(entry, group, look, "the words that differ are forms of one word, or too short")
        return
    known, other_known = (min(rank(word, knowledge) for word in words) for words in zip(*odd, strict=True))
    fast = likeness.part < 2 and not one_word_two_ways(*odd[0], knowledge) and fastened(entry, group, knowledge)
    against = known > other_known  # the lists hold the spelling here: only the archive can speak against it
    if (against and not likeness.sounds) or (
        known == other_known != 0 and not (known == NAMED and likeness.sounds) and not fast
    ):
        skip(entry, group, look, "the words that differ are both known, or only the one here is")
        return
    others = tuple(e for e in group.entries if elsewhere(entry, e, look))
    have = len([e for e in own.entries if look.same_story(entry.card, e.card)])
    if not others or len(others) < have + against:
        skip(entry, group, look, "on this story {} articles have it as there, {} as here", len(others), have)
        return
    directed = other_known > known or (len(others) > have and not against)
    reason = f"{len(others)} of {len(others) + have} articles on this story"
    evidence = "weak" if directed or likeness.sounds else "faint"
    yield from across(entry, Judgement(evidence, reason, others, directed=directed), "other")


def fastened(entry: Entry, group: Group, knowledge: Knowledge) -> bool:
    """Whether two names have so much in common besides the odd words that these may both be words."""
    mine, theirs = tuple(entry.row.value.split("|")), tuple(group.value.split("|"))
    words = fold(entry.row.text).split(" ")
    return any(
        bond_of(words, fold(e.row.text).split(" "), (mine[0], mine[1]), (theirs[0], theirs[1]), knowledge) == FAST
        for e in group.entries
    )


def skip(entry: Entry, group: Group, look: Look, reason: str, *values: object) -> None:
    """Say of a row and all rows with another value why they are left alone."""
    for other in group.entries:
        look.skip(entry.row, other.row, other.card.path, reason, *values)


def is_thing(entry: Entry) -> bool:
    """Whether a row was not read as a person's name."""
    return entry.row.data.get("kind") == "other"


def elsewhere(entry: Entry, other: Entry, look: Look) -> bool:
    """Whether a row is from another article on the same story."""
    return other.card.path != entry.card.path and look.same_story(entry.card, other.card)


def across(entry: Entry, found: Judgement, kind: str) -> Iterator[Match]:
    """The matches of a judgement: one with the other places, or for two equals one a place."""
    row = entry.row
    places = [Related(e.row.start, e.row.end, f'spelled "{e.row.text}" here', e.card.path) for e in found.others[:3]]
    sides = [tuple(places)] if found.directed else [(place,) for place in places]
    for side, other in zip(sides, found.others, strict=False):
        data = {
            "here": row.text,
            "there": other.row.text,
            "evidence": found.evidence,
            "reason": found.reason,
            "kind": kind,
            "certain": found.directed,
        }
        fix = (
            Fix(row.start, row.end, other.row.text) if found.directed and kind == "person" and " " in row.text else None
        )
        yield Match(row.start, row.end, data, side, fix)
