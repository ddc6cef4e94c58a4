"""Paragraphs and articles that are hard to read, measured by textstat without counting syllables."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from lintnews.contract import ArticleCheck, Match, Options

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lintnews.contract import Look
    from lintnews.model import Passage, Story


class ReadingOptions(Options, frozen=True, kw_only=True):
    """LIX from which a paragraph or an article is hard, and the words of the shortest that are measured."""

    paragraph: float = 80.0
    article: float = 62.0
    paragraph_words: int = 50
    article_words: int = 200


class HardToRead(ArticleCheck):
    """Text with very long sentences of long words; paragraphs that are mostly quoted are left alone.

    The measure is LIX (words a sentence plus the per cent of words over six letters). textstat is asked only about text
    whose sentences are so long that it could come out as hard: long words are hardly ever over 45 per cent in news.
    """

    name = "hard-to-read"
    fields: ClassVar[Mapping[str, str]] = {
        "scope": "paragraph or article",
        "lix": "the LIX score",
        "grade": "the school year of the Automated Readability Index",
        "length": "mean words a sentence",
        "most": "the LIX from which it is hard",
    }
    Options = ReadingOptions

    def inspect(self, story: Story, options: ReadingOptions, look: Look) -> Iterable[Match]:  # noqa: ARG002 - the contract
        """Yield a match for each hard paragraph, and one at the first paragraph for a hard article."""
        article = story.article
        counts: dict[int, int] = {}
        for sentence in story.facts.sentences:
            counts[sentence.paragraph] = counts.get(sentence.paragraph, 0) + 1
        bodies = [p for p in story.facts.passages if article.paragraphs[p.paragraph].role == "body"]
        words = sum(p.words for p in bodies)
        sentences = sum(counts.get(p.paragraph, 1) for p in bodies)
        if words >= options.article_words and words / sentences + _MOST_LONG >= options.article:
            whole = "\n\n".join(article.text[p.start : p.end] for p in bodies)
            yield from _measured(whole, bodies[0].start, bodies[0].end, "article", options.article, words, sentences)
        for passage in bodies:
            count = counts.get(passage.paragraph, 1)
            long = passage.words >= options.paragraph_words and passage.words / count + _MOST_LONG >= options.paragraph
            if long and not _is_quoted(story, passage) and not _is_list(article.text[passage.start : passage.end]):
                text = article.text[passage.start : passage.end]
                yield from _measured(
                    text, passage.start, passage.end, "paragraph", options.paragraph, passage.words, count
                )


_LIST_MARKS = 3
_MOST_LONG = 38.0  # per cent of words over six letters


def _is_quoted(story: Story, passage: Passage) -> bool:
    """Whether more than half of a paragraph is quoted words, which nobody may simplify."""
    quoted = sum(q.words for q in story.facts.quotations if q.paragraph == passage.paragraph)
    return 2 * quoted > passage.words


def _is_list(text: str) -> bool:
    """Whether a paragraph is a list run together: points of their own, parted by dashes, bullets or semicolons."""
    return text[0] in "-–—•*" or max(map(text.count, (" - ", " • ", "; "))) >= _LIST_MARKS


def _measured(text: str, start: int, end: int, scope: str, most: float, words: int, sentences: int) -> Iterable[Match]:
    from lintnews.readability import measure

    found = measure(text)
    # textstat ends a sentence at every point; where the house counts fewer, the house's count is the right one.
    lix = found.lix - found.words_a_sentence + words / max(sentences, 1)
    if lix >= most:
        data = {
            "scope": scope,
            "lix": round(lix),
            "grade": round(found.grade),
            "length": round(words / max(sentences, 1)),
            "most": round(most),
        }
        yield Match(start, end, data)
