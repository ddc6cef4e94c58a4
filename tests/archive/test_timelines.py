"""lintnews.archive.timelines: which articles are one story, and what is one statement."""

from __future__ import annotations

import datetime as dt

from lintnews.archive.timelines import Timelines
from lintnews.checks.built_in_slots import SLOTS
from tests.kit import workshop

FLOOD = "Floods killed {} people in the Orsk valley near Tarnstead, the Velmora Rescue Service said.\n"


def timelines(*articles: tuple[str, str]) -> Timelines:
    """Timelines of (path, text)."""
    shop, made = workshop(), Timelines(SLOTS)
    for path, text in articles:
        made.add(shop.story(path, text.encode()))
    return made


def test_articles_of_two_stories_are_kept_apart() -> None:
    crash = "A coach crash killed 6 people near Saint Pell, the Loventa Police said. Saint Pell is far.\n"
    made = timelines(("a.txt", FLOOD.format(40)), ("b.txt", crash), ("c.txt", FLOOD.format(52)))
    assert [[card.path for card in told.articles] for told in made.told(everything=True)] == [
        ["a.txt", "c.txt"],
        ["b.txt"],
    ]
    (flood,) = made.told()
    assert [one.value for one in flood.subjects[0][1]] == [40, 52]
    assert made.left_out == 1


def test_one_statement_is_told_once_with_all_its_lines() -> None:
    text = "Floods killed 40 people.\n\nThe river rose.\n\nThe floods killed 40 people.\n\nThey killed 41 people.\n"
    (told,) = timelines(("a.txt", text)).told(everything=True)
    (subject, found) = told.subjects[0]
    assert subject.title == "killed"
    assert [(one.text, one.lines) for one in found] == [("40", (1, 5)), ("41", (7,))]


def test_an_article_without_a_day_comes_last() -> None:
    dated = "---\ndate: 2025-03-10\n---\n\n"
    made = timelines(("a.md", FLOOD.format(40)), ("b.md", dated + FLOOD.format(52)))
    (told,) = made.told()
    assert [made.card(one).published for one in told.subjects[0][1]] == [dt.date(2025, 3, 10), None]
    assert told.period == ("2025-03-10", "2025-03-10")
