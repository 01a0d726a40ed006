"""Solution files of ScenarioWizard (.sl): combinations that hold together, read strictly and written."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from foresight.core.proposals import Remark
from foresight.core.text import clean_line
from foresight.core.words import _, quoted
from foresight.methods.cib.scw import read_text, refuse, split
from foresight.methods.cib.scw_writing import BREAK, encoded

HEADER = "$ ScenarioWizard 3.0"
TITLE = "Solution set"
MOST = 500
"""Combinations in a file that is read: those that a team keeps, not all that there are."""


@dataclass(frozen=True)
class Solution:
    """A combination with its figures."""

    states: tuple[int, ...]
    """The variant of each descriptor, counted from 1."""
    weight: int = 0
    consistency: int = 0
    total_impact: int = 0
    comment: str = ""


_header = re.compile(r"\$ ScenarioWizard \S.*")
_entry = re.compile(r'"((?: *[0-9]{1,3})+) *"((?:, *[+-]?[0-9]+(?:\.[0-9]+)? *){4}),"(.*)"')


def write(solutions: Sequence[Solution]) -> bytes:
    """The bytes of a solution file."""
    lines = [HEADER, TITLE, str(len(solutions)), "", *map(_line, solutions), ""]
    return encoded(BREAK.join(lines))


def _line(solution: Solution) -> str:
    states = "".join(f" {state}" for state in solution.states)
    figures = f"{solution.weight},{solution.consistency},0,{solution.total_impact}"
    return f'"{states}",{figures},"{solution.comment.replace(chr(34), chr(39))}"'


def parse(data: bytes, sizes: Sequence[int]) -> tuple[tuple[Solution, ...], tuple[Remark, ...]]:
    """The combinations in a solution file for descriptors with so many variants; only states and comments count.

    Raises Problem, with the number of the line, for anything that does not fit.
    """
    text, _encoding = read_text(data)
    lines = [(at, line.strip()) for at, line in enumerate(split(text), 1) if line.strip()]
    told = _declared(lines)
    found = tuple(_solution(at, line, sizes) for at, line in lines[3 : MOST + 3])
    if len(lines) - 3 > MOST:
        said = _("There are more than {n} combinations in the file. Keep in it those that the team works with.")
        refuse(lines[MOST + 3][0], said.format(n=MOST))
    if len(found) == told:
        return found, ()
    said = _("The file says that it holds {told} combinations, and there are {n}.")
    return found, (Remark(said.format(told=told, n=len(found)), _("line {line}").format(line=lines[2][0])),)


def _declared(lines: Sequence[tuple[int, str]]) -> int:
    """How many combinations the file says that it holds."""
    at, first = lines[0]
    if not _header.fullmatch(first):
        refuse(at, _("A file of solutions begins with “$ ScenarioWizard 3.0”, and this one does not."))
    if len(lines) < 2 or lines[1][1] != TITLE:
        at = lines[1][0] if len(lines) > 1 else at + 1
        refuse(at, _("Here “Solution set” is needed. A project has a name that ends in .scw."))
    if len(lines) < 3 or not re.fullmatch("[0-9]{1,18}", lines[2][1]):
        refuse(lines[2][0] if len(lines) > 2 else lines[1][0] + 1, _("Here the number of combinations is needed."))
    return int(lines[2][1])


def _solution(at: int, line: str, sizes: Sequence[int]) -> Solution:
    found = _entry.fullmatch(line)
    if found is None:
        said = _("{text} is no combination: variants in quotation marks, four numbers and a comment are needed.")
        refuse(at, said.format(text=quoted(clean_line(line, 60))))
    states = tuple(int(state) for state in found[1].split())
    if len(states) != len(sizes):
        said = _("The combination has {n} variants, and the workshop has {wanted} descriptors with variants.")
        refuse(at, said.format(n=len(states), wanted=len(sizes)))
    for place, (state, size) in enumerate(zip(states, sizes, strict=True), 1):
        if not 1 <= state <= size:
            said = _("Descriptor {place} has {size} variants, and variant {state} is named here.")
            refuse(at, said.format(place=place, size=size, state=state))
    return Solution(states, comment=clean_line(found[3]))
