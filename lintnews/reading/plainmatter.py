"""Front matter of the plain kind, `key: words` line by line: most of what is written, and no YAML parser is needed."""

from __future__ import annotations

from typing import NamedTuple

from lintnews.patterns import late

_LINE = late(
    r"(?P<key>[A-Za-z][A-Za-z_-]*):[ \t]+"
    r"(?:\"(?P<double>[^\"\\\r\n]*)\"|'(?P<single>[^'\r\n]*)'"
    r"|(?P<date>\d{4}-\d{1,2}-\d{1,2}(?:[T ]\d[\d:.Z+-]*)?)"
    r"|(?P<plain>[^\W\d_](?:[^:#\r\n]|:(?=\S))*))[ \t]*\r?\n"
)
_NOT_WORDS = frozenset(["yes", "no", "true", "false", "on", "off", "null", "y", "n"])  # what YAML may take for values


class Value(NamedTuple):
    """The words of a key, and where they stand in the front matter."""

    words: str
    start: int
    end: int


def plain_values(text: str) -> dict[str, Value] | None:
    """Key to words, as YAML would give them; None for front matter that YAML has to read."""
    values: dict[str, Value] = {}
    position = 0
    while position < len(text):
        line = _LINE.match(text, position)
        if line is None or line["key"] in values or line["key"].lower() in _NOT_WORDS:
            return None
        words = line[line.lastgroup or 0].rstrip(" ") if line["plain"] else line[line.lastgroup or 0]
        if (line["plain"] and words.lower() in _NOT_WORDS) or not words.isprintable():
            return None
        start = line.start(line.lastgroup or 0)
        values[line["key"]] = Value(words, start, start + len(words))
        position = line.end()
    return values or None
