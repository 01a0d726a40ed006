"""The window of orientation, driven as a person does."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from foresight.core.document import Document
from foresight.kit.session import Session
from foresight.kit.workspace import Workspace
from foresight.methods.orientation.model import Orientation, Rater, Shares
from foresight.methods.orientation.tests.test_analysis import room
from foresight.methods.orientation.tests.test_report import crowd
from foresight.methods.orientation.view import GroupsView, PeopleView, PictureView
from foresight.methods.orientation.view_entry import SlipEntry
from foresight.methods.orientation.view_panel import Panel
from foresight.methods.orientation.view_people import FIELDS, People
from foresight.model.groups import Groups

Open = Callable[[str, Document | None], tuple[Workspace, Session]]


def raters(session: Session) -> tuple[Rater, ...]:
    return session.document[Orientation].raters


def entry_of(workspace: Workspace) -> SlipEntry:
    found = workspace.findChild(SlipEntry)
    assert isinstance(found, SlipEntry)
    return found


def people_of(workspace: Workspace) -> People:
    workspace.show_view(1)
    assert isinstance(workspace.view, PeopleView)
    return workspace.view.people


def go_to(people: People, row: int, field: str) -> None:
    people.setFocus()
    people.setCurrentIndex(people.cells.index(row, FIELDS.index(field)))


def test_slips_are_typed_in_one_after_the_other(open_workspace: Open, qtbot: QtBot) -> None:
    workspace, session = open_workspace("orientation", None)
    entry = entry_of(workspace)
    entry.line.setFocus()
    for slip in ("3 4", "2 4 20/60/20", "A7 3"):
        qtbot.keyClicks(entry.line, slip)
        qtbot.keyClick(entry.line, Qt.Key.Key_Return)
    assert [(rater.code, rater.line_now, rater.line_should) for rater in raters(session)] == [
        ("1", 3, 4),
        ("2", 2, 4),
        ("A7", 3, None),
    ]
    assert raters(session)[1].shares_now == Shares(past=20, present=60, future=20)
    session.undo()
    assert [rater.code for rater in raters(session)] == ["1", "2"]


def test_a_slip_that_does_not_fit_stays_in_the_line(open_workspace: Open, qtbot: QtBot) -> None:
    workspace, session = open_workspace("orientation", None)
    line = entry_of(workspace).line
    with qtbot.waitSignal(session.refused) as said:
        qtbot.keyClicks(line, "3 4 20/60/30")
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert said.args == ["These shares are 110 together; make them 100."]
    assert line.text() == "3 4 20/60/30"
    assert raters(session) == ()


def test_pasted_slips_become_one_step(open_workspace: Open, qtbot: QtBot) -> None:
    workspace, session = open_workspace("orientation", None)
    line = entry_of(workspace).line
    line.setFocus()
    QApplication.clipboard().setText("3 4\n2 5\n4 4\n")
    qtbot.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [(rater.code, rater.line_now) for rater in raters(session)] == [("1", 3), ("2", 2), ("3", 4)]
    session.undo()
    assert raters(session) == ()


def test_slips_of_a_chosen_group(open_workspace: Open, qtbot: QtBot) -> None:
    document = room(1, 1)
    workspace, session = open_workspace("orientation", document)
    entry = entry_of(workspace)
    entry.group.box.setFocus()
    qtbot.keyClick(entry.group.box, Qt.Key.Key_Down)
    qtbot.keyClick(entry.group.box, Qt.Key.Key_Down)
    qtbot.keyClicks(entry.organisation, " State ")
    qtbot.keyClicks(entry.line, "3")
    qtbot.keyClick(entry.line, Qt.Key.Key_Return)
    assert raters(session)[-1].group == document[Groups].groups[1].id
    assert raters(session)[-1].organisation == "State"


def test_digits_rate_and_enter_goes_to_the_next_person(open_workspace: Open, qtbot: QtBot) -> None:
    workspace, session = open_workspace("orientation", Document().put(Orientation(raters=(Rater(code="1"),))))
    people = people_of(workspace)
    go_to(people, 0, "line_now")
    for key in ("3", "4"):
        qtbot.keyClicks(people, key)
    qtbot.keyClick(people, Qt.Key.Key_Return)
    for key in ("2", "5"):
        qtbot.keyClicks(people, key)
    assert [(rater.code, rater.line_now, rater.line_should) for rater in raters(session)] == [("1", 3, 4), ("2", 2, 5)]
    for _ in range(3):
        session.undo()
    assert [(rater.line_now, rater.line_should) for rater in raters(session)] == [(3, 4)]


def test_enter_behind_somebody_who_said_nothing_adds_nobody(open_workspace: Open, qtbot: QtBot) -> None:
    workspace, session = open_workspace("orientation", Document().put(Orientation(raters=(Rater(code="1"),))))
    people = people_of(workspace)
    go_to(people, 0, "line_now")
    qtbot.keyClick(people, Qt.Key.Key_Return)
    assert len(raters(session)) == 1


def test_the_next_person_is_of_the_same_group(open_workspace: Open, qtbot: QtBot) -> None:
    document = room(1, 1, organisation="State")
    workspace, session = open_workspace("orientation", document)
    people = people_of(workspace)
    go_to(people, 1, "line_should")
    qtbot.keyClick(people, Qt.Key.Key_Return)
    assert raters(session)[2].group == document[Groups].groups[1].id
    assert raters(session)[2].organisation == "State"


def test_a_wrong_digit_is_refused_and_delete_clears(open_workspace: Open, qtbot: QtBot) -> None:
    workspace, session = open_workspace("orientation", room(3))
    people = people_of(workspace)
    go_to(people, 0, "line_now")
    with qtbot.waitSignal(session.refused):
        qtbot.keyClicks(people, "9")
    assert raters(session)[0].line_now == 1
    qtbot.keyClick(people, Qt.Key.Key_Delete)
    assert raters(session)[0].line_now is None
    session.undo()
    assert raters(session)[0].line_now == 1


@pytest.mark.parametrize(
    ("field", "typed", "expected"),
    [
        ("shares_now", "20/60", Shares(past=20, present=60, future=20)),
        ("code", "B2", "B2"),
        ("organisation", "County", "County"),
    ],
)
def test_typing_in_a_cell_changes_it(
    open_workspace: Open, qtbot: QtBot, field: str, typed: str, expected: object
) -> None:
    workspace, session = open_workspace("orientation", room(3))
    people = people_of(workspace)
    before = getattr(raters(session)[0], field)
    go_to(people, 0, field)
    qtbot.keyClicks(people, typed[0])
    editor = QApplication.focusWidget()
    assert editor is not None
    qtbot.keyClicks(editor, typed[1:])
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: getattr(raters(session)[0], field) == expected)
    assert (people.currentIndex().row(), people.currentIndex().column()) == (1, FIELDS.index("line_now"))
    session.undo()
    assert getattr(raters(session)[0], field) == before


@pytest.mark.parametrize(("typed", "expected"), [("3", 2), ("table 2", 1)])
def test_groups_are_typed_by_number_or_name(open_workspace: Open, qtbot: QtBot, typed: str, expected: int) -> None:
    document = room(1, 1, 1)
    workspace, session = open_workspace("orientation", document)
    people = people_of(workspace)
    go_to(people, 0, "group")
    qtbot.keyClicks(people, typed[0])
    editor = QApplication.focusWidget()
    assert editor is not None
    qtbot.keyClicks(editor, typed[1:])
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: raters(session)[0].group == document[Groups].groups[expected].id)


def test_insert_leads_to_the_line_for_slips_as_everywhere(open_workspace: Open, qtbot: QtBot) -> None:
    workspace, session = open_workspace("orientation", None)
    assert workspace.is_empty(session.document)
    qtbot.keyClick(workspace, Qt.Key.Key_Insert)
    qtbot.keyClicks(QApplication.focusWidget(), "3 4 20/60/20")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    (rater,) = raters(session)
    assert (rater.line_now, rater.line_should, rater.shares_now) == (3, 4, Shares(past=20, present=60, future=20))


def test_deleting_who_is_selected(open_workspace: Open, qtbot: QtBot) -> None:
    workspace, session = open_workspace("orientation", room(3))
    people = people_of(workspace)
    gone = raters(session)[1].id
    go_to(people, 1, "code")
    assert session.selection == (gone,)
    qtbot.keyClick(people, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert gone not in [rater.id for rater in raters(session)]
    session.undo()
    assert raters(session)[1].id == gone


def test_the_panel_changes_who_is_selected(open_workspace: Open, qtbot: QtBot) -> None:
    document = room(3)
    workspace, session = open_workspace("orientation", document)
    panel = workspace.inspector
    assert isinstance(panel, Panel)
    qtbot.addWidget(panel)
    panel.show()
    session.select(raters(session)[0].id)
    fields = {field.name: field for field in panel.form.fields}
    shares = fields["shares_now"].line  # type: ignore[attr-defined]
    qtbot.keyClicks(shares, "10/40/50")
    assert raters(session)[0].shares_now is None
    qtbot.keyClick(shares, Qt.Key.Key_Return)
    assert raters(session)[0].shares_now == Shares(past=10, present=40, future=50)
    note = fields["note"].findChild(QPlainTextEdit)
    assert isinstance(note, QPlainTextEdit)
    qtbot.keyClicks(note, "Late")
    assert raters(session)[0].note == "Late"
    session.undo()
    session.undo()
    assert session.document == document


def test_points_get_names(open_workspace: Open, qtbot: QtBot) -> None:
    workspace, session = open_workspace("orientation", room(3))
    panel = workspace.inspector
    assert isinstance(panel, Panel)
    qtbot.addWidget(panel)
    panel.show()
    qtbot.keyClicks(panel.points.names[4].line, "2060")
    assert session.document[Orientation].points == ("", "", "", "", "2060")
    assert isinstance(workspace.view, PictureView)
    assert workspace.view.pictures.seesaw.accessibleDescription().startswith("The centre of gravity is 1.0")
    session.undo()
    assert session.document[Orientation].points == ()
    assert panel.points.names[4].line.text() == ""


def test_pictures_say_in_words_what_they_show(open_workspace: Open, sample: Document) -> None:
    workspace, _session = open_workspace("orientation", sample)
    assert isinstance(workspace.view, PictureView)
    pictures = workspace.view.pictures
    assert "(n = 104)" in pictures.seesaw.accessibleDescription()
    assert "(n = 104)" in pictures.triangle.accessibleDescription()
    assert "tool for conversation" in " ".join(
        label.text() for label in workspace.view.findChildren(type(workspace.view.said))
    )


def test_a_line_without_shares_shows_no_triangle(open_workspace: Open) -> None:
    workspace, _session = open_workspace("orientation", room(4))
    assert isinstance(workspace.view, PictureView)
    assert workspace.view.pictures.triangle.isHidden()
    assert workspace.view.pictures.seesaw.isVisible()


def test_small_groups_are_not_shown(open_workspace: Open) -> None:
    workspace, _session = open_workspace("orientation", room(4, 2, 5))
    workspace.show_view(2)
    assert isinstance(workspace.view, GroupsView)
    cells = workspace.view.groups.cells.cells
    assert list(cells.rows) == ["Table 3", "Others"]
    assert [cells.text(row, 0) for row in range(2)] == ["5", "6"]


@pytest.mark.parametrize("people", [(4, 5), (2, 2)])
def test_where_nothing_can_be_compared_it_says_what_to_do(open_workspace: Open, people: tuple[int, ...]) -> None:
    workspace, _session = open_workspace("orientation", room(*people))
    workspace.show_view(2)
    view = workspace.view
    assert isinstance(view, GroupsView)
    assert view.groups.isVisible() == (people == (4, 5))
    assert view.untold[view.groups].isVisible() == (people == (2, 2))
    assert view.untold[view.groups].text().startswith("Nothing to compare before three people of one group")
    assert view.organisations.isHidden()
    assert view.untold[view.organisations].text().endswith("or in its column under People.")


def test_a_thousand_people(open_workspace: Open, qtbot: QtBot) -> None:
    document = Document().put(Orientation(raters=crowd(1000)))
    workspace, session = open_workspace("orientation", document)
    people = people_of(workspace)
    go_to(people, 999, "line_now")
    qtbot.keyClick(people, Qt.Key.Key_Delete)
    assert raters(session)[999].line_now is None
    session.undo()
    assert session.document == document


def test_reading_only(open_workspace: Open, qtbot: QtBot) -> None:
    workspace, session = open_workspace("orientation", room(3))
    session.read_only = True
    people = people_of(workspace)
    go_to(people, 0, "line_now")
    with qtbot.waitSignal(session.refused):
        qtbot.keyClicks(people, "3")
    assert raters(session)[0].line_now == 1
