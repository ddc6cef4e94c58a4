"""Marks that editors leave in copy: placeholders, queries to a colleague, dummy text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

_TK = late(r"(?<![\w&“\"'‘])(?:TK){1,4}\b(?! [A-Z])(?!['’”\"])|(?<=[$£€])TK\b|(?<!\w)tk(?:tk)+(?!\w)")
_XXX = late(r"(?<![\w-])X{3,}(?![\w-])")
_XX = late(
    r"(?<!\w)(?:1[89]|20)XX(?!\w)|[$£€]XX?(?!\w)|(?<=, )XX(?=,)|(?<![\w.])XX(?= (?:million|billion"
    r"|per ?cent|people|years?)\b)"
)
_ASKED = (
    r"(?:pls|please|fact[- ]?check|needs?|missing|tb[cda]|to come|confirm|verify|double[- ]check|check|ck|cq|who|which|"
    r"source|citation needed|sp)"
)
_IN_BRACKETS = late(
    # capitals: "[CHECK SPELLING]", "[ADD LINK]", "[NAME TO COME]"
    r"\[(?:CHECK|CK|CQ|TK|XX+|FIXME|TODO|TBC|TBD|TBA|VERIFY|CONFIRM|QUERY|INSERT|ADD|LINK|PHOTO|PIC|QUOTE"
    r"|NAME|DATE|NUMBER|"
    r"AGE|TITLE|CITY|FIGURE|FACT|SOURCE|NEEDS?|MISSING|PLS|PLEASE(?! (?:NOTE|BE|SEE|ENJOY|VISIT))|DOUBLE"
    r"|CAPTION|IMAGE|BYLINE|GRAPHIC|SP)\b[^\]\n]{0,80}\]"
    # small letters, where the words can be nothing else
    r"|\[(?:check|ck|tk|fixme|todo|verify|confirm)\s[^\]\n]{2,80}\]|\[(?:cq|ck|tbc|tbd|tk|sp\??|(?:name|age|date|who|title|spelling|figure|source)\?)\]"
    r"|\[\w+(?: [\w'’]+){2,12}\?\]"
    r"|\[[^\]\n]{1,60} (?:tk|tbc|to come|goes here|needed|missing)\]"
    r"|\[(?:[Ii]nsert|[Aa]dd|[Pp]ut) [^\]\n]{2,60}\]|\[(?:photo|picture|image|pic|graphic|video|quote"
    r"|link|map|chart) here\]"
    r"|\[\?{1,6}\]|\[x{2,6}\]"
)
_ROUND = (
    r"\((?:CK|CHECK|TK|FIXME|TODO|CQ|TBC)[!?]?(?: [A-Za-z][^)\n]{0,80})?\)|\(\?{2,}\)"
    r"|\((?:sp|SP)\?\)|\((?:NAME|AGE|DATE|SPELLING|TITLE|FIGURE|SOURCE)S?\?\)|\((?:check|confirm"
    r"|verify)[!?]+\)|\((?:cq|ck|tk|tbc)\)"
)
_IN_ROUND = late(_ROUND)
# The doubtful number has to be looked for from every digit, which is slow: only where there is "(?)" at all.
_DOUBTFUL = " (?)"
_OR_DOUBTFUL = late(rf"{_ROUND}|(?<=\d)(?: \w{{1,12}})?(?P<doubt> \(\?\))")
_TO_DESK = late(
    r"[\[(](?:eds?|editors?|subs?|desk|legal|note(?:s)? to (?:\w+ )?\w+)\.?\s?[:,–-][^\])\n]{0,100}[\])]", re.IGNORECASE
)
_ASKS = late(
    r"\?|\b(?:check|please|pls|cut|trim|confirm|ask|fix|verify|remove|insert|update|hold|needs?|can (?:we|you))\b"
)
_ANGLED = late(rf"<<[^<>\n]{{0,60}}\b{_ASKED}\b[^<>\n]{{0,60}}>>", re.IGNORECASE)
_NOTE = late(r"(?<!\w)(?:FIXME|TODO)(?:\b:|\b(?= [a-z]))")
_DUMMY = late(
    r"lorem ipsum|dolor sit amet|consectetur adipiscing|sed do eiusmod"
    r"|\b(?:headline|caption|copy|quote|byline|standfirst|(?:body )?text) goes here\b"
)
_WINDOW = 24


def editor_marks(text: str) -> Iterator[tuple[int, int]]:
    """Spans of placeholders and queries: TK, XXX, (CK ...), [CHECK ...], notes to the desk, dummy text."""
    if "TK" in text or "tktk" in text:
        yield from (m.span() for m in _TK.finditer(text))
    if "XX" in text:
        yield from (m.span() for m in _XXX.finditer(text) if _is_placeholder(text, m))
        yield from (m.span() for m in _XX.finditer(text))
    if "[" in text:
        yield from (m.span() for m in _IN_BRACKETS.finditer(text) if "TK" not in m[0])
    if "(" in text:
        pattern, mark = (_OR_DOUBTFUL, "doubt") if _DOUBTFUL in text else (_IN_ROUND, 0)
        yield from (m.span(mark) if m[mark] else m.span() for m in pattern.finditer(text) if "TK" not in m[0])
    if "[" in text or "(" in text:
        yield from (m.span() for m in _TO_DESK.finditer(text) if _ASKS.search(m[0].lower()))
    if "<<" in text:
        yield from (m.span() for m in _ANGLED.finditer(text))
    if "FIXME" in text or "TODO" in text:
        yield from (m.span() for m in _NOTE.finditer(text))
    if " goes here" in text or "orem ipsum" in text or "dolor sit" in text or "adipiscing" in text:
        yield from (m.span() for m in _DUMMY.finditer(text.lower()))


def _is_placeholder(text: str, mark: re.Match[str]) -> bool:
    """Whether Xs stand for something to come: not the number 30 ("Super Bowl XXX"), a size or a rating."""
    if len(mark[0]) > 3:
        return True
    before, after = text[max(0, mark.start() - _WINDOW) : mark.start()], text[mark.end() : mark.end() + _WINDOW]
    opens = not before.strip() or before.endswith("\n")
    closes = not after.strip() or after.startswith("\n")
    if opens or closes:
        return (opens and (closes or re.match(r" [a-z]", after) is not None)) or re.search(
            r"[a-z.] \Z", before
        ) is not None
    return (
        re.match(r" [a-z]", after) is not None
        and re.search(r"(?<!rated)(?<!rating)(?<!\bthe)(?<!\ban)(?<!\ba)(?: |[$£€])\Z", before) is not None
        and not re.search(r"[A-Z]\w* \Z", before)
    )
