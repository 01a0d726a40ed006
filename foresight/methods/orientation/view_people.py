"""Everybody in a table, for typing in quickly: a row for each, digits for points, Enter for the next."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QWidget

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.words import _
from foresight.kit.grid import Grid, GridCells
from foresight.kit.session import Session
from foresight.methods.orientation.model import Orientation, Rater, add_rater
from foresight.methods.orientation.slips import next_code, share_text, typed_in
from foresight.model.groups import Groups

FIELDS = (
    *("code", "group", "organisation", "line_now", "line_should", "line_after"),
    *("shares_now", "shares_should", "shares_after"),
)
SECOND = {FIELDS.index("line_after"), FIELDS.index("shares_after")}
"""The columns of the ballot after the day."""
NOW, SHOULD, AFTER = (FIELDS.index(field) for field in ("line_now", "line_should", "line_after"))
POINTED = (NOW, SHOULD, AFTER)
"""Columns in which a digit is a point."""
WIDEST = ("9999", "Table 12", "", "5", "5", "5", "88/88/88", "88/88/88", "88/88/88")
"""What a column has room for; the one with nothing takes what is left."""


class People(Grid):
    """A row for each person. Digits set points; anything else typed is text; Enter goes to the next person."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, _("People"), self._cells_of, key=self._key_edit, typed=self._text_edit, centred=False)
        self.alignment = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self._raters: tuple[Rater, ...] = ()
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().lineSpacing() + 11)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setWordWrap(False)
        self.setEditTriggers(self.editTriggers() | QAbstractItemView.EditTrigger.AnyKeyPressed)
        self.current_moved.connect(self._select)
        session.selection_changed.connect(self._follow)

    def render_document(self, document: Document) -> None:
        super().render_document(document)
        metrics = self.fontMetrics()
        for index, text in enumerate(WIDEST):
            if text:
                title = self.cells.cells.columns[index]
                self.setColumnWidth(index, max(metrics.horizontalAdvance(text), metrics.horizontalAdvance(title)) + 20)
            else:
                self.horizontalHeader().setSectionResizeMode(index, QHeaderView.ResizeMode.Stretch)

    def show_after(self, shown: bool) -> None:
        """Show the columns of the ballot after the day, or hide them."""
        for column in SECOND:
            self.setColumnHidden(column, not shown)

    def _cells_of(self, document: Document) -> GridCells:
        self._raters = raters = document[Orientation].raters
        groups = {group.id: group.name for group in document[Groups].groups}
        titles = (
            _("Code"),
            _("Group"),
            _("Organisation"),
            _("Now"),
            _("Should be"),
            _("After"),
            _("Now %"),
            _("Should be %"),
            _("After %"),
        )

        def text(row: int, column: int) -> str:
            rater = raters[row]
            match FIELDS[column]:
                case "group":
                    return groups.get(rater.group or "", "")
                case "shares_now" | "shares_should" | "shares_after" as field:
                    return share_text(getattr(rater, field))
                case field:
                    value = getattr(rater, field)
                    return "" if value is None else str(value)

        def spoken(row: int, column: int) -> str:
            return f"{raters[row].code}, {titles[column]}: {text(row, column) or '–'}"

        return GridCells([rater.id for rater in raters], titles, text, spoken=spoken)

    def go_to(self, rater: Id, column: int = NOW) -> None:
        """Make this person's cell the current one."""
        row = next((row for row, each in enumerate(self._raters) if each.id == rater), None)
        if row is not None:
            self.setFocus()
            self.setCurrentIndex(self.cells.index(row, column))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.state() != QAbstractItemView.State.EditingState:  # the Enter that closes an editor comes here too
                self._go_on()
        else:
            super().keyPressEvent(event)
            if index.column() == NOW and event.text() in {"1", "2", "3", "4", "5"}:
                self.setCurrentIndex(self.cells.index(index.row(), SHOULD))

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter in a cell goes on as well."""
        super().closeEditor(editor, hint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self._go_on()

    def _go_on(self) -> None:
        """To the next person; behind the last one a new one is added, of the same group and kind of organisation."""
        row = self.currentIndex().row()
        if not 0 <= row < len(self._raters):
            return
        here = self._raters[row]
        column = AFTER if self.currentIndex().column() in SECOND else NOW
        if row + 1 < len(self._raters):
            self.go_to(self._raters[row + 1].id, column)
        elif here.has_rated and column == NOW:
            code = next_code(self.session.document)
            fresh = Rater(code=code, group=here.group, organisation=here.organisation)
            self.session.seal()
            if self.session.do(add_rater(fresh)):
                self.go_to(fresh.id)

    def _key_edit(self, row: int, column: int, character: str) -> Edit | None:
        if character == "\x7f":
            return typed_in(self._raters[row].id, FIELDS[column], "")
        return typed_in(self._raters[row].id, FIELDS[column], character) if column in POINTED else None

    def _text_edit(self, row: int, column: int, text: str) -> Edit:
        return typed_in(self._raters[row].id, FIELDS[column], text)

    def _follow(self) -> None:
        """To whoever was selected elsewhere."""
        row = next((row for row, each in enumerate(self._raters) if each.id in self.session.selection), None)
        if row is not None and row != self.currentIndex().row():
            self.setCurrentIndex(self.cells.index(row, max(self.currentIndex().column(), 0)))

    def _select(self, row: int, _column: int) -> None:
        if self.hasFocus() and 0 <= row < len(self._raters):
            self.session.select(self._raters[row].id)
