"""Newsroom arithmetic: percentages, shares, sums, averages and conversions that do not come out within one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from lintnews.checks.reckoning import lines
from lintnews.checks.reckoning_percent import broken_percentages
from lintnews.checks.reckoning_rates import broken_distances, broken_rates
from lintnews.checks.reckoning_sums import broken_sums
from lintnews.contract import ArticleCheck, Match, Options, Related

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lintnews.checks.reckoning import Broken
    from lintnews.contract import Look
    from lintnews.model import Story


class Arithmetic(ArticleCheck):
    """Recomputes what a sentence states twice; the rules and their formulas are in the `reckoning` modules.

    Rounding: see `reckoning`. A speaker's wrong sum is the speaker's: evidence "quoted".
    """

    name = "arithmetic"
    fields: ClassVar[dict[str, str]] = {
        "here": "the figure that does not fit, as worded",
        "there": "what it should be",
        "reason": "how that was reckoned",
        "evidence": "strong, weak or quoted",
    }

    def inspect(self, story: Story, options: Options, look: Look) -> Iterable[Match]:  # noqa: ARG002 - the contract
        """Look at each sentence with two figures or more."""
        for line in lines(story):
            look.compared()
            for broken in (*broken_percentages(line), *broken_sums(line), *broken_rates(line)):
                yield _match(broken)
        for year, there, reason, ago in broken_distances(story):
            data = {"here": year.text, "there": there, "reason": reason, "evidence": "weak"}
            yield Match(year.start, year.end, data, (Related(ago.start, ago.end, f"{ago.text} here"),))


def _match(broken: Broken) -> Match:
    figure = broken.figure
    quoted = figure.quoted and any(other.quoted for other in broken.others)
    data = {
        "here": figure.text,
        "there": broken.there,
        "reason": broken.reason,
        "evidence": "quoted" if quoted else "strong" if broken.strong else "weak",
    }
    others = tuple(Related(o.start, o.end, f"{o.text} here") for o in broken.others)
    return Match(figure.start, figure.end, data, others)
