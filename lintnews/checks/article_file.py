"""What the reader of a file noticed about the file itself: an encoding that was guessed, a date that says nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from lintnews.contract import ArticleCheck, Match

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lintnews.contract import Look
    from lintnews.model import Story


class ArticleFileCheck(ArticleCheck):
    """Hands on the notes that a reader left on the article."""

    name: ClassVar[str] = "article-file"
    fields: ClassVar[dict[str, str]] = {
        "kind": "what the note is about: encoding or date",
        "told": "what the reader noticed, with the words that it is about",
    }

    def inspect(self, story: Story, options: Any, look: Look) -> Iterable[Match]:  # noqa: ARG002 - the contract's
        """One match for each note, where the reader placed it."""
        for note in story.article.notes:
            yield Match(note.start, note.end, {"kind": note.kind, "told": note.message})
