"""Lines that a page or a content system leaves in the copy: links, prompts, counters, credits, fallbacks, end marks.

A pattern holds for a whole paragraph, and a short one: the same words inside a long paragraph are nearly always part
of the story ("asked workers to sign up").
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from lintnews.lexicon import lexicon
from lintnews.patterns import late

if TYPE_CHECKING:
    import re

MOST_WORDS = 44
# The most words that a line of a kind has.
_MOST = {
    "read-more": 18,
    "subscription": 24,
    "comment": 15,
    "share": 8,
    "advertisement": 8,
    "photo-credit": 9,
    "media-fallback": 24,
    "cookie-notice": MOST_WORDS,
    "end-mark": 3,
}
_LONGEST_LINE = 400
_USUAL = 24  # words of the longest line of another kind than a cookie notice
_STANDS_FOR = {
    "<NETWORK>": (
        "(?:facebook|twitter|x|instagram|whatsapp|telegram|linkedin|reddit|pinterest|tiktok|youtube|e-?mail|print|"
        "copy link|messenger|threads|bluesky|share|tweet|pin|save|link)"
    ),
    "<AGENCY>": (
        "(?:getty(?: images)?|ap|afp|reuters|epa(?:-efe)?|pa|shutterstock|alamy|istock(?:photo)?|bloomberg|anadolu|"
        "xinhua|dpa|zuma(?: press)?|unsplash|pexels|pixabay)"
    ),
    "<ADVERT>": "(?:adverti[sz]ements?|advertising|adverts?|ads?|promotion|video|newsletter)",
}
_WORD = late(r"\w+")
_SPEECH = late(r"[“\"]|\b(?:said|says|told|asked)\b")
_LINK = late(r"[\w ]{4,20}:")


def residue_kind(line: str) -> str | None:
    """The kind of residue that a whole line is, or None."""
    words = line.count(" ") + 1
    if words > MOST_WORDS or len(line) > _LONGEST_LINE or (words > _USUAL and "cookies" not in line):
        return None
    plain = line.replace("’", "'").strip("*_ \t").lower()
    patterns, signs = _patterns()
    held = set(_WORD.findall(plain))
    if held and (held.isdisjoint(signs) or (_SPEECH.search(plain) and not _LINK.match(plain))):
        return None
    for kind, most, pattern in patterns:
        if words <= most and pattern.match(plain):
            return kind
    return None


@lru_cache(maxsize=1)
def _patterns() -> tuple[list[tuple[str, int, re.Pattern[str]]], frozenset[str]]:
    """One pattern a kind, and the words of which a line holds at least one."""
    words = lexicon()
    sources: dict[str, list[str]] = {kind: [] for kind in _MOST}
    for source, kind in words.table("residue-lines").items():
        for name, meaning in _STANDS_FOR.items():
            source = source.replace(name, meaning)  # noqa: PLW2901 - the line with its lists put in
        sources[kind].append(source)
    patterns = [(kind, _MOST[kind], late(rf"(?:{'|'.join(lines)})\s*\Z")) for kind, lines in sources.items()]
    return patterns, words.words("residue-signs")
