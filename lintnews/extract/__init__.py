"""Article to facts: a pure pass, stage by stage; each stage is given the draft with what the earlier ones found."""

from __future__ import annotations

from importlib import import_module
from time import perf_counter
from typing import TYPE_CHECKING

from lintnews.contract import STAGES, Extractor
from lintnews.extract.draft import Draft
from lintnews.model import Facts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lintnews.lexicon import Lexicon
    from lintnews.model import Article

_FIELD = {"attributed": "sentences"}


def stages(extra: Iterable[Extractor] = ()) -> tuple[Extractor, ...]:
    """The built-in stages in order, with those of plugins in their places or after them."""
    given = {extractor.name: extractor for extractor in extra}
    built_in = [given.pop(name) if name in given else _built_in(name) for name in STAGES]
    return (*built_in, *(given[name] for name in sorted(given)))


def _built_in(name: str) -> Extractor:
    module = import_module(f"lintnews.extract.{name}")
    return Extractor(name, module.VERSION, module.extract)


def extract(
    article: Article, lexicon: Lexicon, stages: Iterable[Extractor], timings: dict[str, float] | None = None
) -> Facts:
    """All facts of an article; a pure function of the article, the lexicon and the stages."""
    draft = Draft(article, lexicon)
    for stage in stages:
        start = perf_counter()
        found = stage.extract(draft)
        field = _FIELD.get(stage.name, stage.name)
        if field in STAGES:
            setattr(draft, field, found)
        else:
            draft.extra[stage.name] = found
        if timings is not None:
            key = f"extract {stage.name}"
            timings[key] = timings.get(key, 0.0) + perf_counter() - start
    return Facts(
        sentences=draft.sentences,
        quotations=draft.quotations,
        names=draft.names,
        figures=draft.figures,
        dates=draft.dates,
        attributions=draft.attributions,
        signals=draft.signals,
        acronyms=draft.acronyms,
        passages=draft.passages,
        topics=draft.topics,
        extra=draft.extra,
    )
