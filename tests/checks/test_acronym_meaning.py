"""Acronyms that conflict."""

from __future__ import annotations

import pytest

from lintnews.checks.acronym_meaning import conflict, long_key
from lintnews.config import Config
from lintnews.engine import run
from lintnews.setup import Setup, workshop_of


@pytest.mark.parametrize(
    ("one", "other", "problem"),
    [
        (("RHP", "Regional Harbour Protection"), ("RHPM", "Regional Harbour Protection Mission"), "two-acronyms"),
        (("DAF", "Dellbury Art Foundation"), ("DAF", "Drivers' Aid Fund"), "two-meanings"),
        (("RQA", "Regional Quay Agency"), ("RQC", "Regional Quay Council"), ""),
        (("GQC", "Gulf Quay Co-operation"), ("GQC", "Gulf Quay Cooperation"), ""),
        (("WQO", "World Quay Organisation"), ("WQO", "World Quay Organization"), ""),
        (("OQS", "Office for Quay Statistics"), ("OQS", "Office of Quay Statistics"), "long-form"),
        (("RQS", "Regional Quay Service"), ("RQS", "Royal Quay Service"), "long-form"),
        (("RQS", "Regional Quay Safety Service"), ("RQS", "Regional Quay Service"), "long-form"),
        (("RQS", "Regional Quay Service"), ("RQS", "Reginal Quay Service"), ""),
        (("OQS", "Office of Quay Safety & Ships"), ("OQS", "Office of Quay Safety and Ships"), ""),
        (("AQC", "armoured quay carrier"), ("AQCs", "armoured quay carriers"), ""),
    ],
)
def test_conflicts(one: tuple[str, str], other: tuple[str, str], problem: str) -> None:
    assert conflict(*one, *other) == problem


def test_the_key_leaves_out_joining_words_and_a_generic_head() -> None:
    assert long_key("Office for the Safety of Quays") == long_key("Office of Safety for Quay")
    assert long_key("Regional Harbour Protection Mission") == long_key("Regional Harbour Protection")


def told(articles: dict[str, str]) -> list[tuple[str, str, str, str]]:
    """Rule, path, here, there."""
    workshop = workshop_of(Setup(Config(select=("conflicting-acronym", "differing-long-form"))))
    report = run(workshop, sorted(articles), given={path: text.encode() for path, text in articles.items()})
    return [(f.rule, f.place.path, f.data["here"], f.data["there"]) for f in report.findings]


def article(day: int, title: str, body: str) -> str:
    """One article of a story."""
    return f"---\ntitle: {title}\ndate: 2024-05-{day:02}\n---\n{body}\n"


WRECK = "raised the ferry Alkmena off Skarvoy, harbour chief Jorun Teveldal said."


def test_a_conflict_inside_an_article_is_told_once_whatever_its_neighbours_say() -> None:
    both = f"The Northern Wreck Survey (NWS) {WRECK} Later the Naval Water School (NWS) helped."
    one = f"Divers of the Northern Wreck Survey (NWS) {WRECK}"
    other = f"Divers of the Naval Water School (NWS) {WRECK}"
    found = told(
        {
            "a.md": article(6, "Divers raise the ferry Alkmena off Skarvoy", both),
            "b.md": article(7, "Divers raise the bell of the ferry Alkmena off Skarvoy", one),
            "c.md": article(7, "Ferry Alkmena is raised off Skarvoy", other),
        }
    )
    assert found.count(("conflicting-acronym", "a.md", "Naval Water School", "Northern Wreck Survey")) == 1
    assert [place for _, place, _, _ in found].count("a.md") == 1


def test_a_slip_is_told_in_the_article_that_does_not_define_it() -> None:
    found = told(
        {
            "a.md": article(6, "Divers raise the ferry Alkmena", f"The Karvian Wreck Survey (KWS) {WRECK}"),
            "b.md": article(7, "Divers raise the bell of the ferry Alkmena", f"The KSW {WRECK}"),
        }
    )
    assert found == [("conflicting-acronym", "b.md", "KSW", "KWS")]


def test_a_slip_that_the_article_tells_of_itself_is_not_told_of_its_neighbours() -> None:
    own = f"The Karvian Wreck Survey (KWS) {WRECK} The KSW is old."
    found = told(
        {
            "a.md": article(6, "Divers raise the ferry Alkmena", f"The Karvian Wreck Survey (KWS) {WRECK}"),
            "b.md": article(7, "Divers raise the bell of the ferry Alkmena", own),
        }
    )
    assert found == [("conflicting-acronym", "b.md", "KSW", "KWS")]
