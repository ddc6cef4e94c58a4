"""What an article's sources come to: several who turn out to be one, and nobody who is named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from lintnews.checks.speech_cues import NAMED, garbled, polled, says
from lintnews.contract import ArticleCheck, Match, Options, Related
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lintnews.contract import Look
    from lintnews.model import Attribution, Story

_PLURAL = late(r"\b(?:sources|insiders)\b")
_SINGULAR_AGAIN = late(r"(?:the source|the insider|the person)\b")


def _is_voice(worded: str) -> bool:
    """Whether a source is somebody who speaks, and no half sentence and no share of a poll."""
    return not garbled(worded) and not polled(worded)


class PluralSources(ArticleCheck):
    """Several sources are claimed ("sources say"), and the text goes on with one ("the source added")."""

    name = "plural-sources"
    fields: ClassVar[Mapping[str, str]] = {"source": "the plural, as worded", "single": "the singular, as worded"}

    def inspect(self, story: Story, options: Any, look: Look) -> Iterable[Match]:  # noqa: ARG002 - the contract
        """One match an article: the plural, with the singular as the related place."""
        plural: Attribution | None = None
        for attribution in story.facts.attributions:
            if attribution.source is None:
                continue
            worded = story.article.text[attribution.source.start : attribution.source.end].lower()
            if attribution.source_kind == "anonymous" and _PLURAL.search(worded) and "one of" not in worded:
                plural = plural or attribution
            elif plural and attribution.source_kind == "anonymous" and not _SINGULAR_AGAIN.match(worded):
                return  # a further single source has been brought in: the definite form may be that one
            elif plural and plural.source and _SINGULAR_AGAIN.match(worded):
                first, again = plural.source, attribution.source
                yield Match(
                    first.start,
                    first.end,
                    {
                        "source": story.article.text[first.start : first.end],
                        "single": story.article.text[again.start : again.end],
                    },
                    (Related(again.start, again.end, "one source here"),),
                )
                return


class NobodyNamedOptions(Options, frozen=True, kw_only=True):
    """`least` attributions with a source make an article long enough to ask for one name."""

    least: int = 3


class NobodyNamed(ArticleCheck):
    """An article with several sources, none of them a named person, organisation or document."""

    name = "nobody-named"
    fields: ClassVar[Mapping[str, str]] = {
        "count": "how many attributions there are",
        "first": "the first source, as worded",
    }
    Options = NobodyNamedOptions

    def inspect(self, story: Story, options: Any, look: Look) -> Iterable[Match]:  # noqa: ARG002 - the contract
        """One match at the first source."""
        told = story.facts.attributions
        if len(told) < options.least or any(a.speaker or a.source_kind in NAMED for a in told):
            return
        sourced = [
            a
            for a in told
            if a.source is not None and a.source_kind != "none" and says(story, a) and _is_voice(story.text(a.source))
        ]
        if len(sourced) < options.least:
            return
        first = sourced[0].source
        if first is not None:
            yield Match(
                first.start, first.end, {"count": len(sourced), "first": story.article.text[first.start : first.end]}
            )
