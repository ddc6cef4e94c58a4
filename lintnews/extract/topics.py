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
# look-behind comes second, since a pattern that begins with a set of letters is searched twice as fast.
_PROPER = late(r"[A-ZÀ-Ý](?<=[\w,;)] .)[\w-]{2,}")
_WORD = late(r"(?<![\w-])[a-zß-ÿ][\w-]{3,}")
_ENDINGS = late(r"(?<=\w{4})(?:ing|ed|es|s)\Z")


def extract(draft: Draft) -> tuple[str, ...]:
    """Folded proper words (`=name`) and stemmed content words (`word`), sorted; at most PROPER + COMMON."""
    text = draft.text[:LIMIT]
    stop = draft.lexicon.words("topic-stop-words")
    proper = Counter(word.lower() for word in _PROPER.findall(text))
    # A counter keeps the order of first sight, and the sort is stable: of equally frequent words the earlier stays.
    ranked = [word for word, _ in proper.most_common() if word not in stop][:PROPER]
    left_out = stop.union(ranked)
    common = Counter(_stem(word) for word in _WORD.findall(draft.lower[:LEAD]) if word not in left_out)
    return tuple(sorted([f"={word}" for word in ranked] + [word for word, _ in common.most_common(COMMON)]))


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    """A word without a common ending."""
    return _ENDINGS.sub("", word)
