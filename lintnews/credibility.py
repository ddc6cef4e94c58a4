"""The credibility facts of an article: what can be counted of it, with no score.

Frameworks such as the W3C's candidate credibility signals and CredCo's indicators name what readers and editors look
at. Those that a program can count are here, one field each. Nobody has shown weights for them, so there is no sum.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from msgspec import Struct

from lintnews.patterns import late
from lintnews.sourcing import cited

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.model import Paragraph, Story

_UPDATED = late(
    r"(?:^|\n)\W{0,3}(?:last )?updated?\b(?=[\s:–—-]{1,3}(?:on |at )?[A-Z\d])"
    r"|\bthis (?:story|article|report|piece|post|page) (?:has been|was) (?:last )?updated\b"
    r"|(?:^|\n)(?:updated|modified|last_?modified)\s*:",
    re.IGNORECASE,
)
_CORRECTED = late(
    r"(?:^|\n)\W{0,3}(?:correction|clarification|corrected)\b\s?[:–—-]"
    r"|\b(?:story|article|report|piece|post|version|headline)[^.\n]{0,60}"
    r" (?:has been|was|is) (?:corrected|amended|clarified)\b",
    re.IGNORECASE,
)
_AGENCY = (
    r"(?:AP|AFP|UPI|PA|dpa|DPA|EFE|ANSA|Xinhua|TASS|IANS|PTI|ANI|Kyodo|Bloomberg|Reuters|REUTERS|CNN"
    r"|(?:The )?Associated Press|Agence France-Presse|PA Media|Press Association|United Press International)"
)
_WIRED = late(
    rf"(?:\A[^\n]{{0,60}}\(({_AGENCY})\)|\b(?:Copyright|©)[^\n]{{0,20}}({_AGENCY})\b"
    rf"|\A(?:By |Source: |—|-- ?)?({_AGENCY})\Z|\A(?:By )?[^\n]{{3,60}}(?:,| \||/) ?({_AGENCY})\Z"
    rf"|({_AGENCY})[^.\n]{{0,60}} contributed to this)"
)
_PHOTO = late(
    r"\b(?:photo|photograph|image|picture|illustration)s?(?: credit| source| courtesy| by|:)"
    r"|\bGetty Images\b|\((?:AP|AFP|EPA|Reuters|PA)(?: Photo|/| Images|\))|/(?:AFP|AP|Getty|Reuters|EPA)\b"
    r"|\b(?:Shutterstock|iStock|Alamy)\b",
    re.IGNORECASE,
)
_LINK = late(r"https?://[^\s)\]>\"'”’]+")
_RELATIVE = late(r"(?<!!)\[[^\]\n]{0,300}\]\((?!https?:|mailto:|tel:)[^)\s]+\)")
_OWN = late(
    r"^(?:url|link|permalink|canonical(?:_url)?)\s*:\s*[\"']?(https?://[^\s\"']+)", re.IGNORECASE | re.MULTILINE
)
# Hosts that publish what they decide, count or find themselves.
_PRIMARY_HOST = late(
    r"(?:(?:^|\.)(?:gov|gouv|gob|mil|int)$|(?:^|\.)(?:gov|gouv|gob|go|gc)\.[a-z]{2}$|(?:^|\.)europa\.eu$"
    r"|(?:^|\.)un\.org$|court|judiciary|parliament|legislation|(?:^|\.)(?:doi|arxiv|medrxiv|biorxiv|ssrn)\.(?:org|com)$)"
)
_LISTED = late(
    r"(?:\A|: )(?:the |here are |these )?(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve|fifteen|twenty)"
    r" (?:[\w’'-]+ ){0,2}(?:reasons|ways|things|facts|tips|tricks|signs|lessons|secrets|myths|mistakes|moments"
    r"|takeaways|questions|hacks|steps|rules|ideas|charts|photos|pictures|memes|stars|celebrities)\b",
    re.IGNORECASE,
)
_CAPITALS = late(r"(?<![\w-])[A-Z]{4,}(?![\w-])")
_FRONT = "---\n"


class Credibility(Struct, frozen=True):
    """What can be counted of an article's sourcing, with no score.

    byline, dateline, published: whether there is one. updated, corrected: whether a notice says so. wire: the agency
    that is credited ("" if none). photo_credit: whether a picture's is. words: of the body.
    links: to other pages; primary_links to a government's, a court's, a journal's host or a PDF; self_links to the
    outlet's own host (needs `url:` in the front matter) or relative.
    sentences, attributed (explicit or carried), evidential ("reportedly" and the like): of the body;
    attributed_share is the second by the first. quotations: how many.
    sources: how many are cited; people, organisations, documents, unnamed (roles and collectives with no name) and
    anonymous among them; most_cited: share of all attributions that the most cited one has.
    accusations, replies: words of accusation and of right of reply.
    headline_figures, headline_names: figures, and people's surnames, of the headline that the body has not;
    headline_capitals: its words in capitals that the body has not; headline_exclamation, headline_question,
    headline_list ("Seven reasons …"): whether it is one.
    """

    byline: bool
    dateline: bool
    published: bool
    updated: bool
    corrected: bool
    wire: str
    photo_credit: bool
    words: int
    links: int
    primary_links: int
    self_links: int
    sentences: int
    attributed: int
    attributed_share: float
    evidential: int
    quotations: int
    sources: int
    people: int
    organisations: int
    documents: int
    unnamed: int
    anonymous: int
    most_cited: float
    accusations: int
    replies: int
    headline_figures: int
    headline_names: int
    headline_capitals: int
    headline_exclamation: bool
    headline_question: bool
    headline_list: bool


def credibility(story: Story) -> Credibility:
    """The credibility facts of an article."""
    article, facts = story.article, story.facts
    body = [s for s in facts.sentences if article.paragraphs[s.paragraph].role == "body"]
    sources = cited(story)
    kinds = [row.kind for row in sources]
    roles = {p.role for p in article.paragraphs}
    attributed = sum(s.attributed in {"explicit", "carried"} for s in body)
    links, primary, own = _links(article.source)
    headline = article.headline
    shown = "" if headline is None else story.text(headline)
    return Credibility(
        byline=article.author is not None or "byline" in roles,
        dateline="dateline" in roles or _opens_with_agency(story),
        published=article.published is not None,
        updated=_UPDATED.search(article.source) is not None,
        corrected=_CORRECTED.search(article.source) is not None,
        wire=_wire(story),
        photo_credit=any(_PHOTO.search(story.text(p)) for p in article.paragraphs if p.role in {"caption", "residue"}),
        words=sum(len(story.text(p).split()) for p in _body(story)),
        links=links,
        primary_links=primary,
        self_links=own,
        sentences=len(body),
        attributed=attributed,
        attributed_share=_share(attributed, len(body)),
        evidential=sum(s.attributed == "evidential" for s in body),
        quotations=len(facts.quotations),
        sources=len(sources),
        people=sum(row.kind == "person" or (row.kind == "role" and row.named) for row in sources),
        organisations=kinds.count("organisation"),
        documents=kinds.count("document"),
        unnamed=sum(row.kind in {"role", "collective"} and not row.named for row in sources),
        anonymous=kinds.count("anonymous"),
        most_cited=_share(max((row.count for row in sources), default=0), sum(row.count for row in sources)),
        accusations=sum(s.kind == "accusation" for s in facts.signals),
        replies=sum(s.kind == "reply" and s.value == "reply" for s in facts.signals),
        headline_figures=_figures_of_headline(story, headline),
        headline_names=_names_of_headline(story, headline),
        headline_capitals=_capitals_of_headline(story, shown),
        headline_exclamation="!" in shown,
        headline_question="?" in shown,
        headline_list=_LISTED.search(shown) is not None,
    )


def _share(part: int, whole: int) -> float:
    return round(part / whole, 3) if whole else 0.0


def _body(story: Story) -> Iterator[Paragraph]:
    return (p for p in story.article.paragraphs if p.role == "body")


def _wire(story: Story) -> str:
    """The agency whose report it is, by the line that says so: a byline, a date line, the opening, a notice."""
    first = next(_body(story), None)
    for paragraph in story.article.paragraphs:
        if paragraph.role in {"byline", "dateline", "residue"} or paragraph is first:
            found = _WIRED.search(story.text(paragraph))
            if found:
                return str(next(filter(None, found.groups())))
    found = _WIRED.search(story.article.author or "")
    return str(next(filter(None, found.groups()))) if found else ""


def _opens_with_agency(story: Story) -> bool:
    """Whether the text opens with a place and an agency: "LENNING (AP) — …"."""
    first = next(_body(story), None)
    found = None if first is None else _WIRED.match(story.text(first))
    return found is not None and found.group(1) is not None


def _links(source: str) -> tuple[int, int, int]:
    """How many links an article has to other pages, to primary documents among them, and to its own outlet."""
    body = source
    host = ""
    if source.startswith(_FRONT):
        head, _, body = source[len(_FRONT) :].partition(f"\n{_FRONT}")
        own = _OWN.search(head)
        host = _host(own.group(1)) if own else ""
    pages = {link.rstrip(".,;:") for link in _LINK.findall(body)}
    own_pages = {page for page in pages if host and _host(page) == host}
    others = pages - own_pages
    primary = sum(1 for page in others if _PRIMARY_HOST.search(_host(page)) or _path(page).endswith(".pdf"))
    return len(others), primary, len(own_pages) + len(set(_RELATIVE.findall(body)))


def _host(page: str) -> str:
    try:
        return (urlsplit(page).hostname or "").removeprefix("www.")
    except ValueError:  # what looks like a link and has no address
        return ""


def _path(page: str) -> str:
    return page.partition("?")[0].partition("#")[0].lower()


def _figures_of_headline(story: Story, headline: Paragraph | None) -> int:
    """How many figures of the headline no figure of the body can mean."""
    if headline is None:
        return 0
    figures = story.facts.figures
    body = [f for f in figures if f.start >= headline.end]
    return sum(
        not any(_meet(figure.low, figure.high, other.low, other.high) for other in body)
        for figure in figures
        if headline.start <= figure.start < headline.end
    )


def _meet(low: float | None, high: float | None, other_low: float | None, other_high: float | None) -> bool:
    """Whether two intervals, open where they have no bound, have a value in common."""
    below = high is not None and other_low is not None and high < other_low
    above = low is not None and other_high is not None and low > other_high
    return not (below or above)


def _names_of_headline(story: Story, headline: Paragraph | None) -> int:
    """How many people of the headline the rest of the article doesn't name."""
    if headline is None:
        return 0
    rest = story.article.text[headline.end :].lower()
    surnames = {
        (name.surname or name.text).lower()
        for name in story.facts.names
        if name.kind == "person" and headline.start <= name.start < headline.end
    }
    return sum(re.search(rf"(?<!\w){re.escape(surname)}(?!\w)", rest) is None for surname in surnames)


def _capitals_of_headline(story: Story, shown: str) -> int:
    """How many words of the headline are in capitals there and nowhere else."""
    elsewhere = set(_CAPITALS.findall(" ".join(story.text(p) for p in _body(story))))
    return len(set(_CAPITALS.findall(shown)) - elsewhere)
