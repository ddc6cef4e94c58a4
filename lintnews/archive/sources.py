"""Who is cited, how often, as what, named or not, directly or not: in an article and over all of them.

It is the table that editors keep by hand in source audits. A source of an article is what `lintnews.sourcing.cited`
gives; here it gets the name and the titles that the article's names have, so that one person is one source everywhere.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, NamedTuple

from lintnews.archive.mentions import gather
from lintnews.archive.pages import Held
from lintnews.archive.roles import is_courtesy
from lintnews.lexicon import lexicon
from lintnews.lexicon.vocabulary import fold
from lintnews.patterns import late
from lintnews.placing import Locator
from lintnews.sourcing import cited

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.archive.mentions import Key, Named
    from lintnews.model import Story
    from lintnews.sourcing import Cited

SORTS = ("person", "organisation", "body", "document", "role", "collective", "anonymous", "unknown")
_HONOURS = frozenset({"sir", "dame"})  # they tell how somebody is addressed, not as what
_AGED = late(r"\b\d{1,3}-year-old\Z")
_MARKS = " ,;:.“”\"'’‘"
_DETERMINERS = ("the ", "a ", "an ")


class Source(NamedTuple):
    """A source of an article.

    `sort` is one of SORTS: a role that has a name is a person, an organisation without its name is a body ("the
    company" of two articles is not one), and what has a name but is nobody known is unknown.
    `times` attributions are its own, `direct` of them in quotation marks, `words` words; `start`, `end` and `line` are
    where it is first cited, in the file as it is on disk.
    """

    key: Key
    name: str
    sort: str
    named: bool
    roles: tuple[str, ...]
    times: int
    direct: int
    words: int
    start: int
    end: int
    line: int


def sources_of(story: Story) -> list[Source]:
    """The sources of an article, the most cited first."""
    named: dict[str, Named] = {}
    for one in gather(story):
        if one.resolved:
            for form in (one.name, *one.forms):
                named.setdefault(fold(form), one)
    locator = Locator(story.article)
    return [source_of(row, named.get(fold(row.name)), locator) for row in cited(story)]


def source_of(row: Cited, one: Named | None, locator: Locator) -> Source:
    """A row of the source ledger under the name and with the titles of the person whom it means."""
    start, end = locator.source_span(row.first.start, row.first.end)
    counts = (row.count, row.direct, row.words, start, end, locator.line(start))
    if one is not None and one.kind == "person":
        told = [title for title in one.titles if title.lower() not in _HONOURS]
        roles = tuple(told) or tuple(introduced(row, one))
        return Source(one.key, one.name, "person", row.named, roles, *counts)
    sort: str = row.kind
    if row.named and row.kind in {"person", "role"}:
        sort = "unknown" if one is None else "organisation"  # a place speaks as its government
    named = row.named or (one is not None and one.resolved)
    if row.kind == "organisation" and not named:
        sort = _unnamed(row.name)
    name = row.name.strip(_MARKS)
    bare = fold(name)
    opening = next((word for word in _DETERMINERS if bare.startswith(word)), "")
    return Source((sort, bare.removeprefix(opening)), name, sort, named, (), *counts)


def _unnamed(name: str) -> str:
    """The sort of what was taken for an organisation and has no name: a person by age, a body, or nobody known."""
    if _AGED.search(name):
        return "role"
    head = fold(name).rpartition(" ")[2].strip(_MARKS)
    return "body" if lexicon("en").table("source-nouns").get(head) == "organisation" else "unknown"


def introduced(row: Cited, one: Named) -> Iterator[str]:
    """The role that the source ledger has for a person of whom no title is told, if it is one."""
    words = row.role.split()
    courtesy = words and (is_courtesy(words[-1]) or row.role.lower() in _HONOURS)
    if words and not courtesy and words[0] not in {"who", "whose"} and not one.name.startswith(row.role):
        yield row.role.removeprefix("the ")


class Citing(NamedTuple):
    """An article that cites a source: its number, attributions, direct ones, words, and where it is first cited."""

    article: int
    times: int
    direct: int
    words: int
    start: int
    end: int
    line: int


_FIELDS = len(Citing._fields)


class SourcePage:
    """A source over all articles; `packed` holds its citings."""

    __slots__ = ("key", "name", "named", "packed", "roles", "sort")

    def __init__(self, one: Source) -> None:
        self.key = one.key
        self.name = one.name
        self.sort = one.sort
        self.named = one.named
        self.roles: dict[str, int] = {}
        self.packed = array("I")

    def add(self, number: int, one: Source) -> None:
        """Add what an article has of the source."""
        self.packed.extend((number, one.times, one.direct, one.words, one.start, one.end, one.line))
        if one.sort == "person" and one.name.count(" ") > self.name.count(" "):
            self.name = one.name
        for role in one.roles:
            same = next((known for known in self.roles if fold(known) == fold(role)), role)
            self.roles[same] = self.roles.get(same, 0) + 1

    def join(self, other: SourcePage) -> None:
        """Take over the articles of a page of the same source."""
        both = sorted([*self.citings(), *other.citings()])
        self.packed = array("I", [number for citing in both for number in citing])

    def citings(self) -> Iterator[Citing]:
        """The articles that cite it, in order."""
        for index in range(0, len(self.packed), _FIELDS):
            yield Citing(*self.packed[index : index + _FIELDS])

    @property
    def articles(self) -> int:
        """In how many articles it is cited."""
        return len(set(self.packed[::_FIELDS]))

    @property
    def count(self) -> int:
        """How often it is cited."""
        return sum(self.packed[1::_FIELDS])

    @property
    def direct(self) -> int:
        """How often in quotation marks."""
        return sum(self.packed[2::_FIELDS])

    @property
    def words(self) -> int:
        """How many words are its own."""
        return sum(self.packed[3::_FIELDS])


class SourceArchive:
    """The sources of all articles that were added."""

    def __init__(self) -> None:
        self.articles: list[Held] = []
        self.pages: dict[Key, SourcePage] = {}

    def add(self, story: Story) -> None:
        """Put the sources of an article on their pages."""
        number = len(self.articles)
        published = story.article.published
        self.articles.append(Held(story.article.path, published.isoformat() if published else ""))
        for one in sources_of(story):
            page = self.pages.get(one.key)
            if page is None:
                page = self.pages[one.key] = SourcePage(one)
            page.add(number, one)

    def period(self, page: SourcePage) -> tuple[str, str]:
        """First and last date of the articles that cite a source; "" if none has a date."""
        dates = sorted(date for citing in page.citings() if (date := self.articles[citing.article].published))
        return (dates[0], dates[-1]) if dates else ("", "")

    def settle(self) -> None:
        """Put what is not known in one article to the source of these words that another knows, if there is one."""
        for key in list(self.pages):
            if key[0] != "unknown":
                continue
            known = [found for sort in ("organisation", "collective") if (found := self.pages.get((sort, *key[1:])))]
            if len(known) == 1:
                known[0].join(self.pages.pop(key))

    def sorted(self) -> list[SourcePage]:
        """All sources, those cited in most articles first."""
        self.settle()
        return sorted(self.pages.values(), key=lambda page: (-page.articles, -page.count, fold(page.name), page.key))

    def find(self, wanted: str) -> list[SourcePage]:
        """The sources that a name means: as shown, or a person's surname."""
        self.settle()
        low = " ".join(fold(wanted).split())
        return [
            page
            for page in self.sorted()
            if low == fold(page.name) or low == page.key[-1] or (page.sort == "person" and low in page.key[1:3])
        ]
