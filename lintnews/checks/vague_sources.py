"""Sources that are a crowd: "critics", "experts", "some", "officials", with nobody named beside them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, ClassVar

from lintnews.contract import ArticleCheck, Match

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lintnews.contract import Look
    from lintnews.model import Span, Story

# Heads that say nothing of who they are; others ("residents", "lawmakers") at least tell of a place or an office.
_NOBODIES = re.compile(
    r"\b(?:critics?|experts?|analysts?|observers?|pundits?|commentators?|sceptics|skeptics|detractors|opponents|supporters|insiders|some|many|others|people|everyone|everybody|several|most|few|"
    r"circles|quarters|historians|economists|fans|researchers|scientists|scholars)\Z"
)
_HEAD = re.compile(r"[,(—–]|\s(?:of|for|from|in|at|with|who|that|on|to|like|such|including)\s")
# What makes a crowd less vague: how many they are, or an example.
_DETAIL = re.compile(r"\b(?:like|such as|including|led by|two|three|four|five|six|seven|eight|nine|ten|\d+)\b")
_NEAR = 2
# Cues that tell of something said or thought; a promise, a plan or a vote of a group is an act, and has no face.
_SAYS = re.compile(
    r"(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|claim|argu|warn|believ|thinks?\b|thought|suggest|not(?:e|es|ed|ing)\b|report|add(?:s|ed|ing)?\b|insist|complain|point|alleg|contend|maintain|fear|predict|"
    r"describ|call(?:s|ed|ing)?\b|critici[sz]|accus|question|according|see\b|sees\b|agree|expect|estimat|conclud|assert|stat(?:e|ed|es)\b|explain|worr|reveal|confirm|w(?:rite|rote)|ask|speculat|put it|hail|prais|slam|blast|quot|"
    r"acknowledg|admit|conced|recall|remember|observ|remark|comment|repl|respon|emphasi|stress|hint|doubt|suspect|dismiss|den(?:y|ied|ies)|discuss|talk|spoke)",
    re.IGNORECASE,
)


class VagueSources(ArticleCheck):
    """A group as the source of a statement. `evidence` is strong where the group says nothing of who they are and nobody
    is named in the same paragraph or the next two; it is weak where somebody is, or where the group is told of.
    """

    name = "vague-sources"
    fields: ClassVar[Mapping[str, str]] = {
        "source": "the source, as worded",
        "evidence": "strong or weak",
    }

    def inspect(self, story: Story, options: Any, look: Look) -> Iterable[Match]:
        """One match for each different vague source."""
        seen: set[str] = set()
        named = sorted(
            story.article.paragraph_at(a.source.start)
            for a in story.facts.attributions
            if a.source is not None and (a.source_kind in {"person", "document", "organisation"})
        )
        for attribution in story.facts.attributions:
            source = attribution.source
            cue = attribution.cue
            if attribution.source_kind != "collective" or source is None or cue is None:
                continue
            if not _SAYS.match(story.article.text, cue.start):
                continue
            worded = " ".join(story.article.text[source.start : source.end].split())
            if worded.lower() in {"they", "we", "you", "who", "which", "their", "those", "both", "i", "our", "whose", "each", "them"} or worded.lower() in seen:
                continue
            if story.article.paragraphs[story.article.paragraph_at(source.start)].role not in {"body", "headline", "deck"}:
                continue
            seen.add(worded.lower())
            yield Match(source.start, source.end, {"source": worded, "evidence": _evidence(story, source, worded, named)})


def _evidence(story: Story, source: Span, worded: str, named: list[int]) -> str:
    """Strong for a crowd without a face; a paragraph with a named source from here to two further on makes it weak."""
    head = _HEAD.split(worded.lower(), maxsplit=1)[0].strip()
    if not _NOBODIES.search(head) or _DETAIL.search(worded.lower()):
        return "weak"
    paragraph = story.article.paragraph_at(source.start)
    if story.article.paragraphs[paragraph].role != "body":
        return "weak"
    return "weak" if any(paragraph <= other <= paragraph + _NEAR for other in named) else "strong"
