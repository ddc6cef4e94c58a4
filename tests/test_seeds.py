"""The seed articles: every planted defect is found in its place with both sides, and what is right stays silent."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from lintnews.engine import run
from lintnews.model import Finding, Place
from lintnews.setup import Setup, workshop_of

SEEDS = Path(__file__).parent.parent / "seeds"
HEADLINE = "Ruto Flies to Haiti and Promises 600 More Police Officers"

# (rules that may tell it, file, words that the finding touches, file of the other side or "")
DEFECTS = [
    (
        "repeated-paragraph near-duplicate-paragraph",
        "kenya-readies-600.md",
        "Haiti’s prime minister",
        "kenya-readies-600.md",
    ),
    ("repeated-headline repeated-paragraph", "ruto-pledges-600-more.md", HEADLINE, "ruto-pledges-600-more.md"),
    ("misspelled-name name-spelled-two-ways", "second-contingent-lands.md", "Gary Conille", "*"),
    ("conflicting-acronym", "*", "MSS", "*"),
    ("conflicting-dates", "*", "June 2", "*"),
    ("conflicting-figures", "*", "00,000", "*"),
    ("conflicting-figures", "*", "2,900", "*"),
    ("anonymous-source", "second-contingent-lands.md", "a source", ""),
    ("anonymous-source unnamed-source", "conille-at-state-house.txt", "one officer", ""),
    ("vague-source", "ruto-pledges-600-more.md", "Critics", ""),
    ("vague-source unnamed-group", "ruto-praises-officers.txt", "Analysts", ""),
    ("agentless-evidential", "ruto-pledges-600-more.md", "is believed to", ""),
    ("agentless-evidential vague-source", "ruto-pledges-600-more.md", "There is speculation", "*"),
    ("garbled-compound", "second-contingent-lands.md", "United Nations-back", ""),
    ("read-more-link", "second-contingent-lands.md", "READ MORE: First officers", ""),
    ("read-more-link", "second-contingent-lands.md", "ALSO READ: Floods", ""),
    ("read-more-link", "ruto-praises-officers.txt", "Read: What", ""),
    ("read-more-link", "ruto-praises-officers.txt", "Read Also: Who", ""),
    ("read-more-link", "ruto-pledges-600-more.md", "Also read: Kenya", ""),
    ("subscription-prompt", "ruto-pledges-600-more.md", "Subscribe and have", ""),
    ("subscription-prompt read-more-link", "ruto-pledges-600-more.md", "Discover more from", ""),
    ("comment-prompt", "ruto-pledges-600-more.md", "Leave a comment", ""),
    ("mixed-spelling house-spelling", "*", "U.N.", "*"),
    ("mixed-spelling house-spelling", "*", "peace", "*"),
    ("mixed-spelling mixed-spelling-hint", "ruto-praises-officers.txt", "recognised", "*"),
    ("dangling-relative-date", "ruto-praises-officers.txt", "yesterday", ""),
]
SILENT = ["nearly 400", "396", "600", "approximately 1,000", "Thursday, October 10, 2024", "About 430"]


@cache
def findings() -> tuple[Finding, ...]:
    """What the whole rule book finds in the seeds."""
    workshop = workshop_of(Setup())
    report = run(workshop, [p.as_posix() for p in sorted(SEEDS.iterdir())])
    assert not report.failures
    return report.findings


def touches(place: Place, words: str) -> bool:
    """Whether a place touches these words of its file."""
    text = Path(place.path).read_text(encoding="utf-8")
    start = text.find(words)
    while start >= 0:
        if place.start < start + len(words) and start < place.end:
            return True
        start = text.find(words, start + 1)
    return False


def touched(finding: Finding, words: str) -> bool:
    """Whether any place of a finding touches these words."""
    return any(touches(place, words) for place in (finding.place, *(side.place for side in finding.related)))


@pytest.mark.parametrize(("rules", "file", "words", "other"), DEFECTS, ids=lambda value: str(value)[:40])
def test_a_planted_defect_is_found(rules: str, file: str, words: str, other: str) -> None:
    hits = [
        f
        for f in findings()
        if f.rule in rules.split() and file in {"*", Path(f.place.path).name} and touched(f, words)
    ]
    assert hits
    if other:
        assert all(f.related for f in hits)
    if other not in {"", "*"}:
        assert any(Path(side.place.path).name == other for f in hits for side in f.related)


def test_the_headline_is_counted_six_times() -> None:
    copies = [f for f in findings() if f.rule in {"repeated-headline", "repeated-paragraph"} and touched(f, HEADLINE)]
    places = {f.place.start for f in copies} | {side.place.start for f in copies for side in f.related}
    assert len(places) == 6


@pytest.mark.parametrize("words", SILENT)
def test_what_is_right_stays_silent(words: str) -> None:
    loud = [
        f
        for f in findings()
        if f.category in {"figures", "dates"} and f.level in {"error", "warning"} and touched(f, words)
    ]
    assert [f for f in loud if "2,9" not in f.message and "00,000" not in f.message] == []
