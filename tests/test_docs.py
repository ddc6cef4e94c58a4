"""The documentation tells the truth: console blocks are run, generated pages are up to date, links lead somewhere."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    *sorted((ROOT / "docs").rglob("*.md")),
    *sorted(ROOT.glob("plugins/*/*.md")),
]
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FENCE = re.compile(r"^(`{3,}).*?^\1$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)")
MARK = "=== next command ==="
UNRELATED = (".git", ".venv", "__pycache__", ".*_cache", ".hypothesis", "build", "dist", "*.egg-info")


def name(page: Path) -> str:
    """A page as the reader knows it."""
    return page.relative_to(ROOT).as_posix()


def sessions(page: Path) -> list[tuple[str, str]]:
    """(command, output) of all console blocks of a page, in order."""
    return [pair for block in BLOCK.findall(page.read_text(encoding="utf-8")) for pair in sessions_of(block)]


def sessions_of(block: str) -> list[tuple[str, str]]:
    """(command, output) of one block; the lines of a here-document belong to its command."""
    found: list[tuple[list[str], list[str]]] = []
    document = False
    for line in block.splitlines():
        if document:
            found[-1][0].append(line)
            document = line != "END"
        elif line.startswith("$ "):
            found.append(([line[2:]], []))
            document = line.endswith("<<'END'")
        else:
            found[-1][1].append(line)
    return [("\n".join(command), "\n".join(output).strip("\n")) for command, output in found]


def run(commands: list[str], checkout: Path) -> list[str]:
    """What each of the commands prints, all in one shell that starts in a checkout, as a reader pastes them."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env = {**os.environ, "PATH": path, "COLUMNS": "100", "NO_COLOR": "1"}
    env.pop("GITHUB_ACTIONS", None)
    done = subprocess.run(
        ["bash", "-c", "".join(f"{command}\nprintf '{MARK}'\n" for command in commands)],
        cwd=checkout,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    outputs = done.stdout.split(MARK)[:-1]
    assert len(outputs) == len(commands), done.stdout
    return ["\n".join(line.rstrip() for line in output.strip("\n").splitlines()) for output in outputs]


def copy(folder: Path) -> Path:
    """A copy of the checkout, for commands that write."""
    checkout = folder / "lintnews"
    shutil.copytree(ROOT, checkout, ignore=shutil.ignore_patterns(*UNRELATED))
    return checkout


@pytest.mark.parametrize("page", [p for p in PAGES if BLOCK.search(p.read_text(encoding="utf-8"))], ids=name)
def test_commands_print_what_the_page_says(page: Path, tmp_path: Path) -> None:
    checkout = copy(tmp_path)
    pairs = sessions(page)
    for (command, output), printed in zip(pairs, run([command for command, _ in pairs], checkout), strict=True):
        assert printed == output, command


def refresh(page: Path, folder: Path) -> None:
    """Run the console blocks of a page and write what they print into it."""
    checkout = copy(folder)
    text = page.read_text(encoding="utf-8")
    printed = iter(run([command for command, _ in sessions(page)], checkout))
    for block in BLOCK.findall(text):
        lines = []
        for command, _ in sessions_of(block):
            lines += [f"$ {command}", *next(printed).splitlines()]
        text = text.replace(f"```console\n{block}```", "```console\n" + "\n".join(lines) + "\n```")
    page.write_text(text, encoding="utf-8")


def generator() -> Any:
    """docs/generate.py as a module."""
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_generated_pages_are_up_to_date() -> None:
    for page, text in generator().pages().items():
        written = (ROOT / "docs" / "reference" / page).read_text(encoding="utf-8")
        assert written == text, f"docs/reference/{page} is old: run `python docs/generate.py`"


def anchors(page: Path) -> set[str]:
    """The anchors that headings make, as GitHub does it."""
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    heads = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_lead_somewhere(page: Path) -> None:
    for path, anchor in LINK.findall(FENCE.sub("", page.read_text(encoding="utf-8"))):
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), f"{name(page)}: {path}"
        if anchor:
            assert anchor in anchors(target), f"{name(page)}: {path}#{anchor}"


if __name__ == "__main__":  # python -m tests.test_docs [PAGE...]: run the blocks again, then read what has changed
    for argument in sys.argv[1:] or PAGES:
        with tempfile.TemporaryDirectory() as scratch:
            refresh(Path(argument).resolve(), Path(scratch))
