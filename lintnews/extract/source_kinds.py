"""Kinds of source, told by the names and by the head of the noun phrase: person, document, role and so on."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from lintnews.extract.grammar import POSSESSIVES, words
from lintnews.extract.sources import head_of
from lintnews.lexicon.vocabulary import vocabulary
from lintnews.patterns import late

if TYPE_CHECKING:
    from lintnews.extract.draft import Draft
    from lintnews.model import Name, SourceKind

Found = tuple["SourceKind", "Name | None"]
# Nearness to the matter in the place of a name.
_CLOSE = late(
    r"\b(?:familiar with|close to|closest to|briefed on|with (?:\w+ )?knowledge of|in a position to know"
    r"|involved in the|aware of)\b"
)
_HIDDEN = late(
    r"\b(?:asked not to be|condition of anonymity|who (?:declined|asked|requested|refused) |anonymously|unnamed"
    r"|unidentified)"
)
_SPOKES = late(r"spokes|press secretary|lawyer|attorney|solicitor|barrister|counsel")
_COMPANY = late(
    r"(?:Inc|Ltd|LLC|plc|Corp|Co|Group|University|Party|Ministry|Department|Bank|Times|Post|News|Journal|Council"
    r"|Commission|Agency|Union|House|Institute)\.?$"
)
_AS_KIND: dict[str, SourceKind] = {
    "collective": "collective",
    "document": "document",
    "organisation": "organisation",
    "anonymous": "anonymous",
    "force": "collective",
}
_OWNED = ("’s", "'s")
_INDEFINITE = words("a an one another any some")
_SEVERAL = words("many some several few most those two three")
# Nobody in particular: no source that an article could name.
_NOBODY = words("anyone anybody nobody someone somebody everyone everybody none nothing neither")


class Phrase(NamedTuple):
    """What the words of a source say by themselves, in lower case: the same few phrases are cited again and again.

    `first` is the first word and `alone` tells that there is no other, the possessive mark aside. `head` is the phrase
    up to its first preposition or relative, `parts` are the words of it, `noun` the last of them and `at` where that
    begins in it.
    """

    first: str
    alone: bool
    head: str
    parts: tuple[str, ...]
    noun: str
    at: int
    close: bool
    nobody: bool


@lru_cache(maxsize=20_000)
def phrase(lower: str) -> Phrase:
    """The phrase of a source."""
    words = lower.replace("’", "'").split("'", 1)[0].split()
    head = head_of(lower)
    parts = tuple(head.split())
    nobody = bool(parts) and (parts[0] in _NOBODY or (parts[0] == "no" and parts[1:2] == ("one",)))
    return Phrase(
        words[0].strip(".,") if words else "",
        len(words) == 1,
        head,
        parts,
        parts[-1].strip(".,’'\"”") if parts else "",
        head.rfind(parts[-1]) if parts else 0,
        _CLOSE.search(lower) is not None,
        nobody,
    )


def kind_of(draft: Draft, start: int, end: int) -> Found:
    """The kind of the source text[start:end], and the name of the person or organisation that it is, if any."""
    lower = draft.lower[start:end]
    _, _, head, parts, noun, at, close, nobody = phrase(lower)
    if not parts:
        return "none", None
    stop = start + len(head)
    person = _person(draft, start, stop)
    if close:
        return ("person", person) if person else ("anonymous", None)
    if nobody:
        return "none", None
    kind = _noun_kind(draft, noun)
    common = kind is not None and not draft.text[start + at].isupper()
    if person and not (common and person.end < start + len(head.rstrip()) - 1):
        return "person", person
    if kind in {"role", "unnamed"}:
        return _one(draft, start, end, head, indefinite=kind == "unnamed" or parts[0] in _INDEFINITE)
    return _several(draft, start, stop, kind, common=common) or _guess(draft, start, head, parts)


def _several(draft: Draft, start: int, stop: int, kind: str | None, *, common: bool) -> Found | None:
    """An organisation by its name, or what the head noun says."""
    names = draft.names_in(start, stop)
    organisation = next((n for n in names if n.kind in {"organisation", "place"}), None) if names else None
    if organisation and not common:
        return "organisation", organisation
    if kind == "force" and any(word[:1].isupper() for word in draft.text[start:stop].split()[:-1] if word != "The"):
        return "organisation", organisation
    return (_AS_KIND[kind], organisation if kind == "organisation" else None) if kind else None


def _noun_kind(draft: Draft, last: str) -> str | None:
    """The kind of the head's last word, or of the last part of a hyphened one."""
    kinds = draft.lexicon.table("source-nouns")
    return kinds.get(last) or (kinds.get(last.rsplit("-", 1)[-1]) if "-" in last else None)


def _one(draft: Draft, start: int, end: int, head: str, *, indefinite: bool) -> Found:
    """One person in a role: named beside it, a role that one person holds, or somebody whom nobody names."""
    lower = draft.lower[start:end]
    named = _person(draft, start, end)
    if (
        named
        and lower[: named.start - start].rstrip().endswith(",")
        and (indefinite or named.start - start < len(head) + 4)
    ):
        return "person", named
    if indefinite:
        if draft.text[start - 2 : start] == ", ":
            before = _person(draft, max(start - 60, 0), start)
            if before and before.end == start - 2:
                return "person", before
        return ("role", None) if _SPOKES.search(lower) else ("anonymous", None)
    return ("anonymous", None) if _HIDDEN.search(lower) else ("role", None)


def _guess(draft: Draft, start: int, head: str, parts: tuple[str, ...]) -> Found:
    """The kind by its looks where neither a name nor a known noun is there."""
    shown = draft.text[start : start + len(head)].rstrip(" .,")
    last = shown.rsplit(None, 1)[-1] if shown.split() else ""
    unknown = next(iter(draft.names_in(start, start + len(head))), None)
    if last[:1].isupper():
        return _guess_capital(draft, shown, last, parts, unknown)
    if parts[0] in _SEVERAL or (parts[-1].endswith("s") and not parts[-1].endswith(("ss", "us", "is"))):
        return "collective", None
    if parts[0] in {"a", "an", "one", "another"} or parts[0] in POSSESSIVES:
        return "role", None
    return ("organisation", unknown) if parts[0] == "the" else ("none", unknown)


def _guess_capital(draft: Draft, shown: str, last: str, parts: tuple[str, ...], unknown: Name | None) -> Found:
    """The same for a phrase that ends with a capitalised word."""
    if parts[0] == "the" or (last.isupper() and len(last) > 1) or _COMPANY.search(shown):
        return "organisation", unknown
    if len(parts) > 1:
        return "person", unknown
    word = parts[0].strip(".,’'\"”")
    if word.removesuffix("s") in draft.lexicon.words("nationalities"):
        return "collective" if word.endswith("s") else "person", unknown
    if word in draft.lexicon.words("function-words"):
        return "none", None
    # A person is introduced by a full name or a title, and then known; what stands alone from the first is a firm, a
    # paper or a party, unless the word is a surname.
    return "person" if word in vocabulary(draft.lexicon).surnames else "organisation", unknown


def _person(draft: Draft, start: int, end: int) -> Name | None:
    """The last person named in [start, end) who is no mere possessor."""
    text = draft.text
    for name in reversed(draft.names_in(start, end)):
        if name.kind == "person" and text[name.end : name.end + 2] not in _OWNED:
            return name
    return None
