"""Plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.reading.allowances import blank, find_remarks
from lintnews.reading.assembly import Block, assemble
from lintnews.reading.decoding import decode
from lintnews.reading.frontmatter import read_front_matter
from lintnews.reading.lines import blocks_of

if TYPE_CHECKING:
    from lintnews.model import Article


def read(path: str, data: bytes) -> Article:
    """Read plain text, with front matter if it has any; raises ReadError for what is not text."""
    source, note = decode(path, data)
    front = read_front_matter(path, source)
    remarks = find_remarks(path, source)
    shown = blank(source, remarks)
    return assemble(path, source, front, map(Block, blocks_of(shown, front.body)), remarks, (note,), shown)
