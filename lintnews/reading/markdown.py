"""Markdown: the words that a reader sees, with the places where they stand in the source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lintnews.reading.allowances import find_remarks
from lintnews.reading.assembly import Block, assemble
from lintnews.reading.bytemap import ByteMap
from lintnews.reading.decoding import decode
from lintnews.reading.frontmatter import read_front_matter
from lintnews.reading.layout import Piece
from lintnews.reading.tags import visible

if TYPE_CHECKING:
    from lintnews.model import Article, Role

CELL_BREAK = " | "
_SILENT = frozenset({"FootnoteReference", "TaskListMarker", "Rule"})


def read(path: str, data: bytes) -> Article:
    """Read Markdown (CommonMark, tables, footnotes, struck-out text); raises ReadError for what is not text.

    Headings, paragraphs, list items and table rows become paragraphs, an image's text and title a caption. Fenced
    code and comments are left out; an indented block, which in copy is a slip of the space bar, is kept.
    """
    import pyromark

    source, note = decode(path, data)
    front = read_front_matter(path, source)
    options = pyromark.Options
    gatherer = Gatherer(source, front.body)
    events = pyromark.events_with_range(
        source[front.body :],
        options=options.ENABLE_TABLES | options.ENABLE_FOOTNOTES | options.ENABLE_STRIKETHROUGH,
    )
    for event, place in events:
        gatherer.take(event, place)
    return assemble(path, source, front, gatherer.finish(), find_remarks(path, source), (note,))


class Gatherer:
    """Gathers the parser's events into blocks."""

    def __init__(self, source: str, start: int) -> None:
        self.blocks: list[Block] = []
        self._source = source
        self._at = ByteMap(source, start)
        self._pieces: list[Piece] = []
        self._captions: list[Block] = []
        self._image: list[Piece] | None = None
        self._titles: list[Piece] = []
        self._role: Role | None = None
        self._html: list[tuple[int, int]] = []
        self._in_html = self._fenced = self._in_row = False
        self._emphasis = 0
        self._plain = False  # whether the block has words that are not in emphasis

    def take(self, event: Any, place: Any) -> None:
        """Take one event with its byte range."""
        if isinstance(event, str):
            if event not in _SILENT:
                self._put(Piece(self._at(place["start"]), self._at(place["end"]), " "))
            return
        kind, value = next(iter(event.items()))
        start, end = self._at(place["start"]), self._at(place["end"])
        if kind == "Text":
            self._text(value, start, end)
        elif kind == "Start":
            self._start(value, start, end)
        elif kind == "End":
            self._end(value)
        elif kind == "Code":
            inside = self._source.find(value, start, end)
            self._put(Piece(inside, inside + len(value)) if inside >= 0 else Piece(start, end, value))
        elif kind == "Html":
            self._html.append((start, end))
        elif kind == "InlineHtml" and value[:3].lower() == "<br":
            self._put(Piece(start, end, " "))

    def finish(self) -> list[Block]:
        """All blocks, in order."""
        self._close()
        return self.blocks

    def _text(self, value: str, start: int, end: int) -> None:
        if self._fenced:
            return
        same = end - start == len(value) and self._source.startswith(value, start)
        self._put(Piece(start, end, None if same else value))

    def _put(self, piece: Piece) -> None:
        if self._image is not None:
            self._image.append(piece)
        else:
            self._pieces.append(piece)
            self._plain = self._plain or not (self._emphasis or self._source[piece.start : piece.end].isspace())

    def _close(self, role: Role | None = None) -> None:
        """The gathered pieces become a block, followed by the captions of the images in it."""
        if self._pieces:
            self.blocks.append(Block(tuple(self._pieces), role or self._role, not self._plain))
        self.blocks += self._captions
        self._pieces, self._captions, self._plain = [], [], False

    def _start(self, value: Any, start: int, end: int) -> None:
        name = value if isinstance(value, str) else next(iter(value))
        if name in ("Emphasis", "Strong"):
            self._emphasis += 1
        elif name == "Image":
            self._image, self._titles = [], self._title(value[name]["title"], start, end)
        elif name == "TableCell":
            if self._pieces:
                self._pieces.append(Piece(start, start, CELL_BREAK))
        elif name not in ("Link", "Strikethrough"):
            self._close()
            if name == "Heading":
                self._role = "headline" if value[name]["level"] == "H1" else "deck"
            elif name == "CodeBlock":
                self._fenced = value[name] != "Indented"
            elif name == "HtmlBlock":
                self._html = []

    def _end(self, value: Any) -> None:
        name = value if isinstance(value, str) else next(iter(value))
        if name in ("Emphasis", "Strong"):
            self._emphasis -= 1
        elif name == "Image":
            for words in (self._image or [], self._titles):
                if words:
                    self._captions.append(Block(tuple(words), "caption"))
            self._image = None
        elif name == "HtmlBlock":
            self._close()
            if self._html:
                self.blocks += visible(self._source, self._html[0][0], self._html[-1][1])
        elif name not in ("Link", "Strikethrough", "TableCell"):
            self._close()
            if name == "Heading":
                self._role = None
            self._fenced = False

    def _title(self, title: str, start: int, end: int) -> list[Piece]:
        """An image's title as a piece of the source, where it stands there as it is shown."""
        inside = self._source.rfind(title, start, end) if title else -1
        return [Piece(inside, inside + len(title))] if inside >= 0 else []
