"""The source ledger of an article: who is cited, how often, in what role, named or not, directly or not.

It is the table that editors keep by hand in source audits (NPR and others count who gets to speak).
`cited(story)` gives one row a source. It never guesses at gender or origin.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from lintnews.model import SourceKind, Span  # noqa: TC001 - msgspec reads the annotations at run time
from lintnews.patterns import late

if TYPE_CHECKING:
    from lintnews.model import Attribution, Story

_PRONOUN = late(r"(?:he|she|they|it|who|which|i|we|you|his|her|their|its|my|our|whose)(?:[’'].*)?\Z", re.IGNORECASE)
_ROLE_TAIL = late(r",\s*((?:an?|the|former|acting|head|chief|director|president)\b[^,;:.“”\"()\n]{2,70})(?=[,;:.]|\Z)")
_VERB = late(r"\b(?:who|said|says|told|was|were|is|are|has|had|have|will|would|tried|did|does|but)\b|''", re.IGNORECASE)
_WHEN = r"(?:this|last|next)\s+(?:week|month|year|night|morning|evening|season|time|summer|winter|spring|autumn)\b,?"
# What stands before a source and is none of it: marks, a word that joins sentences, a time, a preposition.
_OPENING = late(
    rf"(?:[-–—•*>“”\"‘’(\s]+|(?:19|20)\d\d\s+|(?:(?:earlier|later)\s+)?{_WHEN}"
    r"|(?:however|meanwhile|privately|separately|originally|also|but|and|yet|so|then|still|now|while|although|though|when"
    r"|yesterday|today|in a statement|in|by|from|with|which|that[’']s why)\b,?\s+(?=\S))+",
    re.IGNORECASE,
)
# What stands behind it: a relative clause, an apposition, a quotation.
_BEHIND = late(r"(?:,|\s[-–—]\s|\s(?:who|which|whose|whom|where|that|because|while|although)\b|[“”\"(]).*\Z", re.DOTALL)
# A clause, or a word that stands for something said before: no source that could be listed.
_CLAUSE = late(
    r"(?:(?:he|she|it|they|there|i|we|you|what|how|why|where|if|to|for|about|against|that|everyone)\b.*"
    r"|(?:this|these|those|both|all|each|either|such|one|here|when|then|now|yet|so|but|as|than|with|like|also|however|elsewhere|originally|\d[\d,.%]*)\Z"
    r"|.*\s(?:he|she|it|they|i|we|you)\Z|.*\s(?:is|are|was|were|has|had|will|would|did|does|may|can|could)(?:\s.*)?)\Z",
    re.IGNORECASE | re.DOTALL,
)
_SHOUTED = late(r"(?:[A-Z][A-Z’'-]+\s+){3,}(?=(?:The |An? )?[A-Z][a-z])")  # the line above, run into the sentence
_DETERMINER = late(r"(?:the|an?|its|his|her|their|our|one|another)\s+", re.IGNORECASE)
_COURTESY = late(r"(?:mr|mrs|ms|miss|dr|sir|dame|lord|lady)\.?\s+", re.IGNORECASE)


class Cited(Struct, frozen=True):
    """A source of an article.

    `name` is the full name, or the source as first worded; `kind` is the attribution's source kind; `role` is the title
    or apposition it was introduced with ("" if none); `named` is true for a named person, organisation or document;
    `count` is how many attributions it has, `direct` how many of them quote (wholly or in part), `words` how many
    words of the article are its own; `first` is its first mention as a source, in offsets of the article's text.
    """

    name: str
    kind: SourceKind
    role: str
    named: bool
    count: int
    direct: int
    words: int
    first: Span


def cited(story: Story) -> tuple[Cited, ...]:
    """The sources of an article, the most cited first, then in order of appearance."""
    rows: dict[str, list[Attribution]] = {}
    shown: dict[str, str] = {}
    for attribution in story.facts.attributions:
        name = _name(story, attribution)
        if name:
            key = _key(name)
            rows.setdefault(key, []).append(attribution)
            if key not in shown or (name[:1].isupper() and shown[key].islower()):
                shown[key] = name
    for short, long in _same(rows, shown).items():
        rows[long] += rows.pop(short)
    out = [_row(story, shown[key], sorted(found, key=lambda a: a.content[0].start)) for key, found in rows.items()]
    return tuple(sorted(out, key=lambda row: (-row.count, row.first.start)))


def _key(name: str) -> str:
    """What is equal for a source in an article, whether it is told with "the", "a" or "its"."""
    opening = _DETERMINER.match(name)
    return (name[opening.end() :] if opening and opening.end() < len(name) else name).lower()


def _same(rows: dict[str, list[Attribution]], shown: dict[str, str]) -> dict[str, str]:
    """Rows that are told in full elsewhere in the article: "Mr Holt" is Runa Holt, "the Commission" the Harbour one.

    Only where one row alone has the words at its end, and both are named.
    """
    people = {key for key, found in rows.items() if _kind(found) in {"person", "role"} and _proper(shown[key])}
    bodies = {key for key, found in rows.items() if _kind(found) == "organisation" and _proper(shown[key])}
    out: dict[str, str] = {}
    for group in (people, bodies):
        for key in group:
            courtesy = _COURTESY.match(key)
            bare = key[courtesy.end() :] if courtesy else key
            longer = [other for other in group if other != key and other.endswith(f" {bare}") and other not in out]
            if group is people:  # "Otto Brandl's lawyer" is not Brandl, nor is Ada Holt Hugo Holt
                longer = [other for other in longer if rows[other][0].speaker]
            if len(longer) == 1:
                out[key] = longer[0]
    return {key: long for key, long in out.items() if long not in out}


def _proper(name: str) -> bool:
    """Whether the last word of a source is in capitals."""
    return name.rsplit(" ", 1)[-1][:1].isupper()


def _kind(found: list[Attribution]) -> SourceKind:
    """The kind that most attributions of a source have."""
    kinds: list[SourceKind] = [a.source_kind for a in found if a.source_kind != "none"] or [found[0].source_kind]
    return max(kinds, key=lambda kind: (kinds.count(kind), -kinds.index(kind)))


def _name(story: Story, attribution: Attribution) -> str:
    """What a source is listed under: the speaker's full name, else the source as worded; "" if that tells nobody."""
    if attribution.speaker:
        return attribution.speaker
    if attribution.source is None or attribution.source_kind == "none":
        return ""
    return _plain(" ".join(story.text(attribution.source).split()))


def _plain(worded: str) -> str:
    """The words of a source without what stands around them; "" for a pronoun or a clause."""
    opening = _OPENING.match(worded)
    bare = _SHOUTED.sub("", worded[opening.end() :] if opening else worded, 1)
    bare = _BEHIND.sub("", bare).strip(" .,;:'’“”\"")
    return "" if _PRONOUN.match(bare) or _CLAUSE.match(bare) else bare


def _row(story: Story, name: str, found: list[Attribution]) -> Cited:
    first = next((a for a in found if a.source is not None), found[0])
    place = first.source or first.content[0]
    kind = _kind(found)
    text = story.article.text
    return Cited(
        name=name,
        kind=kind,
        role=_role(story, name, kind, found),
        named=_is_named(name, kind, found),
        count=len(found),
        direct=sum(a.speech != "indirect" for a in found),
        words=sum(len(text[s.start : s.end].split()) for a in found for s in a.content),
        first=place,
    )


def _is_named(name: str, kind: SourceKind, found: list[Attribution]) -> bool:
    """Whether readers are told who it is: a person by name, an organisation or a document by its own."""
    if kind == "person" or any(a.speaker for a in found):
        return True
    words = name.split()
    if kind not in {"organisation", "document"}:
        return False
    return any(word[:1].isupper() for word in words[1:]) or (len(words) == 1 and name[1:2].isupper())


def _role(story: Story, name: str, kind: SourceKind, found: list[Attribution]) -> str:
    """The title before the name or the apposition after it, where the source is first told of."""
    surname = name.rsplit(" ", 1)[-1]
    if kind == "person" or any(a.speaker for a in found):
        for mention in story.facts.names:
            same = (mention.surname or mention.text) == surname and (mention.given is None or mention.given in name)
            if mention.kind == "person" and same:
                if mention.title:
                    return mention.title
                tail = _ROLE_TAIL.match(story.article.text, mention.end)
                if tail and not _VERB.search(tail.group(1)):
                    return " ".join(tail.group(1).split())
    for attribution in found:
        if attribution.source is not None and attribution.source_kind == "role":
            worded = _plain(" ".join(story.text(attribution.source).split()))
            return worded if worded != name else ""
    return ""
