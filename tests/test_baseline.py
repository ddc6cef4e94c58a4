"""The baseline's entries: what they accept, and what they don't."""

from __future__ import annotations

import random
from functools import cache

from hypothesis import example, given
from hypothesis import settings as limits
from hypothesis import strategies as st

from lintnews.baseline import accept, sift, total, without, written
from lintnews.engine import run
from lintnews.report import Finding
from lintnews.setup import Setup, workshop_of
from lintnews.workshop import Workshop
from tests.kit import SEATS, WORD, check
from tests.pieces import UNRELATED, corpora
from tests.test_properties import seeds, splits


@cache
def house() -> Workshop:
    """The workshop with the whole rule book."""
    return workshop_of(Setup())


def found(articles: dict[str, bytes]) -> tuple[Finding, ...]:
    """What the whole rule book finds."""
    return run(house(), list(articles), given=articles).findings


@given(st.one_of(corpora(), st.builds(seeds)), st.randoms(use_true_random=False))
@limits(max_examples=15)
def test_what_is_accepted_is_never_found_again(articles: dict[str, bytes], chance: random.Random) -> None:
    findings = found(articles)
    entries = accept(findings, ".")
    shuffled = list(entries)
    chance.shuffle(shuffled)
    assert written(shuffled) == written(entries)
    sifted = sift(findings, shuffled, ".")
    assert sifted.findings == []
    assert total(sifted.left) == 0


@given(splits())
@example((seeds(), [[path] for path in seeds()]))
@limits(max_examples=15)
def test_what_the_whole_run_accepted_no_batch_of_a_hook_finds(case: tuple[dict[str, bytes], list[list[str]]]) -> None:
    articles, batches = case
    entries = accept(found(articles), ".")
    for batch in batches:
        findings = run(house(), batch, list(articles), given=articles).findings
        assert sift(findings, entries, ".").findings == []


def test_an_unrelated_paragraph_above_changes_nothing() -> None:
    articles = seeds()
    entries = accept(found(articles), ".")
    moved = {path: _with_a_paragraph(data) for path, data in articles.items()}
    new = [f for f in sift(found(moved), entries, ".").findings if f.rule != "hard-to-read"]
    assert new == []


def _with_a_paragraph(data: bytes) -> bytes:
    """The article with a paragraph on something else after its first block that is no front matter."""
    text = data.decode()
    start = text.index("\n---", 3) + 4 if text.startswith("---") else 0
    cut = text.index("\n\n", text.index("\n\n", start) + 2)
    return f"{text[:cut]}\n\n{UNRELATED}{text[cut:]}".encode()


def test_doubles_are_counted_and_one_more_is_new() -> None:
    twice = check({"a.txt": "A bad day.\n\nA bad day.\n"}, WORD).findings
    thrice = check({"a.txt": "A bad day.\n\nA bad day.\n\nA bad day.\n"}, WORD).findings
    entries = accept(twice, ".")
    assert b'"count":2' in written(entries)
    assert len(sift(thrice, entries, ".").findings) == 1
    once = check({"a.txt": "A bad day.\n"}, WORD).findings
    left = sift(once, entries, ".").left
    assert total(left) == 1
    assert total(without(entries, left)) == 1


def test_a_third_article_with_the_same_readings_wakes_nothing() -> None:
    pair = {"a.txt": "Orsk booked 40 seats.\n", "b.txt": "Orsk booked 50 seats.\n"}
    entries = accept(check(pair, SEATS).findings, ".")
    more = check({**pair, "c.txt": "Orsk booked 40 seats.\n"}, SEATS).findings
    new = sift(more, entries, ".").findings
    assert {finding.place.path for finding in new} <= {"c.txt"}


def test_other_words_or_another_article_are_new() -> None:
    entries = accept(check({"a.txt": "A bad day for the quay.\n"}, WORD).findings, ".")
    for path, text in (("a.txt", "A bad year for the fleet.\n"), ("b.txt", "A bad day for the quay.\n")):
        assert len(sift(check({path: text}, WORD).findings, entries, ".").findings) == 1
