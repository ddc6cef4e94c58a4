"""The role that a person is introduced with behind the name: "Runa Holt, the harbour master, …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.lexicon.vocabulary import fold
from lintnews.patterns import late

if TYPE_CHECKING:
    from lintnews.lexicon import Lexicon
    from lintnews.lexicon.vocabulary import Vocabulary
    from lintnews.model import Name

# What stands between commas and opens like a description. It ends at the comma or stop, else it is no apposition.
_BEHIND = late(
    r",\s(?:who (?:is|was) )?"
    r"((?:(?:an?|the|its|his|her|their|our|former|acting|interim|deputy|vice|head|chief|director|chair\w{0,6}|president|"
    r"founder|editor|professor|secretary|minister|mayor|spokes\w{3,6})\b)[^,;:.()“”\"\n]{0,70})(?=[,;:.)(“”\"\n]|\Z)"
)
_WORD = late(r"[^\W\d_][\w’'-]*")
_PAST = late(r"ed\b")
_LOWER = late(r" [a-z]{4}")
_HEADS = frozenset({"head", "chief", "director", "chair", "president", "founder", "editor", "professor"})
_CLAUSE = late(r"\b(?:said|says|told|and (?:the|[A-Z])|but|was|were|is|are|has|had|have|will|would)\b")
MOST = 4  # words that go with a role
WINDOW = 120  # characters before a name in which they stand
_WHOLE = late(r"[^\W\d_](?:[\w/-]|(?:’|')(?!s\b))*\Z")
_COURTESY = frozenset({"mr", "mrs", "ms", "miss", "mister", "madam", "madame"})


def is_courtesy(title: str) -> bool:
    """Whether a title tells nothing but how a person is addressed."""
    return title.lower().rstrip(".") in _COURTESY


def role_before(text: str, name: Name, words: Vocabulary, lexicon: Lexicon) -> str:
    """The title before a mention as worded, without "Mr" and its like; "" if it tells no role.

    A role in lower case is given with the words that go with it: "shadow home secretary", "Portmere coach".
    """
    title = (name.title or "").split()
    if title and is_courtesy(title[-1]):
        title.pop()
        if title and fold(title[-1]) not in words.roles and fold(title[-1]) not in words.titles:
            return ""
    worded = " ".join(title)
    if len(title) != 1 or not worded.islower() or not text.endswith(f"{worded} ", 0, name.start):
        return worded
    return " ".join(
        [*modifiers(text[max(0, name.start - WINDOW) : name.start - len(worded) - 1], words, lexicon), worded]
    )


def modifiers(before: str, words: Vocabulary, lexicon: Lexicon) -> list[str]:
    """The words at the end of `before` that belong to the role behind it: names, and what is known to go with roles."""
    known = lexicon.words("role-modifiers")
    given = before.rpartition("\n")[2].removesuffix(" ").split(" ")
    found: list[str] = []
    for index in range(len(given) - 1, max(len(given) - MOST, 0) - 1, -1):
        word = given[index]
        low = fold(word)
        named = word[:1].isupper() and low not in words.function  # "Meanwhile Portmere coach"
        if not (_WHOLE.match(word) and (named or low in known)):
            break
        found.insert(0, word)
    return found


def role_behind(text: str, end: int, words: Vocabulary) -> str:
    """The role in apposition behind the name that ends at `end`, as worded; "" if there is none.

    It holds no verb ("Holt, the board said" tells no role of Holt), and a word for a role, or else ends at a comma.
    """
    found = _BEHIND.match(text, end)
    if found is None or _CLAUSE.search(found.group(1)):
        return ""
    worded = " ".join(found.group(1).split())
    heads = (fold(word) for word in _WORD.findall(worded))
    if not any(word in words.roles or word in _HEADS or word.startswith(("chair", "spokes")) for word in heads) and (
        not text.startswith(",", found.end()) or _PAST.search(worded) or not _LOWER.search(worded)
    ):
        return ""
    return worded.removeprefix("the ").removeprefix("a ").removeprefix("an ")
