"""Arithmetic over generated numbers: what is rounded rightly is silent, what is a place off is found.

The right results are reckoned here with fractions, apart from the code under test.
"""

from __future__ import annotations

import datetime as dt
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lintnews.config import Config
from lintnews.engine import run
from lintnews.setup import Setup, workshop_of

WORKSHOP = workshop_of(Setup(Config(select=("figures", "dates"))))
HALVES = st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN])
PLACES = st.integers(0, 2)
PERCENT = st.sampled_from([" percent", " per cent", "%"])


def levels(text: str) -> list[str]:
    """The levels of what is found in one sentence of an article of 10 March 2026."""
    report = run(WORKSHOP, ["a.md"], given={"a.md": f"---\ndate: 2026-03-10\n---\n{text}\n".encode()})
    assert not report.failures
    return [finding.level for finding in report.findings]


def rounded(value: Fraction, places: int, way: str) -> Decimal:
    """A fraction to some places, halves as the way says."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(Decimal(1).scaleb(-places), rounding=way)


@settings(max_examples=60, deadline=None)
@given(st.integers(101, 999), st.integers(101, 999), PLACES, HALVES, PERCENT)
def test_changes(old: int, new: int, places: int, way: str, unit: str) -> None:
    change = rounded(Fraction(100 * abs(new - old), old), places, way)
    assume(new != old and change > 2)
    verb, noun = ("climbed", "a rise") if new > old else ("fell", "a fall")
    sentence = f"Calls to the harbour office {verb} from {old} to {new}, {noun} of {{}}{unit}."
    assert levels(sentence.format(change)) == []
    assert levels(sentence.format(change + max(2, change // 10))) == ["error"]


@settings(max_examples=60, deadline=None)
@given(st.integers(3, 400), st.integers(3, 400), PLACES, HALVES, PERCENT)
def test_shares(part: int, rest: int, places: int, way: str, unit: str) -> None:
    whole = part + rest
    share = rounded(Fraction(100 * part, whole), places, way)
    assume(3 < share < 95)
    sentence = f"Of the {whole} stewards, {part}, or {{}}{unit}, had been trained."
    assert levels(sentence.format(share)) == []
    assert levels(sentence.format(share + 2)) == ["error"]


@settings(max_examples=40, deadline=None)
@given(st.integers(12, 880), st.integers(12, 880), st.integers(12, 880), st.integers(2, 60))
def test_totals(one: int, two: int, three: int, off: int) -> None:
    assume(one + two + three + off not in {one + two, two + three, one + three, one * two, two * three, one * three})
    sentence = f"They sold {one} lambs in May, {two} lambs in June and {three} lambs in July, {{:,}} lambs in all."
    assert levels(sentence.format(one + two + three)) == []
    assume(len(str(one + two + three + off).rstrip("0")) > 2)
    assert levels(sentence.format(one + two + three + off)) == ["error"]


@settings(max_examples=40, deadline=None)
@given(st.decimals(2, 60, places=1), st.decimals(2, 60, places=1))
def test_points(low: Decimal, high: Decimal) -> None:
    assume(abs(high - low) > 1)
    verb, noun = ("rose", "an increase") if high > low else ("fell", "a drop")
    sentence = f"The rate {verb} from {low} percent to {high} percent, {noun} of {{}} percentage points."
    assert levels(sentence.format(abs(high - low))) == []
    assert levels(sentence.format(round(abs(high - low) * Decimal("1.02") + Decimal("0.3"), 1))) == ["error"]


@settings(max_examples=40, deadline=None)
@given(st.integers(21, 990), st.integers(3, 60), HALVES)
def test_averages(mean: int, days: int, way: str) -> None:
    number = mean * days + days // 3
    assume(number % 10)
    stated = rounded(Fraction(number, days), 0, way)
    sentence = f"The ferry carried {number} sheep in {days} days, an average of {{}} a day."
    assert levels(sentence.format(stated)) == []
    wrong = stated + stated // 8 + 3
    assume(wrong % 10)
    assert levels(sentence.format(wrong)) == ["error"]


@settings(max_examples=40, deadline=None)
@given(st.integers(11, 399), st.integers(100, 9900))
def test_prices(number: int, cents: int) -> None:
    price = Decimal(cents) / 100
    total = number * price
    sentence = f"The choir sold {number} records at ${price:.2f} each, for a total of ${{:,.2f}}."
    assert levels(sentence.format(total)) == []
    assert levels(sentence.format(total * Decimal("1.1"))) == ["error"]


@settings(max_examples=40, deadline=None)
@given(st.integers(2, 97), st.integers(1, 90), st.integers(1, 9))
def test_the_rest(first: int, second: int, off: int) -> None:
    rest = 100 - first - second
    assume(rest > 1)
    sentence = f"The bank holds {first} percent, the town {second} percent and the staff the remaining {{}} percent."
    assert levels(sentence.format(rest)) == []
    assert levels(sentence.format(rest + 1 + off)) == ["error"]


@settings(max_examples=40, deadline=None)
@given(st.dates(dt.date(1900, 1, 1), dt.date(2026, 3, 9)), st.integers(1, 6))
def test_weekdays(day: dt.date, shift: int) -> None:
    sentence = f"The keel was laid on {{:%A}}, {day:%B} {day.day}, {day.year}, in Orm."
    assert levels(sentence.format(day)) == []
    assert levels(sentence.format(day + dt.timedelta(days=shift))) == ["error"]


@settings(max_examples=40, deadline=None)
@given(st.dates(dt.date(2020, 1, 1), dt.date(2025, 12, 1)), st.integers(3, 28), st.integers(2, 20))
def test_days_between(day: dt.date, length: int, off: int) -> None:
    later = day + dt.timedelta(days=length)
    sentence = (
        f"The boat set out on {day.day} {day:%B} {day.year} and was found on {later.day} {later:%B} {later.year}, "
        "{} days later."
    )
    assert levels(sentence.format(length)) == []
    assert levels(sentence.format(length + off)) == ["warning"]
