"""Lines in which one types fast, and into which tables are pasted."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from foresight.core.history import Edit
from foresight.core.text import LINE_LENGTH
from foresight.kit.entry import PartsEntry, QuickEntry, table_of
from foresight.kit.session import Session
from foresight.model.trends import Trend, Trends, add_trend


def made(parts: Sequence[str]) -> Edit:
    title, summary, *rest = (*parts, "")
    return add_trend(Trend(title=title, summary=summary, tags=tuple(filter(None, rest))))


@pytest.fixture
def line(qtbot: QtBot, session: Session) -> PartsEntry:
    """A line for a trend: title | summary | tag."""
    line = PartsEntry(session, "Add", made, "|", 3)
    qtbot.addWidget(line)
    line.show()
    return line


def trends(session: Session) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(trend.title, trend.summary, trend.tags) for trend in session.document[Trends].trends]


def paste(widget: QuickEntry | PartsEntry, text: str) -> None:
    QApplication.clipboard().setText(text)
    QTest.keySequence(widget, "Ctrl+V")


def test_a_table_has_the_cells_that_a_spreadsheet_copies() -> None:
    assert table_of("a\tb\t\td\r\n\t\r\n e \t\nf") == [["a", "b", "", "d"], ["e"], ["f"]]
    assert table_of(" \n\t\n") == []


def test_parts_are_typed_with_a_sign_between_them(line: PartsEntry, session: Session) -> None:
    for text in ("Ageing | fewer at work | people | more", "| nothing before the sign"):
        line.setText(text)
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert trends(session) == [("Ageing", "fewer at work", ("people | more",))]
    assert line.text() == "| nothing before the sign"


def test_a_pasted_table_keeps_its_columns_and_is_one_step(line: PartsEntry, session: Session) -> None:
    paste(line, "Ageing\t\tpeople\nClimate\twarmer\tnature\tair\nTrust | falls")
    assert trends(session) == [
        ("Ageing", "", ("people",)),
        ("Climate", "warmer", ("nature | air",)),
        ("Trust", "falls", ()),
    ]
    session.undo()
    assert trends(session) == []


def test_one_row_is_shown_before_it_is_added(line: PartsEntry, session: Session) -> None:
    paste(line, "Ageing\tfewer at work")
    assert (line.text(), trends(session)) == ("Ageing | fewer at work", [])
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert trends(session) == [("Ageing", "fewer at work", ())]


def test_a_part_that_is_too_long_is_cut_with_a_word(line: PartsEntry, session: Session) -> None:
    said: list[str] = []
    session.said.connect(said.append)
    line.setText("a|" + "b" * (LINE_LENGTH + 1))
    QTest.keyClick(line, Qt.Key.Key_Return)
    paste(line, "c\t" + "d" * (LINE_LENGTH + 1) + "\ne")
    assert [len(summary) for _title, summary, _tags in trends(session)] == [LINE_LENGTH, LINE_LENGTH, 0]
    assert said == [
        "Only the first 200 characters are kept.",
        "2 added. Of each, only the first 200 characters are kept.",
    ]


def test_cells_that_are_too_long_together_are_cut_with_a_word(qtbot: QtBot, session: Session) -> None:
    line, said = QuickEntry(session, "Add", lambda text: made([text])), list[str]()
    qtbot.addWidget(line)
    session.said.connect(said.append)
    paste(line, f"{'a' * 120}\t{'b' * 120}\nc")
    assert [len(title) for title, _summary, _tags in trends(session)] == [LINE_LENGTH, 1]
    assert said == ["2 added. Of each, only the first 200 characters are kept."]


def test_the_mouse_pastes_as_the_keys_do(qtbot: QtBot, session: Session) -> None:
    line = QuickEntry(session, "Add", lambda text: made([text]))
    qtbot.addWidget(line)
    line.show()
    for text in ("Ageing\nClimate", "Trust"):
        QApplication.clipboard().setText(text)
        where = QPoint(5, 5)
        line.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, line.mapToGlobal(where)))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        next(action for action in menu.actions() if action.objectName() == "edit-paste").trigger()
        menu.close()
    assert [title for title, _summary, _tags in trends(session)] == ["Ageing", "Climate"]
    assert line.text() == "Trust"


def test_undo_after_enter_takes_back_what_was_added(qtbot: QtBot, session: Session) -> None:
    window = QMainWindow()
    line = QuickEntry(session, "Add", lambda text: add_trend(Trend(title=text)))
    window.setCentralWidget(line)
    undo = QAction(window)
    undo.setShortcut("Ctrl+Z")
    undo.triggered.connect(session.undo)
    window.addAction(undo)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    line.setFocus()
    QTest.keyClicks(line, "Ageing")
    QTest.keyClick(line, Qt.Key.Key_Return)
    QTest.keyClicks(line, "Cli")
    QTest.keySequence(line, "Ctrl+Z")
    assert (line.text(), len(trends(session))) == ("", 1)

    QTest.keySequence(line, "Ctrl+Z")
    assert (line.text(), trends(session)) == ("", [])
