"""One person with two offices or ranks that nobody holds at once."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from lintnews.contract import ArticleCheck, Match, Related
from lintnews.lexicon import lexicon
from lintnews.lexicon.vocabulary import fold, vocabulary
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from lintnews.contract import Look
    from lintnews.lexicon import Lexicon
    from lintnews.model import Name, Story

_LONGEST = 4  # words of an office
_WINDOW = 90  # characters before a name in which its office and what modifies it stand
_REACH = 500  # characters of a sentence that are searched for a change of office
_WORD = late(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_NOT_NOW = frozenset(
    {"former", "formerly", "then", "ex", "late", "onetime", "erstwhile", "acting", "deputy", "vice", "assistant"}
    | {"shadow", "incoming", "outgoing", "future", "next", "previous", "past", "ousted", "deposed", "exiled", "retired"}
    | {"honorary", "would", "self", "proclaimed", "candidate", "hopeful", "elect", "designate", "under", "first"}
    | {"last", "old", "a", "an", "any", "no", "possible", "potential", "presumptive", "fictional"}
)
# Families with several holders of offices, of whom often one alone is named in full.
_DYNASTIES = frozenset(
    {"adams", "aquino", "assad", "bhutto", "bush", "castro", "clinton", "cuomo", "duterte", "gandhi", "kennedy"}
    | {
        "kenyatta",
        "kim",
        "kirchner",
        "lee",
        "le pen",
        "marcos",
        "paul",
        "romney",
        "roosevelt",
        "sharif",
        "trump",
        "udall",
    }
)
_CHANGE = late(
    r"\b(?:bec(?:a|o)m\w*|promot\w*|(?:re-?)?elected|sworn|swear\w*|appoint\w*|nominat\w*|inaugurat\w*|resign\w*"
    r"|step(?:s|ped|ping)? down|t(?:ook|ak(?:es?|ing)) (?:over|office)|succe(?:ed|ss)\w*|replac\w*|served|demot\w*"
    r"|oust\w*|toppl\w*|deposed|sacked|reshuffle|career|used to"
    r"|(?:was|as|former|ex|then|until)[ -](?:(?:the|an?|his|her|its|their) )?(?:[\w’'-]+ )?"
    r"(?:president|premier|chancellor|minister|secretary|governor|senator|representative|mayor|ambassador|general"
    r"|colonel|captain|major|lieutenant|sergeant))\b",
    re.IGNORECASE,
)
_BEHIND = late(
    r", (?:[Tt]he |[^\W\d_][\w.-]*(?: [^\W\d_][\w.-]*)?[’']s? |an? )?"
    r"((?:[A-Za-z]+[ -]){0,4}?[a-z]+)(?:(?=[,.])| of ([A-Z]\w*(?: [A-Z]\w*)?))"
)
_ANOTHER_TIME = late(
    r"\b(?:(?:at|by) (?:the|that) time|years? (?:ago|earlier|later|before|after)|when (?:he|she)|once|both|double"
    r"|(?:in|since|from|until|between|during) (?:1[89]|20)\d\d)\b",
    re.IGNORECASE,
)


class Office(NamedTuple):
    """An office as an article gives it: its group, its name, the words, the mention it belongs to, if before that."""

    group: str
    office: str
    words: str
    name: Name
    before: bool = True

    @property
    def text(self) -> str:
        """The office and the name as they stand together."""
        return f"{self.words} {self.name.text}" if self.before else f"{self.name.text}, {self.words}"


class ConflictingTitles(ArticleCheck):
    """One person of the article with two offices (or ranks) of the lexicon's table that exclude each other.

    Former, acting and elected ones, deputies and candidates are no conflict; nor is a change of office that a sentence
    on the person tells, or a year. What stands in a quotation is the speaker's.
    """

    name = "conflicting-titles"
    fields: ClassVar[Mapping[str, str]] = {
        "name": "the person's name here",
        "here": "the office here",
        "there": "the other office",
        "evidence": "strong for two offices that stand before the full name, else weak",
        "other": "where the other office stands",
    }

    def inspect(self, story: Story, options: Any, look: Look) -> Iterable[Match]:  # noqa: ARG002 - the contract
        """At most one match a person."""
        words = lexicon(story.article.language)
        offices = words.table("offices")
        ends = last_words(words)
        official = {
            name.person
            for name in story.facts.names
            if name.title and name.person >= 0 and name.title.lower().rpartition(" ")[2].rstrip(".") in ends
        }
        if not official:
            return
        held: dict[int, list[Office]] = {}
        for name in story.facts.names:
            if name.person in official:
                office = office_of(story, name, offices, words)
                if office:
                    held.setdefault(name.person, []).append(office)
        for person, found in held.items():
            if len({office.office for office in found}) > 1:
                look.compared()
                yield from conflict(story, person, found, words)


@cache
def last_words(words: Lexicon) -> frozenset[str]:
    """The words with which an office of the table ends."""
    return frozenset(phrase.rpartition(" ")[2] for phrase in words.table("offices"))


def office_of(story: Story, name: Name, offices: Mapping[str, str], words: Lexicon) -> Office | None:
    """The office that stands right beside a name and is held now, in the paper's own words; None for any other."""
    text = story.article.text
    behind = None
    if not name.title and text.startswith(",", name.end):
        behind = _BEHIND.match(text, name.end)
    if not name.title and not behind:
        return None
    index = bisect_right(story.facts.quotations, name.start, key=lambda q: q.start) - 1
    if index >= 0 and name.start < story.facts.quotations[index].end:
        return None
    if behind:
        if behind.group(2) and fold(behind.group(2)) not in vocabulary(words).places:
            return None
        return office_in(_WORD.findall(behind.group(1)), name, offices, words, before=False)
    sentence = story.facts.sentences[max(story.facts.sentence_at(name.start), 0)]
    lead = text[max(sentence.start, name.start - _WINDOW) : name.start]
    lead = lead[max(lead.rfind("\n"), lead.rfind(", "), lead.rfind(";"), lead.rfind(":")) + 1 :]
    return office_in(_WORD.findall(lead), name, offices, words, before=True)


def office_in(
    tokens: list[str], name: Name, offices: Mapping[str, str], words: Lexicon, *, before: bool
) -> Office | None:
    """The office that these words end with."""
    for size in range(min(_LONGEST, len(tokens)), 0, -1):
        phrase = " ".join(tokens[-size:])
        group, _, office = offices.get(phrase.lower(), "").partition(" ")
        if office:
            held = current(tokens[:-size], office, words)
            return Office(group, office, phrase, name, before) if held else None
    return None


def current(modifiers: list[str], office: str, words: Lexicon) -> bool:
    """Whether the words before an office leave it one that is held now, of a country or of none that is named."""
    near = [fold(word) for word in modifiers[-3:]]
    if not _NOT_NOW.isdisjoint(near) or (near[-1:] == ["interim"] and office == "president"):
        return False
    if office != "president" or not modifiers:
        return True
    known = vocabulary(words)
    last, low = modifiers[-1], near[-1].removesuffix("'s")
    owned = last.endswith(("’s", "'s")) or last.isupper()
    return owned or low in known.nations or low in known.places or low in known.function


def conflict(story: Story, person: int, found: list[Office], words: Lexicon) -> Iterable[Match]:
    """The first two offices that exclude each other, if nothing in the article explains them."""
    for one, other in combinations(found, 2):
        if one.group != other.group or one.office == other.office or not same_person(story, one, other, words):
            continue
        if explained(story, person, one, other):
            return
        full = bool(one.name.given and other.name.given)
        strong = full and one.group == "office" and one.before and other.before
        data = {
            "name": other.name.text,
            "here": other.words,
            "there": one.words,
            "evidence": "strong" if strong else "weak",
        }
        place = Related(one.name.start, one.name.end, f'"{one.text}" here')
        yield Match(other.name.start, other.name.end, data, (place,))
        return


def same_person(story: Story, one: Office, other: Office, words: Lexicon) -> bool:
    """Whether both mentions are surely one person: full names, or a surname that only one person here can have."""
    if one.name.given and other.name.given:
        return True
    surname = fold(one.name.surname or other.name.surname or "")
    if not surname or surname in _DYNASTIES:
        return False
    people = {n.person for n in story.facts.names if n.surname and fold(n.surname) == surname and n.given}
    low = story.article.text.lower()
    kin = words.words("kinship-words").intersection(low.split())
    return len(people) == 1 and not kin and f"the {surname}s" not in low


def explained(story: Story, person: int, one: Office, other: Office) -> bool:
    """Whether a sentence on the person tells of a change of either office, or a mention is of another time."""
    words = {one.office.rpartition(" ")[2], other.office.rpartition(" ")[2]}
    words |= {office.words.lower().rpartition(" ")[2] for office in (one, other)}
    for name in story.facts.names:
        if name.person == person:
            sentence = sentence_of(story, name)
            if _CHANGE.search(sentence) and not words.isdisjoint(_WORD.findall(sentence.lower())):
                return True
    return any(_ANOTHER_TIME.search(sentence_of(story, office.name)) for office in (one, other))


def sentence_of(story: Story, name: Name) -> str:
    """The sentence of a mention, as far as a bounded number of characters to either side."""
    sentence = story.facts.sentences[max(story.facts.sentence_at(name.start), 0)]
    return story.article.text[max(sentence.start, name.start - _REACH) : min(sentence.end, name.end + _REACH)]
