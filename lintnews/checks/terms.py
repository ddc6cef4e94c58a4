"""Listed words and the forms that a newsroom prefers: the check for a house's own list."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar

from lintnews.checks.once import lowered
from lintnews.checks.quoted import Quoted
from lintnews.checks.signs import Signs
from lintnews.contract import ArticleCheck, Fix, Match, Options
from lintnews.model import Role  # noqa: TC001 - msgspec reads the annotations at run time

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lintnews.contract import Look
    from lintnews.model import Story


class TermOptions(Options, frozen=True, kw_only=True):
    """`terms`: each word or phrase with the preferred form, or with "" if it only must not be used.

    `case`: only as capitalised in the list; `quotations`: also in quoted words; `roles`: in which kinds of paragraphs
    (none: in all). Words are found whole.
    """

    terms: dict[str, str] = {}  # noqa: RUF012 - msgspec copies it
    case: bool = False
    quotations: bool = False
    roles: tuple[Role, ...] = ()

    def __post_init__(self) -> None:
        """Refuse an empty list and empty words."""
        if any(not term.strip() for term in self.terms):
            raise ValueError("a term is empty")


class Terms(ArticleCheck):
    """Words on a list."""

    name = "terms"
    fields: ClassVar[Mapping[str, str]] = {"here": "the word as it stands", "preferred": 'the preferred form, or ""'}
    Options = TermOptions

    def inspect(self, story: Story, options: TermOptions, look: Look) -> Iterable[Match]:  # noqa: ARG002 - the contract
        """Yield one match a word, with the preferred form as a fix."""
        article = story.article
        lower = lowered(story)
        if not options.terms or len(lower) != len(article.text):
            return
        signs, terms = _signs(tuple(options.terms))
        after = 0
        hits = signs.whole(story)
        quoted = Quoted(story) if hits and not options.quotations else None
        for start, end in hits:
            word, term = article.text[start:end], terms[lower[start:end]]
            preferred = options.terms[term]
            if start < after or (options.case and word != term) or word == preferred:
                continue
            if options.roles and article.paragraphs[article.paragraph_at(start)].role not in options.roles:
                continue
            if quoted and quoted.holds(start):
                continue
            after = end
            preferred = _as_written(word, preferred)
            fix = Fix(start, end, preferred) if preferred else None
            yield Match(start, end, {"here": word, "preferred": preferred}, (), fix)


@lru_cache(maxsize=64)
def _signs(terms: tuple[str, ...]) -> tuple[Signs, dict[str, str]]:
    """What is looked for, and the term that is meant by each."""
    meant = {term.lower(): term for term in sorted(terms)}
    return Signs(meant), meant


def _as_written(word: str, preferred: str) -> str:
    """The preferred form with the capital that opens a sentence, or in capitals throughout."""
    if word.isupper() and len(word) > 1 and preferred.islower():
        return preferred.upper()
    return preferred[:1].upper() + preferred[1:] if word[:1].isupper() else preferred
