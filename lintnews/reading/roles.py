"""What each paragraph of an article is: headline, deck, byline, dateline, body, caption or residue.

The rules are careful: a paragraph that could be copy is body. Headline, deck, byline and date line are looked for at
the top only, that is before the first paragraph that is copy beyond doubt.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lintnews.patterns import late
from lintnews.reading.publication import FULL_DATE, MONTH, WEEKDAY
from lintnews.reading.residue import is_residue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lintnews.model import Role

LONG = 320  # characters from which a paragraph is not looked at
TOP = 10  # paragraphs that may belong to the top of an article
_STOP = late(r"[.…;,:][\"”’')\]]*\Z")
_AGENCY = (
    r"(?:AP|AFP|Reuters|REUTERS|EPA(?:-EFE)?|PA(?: Wire| Media| Images)?|dpa|DPA|UPI|ANSA|EFE|Xinhua"
    r"|Getty(?: Images)?"
    r"|Bloomberg|Shutterstock|iStock|Alamy|Anadolu(?: Agency)?|Handout|handout)"
)
_CREDIT = late(
    rf"(?:\b{_AGENCY}\s?/\s?[^\W\d_][\w .’'-]{{2,40}}"
    rf"|[\w.’'-]+(?: [\w.’'-]+){{0,3}}\s?/\s?{_AGENCY}(?:\s?/\s?[\w .’'-]+)?"
    rf"|\bvia {_AGENCY}|\(?{_AGENCY} (?:Photo|File Photo|Images|Archive)\b[^.]{{0,60}}"
    r"|\b(?:[Pp]hoto(?:graph)?|[Pp]icture|[Ii]mage|PHOTO|IMAGE|PICTURE|[Cc]ourtesy|COURTESY|[Ff]ile [Pp]hoto)"
    r"(?: [Cc]redit| [Cc]ourtesy(?: of)?| [Bb]y)?\s?[:/|]\s?[^.]{2,60}"
    r"|\b[Pp]hoto(?:graph)? by [^\W\d_a-z][^.]{2,60}|\b(?:Getty Images|Shutterstock|iStock)"
    r")\s?[.)\]]*\Z"
)
_CREDIT_SIGNS = ("/", "hoto", "HOTO", "mage", "MAGE", "icture", "ICTURE", "ourtesy", "COURTESY", "tock", "via ")
_PICTURED_SIGNS = ("pictured", "seen", "shown", "photographed", "left", "right", "cent")
_CAPTION_OPENING = late(
    r"(?:FILE\s?(?:PHOTO|IMAGE|PICTURE)?\s?[-–—:]|[Ff]ile (?:[Pp]hoto|[Pp]icture|[Ii]mage)\b|(?:PHOTO"
    r"|IMAGE|PICTURE|CAPTION)\s?[:|]"
    r"|(?:Photo|Image|Caption|Picture|Photograph)(?: caption)?\s?[:|]|Image (?:caption|source|credit)\b"
    r"|Pictured\s?[:,(]|In this (?:file |undated )?(?:photo|image|picture)\b)"
)
_PICTURED = late(
    r"\b(?:pictured|seen|shown|photographed) (?:above|below|here|left|right|centre|center|in (?:this|a"
    r"|an undated) (?:file )?(?:photo|picture|image))\b"
    r"|\((?:left|right|centre|center|second (?:left|right)|pictured)\)"
)
_NAME = r"(?:[^\W\d_a-z][\w.’'-]*|de|del|della|di|da|dos|van|von|der|den|la|le|el|al|bin|ibn)"
_NAMES = rf"{_NAME}(?: {_NAME}){{0,5}}"
_BYLINE = late(
    rf"(?:(?:[Ww]ritten |[Rr]eported |[Pp]osted |[Ss]tory |[Aa]nalysis |[Oo]pinion )?(?:[Bb]y|BY):?"
    rf"|[Ww]ords:?|[Aa]uthor:|[Rr]eporter:) "
    rf"(?!{WEEKDAY}\b|{MONTH}\b){_NAMES}(?:(?:,| and| &| \||,? in| for| with| –| -| —| in) {_NAMES})*"
    r"(?: ?[,|–—(-] ?[^.!?]{0,60})?\Z"
)
_STAFF = late(
    rf"{_NAMES}(?:,? and {_NAMES})?(?:(?:,| \|| [-–—]) {_AGENCY}|(?:,| \|| [-–—])? (?:Staff(?: [Ww]riter| [Rr]eporter)?"
    rf"|(?:[\w-]+ )?[Cc]orrespondent|(?:[\w-]+ )?[Rr]eporter|(?:[\w-]+ )?[Ee]ditor))\b[^.:!?]{{0,40}}\Z"
)
_CREDITS_TAIL = late(
    r"[\[(]?(?:(?:Additional |Further )?[Rr]eporting|Editing|Written|Compiled|Edited|Additional research"
    r"|Writing) by\b.{3,240}\Z",
    re.DOTALL,
)
_DATE_WORDS = late(
    rf"(?:{WEEKDAY}|(?:last |first )?(?:published|updated|posted|modified|created|filed|issued|date|on|at"
    rf"|print edition)\b:?"
    r"|\d{1,2}[:.]\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?|[ap]\.?m\.?"
    r"|\b(?:GMT|UTC|BST|EST|EDT|CET|CEST|EAT|WAT|IST|ET|PT)\b(?:[+-]\d+)?|[\s,|·•.()–—-]+)",
    re.IGNORECASE,
)
_CAPITALS = r"[^\W\d_a-z](?:[^\W\d_a-z]|[.’'-])++"  # possessive: a hostile line must not be tried in all lengths
_PLACE = rf"{_CAPITALS}(?: {_CAPITALS}){{0,3}}"
DATELINE = late(
    rf"{_PLACE}(?:, (?!{MONTH}(?: \d|,)|{WEEKDAY},? )[^\W\d_a-z][\w.’'-]++(?: [^\W\d_a-z][\w.’'-]++){{0,2}})?"
    rf"(?:,? ?(?P<date>(?:{WEEKDAY},? )?[A-Z0-9][\w.]*+(?: [A-Z0-9][\w.]*+){{0,2}},?(?: \d{{4}})?))?,? ?"
    r"(?:\((?P<agency>[^()]{2,40})\) ?(?:[-–—]{1,2}|:|\Z)|[-–—]{1,2}(?= )|[-–—]{2}|[–—])"
)
_QUOTED = late(r"[“\"]|''")
_CALL = late(r"[?!][\"”’')\]]*\Z")
_COPY_WORDS = 28  # from here on a paragraph at the top is copy, whatever its end


def assign(texts: Sequence[str], hints: Sequence[Role | None], emphasis: Sequence[bool] = ()) -> list[Role]:
    """The role of each paragraph.

    `hints` are what markup says (a heading is "deck", the first one "headline"), None where it says nothing;
    `emphasis` tells which paragraphs are set in emphasis as a whole.
    """
    roles: list[Role] = [hint or _plain_role(words) for words, hint in zip(texts, hints, strict=True)]
    top = _top(texts, roles)
    _assign_dates(texts, hints, roles, top)
    _assign_headline(texts, hints, roles)
    _assign_captions(texts, hints, roles)
    _assign_decks(texts, hints, roles, top, emphasis)
    _assign_subheads(texts, hints, roles)
    return roles


def _plain_role(words: str) -> Role:
    """The role that a paragraph shows by itself."""
    if len(words) > LONG:
        return "body"
    if is_residue(words):
        return "residue"
    if _is_caption(words):
        return "caption"
    if _CREDITS_TAIL.match(words):
        return "byline"
    return "body"


def _is_caption(words: str) -> bool:
    """Whether a paragraph opens or ends as captions do; the patterns are tried only where one of their words stands."""
    tail = words[-90:]
    if any(map(tail.__contains__, _CREDIT_SIGNS)) and _CREDIT.search(tail):
        return True
    if len(words) < 200 and any(map(words.__contains__, _PICTURED_SIGNS)) and _PICTURED.search(words):
        return True
    return _CAPTION_OPENING.match(words) is not None


def _top(texts: Sequence[str], roles: Sequence[Role]) -> int:
    """How many paragraphs stand before the first that is copy beyond doubt."""
    for index, words in enumerate(texts[:TOP]):
        long = words.count(" ") >= _COPY_WORDS
        if roles[index] == "body" and (long or (_STOP.search(words) and words.count(" ") > 14 and index > 3)):
            return index
    return min(len(texts), TOP)


def _assign_dates(texts: Sequence[str], hints: Sequence[Role | None], roles: list[Role], top: int) -> None:
    """Bylines and date lines, at the top or just under a first paragraph that had to be short."""
    for index in range(min(top + 1, len(texts))):
        words = texts[index]
        if hints[index] or roles[index] != "body" or len(words) > 160:
            continue
        if (_BYLINE.match(words) and (index or words.count(" ") < 8)) or (index and _STAFF.match(words)):
            roles[index] = "byline"
        elif is_date_line(words):
            roles[index] = "dateline"


def is_date_line(words: str) -> bool:
    """Whether a line says when (and where, or for whom) it was written, and nothing else."""
    if words.count(" ") > 14:
        return False
    date = FULL_DATE.search(words)
    if date is not None:
        rest = _DATE_WORDS.sub(" ", words[: date.start()] + " | " + words[date.end() :])
        rest = FULL_DATE.sub(" ", rest)
        outlet = rest.split()
        return len(outlet) <= 5 and all(word[0].isupper() or word in ("of", "the", "and") for word in outlet)
    line = DATELINE.match(words)
    return line is not None and line.end() == len(words)


def _assign_headline(texts: Sequence[str], hints: Sequence[Role | None], roles: list[Role]) -> None:
    """The first paragraph that reads like a headline, unless markup has named one."""
    if "headline" in hints:
        return
    for index, words in enumerate(texts[:3]):
        if roles[index] in ("byline", "dateline", "caption") or (roles[index] == "residue" and index == 0):
            continue
        titled = len(words) < LONG and (_is_heading(words, 24) or (index == 0 and _is_title_case(words)))
        if titled and hints[index] is None and not DATELINE.match(words) and len(texts) > 1:
            roles[index] = "headline"
        return


def _is_heading(words: str, most: int) -> bool:
    """A short line without a full stop that begins like a title."""
    first = words[:1]
    opened = first.isupper() or first.isdigit() or first in "\"“‘'«£$€¿¡("
    return opened and words.count(" ") < most and len(words) < 200 and not _STOP.search(words)


def _is_title_case(words: str) -> bool:
    """Whether a short line has a capital on nearly every longer word, so that it is a title in spite of a full stop."""
    longer = [word for word in words.split() if len(word) > 3 and word[0].isalpha()]
    return len(words) < 160 and len(longer) > 3 and sum(word[0].isupper() for word in longer) * 5 >= len(longer) * 4


def _assign_captions(texts: Sequence[str], hints: Sequence[Role | None], roles: list[Role]) -> None:
    """A short paragraph that stands twice in a row is a caption and the image's text; the headline again is none."""
    headline = next((words for words, role in zip(texts, roles, strict=True) if role == "headline"), None)
    for index in range(1, len(texts)):
        words = texts[index]
        if words == headline:
            roles[index] = "deck" if roles[index] in ("body", "caption") else roles[index]
            continue
        twice = words == texts[index - 1] and len(words) < LONG and words.count(" ") > 3
        if twice and roles[index] == roles[index - 1] == "body" and not (hints[index] or hints[index - 1]):
            roles[index] = roles[index - 1] = "caption"


def _assign_decks(
    texts: Sequence[str], hints: Sequence[Role | None], roles: list[Role], top: int, emphasis: Sequence[bool]
) -> None:
    """The summary right after the headline: no full stop, or set apart by emphasis or by the byline that follows."""
    first = next((i for i, role in enumerate(roles) if role == "headline"), None)
    if first is None:
        return
    for index in range(first + 1, min(first + 3, len(texts))):
        words = texts[index]
        if roles[index] in ("byline", "dateline", "caption", "residue"):
            continue
        if roles[index] != "body" or hints[index] or words.count(" ") > 45 or DATELINE.match(words):
            return
        following = roles[index + 1] if index + 1 < len(texts) else None
        parted = following in ("byline", "dateline") and index < top + 1
        whole = bool(emphasis) and emphasis[index]
        alone = roles[index - 1] != "deck"
        if not (
            parted or whole or (alone and _is_heading(words, 26) and not _CALL.search(words) and following is not None)
        ):
            return
        roles[index] = "deck"


def _assign_subheads(texts: Sequence[str], hints: Sequence[Role | None], roles: list[Role]) -> None:
    """Lines without a full stop between paragraphs of copy: short ones are subheads (deck), longer ones captions."""
    for index in range(2, len(texts) - 1):
        words = texts[index]
        if roles[index] != "body" or hints[index] or not _is_heading(words, 36):
            continue
        if _QUOTED.search(words) or words[-1] in ":;" or len(texts[index + 1]) < 60:
            continue
        before = roles[index - 1] != "body" or len(texts[index - 1]) > 60
        if before and words.count(" ") < 10 and len(words) <= 80:
            roles[index] = "deck"
        elif before and not _CALL.search(words) and _ends(texts[index - 1]) and _ends(texts[index + 1]):
            roles[index] = "caption"


def _ends(words: str) -> bool:
    return words.rstrip("\"”’')]")[-1:] in (".", "!", "?")
