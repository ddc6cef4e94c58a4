"""Residue: what pages, content systems and editing leave in the copy."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, ClassVar

from lintnews.checks.captions import LEAST_WORDS, is_caption
from lintnews.checks.editor_marks import editor_marks
from lintnews.checks.encoding_damage import find_damage
from lintnews.checks.raw_markup import raw_markup
from lintnews.checks.residue_lines import MOST_WORDS, residue_kind
from lintnews.contract import ArticleCheck, Fix, Match
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lintnews.contract import Look
    from lintnews.model import Article, Story

_MOST_CAPTION = 40
_AROUND = 4  # paragraphs of the story around a caption: three before it, one after
_PICTURE = late(r"!\[|<(?:img|fig)")  # how a picture stands in the source
_EMBED = late(
    r"!\[|<(?:img|fig|iframe|video|audio|embed|blockquote|script)|\[(?:embed|video|audio|gallery)|youtu\.?be|https?://"
)
_BESIDE = late(r"\b(?:above|below)\W*\Z", re.IGNORECASE)  # a line that speaks of what is set in next to it
_NEAR = 300  # characters from a caption to its picture


class Residue(ArticleCheck):
    """Whole lines of page furniture, editors' marks, raw markup, damaged encodings, captions between paragraphs."""

    name = "residue"
    fields: ClassVar[Mapping[str, str]] = {
        "kind": (
            "read-more, subscription, comment, share, advertisement, photo-credit, media-fallback, cookie-notice, "
            "end-mark, agency-slug, editor-mark, raw-markup, encoding or caption"
        ),
        "text": "the left-over words, shortened",
        "wrong": "kind encoding: what is wrong with the characters",
    }

    def inspect(self, story: Story, options: Any, look: Look) -> Iterable[Match]:  # noqa: ARG002 - the contract
        """Yield one match a line or mark, with a fix that removes or mends it."""
        article = story.article
        text = article.text
        lines = set()
        for match in _lines(story):
            lines.add(match.start)
            yield match
        for start, end in editor_marks(text):
            yield _mark(article, start, end, "editor-mark")
        for start, end, meant in raw_markup(text):
            yield _mark(article, start, end, "raw-markup", meant)
        for damage in find_damage(text):
            yield _mark(article, damage.start, damage.end, "encoding", damage.mended, damage.wrong)
        yield from (m for m in _captions(story) if m.start not in lines)


def _lines(story: Story) -> Iterator[Match]:
    article = story.article
    words = {passage.paragraph: passage.words for passage in story.facts.passages}
    for index, paragraph in enumerate(article.paragraphs):
        if words.get(index, 0) > MOST_WORDS:
            continue
        line = article.text[paragraph.start : paragraph.end]
        kind = residue_kind(line)
        if kind and (paragraph.role != "headline" or kind == "agency-slug"):
            if _BESIDE.search(line) and _is_near(article, paragraph.start, paragraph.end, _EMBED):
                continue
            fix = _removal(article, index) if paragraph.role != "headline" else None
            yield Match(paragraph.start, paragraph.end, {"kind": kind, "text": shorten(line), "wrong": ""}, (), fix)


def _captions(story: Story) -> Iterator[Match]:
    """Captions left between two paragraphs of the story, where no picture is."""
    article = story.article
    bodies = [i for i, p in enumerate(article.paragraphs) if p.role == "body"]
    if len(bodies) < _AROUND:
        return
    first, last = bodies[_AROUND - 2], bodies[-1]
    for passage in story.facts.passages:
        at = passage.paragraph
        if not (first < at < last and LEAST_WORDS <= passage.words <= _MOST_CAPTION):
            continue
        role = article.paragraphs[at].role
        if role not in {"body", "caption", "deck"}:
            continue
        line = article.text[passage.start : passage.end]
        if is_caption(line, subhead=role == "deck") and not _is_near(article, passage.start, passage.end, _PICTURE):
            yield Match(passage.start, passage.end, {"kind": "caption", "text": shorten(line), "wrong": ""})


def _is_near(article: Article, start: int, end: int, pattern: re.Pattern[str]) -> bool:
    """Whether what a pattern describes stands right before or after a place in the source."""
    if article.coordinates != "source":
        return False
    first, last = (article.offsets.start(start), article.offsets.end(end)) if article.offsets else (start, end)
    source = article.source
    return bool(pattern.search(source, max(0, first - _NEAR), first) or pattern.search(source, last, last + _NEAR))


def _mark(article: Article, start: int, end: int, kind: str, meant: str | None = None, wrong: str = "") -> Match:
    fix = None
    if meant is not None:
        fix = Fix(start, end, meant, safe=_verbatim(article, start, end))
    return Match(start, end, {"kind": kind, "text": shorten(article.text[start:end]), "wrong": wrong}, (), fix)


def _removal(article: Article, index: int) -> Fix | None:
    """The fix that deletes a paragraph; safe where it is a whole line of the file, without markup around it."""
    paragraph = article.paragraphs[index]
    start, end = paragraph.start, paragraph.end
    if not _verbatim(article, start, end):
        return None
    source = article.source
    first, last = (article.offsets.start(start), article.offsets.end(end)) if article.offsets else (start, end)
    line = source[source.rfind("\n", 0, first) + 1 : (source.find("\n", last) + 1 or len(source) + 1) - 1]
    return Fix(start, end, "", safe=line.strip() == source[first:last].strip())


def _verbatim(article: Article, start: int, end: int) -> bool:
    """Whether the words stand in the file as they stand in the text."""
    if article.coordinates != "source":
        return False
    if article.offsets is None:
        return True
    return article.source[article.offsets.start(start) : article.offsets.end(end)] == article.text[start:end]


def shorten(text: str, most: int = 60) -> str:
    """A text on one line, cut after `most` characters."""
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
