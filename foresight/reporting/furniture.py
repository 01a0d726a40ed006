"""What stands around the content of a page: running head, foot, and what could not be printed."""

import unicodedata
from collections.abc import Iterable

from foresight.core.document import Document
from foresight.core.words import _, listed, ngettext
from foresight.model.workshop import Workshop
from foresight.reporting.contents import Contents
from foresight.reporting.lines import shortened
from foresight.reporting.own import day
from foresight.reporting.setting import draw_text, text_height
from foresight.reporting.sheet import Sheet
from foresight.reporting.styles import BOTTOM, NOTE, PAGE_HEIGHT, PAGE_WIDTH, SIDE, WIDTH

_HEAD = PAGE_HEIGHT - 36
_FOOT = 32.0
_NAMED = 8  # characters that are named when no font has them


def cover(sheet: Sheet, contents: Contents, spare: float) -> float:
    """The edge of the first page, and the contents where there is room to spare; returns what they take of it."""
    sheet.fill(0, PAGE_HEIGHT - 9, PAGE_WIDTH, 9, "accent")
    if not 0 < contents.height <= spare:
        return 0
    contents.draw(sheet)
    return contents.height


def head(sheet: Sheet, document: Document, title: str) -> None:
    """Title, horizon and date above the content."""
    workshop = document[Workshop]
    right = " · ".join(text for text in (str(workshop.horizon), day(workshop.date)) if text)
    with sheet.tags.decoration():
        sheet.text(SIDE, _HEAD, shortened(title, WIDTH * 0.62, NOTE.size), NOTE)
        sheet.text(SIDE + WIDTH, _HEAD, shortened(right, WIDTH * 0.34, NOTE.size), NOTE, right=True)
        sheet.rule(SIDE, _HEAD - 7, WIDTH)


def foot(sheet: Sheet, file_name: str, page: int, pages: int, said: str = "") -> None:
    """The file, the number of the page, and above them what must be said about characters."""
    if said:
        with sheet.content("Note"):
            draw_text(sheet, SIDE, BOTTOM + lacking_height(said) - 6, WIDTH, said, NOTE)
    with sheet.tags.decoration():
        sheet.text(SIDE, _FOOT, shortened(file_name or "Foresight", WIDTH * 0.7, NOTE.size), NOTE)
        number = _("page {page} / {pages}").format(page=page, pages=pages)
        sheet.text(SIDE + WIDTH, _FOOT, number, NOTE, right=True)


def lacking(characters: Iterable[str]) -> str:
    """What is said about characters that no font has."""
    held = sorted(characters)
    named = [f"U+{ord(each):04X} {unicodedata.name(each, '')}".strip() for each in held[:_NAMED]]
    if len(held) > _NAMED:
        rest = len(held) - _NAMED
        named.append(ngettext("{n} more", "{n} more", rest).format(n=rest))
    return _("The fonts of the brief lack these characters, printed as □: {names}.").format(names=listed(named))


def lacking_height(said: str) -> float:
    """The room that it takes above the foot."""
    return text_height(said, NOTE, WIDTH) + 6 if said else 0
