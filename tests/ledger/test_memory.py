"""Rows are found by key; equal values are kept as a count and exemplars near in date."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from lintnews.contract import EXEMPLARS, Row
from lintnews.ledger.memory import FEW, MemoryLedger, nearness
from lintnews.model import Card


def row(value: str, *keys: str) -> Row:
    return Row(value, keys, 0, 1, value)


def test_a_bucket_holds_the_values_that_share_a_key() -> None:
    ledger = MemoryLedger()
    ledger.add(Card("a"), [("names", row("gary", "gry")), ("names", row("ann", "an"))])
    ledger.add(Card("b"), [("names", row("garry", "gry", "gary"))])
    groups = ledger.bucket("names", row("gary", "gry"), Card("a"), agreement=False)
    assert [(group.value, group.count) for group in groups] == [("garry", 1), ("gary", 1)]


def test_keys_of_one_check_are_not_those_of_another() -> None:
    ledger = MemoryLedger()
    ledger.add(Card("a"), [("names", row("gary", "k")), ("figures", row("12", "k"))])
    assert ledger.bucket("names", row("gary", "k"), Card("a"), agreement=False) == []


def test_agreement_counts_only_where_it_is_asked_for() -> None:
    ledger = MemoryLedger()
    for path in "ab":
        ledger.add(Card(path), [("passages", row("same", "k"))])
    assert ledger.bucket("passages", row("same", "k"), Card("a"), agreement=False) == []
    (group,) = ledger.bucket("passages", row("same", "k"), Card("a"), agreement=True)
    assert [entry.card.path for entry in group.entries] == ["a", "b"]


def test_an_article_counts_once_a_value() -> None:
    ledger = MemoryLedger()
    ledger.add(Card("a"), [("names", row("x", "k")), ("names", row("x", "k")), ("names", row("y", "k"))])
    assert [group.count for group in ledger.bucket("names", row("x", "k"), Card("a"), agreement=False)] == [1, 1]


def test_exemplars_are_the_nearest_in_date_and_capped() -> None:
    ledger = MemoryLedger()
    for day in range(1, 29):
        ledger.add(Card(f"{day:02}", dt.date(2025, 2, day)), [("names", row("x", "k"))])
    ledger.add(Card("undated"), [("names", row("x", "k")), ("names", row("y", "k"))])
    groups = ledger.bucket("names", row("y", "k"), Card("new", dt.date(2025, 2, 10)), agreement=False)
    many = groups[0]
    assert many.count == 29
    assert len(many.entries) == EXEMPLARS
    assert [entry.card.path for entry in many.entries[:3]] == ["10", "09", "11"]


@given(
    st.lists(st.one_of(st.none(), st.dates(dt.date(2025, 1, 1), dt.date(2025, 3, 1))), min_size=FEW, max_size=FEW + 60),
    st.one_of(st.none(), st.dates(dt.date(2024, 12, 1), dt.date(2025, 4, 1))),
)
def test_a_value_of_many_articles_is_read_in_the_order_of_nearness(
    dates: list[dt.date | None], day: dt.date | None
) -> None:
    cards = [Card(f"{at * 7919 % 1009}.md", published) for at, published in enumerate(dates)]
    new = Card("new", day)
    ledger = MemoryLedger()
    for card in cards:
        ledger.add(card, [("names", row("x", "k"))])
    ledger.add(new, [("names", row("y", "k"))])
    many = ledger.bucket("names", row("y", "k"), new, agreement=False)[0]
    expected = sorted(cards, key=lambda card: nearness(card, new))
    assert [entry.card for entry in many.entries] == expected[:EXEMPLARS]
    assert many.first is not None
    oldest = min(cards, key=lambda card: (card.published.toordinal() if card.published else 0, card.path))
    assert many.first.card == oldest


def test_a_value_that_many_articles_hold_is_read_by_its_calendar() -> None:
    ledger = MemoryLedger()
    for day in range(FEW + 20):
        ledger.add(Card(f"{day:03}", dt.date(2025, 1, 1) + dt.timedelta(day)), [("names", row("x", "k"))])
    ledger.add(Card("new", dt.date(2025, 1, 9)), [("names", row("y", "k"))])
    many, _ = ledger.bucket("names", row("y", "k"), Card("new", dt.date(2025, 1, 9)), agreement=False)
    assert (many.count, len(many.entries)) == (FEW + 20, EXEMPLARS)
    assert [entry.card.path for entry in many.entries[:3]] == ["008", "007", "009"]


def test_a_common_key_is_not_followed() -> None:
    ledger = MemoryLedger()
    for number in range(5):
        ledger.add(Card(str(number)), [("passages", row(f"v{number}", "common", f"own{number}"))])
    ledger.add(Card("new"), [("passages", row("new", "common", "own3"))])
    new = row("new", "common", "own3")
    groups = ledger.bucket("passages", new, Card("new"), agreement=False, commonest=4)
    assert [group.value for group in groups] == ["new", "v3"]
    assert len(ledger.bucket("passages", new, Card("new"), agreement=False)) == 6


def test_rows_that_come_after_a_look_are_met_too() -> None:
    ledger = MemoryLedger()
    ledger.add(Card("a"), [("names", row("gary", "gry"))])
    assert ledger.bucket("names", row("gary"), Card("a"), agreement=False) == []
    ledger.add(Card("b"), [("names", row("garry", "gry", "gry"))])
    assert [group.value for group in ledger.bucket("names", row("gary"), Card("a"), agreement=False)] == [
        "garry",
        "gary",
    ]


def test_a_key_given_twice_is_no_other_value() -> None:
    ledger = MemoryLedger()
    ledger.add(Card("a"), [("names", row("llama", "lama", "lama"))])
    assert ledger.bucket("names", row("llama"), Card("a"), agreement=False) == []
