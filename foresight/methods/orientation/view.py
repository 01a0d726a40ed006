"""The workspace of orientation: pictures for the room, people to type in, groups to compare."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from foresight.core.brief import Table
from foresight.core.document import Document, Id
from foresight.core.look import Look
from foresight.core.words import N_, _
from foresight.kit.actions import action
from foresight.kit.charts import FigureView
from foresight.kit.grid import Grid, GridCells
from foresight.kit.labels import EmptyState, plain_label
from foresight.kit.session import Session
from foresight.kit.workspace import Workspace
from foresight.methods.orientation.analysis import all_together, drawn_circles, point_names
from foresight.methods.orientation.model import Orientation, Rater
from foresight.methods.orientation.parts import by_group, by_organisation
from foresight.methods.orientation.rounds import paired, whole
from foresight.methods.orientation.sentences import (
    caution,
    change_sentence,
    circles_sentence,
    line_sentence,
    pairs_sentence,
    reading,
    shares_sentence,
)
from foresight.methods.orientation.tables import part_table
from foresight.methods.orientation.view_entry import SlipEntry
from foresight.methods.orientation.view_many import ManyView
from foresight.methods.orientation.view_panel import Panel
from foresight.methods.orientation.view_people import People
from foresight.methods.orientation.view_rounds import RoundsView
from foresight.model.groups import Groups

MANY = 4
"""The view in which many answers are pasted; it is there before there are any."""


NARROWEST, LOWEST, READABLE = 220, 110, 250
"""Pixels that a picture is never pressed below: across, and in height one of several, and those that stand alone."""


class Pictures(QWidget):
    """The see-saw, the triangle and the circles; those that have nothing to show are not there."""

    def __init__(self, *, upright: bool = False) -> None:
        super().__init__()
        self.upright = upright
        self.sentences: list[str] = []
        self.seesaw = FigureView(_("See-saw"))
        self.triangle = FigureView(_("Triangle"))
        self.circles = FigureView(_("Circles"))
        for figure in (self.seesaw, self.triangle, self.circles):
            figure.setMinimumSize(NARROWEST, LOWEST)  # three of them below each other fit a small laptop
        row = QVBoxLayout(self) if upright else QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.triangle, 3)
        right.addWidget(self.circles, 2)
        row.addWidget(self.seesaw, 1)
        row.addLayout(right, 1)

    def render_document(self, document: Document) -> None:
        """Show the pictures of this document."""
        said = all_together(document)
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
        self._show_circles(document)
        self.triangle.setVisible(bool(said.shares_now or said.shares_should))
        self.seesaw.setVisible(bool(said.line_now or said.line_should or said.line_after) or self.triangle.isHidden())

    def _show_circles(self, document: Document) -> None:
        """The circles, where enough people drew some."""
        drawn = drawn_circles(document)
        self.circles.setVisible(drawn is not None and not self.upright)  # beside the table there is room for two
        if drawn is None or self.circles.isHidden():
            return

        def draw(width: float, height: float, look: Look) -> object:
            from foresight.methods.orientation.figure_circles import three_circles

            return three_circles(drawn, width, height, look)

        self.circles.show_figure(draw, circles_sentence(drawn))


class PictureView(QScrollArea):
    """The pictures as large as can be, and what they say; in a small window they scroll together."""

    def __init__(self) -> None:
        super().__init__()
        self.pictures = Pictures()
        self.pictures.setMinimumHeight(READABLE)
        self.said = plain_label("", "lead")
        self.explained = plain_label("", "small")
        page = QWidget()
        page.setProperty("role", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.pictures, 1)
        column.addWidget(self.said)
        column.addWidget(self.explained)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def render_document(self, document: Document) -> None:
        """Show this document."""
        self.pictures.render_document(document)
        changed = [change_sentence(whole(document)), pairs_sentence(paired(document))]
        after = " ".join(text for text in changed if text)
        more = [text for text in (after, circles_sentence(drawn_circles(document))) if text]
        self.said.setText("\n".join([*self.pictures.sentences, *more]))
        self.explained.setText(f"{reading(all_together(document))} {caution()}".strip())


class PeopleView(QWidget):
    """Everybody in a table, with the pictures beside so that every answer is seen to count."""

    def __init__(self, session: Session, entry: SlipEntry) -> None:
        super().__init__()
        self.people, self._entry = People(session), entry
        entry.changed.connect(lambda: self._show_ballots(session.document))
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
        self._show_ballots(document)
        self.pictures.render_document(document)

    def _show_ballots(self, document: Document) -> None:
        """The columns of the ballot after the day are there when it was held, or is being typed in."""
        held = any(rater.has_rated_again for rater in document[Orientation].raters)
        self.people.show_after(held or self._entry.ballot == "after")


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
        self.untold = {
            grid: plain_label(words, "muted")
            for grid, words in ((self.groups, _no_groups()), (self.organisations, _no_kinds()))
        }
        for title, grid in ((_("By group"), self.groups), (_("By kind of organisation"), self.organisations)):
            share = 2 if grid is self.groups else 1
            column.addWidget(plain_label(title, "semibold"))
            column.addWidget(grid, share)
            column.addWidget(self.untold[grid], share, Qt.AlignmentFlag.AlignTop)
        note = _("Groups of one or two people are counted among the others, so that nobody is recognised.")
        column.addWidget(plain_label(note, "small"))

    def render_document(self, document: Document) -> None:
        """Show this document."""
        for grid, untold in self.untold.items():
            grid.render_document(document)
            grid.resizeColumnsToContents()
            grid.setVisible(bool(grid.cells.cells.rows))
            untold.setVisible(not grid.cells.cells.rows)


def _no_groups() -> str:
    return _(
        "Nothing to compare before three people of one group have answered. Groups are made in the room; choose the "
        "group below before you type its slips, or write it in the column Group under People."
    )


def _no_kinds() -> str:
    return _(
        "Nothing to compare before three people of one kind of organisation have answered. Write the kind below before "
        "you type the slips, or in its column under People."
    )


def _cells(table: Table) -> GridCells:
    """A table whose first column names the rows, for a grid."""
    names = [str(row[0]) for row in table.rows]
    return GridCells(names, table.head[1:], lambda row, column: str(table.rows[row][column + 1]))


class OrientationWorkspace(Workspace):
    """Where our organisations look."""

    reads = (Groups, Orientation)

    def build(self) -> None:
        self.entry = SlipEntry(self.session)
        self.add_view(_("Picture"), PictureView)
        self.add_view(_("People"), lambda: PeopleView(self.session, self.entry))
        self.add_view(_("Groups"), lambda: GroupsView(self.session))
        self.add_view(_("Feedback"), RoundsView)
        self.add_view(_("Many at once"), lambda: ManyView(self.session, self.entry))
        self.set_footer(self.entry)

    def render_document(self, document: Document) -> None:
        self.entry.render_document(document)
        super().render_document(document)

    def is_empty(self, document: Document) -> bool:
        return not document[Orientation].raters and self.view_index != MANY

    def make_empty_state(self) -> EmptyState:
        return EmptyState(
            _("Where does our organisation look?"),
            _("Everybody marks a point between the past and the far future, for now and for what should be. "
              "Type the slips in below and see where the room has its centre of gravity."),
            [
                (_("Add rater"), self.add_person),
                (_("Paste many"), lambda: self.show_view(MANY)),
                self.sample_offer,
            ],
            "orientation",
        )  # fmt: skip

    def make_inspector(self) -> QWidget:
        return Panel(self.session)

    @action(N_("Paste many answers"), shortcut="Ctrl+Shift+V", icon="plus")
    def paste_many(self) -> None:
        """To the view in which many answers are pasted or typed, line by line."""
        self.show_view(MANY)
        if self.view is not None:
            self.view.setFocus()

    def has_selection(self) -> bool:
        """Whether somebody is selected."""
        return bool(self._selected())

    def _selected(self) -> Sequence[Id]:
        document = self.session.document
        return tuple(one for one in self.session.selection if document.find(one, Rater) is not None)

    @action(N_("Add rater"), shortcut="Ins", icon="plus", primary=True)
    def add_person(self) -> None:
        """To the line in which slips are typed."""
        self.entry.line.setFocus()

    @action(N_("Delete rater"), shortcut="Ctrl+Delete", icon="trash", enabled="has_selection")
    def delete_selected(self) -> None:
        """Delete who is selected."""
        self.delete(_("Delete rater"), *self._selected())
