"""Sentences with their places, paragraph by paragraph.

One pattern finds where a sentence may end; what stands before and after decides. A sentence is split inside a
quotation too: "First. Second," she said has two. Closing marks belong to the sentence that they close.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lintnews.model import Sentence
from lintnews.patterns import late

if TYPE_CHECKING:
    from lintnews.extract.draft import Draft

VERSION = "2"

# A stop or a few, closing marks, then a space; or a stop that scraping has run into the next sentence ("end.Next").
_CANDIDATE = late(r"[.!?…](?:[.!?…]{0,8}[\"'”’)\]»]{0,5}(?= )|(?<=[^\W\d_][a-zà-ÿ].)[”’]?(?=[A-ZÀ-Þ“][a-z ’']))")
_CLOSING = "\"'”’)]»"
_OPENING = "\"'“‘([«¿¡"
_TOKEN_START = late(r"[^\s\"'“”‘’()\[\]«»—–/]*\Z")
_WORD = late(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_DOTTED = late(r"(?:[^\W\d_]\.)+[^\W\d_]{1,2}\Z")  # the word without its last point: "U.N", "a.m", "Ph.D"
_CLOCK = late(r"[ap]\.?m\Z", re.IGNORECASE)
_AFTER_CLOCK = late(
    r"(?:[A-Z]{2,4}\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:Eastern|Central|Mountain|Pacific|Greenwich|Local)\b"
    r"|(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*\b\.? \d)"
)
_ASKED = late(
    r"(?:[^\W\d_a-z][\w’'-]*\.? ){1,4}"
    r"(?:asked|said|says|asks|replied|cried|shouted|wrote|added|wondered|told|exclaimed|yelled"
    r"|tweeted|demanded|inquired|joked|quipped|recalled|responded)\b"
)
_DOMAINS = frozenset({"com", "net", "org", "co", "uk", "gov", "edu", "io", "info", "tv", "js", "ai", "fm"})
_NEGATED = frozenset({"don", "didn", "doesn", "isn", "aren", "wasn", "weren", "can", "couldn", "won", "wouldn"})
_MARKER = late(r"(?:\d{1,3}|[a-z]|[ivx]{1,4})\Z")
_LAST = 64  # characters before a stop that are looked at


def extract(draft: Draft) -> tuple[Sentence, ...]:
    """The sentences of every paragraph, in order; a paragraph of whatever role has at least one."""
    splitter = Splitter(draft.lexicon.table("abbreviations"), draft.lexicon.words("sentence_openers"))
    sentences: list[Sentence] = []
    text = draft.text
    for index, paragraph in enumerate(draft.article.paragraphs):
        start = paragraph.start
        for end in splitter.ends(text, start, paragraph.end):
            sentences.append(Sentence(start, end, index))
            start = end + 1 if text[end] == " " else end
        if start < paragraph.end:
            sentences.append(Sentence(start, paragraph.end, index))
    return tuple(sentences)


class Splitter:
    """Finds the ends of sentences; `abbreviations` maps a word to "before", "number" or "either"."""

    def __init__(self, abbreviations: dict[str, str], openers: frozenset[str]) -> None:
        self._abbreviations = abbreviations
        self._openers = openers

    def ends(self, text: str, start: int, end: int) -> list[int]:
        """Where sentences inside text[start:end] end, but for the last one: offsets just after their closing marks."""
        ends: list[int] = []
        begin = start
        for match in _CANDIDATE.finditer(text, start, end):
            stop, after = match.span()
            if after >= end or after + 1 == len(text):  # a reader may leave a space at the end
                break
            if text[after] == " ":
                if text[after + 1] in '"”' and text[after + 2 : after + 3] in ("", " ") and after + 2 < end:
                    after += 2  # a closing mark that a stray space has parted from its sentence
                if self._splits(text, begin, stop, after):
                    ends.append(after)
                    begin = after + 1
            elif self._runs_on(text, stop, after):
                ends.append(after)
                begin = after
        return ends

    def _splits(self, text: str, begin: int, stop: int, after: int) -> bool:
        """Whether the stop at `stop`, whose sentence began at `begin`, ends it; text[after] is a space."""
        following = text[after + 1]
        if following.islower() or following in ",;:-–—…/&%+=|.?!)":
            return False
        if text[stop] != ".":
            return self._splits_after_call(text, stop, after)
        if text[stop + 1] in ".…":
            return self._splits_after_dots(text, after)
        if text[stop - 1] == " ":  # ". . ."
            return text.startswith(".", stop - 2) and stop - 2 > begin and self._splits_after_dots(text, after)
        word = _last_word(text, max(begin, stop - _LAST), stop)
        kind = self._kind(word, opens=stop - len(word) == begin)
        if kind in ("word", "before"):
            return kind == "word" and stop > begin
        return self._splits_abbreviation(text, kind, word, after)

    def _kind(self, word: str, *, opens: bool) -> str:
        """What kind of word stands before a point; `opens` tells whether the sentence has no other."""
        last = word.rsplit("-", 1)[-1]
        kind = self._abbreviations.get(last) or (last.isupper() and self._abbreviations.get(last.capitalize()))
        if kind:
            return kind
        if (len(last) == 1 and last.isupper()) or ("." in last and _DOTTED.match(last)):
            return "either"
        return "before" if opens and _MARKER.match(word) else "word"  # the number of a list item

    def _splits_abbreviation(self, text: str, kind: str, word: str, after: int) -> bool:
        """Whether the sentence ends after an abbreviation: the word that follows tells."""
        position = after + 1
        while position < len(text) and text[position] in _OPENING:
            position += 1
        if kind == "number":
            return not text[position : position + 1].isdigit()
        if _CLOCK.search(word):
            return not _AFTER_CLOCK.match(text, position)
        following = _WORD.match(text, position)
        if text[after - 1] in "\"”’'" or following is None:
            return text[after - 1] in "\"”’'" or text[after + 1] in '“"'
        opener, _, ending = following[0].lower().replace("’", "'").partition("'")
        return opener in self._openers or (opener in _NEGATED and ending == "t")

    def _splits_after_call(self, text: str, stop: int, after: int) -> bool:
        """After "!", "?" or "…": not where a quotation goes on into who said it."""
        if text[stop] == "…":
            return self._splits_after_dots(text, after)
        quoted = text[after - 1] in "\"”’'»"
        return not (quoted and _ASKED.match(text, after + 1))

    def _splits_after_dots(self, text: str, after: int) -> bool:
        """After an ellipsis: where a new sentence begins with a capital, but for "I", which has one anywhere."""
        following = _WORD.match(text, after + 1)
        if text[after - 1] in _CLOSING or following is None:
            return True
        return following[0].split("’")[0].split("'")[0] != "I"

    @staticmethod
    def _runs_on(text: str, stop: int, after: int) -> bool:
        """Whether a stop without a space ends a sentence: not in an address or the name of a site or a file."""
        space = text.rfind(" ", max(0, stop - _LAST), stop)
        before = text[space + 1 : stop]
        token = before + text[stop : stop + _LAST].partition(" ")[0]
        if any(sign in token for sign in "@/") or ":" in before or before.startswith("www."):
            return False
        following = _WORD.match(text, after)
        return following is None or following[0].lower() not in _DOMAINS


def _last_word(text: str, low: int, stop: int) -> str:
    """What stands before a stop, back to a space, a mark or a dash."""
    space = text.rfind(" ", low, stop)
    word = text[max(low, space + 1) : stop]
    if word.isalpha():  # nearly all are
        return word
    match = _TOKEN_START.search(text, max(low, space + 1), stop)
    return match[0] if match else ""
