"""The same quotation in two articles, or in headline, pull-quote and text, with other words or another speaker."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Any, ClassVar

from lintnews.checks.wording import difference, normal, surname
from lintnews.contract import LedgerCheck, Match, Options, Related, Row
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lintnews.contract import Entry, Group, Look
    from lintnews.model import Attribution, Quotation, Story

FAR = 60  # days
PULLED = 40  # words of a pull-quote, at the most
_DISPLAYED = frozenset({"headline", "deck", "caption", "pull-quote"})
_SIGNED = late(r"\s*[―—–-]{1,2}\s*[A-Z][^.!?“”\"]{1,60}\Z")
_KEYS = 6
_NEAR, _FAR = 2, 6  # long words that two wordings of one utterance share: in one story, and in two


class AlteredOptions(Options, frozen=True, kw_only=True):
    """`words`: shorter quotations are not compared. `likeness`: share of words two quotations must have in common."""

    words: int = 6
    likeness: float = 0.8


class AlteredQuotations(LedgerCheck):
    """Quotations that are one utterance, and differ.

    Kind "words": the same speaker, or one not known, with words changed in the midst. Kind "speaker": the same words
    from two people. Trims with an ellipsis or brackets, parts of the whole, spelling and contractions stay silent.
    """

    name = "altered-quotations"
    commonest = 50
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
            speaker, source = speakers.get(quotation.start, ("", ""))
            value = f"{' '.join(words)}|{speaker}"
            if value in seen:
                continue
            seen.add(value)
            paragraph = story.article.paragraphs[quotation.paragraph]
            role = "pull-quote" if _stands_alone(story, quotation) else paragraph.role
            yield Row(
                value,
                _keys(words),
                quotation.start,
                quotation.end,
                f"{worded} …" if _cut(story, quotation) else worded,
                {"speaker": speaker, "source": source, "role": role},
            )

    def compare(self, entry: Entry, bucket: Sequence[Group], options: Any, look: Look) -> Iterable[Match]:
        """Matches of one quotation with those that share a run of words with it."""
        row = entry.row
        said_here = row.value.partition("|")[0]
        if said_here.count(" ") < options.words - 1:
            return
        for group in bucket:
            said_there = group.value.partition("|")[0]
            if group.value == row.value or said_there.count(" ") < options.words - 1:
                continue
            for other in group.entries:
                # Other words are told of one story or one speaker only; that is asked first, being cheap.
                if not _comparable(entry, other):
                    continue
                near = (
                    said_here == said_there
                    or other.card.path == entry.card.path
                    or look.same_story(entry.card, other.card)
                )
                if not near and not _one_voice(entry, other):
                    continue
                look.compared()
                found = difference(row, other.row, options.likeness, _NEAR if near else _FAR)
                if found is None:
                    continue
                kind, here, there = found
                said = f"from {there} here" if kind == "speaker" else f'"{there}" here'
                data = {"kind": kind, "here": here, "there": there, "quotation": _short(row.text)}
                yield Match(row.start, row.end, data, (Related(other.row.start, other.row.end, said, other.card.path),))


def _comparable(entry: Entry, other: Entry) -> bool:
    """Whether two rows are of two articles, or of the headline (a caption, a pull-quote) and the text of one."""
    if entry.card.path != other.card.path:
        return True
    roles = {entry.row.data["role"], other.row.data["role"]}
    return entry.row.start < other.row.start and len(roles) == 2 and bool(roles & _DISPLAYED)


def _cut(story: Story, quotation: Quotation) -> bool:
    """Whether a quotation goes on: it has no closing mark, or that of a word quoted in it was taken for it."""
    return not quotation.closed or story.article.text[quotation.end : quotation.end + 1].isalnum()


def _stands_alone(story: Story, quotation: Quotation) -> bool:
    """Whether a quotation is a paragraph of its own, signed at the most, as a pull-quote is."""
    paragraph = story.article.paragraphs[quotation.paragraph]
    if paragraph.role != "body" or not quotation.closed or quotation.words > PULLED:
        return False
    rest = story.article.text[quotation.end : paragraph.end]
    return quotation.start - paragraph.start <= 2 and (not rest.strip(" .") or bool(_SIGNED.match(rest)))


def _one_voice(one: Entry, other: Entry) -> bool:
    """Whether both quotations are of one named speaker, in articles that are not known to lie far apart in time."""
    mine, theirs = surname(one.row.data["speaker"] or " "), surname(other.row.data["speaker"] or " ")
    if not mine or mine != theirs:
        return False
    if one.card.published is None or other.card.published is None:
        return True
    return abs((one.card.published - other.card.published).days) <= FAR


def _keys(words: list[str]) -> tuple[str, ...]:
    """The smallest hashes of runs of four words, a sketch that two versions of one quotation share."""
    import xxhash

    encoded = " ".join(words).encode().split(b" ")
    runs = set(map(b" ".join, zip(encoded, encoded[1:], encoded[2:], encoded[3:], strict=False)))
    marks = sorted(map(xxhash.xxh3_64_intdigest, runs))
    return tuple([f"{mark:x}" for mark in marks[:_KEYS]])


def _speakers(story: Story) -> dict[int, tuple[str, str]]:
    """Quotation start to the full name of its speaker, and the source as worded; only what is certain.

    A pronoun counts where its paragraph names nobody else before it.
    """
    out: dict[int, tuple[str, str]] = {}
    quotations = story.facts.quotations
    for attribution in story.facts.attributions:
        source = attribution.source
        if not attribution.speaker or source is None or attribution.cue is None or attribution.speech == "indirect":
            continue
        if attribution.source_kind not in {"person", "role"} or not _certain(story, attribution):
            continue
        worded = story.article.text[source.start : source.end]
        for span in attribution.content:
            index = max(bisect_right(quotations, span.start, key=lambda q: q.start) - 1, 0)
            while index < len(quotations) and quotations[index].start < span.end:
                if span.start < quotations[index].end:
                    out.setdefault(quotations[index].start, (attribution.speaker, worded))
                index += 1
    return out


def _certain(story: Story, attribution: Attribution) -> bool:
    """Whether a source that is a pronoun can only be its speaker; a name always is."""
    source = attribution.source
    if source is None or source.end - source.start > 4:
        return source is not None
    at = story.article.paragraph_at(source.start)
    speaker = surname(attribution.speaker or "")
    for index in (at, at - 1):
        start = story.article.paragraphs[max(index, 0)].start
        names = story.facts.names
        first = bisect_left(names, start, key=lambda n: n.start)
        last = bisect_left(names, source.start, key=lambda n: n.start)
        named = {n.person if n.person >= 0 else n.text for n in names[first:last] if n.kind == "person"}
        if named:
            return len(named) == 1 and speaker in story.article.text[start : source.start].lower()
    return False


def _short(worded: str) -> str:
    return worded if len(worded) <= 60 else worded[:56].rsplit(" ", 1)[0] + " …”"
