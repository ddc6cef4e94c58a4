"""`lintnews try`: a rule that nobody has turned on, over the archive."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from lintnews.cli.trial import sample
from tests.kit import WORD, check

if TYPE_CHECKING:
    from tests.cli.desk import Desk

RULE = """check: terms
level: warning
message: '"{here}": our style guide says "{preferred}"'
options:
  terms: {ferry port: ferry terminal}
why: Section 4 of our style guide.
examples:
  bad:
    - name: the new building
      text: The new ferry port has cost 12 million euros.
  good:
    - name: the house's term
      text: The new ferry terminal has cost 12 million euros.
"""
STORY = "# Quay\n\nThe ferry port of Portmere will open in March, {} said.\n"
PEOPLE = ("Ida Brandt", "Tomas Wexel", "Lena Orsk", "Per Maslen", "Jon Velm", "Ada Rook")


@pytest.fixture
def archive(desk: Desk) -> Desk:
    """Six articles with the word, one of them twice, and two without; a rule in no folder of rules."""
    for number, person in enumerate(PEOPLE):
        desk.write(f"news/{number}.md", STORY.format(person))
    desk.write("news/5.md", STORY.format("Ada Rook") + "\nThe ferry port has three berths.\n")
    for number in (6, 7):
        desk.write(f"news/{number}.md", "# Quay\n\nThe quay will open in March, the board said.\n")
    desk.write("ferry-terms.yaml", RULE)
    return desk


def tried(desk: Desk, *words: str) -> dict[str, Any]:
    """What came of a trial, as data."""
    answer = desk.run("try", "ferry-terms.yaml", "--output-format", "json", *words)
    assert (answer.code, answer.err) == (0, "")
    found: dict[str, Any] = json.loads(answer.out)
    return found


def test_places_articles_and_rates_are_counted(archive: Desk) -> None:
    answer = archive.run("try", "ferry-terms.yaml")
    assert answer.code == 0
    lines = answer.out.splitlines()
    assert lines[-4:] == [
        "ferry-terms (warning) would flag 7 places in 6 of 8 articles.",
        "In 1,000 articles: 875 places in 750 articles.",
        "Most in: news/5.md (2), news/0.md (1), news/1.md (1).",
        "With fail-on error, no commit fails.",
    ]
    assert answer.out.count("warning[ferry-terms]") == 7
    assert answer.err.startswith("Took ")
    found = tried(archive)
    assert (found["findings"], found["flagged"], found["articles"]) == (7, 6, 8)
    assert (found["findings_per_thousand"], found["flagged_per_thousand"]) == (875.0, 750.0)
    assert found["by_article"][0] == {"path": "news/5.md", "findings": 2}
    assert set(found["seconds"]) == {"all", "check"}


def test_a_sample_is_the_same_every_time_and_another_for_another_seed(archive: Desk) -> None:
    words = ("--sample", "3")
    first = tried(archive, *words)["sample"]
    assert len(first) == 3
    assert tried(archive, *words, "-j1")["sample"] == first
    assert [f["path"] for f in first] == sorted(f["path"] for f in first)
    others = [tried(archive, *words, "--seed", str(seed))["sample"] for seed in range(1, 4)]
    assert any(other != first for other in others)
    out = archive.run("try", "ferry-terms.yaml", *words).out
    assert "Shown: 3 of 7 (--sample N for more, --seed N for others)." in out
    assert tried(archive, "--sample", "0")["sample"] == []


def test_a_grown_archive_keeps_most_of_its_sample() -> None:
    def findings(size: int) -> Any:
        return check({f"{n:03}.txt": "A bad day.\n" for n in range(size)}, WORD).findings

    small, large = (sample(findings(size), 10, 0) for size in (100, 110))
    assert len({f.place.path for f in small} & {f.place.path for f in large}) >= 7


def test_the_corpus_is_tried_or_what_is_named_instead(archive: Desk) -> None:
    archive.write("drafts/a.md", STORY.format("Ida Brandt"))
    assert tried(archive)["articles"] == 9
    archive.write(".lintnews.yaml", "corpus: [news/]\n")
    assert tried(archive)["articles"] == 8
    assert tried(archive, "--against", "drafts")["articles"] == 1
    assert tried(archive, "--against", "drafts", "--against", "news/0.md")["articles"] == 2


def test_articles_are_compared_with_the_corpus(desk: Desk) -> None:
    desk.write("ages.yaml", AGES)
    desk.write(".lintnews.yaml", "corpus: [news/]\n")
    for name, age in (("a", 51), ("b", 61)):
        desk.write(f"news/{name}.md", f"---\ndate: 2025-03-11\n---\n\n# Board\n\nMayor Ida Brandt, {age}, spoke.\n")
    found = json.loads(desk.run("try", "ages.yaml", "--against", "news/b.md", "--output-format", "json").out)
    assert (found["articles"], found["findings"], found["compared"]) == (1, 1, 1)
    assert found["sample"][0]["related"][0]["path"] == "news/a.md"


def test_nothing_is_written(archive: Desk) -> None:
    before = sorted(archive.home.rglob("*"))
    archive.run("try", "ferry-terms.yaml")
    assert sorted(archive.home.rglob("*")) == before


def test_examples_that_fail_are_told_and_the_archive_is_left_alone(archive: Desk) -> None:
    archive.write("ferry-terms.yaml", RULE.replace("The new ferry port", "The new harbour"))
    assert archive.run("try", "ferry-terms.yaml") == (1, "ferry-terms: bad: the new building: not flagged\n", "")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("check: terms", "check: trems", 'ferry-terms.yaml:1: there is no check "trems" (did you mean "terms"?)'),
        ("level: warning", "level: loud", "ferry-terms.yaml:2: level: "),
        ("{preferred}", "{prefered}", 'ferry-terms.yaml:3: the check "terms" gives no field "prefered"'),
        ("options:", "option:", 'ferry-terms.yaml:4: unknown key "option" (did you mean "options"?)'),
        ("why: ", "why: [", "ferry-terms.yaml:"),
        ("examples:", "references: []\nexampels:", 'ferry-terms.yaml:8: unknown key "exampels"'),
    ],
)
def test_a_broken_rule_is_one_line_with_its_place(archive: Desk, old: str, new: str, told: str) -> None:
    archive.write("ferry-terms.yaml", RULE.replace(old, new, 1))
    answer = archive.run("try", "ferry-terms.yaml")
    assert (answer.code, answer.out) == (2, "")
    assert told in answer.err
    assert answer.err.count("\n") == 1


def test_mistakes_on_the_command_line_end_in_2(archive: Desk) -> None:
    assert archive.run("try", "gone.yaml") == (2, "", "lintnews: gone.yaml: no such rule file\n")
    assert "`lintnews test` runs the examples" in archive.run("try", "news").err
    assert archive.run("try", "ferry-terms.yaml", "--sample", "-1").code == 2
    answer = archive.run("try", "ferry-terms.yaml", "--against", "gone")
    assert answer.code == 2
    assert "lintnews: gone: no such file or folder" in answer.err


def test_a_rule_that_is_on_already_is_tried_as_the_file_says(archive: Desk) -> None:
    archive.write("rules/style/ferry-terms.yaml", RULE.replace("ferry port: ", "harbour: "))
    archive.write(".lintnews.yaml", "rules: [rules/]\ncorpus: [news/]\nlevels: {ferry-terms: error}\n")
    found = tried(archive)
    assert (found["findings"], found["level"]) == (7, "error")
    assert (
        "With fail-on error, every one of these articles fails a commit." in archive.run("try", "ferry-terms.yaml").out
    )


def test_workers_try_the_same_rule(desk: Desk) -> None:
    desk.write("ferry-terms.yaml", RULE)
    for number in range(70):  # enough for workers to start
        desk.write(f"news/{number:02}.md", STORY.format(PEOPLE[number % 6]))
    assert tried(desk, "-j2")["findings"] == tried(desk, "-j1")["findings"] == 70


def test_what_is_allowed_already_is_told(archive: Desk) -> None:
    archive.write("news/0.md", "<!-- lintnews: allow-file ferry-terms: a name -->\n\n" + STORY.format("Ida Brandt"))
    answer = archive.run("try", "ferry-terms.yaml", "--output-format", "concise")
    assert "would flag 6 places in 5 of 8 articles." in answer.out
    assert "Allowed already: 1." in answer.out


def test_a_rule_that_finds_nothing_says_how_much_it_looked_at(archive: Desk) -> None:
    told = "ferry-terms (warning) would flag nothing in 2 articles (0 pairs compared).\n"
    words = ("--against", "news/6.md", "--against", "news/7.md", "-q")
    assert archive.run("try", "ferry-terms.yaml", *words) == (0, told, "")


AGES = """check: ages
level: note
message: "{here} here, {there} in {other}"
why: One of the two is wrong.
examples:
  bad:
    - name: ten years apart
      articles:
        a.md: "---\\ndate: 2025-03-11\\n---\\n\\nMayor Ida Brandt, 51, spoke.\\n"
        b.md: "---\\ndate: 2025-03-12\\n---\\n\\nMayor Ida Brandt, 61, spoke.\\n"
  good:
    - name: one age
      text: Mayor Ida Brandt, 51, spoke.
"""
