"""The window of the summary as a person uses it: arrows and Enter, the numbers beside, the report."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from foresight.core.document import Document
from foresight.kit.session import Session
from foresight.methods.summary.model import Summary
from foresight.methods.summary.tests.rooms import SILOS, counted, sentence_of
from foresight.methods.summary.view import SummaryWorkspace
from foresight.methods.summary.view_panel import Panel, numbers
from foresight.methods.summary.view_text import SummaryText
from foresight.model.cards import vote

OpenWorkspace = Callable[[str, Document | None], tuple[SummaryWorkspace, Session]]
Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


class Reader:
    """Presses keys on the text of the summary."""

    def __init__(self, qtbot: QtBot, workspace: SummaryWorkspace, session: Session) -> None:
        self.qtbot, self.workspace, self.session = qtbot, workspace, session

    @property
    def text(self) -> SummaryText:
        return self.workspace.reading.text

    @property
    def at(self) -> str:
        """What the current line says."""
        return self.text.line.text if self.text.line is not None else ""

    def press(self, *keys: Key) -> None:
        for key in keys:
            self.qtbot.keyClick(self.text, key)

    @property
    def editor(self) -> QPlainTextEdit:
        """Where one writes."""
        here = QApplication.focusWidget()
        assert isinstance(here, QPlainTextEdit)
        return here

    def write(self, text: str, *, anew: bool = True) -> None:
        """Type into the editor that is open, and press Enter."""
        editor = self.editor
        if anew:
            editor.selectAll()
        QTest.keyClicks(editor, text)
        self.qtbot.keyClick(editor, Key.Key_Return)
        QApplication.processEvents()

    @property
    def panel(self) -> Panel:
        panel = self.workspace.inspector
        assert isinstance(panel, Panel)
        return panel

    @property
    def offered(self) -> list[str]:
        """What the panel offers to do."""
        return [each.text() for each in self.panel.findChildren(QPushButton) if not each.isHidden()]


@pytest.fixture
def reader(qtbot: QtBot, open_workspace: OpenWorkspace) -> Reader:
    workspace, session = open_workspace("summary", counted())
    workspace.take_focus()
    made = Reader(qtbot, workspace, session)
    qtbot.addWidget(made.panel)
    return made


def test_arrows_walk_from_sentence_to_sentence_and_pass_over_headings(reader: Reader) -> None:
    seen = [reader.at[:12]]
    for _step in range(3):
        reader.press(Key.Key_Down)
        seen.append(reader.at[:12])
    assert seen == ["Of all topic", "Everybody ag", "The room is ", "The room is "]
    reader.press(Key.Key_Home)
    assert reader.at == ""
    assert reader.text.line is not None
    assert reader.text.line.kind == "note"


def test_enter_rewords_and_undo_brings_the_sentence_back(reader: Reader) -> None:
    reader.press(Key.Key_Down, Key.Key_Return)
    reader.write("Siloes stand in our way.")

    assert reader.at == "Siloes stand in our way."
    assert [each.sentence for each in reader.session.document[Summary].wordings] == [SILOS]
    assert reader.session.history.undo_label == "Reword sentence"
    assert reader.workspace.reading.said.text() == "3 sentences · 1 in your words"
    reader.session.undo()
    assert reader.at.startswith("Everybody agrees on “Silos”.")
    assert reader.session.document == counted()


def test_a_sentence_is_put_right_where_it_ends_and_escape_changes_nothing(reader: Reader) -> None:
    reader.press(Key.Key_Down, Key.Key_Return)
    editor = reader.editor
    QTest.keyClicks(editor, "More")
    reader.qtbot.keyClick(editor, Key.Key_Escape)
    assert reader.session.document == counted()

    reader.press(Key.Key_Return)
    reader.write(" Everyone!", anew=False)
    assert reader.at.endswith("chose “They block us”. Everyone!")


def test_the_programs_own_words_are_no_wording(reader: Reader) -> None:
    reader.press(Key.Key_Down, Key.Key_Return)
    own = reader.at
    reader.write("Mine.")
    reader.press(Key.Key_Return)
    reader.editor.selectAll()
    QApplication.clipboard().setText(own)
    reader.qtbot.keyClick(reader.editor, Key.Key_V, CONTROL)
    reader.write("", anew=False)
    assert reader.session.document[Summary] == Summary()


def test_the_numbers_then_and_now_stand_beside_a_sentence_that_they_overtook(reader: Reader) -> None:
    reader.press(Key.Key_Down, Key.Key_Return)
    reader.write("Siloes stand in our way.")
    reader.session.do(vote("g4", "k-silos", "b"))

    assert reader.at == "Siloes stand in our way."
    assert numbers(sentence_of(reader.session.document)) == [
        ("First statement", "4", "3"),
        ("Second statement", "0", "1"),
    ]
    assert not reader.panel.counts.isColumnHidden(1)
    shown = [reader.panel.counts.item(0, column) for column in range(3)]
    assert [item.text() for item in shown if item is not None] == ["First statement", "4", "3"]
    assert reader.panel.ours.text().startswith("A clear majority agrees on “Silos”.")
    assert reader.offered == [
        "Show where it comes from",
        "Reword",
        "It still holds",
        "Take the program’s sentence",
        "Leave out",
    ]
    reader.press(Key.Key_Up, Key.Key_F8)
    assert reader.at == "Siloes stand in our way."
    reader.workspace.keep_wording()
    assert not sentence_of(reader.session.document).is_outdated
    reader.qtbot.keyClick(reader.text, Key.Key_Backspace, CONTROL)
    assert reader.at.startswith("A clear majority agrees on “Silos”.")


def test_delete_leaves_a_sentence_out_and_takes_it_in_again(reader: Reader) -> None:
    reader.press(Key.Key_Down, Key.Key_Delete)
    assert [each.sentence for each in reader.session.document[Summary].omissions] == [SILOS]
    assert reader.offered == ["Show where it comes from", "Reword", "Take in again"]
    reader.press(Key.Key_Delete)
    assert reader.session.document[Summary] == Summary()


def test_a_note_is_written_from_any_sentence_of_its_chapter(reader: Reader) -> None:
    reader.press(Key.Key_Down)
    reader.qtbot.keyClick(reader.text, Key.Key_N, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    reader.write("Loud here.")
    (note,) = reader.session.document[Summary].notes
    assert (note.chapter, note.language, note.text) == ("dilemmas/k-interaction", "en", "Loud here.")
    assert reader.offered == []
    reader.session.undo()
    assert reader.session.document[Summary] == Summary()


def test_a_sentence_leads_to_what_it_is_about(reader: Reader, qtbot: QtBot) -> None:
    reader.press(Key.Key_Down)
    assert reader.session.selection == ("k-silos",)
    reader.press(Key.Key_Up)
    with qtbot.waitSignal(reader.workspace.wants_method) as asked:
        reader.press(Key.Key_Down)
        reader.qtbot.keyClick(reader.text, Key.Key_Return, CONTROL)
    assert asked.args == ["dilemmas"]
    assert reader.session.selection == ("k-silos",)


def test_each_language_has_its_own_words(reader: Reader) -> None:
    reader.press(Key.Key_Down, Key.Key_Return)
    reader.write("Siloes stand in our way.")
    reader.qtbot.keyClick(reader.workspace.reading.tongue, Key.Key_Down)
    assert reader.at.startswith("Alle er enige om «Silos».")
    reader.press(Key.Key_Return)
    reader.write("Siloene stenger.")
    assert {(each.language, each.text) for each in reader.session.document[Summary].wordings} == {
        ("en", "Siloes stand in our way."),
        ("nb", "Siloene stenger."),
    }


def test_an_empty_workshop_says_where_to_begin(
    qtbot: QtBot, open_workspace: OpenWorkspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace, session = open_workspace("summary", None)
    button = next(each for each in workspace.findChildren(QPushButton) if each.text() == "Go to the dilemmas")
    with qtbot.waitSignal(workspace.wants_method) as asked:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked.args == ["dilemmas"]
    session.open(counted())
    assert len(workspace.reading.text.held.lines) == 5


def test_nothing_of_a_workshop_that_was_closed_stays(reader: Reader) -> None:
    reader.press(Key.Key_Down)
    reader.session.open(Document())
    assert reader.text.line is None
    assert reader.offered == []
    assert not any(each.isEnabled() for each in reader.workspace.actions() if each.property("primary"))


def test_the_report_is_saved_as_what_its_name_says(
    reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    reader.session.said.connect(said.append)
    for name, begins in (("report.pdf", b"%PDF-"), ("report.txt", b"# Summary across groups")):
        path = tmp_path / name
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_rest, path=path: (str(path), ""))
        reader.qtbot.keyClick(reader.text, Key.Key_E, CONTROL)
        assert path.read_bytes().startswith(begins)
    assert said == ["Summary saved as report.pdf", "Summary saved as report.txt"]
    assert [page.width() / page.height() for page in reader.workspace.on_paper()] == [
        pytest.approx(0.707, abs=0.01)
    ] * 2
