"""The wording of quotations: the form in which they are compared, and how two of them differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.lexicon.vocabulary import fold
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.contract import Row

_WORD = late(r"[^\W_]+(?:[’'][^\W_]+)*")
_PLAIN_WORD = late(r"[a-z0-9]+(?:'[a-z0-9]+)*")  # in small letters and plain characters the same, in two thirds of time
_QUOTED = "“”‘–—…"  # marks that most quotations have, and that part words
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
        ("n't", r"(?<=\w)n't\b", " not"),
        ("'s", r"\b(he|she|it|that|there|who|what|here|where)'s\b", r"\1 is"),
    )
)
_RUN_TOGETHER = tuple(
    (letters, late(short), full)
    for letters, short, full in (
        ("cannot", r"\bcannot\b", "can not"),
        ("gonna", r"\bgonna\b", "going to"),
        ("wanna", r"\bwanna\b", "want to"),
        ("ye", r"\b(?:yeah|yep)\b", "yes"),
    )
)
_ALL_FORMS = (*_CONTRACTIONS, *_RUN_TOGETHER)
# What an editor put in or left out, and shows: an ellipsis, words in brackets, an oath with asterisks.
_GAP = late(r"\w*\*{2,}[\w*]*|\w+-{3,}\w*|\[[^\]]{0,200}\]?|\([^)]{0,200}\)?|…|(?:\.\s?){3,4}")
_MISSING = "\N{HORIZONTAL ELLIPSIS}"
# The wires' short forms.
_SHORTENED = {"mln": "million", "bln": "billion", "dlr": "dollar", "dlrs": "dollars", "pct": "percent"}
# Numbers are compared as figures: how they are written is the style of the house.
_NUMBERS = {
    word: str(number)
    for number, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen twenty""".split()  # noqa: SIM905 - a list of words reads as one
    )
}
_SIGNS = (("½", " and a half"), ("1/2", "and a half"), ("%", " percent"), ("per cent", "percent"))
# Words that may come and go without changing what was said.
_SMALL = frozenset(
    """a an the and or but so well now then just that which to of in i mean you know um uh oh look like really very have
    has b c d e f g h j k l m n o p q r s t u v w x y z""".split()  # noqa: SIM905 - a list of words reads as one
)
_SPACE = late(r"[\s—–]+")
_MARKS = "“”\"‘’',.;:!?()[]"
_MOST_KNOWN = 20_000  # words whose form is kept
LONG = 4  # letters of a word that may tell one utterance from another
_SHORT = 22  # words of two quotations
_NAMED = 0.5  # two names
_LIKE = 0.75  # two words this like are one word spelled two ways


def normal(worded: str) -> list[str]:
    """The words of a quotation without case, contractions, dots of acronyms and differences of spelling."""
    plain = worded.replace("’", "'")
    if plain.count(".") > 1:
        plain = _DOTTED.sub(lambda found: found.group().replace(".", ""), plain)
    plain = plain.lower()
    for sign, full in _SIGNS:
        plain = plain.replace(sign, full)
    for letters, short, full in _ALL_FORMS if "'" in plain else _RUN_TOGETHER:
        if letters in plain:
            plain = short.sub(full, plain)
    for mark in _QUOTED if not plain.isascii() else ():
        plain = plain.replace(mark, " ")
    return list(map(_known, (_PLAIN_WORD if plain.isascii() else _WORD).findall(plain)))


class _Americans(dict[str, str]):
    """Each word in the form in which it is compared, made when first asked for."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_KNOWN:
            self.clear()
        form = self[word] = _american(word)
        return form


_known = _Americans().__getitem__


def _american(word: str) -> str:
    """A word without apostrophes, in a form in which British and American spelling are the same, numbers as figures."""
    word = word.replace("'", "")
    if word in _NUMBERS:
        return _NUMBERS[word]
    if word in _SHORTENED:
        return _SHORTENED[word]
    if len(word) > 5:
        for british, american in _SPELLINGS:
            word = word.replace(british, american)
    return word


def worded(quotation: str) -> list[tuple[str, str]]:
    """Each word in the form in which it is compared, with the word as it stands; a gap that is shown is one word."""
    shown_gaps = _GAP.sub(f" {_MISSING} ", quotation)
    return [
        (word, shown.strip(_MARKS))
        for shown in _SPACE.split(shown_gaps)
        for word in ([_MISSING] if shown == _MISSING else normal(shown))
    ]


def difference(row: Row, other: Row, likeness: float, shared: int = 3) -> tuple[str, str, str] | None:
    """How two quotations differ: kind, what stands here, what stands there; None where they agree or are two.

    Fewer than `shared` long words in common are no sign of one utterance.
    """
    mine_shown, theirs_shown = worded(row.text), worded(other.text)
    mine, theirs = [word for word, _ in mine_shown], [word for word, _ in theirs_shown]
    speaker, other_speaker = row.data["speaker"], other.data["speaker"]
    if speaker and other_speaker and surname(speaker) != surname(other_speaker):
        together = surname(speaker) in fold(other.data["source"]) or surname(other_speaker) in fold(row.data["source"])
        same = [w for w in mine if w != _MISSING] == [w for w in theirs if w != _MISSING] and len(mine) >= 7
        return ("speaker", speaker, other_speaker) if same and not together else None
    if mine == theirs or _within(mine, theirs):
        return None
    from rapidfuzz.distance import Indel

    here_part, there_part = _trim(mine, theirs)
    mine, theirs = mine[here_part], theirs[there_part]
    mine_shown, theirs_shown = mine_shown[here_part], theirs_shown[there_part]
    common = {word for word in mine if len(word) >= LONG}.intersection(theirs)
    if min(len(mine), len(theirs)) < 6 or len(common) < shared:
        return None
    # More than one word of a short one: two utterances of one turn of phrase.
    brief = len(mine) + len(theirs) < _SHORT
    if Indel.normalized_similarity(mine, theirs) < likeness or (brief and Indel.distance(mine, theirs) > 2):
        return None
    for tag, (start, end), (begin, stop) in _steps(mine, theirs):
        here, there = mine[start:end], theirs[begin:stop]
        if (
            _MISSING in here
            or _MISSING in there
            or {*here, *there} <= _SMALL
            or _at_edge(tag, (start, end), (begin, stop), mine, theirs)
            or (tag == "replace" and _same_word(here, there))
            or (tag == "replace" and _same_name(mine_shown[start:end], theirs_shown[begin:stop]))
        ):
            continue
        return "words", _around(mine_shown, start, end), _around(theirs_shown, begin, stop)
    return None


def _steps(mine: list[str], theirs: list[str]) -> Iterator[tuple[str, tuple[int, int], tuple[int, int]]]:
    """The places where two quotations differ, neighbours in one: what happens, and where on either side."""
    from rapidfuzz.distance import Levenshtein

    last = ((0, 0), (0, 0))
    for step in (*Levenshtein.opcodes(mine, theirs), None):
        if step is not None and step.tag != "equal":
            (start, end), (begin, stop) = last
            started = start < end or begin < stop
            here, there = (start if started else step.src_start), (begin if started else step.dest_start)
            last = ((here, step.src_end), (there, step.dest_end))
            continue
        (start, end), (begin, stop) = last
        if start < end or begin < stop:
            tag = "insert" if start == end else "delete" if begin == stop else "replace"
            yield tag, (start, end), (begin, stop)
        last = ((0, 0), (0, 0))


def _same_word(here: list[str], there: list[str]) -> bool:
    """Whether words are one in two spellings, or a name and its initials.

    Two that begin with different letters are two: million and billion, able and unable.
    """
    from rapidfuzz.distance import Levenshtein

    one, other = "".join(here), "".join(there)
    if one == "".join(word[0] for word in there) or other == "".join(word[0] for word in here):
        return len(here) != len(there)
    if one[0] != other[0] or not (one.isalpha() and other.isalpha()):
        return False
    return Levenshtein.normalized_similarity(one, other) >= _LIKE


def _same_name(here: list[tuple[str, str]], there: list[tuple[str, str]]) -> bool:
    """Whether two names in capitals are one in two spellings: how it is spelled is the style of the house."""
    from rapidfuzz.distance import Levenshtein

    one, other = ("".join(word for word, _ in words) for words in (here, there))
    capitals = all(any(map(str.isupper, shown)) for _, shown in (*here, *there))
    return capitals and min(len(one), len(other)) > LONG and Levenshtein.normalized_similarity(one, other) >= _NAMED


def _at_edge(tag: str, here: tuple[int, int], there: tuple[int, int], mine: list[str], theirs: list[str]) -> bool:
    """Whether words are only added at an end, or a phrase that opens the other version stands before it once more."""
    if here[0] in {0, len(mine)} or there[0] in {0, len(theirs)}:
        return True
    if tag == "replace":
        return False
    if here[1] == len(mine) or there[1] == len(theirs):
        return True
    words, (start, end) = (mine, here) if tag == "delete" else (theirs, there)
    size = min(3, end - start, start)
    return size > 1 and words[end - size : end] == words[start - size : start]


def surname(speaker: str) -> str:
    """The last word of a name, in lower case, without accents."""
    return fold(speaker.rsplit(maxsplit=1)[-1]) if speaker.strip() else ""


def _around(words: list[tuple[str, str]], start: int, end: int) -> str:
    """The differing words with two on either side, as they stand."""
    shown: list[str] = []
    for _, word in words[max(start - 2, 0) : end + 2]:
        if not shown or shown[-1] != word:
            shown.append(word)
    return " ".join(shown).removesuffix(f" {_MISSING}")


def _within(mine: list[str], theirs: list[str]) -> bool:
    """Whether one is a part of the other."""
    short, long = sorted((mine, theirs), key=len)
    return f" {' '.join(short)} " in f" {' '.join(long)} "


def _trim(mine: list[str], theirs: list[str]) -> tuple[slice, slice]:
    """The parts of both around the first and the last run of three words that they share.

    Where both begin (or end) near it they are taken from there: a word more is no other beginning.
    """
    runs = {tuple(theirs[i : i + 3]): i for i in reversed(range(len(theirs) - 2))}
    shared = [(i, runs[run]) for i in range(len(mine) - 2) if (run := tuple(mine[i : i + 3])) in runs]
    if not shared:
        return slice(None), slice(None)
    first, begin = shared[0]
    if max(first, begin) > 8 or abs(first - begin) > 2:
        first = begin = min(first, begin, 3)
    left, right = len(mine) - shared[-1][0], len(theirs) - shared[-1][1]
    if max(left, right) > 8 or abs(left - right) > 2:
        left = right = min(left, right, 6)
    return slice(shared[0][0] - first, shared[-1][0] + left), slice(shared[0][1] - begin, shared[-1][1] + right)
