"""Write an archive of made-up news: articles that share people, places and events as real archives do.

    python benchmarks/generate.py FOLDER --articles 10000 --words 500 --seed 1

The same arguments give the same bytes, whatever the machine. An event is told by one to four articles on neighbouring
days, which share its people, its figures and some of what was said; in a few of them a figure or an age differs, or a
paragraph is used again, and some articles are filed twice. Some people, places and bodies are of one event, some come
back, a few all the time. `portrait.py` shows such an archive beside a real one.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
from pathlib import Path
from typing import NamedTuple, TypeVar

import vocabulary as v

T = TypeVar("T")
PEOPLE, PLACES, KNOWN_BODIES = 3000, 800, 400  # that come back
RETOLD = (1, 1, 1, 1, 1, 1, 2, 2, 3, 4)  # articles an event
FILED_TWICE = 0.05  # of the articles on an event that has more than one


class Person(NamedTuple):
    """Somebody who is in the news."""

    given: str
    surname: str
    age: int
    title: str  # "" if there is none
    post: str


class Event(NamedTuple):
    """What articles on it share."""

    kind: str
    noun: str  # whom it concerned
    done: str  # in what way
    day: dt.date
    places: tuple[str, str]
    people: tuple[Person, ...]
    body: tuple[str, str]  # name, and what it is called for short
    number: int
    money: tuple[int, int]
    things: tuple[str, ...]
    looks: tuple[str, ...]
    deeds: tuple[str, ...]
    quotes: tuple[tuple[Person, str], ...]
    background: str


class Newsroom:
    """Makes events and articles, all from one seed."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)  # noqa: S311 - made-up news, not secrets
        self._places = [self._place() for _ in range(PLACES)]
        self._people = [self._person() for _ in range(PEOPLE)]
        self._bodies = [self._body() for _ in range(KNOWN_BODIES)]

    def event(self, day: dt.date) -> Event:
        """Something that happens on a day."""
        chance = self._chance
        people = tuple(
            self._again(self._people) if chance.random() < 0.25 else self._person() for _ in range(chance.randint(3, 6))
        )
        places = tuple(self._again(self._places) if chance.random() < 0.7 else self._place() for _ in range(2))
        things = tuple(word.replace("-", " ") for word in chance.sample(v.THINGS, 7))
        looks, deeds = tuple(chance.sample(v.LOOKS, 8)), tuple(chance.sample(v.DEEDS, 12))
        event = Event(
            kind=chance.choice(v.EVENTS),
            noun=chance.choice(v.WHOM),
            done=chance.choice(v.DONE),
            day=day,
            places=(places[0], places[1]),
            people=people,
            body=self._again(self._bodies) if chance.random() < 0.85 else self._body(),
            number=chance.randint(3, 400),
            money=(chance.randint(2, 90), chance.randint(1, 9)),
            things=things,
            looks=looks,
            deeds=deeds,
            quotes=(),
            background="",
        )
        quotes = tuple((chance.choice(people), self._filled(event, line)) for line in chance.sample(v.SPEECH, 8))
        background = " ".join(self._filled(event, line) for line in chance.sample(v.FACTS, 3))
        return event._replace(quotes=quotes, background=background)

    def article(self, event: Event, day: dt.date, words: int) -> str:
        """One article on an event, printed on a day."""
        chance = self._chance
        kind, noun, done, (place, _) = event.kind, event.noun, event.done, event.places
        count = event.number if chance.random() < 0.98 else event.number + 1
        paragraphs = [self._lead(event, count, day)]
        met = {event.people[0].surname}
        said = iter(chance.sample(event.quotes, len(event.quotes)))
        size = 0
        while size < words:
            paragraphs.append(self._paragraph(event, next(said, None), met))
            size = sum(len(text.split()) for text in paragraphs)
        if chance.random() < 0.1:
            paragraphs.insert(-1, event.background)
        if chance.random() < 0.01:
            paragraphs.append(
                f"Correction, {day:%B} {day.day}: An earlier version of this article gave the number of {noun} as"
                f" {count + 3}."
            )
        title = f"{count} {noun} {done} in {place} {kind}, {event.people[0].surname} says"
        return f'---\ntitle: "{title}"\ndate: {day.isoformat()}\n---\n\n' + "\n\n".join(paragraphs) + "\n"

    def _lead(self, event: Event, count: int, day: dt.date) -> str:
        who = event.people[0]
        happened = v.DAYS[event.day.weekday()]
        first = f"{self._introduced(who, event)} said on {v.DAYS[day.weekday()]} that {count} {event.noun} had been"
        first += f" {event.done} in {event.places[0]} after the {event.kind} on {happened}."
        return f"{first} {self._filled(event, self._chance.choice(v.FACTS))}"

    def _paragraph(self, event: Event, quote: tuple[Person, str] | None, met: set[str]) -> str:
        """Two or three sentences; a quotation with its speaker, who is introduced where he or she is first named."""
        chance = self._chance
        lines = [self._filled(event, chance.choice(v.FACTS)) for _ in range(chance.choice((2, 2, 3)))]
        if chance.random() < 0.15:
            lines.append(self._filled(event, chance.choice(v.VAGUE)))
        draw = chance.random()
        if draw < 0.25:
            lines.append(self._filled(event, chance.choice(v.NUMBERS)))
        elif draw < 0.3:
            lines.append(f"The {event.body[0]} has {event.money[0]}.{event.money[1]} million dollars for it.")
        elif draw < 0.95 and quote is not None:
            speaker, words = quote
            known = speaker.surname in met
            met.add(speaker.surname)
            name = speaker.surname if known else self._introduced(speaker, event)
            lines.append(f"“{words},” {name} {chance.choice(v.SAID)}.")
        return " ".join(lines)

    def _introduced(self, person: Person, event: Event) -> str:
        """A person named in full."""
        if person.title:
            where = v.ROLES[person.title].format(place=event.places[0])
            return f"{person.title} {person.given} {person.surname} of {where}"
        if self._chance.random() < 0.12:
            age = person.age if self._chance.random() < 0.98 else person.age + 2
            return f"{person.given} {person.surname}, {age}, {person.post} in {event.places[1]},"
        return f"{person.given} {person.surname}, {person.post} of the {event.body[0]},"

    def _filled(self, event: Event, line: str) -> str:
        """A sentence on an event: mostly in its own words, and with its people."""
        chance = self._chance
        (thing, thing2), (look, look2) = self._two(event.things, v.THINGS), self._two(event.looks, v.LOOKS)
        deed, deed2 = self._two(event.deeds, v.DEEDS)
        told = line.format(
            thing=thing,
            thing2=thing2,
            look=look,
            look2=look2,
            deed=deed,
            deed2=deed2,
            tail=self._tail(),
            tail2=self._tail(),
            opening=chance.choice(v.OPENINGS),
            place=event.places[0],
            place2=event.places[1] if chance.random() < 0.6 else self._again(self._places),
            surname=chance.choice(event.people[:2]).surname,
            surname2=event.people[-1].surname,
            other=f"{chance.choice(v.GIVEN)} {self._surname()}",
            name=chance.choice(event.people).surname,
            body=event.body[0],
            body_short=f"the {event.body[0]}" if chance.random() < 0.5 else event.body[1],
            month=chance.choice(v.MONTHS),
            year=chance.randint(1950, 2014),
            k=chance.randint(2, 40),
            m=event.money[0],
            d=event.money[1],
            p=chance.randint(3, 96),
            big=f"{chance.randint(2, 90)},{chance.randint(0, 999):03}",
        )
        return _with_articles(told)

    def _two(self, own: tuple[str, ...], every: list[str]) -> list[str]:
        """Two words, mostly of the event's own."""
        words = own if self._chance.random() < 0.6 else every
        return [word.replace("-", " ") for word in self._chance.sample(words, 2)]

    def _tail(self) -> str:
        chance = self._chance
        return f"{chance.choice(v.WHEN)} {chance.choice(v.KINDS)} {chance.choice(v.OCCASIONS).replace('-', ' ')}"

    def _again(self, known: list[T]) -> T:
        """One of those who come back; the first ones far more often."""
        return known[int(len(known) * self._chance.random() ** 3)]

    def _surname(self) -> str:
        chance = self._chance
        end = chance.choice(v.ENDINGS) if chance.random() < 0.6 else self._syllable()
        return (self._syllable() + (self._syllable() if chance.random() < 0.6 else "") + end).capitalize()

    def _syllable(self) -> str:
        chance = self._chance
        return (
            chance.choice(v.ONSETS)
            + chance.choice(v.VOWELS)
            + (chance.choice(v.CODAS) if chance.random() < 0.6 else "")
        )

    def _place(self) -> str:
        return (self._syllable() + self._syllable() + self._chance.choice(v.TOWNS)).capitalize()

    def _person(self) -> Person:
        chance = self._chance
        title = chance.choice(list(v.ROLES)) if chance.random() < 0.4 else ""
        return Person(chance.choice(v.GIVEN), self._surname(), chance.randint(22, 80), title, chance.choice(v.POSTS))

    def _body(self) -> tuple[str, str]:
        """Its name, and what it is called for short: every third one by an acronym."""
        chance = self._chance
        what = chance.choice(v.BODIES)
        name = f"{self._again(self._places)} {chance.choice(v.MIDDLES)} {what}"
        short = (
            "".join(word[0] for word in name.split()) if chance.random() < 0.3 else f"the {what.split()[-1].lower()}"
        )
        return name, short


def _with_articles(line: str) -> str:
    """The line with "an" before vowels, and a capital letter at its start."""
    words = line.split(" ")
    for at, word in enumerate(words[:-1]):
        if word in {"a", "A"} and words[at + 1][0] in "aeiou":
            words[at] += "n"
    line = " ".join(words)
    return line[0].upper() + line[1:]


def write(folder: Path, articles: int, words: int, seed: int) -> None:
    """Write the archive, a thousand articles a folder."""
    newsroom = Newsroom(seed)
    chance = random.Random(seed)  # noqa: S311 - made-up news, not secrets
    written = 0
    start = dt.date(2015, 1, 1)
    while written < articles:
        event = newsroom.event(start + dt.timedelta(days=written * 3600 // max(articles, 1)))
        text = ""
        for told in range(min(chance.choice(RETOLD), articles - written)):
            path = folder / f"{written // 1000:04}" / f"{written:07}-{event.kind}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            if not text or chance.random() > FILED_TWICE:
                text = newsroom.article(event, event.day + dt.timedelta(days=told), words)
            path.write_text(text, encoding="utf-8")
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
