"""Telling one world at a time: a calm page with every field, and the same fields in the inspector."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from foresight.core.document import Document
from foresight.core.text import clean_line
from foresight.core.words import _
from foresight.kit.charts import paint
from foresight.kit.fields import ChoiceField, DegreeField, Field, Form, LineField, LinesField, ProseField
from foresight.kit.labels import button, plain_label
from foresight.kit.quotes import QuotesField
from foresight.kit.rows import RowColumn, RowsField
from foresight.kit.session import Session
from foresight.kit.theme import font, look
from foresight.methods.scenarios.analysis import FIELDS, length_words
from foresight.methods.scenarios.analysis import word_count as count_words
from foresight.methods.scenarios.axes import pole
from foresight.methods.scenarios.view_states import StateGrid
from foresight.methods.scenarios.view_world import NAME_LENGTH
from foresight.model.drivers import Drivers
from foresight.model.scenarios import Event, Indicator, Scenario, Scenarios, change_scenario, letter

DIRECTIONS = {2: "++", 1: "+", 0: "0", -1: "−", -2: "−−"}
"""How an indicator's direction is written."""
LINES = {"day": 4}


def read_direction(text: str) -> int:
    """++, +, 0, -, -- or a number from -2 to 2. Raises ValueError for anything else."""
    written = clean_line(text).replace("-", "−")
    for direction, sign in DIRECTIONS.items():
        if written == sign:
            return direction
    return int(written.replace("−", "-"))


class PoleField(ChoiceField):
    """At which pole of an axis a world lies."""

    def __init__(self, name: str, label: str) -> None:
        super().__init__(name, label, {"low": "", "high": ""}, none=_("not on the cross"))
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(12)

    def show_document(self, document: Document) -> None:
        part = document[Scenarios]
        axis = part.x_axis if self.name == "x" else part.y_axis
        ends = (_("left"), _("right")) if self.name == "x" else (_("below"), _("above"))
        for at, (end, text) in enumerate(zip(ends, (axis.low, axis.high), strict=True), 1):
            self.box.setItemText(at, f"{end}: {text}" if text else end)


class LengthField(Field):
    """Says how long the narrative is; it is not edited."""

    def __init__(self) -> None:
        super().__init__("narrative", "")
        self.title.hide()
        self.said = plain_label("", "small")
        self.said.setAccessibleName(_("Length of the narrative"))
        self.column.addWidget(self.said)

    def show_value(self, value: object) -> None:
        self.said.setText(length_words(count_words(value)) if isinstance(value, str) else "")


def _timeline() -> RowsField:
    columns = (
        RowColumn("year", _("Year"), read=lambda text: int(text.strip()), width=70),
        RowColumn("text", _("What happens")),
    )
    return RowsField("timeline", _(FIELDS["timeline"]), columns, Event, {"year": 2030, "text": ""})


def _indicators() -> RowsField:
    columns = (
        RowColumn("text", _("What one could measure")),
        RowColumn("direction", "−− − 0 + ++", read=read_direction, show=lambda value: DIRECTIONS[value], width=96),
    )
    return RowsField("indicators", _(FIELDS["indicators"]), columns, Indicator, {"text": "", "direction": 0})


def _field(name: str) -> Field:
    label = _(FIELDS[name])
    match name:
        case "timeline":
            return _timeline()
        case "indicators":
            return _indicators()
        case "signposts":
            return LinesField(name, label)
        case "desirability":
            return DegreeField(name, label, ends=(_("unwanted"), _("wanted")))
        case "likelihood":
            return DegreeField(name, label, ends=(_("unlikely"), _("likely")))
        case "tagline" | "quote" | "image":
            return LineField(name, label)
    return ProseField(name, label, lines=LINES.get(name, 3))


def _narrative(*, large: bool) -> ProseField:
    made = ProseField("narrative", _(FIELDS["narrative"]), lines=12)
    if large:
        made.text.setFont(font("lead"))
    return made


class StatesField(Field):
    """What becomes of every driver in the world that is shown."""

    def __init__(self, session: Session) -> None:
        super().__init__("id", _(FIELDS["states"]))
        self._id: object = None
        self.grid = StateGrid(session, _(FIELDS["states"]), self._shown)
        self.grid.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.grid.horizontalHeader().hide()
        self._session = session
        self.put(self.grid)

    def _shown(self, document: Document) -> tuple[Scenario, ...]:
        return tuple(item for item in document[Scenarios].scenarios if item.id == self._id)

    def show_value(self, value: object) -> None:
        self._id = value
        document = self._session.document
        self.grid.render_document(document)
        self.grid.resizeRowsToContents()
        self.grid.setFixedHeight(self.grid.verticalHeader().length() + 4)
        self.setVisible(bool(document[Drivers].drivers))


PRINTED = ("winners", "losers", "implications", "signposts", "quote")
KEPT = ("day", "opportunities", "threats", "desirability", "likelihood", "image", "sources")


def scenario_form(session: Session, *, placed: bool) -> Form:
    """Every field of a scenario but the driver states; ``placed`` adds where it lies on the cross."""
    place: list[QWidget] = [PoleField("x", _("Horizontal axis")), PoleField("y", _("Vertical axis"))]
    name = LineField("name", _(FIELDS["name"]), limit=NAME_LENGTH)
    if not placed:
        name.line.setFont(font("title", semibold=True))
    fields: list[QWidget] = [
        name,
        _field("tagline"),
        *(place if placed else []),
        _narrative(large=not placed),
        LengthField(),
        _field("timeline"),
        *([] if placed else [StatesField(session)]),
        _field("indicators"),
        *map(_field, PRINTED),
        *([QuotesField(session)] if placed else []),
        plain_label(_("Kept in the file, not printed in the brief"), "semibold"),
        *map(_field, KEPT),
    ]
    return Form(session, fields, change_scenario)


class _Banner(QFrame):
    """The head of a page: the world's colours, its letter and where it lies."""

    def __init__(self) -> None:
        super().__init__()
        self.index = 0
        self.words = plain_label("", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(40, 8, 12, 8)
        row.addWidget(self.words, 1)
        self.setMinimumHeight(38)

    def paintEvent(self, event: QPaintEvent) -> None:
        from foresight.methods.scenarios.figure_world import backdrop

        painter = QPainter(self)
        paint(painter, backdrop(self.index, self.width(), self.height(), look()).plain())


class TellView(QWidget):
    """One world. Which one is the session's selection."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.banner = _Banner()
        self.before = button(_("Previous"), lambda: self.step(-1), icon_name="chevron-left")
        self.after = button(_("Next"), lambda: self.step(1), icon_name="chevron-right")
        self.after.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.before.setAccessibleName(_("Previous world"))
        self.after.setAccessibleName(_("Next world"))
        self.nothing = plain_label(_("There are no scenarios yet. Make four on the cross, or add one below."), "muted")
        self.form = scenario_form(session, placed=False)
        self.page = QWidget()
        self.page.setMaximumWidth(720)
        page = QVBoxLayout(self.page)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.before)
        head.addWidget(self.banner, 1)
        head.addWidget(self.after)
        page.addLayout(head)
        page.addWidget(self.form, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.nothing, 0, Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.page, 100)
        row.addStretch(1)
        column.addLayout(row, 1)
        session.selection_changed.connect(self._show)

    def begin(self) -> None:
        """Put the cursor into the narrative."""
        next(field for field in self.form.fields if field.name == "narrative").setFocus()

    def index(self) -> int:
        """Which scenario is shown: the selected one, else the first."""
        held = self.session.document[Scenarios].scenarios
        return next((at for at, item in enumerate(held) if item.id in self.session.selection), 0)

    def step(self, by: int) -> None:
        """On to another world; after the last comes the first."""
        held = self.session.document[Scenarios].scenarios
        if held:
            self.session.select(held[(self.index() + by) % len(held)].id)

    def render_document(self, document: Document) -> None:
        """Show the world as it is in this document."""
        held = document[Scenarios].scenarios
        self.page.setVisible(bool(held))
        self.nothing.setVisible(not held)
        if not held:
            return
        at = self.index()
        several = len(held) > 1
        self.before.setEnabled(several)
        self.after.setEnabled(several)
        place = " · ".join(filter(None, (pole(document, held[at], "y"), pole(document, held[at], "x"))))
        said = _("Scenario {letter}, {at} of {all}").format(letter=letter(at), at=at + 1, all=len(held))
        self.banner.words.setText(f"{said} · {place}" if place else said)
        self.banner.index = at
        self.banner.update()
        self.form.show_entities(document, [held[at]])

    def _show(self) -> None:
        if self.isVisible():
            self.render_document(self.session.document)

    def showEvent(self, event: QShowEvent) -> None:
        """Another world may have been selected while the page was out of sight."""
        super().showEvent(event)
        self.render_document(self.session.document)
