"""A page a name over all articles: every spelling, where it stands, the titles over time.

Articles are added one by one and let go; what stays is the words of the spellings and four numbers a mention. A page
is a name, not a proof of identity: two people who bear one name share it, and names that are merely alike keep pages
of their own, each of which names the other.
"""

from __future__ import annotations

from array import array
from itertools import permutations
from typing import TYPE_CHECKING, NamedTuple

from lintnews.archive.likeness import alike
from lintnews.archive.mentions import KINDS, gather, is_resolved
from lintnews.lexicon.vocabulary import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lintnews.archive.mentions import Key, Named
    from lintnews.model import NameKind, Story

_FIELDS = 4  # article, start, end, line


class Place(NamedTuple):
    """A mention: the number of its article, offsets into the file as it is on disk, and the line."""

    article: int
    start: int
    end: int
    line: int


class Like(NamedTuple):
    """Another page whose name is nearly this one, and how they differ."""

    page: Page
    differs: str


class Held(NamedTuple):
    """What is kept of an article: its path and its date ("" if it has none)."""

    path: str
    published: str


class Page:
    """A name over all articles; `forms` hold packed places (read them with `places`), `titles` numbers of articles."""

    __slots__ = ("forms", "key", "kind", "name", "titles")

    def __init__(self, one: Named) -> None:
        self.kind: NameKind = one.kind
        self.key = one.key
        self.name = one.name
        self.forms: dict[str, array[int]] = {}
        self.titles: dict[str, array[int]] = {}

    @property
    def resolved(self) -> bool:
        """Whether it is known what the name means."""
        return is_resolved(self.key)

    @property
    def sort(self) -> str:
        """The section that it stands in: its kind, "unknown" if it is not resolved."""
        return self.kind if self.resolved else "unknown"

    @property
    def articles(self) -> list[int]:
        """The numbers of the articles that name it, in order."""
        return sorted({number for packed in self.forms.values() for number in packed[::_FIELDS]})

    @property
    def mentions(self) -> int:
        """How often it is named."""
        return sum(map(len, self.forms.values())) // _FIELDS

    def spellings(self) -> list[tuple[str, array[int]]]:
        """Spellings with their packed places: the fullest name first, then the most frequent."""
        return sorted(self.forms.items(), key=lambda form: (form[0] != self.name, -len(form[1]), form[0]))

    def count(self, form: str) -> int:
        """How often a spelling is used."""
        return len(self.forms[form]) // _FIELDS

    def called(self, low: str, full: tuple[str, str]) -> bool:
        """Whether a folded name (`full`: its first and last word) means it: a spelling, the surname, the full name."""
        if low in {fold(form) for form in (self.name, *self.forms)}:
            return True
        named = self.kind == "person" and self.resolved
        return named and (low in {self.key[2], " ".join(self.key[1:3])} or full == self.key[1:])

    def add(self, number: int, one: Named) -> None:
        """Add what an article has of the name."""
        if (one.name.count(" "), self.name.isupper()) > (self.name.count(" "), one.name.isupper()):
            self.name = one.name
        for form, spots in one.forms.items():
            packed = self.forms.setdefault(form, array("I"))
            for spot in spots:
                packed.extend((number, *spot))
        for title in one.titles:
            same = next((known for known in self.titles if fold(known) == fold(title)), title)
            self.titles.setdefault(same, array("I")).append(number)


def places(packed: array[int]) -> Iterator[Place]:
    """The places of a spelling, in the order of articles and mentions."""
    for index in range(0, len(packed), _FIELDS):
        yield Place(*packed[index : index + _FIELDS])


class Archive:
    """The pages of all articles that were added.

    `spellings` is the register's: every allowed spelling of a person, case-folded, to the house's spelling.
    """

    def __init__(self, spellings: Mapping[str, str] | None = None) -> None:
        self._spellings = spellings or {}
        self.articles: list[Held] = []
        self.pages: dict[Key, Page] = {}

    def add(self, story: Story) -> None:
        """Put the names of an article on their pages."""
        number = len(self.articles)
        published = story.article.published
        self.articles.append(Held(story.article.path, published.isoformat() if published else ""))
        for one in gather(story):
            page = self.pages.get(one.key)
            if page is None:
                page = self.pages[one.key] = Page(one)
            page.add(number, one)

    def sorted(self) -> list[Page]:
        """All pages: people, organisations, places, what is not resolved; in each the most often told of first."""

        def order(page: Page) -> tuple[int, int, int, str, Key]:
            """Kind, number of articles, number of mentions, name."""
            kind = KINDS.index(page.kind) if page.resolved else len(KINDS)
            return (kind, -len(page.articles), -page.mentions, fold(page.name), page.key)

        return sorted(self.pages.values(), key=order)

    def period(self, numbers: Iterable[int]) -> tuple[str, str]:
        """First and last date of publication of these articles; "" if none has a date."""
        dates = sorted(date for number in numbers if (date := self.articles[number].published))
        return (dates[0], dates[-1]) if dates else ("", "")

    def titles(self, page: Page) -> list[tuple[str, list[int], str, str]]:
        """Titles of a page in the order of time: as worded, the articles that use it, first and last date."""
        found = [(title, sorted(set(packed)), *self.period(packed)) for title, packed in page.titles.items()]
        return sorted(found, key=lambda told: (told[2] or "9999", told[1][0], told[0]))

    def likes(self) -> dict[Key, list[Like]]:
        """Key of a page to the pages with like names, the most often told of first."""
        pairs = alike(self.pages)
        for keys in self._registered().values():
            for one, other in permutations(keys, 2):
                pairs.setdefault(one, {})[other] = "one person, says the register"
        found: dict[Key, list[Like]] = {}
        for key, others in pairs.items():
            likes = (Like(self.pages[other], differs) for other, differs in others.items())
            found[key] = sorted(likes, key=lambda like: (-len(like.page.articles), like.page.key))
        return found

    def _registered(self) -> dict[str, list[Key]]:
        """The house's spelling of a person to the pages that have a spelling which the register allows."""
        found: dict[str, list[Key]] = {}
        for page in self.pages.values() if self._spellings else ():
            for house in {
                self._spellings[form.casefold()] for form in page.forms if form.casefold() in self._spellings
            }:
                found.setdefault(house, []).append(page.key)
        return found

    def find(self, wanted: str) -> list[Page]:
        """The pages that a name means: a full name, a spelling that was used, a surname, a title with a name."""
        low = " ".join(fold(wanted).split())
        full = (low.partition(" ")[0], low.rpartition(" ")[2])
        return [page for page in self.sorted() if page.called(low, full)]
