"""Passages: the fingerprint of every paragraph, by which repeats are found inside an article and across all of them.

Words are compared without case, punctuation, or the kind of quotation marks and dashes; digits stay, for a repeat with
another figure is the one worth knowing. The sketch is the `SKETCH` smallest hashes of three-word shingles (bottom-k
sketches: Broder, "On the resemblance and containment of documents", 1997): two paragraphs that share a good part of
their shingles share a hash. Shingles that begin with a short word are left out: they are the commonest ones ("one of
the"), and half the work.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import xxhash

from lintnews.model import Passage
from lintnews.patterns import late

if TYPE_CHECKING:
    from lintnews.extract.draft import Draft

VERSION = "1"
SKETCH = 8
LEAST_WORDS = 8  # shorter paragraphs have no sketch: too little to be known by
SHORT_WORD = 3

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
    return digest, tuple(sorted(hashes)[:SKETCH])


def extract(draft: Draft) -> tuple[Passage, ...]:
    """One passage a paragraph that holds a word."""
    lower = draft.lower
    found = []
    for index, paragraph in enumerate(draft.article.paragraphs):
        words = _WORD.findall(lower, paragraph.start, paragraph.end)
        if words:
            found.append(Passage(paragraph.start, paragraph.end, index, len(words), *_fingerprint(words)))
    return tuple(found)
