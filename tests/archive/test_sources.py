"""lintnews.archive.sources: one person is one source in all articles, and the unnamed are counted as worded."""

from __future__ import annotations

from lintnews.archive.sources import SORTS, SourceArchive, sources_of
from lintnews.config import Config
from lintnews.model import Story
from lintnews.setup import Setup, workshop_of

QUAY = (
    "Quay to close\n\n“The quay will open in May,” said Runa Holt, the harbour master.\n\n"
    "Holt said the masons would leave in April. A source said they had left. Critics said it was late.\n"
)
PIER = "Pier to open\n\nMayor Runa Holt said the pier was ready. Critics said it was not. The critics said so twice.\n"


def story(path: str, text: str) -> Story:
    """A story read as the program reads it."""
    return workshop_of(Setup(Config(), isolated=True)).story(path, text.encode())


def test_a_person_has_the_roles_of_the_article() -> None:
    first = sources_of(story("quay.txt", QUAY))[0]
    assert (first.name, first.sort, first.named, first.roles) == ("Runa Holt", "person", True, ("harbour master",))
    assert (first.times, first.direct, first.line) == (2, 1, 3)


def test_the_unnamed_are_sorted_by_how_they_hide() -> None:
    sorts = {source.name: (source.sort, source.named) for source in sources_of(story("quay.txt", QUAY))}
    assert sorts["A source"] == ("anonymous", False)
    assert sorts["Critics"] == ("collective", False)
    assert {sort for sort, _ in sorts.values()} <= set(SORTS)


def test_one_source_over_all_articles() -> None:
    archive = SourceArchive()
    archive.add(story("pier.txt", PIER))
    archive.add(story("quay.txt", QUAY))
    pages = {page.name: page for page in archive.sorted()}
    holt = pages["Runa Holt"]
    assert (holt.articles, holt.count, holt.direct) == (2, 3, 1)
    assert holt.roles == {"Mayor": 1, "harbour master": 1}
    assert (pages["Critics"].articles, pages["Critics"].count) == (2, 3)
    assert [citing.article for citing in holt.citings()] == [0, 1]


def test_a_source_is_found_by_surname_or_as_shown() -> None:
    archive = SourceArchive()
    archive.add(story("quay.txt", QUAY))
    for wanted in ("Holt", "runa holt"):
        assert [page.name for page in archive.find(wanted)] == ["Runa Holt"]
    assert [page.name for page in archive.find("source")] == ["A source"]
    assert archive.find("Brandt") == []
