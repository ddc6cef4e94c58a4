"""Show what an archive looks like to the ledger: how much its articles hold, and how much of it they share.

    python benchmarks/portrait.py FOLDER [FOLDER …] [--files N]

The folders stand side by side: a generated archive beside a real one shows what `generate.py` gets wrong. Archives of
one size only can be compared, since more articles share more: `--files` takes so many of each, spread evenly.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from statistics import mean

from lintnews.engine import run
from lintnews.placing import Locator
from lintnews.setup import Setup, workshop_of
from lintnews.workshop import Workshop, card_of

FACTS = ("quotations", "names", "figures", "dates", "acronyms", "attributions", "passages", "topics")


def taken(folder: Path, files: int) -> list[str]:
    """Names of articles of a folder, spread evenly."""
    paths = sorted(p.as_posix() for p in folder.rglob("*") if p.suffix in {".txt", ".md"})
    return [paths[n * len(paths) // files] for n in range(files)] if 0 < files < len(paths) else paths


def shares(owners: dict[str, set[int]]) -> str:
    """Of all things in percent: in one article, in two, in three to nine, in more."""
    sizes = Counter(min((len(found) >= 2) + (len(found) >= 3) + (len(found) >= 10), 3) for found in owners.values())
    return " ".join(f"{100 * sizes[size] / max(len(owners), 1):.1f}" for size in range(4))


def portrait(workshop: Workshop, paths: list[str]) -> dict[str, str]:
    """What the articles come to, line by line."""
    lines: dict[str, str] = {"articles": f"{len(paths)}"}
    words, paragraphs = [], []
    facts: dict[str, list[int]] = {name: [] for name in FACTS}
    named: dict[str, set[int]] = {}
    topics: dict[str, set[int]] = {}
    values: dict[str, dict[str, set[int]]] = {}
    keys: dict[str, dict[str, set[int]]] = {}
    rows: Counter[str] = Counter()
    for number, path in enumerate(paths):
        story = workshop.story(path)
        words.append(len(story.article.text.split()))
        paragraphs.append(len(story.article.paragraphs))
        for name in FACTS:
            facts[name].append(len(getattr(story.facts, name)))
        for mention in story.facts.names:
            named.setdefault(story.text(mention), set()).add(number)
        for topic in card_of(story, Locator(story.article)).topics:
            topics.setdefault(topic, set()).add(number)
        for check, keeper in workshop.ledger_checks.items():
            for row in keeper.rows(story):
                rows[check] += 1
                values.setdefault(check, {}).setdefault(row.value, set()).add(number)
                for key in row.keys:
                    keys.setdefault(check, {}).setdefault(key, set()).add(number)
    lines["words"], lines["paragraphs"] = f"{mean(words):.0f}", f"{mean(paragraphs):.1f}"
    for name, counts in facts.items():
        lines[name] = f"{mean(counts):.1f}"
    lines["names by articles (1 2 3-9 10+), %"] = shares(named)
    lines["topics by articles, %"] = shares(topics)
    lines["rows"] = f"{rows.total() / len(paths):.1f}"
    lines["keys"] = f"{sum(map(len, (o for of in keys.values() for o in of.values()))) / len(paths):.1f}"
    for check in workshop.ledger_checks:
        lines[f"{check}: rows"] = f"{rows[check] / len(paths):.2f}"
        lines[f"{check}: keys by articles, %"] = shares(keys.get(check, {}))
    report = run(workshop, paths)
    lines["pairs compared"] = f"{report.compared / len(paths):.1f}"
    found = Counter(finding.rule for finding in report.findings)
    lines["findings"] = f"{len(report.findings) / len(paths):.2f}"
    across = sum(any(side.place.path != one.place.path for side in one.related) for one in report.findings)
    lines["findings across articles"] = f"{across / len(paths):.2f}"
    lines |= {f"  {rule}": f"{count / len(paths):.3f}" for rule, count in found.most_common(24)}
    comparing = {name: seconds for name, seconds in report.timings.items() if name.startswith("compare ")}
    lines["compare, ms"] = f"{1000 * sum(comparing.values()) / len(paths):.2f}"
    slow = sorted((seconds, name) for name, seconds in comparing.items())[::-1][:8]
    lines |= {f"  {name}, ms": f"{1000 * seconds / len(paths):.3f}" for seconds, name in slow}
    rest = sum(report.timings.values()) - sum(comparing.values())
    lines["the rest, ms"] = f"{1000 * rest / len(paths):.2f}"
    return lines


def main() -> None:
    """Read the arguments and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--files", type=int, default=0, help="take so many articles of each")
    given = parser.parse_args()
    workshop = workshop_of(Setup())
    columns = [portrait(workshop, taken(folder, given.files)) for folder in given.folders]
    print(f"{'each article has':44}" + "".join(f"{folder.name[-22:]:>24}" for folder in given.folders))
    for line in dict.fromkeys(line for column in columns for line in column):
        print(f"{line[:44]:44}" + "".join(f"{column.get(line, '-'):>24}" for column in columns))


if __name__ == "__main__":
    main()
