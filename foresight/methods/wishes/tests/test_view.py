"""The window of the wishes, driven as a person does."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from conftest import OpenWorkspace
from foresight.core.document import Document, Id
from foresight.kit.session import Session
from foresight.kit.stack import Stack
from foresight.kit.workspace import Workspace
from foresight.methods.wishes import view
from foresight.methods.wishes.model import Wish, Wishes, WishTheme
from foresight.methods.wishes.tests.test_analysis import wished
from foresight.methods.wishes.view_entry import WishEntry
from foresight.methods.wishes.view_pages import OpenPage, Wall
from foresight.model.groups import Group, Groups

CONTROL = Qt.KeyboardModifier.ControlModifier
ROOM = Document().put(Groups(groups=(Group(id="g1", name="Table 1"), Group(id="g2", name="Table 2"))))


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifier)


def type_line(text: str) -> None:
    QTest.keyClicks(focused(), text)
    press(Qt.Key.Key_Return)


def wall_of(workspace: Workspace) -> Wall:
    workspace.show_view(0)
    assert isinstance(workspace.view, Wall)
    return workspace.view


def at_card(workspace: Workspace, theme: Id | None, card: Id) -> Stack:
    """The stack of a theme with the focus on a card."""
    stack = next(column.stack for column in wall_of(workspace).columns if column.stack.theme == theme)
    stack.setFocus()
    assert stack.go_to(card)
    return stack


def shown(workspace: Workspace) -> dict[str, list[Id]]:
    """The names and cards of the columns."""
    return {column.name.text(): [card.id for card in column.stack.cards.held] for column in wall_of(workspace).columns}


def theme_of(session: Session, wish: Id) -> Id | None:
    found = session.document.find(wish, Wish)
    assert found is not None
    return found.theme


def test_wishes_are_typed_one_after_the_other_with_the_number_of_the_group(open_workspace: OpenWorkspace) -> None:
    workspace, session = open_workspace("wishes", ROOM)
    assert workspace.is_empty(session.document)
    press(Qt.Key.Key_Insert)
    type_line("Time to try")
    type_line("2: One form less")
    type_line("A table for everybody")  # of the same group
    type_line("9: Nobody's")  # refused, and stays to be corrected

    assert [(wish.text, wish.group) for wish in session.document[Wishes].wishes] == [
        ("Time to try", None), ("One form less", "g2"), ("A table for everybody", "g2")
    ]  # fmt: skip
    entry = workspace.findChild(WishEntry)
    assert isinstance(entry, WishEntry)
    assert entry.line.text() == "9: Nobody's"
    assert entry.group.box.currentText() == "Table 2"
    for _step in range(3):
        session.undo()
    assert session.document is ROOM
    assert workspace.is_empty(session.document)


def test_a_column_is_pasted_in_one_step(open_workspace: OpenWorkspace) -> None:
    workspace, session = open_workspace("wishes", ROOM)
    press(Qt.Key.Key_Insert)
    QApplication.clipboard().setText("1\tCourage\n2: Trust\n\tTime\n")

    press(Qt.Key.Key_V, CONTROL)

    assert [(wish.text, wish.group) for wish in session.document[Wishes].wishes] == [
        ("Courage", "g1"), ("Trust", "g2"), ("Time", "g2")
    ]  # fmt: skip
    assert shown(workspace) == {"No theme": [wish.id for wish in reversed(session.document[Wishes].wishes)]}
    session.undo()
    assert session.document is ROOM


def test_digits_sort_one_wish_after_the_other(open_workspace: OpenWorkspace) -> None:
    workspace, session = open_workspace("wishes", wished())
    before = session.document
    stack = at_card(workspace, None, "g")

    QTest.keyClicks(stack, "3")
    assert theme_of(session, "g") == "law"
    assert stack.card == "e"  # the next one, ready to be sorted
    assert session.selection == ("e",)
    QTest.keyClicks(stack, "1")

    assert theme_of(session, "e") == "time"
    assert list(shown(workspace)) == ["Time", "Money", "Law"]
    assert isinstance(focused(), Stack)  # the column of the loose ones is gone, the keyboard is not
    session.undo()
    session.undo()
    assert session.document is before


def test_nought_takes_a_wish_out_and_an_arrow_carries_it(open_workspace: OpenWorkspace) -> None:
    workspace, session = open_workspace("wishes", wished())
    stack = at_card(workspace, "time", "b")
    press(Qt.Key.Key_Right, CONTROL)
    assert theme_of(session, "b") == "money"
    QTest.keyClicks(focused(), "0")
    assert theme_of(session, "b") is None
    QTest.keyClicks(stack, "9")  # no such theme
    assert [session.history.undo_label, theme_of(session, "b")] == ["Sort wish", None]


def test_cards_speak(open_workspace: OpenWorkspace) -> None:
    workspace, _session = open_workspace("wishes", wished())
    cards = at_card(workspace, "time", "a").cards
    said = [cards.data(cards.index(row), Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert said == ["Wish a (taken up)", "Wish b (not taken up yet)"]
    assert [column.count.text() for column in wall_of(workspace).columns] == [
        "2 wishes · key 0", "3 wishes · key 1", "2 wishes · key 2", "0 wishes · key 3"
    ]  # fmt: skip


def test_what_takes_up_a_wish_is_chosen(open_workspace: OpenWorkspace, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace, session = open_workspace("wishes", wished())
    before = session.document
    offered: list[str] = []

    def choose(_parent: QWidget, _title: str, items: list[tuple[Id, str]], _held: tuple[Id, ...]) -> tuple[Id, ...]:
        offered.extend(text for _id, text in items)
        return (items[1][0],)

    monkeypatch.setattr(view, "pick", choose)
    workspace.show_view(3)
    page = workspace.view
    assert isinstance(page, OpenPage)
    assert [wish.id for wish in page.list.model.rows] == ["b", "c1", "f", "g", "e"]
    page.list.table.setFocus()
    press(Qt.Key.Key_A, CONTROL)
    press(Qt.Key.Key_T, CONTROL)

    assert offered == ["Commitment: Try", "Ask: Help", "Scenario: Leap"]
    assert page.list.model.rows == []
    assert page.said.text() == "All 7 wishes are taken up by a commitment, an ask or a scenario."
    session.undo()
    assert session.document is before
    assert len(page.list.model.rows) == 5


def test_themes_and_groups_are_typed_into_the_list(open_workspace: OpenWorkspace, qtbot: QtBot) -> None:
    workspace, session = open_workspace("wishes", wished())
    before = session.document
    workspace.show_view(1)
    model = workspace.view.model  # type: ignore[union-attr]
    for column, typed in ((1, "mon"), (2, "2"), (3, "County")):
        assert model.setData(model.index(0, column), typed)
    wish = session.document.find("a", Wish)
    assert wish is not None
    assert (wish.theme, wish.group, wish.sector) == ("money", "g2", "County")
    with qtbot.waitSignal(session.refused):
        assert not model.setData(model.index(0, 1), "Trust")
    for _step in range(3):
        session.undo()
    assert session.document is before


def test_a_theme_is_added_named_and_deleted(open_workspace: OpenWorkspace) -> None:
    _workspace, session = open_workspace("wishes", wished())
    before = session.document
    press(Qt.Key.Key_N, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    type_line("Trust")
    assert [theme.name for theme in session.document[Wishes].themes] == ["Time", "Money", "Law", "Trust"]
    press(Qt.Key.Key_Delete, CONTROL)
    assert len(session.document[Wishes].themes) == 3
    for _step in range(3):
        session.undo()
    assert session.document is before


def test_alt_and_an_arrow_move_a_theme_and_its_digit(open_workspace: OpenWorkspace) -> None:
    workspace, session = open_workspace("wishes", wished())
    before = session.document
    wall_of(workspace).show_theme("money")
    press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert [theme.id for theme in session.document[Wishes].themes] == ["money", "time", "law"]
    press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)  # it is the first now
    QTest.keyClicks(at_card(workspace, None, "g"), "1")
    assert theme_of(session, "g") == "money"
    session.undo()
    session.undo()
    assert session.document is before


def test_the_delete_key_takes_a_card_away(open_workspace: OpenWorkspace) -> None:
    workspace, session = open_workspace("wishes", wished())
    before = session.document
    stack = at_card(workspace, "time", "a")
    press(Qt.Key.Key_Delete)
    assert shown(workspace)["Time"] == ["b", "d"]
    assert stack.card == "b"
    session.undo()
    assert session.document is before


@pytest.mark.parametrize("text", ["<b>bold</b> & <img src=x>", "Tom & Jerry"])
def test_user_text_is_no_markup(open_workspace: OpenWorkspace, text: str) -> None:
    document = Document().put(Wishes(themes=(WishTheme(name=text),), wishes=(Wish(text=text),)))
    workspace, _session = open_workspace("wishes", document)
    assert list(shown(workspace)) == ["No theme", text]
    workspace.show_view(2)
    assert workspace.view is not None
    assert not workspace.view.grab().isNull()
