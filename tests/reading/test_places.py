"""Any bytes give an article or one clear error, and every letter of the text leads back to the source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.errors import ReadError
from lintnews.lexicon import lexicon
from lintnews.model import Article
from lintnews.reading import markdown, plain

READERS = [plain.read, markdown.read]
MARKUP = st.text(alphabet="abé” \n\t\r*_[]()<>!&;#|-`\\\"'.:~=/1\u00a0\u200b“amp", max_size=120)


def hold(article: Article) -> None:
    """What holds for every article."""
    text, source, offsets = article.text, article.source, article.offsets
    last = -1
    for paragraph in article.paragraphs:
        words = text[paragraph.start : paragraph.end]
        assert last < paragraph.start < paragraph.end
        assert words == " ".join(words.split())
        last = paragraph.end
    assert text == "\n\n".join(text[p.start : p.end] for p in article.paragraphs)
    if offsets is None:
        assert source.startswith(text)
        return
    for start, at, length in zip(offsets.text_starts, offsets.source_starts, offsets.lengths, strict=True):
        assert text[start : start + length] == source[at : at + length]
        for inside in range(length):
            assert text[start + inside] == source[offsets.start(start + inside)]
            assert offsets.end(start + inside + 1) == at + inside + 1
    for position in range(len(text) + 1):
        assert 0 <= offsets.start(position) <= len(source)
        assert 0 <= offsets.end(position) <= len(source)


@pytest.mark.parametrize("read", READERS)
@given(data=st.binary(max_size=200))
def test_any_bytes(read, data: bytes) -> None:
    try:
        hold(read("article", data))
    except ReadError as problem:
        told = str(problem)
    else:
        told = "article: read"
    assert told.startswith("article")


@pytest.mark.parametrize("read", READERS)
@given(text=MARKUP)
def test_any_markup(read, text: str) -> None:
    try:
        hold(read("article", text.encode()))
    except ReadError as problem:
        told = problem.message
    else:
        told = "YAML"
    assert "lintnews" in told or "YAML" in told


@pytest.mark.parametrize("read", READERS)
@given(title=st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=40), body=MARKUP)
def test_any_quoted_title(read, title: str, body: str) -> None:
    import json

    try:
        article = read("article", f"---\ntitle: {json.dumps(title)}\n---\n{body}".encode())
    except ReadError:
        return
    hold(article)
    words = " ".join(title.split())
    if words and article.title:
        assert article.title == words


@pytest.mark.parametrize("read", READERS)
@given(text=MARKUP)
def test_sentences_and_quotations_lie_in_their_paragraphs(read, text: str) -> None:
    from lintnews.extract import quotations, sentences
    from lintnews.extract.draft import Draft

    try:
        article = read("article", text.encode())
    except ReadError:
        return
    draft = Draft(article, lexicon("en"))
    covered = [[] for _ in article.paragraphs]
    for sentence in sentences.extract(draft):
        paragraph = article.paragraphs[sentence.paragraph]
        assert paragraph.start <= sentence.start < sentence.end <= paragraph.end
        covered[sentence.paragraph].append(article.text[sentence.start : sentence.end])
    for paragraph, parts in zip(article.paragraphs, covered, strict=True):
        assert "".join(parts).replace(" ", "") == article.text[paragraph.start : paragraph.end].replace(" ", "")
    last = 0
    for quotation in quotations.extract(draft):
        paragraph = article.paragraphs[quotation.paragraph]
        assert max(last, paragraph.start) <= quotation.start < quotation.end <= paragraph.end
        assert quotation.words > 0
        last = quotation.end
