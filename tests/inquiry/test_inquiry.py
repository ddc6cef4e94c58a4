"""lintnews.inquiry.inquiry: an inquiry runs the check as an ordinary run does, and changes nothing of it."""

from __future__ import annotations

from lintnews.inquiry.inquiry import Inquiry
from tests.kit import SEATS, check, workshop

ARTICLES = {
    "a.txt": "Holt booked 21 seats.\n\nBrandt booked 5 seats.\n",
    "b.txt": "It rained.\n\nHolt booked 23 seats.\n\nBrandt booked 5 seats.\n",
    "c.txt": "Nobody came.\n",
}


def reasons(one: tuple[str, int | None], other: tuple[str, int | None]) -> list[str]:
    """What is said of two places, by the check of the tests."""
    given = {path: text.encode() for path, text in ARTICLES.items()}
    inquiry = Inquiry(workshop(SEATS), SEATS.id, frozenset({SEATS.id}), given)
    answer = inquiry.answer((inquiry.side(*one), inquiry.side(*other)), [*ARTICLES])
    return [reason.words for reason in answer.reasons]


def test_what_a_run_finds_an_inquiry_finds() -> None:
    (finding,) = check(ARTICLES, SEATS).findings
    assert finding.message == "Holt: 23 here, 21 in a.txt:1"
    assert reasons(("b.txt", 3), ("a.txt", 1)) == [f"flagged: {finding.level}: {finding.message}"]


def test_a_line_is_only_of_what_stands_on_it() -> None:
    assert reasons(("a.txt", 3), ("b.txt", 5)) == ["what the two have in common is the same in both"]
    assert reasons(("a.txt", 1), ("b.txt", 5)) == ["the two never meet: they do not share a key"]


def test_an_article_without_rows() -> None:
    assert reasons(("a.txt", None), ("c.txt", None)) == [
        "c.txt holds nothing that the check compares with other articles"
    ]


def test_inside_one_article_a_check_across_articles_says_so() -> None:
    assert reasons(("a.txt", 1), ("a.txt", 3)) == ["the check compares different articles only"]
