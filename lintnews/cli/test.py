"""`lintnews test`: run the examples of rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.cli import options as shared
from lintnews.errors import ExitCode
from lintnews.reporters.printable import printable

if TYPE_CHECKING:
    from lintnews.testing import Case


def run(arguments: list[str]) -> int:
    """Run the examples of the rules in the folders, else of `rules:`, else of every known rule; 1 if one fails."""
    from lintnews.plugins import load
    from lintnews.reporters.summary import counted
    from lintnews.testing import cases

    parser = shared.new_parser("test", "Run the good and bad examples of rules.")
    parser.add_argument(
        "folders",
        nargs="*",
        metavar="FOLDER",
        help="folders of rules (default: `rules` of the configuration, else every known rule)",
    )
    shared.add_settings(parser)
    options = parser.parse_args(arguments)
    setup = shared.settings(options)
    registry = load(setup.config.plugins.require, setup.config.plugins.disable)
    folders = options.folders or [f"{setup.root}/{folder}" for folder in setup.config.rules]
    tried = cases(*folders, registry=registry)
    problems = [problem for case in tried if (problem := _problem(case, options.verbose))]
    for problem in problems:
        shared.emit(f"{printable(problem)}\n")
    rules = counted(len({case.rule.id for case in tried}), "rule")
    if not options.quiet:
        failed = f"{counted(len(problems), 'example')} failed, " if problems else ""
        shared.emit(f"{failed}{counted(len(tried), 'example')} of {rules} tried.\n")
    return ExitCode.FINDINGS if problems else ExitCode.CLEAN


def _problem(case: Case, verbose: bool) -> str:  # noqa: FBT001 - a flag of the command line
    problem = case.problem()
    if verbose:
        shared.emit(f"{'failed' if problem else 'passed'}: {case}\n")
    return problem
