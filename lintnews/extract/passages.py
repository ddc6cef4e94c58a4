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

from bisect import bisect_left
from typing import TYPE_CHECKING

import xxhash

from lintnews.model import Passage
from lintnews.patterns import late

if TYPE_CHECKING:
    from lintnews.extract.draft import Draft

VERSION = "2"
SKETCH = 8
LEAST_WORDS = 8  # shorter paragraphs have no sketch: too little to be known by
SHORT_WORD = 3
HALF = 1 << 63  # hashes below it are in the sketch, however many they are
FIRST_SIGN, SIGNS = 0x100, 0xD700  # the characters that stand for words: what comes after them can't be encoded
PROSE = 12  # of so many words of running text one at least is a function word
MOST_KNOWN = 200_000  # words whose character is kept


_WORD = late(r"\w+")


def words_of(lower: str) -> list[str]:
    """The words of a lower-cased text, without punctuation."""
    return _WORD.findall(lower)


def digest_of(words: list[str]) -> int:
    """The fingerprint of a run of words: 64 bits, the same in every process."""
    digest: int = xxhash.xxh3_64_intdigest(" ".join(words).encode())
    return digest


def sketch_of(words: list[str]) -> tuple[int, ...]:
    """The smallest hashes of the three-word shingles, ascending; () for a short text."""
    return _fingerprint(words)[1]


class _Signs(dict[str, str]):
    """The character of each word, made when first asked for."""

    def __missing__(self, word: str) -> str:
        if len(self) >= MOST_KNOWN:
            self.clear()
        sign = self[word] = chr(FIRST_SIGN + xxhash.xxh32_intdigest(word.encode()) % SIGNS)
        return sign


_sign = _Signs().__getitem__


def signature_of(words: list[str]) -> str:
    """The words as a string of one character each: the same in every process; one in 55,000 pairs looks equal."""
    return "".join(map(_sign, words))


def _fingerprint(words: list[str]) -> tuple[int, tuple[int, ...]]:
    """Digest and sketch; the words are encoded once for both."""
    hashed = xxhash.xxh3_64_intdigest
    joined = " ".join(words).encode()
    digest: int = hashed(joined)
    if len(words) < LEAST_WORDS:
        return digest, ()
    encoded = joined.split(b" ")
    hashes = {
        hashed(b" ".join(shingle))
        for shingle in zip(encoded, encoded[1:], encoded[2:], strict=False)
        if len(shingle[0]) > SHORT_WORD
    }
    ordered = sorted(hashes)
    return digest, tuple(ordered[: max(SKETCH, bisect_left(ordered, HALF))])


def extract(draft: Draft) -> tuple[Passage, ...]:
    """One passage a paragraph that holds a word."""
    lower = draft.lower
    is_function = draft.lexicon.words("function-words").__contains__
    found = []
    for index, paragraph in enumerate(draft.article.paragraphs):
        words = _WORD.findall(lower, paragraph.start, paragraph.end)
        if words:
            prose = sum(map(is_function, words)) * PROSE >= len(words)
            place = paragraph.start, paragraph.end, index, len(words)
            found.append(Passage(*place, *_fingerprint(words), signature_of(words), prose))
    return tuple(found)
