"""Places are told in lines and columns of the file as it stands on disk."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.contract import Fix
from lintnews.model import Article, Offsets, Paragraph
from lintnews.placing import WINDOW, Locator, fingerprint


def locator(source: str) -> Locator:
    return Locator(Article("a.txt", source, source, (Paragraph(0, len(source)),)))


def test_lines_and_columns_are_one_based() -> None:
    place = locator("One.\nTwo bad.\n").place(9, 12)
    assert (place.line, place.column, place.end_line, place.end_column) == (2, 5, 2, 8)
    assert place.excerpt[slice(*place.mark)] == "bad"


def test_a_place_over_lines_marks_its_first_line() -> None:
    place = locator("One two\nthree four").place(4, 13)
    assert (place.line, place.end_line, place.end_column) == (1, 2, 6)
    assert place.excerpt[slice(*place.mark)] == "two"


def test_a_long_line_is_windowed_at_words() -> None:
    place = locator("word " * 200 + "bad" + " word" * 200).place(1000, 1003)
    assert place.excerpt[slice(*place.mark)] == "bad"
    assert len(place.excerpt) < 2 * WINDOW + 30
    assert place.excerpt.startswith("… word")
    assert place.excerpt.endswith("word …")


@given(st.text(alphabet="ab \n\r", max_size=300), st.data())
def test_the_mark_shows_the_place(source: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(source)))
    end = data.draw(st.integers(start, len(source)))
    place = locator(source).place(start, end)
    assert source[:start].count("\n") == place.line - 1
    shown = place.excerpt[slice(*place.mark)]
    assert source[start:end].startswith(shown)


def test_offsets_lead_back_to_the_source() -> None:
    source = "Gary **Conille**  said"
    article = Article(
        "a.md", "Gary Conille said", source, (Paragraph(0, 17),), Offsets((0, 5, 12), (0, 7, 16), (5, 7, 5))
    )
    place = Locator(article).place(5, 12)
    assert source[place.start : place.end] == "Conille"


def test_a_fingerprint_is_the_same_from_either_side() -> None:
    here, there = ("a.txt", "one thing"), ("b.txt", "another")
    assert fingerprint("rule", [here, there]) == fingerprint("rule", [there, here])
    assert fingerprint("rule", [here, there]) != fingerprint("other", [here, there])


def edited(source: str, words: str) -> str:
    """The source after `words` were deleted by a fix."""
    start = source.index(words)
    edit = locator(source).edit(Fix(start, start + len(words), ""))
    assert edit is not None
    return source[: edit.start] + edit.text + source[edit.end :]


@pytest.mark.parametrize(
    ("source", "left"),
    [
        ("One.\n\nX\n\nTwo.\n", "One.\n\nTwo.\n"),
        ("One.\nX\nTwo.\n", "One.\nTwo.\n"),
        ("X\n\nTwo.\n", "Two.\n"),
        ("One.\n\nX", "One."),
        ("One.\r\n\r\nX\r\n\r\nTwo.\r\n", "One.\r\n\r\nTwo.\r\n"),
        ("One X two.\n", "One  two.\n"),
        ("X", ""),
    ],
)
def test_a_deleted_paragraph_leaves_no_empty_line(source: str, left: str) -> None:
    assert edited(source, "X") == left
