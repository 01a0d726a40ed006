"""The summary as lines below each other: what the window shows, one line a chapter, note, sentence or quote."""

from dataclasses import dataclass, field
from typing import Literal

from foresight.core.document import Document
from foresight.core.memo import for_latest
from foresight.core.methods import discover
from foresight.core.words import Language, _, quoted, speaking
from foresight.methods.summary.analysis import Part, Sentence, parts, quotes_of

Kind = Literal["chapter", "note", "sentence", "quote"]


@dataclass(frozen=True)
class Line:
    """Something that is read, and perhaps changed."""

    kind: Kind
    key: str
    """Of the chapter or the sentence that it is, or belongs to."""
    text: str
    part: Part = field(compare=False)
    """The chapter in which it stands."""
    sentence: Sentence | None = None

    @property
    def is_written(self) -> bool:
        """Whether the leader can write here."""
        return self.kind in ("note", "sentence")


@for_latest
def lines(document: Document, language: Language) -> tuple[Line, ...]:
    """The whole summary in a language: under each chapter its note, then its sentences with the quotes after them."""
    with speaking(language):
        return tuple(line for part in parts(document) for line in _lines(document, part))


def _lines(document: Document, part: Part) -> list[Line]:
    found = [
        Line("chapter", part.key, _heading(part), part),
        Line("note", part.key, part.note, part),
    ]
    quotes = quotes_of(document, part)
    for sentence in part.sentences:
        found.append(Line("sentence", sentence.key, sentence.text, part, sentence))
        found += [Line("quote", held.key, quoted(quote.text), part, held) for held, quote in quotes if held is sentence]
    return found


def _heading(part: Part) -> str:
    """The title of a chapter, after that of its method where it says something else."""
    own = next(_(method.title) for method in discover() if method.id == part.chapter.method)
    return part.chapter.title if own == part.chapter.title else f"{own}: {part.chapter.title}"


def state_of(line: Line) -> str:
    """What is special about a sentence, in the language of the window; "" for one of the program that is printed."""
    sentence = line.sentence
    if line.kind != "sentence" or sentence is None:
        return ""
    if sentence.is_out:
        return _("Left out")
    if sentence.is_outdated:
        return _("Your wording – the numbers under it changed")
    return _("Your wording") if sentence.wording is not None else ""
