"""Rows are found by key; equal values are kept as a count and exemplars near in date."""

import datetime as dt

from lintnews.contract import EXEMPLARS, Row
from lintnews.ledger.memory import MemoryLedger
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
