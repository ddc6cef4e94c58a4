"""A day to come told in the past tense, a day gone by told in the future (D3)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.model import Date, Story

_PLACE = r"(?:\s(?:in|at|near|off|outside)\s[^.;:,]{1,40}?)?"
_DONE = (
    r"(?:closed|shut|opened|reopened|signed|elected|re-elected|arrested|detained|charged|convicted"
    r"|sentenced|jailed|acquitted"
    r"|killed|injured|wounded|shot|stabbed|found|discovered|rescued|sold|bought|destroyed|damaged|flooded|evacuated"
    r"|attacked|bombed|robbed|kidnapped|born|buried|founded|launched|published|passed|approved|rejected"
    r"|adopted|ratified"
    r"|held|sworn in|appointed|dismissed|sacked|released|freed|executed|demolished|completed|cancelled)"
)
_HAPPENED = (
    r"(?:died|collapsed|exploded|erupted|crashed|sank|drowned|resigned|escaped|fled|struck|began|started|ended|finished"
    r"|opened|closed|reopened|took place|happened|occurred|broke out|burned down|burnt down|arrived"
    r"|landed|won|lost|voted)"
)
_PAST = late(
    rf"(?P<lead>\b[\w'’]+\s)?\b(?:(?:was|were|has been|have been)\s(?:[a-z]+ly\s)?{_DONE}|{_HAPPENED}){_PLACE}"
    r"\s(?:(?:late|early)\s)?on\s(?:the\s)?\Z"
)
_UNREAL = frozenset(
    [
        "to",
        "will",
        "would",
        "not",
        "if",
        "once",
        "when",
        "until",
        "could",
        "may",
        "might",
        "should",
        "have",
        "be",
        "that",
    ]
)
_TO_DO = (
    r"(?:open|close|reopen|vote|meet|begin|start|end|take place|return|decide|resume|sit|retire|resign"
    r"|step down|leave|arrive"
    r"|go to the polls|appear in court|be (?:closed|opened|reopened|held|played|sworn in|buried|inaugurated|released"
    r"|launched|published|sentenced|signed|sold|shown|broadcast|unveiled))"
)
_FUTURE = late(
    rf"\b(?:will|shall)\s(?:(?:also|now|then|again|formally|officially)\s)?{_TO_DO}(?:\s(?:again"
    rf"|here))?{_PLACE}\son\s(?:the\s)?\Z"
)
_FREE = late(
    r"[,.;:)!?]|\s(?:to|for|in|at|and|after|before|by|with|when|while|as|over|if|but|from|the|because|following)\b|\Z"
)
_OTHER_YEAR = late(r"\b(?:last|previous|next|following|that) year\b|\byears? (?:ago|earlier|before|later)\b|\bif\b")
_NEAR = 60  # days from publication within which a day without its year is taken for the nearest one
_FAR = 400  # the same with its year: further off, the article's own date is as likely the wrong one
_SPARE = dt.timedelta(days=1)  # embargoes and time zones


def mistimed(story: Story, lower: str) -> Iterator[tuple[Date, str, str]]:
    """D3: days whose tense and place beside the day of publication clash: (date, what it is, why).

    A past event is no later, and a coming one no earlier, than publication, with a day to spare for embargoes and time
    zones. With its year a date is asked within 400 days, the reach of a slip of one year; without it the date is the
    nearest one, and only asked within 60 days and where no other year is spoken of. Only where the verb stands right
    before "on" and the date; inside quotations nothing is said. Source: copy desks' lists (dates and tenses).
    """
    published = story.article.published
    if published is None:
        return
    for date in story.facts.dates:
        if date.day is None or date.month is None or date.value is None or len(date.value) != 10:
            continue
        day = dt.date.fromisoformat(date.value)
        apart = (day - published).days
        if not _SPARE.days < abs(apart) <= (_NEAR if date.year is None else _FAR):
            continue
        before = lower[max(date.start - 110, 0) : date.start]
        if not before.endswith((" on ", " on the ")) or (apart < 0 and "will" not in before and "shall" not in before):
            continue
        if apart > 0:
            past = _PAST.search(before)
            if past is None or (past["lead"] or "").strip() in _UNREAL:
                continue
        elif _FUTURE.search(before) is None or _FREE.match(lower, date.end) is None:
            continue
        if _elsewhere(story, lower, date, published.year):
            continue
        way = "after" if apart > 0 else "before"
        tense = "past" if apart > 0 else "future"
        reason = f"the {tense} tense, but {day.isoformat()} is {abs(apart)} days {way} {published.isoformat()}"
        yield date, f"{abs(apart)} days {way} publication", reason


def _elsewhere(story: Story, lower: str, date: Date, year: int) -> bool:
    """Whether the date is in a quotation, or without its year where another one is spoken of."""
    if any(q.start <= date.start < q.end for q in story.facts.quotations):
        return True
    sentence = story.facts.sentences[date.sentence]
    if date.year is not None:
        return False
    if _OTHER_YEAR.search(lower[sentence.start : sentence.end]):
        return True
    paragraph = story.article.paragraphs[story.article.paragraph_at(date.start)]
    return any(
        other.year is not None and other.year != year
        for other in story.facts.dates
        if paragraph.start <= other.start < paragraph.end
    )
