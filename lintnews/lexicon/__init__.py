"""Word lists and tables as data, and the one automaton that finds all their trigger phrases in a text.

A table is a text file: `#` starts a comment (the first ones say where the list came from and how it was checked), then
one phrase a line, with a value after a tab where the table has values. Phrases are lower case. Tables in
`<language>/triggers/` are found in every article by one run of the automaton; the others are looked up by word.
"""

from __future__ import annotations

from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

    import ahocorasick_rs

HOME = Path(__file__).parent
VERSION = "1"
Hit = tuple[int, int, str]
FEW = 1000  # questions to a long table before a set is made of it
MANY = 400  # articles of one process after which more are likely to come


def read_table(path: Path) -> dict[str, str]:
    """Phrases of a table file with their values ("" where there is none)."""
    table: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            phrase, _, value = line.partition("\t")
            table[phrase] = value
    return table


def read_words(path: Path) -> frozenset[str]:
    """The phrases of a table file alone: quicker than `read_table` for the long lists."""
    text = path.read_text(encoding="utf-8")
    if "\t" in text:
        return frozenset(read_table(path))
    start = 0
    while text.startswith("#", start):
        start = text.find("\n", start) + 1 or len(text)
    body = text[start:].rstrip("\n")
    if not body or "#" in body or "\n\n" in body:
        return frozenset(line for line in body.splitlines() if line and line[0] != "#")
    return frozenset(body.split("\n"))


class LongTable:
    """The phrases of a long table whose lines are sorted, asked for one by one.

    One article asks for some hundred words, which are looked up in the text of the table; after many questions a set is
    made, which takes as long as a thousand of them.
    """

    def __init__(self, path: Path) -> None:
        text = path.read_text(encoding="utf-8").rstrip("\n")
        start = 0
        while text.startswith("#", start):
            start = text.find("\n", start) + 1 or len(text)
        self._text = text[start:]
        self._left = FEW
        self._words: frozenset[str] | None = None

    def __contains__(self, word: object) -> bool:
        if self._words is not None:
            return word in self._words
        if not self._left:
            self._words = frozenset(self._text.split("\n"))
            return word in self._words
        self._left -= 1
        return isinstance(word, str) and self._find(word)

    def _find(self, word: str) -> bool:
        """Whether a line is the word, by bisection."""
        text = self._text
        low, high = 0, len(text)
        while low < high:
            start = text.rfind("\n", low, (low + high) // 2) + 1 or low
            end = text.find("\n", start)
            line = text[start : end if end >= 0 else len(text)]
            if line == word:
                return bool(word)
            if line < word:
                low = start + len(line) + 1
            else:
                high = start - 1
        return False


class Lexicon:
    """The tables of one language, from this package and from plugins; read when first asked for."""

    def __init__(self, language: str = "en", folders: tuple[str, ...] = ()) -> None:
        self.language = language
        self._homes = [HOME / language, *(Path(folder) / language for folder in folders)]
        self._tables: dict[str, dict[str, str]] = {}
        self._words: dict[str, frozenset[str]] = {}
        self._long: dict[str, Container[str]] = {}

    def table(self, name: str) -> dict[str, str]:
        """Phrase to value; tables of one name from several folders are merged, later ones win."""
        if name not in self._tables:
            merged: dict[str, str] = {}
            for path in self._paths(name):
                merged.update(read_table(path))
            self._tables[name] = merged
        return self._tables[name]

    def words(self, name: str) -> frozenset[str]:
        """The phrases of a table as a set."""
        if name not in self._words:
            tables = [read_words(path) for path in self._paths(name)]
            self._words[name] = tables[0] if len(tables) == 1 else frozenset().union(*tables)
        return self._words[name]

    def long_table(self, name: str) -> Container[str]:
        """The same for a long table, of which only single words are asked."""
        if name not in self._long:
            paths = self._paths(name)
            self._long[name] = LongTable(paths[0]) if len(paths) == 1 else self.words(name)
        return self._long[name]

    def _paths(self, name: str) -> list[Path]:
        """The files of a table: in each home, among the look-up tables or the triggers."""
        wanted = (p for home in self._homes for p in (home / f"{name}.txt", home / "triggers" / f"{name}.txt"))
        return [path for path in wanted if path.exists()]

    @cached_property
    def triggers(self) -> Triggers:
        """The automaton over all trigger tables."""
        names = sorted({path.stem for home in self._homes for path in (home / "triggers").glob("*.txt")})
        return Triggers({name: self.table(name) for name in names})


class Triggers:
    """All trigger phrases in one Aho-Corasick automaton."""

    def __init__(self, tables: dict[str, dict[str, str]]) -> None:
        import ahocorasick_rs

        owners: dict[str, list[tuple[str, str]]] = {}
        for name, table in tables.items():
            for phrase, value in table.items():
                owners.setdefault(phrase, []).append((name, value or phrase))
        self._names = tuple(tables)
        self._owners = list(owners.values())
        self._phrases = list(owners)
        self._searched = 0
        self._automaton: ahocorasick_rs.AhoCorasick = ahocorasick_rs.AhoCorasick(
            self._phrases, implementation=ahocorasick_rs.Implementation.ContiguousNFA
        )

    def _hasten(self) -> None:
        """Go over to a DFA, which searches twice as fast but takes as long to make as it saves in 500 articles."""
        import ahocorasick_rs

        self._automaton = ahocorasick_rs.AhoCorasick(self._phrases, implementation=ahocorasick_rs.Implementation.DFA)

    def find(self, lower: str) -> dict[str, list[Hit]]:
        """Whole-word hits of every table in a lower-cased text: {table: [(start, end, value)]}, in text order."""
        hits: dict[str, list[Hit]] = {name: [] for name in self._names}
        size = len(lower)
        owners = self._owners
        self._searched += 1
        if self._searched == MANY:
            self._hasten()
        for pattern, start, end in self._automaton.find_matches_as_indexes(lower, overlapping=True):
            if (start and lower[start - 1].isalnum() and lower[start].isalnum()) or (
                end < size and lower[end].isalnum() and lower[end - 1].isalnum()
            ):
                continue
            for name, value in owners[pattern]:
                hits[name].append((start, end, value))
        for found in hits.values():
            if len(found) > 1:
                found.sort()
        return hits


def lexicon(language: str = "en", folders: tuple[str, ...] = ()) -> Lexicon:
    """The lexicon of a language; English stands in for languages that have no tables."""
    return _lexicon(language, folders)


@cache
def _lexicon(language: str, folders: tuple[str, ...]) -> Lexicon:
    known = any((home / language).is_dir() for home in (HOME, *map(Path, folders)))
    return Lexicon(language if known else "en", folders)
