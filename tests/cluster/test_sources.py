"""Articles by address: what is found, how it is called, and what can't be read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import fsspec
import pytest

from lintnews.cluster.sources import contents, listed
from lintnews.errors import ReadError, UsageError
from lintnews.files import Patterns
from tests.cli.desk import Desk

SUFFIXES = (".md", ".txt")
ONE = "---\ndate: 2025-03-05\n---\n\nMayor Teodor Maslenka opened the new Portmere ferry terminal on Tuesday.\n"
TWO = "---\ndate: 2025-03-05\n---\n\nMayor Teodor Maslenko opened the new Portmere ferry terminal on Tuesday.\n"


@pytest.fixture
def memory() -> Iterator[Any]:
    """A file system that is nowhere."""
    system = fsspec.filesystem("memory")
    yield system
    for path in system.find("/"):
        system.rm(path)


def find(*addresses: str, exclude: tuple[str, ...] = ()) -> tuple[list[str], list[str]]:
    """What is found, and where something failed."""
    found, failures, _ = listed(addresses, SUFFIXES, Patterns(exclude, "."))
    return found, [failure.where for failure in failures]


def test_folders_globs_and_files_are_found(memory: Any) -> None:
    for name in ("a.md", "b.txt", "b.jpg", ".hidden/c.md", "deep/d.md", "old/e.md"):
        memory.pipe(f"/news/{name}", ONE.encode())
    inside = [f"memory:///news/{name}" for name in ("a.md", "b.txt", "deep/d.md", "old/e.md")]
    assert find("memory://news") == (inside, [])
    assert find("memory://news/", exclude=("old/",)) == (inside[:3], [])
    assert find("memory://news/*/*.md") == (inside[2:], [])
    assert find("memory:///news/b.jpg") == (["memory:///news/b.jpg"], [])
    assert find("memory://nowhere", "memory://news/*.rst") == ([], ["memory://nowhere", "memory://news/*.rst"])


def test_what_nobody_can_open_is_a_mistake_of_the_command() -> None:
    with pytest.raises(UsageError, match="nothing://x"):
        find("nothing://x")


def test_what_can_not_be_read_is_told_by_name(memory: Any) -> None:
    memory.pipe("/a.md", b"text")
    data = contents(["memory:///a.md", "memory:///gone.md", "gone.md"], ".")
    assert data["memory:///a.md"] == b"text"
    assert [isinstance(data[name], ReadError) for name in ("memory:///gone.md", "gone.md")] == [True, True]


def run(desk: Desk, scheduler: str, *arguments: str) -> dict[str, Any]:
    """The report of a run on the cluster."""
    answer = desk.run(*arguments, "--output-format", "json", "--scheduler", scheduler)
    return dict(json.loads(answer.out))


def test_articles_at_addresses_are_checked_as_files_are(desk: Desk, scheduler: str, memory: Any) -> None:
    memory.pipe("/news/one.md", ONE.encode())
    memory.pipe("/news/two.md", TWO.encode())
    desk.write("memory:/news/one.md", ONE)
    desk.write("memory:/news/two.md", TWO)
    (desk.home / "x").symlink_to("memory:")
    there = run(desk, scheduler, "memory://news")
    here = json.loads(desk.run("x/news/one.md", "x/news/two.md", "--output-format", "json").out)
    assert there["summary"] == here["summary"]
    for ours, theirs in zip(here["findings"], there["findings"], strict=True):
        renamed = json.loads(json.dumps(ours).replace("x/news/", "memory:///news/"))
        assert {**renamed, "fingerprint": ""} == {**theirs, "fingerprint": ""}
    assert there["findings"]


def test_a_corpus_at_an_address_is_what_a_file_is_compared_with(desk: Desk, scheduler: str, memory: Any) -> None:
    memory.pipe("/news/one.md", ONE.encode())
    desk.write("two.md", TWO)
    desk.write(".lintnews.yaml", "corpus: ['memory://news/']\n")
    report = run(desk, scheduler, "two.md")
    assert report["summary"]["corpus"] == 2
    sides = {side["path"] for finding in report["findings"] for side in finding["related"]}
    assert "memory:///news/one.md" in sides
    alone = desk.run("two.md")
    assert alone.code == 2
    assert "--scheduler" in alone.err


def test_without_a_cluster_an_address_is_refused(desk: Desk) -> None:
    answer = desk.run("s3://bucket/news/")
    assert answer.code == 2
    assert "s3://bucket/news/: an address is read by the workers of a cluster only" in answer.err
