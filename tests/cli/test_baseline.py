"""`lintnews baseline`, and what `check` leaves out because of it."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from lintnews.baseline import FILE
from tests.cli.desk import CLEAN, FAULTY, TWICE

if TYPE_CHECKING:
    from tests.cli.desk import Desk

ONCE_MORE = "Divers will look at the piers of the north quay in March, the harbour office of Portmere told this paper."
OTHER = f"# Piers\n\n{ONCE_MORE}\n\nThe board paid for it.\n\n{ONCE_MORE}\n"
RULES = ("--select", "duplicates")


def entries(desk: Desk, name: str = FILE) -> list[dict[str, object]]:
    """What stands in the baseline."""
    found: list[dict[str, object]] = json.loads((desk.home / name).read_text(encoding="utf-8"))["findings"]
    return found


@pytest.fixture
def old(desk: Desk) -> Desk:
    """An archive with a defect in each of two articles, accepted."""
    desk.write("news/a.md", FAULTY)
    desk.write("news/b.md", OTHER)
    assert desk.run("baseline", *RULES).code == 0
    return desk


def test_what_is_accepted_is_left_out_and_counted(old: Desk) -> None:
    assert old.run("baseline", *RULES).out == f"{FILE}: accepted 2 errors in 2 articles; 0 new, 0 no longer there.\n"
    answer = old.run(*RULES)
    assert answer.code == 0
    assert answer.out.startswith("All clear: 2 articles")
    assert "(2 in the baseline)" in answer.out
    assert answer.err == ""
    report = json.loads(old.run(*RULES, "--output-format", "json").out)
    assert report["findings"] == []
    assert report["summary"]["baselined"] == 2


def test_articles_are_not_edited_and_an_entry_knows_no_line(old: Desk) -> None:
    assert (old.home / "news/a.md").read_text(encoding="utf-8") == FAULTY
    assert [sorted(entry) for entry in entries(old)] == [["fingerprint", "path", "place", "rule", "text"]] * 2
    before = (old.home / FILE).read_bytes()
    old.write("news/a.md", FAULTY.replace("# Quay to close", "# Quay to close\n\nA word on the weather: rain."))
    assert old.run(*RULES).code == 0
    assert old.run("baseline", *RULES).code == 0
    assert (old.home / FILE).read_bytes() == before


def test_a_new_defect_shows(old: Desk) -> None:
    old.write("news/a.md", f"{FAULTY}\n{ONCE_MORE}\n\nThe vote was close.\n\n{ONCE_MORE}\n")
    answer = old.run("news/a.md", *RULES)
    assert answer.code == 1
    assert "Found 1 error in 1 article. (1 in the baseline)" in answer.out
    assert answer.out.startswith("news/a.md:13:1: error[repeated-paragraph]")
    assert "1 new, 0 no longer there" in old.run("baseline", "news/a.md", *RULES).out
    assert old.run(*RULES[:1], "repeated-paragraph").code == 0


def test_what_is_gone_is_told_on_a_whole_run_and_pruned(old: Desk) -> None:
    old.write("news/a.md", CLEAN)
    told = f"{FILE}: 1 accepted finding is no longer there: `lintnews baseline --prune` takes it out\n"
    assert old.run(*RULES).err == f"lintnews: {told}"
    assert f'no longer there: news/a.md: [repeated-paragraph] "{TWICE[:40]}' in old.run(*RULES, "-v").err
    assert old.run(*RULES, "-q").err == ""
    assert old.run("news/a.md", *RULES).err == ""  # as a hook does
    old.write("news/c.md", FAULTY.replace("Portmere", "Velmora"))
    answer = old.run("baseline", "--prune", *RULES)
    assert answer.out == f"{FILE}: took out 1 no longer there, 1 accepted finding left.\n"
    assert [entry["path"] for entry in entries(old)] == ["news/b.md"]  # and nothing was added
    assert old.run("baseline", "--prune", *RULES).out == f"{FILE}: nothing to take out of 1 accepted finding.\n"
    assert old.run(*RULES).code == 1


def test_entries_of_a_deleted_article_are_no_longer_there(old: Desk) -> None:
    (old.home / "news/a.md").unlink()
    assert "1 accepted finding is no longer there" in old.run(*RULES).err


def test_a_side_of_a_pair_that_is_left_out_is_no_mending(old: Desk) -> None:
    old.write("news/a.md", CLEAN)
    assert old.run(*RULES, "--exclude", "drafts/").err == ""
    assert "no longer there" in old.run(*RULES).err


def test_what_is_wrong_in_the_side_file_is_accepted_and_mended_too(desk: Desk) -> None:
    desk.write("a.md", CLEAN)
    side = desk.write(".lintnews-allow.yaml", "- {path: a.md, rule: repeated-paragraph, reason: as printed}\n")
    words = ("--select", "unused-allowance,repeated-paragraph", "--fail-on", "note")
    assert desk.run(*words).code == 1
    desk.run("baseline", *words[:2])
    assert desk.run(*words) == (0, desk.run(*words).out, "")
    side.write_text("[]\n", "utf-8")
    assert "1 accepted finding is no longer there" in desk.run(*words).err


def test_what_was_not_checked_is_kept(old: Desk) -> None:
    old.write("news/a.md", CLEAN)
    old.write("news/b.md", CLEAN)
    assert "1 of what was not checked kept" in old.run("baseline", "news/a.md", *RULES).out
    assert [entry["path"] for entry in entries(old)] == ["news/b.md"]
    assert "kept" in old.run("baseline", "--select", "names").out  # the rule of the entry does not run
    assert [entry["path"] for entry in entries(old)] == ["news/b.md"]
    assert old.run("baseline", "--exclude", "b.md", *RULES, "--prune").out.endswith("out of 1 accepted finding.\n")
    assert old.run("baseline", "--prune", "news/b.md", *RULES).code == 0
    assert entries(old) == []


def test_a_pair_of_articles_is_accepted_from_either_side_and_judged_on_a_whole_run_alone(desk: Desk) -> None:
    desk.write(".lintnews.yaml", "corpus: [news/]\n")
    paragraphs = [f"{TWICE.replace('two', word)} {ONCE_MORE}" for word in ("two", "three", "four", "six")]
    for name, day in (("a", 11), ("b", 12)):
        desk.write(f"news/{name}.md", f"---\ndate: 2025-03-{day}\n---\n\n# Quay\n\n" + "\n\n".join(paragraphs) + "\n")
    rules = ("--select", "duplicates", "--fail-on", "note")
    desk.run("baseline", *rules[:2])
    accepted = [entry for entry in entries(desk) if entry["path"] == "news/b.md"]
    assert accepted
    assert desk.run("news/a.md", *rules).code == 0
    assert desk.run("news/b.md", *rules).code == 0
    desk.write("news/b.md", "---\ndate: 2025-03-12\n---\n\n# Quay\n\nNothing of it is left.\n")
    assert desk.run("baseline", "--prune", "news/a.md", *rules[:2]).code == 0
    assert [entry for entry in entries(desk) if entry["path"] == "news/b.md"] == accepted
    assert "no longer there" in desk.run(*rules).err


def test_it_stays_accepted_wherever_the_program_is_started(old: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    old.write(".lintnews.yaml", "language: en\n")
    monkeypatch.chdir(old.home / "news")
    assert "(2 in the baseline)" in old.run(*RULES).out
    (old.home / ".lintnews.yaml").unlink()
    assert old.run(*RULES).code == 1  # no configuration, no baseline beside it
    assert "(2 in the baseline)" in old.run(*RULES, "--baseline", f"../{FILE}").out
    before = (old.home / FILE).read_bytes()
    assert "0 new, 0 no longer there" in old.run("baseline", *RULES, "--baseline", f"../{FILE}").out
    assert [e["path"] for e in json.loads(before)["findings"]] == [e["path"] for e in entries(old)]


def test_the_file_may_be_named_by_flag_or_configuration(old: Desk) -> None:
    (old.home / FILE).rename(old.home / "accepted.json")
    assert old.run(*RULES).code == 1
    assert old.run(*RULES, "--baseline", "accepted.json").code == 0
    old.write(".lintnews.yaml", "baseline: accepted.json\n")
    assert old.run(*RULES).code == 0
    assert old.run(*RULES, "--no-baseline").code == 1
    assert old.run(*RULES, "--isolated").code == 1
    assert "0 new" in old.run("baseline", *RULES).out
    assert not (old.home / FILE).exists()


def test_mending_leaves_accepted_findings_alone(old: Desk) -> None:
    assert old.run(*RULES, "--fix", "--unsafe-fixes").code == 0
    assert (old.home / "news/a.md").read_text(encoding="utf-8") == FAULTY
    assert "mended 2" in old.run(*RULES, "--fix", "--unsafe-fixes", "--no-baseline").err


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "is no baseline of lintnews: "),
        (b'{"version": 1,', "is no baseline of lintnews: "),
        (b"\xff\xfe\x00", "is no baseline of lintnews: "),
        (b"<SmellBaseline>\n</SmellBaseline>\n", "is no baseline of lintnews: "),
        (b'{"version": 1, "tool": "lintnews", "findings": [\n{"path":"a.md",', "2: is no entry of a baseline: "),
        (b'{"version": 1, "tool": "lintnews", "findings": [\n{"path":"a.md"},]}', "2: is no entry of a baseline: "),
        (b"[]", "is no baseline of lintnews: Expected "),
        (b"{}", "is no baseline of lintnews: Object missing required field "),
        (b'{"version": 1, "tool": "detekt", "findings": []}', 'is a baseline of "detekt", not of lintnews'),
        (b'{"version": 9, "tool": "lintnews", "findings": []}', "is a baseline of version 9; this program reads 1"),
        (b'{"version": 1, "tool": "lintnews", "findings": [{"path": 1}]}', "is no baseline of lintnews: Expected"),
        (b'{"version": 1, "tool": "lintnews", "findings": [\n<<<<<<< HEAD\n', "2: a mark of git's merge conflict"),
    ],
)
@pytest.mark.parametrize("command", [("check",), ("baseline",), ("baseline", "--prune")])
def test_a_broken_or_foreign_file_is_one_line_and_2(
    desk: Desk, command: tuple[str, ...], data: bytes, told: str
) -> None:
    desk.write("a.md", FAULTY)
    desk.write(FILE, data)
    answer = desk.run(*command, *RULES)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith(f"lintnews: {FILE}:")
    assert told in answer.err
    assert answer.err.count("\n") == 1
    assert (desk.home / FILE).read_bytes() == data


def test_a_missing_file_that_was_asked_for_is_said(desk: Desk) -> None:
    desk.write("a.md", FAULTY)
    told = "there is no such baseline; `lintnews baseline` writes one\n"
    assert desk.run(*RULES, "--baseline", "gone.json") == (2, "", f"lintnews: gone.json: {told}")
    assert desk.run("baseline", "--prune") == (2, "", f"lintnews: {FILE}: {told}")
    desk.write(".lintnews.yaml", "baseline: gone.json\n")
    assert desk.run(*RULES) == (2, "", f"lintnews: gone.json: {told}")
    assert desk.run("baseline", *RULES).out == "gone.json: accepted 1 error in 1 article.\n"


def test_nothing_is_written_if_not_everything_was_checked(old: Desk) -> None:
    before = (old.home / FILE).read_bytes()
    old.write("news/c.md", b"\x00\x01")
    for words in (("baseline",), ("baseline", "--prune")):
        answer = old.run(*words, *RULES)
        assert answer.code == 2
        assert "lintnews: news/c.md: " in answer.err
        assert answer.err.endswith(f"{FILE}: not written, since not everything was checked\n")
    assert (old.home / FILE).read_bytes() == before
    old.write("news/a.md", CLEAN)
    assert "no longer there" not in old.run(*RULES).err


def test_standard_input_is_no_archive(desk: Desk) -> None:
    assert desk.run("baseline", "-", given=FAULTY) == (
        2,
        "",
        "lintnews: a baseline is of files, not of standard input\n",
    )


def test_a_file_that_cannot_be_written_is_said(old: Desk) -> None:
    answer = old.run("baseline", *RULES, "--baseline", "nowhere/base.json")
    assert (answer.code, answer.err) == (
        2,
        "lintnews: nowhere/base.json: can't be written: No such file or directory\n",
    )
    assert not list(old.home.glob(f"*{os.getpid()}*"))


def test_both_sides_of_a_merge_may_stand_side_by_side(old: Desk) -> None:
    text = (old.home / FILE).read_text(encoding="utf-8")
    first = text.splitlines()[1]
    assert first.endswith(",")
    for merged in (f"{first}\n{first}", first.rstrip(","), f"{first},", f"{first}\n\n"):
        old.write(FILE, text.replace(first, merged))  # the same entry from both branches, or a comma amiss
        assert old.run(*RULES).code == 0
        assert old.run("baseline", "--prune", *RULES).out.endswith("nothing to take out of 2 accepted findings.\n")
        assert (old.home / FILE).read_text(encoding="utf-8") == text
