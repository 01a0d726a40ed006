"""What a wish looks like on the wall, and what keys do to it."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.text import LINE_LENGTH
from foresight.core.words import _, ngettext
from foresight.kit.cards import CardKind, WallCard, WallColumn
from foresight.kit.theme import colour, font
from foresight.methods.wishes.analysis import Pile, piles
from foresight.methods.wishes.entry import sort_by_digit
from foresight.methods.wishes.model import Wishes, change_wish, change_wish_theme, sort_wish
from foresight.model.groups import Groups

DIGITS = 9
"""So many themes have a key."""


@dataclass(frozen=True)
class Foot:
    """Where a wish comes from, and whether something takes it up."""

    origin: str
    taken_up: bool


def wall_columns(document: Document) -> list[WallColumn]:
    """The themes with their wishes, each with the digit that sorts into it."""
    part = document[Wishes]
    groups = {group.id: group.name for group in document[Groups].groups}
    places = {theme.id: place for place, theme in enumerate(part.themes, start=1)}
    return [_column(pile, places, groups) for pile in piles(part)]


def _column(pile: Pile, places: dict[Id, int], groups: dict[Id, str]) -> WallColumn:
    title, place = (pile.theme.name, places[pile.theme.id]) if pile.theme else (_("No theme"), 0)
    said = ngettext("{n} wish", "{n} wishes", pile.n).format(n=pile.n)
    if place <= DIGITS:
        said = f"{said} · {_('key {digit}').format(digit=place)}"
    cards = tuple(
        WallCard(wish.id, wish.text, Foot(groups.get(wish.group or "", "") or wish.sector, bool(wish.answers)))
        for wish in pile.wishes
    )
    theme = pile.theme.id if pile.theme else None
    return WallColumn(theme, title, said, _("Wishes: {name}").format(name=title), cards)


def _spoken(card: WallCard) -> str:
    """The card in words."""
    foot: Foot = card.foot
    said = [foot.origin, _("taken up") if foot.taken_up else _("not taken up yet")]
    return f"{card.text} ({'; '.join(filter(None, said))})"


def _key(card: Id, character: str) -> Edit | None:
    """A digit sorts into the theme of that number."""
    digit = int(character) if character in set("0123456789") else None
    return None if digit is None else sort_by_digit(card, digit)


def _paint_foot(painter: QPainter, foot: QRectF, card: WallCard) -> None:
    """Where it comes from; at the right, whether something takes it up."""
    held: Foot = card.foot
    middle = Qt.AlignmentFlag.AlignVCenter
    painter.setFont(font("small"))
    painter.setPen(colour("muted"))
    said = _("taken up") if held.taken_up else ""
    metrics = QFontMetrics(font("small"))
    room = int(foot.width()) - (metrics.horizontalAdvance(said) + 8 if said else 0)
    origin = metrics.elidedText(held.origin, Qt.TextElideMode.ElideRight, room)
    painter.drawText(foot, Qt.AlignmentFlag.AlignLeft | middle, origin)
    if said:
        painter.setPen(colour("accent"))
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight | middle, said)


def _sort(card: Id, _out_of: Id | None, into: Id | None) -> Edit:
    return sort_wish(card, into)


WISHES = CardKind(
    columns=wall_columns,
    sort=_sort,
    change=lambda wish, text: change_wish(wish, text=text),
    rename=lambda theme, name: change_wish_theme(theme, name=name),
    key=_key,
    spoken=_spoken,
    paint_foot=_paint_foot,
    limit=LINE_LENGTH,
)
