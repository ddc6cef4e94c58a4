from __future__ import annotations

import datetime as dt
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st

from lintnews.contract import Entry, Group, Row
from lintnews.ledger.disk import DiskLedger
from lintnews.ledger.intake import Intake, Seal, Sheet
from lintnews.ledger.memory import MemoryLedger
from lintnews.ledger.same_story import StoryMatcher
from lintnews.ledger.tables import LedgerTrouble, connect
from lintnews.model import Card

if TYPE_CHECKING:
    from collections.abc import Sequence

CHECKS = ("names", "passages")
SEAL = Seal(1, 1, b"")
DAY = dt.date(2025, 3, 1)

values = st.sampled_from(["ann", "anna", "hanna", "bert", "berta", "robert"])


def row(value: str, start: int) -> Row:
    """A row whose keys follow from its value: its letters' pairs."""
    keys = tuple(value[at : at + 2] for at in range(len(value) - 1))
    return Row(value, keys, start, start + 1, f"{value} at {start}", {"start": start})


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """An article with some rows, dated or not."""
    path = f"{draw(st.integers(0, 30)):02}.md"
    days = draw(st.none() | st.integers(0, 5))
    published = None if days is None else DAY + dt.timedelta(days)
    topics = tuple(draw(st.lists(st.sampled_from(["=ada", "=bo", "sea", "fire"]), max_size=4, unique=True)))
    rows = draw(st.lists(st.tuples(st.sampled_from(CHECKS), values), max_size=5))
    return Sheet(
        path,
        SEAL,
        Card(path, published, topics),
        tuple((name, row(value, at)) for at, (name, value) in enumerate(rows)),
    )


def flat(groups: Sequence[Group]) -> list[object]:
    """Groups with their exemplars read."""
    return [
        (
            group.value,
            group.count,
            [Entry(e.row, e.card) for e in group.entries],
            first and Entry(first.row, first.card),
        )
        for group in groups
        for first in (group.first,)
    ]


@given(st.lists(sheets() | st.integers(0, 30), min_size=1, max_size=60), st.integers(1, 9), st.sampled_from([0, 1, 2]))
@limits(max_examples=60, deadline=None)
def test_it_answers_as_the_ledger_in_memory(steps: list[Sheet | int], batch: int, commonest: int) -> None:
    """Articles come, are replaced and go; what is left is looked up on either ledger."""
    left: dict[str, Sheet] = {}
    with TemporaryDirectory() as folder:
        base = connect(Path(folder) / "ledger.sqlite")
        intake = Intake(base, CHECKS)
        for first in range(0, len(steps), batch):
            with intake.transaction():
                for step in steps[first : first + batch]:
                    if isinstance(step, Sheet):
                        intake.put(step)
                        left[step.path] = step
                    else:
                        intake.forget(f"{step:02}.md")
                        left.pop(f"{step:02}.md", None)
        compare(left, base, commonest)
        base.close()


def compare(left: dict[str, Sheet], base: object, commonest: int) -> None:
    """Every row of every article finds the same on either ledger, whole or by its keys."""
    memory = MemoryLedger()
    for path in sorted(left):
        card = left[path].card
        assert card is not None
        memory.add(card, left[path].rows)
    whole = DiskLedger(base, CHECKS, whole=True)  # type: ignore[arg-type]
    keyed = DiskLedger(base, CHECKS)  # type: ignore[arg-type]
    assert whole.size == len(left)
    known, found = StoryMatcher(memory.cards), StoryMatcher.over(keyed.size, keyed.frequency)
    for path, sheet in left.items():
        card = sheet.card
        assert card is not None
        assert keyed.card(path) == card
        agreeing = [name for name in CHECKS if commonest]
        asking = [(name, entry.row.value, entry.row.start) for name, entry in whole.rows(path, agreeing)]
        kept = [(name, one.value, one.start) for name, one in sorted(sheet.rows, key=lambda row: CHECKS.index(row[0]))]
        assert asking == [row for row in kept if row in asking]
        for name, one in sheet.rows:
            if (name, one.value, one.start) not in asking:
                assert not memory.bucket(name, one, card, agreement=name in agreeing)
        for other in memory.cards:
            assert known.likeness(card, other) == found.likeness(card, other)
        for name, one in sheet.rows:
            for agreement in (False, True):
                expected = flat(memory.bucket(name, one, card, agreement=agreement, commonest=commonest))
                for ledger in (whole, keyed):
                    assert flat(ledger.bucket(name, one, card, agreement=agreement, commonest=commonest)) == expected


def test_the_nearest_of_many_are_those_of_the_ledger_in_memory(tmp_path: Path) -> None:
    base = connect(tmp_path / "ledger.sqlite")
    intake = Intake(base, CHECKS)
    left = {}
    with intake.transaction():
        for number in range(300):
            path = f"{number * 37 % 300:03}.md"
            published = None if number % 5 == 0 else DAY + dt.timedelta(number * 11 % 29)
            left[path] = Sheet(path, SEAL, Card(path, published), (("names", row("ann" if number % 3 else "anna", 0)),))
            intake.put(left[path])
    compare(left, base, 0)


def test_an_undone_transaction_leaves_nothing(tmp_path: Path) -> None:
    base = connect(tmp_path / "ledger.sqlite")
    intake = Intake(base, CHECKS)
    one = Sheet("a.md", SEAL, Card("a.md", DAY, ("sea",)), (("names", row("ann", 0)),))
    with intake.transaction(keep=False):
        intake.put(one)
        intake.flush()
        assert DiskLedger(base, CHECKS).size == 1
    assert DiskLedger(base, CHECKS).size == 0
    with intake.transaction():
        intake.put(one)
    compare({"a.md": one}, base, 0)


def test_a_damaged_article_is_trouble_not_an_answer(tmp_path: Path) -> None:
    base = connect(tmp_path / "ledger.sqlite")
    intake = Intake(base, CHECKS)
    with intake.transaction():
        for path in ("a.md", "b.md"):
            intake.put(Sheet(path, SEAL, Card(path), (("names", row("ann", 0)),)))
    base.execute("update cards set packed = x'00' || substr(packed, 2)")
    ledger = DiskLedger(base, CHECKS)
    (group,) = ledger.bucket("names", row("ann", 0), Card("a.md"), agreement=True)
    with pytest.raises(LedgerTrouble) as caught:
        list(group.entries)
    assert caught.value.torn
