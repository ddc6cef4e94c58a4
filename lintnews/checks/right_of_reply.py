"""Accusations in an article that does not tell what the accused say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from lintnews.checks.unattributed_claims import accused
from lintnews.contract import ArticleCheck, Match

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lintnews.contract import Look
    from lintnews.model import Story


class RightOfReply(ArticleCheck):
    """A named person or organisation is accused, by whomever, and the article has no word from them.

    A denial, "declined to comment", "did not respond", a plea, or the accused as a source anywhere in the article
    counts as their word; so does a court that has convicted.
    """

    name = "right-of-reply"
    fields: ClassVar[Mapping[str, str]] = {"who": "who is accused, as worded", "what": "the accusation, as worded"}

    def inspect(self, story: Story, options: Any, look: Look) -> Iterable[Match]:  # noqa: ARG002 - the contract
        """One match for each accused, at the first accusation."""
        facts = story.facts
        if any(signal.kind == "reply" for signal in facts.signals):
            return
        heard = {_last(a.speaker) for a in facts.attributions if a.speaker}
        seen: set[str] = set()
        for signal in facts.signals:
            if signal.kind != "accusation" or signal.sentence < 0:
                continue
            who = accused(story, signal)
            if who and _last(who) not in heard and _last(who) not in seen:
                seen.add(_last(who))
                yield Match(signal.start, signal.end, {"who": who, "what": story.text(signal)})


def _last(name: str | None) -> str:
    """The last word of a name, in lower case."""
    return (name or "").rsplit(" ", 1)[-1].lower()
