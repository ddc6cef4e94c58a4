"""What a reader noticed about a file becomes a match where it stands."""

from __future__ import annotations

from lintnews.checks.article_file import ArticleFileCheck
from lintnews.contract import Options
from lintnews.model import Facts, Story
from lintnews.reading.plain import read
from lintnews.register import Register
from lintnews.workshop import ArticleLook


def test_the_guessed_encoding_is_told_at_its_first_letter() -> None:
    article = read("a.txt", "The café’s owner left.".encode("cp1252"))
    (match,) = ArticleFileCheck().inspect(Story(article, Facts()), Options(), ArticleLook(Register()))
    assert article.text[match.start : match.end] == "é"
    assert match.data["kind"] == "encoding"
    assert "Windows-1252" in match.data["told"]


def test_a_file_without_notes_is_left_alone() -> None:
    article = read("a.txt", "The café’s owner left.".encode())
    assert list(ArticleFileCheck().inspect(Story(article, Facts()), Options(), ArticleLook(Register()))) == []
