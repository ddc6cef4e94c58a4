from __future__ import annotations

from pathlib import Path

import pytest

from lintnews.memo import Memo
from lintnews.register import Person, Register
from lintnews.report import Failure, Report
from tests.kit import SEATS, WORD, check, workshop

ARTICLES = [("a.md", b"1"), ("b.md", b"2")]
REPORT = check({"a.md": "Ida booked 4 bad seats.", "b.md": "Ida booked 5 seats."}, WORD, SEATS)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "ledger.report"


def test_a_report_is_found_again_whole(file: Path) -> None:
    memo = Memo(file, workshop(WORD, SEATS), ["a.md"], whole=False)
    key = memo.key(ARTICLES)
    assert memo.find(key) is None
    memo.keep(key, REPORT)
    found = memo.find(key)
    assert found is not None
    assert found.findings == REPORT.findings


def test_whatever_it_rests_on_makes_another_key(file: Path) -> None:
    keys = {
        Memo(file, shop, targets, whole=whole).key(articles)
        for shop, targets, whole, articles in (
            (workshop(WORD), ["a.md"], False, ARTICLES),
            (workshop(SEATS), ["a.md"], False, ARTICLES),
            (workshop(WORD, register=Register(people=(Person("Ida Brandt"),))), ["a.md"], False, ARTICLES),
            (workshop(WORD), ["b.md"], False, ARTICLES),
            (workshop(WORD), ["a.md"], True, ARTICLES),
            (workshop(WORD), ["a.md"], False, [("a.md", b"1"), ("b.md", b"3")]),
        )
    }
    assert len(keys) == 6


def test_a_damaged_report_and_one_with_failures_are_nothing(file: Path) -> None:
    memo = Memo(file, workshop(WORD), ["a.md"], whole=False)
    key = memo.key(ARTICLES)
    memo.keep(key, Report((), (Failure("a.md", "can't be read"),)))
    assert memo.find(key) is None
    memo.keep(key, REPORT)
    data = file.read_bytes()
    file.write_bytes(data[:-3] + b"xyz")
    assert memo.find(key) is None
    file.write_bytes(b"")
    assert memo.find(key) is None
