"""A run: what is found, where it is reported, and that nothing is lost when a part fails."""

import pytest

from lintnews.engine import _once
from tests.kit import SEATS, WORD, check, rule, told

MONDAY = "---\ndate: 2025-03-03\n---\n\nAnna booked 40 seats.\n"
TUESDAY = "---\ndate: 2025-03-04\n---\n\nNothing new.\n\nAnna booked 30 seats.\n"


def test_a_pair_is_reported_once_in_the_newer_article_with_the_other_as_related() -> None:
    report = check({"b-monday.md": MONDAY, "a-tuesday.md": TUESDAY}, SEATS)
    assert told(report.findings) == ["a-tuesday.md:7 seats-differ Anna: 30 here, 40 in b-monday.md:5"]
    (side,) = report.findings[0].related
    assert (side.place.path, side.place.line, side.message) == ("b-monday.md", 5, "40 here")
    assert side.place.excerpt == "Anna booked 40 seats."


def test_findings_lie_only_in_targets() -> None:
    articles = {"monday.md": MONDAY, "tuesday.md": TUESDAY}
    assert told(check(articles, SEATS, targets=["monday.md"]).findings) == [
        "monday.md:5 seats-differ Anna: 40 here, 30 in tuesday.md:7"
    ]


@pytest.mark.parametrize("first", ["monday.md", "tuesday.md"])
def test_a_pair_has_one_fingerprint_from_either_side(first: str) -> None:
    articles = {"monday.md": MONDAY, "tuesday.md": TUESDAY}
    whole = {f.fingerprint for f in check(articles, SEATS).findings}
    assert {f.fingerprint for f in check(articles, SEATS, targets=[first]).findings} == whole


def test_a_fingerprint_outlives_text_added_above_and_tells_twins_apart() -> None:
    before = check({"a.txt": "A bad day.\n\nA bad day.\n"}, WORD).findings
    after = check({"a.txt": "Something else happened.\n\nA bad day.\n\nA bad day.\n"}, WORD).findings
    assert [f.fingerprint for f in before] == [f.fingerprint for f in after]
    assert len({f.fingerprint for f in before}) == 2


def test_rules_share_a_check_and_pick_by_when() -> None:
    short = rule("word", "short {word}", name="short-word", when={"size": ("short",)})
    long = rule("word", "long {word}", name="long-word", when={"size": ("long",)})
    assert told(check({"a.txt": "A bad day."}, short, long).findings) == ["a.txt:1 short-word short bad"]


def test_a_check_that_raises_is_named_and_the_others_still_run() -> None:
    report = check({"a.txt": "A bad day."}, WORD, rule("broken", "never"))
    assert told(report.findings) == ["a.txt:1 bad-word found bad"]
    (failure,) = report.failures
    assert failure.where == "a.txt"
    assert 'check "broken" raised ZeroDivisionError: no seats' in failure.message


def test_compared_counts_pairs() -> None:
    assert check({"monday.md": MONDAY, "tuesday.md": TUESDAY}, SEATS).compared == 2
    assert check({"monday.md": MONDAY}, SEATS).compared == 0


def test_agreeing_articles_stay_silent() -> None:
    assert check({"a.txt": "Anna booked 40 seats.", "b.txt": "Anna booked 40 seats."}, SEATS).findings == ()


def test_three_articles_give_one_finding_a_pair() -> None:
    articles = {f"{n}.txt": f"Anna booked {n}0 seats." for n in (1, 2, 3)}
    assert [f.place.path for f in check(articles, SEATS).findings] == ["2.txt", "3.txt", "3.txt"]


def test_a_finding_given_twice_for_one_place_is_told_once() -> None:
    (finding,) = check({"a.txt": "A bad day."}, WORD).findings
    assert _once([finding, finding]) == [finding]
