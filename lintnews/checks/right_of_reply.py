"""Accusations in an article that does not tell what the accused say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from lintnews.checks.speech_cues import held
from lintnews.checks.unattributed_claims import accused, named
from lintnews.contract import ArticleCheck, Match
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lintnews.contract import Look
    from lintnews.model import Name, Signal, Story

REACH = 60  # characters between "accused" and the name, and around a name
# Words of law that accuse and no more: every other one (court, police, plea) tells of a case, with its own replies.
_ACCUSING = frozenset(
    (
        "accused",
        "accuses",
        "accusing",
        "alleged",
        "allegedly",
        "allegation",
        "allegations",
        "complaint",
        "accusation",
        "accusations",
    )
)
_PASSIVE = late(
    r"(?:,[^,.;]{1,60},)?\s+(?:is|was|has been|had been|stands|stood|who is|who was)\s+(?:\w+ly\s+|also\s+)?$"
)
_ACTIVE = late(r"\s+(?:the\s+|its\s+|his\s+|her\s+|their\s+)?(?:[\w-]+\s+){0,3}?$")
_OF = late(r"(?:[’']s\s+(?:\w+\s+){1,2})?\s*of\s")
# Who can't answer any more.
_DEAD = late(r"\b(?:late|dead|died|killed|murdered|assassinated|executed|posthumous\w*)\b")


class RightOfReply(ArticleCheck):
    """A named person or organisation is accused, by whomever, and the article has no word from them.

    A denial, "declined to comment", "did not respond", a plea, or the accused as a source anywhere in the article
    counts as their word; so does a court. The dead, children and victims are left alone.
    """

    name = "right-of-reply"
    fields: ClassVar[Mapping[str, str]] = {"who": "who is accused, as worded", "what": "the accusation, as worded"}

    def inspect(self, story: Story, options: Any, look: Look) -> Iterable[Match]:  # noqa: ARG002 - the contract
        """One match for each accused, at the first accusation."""
        facts = story.facts
        if any(s.kind == "reply" and story.text(s).lower() not in _ACCUSING for s in facts.signals):
            return
        heard = {_last(a.speaker) for a in facts.attributions if a.speaker}
        told: set[str] = set()
        for signal in facts.signals:
            who = _of_whom(story, signal)
            if who and _last(who) not in heard and _last(who) not in told:
                told.add(_last(who))
                yield Match(signal.start, signal.end, {"who": who, "what": story.text(signal)})


def _of_whom(story: Story, signal: Signal) -> str | None:
    """Who is accused at a signal: the subject of the wrong, or whom somebody accuses of it; None for nobody named."""
    if signal.sentence < 0 or story.article.paragraphs[story.facts.sentences[signal.sentence].paragraph].role != "body":
        return None
    if signal.kind == "accusation":
        return accused(story, signal)
    if signal.kind != "reply" or not story.text(signal).lower().startswith("accus"):
        return None
    name = _object(story, signal)
    return name.text if name and not _spared(story, name) else None


def _object(story: Story, signal: Signal) -> Name | None:
    """The name in "accused NAME of" and "NAME is accused of"."""
    facts, text = story.facts, story.article.text
    sentence = facts.sentences[signal.sentence]
    for name in named(story, max(sentence.start, signal.start - REACH * 2), min(sentence.end, signal.end + REACH)):
        if name.end <= signal.start:
            gap = _PASSIVE.match(text, name.end, signal.start)
            if gap and text.startswith(" of ", signal.end):
                return name
        elif name.start >= signal.end:
            gap = _ACTIVE.match(text, signal.end, name.start)
            return name if gap and _OF.match(text, name.end) else None
    return None


def _spared(story: Story, name: Name) -> bool:
    """Whether the accused is dead, a child or a victim: nobody should be pressed to get their word."""
    sentence = story.facts.sentences[story.facts.sentence_at(name.start)]
    low, high = max(sentence.start, name.start - REACH), min(sentence.end, name.end + REACH)
    if _DEAD.search(story.article.text, low, name.end + REACH // 3):
        return True
    return (
        held(story, "protected-people", max(low, name.start - REACH // 3), min(high, name.end + REACH // 3)) is not None
    )


def _last(name: str | None) -> str:
    """The last word of a name, in lower case."""
    return (name or "").rsplit(" ", 1)[-1].lower()
