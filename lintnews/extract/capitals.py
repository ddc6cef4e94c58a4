"""Runs of capitalised words, cut into pieces that can be names, each with the title that stands in front of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.lexicon.vocabulary import Vocabulary, fold, vocabulary
from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lintnews.extract.draft import Draft
    from lintnews.model import Paragraph

# What counts as a capital: any letter or sign of a word beyond Latin-1 too, for most have no case or are rare in news.
# The class leaves out letters of Latin-1 only, and the look-behind what is no letter: searched and compiled fastest so.
_UPPER = r"[^\x00-@\[-©«-±´¶-¸»¿×ß-ÿ](?<![\W\d])"
_ABBREVIATED = [
    "Mrs", "Mr", "Ms", "Mx", "Dr", "Prof", "Rev", "Hon", "Fr", "St", "Sr", "Jr", "Gen", "Lt", "Col", "Maj", "Brig",
    "Capt", "Cpl", "Sgt", "Pvt", "Adm", "Det", "Insp", "Supt", "Gov", "Sens", "Sen", "Reps", "Rep",
]  # fmt: skip
_WORD = r"\w*+(?:['’\-]\w+)*+['’]?"
# What may follow a capital: the rest of a word, more initials, the rest of an abbreviated title with its point. Most
# words have no point after them, so that is tried first.
_REST = (
    rf"(?:{_WORD}+(?!\.)|\.(?:{_UPPER}\.)*+(?!\w)"
    rf"|(?:{'|'.join(f'(?<={title[0]}){title[1:]}' for title in _ABBREVIATED)})\.|{_WORD})"
)
_PARTICLE = r"(?:d[aeiou]|dos|das|del|della|dalla|des|du|la|los|las|v[ao]n|der|den|ten?r?|zu[mr]?|bin|ibn|bint|y|e)"
_PREFIX = r"(?:(?:[ae]l|a[snrdz]|ash|ul|ud)-|[dl]['’])"
_GLUED = r"[\w.'’&@#-]"  # a word that stands right after one of these begins no run
_STUCK = r"(?<![\w'’&@#-].)(?<![^a-zß-öø-ÿ]\..)"  # save after the full stop of a word in lower case: "a half.Then"
# Thirty words bound a run: longer ones are lists of names or lines in capitals, which the next match goes on with.
_MORE = rf"{_REST}(?: (?:{_UPPER}{_REST}|(?:{_PARTICLE} ){{0,3}}{_PREFIX}?{_UPPER}{_REST})){{0,30}}(?!@)"
# A pattern that begins with a set of letters is searched more than twice as fast as one that looks behind or may begin
# with a prefix; so the second one is kept for the few texts in which a prefix ("al-Amin", "d'Arcy") is seen.
RUN = late(rf"{_UPPER}{_STUCK}{_MORE}")
PREFIXED_RUN = late(rf"(?<!{_GLUED}){_PREFIX}?{_UPPER}{_MORE}")
_PREFIXED = late(rf"[-'’](?:(?<=[aeu][lsnrdz]-)|(?<=ash-)|(?<=[dl].))(?={_UPPER})")
_SUFFIX = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_END = ".!?:;…—–•"
KEPT = 20_000  # runs whose pieces are kept


class Piece:
    """Capitalised words that belong together: `words` with their places, the title before them, and how they stand.

    `opening` is true at the start of a sentence or quotation, where a capital tells nothing; `display` in a headline
    or another line in title case; `possessive` where 's follows. `words` is empty for a title with no name.
    Words are tuples: the pieces of all mentions of a name share them.
    """

    __slots__ = (
        "display",
        "folded",
        "opening",
        "possessive",
        "starts",
        "suffix",
        "title",
        "title_kind",
        "title_start",
        "words",
    )

    def __init__(
        self,
        words: tuple[str, ...],
        starts: list[int],
        folded: tuple[str, ...] | None = None,
        *,
        opening: bool,
        display: bool,
    ) -> None:
        self.words = words
        self.starts = starts
        self.folded = tuple(map(fold, words)) if folded is None else folded
        self.opening = opening
        self.display = display
        self.possessive = False
        self.title: str | None = None
        self.title_kind = ""
        self.title_start = starts[0] if starts else 0
        self.suffix = ""

    def at(self, start: int) -> Piece:
        """The same piece in a text where its run starts at `start`; later stages may change it freely."""
        moved = Piece.__new__(Piece)
        moved.words = self.words
        starts = self.starts
        moved.starts = [start + starts[0]] if len(starts) == 1 else [start + place for place in starts]
        moved.folded = self.folded
        moved.opening = self.opening
        moved.display = self.display
        moved.possessive = self.possessive
        moved.title = self.title
        moved.title_kind = self.title_kind
        moved.title_start = start + self.title_start
        moved.suffix = self.suffix
        return moved

    def drop_first(self) -> None:
        """Take the first word off."""
        self.words, self.starts, self.folded = self.words[1:], self.starts[1:], self.folded[1:]

    @property
    def start(self) -> int:
        """Where the words start."""
        return self.starts[0]

    @property
    def end(self) -> int:
        """Where the words end."""
        return self.starts[-1] + len(self.words[-1])


def pieces(draft: Draft) -> Iterator[Piece]:
    """The pieces of an article in text order."""
    words = vocabulary(draft.lexicon)
    text = draft.text
    plain = words.plain
    cuts: dict[tuple[str, bool, bool], tuple[Piece, ...]] = words.cuts
    pattern = PREFIXED_RUN if _PREFIXED.search(text) else RUN
    for paragraph in draft.article.paragraphs:
        if paragraph.role == "residue":
            continue
        display = in_title_case(text, paragraph, words)
        for run in pattern.finditer(text, paragraph.start, paragraph.end):
            found = run.group()
            if found.lower() in plain:  # "The", "He", "In": half of all runs
                continue
            start = run.start()
            opening = opens(text, start)
            known = cuts.get((found, opening, display))
            if known is None:
                known = cut(found, words, opening=opening, display=display)
            for piece in known:
                yield piece.at(start)


def in_title_case(text: str, paragraph: Paragraph, words: Vocabulary) -> bool:
    """Whether a short paragraph without a full stop writes its ordinary words with capitals."""
    size = paragraph.end - paragraph.start
    if size > 160 or (text[paragraph.end - 1] in '.,;”"' and paragraph.role != "headline"):
        return False
    longer = [w for w in text[paragraph.start : paragraph.end].split() if len(w) > 3 and w[0].isalpha()]
    raised = [w for w in longer if w[0].isupper()]
    if len(longer) < 2 or len(raised) < 0.7 * len(longer):
        return False
    return sum(words.ordinary(fold(w.strip(".,:;!?'’\"“”"))) for w in raised) * 4 >= len(raised)


def opens(text: str, start: int) -> bool:
    """Whether a word stands where a sentence, a line or a quotation begins."""
    if start == 0:
        return True
    before = text[start - 1]
    if before in "\n“\"‘'([.":
        return True
    return (
        start < 2
        or text[start - 2] in _END
        or (text[start - 2] in "”\"’')" and start > 2 and text[start - 3] in ".!?,…")
    )


def cut(run: str, words: Vocabulary, *, opening: bool, display: bool) -> tuple[Piece, ...]:
    """The pieces of a run as if a text began with it. News names the same people again and again: they are kept."""
    if len(words.cuts) >= KEPT:
        words.cuts.clear()
    found = words.cuts[run, opening, display] = tuple(fresh_cut(run, words, opening=opening, display=display))
    return found


def fresh_cut(run: str, words: Vocabulary, *, opening: bool, display: bool) -> list[Piece]:
    """Cut a run at words that can be no part of a name: function words, possessives, acronyms, nationalities."""
    out: list[Piece] = []
    names: list[str] = []
    starts: list[int] = []
    lows: list[str] = []
    capitals = display and run.isupper()
    position = 0
    for raw in run.split(" "):
        here, position = position, position + len(raw) + 1
        word = raw.rstrip("'’") if len(raw) > 1 else raw
        low = fold(word)
        owned = len(word) < len(raw)
        if low.endswith("'s"):
            owned, word, low = True, word[:-2], low[:-2]
        if keeps(word, low, words, capitals=capitals, alone=not names, display=display):
            names.append(word)
            starts.append(here)
            lows.append(low)
            if not owned:
                continue
        else:
            owned = False
        if names:
            found = finish(names, starts, lows, words, opening=opening and starts[0] == 0, display=display)
            for piece in found if owned else ():
                piece.possessive = True
            out += found
            names, starts, lows = [], [], []
    if names:
        out += finish(names, starts, lows, words, opening=opening and starts[0] == 0, display=display)
    return out


def keeps(word: str, low: str, words: Vocabulary, *, capitals: bool, alone: bool, display: bool) -> bool:
    """Whether a word can be part of a name (or of the title before it)."""
    if low in words.titles or low in _SUFFIX:
        return True
    if low in words.function:
        # "Will Young", "May Ling", "Art de Vries": given names that are function words too.
        return (not alone and low in words.particles) or (alone and low in words.given and low in _NAMED_LIKE_WORDS)
    if word.isupper() and len(word) > 1 and not capitals:
        return len(word.replace(".", "")) <= 2 and word.endswith(".") and low not in _ACRONYMS
    if not word.isalpha():
        head, _, tail = low.rpartition("-")
        if (head and (tail in words.tails or tail.isdigit())) or any(map(str.isdigit, word)):
            return False
    return not (
        display
        and low not in words.given
        and low not in words.places
        and low not in words.organisation
        and words.ordinary(low)
    )


_NAMED_LIKE_WORDS = frozenset({"will", "may", "april", "june", "august", "art", "mark", "grant", "jan", "see"})
_ACRONYMS = frozenset({"u.s.", "u.n.", "u.k.", "e.u.", "d.c.", "a.m.", "p.m.", "l.a.", "n.y."})


def finish(
    names: list[str], starts: list[int], lows: list[str], words: Vocabulary, *, opening: bool, display: bool
) -> list[Piece]:
    """The piece of these words, its title taken off; what stands before the title is a piece of its own."""
    while names and names[-1].islower():
        for part in (names, starts, lows):
            part.pop()
    if not names:
        return []
    head = title_end(lows, words)
    if head == 0:
        return [split_nation(names, starts, lows, words, opening=opening, display=display)]
    kind = words.titles[lows[head - 1]]
    if kind == "courtesy":  # "Harrow Policy Centre Mr Roe": only titles belong to such a title
        first = next((i for i in range(head - 1, 0, -1) if lows[i - 1] not in words.titles), 0)
    else:
        first = next((i for i in range(head) if lows[i] not in words.nations and lows[i] not in words.places), head - 1)
    piece = Piece(tuple(names[head:]), starts[head:], tuple(lows[head:]), opening=False, display=display)
    piece.title = " ".join(names[first:head])
    piece.title_kind = kind
    piece.title_start = starts[first]
    if piece.words:
        drop_suffix(piece)
    if first:
        before = Piece(tuple(names[:first]), starts[:first], tuple(lows[:first]), opening=opening, display=display)
        return [before, piece]
    return [piece]


def title_end(lows: list[str], words: Vocabulary) -> int:
    """How many words at the front are a title (with what modifies it); 0 if there is none."""
    last = 0
    for index, low in enumerate(lows):
        if low in words.titles:
            named = index > 0 and lows[index - 1] in words.given and lows[index - 1] not in words.places
            if named and (low in words.surname_titles or index == len(lows) - 1):
                continue
            last = index + 1
    return last


def split_nation(
    names: list[str], starts: list[int], lows: list[str], words: Vocabulary, *, opening: bool, display: bool
) -> Piece:
    """Cut off a nationality in front: "Kenyan" in a run that goes on with a name."""
    if len(names) == 1:
        return Piece(tuple(names), starts, tuple(lows), opening=opening, display=display)
    first = 0
    if lows[0] in words.nations and " ".join(lows) not in words.places:
        while first < len(names) - 1 and lows[first] in words.nations and lows[first] not in words.given:
            first += 1
    piece = Piece(
        tuple(names[first:]), starts[first:], tuple(lows[first:]), opening=opening and first == 0, display=display
    )
    drop_suffix(piece)
    return piece


def drop_suffix(piece: Piece) -> None:
    """Take "Jr" or "III" off the words and remember it."""
    if len(piece.words) > 1 and piece.folded[-1] in _SUFFIX:
        piece.suffix = piece.folded[-1].rstrip(".")
        piece.words, piece.starts, piece.folded = piece.words[:-1], piece.starts[:-1], piece.folded[:-1]
