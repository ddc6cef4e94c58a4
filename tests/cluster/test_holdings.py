"""A reading shows the group that the ledger in memory shows, where it lives and where it was sent to."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.cluster.holdings import day_of, holdings, visitors
from lintnews.cluster.letters import Answer, Line, Passenger, Request, Shipment, raw, unpack
from lintnews.cluster.steps import answer_to
from lintnews.contract import Row
from lintnews.ledger.memory import MemoryLedger
from lintnews.ledger.tables import seed_of
from lintnews.model import Card

DAY = dt.date(2025, 3, 1)
SEEDS = [seed_of("names")]


def shipment(cards: list[Card]) -> Shipment:
    """A row of every article, all of one value."""
    lines = [
        Line(0, "ann", at, at + 1, f"ann at {at}", raw({"at": at}), 0, asks=True, card=at) for at in range(len(cards))
    ]
    return Shipment(len(cards), [Passenger(card, []) for card in cards], lines)


@given(
    st.lists(st.none() | st.integers(0, 12), min_size=1, max_size=150),
    st.lists(st.none() | st.integers(0, 14), min_size=1, max_size=4),
)
def test_groups_are_those_of_the_ledger_in_memory(days: list[int | None], asked: list[int | None]) -> None:
    dates = [None if day is None else DAY + dt.timedelta(day) for day in days]
    cards = [Card(f"{number * 37 % 1009:04}.md", published) for number, published in enumerate(dates)]
    memory = MemoryLedger()
    for at, card in enumerate(cards):
        memory.add(card, [("names", Row("ann", ("a",), at, at + 1, f"ann at {at}", {"at": at}))])
    (reading, here) = next(iter(holdings([shipment(cards)], SEEDS).items()))
    wanted = [None if day is None else DAY + dt.timedelta(day) for day in asked]
    request = Request(0, [(reading, sorted({day_of(published) for published in wanted}))])
    there = visitors([unpack(answer_to({reading: here}, request), Answer)])[reading]
    for published in wanted:
        row = Row("ann", ("a",), 0, 1, "ann", {})
        groups = memory.bucket("names", row, Card("x.md", published), agreement=True)
        expected = groups[0] if groups else None
        if expected is not None:
            assert here.group(published) == expected
            assert there.group(published) == expected


def test_values_that_do_not_travel_are_refused() -> None:
    with pytest.raises(TypeError):
        raw({"odd": object()})
