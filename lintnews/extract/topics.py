"""Topics: the proper words and the lead's content words of an article, by which stories are matched."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lintnews.extract.draft import Draft

VERSION = "1"

PROPER = 24  # proper words kept, the most frequent first
COMMON = 24  # content words kept
LEAD = 900  # characters of the text whose content words tell what it is about
LIMIT = 60_000  # a live blog's end tells nothing more of its topic

# A capitalised word after a lower-case one, a comma or another capitalised word: not the start of a sentence.
_PROPER = re.compile(r"(?<=[\w,;)] )[A-ZÀ-Ý][\w-]{2,}")
_WORD = re.compile(r"(?<![\w-])[a-zß-ÿ][\w-]{3,}")
_ENDINGS = re.compile(r"(?<=\w{4})(?:ing|ed|es|s)\Z")


def extract(draft: Draft) -> tuple[str, ...]:
    """Folded proper words (`=name`) and stemmed content words (`word`), sorted; at most PROPER + COMMON."""
    text = draft.text[:LIMIT]
    stop = draft.lexicon.words("topic-stop-words")
    proper = Counter(word.lower() for word in _PROPER.findall(text))
    # A counter keeps the order of first sight, and the sort is stable: of equally frequent words the earlier stays.
    ranked = [word for word, _ in proper.most_common() if word not in stop][:PROPER]
    left_out = stop.union(ranked)
    common = Counter(_ENDINGS.sub("", word) for word in _WORD.findall(draft.lower[:LEAD]) if word not in left_out)
    return tuple(sorted([f"={word}" for word in ranked] + [word for word, _ in common.most_common(COMMON)]))
