"""A bare surname that may mean either of two people of the article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, ClassVar

from lintnews.checks.name_cast import in_list
from lintnews.checks.name_likeness import near, nicknamed, sound
from lintnews.contract import ArticleCheck, Match, Related
from lintnews.lexicon import lexicon
from lintnews.lexicon.vocabulary import Vocabulary, fold, vocabulary
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lintnews.contract import Look
    from lintnews.model import Name, Story

_PROSE = frozenset({"body", "deck", "caption"})
_PRONOUN = late(r"\b(?:he|she|his|hers?|him|himself|herself)\b", re.IGNORECASE)
_FIRM = late(
    r"(?<=\w)(?:-(?:owned|led|backed)"
    r"| (?:directors?|executives?|employees?|division|unit|shares|staff|workers|stores|films?)\b)"
)
_CHILD = late(
    r"\b(?:(?:\d|1[0-2]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[- ](?:year|month|week)s?[- ]old"
    r"|son|sons|daughters?|child|children|baby|infant|toddler|bab(?:y|ies)|kids?)\b[^.;\n]{0,30}\Z"
)
_CHILD_AGE = late(r", (?:aged )?(?:\d|1[0-2])(?=[,.; ])|,? (?:\w+'s|his|her|their) (?:son|daughter|child)")
_BESIDE = 60  # characters before a name in which it is introduced
_SHORTEST = 3
_REACH = 600  # characters of a sentence in which a pronoun is looked for


class AmbiguousSurnames(ArticleCheck):
    """Two people of one surname, both named in full, and then the surname alone with nothing that tells them apart.

    The paragraph that last gives a full name gives both, and neither had been called by the surname before: else
    readers take the one who was named last, or the one who has been called so all along. Titles, a pronoun
    where one is a man and one a woman, and families told by given names keep it silent.
    """

    name = "ambiguous-surnames"
    fields: ClassVar[Mapping[str, str]] = {
        "surname": "the bare surname",
        "one": "one person's full name",
        "another": "the other's full name",
        "other": "where the one is named",
    }

    def inspect(self, story: Story, options: Any, look: Look) -> Iterable[Match]:  # noqa: ARG002 - the contract
        """At most one match a surname."""
        shared: dict[str, list[Name]] = {}
        people: dict[str, set[int]] = {}
        for name in story.facts.names:
            if name.surname and name.kind == "person":
                surname = fold(name.surname)
                shared.setdefault(surname, []).append(name)
                if name.given and name.person >= 0:
                    people.setdefault(surname, set()).add(name.person)
        for surname, found in people.items():
            if len(found) < 2 or len(surname) < _SHORTEST or all(name.person >= 0 for name in shared[surname]):
                continue
            look.compared()
            match = ambiguous(story, [name for name in shared[surname] if in_prose(story, name)])
            if match:
                yield match


def in_prose(story: Story, name: Name) -> bool:
    """Whether a mention stands in running text."""
    return story.article.paragraphs[story.article.paragraph_at(name.start)].role in _PROSE


def ambiguous(story: Story, names: list[Name]) -> Match | None:
    """The first ambiguous mention among those with one surname, in text order."""
    words = vocabulary(lexicon(story.article.language))
    named: dict[int, Name] = {}  # each person's last full mention
    for name in names:
        if name.given and name.person >= 0:
            named[name.person] = name
        elif len(named) == 1:
            return None  # called by the surname before anybody else had it
        elif name.person < 0 and len(named) == 2 and bare(story, name):
            one, other = sorted(named.values(), key=lambda n: n.start)
            if unclear(story, name, one, other) and two_people(story, name, one, other, words):
                data = {"surname": name.text, "one": one.text, "another": other.text}
                related = tuple(Related(n.start, n.end, f'"{n.text}" named here') for n in (other, one))
                return Match(name.start, name.end, data, related)
    return None


def bare(story: Story, name: Name) -> bool:
    """Whether a mention is a surname alone (or after "Mr") in the paper's own prose."""
    if name.title and fold(name.title) not in {"mr", "mr."}:
        return False
    quoted = any(q.start <= name.start < q.end for q in story.facts.quotations)
    return not quoted and not in_list(story, name)


def unclear(story: Story, name: Name, one: Name, other: Name) -> bool:
    """Whether the paragraph that last named one of them named both, in a sentence before; `other` was named last."""
    article, facts = story.article, story.facts
    if facts.sentence_at(other.start) == facts.sentence_at(name.start):
        return False
    return article.paragraph_at(one.start) == article.paragraph_at(other.start)


def two_people(story: Story, name: Name, one: Name, other: Name, words: Vocabulary) -> bool:
    """Whether these are two people whom nothing near the bare surname tells apart."""
    first, second = fold(one.given or ""), fold(other.given or "")
    start, begin = first.partition(" ")[0], second.partition(" ")[0]
    if not {start, begin} <= words.given or words.ordinary(fold(name.text)) or alike(story, first, second):
        return False
    if any(is_child(story, named) for named in (one, other)):
        return False
    if company(story, name.text) or by_given_name(story, {one.person, other.person}):
        return False
    if {start, begin} <= words.male - words.female or {start, begin} <= words.female - words.male:
        return True
    return not name.title and not pronoun_near(story, name)


def is_child(story: Story, name: Name) -> bool:
    """Whether a full mention is introduced as somebody's child or by a child's age: the surname alone is the parent."""
    text = story.article.text
    if _CHILD.search(text, max(0, name.start - _BESIDE), name.start):
        return True
    return _CHILD_AGE.match(text, name.end) is not None


def alike(story: Story, one: str, other: str) -> bool:
    """Whether two folded given names may be one person's: a part of it, a misspelling, a pet form."""
    nicknames = lexicon(story.article.language).table("nicknames")
    shared = not set(one.split()).isdisjoint(other.split())
    return shared or near(one, other, 3) > 0 or sound(one) == sound(other) or nicknamed(one, other, nicknames)


def company(story: Story, surname: str) -> bool:
    """Whether the surname is a firm's name too, or a family is spoken of ("the Roes")."""
    low, word = story.article.text, surname
    if f"the {word}s" in low or f"The {word}s" in low or f"{word} brothers" in low or f"{word} family" in low:
        return True
    for found in _FIRM.finditer(low):
        if low.startswith(word, found.start() - len(word)):
            return True
    return any(n.kind != "person" and word in n.text.split() and " " in n.text for n in story.facts.names)


def by_given_name(story: Story, people: set[int]) -> bool:
    """Whether the article calls one of these people by the given name alone."""
    return any(n.given and not n.surname and n.person in people for n in story.facts.names)


def pronoun_near(story: Story, name: Name) -> bool:
    """Whether "he" or "she" in the sentence or the next one says whether a man or a woman is meant."""
    sentences = story.facts.sentences
    index = story.facts.sentence_at(name.start)
    end = sentences[min(index + 1, len(sentences) - 1)].end
    return _PRONOUN.search(story.article.text, sentences[index].start, min(end, name.end + _REACH)) is not None
