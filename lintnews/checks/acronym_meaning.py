"""Acronyms that conflict: one with two long forms, two for one long form, one that is a slip of another.

All of it inside an article and between articles on one story; a conflict that one article holds in itself is told there
and not again in comparison with others.
"""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, Any, ClassVar

from lintnews.checks.name_likeness import deletions, near, one_edit
from lintnews.checks.once import once_a_story
from lintnews.contract import ArticleCheck, LedgerCheck, Match, Related, Row
from lintnews.lexicon import lexicon
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lintnews.contract import Entry, Group, Look
    from lintnews.model import Acronym, Story

_WORDS = late(r"[^\W_]+")
_JOINING = frozenset({"of", "the", "for", "and", "on", "in", "to", "de", "des", "du", "la", "le", "et"})
_SPELLINGS = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (r"is(ation|e|ing|ed)\b", r"iz\1"),
        (r"programme\b", "program"),
        (r"our\b", "or"),
        (r"re\b", "er"),
        (r"(?<=n)ce\b", "se"),
        (r"\bcorp\b", "corporation"),
        (r"\bco\b", "company"),
        (r"s\b", ""),
    )
)
DIFFERENT = 0.8  # share of common words below which two long forms are two things
SHORTEST = 3
_PLACED = frozenset({"of", "for", "on", "in", "to"})  # joining words of which a name has its own


class AcronymMeaning(ArticleCheck, LedgerCheck):
    """Conflicts between acronyms and long forms, inside an article and between articles on one story.

    Rows: "short|words" for each definition, with the acronym and the long form less joining words and a generic last
    word as keys, so that "Multinational Aid Force (MAF)" and "Multinational Aid (MA)" meet; and "short|" for an acronym
    that the article uses and does not define. Both have the acronym's deletion neighbourhood as keys, under which an
    acronym meets those that are one edit away.
    """

    name = "acronym-meaning"
    fields: ClassVar[Mapping[str, str]] = {
        "here": "the acronym or long form here",
        "there": "the other one",
        "reason": "what both stand for, or which acronym has two meanings",
        "problem": "two-acronyms, two-meanings, slip, or long-form (one word of the long form differs)",
        "other": "where the other one stands",
    }

    def inspect(self, story: Story, options: Any, look: Look) -> Iterable[Match]:  # noqa: ARG002 - the contract
        """Conflicts within the article."""
        for one, other in combinations(definitions(story), 2):
            look.compared()
            problem = conflict(one.short, one.long or "", other.short, other.long or "")
            if problem:
                yield match_of(other, one, problem)
        for wrong, right in slips_of(story):
            look.compared()
            yield match_of(wrong, right, "slip")

    def rows(self, story: Story) -> Iterable[Row]:
        """One row a definition, and one an acronym that is not defined here."""
        defined = definitions(story)
        told = {frozenset({wrong.short, right.short}) for wrong, right in slips_of(story)}
        for acronym in defined:
            short, key = acronym.short, long_key(acronym.long or "")
            data: dict[str, Any] = {"short": short, "long": acronym.long}
            if told:
                data["told"] = sorted({other for pair in told if short in pair for other in pair})
            keys = (f"s{short}", f"l{key}", *(neighbours(short) if len(short) >= SHORTEST else ()))
            yield Row(row_value(short, acronym.long or ""), keys, acronym.start, acronym.end, short, data)
        known = lexicon(story.article.language).words("known-acronyms")
        settled = {a.short for a in defined} | {wrong.short for wrong, _ in slips_of(story)}
        for acronym in story.facts.acronyms:
            short = acronym.short
            if len(short) < SHORTEST or short in settled or short.lower() in known or not short.isalpha():
                continue
            settled.add(short)
            data = {"short": short, "long": None}
            yield Row(f"{short}|", neighbours(short), acronym.start, acronym.end, short, data)

    def compare(self, entry: Entry, bucket: Sequence[Group], options: Any, look: Look) -> Iterable[Match]:  # noqa: ARG002
        """A definition, or an acronym that is not defined, beside those of other articles on the same story."""
        own = next(group for group in bucket if group.value == entry.row.value)
        mine = entry.row.data
        told = {e.card.path for e in own.entries}  # an article that holds both tells of it by itself
        have = sum(look.same_story(entry.card, e.card) for e in own.entries)
        for group in bucket:
            if group is own or any(e.card.path == entry.card.path for e in group.entries):
                continue
            others = [e for e in group.entries if e.card.path not in told and look.same_story(entry.card, e.card)]
            if not others or (mine["long"] and len(others) < have):
                continue
            look.compared()
            theirs = others[0].row.data
            problem = conflict_of(mine, theirs)
            if not problem or theirs["short"] in mine.get("told", ()) or mine["short"] in theirs.get("told", ()):
                continue
            data = data_of(mine["short"], mine["long"] or "", theirs["short"], theirs["long"] or "", problem)
            places = [Related(e.row.start, e.row.end, f'"{data["there"]}" here', e.card.path) for e in others[:3]]
            equal = problem != "slip" and len(others) == have
            for side in [(place,) for place in places] if equal else [tuple(places)]:
                yield Match(entry.row.start, entry.row.end, data, side)


def neighbours(short: str) -> tuple[str, ...]:
    """Keys under which acronyms one edit apart meet."""
    return tuple(["e" + part for part in deletions(short)])


def conflict_of(mine: Mapping[str, Any], theirs: Mapping[str, Any]) -> str:
    """What is wrong between the rows of two articles; a slip is told in the article that does not define it."""
    if mine["long"] and theirs["long"]:
        return conflict(mine["short"], mine["long"], theirs["short"], theirs["long"])
    wrong, right = mine["short"], theirs["short"]
    if mine["long"] or not theirs["long"] or not one_edit(wrong, right):
        return ""
    # Another letter may be another body, of which this article alone tells.
    return "slip" if slipped(wrong, right, 0, 0, theirs["long"]) else ""


def row_value(short: str, long: str) -> str:
    """The value of a definition's row: the acronym and the folded words of its long form less a generic last word."""
    words = placed_words(long)
    if len(words) > 1 and has_generic_head(long):
        words = words[:-1]
    return f"{short}|{' '.join(words)}"


def definitions(story: Story) -> list[Acronym]:
    """The definitions of an article, one for each acronym and long form."""
    found = {row_value(a.short, a.long): a for a in reversed(story.facts.acronyms) if a.long}
    return sorted(found.values(), key=lambda a: a.start)


def raw_words(long: str) -> list[str]:
    """The words of a long form in lower case; "co-operation" is one."""
    found: list[str] = _WORDS.findall(long.lower().replace("co-o", "coo"))
    return found


def long_words(long: str) -> list[str]:
    """The words of a long form, folded to one English spelling."""
    words = [w for w in raw_words(long) if w not in _JOINING]
    out = []
    for word in words:
        folded = word
        for pattern, instead in _SPELLINGS:
            folded = pattern.sub(instead, folded)
        out.append(folded)
    return out


def long_key(long: str) -> str:
    """The key of a long form: its words without joining words and without a generic head at the end."""
    words = long_words(long)
    return " ".join(words[:-1] if len(words) > 1 and has_generic_head(long) else words)


def has_generic_head(long: str) -> bool:
    """Whether the last word of a long form may be left out ("... Mission")."""
    raw = raw_words(long)
    return bool(raw) and raw[-1] in lexicon("en").words("generic-heads")


def conflict(short: str, long: str, short_other: str, long_other: str) -> str:
    """What is wrong between two definitions: "two-acronyms", "two-meanings", "long-form", or an empty string."""
    if short.casefold() == short_other.casefold():
        one, other = long_words(long), long_words(long_other)
        common = sum(any(w == v or near(w, v, 5) or stemmed(w, v) for v in other) for w in one)
        alike = common >= DIFFERENT * max(len(one), len(other)) or common >= min(len(one), len(other))
        if not alike and not one_word_apart(one, other):
            return "two-meanings"
        return "long-form" if one_word_apart(placed_words(long), placed_words(long_other)) else ""
    same = long_key(long) == long_key(long_other) and len(long_key(long).split()) > 1
    if same and has_generic_head(long) and has_generic_head(long_other):  # an agency is no council
        same = long_words(long)[-1] == long_words(long_other)[-1]
    plural = short.rstrip("s").casefold() == short_other.rstrip("s").casefold()
    return "two-acronyms" if same and not plural else ""


def stemmed(one: str, other: str) -> bool:
    """Whether one word is the other with an ending: "rent", "rental"."""
    return min(len(one), len(other)) >= SHORTEST and (one.startswith(other) or other.startswith(one))


def placed_words(long: str) -> list[str]:
    """The folded words of a long form with the joining words that belong to a name ("Office for ..."), no others."""
    words: list[str] = []
    for word in raw_words(long):
        words += [word] if word in _PLACED else long_words(word)
    return words


def one_word_apart(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether one word, not the last one, is another or missing between two long forms of three words or more."""
    short, long = sorted((one, other), key=len)
    if len(short) < SHORTEST or len(long) - len(short) > 1 or short[-1] != long[-1]:
        return False
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if at == len(short) or near(short[at], long[at], 5):  # a misspelled word is the spelling rules' affair
        return False
    rest = short[at + 1 :] if len(short) == len(long) else short[at:]
    return list(rest) == list(long[at + 1 :])


def data_of(short: str, long: str, short_other: str, long_other: str, problem: str) -> dict[str, Any]:
    """The values for the message."""
    if problem in {"two-meanings", "long-form"}:
        what = "two meanings" if problem == "two-meanings" else "two long forms"
        return {"here": long, "there": long_other, "problem": problem, "reason": f'{what} of "{short}"'}
    meaning = long or long_other
    reason = f'for "{meaning}"' if meaning else "one slip apart"
    return {"here": short, "there": short_other, "problem": problem, "reason": reason}


def match_of(here: Acronym, there: Acronym, problem: str) -> Match:
    """A match at one acronym that names the other."""
    data = data_of(here.short, here.long or "", there.short, there.long or "", problem)
    return Match(here.start, here.end, data, (Related(there.start, there.end, f'"{data["there"]}" here'),))


@once_a_story
def slips_of(story: Story) -> tuple[tuple[Acronym, Acronym], ...]:
    """Acronyms that nobody defines, each with the one of the article that it is one edit from."""
    uses: dict[str, list[Acronym]] = {}
    for acronym in story.facts.acronyms:
        if len(acronym.short) >= SHORTEST:
            uses.setdefault(acronym.short, []).append(acronym)
    if len(uses) < 2:
        return ()
    defined = {a.short: a for a in definitions(story)}
    known = lexicon(story.article.language).words("known-acronyms")

    def standing(short: str) -> tuple[bool, bool, int, int]:
        """How well an acronym stands: defined, well known, used often, used early."""
        return (short in defined, short.lower() in known, len(uses[short]), -uses[short][0].start)

    found = []
    for one, other in combinations(sorted(uses), 2):
        if not one_edit(one, other):
            continue
        wrong, right = sorted((one, other), key=standing)
        if wrong in defined or wrong.lower() in known:
            continue
        long = defined[right].long if right in defined else None
        if slipped(wrong, right, len(uses[wrong]), len(uses[right]), long):
            found.append((uses[wrong][0], uses[right][0]))
    return tuple(found)


def slipped(wrong: str, right: str, times: int, times_right: int, long: str | None) -> bool:
    """Whether one acronym is a slip of the other, used `times` and `times_right`; `long` is what the right one means.

    Two swapped neighbours are one wherever both are in use. Else the right one must be defined, and the other lack the
    letter of its generic last word, or be long and stand but once.
    """
    if sorted(wrong) == sorted(right):
        return True
    if not long or any(map(str.isdigit, wrong + right)):
        return False
    if right[:-1] == wrong:
        return long.lower().split()[-1] in lexicon("en").words("generic-heads")
    return min(len(wrong), len(right)) > SHORTEST and times == 1 and times_right > 1
