"""Who and what is named in an article, spelling by spelling: what the name checks compare."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from lintnews.checks.once import lowered
from lintnews.lexicon.vocabulary import fold
from lintnews.patterns import late

if TYPE_CHECKING:
    from lintnews.model import Name, Story

_APPOSITION = late(r",? (?:Jr\.?|Sr\.?|I{2,3}|IV)?,? ?(?:the |a |an |who |aged )?([^.,;()“”\"\n]{3,70})")
_SUFFIX = late(r",? (Jr|Sr|Junior|Senior|II|III|IV)\b")
_BEFORE_ITEM = late(r"[,:;(<\n][ ]?(?:[A-Z]\.? )?$|^$")
_AFTER_ITEM = late(r" ?(?:[,;()>\n]|\.(?: |\n|$)| \d)|$")
_INTRODUCED = late(r", (?:the|a|an|who|whose|aged|\d\d?)\b")
_WORDS = late(r"[a-z][a-z-]+")
_AGE = late(r",? (?:aged )?\(?(\d\d?)\b(?! \w)")
_AGED = late(r"(\d\d?)[- ]years?[- ]old (?:\w+ )?\Z")
_CONTENT = late(r"[a-z]{4,}")
_TITLE = late(r"\b(?!the\b|and\b|for\b|sir\b|mrs\b|her\b|his\b|new\b|ex-)[a-z]{3,}")
_SIC = late(r"[^\n]{0,12}?[\[(]sic\b", re.IGNORECASE)
_EMPTY = frozenset(
    {"that", "with", "from", "said", "also", "were", "been", "have", "will", "would", "could", "when"}
) | {*("whose", "years", "year", "after", "they", "their", "this", "told")}


class Spelling:
    """One spelling of a full name in an article, its mentions in order."""

    __slots__ = ("given", "mentions", "surname")

    def __init__(self, given: str, surname: str) -> None:
        self.given = given
        self.surname = surname
        self.mentions: list[Name] = []

    @property
    def text(self) -> str:
        """The name as first written."""
        return self.mentions[0].text


class Cast:
    """Full names by (given, surname), bare surnames, single unknown words, and pairs of words in other names."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.full: dict[tuple[str, str], Spelling] = {}
        self.bare: dict[str, list[Name]] = {}
        self.single: dict[str, list[Name]] = {}
        self.places: dict[str, list[Name]] = {}
        self.others: list[Name] = []
        for name in story.facts.names:
            if name.given and name.surname:
                key = (first_given(name.given), fold(name.surname).rstrip("."))
                spelling = self.full.get(key)
                if spelling is None:
                    spelling = self.full[key] = Spelling(*key)
                spelling.mentions.append(name)
            elif name.surname:
                self.bare.setdefault(fold(name.surname), []).append(name)
            elif " " in name.text:
                self.others.append(name)
            elif name.kind == "unknown":
                self.single.setdefault(fold(name.text), []).append(name)
            elif name.kind == "place":
                self.places.setdefault(fold(name.text), []).append(name)

    @cached_property
    def pairs(self) -> dict[tuple[str, str], list[Name]]:
        """Each two neighbouring words of names with the mentions that hold them; full names of two words among them."""
        pairs: dict[tuple[str, str], list[Name]] = {}
        for name in self.others:
            for pair in pairwise(fold(name.text).split(" ")):
                pairs.setdefault(pair, []).append(name)
        for key, spelling in self.full.items():
            for name in spelling.mentions:
                parts = fold(name.text).split(" ")
                for pair in dict.fromkeys((key, *pairwise(parts))) if len(parts) > 2 else (key,):
                    pairs.setdefault(pair, []).append(name)
        return pairs

    def uses(self, surname: str) -> list[Name]:
        """All mentions with a surname, full and bare."""
        full = [name for spelling in self.full.values() if spelling.surname == surname for name in spelling.mentions]
        return full + self.bare.get(surname, [])


def first_given(given: str) -> str:
    """The folded first given name."""
    return fold(given).partition(" ")[0]


def middle_initial(name: Name) -> str:
    """The first letter of the middle name, or an empty string."""
    return fold(name.given or "").partition(" ")[2][:1]


def suffix(story: Story, name: Name) -> str:
    """The "Jr" or "III" behind a name, or an empty string."""
    found = _SUFFIX.match(story.article.text, name.end)
    return found.group(1)[:2] if found else ""


def introduction(story: Story, name: Name) -> frozenset[str]:
    """Content words that introduce a mention: its title and what stands between commas behind it."""
    text = story.article.text
    words = set(_TITLE.findall(name.title.lower())) if name.title else set()
    if text[name.end : name.end + 1] == ",":
        behind = _APPOSITION.match(text, name.end)
        if behind:
            words.update(_CONTENT.findall(behind.group(1).lower()))
    before = text[max(0, name.start - 60) : name.start]
    words.update(
        _CONTENT.findall(before[max(before.rfind("."), before.rfind("\n"), before.rfind("”")) + 1 :][-30:].lower())[-2:]
    )
    age = _AGE.match(text, name.end) or _AGED.search(before)
    if age:
        words.add(age.group(1))
    return frozenset(words - _EMPTY)


def introduced(story: Story, name: Name) -> bool:
    """Whether a mention is introduced as a person of its own: with a title, or with what it is between commas."""
    text = story.article.text
    return bool(name.title) or (text.startswith(", ", name.end) and _INTRODUCED.match(text, name.end) is not None)


def marked_sic(story: Story, names: list[Name]) -> bool:
    """Whether a writer has marked one of these mentions as spelled so in the source."""
    return any(_SIC.match(story.article.text, name.end) for name in names)


def relatives(story: Story, name: Name, kinship: frozenset[str]) -> bool:
    """Whether a mention is introduced by a word of kinship, or its paragraph speaks of a family ("the Roes")."""
    if name.title and not kinship.isdisjoint(name.title.lower().split()):
        return True
    household = f"the {name.surname.lower()}s" if name.surname else ""
    if not household or household not in lowered(story):
        return False
    article = story.article
    paragraph = article.paragraphs[article.paragraph_at(name.start)]
    return household in article.text[paragraph.start : paragraph.end].lower()


def family(story: Story, one: list[Name], other: list[Name], kinship: frozenset[str]) -> bool:
    """Whether two names may be those of relatives: words of kinship in a paragraph that is near both."""
    if any(relatives(story, names[0], kinship) for names in (one, other)):
        return True
    article = story.article
    first = {article.paragraph_at(name.start) for name in one}
    for name in other:
        index = article.paragraph_at(name.start)
        if not first.isdisjoint(range(index - 1, index + 2)):
            paragraph = article.paragraphs[index]
            words = _WORDS.findall(article.text[paragraph.start : paragraph.end].lower())
            if not kinship.isdisjoint(words):
                return True
    return False


def in_list(story: Story, name: Name) -> bool:
    """Whether a mention is one of a list, as in a line-up: a comma, colon or bracket on either side."""
    text = story.article.text
    return bool(_BEFORE_ITEM.search(text, max(0, name.start - 5), name.start) and _AFTER_ITEM.match(text, name.end))


def listed_together(story: Story, one: list[Name], other: list[Name]) -> bool:
    """Whether two names stand side by side as two people: "Jan and Jon Roe"."""
    text = story.article.text
    for a in one:
        for b in other:
            first, second = (a, b) if a.start < b.start else (b, a)
            if 0 < second.start - first.end <= 9 and re.fullmatch(
                r",?(?: and| or| with|,|/|;) ?", text[first.end : second.start]
            ):
                return True
    return False
