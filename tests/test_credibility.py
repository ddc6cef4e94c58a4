"""The credibility facts: what a reader would count by hand, with no score."""

from __future__ import annotations

import msgspec
import pytest

from lintnews.config import Config
from lintnews.credibility import Credibility, credibility
from lintnews.setup import Setup, workshop_of

TEXT = """\
---
title: {title}
author: Runa Holt
date: 2031-03-06
url: https://harbour.example/quay
---
LENNING (AP) — The quay will open in May, said Otto Brandl, the harbour master. He said it cost 40 million crowns.

[The plan](https://www.lenning.gov/quay/plan) and [a study](https://files.example/quay-study.PDF?v=2) are public, and
[we wrote of it](https://www.harbour.example/masons) before [twice](/masons-strike).

Critics say it is too short.

Photo: Ada Falk / Harbour Wire

Correction: An earlier version of this story gave the wrong month.
"""


def facts(title: str = "Brandl opens the quay", text: str = TEXT) -> Credibility:
    """The facts of an article with this headline."""
    return credibility(workshop_of(Setup(Config(), isolated=True)).story("quay.md", text.format(title=title).encode()))


def test_who_when_where_from_and_what_was_corrected() -> None:
    found = facts()
    assert (found.byline, found.published, found.dateline, found.wire) == (True, True, True, "AP")
    assert (found.corrected, found.updated, found.photo_credit) == (True, False, True)
    assert (
        facts(text=TEXT.replace("Correction: An", "An").replace("gave the wrong month", "is kept")).corrected is False
    )
    assert facts(text=TEXT.replace("LENNING (AP) — The", "The")).wire == ""
    assert facts(text=TEXT.replace("url:", "updated: 2031-03-07\nurl:")).updated


def test_links_are_told_apart() -> None:
    found = facts()
    assert (found.links, found.primary_links, found.self_links) == (2, 2, 2)


def test_sources_are_counted_and_shared_out() -> None:
    found = facts()
    assert (found.sources, found.people, found.unnamed) == (2, 1, 1)
    assert found.most_cited == pytest.approx(2 / 3, abs=0.001)
    assert found.attributed_share == round(found.attributed / found.sentences, 3)


@pytest.mark.parametrize(
    ("title", "field", "value"),
    [
        ("Brandl opens the quay", "headline_names", 0),
        ("Hugo Kessol opens the quay", "headline_names", 1),
        ("Brandl opens 40 million crown quay", "headline_figures", 0),
        ("Brandl opens 60 million crown quay", "headline_figures", 1),
        ("Brandl is FURIOUS over the quay", "headline_capitals", 1),
        ("The quay opens at last!", "headline_exclamation", True),
        ("Will the quay open?", "headline_question", True),
        ("Seven surprising reasons to visit the quay", "headline_list", True),
        ("Seven hurt at the quay", "headline_list", False),
        ("The quay at Lenning has 5 things to know", "headline_list", False),
    ],
)
def test_headline_facts(title: str, field: str, value: object) -> None:
    assert getattr(facts(title), field) == value


def test_each_fact_is_documented_and_none_is_a_score() -> None:
    told = Credibility.__doc__ or ""
    for field in msgspec.structs.fields(Credibility):
        assert field.name in told or field.name.rpartition("_")[0] in told
        assert "score" not in field.name
