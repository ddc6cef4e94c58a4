"""The last step of every reader of text: blocks to an Article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from lintnews.model import Article, Paragraph, ReadingNote
from lintnews.patterns import late
from lintnews.reading.allowances import Remark, placed
from lintnews.reading.layout import Layout, Piece
from lintnews.reading.publication import find_date
from lintnews.reading.roles import DATELINE, assign

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from lintnews.model import Role
    from lintnews.reading.frontmatter import FrontMatter

LONGEST_DATELINE = 120  # characters
_BY = late(r"(?:\w+ )?by:? ", re.IGNORECASE)


class Block(NamedTuple):
    """What becomes a paragraph: its pieces, the role that markup gives it, whether it is set in emphasis as a whole."""

    pieces: Sequence[Piece]
    role: Role | None = None
    emphasis: bool = False


def assemble(
    path: str,
    source: str,
    front: FrontMatter,
    blocks: Iterable[Block],
    remarks: Sequence[Remark] = (),
    notes: Iterable[ReadingNote | None] = (),
    shown: str | None = None,
) -> Article:
    """The article of a file: the front matter's headline and deck first, then the blocks that hold words.

    `shown` is the source with what is not to be seen made white space, where blocks may hold such. `notes` come with
    places in the source; those of the front matter, which is no text, stand at the top.
    """
    layout = Layout(source if shown is None else shown)
    hints: list[Role | None] = []
    emphasis: list[bool] = []
    titles = [Block(front.title, "headline")] if front.title else []
    decks = [Block(front.deck, "deck")] if front.deck else []
    for block in (*titles, *decks, *blocks):
        if layout.add(block.pieces):
            second = block.role == "headline" and "headline" in hints
            hints.append("deck" if second else block.role)
            emphasis.append(block.emphasis)
    text = layout.text
    words = [text[start:end] for start, end in layout.spans]
    roles = assign(words, hints, emphasis)
    told = [
        ReadingNote(n.kind, n.message, layout.place(n.start), max(layout.place(n.end), layout.place(n.start)))
        for n in notes
        if n is not None
    ]
    allowances = (*front.allowances, *placed(remarks, layout)) if remarks or front.allowances else ()
    return Article(
        path=path,
        text=text,
        source=source,
        paragraphs=tuple(Paragraph(*span, role) for span, role in zip(layout.spans, roles, strict=True)),
        offsets=layout.offsets(),
        title=words[0] if front.title and words else None,
        author=front.author or _author(words, roles),
        published=front.published or _published(words, roles),
        outlet=front.outlet,
        language=front.language,
        allowances=allowances,
        notes=(*front.notes, *told),
    )


def _author(words: Sequence[str], roles: Sequence[Role]) -> str | None:
    """The name in the byline, without "By" and what follows a comma or a bar."""
    line = next((w for w, role in zip(words, roles, strict=True) if role == "byline"), None)
    if line is None:
        return None
    opening = _BY.match(line)
    return re.split(r"[,|;(]| - | – | — ", line[opening.end() :] if opening else line)[0].strip() or None


def _published(words: Sequence[str], roles: Sequence[Role]) -> dt.date | None:
    """The full date in a byline, a date line or the dateline that opens the copy; else None."""
    for line, role in zip(words[:12], roles, strict=False):
        if role in ("byline", "dateline"):
            found = find_date(line)
        elif role == "body":
            dateline = DATELINE.match(line, 0, LONGEST_DATELINE)
            return find_date(dateline["date"]) if dateline and dateline["date"] else None
        else:
            continue
        if found is not None:
            return found
    return None
