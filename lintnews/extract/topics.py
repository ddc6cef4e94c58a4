"""Topics: the proper words and the lead's content words of an article, by which stories are matched."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from lintnews.patterns import late

if TYPE_CHECKING:
    from lintnews.extract.draft import Draft

VERSION = "1"

PROPER = 24  # proper words kept, the most frequent first
COMMON = 24  # content words kept
LEAD = 900  # characters of the text whose content words tell what it is about
LIMIT = 60_000  # a live blog's end tells nothing more of its topic

# A capitalised word after a lower-case one, a comma or another capitalised word: not the start of a sentence. The
# look-behind comes second, since a pattern that begins with a space is searched twice as fast.
_PROPER = late(r" ([A-ZÀ-Ý](?<=[\w,;)] .)[\w-]{2,})")
_WORD = late(r"(?<![\w-])[a-zß-ÿ][\w-]{3,}")
# What is no part of a word becomes a space, so that one split finds the words of plain letters.
_SPACED = bytes(code if chr(code).isalnum() or chr(code) in "_-" else ord(" ") for code in range(128)).ljust(256)
_ENDINGS = late(r"(?<=\w{4})(?:ing|ed|es|s)\Z")


def extract(draft: Draft) -> tuple[str, ...]:
    """Folded proper words (`=name`) and stemmed content words (`word`), sorted; at most PROPER + COMMON."""
    stop = draft.lexicon.words("topic-stop-words")
    # Counting whole lists is done in C; only the few distinct words are then lowered, sorted out and stemmed.
    proper: dict[str, int] = {}
    for word, count in Counter(_PROPER.findall(draft.text, 0, LIMIT)).items():
        low = word.lower()
        if low not in stop:
            proper[low] = proper.get(low, 0) + count
    # A dict keeps the order of first sight, and the sort is stable: of equally frequent words the earlier stays.
    ranked = sorted(proper, key=proper.__getitem__, reverse=True)[:PROPER]
    left_out = stop.union(ranked)
    common = Counter([_stem(word) for word in _words(draft.plain[:LEAD]) if word not in left_out])
    kept = sorted(common, key=common.__getitem__, reverse=True)[:COMMON]
    return tuple(sorted([f"={word}" for word in ranked] + kept))


def _words(lead: str) -> list[str]:
    """The words of four letters or more of a lower-cased text that begin with a letter."""
    if not lead.isascii():
        return _WORD.findall(lead)
    words = lead.encode().translate(_SPACED).decode().split()
    return [word for word in words if len(word) > 3 and word[0] >= "a"]


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    """A word without a common ending."""
    return _ENDINGS.sub("", word)
