"""The summary as text: for a mail, or in Markdown for another program."""

import re
from collections.abc import Callable

from foresight.core.document import Document
from foresight.core.words import quoted
from foresight.methods.summary.analysis import Part, parts, quotes_of
from foresight.methods.summary.report import title
from foresight.model.workshop import Workshop

Line = Callable[[str], str]


def as_text(document: Document, *, marked: bool = False) -> str:
    """The summary in the present language: a heading a chapter, a list item a sentence, then quotes.

    ``marked`` for Markdown, where signs that people typed must not act as mark-up.
    """
    line: Line = _escaped if marked else _line
    lines = [f"# {line(title(document))}", ""]
    if question := line(document[Workshop].question):
        lines += [question, ""]
    for part in parts(document):
        if part.shown or part.note:
            lines += _chapter(document, part, line)
    return "\n".join(lines)


def write(document: Document, ending: str) -> bytes:
    """The summary as the bytes of a text file with this ending."""
    return as_text(document, marked=ending == ".md").encode()


def _chapter(document: Document, part: Part, line: Line) -> list[str]:
    lines = [f"## {line(part.chapter.title)}", ""]
    if part.note:
        lines += [line(part.note), ""]
    if part.shown:
        lines += [*(f"- {line(sentence.text)}" for sentence in part.shown), ""]
    for _sentence, quote in quotes_of(document, part):
        lines += [f"> {quoted(line(quote.text))}", ""]
    return lines


def _line(text: str) -> str:
    """``text`` on one line: no line of it is taken for a heading or a list."""
    return " ".join(text.split())


def _escaped(text: str) -> str:
    """The same for Markdown."""
    return re.sub(r"([\\`*_\[\]<>#|])", r"\\\1", _line(text))
