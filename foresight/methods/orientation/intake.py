"""Many answers at once: slips, columns of a spreadsheet and tallies, line by line. What is wrong is told."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.problems import EditRefused, Problem
from foresight.core.text import clean_line
from foresight.core.words import N_, _, quoted
from foresight.exchange.cells import columns, one_of
from foresight.exchange.table import Sheet
from foresight.methods.orientation.model import AFTER, FIRST, Orientation, Rater
from foresight.methods.orientation.slips import BLANK, READERS, Ballot, next_code, tally_of

LINES_MOST = 2_000
"""Lines that are read at once."""
PEOPLE_MOST = 10_000
"""People that one text may add."""

HEADINGS = {
    "code": N_("Code"),
    "group": N_("Group"),
    "organisation": N_("Organisation"),
    "line_now": N_("Now"),
    "line_should": N_("Should be"),
    "line_after": N_("After"),
    "shares_now": N_("Now %"),
    "shares_should": N_("Should be %"),
    "shares_after": N_("After %"),
}
"""What columns of a spreadsheet are called."""

Said = dict[str, Any]


@dataclass(frozen=True)
class Setting:
    """What holds for every line that does not say otherwise."""

    ballot: Ballot = "first"
    group: Id | None = None
    organisation: str = ""


@dataclass(frozen=True)
class Wrong:
    """A line that cannot be taken."""

    number: int
    """Counted from 1."""
    text: str
    why: str


@dataclass(frozen=True)
class Reading:
    """What a text would do."""

    document: Document
    """With everything that could be read."""
    added: int
    """New people."""
    known: int
    """People who were there already and get an answer more."""
    wrong: tuple[Wrong, ...]
    heads: frozenset[int] = frozenset()
    """The number of the line with headings, if there is one."""
    ignored: tuple[str, ...] = ()
    """Headings of columns that mean nothing here."""


class _Room:
    """The people while lines are taken: found by code and group."""

    def __init__(self, document: Document) -> None:
        self.raters = list(document[Orientation].raters)
        self.document = document
        self.added, self.known = 0, set[int]()
        self._by_code: dict[str, list[int]] = {}
        for at, rater in enumerate(self.raters):
            self._note(at, rater.code)

    def _note(self, at: int, code: str) -> None:
        if code:
            self._by_code.setdefault(code.casefold(), []).append(at)

    def take(self, said: Said, times: int = 1) -> None:
        """Take what somebody said, or so many people. Raises EditRefused for a code that has answered already."""
        at = self._whose(said)
        if at is None:
            if self.added + times > PEOPLE_MOST:
                raise EditRefused(_("At most {most} people can be added at once.").format(most=PEOPLE_MOST))
            for _each in range(times):
                self._note(len(self.raters), said.get("code", ""))
                self.raters.append(Rater(**said))
            self.added += times
            return
        held = self.raters[at]
        fresh = {field: value for field, value in said.items() if field in (*FIRST, *AFTER) and value is not None}
        if any(getattr(held, field) is not None for field in fresh):
            raise EditRefused(_("The code {code} has answered this already.").format(code=quoted(said["code"])))
        own = {
            field: said[field] for field in ("group", "organisation") if said.get(field) and not getattr(held, field)
        }
        self.raters[at] = held.but(**fresh, **own)
        self.known.add(at)

    def _whose(self, said: Said) -> int | None:
        """Who has this code: in the same group where both have one."""
        code, group = said.get("code", ""), said.get("group")
        found = [
            at
            for at in self._by_code.get(code.casefold(), [])
            if group is None or self.raters[at].group in (None, group)
        ]
        if len(found) > 1:
            raise EditRefused(
                _("Several people have the code {code}; choose the group that they sit in.").format(code=quoted(code))
            )
        return found[0] if found else None

    def result(self) -> Document:
        part = self.document[Orientation]
        return self.document.put(part.but(raters=tuple(self.raters))) if self.added or self.known else self.document


def read(document: Document, text: str, setting: Setting) -> Reading:
    """What the lines of a text would do: slips, tallies, or rows of a table whose first row may hold headings."""
    room, wrong = _Room(document), []
    lines = text.splitlines()
    try:
        heads, strange = _heads(lines)
    except Problem as problem:
        return Reading(document, 0, 0, (Wrong(1, clean_line(lines[0]), problem.message),))
    for number, line in enumerate(lines[:LINES_MOST], 1):
        if not line.strip() or (heads and number == 1):
            continue
        try:
            _take_line(room, line, heads, setting)
        except EditRefused as refused:
            wrong.append(Wrong(number, clean_line(line), refused.message))
    for number, line in enumerate(lines[LINES_MOST:], LINES_MOST + 1):
        wrong.append(Wrong(number, clean_line(line), _("Only the first {n} lines are read.").format(n=LINES_MOST)))
    first = frozenset({1} if heads else ())
    return Reading(room.result(), room.added, len(room.known), tuple(wrong), first, strange)


def _heads(lines: list[str]) -> tuple[Mapping[str, int], tuple[str, ...]]:
    """Where each field stands when the first line holds headings, and headings that mean nothing. Raises Problem."""
    cells = _cells(lines[0]) if lines else []
    known = {one_of(cell, HEADINGS) for cell in cells}
    if not known.intersection((*FIRST, *AFTER)):
        return {}, ()
    return columns(Sheet((tuple(cells),)), HEADINGS, ())


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("\t")]


def _take_line(room: _Room, line: str, heads: Mapping[str, int], setting: Setting) -> None:
    base: Said = {"group": setting.group, "organisation": setting.organisation}
    if not heads:
        said, times = tally_of(_as_slip(line), setting.ballot)
        room.take(base | said, times)
        return
    cells = _cells(line)
    said = dict(_row(room.document, cells, heads))
    if not any(said.get(field) is not None for field in (*FIRST, *AFTER)):
        raise EditRefused(_("Nothing is said in this row."))
    room.take(base | {field: value for field, value in said.items() if value not in (None, "")})


def _row(document: Document, cells: list[str], heads: Mapping[str, int]) -> Iterator[tuple[str, Any]]:
    for field, at in heads.items():
        text = cells[at] if at < len(cells) and cells[at] != BLANK else ""
        yield field, READERS[field](document, text)


def _as_slip(line: str) -> str:
    """A row of a table as a slip: an empty cell is left out by BLANK, blanks inside a cell become slashes."""
    cells = _cells(line.rstrip())
    if len(cells) == 1:
        return line
    return " ".join("/".join(cell.split()) or BLANK for cell in cells)


def take_all(text: str, setting: Setting) -> Edit:
    """Take every line that can be read, in one step; the others are passed over."""
    return Edit(_("Add raters"), lambda document: read(document, text, setting).document)


def add_slip(text: str, setting: Setting) -> Edit:
    """Take one line, a slip or a tally; a slip without a code gets the next one. Refused where it does not fit."""

    def apply(document: Document) -> Document:
        said, times = tally_of(text, setting.ballot)
        base: Said = {"group": setting.group, "organisation": setting.organisation}
        if setting.ballot == "first" and ":" not in text:
            base["code"] = next_code(document)
        room = _Room(document)
        room.take(base | said, times)
        return room.result()

    label = _("Change rating") if setting.ballot == "after" else _("Add rater")
    return Edit(label, apply)
