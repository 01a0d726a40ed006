"""What the texts in cells mean: numbers, yes and no, one of several words; and which column is which.

Python's own ``int`` is no help: it takes ``1_000`` and Arabic digits, and refuses ``3,0`` and ``−2``.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from typing import TypeVar

from foresight.core.problems import Problem
from foresight.core.text import clean_line
from foresight.core.words import LANGUAGES, _, listed, quoted, speaking
from foresight.exchange.table import Sheet

K = TypeVar("K")

_whole = re.compile(r"([+\-−]?)([0-9]{1,9})(?:[.,]0{1,9})?")  # comma or point, nobody's thousands
_YES = {"x", "p", "1", "true", "yes", "ja", "y", "j", "sant"}
_NO = {"", "0", "false", "no", "nei", "n", "usant"}


def same(text: str) -> str:
    """What two texts have in common that people take for the same: case, white space and composed letters aside."""
    return unicodedata.normalize("NFC", clean_line(text, len(text))).casefold()


def all_different(names: Iterable[str]) -> list[str]:
    """The same names, with a number behind those that another one before them has already: ``Trust``, ``Trust (2)``."""
    taken: set[str] = set()
    found: list[str] = []
    for whole in names:
        name = whole = whole or "–"
        number = 1
        while same(name) in taken:
            number += 1
            name = f"{whole} ({number})"
        taken.add(same(name))
        found.append(name)
    return found


def whole_number(text: str) -> int | None:
    """``3``, ``-2``, ``−2`` and ``3,0`` as a number; None for anything else."""
    found = _whole.fullmatch(text.strip())
    if found is None:
        return None
    return -int(found[2]) if found[1] in ("-", "−") else int(found[2])


def yes_or_no(text: str) -> bool | None:
    """Whether a cell says yes; an empty one says no; None for what says neither."""
    word = same(text)
    return True if word in _YES else False if word in _NO else None


def in_all_languages(text: str) -> frozenset[str]:
    """A text that is marked for translation, as ``same`` has it, in every language of the program."""
    found = []
    for language in LANGUAGES:
        with speaking(language):
            found.append(_(text))
    return _folded(tuple(found))


@cache
def _folded(texts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(same, texts))


def one_of(text: str, words: Mapping[K, str]) -> K | None:
    """The key whose own name or word (marked with N_), in any language of the program, is ``text``; None for none."""
    wanted = same(text)
    return next(
        (key for key, word in words.items() if wanted == same(str(key)) or wanted in in_all_languages(word)), None
    )


def columns(sheet: Sheet, fields: Mapping[str, str], needed: tuple[str, ...]) -> tuple[dict[str, int], tuple[str, ...]]:
    """Where each field stands, by the headings in the first row, and the headings that mean nothing here.

    ``fields`` are headings (marked with N_) by field; the field itself and all languages are known too. Raises Problem
    for a heading that comes twice and for a column that is needed and missing.
    """
    found: dict[str, int] = {}
    strange: list[str] = []
    for at in range(len(sheet.rows[0]) if sheet.rows else 0):
        heading = sheet.cell(0, at)
        if not heading:
            continue
        field = one_of(heading, fields)
        if field is None and same(heading) not in map(same, strange):
            strange.append(clean_line(heading, 60))
        elif field is None or field in found:
            said = _("The heading {heading} comes twice. Give every column a heading of its own.")
            raise Problem(said.format(heading=quoted(clean_line(heading, 60))))
        else:
            found[field] = at
    for field in needed:
        if field not in found:
            said = _("There is no column {heading}. The first row must hold the headings.")
            raise Problem(said.format(heading=quoted(_(fields[field]))))
    return found, tuple(strange)


def ignored(strange: tuple[str, ...]) -> tuple[str, ...]:
    """A note on columns that mean nothing here, if there are any."""
    if not strange:
        return ()
    named = listed([quoted(heading) for heading in strange[:10]])
    return (_("Columns that mean nothing here are not read: {names}.").format(names=named),)
