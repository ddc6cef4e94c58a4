"""A run on a cluster ends in the bytes of a run on one machine."""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from lintnews.plugins import load
from lintnews.rulebook import is_ledger_check
from lintnews.setup import Setup, all_rules
from lintnews.testing import articles, cases
from tests.cli.desk import Desk
from tests.pieces import many

JSON = ("--output-format", "json", "--no-cache")


def write(folder: Path, articles: int, words: int, seed: int) -> None:
    """Write an archive of made-up articles."""
    script = Path(__file__).parents[2] / "benchmarks" / "generate.py"
    given = ["--articles", str(articles), "--words", str(words), "--seed", str(seed)]
    subprocess.run([sys.executable, str(script), str(folder), *given], check=True)


def alike(desk: Desk, scheduler: str, *arguments: str) -> dict[str, Any]:
    """The report of both runs, which have to be the same bytes."""
    alone = desk.run(*arguments, *JSON, "-j1")
    together = desk.run(*arguments, *JSON, "--scheduler", scheduler)
    assert together == alone
    return dict(json.loads(alone.out))


def write_examples(desk: Desk) -> None:
    """An archive of all articles by which rules across articles are shown."""
    checks = load().checks
    for case in cases():
        if is_ledger_check(checks[case.rule.check]):
            for name, text in articles(case.example).items():
                desk.write(f"news/{case.rule.id}/{slug(str(case))}/{name}", text)


def slug(text: str) -> str:
    """A name for a folder."""
    return re.sub(r"\W+", "-", text.casefold())[-60:].strip("-")


def across(report: dict[str, Any]) -> set[str]:
    """The rules that were found to be broken by two articles together."""
    return {
        finding["rule"]
        for finding in report["findings"]
        if any(side["path"] != finding["path"] for side in finding["related"])
    }


def test_every_check_across_articles_finds_the_same(desk: Desk, scheduler: str) -> None:
    write_examples(desk)
    report = alike(desk, scheduler, "news", "--select", "ALL")
    checks = {rule.id: rule.check for rule in all_rules(Setup(), load())}
    ledger = {name for name, check in load().checks.items() if is_ledger_check(check)}
    found = {checks[rule] for rule in across(report)}
    told = {checks[finding["rule"]] for finding in report["findings"]}
    assert ledger - found == {"hard-to-read"}  # which compares with all of the archive, and has no other place to show
    assert ledger <= told


def write_pieces(desk: Desk, count: int = 40) -> None:
    """Articles that agree and disagree with each other."""
    for name, text in many(count, random.Random(7)).items():  # noqa: S311 - a seed, not a secret
        desk.write(f"news/{name}", text)


@pytest.mark.parametrize("partition", [1, 7, 20_000])
def test_neither_partitions_nor_rounds_of_letters_change_anything(
    desk: Desk, scheduler: str, monkeypatch: pytest.MonkeyPatch, partition: int
) -> None:
    monkeypatch.setattr("lintnews.cluster.foreman.PARTITION", partition)
    monkeypatch.setattr("lintnews.cluster.foreman.CHUNK", 2)
    monkeypatch.setattr("lintnews.cluster.exchange.DIRECT", 3)
    write_pieces(desk)
    assert len(alike(desk, scheduler, "news")["findings"]) > 20


def test_targets_are_compared_with_the_corpus_and_told_of_alone(desk: Desk, scheduler: str) -> None:
    write_pieces(desk)
    desk.write(".lintnews.yaml", "corpus: [news]\nregister: register.yaml\nrules: [house]\nfail-on: warning\n")
    desk.write("register.yaml", "people:\n  - name: Teodor Maslenka\n")
    desk.write("house/style/no-taxpayers.yaml", HOUSE_RULE)
    report = alike(desk, scheduler, "news/003.md", "news/017.md")
    assert {finding["path"] for finding in report["findings"]} == {"news/003.md", "news/017.md"}
    assert report["summary"]["corpus"] == 40


HOUSE_RULE = """check: pattern
level: warning
message: "{text}: say who pays"
why: The house says so.
options:
  patterns: ["taxpayers"]
examples:
  bad:
    - name: one
      text: The taxpayers pay for it.
    - name: two
      text: It is the money of taxpayers.
  good:
    - name: three
      text: The council pays for it.
"""


def test_allowances_and_the_baseline_hold(desk: Desk, scheduler: str) -> None:
    write_pieces(desk)
    desk.write(".lintnews.yaml", "corpus: [news]\n")
    before = alike(desk, scheduler)
    text = (desk.home / "news/003.md").read_text()
    comment = "<!-- lintnews: allow {}: it is the paper's own way -->"
    allowed = [comment.format(rule) for rule in ("article-filed-twice", "misspelled-name", "no-such-rule")]
    desk.write("news/003.md", "\n\n".join([text, *allowed]))
    desk.write(".lintnews-allow.yaml", "- path: news/004.md\n  rule: name-spelled-two-ways\n  reason: an old text\n")
    after = alike(desk, scheduler)
    assert after["summary"]["suppressed"] > before["summary"]["suppressed"]
    assert {"unknown-allowance", "unused-allowance"} <= {finding["rule"] for finding in after["findings"]}
    assert desk.run("baseline", "news").code == 0
    assert alike(desk, scheduler)["summary"]["baselined"] > 0


def test_what_fails_on_one_machine_fails_on_a_cluster(
    desk: Desk, scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_pieces(desk)
    desk.write("news/500.md", b"\xff\xfe\x00")
    (desk.home / "news/600.md").symlink_to("gone.md")
    from lintnews.checks.name_spelling import NameSpelling

    def raises(*_: object) -> None:
        raise ZeroDivisionError("nobody")

    monkeypatch.setattr(NameSpelling, "compare", raises)
    report = alike(desk, scheduler, "news", "news/600.md", "news/gone.md")
    assert any("raised ZeroDivisionError: nobody (compare)" in error["message"] for error in report["errors"])
    assert {"news/600.md", "news/gone.md"} <= {error["where"] for error in report["errors"]}


def test_an_empty_folder_is_told(desk: Desk, scheduler: str) -> None:
    (desk.home / "news").mkdir()
    alike(desk, scheduler, "news")


@pytest.mark.loopback
def test_worker_processes_find_the_same(desk: Desk, processes: str) -> None:
    write(desk.home / "news", 60, 150, seed=4)
    assert across(alike(desk, processes, "news"))


@pytest.mark.loopback
def test_an_article_that_ends_workers_is_named_and_the_others_are_told_of(desk: Desk, processes: str) -> None:
    write_pieces(desk, 12)
    expected = json.loads(desk.run("news", *JSON).out)
    desk.write("news/deadly.md", "Mayor Ida Brandt spoke.\n")
    answer = desk.run("news", *JSON, "--scheduler", processes)
    report = json.loads(answer.out)
    assert answer.code == 2
    assert [error["where"] for error in report["errors"]] == ["news/deadly.md"]
    assert "died" in report["errors"][0]["message"]
    assert report["findings"] == expected["findings"]
