"""Invented people for benchmarks: given names and surnames drawn as unevenly as real ones, and articles that name them.

The parts come from the word lists of the program, so that their neighbours are as dense as those of real names, and
from syllables; who bears which is drawn. The same seed gives the same names.
"""

from __future__ import annotations

import random
from itertools import accumulate, islice
from typing import TYPE_CHECKING

from lintnews.lexicon import lexicon

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

SYLLABLES = (
    *("bal", "dor", "fen", "gar", "hol", "kes", "lin", "mar", "nor", "pel", "quis", "ras", "sol", "tar", "ven", "wil"),
    *("zan", "ach", "und", "ers", "i", "a", "o", "etti", "sen", "ov"),
)
ROLES = ("mayor", "minister", "professor", "captain", "judge", "coach", "director", "nurse", "driver", "singer")
SURNAMES = 150_000  # as many as a million people of a large country bear, roughly
SENTENCES = (
    "{name}, {age}, said on Monday that the {role} of the harbour had not been asked about the new plan.",
    "The {role} {name} told reporters that nobody had counted the boxes before they were sent away.",
    "{name}, a {role} from the north, denied that the letters had been kept for more than a week.",
    "In the evening {name} walked to the old market, where several people were waiting for news of it.",
)
LATER = "{surname} added that the matter would be looked at again before the end of the year."


class Names:
    """A source of full names: the most common given name comes a hundred times for each ten thousand."""

    def __init__(self, seed: int) -> None:
        self.chooser = random.Random(seed)  # noqa: S311 - made-up names, not secrets
        words = lexicon("en")
        given = {word for kind in ("male", "female", "shared") for word in words.words(f"given-names-{kind}")}
        self.given = self._shuffled({word for word in given if word.isalpha() and len(word) > 1})
        surnames = {word for word in words.words("surnames") if word.isalpha() and len(word) > 1}
        while len(surnames) < SURNAMES:
            surnames.add("".join(self.chooser.choices(SYLLABLES, k=self.chooser.choice((2, 3, 3, 4)))))
        self.surnames = self._shuffled(surnames)
        self._given_weights = list(accumulate(1 / (rank + 10) for rank in range(len(self.given))))
        self._surname_weights = list(accumulate(1 / (rank + 15) for rank in range(len(self.surnames))))

    def _shuffled(self, words: set[str]) -> list[str]:
        """The words as names in an order that tells nothing: the first ones are the common ones."""
        names = [word.capitalize() for word in sorted(words)]
        self.chooser.shuffle(names)
        return names

    def draw(self) -> Iterator[tuple[str, str]]:
        """Full names without end; the same may come again."""
        choices = self.chooser.choices
        while True:
            firsts = choices(self.given, cum_weights=self._given_weights, k=4096)
            yield from zip(firsts, choices(self.surnames, cum_weights=self._surname_weights, k=4096), strict=True)

    def distinct(self, count: int) -> list[tuple[str, str]]:
        """So many different full names, in the order in which they came."""
        seen: dict[tuple[str, str], None] = {}
        for name in self.draw():
            seen[name] = None
            if len(seen) == count:
                break
        return list(seen)

    def popular(self, names: Sequence[tuple[str, str]], count: int) -> list[tuple[str, str]]:
        """Some of the names; those at the front far more often."""
        return [names[int(len(names) * self.chooser.random() ** 3)] for _ in range(count)]

    def misspelled(self, name: tuple[str, str]) -> tuple[str, str]:
        """The name with one letter of the surname changed, dropped or doubled."""
        given, surname = name
        at = self.chooser.randrange(1, len(surname))
        instead = self.chooser.choice(("", surname[at] * 2, self.chooser.choice("aeioulnrst")))
        return given, surname[:at] + instead + surname[at + 1 :]

    def article(self, names: Sequence[tuple[str, str]], day: dt.date) -> bytes:
        """An article that names these people, each once in full and every other one by the surname again."""
        lines = []
        for index, (given, surname) in enumerate(names):
            line = SENTENCES[index % len(SENTENCES)].format(
                name=f"{given} {surname}", role=self.chooser.choice(ROLES), age=self.chooser.randint(18, 80)
            )
            lines.append(f"{line} {LATER.format(surname=surname)}" if index % 2 else line)
        body = "\n\n".join(lines)
        return f"---\ntitle: Letters from the harbour\ndate: {day.isoformat()}\n---\n\n{body}\n".encode()

    def new_article(self, names: Sequence[tuple[str, str]], day: dt.date, size: int = 25) -> bytes:
        """An article with people whom the archive knows, with some of these misspelled, and with others."""
        known = self.popular(names, 2 * size // 5)
        slips = [self.misspelled(name) for name in self.popular(names, size // 5)]
        return self.article([*known, *slips, *islice(self.draw(), size - len(known) - len(slips))], day)
