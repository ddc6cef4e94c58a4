"""Names as text for people: the sheet of one article, and the pages over all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.archive.likeness import alike
from lintnews.archive.pages import places
from lintnews.reporters.printable import printable, width

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable, Iterator, Sequence

    from lintnews.archive.mentions import Key, Named
    from lintnews.archive.pages import Archive, Like, Page

HEADS = {"person": "people", "organisation": "organisations", "place": "places", "unknown": "not resolved"}
LONGEST = 40  # columns of a spelling before the columns behind it give way
FEW = 3  # articles that are shown for a spelling where many pages are
LIKES = 5
TITLES = 6


def section_of(one: Named | Page) -> str:
    """The heading that a name stands under."""
    return HEADS[one.kind if one.resolved else "unknown"]


def sheet(path: str, found: Sequence[Named], columns: int) -> list[str]:
    """The names of an article in their sections, every spelling with its lines."""
    lines: list[str] = []
    size = column(form for one in found for form in one.forms)
    names = {one.key: one.name for one in found}
    likes = alike(names)
    for head in HEADS.values():
        members = [one for one in found if section_of(one) == head]
        lines += ["", f"  {head} ({len(members)})"] if members else []
        for one in members:
            about = f"{' or '.join(one.bearers)}?" if one.bearers else "; ".join(one.titles)
            plain = len(one.forms) == 1 and not about and one.name in one.forms
            if not plain:
                lines += worded(f"    {one.name}", f": {about}" if about else "", columns)
            for form, spots in one.forms.items():
                where = [f"{path}:{spots[0].line}", *unique(spot.line for spot in spots if spot.line != spots[0].line)]
                indent, room = ("    ", size + 2) if plain else ("      ", size)
                lines += row(indent, form, len(spots), where, room, columns)
            told = [f"{names[other]} ({differs})" for other, differs in likes.get(one.key, {}).items()]
            lines += worded("      like", f" {'; '.join(told)}", columns) if told else []
    return lines


def unique(numbers: Iterable[int]) -> list[str]:
    """Line numbers as text, each once."""
    return [str(number) for number in dict.fromkeys(numbers)]


def column(forms: Iterable[str]) -> int:
    """The columns that spellings need, within reason."""
    return max((size for form in forms if (size := width(printable(form))) <= LONGEST), default=0)


def row(indent: str, form: str, count: int, where: Sequence[str], size: int, columns: int, gap: str = " ") -> list[str]:
    """A spelling, how often, and where; what is too long goes on below."""
    shown = printable(form)
    start = f"{indent}{shown}{' ' * (size - width(shown))}  {count:>3}  "
    return wrapped(start, where, gap, columns)


def worded(start: str, text: str, columns: int) -> list[str]:
    """A line of words that goes on below, deeper in."""
    indent = len(start) - len(start.lstrip())
    first, *rest = f"{start.strip()}{text}".split(" ")
    return wrapped(" " * indent + first, rest, " ", columns, hang=indent + 4)


def wrapped(start: str, words: Sequence[str], gap: str, columns: int, hang: int | None = None) -> list[str]:
    """Words behind `start` in lines of at most `columns`; further lines begin below the first word, or at `hang`."""
    below = min(width(start) if hang is None else hang, columns // 2)
    lines, line, fresh = [], printable(start), start.endswith(" ")
    for word in map(printable, words):
        if not fresh and width(line) + len(gap) + width(word) > columns:
            lines.append(line)
            line, fresh = " " * below, True
        line += word if fresh else gap + word
        fresh = False
    return [line.rstrip() for line in (*lines, line)]


def pages(
    archive: Archive, chosen: Sequence[Page], likes: dict[Key, list[Like]], columns: int, *, whole: bool
) -> Iterator[str]:
    """The pages under their headings, line by line; `whole` shows every place, else the first few of a spelling."""
    head = ""
    for page in chosen:
        if section_of(page) != head:
            yield from ["", section_of(page)] if head else [section_of(page)]
            head = section_of(page)
        numbers = page.articles
        yield ""
        yield from worded(f"  {page.name}", f": {tally(len(numbers), page.mentions)}{dated(archive, numbers)}", columns)
        titles = first_of(list(titles_of(archive, page)), TITLES, "", whole=whole)
        if titles:
            yield from worded("    as", f" {'; '.join(titles)}", columns)
        size = column(page.forms)
        for form, packed in page.spellings():
            where = first_of(list(lines_of(archive, packed)), FEW, "articles", whole=whole)
            if len(page.forms) == 1 and form == page.name:  # nothing to tell apart
                yield from wrapped("    ", where, "  ", columns)
            else:
                yield from row("    ", form, page.count(form), where, size, columns, "  ")
        told = [
            f"{like.page.name} ({articles(len(like.page.articles))}; {like.differs})"
            for like in likes.get(page.key, ())
        ]
        if told:
            yield from worded("    like", f" {'; '.join(first_of(told, LIKES, '', whole=whole))}", columns)


def first_of(words: list[str], few: int, what: str, *, whole: bool) -> list[str]:
    """The first few, and how many more there are: one that is left out would take no less room than its count."""
    left = len(words) - few
    if whole or left <= 1:
        return words
    return [*words[:few], f"and {left} more {what}".rstrip()]


def lines_of(archive: Archive, packed: array[int]) -> Iterator[str]:
    """The places of a spelling: an article with its lines at a time."""
    by_article: dict[int, list[int]] = {}
    for place in places(packed):
        by_article.setdefault(place.article, []).append(place.line)
    for number, found in by_article.items():
        yield f"{archive.articles[number].path}:{' '.join(unique(found))}"


def titles_of(archive: Archive, page: Page) -> Iterator[str]:
    """The titles of a page in the order of time, with the number of articles and the dates."""
    for title, numbers, _, _ in archive.titles(page):
        yield f"{title} ({articles(len(numbers))}{dated(archive, numbers)})"


def articles(count: int) -> str:
    """So many articles."""
    return f"{count} article{'' if count == 1 else 's'}"


def tally(count: int, mentions: int) -> str:
    """So many articles and mentions."""
    return f"{articles(count)}, {mentions} mention{'' if mentions == 1 else 's'}"


def dated(archive: Archive, numbers: Iterable[int]) -> str:
    """The period of some articles, if they have dates."""
    first, last = archive.period(numbers)
    if not first:
        return ""
    return f", {first}" if first == last else f", {first} to {last}"
