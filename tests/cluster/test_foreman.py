"""What can't be done on a cluster, or without one, is one clear line."""

from __future__ import annotations

import pytest

from tests.cli.desk import Desk


def refusal(desk: Desk, *arguments: str) -> str:
    """What is said when a command is refused."""
    desk.write("news/a.md", "Mayor Ida Brandt spoke.\n")
    answer = desk.run(*arguments)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.count("\n") == 1
    return answer.err


@pytest.mark.parametrize(
    "arguments", [["--fix"], ["--diff"], ["--profile", "x"], ["-j", "2"], ["-"], ["--explain-skipped", "no-such"]]
)
def test_what_is_for_one_machine_is_refused(desk: Desk, arguments: list[str]) -> None:
    assert "scheduler" in refusal(desk, *arguments, "--scheduler", "tcp://127.0.0.1:8786")


@pytest.mark.loopback
def test_a_scheduler_that_does_not_answer_is_waited_for_so_long(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lintnews.cluster.foreman.ANSWER", 1)
    told = refusal(desk, "news", "--scheduler", "tcp://127.0.0.1:9")
    assert told == "lintnews: tcp://127.0.0.1:9: --scheduler: no answer within 1 seconds\n"


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("word://x", "unknown address scheme"),
        ("tcp://host", "missing port"),
        ("", "missing port"),
        ("gone.json", "No such file"),
        ("odd.json", "no scheduler file"),
    ],
)
def test_what_is_no_address_is_refused_at_once(desk: Desk, address: str, words: str) -> None:
    desk.write("odd.json", "{}")
    assert words in refusal(desk, "news", "--scheduler", address)


def test_the_extra_is_named_where_it_is_missing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lintnews.cluster.find_spec", lambda _: None)
    assert "pip install 'lintnews[cluster]'" in refusal(desk, "news", "--scheduler", "tcp://127.0.0.1:8786")


@pytest.mark.loopback
def test_a_cluster_without_workers_is_given_up(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    from distributed import LocalCluster

    for name in ("HELP", "LOOK"):
        monkeypatch.setattr(f"lintnews.cluster.foreman.{name}", 0.1)
    monkeypatch.setattr("distributed.utils._get_ip", lambda *_, **__: "127.0.0.1")
    with LocalCluster(n_workers=0, processes=False, dashboard_address="127.0.0.1:0") as cluster:
        assert "has had no worker" in refusal(desk, "news", "--scheduler", cluster.scheduler_address)


def test_a_list_names_what_is_checked(desk: Desk) -> None:
    for name in ("one.md", "two.md", "three.md"):
        desk.write(f"news/{name}", "Mayor Ida Brandt spoke.\n")
    desk.write("list.txt", "news/one.md\r\n\nnews/two.md\n")
    shown = ("--show-files",)
    assert desk.run("--files-from", "list.txt", *shown).out == "news/one.md\nnews/two.md\n"
    assert desk.run("--files-from", "-", *shown, given="news/two.md\n").out == "news/two.md\n"
    assert desk.run("news/three.md", "--files-from", "list.txt", *shown).out.count("\n") == 3
    assert desk.run("-", "--files-from", "-", given="x").code == 2
    assert desk.run("--files-from", "gone.txt").code == 2
    desk.write("empty.txt", "")
    assert "no articles found in empty.txt" in desk.run("--files-from", "empty.txt").err
