"""Marks that editors and programmers leave in copy: placeholders, queries, dummy text, raw markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

_TK = late(r"(?<![\w&])(?:TK){1,4}\b(?! [A-Z])(?!['’])|(?<=[$£€])TK\b")
_XXX = late(r"(?<![\w-])X{3,}(?![\w-])")
_QUERY = late(
    r"\[(?:CHECK|CK|TK|FIXME|TODO|VERIFY|CONFIRM|QUERY|INSERT|ADD|LINK|PHOTO|QUOTE|NAME|DATE|NUMBER)\b[^\]\n]{0,80}\]"
    r"|\[(?:check|ck|tk|fixme|todo|verify|confirm)\s[^\]\n]{2,80}\]"
    r"|\((?:CK|CHECK|TK|FIXME|TODO|CQ)(?: [a-z][^)\n]{0,80})?\)|\(\?{2,}\)"
)
_NOTE = late(r"(?<!\w)(?:FIXME|TODO)(?:\b:|\b(?= [a-z]))")
_DUMMY = late(r"lorem ipsum|dolor sit amet|\b(?:headline|caption|copy|quote|byline|standfirst) goes here\b")
_TAG = late(
    r"</?(?:a|abbr|article|aside|b|blockquote|body|br|center|code|div|em|embed|figcaption|figure|font|footer|form|h[1-6]|head|"
    r"header|hr|html|i|iframe|img|input|li|link|meta|nav|noscript|object|ol|p|pre|script|section|small|span|strong|style|"
    r"sub|sup|svg|table|tbody|td|th|thead|tr|u|ul|video)(?:\s[^<>\n]{0,400})?/?>|<!--|-->|<!\[CDATA\[|<!DOCTYPE\b",
    re.IGNORECASE,
)
_ENTITY = late(
    r"&(?:nbsp|amp|quot|lt|gt|apos|[lr][sd]quo|[lr]aquo|[mn]dash|hellip|bull|middot|copy|reg|trade|pound|euro|cent|yen|deg|"
    r"frac12|times|shy|ensp|emsp|thinsp|zwnj|[aeiouyAEIOUY](?:acute|grave|circ|uml|tilde|ring)|[cC]cedil|[nN]tilde|szlig|"
    r"[oO]slash|[aA]elig|#\d{2,6}|#[xX][0-9a-fA-F]{2,5});"
)
_SHORTCODE = late(
    r"\[/?(?:caption|gallery|embed|audio|video|playlist|youtube|vimeo|tweet|instagram|soundcloud|"
    r"contact-form(?:-7)?|pullquote|"
    r"blockquote|url|img|size|color|font|vc_\w{2,30}|et_pb_\w{2,30}|su_\w{2,30}|fusion_\w{2,30})"
    r"(?:[ =][^\]\n]{1,400})?\]",
    re.IGNORECASE,
)
_TEMPLATE = late(r"\{\{[^{}\n]{0,200}\}\}|\{%[^{}\n]{0,200}%\}")
_LINK = late(r"\[[^\[\]\n]{1,200}\]\((?:https?://|/|www\.)[^()\s]{1,400}\)|\[/?url\b")
_BARE_BRACKET = late(
    r"\[(?:video|audio|youtube|tweet|instagram|embed|caption|size|color|font|blockquote)\]", re.IGNORECASE
)
_WINDOW = 24


def editor_marks(text: str) -> Iterator[tuple[int, int]]:
    """Spans of placeholders and queries: TK, XXX, (CK ...), [CHECK ...], dummy text."""
    if "TK" in text:
        yield from (m.span() for m in _TK.finditer(text))
    if "XXX" in text:
        yield from (m.span() for m in _XXX.finditer(text) if _is_placeholder(text, m))
    if "[" in text or "(C" in text or "(T" in text or "(F" in text or "(?" in text:
        yield from (m.span() for m in _QUERY.finditer(text) if "TK" not in m[0])
    if "FIXME" in text or "TODO" in text:
        yield from (m.span() for m in _NOTE.finditer(text))
    if " goes here" in text or "orem ipsum" in text or "dolor sit" in text:
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


def raw_markup(text: str) -> Iterator[tuple[int, int, str | None]]:
    """Spans of tags, entities, shortcodes and link syntax, with the character that an entity stands for."""
    if "<" in text or "-->" in text:
        yield from ((*m.span(), None) for m in _TAG.finditer(text) if not _is_ticker(text, m[0]))
    if "&" in text:
        yield from ((*m.span(), _character(m[0])) for m in _ENTITY.finditer(text))
    if "[" in text:
        for match in _SHORTCODE.finditer(text):
            if not _BARE_BRACKET.fullmatch(match[0]) or f"[/{match[0][1:]}".lower() in text.lower():
                yield (*match.span(), None)
        if "](" in text:
            yield from ((*m.span(), None) for m in _LINK.finditer(text))
    if "{" in text:
        yield from ((*m.span(), None) for m in _TEMPLATE.finditer(text))


def _is_ticker(text: str, tag: str) -> bool:
    """Whether what looks like a tag is a company's sign on the exchange, "<U>": one capital that is never closed."""
    return len(tag) == len("<U>") and tag[1].isupper() and f"</{tag[1]}>" not in text


def _character(entity: str) -> str | None:
    from html import unescape

    character = unescape(entity)
    return character if character != entity and character not in "<>" else None
