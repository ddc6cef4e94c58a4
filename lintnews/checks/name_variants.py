"""Pairs of spellings in one article that are likely one name, with how strong the evidence is and which one is wrong.

Group-bys, never all pairs: like given names under one surname, like surnames under one given name, a bare surname or
unknown word beside the surnames of full names, and like words beside an equal word in names of other things.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lintnews.checks.name_cast import (
    Cast,
    family,
    in_list,
    introduced,
    introduction,
    listed_together,
    marked_sic,
    middle_initial,
    suffix,
)
from lintnews.checks.name_likeness import (
    SHORTEST_BARE,
    SHORTEST_GIVEN,
    SHORTEST_SURNAME,
    genders_differ,
    inflection,
    near,
    nicknamed,
    one_edit,
    plurals,
    skeleton,
    sound,
)
from lintnews.lexicon.vocabulary import inflected

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.lexicon import Lexicon
    from lintnews.lexicon.vocabulary import Vocabulary
    from lintnews.model import Name

MAJORITY = 3


class Variant(NamedTuple):
    """Two spellings, `wrong` and `right` mentions; `evidence` is strong, weak or faint.

    `directed` tells whether it is known which one is wrong.
    """

    wrong: list[Name]
    right: list[Name]
    evidence: str
    reason: str
    directed: bool


class Knowledge:
    """The word lists that the judgement of a pair needs."""

    def __init__(self, lexicon: Lexicon, words: Vocabulary) -> None:
        self.lexicon = lexicon
        self.words = words

    @property
    def surnames(self) -> frozenset[str]:
        """Known surnames."""
        return self.lexicon.words("surnames")

    @property
    def nicknames(self) -> dict[str, str]:
        """Given name to its short forms."""
        return self.lexicon.table("nicknames")

    @property
    def kinship(self) -> frozenset[str]:
        """Words of relatives."""
        return self.lexicon.words("kinship-words")

    def english(self, word: str) -> bool:
        """Whether a folded word is an English word, common or rare."""
        return self.words.ordinary(word) or inflected(word, self.lexicon.words("rare-words"))

    def named(self, word: str) -> bool:
        """Whether a folded word is a known name of a person or place."""
        return word in self.words.given or word in self.surnames or word in self.words.places


def variants(cast: Cast, knowledge: Knowledge) -> Iterator[Variant]:
    """All pairs of an article."""
    yield from full_variants(cast, knowledge)
    yield from bare_variants(cast, knowledge)


def full_variants(cast: Cast, knowledge: Knowledge) -> Iterator[Variant]:
    """Full names that share the surname and nearly the given name, or the other way round."""
    for own, shortest in ((0, SHORTEST_GIVEN), (1, SHORTEST_SURNAME - 1)):
        groups: dict[str, list[tuple[str, str]]] = {}
        for key in cast.full:
            groups.setdefault(key[1 - own], []).append(key)
        for keys in groups.values():
            for index, one in enumerate(keys):
                for other in keys[index + 1 :]:
                    if own == 0 and initials(one[0], other[0]):
                        continue
                    distance = near(one[own], other[own], shortest) or vowels_apart(one, other, own, knowledge)
                    if distance:
                        found = judge_full(cast, one, other, own, distance, knowledge)
                        if found:
                            yield found


def initials(one: str, other: str) -> bool:
    """Whether either given name is nothing but initials, which say too little to be nearly another."""
    return any(len(name.replace(".", "")) * 2 <= len(name) or len(name) == 1 for name in (one, other))


def vowels_apart(one: tuple[str, str], other: tuple[str, str], own: int, knowledge: Knowledge) -> int:
    """2 if two given names that nobody else bears have the same consonants: "Malisha", "Milasha"; else 0."""
    a, b = one[own], other[own]
    if own or min(len(a), len(b)) < SHORTEST_BARE or a in knowledge.words.given or b in knowledge.words.given:
        return 0
    return 2 if skeleton(a) == skeleton(b) else 0


def judge_full(  # noqa: PLR0911 - each return is one veto
    cast: Cast, one: tuple[str, str], other: tuple[str, str], own: int, distance: int, knowledge: Knowledge
) -> Variant | None:
    """Judge two full names that differ in part `own` (0 the given name, 1 the surname)."""
    a, b = cast.full[one].mentions, cast.full[other].mentions
    bare_a = [] if own == 0 else cast.bare.get(one[1], [])
    bare_b = [] if own == 0 else cast.bare.get(other[1], [])
    if vetoed(cast, a, b):
        return None
    known = knowledge.words.given if own == 0 else knowledge.surnames
    both_known = one[own] in known and other[own] in known
    one_known = (one[own] in known) != (other[own] in known)
    plural = own == 1 and plurals(one[1], other[1])
    if plural and max(one[1], other[1]) not in known:
        return None
    if own == 1 and not one_known and min(len(one[1]), len(other[1])) < SHORTEST_SURNAME:
        return None
    nicknames = own == 0 and nicknamed(one[0], other[0], knowledge.nicknames)
    if nicknames and not one_edit(one[0], other[0]):
        return None
    if own == 0 and both_known and not nicknames and family(cast.story, a, b, knowledge.kinship):
        return None
    sounds = sound(one[own]) == sound(other[own])
    apart = introduced(cast.story, a[0]) and introduced(cast.story, b[0])
    shared = bool(introduction(cast.story, a[0]) & introduction(cast.story, b[0]))
    if both_known and not sounds and (distance > 1 or (one[own][0] != other[own][0] and not shared)):
        return None
    titled = bool(a[0].title and b[0].title)
    if apart and not shared and ((both_known and not nicknames) or (titled and not one_known)):
        return None
    found = weigh(
        (a, bare_a, one[own] in known),
        (b, bare_b, other[own] in known),
        doubt=(apart and not shared) or (own == 0 and not sounds and genders_differ(one[0], other[0], knowledge.words)),
        support=shared or sounds,
    )
    unsure = plural or (titled and apart and not shared)
    if found and nicknames:
        return found._replace(evidence="faint", reason=f"a short and a full form; {found.reason}")
    return found._replace(evidence="faint") if found and unsure else found


def vetoed(cast: Cast, a: list[Name], b: list[Name]) -> bool:
    """Whether something in the text says that the two are two, or that the spelling is meant."""
    story = cast.story
    initials = {middle_initial(a[0]), middle_initial(b[0])} - {""}
    generations = suffix(story, a[0]) != suffix(story, b[0])
    return len(initials) > 1 or generations or marked_sic(story, a + b) or listed_together(story, a, b)


def weigh(
    one: tuple[list[Name], list[Name], bool], other: tuple[list[Name], list[Name], bool], *, doubt: bool, support: bool
) -> Variant | None:
    """Decide by counts which spelling is wrong and how sure that is; each side is (mentions, further uses, known)."""
    if (len(one[0]) + len(one[1]), one[2]) < (len(other[0]) + len(other[1]), other[2]):
        one, other = other, one
    often, seldom = len(one[0]) + len(one[1]), len(other[0]) + len(other[1])
    both_known = one[2] and other[2]
    directed = often > seldom or (one[2] and not other[2])
    reason = f"{often} mention{'s' * (often > 1)} to {seldom} in this article"
    if seldom > 2 and often < MAJORITY * seldom:
        evidence = "faint" if both_known or doubt else "weak"
    elif doubt:
        evidence = "weak" if often >= MAJORITY * seldom and not both_known else "faint"
    elif often >= MAJORITY * seldom and (not both_known or support or seldom == 1):
        evidence = "strong"
    elif not both_known or support or often >= 2 * seldom:
        evidence = "weak"
    else:
        evidence = "faint"
    wrong, right = other[0] + other[1], one[0] + one[1]
    if not directed and min(n.start for n in wrong) < min(n.start for n in right):
        wrong, right = right, wrong
    return Variant(wrong, right, evidence, reason, directed)


def bare_variants(cast: Cast, knowledge: Knowledge) -> Iterator[Variant]:
    """Single words that are nearly the surname of somebody with a full name."""
    surnames = {key[1] for key in cast.full}
    givens = {key[0] for key in cast.full}
    index: dict[tuple[int, str], list[str]] = {}
    for surname in surnames | givens:
        if len(surname) >= SHORTEST_SURNAME:
            index.setdefault((0, surname[:2]), []).append(surname)
            index.setdefault((1, surname[-2:]), []).append(surname)
    if not index:
        return
    for table in (cast.bare, cast.single):
        for word, mentions in table.items():
            met = {*index.get((0, word[:2]), ()), *index.get((1, word[-2:]), ())}
            if not met or word in surnames or word in givens:
                continue
            short = any(name.title for name in mentions) or not (knowledge.named(word) or knowledge.english(word))
            shortest = SHORTEST_SURNAME if short else SHORTEST_BARE
            if len(word) < shortest:
                continue
            for surname in sorted(met):
                distance = near(word, surname, shortest)
                if distance and (distance == 1 or surname in surnames) and not initials(word, surname):
                    found = judge_bare(cast, word, mentions, surname, distance, knowledge)
                    if found:
                        yield found


def judge_bare(
    cast: Cast, word: str, mentions: list[Name], surname: str, distance: int, knowledge: Knowledge
) -> Variant | None:
    """Judge a single word beside a surname."""
    uses = cast.uses(surname) or [n for (given, _), s in cast.full.items() if given == surname for n in s.mentions]
    titled = any(name.surname for name in mentions)
    known, known_surname = knowledge.named(word), knowledge.named(surname)
    if other_meaning(cast, word, mentions, surname, knowledge, titled=titled):
        return None
    if known and (distance > 1 or word[0] != surname[0] or (known_surname and len(uses) < MAJORITY * len(mentions))):
        return None
    found = weigh((uses, [], known_surname), (mentions, [], known), doubt=False, support=sound(word) == sound(surname))
    if found is None:
        return None
    if not titled and len(uses) <= len(mentions) and (distance > 1 or not cast.uses(surname)):
        return None  # a word two edits away, or near a given name, is a slip only if the other is the rule
    doubtful = (known and known_surname and sound(word) != sound(surname)) or (not titled and distance > 1)
    return found._replace(evidence="weak") if doubtful and found.evidence == "strong" else found


def other_meaning(
    cast: Cast, word: str, mentions: list[Name], surname: str, knowledge: Knowledge, *, titled: bool
) -> bool:
    """Whether a single word near a surname is plainly something else: an inflection, a word, a place, one of a list."""
    words = knowledge.words
    if word.startswith(f"{surname}-") or surname.startswith(f"{word}-"):
        return True
    if word in words.nations or plurals(word, surname) or marked_sic(cast.story, mentions):
        return True
    if titled and any(name.title for name in mentions):
        return False
    if words.ordinary(word) or inflection(word, surname):
        return True
    if word[0] != surname[0] or word in words.places or word in words.given or knowledge.english(word):
        return True
    return all(in_list(cast.story, name) for name in mentions)
