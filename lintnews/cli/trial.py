"""`lintnews try RULE.yaml`: what a new rule would flag in the archive, before anyone turns it on."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

import msgspec
import xxhash

from lintnews.cli import options as shared
from lintnews.cli import running
from lintnews.errors import ExitCode, UsageError
from lintnews.model import LEVELS
from lintnews.reporters.printable import printable
from lintnews.reporters.summary import counted
from lintnews.suppress import CHECK as ALLOWANCES

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from lintnews.plugins import Registry
    from lintnews.report import Finding, Report
    from lintnews.rulebook import Rule
    from lintnews.setup import Setup
    from lintnews.workshop import Workshop

FORMATS = ("full", "concise", "json")
MOST = 3  # articles with the most findings that are named
EPILOG = """Nothing is written, and the rule need not be in a folder of rules. Exit codes: 0 tried, whatever was found;
1 an example of the rule fails; 2 the rule is broken, or an article could not be checked."""


class Trial(msgspec.Struct, frozen=True):
    """What came of it; `report` holds the findings of the tried rule alone."""

    rule: Rule
    report: Report
    sample: tuple[Finding, ...]
    seconds: float

    @property
    def flagged(self) -> Counter[str]:
        """Findings by article."""
        return Counter(finding.place.path for finding in self.report.findings)

    @property
    def own_seconds(self) -> float:
        """Of all the time that of the rule's check, in all processes."""
        return sum(
            s for name, s in self.report.timings.items() if name.partition(" ")[0] in {"check", "rows", "compare"}
        )

    def per_thousand(self, number: int) -> float:
        """So many for every 1,000 articles."""
        return round(1000 * number / max(self.report.targets, 1), 1)


def parser() -> argparse.ArgumentParser:
    """The options of `lintnews try`."""
    made = shared.new_parser("try", "Show what a new rule would flag in the archive, before it is turned on.")
    made.epilog = EPILOG
    made.add_argument("rule", metavar="RULE.yaml", help="the rule; its examples are run first")
    made.add_argument(
        "--against",
        action="append",
        metavar="PATH",
        help="files and folders (default: `corpus` of the configuration, else this folder); may be repeated",
    )
    made.add_argument("--sample", type=_count, default=10, metavar="N", help="findings that are shown (default: 10)")
    made.add_argument("--seed", type=_count, default=0, metavar="N", help="another number picks others (default: 0)")
    made.add_argument("--output-format", choices=FORMATS, default="full", help="full (default), concise or json")
    made.add_argument("--color", choices=("auto", "always", "never"), default="auto", help="colours (default: auto)")
    made.add_argument("-j", "--jobs", type=shared.positive, metavar="N", help="processes (default: CPUs)")
    shared.add_settings(made)
    made.set_defaults(no_cache=True)
    return made


def run(arguments: list[str]) -> int:
    """Run the rule's examples, then the rule over the archive."""
    from lintnews.plugins import load
    from lintnews.setup import trial_rule, workshop_of

    options = parser().parse_args(arguments)
    if Path(options.rule).is_dir():
        raise UsageError("is a folder; `lintnews test` runs the examples of all its rules", options.rule)
    if not Path(options.rule).exists():
        raise UsageError("no such rule file", options.rule)
    setup = shared.settings(options)
    registry = load(setup.config.plugins.require, setup.config.plugins.disable)
    rule = trial_rule(options.rule, registry)
    problems = _problems(rule, registry)
    if problems:
        shared.emit("".join(f"{printable(problem)}\n" for problem in problems))
        return ExitCode.FINDINGS
    workshop = workshop_of(_only(setup, rule, options.rule))
    files = _files(options, setup, workshop)
    start = perf_counter()
    report = running.check(options, workshop, files)
    own = tuple(finding for finding in report.findings if finding.rule == rule.id)
    rule = next(known for known in workshop.rules if known.id == rule.id)  # with the configuration's level
    report = msgspec.structs.replace(report, findings=own)
    trial = Trial(rule, report, sample(own, options.sample, options.seed), perf_counter() - start)
    if options.output_format == "json":
        from lintnews.reporters.json import encode

        shared.emit(encode(record(trial)))
    else:
        shared.emit(_text(options, setup, workshop, trial))
        sys.stdout.flush()
        if not options.quiet:
            print(f"Took {trial.seconds:.2f} s, {trial.own_seconds:.2f} s of it in the check.", file=sys.stderr)
    running.tell_failures(report)
    return ExitCode.FAILED if report.failures else ExitCode.CLEAN


def sample(findings: Iterable[Finding], size: int, seed: int) -> tuple[Finding, ...]:
    """Some of the findings, in their order: the same ones for the same seed, most of them also in a grown archive."""

    def lot(finding: Finding) -> int:
        """The number that a finding draws."""
        return int(xxhash.xxh3_64_intdigest(finding.fingerprint.encode(), seed=seed))

    given = list(findings)
    drawn = {id(finding) for finding in sorted(given, key=lot)[:size]}
    return tuple(finding for finding in given if id(finding) in drawn)


def record(trial: Trial) -> dict[str, Any]:
    """A trial as plain data."""
    from lintnews import __version__
    from lintnews.reporters.json import finding_record

    rule, report, flagged = trial.rule, trial.report, trial.flagged
    return {
        "version": 1,
        "tool": {"name": "lintnews", "version": __version__},
        "rule": rule.id,
        "category": rule.category,
        "level": rule.level,
        "check": rule.check,
        "path": rule.path,
        "articles": report.targets,
        "findings": len(report.findings),
        "flagged": len(flagged),
        "findings_per_thousand": trial.per_thousand(len(report.findings)),
        "flagged_per_thousand": trial.per_thousand(len(flagged)),
        "compared": report.compared,
        "suppressed": report.suppressed,
        "by_article": [{"path": path, "findings": count} for path, count in _sorted(flagged)],
        "sample": [finding_record(finding) for finding in trial.sample],
        "errors": [{"where": failure.where, "message": failure.message} for failure in report.failures],
        "seconds": {"all": round(trial.seconds, 3), "check": round(trial.own_seconds, 3)},
    }


def _problems(rule: Rule, registry: Registry) -> list[str]:
    """What is wrong with the rule's answers to its own examples."""
    from lintnews.testing import cases_of

    return [problem for case in cases_of(rule, registry) if (problem := case.problem())]


def _only(setup: Setup, rule: Rule, file: str) -> Setup:
    """The settings with no rule but this one; a rule about allowances needs those that are allowed."""
    config = setup.config
    if rule.check == ALLOWANCES:
        changes: dict[str, Any] = {"extend_select": (*config.extend_select, rule.id)}
    else:
        changes = {"select": (rule.id,), "extend_select": (), "ignore": ()}
    return msgspec.structs.replace(
        setup, config=msgspec.structs.replace(config, **changes), trial=str(Path(file).absolute())
    )


def _files(options: argparse.Namespace, setup: Setup, workshop: Workshop) -> running.Files:
    """The archive: what `--against` names, else the corpus, else this folder."""
    from lintnews.corpus import Corpus
    from lintnews.files import gather

    left_out, suffixes = shared.excludes(setup), workshop.registry.readers
    corpus = Corpus(setup, suffixes, left_out)
    options.paths = options.against or list(setup.config.corpus) or ["."]
    if setup.config.corpus and not options.against:
        return running.Files(corpus.paths, corpus, {}, [])
    targets, failures = gather(options.paths, suffixes, left_out)
    return running.Files(targets, corpus, {}, failures)


def _text(options: argparse.Namespace, setup: Setup, workshop: Workshop, trial: Trial) -> str:
    """The sample in full, then the counts."""
    from lintnews.contract import RenderOptions

    how = RenderOptions(
        color=shared.colored(options.color, sys.stdout),
        rules=workshop.rules,
        width=max(shared.columns(100), 60) if sys.stdout.isatty() else 100,
        summary=False,
    )
    shown = msgspec.structs.replace(trial.report, findings=trial.sample)
    examples = workshop.registry.reporters[options.output_format].render(shown, how)
    counts = "".join(f"{line}\n" for line in _counts(setup, trial))
    return f"{examples}\n{counts}" if examples else counts


def _counts(setup: Setup, trial: Trial) -> Iterable[str]:
    """The lines that sum a trial up."""
    rule, report, flagged = trial.rule, trial.report, trial.flagged
    name, number = f"{rule.id} ({rule.level})", len(report.findings)
    articles = counted(report.targets, "article")
    if number:
        yield f"{name} would flag {counted(number, 'place')} in {len(flagged):,} of {articles}."
        rates = [f"{trial.per_thousand(count):,g}" for count in (number, len(flagged))]
        yield f"In 1,000 articles: {rates[0]} places in {rates[1]} articles."
    else:
        yield f"{name} would flag nothing in {articles} ({counted(report.compared, 'pair')} compared)."
    if report.suppressed:
        yield f"Allowed already: {report.suppressed:,}."
    if number > len(trial.sample):
        yield f"Shown: {len(trial.sample):,} of {number:,} (--sample N for more, --seed N for others)."
    if any(count > 1 for count in flagged.values()):
        most = ", ".join(f"{printable(path)} ({count:,})" for path, count in _sorted(flagged)[:MOST])
        yield f"Most in: {most}."
    if number:
        fails = LEVELS.index(rule.level) >= LEVELS.index(setup.config.fail_on)
        told = "every one of these articles fails a commit" if fails else "no commit fails"
        yield f"With fail-on {setup.config.fail_on}, {told}."


def _sorted(flagged: Counter[str]) -> list[tuple[str, int]]:
    """The articles with the most findings first."""
    return sorted(flagged.items(), key=lambda item: (-item[1], item[0]))


def _count(text: str) -> int:
    """A number from 0 on."""
    import argparse

    if not text.isascii() or not text.isdigit() or int(text) >= 2**63:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 0 on")
    return int(text)
