"""Plugins bring checks, rules and formats; a plugin that is wrong is refused by name."""

from types import SimpleNamespace
from typing import Any, ClassVar

import pluggy
import pytest

from lintnews import LedgerCheck, hookimpl, hookspecs
from lintnews.contract import Extractor, Reader, Reporter
from lintnews.errors import PluginError
from lintnews.hookspecs import GROUP
from lintnews.plugins import Registry, classify, load
from tests.kit import WordCheck


def registry_with(**plugins: Any) -> Registry:
    manager = pluggy.PluginManager(GROUP)
    manager.add_hookspecs(hookspecs)
    for name, plugin in plugins.items():
        manager.register(plugin, name)
    return classify(manager)


def plugin(**hooks: Any) -> SimpleNamespace:
    def give(value: Any) -> Any:
        if callable(value) and not isinstance(value, type):
            return hookimpl(value)
        return hookimpl(lambda: value)

    return SimpleNamespace(**{name: give(value) for name, value in hooks.items()})


def test_external_names_carry_their_plugins_name() -> None:
    reporter = Reporter("table", lambda report, options: "")
    registry = registry_with(votes=plugin(lintnews_checks=[WordCheck], lintnews_reporters=[reporter]))
    assert list(registry.checks) == ["votes/word"]
    assert list(registry.reporters) == ["votes/table"]


def test_plugins_come_in_the_order_of_their_names_whatever_the_order_of_loading() -> None:
    one, two = plugin(lintnews_rules=["/r/one"]), plugin(lintnews_rules=["/r/two"])
    assert registry_with(b=two, a=one).rule_folders == registry_with(a=one, b=two).rule_folders
    assert registry_with(b=two, a=one).rule_folders == (("a", "/r/one"), ("b", "/r/two"))


class Half(LedgerCheck):
    """A check without rows."""

    name = "half"
    fields: ClassVar[dict[str, str]] = {}

    def compare(self, entry: Any, bucket: Any, options: Any, look: Any) -> list[Any]:
        return []


def test_an_extractor_replaces_a_stage_or_adds_facts_under_its_plugins_name() -> None:
    given = [Extractor("names", "1", lambda draft: ()), Extractor("mood", "1", lambda draft: ())]
    registry = registry_with(votes=plugin(lintnews_extractors=given))
    assert [extractor.name for extractor in registry.extractors] == ["names", "votes/mood"]


def raising() -> Any:
    msg = "no such table"
    raise OSError(msg)


@pytest.mark.parametrize(
    ("hooks", "told"),
    [
        ({"lintnews_checks": raising}, "lintnews_checks raised OSError: no such table"),
        ({"lintnews_checks": [WordCheck, WordCheck]}, 'brings the check "votes/word" a second time'),
        ({"lintnews_checks": ["word"]}, "not a subclass of ArticleCheck or LedgerCheck"),
        ({"lintnews_checks": [Half]}, "lacks rows"),
        ({"lintnews_rules": "/rules"}, "lintnews_rules gave one string, not a list of them"),
        ({"lintnews_reporters": ["table"]}, "lintnews_reporters gave 'table', not a Reporter"),
        ({"lintnews_chekcs": [WordCheck]}, "no such hook: lintnews_chekcs (did you mean"),
        (
            {"lintnews_readers": [Reader("a", (".x", ".x"), lambda path, data: None)]},
            'the reader of ".x" a second time',
        ),  # type: ignore[arg-type,return-value]
        (
            {"lintnews_extractors": [Extractor("a", "1", lambda d: ()), Extractor("a", "2", lambda d: ())]},
            "a second time",
        ),
    ],
)
def test_a_wrong_plugin_is_refused_by_name(hooks: dict[str, Any], told: str) -> None:
    with pytest.raises(PluginError) as caught:
        registry_with(votes=plugin(**hooks))
    assert 'plugin "votes"' in str(caught.value)
    assert told in str(caught.value)


def test_a_marked_hook_that_does_not_exist_is_refused_by_name() -> None:
    manager = pluggy.PluginManager(GROUP)
    manager.add_hookspecs(hookspecs)
    manager.register(plugin(lintnews_after_check=list), "votes")
    with pytest.raises(PluginError, match='plugin "votes": no such hook'):
        classify(manager)


def test_a_required_plugin_that_is_not_installed_is_an_error() -> None:
    with pytest.raises(PluginError, match='plugin "nowhere": required by the configuration, but not installed'):
        load(require=["nowhere"])


def test_the_house_brings_readers_for_text_and_markdown() -> None:
    assert {".txt", ".md"} <= set(load().readers)
