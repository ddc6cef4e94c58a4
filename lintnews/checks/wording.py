"""The wording of quotations: the form in which they are compared, and how two of them differ."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from lintnews.patterns import late

if TYPE_CHECKING:
    from lintnews.contract import Row

_WORD = late(r"[^\W_]+(?:[’'][^\W_]+)*")
_SPELLINGS = (
    ("isation", "ization"),
    ("ise", "ize"),
    ("ising", "izing"),
    ("yse", "yze"),
    ("our", "or"),
    ("tre", "ter"),
    ("ence", "ense"),
    ("ll", "l"),
)
_DOTTED = late(r"\b(?:[A-Za-z]\.){2,}")
# Letters without which a pattern cannot match (most quotations hold none of them), the pattern, the words in full.
_CONTRACTIONS = tuple(
    (letters, late(short), full)
    for letters, short, full in (
        ("i'm", r"\b(i)'m\b", r"\1 am"),
        ("'re", r"(?<=\w)'re\b", " are"),
        ("'ve", r"(?<=\w)'ve\b", " have"),
        ("'ll", r"(?<=\w)'ll\b", " will"),
        ("won't", r"\bwon't\b", "will not"),
        ("can't", r"\bcan't\b", "can not"),
        ("cannot", r"\bcannot\b", "can not"),
        ("n't", r"(?<=\w)n't\b", " not"),
        ("'s", r"\b(he|she|it|that|there|who|what|here|where)'s\b", r"\1 is"),
        ("gonna", r"\bgonna\b", "going to"),
        ("wanna", r"\bwanna\b", "want to"),
        ("ye", r"\b(?:yeah|yep)\b", "yes"),
    )
)
_GAP = late(r"…|\.\s?\.\s?\.|\[|\(")
# Words that may come and go without changing what was said.
_SMALL = frozenset(
    """a an the and or but so well now then just that which to of in i mean you know um uh oh look like really very have
    has""".split()  # noqa: SIM905 - a list of words reads as one
)
_SPACE = late(r"[\s—–]+")
_MARKS = "“”\"‘’',.;:!?()[]"
_LIKE = 0.75  # two words this like are one word spelled two ways


def normal(worded: str) -> list[str]:
    """The words of a quotation without case, contractions, dots of acronyms and differences of spelling."""
    plain = worded.replace("’", "'")
    if plain.count(".") > 1:
        plain = _DOTTED.sub(lambda found: found.group().replace(".", ""), plain)
    plain = plain.lower()
    for letters, short, full in _CONTRACTIONS:
        if letters in plain:
            plain = short.sub(full, plain)
    return list(map(_american, _WORD.findall(plain)))


@lru_cache(maxsize=1 << 13)
def _american(word: str) -> str:
    """A word without apostrophes, in a form in which British and American spelling are the same."""
    word = word.replace("'", "")
    if len(word) > 5:
        for british, american in _SPELLINGS:
            word = word.replace(british, american)
    return word


def worded(quotation: str) -> list[tuple[str, str]]:
    """Each word in the form in which it is compared, with the word as it stands."""
    return [(word, shown.strip(_MARKS)) for shown in _SPACE.split(quotation) for word in normal(shown)]


def difference(row: Row, other: Row, likeness: float) -> tuple[str, str, str] | None:
    """How two quotations differ: kind, what stands here, what stands there; None where they agree or are two."""
    mine_shown, theirs_shown = worded(row.text), worded(other.text)
    mine, theirs = [word for word, _ in mine_shown], [word for word, _ in theirs_shown]
    speaker, other_speaker = row.data["speaker"], other.data["speaker"]
    if speaker and other_speaker and surname(speaker) != surname(other_speaker):
        together = (
            surname(speaker) in other.data["source"].lower() or surname(other_speaker) in row.data["source"].lower()
        )
        return None if together or mine != theirs or len(mine) < 7 else ("speaker", speaker, other_speaker)
    gaps = _GAP.search(row.text[1:-1]) or _GAP.search(other.text[1:-1])
    if mine == theirs or _within(mine, theirs) or gaps:
        return None
    from rapidfuzz.distance import Indel, Levenshtein

    here_part, there_part = _trim(mine, theirs)
    mine, theirs = mine[here_part], theirs[there_part]
    mine_shown, theirs_shown = mine_shown[here_part], theirs_shown[there_part]
    if min(len(mine), len(theirs)) < 6 or Indel.normalized_similarity(mine, theirs) < likeness:
        return None
    for step in Levenshtein.opcodes(mine, theirs):
        here, there = mine[step.src_start : step.src_end], theirs[step.dest_start : step.dest_end]
        if step.tag == "equal" or set(here) | set(there) <= _SMALL or _at_edge(step, mine, theirs):
            continue
        if step.tag == "replace" and Levenshtein.normalized_similarity("".join(here), "".join(there)) >= _LIKE:
            continue
        return (
            "words",
            _around(mine_shown, step.src_start, step.src_end),
            _around(theirs_shown, step.dest_start, step.dest_end),
        )
    return None


def _at_edge(step: Any, mine: list[str], theirs: list[str]) -> bool:
    """Whether words are only added at an end, or a phrase that opens the other version stands before it once more."""
    if step.src_start in {0, len(mine)} or step.dest_start in {0, len(theirs)}:
        return True
    if step.tag == "replace":
        return False
    if step.src_end == len(mine) or step.dest_end == len(theirs):
        return True
    words, start, end = (
        (mine, step.src_start, step.src_end) if step.tag == "delete" else (theirs, step.dest_start, step.dest_end)
    )
    size = min(3, end - start, start)
    return size > 1 and words[end - size : end] == words[start - size : start]


def surname(speaker: str) -> str:
    """The last word of a name, in lower case."""
    return speaker.rsplit(maxsplit=1)[-1].lower() if speaker.strip() else ""


def _around(words: list[tuple[str, str]], start: int, end: int) -> str:
    """The differing words with two on either side, as they stand."""
    shown: list[str] = []
    for _, word in words[max(start - 2, 0) : end + 2]:
        if not shown or shown[-1] != word:
            shown.append(word)
    return " ".join(shown)


def _within(mine: list[str], theirs: list[str]) -> bool:
    """Whether one is a part of the other."""
    short, long = sorted((mine, theirs), key=len)
    return f" {' '.join(short)} " in f" {' '.join(long)} "


def _trim(mine: list[str], theirs: list[str]) -> tuple[slice, slice]:
    """The parts of both around the first and the last run of three words that they share."""
    runs = {tuple(theirs[i : i + 3]): i for i in reversed(range(len(theirs) - 2))}
    shared = [(i, runs[run]) for i in range(len(mine) - 2) if (run := tuple(mine[i : i + 3])) in runs]
    if not shared:
        return slice(None), slice(None)
    lead = min(*shared[0], 3)
    tail = min(len(mine) - shared[-1][0], len(theirs) - shared[-1][1], 6)
    return slice(shared[0][0] - lead, shared[-1][0] + tail), slice(shared[0][1] - lead, shared[-1][1] + tail)
