"""Newsroom arithmetic: percentages, shares, sums, averages, votes and distances in time that do not come out."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec import field

from lintnews.checks.once import lowered
from lintnews.checks.reckoning import lines
from lintnews.checks.reckoning_changes import broken_changes
from lintnews.checks.reckoning_counts import broken_counts
from lintnews.checks.reckoning_doubts import doubtful
from lintnews.checks.reckoning_percent import broken_shares
from lintnews.checks.reckoning_points import broken_points
from lintnews.checks.reckoning_rates import broken_rates
from lintnews.checks.reckoning_scales import broken_orders, broken_scales
from lintnews.checks.reckoning_sums import broken_sums
from lintnews.checks.reckoning_votes import broken_votes
from lintnews.checks.reckoning_wholes import broken_wholes
from lintnews.checks.reckoning_years import broken_distances
from lintnews.contract import ArticleCheck, Match, Options, Related

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from lintnews.checks.reckoning import Broken, Line
    from lintnews.contract import Look
    from lintnews.model import Quotation, Story

_RULES = (
    broken_changes,
    broken_points,
    broken_shares,
    broken_wholes,
    broken_sums,
    broken_counts,
    broken_rates,
    broken_orders,
)
# Most sentences have no percentage, and most of these one figure: what can't find anything there is not asked.
_OF_PERCENT = frozenset({broken_points, broken_shares, broken_wholes})
_PLAIN = tuple(rule for rule in _RULES if rule not in _OF_PERCENT)
_LONE = (broken_counts, broken_orders)


class ArithmeticOptions(Options, frozen=True, kw_only=True):
    """Facts that a newsroom may add: `seats`, how many votes a body has, by the name that articles use."""

    seats: dict[str, int] = field(default_factory=dict)


class Arithmetic(ArticleCheck):
    """Recomputes what a sentence states twice; the rules and their formulas are in the `reckoning` modules.

    Rounding: see `reckoning`. Evidence is "strong" only if no number of the sum is approximate. A speaker's wrong
    sum is the speaker's: evidence "quoted".
    """

    name = "arithmetic"
    fields: ClassVar[dict[str, str]] = {
        "here": "the figure that does not fit, as worded",
        "there": "what it should be",
        "reason": "how that was reckoned",
        "evidence": "strong, weak, grim or quoted",
    }
    Options = ArithmeticOptions

    def inspect(self, story: Story, options: ArithmeticOptions, look: Look) -> Iterable[Match]:
        """Look at each sentence with a figure, and at the votes and dates of the article."""
        lower = lowered(story)
        if len(lower) != len(story.article.text):
            return
        told: set[int] = set()
        for line in lines(story, lower):
            look.compared()
            for rule in _rules_for(line):
                for broken in rule(line):
                    if broken.figure.start not in told and not doubtful(line, broken):
                        told.add(broken.figure.start)
                        yield _match(broken)
        for broken in broken_scales(story, lower):
            yield _match(broken)
        yield from _places(story, lower, options)


def _rules_for(line: Line) -> Sequence[Callable[[Line], Iterator[Broken]]]:
    """The rules that may find something in a sentence."""
    if "percent" in [figure.kind for figure in line.figures]:
        return _RULES
    return _PLAIN if len(line.figures) > 1 else _LONE


def _places(story: Story, lower: str, options: ArithmeticOptions) -> Iterator[Match]:
    """What is wrong with numbers that are no figures: votes and dates."""
    text, quotations = story.article.text, story.facts.quotations
    for vote in broken_votes(story, lower, options.seats):
        yield _plain(text, vote.start, vote.end, vote.there, vote.reason, quotations)
    for far in broken_distances(story, lower):
        first, last = far.other
        related = (Related(first, last, f"{text[first:last]} here"),)
        yield _plain(text, far.start, far.end, far.there, far.reason, quotations, related)


def _plain(
    text: str,
    start: int,
    end: int,
    there: str,
    reason: str,
    quotations: tuple[Quotation, ...],
    related: tuple[Related, ...] = (),
) -> Match:
    quoted = any(q.start <= start < q.end for q in quotations)
    data = {
        "here": text[start:end],
        "there": there,
        "reason": reason,
        "evidence": "quoted" if quoted else "weak",
    }
    return Match(start, end, data, related)


def _match(broken: Broken) -> Match:
    figure = broken.figure
    quoted = figure.quoted and (not broken.others or any(other.quoted for other in broken.others))
    certain = broken.sure or (broken.strong and not any(f.approximate for f in (figure, *broken.others)))
    evidence = "strong" if certain else "grim" if broken.grim else "weak"
    data = {
        "here": figure.text,
        "there": broken.there,
        "reason": broken.reason,
        "evidence": "quoted" if quoted else evidence,
    }
    others = tuple(Related(o.start, o.end, f"{o.text} here") for o in broken.others)
    return Match(figure.start, figure.end, data, others)
