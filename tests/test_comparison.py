"""Comparing rows: what is told of a check that fails, and the order in which it all comes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from lintnews.comparison import Compared, LedgerLook, compare
from lintnews.contract import Entry, Group, LedgerCheck, Look, Match, Options, Row
from lintnews.errors import CheckError
from lintnews.ledger.memory import MemoryLedger
from lintnews.ledger.same_story import StoryMatcher
from lintnews.model import Card, Story
from lintnews.register import Register
from lintnews.report import Failure
from lintnews.setup import Setup, workshop_of
from lintnews.workshop import Workshop


class Stumbling(LedgerCheck):
    """A check that raises at every row, in a way that the row says."""

    name = "stumbling"
    Options = Options

    def rows(self, story: Story) -> Iterable[Row]:
        """Nothing: the rows are made by hand."""
        return ()

    def compare(self, entry: Entry, bucket: Sequence[Group], options: Any, look: Look) -> Iterable[Match]:
        """Raise."""
        if entry.row.text == "told":
            raise CheckError("the tide table is missing", "tides.csv")
        raise ValueError(entry.row.text)


def compared(*rows: tuple[str, str]) -> Compared:
    """What comes of comparing rows, (path, text) each, that all meet."""
    house: Workshop = workshop_of(Setup())
    (job, *_) = house.jobs
    house.jobs = (type(job)("stumbling", Options(), ()),)
    house.ledger_checks = {"stumbling": Stumbling()}
    ledger = MemoryLedger()
    asked = []
    for number, (path, text) in enumerate(rows):
        card = Card(path)
        row = Row(f"{text} {number}", ("tide",), number, number + 1, text)
        asked += [(name, entry.row, entry) for name, entry in ledger.add(card, (("stumbling", row),))]
    look = LedgerLook(Register(), StoryMatcher(ledger.cards))
    return compare(house, ledger, asked, look, pytest_fail, {})


def pytest_fail(path: str) -> Any:
    """No place is asked for."""
    raise AssertionError(path)


def test_a_check_that_raises_is_named_once_an_article() -> None:
    told = compared(("a.md", "ebb"), ("a.md", "flood"), ("b.md", "ebb")).troubles
    assert [failure.where for failure in told] == ["a.md", "b.md"]
    assert '"stumbling"' in told[0].message
    assert "ebb" in told[0].message


def test_what_a_check_itself_says_went_wrong_is_told_as_it_says() -> None:
    told = compared(("a.md", "told"), ("b.md", "told")).troubles
    assert told == [Failure("tides.csv", "the tide table is missing")] * 2


def test_parts_come_together_check_by_check_and_what_was_lost_comes_last() -> None:
    whole = Compared({}, {}, lost=[Failure("c.md", "the worker process ended")])
    whole.add(Compared({}, {"names": [Failure("a.md", "one")]}, 3))
    whole.add(Compared({}, {"ages": [Failure("b.md", "two")], "names": [Failure("b.md", "three")]}, 4))
    assert [failure.message for failure in whole.troubles] == ["two", "one", "three", "the worker process ended"]
    assert whole.pairs == 7
