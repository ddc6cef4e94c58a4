"""Claims whose maker is hidden, and what only sounds like them."""

import pytest

from lintnews.config import Config
from lintnews.engine import run
from lintnews.setup import Setup, workshop_of

WORKSHOP = workshop_of(Setup(Config(select=("agentless-evidential",))))


def told(words: str) -> bool:
    """Whether a sentence with these words is asked for its source."""
    text = f"The ferry {words} two engines.".encode()
    return bool(run(WORKSHOP, ["a.txt"], given={"a.txt": text}).findings)


@pytest.mark.parametrize("words", ["is believed to own", "is said to own", "is understood to own", "reportedly has"])
def test_a_claim_without_its_maker_is_asked_about(words: str) -> None:
    assert told(words)


@pytest.mark.parametrize("words", ["is expected to get", "is tipped to get", "is known to own"])
def test_what_is_to_come_or_known_hides_nobody(words: str) -> None:
    assert not told(words)
