"""The built-in plugin: what the house itself brings, through the same hooks as everybody else."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from lintnews.contract import Reader, Reporter
from lintnews.hookspecs import hookimpl

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lintnews.contract import Check, RenderOptions
    from lintnews.model import Article
    from lintnews.report import Report

# (module below lintnews.checks, class); a module may hold several checks.
CHECKS: tuple[tuple[str, str], ...] = (
    # names
    ("name_spelling", "NameSpelling"),
    ("acronym_meaning", "AcronymMeaning"),
    ("undefined_acronyms", "UndefinedAcronyms"),
    ("ambiguous_surnames", "AmbiguousSurnames"),
    ("unintroduced_surnames", "UnintroducedSurnames"),
    ("conflicting_titles", "ConflictingTitles"),
    # figures and dates
    ("calendar_dates", "CalendarDates"),
    ("arithmetic", "Arithmetic"),
    ("life_dates", "LifeDates"),
    ("figure_slots", "FigureSlots"),
    ("figure_versions", "FigureVersions"),
    ("registered_facts", "RegisteredFacts"),
    ("clause_twins", "ClauseTwins"),
    ("ages", "Ages"),
    ("event_dates", "EventDates"),
    ("identifiers", "Identifiers"),
    # attribution and sources
    ("unattributed_figures", "FigureSources"),
    ("unattributed_claims", "Accusations"),
    ("unattributed_claims", "Motives"),
    ("unattributed_claims", "Evidentials"),
    ("unattributed_judgements", "Superlatives"),
    ("unattributed_judgements", "Characterisations"),
    ("unattributed_judgements", "Predictions"),
    ("unattributed_judgements", "Causes"),
    ("orphan_quotations", "OrphanQuotations"),
    ("right_of_reply", "RightOfReply"),
    ("altered_quotations", "AlteredQuotations"),
    ("anonymity", "AnonymousSources"),
    ("anonymity", "AnonymousOpinions"),
    ("source_mix", "PluralSources"),
    ("source_mix", "NobodyNamed"),
    ("vague_sources", "VagueSources"),
    # duplicates, residue, style
    ("repeats", "Repeats"),
    ("shared_passages", "SharedPassages"),
    ("residue", "Residue"),
    ("mixed_spelling", "MixedSpelling"),
    ("mixed_usage", "MixedUsage"),
    ("slips", "DoubledWord"),
    ("slips", "GarbledCompound"),
    ("hard_to_read", "HardToRead"),
    ("terms", "Terms"),
    ("pattern", "Pattern"),
    ("article_file", "ArticleFileCheck"),
    ("allowances", "AllowanceCheck"),
)
# format name -> module below lintnews.reporters
REPORTERS: dict[str, str] = {
    "full": "full",
    "concise": "concise",
    "json": "json",
    "json-lines": "json_lines",
    "github": "github",
    "gitlab": "gitlab",
    "junit": "junit",
    "rdjson": "rdjson",
    "sarif": "sarif",
}
READERS: dict[str, tuple[str, ...]] = {"plain": (".txt",), "markdown": (".md", ".markdown")}


@hookimpl
def lintnews_checks() -> Iterable[type[Check]]:
    """All checks of the house."""
    return [getattr(import_module(f"lintnews.checks.{module}"), name) for module, name in CHECKS]


@hookimpl
def lintnews_rules() -> Iterable[str]:
    """The rule book: beside this module when installed, beside the package in a checkout."""
    here = Path(__file__).parent
    return [str(folder) for folder in (here / "rules", here.parent / "rules") if folder.is_dir()][:1]


@hookimpl
def lintnews_readers() -> Iterable[Reader]:
    """Plain text and Markdown; a reader's module is imported when the first such file comes."""

    def reader(name: str) -> Reader:
        """One reader, whose module is imported with its first file."""

        def read(path: str, data: bytes) -> Article:
            """Read an article."""
            article: Article = import_module(f"lintnews.reading.{name}").read(path, data)
            return article

        return Reader(name, READERS[name], read)

    return [reader(name) for name in READERS]


@hookimpl
def lintnews_reporters() -> Iterable[Reporter]:
    """The output formats."""

    def reporter(name: str) -> Reporter:
        """One format, whose module is imported with its first use."""

        def render(report: Report, options: RenderOptions) -> str:
            """Render a report."""
            text: str = import_module(f"lintnews.reporters.{REPORTERS[name]}").render(report, options)
            return text

        return Reporter(name, render)

    return [reporter(name) for name in REPORTERS]
