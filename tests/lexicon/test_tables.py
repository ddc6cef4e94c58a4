"""Long tables, which are asked word by word: by bisection first, then as a set."""

from __future__ import annotations

from pathlib import Path

import pytest

from lintnews.lexicon import FEW, HOME, LongTable, lexicon, read_words

LONG = ("surnames", "rare-words")


@pytest.mark.parametrize("name", LONG)
def test_a_long_table_is_sorted(name: str) -> None:
    lines = [line for line in (HOME / "en" / f"{name}.txt").read_text().splitlines() if not line.startswith("#")]
    assert lines == sorted(lines)


@pytest.mark.parametrize("name", LONG)
def test_a_long_table_knows_the_words_of_its_set(name: str) -> None:
    words = sorted(lexicon().words(name))
    asked = [*words[:3], *words[:: len(words) // 300], words[-1]]
    table = LongTable(HOME / "en" / f"{name}.txt")
    assert len(asked) < FEW
    assert all(word in table for word in asked)
    for word in asked:
        other = f"{word}qx"
        assert (other in table) == (other in lexicon().words(name))


def test_a_long_table_answers_alike_before_and_after_it_is_a_set(tmp_path: Path) -> None:
    path = tmp_path / "table.txt"
    path.write_text("# a head\nash\nelm\noak\n")
    table = LongTable(path)
    asked = ("ash", "elm", "oak", "", "a", "fir", "zelkova", "elm\noak", "# a head")
    before = [word in table for word in asked]
    for _ in range(FEW):
        assert "ash" in table
    assert before == [word in table for word in asked] == [word in read_words(path) for word in asked]


def test_an_empty_long_table_knows_no_word(tmp_path: Path) -> None:
    path = tmp_path / "table.txt"
    path.write_text("# a head\n")
    assert "ash" not in LongTable(path)
