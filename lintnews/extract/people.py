"""The people of one article: full names first, then every later mention that is plainly one of them.

Two mentions are one person only if the words that they share are spelled alike (letter case and accents aside), so that
a misspelled name stays a person of its own, which a check can then compare. A bare surname or given name resolves to
the one person of the article who has it; with several, only if a title tells them apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.lexicon.vocabulary import fold

if TYPE_CHECKING:
    from lintnews.extract.capitals import Piece
    from lintnews.lexicon.vocabulary import Vocabulary

_MEN = frozenset({"mr", "mr.", "sir", "lord", "king", "prince"})
_WOMEN = frozenset({"mrs", "mrs.", "ms", "ms.", "miss", "dame", "lady", "queen", "princess", "madam", "madame"})


class Person:
    """A person of the article: number, folded given name and surname, and the titles that were used."""

    __slots__ = ("given", "middle", "number", "surname", "titles")

    def __init__(self, number: int, given: str, surname: str, middle: str) -> None:
        self.number = number
        self.given = given
        self.surname = surname
        self.middle = middle
        self.titles: set[str] = set()


class People:
    """The people found so far, by full name, surname, part of a surname and given name."""

    def __init__(self, words: Vocabulary) -> None:
        self._words = words
        self._full: dict[tuple[str, str, str], Person] = {}
        self.by_surname: dict[str, list[Person]] = {}
        self._by_part: dict[str, list[Person]] = {}
        self.by_given: dict[str, list[Person]] = {}
        self._count = 0

    def introduce(self, given: str, surname: str, suffix: str, title: str | None) -> Person:
        """The person of a full name, made if new."""
        first, _, rest = fold(given).partition(" ")
        last = fold(surname)
        middle = rest[:1]
        person = self._full.get((first, last, suffix))
        if person and middle and person.middle and middle != person.middle:
            suffix = f"{suffix}{middle}"
            person = self._full.get((first, last, suffix))
        if person is None:
            person = self._full[first, last, suffix] = self._new(first, last, middle)
            self.by_surname.setdefault(last, []).append(person)
            self.by_given.setdefault(first, []).append(person)
            if not last.isalpha():
                for part in last.replace("-", " ").split():
                    if part != last and len(part) > 2:
                        self._by_part.setdefault(part, []).append(person)
        if title:
            person.titles.add(fold(title))
        person.middle = person.middle or middle
        return person

    def called(self, surname: str, title: str | None) -> Person | None:
        """The person whom a bare, folded surname means, or None where nobody or more than one has it."""
        found = self.by_surname.get(surname) or self._by_part.get(surname)
        return self._one(found, title) if found else None

    def known(self, surname: str) -> bool:
        """Whether anybody of the article has this folded surname."""
        return surname in self.by_surname

    def addressed(self, given: str) -> Person | None:
        """The one person with this folded given name, or None."""
        return self._one(self.by_given.get(given, ()), None)

    def titled(self, surname: str, given: str, title: str) -> Person:
        """A person known by title and one name only, made if new."""
        key = (fold(given), fold(surname), "")
        person = self._full.get(key)
        if person is None:
            person = self._full[key] = self._new(key[0], key[1], "")
            self.by_surname.setdefault(key[1], []).append(person)
        person.titles.add(fold(title))
        return person

    def _one(self, found: list[Person] | tuple[()], title: str | None) -> Person | None:
        """The single candidate; among several the one whose title or gender fits."""
        if len(found) <= 1 or title is None:
            return found[0] if len(found) == 1 else None
        low = fold(title)
        fitting = [p for p in found if low in p.titles] or [p for p in found if self._gender_fits(p, low)]
        return fitting[0] if len(fitting) == 1 else None

    def _gender_fits(self, person: Person, title: str) -> bool:
        if title in _MEN:
            return person.given in self._words.male
        return title in _WOMEN and person.given in self._words.female

    def _new(self, given: str, surname: str, middle: str) -> Person:
        self._count += 1
        return Person(self._count - 1, given, surname, middle)


def split_name(piece: Piece, words: Vocabulary) -> tuple[str, str]:
    """Given name and surname of two or more words: middle names and initials go with the given name."""
    folded = piece.folded
    first = 1
    while first < len(folded) - 1 and folded[first] not in words.particles:
        if not (folded[first] in words.given or folded[first].endswith(".") or len(folded[first]) == 1):
            break
        first += 1
    return " ".join(piece.words[:first]), " ".join(piece.words[first:])
