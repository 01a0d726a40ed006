"""The summary: what all methods found, with what the leader made of it. Everything in the present language."""

from dataclasses import dataclass
from typing import Any

from foresight.core.document import Document
from foresight.core.findings import Chapter, Finding, chapters
from foresight.core.words import LANGUAGES, Language, language, speaking
from foresight.methods.summary.model import Count, Summary, Wording, basis_of
from foresight.model.quotes import Quote, printable


@dataclass(frozen=True)
class Sentence:
    """A sentence of the summary."""

    key: str
    """Of the sentence in the whole summary: "dilemmas/vote:ID"."""
    method: str
    finding: Finding
    wording: Wording | None = None
    """The leader's words for it."""
    is_out: bool = False
    """It is left out."""

    @property
    def text(self) -> str:
        """As it is printed."""
        return self.wording.text if self.wording is not None else self.finding.text

    @property
    def basis(self) -> tuple[Count, ...]:
        """The numbers under it now."""
        return basis_of(self.finding)

    @property
    def is_outdated(self) -> bool:
        """Whether the numbers under it are others than when the leader worded it."""
        return self.wording is not None and self.wording.basis != self.basis


@dataclass(frozen=True)
class Part:
    """A chapter of the summary."""

    key: str
    """Of the chapter in the whole summary."""
    chapter: Chapter
    sentences: tuple[Sentence, ...]
    note: str = ""
    """What the leader adds to it."""

    @property
    def shown(self) -> tuple[Sentence, ...]:
        """The sentences that are not left out."""
        return tuple(sentence for sentence in self.sentences if not sentence.is_out)


def parts(document: Document) -> tuple[Part, ...]:
    """The whole summary, in working order."""
    held, tongue = document[Summary], language()
    wordings = {each.sentence: each for each in held.wordings if each.language == tongue}
    notes = {each.chapter: each.text for each in held.notes if each.language == tongue}
    out = {each.sentence for each in held.omissions}

    def part(chapter: Chapter) -> Part:
        key = f"{chapter.method}/{chapter.key}"
        keys = [(f"{chapter.method}/{finding.key}", finding) for finding in chapter.findings]
        sentences = tuple(Sentence(key, chapter.method, each, wordings.get(key), key in out) for key, each in keys)
        return Part(key, chapter, sentences, notes.get(key, ""))

    return tuple(part(chapter) for chapter in chapters(document))


def quotes_of(document: Document, part: Part) -> tuple[tuple[Sentence, Quote], ...]:
    """What may be printed of what was said about the things of a chapter, each once, after the last sentence on it."""
    last = {sentence.finding.about: sentence for sentence in part.shown if sentence.finding.about}
    return tuple((sentence, quote) for about, sentence in last.items() for quote in printable(document, about))


def figures(document: Document) -> dict[str, Any]:
    """The summary for ``analyse``: every sentence with its counts, in both languages."""
    told: dict[Language, tuple[Part, ...]] = {}
    for tongue in LANGUAGES:
        with speaking(tongue):
            told[tongue] = parts(document)
    return {
        "chapters": [
            {
                "method": same[0].chapter.method,
                "title": {tongue: part.chapter.title for tongue, part in zip(told, same, strict=True)},
                "note": {tongue: part.note for tongue, part in zip(told, same, strict=True)},
                "sentences": [_figures(each) for each in zip(*(part.sentences for part in same), strict=True)],
            }
            for same in zip(*told.values(), strict=True)
        ]
    }


def _figures(same: tuple[Sentence, ...]) -> dict[str, Any]:
    """One sentence, as it is in each of the languages."""
    first = same[0]
    return {
        "key": first.finding.key,
        "about": first.finding.about,
        "left_out": first.is_out,
        "counts": [{"what": what, "count": count} for what, count in first.finding.counts],
        "sentence": {tongue: each.text for tongue, each in zip(LANGUAGES, same, strict=True)},
        "reworded": {tongue: each.wording is not None for tongue, each in zip(LANGUAGES, same, strict=True)},
        "outdated": {tongue: each.is_outdated for tongue, each in zip(LANGUAGES, same, strict=True)},
    }
