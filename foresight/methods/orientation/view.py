"""The workspace of orientation: pictures for the room, people to type in, groups to compare."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from foresight.core.brief import Table
from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.look import Look
from foresight.core.text import LINE_LENGTH, clean_line
from foresight.core.words import N_, _
from foresight.kit.actions import action
from foresight.kit.charts import FigureView
from foresight.kit.entry import QuickEntry
from foresight.kit.fields import RefField
from foresight.kit.grid import Grid, GridCells
from foresight.kit.labels import EmptyState, plain_label, tip
from foresight.kit.limits import limit_line
from foresight.kit.session import Session
from foresight.kit.workspace import Workspace
from foresight.methods.orientation.analysis import by_group, by_organisation, point_names, summary
from foresight.methods.orientation.model import Orientation, Rater, add_rater
from foresight.methods.orientation.sentences import caution, line_sentence, reading, shares_sentence
from foresight.methods.orientation.slips import add_slip, next_code
from foresight.methods.orientation.tables import part_table
from foresight.methods.orientation.view_panel import Panel
from foresight.methods.orientation.view_people import People
from foresight.model.groups import Group, Groups


class Pictures(QWidget):
    """The see-saw and the triangle; one of them alone while the other has nothing to show."""

    def __init__(self, *, upright: bool = False) -> None:
        super().__init__()
        self.sentences: list[str] = []
        self.seesaw = FigureView(_("See-saw"))
        self.triangle = FigureView(_("Triangle"))
        row = QVBoxLayout(self) if upright else QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.seesaw)
        row.addWidget(self.triangle)

    def render_document(self, document: Document) -> None:
        """Show the pictures of this document."""
        said = summary(document[Orientation].raters)
        names = point_names(document)
        self.sentences = [text for text in (line_sentence(said, names), shares_sentence(said)) if text]

        # The figures load reportlab, so they are imported when they are first drawn.
        def draw_seesaw(width: float, height: float, look: Look) -> object:
            from foresight.methods.orientation.figure import seesaw

            return seesaw(said, names, width, height, look)

        def draw_triangle(width: float, height: float, look: Look) -> object:
            from foresight.methods.orientation.figure_triangle import triangle

            return triangle(said, width, height, look)

        self.seesaw.show_figure(draw_seesaw, line_sentence(said, names))
        self.triangle.show_figure(draw_triangle, shares_sentence(said))
        self.triangle.setVisible(bool(said.shares_now or said.shares_should))
        self.seesaw.setVisible(bool(said.line_now or said.line_should) or self.triangle.isHidden())


class PictureView(QWidget):
    """The pictures as large as can be, and what they say."""

    def __init__(self) -> None:
        super().__init__()
        self.pictures = Pictures()
        self.said = plain_label("", "lead")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.pictures, 1)
        column.addWidget(self.said)
        self.explained = plain_label("", "small")
        column.addWidget(self.explained)

    def render_document(self, document: Document) -> None:
        """Show this document."""
        self.pictures.render_document(document)
        self.said.setText("\n".join(self.pictures.sentences))
        self.explained.setText(f"{reading(summary(document[Orientation].raters))} {caution()}".strip())


class PeopleView(QWidget):
    """Everybody in a table, with the pictures beside so that every answer is seen to count."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.people = People(session)
        self.pictures = Pictures(upright=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.people, 5)
        row.addWidget(self.pictures, 3)
        self.setFocusProxy(self.people)

    def render_document(self, document: Document) -> None:
        """Show this document."""
        self.people.render_document(document)
        self.pictures.render_document(document)


class GroupsView(QWidget):
    """Groups and kinds of organisation side by side; too small ones are merged."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.groups = Grid(session, _("By group"), lambda document: _cells(part_table(by_group(document))))
        self.organisations = Grid(
            session, _("By kind of organisation"), lambda document: _cells(part_table(by_organisation(document)))
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for title, grid in ((_("By group"), self.groups), (_("By kind of organisation"), self.organisations)):
            column.addWidget(plain_label(title, "semibold"))
            column.addWidget(grid, 2 if grid is self.groups else 1)
        note = _("Groups of one or two people are counted among the others, so that nobody is recognised.")
        column.addWidget(plain_label(note, "small"))

    def render_document(self, document: Document) -> None:
        """Show this document."""
        for grid in (self.groups, self.organisations):
            grid.render_document(document)
            grid.resizeColumnsToContents()


def _cells(table: Table) -> GridCells:
    """A table whose first column names the rows, for a grid."""
    names = [str(row[0]) for row in table.rows]
    return GridCells(names, table.head[1:], lambda row, column: str(table.rows[row][column + 1]))


class SlipEntry(QWidget):
    """The line in which slips are typed in, one after the other, for a group and a kind of organisation."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.chosen: Id | None = None
        self.group = RefField("group", _("Group of the slips"), _groups, _("No group"))
        self.group.title.hide()
        self.group.edited.connect(self._choose)
        self.organisation = QLineEdit()
        limit_line(self.organisation, LINE_LENGTH)
        self.organisation.setPlaceholderText(_("Kind of organisation"))
        self.organisation.setAccessibleName(_("Kind of organisation"))
        self.organisation.setFixedWidth(180)
        self.line = QuickEntry(session, _("Type a slip and press Enter, such as 3 4 20/60/20 10/40/50"), self._edit)
        order = _("Point now, point that should be, shares now, shares that should be. The shares may be left out.")
        self.line.setAccessibleDescription(order)
        tip(self.line, order)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.group)
        row.addWidget(self.organisation)
        self.setFocusProxy(self.line)

    def _choose(self, group: Id | None) -> None:
        self.chosen = group

    def _edit(self, text: str) -> Edit:
        return add_slip(text, self.chosen, clean_line(self.organisation.text()))

    def render_document(self, document: Document) -> None:
        """Learn what groups there are; the chosen one stays chosen."""
        if self.chosen is not None and document.find(self.chosen, Group) is None:
            self.chosen = None
        self.group.show_document(document)
        self.group.show_value(self.chosen)
        self.group.setVisible(bool(document[Groups].groups))


def _groups(document: Document) -> list[tuple[Id, str]]:
    return [(group.id, group.name) for group in document[Groups].groups]


class OrientationWorkspace(Workspace):
    """Where our organisations look."""

    reads = (Groups, Orientation)

    def build(self) -> None:
        self.add_view(_("Picture"), PictureView)
        self.add_view(_("People"), lambda: PeopleView(self.session))
        self.add_view(_("Groups"), lambda: GroupsView(self.session))
        self.entry = SlipEntry(self.session)
        self.set_footer(self.entry)

    def render_document(self, document: Document) -> None:
        self.entry.render_document(document)
        super().render_document(document)

    def is_empty(self, document: Document) -> bool:
        return not document[Orientation].raters

    def make_empty_state(self) -> EmptyState:
        return EmptyState(
            _("Where does our organisation look?"),
            _("Everybody marks a point between the past and the far future, for now and for what should be. "
              "Type the slips in below and see where the room has its centre of gravity."),
            [(_("Add rater"), self.add_person), (_("See the sample"), self.wants_sample.emit)],
            "orientation",
        )  # fmt: skip

    def make_inspector(self) -> QWidget:
        return Panel(self.session)

    def has_selection(self) -> bool:
        """Whether somebody is selected."""
        return bool(self._selected())

    def _selected(self) -> Sequence[Id]:
        document = self.session.document
        return tuple(one for one in self.session.selection if document.find(one, Rater) is not None)

    @action(N_("Add rater"), shortcut="Ins", icon="plus", primary=True)
    def add_person(self) -> None:
        """Add somebody with the next code, ready for typing."""
        self.session.seal()
        rater = Rater(code=next_code(self.session.document))
        if self.session.do(add_rater(rater)):
            self.show_view(1)
            view = self.view
            if isinstance(view, PeopleView):
                view.people.go_to(rater.id)

    @action(N_("Delete rater"), shortcut="Ctrl+Delete", icon="trash", enabled="has_selection")
    def delete_selected(self) -> None:
        """Delete who is selected."""
        self.delete(_("Delete rater"), *self._selected())
