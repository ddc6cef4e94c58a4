"""Lines that a page or a content system leaves in the copy: links, prompts, counters, credits, fallbacks, end marks.

A pattern holds for a whole paragraph, and a short one: the same words inside a long paragraph are nearly always part
of the story ("asked workers to sign up").
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from lintnews.lexicon import lexicon
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_WORDS = 44
# The most words that a line of a kind has, in the order in which the kinds are tried.
_MOST = {
    "read-more": 18,
    "subscription": 24,
    "comment": 24,
    "share": 10,
    "advertisement": 20,
    "photo-credit": 10,
    "media-fallback": 24,
    "cookie-notice": MOST_WORDS,
    "end-mark": 5,
    "agency-slug": 24,
    "editor-mark": 12,
}
_LONGEST_LINE = 400
_USUAL = 24  # words of the longest line of another kind than a cookie notice
_STANDS_FOR = {
    "<NETWORK>": (
        "(?:facebook|twitter|x|instagram|whatsapp|telegram|linkedin|reddit|pinterest|tiktok|youtube|e-?mail|print|"
        "copy link|messenger|threads|bluesky|share|tweet|pin|save|link)"
    ),
    "<SITE>": (
        "(?:facebook|twitter|x|instagram|whatsapp|telegram|linkedin|reddit|pinterest|tiktok|youtube|threads|bluesky|"
        "mastodon|snapchat|google news|apple news|flipboard|spotify|soundcloud)"
    ),
    "<AGENCY>": (
        "(?:getty(?: images)?|ap|afp|reuters|epa(?:-efe)?|pa|shutterstock|alamy(?: stock photo)?|istock(?:photo)?|"
        "bloomberg|anadolu|xinhua|dpa|zuma(?: press)?|unsplash|pexels|pixabay)"
    ),
    "<ADVERT>": "(?:adverti[sz]ements?|advertising|adverts?|ads?|promotion|video|newsletter)",
    "<STORY>": (
        "(?:stor(?:y|ies)|articles?|reports?|posts?|news|coverage|interviews?|videos?|podcasts?|features?|series|topics?|"
        "content|headlines?|galler(?:y|ies)|reading|investigations?|analysis)"
    ),
    "<PLAYER>": (
        "(?:video|audio|media|content|tweet|post|clip|stream|live ?stream|image|embed|map|graphic|podcast|episode|"
        "recording|file|player)"
    ),
    "<NAME>": r"(?-i:[A-Z][\w.'&-]*(?: (?:(?:de|van|von|of|and|the|for) )?[A-Z][\w.'&-]*){0,4})",
}
_WORD = late(r"\w+")
_SPEECH = late(r"[“”\"]|\b(?:said|says|told|asked|added|urged|warned|according)\b|, \w+ (?:\w+ )?read\b")
_LINK = late(r"[\w ]{4,20}:|\((?=[a-z]+s\b)")
_EDGES = "*_•·|●■◆○▪►▶→()[]=~–—- \t"  # bullets, rules and brackets around a line


@lru_cache(maxsize=1 << 8)  # two checks ask for the paragraphs of an article, one after the other
def residue_kind(line: str) -> str | None:
    """The kind of residue that a whole line is, or None."""
    words = line.count(" ") + 1
    if words > MOST_WORDS or len(line) > _LONGEST_LINE or (words > _USUAL and "cookies" not in line):
        return None
    plain = line.replace("’", "'").strip("*_ \t")
    held = set(_WORD.findall(plain.lower()))
    kinds = _kinds(held, alone=words == 1) if held else tuple(_MOST)
    if not kinds or (held and _SPEECH.search(plain.lower()) and not _LINK.match(plain.lower())):
        return None
    forms = dict.fromkeys((plain, plain.strip(_EDGES), line.strip()))
    for kind in kinds:
        if words <= _MOST[kind]:
            pattern = _pattern(kind)
            if any(map(pattern.match, forms)):
                return kind
    return None


def _kinds(held: Iterable[str], *, alone: bool) -> tuple[str, ...]:
    """The kinds that one of the words is a sign of, in the order of trying.

    A slug or a file's name may be any word that stands `alone`; a player's clock is digits.
    """
    signs = _signs()
    found = {kind for word in held if word in signs for kind in signs[word]}
    if alone:
        found.add("agency-slug")
    if all(map(str.isdigit, held)):
        found.add("media-fallback")
    return tuple(kind for kind in _MOST if kind in found) if found else ()


@lru_cache(maxsize=1)
def _signs() -> dict[str, tuple[str, ...]]:
    return {word: tuple(kinds.split()) for word, kinds in lexicon().table("residue-signs").items()}


@lru_cache(maxsize=len(_MOST))
def _pattern(kind: str) -> re.Pattern[str]:
    """All lines of one kind as one pattern, compiled when the first line might be of that kind."""
    sources = [source for source, its in lexicon().table("residue-lines").items() if its == kind]
    joined = "|".join(sources)
    for name, meaning in _STANDS_FOR.items():
        joined = joined.replace(name, meaning)
    return late(rf"(?:{joined})\s*\Z", re.IGNORECASE)
