"""`lintnews test [FOLDER]`: run every example of a rule book."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def test(folders: Sequence[str]) -> int:
    """Run the examples of the rules in `folders` (default: all that are known); 1 if one fails."""
    from lintnews.testing import cases

    known = cases(*folders)
    problems = [problem for problem in (case.problem() for case in known) if problem]
    for problem in problems:
        print(problem)
    rules = len({case.rule.id for case in known})
    print(f"{rules} rules, {len(known)} examples: {len(problems)} failed")
    return 1 if problems else 0
