"""A house's own consistency: one spelling, one way with hyphens and points, in an article and across all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from lintnews.checks.majorities import holders, outvoted
from lintnews.checks.preferences import SYSTEMS, chosen_words, refuse_unknown, wrong_sides
from lintnews.checks.spelling_forms import Form, counterpart, forms_of
from lintnews.contract import ArticleCheck, Fix, LedgerCheck, Match, Options, Related, Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lintnews.contract import Entry, Group, Look
    from lintnews.model import Story

_AGAINST = {"uk": "us", "us": "uk", "ise": "ize", "ize": "ise"}
_SIDES = {"uk": "British", "us": "American", "ise": "-ise", "ize": "-ize"}
_SEVERAL = 2  # one other article is no usage of a house
_SIDED = "-ise/-ize"  # the family of all verbs in -ise and -ize in the ledger


class SpellingOptions(Options, frozen=True, kw_only=True):
    """`prefer`: forms that the house has chosen ("UN", "percent"), or spellings ("en-GB", "en-US", "-ize").

    Every other form is flagged. What the register says under `forms` and the language of the configuration count, too.
    """

    prefer: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a form that is not known to have others."""
        refuse_unknown(self.prefer)


class MixedSpelling(ArticleCheck, LedgerCheck):
    """Two forms where a house uses one: British and American, -ise and -ize, U.N. and UN, peace-keeping, peacekeeping.

    Inside an article the rarer form is flagged; evidence is clear where it writes one word in two ways, or spells one
    way at least twice and the other less often. Across articles of one outlet the form that fewer articles use is
    flagged. A quotation is at most a hint, and keeps what it has. Left out are headlines (houses shorten there) and
    capitalised words: official names keep their spelling. British copy may use -ize (the Oxford spelling), so -ize and
    "colour" go together.
    """

    name = "mixed-spelling"
    fields: ClassVar[Mapping[str, str]] = {
        "scope": "article or corpus",
        "evidence": "clear, weak or declared",
        "here": "the form here",
        "there": "the form elsewhere",
        "why": "what sets the two apart",
        "uses": "how many times (in the corpus: in how many articles) the other form is used",
        "holders": 'the same in words: "1 other article", "4 other articles"',
    }
    Options = SpellingOptions
    agreement = False

    def inspect(self, story: Story, options: Any, look: Look) -> Iterable[Match]:
        """Yield one match for each place that is spelled against the rest of the article, or against the house."""
        every = forms_of(story)
        forms = [form for form in every if not form.quoted]
        if not forms:
            return
        look.compared(len(forms))
        prefer = _preferred(story.article.language, look, options)
        wrong = {form.start for form, _, _ in _against(forms, prefer)}
        yield from _declared(forms, prefer)
        left = [form for form in forms if form.start not in wrong]
        yield from _families([form for form in left if form.table != "spellings"])
        spelled = [form for form in left if form.table == "spellings"]
        yield from _systems(spelled)
        if spelled:
            yield from _heard(spelled, [form for form in every if form.quoted and form.table == "spellings"])

    def rows(self, story: Story) -> Iterable[Row]:
        """One row a family of forms, with the form that the article uses most in its own words."""
        groups: dict[str, dict[str, list[Form]]] = {}
        for form in forms_of(story):
            if form.quoted:
                continue
            if form.table != "spellings":
                groups.setdefault(form.family, {}).setdefault(form.variant, []).append(form)
            elif form.variant in {"ise", "ize"}:
                groups.setdefault(_SIDED, {}).setdefault(form.variant, []).append(form)
        for family, variants in sorted(groups.items()):
            variant = max(sorted(variants), key=lambda name: _rank(variants[name]))
            first = variants[variant][0]
            yield Row(f"{family}\t{variant}", (family,), first.start, first.end, first.text)

    def compare(self, entry: Entry, bucket: Sequence[Group], options: Any, look: Look) -> Iterable[Match]:
        """Yield a match where more articles of the outlet use another form, and the house has declared none."""
        prefer = _preferred("", look, options)
        family = entry.row.value.partition("\t")[0]
        if family in chosen_words(prefer) or (family == _SIDED and {"ise", "ize"} & set(wrong_sides(prefer))):
            return
        most = outvoted(entry, bucket, look)
        if most is None or most.count < _SEVERAL:
            return
        other = most.entry.row
        data = _data("corpus", "weak", entry.row.text, other.text, most.count, _apart(entry.row.value))
        yield Match(
            entry.row.start,
            entry.row.end,
            data,
            (Related(other.start, other.end, f'"{other.text}" here', most.entry.card.path),),
        )


def _preferred(language: str, look: Look, options: SpellingOptions) -> tuple[str, ...]:
    """What the house has chosen: by the language of its copy, in its register, in the options."""
    tag = (language,) if language in SYSTEMS else ()
    return (*tag, *look.register.forms, *options.prefer)


def _families(forms: Sequence[Form]) -> Iterator[Match]:
    """One word written in two ways."""
    groups: dict[str, dict[str, list[Form]]] = {}
    for form in forms:
        groups.setdefault(form.family, {}).setdefault(form.variant, []).append(form)
    for family, variants in groups.items():
        most, *others = sorted(variants.values(), key=lambda uses: (-len(uses), uses[0].start))
        for fewer in others:
            why = _apart(f"{family}\t{fewer[0].variant}")
            for here in fewer:
                mend = most[0].variant if len(fewer) < len(most) else None
                yield _match(here, most[0], len(most), clear=True, why=why, mend=mend)


def _systems(forms: Sequence[Form]) -> Iterator[Match]:
    """British words among American ones, -ize among -ise: -ise is British, -ize may be either."""
    sides = {side: [f for f in forms if f.variant == side] for side in _SIDES}
    british = sides["uk"] + sides["ise"]
    american = bool(british) and bool(sides["us"]) and _rank(sides["us"]) > _rank(british)
    if british and sides["us"]:
        yield from _one_side(british, sides["us"], "a British spelling", "an American spelling")
    if sides["ise"] and sides["ize"] and not american:
        yield from _one_side(sides["ise"], sides["ize"], "-ise", "-ize")


def _one_side(one: Sequence[Form], other: Sequence[Form], name: str, other_name: str) -> Iterator[Match]:
    """The words of the rarer of two spellings; of one word spelled in both ways it is clear that one is wrong."""
    (few, few_name), (many, many_name) = sorted(((one, name), (other, other_name)), key=lambda side: _rank(side[0]))
    only_both = {f.family for f in few} <= {f.family for f in many}
    outnumbered = _rank(few)[:2] < _rank(many)[:2]
    several = _rank(many)[0] > max(_rank(few)[0], 1)
    for here in few:
        same = [f for f in many if f.family == here.family]
        why = "two spellings of one word" if same else f"{few_name} against {many_name}"
        mend = _AGAINST[here.variant] if outnumbered and (several or only_both) else None
        yield _match(here, (same or many)[0], len(same or many), clear=several or bool(same), why=why, mend=mend)


def _heard(forms: Sequence[Form], quoted: Sequence[Form]) -> Iterator[Match]:
    """Quoted words in the spelling that is not the article's: the first use of each, and never more than a hint.

    A speaker doesn't spell, so the desk may choose; what was written by others keeps its spelling.
    """
    british = [f for f in forms if f.variant in {"uk", "ise"}]
    american = [f for f in forms if f.variant == "us"]
    own, theirs = sorted((british, american), key=_rank, reverse=True)
    if not own or _rank(own)[:2] == _rank(theirs)[:2]:
        return
    wrong, name = ({"us"}, "an American") if own is british else ({"uk", "ise"}, "a British")
    against = list({f.family: f for f in reversed(quoted) if f.variant in wrong}.values())
    sides = {"uk", "ise"} if own is british else {"us"}
    if len({f.family for f in (*own, *quoted) if f.variant in sides}) <= len(against):
        return
    for here in sorted(against, key=lambda f: f.start):
        why = f"{name} spelling in a quotation"
        yield _match(here, own[0], len(own), clear=False, why=why, mend=None)


def _rank(uses: Sequence[Form]) -> tuple[int, int, int]:
    """What makes a spelling the usual one: distinct words, then uses, then that it comes first."""
    return len({f.family for f in uses}), len(uses), -uses[0].start if uses else 0


def _against(forms: Sequence[Form], prefer: tuple[str, ...]) -> Iterator[tuple[Form, str, str]]:
    """Forms against those that the house has chosen, with the variant and the word that it has."""
    words, sides = chosen_words(prefer), wrong_sides(prefer)
    for form in forms if prefer else ():
        variant, word = words.get(form.family, (form.variant, ""))
        if form.family not in words and form.table == "spellings" and form.variant in sides:
            variant, word = _AGAINST[form.variant], sides[form.variant]
        if variant != form.variant:
            yield form, variant, word


def _declared(forms: Sequence[Form], prefer: tuple[str, ...]) -> Iterator[Match]:
    """A match for each form against those that the house has chosen."""
    for form, variant, word in _against(forms, prefer):
        text = counterpart(form.text, form.table, form.family, variant)
        data = _data("article", "declared", form.text, text or word, 0, _choice(form, word))
        fix = Fix(form.start, form.end, text) if text else None
        yield Match(form.start, form.end, {**data, "other": "the house's choice"}, (), fix)


def _choice(form: Form, word: str) -> str:
    """Why a form is against the house's choice."""
    return f"the house has chosen {word}" if form.table != "spellings" else f"{_SIDES[form.variant]} against {word}"


def _match(here: Form, there: Form, uses: int, *, clear: bool, why: str, mend: str | None) -> Match:
    """A use against another, with a fix where the article itself tells in which variant (`mend`) the word is right."""
    text = counterpart(here.text, here.table, here.family, mend) if mend and clear else None
    data = _data("article", "clear" if clear else "weak", here.text, there.text, uses, why)
    fix = Fix(here.start, here.end, text) if text else None
    return Match(here.start, here.end, data, (Related(there.start, there.end, f'"{there.text}" here'),), fix)


def _data(scope: str, evidence: str, here: str, there: str, uses: int, why: str) -> dict[str, Any]:
    forms = {"here": here, "there": there, "uses": uses, "holders": holders(uses)}
    return {"scope": scope, "evidence": evidence, **forms, "why": why}


def _apart(value: str) -> str:
    family, _, variant = value.partition("\t")
    if variant in {"points", "plain"}:
        return "with points and without"
    if family == "-ise/-ize":
        return "-ise and -ize"
    return "one word, two forms" if variant.isdigit() else "two spellings of one word"
