"""Which agency an article is from, and which agencies it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lintnews.patterns import late

if TYPE_CHECKING:
    from lintnews.model import Article

# How each agency is written, and the name that it goes by here.
_AGENCIES = {
    "Associated Press": "AP",
    "AP": "AP",
    "Agence France-Presse": "AFP",
    "AFP": "AFP",
    "Reuters": "Reuters",
    "REUTERS": "Reuters",
    "PA Media": "PA",
    "Press Association": "PA",
    "Bloomberg": "Bloomberg",
    "Xinhua": "Xinhua",
    "dpa": "dpa",
    "DPA": "dpa",
    "Interfax": "Interfax",
    "TASS": "TASS",
    "Kyodo": "Kyodo",
    "Yonhap": "Yonhap",
    "UPI": "UPI",
    "United Press International": "UPI",
    "ANSA": "ANSA",
    "EFE": "EFE",
    "Anadolu": "Anadolu",
}
_NAMED = late(r"(?<!\w)(?:" + "|".join(_AGENCIES) + r")(?!\w)")
_HELD = late("|".join(_AGENCIES))  # with nothing before the names: then the search skips to their first letters
_DATELINE = late(rf"[^()\n]{{2,80}}\((?:The )?({'|'.join(_AGENCIES)})\) ?(?:[-–—]|:)")
_FILED = ("byline", "dateline")


def agency_of(article: Article) -> str:
    """The agency that filed an article, from its byline or dateline; "" for one of the house."""
    text = article.text
    if not article.author and not _HELD.search(text):
        return ""
    author = _NAMED.search(article.author) if article.author else None
    if author:
        return _AGENCIES[author[0]]
    for paragraph in article.paragraphs[:8]:
        line = _DATELINE.match(text, paragraph.start, min(paragraph.end, paragraph.start + 120))
        if line:
            return _AGENCIES[line[1]]
        if paragraph.role in _FILED and paragraph.end - paragraph.start < 200:
            byline = _NAMED.search(text, paragraph.start, paragraph.end)
            if byline:
                return _AGENCIES[byline[0]]
    return ""


def agencies_named(article: Article) -> str:
    """All agencies that the text or the byline names, in one string with a space between."""
    held = _HELD.search(article.text)
    found = {_AGENCIES[name] for name in _NAMED.findall(article.text, held.start())} if held else set()
    if article.author:
        found.update(_AGENCIES[name] for name in _NAMED.findall(article.author))
    return " ".join(sorted(found))
