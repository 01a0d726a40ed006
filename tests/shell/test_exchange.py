"""Import and export in the window: nothing changes before it was shown, and then in one step."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from foresight.core.differences import Difference
from foresight.core.document import Document
from foresight.core.history import Edit
from foresight.core.methods import exchanges
from foresight.core.progress import Tick
from foresight.core.proposals import Proposal, Remark
from foresight.kit.picking import Picker
from foresight.kit.working import Working, carried_out
from foresight.model.drivers import Drivers
from foresight.shell.preview import Preview
from foresight.shell.window import Window
from tests.looking import nameless
from tests.shell.conftest import CONTROL, Choose, Dialogs, banner, menu_action, press

SOMEWHERELAND = Path(__file__).parents[1] / "data" / "cib" / "somewhereland.scw"
EDGES = "from,to,strength\nTrust,Climate,3\nTrust,Trust,1\nClimate,Trust,lots\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table of one good link and two that are not."""
    path = tmp_path / "links.csv"
    path.write_text(EDGES, "utf-8")
    return path


def choose_kind(text: str) -> Callable[[QWidget], None]:
    """Type a few letters in the question what the file holds, and press Enter."""

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, Picker)
        QTest.keyClicks(dialog.search, text)
        QTest.keyClick(dialog.search, Qt.Key.Key_Return)

    return answer


def text_at(table: QTableWidget, row: int, column: int) -> str:
    """What stands in a cell."""
    item = table.item(row, column)
    assert item is not None
    return item.text()


def take(*texts: str) -> Callable[[QWidget], None]:
    """See these texts in the preview and press Enter."""

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, Preview)
        shown = [label.text() for label in dialog.findChildren(QLabel)]
        shown += [dialog.changes.item(at).text() for at in range(dialog.changes.count())]
        table = dialog.remarks
        shown += [f"{text_at(table, row, 0)}: {text_at(table, row, 1)}" for row in range(table.rowCount())]
        assert not set(texts) - set(shown), shown
        assert nameless(dialog) == set()
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    return answer


def leave(dialog: QWidget) -> None:
    """Press Escape."""
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_a_table_is_shown_before_it_changes_anything_and_one_undo_takes_it_back(
    window: Window, dialogs: Dialogs, choose: Choose, table: Path, qtbot: QtBot
) -> None:
    preview = take(
        "2 drivers added, 1 link added",
        "Added: link “Trust → Climate”",
        "row 3, column B: A driver has no link to itself. This one is left out.",
        "row 4, column C: “lots” is not a strength (0, 1, 2 or 3). This link is left out.",
    )

    def look(dialog: QWidget) -> None:
        assert not window.session.document[Drivers].drivers
        preview(dialog)

    choose(table)
    dialogs.expect(choose_kind("Network: Links"))
    dialogs.expect(look)
    menu_action(window, "Import…").trigger()

    assert [driver.title for driver in window.session.document[Drivers].drivers] == ["Trust", "Climate"]
    assert len(window.session.document[Drivers].links) == 1
    assert window.session.history.steps == ("Import drivers and links",)
    assert window.at == "network"
    press(qtbot, window, Qt.Key.Key_Z, CONTROL)
    assert window.session.document[Drivers].drivers == ()


def test_escape_in_the_question_or_in_the_preview_changes_nothing(
    window: Window, dialogs: Dialogs, choose: Choose, table: Path
) -> None:
    choose(table)
    before = window.session.document
    dialogs.expect(leave)
    window.import_file()
    dialogs.expect(choose_kind("Network: Links"))
    dialogs.expect(leave)
    window.import_file()
    choose(None)
    window.import_file()

    assert window.session.document is before


def test_the_kind_that_was_chosen_with_the_file_is_not_asked_for_again(
    window: Window, dialogs: Dialogs, table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kinds: list[str] = []

    def chosen(_parent: object, _title: str, _folder: str, filters: str) -> tuple[str, str]:
        kinds.extend(filters.split(";;"))
        return str(table), next(one for one in kinds if one.startswith("Network: Links, one to a row"))

    monkeypatch.setattr(QFileDialog, "getOpenFileName", staticmethod(chosen))
    dialogs.expect(take("2 drivers added, 1 link added"))
    window.import_file()

    assert kinds[0] == "All that can be imported (*.csv *.graphml *.scw *.sl *.xlsx)"
    assert len(window.session.document[Drivers].links) == 1


def test_a_file_with_nothing_new_offers_only_to_close(window: Window, dialogs: Dialogs, tmp_path: Path) -> None:
    path = tmp_path / "links.csv"
    path.write_text("from,to\n", "utf-8")

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, Preview)
        assert [one.text() for one in dialog.findChildren(QPushButton) if one.isVisible()] == ["Close"]
        leave(dialog)

    dialogs.expect(choose_kind("Network: Links"))
    dialogs.expect(answer)

    assert not window.import_path(path)


def test_a_file_that_cannot_be_read_is_told_in_a_sentence(window: Window, dialogs: Dialogs, tmp_path: Path) -> None:
    path = tmp_path / "links.csv"
    path.write_bytes(b"")
    dialogs.expect(choose_kind("Network: Links"))
    dialogs.click("OK")

    assert not window.import_path(path)
    assert dialogs.seen[-1] == "The file is empty."


def test_a_table_dropped_on_the_window_is_imported_not_opened(window: Window, dialogs: Dialogs, table: Path) -> None:
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(table))])
    dialogs.expect(choose_kind("Network: Links"))
    dialogs.expect(take("2 drivers added, 1 link added"))
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, held, buttons, keys))

    assert len(window.session.document[Drivers].links) == 1


def test_a_workshop_that_may_only_be_read_takes_nothing_in(window: Window, table: Path) -> None:
    window.show_workshop()
    window.session.read_only = True
    window.import_file()

    assert not window.import_path(table)
    assert "open for reading only" in banner(window)


def test_what_is_exported_is_written_where_the_user_says(
    window: Window, dialogs: Dialogs, choose: Choose, plan: Path, tmp_path: Path
) -> None:
    window.open_path(plan)
    out = tmp_path / "out.csv"
    choose(out)
    dialogs.expect(choose_kind("Network: Links, one"))
    menu_action(window, "Export…").trigger()

    assert out.read_text("utf-8-sig").startswith("From,To,Strength,Sign")
    assert window.statusBar().currentMessage() == "Exported: out.csv"
    assert window.session.history.steps == ()


def test_an_export_that_cannot_be_written_is_told(window: Window, dialogs: Dialogs, tmp_path: Path) -> None:
    kind = next(kind for kind in exchanges("write") if kind[1].id == "edges")
    dialogs.click("OK")
    window.export_path(tmp_path / "no" / "out.csv", kind)

    assert dialogs.seen == [
        "out.csv could not be saved: the folder is no longer there. Save under another name or place."
    ]


def test_what_the_user_cancels_is_forgotten_and_its_progress_was_shown(
    themed: QApplication, dialogs: Dialogs, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr("foresight.kit.working.GRACE", 1)
    stopped: list[float] = []

    def work(tick: Tick) -> None:
        while True:
            try:
                tick(0.25)
            except BaseException:
                stopped.append(0.25)
                raise

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, Working)
        qtbot.waitUntil(lambda: dialog.bar.value() == 250)
        leave(dialog)

    dialogs.expect(answer)

    assert carried_out(None, "Reading …", work) is None
    qtbot.waitUntil(lambda: stopped == [0.25])


def test_a_thousand_remarks_and_marked_up_texts_are_shown_as_they_are(themed: QApplication, qtbot: QtBot) -> None:
    remarks = tuple(Remark(f"<b>{n}</b>", f"row {n}") for n in range(1_000))
    proposal = Proposal(Edit("x", lambda document: document), remarks, ("<i>note</i>",))
    found = (Difference("added", "drivers", type(Document()[Drivers]), "", ()),)
    preview = Preview(None, "<u>f</u>.csv", proposal, found)
    qtbot.addWidget(preview)

    assert preview.windowTitle() == "Import <u>f</u>.csv"
    assert text_at(preview.remarks, 999, 1) == "<b>999</b>"
    labels = preview.findChildren(QLabel)
    assert "<i>note</i>" in [label.text() for label in labels]
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)


def test_a_matrix_of_scenariowizard_comes_in_one_step_and_goes_back_byte_for_byte(
    window: Window, dialogs: Dialogs, tmp_path: Path, qtbot: QtBot
) -> None:
    given, back = SOMEWHERELAND.read_bytes(), tmp_path / "back.scw"
    before = window.session.document
    dialogs.expect(take("6 descriptors added, 17 variants added, 126 cross-impacts added"))

    assert window.import_path(SOMEWHERELAND)
    assert window.at == "cib"
    assert window.session.history.steps == ("Import cross-impact matrix",)
    window.export_path(back, next(kind for kind in exchanges("write") if ".scw" in kind[1].endings))
    assert back.read_bytes() == given
    press(qtbot, window, Qt.Key.Key_Z, CONTROL)
    assert window.session.document is before
