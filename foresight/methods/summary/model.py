"""What the leader makes of the program's sentences: other words, sentences left out, notes to chapters.

A sentence is known by the method that found it and its key there ("dilemmas/vote:ID"), so what the leader wrote stays
with it when the counts change.
"""

from typing import Literal

from foresight.core.document import Document, Slice, Value
from foresight.core.findings import Finding
from foresight.core.history import Edit
from foresight.core.text import Line, Prose, clean_line
from foresight.core.words import N_, _

Tongue = Literal["en", "nb"]


class Count(Value):
    """A number under a sentence: what was counted, in the language of the sentence, and how many."""

    noun = ("count", "counts")

    label: Line
    count: Line


class Wording(Value):
    """The leader's words for a sentence, and the numbers that stood under it when they were written."""

    noun = ("wording", "wordings")
    alone = ("sentence", "language")
    whole = ("basis",)
    labels = {"basis": N_("Numbers under it")}

    sentence: Line
    language: Tongue
    text: Prose
    basis: tuple[Count, ...] = ()


class ChapterNote(Value):
    """What the leader adds to a chapter."""

    noun = ("chapter note", "chapter notes")
    alone = ("chapter", "language")

    chapter: Line
    language: Tongue
    text: Prose


class Omission(Value):
    """A sentence that is left out, in every language."""

    noun = ("sentence left out", "sentences left out")
    alone = ("sentence",)

    sentence: Line


class Summary(Slice):
    """The leader's part of the summary; the sentences themselves are made from the counts whenever they are shown."""

    key = "summary"

    wordings: tuple[Wording, ...] = ()
    notes: tuple[ChapterNote, ...] = ()
    omissions: tuple[Omission, ...] = ()


def basis_of(finding: Finding) -> tuple[Count, ...]:
    """The numbers under a sentence, as they are kept with the leader's words for it."""
    return tuple(Count(label=clean_line(label), count=clean_line(count)) for label, count in finding.counts)


def reword(sentence: str, language: Tongue, text: str, basis: tuple[Count, ...]) -> Edit:
    """Say a sentence in other words; with no words the program says it again."""

    def apply(document: Document) -> Document:
        part = document[Summary]
        rest = tuple(held for held in part.wordings if (held.sentence, held.language) != (sentence, language))
        new = Wording(sentence=sentence, language=language, text=text, basis=basis)
        if new in part.wordings:
            return document
        return document.put(part.but(wordings=(*rest, new) if text.strip() else rest))

    return Edit(_("Reword sentence"), apply)


def take_back(sentence: str, language: Tongue) -> Edit:
    """Take the program's sentence again."""

    def apply(document: Document) -> Document:
        part = document[Summary]
        rest = tuple(held for held in part.wordings if (held.sentence, held.language) != (sentence, language))
        return document.put(part.but(wordings=rest))

    return Edit(_("Take the program’s sentence"), apply)


def keep_wording(sentence: str, language: Tongue, basis: tuple[Count, ...]) -> Edit:
    """The leader's words hold for the present numbers too."""

    def apply(document: Document) -> Document:
        part = document[Summary]
        held = next((one for one in part.wordings if (one.sentence, one.language) == (sentence, language)), None)
        if held is None or held.basis == basis:
            return document
        fresh = held.but(basis=basis)
        return document.put(part.but(wordings=tuple(fresh if one is held else one for one in part.wordings)))

    return Edit(_("Keep my wording"), apply)


def leave_out(sentence: str, is_out: bool = True) -> Edit:
    """Leave a sentence out of the summary, or take it in again."""

    def apply(document: Document) -> Document:
        part = document[Summary]
        rest = tuple(held for held in part.omissions if held.sentence != sentence)
        if is_out == (len(rest) < len(part.omissions)):
            return document
        return document.put(part.but(omissions=(*rest, Omission(sentence=sentence)) if is_out else rest))

    return Edit(_("Leave out sentence") if is_out else _("Take in sentence"), apply)


def write_note(chapter: str, language: Tongue, text: str) -> Edit:
    """Add a note to a chapter, or change it; with no words it goes."""

    def apply(document: Document) -> Document:
        part = document[Summary]
        rest = tuple(held for held in part.notes if (held.chapter, held.language) != (chapter, language))
        new = ChapterNote(chapter=chapter, language=language, text=text)
        if new in part.notes:
            return document
        return document.put(part.but(notes=(*rest, new) if text.strip() else rest))

    return Edit(_("Write chapter note"), apply)
