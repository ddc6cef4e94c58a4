"""What follows a cue: whether a verb has beside it what its kind of verb needs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lintnews.extract.grammar import OPENING, TERMINAL, words
from lintnews.extract.lemmas import ACTING, FINDING, GUARDED, INTENDING, PREFERRING, SAYING

if TYPE_CHECKING:
    from lintnews.extract.cues import View

_CLAUSE_WORDS = words("he she they it we i you the a an his her their its there this these those no on not")
_NOT_OBJECT = (
    " of ",
    " for ",
    " from ",
    " in ",
    " on ",
    " to ",
    " by ",
    " at ",
    " and ",
    ",",
    ".",
    " are ",
    " were ",
    " is ",
)
_PARTICLES = (" in ", " on ", " up ", " by ")


def complete(seen: View, subject: str | None = None) -> bool:
    """Whether the cue is complete; `subject` is the kind of its subject, where that is known."""
    lower, end, low = seen.draft.lower, seen.end, seen.low
    beside = lower[max(low, seen.start - 60) : seen.start]
    if seen.completed or any(mark in beside for mark in ("”", '"', "’,", "''")):
        return True
    if seen.lemma in SAYING and _quotation_follows(seen):
        return True
    spaced = lower[end : end + 1] == " "
    if seen.lemma in GUARDED:
        return _guarded(seen, beside, subject, spaced=spaced)
    if seen.group in {"judge", "urge"}:
        return spaced and not seen.follows(" by ")
    if seen.lemma in {"talk", "speak"}:
        return seen.follows(" about ", " of ", " out ")
    return seen.group != "think" or (spaced and not seen.follows(" by ", " and ", " or "))


def _guarded(seen: View, beside: str, subject: str | None, *, spaced: bool) -> bool:
    """The same for verbs with another common sense."""
    if ", " in beside[-34:] and (seen.follows(",", ";", ".", ":") or ends(seen)):
        return True
    if seen.lemma in FINDING:
        known = subject in {"document", "organisation"}
        return clause_follows(seen) or (known and spaced and not seen.follows(*_PARTICLES))
    return seen.lemma in ACTING and spaced and not seen.follows(" in ", " on ", " at ", " by ")


def ends(seen: View) -> bool:
    """Whether nothing but time and place follows up to the sentence's end."""
    return TERMINAL.match(seen.draft.lower, seen.end, seen.high) is not None


def clause_follows(seen: View) -> bool:
    """Whether a clause or a quotation follows, so that the word is a verb."""
    if seen.completed:
        return True
    after = seen.draft.lower[seen.end : seen.end + 30].split(None, 1)
    text = seen.draft.text
    return (bool(after) and after[0] in _CLAUSE_WORDS) or (
        text[seen.end : seen.end + 1] == " " and text[seen.end + 1 : seen.end + 2].isupper()
    )


def is_verb(seen: View, kind: str | None, *, pronoun: bool, capital: bool) -> bool:
    """Whether a form that is as often a noun is a verb here, by its subject and by what follows."""
    if not (pronoun or capital or kind is not None):
        return False
    if not pronoun and (
        (seen.form == "third" and kind == "collective")
        or (seen.form == "base" and kind in {"role", "organisation"})
        or (seen.form == "base" and kind == "document" and not several_papers(seen))
    ):
        return False
    acts = (kind == "collective" and seen.lemma in PREFERRING) or (kind == "document" and seen.lemma in FINDING)
    if acts and not seen.follows(*_NOT_OBJECT):
        return True
    if pronoun or clause_follows(seen) or (seen.lemma in INTENDING and seen.follows(" to ")):
        return True
    return seen.lemma in SAYING and ", " in seen.draft.lower[max(seen.low, seen.start - 40) : seen.start] and ends(seen)


def several_papers(seen: View) -> bool:
    """Whether a document before a bare verb is a plural: "polls show", "data from the survey show"."""
    if seen.before.endswith(("s", "data")):
        return True
    lead = seen.draft.lower[max(seen.low, seen.start - 60) : seen.start]
    return re.search(r"\b(?:data|figures|polls|surveys|studies|records|documents|results|tests)\b", lead) is not None


def _quotation_follows(seen: View) -> bool:
    """Whether the cue ends its sentence and the next one opens with a quotation: "Adeyemi agreed. “We…"."""
    high = seen.high
    return high - seen.end < 3 and seen.draft.text[high : high + 3].strip()[:1] in tuple(OPENING)
