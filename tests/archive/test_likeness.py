"""lintnews.archive.likeness and lintnews.archive.pages: which names point at each other, and what a page holds."""

from __future__ import annotations

import datetime as dt

import pytest

from lintnews.archive.likeness import alike
from lintnews.archive.pages import Archive
from lintnews.extract import names
from lintnews.extract.draft import Draft
from lintnews.lexicon import lexicon
from lintnews.model import Article, Facts, Paragraph, Story


@pytest.mark.parametrize(
    ("one", "other", "like"),
    [
        (("thomas", "holt"), ("tomas", "holt"), True),
        (("petra", "lindqvist"), ("petra", "lindqist"), True),
        (("omar", "qaddumi"), ("omar", "kaddoumi"), True),
        (("runa", "holt"), ("runa", "brandt"), False),
        (("runa", "holt"), ("karl", "holt"), False),
    ],
)
def test_like_names_are_those_of_the_check(one: tuple[str, str], other: tuple[str, str], like: bool) -> None:
    found = alike([("person", *one), ("person", *other)])
    assert bool(found) is like
    if like:
        assert set(found) == {("person", *one), ("person", *other)}


def test_a_title_without_given_name_points_at_the_full_name() -> None:
    full, titled = ("person", "runa", "holt"), ("person", "", "holt", "president")
    assert alike([full, titled]) == {full: {titled: "no given name"}, titled: {full: "full name"}}


def test_what_is_no_person_or_nobody_known_is_like_nobody() -> None:
    assert (
        alike([("place", "portmere"), ("place", "portmare"), ("person", "", "holt", "?"), ("person", "ida", "holt")])
        == {}
    )


def story(path: str, text: str, day: int | None) -> Story:
    """A story of one paragraph, with the names in it."""
    published = dt.date(2025, 3, day) if day else None
    article = Article(path, text, text, (Paragraph(0, len(text)),), published=published)
    return Story(article, Facts(names=names.extract(Draft(article, lexicon("en")))))


def test_a_page_outlives_the_article() -> None:
    archive = Archive()
    archive.add(story("b.txt", "Runa Holt came. Holt left.", 9))
    archive.add(story("c.txt", "Runa Marie Holt came.", None))
    archive.add(story("d.txt", "Runa Holt stayed.", 4))
    (page,) = archive.find("Runa Holt")
    assert page.name == "Runa Marie Holt"
    assert [form for form, _ in page.spellings()] == ["Runa Marie Holt", "Runa Holt", "Holt"]
    assert archive.period(page.articles) == ("2025-03-04", "2025-03-09")
    assert (len(page.articles), page.mentions) == (3, 4)


@pytest.mark.parametrize("wanted", ["Holt", "Runa Holt", "runa marie holt", "RUNA HOLT"])
def test_a_page_is_found(wanted: str) -> None:
    archive = Archive()
    archive.add(story("c.txt", "Runa Marie Holt came.", None))
    assert [page.name for page in archive.find(wanted)] == ["Runa Marie Holt"]
    assert archive.find("Karl Holt") == []
