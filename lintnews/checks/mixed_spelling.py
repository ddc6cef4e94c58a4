"""A house's own consistency: one spelling, one way with hyphens and points, in an article and across all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from lintnews.checks.spelling_forms import Form, forms_of
from lintnews.contract import ArticleCheck, Fix, LedgerCheck, Match, Options, Related, Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lintnews.contract import Entry, Group, Look
    from lintnews.model import Story

_SYSTEMS = {"uk": "British", "us": "American", "ise": "-ise", "ize": "-ize"}
_SYSTEM = "spelling"  # the family of -ise/-ize and of British/American in the ledger


class SpellingOptions(Options, frozen=True, kw_only=True):
    """`prefer`: forms that the house has chosen ("UN", "percent"): every other form of the same word is flagged."""

    prefer: tuple[str, ...] = ()


class MixedSpelling(ArticleCheck, LedgerCheck):
    """Two forms where a house uses one: British and American, -ise and -ize, U.N. and UN, peace-keeping, peacekeeping.

    Inside an article the rarer form is flagged; evidence is clear where the copy itself (not a quotation) writes one
    word in two ways, or spells one way at least twice and the other less often. Across articles of one outlet the form
    that fewer articles use is flagged. Headlines are left out (houses shorten there), and so are capitalised words: an
    official name keeps its spelling. British copy may use -ize (the Oxford spelling), so -ize and "colour" go together.
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
        """Yield one match for each word that is spelled against the rest of the article."""
        forms = forms_of(story)
        if not forms:
            return
        look.compared(len(forms))
        done: set[str] = set()
        for match, family in (*_declared(forms, options.prefer), *_families(forms), *_systems(forms)):
            if family not in done:
                done.add(family)
                yield match

    def rows(self, story: Story) -> Iterable[Row]:
        """One row a family of forms, with the form that the article uses most in its own words."""
        groups: dict[str, dict[str, list[Form]]] = {}
        for form in forms_of(story):
            if form.quoted:
                continue
            if form.table != "spellings":
                groups.setdefault(form.family, {}).setdefault(form.variant, []).append(form)
            elif form.variant in {"ise", "ize"}:
                groups.setdefault("-ise/-ize", {}).setdefault(form.variant, []).append(form)
        for family, variants in sorted(groups.items()):
            variant = max(sorted(variants), key=lambda name: len(variants[name]))
            first = variants[variant][0]
            yield Row(f"{family}\t{variant}", (family,), first.start, first.end, first.text)

    def compare(self, entry: Entry, bucket: Sequence[Group], options: Any, look: Look) -> Iterable[Match]:  # noqa: ARG002
        """Yield a match where more articles of the outlet use another form; if as many do, the older form wins."""
        outlet = entry.card.outlet
        best: tuple[int, Entry] | None = None
        own, first_own, first_best = 0, "", ""
        for group in bucket:
            if group.value == entry.row.value:
                own, first_own = group.count, _first(group)
                continue
            look.compared()
            others = [e for e in group.entries if outlet is None or e.card.outlet in {None, outlet}]
            others = [e for e in others if e.card.path != entry.card.path]
            if others and (best is None or group.count > best[0]):
                best, first_best = (group.count, others[0]), _first(group)
        # A tie is broken, or the articles of either side would be told to write as those of the other.
        if best is None or best[0] < own or (best[0] == own and first_own < first_best):
            return
        other = best[1]
        data = _data("corpus", "weak", entry.row.text, other.row.text, best[0], _apart(entry.row.value))
        yield Match(
            entry.row.start,
            entry.row.end,
            data,
            (Related(other.row.start, other.row.end, f'"{other.row.text}" here', other.card.path),),
        )


def _first(group: Group) -> str:
    """The date and path of the oldest article with a form, undated ones last."""
    return min(f"{entry.card.published or '9999'} {entry.card.path}" for entry in group.entries)


def _families(forms: Sequence[Form]) -> Iterator[tuple[Match, str]]:
    """One word written in two ways."""
    groups: dict[str, list[Form]] = {}
    for form in forms:
        groups.setdefault(form.family, []).append(form)
    for family, group in groups.items():
        variants: dict[str, list[Form]] = {}
        for form in group:
            variants.setdefault(form.variant, []).append(form)
        if len(variants) < 2:
            continue
        ordered = sorted(variants.values(), key=lambda uses: (-len([f for f in uses if not f.quoted]), uses[0].start))
        most = ordered[0]
        for fewer in ordered[1:]:
            own = [f for f in fewer if not f.quoted]
            here = (own or fewer)[0]
            clear = bool(own) and not most[0].quoted
            yield _match(here, most[0], len(most), clear=clear, why=_apart(f"{family}\t{here.variant}")), family


def _systems(forms: Sequence[Form]) -> Iterator[tuple[Match, str]]:
    """British words among American ones, -ize among -ise."""
    spelled = [form for form in forms if form.table == "spellings"]
    sides = {side: [f for f in spelled if f.variant == side] for side in _SYSTEMS}
    if sides["us"] and (sides["uk"] or sides["ise"]):
        one, other = sides["uk"] + sides["ise"], sides["us"]
        names = ("a British spelling", "an American one")
    elif sides["ise"] and sides["ize"]:
        one, other = sides["ise"], sides["ize"]
        names = ("-ise", "-ize")
    else:
        return
    few, many = sorted((one, other), key=lambda uses: (_weight(uses), -uses[0].start))
    why = f"{names[0] if few is one else names[1]} against {names[1] if few is one else names[0]}".replace(
        "an American one against", "an American spelling against"
    )
    why = why.replace("against a British spelling", "against a British one")
    for here in sorted({f.family: f for f in reversed(few)}.values(), key=lambda f: f.start):
        there = min(many, key=lambda f: (f.quoted, f.start))
        clear = not here.quoted and not there.quoted and _weight(many) >= 2 and _weight(many) > _weight(few)
        yield _match(here, there, len(many), clear=clear, why=why), here.family


def _weight(uses: Sequence[Form]) -> float:
    """Distinct words; those in quotations count little."""
    return len({f.family for f in uses if not f.quoted}) + 0.1 * len({f.family for f in uses if f.quoted})


def _declared(forms: Sequence[Form], prefer: Sequence[str]) -> Iterator[tuple[Match, str]]:
    """Forms against those that the house has chosen."""
    if not prefer:
        return
    from lintnews.checks.spelling_forms import TABLES
    from lintnews.lexicon import lexicon

    chosen: dict[str, tuple[str, str]] = {}
    for word in prefer:
        for table in TABLES:
            value = lexicon().table(table).get(word.lower())
            if value:
                family, _, variant = value.rpartition(" ")
                chosen[family] = (variant, word)
    for form in forms:
        variant, word = chosen.get(form.family, (form.variant, ""))
        if variant != form.variant and not form.quoted:
            data = _data("article", "declared", form.text, word, 0, "the house has chosen it")
            yield Match(form.start, form.end, data), form.family


def _match(here: Form, there: Form, uses: int, *, clear: bool, why: str) -> Match:
    data = _data("article", "clear" if clear else "weak", here.text, there.text, uses, why)
    fix = Fix(here.start, here.end, there.text) if here.table == "pointed" else None
    return Match(here.start, here.end, data, (Related(there.start, there.end, f'"{there.text}" here'),), fix)


def _data(scope: str, evidence: str, here: str, there: str, uses: int, why: str) -> dict[str, Any]:
    holders = f"{uses} other article{'' if uses == 1 else 's'}"
    forms = {"here": here, "there": there, "uses": uses, "holders": holders}
    return {"scope": scope, "evidence": evidence, **forms, "why": why}


def _apart(value: str) -> str:
    family, _, variant = value.partition("\t")
    if variant in {"points", "plain"}:
        return "with points and without"
    if family == "-ise/-ize":
        return "-ise and -ize"
    return "one word, two forms" if variant.isdigit() else "two spellings of one word"
