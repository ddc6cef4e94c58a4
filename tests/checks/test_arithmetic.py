"""Newsroom arithmetic: right sums with roundings at the edge stay silent, wrong ones are found."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lintnews.config import Config
from lintnews.engine import run
from lintnews.setup import Setup, workshop_of

WORKSHOP = workshop_of(Setup(Config(select=("broken-arithmetic", "doubtful-arithmetic", "quoted-arithmetic"))))


def levels(text: str, date: str | None = None) -> list[str]:
    """The levels of what is found in a text of one paragraph."""
    head = f"---\ndate: {date}\n---\n" if date else ""
    report = run(WORKSHOP, ["a.md"], given={"a.md": f"{head}{text}\n".encode()})
    assert not report.failures
    return [finding.level for finding in report.findings]


CHANGES_RIGHT = [
    "Visits rose from 400 to 500, an increase of 25 percent, the trust said.",
    "Visits rose from 412 to 500, an increase of 21 percent, the trust said.",
    "Visits rose from 413 to 500, an increase of 21.1 per cent, the trust said.",
    "Visits fell from 500 to 400, a drop of 20%, the trust said.",
    "Visits fell from 501 to 400, a drop of 20 percent, the trust said.",
    "Visits fell by 20 percent to 400 from 500 a year earlier.",
    "Net profit rose 12.8 pct to 5.3 mln dlrs from 4.7 mln dlrs.",
    "Net profit rose 14 pct to 5.3 mln dlrs from 4.7 mln dlrs.",
    "The budget grew from $1.2 billion to $1.5 billion, an increase of 25 percent.",
    "The budget grew from $1.2 billion to $1.5 billion, an increase of 30 percent.",
    "Sales rose from about 400 to 500, an increase of 30 percent.",
    "The town grew from 12,000 to 15,000 people, up 25 percent.",
    "Rates rose from 3 percent to 5 percent, and 40 percent of owners were hit.",
    "From 1995 to 2005 the number of farms fell by 40 percent.",
    "Visits doubled from 200 to 400, an increase of 100 percent.",
    "Visits rose from 200 to 600, an increase of 200 percent.",
    "The strike cost 300 jobs and 12 percent of sales fell away from 10 to 9 shops.",
    "The union wants to raise wages by five percent and cut the week to 35 hours from 38.5 hours.",
    "Visits rose from 480 to 500, while prices went up 12 percent.",
    "The fare went from 2 euros to 3 euros, an increase of nearly half.",
]
CHANGES_WRONG = [
    "Visits rose from 400 to 500, an increase of 35 percent, the trust said.",
    "Visits rose from 400 to 500, an increase of 20 percent, the trust said.",
    "Visits rose from 412 to 500, an increase of 22 percent, the trust said.",
    "Visits rose from 412 to 500, an increase of 21.6 per cent, the trust said.",
    "Visits fell from 500 to 400, a drop of 25%, the trust said.",
    "Visits fell by 30 percent to 400 from 500 a year earlier.",
    "Net profit rose 25 pct to 5.3 mln dlrs from 4.7 mln dlrs.",
    "The budget grew from $1.2 billion to $1.5 billion, an increase of 52 percent.",
    "Sales rose from about 400 to 500, an increase of 80 percent.",
    "Visits rose from 200 to 600, an increase of 300 percent.",
    "Applications fell from 640 to 480, a decline of 35 percent.",
    "Parking fines rose from 210 to 252, an increase of 12 percent.",
    "Enrolments fell from 880 to 792, a decrease of 18 percent.",
    "Admissions climbed from 340 to 459, up 53 percent.",
    "The number of beds was cut from 310 to 248, a reduction of 30 percent.",
    "The price rose from 80 euros to 92 euros, a rise of 51 percent.",
    "The price fell to 60 euros from 80 euros, a fall of 33 percent.",
    "Output rose from 1,240 tonnes to 1,364 tonnes, an increase of 20 percent.",
    "The fleet grew from 45 to 54 boats, an increase of 9 percent.",
    "Membership dropped from 745 to 596, a drop of 2 percent.",
]
SHARES_RIGHT = [
    "Of the 240 nurses who were asked, 60, or 25 percent, backed the plan.",
    "Of the 240 nurses who were asked, 61, or 25 percent, backed the plan.",
    "60 of 240 nurses, or 25 percent, backed the plan.",
    "62 of 240 nurses, or 26 percent, backed the plan.",
    "Nearly 60 of 240 nurses, or 24 percent, backed the plan.",
    "Of the $410 million needed, donors paid $118 million by August, or 29 percent.",
    "Of the $410 million needed, donors paid $118 million by August, or 28.8 percent.",
    "About 25 percent (60 of 240) backed the plan.",
    "Some 120 of the 160 members, or 75 per cent, voted.",
    "More than 120 of the 160 members, or 81 per cent, voted.",
    "In 240 of 300 towns, 25 percent of the people voted.",
    "One of the 240 nurses said 12 percent had left.",
]
SHARES_WRONG = [
    "Of the 240 nurses who were asked, 60, or 40 percent, backed the plan.",
    "60 of 240 nurses, or 35 percent, backed the plan.",
    "62 of 240 nurses, or 25 percent, backed the plan.",
    "Of the $410 million needed, donors paid $118 million by August, or 39 percent.",
    "About 35 percent (60 of 240) backed the plan.",
    "120 of the 160 members, or 85 per cent, voted.",
    "At least 120 of the 160 members, or 70 per cent, voted.",
    "300 of 240 nurses, or 80 percent, backed the plan.",
    "45 of 150 households, or 35%, had no water.",
    "Of the 800 tenants who replied, 360, or 54 percent, were for it.",
]
SUMS_RIGHT = [
    "The office counted 34 tenants in Lorne and 41 tenants in Hollin, a total of 75 tenants.",
    "A total of 75 drivers were questioned: 34 from Lorne and 41 from Hollin.",
    "Norway sends 1,300 soldiers, Chile 600, Kenya 250, Fiji 350 and Peru 200, a total of 2,700.",
    "Three banks in 12 towns have a total of 200 branches.",
    "In five years the club won 3 cups and 2 cups, a total of 5 cups.",
    "The ship carried 210 passengers, including 130 children, the port said.",
    "The ship carried 210 passengers, 45 of them children, the port said.",
    "The ship carried 210 passengers, including 110 women and 90 men.",
    "They spent $1.2 million in May and $1.4 million in June, a total of $2.6 million.",
    "They spent $1.2 million in May and $1.4 million in June, a total of $2.7 million.",
    "The crew won eight medals at the regatta, including four golds.",
    "They rented 12 rooms for 3 nights each, a total of 36 nights.",
    "About 400 pupils and 60 teachers came, a total of 450 people.",
]
SUMS_WRONG = [
    "The office counted 34 tenants in Lorne and 41 tenants in Hollin, a total of 85 tenants.",
    "A total of 90 drivers were questioned: 34 from Lorne and 41 from Hollin.",
    "Norway sends 1,300 soldiers, Chile 600, Kenya 250, Fiji 350 and Peru 200, a total of 2,900.",
    "The ship carried 210 passengers, including 230 children, the port said.",
    "The ship carried 210 passengers, 245 of them children, the port said.",
    "They spent $1.2 million in May and $1.4 million in June, a total of $3.6 million.",
    "There were 14 nurses in Lorne, 17 nurses in Hollin and 22 nurses in Arvelle, a total of 63 nurses.",
    "There were 14 nurses in Lorne, 17 nurses in Hollin and 22 nurses in Arvelle, 63 nurses in all.",
    "The ship carried 210 passengers, including 130 women and 120 men.",
]
RATES_RIGHT = [
    "They walked 10 miles (16 km) to the hut.",
    "They walked 26.2 miles (42 kilometres) to the hut.",
    "It was 90 F (32 C) in the shade.",
    "It was -5 C (23 F) in the shade.",
    "The field has 10 acres (4 hectares).",
    "The sack weighs 50 kg (110 lb).",
    "The ferry carried 7,000 people in 14 days, an average of 500 a day.",
    "They sold 200 tickets at $15 each, for a total of $3,000.",
    "It is 75 kilometers (50 miles) west of Hollin.",
    "The hall (300 seats) is 20 miles away.",
]
RATES_WRONG = [
    "They walked 10 miles (26 km) to the hut.",
    "It was 90 F (42 C) in the shade.",
    "The field has 10 acres (14 hectares).",
    "The sack weighs 50 kg (210 lb).",
    "The wall is 30 feet (19 metres) high.",
    "The ferry carried 7,000 people in 14 days, an average of 700 a day.",
    "They sold 200 tickets at $15 each, for a total of $5,000.",
]


@pytest.mark.parametrize("text", CHANGES_RIGHT + SHARES_RIGHT + SUMS_RIGHT + RATES_RIGHT)
def test_what_adds_up_is_left_alone(text: str) -> None:
    assert levels(text) == []


@pytest.mark.parametrize("text", CHANGES_WRONG + SHARES_WRONG + SUMS_WRONG + RATES_WRONG)
def test_what_does_not_add_up_is_found(text: str) -> None:
    assert len(levels(text)) == 1


def test_the_message_tells_how_it_was_reckoned() -> None:
    report = run(
        WORKSHOP, ["a.md"], given={"a.md": b"Visits rose from 400 to 500, an increase of 20 percent, they said.\n"}
    )
    (finding,) = report.findings
    assert "25 percent" in finding.message
    assert "as a share of the second number" in finding.message
    assert len(finding.related) == 2


def test_a_speakers_sum_is_only_a_note() -> None:
    assert levels('"We went from 400 to 500 visits, a rise of 35 percent," said the director, Ida Holm.') == ["note"]


def test_years_ago_are_reckoned_from_publication() -> None:
    assert levels("The mill burned down 30 years ago, in 1984.", "2024-03-02") == ["warning"]
    assert levels("The mill burned down 40 years ago, in 1984.", "2024-03-02") == []


@settings(max_examples=40, deadline=None)
@given(st.integers(50, 990), st.integers(50, 990))
def test_a_change_given_with_its_own_rounding_is_never_flagged(old: int, new: int) -> None:
    assume(old != new)
    percent = 100 * abs(new - old) / old
    verb, noun = ("rose", "an increase") if new > old else ("fell", "a drop")
    for words in (f"{percent:.0f}", f"{percent:.1f}"):
        assume(float(words) > 0)
        assert levels(f"Visits {verb} from {old} to {new}, {noun} of {words} percent.") == []


@settings(max_examples=40, deadline=None)
@given(st.integers(2, 900), st.integers(2, 900))
def test_a_share_given_with_its_own_rounding_is_never_flagged(part: int, rest: int) -> None:
    whole = part + rest
    assert levels(f"{part} of {whole} nurses, or {100 * part / whole:.0f} percent, backed the plan.") == []


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(11, 999), min_size=2, max_size=5))
def test_a_right_total_is_never_flagged(parts: list[int]) -> None:
    places = ["Lorne", "Hollin", "Arvelle", "Tindale", "Wenmore"]
    told = " and ".join(f"{part} nurses in {place}" for part, place in zip(parts, places, strict=False))
    assert levels(f"There were {told}, a total of {sum(parts)} nurses.") == []
