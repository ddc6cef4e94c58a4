"""`lintnews facts --across` and `--timeline`: names, sources, figures over all articles, printed after the last one."""

from __future__ import annotations

import csv
import io
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any

import msgspec

from lintnews.archive.pages import Archive
from lintnews.archive.sources import SourceArchive
from lintnews.cli import complain
from lintnews.cli import options as shared

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lintnews.archive.pages import Page
    from lintnews.archive.sources import SourcePage
    from lintnews.checks.slots import Slot
    from lintnews.model import Story


CHUNK = 1 << 16  # characters of a table that are gathered before they are printed


class Pages(ABC):
    """Pages that are gathered article by article; `limit` counts in each sort, `name` asks for one page."""

    def __init__(self, form: str, name: str | None, limit: int | None, columns: int) -> None:
        self.format = form
        self.name = name
        self.limit = limit
        self.columns = columns

    @abstractmethod
    def add(self, story: Story) -> None:
        """Put what an article has on its pages."""

    @abstractmethod
    def end(self) -> None:
        """Print the pages."""

    def nobody(self, count: int, known: Iterable[str], what: str) -> None:
        """Say on stderr that there is no such page, and what was probably meant."""
        from lintnews.yamlfile import nearest

        wanted = self.name or ""
        letters = {word[:1].casefold() for word in wanted.split()}
        near = {name for name in known if name[:1].casefold() in letters}  # a whole archive would take seconds
        articles = f"{count} article{'' if count == 1 else 's'}"
        complain(f'{what} "{wanted}" in {articles}{nearest(wanted, near)}')

    def limited(self, pages: Sequence[Any]) -> list[Any]:
        """The first so many pages of each sort."""
        left: dict[str, int] = {}
        kept = []
        for page in pages:
            left[page.sort] = left.get(page.sort, 0) + 1
            if self.limit is None or left[page.sort] <= self.limit:
                kept.append(page)
        return kept


class NamePages(Pages):
    """A page a name."""

    def __init__(
        self, form: str, name: str | None, limit: int | None, columns: int, spellings: Mapping[str, str]
    ) -> None:
        super().__init__(form, name, limit, columns)
        self._archive = Archive(spellings)

    def add(self, story: Story) -> None:
        """Put an article's names on their pages."""
        self._archive.add(story)

    def end(self) -> None:
        """Print the pages; a name that nobody has is said on stderr."""
        from lintnews.archive.records import COLUMNS, record, rows

        archive = self._archive
        chosen: list[Page] = self.limited(archive.sorted() if self.name is None else archive.find(self.name))
        if self.name is not None and not chosen:
            known = (form for page in archive.pages.values() for form in (page.name, *page.forms))
            self.nobody(len(archive.articles), known, "nobody and nothing is named")
            return
        likes = archive.likes()
        if self.format == "json":
            write_json(record(archive, page, likes.get(page.key, [])) for page in chosen)
        elif self.format == "csv":
            names = {key: "; ".join(like.page.name for like in found) for key, found in likes.items()}
            table = ([*row, names.get(page.key, "")] for page in chosen for row in rows(archive, page))
            write_csv([*COLUMNS, "like"], table)
        else:
            from lintnews.cli.namesheet import pages

            write(pages(archive, chosen, likes, self.columns, whole=self.name is not None))


class SourcePages(Pages):
    """A row, or the page, of a source."""

    def __init__(self, form: str, name: str | None, limit: int | None, columns: int) -> None:
        super().__init__(form, name, limit, columns)
        self._archive = SourceArchive()

    def add(self, story: Story) -> None:
        """Count an article's sources."""
        self._archive.add(story)

    def end(self) -> None:
        """Print the sources; one that is never cited is said on stderr."""
        from lintnews.archive.records import CITINGS, LEDGER, citing_rows, ledger_record, ledger_row

        archive = self._archive
        chosen: list[SourcePage] = self.limited(archive.sorted() if self.name is None else archive.find(self.name))
        if self.name is not None and not chosen:
            self.nobody(len(archive.articles), (page.name for page in archive.pages.values()), "no source is called")
        elif self.format == "json":
            write_json(ledger_record(archive, page) for page in chosen)
        elif self.format == "csv" and self.name is not None:
            write_csv(CITINGS, (row for page in chosen for row in citing_rows(archive, page)))
        elif self.format == "csv":
            write_csv(LEDGER, (ledger_row(archive, page) for page in chosen))
        else:
            from lintnews.cli.sourcesheet import ledger, source_pages

            whole = self.name is not None
            write(source_pages(archive, chosen, self.columns) if whole else ledger(archive, self.limit, self.columns))


class TimelinePages(Pages):
    """The figures of each story over time; `everything` takes in what only one article gives."""

    def __init__(self, form: str, limit: int | None, columns: int, slots: Sequence[Slot], *, everything: bool) -> None:
        from lintnews.archive.timelines import Timelines

        super().__init__(form, None, limit, columns)
        self._everything = everything
        self._archive = Timelines(slots)

    def add(self, story: Story) -> None:
        """Keep an article's figures."""
        self._archive.add(story)

    def end(self) -> None:
        """Print the stories; a single article has nothing to wait for, so all of it is shown."""
        from lintnews.cli.figuresheet import COLUMNS, record, table, timeline

        archive = self._archive
        stories = archive.told(everything=self._everything or archive.articles == 1)
        chosen = stories[: self.limit]
        if self.format == "json":
            write_json(record(archive, told) for told in chosen)
        elif self.format == "csv":
            write_csv(COLUMNS, table(archive, chosen))
        else:
            write(timeline(archive, chosen, len(stories) - len(chosen), self.columns))


def write(lines: Iterable[str]) -> None:
    """Print lines."""
    for line in lines:
        shared.emit(f"{line}\n")


def write_json(records: Iterable[dict[str, Any]]) -> None:
    """Print a line of JSON a record."""
    write(msgspec.json.encode(record).decode() for record in records)


def write_csv(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Print a head and rows, one by one: there may be more than fit into memory twice."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow(row)
        if out.tell() > CHUNK:
            shared.emit(out.getvalue())
            out.seek(0)
            out.truncate()
    shared.emit(out.getvalue())
