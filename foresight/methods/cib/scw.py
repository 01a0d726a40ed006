"""What a project file of ScenarioWizard (.scw) says, and where each element of it stands."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NoReturn

from foresight.core.problems import Problem
from foresight.core.proposals import Remark
from foresight.core.words import _
from foresight.exchange.encodings import Encoding, decoded

HEADER = "$ ScenarioWizard 4.0"

Key = tuple[int, ...]
"""What a text belongs to: nothing (the project), a descriptor, or a descriptor and the one that it acts on."""
Element = tuple[str | int, ...]
"""What stands in one place of a file: ("long", 2, 0) is the long name of the first variant of the third descriptor."""


@dataclass(frozen=True)
class Name:
    """What a descriptor or variant is called."""

    short: str
    long: str = ""


@dataclass(frozen=True)
class Part:
    """A descriptor with its variants."""

    name: Name
    variants: tuple[Name, ...]


@dataclass(frozen=True)
class Project:
    """What a file says; texts are cleaned and at most as long as a workshop holds them."""

    title: str
    parts: tuple[Part, ...]
    colours: tuple[str, ...]
    rows: tuple[tuple[int, ...], ...]
    """The matrix: rows act on columns."""
    texts: Mapping[Key, str]
    """Only those that say something."""

    @property
    def sizes(self) -> tuple[int, ...]:
        """The number of variants of each descriptor."""
        return tuple(len(part.variants) for part in self.parts)


@dataclass(frozen=True)
class Source:
    """A file: what it says, and where each element of it stands."""

    project: Project
    lines: tuple[str, ...]
    """With their ends."""
    places: Mapping[Element, range]
    encoding: Encoding
    remarks: tuple[Remark, ...] = ()


def keys(count: int) -> list[Key]:
    """What texts of so many descriptors belong to, in the order of the file; a descriptor on itself has a place too."""
    pairs = [(one, other) for one in range(count) for other in range(count)]
    return [(), *((at,) for at in range(count)), *pairs]


def key_line(key: Key, names: list[str]) -> str:
    """The line in front of the text that belongs to ``key``."""
    return "# " + (" -> ".join(names[at] for at in key) if key else "0-0")


def refuse(line: int, why: str) -> NoReturn:
    """Refuse a file because of this line, counted from 1."""
    raise Problem(_("Line {line}: {why}").format(line=line, why=why))


def read_text(data: bytes) -> tuple[str, Encoding]:
    """The text of a file. Raises Problem for what is none."""
    try:
        text, encoding = decoded(data)
    except UnicodeDecodeError as error:
        raise Problem(_("The letters of the file cannot be read. Save it again in UTF-8."), str(error)) from error
    if not text.strip():
        raise Problem(_("The file is empty."))
    if "\0" in text:
        refuse(text[: text.index("\0")].count("\n") + 1, _("This is no text: there are zero bytes in it."))
    return text, encoding


_line = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")


def split(text: str) -> tuple[str, ...]:
    """The lines of a text with their ends: only the usual ends, none of those that Python knows besides."""
    return tuple(_line.findall(text))
