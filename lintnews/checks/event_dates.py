"""One event with two dates: the first arrival, the vote, the signing, told with one day here and another there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, ClassVar

import xxhash
from msgspec import Struct

from lintnews.checks.leads import leading_names, pair_keys
from lintnews.contract import ArticleCheck, Entry, Group, LedgerCheck, Look, Match, Options, Reading, Related, Row
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lintnews.model import Date, Story

# Verbs of one event may tell it from two sides ("deployed" and "landed"), so only equal verbs are strong.
_EVENTS = {
    "arrival": "arrived|landed|deployed|touched down|came ashore|reached|disembarked",
    "vote": "approved|adopted|authorised|authorized|passed|endorsed|ratified|voted",
    "signing": "signed|initialled|inked",
    "opening": "opened|inaugurated|launched",
    "start": "began|started|kicked off",
    "end": "ended|closed|expired|finished",
    "election": "elected|appointed|sworn in|took office",
    "arrest": "arrested|detained|charged|indicted",
    "verdict": "sentenced|convicted|found guilty|acquitted",
    "attack": "attacked|bombed|shot|stabbed|ambushed|opened fire",
    "death": "died|was killed|were killed",
    "birth": "born|founded|established",
    "resignation": "resigned|stepped down|was sacked|was dismissed",
}
_VERB = late(r"\b(?:" + "|".join(f"(?P<{event}>{verbs})" for event, verbs in _EVENTS.items()) + r")\b")
_STOP = late(r"[;:.]\s|\b(?:after|before|since|until|while|whereas|(?:is|are) (?:shown|seen|pictured))\b")
_ORDINAL = late(
    r"\b(first|second|third|fourth|last)\s(?:\w+\s)?(?:group|contingent|batch|wave)?(?:\sof\s)?(?:\w+\s){0,2}?(\w+)"
)
_PROPER = late(r"(?<![^A-Z][.!?]\s)(?<!\A)\b[A-ZÀ-Ý][\w'’-]+")
_NOT_NAMES = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
)
REACH = 80
NEAR_DAYS = 10
FAR = f"other time: more than {NEAR_DAYS} days lie between"


class Event(Struct, frozen=True, array_like=True):
    """A dated event: its place, day as (year, month, day), kind, verb, ordinal and the names of its sentence."""

    start: int
    end: int
    text: str
    year: int | None
    month: int
    day: int
    kind: str
    verb: str
    ordinal: str | None
    names: list[str]
    headed: str | None
    sentence: int = -1


class EventDates(ArticleCheck, LedgerCheck):
    """Pairs of dates at most ten days apart for events of one kind.

    They share an ordinal and its noun ("the first officers"), or two names.

    Evidence: "strong" if verb and ordinal or verb and three names are the same, else "weak". Dates are compared as the
    text names them (day and month, the year if both have it).
    """

    name = "event-dates"
    explains: ClassVar[tuple[str, ...]] = ("inside", "across")
    meets: ClassVar[str] = "two of the names that lead them"
    fields: ClassVar[dict[str, str]] = {
        "event": "the kind of event and its verb",
        "here": "the date here",
        "there": "the date in the other place",
        "evidence": "strong or weak",
        "reason": "what the two statements share",
    }

    def inspect(self, story: Story, options: Options, look: Look) -> Iterable[Match]:  # noqa: ARG002 - the contract
        """Events of one article."""
        found = events(story)
        for index, event in enumerate(found):
            for other in found[:index]:
                if event.kind == other.kind:
                    look.compared()
                    match = _judge(event, other, "")
                    if not isinstance(match, str):
                        yield match
                        break
                    look.skip(event, other, "", match)

    def rows(self, story: Story) -> Iterable[Row]:
        """One row: the article's dated events, under the pairs of names that lead it."""
        found = events(story)
        names = leading_names(story)
        if not found or len(names) < 2:
            return
        data = [[getattr(event, field) for field in Event.__struct_fields__] for event in found]
        digest = xxhash.xxh3_64_hexdigest(repr(data).encode())
        yield Row(f"{' '.join(names)} {digest}", pair_keys(names), found[0].start, found[0].end, "", {"events": data})

    def compare(self, entry: Entry, bucket: Sequence[Group], options: Options, look: Look) -> Iterable[Match]:  # noqa: ARG002 - the contract
        """The events of this article beside those of every other article on the story."""
        for group in bucket:
            if group.value == entry.row.value:
                continue
            for other in group.entries:
                if not look.same_story(entry.card, other.card):
                    continue
                own = [Event(*row) for row in entry.row.data["events"]]
                theirs = [Event(*row) for row in other.row.data["events"]]
                look.compared(len(own) * len(theirs))
                for event in own:
                    yield from _across(event, [t for t in theirs if t.kind == event.kind], other.card.path, look)

    def readings(self, story: Story, options: Options) -> Iterable[Reading]:  # noqa: ARG002 - the contract
        """The dates of events, and those that are not of one."""
        known = set()
        for event in events(story):
            known.add(event.start)
            ordinal = f"of the {event.ordinal} {event.headed}" if event.ordinal else "no ordinal"
            told = f'"{event.verb}", {ordinal}, the sentence names {", ".join(event.names).title() or "nobody"}'
            yield Reading(event.start, event.end, event.kind, told)
        for date in story.facts.dates:
            if date.start not in known:
                yield Reading(date.start, date.end, "", "no month and day, or no verb of an event at hand")


def _across(event: Event, others: list[Event], path: str, look: Look) -> Iterable[Match]:
    """One match of an event that the other article does not have on the same day too."""
    same = next((other for other in others if _same_day(event, other)), None)
    found = None
    for other in others:
        if same is not None:
            look.skip(event, other, path, "the other article has an event of this kind on the same day")
            continue
        match = _judge(event, other, path)
        if isinstance(match, str):
            look.skip(event, other, path, match)
        elif found is not None:
            look.skip(event, other, path, "one such pair has been told already")
        else:
            found = match
            yield match


def events(story: Story) -> list[Event]:
    """The events of an article that are told with month and day."""
    text = story.article.text
    out = []
    for date in story.facts.dates:
        if date.month is None or date.day is None or date.sentence < 0 or date.kind == "range":
            continue
        event = _event(story, text, date)
        if event is not None:
            out.append(event)
    return out


def _event(story: Story, text: str, date: Date) -> Event | None:
    sentence = story.facts.sentences[date.sentence]
    first = max(sentence.start, date.start - REACH)
    before = text[first : date.start]
    verbs = list(_VERB.finditer(before.lower()))
    if verbs and not _STOP.search(before.lower(), verbs[-1].end()):
        verb = verbs[-1]
    else:
        if date.start - sentence.start > 4:
            return None
        # "On June 24 the first officers landed"
        after = text[date.end : min(sentence.end, date.end + REACH)].lower()
        later = _VERB.search(after)
        if later is None or _STOP.search(after, 0, later.start()):
            return None
        verb = later
    words = text[sentence.start : sentence.end]
    lower = words.lower()
    ordinal = _ORDINAL.search(lower)
    names = sorted({w.lower() for w in _PROPER.findall(words)} - _NOT_NAMES)
    return Event(
        date.start,
        date.end,
        date.text,
        date.year,
        date.month or 0,
        date.day or 0,
        verb.lastgroup or "",
        verb[0],
        ordinal[1] if ordinal else None,
        names,
        _noun(ordinal, lower) if ordinal else None,
        date.sentence,
    )


def _noun(ordinal: re.Match[str], lower: str) -> str | None:
    """The plural or last noun near an ordinal: "the first group of Vessaran officers" gives "officers"."""
    words: list[str] = re.findall(r"[a-z]+", lower[ordinal.start() : ordinal.start() + 60])
    for word in words[1:]:
        if word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us")):
            return word
    return str(ordinal[2])


def _same_day(one: Event, other: Event) -> bool:
    return (one.month, one.day) == (other.month, other.day)


def _judge(one: Event, other: Event, path: str) -> Match | str:  # noqa: PLR0911 - each return is one veto
    """The match of two events of a kind, or why they may be two, or one."""
    if _same_day(one, other):
        return "the same day"
    if not path and one.sentence == other.sentence:
        return "one sentence that tells of two days"
    if one.year and other.year and one.year != other.year:
        return "other time: the years differ"
    if not 0 < abs(31 * (one.month - other.month) + one.day - other.day) <= NEAR_DAYS:
        return FAR
    if one.ordinal != other.ordinal:
        return "other events: only one has an ordinal, or another one"
    shared = [name for name in one.names if name in other.names]
    led = one.ordinal is not None and one.headed == other.headed
    verb = one.verb == other.verb
    if led:
        told = f"both tell of the {one.ordinal} {one.headed}"
    elif one.ordinal is None and len(shared) >= 2:
        told = f"both name {' and '.join(name.title() for name in shared[:3])}"
    else:
        return "other events: they share neither an ordinal with its noun nor two names"
    strong = verb and (led or len(shared) >= 4) and bool(path)
    data: dict[str, Any] = {
        "event": one.kind,
        "here": one.text,
        "there": other.text,
        "evidence": "strong" if strong and led else "weak",
        "reason": told,
    }
    return Match(one.start, one.end, data, (Related(other.start, other.end, f"{other.text} here", path),))
