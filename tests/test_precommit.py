"""The hooks under the real pre-commit: a misspelled name is stopped, the mended one passes, batches do not matter."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

HOOKS = Path(__file__).parent.parent / ".pre-commit-hooks.yaml"

ARCHIVE = {
    "2025-02-03-council.md": (
        "Mayor Teodor Maslenka asked the council of Portmere for a new ferry terminal. Teodor Maslenka said the old "
        "one was unsafe.\n\nThe council votes next month."
    ),
    "2025-02-19-budget.md": (
        "The budget of Portmere has a gap, Mayor Teodor Maslenka said.\n\nThe library will close on Mondays, said "
        "Teodor Maslenka, who has led the town for nine years."
    ),
    "2025-03-01-school.md": (
        "A school in Eastholm is called after a fisherman. Teodor Maslenka, the mayor of Portmere, opened it.\n\n"
        "Children sang for Mayor Teodor Maslenka and their parents."
    ),
    "2025-03-05-terminal.md": (
        "Work on the ferry terminal of Portmere has begun. Mayor Teodor Maslenka turned the first sod.\n\nThe terminal "
        "will be ready in two years, Teodor Maslenka said."
    ),
}
NEW = (
    "The ferry terminal of Portmere is going to be late.\n\nMayor {name} told the council that the ground was softer "
    "than the engineers had thought."
)


def hook(name: str) -> dict[str, Any]:
    """A hook as the hooks file has it, run from this environment instead of one that pre-commit would build."""
    found: dict[str, Any] = next(h for h in yaml.safe_load(HOOKS.read_text(encoding="utf-8")) if h["id"] == name)
    assert found["language"] == "python"
    return {**found, "language": "system"}


class Newsroom:
    """A git repository with an archive, a configuration and the hooks installed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.env = {
            **os.environ,
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(folder),
            "PRE_COMMIT_HOME": str(folder / ".cache"),
            "PRE_COMMIT_COLOR": "never",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_SYSTEM": os.devnull,
            **{f"GIT_{who}_NAME": "Desk" for who in ("AUTHOR", "COMMITTER")},
            **{f"GIT_{who}_EMAIL": "desk@example.org" for who in ("AUTHOR", "COMMITTER")},
        }
        for variable in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):  # set when the tests run inside a git hook
            self.env.pop(variable, None)
        self.run("git", "init", "-q", "-b", "main", ".")
        for name, text in ARCHIVE.items():
            self.write(f"news/{name}", f"---\ndate: {name[:10]}\n---\n\n{text}\n")
        self.write(".lintnews.yaml", "corpus: [news]\n")
        self.write(".gitignore", ".cache/\n")
        self.run("git", "add", ".")
        self.run("git", "commit", "-q", "-m", "The archive")

    def write(self, path: str, text: str) -> None:
        """Write a file of the repository."""
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def install(self, *hooks: str) -> None:
        """Configure and install hooks."""
        self.write(
            ".pre-commit-config.yaml",
            json.dumps({"repos": [{"repo": "local", "hooks": [hook(name) for name in hooks]}]}),
        )
        self.run("git", "add", ".pre-commit-config.yaml")
        self.run(sys.executable, "-m", "pre_commit", "install")

    def run(self, *command: str, fails: bool = False) -> str:
        """Run a command in the repository; gives what it prints."""
        done = subprocess.run(
            command,
            cwd=self.folder,
            env=self.env,
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )
        assert (done.returncode != 0) == fails, done.stdout + done.stderr
        return done.stdout + done.stderr

    def findings(self, *paths: str) -> list[dict[str, Any]]:
        """What lintnews finds in these targets."""
        done = subprocess.run(
            [sys.executable, "-m", "lintnews", "check", *paths, "--output-format", "json"],
            cwd=self.folder,
            env=self.env,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode in {0, 1}, done.stderr
        found: list[dict[str, Any]] = json.loads(done.stdout)["findings"]
        return found


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    return Newsroom(tmp_path)


def test_a_misspelled_name_is_stopped_and_the_mended_one_passes(newsroom: Newsroom) -> None:
    newsroom.install("lintnews")
    story = "news/2025-04-02-late.md"
    newsroom.write(story, f"---\ndate: 2025-04-02\n---\n\n{NEW.format(name='Teodor Maslenko')}\n")
    newsroom.run("git", "add", story)
    told = newsroom.run("git", "commit", "-m", "The terminal is late", fails=True)
    assert f"{story}:7" in told
    assert "misspelled-name" in told
    assert "Teodor Maslenko" in told
    assert "Teodor Maslenka" in told
    assert "news/2025-0" in told.replace(story, "")  # where the name is spelled otherwise

    newsroom.write(story, f"---\ndate: 2025-04-02\n---\n\n{NEW.format(name='Teodor Maslenka')}\n")
    newsroom.run("git", "add", story)
    newsroom.run("git", "commit", "-m", "The terminal is late")
    assert "The terminal is late" in newsroom.run("git", "log", "--oneline")


def test_the_corpus_hook_reads_everything_without_filenames(newsroom: Newsroom) -> None:
    newsroom.install("lintnews-corpus")
    newsroom.write("news/2025-04-02-late.md", f"---\ndate: 2025-04-02\n---\n\n{NEW.format(name='Teodor Maslenko')}\n")
    newsroom.run("git", "add", ".")
    newsroom.run("git", "commit", "-q", "--no-verify", "-m", "Past the hook")
    told = newsroom.run(sys.executable, "-m", "pre_commit", "run", "--all-files", fails=True)
    assert "news/2025-04-02-late.md:7" in told


def test_files_that_are_no_articles_start_nothing(newsroom: Newsroom) -> None:
    newsroom.install("lintnews")
    newsroom.write("map.svg", "<svg/>")
    newsroom.run("git", "add", "map.svg")
    assert "no files to check" in newsroom.run("git", "commit", "-m", "A map")


def test_batches_of_filenames_find_what_one_run_finds(newsroom: Newsroom) -> None:
    newsroom.write("news/2025-04-02-late.md", f"---\ndate: 2025-04-02\n---\n\n{NEW.format(name='Teodor Maslenko')}\n")
    newsroom.write(
        "news/2025-04-03-again.md",
        f"---\ndate: 2025-04-03\n---\n\n{NEW.format(name='Teodor Maslenka')}\n\nCritics say it was known.\n",
    )
    paths = sorted(p.relative_to(newsroom.folder).as_posix() for p in (newsroom.folder / "news").iterdir())
    whole = {(f["rule"], f["fingerprint"]) for f in newsroom.findings(*paths)}
    assert whole
    for batches in ([[p] for p in paths], [paths[:2], paths[2:]], [paths[::2], paths[1::2]]):
        parts = [{(f["rule"], f["fingerprint"]) for f in newsroom.findings(*batch)} for batch in batches]
        assert set().union(*parts) == whole
