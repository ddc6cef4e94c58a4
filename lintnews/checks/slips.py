"""Slips of the keyboard that a reader trips over: a word typed twice, a compound that lost its ending."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from lintnews.checks.once import lowered
from lintnews.checks.signs import Signs
from lintnews.contract import ArticleCheck, Fix, Match
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lintnews.contract import Look
    from lintnews.model import Story

# Words that never follow themselves in a correct sentence; "that that", "had had", "is is", "in in" may.
_NEVER = (
    "the", "a", "an", "and", "of", "or", "with", "from", "but", "their", "its", "our", "my", "your", "his", "as",
    "into", "by", "because", "were", "are", "be", "they", "we", "than", "who", "which", "this", "these", "those",
    "at"
)  # fmt: skip
# Words that hardly ever do: "in in" and "for for" do ("came in in May", "waited for for years").
_HARDLY = (
    "to", "was", "would", "will", "has", "have", "been", "it", "he", "she", "not", "when",
    "while", "after", "before", "said", "also", "more"
)  # fmt: skip
_DOUBLES = {"never": Signs(f"{w} {w}" for w in _NEVER), "likely": Signs(f"{w} {w}" for w in _HARDLY)}
# A stem that stands for its participle: "a United Nations-back mission".
_PARTICIPLES = {
    "back": "backed",
    "base": "based",
    "fund": "funded",
    "lead": "led",
    "own": "owned",
    "train": "trained",
    "sponsor": "sponsored",
    "control": "controlled",
    "support": "supported",
    "appoint": "appointed",
    "mandate": "mandated",
    "authorise": "authorised",
    "authorize": "authorized",
    "broker": "brokered",
    "build": "built",
}
# Stems that are nothing but verbs: no noun makes a compound with them, whatever stands before.
_VERBS = {
    "own": "owned",
    "appoint": "appointed",
    "relate": "related",
    "align": "aligned",
    "educate": "educated",
    "recognise": "recognised",
    "recognize": "recognized",
    "authorise": "authorised",
    "authorize": "authorized",
}
# Stems that make compounds with many nouns ("life-support machine"), but not with those that only back, fund or lead.
_BACKERS = {stem: _PARTICIPLES[stem] for stem in ("back", "fund", "lead", "sponsor", "build")}
_MEANT = {**_PARTICIPLES, **_VERBS, "register": "registered"}
_STEM = late(rf"-(?:{'|'.join(_MEANT)}) [a-z]")
_COMPOUND = late(
    r"(?<![\w-])(?:((?:[A-Z][\w.'’]*(?: [A-Z][\w.'’]*){0,3}|state|government|military|army|police|opposition|rebel"
    r"|church|union|privately|publicly|locally|foreign)"
    rf")-({'|'.join(_MEANT)})|([a-z]{{3,20}})-({'|'.join(_VERBS)})"
    r"|(industry|charity|community|student|women|worker|family|bank|company|minister|council|donor|investor|taxpayer"
    rf"|junta|militia|militant|regime|cartel)-({'|'.join(_BACKERS)})) (?=([a-z]{{3,}}))"
)
_NO_NOUN = frozenset({
    "and", "are", "but", "for", "from", "had", "has", "her", "his", "into", "its", "not", "said", "that", "the",
    "their", "then", "they", "this", "was", "were", "when", "which", "who", "will", "with", "would"
})  # fmt: skip
# Compounds that exist: "an Army-base commissary", "a Northgate-fund manager", "a UN-mandate holder".
_NOUNS_AFTER = {
    "fund": frozenset(
        {"manager", "managers", "house", "houses", "investor", "investors", "group", "groups", "flows", "industry"}
    ),
    "lead": frozenset({"singer", "guitarist", "levels", "poisoning", "paint", "pipes", "actor", "role"}),
    "mandate": frozenset({"holder", "holders", "period", "renewal"}),
    "support": frozenset(
        {"group", "groups", "worker", "workers", "staff", "team", "teams", "services", "bubble", "officer"}
    ),
    "train": frozenset(
        {"station", "services", "service", "driver", "drivers", "crash", "line", "route", "ticket", "tickets"}
    ),
    "control": frozenset({"room", "tower", "freak", "measures", "order", "orders", "group", "groups"}),
    "sponsor": frozenset({"deal", "deals", "logo", "logos"}),
    "base": frozenset({"camp", "camps", "commissary", "housing", "jumping"}),
    "back": frozenset({"line", "row", "three", "four", "five"}),
}
_PREFIXES = frozenset({
    "Co", "Non", "Pre", "Re", "Un", "Full", "Half", "Back", "Play", "Pull", "Horse", "non", "pre", "self", "mis", "dis"
})  # fmt: skip
_OWN_BASE = frozenset({"Army", "Navy", "Marine", "Marines", "Air", "Force", "Royal", "Naval"})


class DoubledWord(ArticleCheck):
    """A function word typed twice in a row."""

    name = "doubled-word"
    fields: ClassVar[Mapping[str, str]] = {"word": "the word", "evidence": "sure or likely"}

    def inspect(self, story: Story, options: Any, look: Look) -> Iterable[Match]:  # noqa: ARG002 - the contract
        """Yield one match a doubled word; the fix takes the second away."""
        text = story.article.text
        if len(lowered(story)) != len(text):
            return
        for table, signs in _DOUBLES.items():
            after = -1
            for start, end in signs.whole(story):
                again_and_again, after = start < after, end
                if again_and_again:
                    continue
                middle = start + (end - start) // 2
                word, again = text[start:middle], text[middle + 1 : end]
                if _on_purpose(text, start, end, word, again):
                    continue
                fix = Fix(middle, end, "", safe=table == "never" and word == again)
                yield Match(start, end, {"word": word, "evidence": "sure" if table == "never" else "likely"}, (), fix)


def _on_purpose(text: str, start: int, end: int, word: str, again: str) -> bool:
    """Whether the second word is a name or a letter, or a hyphen or point ties one of the two elsewhere."""
    if again != again.lower() and not (word.isupper() and again.isupper() and len(word) > 1):
        return True
    tied = text[end : end + 1] in {"-", ".", "'", "’"} and text[end : end + 2].strip() != "."
    return tied or text[start - 1 : start] in {"-", "'", "’", "."}


class GarbledCompound(ArticleCheck):
    """A compound whose participle lost its ending ("a government-back scheme")."""

    name = "garbled-compound"
    fields: ClassVar[Mapping[str, str]] = {"here": "the compound as written", "there": "what was meant"}

    def inspect(self, story: Story, options: Any, look: Look) -> Iterable[Match]:  # noqa: ARG002 - the contract
        """Yield one match a compound, with a fix."""
        yield from garbled_compounds(story.article.text)


def garbled_compounds(text: str) -> Iterator[Match]:
    """The garbled compounds of a text."""
    if not _STEM.search(text):
        return
    for match in _COMPOUND.finditer(text):
        first, stem = (found for found in match.groups()[:-1] if found)
        following = match[match.lastindex or 0]
        if (
            following in _NO_NOUN
            or following in _NOUNS_AFTER.get(stem, ())
            or first in _PREFIXES
            or (stem == "base" and first.split()[-1] in _OWN_BASE)
        ):
            continue
        meant = _MEANT[stem]
        start, end = match.start(), match.start() + len(f"{first}-{stem}")
        forms = {"here": f"{first}-{stem}", "there": f"{first}-{meant}"}
        yield Match(start, end, forms, (), Fix(end - len(stem), end, meant))
