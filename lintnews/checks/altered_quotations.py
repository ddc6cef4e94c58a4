"""The same quotation in two articles, or in headline and text, with other words or another speaker."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, ClassVar

from lintnews.contract import LedgerCheck, Match, Options, Related, Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lintnews.contract import Entry, Group, Look
    from lintnews.model import Quotation, Story

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_SPELLINGS = (
    ("isation", "ization"),
    ("ise", "ize"),
    ("yse", "yze"),
    ("our", "or"),
    ("tre", "ter"),
    ("ence", "ense"),
    ("ll", "l"),
)
_GAP = re.compile(r"…|\.\s?\.\s?\.|\[|\(")
_SHINGLE = 4
_KEYS = 6
_SMALL = frozenset(
    (
        "a",
        "an",
        "the",
        "and",
        "or",
        "but",
        "so",
        "well",
        "now",
        "then",
        "just",
        "that",
        "which",
        "to",
        "of",
        "in",
        "i",
        "mean",
        "you",
        "know",
        "um",
        "uh",
        "look",
        "like",
    )
)
_LIKE = 0.75  # two words this like are one word spelled two ways


class AlteredOptions(Options, frozen=True, kw_only=True):
    """`words`: shorter quotations are not compared. `likeness`: share of words two quotations must have in common."""

    words: int = 6
    likeness: float = 0.7


class AlteredQuotations(LedgerCheck):
    """Quotations that are one utterance, and differ.

    Kind "words": the same speaker, or one not known, with words changed in the midst. Kind "speaker": the same words
    from two people. Trims with an ellipsis or brackets, parts of the whole, spelling and contractions stay silent.
    """

    name = "altered-quotations"
    agreement = True
    fields: ClassVar[Mapping[str, str]] = {
        "kind": "words or speaker",
        "here": "the words that differ here, or the speaker here",
        "there": "the words there, or the speaker there",
        "quotation": "the quotation here, shortened",
    }
    Options = AlteredOptions

    def rows(self, story: Story) -> Iterable[Row]:
        """One row for each quotation long enough, keyed by word runs that both versions of it would share."""
        speakers = _speakers(story)
        seen = set()
        for quotation in story.facts.quotations:
            if quotation.words < 5:
                continue
            worded = story.article.text[quotation.start : quotation.end]
            words = normal(worded)
            if len(words) < 5:
                continue
            speaker = speakers.get(quotation.start, "")
            value = f"{' '.join(words)}|{speaker}"
            if value in seen:
                continue
            seen.add(value)
            role = story.article.paragraphs[quotation.paragraph].role
            yield Row(value, _keys(words), quotation.start, quotation.end, worded, {"speaker": speaker, "role": role})

    def compare(self, entry: Entry, bucket: Sequence[Group], options: Any, look: Look) -> Iterable[Match]:
        """Matches of one quotation with those that share a run of words with it."""
        row = entry.row
        if len(row.value.split()) <= options.words:
            return
        for group in bucket:
            if group.value == row.value or len(group.value.split()) <= options.words:
                continue
            for other in group.entries:
                if not _comparable(entry, other):
                    continue
                look.compared()
                found = _difference(row, other.row, options.likeness)
                if found is None:
                    continue
                kind, here, there = found
                own = other.card.path == entry.card.path
                if kind == "words" and not (own or look.same_story(entry.card, other.card) or _recent(entry, other)):
                    continue
                said = f"from {there} here" if kind == "speaker" else f'"{there}" here'
                data = {"kind": kind, "here": here, "there": there, "quotation": _short(row.text)}
                yield Match(row.start, row.end, data, (Related(other.row.start, other.row.end, said, other.card.path),))


def _comparable(entry: Entry, other: Entry) -> bool:
    """Whether two rows are of two articles, or of the headline (or a caption) and the text of one."""
    if entry.card.path != other.card.path:
        return True
    roles = {entry.row.data["role"], other.row.data["role"]}
    return entry.row.start < other.row.start and bool(roles & {"headline", "deck", "caption"})


def _recent(one: Entry, other: Entry) -> bool:
    """Whether both articles are of about the same days."""
    if one.card.published is None or other.card.published is None:
        return True
    return abs((one.card.published - other.card.published).days) <= 60


def normal(worded: str) -> list[str]:
    """The words of a quotation without case, apostrophes and differences of British and American spelling."""
    words = []
    for found in _WORD.findall(worded.lower()):
        word = found.replace("’", "").replace("'", "")
        if len(word) > 5:
            for british, american in _SPELLINGS:
                word = word.replace(british, american)
        words.append(word)
    return words


def _keys(words: list[str]) -> tuple[str, ...]:
    """The smallest runs of four words by a hash, a sketch that two versions of one quotation share."""
    import xxhash

    runs = {" ".join(words[i : i + _SHINGLE]) for i in range(max(len(words) - _SHINGLE + 1, 1))}
    return tuple(sorted(runs, key=lambda run: xxhash.xxh3_64_intdigest(run.encode()))[:_KEYS])


def _speakers(story: Story) -> dict[int, str]:
    """Quotation start to the full name of the person who says it; "" where nobody is named."""
    out: dict[int, str] = {}
    quotations: Sequence[Quotation] = story.facts.quotations
    for attribution in story.facts.attributions:
        if (
            not attribution.speaker
            or attribution.source_kind not in {"person", "role"}
            or attribution.speech == "indirect"
            or attribution.cue is None
        ):
            continue
        for span in attribution.content:
            for quotation in quotations:
                if quotation.start < span.end and span.start < quotation.end:
                    out.setdefault(quotation.start, attribution.speaker)
    return out


def _difference(row: Row, other: Row, likeness: float) -> tuple[str, str, str] | None:
    """How two quotations differ: kind, what stands here, what stands there; None where they agree or are two."""
    mine, theirs = (each.value.rsplit("|", 1)[0].split() for each in (row, other))
    speaker, other_speaker = row.data["speaker"], other.data["speaker"]
    if speaker and other_speaker and _surname(speaker) != _surname(other_speaker):
        return ("speaker", speaker, other_speaker) if mine == theirs and len(mine) >= 7 else None
    gaps = _GAP.search(row.text[1:-1]) or _GAP.search(other.text[1:-1])
    if mine == theirs or _within(mine, theirs) or gaps:
        return None
    from rapidfuzz.distance import Indel, Levenshtein

    here_part, there_part = _trim(mine, theirs)
    mine, theirs = mine[here_part], theirs[there_part]
    if min(len(mine), len(theirs)) < 5 or Indel.normalized_similarity(mine, theirs) < likeness:
        return None
    for step in Levenshtein.opcodes(mine, theirs):
        here, there = mine[step.src_start : step.src_end], theirs[step.dest_start : step.dest_end]
        if step.tag == "equal" or set(here) | set(there) <= _SMALL:
            continue
        if step.tag == "replace" and Levenshtein.normalized_similarity("".join(here), "".join(there)) >= _LIKE:
            continue
        return "words", _around(mine, step.src_start, step.src_end), _around(theirs, step.dest_start, step.dest_end)
    return None


def _surname(speaker: str) -> str:
    return speaker.rsplit(maxsplit=1)[-1].lower()


def _around(words: list[str], start: int, end: int) -> str:
    """The differing words with one on either side."""
    return " ".join(words[max(start - 2, 0) : end + 2])


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


def _short(worded: str) -> str:
    return worded if len(worded) <= 60 else worded[:56].rsplit(" ", 1)[0] + " …”"
