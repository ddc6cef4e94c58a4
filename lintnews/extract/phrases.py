"""The noun phrase of a subject: where it begins, when the words before its verb hold more than the subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.extract.grammar import AUXILIARIES, LINKS, POSSESSIVES, PREPOSITIONS, WORD, words
from lintnews.extract.sources import phrase_left

if TYPE_CHECKING:
    from lintnews.extract.draft import Draft

_SENTENCE_ADVERBS = words("meanwhile now yesterday today earlier later then still once instead afterwards")
PERSONAL = words("he she they it we i you")
_RELATIVES = words("who which whose that")
_OBJECTS = words("which whom what")  # "which engineers say": the object of the saying, then its subject
# Words that begin a noun phrase.
_OPENERS = POSSESSIVES | words(
    """the a an some most many several few all these those this one two three four five six seven eight nine ten
    dozens hundreds thousands another other"""
)
# After these an opener goes on with the phrase: "close to the mayor", "all the residents", "and the council".
_GOING_ON = (
    PREPOSITIONS
    | words("around across throughout outside within")
    | LINKS
    | _OPENERS
    | words("to as both half such not only even just including especially nor versus what no any each every least")
)
_ARTICLES = words("the a an he she it they we there")
_NUMBERS = words("one two three four five six seven eight nine ten dozens hundreds thousands")
_THINGS = words("something anything nothing everything thing")
_AMOUNTS = words("million billion trillion percent")
_WHOLE = 3  # words of a phrase without an article that are taken together


def narrowed(draft: Draft, low: int, begin: int, end: int) -> int:
    """Where the subject that ends at `end` begins, at or after `begin`, or before it for a relative clause.

    "In Velmore the mayor" gives "the mayor", "there are some engineers who" gives "some engineers who", "will
    residents" gives "residents", and "the insurer that had backed it" all of it.
    """
    lower = draft.lower
    parts = lower[begin:end].split()
    if len(parts) < 2:
        return begin
    # "the 20 million experts say it costs"
    counted = parts[-2] in _AMOUNTS and draft.lexicon.table("source-nouns").get(parts[-1]) == "collective"
    if counted or parts[-1] in PERSONAL:
        return begin if parts[-2] == "and" else lower.rfind(parts[-1], begin, end)
    if parts[0] in AUXILIARIES and lower.startswith(("that ", "which "), _word_before(lower, low, begin)):
        before = _word_before(lower, low, begin)
        return narrowed(draft, low, phrase_left(draft, low, before - 1), end) if before > low + 1 else begin
    first = _first(parts)
    if parts[first] in PREPOSITIONS and not _counts(parts, first):
        return _after_preposition(draft, begin, end, parts, first)
    if parts[-1] in {"that", "which"}:  # "were shown a page that": the page
        opener = next((i for i in range(len(parts) - 2, first, -1) if parts[i] in _OPENERS), first)
        return _start_of(lower, begin, parts, opener)
    if _RELATIVES.isdisjoint(parts[first + 1 : -1]):
        first = _last_opener(parts, first)
    return _start_of(lower, begin, parts, first)


def _start_of(lower: str, begin: int, parts: list[str], index: int) -> int:
    """Where a word of the phrase that begins at `begin` starts; `parts` are the words of the phrase."""
    at = begin
    for word in parts[:index]:
        at = lower.find(word, at) + len(word)
    return lower.find(parts[index], at)


def beside(draft: Draft, begin: int, end: int) -> int:
    """Where the noun phrase right before a participle begins: "one" of "the letters included one saying"."""
    spans = [found.span() for found in WORD.finditer(draft.lower, begin, end)]
    parts = [draft.lower[start:stop] for start, stop in spans]
    for index in range(len(parts) - 1, 0, -1):
        if (parts[index] in _OPENERS or parts[index][0].isdigit()) and parts[index - 1] not in _GOING_ON:
            return spans[index][0]
    if len(parts) <= _WHOLE:
        return begin
    first = len(parts) - 1
    while first and draft.text[spans[first - 1][0]].isupper():
        first -= 1
    return spans[first][0]


def shortened(draft: Draft, start: int, end: int) -> int:
    """Where the noun phrase of "according to" ends, if no comma parts it from the clause: before the next article."""
    spans = [found.span() for found in WORD.finditer(draft.lower, start, end)]
    parts = [draft.lower[first:last] for first, last in spans]
    for index in range(2, len(parts)):
        if parts[index] in _ARTICLES and parts[index - 1] not in _GOING_ON and parts[index - 1][-1] != ",":
            return spans[index - 1][1]
    return end


def _word_before(lower: str, low: int, begin: int) -> int:
    """Where the word before `begin` starts."""
    stop = begin - 1
    return max(lower.rfind(" ", low, max(stop, low)) + 1, low)


def _first(parts: list[str]) -> int:
    """The first word that can belong to the subject: after "there are", "will" of a question, "which" of an object."""
    if parts[0] == "there" and parts[1] in AUXILIARIES and len(parts) > 2:
        return 3 if parts[2] in AUXILIARIES and len(parts) > 3 else 2
    return int(parts[0] in AUXILIARIES or parts[0] in _OBJECTS or parts[0] in _SENTENCE_ADVERBS)


def _counts(parts: list[str], first: int) -> bool:
    """Whether a preposition belongs to a number: "at least ten residents", "over 40 masons", "about half"."""
    following = parts[first + 1] if first + 1 < len(parts) else ""
    return (
        parts[first] in {"like", "than"}
        or following in {"least", "most", "half"}
        or following[:1].isdigit()
        or following in _NUMBERS
    )


def _after_preposition(draft: Draft, begin: int, end: int, parts: list[str], first: int) -> int:
    """The subject after a place or time at the sentence's start: "On Monday the council", "In Velmore Runa Holt"."""
    lower = draft.lower
    if parts[-1] == "who" and len(parts) > first + 1:
        return _start_of(lower, begin, parts, len(parts) - 2)
    found = _last_opener(parts, first)
    if found > first:
        return _start_of(lower, begin, parts, found)
    stop = lower.rfind(parts[-1], begin, end) + len(parts[-1])
    names = [
        name
        for name in draft.names_in(_start_of(lower, begin, parts, first) + len(parts[first]), stop)
        if name.end >= stop - 1
    ]
    if names:
        return names[-1].start
    return _start_of(lower, begin, parts, first + 1 if first + 1 < len(parts) else first)


def _last_opener(parts: list[str], first: int) -> int:
    """The last word that begins a noun phrase of its own; `first` where there is none."""
    for index in range(len(parts) - 1, first, -1):
        if (
            parts[index] in _OPENERS
            and (before := parts[index - 1]) not in _GOING_ON
            and parts[max(index - 2, 0)] != "to"
            and (before in _THINGS or not before.endswith(("ing", "ed", ",")))
        ):
            return index
    return first
