"""The workspace of scenarios, driven as a person does: keys and mouse, then the document, then undo."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from conftest import OpenWorkspace
from foresight.core.document import Document
from foresight.core.methods import discover
from foresight.core.words import speak
from foresight.kit.fields import Field, LineField, ProseField
from foresight.kit.inspector import Inspector
from foresight.kit.labels import EmptyState
from foresight.kit.rows import RowsField
from foresight.kit.session import Session
from foresight.methods.scenarios.axes import axes_are_dependent
from foresight.methods.scenarios.tests import samples
from foresight.methods.scenarios.view import ScenariosWorkspace
from foresight.methods.scenarios.view_compare import CompareView
from foresight.methods.scenarios.view_cross import CrossView
from foresight.methods.scenarios.view_tell import LengthField, TellView, read_direction
from foresight.model.drivers import Drivers
from foresight.model.scenarios import Axis, Scenario, Scenarios, set_axis
from foresight.model.workshop import Workshop

Opened = tuple[ScenariosWorkspace, Session]


def opened(open_workspace: OpenWorkspace, document: Document | None = None) -> Opened:
    workspace, session = open_workspace("scenarios", document)
    assert isinstance(workspace, ScenariosWorkspace)
    return workspace, session


def cross(workspace: ScenariosWorkspace) -> CrossView:
    assert isinstance(workspace.view, CrossView)
    return workspace.view


def compare(workspace: ScenariosWorkspace) -> CompareView:
    workspace.show_view(1)
    assert isinstance(workspace.view, CompareView)
    return workspace.view


def tell(workspace: ScenariosWorkspace) -> TellView:
    workspace.show_view(2)
    assert isinstance(workspace.view, TellView)
    return workspace.view


def part(session: Session) -> Scenarios:
    return session.document[Scenarios]


def names(session: Session) -> list[str]:
    return [scenario.name for scenario in part(session).scenarios]


def write(field: QWidget, text: str) -> None:
    """Replace what stands in a field by typing."""
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, text)


def click(button: QAbstractButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, modifier)


def field(fields: Sequence[Field], name: str) -> Field:
    return next(each for each in fields if each.name == name and not isinstance(each, LengthField))


# The empty state


def test_an_empty_workshop_says_what_to_do_first(open_workspace: OpenWorkspace, qtbot: QtBot) -> None:
    workspace, session = opened(open_workspace)
    empty = workspace.stack.currentWidget()
    assert isinstance(empty, EmptyState)
    buttons = {each.text(): each for each in empty.findChildren(QPushButton)}
    for text, method in (("Rate trends", "trends"), ("Make drivers", "network")):
        with qtbot.waitSignal(workspace.wants_method) as asked:
            click(buttons[text])
        assert asked.args == [method]
    with qtbot.waitSignal(workspace.wants_sample):
        click(buttons["See the sample"])
    click(buttons["Type two axes"])
    assert cross(workspace).y_box.line.hasFocus()
    assert session.document == Document(doc_id=session.document.doc_id)


def test_from_nothing_to_four_named_scenarios_with_the_keyboard(open_workspace: OpenWorkspace) -> None:
    workspace, session = opened(open_workspace)
    workspace._begin()
    view = cross(workspace)
    QTest.keyClicks(view.y_box.line, "Change")
    write(view.poles["y", "high"], "much")
    write(view.poles["y", "low"], "little")
    write(view.x_box.line, "Trust")
    assert part(session).y_axis == Axis(name="Change", low="little", high="much")
    assert part(session).x_axis == Axis(name="Trust")
    click(view.four)
    assert [(world.x, world.y) for world in part(session).scenarios] == [
        ("low", "high"),
        ("high", "high"),
        ("low", "low"),
        ("high", "low"),
    ]
    assert not view.four.isVisible()
    card = view.cards[part(session).scenarios[0].id]
    write(card.name, "The leap")
    press(Qt.Key.Key_Return)
    assert card.tagline.hasFocus()
    QTest.keyClicks(card.tagline, "Look out")
    assert (part(session).scenarios[0].name, part(session).scenarios[0].tagline) == ("The leap", "Look out")
    session.undo()
    assert part(session).scenarios[0].tagline == ""
    session.undo()
    session.undo()
    assert part(session).scenarios == ()


# The cross


def test_choosing_a_driver_from_the_ranked_list_and_undoing(open_workspace: OpenWorkspace) -> None:
    workspace, session = opened(open_workspace, samples.base())
    box = cross(workspace).x_box
    assert box.itemText(0) == "Artificial intelligence (impact 5, uncertainty 5)"
    box.setFocus()
    press(Qt.Key.Key_Down)
    assert part(session).x_axis.driver == "d3"
    assert box.line.text() == "Artificial intelligence"
    session.undo()
    assert part(session).x_axis == Axis()
    assert box.line.text() == ""


def test_a_name_of_ones_own_stands_over_the_driver_until_it_is_cleared(open_workspace: OpenWorkspace) -> None:
    workspace, session = opened(open_workspace, samples.four())
    line = cross(workspace).x_box.line
    write(line, "Faith")
    assert (part(session).x_axis.name, part(session).x_axis.driver) == ("Faith", "d0")
    write(line, "Trust in society")
    assert part(session).x_axis.name == ""
    line.selectAll()
    press(Qt.Key.Key_Delete)
    assert part(session).x_axis.driver is None


def test_the_best_pair_is_chosen_with_enter(open_workspace: OpenWorkspace) -> None:
    workspace, session = opened(open_workspace, samples.base())
    head = cross(workspace).head
    click(head.pairs_button)
    assert head.pairs.hasFocus()
    assert head.pairs.item(0).text().startswith("0.75  Artificial intelligence × Trust in society")
    press(Qt.Key.Key_Return)
    assert (part(session).x_axis.driver, part(session).y_axis.driver) == ("d3", "d0")
    assert not head.pairs.isVisible()
    assert head.words.text().startswith("Independent as far as")
    session.undo()
    assert part(session).x_axis.driver is None


def test_dependent_axes_are_said_in_words(open_workspace: OpenWorkspace) -> None:
    document = samples.base().put(Scenarios(x_axis=Axis(driver="d0"), y_axis=Axis(driver="d4")))
    workspace, session = opened(open_workspace, document)
    head = cross(workspace).head
    assert head.words.text().startswith("Not independent: “Silos” follows “Trust in society”: −2.")
    click(head.swap)
    assert part(session).x_axis.driver == "d4"


def test_a_refusal_is_overruled_where_it_is_said(open_workspace: OpenWorkspace) -> None:
    document = samples.base().put(Scenarios(x_axis=Axis(driver="d0"), y_axis=Axis(driver="d4")))
    workspace, session = opened(open_workspace, document)
    head = cross(workspace).head
    write(head.reason.line, "The ministries may yet share their money")
    assert [(held.first, held.second) for held in part(session).overruled] == [("d0", "d4")]
    assert part(session).overruled[0].reason == "The ministries may yet share their money"
    assert head.words.text().startswith("Not independent")
    session.undo()
    assert part(session).overruled == ()
    assert head.reason.line.text() == ""
    session.do(set_axis("y", driver="d3"))
    assert not head.reason.isVisible()


def test_a_refused_pair_is_listed_last_and_asks_for_a_reason(open_workspace: OpenWorkspace) -> None:
    workspace, session = opened(open_workspace, samples.base())
    head = cross(workspace).head
    click(head.pairs_button)
    refused = [row for row in range(head.pairs.count()) if " follows " in head.pairs.item(row).text()]
    assert refused
    assert refused[-1] == head.pairs.count() - 1
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Return)
    assert head.reason.line.hasFocus()
    assert axes_are_dependent(session.document)


def test_the_horizon_year_is_typed(open_workspace: OpenWorkspace) -> None:
    workspace, session = opened(open_workspace, samples.four())
    box = cross(workspace).head.horizon.box
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "2050")
    press(Qt.Key.Key_Return)
    assert session.document[Workshop].horizon == 2050
    session.undo()
    assert session.document[Workshop].horizon == 2040
    assert box.value() == 2040


def test_a_world_is_added_in_an_empty_corner(open_workspace: OpenWorkspace) -> None:
    document = samples.four().put(part(Session(samples.four())).but(scenarios=(samples.world(0),)))
    workspace, session = opened(open_workspace, document)
    adders = [each for each in cross(workspace).findChildren(QPushButton) if each.text() == "Add a world here"]
    assert [each.accessibleName() for each in adders] == [
        "Add a world here: right pole, upper pole",
        "Add a world here: left pole, lower pole",
        "Add a world here: right pole, lower pole",
    ]
    click(adders[2])
    assert (part(session).scenarios[1].x, part(session).scenarios[1].y) == ("high", "low")


def test_arrows_walk_the_cards_enter_tells_and_delete_deletes(open_workspace: OpenWorkspace) -> None:
    workspace, session = opened(open_workspace, samples.four())
    view = cross(workspace)
    QTest.mouseClick(view.cards["s0"], Qt.MouseButton.LeftButton, pos=QPoint(20, 90))
    assert session.selection == ("s0",)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Down)
    assert session.selection == ("s3",)
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Left)
    assert session.selection == ("s2",)
    press(Qt.Key.Key_Delete)
    assert names(session) == ["The leap", "Spread in the field", "Known paths"]
    session.undo()
    assert len(names(session)) == 4
    view.cards["s1"].setFocus()
    press(Qt.Key.Key_Return)
    assert isinstance(workspace.view, TellView)
    assert workspace.view.index() == 1


def test_tell_on_a_card_tells_the_world_of_that_card_each_time(open_workspace: OpenWorkspace) -> None:
    workspace, session = opened(open_workspace, samples.four())
    for place, name in enumerate(("s0", "s2", "s1")):
        workspace.show_view(0)
        QTest.mouseClick(cross(workspace).cards[name].write, Qt.MouseButton.LeftButton)
        assert isinstance(workspace.view, TellView)
        assert workspace.view.banner.words.text().startswith(f"Scenario {'ABC'[int(name[1])]},")
        narrative = QApplication.focusWidget()
        assert narrative is not None
        QTest.keyClicks(narrative, f"Told {place}.")

    told = [scenario.narrative for scenario in part(session).scenarios]
    assert [text.count("Told") for text in told] == [1, 1, 1, 0]
    assert "Told 0." in told[0]
    assert "Told 1." in told[2]
    assert "Told 2." in told[1]


def test_tab_and_enter_go_through_the_picture_as_one_reads_it(open_workspace: OpenWorkspace) -> None:
    workspace, _session = opened(open_workspace, samples.four())
    view = cross(workspace)
    view.y_box.line.setFocus()
    passed = []
    for step in range(21):
        press(Qt.Key.Key_Return if step in (0, 1) else Qt.Key.Key_Tab)
        widget = QApplication.focusWidget()
        assert widget is not None
        passed.append(widget.accessibleName())
    assert passed == [
        "Upper pole",
        *("Scenario A: The leap", "Name of the world", "Tagline", "Tell scenario A"),
        *("Scenario B: Spread in the field", "Name of the world", "Tagline", "Tell scenario B"),
        *("Left pole", "Horizontal axis", "Right pole"),
        *("Scenario C: Trailing behind", "Name of the world", "Tagline", "Tell scenario C"),
        *("Scenario D: Known paths", "Name of the world", "Tagline", "Tell scenario D"),
        "Lower pole",
    ]


def test_pasted_lines_become_one_line_and_names_end_at_120_letters(
    open_workspace: OpenWorkspace, themed: QApplication
) -> None:
    workspace, session = opened(open_workspace, samples.four())
    name = cross(workspace).cards["s0"].name
    QGuiApplication.clipboard().setText("Two\nlines")
    name.setFocus()
    name.selectAll()
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert part(session).scenarios[0].name == "Two lines"
    QGuiApplication.clipboard().setText("x" * 300)
    name.selectAll()
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert part(session).scenarios[0].name == "x" * 120


def test_long_names_wrap_in_place(open_workspace: OpenWorkspace) -> None:
    workspace, _session = opened(open_workspace, samples.long_names())
    card = cross(workspace).cards["s0"]
    assert card.name.height() >= 3 * card.name.fontMetrics().lineSpacing()


def test_stories_without_a_cross_are_put_on_one(open_workspace: OpenWorkspace) -> None:
    workspace, session = opened(open_workspace, samples.six())
    view = cross(workspace)
    assert not view.cross.isVisible()
    assert all(card.isVisible() for card in view.cards.values())
    click(view.begin)
    assert view.cross.isVisible()
    session.select("s4")
    inspector = workspace.inspector
    assert isinstance(inspector, Inspector)
    form = inspector.forms[Scenario]
    for name, key in (("x", Qt.Key.Key_Down), ("y", Qt.Key.Key_Down)):
        box = field(form.fields, name).focusProxy()
        assert box is not None
        QTest.keyClick(box, key)
    assert (part(session).scenarios[4].x, part(session).scenarios[4].y) == ("low", "low")
    assert view.corners[2].isAncestorOf(view.cards["s4"])


def test_new_scenarios_come_in_by_name(open_workspace: OpenWorkspace) -> None:
    workspace, session = opened(open_workspace, samples.base())
    QTest.keyClick(workspace, Qt.Key.Key_Insert)
    assert workspace.entry.hasFocus()
    QTest.keyClicks(workspace.entry, "Story one")
    press(Qt.Key.Key_Return)
    QTest.keyClicks(workspace.entry, "Story two")
    press(Qt.Key.Key_Return)
    assert names(session) == ["Story one", "Story two"]


# The comparison


def test_the_comparison_is_filled_with_the_keyboard(open_workspace: OpenWorkspace) -> None:
    workspace, session = opened(open_workspace, samples.four())
    grid = compare(workspace).grid
    grid.setFocus()
    grid.setCurrentIndex(grid.cells.index(2, 0))
    for key, direction in (("-", -1), ("0", 0), ("+", 1)):
        QTest.keyClicks(grid, key)
        assert part(session).scenarios[0].states[2].direction == direction
    press(Qt.Key.Key_Right)
    assert session.selection == ("s1",)
    press(Qt.Key.Key_Delete)
    assert [state.driver for state in part(session).scenarios[1].states] == ["d0", "d1", "d3", "d4", "d5"]
    session.undo()
    assert part(session).scenarios[1].states[2].direction == 0


def test_the_comparison_keeps_to_the_selected_world(open_workspace: OpenWorkspace) -> None:
    workspace, session = opened(open_workspace, samples.four())
    session.select("s2")
    grid = compare(workspace).grid
    assert (session.selection, grid.currentIndex().column()) == (("s2",), 2)
    session.select("s1")
    assert grid.currentIndex().column() == 1


def test_everything_fits_a_narrow_window(open_workspace: OpenWorkspace) -> None:
    workspace, _session = opened(open_workspace, samples.four())
    workspace.resize(540, 480)
    view = cross(workspace)
    assert view.area.horizontalScrollBar().maximum() == 0
    assert view.head.pairs_button.y() > view.head.words.y()
    for card in view.cards.values():
        assert card.tagline.geometry().bottom() <= card.write.geometry().top()


def test_words_are_written_in_a_cell(open_workspace: OpenWorkspace) -> None:
    workspace, session = opened(open_workspace, samples.four())
    grid = compare(workspace).grid
    grid.setFocus()
    grid.setCurrentIndex(grid.cells.index(3, 1))
    press(Qt.Key.Key_Return)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QPlainTextEdit)
    assert editor.toPlainText() == "up"
    QTest.keyClicks(editor, "Open models")
    press(Qt.Key.Key_Return)
    state = next(state for state in part(session).scenarios[1].states if state.driver == "d3")
    assert (state.text, state.direction) == ("Open models", 1)
    session.undo()
    assert next(state for state in part(session).scenarios[1].states if state.driver == "d3").text == ""


def test_cells_speak_and_the_most_alike_are_named(open_workspace: OpenWorkspace) -> None:
    workspace, _session = opened(open_workspace, samples.four())
    view = compare(workspace)
    spoken = view.grid.cells.index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Fight for labour, A  The leap: up, Few hands, many tasks"
    assert view.message.text().startswith("Most alike are “The leap” and “Trailing behind”")


@pytest.mark.parametrize(
    ("document", "said"),
    [
        (samples.base(), "There are no scenarios yet."),
        (samples.four().put(Drivers()), "There are no drivers yet."),
        (samples.six(), "There are 6 scenarios; more than four are hard to keep apart."),
    ],
)
def test_the_comparison_says_what_is_lacking(open_workspace: OpenWorkspace, document: Document, said: str) -> None:
    workspace, _session = opened(open_workspace, document)
    assert compare(workspace).message.text().startswith(said)


# The telling


def test_a_world_is_told_and_its_words_are_counted(open_workspace: OpenWorkspace) -> None:
    workspace, session = opened(open_workspace, samples.four())
    view = tell(workspace)
    narrative = field(view.form.fields, "narrative")
    assert isinstance(narrative, ProseField)
    write(narrative.text, "It is 2040 and quiet.")
    assert part(session).scenarios[0].narrative == "It is 2040 and quiet."
    said = next(each for each in view.form.fields if isinstance(each, LengthField))
    assert said.said.text() == "5 words; 115 to go (aim for 120 to 250)."
    session.undo()
    assert part(session).scenarios[0].narrative == samples.STORY
    assert said.said.text() == "131 words, as it should be (120 to 250)."


def test_previous_and_next_walk_the_worlds(open_workspace: OpenWorkspace) -> None:
    workspace, session = opened(open_workspace, samples.four())
    view = tell(workspace)
    name = field(view.form.fields, "name")
    assert isinstance(name, LineField)
    click(view.after)
    assert (session.selection, name.line.text()) == (("s1",), "Spread in the field")
    click(view.before)
    click(view.before)
    assert (session.selection, name.line.text()) == (("s3",), "Known paths")
    QTest.keyClick(workspace, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert session.selection == ("s0",)
    assert view.banner.words.text().startswith("Scenario A, 1 of 4")


def test_an_event_and_an_indicator_are_typed_into_their_rows(open_workspace: OpenWorkspace) -> None:
    workspace, session = opened(open_workspace, samples.six())
    view = tell(workspace)
    for name, typed in (("timeline", ("2031", "A flood")), ("indicators", ("Trust", "--"))):
        rows = field(view.form.fields, name)
        assert isinstance(rows, RowsField)
        table: QTableWidget = rows.table
        for column, text in enumerate(typed):
            item = table.item(0, column)
            assert item is not None
            item.setText(text)
    world = part(session).scenarios[0]
    assert [(event.year, event.text) for event in world.timeline] == [(2031, "A flood")]
    assert [(each.text, each.direction) for each in world.indicators] == [("Trust", -2)]


def test_driver_states_of_one_world_stand_on_its_page(open_workspace: OpenWorkspace) -> None:
    workspace, session = opened(open_workspace, samples.four())
    view = tell(workspace)
    grid = field(view.form.fields, "id").focusProxy()
    assert grid is not None
    grid.setFocus()
    QTest.keyClicks(grid, "+")
    assert part(session).scenarios[0].states[0].direction == 1


@pytest.mark.parametrize(("text", "direction"), [("++", 2), ("-", -1), ("−−", -2), ("0", 0), ("-2", -2), ("1", 1)])
def test_directions_are_read_as_people_write_them(text: str, direction: int) -> None:
    assert read_direction(text) == direction


def test_a_direction_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        read_direction("sideways")


def test_without_scenarios_the_page_says_so(open_workspace: OpenWorkspace) -> None:
    workspace, _session = opened(open_workspace, samples.base())
    view = tell(workspace)
    assert view.nothing.isVisible()
    assert not view.page.isVisible()


# The list and the inspector


def test_the_list_shows_all_and_moves_letters(open_workspace: OpenWorkspace) -> None:
    workspace, session = opened(open_workspace, samples.four())
    workspace.show_view(3)
    session.select("s1")
    QTest.keyClick(workspace, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert names(session) == ["Spread in the field", "The leap", "Trailing behind", "Known paths"]
    QTest.keyClick(workspace, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert names(session)[0] == "Spread in the field"
    QTest.keyClick(workspace, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert names(session) == ["The leap", "Trailing behind", "Known paths"]
    assert (
        session.history.undo_label == "Delete scenario (6 entries, 4 entries, 4 entries)" or session.history.undo_label
    )
    session.undo()
    session.undo()
    assert names(session) == list(samples.NAMES)


def test_the_inspector_changes_the_selected_world(open_workspace: OpenWorkspace) -> None:
    workspace, session = opened(open_workspace, samples.four())
    inspector = workspace.inspector
    assert isinstance(inspector, Inspector)
    session.select("s2")
    quote = field(inspector.forms[Scenario].fields, "quote")
    assert isinstance(quote, LineField)
    write(quote.line, "Nobody called.")
    assert part(session).scenarios[2].quote == "Nobody called."
    session.undo()
    assert part(session).scenarios[2].quote == "We stopped asking whose job it was."


def test_a_picture_of_the_cross_lands_on_the_clipboard(open_workspace: OpenWorkspace) -> None:
    workspace, _session = opened(open_workspace, samples.four())
    workspace.copy_picture()
    image = QGuiApplication.clipboard().image()
    assert image.width() > 1000
    assert image.height() > 200


# All views


def nameless(view: QWidget) -> list[QWidget]:
    """What can be used and says nothing to a screen reader; parts of Qt's own widgets speak through their owners."""
    kinds = QAbstractButton | QLineEdit | QPlainTextEdit | QComboBox | QAbstractItemView
    used = [each for each in view.findChildren(QWidget) if isinstance(each, kinds) and each.isVisible()]
    owned = (QAbstractSpinBox, QAbstractItemView, QComboBox)
    return [
        each
        for each in used
        if not isinstance(each.parent(), owned)
        and not each.accessibleName()
        and not (isinstance(each, QAbstractButton) and each.text())
    ]


@pytest.mark.parametrize("document", [samples.four(), samples.six(), samples.base()], ids=["four", "six", "base"])
def test_showing_changes_nothing_and_everything_has_a_name(open_workspace: OpenWorkspace, document: Document) -> None:
    workspace, session = opened(open_workspace, document)
    for index in range(workspace.view_count):
        workspace.show_view(index)
        assert workspace.view is not None
        assert nameless(workspace.view) == []
    assert session.document is document


def test_a_workshop_for_reading_only_stays_as_it_is(open_workspace: OpenWorkspace) -> None:
    workspace, session = opened(open_workspace, samples.four())
    session.read_only = True
    workspace._shown.clear()
    workspace.render_document(session.document)
    view = cross(workspace)
    assert view.cards["s0"].name.isReadOnly()
    assert not view.x_box.isEnabled()
    QTest.keyClicks(view.poles["x", "low"], "more")
    assert part(session).x_axis.low == "low"


def test_the_workspace_speaks_norwegian(open_workspace: OpenWorkspace) -> None:
    discover()
    speak("nb")
    workspace, _session = opened(open_workspace, samples.four())
    view = cross(workspace)
    assert view.head.words.text().startswith("Uavhengige så langt nettverket viser")
    assert view.poles["y", "high"].accessibleName() == "Øvre ytterpunkt"
    assert view.cards["s0"].foot.text() == "A · 131 ord · 12/18"
