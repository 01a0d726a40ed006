"""What the counts of a workshop say, sentence by sentence: what a summary across groups is made of.

Every sentence is made by the method whose counts they are, in the present language, and carries the numbers under it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from foresight.core.document import Document, Id
from foresight.core.methods import discover, resolve
from foresight.core.words import LANGUAGES, speaking


@dataclass(frozen=True)
class Finding:
    """A sentence that the program wrote, with what it rests on."""

    key: str
    """Stays the same when the counts change, such as ``vote:ID`` of the card. No two of a method are the same."""
    chapter: str
    """The heading under which it stands, such as a category of cards; findings of a chapter follow each other."""
    text: str
    """One sentence or a few, in the present language."""
    counts: tuple[tuple[str, str], ...]
    """The numbers that the sentence was made from: what was counted, in the present language, and how many."""
    about: Id | None = None
    """The thing it is about; quotes about it stand beside it."""
    chapter_key: str = ""
    """What stays the same when the heading is changed, such as the id of a category; the heading itself when empty."""


@dataclass(frozen=True)
class Chapter:
    """The findings under one heading of one method."""

    method: str
    """The id of the method."""
    key: str
    """No two of a method are the same."""
    title: str
    findings: tuple[Finding, ...]


def texts(found: Callable[[Document], Sequence[Finding]], document: Document) -> dict[str, dict[str, str]]:
    """What a method found, by the keys of its findings, in each language: for the figures that other programs read."""
    said: dict[str, dict[str, str]] = {}
    for each in LANGUAGES:
        with speaking(each):
            for finding in found(document):
                said.setdefault(finding.key, {})[each] = finding.text
    return said


def chapters(document: Document) -> tuple[Chapter, ...]:
    """What all installed methods found, in working order and in the present language."""
    found: list[Chapter] = []
    for method in discover():
        if method.findings is None:
            continue
        heaps: dict[str, list[Finding]] = {}
        for finding in resolve(method.findings)(document):
            heaps.setdefault(finding.chapter_key or finding.chapter, []).append(finding)
        found += [Chapter(method.id, key, held[0].chapter, tuple(held)) for key, held in heaps.items()]
    return tuple(found)
