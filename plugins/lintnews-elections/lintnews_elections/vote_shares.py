"""Vote counts and shares that can't all be right: a share not its count's, shares over 100, a winner with fewer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping  # noqa: TC003 - a contract's types are read at run time
from typing import Any, ClassVar

from lintnews import ArticleCheck, Look, Match, Options, Related, Story

NUMBER = r"\d{1,3}(?:,\d{3})+|\d{1,9}"
SHARE = r"(?P<share>\d{1,2}(?:\.\d{1,2})?)(?: ?%| per ?cent\b)"

# A count with its share: 5,120 votes (52.3 percent); 5,120 votes, or 52.3%.
_COUNT_AND_SHARE = re.compile(rf"(?<![\d,.])(?P<votes>{NUMBER})(?: votes)?(?: \(|, or |, )(?:or )?{SHARE}")
# The total: of the 9,412 votes cast; of 9,412 valid ballots.
_TOTAL = re.compile(
    rf"\b[Oo]f (?:the |a total of )?(?P<total>{NUMBER})(?: valid)?(?: (?:votes|ballots))?(?: (?:cast|counted))?\b"
)
_TOTAL_WORDS = re.compile(r"valid|votes|ballots|cast|counted")
# Who has a share: Ndiaye won 52 percent; Ndiaye (52 percent). With a preposition before it, it is a place.
_HOLDER = re.compile(
    r"(?<!\w)(?P<before>(?:in|at|from|for|across|(?<!ahead )of) (?:the )?)?"
    r"(?P<name>[A-Z][\w’'-]{0,30}(?: [A-Z][\w’'-]{0,30}){0,3})"
    rf"(?: had| has)?(?: won| took| got| received| polled| gained| secured| with|,)?(?: \(| ){SHARE}"
)
# A win with both counts: beat Diallo by 4,310 votes to 5,002; won with 4,310 votes against 5,002.
_WINNER = re.compile(
    r"\b(?:(?:beat|defeated)\b(?! by\b)|won\b)[^.;]{0,60}?\b(?:by|with) "
    rf"(?P<own>{NUMBER}) votes (?:to|against) (?P<other>{NUMBER})(?![\d,]*\w)"
)
# Words that mean the shares in a sentence are not shares of one vote.
_OTHER_VOTES = re.compile(
    r"\b(?:turnout|polls?|up from|down from|compared|rounds?|run-?off|previous|last time|ago)\b", re.IGNORECASE
)
_ABOUT = re.compile(r"(?:about|around|some|nearly|almost|roughly|over|under|than|least|most) \Z")


class VoteShares(ArticleCheck):
    """Sentences whose vote counts and shares contradict each other."""

    name = "vote-shares"
    fields: ClassVar[Mapping[str, str]] = {
        "problem": "`share` (not its count's), `sum` (shares over 100) or `winner` (who has fewer votes)",
        "here": "the figure as worded",
        "there": "what it does not fit",
        "reason": "the sum, worked out",
    }

    class Options(Options, frozen=True, kw_only=True):
        """How much a share may be off, in percentage points, beyond the rounding of the figures as written."""

        tolerance: float = 0.05

    def inspect(self, story: Story, options: Any, look: Look) -> Iterable[Match]:
        """Yield the contradictions, sentence by sentence."""
        for sentence in story.facts.sentences:
            text = story.article.text[sentence.start : sentence.end]
            if "vote" in text or "ballot" in text:
                yield from (
                    *_wrong_shares(text, sentence.start, options.tolerance, look),
                    *_sums(text, sentence.start, options.tolerance, look),
                    *_winners(text, sentence.start, look),
                )


def _wrong_shares(text: str, start: int, tolerance: float, look: Look) -> Iterator[Match]:
    """Counts with a share, beside the total that the sentence names."""
    totals = [t for t in _TOTAL.finditer(text) if _TOTAL_WORDS.search(t[0])]
    if len(totals) != 1 or _about(text, totals[0].start("total")):
        return
    total, spread = _counted(totals[0]["total"])
    if total - spread <= 0:
        return
    for found in _COUNT_AND_SHARE.finditer(text):
        if _about(text, found.start("votes")):
            continue
        look.compared()
        votes, votes_spread = _counted(found["votes"])
        share, step = _share(found["share"])
        low = 100 * (votes - votes_spread) / (total + spread) - step / 2 - tolerance
        high = 100 * (votes + votes_spread) / (total - spread) + step / 2 + tolerance
        if not low <= share <= high:
            yield Match(
                start + found.start("share"),
                start + found.end(),
                {
                    "problem": "share",
                    "here": text[found.start("share") : found.end()],
                    "there": totals[0]["total"],
                    "reason": f"{found['votes']} of {totals[0]['total']} is {100 * votes / total:.1f} percent",
                },
                (Related(start + totals[0].start("total"), start + totals[0].end("total"), "the total"),),
            )


def _sums(text: str, start: int, tolerance: float, look: Look) -> Iterator[Match]:
    """The shares of different candidates in one vote."""
    if _OTHER_VOTES.search(text):
        return
    holders = [h for h in _HOLDER.finditer(text) if not h["before"]]
    if len(holders) < 2 or len({h["name"] for h in holders}) < len(holders):
        return
    look.compared()
    shares = [_share(h["share"]) for h in holders]
    total = sum(share for share, _ in shares)
    if total > 100 + sum(step for _, step in shares) / 2 + tolerance:
        last = holders[-1]
        worded = " + ".join(h["share"] for h in holders)
        yield Match(
            start + last.start("share"),
            start + last.end(),
            {
                "problem": "sum",
                "here": text[last.start("share") : last.end()],
                "there": ", ".join(text[h.start("share") : h.end()] for h in holders[:-1]),
                "reason": f"{worded} = {total:g}",
            },
            tuple(Related(start + h.start("share"), start + h.end(), f"{h['name']}'s share") for h in holders[:-1]),
        )


def _winners(text: str, start: int, look: Look) -> Iterator[Match]:
    """Results worded as a win in which the first count is the smaller one."""
    for found in _WINNER.finditer(text):
        look.compared()
        if _counted(found["own"])[0] < _counted(found["other"])[0]:
            yield Match(
                start + found.start("own"),
                start + found.end("other"),
                {
                    "problem": "winner",
                    "here": found["own"],
                    "there": found["other"],
                    "reason": f"{found['own']} is fewer than {found['other']}",
                },
            )


def _counted(number: str) -> tuple[int, float]:
    """A count and how far the true one may be from it: a number that ends in two or more zeros may be rounded."""
    value = int(number.replace(",", ""))
    zeros = len(str(value)) - len(str(value).rstrip("0"))
    return value, 10**zeros / 2 if value and zeros >= 2 else 0.0


def _share(number: str) -> tuple[float, float]:
    """A share and the step that it is rounded to."""
    return float(number), 10.0 ** -len(number.partition(".")[2])


def _about(text: str, position: int) -> bool:
    """Whether the number at `position` is worded as approximate or as a bound."""
    return bool(_ABOUT.search(text, max(0, position - 12), position))
