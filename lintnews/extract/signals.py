"""Words that bear on sourcing: evidentials, anonymity, wrongs, motives, judgements, words of law and of reply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.model import Signal
from lintnews.patterns import late

if TYPE_CHECKING:
    from lintnews.extract.draft import Draft
    from lintnews.model import SignalKind

VERSION = "2"
TABLES: dict[str, SignalKind] = {
    "evidentials": "evidential",
    "anonymity": "anonymity",
    "accusations": "accusation",
    "motives": "motive",
    "replies": "reply",
    "wrongs": "wrong",
    "superlatives": "superlative",
    "forecasts": "forecast",
    "causes": "cause",
    "characters": "character",
}
_BE_BEFORE = late(
    r"(?:is|are|was|were|be|been|being|[’']s|[’']re|widely|generally|long|now|also|still|,|[A-Za-z]+ly)\s*$"
)
_BE = late(r"(?<!\w)(?:is|are|was|were|be|been|being)\s+$")
_SCHEDULED = late(
    r"\s+(?:be|have|has|meet|vote|begin|start|open|close|arrive|sign|attend|visit|travel|speak|take place|last|run"
    r"|return|appear|announce|give|hold|join|land|leave|make|play|host|launch|publish|release|file|decide|rule|continue)\b"
)
# The state of mind that a reason ascribes: "because it does not trust", "because he had fallen out with".
_MIND = late(
    r"because (?:he|she|they|it|(?:the|his|her|their) [\w-]+|[A-Z][\w’'-]+) "
    r"(?:(?:had|has|have|was|is|are|were|does|did|do|no longer|still|secretly|simply)(?: not|n[’']t)? "
    r"|(?:does|did|do)n[’']t )?"
    r"(?:trust|trusts|trusted|wants?|wanted|fears?|feared|hopes?|hoped|hates?|hated|resents?|resented|dislikes?|disliked"
    r"|despises?|despised|envies|envied|distrusts?|distrusted|afraid|angry|jealous|furious|bitter|unhappy|ashamed|greedy"
    r"|fallen out|believes?|believed|thinks?|thought|feels?|felt|suspects?|suspected|craves?|craved|doubts?|doubted"
    r"|loves?|loved)\b"
)


def extract(draft: Draft) -> tuple[Signal, ...]:
    """The signals of an article in text order; words inside quotations are somebody's own and are left out."""
    found = []
    for table, kind in TABLES.items():
        for hit, end, value in draft.found(table):
            start = hit
            if draft.quoted(start) or not _holds(draft, kind, start, end, value):
                continue
            if kind == "evidential" and value == "passive":
                lead = _BE.search(draft.lower, max(start - 9, 0), start)
                start = lead.start() if lead else start
            found.append(Signal(start, end, kind, value, draft.sentence_at(start)))
    return tuple(sorted(found, key=lambda signal: (signal.start, signal.end)))


def _holds(draft: Draft, kind: SignalKind, start: int, end: int, value: str) -> bool:
    """Whether the words mean here what the table says."""
    if kind == "evidential" and value == "passive" and draft.lower.startswith(" to", end - 3):
        if not _BE_BEFORE.search(draft.lower, max(start - 14, 0), start):
            return False
        word = draft.lower[start : end - 3]
        return word not in {"expected", "known", "tipped"} or not _SCHEDULED.match(draft.lower, end)
    if kind == "motive" and value == "because":
        return bool(_MIND.match(draft.text, start))
    return True
