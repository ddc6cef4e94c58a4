"""Two articles' figures of one slot, or a headline's and its text's: whether they agree, and what it means if not."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Literal

from lintnews.checks.slots import Slot, class_of, fills
from lintnews.checks.timeline import days_of

if TYPE_CHECKING:
    import datetime as dt

    from lintnews.checks.mentions import Mention
    from lintnews.model import Card, Figure

Evidence = Literal["conflict", "differs", "updated"]
INFINITE = float("inf")
DRIFT = 1.1  # round figures that are worded alike differ if they are further apart
GROWTH = 8.0  # a toll that is more than so many times another is hardly the same one's
ANOTHER_TIME = 300  # days between the times of two figures that are hardly of one event
FALL = 0.05  # a toll that falls by more than this share, or by more than two, has been revised
BREATH = 60  # letters within which dead and injured are told side by side
ENOUGH = 40  # figures of a text whose sums may bear out its headline


def agree(one: Mention, other: Mention, slot: Slot) -> bool:
    """Whether two figures can both be right.

    Their logical intervals meet ("four-year" and "five-year" only touch: they do not); and two round ones that are
    worded alike ("about 2,900" and "around 2,500", "more than 578,000" and "over 700,000") are no more than a tenth
    apart.
    """
    if one.kind != other.kind or one.unit != other.unit:
        return False
    low = max(-INFINITE if m.low is None else m.low for m in (one, other))
    high = min(INFINITE if m.high is None else m.high for m in (one, other))
    touch = low == high and one.low != one.high and other.low != other.high
    if touch or (low > high * (1 + slot.tolerance) if high > 0 else low > high):
        return False
    alike = (is_open(one) and is_open(other)) or (is_around(one) and is_around(other))
    return not alike or is_near(one, other, DRIFT)


def confirms(mention: Mention, first: Mention, slot: Slot) -> bool:
    """Whether some figure of one article bears out the first of another: "up to 30" does not bear out 14."""
    if mention.role == "bound" and first.role != "bound" and mention.value != first.value and mention.low is None:
        return False
    return class_of(mention, slot) == class_of(first, slot) and agree(mention, first, slot)


def is_open(mention: Mention) -> bool:
    """Whether a figure has no upper end: "more than 400"."""
    return mention.high is None and mention.low is not None


def is_around(mention: Mention) -> bool:
    """Whether a figure is an approximate one with both ends: "about 400"."""
    return (
        mention.approximate
        and mention.low is not None
        and mention.high is not None
        and mention.low < mention.value < mention.high
    )


def is_near(one: Mention, other: Mention, ratio: float) -> bool:
    """Whether the greater value is at most `ratio` times the smaller one."""
    low, high = sorted((one.value, other.value))
    return low > 0 and high / low <= ratio


def otherwise(one: Mention, other: Mention, slot: Slot) -> str:
    """Why two figures of a slot do not count the same people, names and unit or are too far apart; "" if they do."""
    if class_of(one, slot) != class_of(other, slot):
        return "other subject: they count other things or people"
    if one.unit != other.unit:
        return "other unit"
    if "names" in slot.key and one.named != other.named:
        return "other subject: other names stand before what is counted"
    near = slot.near or (GROWTH if slot.cumulative else None)
    if near is None or is_near(one, other, near) or (min(one.value, other.value) >= 100 and slot.near is None):
        return ""
    return "other subject: too far apart to be of one thing"


def timely(one: Mention, other: Mention, here: Card, there: Card, slot: Slot) -> bool:
    """Whether two figures may speak of one event: their times are not of different years.

    Each may speak of the day of the other: "the shooting of May 2016" in a story of the trial.
    """
    if "day" in slot.key:
        return (one.as_of or day_of(here)) == (other.as_of or day_of(there))
    if not slot.cumulative:
        return True
    for mention, own, against, theirs in ((one, here, other, there), (other, there, one, here)):
        said = days_of(mention.as_of)
        if said is None or own.published is None or (own.published - said.last).days <= ANOTHER_TIME:
            continue
        times = [days for days in (days_of(against.as_of), days_of(day_of(theirs))) if days is not None]
        if all(_gap(said, days) > ANOTHER_TIME for days in times):
            return False
    return True


def _gap(one: tuple[dt.date, dt.date], other: tuple[dt.date, dt.date]) -> int:
    """Days between two stretches of the calendar; 0 if they meet."""
    return max((one[0] - other[1]).days, (other[0] - one[1]).days, 0)


def principal(found: list[Mention]) -> Mention:
    """The figure that an article gives first of all: its headline's, else the first."""
    return next((m for m in found if m.part == "headline"), found[0])


def several_ages(found: list[Mention]) -> bool:
    """Whether an article tells of several people by their ages alone."""
    return len({m.value for m in found if m.kind == "age"}) > 1


def varied(slot: Slot, mine: list[Mention], others: list[Mention], one: Mention, other: Mention) -> bool:
    """Whether an article has several values that may fill a fixed slot: then they are of different things."""
    if slot.cumulative:
        return False
    left = {m.value for m in mine if slot.lone or not slot.near or is_near(m, other, slot.near)}
    right = {m.value for m in others if slot.lone or not slot.near or is_near(m, one, slot.near)}
    return len(left) > 1 or len(right) > 1


_ORDINALS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def backed(mention: Mention, figures: list[Figure], text: str) -> bool:
    """Whether a number of the text, the sum of two, or an ordinal ("a fourth victim") bears out the headline's."""
    if mention.value in range(2, 11) and f" {_ORDINALS[int(mention.value) - 2]} " in text:
        return True
    low = -INFINITE if mention.low is None else mention.low
    high = INFINITE if mention.high is None else mention.high
    values = [f.value for f in figures]
    return any(low <= value <= high for value in values) or any(
        low <= a + b <= high for a, b in combinations(values[:ENOUGH], 2)
    )


def dead_besides(
    pair: tuple[Mention, Mention], slot: Slot, mine: list[Mention], theirs: list[Mention], slots: tuple[Slot, ...]
) -> bool:
    """Whether the dead make the difference: "20 hurt, two of them fatally" and "two killed and 18 injured".

    Not so if the greater figure has the dead beside it: "one killed and 16 injured" and "1 dead, 15 hurt".
    """
    killed = next((s for s in slots if s.name == "killed"), None)
    if slot.name not in {"injured", "shot"} or killed is None:
        return False
    apart = abs(pair[0].value - pair[1].value)
    greater, own = (pair[0], mine) if pair[0].value > pair[1].value else (pair[1], theirs)
    if any(abs(m.start - greater.start) <= BREATH for m in own if fills(m, killed)):
        return False
    return any(m.value == apart for m in (*mine, *theirs) if fills(m, killed))


def judge(slot: Slot, here: Mention, there: Mention, card: Card, other: Card) -> tuple[Evidence, str]:
    """What it means that two figures of two articles do not agree, and the words for it."""
    times = (here.as_of or day_of(card), there.as_of or day_of(other))
    told = f"{_told(here, times[0])} here, {_told(there, times[1])} there"
    if is_open(here) and is_open(there):
        return "updated", told
    quoted = here.quoted or there.quoted
    if not slot.cumulative:
        if here.approximate or there.approximate or quoted or not slot.sure:
            return "differs", f"{told}, {_apart(here, there)}"
        return "conflict", f"{told}; {_apart(here, there)}, both can't be right"
    same_day = here.as_of is not None and here.as_of == there.as_of and len(here.as_of) == 10
    if (
        same_day
        and not quoted
        and here.source is not None
        and here.source == there.source
        and not is_around(here)
        and not is_around(there)
    ):
        return "conflict", f"two figures for {here.as_of} from {here.source}: {_apart(here, there)}"
    return "updated", told + _fall(here, there, card, other)


def _fall(here: Mention, there: Mention, card: Card, other: Card) -> str:
    """Words for a toll that is lower in the later article."""
    if card.published is None or other.published is None or card.published == other.published:
        return ""
    late, early = (here, there) if card.published > other.published else (there, here)
    fell = early.value - late.value
    return "; the later one is lower" if fell > max(FALL * early.value, 2) else ""


def _apart(one: Mention, other: Mention) -> str:
    """The two intervals that fail to meet: "12 and 15 to 16 do not meet"."""
    return f"{interval(one)} and {interval(other)} do not meet"


def interval(mention: Mention) -> str:
    """What a figure means: a number, or from where to where."""
    if mention.low == mention.high or (mention.low is None and mention.high is None):
        return f"{mention.value:,.15g}"
    if mention.high is None:
        return f"{mention.low:,.15g} or more"
    if mention.low is None:
        return f"{mention.high:,.15g} or less"
    return f"{mention.low:,.15g} to {mention.high:,.15g}"


def day_of(card: Card) -> str | None:
    """The day that an article came out, as figures give days."""
    return card.published.isoformat() if card.published else None


def _told(mention: Mention, time: str | None) -> str:
    source = f" ({' '.join(mention.source.split())})" if mention.source else ""
    return f"{mention.text}{f' as of {time}' if time else ''}{source}"
