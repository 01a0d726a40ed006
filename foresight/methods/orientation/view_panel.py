"""The panel at the right: the person who is selected, or what the points of the line are called."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.words import _
from foresight.kit.fields import MIXED, DegreeField, Form, LineField, ProseField
from foresight.kit.groups import group_field
from foresight.kit.labels import plain_label
from foresight.kit.session import Session
from foresight.methods.orientation.circles import circles_text
from foresight.methods.orientation.model import (
    POINTS,
    Circles,
    Orientation,
    Rater,
    Shares,
    change_rater,
    name_points,
)
from foresight.methods.orientation.slips import share_text, typed_in

TYPED = {"code", "shares_now", "shares_should", "shares_after", "circles"}
"""Fields that are read from text; a text that does not fit is refused."""


class WholeField(LineField):
    """A text that is taken when it is whole: on Enter, or when the focus goes."""

    def __init__(self, name: str, label: str, hint: str = "") -> None:
        super().__init__(name, label, hint)
        self._held = ""
        self.line.textEdited.disconnect()
        self.line.editingFinished.connect(self._take)

    def _take(self) -> None:
        if self.line.text().strip() != self._held:
            self.edited.emit(self.line.text())

    def show_value(self, value: Any) -> None:
        self.line.setPlaceholderText(_("several values") if value is MIXED else self.hint)
        held = "" if value is MIXED else _typed(value)
        if held != self._held or not self.line.hasFocus():
            self._held = held
            self.line.setText(held)


def _typed(value: str | Shares | Circles | None) -> str:
    """A value as it is typed."""
    if isinstance(value, Circles):
        return circles_text(value)
    return value if isinstance(value, str) else share_text(value)


class PointNames(QWidget):
    """What the five points of the line are called; empty for their usual names."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.names = [LineField(str(index), f"{index + 1}", _(usual), 40) for index, usual in enumerate(POINTS)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(plain_label(_("Names of the points"), "semibold"))
        for field in self.names:
            field.line.setAccessibleName(_("Name of point {number}").format(number=field.label))
            field.edited.connect(self._write)
            field.left.connect(session.seal)
            column.addWidget(field)
        column.addWidget(plain_label(_("Select somebody under People to change a rating here."), "muted"))
        column.addStretch()

    def _write(self, _value: object) -> None:
        names = tuple(field.line.text().strip() for field in self.names)
        self._session.do(name_points(names if any(names) else ()))

    def render_document(self, document: Document) -> None:
        """Show the names of this document."""
        own = (*document[Orientation].points, "", "", "", "", "")
        for field, name in zip(self.names, own, strict=False):
            field.show_value(name)
            field.setEnabled(not self._session.read_only)


class Panel(QStackedWidget):
    """The fields of who is selected; else the names of the points."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setAccessibleName(_("Inspector"))
        ends = (_("past"), _("far future"))
        percent = _("past/present/future, such as 20/60/20")
        self.form = Form(
            session,
            [
                WholeField("code", _("Code")),
                group_field(),
                LineField("organisation", _("Kind of organisation")),
                DegreeField("line_now", _("Now"), ends=ends),
                DegreeField("line_should", _("Should be"), ends=ends),
                WholeField("shares_now", _("Shares now"), percent),
                WholeField("shares_should", _("Shares that should be"), percent),
                DegreeField("line_after", _("After the day"), ends=ends),
                WholeField("shares_after", _("Shares after the day"), percent),
                WholeField("circles", _("Circles"), _("radii and contacts, such as 20 o 35 t 15")),
                ProseField("note", _("Note")),
            ],
            _write,
        )
        self.points = PointNames(session)
        self.addWidget(self.points)
        self.addWidget(self.form)

    def render_selection(self, document: Document, ids: Sequence[Id]) -> None:
        """Show these raters; the names of the points when there is none among them."""
        raters = [rater for rater in (document.find(one, Rater) for one in ids) if rater is not None]
        if raters:
            self.form.show_entities(document, raters)
        self.points.render_document(document)
        self.setCurrentWidget(self.form if raters else self.points)


def _write(rater: Id, **changes: Any) -> Edit:
    ((name, value),) = changes.items()
    return typed_in(rater, name, value) if name in TYPED else change_rater(rater, **changes)
