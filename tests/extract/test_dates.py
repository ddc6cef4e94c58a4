"""Dates: what is one, what is none, and which day it means on the day of publication."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.extract import chronology, dates
from lintnews.extract.draft import Draft
from lintnews.lexicon import lexicon
from lintnews.model import Article, Date, Paragraph, Sentence

FRIDAY = dt.date(2024, 10, 11)


def found(text: str, published: dt.date | None = FRIDAY) -> tuple[Date, ...]:
    draft = Draft(Article("a.txt", text, text, (Paragraph(0, len(text)),), published=published), lexicon("en"))
    draft.sentences = (Sentence(0, len(text), 0),)
    return dates.extract(draft)


def values(text: str, published: dt.date | None = FRIDAY) -> list[tuple[str, str | None]]:
    return [(date.text, date.value) for date in found(text, published)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It opened on June 24, 2024, in Lorne.", "June 24, 2024", "2024-06-24"),
        ("It opened on 24 June 2024 in Lorne.", "24 June 2024", "2024-06-24"),
        ("It opened on the 3rd of May 2021.", "3rd of May 2021", "2021-05-03"),
        ("It opened on Thursday, October 10, 2024.", "Thursday, October 10, 2024", "2024-10-10"),
        ("LORNE, SEPT 2 (Wire) - It opened.", "SEPT 2", "2024-09-02"),
        ("It opened on Sept. 2.", "Sept. 2", "2024-09-02"),
        ("It opened on December 30.", "December 30", "2024-12-30"),
        ("It opened in August.", "August", "2024-08"),
        ("It opened in early February 2024.", "early February 2024", "2024-02"),
        ("It will open in November.", "November", "2024-11"),
        ("It opened last June.", "last June", "2024-06"),
        ("It opened on Wednesday.", "Wednesday", "2024-10-09"),
        ("It opened on Friday.", "Friday", "2024-10-11"),
        ("It will open on Monday.", "Monday", "2024-10-14"),
        ("It opens next Tuesday.", "next Tuesday", "2024-10-15"),
        ("It opened yesterday.", "yesterday", "2024-10-10"),
        ("It opens tomorrow.", "tomorrow", "2024-10-12"),
        ("It opened last week.", "last week", "2024-09-30/2024-10-06"),
        ("It opened last month.", "last month", "2024-09"),
        ("It opened earlier this year.", "earlier this year", "2024"),
        ("It opened three weeks ago.", "three weeks ago", "2024-09-16/2024-09-22"),
        ("It opened 10 years ago.", "10 years ago", "2014"),
        ("It opened in the third quarter of 2019.", "third quarter of 2019", "2019-07/2019-09"),
        ("It opened in summer 2013.", "summer 2013", "2013-06/2013-08"),
        ("It stood in the 1990s.", "1990s", "1990/1999"),
        ("It stood in the sixties.", "the sixties", "1960/1969"),
        ("It lasts from June 24-26.", "June 24-26", "2024-06-24/2024-06-26"),
        ("The budget for 2025-2027 is ready.", "2025-2027", "2025/2027"),
        ("It was built in 1931.", "1931", "1931"),
        ("The log says 2024-06-24.", "2024-06-24", "2024-06-24"),
        ("The log says 14/03/2002.", "14/03/2002", "2002-03-14"),
        ("On Wednesday, the team are to fly to Lorne.", "Wednesday", "2024-10-16"),
        ("On Wednesday, the team began to hope for a place which will pay.", "Wednesday", "2024-10-09"),
        ("In May the board met on Thursday.", "Thursday", "2024-10-10"),
        ("The vote is to be held on April 3.", "April 3", "2025-04-03"),
        ("It opens in three weeks' time.", "three weeks' time", "2024-10-28/2024-11-03"),
        ("It opens two years from now.", "two years from now", "2026"),
        ("Output fell in the first half of 2023.", "first half of 2023", "2023-01/2023-06"),
        ("The coast may sink by 2120.", "2120", "2120"),
        ("It will not open until at least 2029.", "2029", "2029"),
        ("The study covers yields over 2000-2050.", "2000-2050", "2000/2050"),
        ("Varn's 2018 sales rose.", "2018", "2018"),
        ("The Skalder X6 2019 review is out.", "2019", "2019"),
    ],
)
def test_a_date_is_found_and_resolved(text: str, words: str, value: str) -> None:
    assert (words, value) in values(text)


@pytest.mark.parametrize(
    "text",
    [
        "You may march in the sun.",
        "He sat in the may tree's shade.",
        "April Holm and June Varn met.",
        "The Sunday Mirror wrote about it.",
        "About 2000 people came to the fair.",
        "They counted 1,950 birds.",
        "Resolution 2023 was adopted.",
        "The hill is 1850 metres high.",
        "Every Friday the market is open.",
        "It cost $1999 to mend.",
        "They sold 305,000 week ago.",
    ],
)
def test_ordinary_words_and_numbers_are_no_dates(text: str) -> None:
    assert values(text) == []


def test_without_a_day_of_publication_only_full_dates_are_resolved() -> None:
    text = "It opened yesterday, on June 24, on Monday, and on 3 May 2021."
    assert [value for _, value in values(text, None)] == [None, None, None, "2021-05-03"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The fair took place this weekend.", "2024-10-05/2024-10-06"),
        ("The fair will take place this weekend.", "2024-10-12/2024-10-13"),
    ],
)
def test_early_in_the_week_this_weekend_is_past_unless_the_sentence_looks_ahead(text: str, value: str) -> None:
    assert values(text, dt.date(2024, 10, 7)) == [("this weekend", value)]


def test_four_digits_without_a_comma_are_a_count_where_something_is_counted() -> None:
    assert values("They hired 2018 new staff and 1990 cooks.") == []


def test_a_day_that_does_not_exist_keeps_what_the_text_says() -> None:
    (date,) = found("He signed on 31 June 2018.")
    assert (date.value, date.year, date.month, date.day) == (None, 2018, 6, 31)


def test_a_weekday_is_kept_as_worded() -> None:
    assert [date.weekday for date in found("On Friday, August 28, and 15 March 2024 (a Monday).")] == [4, 0]


@given(st.dates(dt.date(1980, 1, 1), dt.date(2060, 12, 31)), st.integers(0, 6))
def test_a_bare_weekday_is_the_last_such_day(published: dt.date, weekday: int) -> None:
    day = dt.date.fromisoformat(chronology.weekday_value(published, weekday, future=False))
    assert day.weekday() == weekday
    assert 0 <= (published - day).days < 7


@given(st.dates(dt.date(1980, 1, 1), dt.date(2060, 12, 31)), st.integers(1, 12), st.integers(1, 28))
def test_a_day_without_a_year_is_within_half_a_year_of_publication(published: dt.date, month: int, day: int) -> None:
    year = chronology.year_of(published, month, day, future=False)
    assert abs((dt.date(year, month, day) - published).days) <= 192


@given(st.text(alphabet="0123456789./-, MayJuneoflast agoweek'’\n", max_size=200))
def test_any_text_is_read_without_harm(text: str) -> None:
    for date in found(text):
        assert text[date.start : date.end] == date.text
