"""`lintnews check --explain-skipped`: silence about two places, questioned."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.desk import Desk

HEAD = "---\ntitle: {title}\ndate: {date}\n---\n\n"
LEAD = "The harbour board of Portmere met on Tuesday, and Mayor Ida Brandt of Velmora came to the Orsk quay.\n\n"
BERTHS = "The harbour board of Portmere approved {} berths at the north quay, said Ida Brandt.\n"


def article(text: str, date: str = "2025-03-11", title: str = "Board of Portmere meets") -> str:
    """An article on the board; the text begins in line 8."""
    return HEAD.format(title=title, date=date) + LEAD + text


def flat(text: str) -> str:
    """Words with single spaces: what is told goes on in further lines."""
    return " ".join(text.split())


def ask(desk: Desk, rule: str, *places: str) -> str:
    """What is said of two places, in one line."""
    done = desk.run("check", "--no-cache", "--explain-skipped", rule, *places)
    assert done.code == 0, done.err
    return flat(done.out)


@pytest.fixture
def board(desk: Desk) -> Desk:
    """Two articles on one day that tell nearly the same."""
    desk.write("a.md", article(BERTHS.format(140) + "\nTomas Wexel, 61, spoke on June 3.\n"))
    desk.write("b.md", article(BERTHS.format(160) + "\nTomas Wexel, 62, spoke on June 5.\n"))
    return desk


def test_what_is_flagged_is_said_to_be(board: Desk) -> None:
    told = ask(board, "near-copy", "a.md:8", "b.md:8")
    assert 'flagged: note: nearly the same statement has "160" here and "140" in a.md:8' in told
    assert "its numbers are 140; 9 content words" in told
    assert "One story: alike by" in told


def test_the_rule_that_tells_instead_is_named(board: Desk) -> None:
    told = ask(board, "changed-copy", "a.md:8", "b.md:8")
    assert "told by near-copy (evidence is possible): note:" in told


def test_articles_too_far_apart_in_time(board: Desk) -> None:
    board.write("late.md", article(BERTHS.format(180), date="2025-03-19"))
    assert "the articles are more than 1 day apart" in ask(board, "near-copy", "a.md:8", "late.md:8")


def test_articles_on_two_stories(board: Desk) -> None:
    crash = (
        "A coach left the road near Saint Pell in Loventa. The Loventa Police said that Oskar Brinkmann, who drove it, "
        "slept at the wheel. Teachers from Dorn, Milvane and Kesteren rode in it; the Saint Pell Clinic treated them. "
        "Judge Hanna Wolters of the Loventa Assizes opened an investigation, and Minister Arno Fels flew in.\n\n"
    )
    same = "The owners approved {} berths for trawlers along the quay after a long and bitter debate about the price.\n"
    board.write("c.md", HEAD.format(title="Coach crash", date="2025-03-11") + crash + same.format(180))
    board.write("d.md", article(same.format(140)))
    told = ask(board, "near-copy", "c.md:8", "d.md:8")
    assert "Not one story: alike by" in told
    assert "the check asked whether the articles are on one story, and they are not" in told


def test_statements_that_speak_of_change(board: Desk) -> None:
    board.write("d.md", article("Earlier the harbour board of Portmere approved 90 berths at the quay by vote.\n"))
    assert "speaks of change or comparison" in ask(board, "near-copy", "a.md:8", "d.md:8")


def test_numbers_that_meet_inside_one_article(desk: Desk) -> None:
    desk.write("a.md", article(BERTHS.format("nearly 160") + "\n" + BERTHS.format("158")))
    assert "both can be right" in ask(desk, "near-copy", "a.md:8", "a.md:10")


def test_ages(board: Desk) -> None:
    assert "flagged" in ask(board, "conflicting-ages", "a.md:10", "b.md:10")
    board.write("jr.md", article("Tomas Wexel Jr., 35, spoke, as did a 19-year-old.\n"))
    board.write("sr.md", article("Tomas Wexel Sr., 61, spoke.\n"))
    told = ask(board, "conflicting-ages", "jr.md:8", "sr.md:8")
    assert "other people: a middle initial or a suffix tells them apart" in told
    assert "not compared, an age that is not tied to a name" in told


def test_a_birthday_between(board: Desk) -> None:
    board.write("next.md", article("Tomas Wexel, 62, spoke.\n", date="2025-06-30"))
    told = ask(board, "conflicting-ages", "a.md:10", "next.md:8")
    assert "a birthday between the articles makes both right" in told or "not one story" in told.lower()


def test_events(desk: Desk) -> None:
    desk.write("a.md", article("The first officers arrived in Velmora on June 3.\n"))
    desk.write("b.md", article("The second officers arrived in Velmora on June 5.\n"))
    told = ask(desk, "conflicting-dates", "a.md:8", "b.md:8")
    assert "other events: only one has an ordinal, or another one" in told
    desk.write("c.md", article("Petra Alm died in Velmora on June 5.\n"))
    assert "other subjects: arrival in the one, death in the other" in ask(
        desk, "conflicting-dates", "a.md:8", "c.md:8"
    )


FLOOD = "Velmora floods: {} in the Orsk valley, said Mayor Ida Brandt of Portmere.\n"


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("nearly 50 people were killed", "48 people were killed", "both can be right: 45 to 50 and 48 meet"),
        ("40 people were killed", "6 soldiers were killed", "other subject: they count other things or people"),
        ("40 people were killed", "52 people were injured", "other subjects: killed in the one, injured in the other"),
        ("40 people were killed", "57 people were killed", "told by updated-figure (evidence is updated): note:"),
        ("40 people were killed", "some 300 hens were counted", "of hens, which fills no slot"),
    ],
)
def test_figures_of_slots(desk: Desk, one: str, other: str, why: str) -> None:
    desk.write("a.md", article(FLOOD.format(one)))
    desk.write("b.md", article(FLOOD.format(other)))
    assert why in ask(desk, "conflicting-figures", "a.md:8", "b.md:8")


def test_a_headline_that_its_text_bears_out(desk: Desk) -> None:
    desk.write(
        "a.md", article(FLOOD.format("48 people were killed"), title="Nearly 50 people killed in Velmora floods")
    )
    assert "both can be right" in ask(desk, "conflicting-figures", "a.md:2", "a.md:8")


def test_names(desk: Desk) -> None:
    desk.write("a.md", article("Petra Lindqvist spoke.\n"))
    desk.write("b.md", article("Petra Lindqist spoke.\n"))
    desk.write("c.md", article("Peter Lindqvist spoke.\n"))
    assert "flagged" in ask(desk, "similar-names", "a.md:8", "b.md:8") or "told by" in ask(
        desk, "similar-names", "a.md:8", "b.md:8"
    )
    assert "other names: more than a slip apart" in ask(desk, "misspelled-name", "a.md:8", "c.md:8")
    desk.write("d.md", article("Oskar Brinkmann spoke.\n"))
    assert "they do not share a name but for a slip" in ask(desk, "misspelled-name", "a.md:8", "d.md:8")


def test_a_further_mention_is_spoken_for_by_the_first(desk: Desk) -> None:
    desk.write("a.md", article("Petra Lindqvist spoke.\n\nIt was late. Lindqvist left.\n"))
    desk.write("b.md", article("Petra Lindqist spoke.\n"))
    assert "Lindqist" in ask(desk, "similar-names", "a.md:10", "b.md:8").split("a.md:8")[1]


def test_a_finding_that_is_allowed(board: Desk) -> None:
    mark = "\n<!-- lintnews: allow near-copy: two quays -->\n"
    board.write("b.md", article(mark + "\n" + BERTHS.format(160)))
    told = ask(board, "near-copy", "a.md:8", "b.md")
    assert "flagged, and allowed" in told


def test_a_rule_that_is_off(board: Desk) -> None:
    board.write(".lintnews.yaml", "ignore: [near-copy]\n")
    told = ask(board, "near-copy", "a.md:8", "b.md:8")
    assert "the rule is off" in told
    assert "flagged" in told


def test_a_check_that_cant_explain_says_so_in_one_line(board: Desk) -> None:
    told = ask(board, "broken-arithmetic", "a.md", "b.md")
    assert "the check looks inside one article only" in told
    assert "the check arithmetic can't say why it leaves a pair alone across articles" in told


def test_further_paths_and_the_corpus_of_the_config_take_part(desk: Desk) -> None:
    for name in "abc":
        desk.write(f"news/{name}.md", article("Petra Lindqvist spoke.\n"))
    desk.write("news/z.md", article("Petra Lindqist spoke.\n"))
    places = ["news/a.md:8", "news/z.md:8"]
    assert "3 of 4 articles" not in ask(desk, "misspelled-name", *places)
    assert "3 of 4 articles" in ask(desk, "misspelled-name", *places, "news/")
    desk.write(".lintnews.yaml", "corpus: [news/]\n")
    assert "3 of 4 articles" in ask(desk, "misspelled-name", *places)


def test_as_data(board: Desk) -> None:
    done = board.run("check", "--output-format", "json", "--explain-skipped", "near-copy", "a.md:8:5", "b.md:8")
    record = json.loads(done.out)
    assert (record["rule"], record["check"], record["story"]["same"]) == ("near-copy", "clause-twins", True)
    assert [(side["path"], side["line"], len(side["read"])) for side in record["places"]] == [
        ("a.md", 8, 1),
        ("b.md", 8, 1),
    ]
    (reason,) = record["reasons"]
    assert {place["path"] for place in reason["places"]} == {"a.md", "b.md"}


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["near-copy", "a.md"], "needs two places"),
        (["near-cop", "a.md", "b.md"], 'did you mean "near-copy"?'),
        (["near-copy", "a.md:99", "b.md"], "there is no line 99"),
        (["near-copy", "gone.md:8", "b.md"], "no such file"),
        (["near-copy", ".", "b.md"], "a place is a file"),
        (["near-copy", "a.md", "b.md", "gone/"], "no such file or folder"),
    ],
)
def test_bad_usage(board: Desk, arguments: list[str], says: str) -> None:
    done = board.run("check", "--explain-skipped", *arguments)
    assert done.code == 2
    assert says in done.err


def test_a_report_format_is_refused(board: Desk) -> None:
    done = board.run("check", "--output-format", "sarif", "--explain-skipped", "near-copy", "a.md", "b.md")
    assert done.code == 2
    assert "full or json" in done.err
