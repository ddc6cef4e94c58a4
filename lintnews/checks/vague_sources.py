"""Sources that are a crowd: "critics", "experts", "some", "officials", with nobody named beside them."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Any, ClassVar

from lintnews.checks.speech_cues import garbled, head_of, nested, says, worded_source
from lintnews.checks.unattributed_claims import named
from lintnews.contract import ArticleCheck, Match
from lintnews.lexicon import lexicon
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lintnews.contract import Look
    from lintnews.model import Attribution, Span, Story

# What makes a crowd less vague: how many they are, or an example.
_DETAIL = late(r"\b(?:like|such as|including|led by|who|whose|two|three|four|five|six|seven|eight|nine|ten|\d+)\b")
_NEAR = 2
_LEAST = 5  # letters of a word for one of a group: "many" has none
_BESIDE = 40  # letters beside a name in which a person is introduced
_MOST = 200  # names that are looked at
LONG = 60  # letters of a source; of a longer one, what stands after a comma is left out
_AGENTS = late(
    r"(?:ists|ians|ees|men|women|people|folk|goers|makers|holders|owners|workers|leaders|ants|crats|icans)\Z"
)
# What points back to people told of before, or is no noun phrase.
_BACK = frozenset(
    [
        "both",
        "those",
        "these",
        "of",
        "among",
        "by",
        "with",
        "in",
        "for",
        "at",
        "on",
        "especially",
        "dare",
        "between",
        "against",
        "from",
        "under",
    ]
)
_SHARE = late(r"\d\s?(?:%|percent\b|per cent\b)")
_SCENE = late(r"(?:chant|shout|cheer|boo|sang|sing|scream|applau)", re.IGNORECASE)
_UNSAID = late(
    r"\b(?:should|must|cannot|could|(?:has|have|had|do|does|did)(?:n[’']t| not| yet to| never))\b", re.IGNORECASE
)
_THEM = frozenset(("whom", "them", "those", "us"))
_SOME = frozenset(
    ["many", "some", "several", "most", "few", "other", "two", "three", "four", "dozens", "leading", "others"]
)
_NO_CROWD = late(
    r"(?:not |no |nobody|anyone|anybody|few\b|everyone|if )|(?:(?:\w+ ){0,2}(?:lawyers|attorneys|spokesmen|spokeswomen"
    r"|spokespeople|counsel|solicitors))\b|\W*\d|(?:neither|none|one|both|all|each) of (?:whom|them|which)\b"
    r"|.* of which\b|all (?:two|three|four|five|six|the (?:two|three|four)) |.* (?:and|or) (?:his|her|its|their) "
    r"|.*\b(?:percent|per cent)\b",
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
        for source, worded in _groups(story):
            told = worded if len(worded) <= LONG else worded.split(",")[0]
            yield Match(source.start, source.end, {"source": told, "evidence": _evidence(story, source, worded)})


def _groups(story: Story) -> Iterator[tuple[Span, str]]:
    """The groups that speak in the text, as worded; those that are named, or have a named member, are none."""
    for attribution in story.facts.attributions:
        source = attribution.source
        if attribution.source_kind != "collective" or source is None or not says(story, attribution):
            continue
        worded = worded_source(story, source)
        if worded.lower() in _NAMELESS or _NO_CROWD.match(worded.lower()) or nested(story, attribution):
            continue
        if garbled(worded) or not _speaks(story, worded) or _no_words(story, attribution):
            continue
        if story.article.paragraphs[story.article.paragraph_at(source.start)].role != "body":
            continue
        if "including" in worded and any(n.kind == "person" for n in named(story, source.start, source.end)):
            continue
        if not _is_named(story, source, worded):
            yield source, worded


def _no_words(story: Story, attribution: Attribution) -> bool:
    """Whether the group does not tell anything: it chants in public, "should consider", "has not said"."""
    cue, source = attribution.cue, attribution.source
    if cue is None or source is None:
        return True
    if _SCENE.match(story.article.text, cue.start):
        return True
    return source.end <= cue.start and _UNSAID.search(story.article.text, source.end, cue.end) is not None


def _speaks(story: Story, worded: str) -> bool:
    """Whether the words are for people or bodies that can speak and are new to the text (no "the firms").

    "Many of those surveyed" are people, "many of the issues" are none.
    """
    words = head_of(worded).replace("’", "'").split()
    tail = worded.lower().split()
    last = words[-1].strip(",.'")
    if last in _SOME:
        if len(tail) > len(words) and tail[len(words)] == "of":
            last = tail[min(len(words) + 2, len(tail) - 1)].strip(",.'")
            return last in _THEM or _agent(story, last)
        return True
    if words[0] in _BACK or (words[0] == "the" and last not in {"police", "authorities"}):
        return False
    return any(_agent(story, word.strip(",.'")) for word in words)


def _agent(story: Story, word: str) -> bool:
    """Whether a plural is for people or bodies, by the table of source nouns or by its ending."""
    known = lexicon(story.article.language)
    kind = known.table("source-nouns").get(word)
    if kind is None:
        return word in known.words("faceless-groups") or _AGENTS.search(word) is not None
    return kind in {"collective", "force"} or word == "media"


def _is_named(story: Story, source: Span, worded: str) -> bool:
    """Whether the group has a name, a named member ("Holt and her aides"), or is a whole people."""
    text = story.article.text
    joint = text.find(" and ", source.start, source.end)
    first = bisect_left(story.facts.names, source.start, key=lambda name: name.start)
    if joint > 0 and any(
        name.kind in {"person", "organisation"} and joint - 2 <= name.end <= joint
        for name in story.facts.names[first : first + 1]
    ):
        return True
    # "The Conservatives", "the Liberal Democrats": a party has a name, and may speak as one; "many Democrats" may not.
    head = worded[: len(head_of(worded))].split()
    if len(head) > 1 and head[-1][:1].isupper() and head[0].lower() not in _SOME:
        return True
    words = lexicon(story.article.language).words("nationalities")
    return len(head) == 1 and head[0].lower().removesuffix("s") in words and worded[:1].isupper()


def _has_face(story: Story, one: str) -> bool:
    """Whether the article names one of them: "analyst" beside the name of a person."""
    text = story.article.text
    if len(one) < _LEAST:
        return False
    word = re.compile(rf"\b{re.escape(one)}", re.IGNORECASE)
    return any(
        word.search(text, max(name.start - _BESIDE, 0), name.end + 2 * _BESIDE)
        for name in story.facts.names[:_MOST]
        if name.kind == "person" and name.given
    )


def _evidence(story: Story, source: Span, worded: str) -> str:
    """Strong for a crowd without a face; a paragraph with a named source from here to two further on makes it weak."""
    head = head_of(worded)
    faceless = lexicon(story.article.language).words("faceless-groups")
    if head.rsplit(" ", 1)[-1] not in faceless or _DETAIL.search(worded.lower()):
        return "weak"
    paragraph = story.article.paragraph_at(source.start)
    whole = story.article.paragraphs[paragraph]
    # "Most believe" after "81 percent of Democrats": the poll's people.
    if whole.role != "body" or (head in _SOME and _SHARE.search(story.article.text, whole.start, source.start)):
        return "weak"
    if _has_face(story, head.rsplit(" ", 1)[-1].removesuffix("s")):
        return "weak"
    near = any(
        paragraph <= story.article.paragraph_at(a.source.start) <= paragraph + _NEAR
        for a in story.facts.attributions
        if a.source is not None and a.source_kind in {"person", "document", "organisation"}
    )
    return "weak" if near else "strong"
