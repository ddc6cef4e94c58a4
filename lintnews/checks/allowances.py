"""Allowances that allow nothing: the one check that the engine asks last, when it is known which were needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from lintnews.contract import ArticleCheck

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lintnews.contract import Look, Match
    from lintnews.model import Story


class AllowanceCheck(ArticleCheck):
    """Suppressions that are not needed, or name no rule.

    Whether an allowance is needed depends on what all other checks found, in other articles too. So this check finds
    nothing by itself: `lintnews.suppress` makes its matches at the end of a run, with the values that are named here.
    """

    name: ClassVar[str] = "allowances"
    fields: ClassVar[dict[str, str]] = {
        "allowed": "the rule that the allowance names",
        "reason": "the reason that it gives, or an empty string",
        "problem": "unused: nothing had to be allowed; unknown: there is no such rule",
        "nearest": 'for an unknown rule ` (did you mean "…"?)`, or an empty string',
    }

    def inspect(self, story: Story, options: Any, look: Look) -> Iterable[Match]:  # noqa: ARG002 - see above
        """Nothing: the matches come from `lintnews.suppress`."""
        return ()
