"""Source spans: the noun phrase beside a cue, and what kind of source it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lintnews.extract.grammar import BOUNDARY, PHRASE_END, POSSESSIVES

if TYPE_CHECKING:
    from lintnews.extract.draft import Draft
    from lintnews.model import Name, SourceKind

_HEAD_END = re.compile(
    r"[,(—–“\"]|\s(?:of|for|from|in|at|with|who|whose|whom|which|that|on|to|close|familiar|briefed|by|about|about|near|involved|"
    r"representing|working|outside|inside|aged|led|interviewed|called|named|around|i|he|she|we|they)\s"
)
_CLOSE = re.compile(
    r"\b(?:familiar with|close to|closest to|briefed on|with (?:\w+ )?knowledge of|in a position to know|involved in the|aware of)\b"
)
_ANONYMOUS = re.compile(r"\b(?:asked not to be|condition of anonymity|who (?:declined|asked|requested|refused) |anonymously|unnamed|unidentified)")
_SUBJECT = 200  # a subject longer than this is read from its middle
_INDEFINITE = frozenset("a an one another any some a-second".split())
_SPOKES = re.compile(r"spokes|press secretary|lawyer|attorney|solicitor|barrister|counsel")
_SINGULAR_PRONOUNS = frozenset("he she i him her his".split())
_COMPANY = re.compile(r"(?:Inc|Ltd|LLC|plc|Corp|Co|Group|University|Party|Ministry|Department|Bank|Times|Post|News|Journal|Council|Commission|Agency|Union|House|Institute)\.?$")


def phrase_right(text: str, at: int, limit: int) -> tuple[int, int] | None:
    """The noun phrase that begins at or after `at`, up to `limit`; with the apposition that follows it."""
    while at < limit and text[at] in " \n":
        at += 1
    end = _phrase_end(text, at, limit)
    if end <= at:
        return None
    return at, end


def _phrase_end(text: str, at: int, limit: int) -> int:
    stop = PHRASE_END.search(text, at, limit)
    while stop and stop.group() == "." and text[stop.start() - 3 : stop.start()].strip(" .").isalpha() and _initial(text, at, stop.start()):
        stop = PHRASE_END.search(text, stop.end(), limit)
    return stop.start() if stop else limit


def _initial(text: str, at: int, dot: int) -> bool:
    """Whether the full stop at `dot` ends an initial or a title, as in "J. Mwangi", "Dr. Otieno"."""
    word = text[text.rfind(" ", at, dot) + 1 : dot] if text.rfind(" ", at, dot) >= 0 else text[at:dot]
    return word[:1].isupper() and (len(word) == 1 or "." in word or word in {"Dr", "Mr", "Mrs", "Ms", "Sen", "Rep", "Gov", "Gen", "Lt", "Col", "Sgt", "Rev", "Prof", "St", "Jr", "Sr"})


def apposition(text: str, end: int, limit: int) -> int:
    """The end of an apposition that follows a noun phrase ("…, a spokesman for the ministry"), or `end`."""
    if text[end : end + 1] != ",":
        return end
    found = re.compile(r",\s+(?:an?|the|who|whose|one|head|chief|director|chairman|president|his|her|its)\b[^.;:“”\"]*|,\s+(?-i:[A-Z])[\w’-]+(?:\s(?-i:[A-Z])[\w.’-]+){1,3}(?=[,.])", re.IGNORECASE).match(text, end, limit)
    return found.end() if found else end


def phrase_left(draft: Draft, low: int, at: int) -> int:
    """Where the subject that ends at `at` begins, not before `low`: after the last clause boundary."""
    start = max(low, at - _SUBJECT)
    for found in BOUNDARY.finditer(draft.lower, start, at):
        if found.end() < at:
            start = found.end()
    text = draft.text
    while start < at and text[start] in " \n'\"“‘…,.":
        start += 1
    return start


def head_of(lower: str) -> str:
    """The noun phrase up to its first preposition or relative: "advisers" of "advisers to the mayor"."""
    stop = _HEAD_END.search(lower, 1)
    return lower[: stop.start()] if stop else lower


def kind_of(draft: Draft, start: int, end: int) -> tuple[SourceKind, Name | None]:
    """The kind of the source text[start:end], and the name of the person or organisation that it is, if any."""
    lower = draft.lower[start:end]
    head = head_of(lower)
    words = head.split()
    if not words:
        return "none", None
    if _CLOSE.search(lower):
        person = _person(draft, start, start + len(head))
        return ("person", person) if person else ("anonymous", None)
    person = _person(draft, start, start + len(head))
    last = words[-1].strip(".,’'\"”")
    kinds = draft.lexicon.table("source-nouns")
    kind = kinds.get(last) or (kinds.get(last.rsplit("-", 1)[-1]) if "-" in last else None)
    tail_is_noun = kind is not None and not draft.text[start + head.rfind(words[-1]) :][:1].isupper()
    if person and not (tail_is_noun and person.end < start + len(head.rstrip()) - 1):
        return "person", person
    if kind == "anonymous":
        return "anonymous", None
    if kind in {"role", "unnamed"}:
        if words[0] in _INDEFINITE or kind == "unnamed":
            named = _person(draft, start, end)
            if named and lower[: named.start - start].rstrip().endswith(","):
                return "person", named
            before = _person(draft, max(start - 60, 0), start) if draft.text[start - 2 : start] == ", " else None
            if before and before.end == start - 2:
                return "person", before
            if words[0] in {"anyone", "anybody", "nobody"}:
                return "none", None
            return ("role", None) if _SPOKES.search(lower) else ("anonymous", None)
        if _ANONYMOUS.search(lower):
            return "anonymous", None
        apposed = _person(draft, start + len(head), min(start + len(head) + 4, end)) if lower[len(head) : len(head) + 2] == ", " else None
        return ("person", apposed) if apposed else ("role", None)
    organisation = _organisation(draft, start, start + len(head))
    if organisation and not tail_is_noun:
        return "organisation", organisation
    if kind == "collective":
        return "collective", None
    if kind == "document":
        return "document", None
    if kind == "organisation":
        return "organisation", organisation
    return _guess(draft, start, head, words)


def _guess(draft: Draft, start: int, head: str, words: list[str]) -> tuple[SourceKind, Name | None]:
    """The kind by its looks where neither a name nor a known noun is there."""
    shown = draft.text[start : start + len(head)].rstrip(" .,")
    last = shown.rsplit(None, 1)[-1] if shown.split() else ""
    unknown = _name_at(draft, start, start + len(head))
    if last[:1].isupper() and words[0] not in {"the"}:
        if last.isupper() and len(last) > 1 or _COMPANY.search(shown):
            return "organisation", unknown
        if len(words) == 1 and words[0].endswith("ns") and words[0][:-1] in draft.lexicon.words("nationalities"):
            return "collective", None
        return "person", unknown
    if last[:1].isupper():
        return "organisation", unknown
    if words[-1].endswith("s") and not words[-1].endswith(("ss", "us", "is")) or words[0] in {"many", "some", "several", "few", "most", "those", "two", "three"}:
        return "collective", None
    if words[0] in {"a", "an", "one", "another"} or words[0] in POSSESSIVES:
        return "role", None
    return "organisation" if words[0] == "the" else "none", unknown


def names_in(draft: Draft, start: int, end: int) -> list[Name]:
    """The names that begin in [start, end), by bisection on their order."""
    names = draft.names
    low, high = 0, len(names)
    while low < high:
        middle = (low + high) // 2
        if names[middle].start < start:
            low = middle + 1
        else:
            high = middle
    out = []
    while low < len(names) and names[low].start < end:
        out.append(names[low])
        low += 1
    return out


def _person(draft: Draft, start: int, end: int) -> Name | None:
    found = [n for n in names_in(draft, start, end) if n.kind == "person" and draft.text[n.end : n.end + 2] not in ("’s", "'s")]
    return found[-1] if found else None


def _organisation(draft: Draft, start: int, end: int) -> Name | None:
    return next((n for n in names_in(draft, start, end) if n.kind in {"organisation", "place"}), None)


def _name_at(draft: Draft, start: int, end: int) -> Name | None:
    return next(iter(names_in(draft, start, end)), None)
