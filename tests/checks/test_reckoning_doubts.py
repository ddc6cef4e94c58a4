"""Sums that seem broken and are explained by the rest of their sentence."""

import pytest

from lintnews.config import Config
from lintnews.engine import run
from lintnews.setup import Setup, workshop_of

WORKSHOP = workshop_of(Setup(Config(select=("figures",))))


def told(text: str) -> list[str]:
    """The rules that speak of a sentence."""
    return [f.rule for f in run(WORKSHOP, ["a.txt"], given={"a.txt": f"Trade news\n\n{text}\n".encode()}).findings]


@pytest.mark.parametrize(
    "text",
    [
        "Sales rose 7 percent on a comparable-store basis to 131.4 million euros from 104.2 million a year ago.",
        "The yard posted a loss of 9 million euros, including a loss of 21 million from the sale of its docks.",
        "The order covers 17 exchanges, including 53,000 lines.",
        "Arkel agreed to buy 2.4 million of the 3.1 million shares at 20 euros a share, or 48 million euros.",
        "Turnover was 61 million euros, up from 38 million, while other income fell to 5,210,000 euros.",
        "The return would rise to 3.10 euros from 0.90 euros if the levy was cut to 60 percent.",
        "Sales of 412 million euros, up from 306 million a year before, were 6 percent ahead of the record.",
        "The shares should trade between 70 cents and 1.20 euros.",
    ],
)
def test_what_the_sentence_explains_is_silent(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Sales rose 7 percent to 131.4 million euros from 104.2 million a year ago.",
        "The order covers 17 exchanges, including 23 in Lorne.",
        "Arkel agreed to buy 2.4 million shares at 20 euros a share, or 62 million euros.",
    ],
)
def test_what_it_does_not_explain_is_told(text: str) -> None:
    assert told(text) in (["broken-arithmetic"], ["doubtful-arithmetic"])
