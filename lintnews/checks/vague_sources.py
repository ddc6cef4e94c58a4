"""Sources that are a crowd: "critics", "experts", "some", "officials", with nobody named beside them."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Any, ClassVar

from lintnews.checks.speech_cues import introductions, nested, says
from lintnews.contract import ArticleCheck, Match, Related
from lintnews.lexicon import lexicon
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lintnews.contract import Look
    from lintnews.model import Attribution, Span, Story

_HEAD = late(r"[,(—–]|\s(?:of|for|from|in|at|with|who|that|on|to|like|such|including)\s")
# What makes a crowd less vague: how many they are, or an example.
_DETAIL = late(r"\b(?:like|such as|including|led by|two|three|four|five|six|seven|eight|nine|ten|\d+)\b")
_NEAR = 2
SHOWN = 2  # further places that a finding shows
_NO_CROWD = late(
    r"(?:people\Z|not |no |nobody|anyone|anybody|few\b|everyone|if )|(?:lawyers|attorneys|spokesmen|spokeswomen"
    r"|spokespeople|counsel|solicitors)\b|\W*\d|.* of (?:whom|them|which)\b|.*\b(?:percent|per cent)\b",
    re.IGNORECASE,
)
LONGEST_HEAD = 5  # words; a longer "group" is a clause that was read wrong
# A group that the story has told of before.
_TOLD_BEFORE = frozenset(("the", "these", "those", "its", "their", "his", "her", "both", "all", "our", "whose"))
_QUANTITIES = frozenset(("many", "most", "some", "several", "others", "few"))
_CLAUSE = late(r"\s(?:is|are|was|were|has|have|had|will|would|could|it|they|he|she|i|we|that|which)\s")
_OF = late(r"\s+of (?:the |his |her |their |its |these |those )?(?:[\w-]+ )?([\w-]+)\Z")
_WHOEVER = late(r"(?:many |most |some )?people (?:who|with|in|from)\b", re.IGNORECASE)
# "Researchers at Lenning University", "market analysts Strand & Park".
_AT_A_BODY = late(r"\s(?:(?:at|from|with) (?:the )?)?(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|I\b)[A-Z]")
_THEY = late(r"(?:that )?(?:they|their|them)\b")
_NAMELESS = frozenset(
    ("they", "we", "you", "who", "which", "their", "those", "both", "i", "our", "whose", "each", "them", "that")
)


class VagueSources(ArticleCheck):
    """A group as the source of a statement.

    `evidence` is strong where the group says nothing of who is in it and nobody is named in the same paragraph or the
    next two; it is weak where somebody is, or where the group is told of. No match: institutions that speak as one
    (police, companies), groups told of before ("the researchers"), and groups for which a person new to the story
    speaks next. One match for each distinct group.
    """

    name = "vague-sources"
    fields: ClassVar[Mapping[str, str]] = {
        "source": "the source, as worded",
        "evidence": "strong or weak",
        "more": "how often the article does it again, in words; empty if it does not",
    }

    def inspect(self, story: Story, options: Any, look: Look) -> Iterable[Match]:  # noqa: ARG002 - the contract
        """One match for each group; what it says further on is related."""
        named = sorted(
            story.article.paragraph_at(a.source.start)
            for a in story.facts.attributions
            if a.source is not None and (a.source_kind in {"person", "document", "organisation"})
        )
        found: dict[tuple[str, str], list[tuple[Span, str]]] = {}
        for source, worded in _groups(story):
            evidence = _evidence(story, source, worded, named)
            if evidence:
                found.setdefault((_head(worded), evidence), []).append((source, worded))
        for (_, evidence), places in found.items():
            (first, whole), rest = places[0], places[1:]
            worded = whole[: len(_head(whole))]
            related = tuple(Related(s.start, s.end, f'"{other}" here') for s, other in rest[:SHOWN])
            more = f" ({len(places)} times)" if rest else ""
            yield Match(
                first.start, _head_end(story, first), {"source": worded, "evidence": evidence, "more": more}, related
            )


def _groups(story: Story) -> Iterator[tuple[Span, str]]:
    """The groups that speak in the text, as worded; those that are named, or have a named member, are none."""
    people = [name.start for name in story.facts.names if name.kind == "person"]
    for attribution in story.facts.attributions:
        source = attribution.source
        if attribution.source_kind != "collective" or source is None or not says(story, attribution):
            continue
        worded = " ".join(story.article.text[source.start : source.end].split())
        if not _vague(story, worded) or nested(story, attribution) or _of_itself(story, attribution):
            continue
        if story.article.paragraphs[story.article.paragraph_at(source.start)].role != "body":
            continue
        member = bisect_left(people, source.start)
        if "including" in worded and member < len(people) and people[member] < source.end:
            continue
        yield source, worded


def _vague(story: Story, worded: str) -> bool:
    """Whether a source is a group of people who could be named one by one, and no institution that speaks as one."""
    lower = worded.lower()
    head = _head(worded)
    parts = head.split()
    if (
        not parts
        or len(parts) > LONGEST_HEAD
        or parts[0] in _TOLD_BEFORE
        or lower in _NAMELESS
        or _NO_CROWD.match(lower)
    ):
        return False
    if _CLAUSE.search(f" {head} "):
        return False
    words = lexicon(story.article.language).words
    if parts[-1] in _QUANTITIES:
        of_whom = _OF.match(lower, len(head))
        return of_whom is None or of_whom[1] in words("unnamed-groups") or of_whom[1] in words("faceless-groups")
    if parts[-1] == "officials":
        # The officials of a named body speak for it.
        kinds = lexicon(story.article.language).table("source-nouns")
        named = any(word[:1].isupper() for word in worded[: len(head)].split()[1:])
        return not named and " of the " not in lower and not any(kinds.get(w) == "organisation" for w in parts)
    # "The Conservatives", "the Liberal Democrats": a party has a name, and may speak as one.
    if len(parts) > 1 and worded[: len(head)].rsplit(maxsplit=1)[-1][:1].isupper():
        return False
    return parts[-1] in words("faceless-groups") or parts[-1] in words("unnamed-groups")


def _of_itself(story: Story, attribution: Attribution) -> bool:
    """Whether a group tells of itself, is whoever does a thing ("people who own …"), or speaks for a body by name."""
    source, text = attribution.source, story.article.text
    if source is not None and _WHOEVER.match(text, source.start, source.end):
        return True
    if source is not None and _AT_A_BODY.match(text, _head_end(story, source)):
        return True
    return bool(attribution.content) and _THEY.match(text, attribution.content[0].start) is not None


def _head(worded: str) -> str:
    """The words of a source up to what tells more of it, in lower case."""
    return _HEAD.split(worded.lower(), maxsplit=1)[0].strip()


def _head_end(story: Story, source: Span) -> int:
    """Where the head of a source ends in the text."""
    found = _HEAD.search(story.article.text, source.start, source.end)
    return found.start() if found and found.start() > source.start else source.end


def _evidence(story: Story, source: Span, worded: str, named: list[int]) -> str:
    """Strong for a crowd without a face and nobody named from its paragraph to two further on; else weak or nothing.

    Nothing where a person new to the story speaks next: that one is the example of the group.
    """
    head = _head(worded)
    faceless = lexicon(story.article.language).words("faceless-groups")
    if _exemplified(story, source):
        return ""
    if head.rsplit(" ", 1)[-1] not in faceless or _DETAIL.search(worded.lower()):
        return "weak"
    paragraph = story.article.paragraph_at(source.start)
    return "weak" if any(paragraph <= other <= paragraph + _NEAR for other in named) else "strong"


def _exemplified(story: Story, source: Span) -> bool:
    """Whether the next source after a group is a person whom the story names there first: an example of the group."""
    starts, firsts = introductions(story)
    following = bisect_left(starts, source.end)
    return following < len(starts) and firsts[following] > source.end
