"""Markup that a program should have read: tags, entities, shortcodes, templates, link syntax, scripts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lintnews.patterns import late

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAG = late(
    r"</?(?:a|abbr|article|aside|b|blockquote|body|br|center|code|div|em|embed|figcaption|figure|font|footer|form|h[1-6]|head|"
    r"header|hr|html|i|iframe|img|input|li|link|meta|nav|noscript|object|ol|p|picture|pre|script|section|small|source|span|"
    r"strong|style|sub|sup|svg|table|tbody|td|th|thead|tr|u|ul|video|nobr|wbr|strike|big|dl|dt|dd|label|button|select|option|textarea|audio|[a-z]{1,10}:[a-z]{1,20})(?:\s[^<>\n]{0,400})?/?>"
    r"|<!--|-->|<!\[CDATA\[|<!DOCTYPE\b",
    re.IGNORECASE,
)
_NAMES = r"nbsp|amp|quot|lt|gt|apos|[lr][sd]quo|[lr]aquo|[mn]dash|hellip"
_ENTITY = late(
    rf"&(?:{_NAMES}|bull|middot|copy|reg|trade|pound|euro|cent|yen|deg|"
    r"frac12|times|shy|ensp|emsp|thinsp|zwnj|[aeiouyAEIOUY](?:acute|grave|circ|uml|tilde|ring)|[cC]cedil|[nN]tilde|szlig|"
    r"[oO]slash|[aA]elig|#\d{2,6}|#[xX][0-9a-fA-F]{2,5});"
    r"|&nbsp(?![;\w]|=)|&nbsp(?=[A-Z])|&(?:[lr][sd]quo|[mn]dash|hellip|#\d{2,5})(?![\w;=])"
)
_HALF_ENTITY = late(rf"(?<![\w&])(?:{_NAMES}|#\d{{2,5}});")
_LONGEST_NAME = 6  # characters of an entity before its ";"
_SHORTCODE = late(
    r"\[/?(?:caption|gallery|embed|audio|video|playlist|youtube|vimeo|tweet|instagram|soundcloud|"
    r"contact-form(?:-7)?|pullquote|"
    r"blockquote|url|img|size|color|font|[a-z]{1,20}_\w{1,30})"
    r"(?:[ =][^\]\n]{1,400})?\]"
    r"""|\[/?[a-z][\w-]{0,40}(?: [\w-]{1,30}=(?:"[^"\n]{0,300}"|'[^'\n]{0,300}'|[^\s\]]{1,100})){1,20} ?/?\]""",
    re.IGNORECASE,
)
_PAIRED = late(r"\[(b|i|u|s|quote|code|list|center)\][^\[\n]{0,400}\[/\1\]", re.IGNORECASE)
_BARE_BRACKET = late(
    r"\[(?:video|audio|youtube|tweet|instagram|embed|caption|size|color|font|blockquote)\]", re.IGNORECASE
)
_ALONE = late(
    r"(?m)^\[/?(?:[a-z]{2,20}(?:-[a-z\d]{1,20}){1,4}|quote|sc|ads?|advert|iframe|poll|quiz|slideshow|related|newsletter|"
    r"button|column|row|accordion|tabs?|toc|more|nextpage)\]$"
)
_TEMPLATE = late(
    r"\{\{[^{}\n]{0,200}\}\}|\{%[^{}\n]{0,200}%\}|\$\{[\w.]{1,60}\}|%%[\w-]{2,40}%%"
    r"|\[\[[^\[\]\n]{1,120}\]\]|<%[^%\n]{0,200}%>"
)
_LINK = late(
    r"!\[[^\[\]\n]{0,200}\]\([^()\s]{1,400}\)|\[[^\[\]\n]{1,200}\]\((?:https?://|/|www\.)[^()\s]{1,400}\)|\[/?url\b"
)
_ATTRIBUTE = late(
    r"""(?<![\w-])(?:style|class|href|src|alt|width|height|target|rel|data-[\w-]{1,30})=["'][^"'\n]{0,300}["']"""
)
_SCRIPT = late(
    r"\bgoogletag\.|\badsbygoogle\b|\bdocument\.(?:getElementById|write|createElement|querySelector|addEventListener)\b"
    r"|\bwindow\.\w{1,40} ?=|(?<!\w)function ?\w{0,40}\([^)\n]{0,80}\) ?\{|(?m:^)(?:var|let|const) \w{1,40} ?= "
    r"?[^\n]{1,80};"
    r"|\bconsole\.log\(|\$\(document\)|\bfbq\(|\bgtag\(|\.push\((?:\{|\[|function)"
    r"|(?m:^)(?:@media\b[^\n{]{0,60}|[.#]?[a-z][\w-]{0,40}(?:[ ,.#>]{1,3}[\w-]{1,40}){0,4}) "
    r"?\{[^{}\n]{0,200}[\w-]: ?[^{}\n]{1,80};?[^{}\n]{0,200}\}"
)
_SCRIPT_SIGNS = (
    "googletag",
    "adsbygoogle",
    "document.",
    "window.",
    "{",
    "console.",
    "$(",
    "fbq(",
    "gtag(",
    ".push(",
    " = ",
)
_ESCAPE = late(
    r"\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|(?<=[\w.,;!?\"”])(?:\\r)?\\n(?=[A-Z\\\s]|\Z)|(?<!\S)\w+(?:%20\w+)+"
)


def raw_markup(text: str) -> Iterator[tuple[int, int, str | None]]:
    """Spans of tags, entities, shortcodes, link syntax and scripts, with the character that an entity stands for."""
    if "<" in text or "-->" in text:
        yield from ((*m.span(), None) for m in _TAG.finditer(text) if not _is_ticker(text, m[0]))
    if "&" in text:
        yield from ((*m.span(), _character(m[0])) for m in _ENTITY.finditer(text))
    after, at = 0, text.find(";")
    while at >= 0:
        half = _HALF_ENTITY.search(text, max(at - _LONGEST_NAME, after), at + 1)
        if half:
            yield (*half.span(), _character(f"&{half[0]}"))
        after = at + 1
        at = text.find(";", after)
    if "[" in text:
        yield from _brackets(text)
    if "{" in text or "%%" in text or "[[" in text or "<%" in text:
        yield from ((*m.span(), None) for m in _TEMPLATE.finditer(text))
    if '="' in text or "='" in text:
        yield from ((*m.span(), None) for m in _ATTRIBUTE.finditer(text) if not _in_tag(text, m.start()))
    if any(map(text.__contains__, _SCRIPT_SIGNS)):
        yield from ((*m.span(), None) for m in _SCRIPT.finditer(text))
    if "\\" in text or "%20" in text:
        yield from ((*m.span(), None) for m in _ESCAPE.finditer(text))


def _brackets(text: str) -> Iterator[tuple[int, int, None]]:
    """Shortcodes and links in brackets; a bare "[video]" only where it is closed again."""
    for match in _SHORTCODE.finditer(text):
        if not _BARE_BRACKET.fullmatch(match[0]) or f"[/{match[0][1:]}".lower() in text.lower():
            yield (*match.span(), None)
    yield from ((*m.span(), None) for m in _ALONE.finditer(text))
    if "[/" in text:
        yield from ((*m.span(), None) for m in _PAIRED.finditer(text))
    if "](" in text:
        yield from ((*m.span(), None) for m in _LINK.finditer(text))


def _in_tag(text: str, at: int) -> bool:
    """Whether an attribute stands in a tag or shortcode, which is told of as a whole."""
    line = text.rfind("\n", 0, at) + 1
    return max(text.rfind("<", line, at), text.rfind("[", line, at)) > max(
        text.rfind(">", line, at), text.rfind("]", line, at), line - 1
    )


def _is_ticker(text: str, tag: str) -> bool:
    """Whether what looks like a tag is a company's sign on the exchange, "<U>": one capital that is never closed."""
    return len(tag) == len("<U>") and tag[1].isupper() and f"</{tag[1]}>" not in text


def _character(entity: str) -> str | None:
    from html import unescape

    character = unescape(entity)
    return character if character != entity and character not in "<>" else None
