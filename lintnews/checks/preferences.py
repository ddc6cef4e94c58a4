"""What a house has chosen, in the register or in the options of a rule: it wins over any majority."""

from __future__ import annotations

import difflib
from functools import lru_cache
from typing import TYPE_CHECKING

from lintnews.checks.conventions import EXAMPLES
from lintnews.checks.spelling_forms import TABLES
from lintnews.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable

# What a language tag says about spelling: the sides that are right. Of -ise and -ize British copy may use either,
# so a tag of a country alone leaves that to the majority; BCP 47 has "en-GB-oxendict" for -ize.
SYSTEMS: dict[str, frozenset[str]] = {
    "-ise": frozenset({"ise"}),
    "-ize": frozenset({"ize"}),
    "en-GB": frozenset({"uk"}),
    "en-GB-oxendict": frozenset({"uk", "ize"}),
    "en-IE": frozenset({"uk"}),
    "en-AU": frozenset({"uk", "ise"}),
    "en-NZ": frozenset({"uk", "ise"}),
    "en-ZA": frozenset({"uk"}),
    "en-IN": frozenset({"uk"}),
    "en-US": frozenset({"us", "ize"}),
}
_AGAINST = {"uk": "us", "us": "uk", "ise": "ize", "ize": "ise"}


@lru_cache(maxsize=16)
def chosen_usages(prefer: tuple[str, ...]) -> dict[str, tuple[str, str]]:
    """Convention to the way that is chosen and the example that says so."""
    return {EXAMPLES[form][0]: (EXAMPLES[form][1], form) for form in prefer if form in EXAMPLES}


@lru_cache(maxsize=16)
def chosen_words(prefer: tuple[str, ...]) -> dict[str, tuple[str, str]]:
    """Family of forms to the variant that is chosen and the word that says so."""
    chosen: dict[str, tuple[str, str]] = {}
    for word in prefer:
        for table in TABLES:
            value = lexicon().table(table).get(word.lower())
            if value:
                family, _, variant = value.rpartition(" ")
                chosen[family] = (variant, word)
    return chosen


@lru_cache(maxsize=16)
def wrong_sides(prefer: tuple[str, ...]) -> dict[str, str]:
    """Side of spelling (uk, us, ise, ize) that is against the house's choice to what says so, such as "en-GB"."""
    return {_AGAINST[side]: form for form in prefer for side in sorted(SYSTEMS.get(form, ()))}


def refuse_unknown(prefer: Iterable[str]) -> None:
    """Raise ValueError for the first form that no table and no convention has."""
    for form in prefer:
        if form in EXAMPLES or form in SYSTEMS or any(form.lower() in lexicon().table(table) for table in TABLES):
            continue
        known = {*EXAMPLES, *SYSTEMS, *(word for table in TABLES for word in lexicon().table(table))}
        close = difflib.get_close_matches(form, sorted(known), n=1, cutoff=0.6)
        near = f' (did you mean "{close[0]}"?)' if close else ""
        raise ValueError(f'"{form}" is no form that is known to have others{near}; words of your own are for "terms"')
