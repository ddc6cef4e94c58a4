"""What is loaded when: a hook that starts slowly is a hook that gets removed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {
    "ahocorasick_rs", "argparse", "asyncio", "concurrent.futures", "difflib", "email", "importlib.metadata", "logging",
    "msgspec", "multiprocessing", "nltk", "pathspec", "pluggy", "pyromark", "rapidfuzz", "re2", "sqlite3", "textstat",
    "xxhash", "yaml",
}  # fmt: skip
# What one plain article needs no part of.
NOT_FOR_ONE_ARTICLE = {
    "asyncio", "concurrent.futures", "importlib.metadata", "logging.config", "multiprocessing", "nltk", "pyromark",
    "pytest", "regex", "rich", "setuptools", "textstat", "unittest", "urllib.request",
}  # fmt: skip


def loaded(code: str, folder: Path) -> set[str]:
    """The modules that a fresh Python has loaded after `code`."""
    done = subprocess.run(
        [sys.executable, "-c", f"import sys\n{code}\nprint('\\0', *sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
        cwd=folder,
    )
    return set(done.stdout.rpartition("\0")[2].split())


@pytest.mark.parametrize(
    "code",
    [
        "import lintnews",
        "from lintnews.__main__ import main; main(['--version'])",
        "from lintnews import __version__, __main__",
    ],
)
def test_nothing_heavy_is_loaded_for_nothing(code: str, tmp_path: Path) -> None:
    bare = loaded("pass", tmp_path)
    heavy = (loaded(code, tmp_path) - bare) & HEAVY
    assert heavy == set()


def test_one_article_loads_only_what_it_needs(tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").write_text(
        "The ferry left Portmere on March 4, 2025, with 210 people on board.\n", "utf-8"
    )
    bare = loaded("pass", tmp_path)
    code = "from lintnews.__main__ import main; main(['check', 'ferry.txt'])"
    needless = (loaded(code, tmp_path) - bare) & NOT_FOR_ONE_ARTICLE
    assert needless == set()


def test_a_plugin_author_s_import_loads_no_check(tmp_path: Path) -> None:
    found = loaded("from lintnews import ArticleCheck, Match, hookimpl", tmp_path)
    assert not {name for name in found if name.startswith(("lintnews.checks.", "lintnews.extract", "lintnews.reading"))}


def test_the_whole_run_needs_no_network(tmp_path: Path) -> None:
    (tmp_path / "ferry.md").write_text("# Ferry\n\nThe ferry left Portmere on March 4, 2025, critics say.\n", "utf-8")
    code = (
        "def refuse(event, arguments):\n"
        "    if event in {'socket.connect', 'socket.getaddrinfo', 'socket.gethostbyname'}:\n"
        "        raise SystemExit(f'{event} {arguments}')\n"
        "sys.addaudithook(refuse)\n"
        "from lintnews.__main__ import main\n"
        "assert main(['check', '.', '--select', 'ALL']) in {0, 1}"
    )
    loaded(code, tmp_path)
