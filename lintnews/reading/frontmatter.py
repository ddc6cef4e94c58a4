"""Front matter: the YAML between two lines of `---` at the top of a file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from lintnews.errors import ReadError
from lintnews.model import ReadingNote
from lintnews.patterns import late
from lintnews.reading.allowances import KEY, front_allowances
from lintnews.reading.layout import Piece
from lintnews.reading.plainmatter import plain_values
from lintnews.reading.publication import parse_date

if TYPE_CHECKING:
    import datetime as dt

    from lintnews.model import Allowance

_OPENING = late(r"\s*?---[ \t]*\r?\n")
_CLOSING = late(r"^(?:---|\.\.\.)[ \t]*\r?$\n?", re.MULTILINE)
_MEANT = late(r"(?P<item>- +)?(?P<key>[A-Za-z][\w-]*):(?=\s)")
_KEY = late(r"(?:[ \t]*(?:#[^\n]*)?\r?\n)*[\"']?[A-Za-z_][\w -]*[\"']?:(?=\s)")
# YAML would make a date of these, and stop at an impossible one; as words they are read here.
_DATE_VALUE = late(r"^([\w -]+:[ \t]+)(\d{4}-\d{1,2}-\d{1,2}(?:[Tt ][^\s#][^\n#]*)?)[ \t]*\r?$", re.MULTILINE)
_ESCAPES = late(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|\r?\n\s*|.)|.", re.DOTALL)
_DOUBLED = late(r"''|.", re.DOTALL)

TITLE = ("title", "headline")
DECK = ("deck", "subtitle", "standfirst", "dek")
AUTHOR = ("author", "authors", "byline")
DATE = ("date", "published", "publication-date", "publishdate", "pubdate", "datepublished")
OUTLET = ("outlet", "publication", "publisher", "source")
LANGUAGE = ("language", "lang")
KEYS = frozenset({*TITLE, *DECK, *AUTHOR, *DATE, *OUTLET, *LANGUAGE, KEY})


class FrontMatter(NamedTuple):
    """What the front matter says; `title` and `deck` as pieces of the source, `body` where the text begins."""

    body: int = 0
    title: tuple[Piece, ...] = ()
    deck: tuple[Piece, ...] = ()
    author: str | None = None
    published: dt.date | None = None
    outlet: str | None = None
    language: str = "en"
    allowances: tuple[Allowance, ...] = ()
    notes: tuple[ReadingNote, ...] = ()


def read_front_matter(path: str, source: str) -> FrontMatter:
    """The front matter of a file; an empty one where there is none. Broken YAML raises ReadError with file:line."""
    opening = _OPENING.match(source)
    if opening is None:
        return FrontMatter()
    closing = _CLOSING.search(source, opening.end())
    if closing is None or not _KEY.match(source, opening.end(), closing.start()):
        _refuse_meant(path, source, opening.end(), closed=closing is not None)
        return FrontMatter()
    start = opening.end()
    text = source[start : closing.start()]
    values = plain_values(text)
    if values is not None and KEY not in values:
        return _front_matter(
            closing.end(),
            {key: value.words for key, value in values.items()},
            {_plain(key): [Piece(start + v.start, start + v.end)] for key, v in values.items() if v.words.strip()},
            (),
        )
    from lintnews.yamlfile import parse

    first_line = source.count("\n", 0, start) + 1
    document = parse(path, _DATE_VALUE.sub(r'\1"\2"', text), ReadError, first_line)
    if not isinstance(document.data, dict):
        return FrontMatter()
    return _front_matter(
        closing.end(), document.data, _scalars(text, source, start), tuple(front_allowances(document, document.data))
    )


def _refuse_meant(path: str, source: str, start: int, *, closed: bool) -> None:
    """Raise ReadError where front matter was plainly meant: a title or date would be lost without a word."""
    meant = _MEANT.match(source, start)
    if meant is None or (_plain(meant["key"]) not in KEYS):
        return
    line = source.count("\n", 0, meant.start("key")) + 1
    if meant["item"]:
        raise ReadError("front matter maps keys to values; this is a list", f"{path}:{line}")
    if not closed:
        raise ReadError("the front matter has no end: a line of --- is missing after it", f"{path}:{line}")


def _front_matter(
    body: int, given: dict[str, Any], pieces: dict[str, list[Piece]], allowances: tuple[Allowance, ...]
) -> FrontMatter:
    """What the values mean; `pieces` are the places of those that hold words."""
    data = {_plain(key): value for key, value in given.items()}
    published, notes = _published(given, data)
    language = _word(data, LANGUAGE)
    return FrontMatter(
        body=body,
        title=_first(pieces, TITLE),
        deck=_first(pieces, DECK),
        author=_word(data, AUTHOR),
        published=published,
        outlet=_word(data, OUTLET),
        language=language.replace("_", "-").split("-")[0].lower() if language else "en",
        allowances=allowances,
        notes=notes,
    )


def _plain(key: Any) -> str:
    """A key in small letters, words joined by hyphens."""
    return str(key).lower().replace("_", "-")


def _published(given: dict[str, Any], data: dict[str, Any]) -> tuple[dt.date | None, tuple[ReadingNote, ...]]:
    """The date of publication, or a note on the value that can't be read as one."""
    for key in DATE:
        if data.get(key) not in (None, ""):
            found = parse_date(data[key])
            if found is not None:
                return found, ()
            name = next(str(k) for k in given if _plain(k) == key)
            return None, (ReadingNote("date", f"{name}: {' '.join(str(data[key]).split())[:60]}"),)
    return None, ()


def _word(data: dict[str, Any], keys: tuple[str, ...]) -> str | None:
    """The first of the keys that holds words; a list of names is joined."""
    for key in keys:
        value = data.get(key)
        if isinstance(value, list):
            value = ", ".join(_name(item) for item in value if item)
        elif isinstance(value, dict):
            value = _name(value)
        if value is not None and not isinstance(value, bool) and str(value).strip():
            return " ".join(str(value).split())
    return None


def _name(value: Any) -> str:
    return str(value.get("name", "")) if isinstance(value, dict) else str(value)


def _scalars(text: str, source: str, offset: int) -> dict[str, list[Piece]]:
    """The scalars of the top mapping that hold words, as pieces of the source."""
    import yaml

    node: Any = yaml.compose(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    pairs = node.value if node is not None and node.id == "mapping" else []
    return {
        _plain(key.value): scalar_pieces(source, offset + value.start_mark.index, offset + value.end_mark.index, value)
        for key, value in pairs
        if value.id == "scalar" and value.value.strip() and not value.tag.endswith(":null")
    }


def _first(pieces: dict[str, list[Piece]], keys: tuple[str, ...]) -> tuple[Piece, ...]:
    """The pieces of the first of the keys that holds words."""
    return next((tuple(pieces[key]) for key in keys if key in pieces), ())


def scalar_pieces(source: str, start: int, end: int, node: Any) -> list[Piece]:
    """A YAML scalar as pieces of the source: quotation marks left out, escapes shown as what they mean."""
    style = node.style
    if style in ("|", ">"):
        head = source.find("\n", start, end)
        return [Piece(head + 1, end)] if head >= 0 else []
    if style not in ("'", '"'):
        return [Piece(start, end)]
    pieces: list[Piece] = []
    begin = start + 1
    for match in (_ESCAPES if style == '"' else _DOUBLED).finditer(source, start + 1, end - 1):
        size = match.end() - match.start()
        if size == 1:
            continue
        pieces.append(Piece(begin, match.start()))
        if size == 2 and match[0][1] in "\"'\\/ ":
            pieces.append(Piece(match.start() + 1, match.end()))
        else:
            pieces.append(Piece(match.start(), match.end(), _meaning(match[0])))
        begin = match.end()
    pieces.append(Piece(begin, end - 1))
    return [piece for piece in pieces if piece.end > piece.start]


def _meaning(escape: str) -> str:
    """What an escape of a double-quoted scalar stands for; white space of any kind is a space."""
    if escape[1] in "xuU":
        code = int.from_bytes(bytes.fromhex(escape[2:]), "big")
        return "\ufffd" if 0xD800 <= code < 0xE000 or code > 0x10FFFF else chr(code)
    return {"N": " ", "_": " ", "t": " ", "n": " ", "r": " ", "L": " ", "P": " ", "v": " ", "f": " "}.get(escape[1], "")
