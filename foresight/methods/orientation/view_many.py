"""Many answers at once: paste them, see which lines are wrong, and take the others in one step."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QPlainTextEdit, QVBoxLayout, QWidget

from foresight.core.document import Document
from foresight.core.words import _, listed, ngettext, quoted
from foresight.kit.grid import Grid, GridCells
from foresight.kit.labels import button, plain_label
from foresight.kit.session import Session
from foresight.kit.theme import scaled
from foresight.methods.orientation.intake import Reading, read, take_all
from foresight.methods.orientation.view_entry import SlipEntry


class _Lines(QPlainTextEdit):
    """Ctrl and Enter takes the lines; Tab goes on to the next control."""

    def __init__(self, view: "ManyView") -> None:
        super().__init__()
        self._view = view
        self.setTabChangesFocus(True)
        self.setAccessibleName(_("Answers, one a line"))
        self.setPlaceholderText(
            _("Paste columns from a spreadsheet, with or without headings, or type:\n"
              "3 4 – now 3, should be 4\n"
              "A7 3 4 – the same with a code\n"
              "3: 12 – twelve people at point 3\n"
              "3 4: 12 – twelve people, now 3, should be 4")
        )  # fmt: skip

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._view.take()
        else:
            super().keyPressEvent(event)


class ManyView(QWidget):
    """Lines at the left; at the right what they would do. Nothing is taken before the button is pressed."""

    def __init__(self, session: Session, entry: SlipEntry) -> None:
        super().__init__()
        self.session, self.entry = session, entry
        self.reading: Reading | None = None
        self.lines = _Lines(self)
        self.said = plain_label("", "semibold")
        self.hint = plain_label(
            _("Ballot, group and kind of organisation are chosen below, or stand in columns of their own with the "
              "headings Code, Group, Organisation, Now, Should be, After, Now %, Should be %, After %."),
            "small",
        )  # fmt: skip
        self.wrong = Grid(session, _("Lines that are wrong"), self._cells, centred=False)
        self.wrong.setWordWrap(True)
        self.wrong.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.button = button(_("Add"), self.take, role="primary")
        self._lay_out()
        self.lines.textChanged.connect(self._render)
        entry.changed.connect(self._render)
        self.setFocusProxy(self.lines)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.said)
        right.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        right.addWidget(self.wrong, 1)
        right.addWidget(self.hint)
        right.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.lines, 2)
        row.addLayout(right, 3)

    def take(self) -> None:
        """Take what can be read; the lines that are wrong stay for mending."""
        reading = self.reading
        if reading is None or not (reading.added or reading.known):
            return
        self.session.seal()
        if self.session.do(take_all(self.lines.toPlainText(), self.entry.setting)):
            self.lines.setPlainText("\n".join(_mended(self.lines.toPlainText(), reading)))
            self.session.said.emit(_told(reading))

    def render_document(self, document: Document) -> None:
        """Read the lines anew for this document."""
        text = self.lines.toPlainText()
        self.reading = read(document, text, self.entry.setting) if text.strip() else None
        found = self.reading
        self.said.setText(_told(found) if found else _("Nothing here yet."))
        ready = bool(found and (found.added or found.known))
        self.button.setEnabled(ready and not self.session.read_only)
        self.button.setText(_label(found) if found and ready else _("Add"))
        self.button.setAccessibleName(self.button.text())
        self.wrong.setVisible(bool(found and found.wrong))
        self.wrong.render_document(document)
        self._fit()

    def _render(self) -> None:
        self.render_document(self.session.document)

    def _fit(self) -> None:
        metrics = QFontMetrics(self.wrong.font())
        self.wrong.setColumnWidth(0, scaled(metrics.averageCharWidth() * 16))
        self.wrong.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)

    def _cells(self, _document: Document) -> GridCells:
        wrong = self.reading.wrong if self.reading else ()

        def text(row: int, column: int) -> str:
            return wrong[row].why if column else wrong[row].text

        return GridCells([str(each.number) for each in wrong], (_("Line"), _("What is wrong")), text)


def _mended(text: str, reading: Reading) -> list[str]:
    """The lines that are left when the others were taken: headings stay above rows that are wrong."""
    lines = text.splitlines()
    kept = {each.number for each in reading.wrong}
    return [line for number, line in enumerate(lines, 1) if number in kept or (kept and number in reading.heads)]


def _label(reading: Reading) -> str:
    n = reading.added + reading.known
    return ngettext("Take the answers of {n} person", "Take the answers of {n} people", n).format(n=n)


def _told(reading: Reading) -> str:
    """``12 people new, 3 known. 2 lines are wrong.``"""
    new = ngettext("{n} new person", "{n} new people", reading.added).format(n=reading.added)
    known = ngettext("{n} person known by code", "{n} people known by code", reading.known).format(n=reading.known)
    said = [part for part, n in ((new, reading.added), (known, reading.known)) if n]
    parts = [f"{', '.join(said)}."] if said else []
    if n := len(reading.wrong):
        parts.append(ngettext("{n} line is wrong.", "{n} lines are wrong.", n).format(n=n))
    if reading.ignored:
        names = listed([quoted(name) for name in reading.ignored])
        parts.append(_("Columns that mean nothing here: {names}.").format(names=names))
    return " ".join(parts)
