"""How many altered quotations are noticed when one stands in two articles of a folder.

    python benchmarks/quotations.py FOLDER [--count N] [--seed N] [--show N]

Finds quotations of at least eight words that two articles of the folder have in the same words, then takes up to
`count` of them and, in one of the two articles, in turn
- puts another word of the folder's quotations in place of a content word ("word"),
- takes a content word out ("lost"),
- puts a "not" in or takes one out ("not"),
- puts an invented name in place of the speaker's, where both articles name one ("speaker").
Each pair is then checked alone, as two files, and counts as noticed if a finding lies on the altered quotation or on
its twin. What the two articles already differ in elsewhere is not counted. Prints noticed of altered for each.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lintnews.checks.wording import normal
from lintnews.config import Config
from lintnews.engine import run
from lintnews.setup import Setup, workshop_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lintnews.workshop import Workshop

RULES = ("altered-quotation", "misattributed-quotation")
CONTENT = re.compile(r"(?<![\w’'-])[a-z]{5,}(?![\w’'-])")
NOT = re.compile(r" not\b(?! only)")
VERB = re.compile(r"\b(?:is|are|was|were|will|can|has|have|had|would|could|should)\b(?! not)(?!n)")
INVENTED = "Tamsin Okervold"


class Place(NamedTuple):
    """A quotation in an article's file."""

    path: str
    start: int
    end: int
    speaker: str


def main() -> None:
    """Read the arguments, alter, check and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=100, help="pairs that are altered (default: 100)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=0, help="list this many that were missed")
    given = parser.parse_args()
    chooser = random.Random(given.seed)  # noqa: S311 - a seeded sample, no secret
    workshop = workshop_of(Setup(Config(select=RULES), isolated=True))
    paths = sorted(p.as_posix() for p in given.folder.rglob("*") if p.suffix in {".txt", ".md"})
    pairs, words = pairs_of(workshop, paths)
    chooser.shuffle(pairs)
    altered: Counter[str] = Counter()
    noticed: Counter[str] = Counter()
    missed: list[str] = []
    for one, other in pairs[: given.count]:
        source = Path(one.path).read_text("utf-8")
        for kind, text, start, end in versions(source, one, words, chooser, named=bool(other.speaker)):
            altered[kind] += 1
            if is_noticed(workshop, Place(one.path, start, end, ""), other, text):
                noticed[kind] += 1
            else:
                missed.append(f"missed {kind}: {text[start:end]!r} in {one.path} beside {other.path}")
    print(f"{len(paths)} articles, {len(pairs)} quotations that two of them have in the same words")
    for kind, count in sorted(altered.items()):
        print(f"{kind:8} {noticed[kind]:4} of {count:4}  {noticed[kind] / count:.3f}")
    print(*missed[: given.show], sep="\n")


def pairs_of(workshop: Workshop, paths: Sequence[str]) -> tuple[list[tuple[Place, Place]], list[str]]:
    """Quotations that stand in two articles in the same words, one pair each, and the content words of all."""
    places: dict[str, list[Place]] = defaultdict(list)
    words: set[str] = set()
    for path in paths:
        story = workshop.story(path, Path(path).read_bytes())
        article = story.article
        speakers = {
            span.start: a.speaker or ""
            for a in story.facts.attributions
            if a.source is not None and a.source_kind == "person"
            for span in a.content
        }
        for quotation in story.facts.quotations:
            shown = story.text(quotation)
            start = article.source.find(shown)
            key = " ".join(normal(shown))
            words.update(CONTENT.findall(shown))
            if key.count(" ") >= 7 and start >= 0 and article.source.count(shown) == 1:
                speaker = next((speakers[s] for s in range(quotation.start, quotation.end) if s in speakers), "")
                places[key].append(Place(path, start, start + len(shown), speaker))
    found = [next(of_two(known), None) for _, known in sorted(places.items())]
    return [pair for pair in found if pair is not None], sorted(words)


def of_two(known: list[Place]) -> Iterator[tuple[Place, Place]]:
    """The first two places that are in two articles."""
    for other in known[1:]:
        if other.path != known[0].path:
            yield known[0], other


def versions(
    source: str, one: Place, words: list[str], chooser: random.Random, *, named: bool
) -> Iterator[tuple[str, str, int, int]]:
    """The file with its quotation altered in each way that there is: kind, text, where the quotation is then."""
    shown = source[one.start : one.end]
    inner = [hit for hit in CONTENT.finditer(shown) if shown[: hit.start()].count(" ") >= 2]
    inner = [hit for hit in inner if shown[hit.end() :].count(" ") >= 2]
    changes: list[tuple[str, int, int, str]] = []
    if inner:
        hit = chooser.choice(inner)
        changes.append(("word", hit.start(), hit.end(), chooser.choice([w for w in words if w != hit.group()])))
        hit = chooser.choice(inner)
        changes.append(("lost", hit.start(), hit.end() + 1, ""))
    turned = NOT.search(shown)
    verb = VERB.search(shown, 1)
    if turned:
        changes.append(("not", turned.start(), turned.end(), ""))
    elif verb:
        changes.append(("not", verb.end(), verb.end(), " not"))
    for kind, start, end, new in changes:
        put = shown[:start] + new + shown[end:]
        yield kind, source[: one.start] + put + source[one.end :], one.start, one.start + len(put)
    surname = one.speaker.rsplit(" ", 1)[-1]
    if named and surname and surname not in shown:
        head, tail = source[: one.start], source[one.end :]
        head, tail = (
            re.sub(rf"(?:{re.escape(one.speaker)}|\b{re.escape(surname)}\b)", INVENTED, t) for t in (head, tail)
        )
        yield "speaker", f"{head}{shown}{tail}", len(head), len(head) + len(shown)


def is_noticed(workshop: Workshop, one: Place, other: Place, text: str) -> bool:
    """Whether a finding lies on the altered quotation or on its twin."""
    given = {one.path: text.encode(), other.path: Path(other.path).read_bytes()}
    spans = {place.path: place for place in (one, other)}
    report = run(workshop, sorted(given), given=given, whole=True)
    places = [place for finding in report.findings for place in (finding.place, *(r.place for r in finding.related))]
    return any(place.start < spans[place.path].end and place.end > spans[place.path].start for place in places)


if __name__ == "__main__":
    main()
