"""The subject of a cue: before it, behind it ("said Adeyemi"), across an apposition, or shared with an earlier verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.extract.complements import complete, is_verb, several_papers
from lintnews.extract.cues import position, view
from lintnews.extract.grammar import (
    AUXILIARIES,
    CLITICS,
    CLOSING,
    DASHES,
    DETERMINERS,
    INVERTED,
    OPENING,
    PRONOUNS,
    words,
)
from lintnews.extract.lemmas import FINDING, GUARDED, INVERTED_LEMMAS, LEADING, NAMING, OBJECTIVE, PLURAL_WORDS
from lintnews.extract.phrases import beside, narrowed
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
_ASIDES = words("a an who which whose once now also")
# Words that end like a plural and are none.
_SINGULAR = words("news sports politics economics athletics series means mathematics physics")
_SHARES = words("percent half majority third quarter people women men two three four five six seven eight nine ten")
# A thing that is called by a name: "joined a choir called Clean Harbour".
_CALLED = late(r"\s(?:a|an|another)\s(?:[\w-]+\s){1,4}$")
# What seems so, in the eyes of nobody in particular; who appears on a stage does not.
_SEEMS = late(r"\s(?!to\b)\w")
_APPEARS = late(
    r"\s(?:that|as if|as though|(?:un)?likely|(?:un)?certain|(?:un)?able|(?:un)?willing|ready|poised|set|open|determined"
    r"|more|less|increasingly|somewhat|rather|very|quite)\b"
)
_HELD = words("expect believe think say")  # whose passive tells what others hold: "but is expected to"
_BRACKET = 60  # letters of a bracket between a subject and its verb
_REACH = 260  # letters back to the comma or dash that opens an apposition


def judge(draft: Draft, hit: tuple[int, int, str], low: int, high: int, sentence: int) -> Cue | None:
    """The cue that a hit of the table is within its sentence [low, high), or None."""
    seen, end = view(draft, hit, low, high, sentence), hit[1]
    if seen.form in {"prep", "adj"}:
        return _prepositional(seen) if seen.form == "prep" else _feeling(seen)
    if seen.group == "seem":
        seems = _SEEMS if seen.lemma == "seem" else _APPEARS
        return seen.cue("evidential", None, seen.low) if seems.match(draft.lower, end) else None
    if seen.form == "part" and seen.lemma == "see" and seen.follows(" as "):
        return seen.cue("passive", None, seen.start)
    if seen.lemma == "see" and seen.at + 1 < len(seen.words):
        return None  # "would see", "had seen": no view of anybody
    where = position(seen)
    if where == "break":
        return _after_break(seen)
    if where == "infinitive":
        return _infinitive(seen)
    if where == "link":
        return _shared(seen)
    return _after_subject(seen) if where == "subject" else None


def _shared(seen: View) -> Cue | None:
    """A second verb of one subject ("and added"), or a gerund ("by calling")."""
    if seen.passive and seen.form == "past" and seen.lemma in _HELD and seen.follows(" to "):
        return seen.cue("passive", None, seen.start)
    if seen.passive or (seen.noun_like and (seen.form == "base" or not seen.completed)) or not complete(seen):
        return None
    return seen.cue("shared", None, seen.words[seen.at][0])


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
    found = _apposed(seen.draft, seen.low, seen.left - 1)
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


def _apposed(draft: Draft, low: int, comma: int) -> tuple[int, int] | None:
    """The subject before an apposition that ends at `comma` (a comma or dash), with the apposition."""
    text = draft.text
    if text[comma] == ")":
        return _before_bracket(draft, low, comma)
    if text[comma] in "-–—":
        dash = text.rfind(" " + text[comma], max(low, comma - _REACH), comma - 2)
        start = phrase_left(draft, low, dash) if dash >= 0 else dash
        return (start, dash) if 0 <= start < dash else None
    opening = text.rfind(", ", max(low, comma - _REACH), comma)
    for _ in range(4):
        if opening < 0:
            return None
        previous = text.rfind(", ", max(low, opening - 120), opening)
        start = phrase_left(draft, previous + 2 if previous >= 0 else low, opening)
        if previous < 0 or not _is_aside(text[start:opening]):
            return (start, comma) if start < opening else None
        opening = previous
    return None


def _before_bracket(draft: Draft, low: int, close: int) -> tuple[int, int] | None:
    """The subject before a bracket, with the bracket: "Rep. Amy Adeyemi (Labour) said"."""
    text = draft.text
    opening = text.rfind("(", max(low, close - _BRACKET), close)
    if opening <= low or text[opening - 1] != " ":
        return None
    start = _after_comma(text, phrase_left(draft, low, opening), opening - 1)
    return (start, close + 1) if start < opening - 1 else None


def _after_comma(text: str, begin: int, left: int) -> int:
    """Where a subject begins that may have a clause or a place before it, up to a comma."""
    comma = text.rfind(", ", begin, left)
    return comma + 2 if comma >= 0 and not _listed(text[comma + 2 : left]) else begin


def _is_aside(phrase: str) -> bool:
    """Whether words between two commas are an aside, and not yet the subject."""
    word = phrase.split(None, 1)[0].lower() if phrase.strip() else ""
    return word in _ASIDES or phrase[:1].isdigit() or (phrase[:1].islower() and word not in DETERMINERS)


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


def _after_subject(seen: View) -> Cue | None:
    """A cue right after a noun phrase or pronoun."""
    draft, before = seen.draft, seen.before
    pronoun = before in PRONOUNS or before in CLITICS
    capital = draft.text[seen.words[seen.at][0]].isupper()
    kind = _before_kind(seen)
    owner = before.endswith(("’s", "'s")) and before not in CLITICS
    if owner and not (seen.form in {"past", "part"} and capital and draft.text[seen.left : seen.start].strip()):
        return None
    if seen.passive and seen.form in {"past", "part"}:
        return _passive(seen)
    if not _is_finite(seen, kind, pronoun=pronoun, capital=capital, aided=_aided(seen)):
        return None
    begin = _begin(seen)
    if seen.form == "past" and seen.follows(" by ") and seen.lemma not in {"say", "tell"} and not pronoun:
        return _passive(seen) if complete(seen, kind) else None
    if not draft.lower.startswith("as ", max(begin - 3, 0)) and not complete(seen, kind):
        return None
    return _with_subject(seen, begin, kind)


def _feeling(seen: View) -> Cue | None:
    """An adjective of belief or feeling after "be" or "remain": "was convinced that", "stayed wary of"."""
    if position(seen) != "subject" or not (seen.lemma in OBJECTIVE or seen.follows(*_FELT)):
        return None
    if not seen.passive:
        if seen.before not in _REMAIN or seen.at < 1:
            return None
        seen.at -= 1
    return _with_subject(seen, _begin(seen), None)


def _before_kind(seen: View) -> str | None:
    """The kind of source that the word before the verb names, or for a finding the phrase, if it is a known noun.

    The head of "data from the Strand Survey" stands before its preposition, that of "a poll released on Friday" before
    its participle.
    """
    word = seen.before.strip("”\"’'“()").removesuffix("’s").removesuffix("'s")
    kind = seen.draft.lexicon.table("source-nouns").get(word)
    if kind == "document" or (kind and seen.lemma not in FINDING) or seen.before in PRONOUNS:
        return kind
    if not (seen.form == "base" or seen.noun_like or seen.lemma in FINDING or seen.lemma in NAMING):
        return kind
    seen.head = _head(seen)
    if not seen.head:
        return kind
    last = seen.head[-1]
    kinds = seen.draft.lexicon.table("source-nouns")
    found = kinds.get(last) or kinds.get(last.rsplit("-", 1)[-1])
    if found is None and seen.form == "base" and _many(last):
        found = "collective"
    return kind if seen.lemma in FINDING and found != "document" else found or kind


def _begin(seen: View) -> int:
    """Where the words begin that may be the subject: after the last clause boundary, and after a comma."""
    if seen.begin < 0:
        draft = seen.draft
        seen.begin = _after_comma(draft.text, phrase_left(draft, seen.low, seen.left), seen.left)
    return seen.begin


def _head(seen: View) -> list[str]:
    """The words of the subject up to its first preposition, relative or participle, in lower case."""
    begin = _begin(seen)
    return head_of(seen.draft.lower[begin : seen.left].strip("”\"’'“() ")).split()


def _many(word: str) -> bool:
    """Whether a word looks like a plural, or counts people: "two-thirds", "62 percent"."""
    plural = word.endswith("s") and not word.endswith(("ss", "us", "is", "’s", "'s")) and word not in _SINGULAR
    return plural or word in _SHARES or word.endswith("%") or word.isdigit()


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
    participle = seen.form == "ing" and not _aided(seen) and seen.before not in PRONOUNS
    source = beside(draft, begin, seen.left) if participle else narrowed(draft, seen.low, begin, seen.left)
    return seen.cue("subject", (source, seen.left), max(begin, source))


def _is_finite(seen: View, kind: str | None, *, pronoun: bool, capital: bool, aided: bool) -> bool:
    """Whether the form can be the verb of this subject: tense, number, and noun or verb."""
    if seen.form == "part" and not aided:
        return False
    if seen.form == "ing" and not pronoun and not aided and seen.lemma != "say":
        led = " with " in f" {seen.draft.lower[max(seen.low, seen.start - 50) : seen.start]}"
        if not (kind or capital) or not (seen.completed or led):
            return False
    if seen.noun_like and seen.form in {"third", "base", "ing"}:
        return is_verb(seen, kind, pronoun=pronoun, capital=capital) and (
            seen.form != "base" or pronoun or aided or _plural(seen, kind)
        )
    return seen.form != "base" or pronoun or aided or _plural(seen, kind)


def _plural(seen: View, kind: str | None) -> bool:
    """Whether the subject is several, as a bare verb form needs."""
    if kind == "document" and several_papers(seen):
        return True
    if kind == "collective" or seen.before in PLURAL_WORDS or seen.before.endswith(("s", "%", "half", "percent")):
        return True
    first = seen.head or _head(seen)
    return bool(first) and (
        " and " in seen.draft.lower[max(seen.low, seen.left - 80) : seen.left]
        or _many(first[-1])
        or first[-1] in PLURAL_WORDS
        or first[0] in {"those", "many", "some", "most", "few", "all", "both"}
        or first == ["one"]
    )


def _passive(seen: View) -> Cue | None:
    """A passive, "was accused of", "was told that"; with an agent, "was condemned by"."""
    if seen.lemma in NAMING and not seen.follows(" that"):
        return None
    left = phrase_left(seen.draft, seen.low, seen.left)
    if not seen.follows(" by "):
        return seen.cue("passive", None, left)
    return seen.cue("agent", phrase_right(seen.draft.text, seen.end + 3, seen.high), left)


def _listed(rest: str) -> bool:
    """Whether a comma parts a list of names before "and": "Adeyemi, Otieno and Park said"."""
    return " and " in rest and rest[:1].isupper() and len(rest) < 60


def _aided(seen: View) -> bool:
    """Whether an auxiliary stands between subject and verb."""
    between = seen.draft.lower[seen.left : seen.start].split()
    return seen.before in CLITICS or any(word in AUXILIARIES for word in between)


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
        end = aside.end() if aside else source[1]
    return seen.cue("prepositional", (source[0], end), seen.start)


__all__ = ["DASHES", "judge"]
