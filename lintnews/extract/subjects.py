"""The subject of a cue: before it, behind it ("said Adeyemi"), across an apposition, or shared with an earlier verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.extract.agreement import aided, before_kind, begin_of, is_finite
from lintnews.extract.asides import apposed
from lintnews.extract.complements import complete
from lintnews.extract.cues import position, view
from lintnews.extract.grammar import (
    AUXILIARIES,
    CLITICS,
    CLOSING,
    DASHES,
    INVERTED,
    OPENING,
    PRONOUNS,
    words,
)
from lintnews.extract.lemmas import FINDING, GUARDED, INVERTED_LEMMAS, LEADING, NAMING, OBJECTIVE
from lintnews.extract.phrases import PERSONAL, beside, narrowed, shortened
from lintnews.extract.source_kinds import kind_of
from lintnews.extract.sources import apposition, head_of, phrase_left, phrase_right
from lintnews.patterns import late

if TYPE_CHECKING:
    from lintnews.extract.cues import Cue, Mode, View
    from lintnews.extract.draft import Draft

_ASKED = late(r"\s+(?:about|if|whether|what|how|why|by|when|who|for)\s")
_INFINITIVE = late(r"(?:went on|going on|goes on|continued|used|had|took to twitter) to\s+$")
_LEAD_WORDS = late(r"(?:and|or|but|yet|then|so|nor)\s+")
_ASIDE = late(r",\s+(?:an?|who|whose)\s[^,.;:“”\"]{2,80}(?=,\s)")
# Verbs whose infinitive alone tells of a stand that somebody takes or is asked to take.
_WISHED = words("endorse believe think know say want address")
_OPENS = 12  # letters before a phrase that still opens its sentence
_REMAIN = words(
    "remain remains remained stay stays stayed feel feels felt become becomes became grew seem seems seemed"
)
# What an adjective of feeling is about.
_FELT = (" that ", " about ", " of ", " with ", " by ", " at ", " over ")
_STOPS = ("in ", "on ", "at ", "during ", "after ", "last ", "this ", "late ", "earlier ", "yesterday", "today", "who ")
# A thing that is called by a name: "joined a choir called Clean Harbour".
_CALLED = late(r"\s(?:a|an|another)\s(?:[\w-]+\s){1,4}$")
_LOOKING = words("see seem appear")
# What seems so; who appears on a stage does not.
_SEEMS = late(r"\s(?!to\b)\w")
_APPEARS = late(
    r"\s(?:that|as if|as though|(?:un)?likely|(?:un)?certain|(?:un)?able|(?:un)?willing|ready|poised|set|open"
    r"|determined|more|less|increasingly|somewhat|rather|very|quite)\b"
)
_HELD = words("expect believe think say")  # whose passive tells what others hold: "but is expected to"


def judge(draft: Draft, hit: tuple[int, int, str], low: int, high: int, sentence: int) -> Cue | None:
    """The cue that a hit of the table is within its sentence [low, high), or None."""
    seen = view(draft, hit, low, high, sentence)
    if seen.form in {"prep", "adj"}:
        return _prepositional(seen) if seen.form == "prep" else _feeling(seen)
    if seen.lemma in _LOOKING:
        cue = _looking(seen)
        if cue is not None or seen.lemma != "see" or seen.at + 1 < len(seen.words):
            return cue  # "would see", "had seen": no view of anybody
    where = position(seen.before, seen.form)
    if where == "break":
        return _after_break(seen)
    if where == "infinitive":
        return _infinitive(seen)
    if where == "link":
        return _shared(seen)
    return _after_subject(seen) if where == "subject" else None


def _looking(seen: View) -> Cue | None:
    """What seems so, appears likely or is seen as something, in the eyes of nobody in particular."""
    if seen.lemma == "see":
        as_such = seen.form == "part" and seen.follows(" as ")
        return seen.cue("passive", None, seen.start) if as_such else None
    seems = _SEEMS if seen.lemma == "seem" else _APPEARS
    return seen.cue("evidential", None, seen.low) if seems.match(seen.draft.lower, seen.end) else None


def _shared(seen: View) -> Cue | None:
    """A second verb of one subject ("and added"), or a gerund ("by calling")."""
    if seen.passive and seen.form == "past" and seen.lemma in _HELD and seen.follows(" to "):
        return seen.cue("passive", None, seen.start)
    if seen.passive or (seen.noun_like and (seen.form == "base" or not seen.completed)) or not complete(seen):
        return None
    return seen.cue("shared", None, seen.place)


def _after_break(seen: View) -> Cue | None:
    """A cue at the start of its sentence, or after a comma, a dash or a quotation."""
    inverted = _inverted(seen)
    if inverted is not None:
        return inverted
    before = seen.before
    if seen.form == "ing":
        if (seen.noun_like and not before.endswith(",") and not seen.completed) or (
            seen.lemma in GUARDED and not complete(seen)
        ):
            return None
        return seen.cue("participle", None, seen.left)
    if not before and seen.lemma == "ask" and seen.form == "past" and _ASKED.match(seen.draft.lower, seen.end):
        return seen.cue("passive", None, seen.start)
    if before.endswith((",", "—", "–", ")", "--")):
        return _after_aside(seen)
    return None


def _inverted(seen: View) -> Cue | None:
    """The verb before its subject: "…," said Adeyemi, the minister."""
    draft, before = seen.draft, seen.before
    if seen.lemma not in INVERTED_LEMMAS or seen.passive or seen.form not in {"past", "third", "base"}:
        return None
    if not before and seen.form == "base":
        return None
    if not INVERTED.match(draft.text, seen.end, seen.high):
        return None
    source = phrase_right(draft.text, seen.end, seen.high)
    if source is None:
        return None
    quoted = before[-1:] in tuple(CLOSING) or before.endswith("''")
    leads = not before and (seen.lemma in LEADING or draft.text[source[1] : source[1] + 1] in ":,")
    if not (quoted or leads or (before.endswith(",") and _stops(seen, source))):
        return None
    return seen.cue("inverted", (source[0], apposition(draft.text, source[1], seen.high)), seen.left)


def _stops(seen: View, source: tuple[int, int]) -> bool:
    """Whether the supposed subject ends like one, not with a verb of its own as in ", said people have"."""
    draft = seen.draft
    words = draft.lower[source[0] : source[1]].split()
    if len(words) > 9 or any(word in AUXILIARIES for word in words):
        return False
    if words[0] in PRONOUNS and len(words) > 1:
        return False
    head = head_of(draft.text[source[0] : source[1]]).split()
    if not any(word[:1].isupper() for word in head) and words[0] not in PRONOUNS:
        known = draft.lexicon.table("source-nouns")
        if len(head) > 4 or head[-1].rsplit("-", 1)[-1] not in known:
            return False
    after = draft.lower[source[1] : min(source[1] + 12, seen.high)]
    return after[:1] in ("", *",.;:—?!") or after.lstrip().startswith(_STOPS)


def _after_aside(seen: View) -> Cue | None:
    """A verb after an apposition: "Amy Adeyemi, the minister, said"."""
    found = apposed(seen.draft, seen.low, seen.left - 1)
    if found is None:
        return None
    kind = kind_of(seen.draft, *found)[0]
    if not complete(seen, kind):
        return None
    finds = seen.lemma in FINDING and kind == "document"
    if seen.noun_like and seen.form != "past" and not (seen.completed or finds):
        return None
    mode: Mode = "passive" if seen.passive and seen.form in {"past", "part"} else "subject"
    return seen.cue(mode, found if mode == "subject" else None, found[0])


def _infinitive(seen: View) -> Cue | None:
    """The infinitive in "went on to say" and the like; other infinitives tell of what was not said yet."""
    found = _INFINITIVE.search(seen.draft.lower, max(seen.low, seen.start - 24), seen.start)
    if found is None:
        return seen.cue("passive", None, seen.start) if _tells(seen) else None
    subject = phrase_left(seen.draft, seen.low, found.start())
    return seen.cue("subject", (subject, found.start() - 1), subject) if subject < found.start() else None


def _tells(seen: View) -> bool:
    """Whether an infinitive has words or a thought beside it: "to say whether", "to argue that"."""
    if seen.lemma in _WISHED:
        return True
    return seen.completed and seen.group != "data" and seen.lemma not in {"see", "underscore", "learn", "decide"}


def _after_subject(seen: View) -> Cue | None:  # noqa: PLR0911 - one a kind of subject
    """A cue right after a noun phrase or pronoun."""
    draft, before = seen.draft, seen.before
    pronoun = before in PRONOUNS or before in CLITICS
    capital = draft.text[seen.place].isupper()
    kind = before_kind(seen)
    owner = before.endswith(("’s", "'s")) and before not in CLITICS
    if owner and not (seen.form in {"past", "part"} and capital and draft.text[seen.left : seen.start].strip()):
        return None
    if seen.passive and seen.form in {"past", "part"}:
        return _passive(seen)
    if not is_finite(seen, kind, pronoun=pronoun, capital=capital, aided=aided(seen)):
        return None
    if before in PERSONAL and _stands_alone(seen):
        if not complete(seen, kind) and not draft.lower.startswith("as ", max(begin_of(seen) - 3, 0)):
            return None
        return seen.cue("subject", (seen.place, seen.left), seen.place)
    begin = begin_of(seen)
    if seen.form == "past" and seen.follows(" by ") and seen.lemma not in {"say", "tell"} and not pronoun:
        return _passive(seen) if complete(seen, kind) else None
    if not draft.lower.startswith("as ", max(begin - 3, 0)) and not complete(seen, kind):
        return None
    return _with_subject(seen, begin, kind)


def _stands_alone(seen: View) -> bool:
    """Whether a pronoun before a verb is the whole subject: the commonest one, for which no phrase has to be read."""
    whole = seen.left - seen.place == len(seen.before) and (seen.at > 0 or seen.floor == seen.low)
    return whole and seen.lemma not in NAMING and (seen.at == 0 or seen.words[seen.at - 1] != "and")


def _feeling(seen: View) -> Cue | None:
    """An adjective of belief or feeling after "be" or "remain": "was convinced that", "stayed wary of"."""
    if position(seen.before, seen.form) != "subject" or not (seen.lemma in OBJECTIVE or seen.follows(*_FELT)):
        return None
    if not seen.passive:
        if seen.before not in _REMAIN or seen.at < 1:
            return None
        seen.step()
    return _with_subject(seen, begin_of(seen), None)


def _with_subject(seen: View, begin: int, kind: str | None) -> Cue | None:
    """The cue with the subject that begins at or after `begin`; None for "a group called Clean Harbour"."""
    draft = seen.draft
    if seen.lemma in NAMING and kind not in {"role", "unnamed", "document"}:
        if draft.lower.startswith(("a ", "an "), begin):
            return None
        if seen.lemma == "call" and seen.form == "past" and _CALLED.search(draft.lower, begin, seen.left + 1):
            return None
    lead = _LEAD_WORDS.match(draft.lower, begin, seen.left)
    begin = lead.end() if lead else begin
    if begin >= seen.left:
        return None
    participle = seen.form == "ing" and not aided(seen) and seen.before not in PRONOUNS
    source = beside(draft, begin, seen.left) if participle else narrowed(draft, seen.low, begin, seen.left)
    return seen.cue("subject", (source, seen.left), max(begin, source))


def _passive(seen: View) -> Cue | None:
    """A passive, "was accused of", "was told that"; with an agent, "was condemned by"."""
    if seen.lemma in NAMING and not seen.follows(" that"):
        return None
    left = phrase_left(seen.draft, seen.low, seen.left)
    if not seen.follows(" by "):
        return seen.cue("passive", None, left)
    return seen.cue("agent", phrase_right(seen.draft.text, seen.end + 3, seen.high), left)


def _prepositional(seen: View) -> Cue | None:
    """A phrase that names the source: "according to X", "in the words of X", "quoting X"."""
    text = seen.draft.text
    source = phrase_right(text, seen.end, seen.high)
    if source is None or text[source[0]] in OPENING:
        return None
    if seen.group == "quoting" and text[seen.start - 2 : seen.start - 1] != ",":
        return None
    end = apposition(text, source[1], seen.high)
    if seen.start - seen.low < _OPENS:  # what follows the source is the clause, unless an aside is closed by a comma
        aside = _ASIDE.match(text, source[1], seen.high)
        end = aside.end() if aside else shortened(seen.draft, source[0], source[1])
    return seen.cue("prepositional", (source[0], end), seen.start)


__all__ = ["DASHES", "judge"]
