"""Judgement of two spellings of one name in different articles: by story, by register, by number of stories."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lintnews.checks.name_likeness import (
    SHORTEST_BARE,
    SHORTEST_GIVEN,
    SHORTEST_SURNAME,
    genders_differ,
    near,
    nicknamed,
    plurals,
    sound,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lintnews.checks.name_variants import Knowledge
    from lintnews.contract import Entry, Group, Look

MAJORITY = 3
OVERWHELMING = 10
SHARED_TOPICS = 4
TOPIC_SHARE = 0.2
MORE = "more have the spelling here ({} to {}): it is the other that is in question"
APART = "no article with the other spelling is on this story, and too few stories stand against this one"


class Judgement(NamedTuple):
    """What the archive says of a row: wrong, or one of two spellings (`directed` false); `others` hold the other."""

    evidence: str
    reason: str
    others: tuple[Entry, ...]
    directed: bool


class Likeness(NamedTuple):
    """How two values differ: in the given name (0), the surname (1) or only in how they are transliterated (2)."""

    part: int
    both_known: bool
    mine_known: bool
    other_known: bool
    sounds: bool


def liken(mine: str, other: str, knowledge: Knowledge) -> Likeness | str:  # noqa: PLR0911 - each return is one veto
    """Compare two values "given|surname"; why not, if they are not near or are plainly two names."""
    given, _, surname = mine.partition("|")
    given_other, _, surname_other = other.partition("|")
    sounds = sound(given) == sound(given_other) and sound(surname) == sound(surname_other)
    if surname == surname_other:
        part, one, two, shortest, known = 0, given, given_other, SHORTEST_GIVEN, knowledge.words.given
    elif given == given_other:
        part, one, two, shortest, known = 1, surname, surname_other, SHORTEST_SURNAME, knowledge.surnames
    else:
        if sounds:
            return Likeness(2, both_known=False, mine_known=False, other_known=False, sounds=True)
        return "other names: they differ in more than one word and do not sound alike"
    distance = near(one, two, shortest)
    plural = plurals(one, two)
    if not distance and not sounds:
        return "other names: more than a slip apart, or too short for it to be one"
    if plural and (part == 1 or knowledge.english(min(one, two))):
        return "other names: the one is the plural of the other"
    both = one in known and two in known
    if both and not sounds and (distance > 1 or one[0] != two[0]):
        return "other names: both are in use, and do not sound alike"
    if part == 0 and nicknamed(one, two, knowledge.nicknames):
        return "one name: the one is the short form of the other"
    if part == 0 and not sounds and genders_differ(one, two, knowledge.words):
        return "other people: the one is a woman's name, the other a man's"
    return Likeness(part, both, one in known, two in known, sounds)


def judge(entry: Entry, own: Group, group: Group, likeness: Likeness, look: Look) -> Judgement | str:
    """Judge the row of `entry` against the articles that have another spelling; why, if it may stand."""
    others = [e for e in group.entries if e.card.path != entry.card.path and look.same_story(entry.card, e.card)]
    kin = any(e.row.data.get("kin") for e in (entry, *group.entries))
    if likeness.part == 0 and likeness.both_known and kin:
        return "other people: both names are in use, and one is introduced as a relative"
    if not others:
        by_stories = judge_stories(entry, own, group, likeness, look)
        if isinstance(by_stories, Judgement):
            return by_stories
        by_company = judge_company(entry, own, group, likeness, look)
        return by_company if isinstance(by_company, Judgement) else f"{by_stories}; {by_company}"
    mine = [e for e in own.entries if look.same_story(entry.card, e.card)]
    found = judge_story(entry, with_story(mine, own, look), with_story(others, group, look), likeness)
    if isinstance(found, Judgement) and found.evidence == "strong" and 2 * len(own.entries) > len(group.entries):
        return found._replace(evidence="weak")  # the story says one thing, the whole archive does not
    return found


def with_story(others: Sequence[Entry], group: Group, look: Look) -> list[Entry]:
    """These rows, then those of the spelling that stand in articles on the same story as one of them.

    Without them each of two spellings may stand because the other looks like the minority from where it is.
    """
    held_already = {id(e) for e in others}
    further = [e for e in group.entries if id(e) not in held_already]
    return [*others, *(e for e in further if any(look.same_story(e.card, other.card) for other in others))]


def judge_company(entry: Entry, own: Group, group: Group, likeness: Likeness, look: Look) -> Judgement | str:
    """Judge by articles that speak of the same people on other days: never strong."""
    near_by = [e for e in group.entries if e.card.path != entry.card.path and akin(entry, e)]
    rare = [] if near_by else [e for e in group.entries if e.card.path != entry.card.path and met(entry, e, likeness)]
    others = with_story(near_by or rare, group, look)
    if not others:
        return judge_office(entry, own, group, likeness, look)
    if introduced(entry) and any(map(introduced, others)) and not any(share(entry, e) for e in others) and not rare:
        return "other people: each is introduced by itself, in other words"
    found = judge_story(entry, own.entries, others, likeness)
    if isinstance(found, str):
        return found
    reason = found.reason.replace("on this story", "on the same people")
    return found._replace(evidence="weak" if found.evidence == "strong" else found.evidence, reason=reason)


def judge_office(entry: Entry, own: Group, group: Group, likeness: Likeness, look: Look) -> Judgement | str:
    """Judge two names that nobody else is known to bear and that are introduced alike: a hint, no more."""
    if likeness.mine_known or likeness.other_known:
        return "nothing else ties the articles, and a name in use may be anybody's"
    others = tuple(e for e in group.entries if e.card.path != entry.card.path and share(entry, e))
    against, have = (look.stories(e.card for e in entries) for entries in (group.entries, own.entries))
    if not others or against < have:
        return "no company or introduction in common" if not others else MORE.format(have, against)
    reason = f"introduced alike; {against} stor{'y' if against == 1 else 'ies'} to {have}"
    return Judgement("faint", reason, others, directed=against > have)


def judge_story(entry: Entry, mine: Sequence[Entry], others: Sequence[Entry], likeness: Likeness) -> Judgement | str:
    """Judge by the articles on one story."""
    shared = any(share(entry, e) for e in others)
    apart = not shared and introduced(entry) and any(introduced(e) for e in others)
    together = likeness.sounds and any(companions(entry, e) for e in others)
    if apart and likeness.both_known and not together:
        return "other people: both names are in use, and each is introduced by itself, in other words"
    have, against = len(mine), len(others)
    uses, uses_against = mentions(mine), mentions(others)
    reason = f"{against} of {against + have} articles on this story"
    sure = "faint" if likeness.both_known and (apart or not (shared or likeness.sounds)) else "weak"
    if against >= 2 and against >= MAJORITY * have - 1:
        clear = sure == "weak" and not apart
        return Judgement("strong" if clear else sure, reason, tuple(others), directed=True)
    if against > have:
        return Judgement(sure, reason, tuple(others), directed=True)
    if against < have:
        return MORE.format(have, against)
    if likeness.mine_known != likeness.other_known:
        lean = -1 if likeness.mine_known else 1
    else:
        lean = (uses_against >= 2 * uses) - (uses >= 2 * uses_against)
    if lean < 0:
        return "as many articles have either, and more speaks for the spelling here"
    reason = f"{uses_against} mention{'s' * (uses_against > 1)} to {uses} in articles on this story"
    return Judgement(sure, reason, tuple(others), directed=lean > 0)


def judge_stories(entry: Entry, own: Group, group: Group, likeness: Likeness, look: Look) -> Judgement | str:
    """Judge by the number of distinct stories that have either spelling."""
    against = look.stories(e.card for e in group.entries)
    have = look.stories(e.card for e in own.entries)
    shared = any(share(entry, e) for e in group.entries)
    if against < MAJORITY * have or (likeness.both_known and not shared) or likeness.mine_known:
        return APART
    sure = shared or against >= OVERWHELMING * have
    evidence = "strong" if sure and not likeness.both_known else "weak" if sure or not likeness.other_known else "faint"
    return Judgement(evidence, f"{against} stories to {have}", group.entries[:3], directed=True)


def near_words(mine: str, other: str) -> bool:
    """Whether two single words are near enough for a misspelled bare surname."""
    return near(mine, other, SHORTEST_BARE) > 0


def akin(one: Entry, other: Entry) -> bool:
    """Whether two articles on different days speak of the same people or matter.

    They share two more names, one and a word of the introduction, the age, or a good part of their topics.
    """
    common = companions(one, other)
    topics, others = set(one.card.topics), set(other.card.topics)
    matter = len(topics & others) >= max(SHARED_TOPICS, min(len(topics), len(others)) * TOPIC_SHARE)
    return len(common) >= 2 or (share(one, other) and len(common) == 1) or shared_age(one, other) or matter


def met(one: Entry, other: Entry, likeness: Likeness) -> bool:
    """Whether two rows are likely one person although their articles have little in common.

    Names that nobody else is known to bear need one companion, or an introduction if they sound alike; others that
    sound alike need the age.
    """
    unknown = not (likeness.mine_known or likeness.other_known)
    if unknown and companions(one, other):
        return True
    return likeness.sounds and ((unknown and share(one, other)) or ages(one, other))


def ages(one: Entry, other: Entry) -> bool:
    """Whether both are introduced with the same age."""
    return any(word.isdigit() for word in held(one, "about") & held(other, "about"))


def shared_age(one: Entry, other: Entry) -> bool:
    """Whether both are introduced with the same age and with one more word."""
    return ages(one, other) and len(held(one, "about") & held(other, "about")) > 1


def companions(one: Entry, other: Entry) -> set[str]:
    """The other people whom both articles name."""
    return (held(one, "with") & held(other, "with")) - {one.row.value, other.row.value}


def mentions(entries: Sequence[Entry]) -> int:
    """How often a spelling stands in these articles."""
    return sum(int(e.row.data.get("n", 1)) for e in entries)


def share(one: Entry, other: Entry) -> bool:
    """Whether both mentions are introduced with a word in common."""
    return not held(one, "about").isdisjoint(held(other, "about"))


def held(entry: Entry, field: str) -> set[str]:
    """The strings of a field of a row, which lie in it as lines."""
    lines = entry.row.data.get(field)
    return set(lines.split("\n")) if lines else set()


def introduced(entry: Entry) -> bool:
    """Whether a mention has a title or an apposition of its own."""
    return bool(entry.row.data.get("introduced"))
