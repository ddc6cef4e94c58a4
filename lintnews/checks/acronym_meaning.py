"""Acronyms that conflict: one with two long forms, two for one long form, one that is a slip of another."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, Any, ClassVar

from lintnews.checks.name_likeness import near, one_edit
from lintnews.contract import ArticleCheck, LedgerCheck, Match, Related, Row
from lintnews.lexicon import lexicon
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lintnews.contract import Entry, Group, Look
    from lintnews.model import Acronym, Story

_WORDS = late(r"[^\W_]+")
_JOINING = frozenset({"of", "the", "for", "and", "on", "in", "to", "de", "des", "du", "la", "le", "et"})
_SPELLINGS = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (r"is(ation|e|ing|ed)\b", r"iz\1"),
        (r"programme\b", "program"),
        (r"our\b", "or"),
        (r"re\b", "er"),
        (r"(?<=n)ce\b", "se"),
        (r"s\b", ""),
    )
)
DIFFERENT = 0.8  # share of common words below which two long forms are two things
SHORTEST = 3


class AcronymMeaning(ArticleCheck, LedgerCheck):
    """Conflicts between acronyms and long forms, inside an article and between articles on one story.

    Rows: "short|key" for each definition, where the key is the long form without joining words and without a generic
    last word, so that "Multinational Aid Force (MAF)" and "Multinational Aid (MA)" meet under one key.
    """

    name = "acronym-meaning"
    fields: ClassVar[Mapping[str, str]] = {
        "here": "the acronym or long form here",
        "there": "the other one",
        "reason": "what both stand for, or which acronym has two meanings",
        "problem": "two-acronyms, two-meanings or slip",
        "other": "where the other one stands",
    }

    def inspect(self, story: Story, options: Any, look: Look) -> Iterable[Match]:  # noqa: ARG002 - the contract
        """Conflicts within the article."""
        defined = definitions(story)
        for one, other in combinations(defined, 2):
            look.compared()
            problem = conflict(one.short, one.long or "", other.short, other.long or "")
            if problem:
                yield match_of(other, one, problem)
        yield from slips(story, {a.short: a for a in defined}, look)

    def rows(self, story: Story) -> Iterable[Row]:
        """One row a definition."""
        for acronym in definitions(story):
            key = long_key(acronym.long or "")
            value = f"{acronym.short}|{key}"
            data = {"short": acronym.short, "long": acronym.long}
            yield Row(value, (f"s{acronym.short}", f"l{key}"), acronym.start, acronym.end, acronym.short, data)

    def compare(self, entry: Entry, bucket: Sequence[Group], options: Any, look: Look) -> Iterable[Match]:  # noqa: ARG002
        """A definition beside those of other articles on the same story."""
        own = next(group for group in bucket if group.value == entry.row.value)
        have = sum(look.same_story(entry.card, e.card) for e in own.entries)
        for group in bucket:
            others = [
                e for e in group.entries if e.card.path != entry.card.path and look.same_story(entry.card, e.card)
            ]
            if group is own or len(others) < have:
                continue
            look.compared()
            mine, theirs = entry.row.data, group.entries[0].row.data
            problem = conflict(mine["short"], mine["long"], theirs["short"], theirs["long"])
            if problem:
                data = data_of(mine["short"], mine["long"], theirs["short"], theirs["long"], problem)
                places = [Related(e.row.start, e.row.end, f'"{data["there"]}" here', e.card.path) for e in others[:3]]
                for side in [(place,) for place in places] if len(others) == have else [tuple(places)]:
                    yield Match(entry.row.start, entry.row.end, data, side)


def definitions(story: Story) -> list[Acronym]:
    """The definitions of an article, one for each acronym and long form."""
    found = {(a.short, long_key(a.long)): a for a in reversed(story.facts.acronyms) if a.long}
    return sorted(found.values(), key=lambda a: a.start)


def long_words(long: str) -> list[str]:
    """The words of a long form, folded to one English spelling."""
    words = [w for w in _WORDS.findall(long.lower()) if w not in _JOINING]
    out = []
    for word in words:
        folded = word
        for pattern, instead in _SPELLINGS:
            folded = pattern.sub(instead, folded)
        out.append(folded)
    return out


def long_key(long: str) -> str:
    """The key of a long form: its words without joining words and without a generic head at the end."""
    words = long_words(long)
    raw = _WORDS.findall(long.lower())
    if len(words) > 1 and raw and raw[-1] in lexicon("en").words("generic-heads"):
        words = words[:-1]
    return " ".join(words)


def conflict(short: str, long: str, short_other: str, long_other: str) -> str:
    """What is wrong between two definitions: "two-acronyms", "two-meanings", or an empty string."""
    if short.casefold() == short_other.casefold():
        one, other = long_words(long), long_words(long_other)
        common = sum(any(w == v or near(w, v, 5) for v in other) for w in one)
        alike = common >= DIFFERENT * max(len(one), len(other)) or common >= min(len(one), len(other))
        return "" if alike else "two-meanings"
    same = long_key(long) == long_key(long_other) and len(long_key(long).split()) > 1
    plural = short.rstrip("s").casefold() == short_other.rstrip("s").casefold()
    return "two-acronyms" if same and not plural else ""


def data_of(short: str, long: str, short_other: str, long_other: str, problem: str) -> dict[str, Any]:
    """The values for the message."""
    if problem == "two-meanings":
        return {"here": long, "there": long_other, "problem": problem, "reason": f'two meanings of "{short}"'}
    meaning = long or long_other
    reason = f'for "{meaning}"' if meaning else "one slip apart"
    return {"here": short, "there": short_other, "problem": problem, "reason": reason}


def match_of(here: Acronym, there: Acronym, problem: str) -> Match:
    """A match at one acronym that names the other."""
    data = data_of(here.short, here.long or "", there.short, there.long or "", problem)
    return Match(here.start, here.end, data, (Related(there.start, there.end, f'"{data["there"]}" here'),))


def slips(story: Story, defined: Mapping[str, Acronym], look: Look) -> Iterator[Match]:
    """Acronyms that nobody defines and that are one edit from another one of the article."""
    uses: dict[str, list[Acronym]] = {}
    for acronym in story.facts.acronyms:
        if len(acronym.short) >= SHORTEST:
            uses.setdefault(acronym.short, []).append(acronym)
    known = lexicon(story.article.language).words("known-acronyms")

    def standing(short: str) -> tuple[bool, bool, int, int]:
        """How well an acronym stands: defined, well known, used often, used early."""
        return (short in defined, short.lower() in known, len(uses[short]), -uses[short][0].start)

    for one, other in combinations(sorted(uses), 2):
        if not one_edit(one, other):
            continue
        look.compared()
        wrong, right = sorted((one, other), key=standing)
        if wrong not in defined and wrong.lower() not in known and slipped(wrong, right, uses, defined):
            yield match_of(uses[wrong][0], uses[right][0], "slip")


def slipped(wrong: str, right: str, uses: Mapping[str, Sequence[Acronym]], defined: Mapping[str, Acronym]) -> bool:
    """Whether one acronym is a slip of the other.

    Two swapped neighbours are one wherever both are in use. Else the right one must be defined, and the other lack the
    letter of its generic last word, or be long and stand but once.
    """
    if sorted(wrong) == sorted(right):
        return True
    if right not in defined or any(map(str.isdigit, wrong + right)):
        return False
    if right[:-1] == wrong:
        last = (defined[right].long or "").lower().split()[-1:]
        return bool(last) and last[0] in lexicon("en").words("generic-heads")
    return min(len(wrong), len(right)) > SHORTEST and len(uses[wrong]) == 1 and len(uses[right]) > 1
