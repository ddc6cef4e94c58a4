"""Readability is told beside the house's own median, once, and with both readings."""

from __future__ import annotations

from lintnews.config import Config
from lintnews.engine import run
from lintnews.report import Finding
from lintnews.setup import Setup, workshop_of

PLAIN = (
    "The boat left the quay at dawn. A cold wind blew from the north. The crew had bread and tea. "
    "They talked of the fish and the price of nets. By noon they had seen no other boat on the water. "
)
STIFF = (
    "Representatives of the municipality, which administers the harbour, announced that considerable reservations "
    "expressed by neighbouring communities concerning the construction of additional warehouses would be discussed "
    "during consultations scheduled for September. "
)
ENDLESS = " ".join(f"{STIFF.strip()[:-1]}, and furthermore" for _ in range(3)) + " nothing."


def found(articles: dict[str, str], **options: float) -> list[Finding]:
    """What is hard to read in a house of these articles."""
    config = Config(select=("hard-to-read",), options={"hard-to-read": options} if options else {})
    given = {path: text.encode() for path, text in articles.items()}
    report = run(workshop_of(Setup(config)), sorted(given), given=given)
    assert not report.failures
    return list(report.findings)


def house(usual: str, count: int = 20) -> dict[str, str]:
    """Articles of a house that writes like this."""
    return {f"{number:02}.txt": "\n\n".join([usual * 2] * 5) for number in range(count)}


def test_an_article_far_above_its_house_is_told_with_both_readings() -> None:
    articles = {**house(PLAIN), "z.txt": "\n\n".join([(STIFF * 2 + PLAIN)] * 4)}
    told = [f for f in found(articles) if f.data["scope"] == "article"]
    assert [f.place.path for f in told] == ["z.txt"]
    assert f"LIX {told[0].data['lix']} (in this house" in told[0].message
    assert told[0].level == "note"


def test_what_a_house_always_does_is_not_told() -> None:
    assert not found({**house(STIFF * 2 + PLAIN), "z.txt": "\n\n".join([(STIFF * 2 + PLAIN)] * 4)})


def test_few_articles_are_no_house() -> None:
    articles = {**house(PLAIN, 5), "z.txt": "\n\n".join([(STIFF * 2 + PLAIN)] * 4)}
    assert not found(articles)
    assert found(articles, house=5)


def test_a_paragraph_that_is_hard_anywhere_is_told_once() -> None:
    alone = found({"z.txt": ENDLESS})
    assert [(f.data["scope"], "very hard from" in f.message) for f in alone] == [("paragraph", True)]
    beside = [f for f in found({**house(PLAIN), "z.txt": ENDLESS}) if f.place.path == "z.txt"]
    assert [(f.data["scope"], "in this house" in f.message) for f in beside] == [("paragraph", True)]


def test_lists_and_quotations_are_left_alone() -> None:
    names = "Runa Velde, Ivo Holt, Tilda Rask, Bo Varn, Ada Holm, Una Lind, " * 12
    assert not found({"z.txt": f"The crew was: {names}and a dog."})
    assert not found({"z.txt": f"“{ENDLESS}” he said."})
