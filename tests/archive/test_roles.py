"""lintnews.archive.roles: what a person is called before and behind the name."""

from __future__ import annotations

import pytest

from lintnews.archive.mentions import gather
from lintnews.extract import names
from lintnews.extract.draft import Draft
from lintnews.lexicon import lexicon
from lintnews.model import Article, Facts, Paragraph, Story


def story(text: str) -> Story:
    """A story of one paragraph, with the names in it."""
    article = Article("a.txt", text, text, (Paragraph(0, len(text)),))
    return Story(article, Facts(names=names.extract(Draft(article, lexicon("en")))))


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Shadow home secretary Runa Holt left.", ["Shadow home secretary"]),
        ("Meanwhile Portmere coach Runa Holt left.", ["Portmere coach"]),
        ("He called the coach Runa Holt.", ["coach"]),
        ("Mr Tomas Holt left.", []),
        ("Runa Holt, the harbour master, left.", ["harbour master"]),
        ("After talks with Runa Holt, the board said it would wait.", []),
        ("They saw Runa Holt, a former mayor of Portmere.", ["former mayor of Portmere"]),
        ("Mayor Runa Holt, chairman of the board, left.", ["Mayor", "chairman of the board"]),
    ],
)
def test_roles_are_told_as_worded(text: str, roles: list[str]) -> None:
    person = next(one for one in gather(story(text)) if one.kind == "person")
    assert list(person.titles) == roles
