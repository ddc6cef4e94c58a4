"""One name, two spellings: inside an article and across all of them."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any, ClassVar

from lintnews.checks.name_cast import Cast, in_list, introduced, introduction, relatives
from lintnews.checks.name_comparison import compare_people, compare_things, compare_words, is_thing
from lintnews.checks.name_likeness import SHORTEST_BARE, deletions, near, one_edit, skeleton, sound
from lintnews.checks.name_things import other_variants
from lintnews.checks.name_variants import Knowledge, variants
from lintnews.checks.once import once_a_story
from lintnews.contract import ArticleCheck, Fix, LedgerCheck, Match, Reading, Related, Row
from lintnews.lexicon import lexicon
from lintnews.lexicon.vocabulary import fold, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lintnews.checks.name_variants import Variant
    from lintnews.contract import Entry, Group, Look
    from lintnews.model import Name, Story


COMPANY = 8  # so many other people of the article go with a name's row


def knowledge_of(language: str) -> Knowledge:
    """The word lists of a language."""
    words = lexicon(language)
    return Knowledge(words, vocabulary(words))


class NameSpelling(ArticleCheck, LedgerCheck):
    """Spellings of one name that differ, with the evidence for which is wrong.

    Rows: "given|surname" for each full name, "|surname" for surnames and single words, "word|word" for two neighbouring
    words of other names; the keys are deletion neighbourhoods of either word, so that names one edit apart
    meet, and a transliteration key. What the register lists is right whatever the archive says.
    """

    name = "name-spelling"
    placed: ClassVar[bool] = True
    explains: ClassVar[tuple[str, ...]] = ("across",)
    meets: ClassVar[str] = "a name but for a slip in one of its words, or its sound"
    fields: ClassVar[Mapping[str, str]] = {
        "here": "the name as spelled here",
        "there": "the other spelling",
        "evidence": "strong, weak or faint",
        "reason": "the evidence in words",
        "kind": "person or other",
        "other": "where the other spelling stands, or the register",
        "certain": "true where the evidence says that the spelling here is the wrong one",
    }

    def inspect(self, story: Story, options: Any, look: Look) -> Iterable[Match]:  # noqa: ARG002 - the contract
        """Spellings that differ within the article, or from the register."""
        cast = cast_of(story)
        knowledge = knowledge_of(story.article.language)
        allowed = look.register.spellings
        settled: set[int] = set()
        for match in against_register(cast, look):
            settled.add(match.start)
            yield match
        for kind, found in (("person", person_variants(story)), ("other", other_variants(cast, knowledge))):
            for variant in found:
                look.compared()
                if allowed and any(names[0].text.casefold() in allowed for names in (variant.wrong, variant.right)):
                    continue
                yield from (m for m in matches_of(variant, kind) if m.start not in settled)

    def rows(self, story: Story) -> Iterable[Row]:
        """One row a full name, a surname or unknown word, and a pair of neighbouring words."""
        cast = cast_of(story)
        knowledge = knowledge_of(story.article.language)
        inside = {name.start for v in person_variants(story) if v.evidence == "strong" for name in v.wrong}
        company = "\n".join(map("|".join, islice(cast.full, COMPANY)))
        for (given, surname), spelling in cast.full.items():
            first = spelling.mentions[0]
            if len(given) < 2 or given.endswith("."):
                continue
            data: dict[str, Any] = {
                "n": len(spelling.mentions) + len(cast.bare.get(surname, ())),
                "about": "\n".join(sorted(introduction(story, first))),
                "with": company,
            }
            # What is not so is left out: the rows of all articles stay in memory together.
            if introduced(story, first):
                data["introduced"] = True
            if relatives(story, first, knowledge.kinship):
                data["kin"] = True
            if first.start in inside:
                data["settled"] = True
            yield Row(f"{given}|{surname}", name_keys(given, surname), first.start, first.end, first.text, data)
        yield from word_rows(cast, inside)
        for (one, two), names in cast.pairs.items():
            if (one, two) not in cast.full and min(len(one), len(two)) > 2 and max(len(one), len(two)) >= SHORTEST_BARE:
                first = names[0]
                same = tally(len(names), "other")
                yield Row(f"{one}|{two}", name_keys(one, two), first.start, first.end, first.text, same)

    def readings(self, story: Story, options: Any) -> Iterable[Reading]:  # noqa: ARG002 - the contract
        """The names that are on record, and those that only count as further mentions."""
        return readings_of(story, list(self.rows(story)))

    def asks(self, row: Row) -> bool:
        """Surnames of full names are on record for single words to meet; a name that its own article settles stands."""
        return row.data.get("kind") != "full" and not row.data.get("settled")

    def compare(self, entry: Entry, bucket: Sequence[Group], options: Any, look: Look) -> Iterable[Match]:  # noqa: ARG002
        """The row beside the spellings of other articles."""
        value = entry.row.value
        own = next(group for group in bucket if group.value == value)
        knowledge = knowledge_of("en")
        for group in bucket:
            if group.value == value or (group.value[0] == "|") != (value[0] == "|"):
                continue
            look.compared()
            if value[0] == "|":
                yield from compare_words(entry, own, group, knowledge, look)
            elif is_thing(entry) and all(map(is_thing, group.entries)):
                yield from compare_things(entry, own, group, knowledge, look)
            else:
                yield from compare_people(entry, own, group, knowledge, look)


cast_of = once_a_story(Cast)


def readings_of(story: Story, rows: Sequence[Row]) -> Iterator[Reading]:
    """The names of an article with the rows that speak for them: those of the first mention of each."""
    cast = cast_of(story)
    lists = [list(spelling.mentions) + cast.bare.get(key[1], []) for key, spelling in cast.full.items()]
    lists += [*cast.bare.values(), *cast.single.values(), *cast.pairs.values()]
    sorts = {"full": "surname", "bare": "surname alone", "word": "single word", "other": "no person's name"}
    on_record: dict[int, set[str]] = {}
    for row in rows:
        on_record.setdefault(row.start, set()).add(sorts.get(row.data.get("kind", ""), "full name"))
    first: dict[int, int] = {}
    for names in lists:
        for name in names if names[0].start in on_record else ():
            first.setdefault(name.start, names[0].start)
    for name in story.facts.names:
        at = first.get(name.start)
        if at is None:
            yield Reading(name.start, name.end, "", "a known place or word, or in a list of names")
        else:
            told = f"on record as {' and '.join(sorted(on_record[at]))}"
            yield Reading(name.start, name.end, "name", told, at if at != name.start else None)


@once_a_story
def person_variants(story: Story) -> tuple[Variant, ...]:
    """The variants of people's names inside an article."""
    return tuple(variants(cast_of(story), knowledge_of(story.article.language)))


def name_keys(one: str, two: str) -> tuple[str, ...]:
    """Keys of two words: names one edit apart in either word, or alike in sound, share one."""
    same_one, same_two = f"S{one}|", f"|{two}"
    return (
        *[same_one + short for short in deletions(two)],
        *["G" + short + same_two for short in deletions(one)],
        f"T{sound(one)}|{sound(two)}",
        f"C{skeleton(one)}|{skeleton(two)}",
    )


@lru_cache(maxsize=256)
def tally(count: int, kind: str) -> dict[str, Any]:
    """The data of a row that says no more than how often: one dict for all such rows, so never to be changed."""
    return {"n": count, "kind": kind}


def word_rows(cast: Cast, inside: set[int]) -> Iterator[Row]:
    """Rows of surnames (with the full name) and of single words that might be a misspelled surname."""
    full: dict[str, list[Name]] = {}
    for (_, surname), spelling in cast.full.items():
        full.setdefault(surname, []).extend(spelling.mentions)
    for kind, table in (("full", full), ("bare", cast.bare), ("word", cast.single)):
        for word, names in table.items():
            first = names[0]
            if len(word) < SHORTEST_BARE or " " in word or (kind != "full" and word in full) or first.start in inside:
                continue
            if kind != "full" and all(not name.title and in_list(cast.story, name) for name in names):
                continue
            count = len(names) + (len(cast.bare.get(word, ())) if kind == "full" else 0)
            keys = tuple(["B" + short for short in deletions(word)])
            yield Row(f"|{word}", keys, first.start, first.end, first.text, tally(count, kind))


def matches_of(variant: Variant, kind: str) -> Iterator[Match]:
    """A match for each wrong mention; for two equals one, at the spelling that comes later."""
    right = variant.right[0]
    for wrong in variant.wrong if variant.directed else variant.wrong[:1]:
        there = corrected(wrong, right)
        yield Match(
            wrong.start,
            wrong.end,
            {
                "here": wrong.text,
                "there": there,
                "evidence": variant.evidence,
                "reason": variant.reason,
                "kind": kind,
                "certain": variant.directed,
            },
            (Related(right.start, right.end, f'spelled "{right.text}" here'),),
            Fix(wrong.start, wrong.end, there) if variant.directed else None,
        )


def corrected(wrong: Name, right: Name) -> str:
    """The wrong mention with its odd word replaced by the word of the right mention that it is nearly."""
    parts, others = wrong.text.split(" "), right.text.split(" ")
    known = {fold(word) for word in others}
    for index, part in enumerate(parts):
        low = fold(part)
        for other in others if low not in known else ():
            if near(low, fold(other), 1) or sound(low) == sound(fold(other)):
                same = (
                    other if part.isupper() == other.isupper() else other.upper() if part.isupper() else other.title()
                )
                return " ".join([*parts[:index], same, *parts[index + 1 :]])
    return right.text


def against_register(cast: Cast, look: Look) -> Iterator[Match]:
    """Full names that are one edit from a name of the register and are not in it themselves."""
    people = look.register.by_part
    allowed = look.register.spellings
    if not people:
        return
    for spelling in cast.full.values():
        for name in spelling.mentions:
            parts = name.text.casefold().split()
            if name.text.casefold() in allowed:
                continue
            for person in {*people.get(parts[0], ()), *people.get(parts[-1], ())}:
                known = person.name.casefold().split()
                if len(known) == len(parts) and sum(map(str.__ne__, known, parts)) == 1:
                    one, other = next((a, b) for a, b in zip(parts, known, strict=True) if a != b)
                    if one_edit(one, other):
                        yield registered(name.start, name.end, name.text, person.name)


def registered(start: int, end: int, here: str, there: str, related: tuple[Related, ...] = ()) -> Match:
    """The match of a name that the register spells otherwise."""
    data = {"here": here, "there": there, "evidence": "strong", "reason": "the register", "kind": "person"}
    return Match(
        start, end, {**data, "certain": True, "other": "the register"}, related, Fix(start, end, there, safe=True)
    )
