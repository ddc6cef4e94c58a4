"""Speakers: the full name that a source resolves to, through pronouns, roles and bare surnames."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lintnews.extract.cues import Cue
    from lintnews.extract.draft import Draft
    from lintnews.model import Name

from lintnews.extract.grammar import POSSESSIVES, PRONOUNS, words
from lintnews.extract.source_kinds import kind_of, phrase

_MALE = words("he him his mr sir lord king prince father brother son husband uncle")
_FEMALE = words("she her hers mrs ms miss dame lady queen princess mother sister daughter wife aunt")
_PLURAL = words("they them their we our both")


class Speakers:
    """Who has spoken so far in an article, and who its people are."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._full: dict[int, str] = {}
        for name in draft.names:
            if name.kind == "person" and name.person >= 0:
                shown = self._full.get(name.person, "")
                text = f"{name.given} {name.surname}" if name.given and name.surname else name.text
                if len(text) > len(shown):
                    self._full[name.person] = text
        self._starts = [name.start for name in draft.names]
        self._gender: dict[int, str] = {}
        self.last: tuple[str, str, str] | None = None  # speaker, kind, gender

    def resolve(self, cue: Cue) -> None:
        """Set the cue's kind and speaker from its source span, and remember it."""
        if cue.source is None:
            return
        start, end = cue.source
        lower = self._draft.lower[start:end]
        source = phrase(lower)
        first = source.first
        if source.alone and (first in PRONOUNS or first in POSSESSIVES):
            self._pronoun(cue, first)
            return
        kind, name = kind_of(self._draft, start, end)
        if first in POSSESSIVES and name is None and kind == "none":
            kind = "role"
        gender = ""
        if name is not None:
            cue.speaker = self.full(name)
            gender = self._gender_of(name)
        elif kind == "role":
            found = self._role(lower, start)
            if found:
                cue.speaker, gender = self.full(found), self._gender_of(found)
        cue.kind = kind
        self.last = (cue.speaker or "", kind, gender)

    def full(self, name: Name) -> str:
        """The fullest form of a person in this article; other names as worded."""
        return self._full.get(name.person, name.text) if name.kind == "person" else name.text

    def _pronoun(self, cue: Cue, pronoun: str) -> None:
        start = cue.source[0] if cue.source else cue.start
        if pronoun in {"who", "which", "whose"}:
            name = self._before(start, "")
            gap = self._draft.text[name.end : start] if name else ""
            cue.kind = "person" if name and len(gap) < 60 else "none"
            if cue.kind == "none":
                head = self._draft.text.rfind(" ", 0, max(start - 2, 0))
                cue.kind = kind_of(self._draft, head + 1, max(start - 2, head + 1))[0]
                cue.kind = "role" if cue.kind == "none" else cue.kind
            cue.speaker = self.full(name) if name and cue.kind == "person" else None
            return
        if pronoun in {"i", "you", "my", "your"}:
            cue.kind = "person"
            return
        gender = "m" if pronoun in _MALE else "f" if pronoun in _FEMALE else ""
        if gender:
            cue.kind = "person"
            if self.last and self.last[1] in {"anonymous", "role", "person"} and self.last[2] in {gender, ""}:
                cue.speaker, cue.kind = self.last[0] or None, self.last[1]
                if cue.speaker:
                    self.last = (cue.speaker, cue.kind, gender)
                    return
            name = self._before(start, gender)
            if name and cue.kind != "anonymous":
                cue.speaker, cue.kind = self.full(name), "person"
                self.last = (cue.speaker, "person", gender)
            return
        cue.kind = self.last[1] if self.last else "collective" if pronoun in _PLURAL else "organisation"
        if pronoun in _PLURAL and cue.kind in {"person", "role"}:
            cue.kind = "collective"
        elif pronoun in {"it", "its"} and cue.kind in {"person", "role", "collective"}:
            cue.kind = "organisation"
        elif self.last:
            cue.speaker = self.last[0] or None

    def _before(self, position: int, gender: str) -> Name | None:
        """The last person named before a position, of a gender that fits; at most 12 names back."""
        index = bisect_left(self._starts, position)
        for name in reversed(self._draft.names[max(index - 12, 0) : index]):
            if name.kind == "person" and (not gender or self._gender_of(name) in {gender, ""}):
                return name
        return None

    def _gender_of(self, name: Name) -> str:
        """`m`, `f` or "" as far as title or given name tell."""
        if name.person in self._gender:
            return self._gender[name.person]
        title = (name.title or "").lower().strip(".").split()
        given = (name.given or self._full.get(name.person, " ").split(" ")[0]).lower()
        words = self._draft.lexicon.words
        gender = "m" if _MALE.intersection(title) else "f" if _FEMALE.intersection(title) else ""
        if not gender:
            gender = "f" if given in words("given-names-female") else "m" if given in words("given-names-male") else ""
        if name.person >= 0:
            self._gender[name.person] = gender
        return gender

    def _role(self, phrase: str, position: int) -> Name | None:
        """The last person before a position whose title or apposition holds the role of "the minister"."""
        role = phrase.split(" of ", maxsplit=1)[0].split(" for ", maxsplit=1)[0].rsplit(maxsplit=1)[-1].strip(".,'’")
        index = bisect_left(self._starts, position)
        lower = self._draft.lower
        for name in reversed(self._draft.names[max(index - 40, 0) : index]):
            if name.kind == "person" and (
                role in (name.title or "").lower().split()
                or role in lower[max(name.start - 30, 0) : name.start].split()
                or (
                    lower.startswith(", ", name.end)
                    and role in lower[name.end + 2 : name.end + 60].split(",")[0].split()
                )
                or (
                    lower.startswith((" is ", " was ", " became "), name.end)
                    and role in lower[name.end : name.end + 60].split(".")[0].split()
                )
            ):
                return name
        return None
