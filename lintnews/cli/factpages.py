"""`lintnews facts --across`: pages over all articles, printed when the last one is read."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import msgspec

from lintnews.archive.pages import Archive
from lintnews.cli import complain
from lintnews.cli import options as shared

if TYPE_CHECKING:
    from lintnews.archive.mentions import Key
    from lintnews.archive.pages import Like, Page
    from lintnews.model import Story


class NamePages:
    """A page a name."""

    def __init__(self, form: str, name: str | None, limit: int | None, columns: int) -> None:
        self._format = form
        self._name = name
        self._limit = limit
        self._columns = columns
        self._archive = Archive()

    def add(self, story: Story) -> None:
        """Put an article's names on their pages."""
        self._archive.add(story)

    def end(self) -> None:
        """Print the pages; a name that nobody has is said on stderr."""
        archive = self._archive
        chosen = archive.sorted() if self._name is None else archive.find(self._name)
        if self._name is not None and not chosen:
            complain(f'nobody and nothing is named "{self._name}" in {counted(len(archive.articles))}{self._meant()}')
            return
        likes = archive.likes()
        chosen = limited(chosen, self._limit)
        if self._format == "text":
            from lintnews.cli.namesheet import pages

            for line in pages(archive, chosen, likes, self._columns, whole=self._name is not None):
                shared.emit(f"{line}\n")
        elif self._format == "json":
            from lintnews.archive.records import record

            for page in chosen:
                shared.emit(msgspec.json.encode(record(archive, page, likes.get(page.key, []))).decode() + "\n")
        else:
            self._table(chosen, likes)

    def _meant(self) -> str:
        """The name that was probably meant."""
        from lintnews.yamlfile import nearest

        return nearest(self._name or "", {page.name for page in self._archive.pages.values()})

    def _table(self, chosen: list[Page], likes: dict[Key, list[Like]]) -> None:
        """A row a mention, with the like names of its page in the last column."""
        from lintnews.archive.records import COLUMNS, rows

        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow([*COLUMNS, "like"])
        for page in chosen:
            like = "; ".join(like.page.name for like in likes.get(page.key, ()))
            for row in rows(self._archive, page):
                writer.writerow([*row, like])
            shared.emit(out.getvalue())
            out.seek(0)
            out.truncate()


def limited(chosen: list[Page], limit: int | None) -> list[Page]:
    """The first so many pages of each sort."""
    if limit is None:
        return chosen
    left: dict[tuple[str, bool], int] = {}
    kept = []
    for page in chosen:
        sort = (page.kind, page.resolved) if page.resolved else ("unknown", False)
        left[sort] = left.get(sort, limit) - 1
        if left[sort] >= 0:
            kept.append(page)
    return kept


def counted(count: int) -> str:
    """So many articles."""
    return f"{count} article{'' if count == 1 else 's'}"
