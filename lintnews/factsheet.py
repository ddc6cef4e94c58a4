"""What was read out of an article, as the plain data of the facts format."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lintnews.placing import Locator

if TYPE_CHECKING:
    from lintnews.model import Story


def facts_record(story: Story) -> dict[str, Any]:
    """The facts of a story in source coordinates."""
    article, facts = story.article, story.facts
    locator = Locator(article)
    source = locator.source

    def at(start: int, end: int) -> dict[str, Any]:
        """A place in source coordinates."""
        first, last = locator.source_span(start, end)
        return {"start": first, "end": last}

    def worded(start: int, end: int) -> dict[str, Any]:
        """A place with its words as they stand in the source."""
        place = at(start, end)
        return {**place, "text": source[place["start"] : place["end"]]}

    def role(name: str) -> dict[str, Any] | None:
        """The first paragraph with a role, worded."""
        found = next((p for p in article.paragraphs if p.role == name), None)
        return worded(found.start, found.end) if found else None

    def pair(span: Any) -> list[int] | None:
        """A span as two numbers."""
        return None if span is None else list(locator.source_span(span.start, span.end))

    return {
        "path": article.path,
        "coordinates": article.coordinates,
        "headline": role("headline"),
        "byline": role("byline"),
        "dateline": role("dateline"),
        "published": article.published.isoformat() if article.published else None,
        "paragraphs": [{**at(p.start, p.end), "role": p.role} for p in article.paragraphs],
        "sentences": [{**at(s.start, s.end), "attributed": s.attributed} for s in facts.sentences],
        "names": [
            {
                **worded(n.start, n.end),
                "kind": n.kind,
                "given": n.given,
                "surname": n.surname,
                "person": n.person,
                "title": n.title,
            }
            for n in facts.names
        ],
        "figures": [
            {
                **worded(f.start, f.end),
                "low": f.low,
                "high": f.high,
                "value": f.value,
                "unit": f.unit,
                "kind": f.kind,
                "subject": f.subject,
                "role": f.role,
            }
            for f in facts.figures
        ],
        "dates": [{**worded(d.start, d.end), "value": d.value} for d in facts.dates],
        "attributions": [
            {
                "content": [pair(span) for span in a.content],
                "cue": pair(a.cue),
                "source": pair(a.source),
                "speaker": a.speaker,
                "speech": a.speech,
                "source_kind": a.source_kind,
            }
            for a in facts.attributions
        ],
        "acronyms": [{**at(a.start, a.end), "short": a.short, "long": a.long} for a in facts.acronyms],
    }
