"""Paragraphs and articles that are hard to read, by themselves or beside what the house usually prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from msgspec import Struct

from lintnews.checks.once import once_a_story
from lintnews.contract import ArticleCheck, LedgerCheck, Match, Options, Row
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lintnews.contract import Entry, Group, Look
    from lintnews.model import Passage, Story

_LIST_MARKS = 3
_LIST_COMMAS = 8
_COMMA_WORDS = 5  # with a comma every five words, names or things are listed
_LONG_WORD = late(r"\w[\w'’-]{5,}\w")  # over six letters, as textstat counts them within half a point of LIX
_PLAIN_LONG_WORD = late(r"[A-Za-z0-9_][A-Za-z0-9_'-]{5,}[A-Za-z0-9_]")  # in plain characters the same, twice as fast
_PLAIN = (("’", "'"), *((mark, " ") for mark in "“”‘–—…£€"))  # marks that most texts have, and nothing else unplain
_PARAGRAPH_WORDS = 50
_ARTICLE_WORDS = 200
# From which LIX textstat is asked: nothing below can come out as hard, for the options' least values.
_SUSPECT = {"article": 50.0, "paragraph": 65.0}


class ReadingOptions(Options, frozen=True, kw_only=True):
    """LIX from which a paragraph or an article is hard in any house, and beside the house's own median.

    `paragraph_over` and `article_over`: how many times the median of at least `house` articles of the outlet; for
    paragraphs the median is that of the hardest one of each article. Paragraphs of fewer than 50 words and articles of
    fewer than 200 aren't measured; below LIX 65 and 50 none is hard.
    """

    paragraph: float = 100.0
    article: float = 64.0
    paragraph_over: float = 1.6
    article_over: float = 1.3
    house: int = 20


class Text(Struct, frozen=True):
    """A stretch of an article with its LIX, by the house's count of words and sentences."""

    scope: str
    start: int
    end: int
    words: int
    sentences: int
    lix: float


class HardToRead(ArticleCheck, LedgerCheck):
    """Text with very long sentences of long words; paragraphs that are mostly quoted and lists are left alone.

    The measure is LIX (words a sentence plus the per cent of words over six letters). A count of its own screens the
    articles; what comes near to being hard is measured by textstat. An article and its hardest paragraph are compared
    with the median of the outlet's articles.
    """

    name = "hard-to-read"
    fields: ClassVar[Mapping[str, str]] = {
        "scope": "paragraph or article",
        "lix": "the LIX score",
        "grade": "the school year of the Automated Readability Index",
        "length": "mean words a sentence",
        "most": "the LIX from which it is hard",
        "beside": "what it is measured by: the house's usual LIX, or what is hard anywhere",
    }
    Options = ReadingOptions
    meets = "the outlet"

    def inspect(self, story: Story, options: ReadingOptions, look: Look) -> Iterable[Match]:  # noqa: ARG002 - the contract
        """Yield a match for each paragraph that is hard anywhere, and one at the first paragraph for an article."""
        for text in _texts(story):
            most = options.article if text.scope == "article" else options.paragraph
            if text.lix >= most - 1:
                data = _data(story, text)
                if data["lix"] >= most:
                    yield _match(text.start, text.end, data, round(most), f"very hard from {most:.0f}")

    def rows(self, story: Story) -> Iterable[Row]:
        """The LIX of the article and that of its hardest paragraph."""
        hardest: dict[str, Text] = {}
        for text in _texts(story):
            if text.scope not in hardest or text.lix > hardest[text.scope].lix:
                hardest[text.scope] = text
        for scope, text in sorted(hardest.items()):
            data = _data(story, text) if text.lix >= _SUSPECT[scope] else {}
            outlet = f"{scope}\t{story.article.outlet or ''}"
            yield Row(f"{outlet}\t{text.lix:.0f}", (outlet,), text.start, text.end, scope, data)

    def asks(self, row: Row) -> bool:
        """Only what may be hard."""
        return bool(row.data)

    def compare(self, entry: Entry, bucket: Sequence[Group], options: ReadingOptions, look: Look) -> Iterable[Match]:
        """Yield a match where an article is far above the median of the outlet."""
        row = entry.row
        count = sum(group.count for group in bucket)
        if count < options.house:
            return
        look.compared()
        usual = _median(bucket, count)
        most = usual * (options.article_over if row.text == "article" else options.paragraph_over)
        if row.data["lix"] >= most:
            what = "" if row.text == "article" else " for an article's hardest"
            yield _match(row.start, row.end, row.data, round(most), f"in this house {usual} is usual{what}")


def _median(bucket: Sequence[Group], count: int) -> int:
    """The median LIX of the articles in a bucket."""
    seen = 0
    for lix, articles in sorted((int(group.value.rpartition("\t")[2]), group.count) for group in bucket):
        seen += articles
        if 2 * seen >= count:
            return lix
    return 0


@once_a_story
def _texts(story: Story) -> list[Text]:
    """The article, if it is long enough, and its long paragraphs that are prose of its own."""
    return list(_measured(story))


def _measured(story: Story) -> Iterator[Text]:
    """The texts of a story, measured."""
    bodies = _prose(story)
    long = [_long_words(story.text(p)) for p in bodies]
    counts: dict[int, int] = {}
    for sentence in story.facts.sentences:
        counts[sentence.paragraph] = counts.get(sentence.paragraph, 0) + 1
    words = sum(p.words for p in bodies)
    if words >= _ARTICLE_WORDS:
        sentences = sum(counts.get(p.paragraph, 1) for p in bodies)
        lix = words / sentences + 100 * sum(long) / words
        yield Text("article", bodies[0].start, bodies[0].end, words, sentences, lix)
    for passage, longer in zip(bodies, long, strict=True):
        if passage.words < _PARAGRAPH_WORDS:
            continue
        sentences = counts.get(passage.paragraph, 1)
        lix = passage.words / sentences + 100 * longer / passage.words
        if lix < _SUSPECT["paragraph"] or not _is_quoted(story, passage):
            yield Text("paragraph", passage.start, passage.end, passage.words, sentences, lix)


def _long_words(text: str) -> int:
    """How many words of a text are long."""
    for mark, plain in _PLAIN if not text.isascii() else ():
        text = text.replace(mark, plain)
    return len((_PLAIN_LONG_WORD if text.isascii() else _LONG_WORD).findall(text))


def _prose(story: Story) -> list[Passage]:
    """The paragraphs of running text."""
    paragraphs = story.article.paragraphs
    return [
        p
        for p in story.facts.passages
        if paragraphs[p.paragraph].role == "body" and not _is_list(story.text(p), p.words)
    ]


def _is_quoted(story: Story, passage: Passage) -> bool:
    """Whether more than half of a paragraph is quoted words, which nobody may simplify."""
    quoted = sum(q.words for q in story.facts.quotations if q.paragraph == passage.paragraph)
    return 2 * quoted > passage.words


def _is_list(text: str, words: int) -> bool:
    """Whether a paragraph is a list run together: points of their own, parted by dashes, bullets, or many commas."""
    if text[0] in "-–—•*" or max(map(text.count, (" - ", " • ", "; "))) >= _LIST_MARKS:
        return True
    commas = text.count(",")
    return commas >= _LIST_COMMAS and commas * _COMMA_WORDS > words


def _data(story: Story, text: Text) -> dict[str, Any]:
    """What textstat says of a stretch.

    textstat ends a sentence at every point; where the house counts fewer, the house's count is the right one.
    """
    from lintnews.readability import measure

    whole = (
        "\n\n".join(map(story.text, _prose(story)))
        if text.scope == "article"
        else story.article.text[text.start : text.end]
    )
    found = measure(whole)
    length = text.words / max(text.sentences, 1)
    lix = round(found.lix - found.words_a_sentence + length)
    return {"scope": text.scope, "lix": lix, "grade": round(found.grade), "length": round(length)}


def _match(start: int, end: int, data: Mapping[str, Any], most: int, beside: str) -> Match:
    # One reading, however often it is told: what says of it "in this house" comes before "very hard".
    readings = {"here": f"LIX {data['lix']}", "there": ""}
    return Match(start, end, {**data, "most": most, "beside": beside, **readings})
