from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from lintnews.reporters.printable import first_sentence, printable, width, windowed


@given(st.text())
def test_nothing_that_steers_a_terminal_is_left(text: str) -> None:
    shown = printable(text)
    assert not [c for c in shown if unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"}]
    assert not [c for c in shown if unicodedata.bidirectional(c) in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI"}]
    shown.encode()


def test_plain_words_stay_as_they_are() -> None:
    assert printable("Señora Núñez said “no” – twice. 東京") == "Señora Núñez said “no” – twice. 東京"


def test_wide_and_combining_characters_count_as_a_terminal_shows_them() -> None:
    assert width("abc") == 3
    assert width("東京") == 4
    assert width("e\u0301") == 1


@given(st.text(alphabet="ab c", max_size=400), st.integers(0, 400), st.integers(0, 400), st.integers(60, 140))
def test_a_window_holds_the_span_and_fits(line: str, start: int, size: int, columns: int) -> None:
    start = min(start, len(line))
    span = line[start : start + size]
    shown, first, last = windowed(line, start, start + size, columns)
    assert len(shown) <= columns + 4
    marked = shown[first:last]
    assert marked == span or (" … " in marked and span.startswith(marked.partition(" … ")[0]))
    assert marked == span or span.endswith(marked.rpartition(" … ")[2])


def test_a_short_line_is_shown_whole() -> None:
    assert windowed("The mayor spoke.", 4, 9, 100) == ("The mayor spoke.", 4, 9)


def test_the_first_sentence_does_not_end_in_an_abbreviation() -> None:
    assert first_sentence("The U.N. is spelled so, e.g. by us. Others differ.") == (
        "The U.N. is spelled so, e.g. by us."
    )
    assert first_sentence("no full stop") == "no full stop"
