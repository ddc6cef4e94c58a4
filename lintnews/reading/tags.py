"""Raw HTML in an article: the words between the tags, without comments, scripts and styles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.patterns import late
from lintnews.reading.assembly import Block
from lintnews.reading.layout import Piece

if TYPE_CHECKING:
    import re

    from lintnews.model import Role

_MARKUP = late(r"<(?:(?P<comment>!--)|[!?][^<>]*>|(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*)[^<>]*>)")
_INLINE = frozenset(
    {
        "a",
        "abbr",
        "b",
        "cite",
        "code",
        "em",
        "font",
        "i",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "u",
    }
)
_HIDDEN = frozenset({"script", "style", "template", "iframe", "noscript", "svg"})
_ROLES: dict[str, Role] = {"figcaption": "caption", "h1": "headline", "h2": "deck", "h3": "deck", "h4": "deck"}


def visible(source: str, start: int, end: int) -> list[Block]:
    """The words of the HTML block source[start:end] as blocks, parted at block tags."""
    blocks: list[Block] = []
    pieces: list[Piece] = []
    role: Role | None = None
    position = start

    def close() -> None:
        """Make a block of the pieces gathered so far."""
        if pieces:
            blocks.append(Block(tuple(pieces), role))
            pieces.clear()

    while position < end:
        match = _MARKUP.search(source, position, end)
        stop = match.start() if match else end
        if stop > position:
            pieces.append(Piece(position, stop))
        if match is None:
            break
        name = (match["name"] or "").lower()
        position = _after(source, match, name, end)
        if name and name not in _INLINE:
            close()
            role = None if match["close"] else _ROLES.get(name)
    close()
    return blocks


def _after(source: str, match: re.Match[str], name: str, end: int) -> int:
    """Where the words go on after a tag, a comment or an element that nobody sees."""
    if match["comment"]:
        closing = source.find("-->", match.end(), end)
        return end if closing < 0 else closing + 3
    if name in _HIDDEN and not match["close"]:
        closing = source.lower().find(f"</{name}", match.end(), end)
        return end if closing < 0 else closing
    return match.end()
