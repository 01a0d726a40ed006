"""What a question looks like on the wall."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.words import _, listed, ngettext
from foresight.kit.cards import CardKind, WallCard, WallColumn
from foresight.kit.marks import paint_mark, scenario_mark
from foresight.kit.theme import colour, font
from foresight.methods.oracle.analysis import Column, columns
from foresight.model.oracle import (
    TEXT_LENGTH,
    Question,
    change_question,
    change_theme,
    sort_question,
    vote,
)
from foresight.model.scenarios import Scenarios, display_name

MARK = 10


@dataclass(frozen=True)
class Foot:
    """Votes, on how many cards it was asked, and every world with whether it answers."""

    votes: int
    asked: int
    worlds: tuple[tuple[str, bool], ...]


def wall_columns(document: Document) -> list[WallColumn]:
    """The themes with their questions."""
    worlds = [(world.id, display_name(document, world.id)) for world in document[Scenarios].scenarios]
    return [_column(held, worlds) for held in columns(document)]


def _column(held: Column, worlds: list[tuple[Id, str]]) -> WallColumn:
    title = held.theme.name if held.theme else _("No theme")
    n = len(held.questions)
    questions = ngettext("{n} question", "{n} questions", n).format(n=n)
    cards = tuple(
        WallCard(
            each.id, each.text, Foot(each.votes, each.asked, tuple((name, w in each.answers) for w, name in worlds))
        )
        for each in held.questions
    )
    theme = held.theme.id if held.theme else None
    said = f"{questions} · {_votes(held.votes)}"
    return WallColumn(theme, title, said, _("Questions: {name}").format(name=title), cards)


def _answering(question: Question, worlds: list[tuple[Id, str]]) -> tuple[tuple[str, bool], ...]:
    return tuple((name, world in question.answers) for world, name in worlds)


def _votes(n: int) -> str:
    return ngettext("{n} vote", "{n} votes", n).format(n=n)


def _counted(foot: Foot) -> str:
    """``12 votes``, and the cards where several were joined."""
    cards = ngettext("{n} card", "{n} cards", foot.asked).format(n=foot.asked)
    return f"{_votes(foot.votes)} · {cards}" if foot.asked > 1 else _votes(foot.votes)


def _spoken(card: WallCard) -> str:
    """The card in words."""
    foot: Foot = card.foot
    answered = [name for name, answers in foot.worlds if answers]
    said = _("answered in {worlds}").format(worlds=listed(answered)) if answered else _("not answered yet")
    return f"{card.text} ({_counted(foot)}; {said})"


def _key(card: Id, character: str) -> Edit | None:
    """+ and - vote."""
    votes = {"+": 1, "-": -1, "−": -1}.get(character)
    return None if votes is None else vote(card, votes)


def _paint_foot(painter: QPainter, foot: QRectF, card: WallCard) -> None:
    """The votes, and the marks of the worlds, filled where they answer."""
    held: Foot = card.foot
    painter.setFont(font("small", semibold=held.votes > 0))
    painter.setPen(colour("ink" if held.votes else "muted"))
    painter.drawText(foot, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, _counted(held))
    for index, (_name, answers) in enumerate(held.worlds):
        kind, token, rim = scenario_mark(index)
        x = foot.right() - (len(held.worlds) - index - 0.5) * (MARK + 6)
        size = MARK if answers else MARK / 3
        paint_mark(painter, kind, QPointF(x, foot.center().y()), size, token if answers else "muted", rim and answers)


QUESTIONS = CardKind(
    columns=wall_columns,
    sort=sort_question,
    change=lambda question, text: change_question(question, text=text),
    rename=lambda theme, name: change_theme(theme, name=name),
    key=_key,
    spoken=_spoken,
    paint_foot=_paint_foot,
    limit=TEXT_LENGTH,
)
