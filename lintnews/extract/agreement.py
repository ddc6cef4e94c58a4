"""Subject and verb: what the words before a cue come to, and whether its form can be their verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.extract.asides import after_comma
from lintnews.extract.complements import is_verb, several_papers
from lintnews.extract.grammar import AUXILIARIES, CLITICS, PRONOUNS, words
from lintnews.extract.lemmas import FINDING, NAMING, PLURAL_WORDS
from lintnews.extract.sources import head_of, phrase_left

if TYPE_CHECKING:
    from lintnews.extract.cues import View

# Words that end like a plural and are none.
_SINGULAR = words("news sports politics economics athletics series means mathematics physics")
_SHARES = words("percent half majority third quarter people women men two three four five six seven eight nine ten")


def before_kind(seen: View) -> str | None:
    """The kind of source that the word before the verb names, or for a finding the phrase, if it is a known noun.

    The head of "data from the Strand Survey" stands before its preposition, that of "a poll released on Friday" before
    its participle.
    """
    word = seen.before
    if not word.isalpha():
        word = word.strip("”\"’'“()").removesuffix("’s").removesuffix("'s")
    kinds = seen.draft.lexicon.table("source-nouns")
    kind = kinds.get(word)
    if kind == "document" or (kind and seen.lemma not in FINDING) or seen.before in PRONOUNS:
        return kind
    if not (seen.form == "base" or seen.noun_like or seen.lemma in FINDING or seen.lemma in NAMING):
        return kind
    seen.head = _head(seen)
    if not seen.head:
        return kind
    last = seen.head[-1]
    found = kinds.get(last) or kinds.get(last.rsplit("-", 1)[-1])
    if found is None and seen.form == "base" and _many(last) and not AUXILIARIES.intersection(seen.head):
        found = "collective"
    return kind if seen.lemma in FINDING and found != "document" else found or kind


def begin_of(seen: View) -> int:
    """Where the words begin that may be the subject: after the last clause boundary, and after a comma."""
    if seen.begin < 0:
        draft = seen.draft
        seen.begin = after_comma(draft.text, phrase_left(draft, seen.low, seen.left), seen.left)
    return seen.begin


def _head(seen: View) -> list[str]:
    """The words of the subject up to its first preposition, relative or participle, in lower case."""
    begin = begin_of(seen)
    return head_of(seen.draft.lower[begin : seen.left].strip("”\"’'“() ")).split()


def _many(word: str) -> bool:
    """Whether a word looks like a plural, or counts people: "two-thirds", "62 percent"."""
    plural = word.endswith("s") and not word.endswith(("ss", "us", "is", "’s", "'s")) and word not in _SINGULAR
    return plural or word in _SHARES or word.endswith("%") or word.isdigit()


def is_finite(seen: View, kind: str | None, *, pronoun: bool, capital: bool, aided: bool) -> bool:
    """Whether the form can be the verb of this subject: tense, number, and noun or verb."""
    if not aided and (seen.form == "part" or (seen.form == "past" and seen.before == "those")):
        return False  # "of those asked"
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
    if first and first[-1] in AUXILIARIES:
        return False  # "her start was clouded by self doubt"
    return bool(first) and (
        " and " in seen.draft.lower[max(seen.low, seen.left - 80) : seen.left]
        or _many(first[-1])
        or first[-1] in PLURAL_WORDS
        or first[0] in {"those", "many", "some", "most", "few", "all", "both"}
        or first == ["one"]
    )


def aided(seen: View) -> bool:
    """Whether an auxiliary stands between subject and verb."""
    if seen.before in CLITICS:
        return True
    between = seen.words[seen.at + 1 :]
    return bool(between) and not AUXILIARIES.isdisjoint(between)
