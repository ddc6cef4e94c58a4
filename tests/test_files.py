from __future__ import annotations

import os
from pathlib import Path

import pytest

from lintnews.config import Config
from lintnews.errors import ConfigError
from lintnews.files import Patterns, corpus_files, gather, shown
from lintnews.setup import Setup

SUFFIXES = (".md", ".txt")


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of articles, which is the working directory."""
    for name in ("a.md", "desk/b.txt", "desk/deep/c.MD", "desk/photo.jpg", ".hidden/d.md", "drafts/e.md"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(*given: str, exclude: tuple[str, ...] = (), force: bool = False) -> list[str]:
    return gather(given, SUFFIXES, Patterns(exclude, "."), force_exclude=force)[0]


def test_folders_are_walked_and_hidden_ones_left_out(news: Path) -> None:
    assert found(".") == ["a.md", "desk/b.txt", "desk/deep/c.MD", "drafts/e.md"]


def test_paths_are_relative_however_they_are_given(news: Path) -> None:
    assert found(str(news / "desk"), "./a.md", "desk/../a.md") == ["a.md", "desk/b.txt", "desk/deep/c.MD"]
    assert shown(str(news.parent / "x.md")) == "../x.md"


def test_excluded_files_are_left_out_of_folders_but_not_when_named(news: Path) -> None:
    assert found(".", exclude=("drafts/", "*.txt")) == ["a.md", "desk/deep/c.MD"]
    assert found("drafts/e.md", exclude=("drafts/",)) == ["drafts/e.md"]
    assert found("drafts/e.md", exclude=("drafts/",), force=True) == []


def test_a_named_file_is_taken_whatever_its_suffix(news: Path) -> None:
    assert found("desk/photo.jpg") == ["desk/photo.jpg"]


def test_git_ignores_hold_from_the_root_of_the_repository_down(news: Path) -> None:
    (news / ".git").mkdir()
    (news / ".gitignore").write_text("*.txt\ndrafts/\n", encoding="utf-8")
    assert found(".") == ["a.md", "desk/deep/c.MD"]
    (news / "desk" / ".gitignore").write_text("!b.txt\ndeep/\n", encoding="utf-8")
    assert found("desk") == ["desk/b.txt"]


def test_what_is_not_there_is_a_failure_and_the_rest_is_found(news: Path) -> None:
    paths, failures = gather(["a.md", "gone.md"], SUFFIXES, Patterns((), "."))
    assert paths == ["a.md"]
    assert [(f.where, f.message) for f in failures] == [("gone.md", "no such file or folder")]


def test_links_neither_loop_nor_double(news: Path) -> None:
    (news / "desk" / "loop").symlink_to(news, target_is_directory=True)
    (news / "again.md").symlink_to(news / "a.md")
    assert found(".") == ["a.md", "desk/b.txt", "desk/deep/c.MD", "drafts/e.md"]


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_name_that_is_not_text_is_a_failure(news: Path) -> None:
    try:
        Path(os.fsdecode(b"bad\xff.md")).write_text("x", encoding="utf-8")
    except OSError:
        pytest.skip("the file system refuses such names")
    paths, failures = gather(["."], SUFFIXES, Patterns((), "."))
    assert "a.md" in paths
    assert [f.message for f in failures] == ["the file name is not UTF-8"]


def test_the_corpus_is_folders_files_and_globs_beside_the_config(news: Path) -> None:
    setup = Setup(Config(corpus=("deep", "*.txt")), "desk", "desk/.lintnews.yaml")
    assert corpus_files(setup, SUFFIXES, Patterns((), "desk"))[0] == ["desk/b.txt", "desk/deep/c.MD"]


def test_a_corpus_that_is_not_there_is_an_error(news: Path) -> None:
    setup = Setup(Config(corpus=("a.md", "archive")), ".", ".lintnews.yaml", lines={"corpus\x001": 3})
    with pytest.raises(ConfigError, match=r'\.lintnews\.yaml:3: corpus: there is no file or folder "archive"'):
        corpus_files(setup, SUFFIXES, Patterns((), "."))
