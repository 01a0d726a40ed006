"""Forces as cards: what they say, how strong they are, who named them."""

import re
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.problems import EditRefused
from foresight.core.text import LINE_LENGTH, clean_line
from foresight.core.words import _, ngettext
from foresight.kit.cards import CardKind, WallCard, WallColumn
from foresight.kit.theme import colour, font
from foresight.methods.forces.analysis import balance
from foresight.methods.forces.model import CORNERS, MIDDLE, Force, Forces, add_forces, carry_force, change_force
from foresight.model.groups import Groups
from foresight.model.trends import DIRECTIONS, Direction

STEPS, STEP, APART = 5, 9, 2
"""The steps of strength; the width of one and of the gap between them, in pixels."""
LEAST = 32
"""Pixels; in less room no group is named."""
WITH_STRENGTH = re.compile(r"(.*\S)(?:\s+/|(?<![0-9\s])/)\s*([0-9]{1,2})")
"""A digit before the slash is part of the text, unless there is room between them: open 24/7, 1/3 of the staff."""


@dataclass(frozen=True)
class Foot:
    """What stands below the text of a card."""

    strength: int
    group: str


def typed_force(text: str, corner: Direction, group: Id | None) -> Edit:
    """The force that somebody typed; ``Silos / 4`` gives its strength too. Refused for one outside 1 to 5."""
    found = WITH_STRENGTH.fullmatch(text)
    said, strength = (found[1], int(found[2])) if found else (text, MIDDLE)
    if not 1 <= strength <= STEPS:
        return Edit(_("Add force"), _refuse)
    return add_forces(Force(text=clean_line(said), corner=corner, strength=strength, group=group))


def _refuse(_document: Document) -> Document:
    raise EditRefused(_("The strength after the slash is a digit from 1 (weak) to 5 (strong): silos / 4."))


def corner_columns(document: Document) -> tuple[WallColumn, ...]:
    """The corners from past to future, each with its forces."""
    held, groups = balance(document), {group.id: group.name for group in document[Groups].groups}
    cards: dict[Direction, list[WallCard]] = {corner: [] for corner in CORNERS}
    for force in document[Forces].forces:
        foot = Foot(force.strength, groups.get(force.group or "", ""))
        cards[force.corner].append(WallCard(force.id, force.text, foot))
    return tuple(_column(corner, cards[corner], held.sums[corner]) for corner in CORNERS)


def _column(corner: Direction, cards: list[WallCard], strength: int) -> WallColumn:
    n, title = len(cards), _(DIRECTIONS[corner])
    forces = ngettext("{n} force", "{n} forces", n).format(n=n)
    said = _("{forces}, strength {sum}").format(forces=forces, sum=strength)
    return WallColumn(corner, title, said, title, tuple(cards))


def spoken(card: WallCard) -> str:
    """The card in words."""
    said = _("{force} (strength {strength} of 5)").format(force=card.text, strength=card.foot.strength)
    return f"{said}, {card.foot.group}" if card.foot.group else said


def _carried(force: Id, _out_of: Id | None, into: Id | None) -> Edit:
    return carry_force(force, next(corner for corner in CORNERS if corner == into))


def _keyed(force: Id, character: str) -> Edit | None:
    """The digits 1 to 5 say how strong it is."""
    return change_force(force, strength=int(character)) if character in tuple("12345") else None


def _paint_foot(painter: QPainter, foot: QRectF, card: WallCard) -> None:
    """Steps of which so many are filled as the force is strong, and its group."""
    painter.setPen(QPen(colour("muted"), 1))
    for step in range(STEPS):
        painter.setBrush(colour("accent") if step < card.foot.strength else Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(foot.left() + step * (STEP + APART) + 0.5, foot.center().y() - 3.5, STEP, 7))
    room = foot.adjusted(STEPS * (STEP + APART) + 6, 0, 0, 0)
    if room.width() < LEAST:
        return
    painter.setFont(font("small"))
    text = QFontMetrics(font("small")).elidedText(card.foot.group, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)


FORCES = CardKind(
    columns=corner_columns,
    sort=_carried,
    change=lambda force, text: change_force(force, text=text),
    key=_keyed,
    spoken=spoken,
    paint_foot=_paint_foot,
    limit=LINE_LENGTH,
)
