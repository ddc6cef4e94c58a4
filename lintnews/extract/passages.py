"""Passages: the fingerprint of every paragraph, by which repeats are found inside an article and across all of them.

Words are compared without case, punctuation, or the kind of quotation marks and dashes; digits stay, for a repeat with
another figure is the one worth knowing. The sketch is the `SKETCH` smallest hashes of three-word shingles (bottom-k
sketches: Broder, "On the resemblance and containment of documents", 1997): two paragraphs that share a good part of
their shingles share a hash. Shingles that begin with a short word are left out: they are the commonest ones ("one of
the"), and half the work. Of a longer paragraph the sketch holds all hashes in the lower half of their range: what holds
for a sample by value holds for the union of samples too, so that an article can be known again however it is split into
paragraphs. The signature writes each word as one character, which makes a comparison word by word a comparison of two
short strings.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import xxhash

from lintnews.model import Passage
from lintnews.patterns import late

if TYPE_CHECKING:
    from lintnews.extract.draft import Draft
    from lintnews.lexicon import Lexicon

VERSION = "2"
SKETCH = 8
LEAST_WORDS = 8  # shorter paragraphs have no sketch: too little to be known by
SHORT_WORD = 3
HALF = 1 << 63  # hashes below it are in the sketch, however many they are
FIRST_SIGN, SIGNS = 0x100, 0xD700  # the characters that stand for words: what comes after them can't be encoded
PROSE = 12  # of so many words of running text one at least is a function word
MOST_KNOWN = 200_000  # words whose character is kept

_WORD = late(r"\w+")
# What is no word becomes a space, so that one split finds the words of a text of plain letters, in a fifth of the time.
_SPACED = bytes(code if chr(code).isalnum() or chr(code) == "_" else ord(" ") for code in range(128)).ljust(256)


def words_of(text: str) -> list[bytes]:
    """The words of a lower-cased text, without punctuation, each encoded as UTF-8."""
    if text.isascii():
        return text.encode().translate(_SPACED).split()
    return " ".join(_WORD.findall(text)).encode().split()


def digest_of(words: list[bytes]) -> int:
    """The fingerprint of a run of words: 64 bits, the same in every process."""
    digest: int = xxhash.xxh3_64_intdigest(b" ".join(words))
    return digest


def sketch_of(words: list[bytes]) -> tuple[int, ...]:
    """The smallest hashes of the three-word shingles, ascending; () for a short text."""
    if len(words) < LEAST_WORDS:
        return ()
    hashed, joined = xxhash.xxh3_64_intdigest, b" ".join
    shingles = zip(words, words[1:], words[2:], strict=False)
    hashes = [hashed(joined(shingle)) for shingle in shingles if len(shingle[0]) > SHORT_WORD]
    lower = {one for one in hashes if one < HALF}
    return tuple(sorted(lower) if len(lower) >= SKETCH else sorted(set(hashes))[:SKETCH])


class _Signs(dict[bytes, str]):
    """The character of each word, made when first asked for."""

    def __missing__(self, word: bytes) -> str:
        if len(self) >= MOST_KNOWN:
            self.clear()
        sign = self[word] = chr(FIRST_SIGN + xxhash.xxh32_intdigest(word) % SIGNS)
        return sign


_sign = _Signs().__getitem__


def signature_of(words: list[bytes]) -> str:
    """The words as a string of one character each: the same in every process; one in 55,000 pairs looks equal."""
    return "".join(map(_sign, words))


@cache
def _function_words(lexicon: Lexicon) -> frozenset[bytes]:
    return frozenset(word.encode() for word in lexicon.words("function-words"))


def _is_prose(words: list[bytes], function_words: frozenset[bytes]) -> bool:
    """Whether enough of the words are function words; nearly always the first ones tell."""
    least = (len(words) + PROSE - 1) // PROSE
    is_function = function_words.__contains__
    return sum(map(is_function, words[: 5 * least])) >= least or sum(map(is_function, words)) >= least


def extract(draft: Draft) -> tuple[Passage, ...]:
    """One passage a paragraph that holds a word."""
    plain = draft.plain
    function_words = _function_words(draft.lexicon)
    found = []
    for index, paragraph in enumerate(draft.article.paragraphs):
        start, end = paragraph.start, paragraph.end
        words = words_of(plain[start:end])
        if words:
            count = len(words)
            prose = _is_prose(words, function_words)
            found.append(
                Passage(start, end, index, count, digest_of(words), sketch_of(words), signature_of(words), prose)
            )
    return tuple(found)
