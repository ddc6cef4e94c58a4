"""The work on one article: a stage that raises is named with the article, and the newsroom's language holds."""

import msgspec
import pytest

from lintnews.config import Config
from lintnews.contract import Extractor
from lintnews.errors import CheckError, PluginError
from lintnews.plugins import Found, load
from lintnews.register import Register
from lintnews.setup import Setup
from lintnews.workshop import Workshop
from tests.kit import WORD, registry, workshop


def fails(draft: object) -> tuple[object, ...]:
    msg = "no such mood"
    raise KeyError(msg)


def test_an_extractor_that_raises_is_told_with_the_article() -> None:
    broken = msgspec.structs.replace(registry(), extractors=(Extractor("votes/mood", "1", fails),))
    with pytest.raises(CheckError) as caught:
        Workshop(broken, [WORD], Register()).story("a.txt", b"A fine day.")
    assert str(caught.value) == "a.txt: extraction raised KeyError: 'no such mood'"


@pytest.mark.parametrize(
    ("text", "language"), [(b"A fine day.", "fr"), (b"---\nlanguage: de\n---\nEin guter Tag.\n", "de")]
)
def test_the_newsrooms_language_holds_for_articles_that_name_none(text: bytes, language: str) -> None:
    house = Workshop(registry(), [WORD], Register(), Setup(Config(language="fr")))
    assert house.read("a.md", text).language == language
    assert workshop(WORD).read("a.md", b"A fine day.").language == "en"


def test_two_plugins_of_one_name_are_refused_with_both_owners(monkeypatch: pytest.MonkeyPatch) -> None:
    twins = [Found("votes", "lintnews.builtin", owner, "1") for owner in ("desk-one", "desk-two")]
    monkeypatch.setattr("lintnews.plugins.find", lambda: twins)
    with pytest.raises(PluginError, match=r'plugin "votes": the name is taken twice \(by desk-one, desk-two\)'):
        load()
