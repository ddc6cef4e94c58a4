"""Articles on one event belong together, look-alikes do not."""

import datetime as dt

from lintnews.extract.draft import Draft
from lintnews.extract.topics import extract
from lintnews.ledger.same_story import StoryMatcher
from lintnews.lexicon import lexicon
from lintnews.model import Article, Card, Paragraph

FLOOD_MONDAY = """The Varga river burst its banks at Lindholm on Monday and flooded the old town.
Mayor Agneta Sorel said crews from Lindholm and Ostrava had moved 300 people to a school in Brannick.
The Varga rose two metres overnight after rain in the Tessel hills, the Ostrava weather office said."""
FLOOD_TUESDAY = """People in Lindholm began to clear mud from the old town on Tuesday after the Varga river flooded it.
The water office in Ostrava said the river Varga was falling. Agneta Sorel, the mayor, thanked crews from Brannick
and said the school in Brannick where people had slept was closed again. Rain in the Tessel hills had caused it."""
FLOOD_ELSEWHERE = """A river burst its banks at Port Merrin on Monday and flooded the harbour quarter.
Mayor Ifan Rhys said crews had moved 300 people to a church hall in Carreg after rain in the Aber hills."""


def card(path: str, text: str, day: int | None = None) -> Card:
    draft = Draft(Article(path, text, text, (Paragraph(0, len(text)),)), lexicon())
    return Card(path, dt.date(2025, 3, day) if day else None, extract(draft))


def test_two_reports_of_one_flood_are_one_story() -> None:
    monday, tuesday = card("a", FLOOD_MONDAY), card("b", FLOOD_TUESDAY)
    matcher = StoryMatcher([monday, tuesday])
    assert matcher.same(monday, tuesday)
    assert matcher.same(tuesday, monday)


def test_another_flood_is_another_story() -> None:
    here, there = card("a", FLOOD_MONDAY), card("b", FLOOD_ELSEWHERE)
    assert not StoryMatcher([here, there]).same(here, there)


def test_the_longer_ago_the_more_alike_it_must_be() -> None:
    text = FLOOD_TUESDAY.replace("Brannick", "Osk").replace("Tessel", "Ulm").replace("mud", "rubble")
    monday, soon = card("a", FLOOD_MONDAY, 3), card("b", text, 4)
    later = Card("c", dt.date(2027, 3, 4), soon.topics)
    matcher = StoryMatcher([monday, soon, later])
    assert matcher.same(monday, soon)
    assert not matcher.same(monday, later)


def test_stories_counts_events_not_articles() -> None:
    cards = [card("a", FLOOD_MONDAY, 3), card("b", FLOOD_TUESDAY, 4), card("c", FLOOD_ELSEWHERE, 3)]
    assert StoryMatcher(cards).stories(cards) == 2
