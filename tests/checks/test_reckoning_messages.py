"""What arithmetic findings tell: the reckoning, both numbers, and a newsroom's own facts."""

from __future__ import annotations

import pytest

from lintnews.checks.arithmetic import Arithmetic, ArithmeticOptions
from lintnews.config import Config
from lintnews.engine import run
from lintnews.extract import extract, stages
from lintnews.lexicon import lexicon
from lintnews.model import Story
from lintnews.reading import plain
from lintnews.register import Register
from lintnews.setup import Setup, workshop_of
from lintnews.workshop import ArticleLook

WORKSHOP = workshop_of(Setup(Config(select=("figures", "dates"))))
TOLD = [
    ("Of the 48 inspectors, 12, or 30 percent, have left.", "12 of 48 is 25 percent, not 30 percent"),
    ("Visits fell from 640 to 480, a drop of 35 percent.", "from 640 to 480 is a change of 25 percent, not 35 percent"),
    ("Sixty percent went to roads and the remaining 45 percent to rail.", "40 percent would remain"),
    ("There are 34 trams in Lorne and 41 trams in Hollin, a total of 85 trams.", "34 and 41 make 75, not 85"),
    ("The rate rose from 5 percent to 7 percent, an increase of 2 percent.", "percentage points?"),
    ("With 5 wins and 3 draws, the club has 20 points.", "5 wins and 3 draws are 18 points"),
    ("The squad has 5 defenders and 6 forwards, 14 in all.", "5 and 6 make 11, not 14"),
    ("The ferry carried 7,000 people in 14 days, an average of 700 a day.", "7,000 in 14 days is"),
    ("They sold 200 tickets at $15 each, for a total of $5,000.", "200 at $15 is 3,000, not $5,000"),
    ("They walked 10 miles (26 km).", "10 miles is about 16 km, not 26 km"),
    ("He ruled from 1990 to 2005, a reign of 25 years.", "from 1990 to 2005 is 15 years, not 25 years"),
    ("The board approved the plan by a vote of 4-9.", "4 is fewer than 9"),
    ("The line has three stops: Orm and Lorne.", "2 are listed: Orm, Lorne"),
]


@pytest.mark.parametrize(("text", "words"), TOLD)
def test_the_message_tells_the_reckoning(text: str, words: str) -> None:
    report = run(WORKSHOP, ["a.md"], given={"a.md": f"{text}\n".encode()})
    assert [words in finding.message for finding in report.findings] == [True]


@pytest.mark.parametrize(("seats", "found"), [({}, 0), ({"Arvelle council": 13}, 0), ({"Arvelle council": 12}, 1)])
def test_a_newsroom_can_tell_the_seats_of_a_body(seats: dict[str, int], found: int) -> None:
    article = plain.read("a.txt", b"The Arvelle council passed the plan 9-4 on Friday.\n")
    story = Story(article, extract(article, lexicon("en"), stages()))
    matches = list(Arithmetic().inspect(story, ArithmeticOptions(seats=seats), ArticleLook(Register())))
    assert len(matches) == found
    assert all("12 seats" in match.data["reason"] for match in matches)
