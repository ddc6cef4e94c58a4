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
    (facts,) = extract_all([(article, lexicon, {} if timings is None else timings)], stages)
    if isinstance(facts, Exception):
        raise facts
    return facts


def extract_all(
    articles: Iterable[tuple[Article, Lexicon, dict[str, float]]], stages: Iterable[Extractor]
) -> list[Facts | Exception]:
    """The facts of some articles, stage by stage for all of them: what a stage needs stays at hand.

    Each comes with its lexicon and the timings that are added to. Where a stage raises, its exception is in place of
    the facts, and the later stages leave the article out.
    """
    drafts: list[tuple[int, Draft, dict[str, float]]] = []
    done: list[Facts | Exception] = []
    for number, (article, lexicon, timings) in enumerate(articles):
        done.append(Facts())
        try:
            drafts.append((number, Draft(article, lexicon), timings))
        except Exception as problem:  # noqa: BLE001 - handed back
            done[number] = problem
    for stage in stages:
        key = f"extract {stage.name}"
        field = _FIELD.get(stage.name, stage.name)
        end = perf_counter()
        for number, draft, timings in drafts:
            if isinstance(done[number], Exception):
                continue
            start = end
            try:
                found = stage.extract(draft)
            except Exception as problem:  # noqa: BLE001 - handed back
                done[number] = problem
                continue
            if field in STAGES:
                setattr(draft, field, found)
            else:
                draft.extra[stage.name] = found
            end = perf_counter()
            timings[key] = timings.get(key, 0.0) + end - start
    for number, draft, _ in drafts:
        if not isinstance(done[number], Exception):
            done[number] = _facts(draft)
    return done


def _facts(draft: Draft) -> Facts:
    """What was found, once all stages have been."""
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
