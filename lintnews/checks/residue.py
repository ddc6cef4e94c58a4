"""Residue: what pages, content systems and editing leave in the copy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from lintnews.checks.editor_marks import editor_marks, raw_markup
from lintnews.checks.encoding_damage import find_damage
from lintnews.checks.residue_lines import MOST_WORDS, residue_kind
from lintnews.contract import ArticleCheck, Fix, Match
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lintnews.contract import Look
    from lintnews.model import Article, Story

_CAPTION_VERB = late(
    r"(?:[^\s]+ ){1,12}?(?:addresses|arrives?|attends?|celebrates?|cheers?|clashes|carr(?:y|ies)|embraces?|"
    r"gathers?|gestures?|"
    r"greets?|hands|holds?|hugs?|inspects?|joins?|kicks?|kneels?|leaves?|lies|lights|listens?|looks?|marche?s?|meets?|patrols?|"
    r"poses?|protests?|reacts?|salutes?|scores|shakes?|shows?|signs|sits?|smiles?|speaks?|stands?|takes part|talks?|"
    r"tours?|"
    r"waits?|walks?|watch(?:es)?|waves?|wears)\b"
)
_CAPTION_OPENING = late(r"(?:FILE(?: PHOTO)?\s*[-–—:]|File photo\b|Pictured(?: here| above| below)?[:,])")
_CREDIT_END = late(
    r"(?:\(?(?:AP|AFP|REUTERS|Reuters|EPA|PA)(?: Photo)?/[^.()]{3,40}\)?|(?:/|via )Getty Images\)?|\(pictured\))\s*\Z"
)
_SENTENCE_END = tuple(".!?…:;\"”'’")
_MOST_CAPTION = 40


class Residue(ArticleCheck):
    """Whole lines of page furniture, editors' marks, raw markup, damaged encodings, captions between paragraphs."""

    name = "residue"
    fields: ClassVar[Mapping[str, str]] = {
        "kind": (
            "read-more, subscription, comment, share, advertisement, photo-credit, media-fallback, cookie-notice, "
            "end-mark, editor-mark, raw-markup, encoding or caption"
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
    for passage in story.facts.passages:
        if passage.words > MOST_WORDS or article.paragraphs[passage.paragraph].role == "headline":
            continue
        line = article.text[passage.start : passage.end]
        kind = residue_kind(line)
        if kind:
            fix = _removal(article, passage.paragraph)
            yield Match(passage.start, passage.end, {"kind": kind, "text": shorten(line), "wrong": ""}, (), fix)


def _captions(story: Story) -> Iterator[Match]:
    """Captions left between two paragraphs of the story, where no picture is."""
    article = story.article
    bodies = [i for i, p in enumerate(article.paragraphs) if p.role == "body"]
    for passage in story.facts.passages:
        at = passage.paragraph
        if not (6 <= passage.words <= _MOST_CAPTION and article.paragraphs[at].role in {"body", "caption"}):
            continue
        before = [i for i in bodies[:8] if i < at]
        if len(before) < 3 or bodies[-1] <= at:
            continue
        line = article.text[passage.start : passage.end]
        if is_caption(line):
            yield Match(passage.start, passage.end, {"kind": "caption", "text": shorten(line), "wrong": ""})


def is_caption(line: str) -> bool:
    """Whether a paragraph reads like a picture's caption: its credit, or a verb in the present and no full stop."""
    if _CAPTION_OPENING.match(line) or _CREDIT_END.search(line):
        return True
    return line[0].isupper() and not line.endswith(_SENTENCE_END) and _CAPTION_VERB.match(line) is not None


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
