"""One convention a house: per cent or %, 24 June or June 24, Mr or Mr., in an article and across all of them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, ClassVar

from lintnews.checks.conventions import CONVENTIONS
from lintnews.checks.majorities import holders, outvoted
from lintnews.checks.once import once_a_story
from lintnews.checks.preferences import chosen_usages, refuse_unknown
from lintnews.contract import ArticleCheck, Fix, LedgerCheck, Match, Options, Related, Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lintnews.checks.usage import Convention, Use
    from lintnews.contract import Entry, Group, Look
    from lintnews.model import Story

_CLEAR = 4  # a house's usual way is in so many times as many articles as the other one, and in as many at least


class UsageOptions(Options, frozen=True, kw_only=True):
    """`prefer`: ways that the house has chosen ("24 June", "5%", "Mr"), each told by its example."""

    prefer: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse an example that names no way of any convention."""
        refuse_unknown(self.prefer)


class MixedUsage(ArticleCheck, LedgerCheck):
    """Two ways of writing where a house has one: 5% and 5 per cent, 5pm and 5 p.m., 24 June and June 24.

    Inside an article the rarer way is told where the other one stands twice at least and more often. Across articles of
    one outlet it is told where four times as many have the other. Quotations, headlines and names keep theirs.
    """

    name = "mixed-usage"
    fields: ClassVar[Mapping[str, str]] = {
        "convention": "what is written in two ways: " + ", ".join(CONVENTIONS),
        "scope": "article or corpus",
        "evidence": "clear or declared",
        "here": "what stands here, in quotation marks or described",
        "there": "what stands elsewhere, or what the house has chosen",
        "uses": "how many times (in the corpus: in how many articles) the other way is used",
        "usual": 'the same in words: "3 times in this article", "4 other articles"',
    }
    Options = UsageOptions
    agreement = False

    def inspect(self, story: Story, options: UsageOptions, look: Look) -> Iterable[Match]:
        """Yield one match for each place that is written against the rest of the article."""
        chosen = chosen_usages((*look.register.forms, *options.prefer))
        for convention, groups in _used(story).items():
            if convention in chosen:
                yield from _declared(convention, groups, *chosen[convention])
            elif len(groups) > 1:
                look.compared()
                yield from _outnumbered(CONVENTIONS[convention], groups)

    def rows(self, story: Story) -> Iterable[Row]:
        """One row a convention, with the way that the article uses most."""
        for convention, groups in _used(story).items():
            variant = _most(groups)[0]
            first = groups[variant][0]
            told = CONVENTIONS[convention].told(variant, first.text)
            yield Row(f"{convention}\t{variant}", (convention,), first.start, first.end, _shown(told))

    def compare(self, entry: Entry, bucket: Sequence[Group], options: UsageOptions, look: Look) -> Iterable[Match]:
        """Yield a match where far more articles of the outlet use another way, and the house has declared none."""
        convention = entry.row.value.partition("\t")[0]
        if convention in chosen_usages((*look.register.forms, *options.prefer)):
            return
        most = outvoted(entry, bucket, look)
        if most is None or most.count < max(_CLEAR * most.own, _CLEAR):
            return
        row, other = entry.row, most.entry.row
        data = _data(convention, "corpus", "clear", row.text, other.text, most.count, holders(most.count))
        related = (Related(other.start, other.end, f"{other.text} here", most.entry.card.path),)
        yield Match(row.start, row.end, data, related)


@once_a_story
def _used(story: Story) -> dict[str, dict[str, list[Use]]]:
    """Convention to way to the places where the article uses it."""
    used: dict[str, dict[str, list[Use]]] = {}
    for name, convention in CONVENTIONS.items():
        for use in convention.uses(story):
            used.setdefault(name, {}).setdefault(use.variant, []).append(use)
    return used


def _most(groups: Mapping[str, Sequence[Use]]) -> tuple[str, int]:
    """The way that is used most, and how often."""
    return Counter({variant: len(uses) for variant, uses in sorted(groups.items())}).most_common(1)[0]


def _outnumbered(convention: Convention, groups: Mapping[str, Sequence[Use]]) -> Iterator[Match]:
    """The places of every way but the most used one."""
    usual, count = _most(groups)
    there = groups[usual][0]
    times = f"{count} times in this article"
    for variant, uses in sorted(groups.items()):
        if variant == usual or count < convention.enough or len(uses) >= count:
            continue
        for use in uses:
            this, that = (_shown(convention.told(one.variant, one.text)) for one in (use, there))
            data = _data(convention.name, "article", "clear", this, that, count, times)
            related = (Related(there.start, there.end, f"{that} here"),)
            yield Match(use.start, use.end, data, related, _fix(use, usual))


def _declared(convention: str, groups: Mapping[str, Sequence[Use]], way: str, example: str) -> Iterator[Match]:
    """The places of every way but the one that the house has chosen."""
    for variant, uses in sorted(groups.items()):
        for use in uses if variant != way else ():
            this = _shown(CONVENTIONS[convention].told(use.variant, use.text))
            data = _data(convention, "article", "declared", this, f'"{example}"', 0, "the house's choice")
            yield Match(use.start, use.end, {**data, "other": "the house's choice"}, (), _fix(use, way))


def _fix(use: Use, variant: str) -> Fix | None:
    text = use.better(variant)
    return None if text is None or text == use.text else Fix(use.start, use.end, text)


_LONGEST = 40


def _shown(text: str) -> str:
    """A use as it is shown: long ones are cut."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _data(convention: str, scope: str, evidence: str, here: str, there: str, uses: int, usual: str) -> dict[str, Any]:
    told = {"here": here, "there": there, "uses": uses, "usual": usual}
    return {"convention": convention, "scope": scope, "evidence": evidence, **told}
