"""What follows a cue: whether a verb has beside it what its kind of verb needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.extract.grammar import CLITICS, OPENING, TERMINAL, words
from lintnews.extract.lemmas import ACTING, FINDING, GIVING, GUARDED, INTENDING, PREFERRING, SAYING
from lintnews.patterns import late

if TYPE_CHECKING:
    from lintnews.extract.cues import View

_CLAUSE_WORDS = words("he she they it we i you the a an his her their its there this these those no on not") | CLITICS
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
_SEEN_AS = late(r"\s+(?:[\w’'-]{1,40}\s+){1,7}as\s")
_FOUND = late(
    r"\s+(?!(?:it|him|her|them)(?:self|selves)\b)(?:[\w’'%$-]{1,40}\s+){1,9}?(?:is|are|was|were|had|has|have|did|would|will|could|can"
    r"|may|might|should|to be|to have|guilty|leads?|trail(?:s|ing)|leading|support|favou?r|say|said|think|want)\b"
)
_ABOUT = late(r"\s(?:\w+ly\s)?(?:(?:(?:to|with)\s(?:[\w’'-]+\s){1,4})?about|of|out|with)\s")
# Verbs of these classes, and of these lemmas, may lack what they need; all others stand by themselves.
_NEEDING = frozenset(("judge", "urge", "think"))
_TALKING = frozenset(("talk", "speak"))
_MEASURES = words("expect predict hope fear want think believe")
_CALLED = (" to a ", " to the ", " off ")
_GIFT = late(r"\s+(?:his|her|its|their|a|an|the|more|up|loyalty|[£$€]\d|\d)")
_PAPERS = late(r"\b(?:data|figures|polls|surveys|studies|records|documents|results|tests)\b")
_PARTICLES = (" in ", " on ", " up ", " by ")


def complete(seen: View, subject: str | None = None) -> bool:  # noqa: PLR0911 - one a kind of verb
    """Whether the cue is complete; `subject` is the kind of its subject, where that is known."""
    guarded = seen.lemma in GUARDED
    if not guarded and seen.group not in _NEEDING and seen.lemma not in _TALKING:
        return True
    lower, end, low = seen.draft.lower, seen.end, seen.low
    beside = lower[max(low, seen.start - 60) : seen.start]
    if (
        seen.completed
        or ("”" in beside or '"' in beside or "’," in beside or "''" in beside)
        or _quotation_follows(seen)
    ):
        return True
    spaced = lower[end : end + 1] == " "
    if guarded:
        return _guarded(seen, beside, subject, spaced=spaced)
    if seen.group in {"judge", "urge"}:
        return spaced and not seen.follows(" by ") and not (seen.lemma == "call" and seen.follows(*_CALLED))
    if seen.lemma in _TALKING:
        return _ABOUT.match(seen.draft.lower, end, seen.high) is not None
    if spaced and not seen.follows(" by ", " and ", " or "):
        return True
    # "the firm, analysts think, will fall", "more than advisers expected"
    parted = ", " in beside[-40:] or (seen.lemma in _MEASURES and subject is not None)
    return parted and (seen.follows(",", ".", ";") or ends(seen))


def _guarded(seen: View, beside: str, subject: str | None, *, spaced: bool) -> bool:
    """The same for verbs with another common sense."""
    if ", " in beside[-34:] and (seen.follows(",", ";", ".", ":") or ends(seen)):
        return True
    if seen.lemma in FINDING:
        if seen.lemma == "find" and subject != "document":  # a thing is found as well: only a clause is a finding
            return seen.completed or _FOUND.match(seen.draft.lower, seen.end) is not None
        known = subject in {"document", "organisation"}
        return clause_follows(seen) or (known and spaced and not seen.follows(*_PARTICLES))
    if seen.lemma in GIVING:
        return _gives(seen)
    if seen.lemma == "see" and _SEEN_AS.match(seen.draft.lower, seen.end):
        return True
    return seen.lemma in ACTING and spaced and not seen.follows(" in ", " on ", " at ", " by ")


def _gives(seen: View) -> bool:
    """Whether a verb of promising or likening has what it takes, and is no adjective ("pledged delegates")."""
    if seen.lemma == "pledge":
        return (
            seen.passive
            or seen.follows(" to ", " that ", " not to", " support", " full")
            or _GIFT.match(seen.draft.lower, seen.end) is not None
        )
    if seen.lemma == "maintain":
        return clause_follows(seen) and not seen.follows(" his ", " her ", " its ", " their ", " a ", " an ", " the ")
    return seen.passive or not seen.follows(" to ", " with ", ",", " favorably", " unfavorably")


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
    if seen.lemma not in SAYING and not (seen.lemma in FINDING and kind in {"document", "organisation"}):
        return False
    parted = ", " in seen.draft.lower[max(seen.low, seen.start - 60) : seen.start]
    return parted and (ends(seen) or seen.follows(","))


def several_papers(seen: View) -> bool:
    """Whether a document before a bare verb is a plural: "polls show", "data from the survey show"."""
    if seen.before.endswith(("s", "data")) or (seen.head and seen.head[-1].endswith("s")):
        return True
    lead = seen.draft.lower[max(seen.low, seen.start - 60) : seen.start]
    return _PAPERS.search(lead) is not None


def _quotation_follows(seen: View) -> bool:
    """Whether the cue ends its sentence and the next one opens with a quotation: "Adeyemi agreed. “We…"."""
    high = seen.high
    return (
        seen.lemma in SAYING and high - seen.end < 3 and seen.draft.text[high : high + 3].strip()[:1] in tuple(OPENING)
    )
