"""The seed articles: every planted defect is found in its place with both sides, and what is right stays silent."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from lintnews.engine import run
from lintnews.report import Finding, Place
from lintnews.setup import Setup, workshop_of

SEEDS = Path(__file__).parent.parent / "seeds"
GOLDEN = Path(__file__).parent / "golden"
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
    ("conflicting-dates differing-dates", "*", "June 2", "*"),
    ("conflicting-figures updated-figure", "*", "00,000", "*"),
    ("conflicting-figures updated-figure", "*", "2,900", "*"),
    ("anonymous-source", "second-contingent-lands.md", "a source", ""),
    ("anonymous-source unnamed-source", "conille-at-state-house.txt", "one officer", ""),
    ("vague-source", "ruto-pledges-600-more.md", "Critics", ""),
    ("vague-source unnamed-group", "ruto-praises-officers.txt", "Analysts", ""),
    ("agentless-evidential", "ruto-pledges-600-more.md", "is believed to", ""),
    ("agentless-evidential vague-source", "ruto-pledges-600-more.md", "There is speculation", ""),
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


def printed(form: str) -> str:
    """What `lintnews seeds/` prints in a format."""
    command = [sys.executable, "-m", "lintnews", "check", "seeds/", "--isolated", "--no-cache", "--output-format", form]
    env = {**os.environ, "NO_COLOR": "1"}
    return subprocess.run(command, cwd=SEEDS.parent, env=env, capture_output=True, text=True, check=False).stdout


@pytest.mark.parametrize("form", ["concise", "full"])
def test_the_report_is_the_one_that_was_read_line_by_line(form: str) -> None:
    """After a wanted change: `python -m tests.test_seeds`, then read the whole difference as an editor would."""
    assert printed(form) == (GOLDEN / f"seeds-{form}.txt").read_text(encoding="utf-8")


# Rules that must speak up in the articles that the seeds retell, by the number of the file; they lie beside a checkout
# where the program is developed and can't be published.
SOURCES = SEEDS.parent.parent / "shared" / "seeds"
SOURCE_DEFECTS = [
    ("000", "unnamed-source anonymous-source"),
    ("001", "repeated-paragraph"),
    ("001", "updated-figure conflicting-figures"),
    ("001", "house-spelling mixed-spelling"),
    ("002", "read-more-link"),
    ("003", "misspelled-name"),
    ("003", "conflicting-acronym"),
    ("003", "differing-dates conflicting-dates"),
    ("003", "anonymous-source"),
    ("003", "garbled-compound"),
    ("003", "read-more-link"),
    ("004", "repeated-headline"),
    ("004", "agentless-evidential"),
    ("004", "vague-source"),
    ("004", "subscription-prompt"),
    ("004", "comment-prompt"),
    ("004", "read-more-link"),
]


if SOURCES.is_dir():

    @cache
    def source_findings() -> tuple[Finding, ...]:
        """What the whole rule book finds in the source articles."""
        report = run(workshop_of(Setup()), [p.as_posix() for p in sorted(SOURCES.glob("*.txt"))])
        assert not report.failures
        return report.findings

    @pytest.mark.parametrize(("number", "rules"), SOURCE_DEFECTS)
    def test_a_defect_of_a_source_article_is_found(number: str, rules: str) -> None:
        sides = [
            Path(place.path).name
            for f in source_findings()
            if f.rule in rules.split()
            for place in (f.place, *(side.place for side in f.related))
        ]
        assert any(name.startswith(number) for name in sides)

    def test_the_source_articles_are_not_drowned_in_findings() -> None:
        loud = [f for f in source_findings() if f.level in {"error", "warning"}]
        assert len(loud) <= 45
        assert not [f for f in loud if f.category in {"figures", "dates"}]


if __name__ == "__main__":
    for wanted in ("concise", "full"):
        (GOLDEN / f"seeds-{wanted}.txt").write_text(printed(wanted), encoding="utf-8")
