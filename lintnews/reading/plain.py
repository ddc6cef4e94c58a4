"""Plain text."""

from __future__ import annotations

import re

from lintnews.model import Article, Paragraph

_BLOCK = re.compile(r"[^\n]+(?:\n[^\n]+)*")


def read(path: str, data: bytes) -> Article:
    """Read plain text (first sketch: one paragraph a line)."""
    text = data.decode("utf-8-sig", "replace")
    paragraphs = tuple(Paragraph(m.start(), m.end()) for m in re.finditer(r"[^\n]*\S[^\n]*", text))
    return Article(path, text, text, paragraphs)
