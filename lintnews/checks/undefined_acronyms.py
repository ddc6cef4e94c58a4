"""Acronyms that an article uses again and again and never gives in full."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from lintnews.contract import ArticleCheck, Match, Options, Related
from lintnews.lexicon import lexicon
from lintnews.lexicon.vocabulary import fold, vocabulary
from lintnews.patterns import late

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Mapping

    from lintnews.contract import Look
    from lintnews.lexicon.vocabulary import Vocabulary
    from lintnews.model import Acronym, Story

_JOINING = frozenset(
    {"of", "the", "for", "and", "on", "in", "to", "at", "de", "des", "du", "la", "le", "et", "y", "del"}
)
_SHORT_LINE = 40  # a paragraph of fewer characters is a line of a list, a result or a credit, not prose
_WORD_LIKE = 5  # letters from which on an acronym that can be spoken as a word is taken for a name
_SPOKEN = late(r"(?!.*[^AEIOUY]{3})(?=.*[AEIOUY].*[AEIOUY])")
_WORD = late(r"[^\W\d_][^\W\d_]*(?:[’'][^\W\d_]+)?")
_BEFORE = late(r"(?:\b([^\W\d_][\w’'-]*),? (?:the )?|(\()|, (?:or|known as|called) )[“\"‘']?\Z")
_AFTER = late(r"s?(?:[’']s?)?(?: ([^\W\d_]\w*)|-\w|( ?/))")
_EXPLAINED = late(r"(?:, (?:the|an?|which|who|whose|one of)\b| ?[(–—-] ?(?:the |an? )?\w+ \w+)")
_ARTICLE = late(r"\b[Tt]he [“\"‘']?\Z")
_OWN_ARTICLE = late(r"[^\W\d_],? The \Z")  # with a capital in mid-sentence: a name
_HEAD = late(r"(?:[’']s?\b|[.,;:)”\"—–]| [—–-] | (?:said|says|has|had|was|is|will|would|[a-z]+ed)\b| ([a-z]+)\b)")
_NOUNS = late(r" (?:[a-z-]+ ){0,2}([a-z]+)\b")


class UndefinedOptions(Options, frozen=True):
    """`known`: acronyms that the readers know; `uses`: how many are worth a word; `shortest`: letters of an acronym."""

    known: tuple[str, ...] = ()
    uses: int = 2
    shortest: int = 3


class UndefinedAcronyms(ArticleCheck):
    """An acronym in prose, used at least `uses` times, that the article neither gives in full nor explains.

    Left alone: what every reader knows (the lexicon, the option `known`, the register), parts of names and brands,
    model numbers, words in capitals, codes in brackets and in lists, and any acronym for which the article has words
    with its initials.
    """

    name = "undefined-acronyms"
    fields: ClassVar[Mapping[str, str]] = {
        "acronym": "the acronym",
        "uses": "how often the article uses it",
        "other": "where it is used next",
    }
    Options = UndefinedOptions

    def inspect(self, story: Story, options: UndefinedOptions, look: Look) -> Iterable[Match]:
        """One match an acronym, at its first use in the prose."""
        uses: dict[str, list[Acronym]] = {}
        for acronym in story.facts.acronyms:
            if len(acronym.short) >= options.shortest:
                uses.setdefault(acronym.short, []).append(acronym)
        if not uses:
            return
        words = lexicon(story.article.language)
        known, heads = words.words("known-acronyms"), words.words("generic-heads")
        house = {name.casefold() for name in options.known} | {name.casefold() for name in look.register.acronyms}
        initials = ""
        for short, found in uses.items():
            low = short.casefold()
            if len(found) < options.uses or not short.isalpha() or low in known or low in house:
                continue
            if any(use.long for use in found) or found_in(look, low):
                continue
            prose = [use for use in found if in_prose(story, use)]
            if len(prose) < options.uses or not needs_words(story, found, vocabulary(words), heads):
                continue
            look.compared()
            initials = initials or initials_of(story, words.words("function-words"))
            if low in initials:
                continue
            first, second = prose[:2]
            data: dict[str, Any] = {"acronym": short, "uses": len(prose)}
            yield Match(first.start, first.end, data, (Related(second.start, second.end, "used again here"),))


def found_in(look: Look, low: str) -> bool:
    """Whether the register allows the acronym as a form of an organisation's name."""
    return any(low == form.casefold() for o in look.register.organisations for form in (o.name, *o.spellings))


def in_prose(story: Story, use: Acronym) -> bool:
    """Whether a use stands in running text: not in a headline, residue or a short line."""
    paragraph = story.article.paragraphs[story.article.paragraph_at(use.start)]
    return paragraph.role in {"body", "deck", "caption"} and paragraph.end - paragraph.start >= _SHORT_LINE


def needs_words(story: Story, found: list[Acronym], words: Vocabulary, heads: frozenset[str]) -> bool:
    """Whether the acronym is used as one whose words a reader misses: "the XYZ", "an XYZ", "XYZs"; nowhere explained.

    Companies known by their letters take no article; a word in front such as "the brewer XYZ" tells what it is.
    """
    text = story.article.text
    if words.ordinary(fold(found[0].short)) or (len(found[0].short) >= _WORD_LIKE and _SPOKEN.match(found[0].short)):
        return False
    counted = False
    for use in found:
        start, end = use.start, use.end
        before, after = _BEFORE.search(text, max(0, start - 40), start), _AFTER.match(text, end)
        if (
            _EXPLAINED.match(text, end)
            or _OWN_ARTICLE.search(text, max(0, start - 6), start)
            or (before and (not before.group(1) or glued(before, text, words, heads)))
        ):
            return False
        follower = after.group(1) or "" if after else ""
        if follower[:1].isupper() and not titled(follower, words):
            return False
        if described(text, end, words, heads):
            return False
        counted = counted or text[end : end + 1] == "s" or (stands_alone(text, start, end, words))
    return counted


def stands_alone(text: str, start: int, end: int, words: Vocabulary) -> bool:
    """Whether the acronym is the noun that "the" belongs to: "the XYZ said", not "the XYZ tapes"."""
    head = _HEAD.match(text, end)
    if head is None or not _ARTICLE.search(text, max(0, start - 6), start):
        return False
    return head.group(1) is None or head.group(1) in words.function


def described(text: str, end: int, words: Vocabulary, heads: frozenset[str]) -> bool:
    """Whether the words behind say what the acronym is: "the XYZ research institute"."""
    nouns = _NOUNS.match(text, end)
    if nouns is None:
        return False
    run = nouns.group().split()
    for word in run:
        if word in words.function:
            return False
        if word in words.organisation or word in heads:
            return True
    return False


def titled(word: str, words: Vocabulary) -> bool:
    """Whether a capitalised word behind an acronym opens a person's title or name."""
    low = fold(word)
    return low in words.titles or low in words.given


def glued(before: re.Match[str], text: str, words: Vocabulary, heads: frozenset[str]) -> bool:
    """Whether the word in front makes one name with the acronym, or says what it is ("rail union RMT")."""
    word = before.group(1)
    low = fold(word)
    if word[0].isupper():
        directly = text[before.end(1) : before.end()] in {" ", ' "', " “"}
        return directly and low not in words.function and low not in words.nations and low not in words.titles
    return low in words.organisation or low in words.roles or low in heads


def initials_of(story: Story, function: frozenset[str]) -> str:
    """Initials of the article's words, in lines: of capitalised ones, of these and joining words, of content words.

    A word that can be no part of a long form leaves a blank, so that no acronym is found across it.
    """
    capitals: list[str] = []
    joined: list[str] = []
    content: list[str] = []
    for word in _WORD.findall(story.article.text):
        first = word[0].lower()
        if word in _JOINING:
            joined.append(first)
            continue
        raised = first if word[0].isupper() else " "
        capitals.append(raised)
        joined.append(raised)
        content.append(" " if word.lower() in function else first)
    return "\n".join(map("".join, (capitals, joined, content)))
