"""From bytes to text: byte-order mark, strict UTF-8, then Windows-1252, with a note that says so.

Guessing among the eight-bit encodings does more harm than good: detectors take short Western news texts for Central
European ones. What is neither of the three is refused.
"""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from lintnews.errors import ReadError
from lintnews.model import ReadingNote
from lintnews.patterns import late

if TYPE_CHECKING:
    import re

FALLBACK = "Windows-1252"
# UTF-32 before UTF-16: the little-endian mark of the one begins with that of the other.
_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_STRAY = late("[\udc80-\udcff]")
_CONTROLS = late("[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decode(path: str, data: bytes) -> tuple[str, ReadingNote | None]:
    """The text of a file without its byte-order mark, and a note (source offsets) where its encoding was guessed.

    Raises ReadError for what is not text.
    """
    mark, encoding = next((pair for pair in _MARKS if data.startswith(pair[0])), (b"", "utf-8"))
    note = None
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as problem:
        if mark:
            name = encoding.rsplit("-", 1)[0] if encoding != "utf-8" else encoding
            raise ReadError(
                f"not valid {name.upper()}, which its byte-order mark announces (byte {problem.start + len(mark)})",
                path,
            ) from None
        _refuse_binary(path, data.decode("latin-1"))
        text, note = _decode_fallback(path, data)
    if "\0" in text:
        raise ReadError("not a text file: it holds NUL characters (UTF-16 needs a byte-order mark)", path)
    return text, note


def _refuse_binary(path: str, text: str) -> None:
    """Bytes that are not UTF-8 and hold control characters are no text in any encoding."""
    if "\0" in text:
        raise ReadError("not a text file: it holds NUL characters (UTF-16 needs a byte-order mark)", path)
    if _CONTROLS.search(text):
        raise ReadError("not a text file: neither UTF-8 nor free of control characters", path)


def _decode_fallback(path: str, data: bytes) -> tuple[str, ReadingNote]:
    """Read as Windows-1252: the whole, or only the stray bytes of a file that is UTF-8 for the most part."""
    mixed = data.decode("utf-8", "surrogateescape")
    stray = len(_STRAY.findall(mixed))
    others = sum(1 for letter in mixed if letter > "\x7f") - stray if stray < 1000 else 0
    try:
        text = _STRAY.sub(_stray_letter, mixed) if others > stray else data.decode("cp1252")
    except UnicodeDecodeError as problem:
        raise ReadError(f"neither UTF-8 nor {FALLBACK} (byte {problem.start})", path) from None
    first = _STRAY.search(mixed)
    start = first.start() if first else 0
    if others > stray:
        message = f"not valid UTF-8: {stray} stray byte{'s' * (stray != 1)} read as {FALLBACK}"
    else:
        start = next((i for i, letter in enumerate(text) if letter > "\x7f"), 0)
        message = f"not valid UTF-8: the file was read as {FALLBACK}"
    return text, ReadingNote("encoding", message, start, min(start + 1, len(text)))


def _stray_letter(match: re.Match[str]) -> str:
    return bytes([ord(match[0]) - 0xDC00]).decode("cp1252")
