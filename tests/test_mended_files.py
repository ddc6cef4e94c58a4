"""A mended file: read again it has no new finding of any rule, and outside of the edits no byte has changed."""

from __future__ import annotations

import codecs
from collections import Counter
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lintnews.config import Config
from lintnews.engine import run
from lintnews.fixing import fixes, mended
from lintnews.report import Finding
from lintnews.setup import Setup, workshop_of
from lintnews.testing import articles, cases
from lintnews.workshop import Workshop

Articles = dict[str, bytes]


@cache
def house() -> Workshop:
    """The workshop with every rule, also those that are off by default."""
    return workshop_of(Setup(Config(select=("ALL",))))


def check(given: Articles) -> tuple[Finding, ...]:
    """What every rule finds."""
    report = run(house(), sorted(given), given=given)
    assert not report.failures
    return report.findings


def mend(given: Articles, found: tuple[Finding, ...], *, unsafe: bool) -> Articles:
    """The articles with all edits made that may be made."""
    chosen = fixes(found, unsafe=unsafe)
    return {path: mended(path, data, chosen.get(path, [])) for path, data in given.items()}


def tally(found: tuple[Finding, ...]) -> Counter[tuple[str, str]]:
    """How many findings of each rule in each file."""
    return Counter((finding.place.path, finding.rule) for finding in found)


@cache
def mendable() -> dict[str, Articles]:
    """The bad examples of all rules in which something can be mended, by name."""
    found: dict[str, Articles] = {}
    for case in cases(registry=house().registry):
        written = articles(case.example)
        if case.bad and all(path.endswith((".md", ".txt")) for path in written):
            found[str(case)] = written
    return {name: written for name, written in found.items() if any(f.fix for f in check(written))}


def test_the_rules_that_mend_are_many() -> None:
    mending = {f.rule for written in mendable().values() for f in check(written) if f.fix}
    assert {"doubled-word", "space-before-punctuation", "mixed-spelling", "mixed-percent", "read-more-link"} <= mending
    assert {"broken-encoding", "mistaken-phrase", "garbled-compound", "misspelled-name"} <= mending


@pytest.mark.parametrize("unsafe", [False, True])
def test_no_example_has_a_new_finding_after_it_is_mended(unsafe: bool) -> None:
    for name, written in mendable().items():
        found = check(written)
        after = check(mend(written, found, unsafe=unsafe))
        assert tally(after) <= tally(found), name
        left = [f.rule for f in after if f.fix and (f.fix.safe or unsafe)]
        assert not left, name


PIECES = (
    "The board voted to to close the the east quay on 4 May , after the vote of June 9 .",
    "Rents rose by 4 per cent in May and 6 per cent in June, and by 3% in July.",
    "The neighbouring towns organised a vote; the visitor center was recognized by the coordinator.",
    "A second peace-keeping battalion followed the peacekeeping mission, peacekeeping police and a U.N. envoy.",
    "A UN spokesman and the UN envoy spoke of co-operation; the cooperation of Portmere was analyzed at 7pm.",
    "A government-back scheme could of cost $4 million, $5m or $6m, Mr. Holt, Mr Rask and Dr Velde said.",
    "In the 1930s, the 1960s and the 1980's the government met; the Government fell, and the government went.",
    "The harbor ― closed – not open — reopened at 9 p.m. on May 9, then at 7 p.m. on 3 June 2021.",
    '“We are late,” the pilot said. "It is the fog," the mate\'s son said to the pilot’s wife.',
    "The boat carried apples, pears and plums. It called at Holm, Velde, and Portmere.",
    "Read more: Ferries to leave from the fish market",
    "In the storm three boats sank, and the board sent 7 inspectors to see two wrecks and four masts.",
    "An advisor met the advisers at the cafe by the café; its facade was grey, its color gray.",
)


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=6), st.booleans())
@settings(max_examples=60, deadline=None)
def test_faults_that_meet_are_mended_in_one_run(pieces: list[str], unsafe: bool) -> None:
    written = {"a.txt": "\n\n".join(dict.fromkeys(pieces)).encode()}
    found = check(written)
    after = check(mend(written, found, unsafe=unsafe))
    assert tally(after) <= tally(found)
    assert not [f.rule for f in after if f.fix and (f.fix.safe or unsafe)]


FAULTY = "The board voted to close the the quay , near the café.  \nIt met on Monday –\tat the the hall.\n\nNone came."
MENDED = "The board voted to close the quay, near the café.  \nIt met on Monday –\tat the hall.\n\nNone came."


@pytest.mark.parametrize("path", ["a.txt", "a.md"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("end", ["", "\n", "\n\n  ", " "])
@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (b"", "cp1252"),
    ],
)
def test_nothing_but_the_edit_changes(path: str, line_end: str, end: str, mark: bytes, encoding: str) -> None:
    def written(text: str) -> bytes:
        return mark + (text + end).replace("\n", line_end).encode(encoding)

    before = {path: written(FAULTY)}
    after = mend(before, check(before), unsafe=False)
    assert after == {path: written(MENDED)}
    assert mend(after, check(after), unsafe=False) == after
