"""A bare surname whose owner the article never introduces."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, ClassVar

from lintnews.checks.name_cast import in_list
from lintnews.checks.name_likeness import near, sound
from lintnews.contract import ArticleCheck, Match, Options
from lintnews.lexicon import lexicon
from lintnews.lexicon.vocabulary import fold, vocabulary
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lintnews.contract import Look
    from lintnews.lexicon.vocabulary import Vocabulary
    from lintnews.model import Name, Story

_PROSE = frozenset({"body", "deck", "caption"})
_KINDS = frozenset({"person", "unknown"})
_WITHHELD = late(r"\b(?:(?:last|first|full|given|family|online|stage|screen) name|surname|identified only|nickname)")
_COURTESY = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms."})
_PERSONAL = late(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|himself|herself)\b")
_APPOSITION = late(r", (?:the|an?|who|whose|aged|\d\d?)\b| \(|,? of \w")
_MORE_BEHIND = late(r"-| [^\W\d_a-z]| \(| (?:and|&|en|et|y) [A-Z]|, [A-Z]\w+ (?:and|&|en|et|y) ")
_NOUNS = ("rare-words", "kinship-words", "source-nouns", "role-words")
_SHORTEST = 3
_REACH = 400  # characters of a sentence in which a pronoun is looked for


class UnintroducedOptions(Options, frozen=True):
    """`known`: surnames of people whom the newsroom's readers know without a given name."""

    known: tuple[str, ...] = ()


class UnintroducedSurnames(ArticleCheck):
    """A surname alone, plainly a person's, where no full name, office or description of that person is given.

    Plainly a person's: after "Mr", "Mrs" or "Ms" and speaking or named twice; or speaking, listed among surnames, and
    followed up with "he" or "she". Any title but a courtesy title introduces ("Judge Roe"), and so does a description
    ("Mr Roe, the owner"). A surname one edit from a full name of the article is left to the spelling of names.
    """

    name = "unintroduced-surnames"
    fields: ClassVar[Mapping[str, str]] = {
        "surname": "the surname, with its courtesy title",
        "other": "nothing",
    }
    Options = UnintroducedOptions

    def inspect(self, story: Story, options: UnintroducedOptions, look: Look) -> Iterable[Match]:
        """One match a surname, at its first use in the prose."""
        speakers = {a.source.start for a in story.facts.attributions if a.source and a.cue}
        single = [n for n in story.facts.names if n.kind in _KINDS and not n.given and " " not in n.text]
        told = {n.text for n in single if n.start in speakers or (n.title and n.title.lower() in _COURTESY)}
        if not told:
            return
        alone: dict[str, list[Name]] = {}
        for name in single:
            if name.text in told:
                alone.setdefault(fold(name.text), []).append(name)
        house = {word.casefold() for word in options.known} if options.known else frozenset()
        for surname, found in alone.items():
            if len(surname) < _SHORTEST or surname in house or not personal(story, surname, found, speakers):
                continue
            look.compared()
            if not introduced(story, surname, found, look):
                first = next(name for name in found if in_prose(story, name))
                text = f"{first.title} {first.text}" if first.title else first.text
                yield Match(first.start, first.end, {"surname": text})


def personal(story: Story, surname: str, found: list[Name], speakers: set[int]) -> bool:
    """Whether a surname is plainly a person's in the paper's own prose."""
    words = lexicon(story.article.language)
    if surname in words.words("household-surnames"):
        return False
    titled = [n for n in found if n.title and n.title.lower() in _COURTESY]
    if titled:
        prose = [n for n in titled if in_prose(story, n) and not quoted(story, n)]
        spoken = any(n.start in speakers or n.start - len(n.title or "") - 1 in speakers for n in prose)
        return bool(prose) and (spoken or len(prose) > 1) and not paired(story, prose[0])
    known = vocabulary(words)
    needed = 1 if surname in words.words("surnames") else 2
    speaking = [n for n in found if n.start in speakers]
    if len(speaking) < needed or surname in known.given or surname in known.places or known.ordinary(surname):
        return False
    if any(surname in words.words(table) for table in _NOUNS):
        return False
    plain = [n for n in speaking if pronoun_near(story, n) and in_prose(story, n) and not quoted(story, n)]
    return len(plain) >= needed


def in_prose(story: Story, name: Name) -> bool:
    """Whether a mention stands in running text and is no item of a list."""
    article = story.article
    return article.paragraphs[article.paragraph_at(name.start)].role in _PROSE and not in_list(story, name)


def paired(story: Story, name: Name) -> bool:
    """Whether a mention is the second of a couple: "Mr and Mrs Roe"."""
    start = name.start - len(name.title or "") - 1
    return story.article.text[max(0, start - 4) : start] == "and "


def quoted(story: Story, name: Name) -> bool:
    """Whether a mention stands in quoted words."""
    index = bisect_right(story.facts.quotations, name.start, key=lambda q: q.start) - 1
    return index >= 0 and name.start < story.facts.quotations[index].end


def pronoun_near(story: Story, name: Name) -> bool:
    """Whether "he" or "she" follows in the sentence or the next one."""
    sentences = story.facts.sentences
    index = min(story.facts.sentence_at(name.start) + 1, len(sentences) - 1)
    return _PERSONAL.search(story.article.text, name.end, min(sentences[index].end, name.end + _REACH)) is not None


def introduced(story: Story, surname: str, found: list[Name], look: Look) -> bool:
    """Whether anything in the article says who this is: more of the name, a title, a description, the register."""
    text = story.article.text
    words = vocabulary(lexicon(story.article.language))
    if any(n.title and n.title.lower() not in _COURTESY for n in found) or look.register.by_part.get(surname):
        return True
    if any(_APPOSITION.match(text, n.end) for n in found):
        return True
    if any(named_more(text, place, found[0].text, words) for place in places(text, found[0].text)):
        return True
    parts = {part for n in story.facts.names if " " in n.text for part in fold(n.text).replace("-", " ").split(" ")}
    if surname in parts or any(near(surname, part, _SHORTEST) or sound(surname) == sound(part) for part in parts):
        return True
    return _WITHHELD.search(text) is not None


def places(text: str, word: str) -> Iterator[int]:
    """Where a word stands in the text, as a whole word or as a part of a hyphened one."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))


def named_more(text: str, start: int, word: str, words: Vocabulary) -> bool:
    """Whether a capitalised word or a role stands beside the surname: "Jan Roe", "striker Roe", "Xi Jinping"."""
    before = text[max(0, start - 40) : start]
    if before[-1:] in {"-", "’", "'", "."}:
        return True
    token = before.rstrip().rpartition(" ")[2].rpartition("\n")[2].strip("“”\"'‘’(),")
    token = token.rpartition(".")[2] or token  # "in the evening.Jan Roe"
    low = fold(token)
    if before.endswith(" ") and token and low not in _COURTESY:
        if token[0].isupper() and (low not in words.function or low in words.given):
            return True
        if low in words.roles or low in words.particles:
            return True
    return _MORE_BEHIND.match(text, start + len(word)) is not None
