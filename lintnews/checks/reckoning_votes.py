"""Votes that do not come out (D18): "passed 48-52", "tied 50-49", "unanimously, 8-1", a majority that is not theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lintnews.checks.signs import Signs
from lintnews.patterns import late

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping

    from lintnews.model import Sentence, Story

_TRIGGERS = Signs((
    *("vote", "voting", "passed", "approved", "adopted", "ratified", "confirmed", "endorsed", "backed", "carried"),
    *("rejected", "ruled", "tied", "evenly", "unanim"),
))  # fmt: skip
_SCORE = late(
    r"(?P<one>\d{1,3})(?:\s?[-–]\s?|\s?votes?\sto\s"
    r"|\sto\s)(?P<two>\d{1,3})(?![\w%–-]|[.,]\d|\s(?:per|years?|days?"
    r"|months?|million|billion|minutes?|hours?))"
)
_FOR_AGAINST = late(
    r"(?P<one>\d{1,3})\s(?:votes?\s|members?\s|lawmakers\s|councillors\s|delegates\s"
    r"|mps\s)?(?:in favou?r|for)"
    r"(?:,|\sand|\swith)(?:\sand)?\s(?P<two>\d{1,3})\s(?:votes?\s|were\s|voted\s)?against\b"
)
_PASSED = late(
    r"\b(?:passed|approved|adopted|ratified|confirmed|endorsed|backed|carried|upheld|won the vote|voted in favou?r of"
    r"|in favou?r of|voted to (?!reject|block|defeat|kill|table|dismiss)|voted for)"
)
_REJECTED = late(
    r"\b(?:rejected|defeated|failed|fell|lost|voted down|blocked|overturned|overrode|override|veto|two-thirds"
    r"|supermajority|three-fifths|three-quarters|short of|not enough|needed|despite|dissent\w*|not|n[o'’]t|threw out"
    r"|against (?:the|a))\b"
)
_NO_LEAD = frozenset(".,$£€/–-")
_FREE = late(
    r"[,.;:)—–”\"]|\s(?:in|on|to|for|against|after|late|early|with|at|by|and|vote|votes|margin|last|this"
    r"|as|when|while|that|which|despite|along|following|yesterday|today|majority|decision|ruling)\b|\Z"
)
_BY_VOTE = late(
    r"\b(?:vot(?:e|ed|ing|es)|margin|majority|passed|approved|adopted|ratified|confirmed|ruled|split|tied|rejected"
    r"|defeated|divided|unanimous(?:ly)?|endorsed|backed|carried)\b"
)
_SPORT = late(
    r"\b(?:win|wins|beat|goals?|match|game|league|cup|season|striker|coach|seats? to|points?|set|sets"
    r"|final|club|team|penalt\w+|odds)\b"
)
# "Regulators approved 10-12 in May" is no vote.
_DELIBERATES = late(
    r"\b(?:vot(?:e|ed|ing|es)|council\w*|senat\w+|house|board|committee|panel|court|judges|assembly|parliament|congress"
    r"|lawmakers|legislat\w+|commission\w*|trustees|delegates|deputies|mps|synod|bill|motion|measure|resolution"
    r"|amendment|treaty|budget|proposal|referendum)\b"
)
_TIED = late(r"\b(?:tied|a tie|evenly (?:split|divided)|deadlocked)\b")
_UNANIMOUS = late(r"\bunanimous(?:ly)?\b")
_MAJORITY = late(
    r"\b(?:(?:a |by a |with a )?majority of (?P<a>\d{1,3})\b|a (?P<b>\d{1,3})-vote (?:majority|margin)"
    r"|by (?P<c>\d{1,3}) votes\b"
    r"|a margin of (?P<d>\d{1,3})(?: votes)?\b)(?! (?:to|per|members))"
)


class BrokenVote(NamedTuple):
    """A vote that does not come out: where, what it should be and why."""

    start: int
    end: int
    there: str
    reason: str


def broken_votes(story: Story, lower: str, seats: Mapping[str, int]) -> Iterator[BrokenVote]:
    """D18: the winners of a vote are more, a tie has equal sides, a unanimous vote has no other side.

    A majority of M is one side less the other, M = N1 - N2. With the number of seats of a body that the sentence names
    (the option `seats`), N1 + N2 is no more than that. All numbers are exact. Weak: votes that need two thirds, vetoes
    and dissents turn the order round, so sentences that tell of them are left alone.
    """
    for index in sorted(_sentences(story)):
        sentence = story.facts.sentences[index]
        for match in _scores(lower, sentence):
            broken = _judge(lower, sentence, match["one"], match["two"], seats)
            if broken is not None:
                yield BrokenVote(match.start(), match.end("two"), *broken)
                break


def _sentences(story: Story) -> set[int]:
    """The sentences that hold a word of voting."""
    return {story.facts.sentence_at(start) for start, _ in _TRIGGERS.spans(story)} - {-1}


def _scores(lower: str, sentence: Sentence) -> Iterator[re.Match[str]]:
    """The places of a sentence where two numbers stand as the sides of a vote."""
    for pattern in (_SCORE, _FOR_AGAINST):
        for match in pattern.finditer(lower, sentence.start, sentence.end):
            before = lower[max(match.start() - 5, 0) : match.start()]
            if before == "from " or before[-1:] in _NO_LEAD or before[-1:].isalnum():
                continue
            if _FREE.match(lower, match.end()) is not None:
                yield match


def _judge(  # noqa: PLR0911 - one a kind of vote
    lower: str, sentence: Sentence, first: str, second: str, seats: Mapping[str, int]
) -> tuple[str, str] | None:
    words = lower[sentence.start : sentence.end]
    if not _BY_VOTE.search(words) or _SPORT.search(words):
        return None
    one, two = int(first), int(second)
    if len(_SCORE.findall(words)) + len(_FOR_AGAINST.findall(words)) > 1:
        return None
    for body, number in seats.items():
        if body.lower() in words and one + two > number:
            return (
                f"at most {number} votes",
                f"{one} and {two} are {one + two} votes, but the {body} has {number} seats",
            )
    if _TIED.search(words) and "break" not in words and "broke" not in words:
        return ("equal sides", f"a tie has equal sides, {one} and {two} are not") if one != two else None
    if _UNANIMOUS.search(words) and one and two and "almost" not in words and "near" not in words:
        return "no vote against", f"a unanimous vote has no other side, {one} to {two} has"
    majority = _MAJORITY.search(words)
    if majority is not None:
        stated = int(next(group for group in majority.groups() if group))
        if stated not in {abs(one - two), (abs(one - two) + 1) // 2, one, two} and stated < one + two:
            return f"a majority of {abs(one - two)}", f"{one} to {two} is a majority of {abs(one - two)}, not {stated}"
        return None
    if one < two and _PASSED.search(words) and _DELIBERATES.search(words) and not _REJECTED.search(words):
        return f"{two} to {one}", f"what passes has more votes for it than against it, {one} is fewer than {two}"
    return None
