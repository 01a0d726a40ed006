"""How much text a place takes. What is more is cut, and the user is told in a sentence."""

from PySide6.QtWidgets import QLineEdit, QToolTip, QWidget

from foresight.core.words import _
from foresight.kit.labels import tip_text
from foresight.kit.session import Session


def cut_at(limit: int) -> str:
    """The sentence."""
    return _("Only the first {most} characters are kept.").format(most=limit)


def limit_line(line: QLineEdit, limit: int) -> None:
    """Let the line take this many characters; whoever types or pastes more is told beside it."""
    line.setMaxLength(limit)
    line.inputRejected.connect(lambda: say_beside(line, cut_at(limit)))


def say_beside(widget: QWidget, text: str) -> None:
    """Show a sentence below the widget for a while; a screen reader says it."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # with hundreds of names, rarely needed

    QToolTip.showText(widget.mapToGlobal(widget.rect().bottomLeft()), tip_text(text), widget)
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def kept(session: Session, text: str, limit: int) -> str:
    """What is kept of ``text``; the line at the foot of the window says so when that is not all."""
    if len(text) > limit:
        session.said.emit(cut_at(limit))
    return text[:limit]
