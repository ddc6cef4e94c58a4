"""Sources that are a crowd: "critics", "experts", "some", "officials", with nobody named beside them."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Any, ClassVar

from lintnews.checks.speech_cues import nested, says
from lintnews.contract import ArticleCheck, Match
from lintnews.lexicon import lexicon
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lintnews.contract import Look
    from lintnews.model import Span, Story

_HEAD = late(r"[,(—–]|\s(?:of|for|from|in|at|with|who|that|on|to|like|such|including)\s")
# What makes a crowd less vague: how many they are, or an example.
_DETAIL = late(r"\b(?:like|such as|including|led by|two|three|four|five|six|seven|eight|nine|ten|\d+)\b")
_NEAR = 2
_NO_CROWD = late(
    r"(?:not |no |nobody|anyone|anybody|few\b|everyone|if )|(?:lawyers|attorneys|spokesmen|spokeswomen|spokespeople"
    r"|counsel|solicitors)\b|\W*\d|.* of (?:whom|them|which)\b|.*\b(?:percent|per cent)\b",
    re.IGNORECASE,
)
_NAMELESS = frozenset(
    ("they", "we", "you", "who", "which", "their", "those", "both", "i", "our", "whose", "each", "them", "that")
)


class VagueSources(ArticleCheck):
    """A group as the source of a statement.

    `evidence` is strong where the group says nothing of who is in it and nobody is named in the same paragraph or the
    next two; it is weak where somebody is, or where the group is told of.
    """

    name = "vague-sources"
    fields: ClassVar[Mapping[str, str]] = {
        "source": "the source, as worded",
        "evidence": "strong or weak",
    }

    def inspect(self, story: Story, options: Any, look: Look) -> Iterable[Match]:  # noqa: ARG002 - the contract
        """One match for each place where a group speaks."""
        named = sorted(
            story.article.paragraph_at(a.source.start)
            for a in story.facts.attributions
            if a.source is not None and (a.source_kind in {"person", "document", "organisation"})
        )
        for source, worded in _groups(story):
            yield Match(
                source.start, source.end, {"source": worded, "evidence": _evidence(story, source, worded, named)}
            )


def _groups(story: Story) -> Iterator[tuple[Span, str]]:
    """The groups that speak in the text, as worded; those that are named, or have a named member, are none."""
    people = [name.start for name in story.facts.names if name.kind == "person"]
    for attribution in story.facts.attributions:
        source = attribution.source
        if attribution.source_kind != "collective" or source is None or not says(story, attribution):
            continue
        worded = " ".join(story.article.text[source.start : source.end].split())
        if worded.lower() in _NAMELESS or _NO_CROWD.match(worded.lower()) or nested(story, attribution):
            continue
        if story.article.paragraphs[story.article.paragraph_at(source.start)].role != "body":
            continue
        member = bisect_left(people, source.start)
        if "including" in worded and member < len(people) and people[member] < source.end:
            continue
        # "The Conservatives", "the Liberal Democrats": a party has a name, and may speak as one.
        head = worded[: len(_head(worded))].split()
        if len(head) > 1 and head[-1][:1].isupper():
            continue
        yield source, worded


def _head(worded: str) -> str:
    """The words of a source up to what tells more of it, in lower case."""
    return _HEAD.split(worded.lower(), maxsplit=1)[0].strip()


def _evidence(story: Story, source: Span, worded: str, named: list[int]) -> str:
    """Strong for a crowd without a face; a paragraph with a named source from here to two further on makes it weak."""
    head = _head(worded)
    faceless = lexicon(story.article.language).words("faceless-groups")
    if head.rsplit(" ", 1)[-1] not in faceless or _DETAIL.search(worded.lower()):
        return "weak"
    paragraph = story.article.paragraph_at(source.start)
    if story.article.paragraphs[paragraph].role != "body":
        return "weak"
    return "weak" if any(paragraph <= other <= paragraph + _NEAR for other in named) else "strong"
