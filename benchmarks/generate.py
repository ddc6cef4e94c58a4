"""Write an archive of made-up news: articles that share people, places and events, as real archives do.

    python benchmarks/generate.py FOLDER --articles 10000 --words 500 --seed 1

The same arguments give the same bytes. Events are told by one to four articles on neighbouring days; people and places
come back from event to event, some far more often than others.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
from pathlib import Path

GIVEN = [
    "Ada",
    "Bram",
    "Cleo",
    "Dario",
    "Edda",
    "Ferro",
    "Gwen",
    "Hugo",
    "Iria",
    "Jonas",
    "Kaia",
    "Lorin",
    "Mara",
    "Nils",
    "Orla",
    "Pavel",
    "Quin",
    "Rhea",
    "Sten",
    "Tova",
]
SYLLABLES = [
    "bal",
    "dor",
    "fen",
    "gar",
    "hol",
    "kes",
    "lin",
    "mar",
    "nor",
    "pel",
    "quis",
    "ras",
    "sol",
    "tar",
    "ven",
    "wil",
    "zan",
]
ROLES = ("Mayor", "Minister", "Professor", "Captain", "Judge", "Dr", "Coach", "Director")
EVENTS = (
    ("fire", "injured", "crews"),
    ("flood", "evacuated", "households"),
    ("strike", "affected", "workers"),
    ("crash", "killed", "passengers"),
    ("protest", "arrested", "demonstrators"),
    ("vote", "backed", "delegates"),
)
TEMPLATES = (
    "{role} {person} said on {weekday} that the {event} in {place} had left {n} {noun} {verb}.",
    "“We did not expect this to last until {month},” {surname} said.",
    "The council of {place} has set aside ${m}.{d} million for repairs, up from ${k}.{d} million a year ago.",
    "About {n} people gathered outside the {place} town hall, according to the police.",
    "{surname}, {age}, has lived in {place} since {year}.",
    "Critics say the plan falls short, but {other} told reporters that it would be reviewed by {month} {day}.",
    "Traffic between {place} and {place2} was slow for most of the morning, and two schools stayed closed.",
    "The {place} Transport Authority (PTA) reported that {p} percent of its buses were running by the evening.",
    "It was the third such {event} in the region within {k} years.",
    "Residents described hearing a loud noise shortly before {k} p.m. and seeing smoke above the old market.",
    "A spokesman for the ministry declined to comment on the cost, and said that an inquiry would begin next week.",
    "Officials have not yet decided whether the bridge at {place2} can be used again before the winter.",
)


def surname(number: int) -> str:
    """A surname made of syllables; the same number gives the same name."""
    chooser = random.Random(number)  # noqa: S311 - made-up names, not secrets
    return "".join(chooser.choices(SYLLABLES, k=chooser.choice((2, 3)))).capitalize()


def pick(chooser: random.Random, size: int) -> int:
    """A number below `size`; small ones come far more often."""
    return int(size * chooser.random() ** 3)


def article(chooser: random.Random, event: dict[str, object], words: int) -> str:
    """One article on an event."""
    paragraphs: list[str] = []
    count = 0
    while count < words:
        sentences = []
        for template in chooser.sample(TEMPLATES, k=chooser.choice((2, 3))):
            sentence = template.format(
                **event,
                other=f"{chooser.choice(GIVEN)} {surname(pick(chooser, 5000))}",
                m=chooser.randint(2, 90),
                d=chooser.randint(1, 9),
                k=chooser.randint(2, 9),
                p=chooser.randint(10, 95),
                age=chooser.randint(22, 80),
                year=chooser.randint(1960, 2020),
                day=chooser.randint(1, 28),
                month=chooser.choice(("January", "March", "June", "October")),
                weekday=chooser.choice(("Monday", "Tuesday", "Thursday", "Friday")),
            )
            sentences.append(sentence)
            count += len(sentence.split())
        paragraphs.append(" ".join(sentences))
    title = (
        f"{str(event['event']).capitalize()} in {event['place']} leaves {event['n']} {event['noun']} {event['verb']}"
    )
    return f'---\ntitle: "{title}"\ndate: {event["date"]}\n---\n\n' + "\n\n".join(paragraphs) + "\n"


def write(folder: Path, articles: int, words: int, seed: int) -> None:
    """Write the archive, a thousand articles a folder."""
    chooser = random.Random(seed)  # noqa: S311 - made-up names, not secrets
    written = 0
    start = dt.date(2015, 1, 1)
    while written < articles:
        kind, verb, noun = chooser.choice(EVENTS)
        day = start + dt.timedelta(days=written * 3600 // max(articles, 1))
        place, place2 = (surname(100_000 + pick(chooser, 2000)) for _ in range(2))
        last = surname(pick(chooser, 5000))
        event: dict[str, object] = {
            "event": kind,
            "verb": verb,
            "noun": noun,
            "n": chooser.randint(3, 900),
            "place": place,
            "place2": place2,
            "surname": last,
            "person": f"{chooser.choice(GIVEN)} {last}",
            "role": chooser.choice(ROLES),
        }
        for told in range(min(chooser.choice((1, 1, 2, 4)), articles - written)):
            event["date"] = (day + dt.timedelta(days=told)).isoformat()
            path = folder / f"{written // 1000:04}" / f"{written:07}-{kind}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(article(chooser, event, words), encoding="utf-8")
            written += 1


def main() -> None:
    """Read the arguments and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--words", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    write(given.folder, given.articles, given.words, given.seed)


if __name__ == "__main__":
    main()
