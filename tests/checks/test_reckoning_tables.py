"""Arithmetic, rule by rule: each table holds sentences that come out and sentences that do not.

A line is "ok<TAB>sentence" or "level<TAB>sentence<TAB>figure"; "¶" parts paragraphs. The article's date is 10 March
2026, a Tuesday. A right sentence sets off nothing in the whole of the figures and dates rules; a wrong one is flagged
once, at its figure.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from lintnews.config import Config
from lintnews.engine import run
from lintnews.setup import Setup, workshop_of

WORKSHOP = workshop_of(Setup(Config(select=("figures", "dates"))))
TABLES = sorted((Path(__file__).parent / "arithmetic").glob("*.txt"))


def cases() -> list[tuple[str, str, str, str]]:
    """(table, level, sentence, figure) of all tables."""
    found = []
    for table in TABLES:
        for line in table.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                level, sentence, *figure = line.split("\t")
                found.append((table.stem, level, sentence, figure[0] if figure else ""))
    return found


CASES = cases()


@pytest.mark.parametrize(("table", "level", "sentence", "figure"), CASES, ids=lambda value: value[:40])
def test_a_sentence_is_judged(table: str, level: str, sentence: str, figure: str) -> None:
    source = "---\ndate: 2026-03-10\n---\n" + sentence.replace("¶", "\n\n") + "\n"
    report = run(WORKSHOP, ["a.md"], given={"a.md": source.encode()})
    assert not report.failures
    found = [(f.level, source[f.place.start : f.place.end], f.message) for f in report.findings]
    if level == "ok":
        assert found == []
    else:
        assert [(one, text) for one, text, _ in found] == [(level, figure)]


@pytest.mark.parametrize("table", [t.stem for t in TABLES])
def test_a_table_has_forty_sentences_half_of_them_right(table: str) -> None:
    levels = [level for name, level, _, _ in CASES if name == table]
    assert len(levels) >= 40
    assert 0.4 <= levels.count("ok") / len(levels) <= 0.6
