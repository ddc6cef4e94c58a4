"""The source ledger of an article: who is cited, how often, in what role, named or not, directly or not.

It is the table that editors keep by hand in source audits (NPR and others count who gets to speak).
`cited(story)` gives one row a source; `credibility(story)` gives the facts that frameworks such as the W3C's candidate
credibility signals and CredCo's indicators count, with no score: nobody has shown weights for them.
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
_ROLE_TAIL = late(
    r",\s*((?:an?|the|who|whose|his|her|their|its|head|chief|director|president)\b[^,;.“”\"]{2,80})", re.IGNORECASE
)
_UPDATED = late(r"\b(?:updated|corrected|correction|clarification|this (?:story|article) has been)\b", re.IGNORECASE)
_LINK = late(r"https?://|\]\(")


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


class Credibility(Struct, frozen=True):
    """What can be counted of an article's sourcing, with no score.

    `attributed` and `sentences` count sentences of the body (attributed: explicit or carried); `evidential` those with
    only "reportedly" and the like. `accusations` and `replies` count words of accusation and of right of reply.
    """

    byline: bool
    dateline: bool
    published: bool
    updated: bool
    words: int
    links: int
    sentences: int
    attributed: int
    evidential: int
    quotations: int
    people: int
    organisations: int
    documents: int
    unnamed: int
    anonymous: int
    accusations: int
    replies: int


def cited(story: Story) -> tuple[Cited, ...]:
    """The sources of an article, the most cited first, then in order of appearance."""
    rows: dict[str, list[Attribution]] = {}
    shown: dict[str, str] = {}
    for attribution in story.facts.attributions:
        name = _name(story, attribution)
        if name:
            rows.setdefault(name.lower(), []).append(attribution)
            shown.setdefault(name.lower(), name)
    out = [_row(story, shown[key], found) for key, found in rows.items()]
    return tuple(sorted(out, key=lambda row: (-row.count, row.first.start)))


def _name(story: Story, attribution: Attribution) -> str:
    """What a source is listed under: the speaker's full name, else the source as worded; "" for a bare pronoun."""
    if attribution.speaker:
        return attribution.speaker
    if attribution.source is None or attribution.source_kind == "none":
        return ""
    worded = " ".join(story.article.text[attribution.source.start : attribution.source.end].split())
    return "" if _PRONOUN.match(worded) else worded


def _row(story: Story, name: str, found: list[Attribution]) -> Cited:
    first = next((a for a in found if a.source is not None), found[0])
    place = first.source or first.content[0]
    kind = first.source_kind
    text = story.article.text
    return Cited(
        name=name,
        kind=kind,
        role=_role(story, name, found),
        named=_is_named(name, first),
        count=len(found),
        direct=sum(a.speech != "indirect" for a in found),
        words=sum(len(text[s.start : s.end].split()) for a in found for s in a.content),
        first=place,
    )


def _is_named(name: str, first: Attribution) -> bool:
    """Whether readers are told who it is: a person, an organisation by its name, a document."""
    if first.speaker is not None or first.source_kind in {"person", "document"}:
        return True
    return first.source_kind == "organisation" and any(word[:1].isupper() for word in name.split()[1:])


def _role(story: Story, name: str, found: list[Attribution]) -> str:
    """The title before the name or the apposition after it, where the source is first told of."""
    surname = name.rsplit(" ", 1)[-1]
    for mention in story.facts.names:
        if mention.kind == "person" and mention.text.endswith(surname):
            if mention.title:
                return mention.title
            tail = _ROLE_TAIL.match(story.article.text, mention.end)
            if tail:
                return " ".join(tail.group(1).split())
    for attribution in found:
        if attribution.source is not None and attribution.source_kind == "role":
            return " ".join(story.article.text[attribution.source.start : attribution.source.end].split())
    return ""


def credibility(story: Story) -> Credibility:
    """The sourcing facts of an article (see `Credibility`)."""
    article, facts = story.article, story.facts
    body = [s for s in facts.sentences if article.paragraphs[s.paragraph].role == "body"]
    sources = cited(story)
    kinds = [row.kind for row in sources]
    roles = {p.role for p in article.paragraphs}
    return Credibility(
        byline=article.author is not None or "byline" in roles,
        dateline="dateline" in roles,
        published=article.published is not None,
        updated=_UPDATED.search(article.text) is not None,
        words=sum(len(story.text(p).split()) for p in article.paragraphs if p.role == "body"),
        links=len(_LINK.findall(article.source)),
        sentences=len(body),
        attributed=sum(s.attributed in {"explicit", "carried"} for s in body),
        evidential=sum(s.attributed == "evidential" for s in body),
        quotations=len(facts.quotations),
        people=sum(row.kind == "person" or (row.kind == "role" and row.named) for row in sources),
        organisations=kinds.count("organisation"),
        documents=kinds.count("document"),
        unnamed=sum(row.kind in {"role", "collective"} and not row.named for row in sources),
        anonymous=kinds.count("anonymous"),
        accusations=sum(s.kind == "accusation" for s in facts.signals),
        replies=sum(s.kind == "reply" and s.value == "reply" for s in facts.signals),
    )
