"""Sources that are not named: whether a reason is given, whether they attack, and how many they really are."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import takewhile
from typing import TYPE_CHECKING, Any, ClassVar

from lintnews.checks.once import once_a_story
from lintnews.checks.speech_cues import garbled, head_of, held, line_of, nested, polled, says, worded_source
from lintnews.contract import ArticleCheck, Match
from lintnews.lexicon import lexicon
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lintnews.contract import Look, Spanned
    from lintnews.model import Attribution, Signal, Story

# A reason of its own: what the source risks, or why it can't be named.
_REASON = late(
    r"\b(?:because|for fear|fear(?:s|ed|ing)?|afraid|to avoid|to protect|for (?:his|her|their) (?:own )?safety"
    r"|retaliation|retribution|reprisals?|threat(?:s|ened)?|lose (?:his|her|their) jobs?|so as not to|out of concern"
    r"|citing|in order not|neither of whom|none of whom|classified"
    r"|to (?:discuss|speak|share|describe|talk)|(?:is|are|was|were) not allowed|(?:legal|security) reasons)\b",
    re.IGNORECASE,
)
_YOUNG = late(r"\b(?:1[0-7]|[5-9])-year-old\b")
_PLAIN = late(r"(?:an?|one|another|the|two|three|several|some|our)?\s*(?:\w+\s)?(?:sources?|insiders?)\Z")
_FEW = frozenset(("a", "an", "one", "two", "three", "several", "another", "multiple", "sources", "senior"))
_CROWD = frozenset(("most", "many", "some", "those", "these", "all"))
_ONCE = late(r"\b(?:former|ex-|retired|onetime|one-time)")  # an office that few have held
_OFFICE = late(
    r"\b(?:heads?|headed|director|chief|secretary|minister|commissioner|deputy|manager|officer|office|department|ministry)\b"
)
_AROUND = 160
_PRONOUNS = frozenset({"he", "she", "they", "it", "who", "we", "i"})
_MOST = 20  # pleas near one source


class AnonymousSources(ArticleCheck):
    """Sources who are neither named nor told of by their office: one match for each, first mention.

    `reason` says whether the text near them gives a reason of its own ("good"), a formula ("rote"), or none. Victims,
    minors, refugees and whistle-blowers are left alone.
    """

    name = "anonymous-sources"
    fields: ClassVar[Mapping[str, str]] = {
        "source": "the source, as worded",
        "reason": "none, rote, good, or elsewhere (the story gives one for another source)",
        "described": "yes if anything is told of the source (a post, a side, how they know), else no",
        "class": "hidden (a source, an insider, people familiar with) or role (an aide, a senior official)",
    }

    def inspect(self, story: Story, options: Any, look: Look) -> Iterable[Match]:  # noqa: ARG002 - the contract
        """One match for each anonymous source, and for each plea for anonymity that no such source stands by."""
        seen: set[str] = set()
        used: set[int] = set()
        pleas = [s for s in story.facts.signals if s.kind == "anonymity" and s.value != "adjective"]
        reasoned = any(plea.value == "rote" or _is_reasoned(story, plea) for plea in pleas)
        for attribution in story.facts.attributions:
            source = attribution.source
            if attribution.source_kind != "anonymous" or source is None or source.end - source.start < 4:
                continue
            worded = worded_source(story, source)
            if not says(story, attribution) or _asks(story, attribution) or nested(story, attribution):
                continue
            if garbled(worded) or polled(worded) or _titled(worded):
                continue
            if _introduced(story, attribution):
                continue
            if worded.lower().startswith(("the ", "he", "she", "they", "that ", "this ")) or worded.lower() in seen:
                continue
            seen.add(worded.lower())
            near = _within(pleas, source.start - 60, source.end + _AROUND)
            used.update(p.sentence for p in near)
            yield from self._match(story, source, worded, near, reasoned=reasoned)
        for plea in pleas:
            if plea.value == "request" and plea.sentence not in used and not _named_near(story, plea):
                used.add(plea.sentence)
                near = _within(pleas, plea.start - _AROUND, plea.start + _AROUND)
                yield from self._match(story, plea, _whose(story, plea), near, reasoned=reasoned)

    def _match(
        self, story: Story, place: Spanned, worded: str, pleas: list[Signal], *, reasoned: bool
    ) -> Iterable[Match]:
        start, end = place.start, place.end
        low, high = max(start - _AROUND, 0), min(end + _AROUND * 2, len(story.article.text))
        paragraph = story.article.paragraphs[story.article.paragraph_at(start)]
        around = story.article.text[max(low, paragraph.start) : min(high, paragraph.end)]
        if _protected(story, max(low, paragraph.start), min(high, paragraph.end)):
            return
        after = around[max(start - max(low, paragraph.start), 0) :]
        rote = any(p.value == "rote" for p in pleas)
        asked = any(p.value == "request" for p in pleas)
        reason = _REASON.search(after) if pleas else None
        state = (
            "rote"
            if rote and not (reason and asked and reason.group().lower() != "because")
            else "good"
            if reason
            else "none"
        )
        hidden = (
            asked
            or re.search(r"\b(?:sources?|insiders?|familiar|close to|knowledge|briefed|informants?)\b", worded.lower())
            is not None
        )
        # One reason may stand for all ("the officials asked not to be named because …").
        if state == "none" and reasoned and hidden:
            state = "elsewhere"
        described = "no" if _PLAIN.match(worded.lower()) else "yes"
        yield Match(
            start,
            end,
            {"source": worded, "reason": state, "described": described, "class": "hidden" if hidden else "role"},
        )


def _is_reasoned(story: Story, plea: Signal) -> bool:
    """Whether a plea for anonymity gives its reason."""
    end = min(plea.end + _AROUND, story.article.paragraphs[story.article.paragraph_at(plea.start)].end)
    return _REASON.search(story.article.text, plea.start, end) is not None


def _whose(story: Story, plea: Signal) -> str:
    """Who asked not to be named, as worded; the plea itself if nobody is there."""
    first = bisect_left(story.facts.attributions, plea.sentence, key=lambda a: a.sentence)
    for attribution in takewhile(lambda a: a.sentence == plea.sentence, story.facts.attributions[first:]):
        source = attribution.source
        if source is not None and attribution.source_kind not in {"person", "none"}:
            worded = line_of(story, source.start, source.end)
            if worded.lower() not in _PRONOUNS:
                return worded
    return f"who spoke on {story.text(plea)}" if story.text(plea).startswith("condition") else story.text(plea)


def _titled(worded: str) -> bool:
    """Whether a name only looks like a source ("Business Insider"), or a whole crowd is meant ("most insiders")."""
    words = worded.split()
    name = len(words) > 1 and all(word[:1].isupper() for word in words) and words[0].lower() not in _FEW
    return name or (words[0].lower() in _CROWD and "insiders" in worded.lower())


def _within(pleas: list[Signal], low: int, high: int) -> list[Signal]:
    """The pleas that begin in [low, high]."""
    first = bisect_left(pleas, low, key=lambda plea: plea.start)
    return list(takewhile(lambda plea: plea.start <= high, pleas[first : first + _MOST]))


def _asks(story: Story, attribution: Attribution) -> bool:
    """Whether the source only asks ("a reporter asked")."""
    return attribution.cue is not None and story.article.text[attribution.cue.start : attribution.cue.end].startswith(
        "ask"
    )


def _introduced(story: Story, attribution: Attribution) -> bool:
    """Whether an unnamed person is named further down, as AP lets a story do ("a former mayor said …").

    Whoever speaks next is taken for the one, if it is a person whom the story had not named before and who is told of
    in the same words, or of whom the first words say nothing more than "a man". Where in the story the two stand does
    not count, or a paragraph added somewhere would change the answer.
    """
    source = attribution.source
    if source is None:
        return False
    worded = story.article.text[source.start : source.end].lower()
    if re.search(r"source|insider|familiar|close to", worded):
        return False
    starts, firsts = _speaking(story)
    following = bisect_left(starts, source.end)
    if following == len(starts) or firsts[following] <= source.end:
        return False
    head = head_of(worded).rsplit(" ", 1)[-1]
    if _ONCE.search(worded) or head in lexicon(story.article.language).words("plain-people"):
        return True
    near = story.article.text[max(firsts[following] - _AROUND, source.end) : firsts[following] + _AROUND].lower()
    same = re.search(rf"\b{re.escape(head)}\b", near) is not None
    return same or (head == "official" and _OFFICE.search(near) is not None)


@once_a_story
def _speaking(story: Story) -> tuple[list[int], list[int]]:
    """Where each source stands that is no pronoun, and where the person it names stands first (-1 for nobody)."""
    first: dict[int, int] = {}
    named = [name for name in story.facts.names if name.person >= 0]
    for name in named:
        first.setdefault(name.person, name.start)
    at = [name.start for name in named]
    spoken: dict[int, int] = {}
    for attribution in story.facts.attributions:
        source = attribution.source
        if source is None or story.article.text[source.start : source.end].lower() in _PRONOUNS:
            continue
        index = bisect_left(at, source.start)
        person = attribution.source_kind == "person" and index < len(at) and at[index] < source.end
        spoken.setdefault(source.start, first[named[index].person] if person else -1)
    starts = sorted(spoken)
    return starts, [spoken[start] for start in starts]


def _named_near(story: Story, plea: Signal) -> bool:
    """Whether the sentence of a plea is about a named person ("Otieno asked not to be named in the will")."""
    first = bisect_left(story.facts.names, plea.start - 40, key=lambda name: name.start)
    return any(
        n.kind == "person"
        and plea.start - 40 < n.start < plea.start
        and story.article.text[n.end : plea.start].strip() in {"", "has", "had"}
        for n in story.facts.names[first : first + 6]
    )


class AnonymousOpinions(ArticleCheck):
    """An anonymous source that gives an opinion of somebody, or attacks, in quoted words."""

    name = "anonymous-opinions"
    fields: ClassVar[Mapping[str, str]] = {"source": "the source, as worded", "word": "the word that judges"}

    def inspect(self, story: Story, options: Any, look: Look) -> Iterable[Match]:  # noqa: ARG002 - the contract
        """One match for each quotation of an anonymous source with a judging word."""
        for attribution in story.facts.attributions:
            if attribution.source_kind != "anonymous" or attribution.speech == "indirect" or attribution.source is None:
                continue
            if attribution.source.end - attribution.source.start < 5:
                continue  # a pronoun
            for span in attribution.content:
                word = held(story, "attack-words", span.start, span.end)
                if word and not _protected(story, max(span.start - _AROUND, 0), span.end):
                    at = story.article.text.index(word, span.start)
                    source = story.article.text[attribution.source.start : attribution.source.end]
                    yield Match(at, at + len(word), {"source": " ".join(source.split()), "word": word})
                    break


def _protected(story: Story, start: int, end: int) -> bool:
    """Whether the text tells of people whom nobody should press to be named."""
    return (
        _YOUNG.search(story.article.text, start, end) is not None
        or held(story, "protected-people", start, end) is not None
    )
