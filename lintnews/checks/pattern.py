"""Patterns of a newsroom's own, found by RE2 in time linear in the text: a rule can't hang a hook."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from lintnews.contract import ArticleCheck, Fix, Match, Options
from lintnews.model import Role  # noqa: TC001 - msgspec reads the annotations at run time

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lintnews.contract import Look
    from lintnews.model import Offsets, Story


class PatternOptions(Options, frozen=True, kw_only=True):
    r"""`patterns` in RE2 syntax (no look-around, no back-references), tried in `scope`.

    `whole`: the pattern must be the whole paragraph or sentence; `max_words`: longer paragraphs and sentences are
    passed over (0: none); `roles`: in which kinds of paragraphs (none: in all; not for the source); `case`: capitals
    count; `replacement`: the fix, with groups as \1; `safe`: it can't change a meaning, so that --fix makes it unasked.
    """

    patterns: tuple[str, ...] = ()
    scope: Literal["text", "paragraph", "sentence", "source"] = "paragraph"
    whole: bool = False
    max_words: int = 0
    roles: tuple[Role, ...] = ()
    case: bool = False
    replacement: str | None = None
    safe: bool = False

    def __post_init__(self) -> None:
        """Refuse what RE2 can't read, with its reason."""
        if not self.patterns:
            raise ValueError("give at least one pattern")
        _compile(self.patterns, self.case)


class Pattern(ArticleCheck):
    """Text that a pattern describes."""

    name = "pattern"
    fields: ClassVar[Mapping[str, str]] = {"text": "the words found", "replacement": 'what the fix puts there, or ""'}
    Options = PatternOptions

    def inspect(self, story: Story, options: PatternOptions, look: Look) -> Iterable[Match]:  # noqa: ARG002 - the contract
        """Yield one match a hit; of two hits that overlap the first."""
        machines, every = _compile(options.patterns, options.case)
        for base, piece in _pieces(story, options):
            # One run of the set tells which patterns are worth a search: calls of RE2 cost more than its work.
            hits = every.Match(piece)
            if not hits:
                continue
            found = [m for index in sorted(hits) for m in _found(machines[index], piece, whole=options.whole)]
            after = -1
            for hit in sorted(found, key=lambda m: (m.start(), -m.end())):
                if hit.start() >= after and hit.end() > hit.start():
                    after = hit.end()
                    yield _match(story, options, base, hit)


def _found(machine: Any, piece: str, *, whole: bool) -> Iterator[Any]:
    if not whole:
        yield from machine.finditer(piece)
        return
    hit = machine.fullmatch(piece)
    if hit:
        yield hit


def _match(story: Story, options: PatternOptions, base: int, hit: Any) -> Match:
    start, end = base + hit.start(), base + hit.end()
    if options.scope == "source" and story.article.offsets is not None:
        start, end = text_position(story.article.offsets, start), text_position(story.article.offsets, end)
    fix = None
    text = ""
    if options.replacement is not None:
        text = hit.expand(options.replacement)
        if options.scope != "source" or story.article.offsets is None:
            fix = _least(start, hit.group(), text, safe=options.safe)
    return Match(start, end, {"text": hit.group(), "replacement": text}, (), fix)


def _least(start: int, old: str, new: str, *, safe: bool) -> Fix | None:
    """The edit without what stays as it is on either side; None if all does."""
    if old == new:
        return None
    head = _alike(old, new)
    tail = _alike(old[head:][::-1], new[head:][::-1])
    return Fix(start + head, start + len(old) - tail, new[head : len(new) - tail], safe)


def _alike(one: str, other: str) -> int:
    """How many characters two strings have in common at their start."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _pieces(story: Story, options: PatternOptions) -> Iterator[tuple[int, str]]:
    """The stretches that the patterns are tried in, with their offsets."""
    article = story.article
    if options.scope == "source":
        yield 0, article.source
        return
    if options.scope == "text" and not options.roles:
        yield 0, article.text
        return
    paragraphs = article.paragraphs
    if options.scope == "sentence":
        spans = [(s.start, s.end) for s in story.facts.sentences if _wanted(paragraphs[s.paragraph].role, options)]
    else:
        spans = [(p.start, p.end) for p in paragraphs if _wanted(p.role, options)]
    for start, end in spans:
        piece = article.text[start:end]
        if not options.max_words or len(piece.split()) <= options.max_words:
            yield start, piece


def _wanted(role: str, options: PatternOptions) -> bool:
    return not options.roles or role in options.roles


@lru_cache(maxsize=256)
def _compile(patterns: tuple[str, ...], case: bool) -> tuple[list[Any], Any]:  # noqa: FBT001 - a key of the cache
    """The compiled patterns, and one set of them all; ValueError with RE2's reason for a bad one."""
    import re2

    settings = re2.Options()
    settings.case_sensitive = case
    settings.log_errors = False
    machines = []
    every = re2.Set.SearchSet(settings)
    for pattern in patterns:
        try:
            machines.append(re2.compile(pattern, settings))
        except re2.error as problem:
            reason = problem.args[0].decode() if isinstance(problem.args[0], bytes) else problem.args[0]
            raise ValueError(
                f'pattern "{pattern}": {reason} (patterns are RE2: no look-around, no back-references)'
            ) from None
        every.Add(pattern)
    every.Compile()
    return machines, every


def text_position(offsets: Offsets, position: int) -> int:
    """The place in the text nearest to a place in the source.

    The runs come in the order of the text, and what stands in the middle of a paragraph of the source (a picture, a
    note) may be read after it: so the run is looked for by where it stands in the source.
    """
    starts = offsets.source_starts
    order = sorted(range(len(starts)), key=starts.__getitem__)
    run = order[max(bisect_right(order, position, key=starts.__getitem__) - 1, 0)]
    return offsets.text_starts[run] + min(max(position - offsets.source_starts[run], 0), offsets.lengths[run])
