"""How many of the labelled pairs of articles that stand twice in a corpus are found across articles.

    python benchmarks/article_pairs.py DUPLICATES/article_pairs.jsonl CLEAN_NEWS

The pairs give two paths below the second folder, their dates and a class (identical, near_identical, overlapping). All
articles of the folder, or with --pairs-only those that stand in a pair, are one corpus. Prints the share of each class
that `article-filed-twice` ties, and how many further pairs it ties.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from lintnews.config import Config
from lintnews.engine import run
from lintnews.setup import Setup, workshop_of


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("pairs", type=Path)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--pairs-only", action="store_true", help="leave out articles that stand in no pair")
    parser.add_argument("--show", type=int, default=0, help="list this many misses and further pairs")
    options = parser.parse_args()
    pairs = [json.loads(line) for line in options.pairs.read_text("utf-8").splitlines()]
    pairs = [p for p in pairs if all((options.articles / p[side]).is_file() for side in "ab")]
    dates = {p[side]: p[f"date_{side}"] for p in pairs for side in "ab"}
    names = sorted(dates) if options.pairs_only else list_articles(options.articles)
    given = {name: dated((options.articles / name).read_text("utf-8"), dates.get(name)) for name in names}
    workshop = workshop_of(Setup(Config(select=("article-filed-twice",))))
    report = run(workshop, [as_markdown(name) for name in names], given={as_markdown(n): t for n, t in given.items()})
    found = {frozenset((f.place.path, side.place.path)) for f in report.findings for side in f.related}
    labelled = {frozenset((as_markdown(p["a"]), as_markdown(p["b"]))): p["class"] for p in pairs}
    total, hits = Counter(labelled.values()), Counter(kind for pair, kind in labelled.items() if pair in found)
    for kind in sorted(total):
        print(f"{kind:15} {hits[kind]:4} of {total[kind]:4}  {hits[kind] / total[kind]:.3f}")
    further = [pair for pair in found if pair not in labelled]
    print(f"{len(further)} further pairs are tied, among {len(names)} articles")
    missed = [(kind, sorted(pair)) for pair, kind in labelled.items() if pair not in found and kind != "overlapping"]
    for kind, pair in sorted(missed)[: options.show]:
        print("missed", kind, *pair)
    for pair in sorted(map(sorted, further))[: options.show]:
        print("further", *pair)


def list_articles(folder: Path) -> list[str]:
    """Paths of all text files below the folder."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.txt"))


def dated(text: str, date: str | None) -> bytes:
    """The article with its date in front matter; one paragraph a line."""
    front = f"---\ndate: {date}\n---\n\n" if date else ""
    return (front + "\n\n".join(text.splitlines())).encode()


def as_markdown(name: str) -> str:
    """The path under which an article is read."""
    return f"{name.removesuffix('.txt')}.md"


if __name__ == "__main__":
    main()
