"""Figures that nobody is named for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, ClassVar

from lintnews.checks.once import once_a_story
from lintnews.checks.speech_cues import held
from lintnews.contract import ArticleCheck, Match, Options, Related
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lintnews.contract import Look
    from lintnews.model import Attribution, Facts, Figure, Story

EXAMPLES = 3
YEARS = (1700, 2100)  # a bare number that may be a year
_NEAR = 5  # sentences from a document that is cited
_LARGE = 1_000_000  # a smaller sum is what one person or shop lost and can tell
_MINE = late(r"\b(?:I|[Mm]y|[Ww]e|[Oo]ur|[Mm]e)\b")
_BESIDE = 40  # letters beside a figure that say what it is of
_STOP = late(r"[.,;:()\n“”\"]")
_SHARE = late(r"\s*(?:of\s|[a-z]+\s+(?:rise|fall|drop|increase)\s+in\s)")
# What becomes of money that somebody else must have reckoned: a loss, a damage, a cost to the public.
_LOSS = late(
    r"\b(?:los(?:t|ses|ing)|damage|cost(?:s|ing)? (?:the )?(?:taxpayers?|economy|public|country|council|state)"
    r"|stolen|owe[sd]?|embezzl\w+|wast(?:e|ed)|fraud|debts?)\b",
    re.IGNORECASE,
)
_COUNTED = frozenset({"money", "percent", "count", "points", "rate"})


def covered(facts: Facts, index: int, *, paragraph_only: bool = False) -> bool:
    """Whether a sentence has a source, in itself or beside it; also in the paragraph before, unless told otherwise."""
    sentence = facts.sentences[index]
    if sentence.attributed != "none":
        return True
    for other in (index - 1, index + 1):
        if 0 <= other < len(facts.sentences):
            neighbour = facts.sentences[other]
            if neighbour.paragraph == sentence.paragraph and neighbour.attributed in {"explicit", "carried"}:
                return True
    before = index - 1
    return not paragraph_only and (
        before >= 0
        and facts.sentences[before].paragraph == sentence.paragraph - 1
        and facts.sentences[before].attributed in {"explicit", "carried"}
    )


class FigureSourceOptions(Options, frozen=True, kw_only=True):
    """`least` figures without a source make a note; `from_value` is the least count looked at."""

    least: int = 1
    from_value: float = 1000


class FigureSources(ArticleCheck):
    """Statistics in sentences that have no source, one match an article with the first examples.

    Sums of money, percentages and large counts are looked at; results of votes and matches, prices, ages and what the
    sentence itself draws from a document are left alone (Reuters and AP ask no source for what is on public record).
    """

    name = "figure-sources"
    fields: ClassVar[Mapping[str, str]] = {
        "count": "figures without a source",
        "total": "figures of that kind in the article",
        "here": "the first of them",
        "noun": "figure or figures",
        "verb": "has or have",
    }
    Options = FigureSourceOptions

    def inspect(self, story: Story, options: Any, look: Look) -> Iterable[Match]:  # noqa: ARG002 - the contract
        """One match for all figures of the article that nobody is named for."""
        facts = story.facts
        bare: list[Figure] = []
        total = 0
        for figure in facts.figures:
            if not _needs_source(story, figure, options.from_value):
                continue
            total += 1
            index = facts.sentence_at(figure.start)
            if index < 0 or covered(facts, index) or _is_open(story, index) or _from_data(story, index):
                continue
            if not bare or facts.sentence_at(bare[-1].start) != index:
                bare.append(figure)
        if len(bare) >= max(options.least, 1):
            first = max(bare, key=_weight)
            rest = [figure for figure in bare if figure is not first]
            plural = len(bare) > 1
            yield Match(
                first.start,
                first.end,
                {
                    "count": len(bare),
                    "total": total,
                    "here": story.text(first),
                    "noun": "figures" if plural else "figure",
                    "verb": "have" if plural else "has",
                },
                tuple(Related(f.start, f.end, "no source here either") for f in rest[:EXAMPLES]),
            )


def _from_data(story: Story, index: int) -> bool:
    """Whether a document is cited within a few sentences ("figures show that"): the figure is likely from there."""
    return any(abs(a.sentence - index) <= _NEAR for a in _documents(story))


@once_a_story
def _documents(story: Story) -> list[Attribution]:
    """The attributions to a document."""
    return [a for a in story.facts.attributions if a.source_kind == "document"]


def _weight(figure: Figure) -> tuple[bool, float]:
    """What needs its source most: a count of people rather than a sum, and then the largest share or number."""
    return figure.kind == "count", figure.value


def _needs_source(story: Story, figure: Figure, least: float) -> bool:
    """Whether somebody must have gathered the figure: a statistic of people, a casualty count, or money lost."""
    if figure.kind not in _COUNTED or figure.quoted or (not figure.text[:1].isdigit() and figure.kind != "money"):
        return False
    if not _gathered(story, figure):
        return False
    if figure.kind == "count" and YEARS[0] <= figure.value <= YEARS[1] and figure.text.isdigit():
        return False
    paragraph = story.article.paragraphs[story.article.paragraph_at(figure.start)]
    return paragraph.role == "body" and (figure.kind != "count" or figure.value >= least)


def _gathered(story: Story, figure: Figure) -> bool:
    """Whether the words after a count or share say of whom, or those around a sum of money what became of it."""
    text = story.article.text
    if figure.kind == "money":
        return (
            figure.value >= _LARGE
            and _LOSS.search(text, max(figure.start - _BESIDE, 0), figure.end + _BESIDE) is not None
        )
    if figure.kind == "percent" and not _SHARE.match(text, figure.end):
        return False
    return (
        held(story, "counted-people", figure.end, min(figure.end + _BESIDE, _clause_end(text, figure.end))) is not None
    )


def _clause_end(text: str, start: int) -> int:
    """Where the words stop that may say what a figure counts: at the next mark."""
    found = _STOP.search(text, start, start + _BESIDE)
    return found.start() if found else start + _BESIDE


def _is_open(story: Story, index: int) -> bool:
    """Whether a sentence tells what all have seen or can look up, or what its writer knows ("my costs")."""
    sentence = story.facts.sentences[index]
    if _MINE.search(story.article.text, sentence.start, sentence.end):
        return True
    return held(story, "open-figures", sentence.start, sentence.end) is not None
