"""Project files of ScenarioWizard (.scw), read strictly: what is odd is refused with the number of its line.

A file is text in parts that end with a line ``#``: header, title and short names; long names; an empty part; a colour
for each variant; an empty part; the matrix; the texts, each behind a line that says what it belongs to. Blank lines
mean nothing, except that a long name may be one blank. Lines of texts begin with ``#`` too, so the parts are not
found by splitting.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from foresight.core.proposals import Remark
from foresight.core.text import LINE_LENGTH, PROSE_LENGTH, clean_line, clean_prose
from foresight.core.words import _, quoted
from foresight.exchange.encodings import Encoding
from foresight.methods.cib.model import MOST_VARIANTS, STRONGEST
from foresight.methods.cib.scw import (
    Element,
    Key,
    Name,
    Part,
    Project,
    Source,
    key_line,
    keys,
    read_text,
    refuse,
    split,
)

VERSION = "4.0"
ROWS_MOST = 600
"""Variants of all descriptors together."""
JUDGEMENTS_MOST = 100_000
"""Numbers in the matrix that are not 0: what a workshop file can hold."""


def parse(data: bytes) -> Source:
    """What a project file says. Raises Problem, with the number of the line, for anything that does not fit."""
    text, encoding = read_text(data)
    return _Reader(split(text)).source(encoding)


_header = re.compile(r"\$ ScenarioWizard (\S.*)")
_solution = re.compile(r'"[ 0-9]*"')
_colour = re.compile(r"[0-9A-Fa-f]{6}")
_number = re.compile(r"[+-]?[0-9]{1,9}")


@dataclass
class _Lines:
    """The lines of a file, from the first to the last."""

    lines: Final[tuple[str, ...]]
    at: int = 0
    remarks: list[Remark] = field(default_factory=list)
    places: dict[Element, range] = field(default_factory=dict)

    def content(self, at: int) -> str:
        return self.lines[at].rstrip("\r\n")

    def coming(self, blank: str = "") -> int:
        """The index of the next line that is not empty; ``blank`` are characters that do not count."""
        while self.at < len(self.lines) and not self.content(self.at).strip(blank):
            self.at += 1
        if self.at == len(self.lines):
            refuse(len(self.lines), _("The file ends here, in the middle: it was cut off."))
        return self.at

    def part(self, blank: str = " \t") -> Iterator[tuple[int, str]]:
        """The lines up to the end of this part, by their indices."""
        while (content := self.content(at := self.coming(blank))).rstrip() != "#":
            self.at += 1
            yield at, content
        self.at += 1

    def taken(self, at: int, text: str, *element: str | int) -> str:
        """One line of text that stands at this index."""
        self.places[element] = range(at, at + 1)
        whole = clean_line(text, len(text))
        if len(whole) > LINE_LENGTH:
            self.shortened(at, LINE_LENGTH)
        return whole[:LINE_LENGTH].strip()

    def shortened(self, at: int, most: int) -> None:
        said = _("The text is too long and is shortened to {n} characters.")
        self.remark(at, said.format(n=most))

    def remark(self, at: int, what: str) -> None:
        self.remarks.append(Remark(what, _("line {line}").format(line=at + 1)))


class _Texts(_Lines):
    """The last part of a file."""

    def texts(self, parts: tuple[Part, ...]) -> dict[Key, str]:
        told = []
        while self.is_key(at := self.coming(" \t")):
            self.at += 1
            told.append((at, *self.text()))
        self.places["texts",] = range(told[0][0] if told else self.at, self.at)
        self.end()
        if not told or self.content(told[0][0]).strip() != "# 0-0":
            at = told[0][0] if told else self.places["texts",].start
            refuse(at + 1, _("The texts must begin with the line “# 0-0”."))
        order = keys(len(parts))
        if len(told) == len(order) - len(parts):  # some leave out what a descriptor says about itself
            order = [key for key in order if len(key) < 2 or key[0] != key[1]]
        names = [[getattr(part.name, kind) for part in parts] for kind in ("long", "short")]
        in_order = len(told) == len(order) and all(
            clean_line(self.content(at)) in [clean_line(key_line(key, each)) for each in names]
            for key, (at, _text, _place) in zip(order, told, strict=True)
        )
        by_name = None if in_order else _by_name(names)
        found: dict[Key, str] = {}
        for number, (at, text, place) in enumerate(told):
            name = clean_line(self.content(at)[1:])
            key = order[number] if by_name is None or not number else by_name.get(name)
            if key is None or ("text", *key) in self.places:
                if text:
                    self.remark(at, _("It cannot be told what this text belongs to. It is not read."))
                continue
            self.places["key", *key] = range(at, at + 1)
            self.places["text", *key] = place
            if text:
                found[key] = text
        return found

    def is_key(self, at: int) -> bool:
        """Whether the line at this index is in front of a text; the end and a blank name look alike."""
        content = self.content(at)
        if not content.startswith("#"):
            refuse(at + 1, _("Here a line with # is needed: what a text belongs to, or the end."))
        return content.rstrip() != "#" or self.after(at).startswith('"')

    def after(self, at: int) -> str:
        """The next line that holds anything."""
        while (at := at + 1) < len(self.lines):
            if self.lines[at].strip(" \t\r\n"):
                return self.lines[at]
        return ""

    def text(self) -> tuple[str, range]:
        """A text in quotation marks and its place; it ends where a line with # follows a quotation mark."""
        first = self.coming(" \t")
        if not self.content(first).startswith('"'):
            refuse(first + 1, _("Here a text in quotation marks is needed."))
        while not self.closes(first):
            self.at += 1
            if self.at == len(self.lines) or self.begins_another(self.at):
                refuse(first + 1, _("The text that begins here has no end."))
        self.at += 1
        held = "".join(self.lines[first : self.at]).strip()[1:-1]
        whole = clean_prose(held, len(held)).strip()
        if len(whole) > PROSE_LENGTH:
            self.shortened(first, PROSE_LENGTH)
        return whole[:PROSE_LENGTH].strip(), range(first, self.at)

    def closes(self, first: int) -> bool:
        content = self.content(self.at).rstrip(" \t")
        if not content.endswith('"') or (self.at == first and len(content) == 1):
            return False
        return self.after(self.at)[:1] in ("#", "")

    def begins_another(self, at: int) -> bool:
        """Whether the line at this index and the next look like the beginning of the next text."""
        after = self.after(at).strip(" \t\r\n") if self.lines[at].startswith("#") else ""
        return len(after) > 1 and after.startswith('"')

    def end(self) -> None:
        for _time in range(2):
            at = self.coming(" \t")
            if self.content(at).rstrip() != "#":
                refuse(at + 1, _("The file must end with two lines that hold # and nothing else."))
            self.at += 1
        rest = next((at for at in range(self.at, len(self.lines)) if self.content(at).strip(" \t")), None)
        if rest is not None:
            self.remark(rest, _("What follows after the end of the project is not read."))


class _Reader(_Texts):
    """All parts of a file, one after the other."""

    def source(self, encoding: Encoding) -> Source:
        title = self.head()
        short = self.short_names()
        parts = self.long_names(short)
        self.nothing()
        rows = sum(len(part.variants) for part in parts)
        colours = self.colours(rows)
        self.nothing()
        matrix = self.matrix(rows)
        project = Project(title, parts, colours, matrix, self.texts(parts))
        return Source(project, self.lines, self.places, encoding, tuple(self.remarks))

    def head(self) -> str:
        at = self.coming(" \t")
        found = _header.fullmatch(self.content(at).rstrip())
        if _solution.match(self.content(at)):
            refuse(at + 1, _("This is a file of solutions (.sl), not a project. Give it a name that ends in .sl."))
        if found is None:
            refuse(at + 1, _("A ScenarioWizard project begins with “$ ScenarioWizard 4.0”, and this file does not."))
        if found[1] != VERSION:
            said = _("The file is of version {version}. Only 4.0 is known: look through what was read.")
            self.remark(at, said.format(version=clean_line(found[1], 20)))
        self.at += 1
        at = self.coming(" \t")
        content = self.content(at)
        if content.strip() == "Solution set":
            refuse(at + 1, _("This is a file of solutions (.sl), not a project. Give it a name that ends in .sl."))
        if content.startswith("&"):  # a title that is left blank
            return ""
        self.at += 1
        return self.taken(at, content, "title")

    def short_names(self) -> list[tuple[str, list[str]]]:
        found: list[tuple[str, list[str]]] = []
        rows = last = 0
        for at, content in self.part():
            if content.startswith("&"):
                self.require_variants(found, last)
                found.append((self.taken(at, content[1:], "short", len(found)), []))
                last = at
            elif content.startswith(" -") and found:
                names = found[-1][1]
                names.append(self.taken(at, content[2:], "short", len(found) - 1, len(names)))
                rows += 1
                if len(names) > MOST_VARIANTS:
                    refuse(at + 1, _("A descriptor has at most {n} variants.").format(n=MOST_VARIANTS))
                if rows > ROWS_MOST:
                    refuse(at + 1, _("The project is too large: at most {n} variants are read.").format(n=ROWS_MOST))
            else:
                said = _("{text} is neither a descriptor (&) nor a variant ( -).")
                refuse(at + 1, said.format(text=quoted(clean_line(content, 60))))
        self.require_variants(found, last)
        if not found:
            refuse(self.at, _("There are no descriptors in the file."))
        return found

    def require_variants(self, found: list[tuple[str, list[str]]], at: int) -> None:
        if found and not found[-1][1]:
            refuse(at + 1, _("The descriptor {name} has no variants.").format(name=quoted(found[-1][0])))

    def long_names(self, short: list[tuple[str, list[str]]]) -> tuple[Part, ...]:
        """The names together; the long ones come in the same shape as the short ones."""
        lines = list(self.part(""))
        wanted = [("&", at, -1) if place < 0 else (" ", at, place)
                  for at, (_name, variants) in enumerate(short) for place in range(-1, len(variants))]  # fmt: skip
        names: dict[tuple[int, int], str] = {}
        for (at, content), (mark, descriptor, place) in zip(lines, wanted, strict=False):
            if not content.startswith(mark):
                refuse(at + 1, _("The long names must come in the same order as the short ones."))
            element = (descriptor,) if place < 0 else (descriptor, place)
            names[descriptor, place] = self.taken(at, content[1:], "long", *element)
        if len(lines) != len(wanted):
            at = lines[len(wanted)][0] + 1 if len(lines) > len(wanted) else self.at
            said = _("There are {n} long names where {wanted} are needed.")
            refuse(at, said.format(n=len(lines), wanted=len(wanted)))
        return tuple(
            Part(
                Name(name, names[at, -1]),
                tuple(Name(variant, names[at, place]) for place, variant in enumerate(variants)),
            )
            for at, (name, variants) in enumerate(short)
        )

    def nothing(self) -> None:
        for at, _content in self.part():
            self.remark(at, _("Nothing is known to stand here. The line is not read."))

    def colours(self, count: int) -> tuple[str, ...]:
        found: list[str] = []
        for at, content in self.part():
            if not _colour.fullmatch(content.strip()):
                said = _("{text} is no colour: six hexadecimal digits are needed.")
                refuse(at + 1, said.format(text=quoted(clean_line(content, 60))))
            found.append(self.taken(at, content, "colour", len(found)))
        if len(found) != count:
            refuse(self.at, _("There are {n} colours for {wanted} variants.").format(n=len(found), wanted=count))
        return tuple(found)

    def matrix(self, count: int) -> tuple[tuple[int, ...], ...]:
        rows: list[tuple[int, ...]] = []
        judgements = 0
        for at, content in self.part():
            cells = content.split(",")
            if len(rows) == count:
                refuse(at + 1, _("The matrix has more than {n} rows.").format(n=count))
            if len(cells) != count:
                said = _("There are {n} numbers in this row of the matrix; {wanted} are needed.")
                refuse(at + 1, said.format(n=len(cells), wanted=count))
            rows.append(tuple(_whole(at + 1, cell) for cell in cells))
            self.places["row", len(rows) - 1] = range(at, at + 1)
            judgements += sum(map(bool, rows[-1]))
            if judgements > JUDGEMENTS_MOST:
                said = _("The matrix is too large: at most {n} judgements are read.")
                refuse(at + 1, said.format(n=JUDGEMENTS_MOST))
        if len(rows) != count:
            said = _("The matrix ends after {n} rows; {wanted} are needed.")
            refuse(self.at, said.format(n=len(rows), wanted=count))
        return tuple(rows)


def _whole(line: int, cell: str) -> int:
    text = cell.strip(" \t")
    if not _number.fullmatch(text) or abs(int(text)) > STRONGEST:
        said = _("{text} is no judgement: a whole number from −{most} to {most} is needed.")
        refuse(line, said.format(text=quoted(clean_line(text, 40)), most=STRONGEST))
    return int(text)


def _by_name(names: list[list[str]]) -> dict[str, Key]:
    """What texts belong to by the names in front of them, where no two are called the same."""
    found: dict[str, Key | None] = {}
    for each in names:
        for key in keys(len(each))[1:]:
            name = clean_line(key_line(key, each)[1:])
            found[name] = key if found.get(name, key) == key else None
    return {name: key for name, key in found.items() if key is not None and name.strip("-> ")}
