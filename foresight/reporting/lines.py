"""How text is broken into lines, in the brief and in figures alike.

Text is never handed to reportlab's paragraph parser, so nothing that people type can act as mark-up, and the time
taken grows with the length of the text and no faster.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from math import inf

from foresight.reporting.fonts import text_width

_blanks = re.compile(r"[ \t\n]+")  # not the blanks that join, as in 4\u00a0(3–5)
_after = re.compile(r".*[-–—/\\_.,;:@&=?+)](?=.)", re.DOTALL)  # the longest beginning after which a word may be broken
_LONGEST = 5000  # characters of a text that a figure looks at


def words(text: str) -> list[str]:
    """The words of a text: lines break between them."""
    return _blanks.split(text.replace("\u00ad", "").strip())


@lru_cache(maxsize=20_000)
def _advance(word: str, bold: bool, italic: bool) -> float:
    """The width of a word at size 1."""
    return text_width(word, 1000, bold, italic) / 1000


def breaks(text: str, width: float, size: float, bold: bool = False, italic: bool = False) -> Iterator[str]:
    """The lines of one paragraph, none wider than ``width`` points (a line holds at least one character)."""
    space = _advance(" ", bold, italic) * size
    row: list[str] = []
    room = width
    for word in words(text):
        needed = _needed(word, width, size, bold, italic)
        if row and needed + space <= room:
            row.append(word)
            room -= needed + space
            continue
        if row:
            yield " ".join(row)
        while needed > width and len(word) > 1:
            head, word = _split(word, width, size, bold, italic)
            needed = _needed(word, width, size, bold, italic)
            yield head
        row, room = [word], width - needed
    yield " ".join(row)


def _needed(word: str, width: float, size: float, bold: bool, italic: bool) -> float:
    """The width of a word; of an endless one, that it is too wide (else breaking it would take its length squared)."""
    return inf if len(word) > _most(width, size) else _advance(word, bold, italic) * size


def _most(width: float, size: float) -> int:
    """More characters than this never fit ``width``, but for some that are hardly wider than nothing."""
    return int(width / size * 8) + 1


def _split(word: str, width: float, size: float, bold: bool, italic: bool) -> tuple[str, str]:
    """As much of a long word as fits, and the rest: after a sign where there is one, else with a hyphen."""
    head = word[: fitting(word, width, size, bold, italic) or 1]
    sign = _after.match(head + "x")
    if sign and len(sign[0]) > len(head) / 3:
        return word[: len(sign[0])], word[len(sign[0]) :]
    shorter = fitting(word, width, size, bold, italic, "-")
    if shorter > 2 and word[shorter - 1].isalpha() and word[shorter].isalpha():
        return word[:shorter] + "-", word[shorter:]
    return head, word[len(head) :]


def fitting(text: str, width: float, size: float, bold: bool = False, italic: bool = False, ending: str = "") -> int:
    """How many characters of ``text`` fit ``width`` points with ``ending`` after them."""
    low, high = 0, min(len(text), _most(width, size))
    while low < high:
        middle = (low + high + 1) // 2
        fits = text_width(text[:middle].rstrip() + ending, size, bold, italic) <= width
        low, high = (middle, high) if fits else (low, middle - 1)
    return low


def shortened(text: str, width: float, size: float, bold: bool = False, italic: bool = False) -> str:
    """``text``, or as much of it as fits ``width`` points with … at its end."""
    text = text[:_LONGEST]
    if text_width(text, size, bold, italic) <= width:
        return text
    return text[: fitting(text, width, size, bold, italic, "…")].rstrip() + "…"


def ended(line: str, width: float, size: float, bold: bool = False, italic: bool = False) -> str:
    """``line`` with … at its end, within ``width`` points."""
    return line[: fitting(line, width, size, bold, italic, " …")].rstrip() + " …"


def wrapped(text: str, width: float, size: float, bold: bool = False, lines: int | None = None) -> list[str]:
    """``text`` in at most ``lines`` lines no wider than ``width`` points; the last ends in … when text is left over."""
    rows = breaks(text[:_LONGEST], width, size, bold)
    found = list(rows if lines is None else islice(rows, lines + 1))
    if lines is not None and len(found) > lines:
        found = [*found[: lines - 1], ended(found[lines - 1], width, size, bold)]
    return [] if found == [""] else found
