"""Judging cues: whether a verb form really says that somebody said something, and who its subject is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from lintnews.extract.grammar import (
    ADVERBS,
    AUXILIARIES,
    BE,
    CLITICS,
    CLOSING,
    COMPLEMENT,
    DETERMINERS,
    INVERTED,
    OPENING,
    PREPOSITIONS,
    PRONOUNS,
    TERMINAL,
    WORD,
)
from lintnews.extract.sources import apposition, head_of, kind_of, phrase_left, phrase_right

if TYPE_CHECKING:
    from lintnews.extract.draft import Draft

Mode = Literal["subject", "inverted", "participle", "shared", "passive", "agent", "prepositional", "noun", "evidential", "floating"]

# Verbs of saying that stand beside a quotation before or after their subject.
SAYING = frozenset(
    """say tell add write tweet reply explain remark comment observe declare joke recall continue conclude ask note state
    insist claim argue warn announce admit acknowledge respond answer quip complain predict stress maintain assert concede
    point-out recount confirm wonder lament shout yell post retort counter exclaim muse repeat reiterate boast vow promise
    suggest report contend allege testify proclaim interject chant email retweet caution emphasize emphasise put-it confess
    urge agree deny protest plead read enthuse recollect reflect mutter whisper murmur think apologize apologise""".split()
)
# Verbs that tell somebody something: the next noun phrase is the addressee.
TELLING = frozenset(
    """tell remind inform notify assure warn ask urge advise reassure order instruct promise accuse invite encourage implore
    beg beseech exhort caution challenge press""".split()
)
# Verbs with another common sense: they need a clause or a quotation beside them.
GUARDED = frozenset(
    """add continue report note observe post conclude answer respond reply find show indicate determine calculate repeat
    reflect record recall estimate project appeal demonstrate reveal identify document offer order charge press counter
    attack question defend figure champion read list see state""".split()
)
# Forms that are nouns as often as verbs.
NOUN_LIKE = frozenset(
    """claim claims report reports plan plans call calls note notes charge charges show shows hope hopes fear fears question
    questions demand demands offer offers promise promises attack attacks request requests estimate estimates doubt doubts
    worry worries wish wishes answer answers post posts reply replies comment comments support supports challenge challenges
    tweet tweets quote quotes echo echoes joke jokes pledge pledges vow vows threat appeal appeals praise feel finding
    warning saying feeling thinking understanding reporting writing remark remarks project joke complaint dispute disputes
    refuse whisper whispers shout shouts regret regrets credit credits slam slams reason dread favor favors favour
    decline declines rebuke rebukes invite repeat suspect suspects email emails record finds advocate advocates signal signals
    forecast forecasts endorse thanks counter blast blasts embrace telling""".split()
)
_PRONOUN_SEE = re.compile(r"(?:also|still|now|already|often|long)\s*$")
_ASKED = re.compile(r"\s+(?:about|if|whether|what|how|why|by|when|who|for)\s")
TIME_LEADS = frozenset(("on", "last", "late", "early", "this", "next"))
_INFINITIVE_LEADS = ("went on to", "going on to", "goes on to", "continued to", "used to", "had to", "took to twitter to")
_PLURAL_WORDS = frozenset("people police others some many most both few men women they we you i who critics those".split())


@dataclass(slots=True)
class Cue:
    """A cue with its source span; `low` and `high` bound the sentence, `anchor` is where its clause begins."""

    start: int
    end: int
    group: str
    lemma: str
    mode: Mode
    source: tuple[int, int] | None
    anchor: int
    low: int
    high: int
    sentence: int
    content: list[tuple[int, int]] = field(default_factory=list)
    speaker: str | None = None
    kind: str = "none"


def judge(draft: Draft, hit: tuple[int, int, str], low: int, high: int, sentence: int) -> Cue | None:
    """The cue that a hit of the table is within its sentence [low, high), or None."""
    start, end, value = hit
    group, lemma, form = value.split(" ")
    if form == "prep":
        return _prepositional(draft, start, end, group, lemma, low, high, sentence)
    lower = draft.lower
    words = [(m.start(), m.end()) for m in WORD.finditer(lower, max(low, start - 220), start)]
    at = len(words) - 1
    passive = negated = comma = False
    before = ""
    while at >= 0:
        before = lower[words[at][0] : words[at][1]]
        bare = before.rstrip(",")
        if not bare or (before is not bare and before != bare and before[-1] == "," and bare in CLITICS):
            break
        if before is not bare and before[-1] == "," and not (at and lower[words[at - 1][1] - 1] == ","):
            break
        if bare in AUXILIARIES:
            passive = passive or bare in BE
            negated = negated or bare.endswith(("n't", "n’t", "not"))
        elif before in TIME_LEADS and at + 1 < len(words) and lower[words[at + 1][0] : words[at + 1][1]].rstrip(",").endswith("day"):
            pass
        elif bare in ADVERBS or (bare.endswith("ly") and len(bare) > 4 and draft.text[words[at][0]].islower()):
            pass
        else:
            break
        comma = comma or before.endswith(",")
        at -= 1
    if at < 0:
        before = ""
    if lemma == "see" and at + 1 < len(words) and not _PRONOUN_SEE.search(lower, max(start - 20, low), start):
        return None
    base = (start, end, group, lemma, form, low, high, sentence)
    if form == "ing":
        passive = False
    if comma and before.endswith(","):
        before = before.rstrip(",")
    if not before or before[-1] in CLOSING or before.endswith("''") or before[-1] in ",—–)" or before in {"--", "-", "—", "–"}:
        return _after_break(draft, base, words, at, before, passive)
    if before in {"to"}:
        return _infinitive(draft, base, words, at)
    if before in {"and", "but", "or", "then", "while", "when", "as", "before", "after", "by", "in", "for", "without", "than"} and (
        before in {"and", "but", "or", "then"} or form == "ing"
    ):
        if passive or (form in {"base"} and end - start and lower[start:end] in NOUN_LIKE) or (lower[start:end] in NOUN_LIKE and not COMPLEMENT.match(lower, end)):
            return None
        return Cue(start, end, group, lemma, "shared", None, words[at][0], low, high, sentence) if _complete(draft, base, False) else None
    if before in DETERMINERS and before not in {"this", "that", "these", "those", "several", "another", "any"} or before in PREPOSITIONS:
        return None
    return _after_subject(draft, base, words, at, before, passive)


def _after_break(draft: Draft, base: tuple, words: list, at: int, before: str, passive: bool) -> Cue | None:
    """A cue at the start of its sentence, or after a comma, a dash or a quotation."""
    start, end, group, lemma, form, low, high, sentence = base
    text = draft.text
    if form in {"past", "third", "base"} and lemma in SAYING and not passive and (lemma not in TELLING or lemma == "ask"):
        inverted = INVERTED.match(text, end, high)
        if inverted and (before or form != "base") and (text[start - 1 : start] in " \n" or start == low):
            source = phrase_right(text, end, high)
            if source and (before or lemma in {"say", "ask", "write", "add"} or text[source[1] : source[1] + 1] in ":,"):
                after = text[source[1] : source[1] + 1]
                quoted = before[-1:] in tuple(CLOSING) or before.endswith("''")
                if quoted or not before or before.endswith(",") and _stops(draft, source, high):
                    wide = (source[0], apposition(text, source[1], high))
                    anchor = words[at][1] if at >= 0 else start
                    return Cue(start, end, group, lemma, "inverted", wide, anchor, low, high, sentence)
    if form == "ing":
        if lower_in(draft, start, end) and not before.endswith(",") and not COMPLEMENT.match(draft.lower, end):
            return None
        if lemma in GUARDED and not _complete(draft, base, False):
            return None
        anchor = words[at][1] if at >= 0 else start
        return Cue(start, end, group, lemma, "participle", None, anchor, low, high, sentence)
    if not before and draft.lower.startswith("asked ", start) and _ASKED.match(draft.lower, end):
        return Cue(start, end, group, lemma, "passive", None, start, low, high, sentence)
    if not before or passive and not before.endswith(","):
        return None
    if before.endswith((",", "—", "–", ")", "--")) and form in {"past", "third", "base", "part"}:
        found = _apposed(draft, low, words[at][1] - 1)
        if found is None or not _complete(draft, base, passive, kind_of(draft, *found)[0]):
            return None
        if lower_in(draft, start, end) and form != "past" and not COMPLEMENT.match(draft.lower, end):
            return None
        mode: Mode = "passive" if passive and form in {"past", "part"} else "subject"
        return Cue(start, end, group, lemma, mode, found if mode == "subject" else None, found[0], low, high, sentence)
    return None


def lower_in(draft: Draft, start: int, end: int) -> bool:
    """Whether the word could be a noun."""
    return draft.lower[start:end] in NOUN_LIKE


def _stops(draft: Draft, source: tuple[int, int], high: int) -> bool:
    """Whether the supposed subject ends like one, not with a verb of its own as in ", said people have"."""
    after = draft.lower[source[1] : min(source[1] + 12, high)]
    words = draft.lower[source[0] : source[1]].split()
    if len(words) > 9 or any(word in AUXILIARIES for word in words):
        return False
    head = head_of(draft.text[source[0] : source[1]]).split()
    if not any(word[:1].isupper() for word in head) and words[0] not in PRONOUNS:
        if len(head) > 4 or head[-1].rsplit("-", 1)[-1] not in draft.lexicon.table("source-nouns"):
            return False
    return after[:1] in ("", ",", ".", ";", ":", "—", "?", "!") or after.lstrip().startswith(("in ", "on ", "at ", "during ", "after ", "last ", "this ", "late ", "earlier ", "yesterday", "today", "who "))


def _apposed(draft: Draft, low: int, comma: int) -> tuple[int, int] | None:
    """The subject before an apposition or aside that ends with the comma: "Amy Adeyemi, the minister, said"."""
    text = draft.text
    if text[comma] in "-–—":
        dash = text.rfind(" " + text[comma], max(low, comma - 260), comma - 2)
        start = phrase_left(text, low, dash) if dash >= 0 else dash
        return (start, dash) if 0 <= start < dash else None
    opening = text.rfind(", ", max(low, comma - 260), comma)
    if opening < 0:
        return None
    for _ in range(4):
        inner = text[opening + 2 : opening + 40].lstrip()
        previous = text.rfind(", ", max(low, opening - 120), opening)
        start = phrase_left(text, previous + 2 if previous >= 0 else low, opening)
        first = text[start : start + 1]
        word = text[start:opening].split(None, 1)[0].lower() if start < opening else ""
        if previous >= 0 and (word in {"a", "an", "who", "which", "whose", "once", "now", "also"} or (first.islower() and word not in DETERMINERS) or first.isdigit()):
            opening = previous
            continue
        if start < opening and inner:
            return start, comma
        return None
    return None


def _infinitive(draft: Draft, base: tuple, words: list, at: int) -> Cue | None:
    """"Went on to say" and the like; other infinitives tell of what was not said yet."""
    start, end, group, lemma, form, low, high, sentence = base
    lead = draft.lower[max(low, start - 22) : start].rstrip()
    phrase = next((p for p in _INFINITIVE_LEADS if lead.endswith(p)), None)
    if phrase is None:
        return None
    begin = start - (len(draft.lower[max(low, start - 22) : start]) - len(lead)) - len(phrase)
    subject = phrase_left(draft.text, low, begin)
    if subject >= begin:
        return None
    return Cue(start, end, group, lemma, "subject", (subject, begin - 1), subject, low, high, sentence)


def _after_subject(draft: Draft, base: tuple, words: list, at: int, before: str, passive: bool) -> Cue | None:
    """A cue right after a noun phrase or pronoun."""
    start, end, group, lemma, form, low, high, sentence = base
    text, lower = draft.text, draft.lower
    surface = lower[start:end]
    pronoun = before in PRONOUNS or before in CLITICS
    capital = text[words[at][0]].isupper()
    head = before.strip("”\"’'“()").removesuffix("’s").removesuffix("'s")
    kind = draft.lexicon.table("source-nouns").get(head)
    if before.endswith(("’s", "'s")) and before not in CLITICS:
        if not (form in {"past", "part"} and capital and text[words[at][1]:start].strip()):
            return None
    if passive and form in {"past", "part"}:
        if lemma in {"call", "find", "show", "seek", "list"} and not lower.startswith(" that", end):
            return None
        by = lower.startswith(" by ", end)
        source = phrase_right(text, end + 3, high) if by else None
        left = phrase_left(text, low, words[at][1])
        return Cue(start, end, group, lemma, "agent" if by else "passive", source, left, low, high, sentence)
    if form == "ing" and not pronoun and not _auxiliary_between(draft, words, at, start):
        led = kind and lower[max(low, phrase_left(text, low, words[at][1]) - 1) : start].lstrip().startswith("with ") or " with " in lower[max(low, start - 50) : start]
        if not (kind or capital) or not (COMPLEMENT.match(lower, end) or led):
            return None
    if form == "part" and not _auxiliary_between(draft, words, at, start):
        return None
    if surface in NOUN_LIKE and form in {"third", "base", "ing"}:
        known = pronoun or capital or kind is not None
        if not known or not (pronoun or lemma in SAYING and lower[max(low, start - 40) : start].find(", ") >= 0 and TERMINAL.match(lower, end, high) or _clause_follows(draft, end, high) or (lemma in {"plan", "hope", "vow", "pledge", "promise", "offer", "refuse", "decline"} and lower.startswith(" to ", end))):
            return None
        if form == "third" and kind == "collective" or form == "base" and kind in {"role", "document", "organisation"} and not pronoun:
            return None
    if form == "base" and not pronoun and not _auxiliary_between(draft, words, at, start):
        if not (before.endswith(("s", "%", "half", "percent")) or before in _PLURAL_WORDS or kind == "collective"):
            phrase = lower[phrase_left(text, low, words[at][1]) : words[at][1]]
            first = head_of(phrase).split()
            if not first or not (" and " in phrase or first[-1].endswith("s") or first[-1] in _PLURAL_WORDS or first[0] in {"those", "many", "some", "most", "few"}):
                return None
    as_clause = lower[max(phrase_left(text, low, words[at][1]) - 3, 0) :].startswith("as ")
    if not as_clause and not _complete(draft, base, False, kind):
        return None
    if form == "past" and lower.startswith(" by ", end) and lemma not in {"say", "tell"} and not pronoun:
        source = phrase_right(text, end + 3, high)
        left = phrase_left(text, low, words[at][1])
        return Cue(start, end, group, lemma, "agent", source, left, low, high, sentence)
    finish = words[at][1]
    begin = phrase_left(text, low, finish)
    comma = text.rfind(", ", begin, finish)
    while comma >= 0 and not _listed(text, comma, finish):
        begin = comma + 2
        break
    for lead in ("and ", "or ", "but ", "yet ", "then ", "so ", "nor "):
        if lower.startswith(lead, begin):
            begin += len(lead)
    if begin >= finish:
        return None
    return Cue(start, end, group, lemma, "subject", (begin, finish), begin, low, high, sentence)


def _listed(text: str, comma: int, finish: int) -> bool:
    """Whether the comma parts a list of names before "and": "Adeyemi, Otieno and Park said"."""
    rest = text[comma + 2 : finish]
    return " and " in rest and rest[:1].isupper() and len(rest) < 60


def _auxiliary_between(draft: Draft, words: list, at: int, start: int) -> bool:
    between = draft.lower[words[at][1] : start].split()
    return any(w in AUXILIARIES for w in between) or draft.lower[words[at][0] : words[at][1]] in CLITICS


def _clause_follows(draft: Draft, end: int, high: int) -> bool:
    """Whether a clause or a quotation follows, so that the word is a verb."""
    if COMPLEMENT.match(draft.lower, end):
        return True
    after = draft.lower[end : end + 30].split(None, 1)
    word = after[0] if after else ""
    return word in {"he", "she", "they", "it", "we", "i", "you", "the", "a", "an", "his", "her", "their", "its", "there", "this", "these", "those", "no", "on", "not"} or (
        draft.text[end + 1 : end + 2].isupper() and draft.text[end : end + 1] == " "
    )


def _complete(draft: Draft, base: tuple, passive: bool, subject: str | None = None) -> bool:
    """Whether the cue has beside it what its kind of verb needs."""
    start, end, group, lemma, form, low, high, sentence = base
    lower = draft.lower
    after = lower[end : end + 1]
    beside = lower[max(low, start - 60) : start]
    quoted_left = any(mark in beside for mark in ("”", '"', "’,", "''"))
    if COMPLEMENT.match(lower, end) or quoted_left or lemma in SAYING and _quotation_follows(draft, end, high):
        return True
    if lemma in GUARDED:
        if ", " in beside[-34:] and (after in ",;.:" or TERMINAL.match(lower, end, high)):
            return True
        if lemma in {"report", "find", "show", "indicate", "reveal", "conclude", "note", "recall", "see", "estimate", "project", "demonstrate", "observe", "determine"}:
            return _clause_follows(draft, end, high) or (subject in {"document", "organisation"} and after == " " and not lower.startswith((" in ", " on ", " up ", " by "), end))
        if lemma in {"attack", "question", "defend", "offer", "champion", "order", "reply", "respond"}:
            return after == " " and not lower.startswith((" in ", " on ", " at ", " by "), end)
        return False
    if group in {"judge", "urge"}:
        return after == " " and not lower.startswith(" by ", end)
    if lemma in {"talk", "speak"}:
        return lower.startswith((" about ", " of ", " out "), end)
    if group == "think":
        return after == " " and not lower.startswith((" by ", " and ", " or "), end)
    return True


def _quotation_follows(draft: Draft, end: int, high: int) -> bool:
    """Whether the cue ends its sentence and the next one opens with a quotation: "Adeyemi agreed. “We…"."""
    return high - end < 3 and draft.text[high : high + 3].strip()[:1] in tuple(OPENING)


def _prepositional(
    draft: Draft, start: int, end: int, group: str, lemma: str, low: int, high: int, sentence: int
) -> Cue | None:
    """"According to X", "in the words of X", "quoting X"."""
    text = draft.text
    source = phrase_right(text, end, high)
    if source is None or text[source[0]] in OPENING:
        return None
    if group == "quoting" and draft.lower[start:end] == "citing" and not text[start - 2 : start - 1] in ",":
        return None
    wide = (source[0], apposition(text, source[1], high))
    return Cue(start, end, group, lemma, "prepositional", wide, start, low, high, sentence)
