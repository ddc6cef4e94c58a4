"""Who and what is named in one article, every spelling and where: mentions gathered under the name that they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lintnews.archive.roles import role_before, role_behind
from lintnews.lexicon import lexicon
from lintnews.lexicon.vocabulary import fold, vocabulary
from lintnews.placing import Locator

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lintnews.lexicon.vocabulary import Vocabulary
    from lintnews.model import Name, NameKind, Story

KINDS: tuple[NameKind, ...] = ("person", "organisation", "place", "unknown")

Key = tuple[str, ...]
UNRESOLVED = "?"  # ends the key of a bare name that means nobody known: no folded word can be this
_FULL = 3  # "person", given name, surname


class Spot(NamedTuple):
    """Where a mention stands: offsets into the file as it is on disk, and the line."""

    start: int
    end: int
    line: int


class Named:
    """A name of an article with its mentions.

    `key` is equal for the same name in every article: kind, folded given name and surname (a person), or the folded
    words. `name` is the fullest form, `titles` are the titles and roles as worded with their number of uses, `forms`
    the spellings with their places. `bearers` are the people of whom an unresolved bare name may be one.
    """

    __slots__ = ("bearers", "forms", "key", "kind", "name", "titles")

    def __init__(self, kind: NameKind, key: Key) -> None:
        self.kind = kind
        self.key = key
        self.name = ""
        self.titles: dict[str, int] = {}
        self.forms: dict[str, list[Spot]] = {}
        self.bearers: tuple[str, ...] = ()

    @property
    def resolved(self) -> bool:
        """Whether it is known what the name means."""
        return is_resolved(self.key)

    @property
    def count(self) -> int:
        """Number of mentions."""
        return sum(map(len, self.forms.values()))


def is_full(key: Key) -> bool:
    """Whether a key is of a person with given name and surname."""
    return key[0] == "person" and len(key) == _FULL


def is_resolved(key: Key) -> bool:
    """Whether it is known what a name means: a person, an organisation, a place."""
    return key[0] != "unknown" and key[-1] != UNRESOLVED


def gather(story: Story) -> list[Named]:
    """The names of an article: people, organisations, places, then what is not resolved; each by first mention."""
    groups: dict[tuple[str, int | str], list[Name]] = {}
    for name in story.facts.names:
        mark: int | str = name.person if name.person >= 0 else fold(words_of(name))
        groups.setdefault((name.kind, mark), []).append(name)
    locator = Locator(story.article)
    words = vocabulary(lexicon(story.article.language))
    found = [named(story, locator, mentions, words) for mentions in groups.values()]
    add_acronyms(story, locator, found)
    people = [one for one in found if one.kind == "person" and one.resolved]
    for one in found:
        if one.kind == "person" and not one.resolved:
            last = one.key[2]
            one.bearers = tuple(p.name for p in people if last in (p.key[1], p.key[2]))
    return sorted(found, key=lambda one: KINDS.index(one.kind) if one.resolved else len(KINDS))


def named(story: Story, locator: Locator, mentions: list[Name], words: Vocabulary) -> Named:
    """The mentions of one name, gathered."""
    kind = mentions[0].kind
    best = max(mentions, key=fullness)
    one = Named(kind, key_of(best) if kind == "person" else (kind, fold(words_of(best))))
    one.name = words_of(best)
    if kind == "person" and one.resolved and not (best.given and best.surname):
        one.name = f"{' '.join(best.title.split())} {one.name}" if best.title else one.name
    for name in mentions:
        one.forms.setdefault(words_of(name), []).append(spot(locator, name.start, name.end))
        for title in titles_of(story, name, words) if kind == "person" else ():
            if one.name.startswith(f"{title} "):
                continue
            same = next((known for known in one.titles if fold(known) == fold(title)), title)
            one.titles[same] = one.titles.get(same, 0) + 1
    if one.name in one.forms:  # the fullest form stands first
        one.forms = {one.name: one.forms.pop(one.name), **one.forms}
    return one


def key_of(name: Name) -> Key:
    """The key of a person: first given name and surname; with one of them only, the title belongs to it."""
    given, surname = fold(name.given or "").partition(" ")[0], fold(name.surname or "")
    if given and surname:
        return ("person", given, surname)
    return ("person", given, surname or given, fold(name.title or "") if name.person >= 0 else UNRESOLVED)


def fullness(name: Name) -> tuple[bool, bool, int, bool, int]:
    """What makes a mention the one to show: given name and surname, not in capitals, most words, a title, the first."""
    titled = bool(name.title)
    return (bool(name.given and name.surname), not name.text.isupper(), name.text.count(" "), titled, -name.start)


def words_of(name: Name) -> str:
    """A mention as worded, in one line."""
    return " ".join(name.text.split())


def titles_of(story: Story, name: Name, words: Vocabulary) -> Iterator[str]:
    """The title before a mention, and the role that is told behind it."""
    text = story.article.text
    for role in (role_before(text, name, words, lexicon(story.article.language)), role_behind(text, name.end, words)):
        if role:
            yield role


def spot(locator: Locator, start: int, end: int) -> Spot:
    """The place of text[start:end] in the file."""
    first, last = locator.source_span(start, end)
    return Spot(first, last, locator.line(first))


def add_acronyms(story: Story, locator: Locator, found: Iterable[Named]) -> None:
    """Put the acronyms that the article defines under the names that they stand for."""
    longs = {a.short: fold(a.long).removeprefix("the ") for a in story.facts.acronyms if a.long}
    by_name = {one.key[1]: one for one in found if one.kind == "organisation"}
    for acronym in story.facts.acronyms:
        one = by_name.get(longs.get(acronym.short, ""))
        if one is not None:
            one.forms.setdefault(acronym.short, []).append(spot(locator, acronym.start, acronym.end))
