"""Figures that nobody is named for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from lintnews.checks.speech_cues import held
from lintnews.contract import ArticleCheck, Match, Options, Related

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lintnews.contract import Look
    from lintnews.model import Facts, Figure, Story

EXAMPLES = 3
YEARS = (1700, 2100)  # a bare number that may be a year
_ROUND = frozenset(("dozens", "hundreds", "thousands", "millions", "billions", "tens of thousands"))
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
            if index < 0 or covered(facts, index) or _is_open(story, index):
                continue
            if not bare or facts.sentence_at(bare[-1].start) != index:
                bare.append(figure)
        if len(bare) >= max(options.least, 1):
            first = bare[0]
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
                tuple(Related(f.start, f.end, "no source here either") for f in bare[1 : EXAMPLES + 1]),
            )


def _needs_source(story: Story, figure: Figure, least: float) -> bool:
    if figure.kind not in _COUNTED or figure.quoted or figure.text.lower() in _ROUND:
        return False
    if figure.kind == "count" and YEARS[0] <= figure.value <= YEARS[1] and figure.text.isdigit():
        return False
    paragraph = story.article.paragraphs[story.article.paragraph_at(figure.start)]
    return paragraph.role == "body" and (figure.kind != "count" or figure.value >= least)


def _is_open(story: Story, index: int) -> bool:
    sentence = story.facts.sentences[index]
    return held(story, "open-figures", sentence.start, sentence.end) is not None
