r"""Run lintnews and other prose linters over the same articles, one after the other, and print one table.

    python benchmarks/peers.py FOLDER --articles 200 --proselint /tmp/peers/py/bin/proselint --node /tmp/peers/js

Nothing is downloaded. Without `FOLDER` the articles are generated. A peer that is not there is left out with a word;
what is found on the PATH needs no option. To install them outside this project:

    python3 -m venv /tmp/peers/py && /tmp/peers/py/bin/pip install proselint
    cd /tmp/peers/js && npm init -y && npm install --ignore-scripts harper.js textlint textlint-rule-write-good \
        textlint-rule-common-misspellings textlint-rule-terminology
    Vale: a binary of its own, from its releases (packages of PyPI and npm fetch it from there), then --vale PATH

Seconds are of the whole process, start included. No peer compares articles with each other, or facts inside one.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any, NamedTuple

from generate import write

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).parent
MOST = 4  # kinds of finding that are named
VALE = "StylesPath = styles\nMinAlertLevel = suggestion\n[*.md]\nBasedOnStyles = Vale\n"
TEXTLINT = {"rules": {"write-good": True, "common-misspellings": True, "terminology": True}}


class Peer(NamedTuple):
    """A linter: its command for the folder "news", and how to read what it prints into counts of kinds."""

    name: str
    command: list[str]
    kinds: Callable[[Any], Counter[str]]


def of_lintnews(said: Any) -> Counter[str]:
    """Findings by category."""
    return Counter(finding["category"] for finding in said["findings"])


def of_proselint(said: Any) -> Counter[str]:
    """Findings by the group of their check."""
    found = (one for file in said["result"].values() for one in file.get("diagnostics", ()))
    return Counter(one["check_path"].split(".")[0] for one in found)


def of_textlint(said: Any) -> Counter[str]:
    """Findings by rule."""
    return Counter(message["ruleId"] for file in said for message in file["messages"])


def of_vale(said: Any) -> Counter[str]:
    """Alerts by check."""
    return Counter(alert["Check"] for alerts in said.values() for alert in alerts)


def peers(given: argparse.Namespace) -> list[Peer]:
    """Those that are there; a word on stderr about each that is not."""
    lint = [sys.executable, "-m", "lintnews", "--no-cache", "-q", "--exit-zero", "--output-format", "json"]
    found = [
        Peer("lintnews -j1", [*lint, "-j1", "news"], of_lintnews),
        Peer("lintnews -j2", [*lint, "-j2", "news"], of_lintnews),
    ]
    proselint = given.proselint or shutil.which("proselint")
    textlint = f"{given.node}/node_modules/.bin/textlint" if given.node else shutil.which("textlint")
    vale = given.vale or shutil.which("vale")
    for name, program, rest, kinds in (
        ("proselint", proselint, ["check", "-o", "json", "news"], of_proselint),
        ("textlint", textlint, ["-f", "json", "--config", "textlint.json", "news/*.md"], of_textlint),
        ("Vale", vale, ["--output", "JSON", "--no-exit", "news"], of_vale),
    ):
        if program and Path(program).exists():
            found.append(Peer(name, [str(Path(program).absolute()), *rest], kinds))
        else:
            print(f"{name} is not there: see --help", file=sys.stderr)
    if given.node and Path(given.node, "node_modules", "harper.js").is_dir():
        driver = ["node", str(HERE / "harper.mjs"), str(Path(given.node).absolute()), "news"]
        found.append(Peer("Harper", driver, Counter))
    else:
        print("Harper is not there: see --help", file=sys.stderr)
    return found


def measured(peer: Peer, folder: Path) -> tuple[float, float, Counter[str]]:
    """Seconds by the clock and of the processors, and what was found."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter()
    done = subprocess.run(peer.command, cwd=folder, capture_output=True, check=False)
    seconds, after = perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    try:
        found = peer.kinds(json.loads(done.stdout))
    except (ValueError, KeyError, TypeError) as problem:
        sys.exit(f"{peer.name}: can't be read ({problem}): {done.stderr.decode()[:500]}")
    return seconds, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, found


def main() -> None:
    """Read the arguments, run all, print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", help="articles, .md or .txt; without it they are generated")
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--proselint", metavar="PATH")
    parser.add_argument("--vale", metavar="PATH")
    parser.add_argument("--node", metavar="FOLDER", help="with node_modules: textlint and harper.js")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        home, source = Path(name), given.folder
        (home / "news").mkdir()
        if source is None:
            source = home / "generated"
            write(source, given.articles, words=500, seed=1)
        paths = sorted(path for path in source.rglob("*") if path.suffix in {".md", ".txt"})[: given.articles]
        for number, path in enumerate(paths):
            shutil.copy(path, home / "news" / f"{number:05}.md")
        (home / ".lintnews.yaml").touch()
        (home / ".vale.ini").write_text(VALE, encoding="utf-8")
        (home / "textlint.json").write_text(json.dumps(TEXTLINT), encoding="utf-8")
        words = sum(len(path.read_bytes().split()) for path in paths)
        print(f"{len(paths)} articles, {words:,} words; load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors\n")
        print("| linter | seconds | processor seconds | words/s of a processor | findings | of them |")
        print("|---|---:|---:|---:|---:|---|")
        for peer in peers(given):
            seconds, work, found = measured(peer, home)
            most = ", ".join(f"{kind} {count:,}" for kind, count in found.most_common(MOST))
            print(f"| {peer.name} | {seconds:.1f} | {work:.1f} | {words / work:,.0f} | {found.total():,} | {most} |")


if __name__ == "__main__":
    main()
