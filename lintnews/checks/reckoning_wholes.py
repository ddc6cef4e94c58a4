"""Percentages of one whole: more than all of it (D16), parts that exceed 100 (D15), and "the remaining P percent"."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from lintnews.checks.reckoning import Broken, Line, box, plain
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.model import Figure

_PEOPLE = late(
    r"\sof (?:(?:the|all|its|their|our|those|these|his|her|registered|eligible|local|young|older|american|british"
    r"|adult|respondents|[a-z]+['’]s)\s){0,3}(?:people|voters|population|votes?|adults|residents|households|members"
    r"|respondents|students|pupils|children|women|men|employees|workers|patients|teachers|nurses|families|tenants"
    r"|drivers|farmers|citizens|electorate|ballots|seats|delegates|staff|villagers|homes|schools"
    r"|those (?:polled|surveyed|questioned|asked))\b(?! (?:needed|required|expected|target|planned|last|in \d))"
)
_NOT_OF = late(
    r"\b(?:(?:rose|grew|increased|climbed|jumped|up|went up|swelled) by|rose|up|grew|by another"
    r"|increase of|rise of|jump of"
    r"|growth of|more|equivalent to|equal to|target of)\s\Z"
)
_REMAINING = late(
    r"\bthe (?:remaining|other)\s\Z|\bthe (?:rest|remainder)(?:,|\s?\(|\s[—–-])\s?\Z|\b(?:with|and) the rest \(\Z"
)
_NESTED = late(r"\sof (?:the|that|this) (?:remaining|rest|remainder)\b|\bof (?:the|that) remaining\s\Z")
_OPINION = late(
    r"\b(?:undecided|no opinion|did ?n[o'’]t know|do ?n[o'’]t know|not sure|unsure|refused|no answer"
    r"|abstain\w*|neither)\b"
)
_ONE_WHOLE = late(
    r"\bof (?:the )?(?:vote|votes|ballots|electorate|seats|market|shares|stock|budget|money|total|sales|profits|profit"
    r"|company|equity|energy|electricity|power|revenue|income|land|capital)\b|\bstake\b|\bshare of the\b"
)
_MIXED = late(
    r"\b(?:up|down|from|rose|fell|rise|fall|compared|against|last|previous\w*|earlier|respectively"
    r"|turnout|margin|points?"
    r"|increase\w*|decreas\w*|than|chance|each|both|multiple|several answers|more than one|of whom|including|also|among"
    r"|men|women|younger|older|democrats|republicans|by|per year|a year|interest|tax|discount|whites|blacks|combined"
    r"|approv\w*|favou?rabl\w*|district|county|counties|precinct\w*|iowa|ohio)\b"
)
_OTHERS = late(
    r"\b(?:up|down|from|rose|fell|compared|last|previous\w*|earlier|respectively|turnout|margin|points?|than|each|both"
    r"|including|also|among|men|women|younger|older|democrats|republicans|whites|blacks)\b"
)
_SEPARATED = late(r"(?:,|\band\b|\bwhile\b|\bwith\b|\bto\b|;|\()")


def broken_wholes(line: Line) -> Iterator[Broken]:
    """All percentages of a sentence that are more than the whole they are parts of."""
    percents = [f for f in line.figures if f.kind == "percent" and f.unit == "%" and f.low is not None]
    for figure in percents:
        yield from _beyond(line, figure)
    if len(percents) > 1:
        told = list(_remaining(line, percents))
        yield from told or _sums(line, percents)


def _beyond(line: Line, figure: Figure) -> Iterator[Broken]:
    """D16: no more than 100 percent of people, votes or seats; P less half of its last place must not be above."""
    if figure.value > 100.5 and _PEOPLE.match(line.lower, figure.end) and not _NOT_OF.search(line.before(figure, 24)):
        sure = box(figure).low > 100.05
        yield Broken(figure, "at most 100 percent", "no more than 100 percent of them can be meant", (), sure=sure)


def _remaining(line: Line, percents: list[Figure]) -> Iterator[Broken]:
    """D15, the rest: A, B and "the remaining P percent" make 100.

    The sum of all, each within its rounding, must hold 100. Above 100 it is wrong at once; below, an earlier sentence
    may have given another part, so that is weak and only where the paragraph has no other share.
    """
    for index, rest in enumerate(percents):
        if index == 0 or not _REMAINING.search(line.before(rest, 24)) or _NESTED.match(line.lower, rest.end):
            continue
        parts = percents[: index + 1]
        words = line.lower[parts[0].end : rest.start]
        if _MIXED.search(words) or _NESTED.search(line.before(rest, 24)) or any(f.role == "change" for f in parts):
            return
        low, high = sum(box(f).low for f in parts), sum(box(f).high for f in parts)
        total = plain(round(sum(f.value for f in parts), 2))
        left = plain(round(100 - sum(f.value for f in parts[:-1]), 2))
        listed = " and ".join(f.text for f in parts) if len(parts) == 2 else ", ".join(f.text for f in parts)
        reason = f"{listed} make {total} percent, not 100: {left} percent would remain"
        if low > 100.05:
            yield Broken(rest, f"{left} percent", reason, tuple(parts[:-1]))
        elif high < 99.95 and _only_shares(line, parts):
            yield Broken(rest, f"{left} percent", reason, tuple(parts[:-1]), strong=False)
        return


def _only_shares(line: Line, parts: list[Figure]) -> bool:
    """Whether the paragraph has no other percentage or fraction."""
    article = line.story.article
    paragraph = article.paragraphs[article.paragraph_at(line.start)]
    return not any(
        paragraph.start <= f.start < paragraph.end and f not in parts and f.kind == "percent"
        for f in line.story.facts.figures
    )


def _sums(line: Line, percents: list[Figure]) -> Iterator[Broken]:
    """D15: the answers to one question, or the parts of one whole, make no more than 100 percent.

    The sum of n percentages less half of the last place of each must not be above 100. Asked of three parts or more of
    a whole that has no overlaps ("of the vote"), or of a poll that gives its undecided. Weak: answers may be multiple.
    """
    if len(percents) > 8 or any(f.approximate and f.low is None for f in percents):
        return
    words = line.words
    opinion = _OPINION.search(words) is not None
    if not opinion and (len(percents) < 3 or _ONE_WHOLE.search(words) is None):
        return
    around = line.lower[max(line.start, percents[0].start - 30) : min(line.end, percents[-1].end + 40)]
    if (_OTHERS if opinion else _MIXED).search(around):
        return
    for one, other in itertools.pairwise(percents):
        gap = line.between(one, other)
        if len(gap) > 80 or not _SEPARATED.search(gap):
            return
    if sum(box(f).low for f in percents) > 100.05:
        total = plain(round(sum(f.value for f in percents), 2))
        listed = ", ".join(f.text for f in percents)
        last = percents[-1]
        reason = f"{listed} make {total} percent, more than 100"
        yield Broken(last, "at most 100 percent together", reason, tuple(percents[:-1]), strong=False)
