"""Text that is too long: the first part is kept, and the user is told."""

from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from foresight.core.document import Document
from foresight.core.history import Edit
from foresight.core.text import PROSE_LENGTH, clean_prose
from foresight.kit.entry import PASTED_MOST, QuickEntry
from foresight.kit.fields import LineField, LinesField, ProseField, TagsField, WrappedField
from foresight.kit.rows import RowColumn, RowsField
from foresight.kit.session import Session
from foresight.kit.table import Column, ListView
from foresight.model.trends import Evidence, Trend, Trends, add_trend, change_trend

CUT = "Only the first 200 characters are kept."


def shown_tip() -> str:
    return QToolTip.text().removeprefix("<qt>").removesuffix("</qt>")


@pytest.fixture(autouse=True)
def no_tip(themed: QApplication) -> None:
    QToolTip.hideText()
    QToolTip.showText(QApplication.primaryScreen().geometry().center(), "")


def sent(field: Any) -> list[Any]:
    """What a field sends from now on."""
    values: list[Any] = []
    field.edited.connect(values.append)
    return values


def paste(widget: Any, text: str) -> None:
    QApplication.clipboard().setText(text)
    widget.setFocus()
    widget.paste()


def test_a_line_says_that_it_is_full(qtbot: QtBot) -> None:
    field = LineField("title", "Title")
    qtbot.addWidget(field)
    field.show()
    values = sent(field)
    paste(field.line, "x" * 200)
    assert shown_tip() == ""

    QTest.keyClicks(field.line, "y")
    assert (values[-1], shown_tip()) == ("x" * 200, CUT)

    QToolTip.hideText()
    field.line.clear()
    paste(field.line, "x" * 201)
    assert (values[-1], field.line.text()) == ("x" * 200, "x" * 200)


def test_running_text_says_what_is_kept_until_it_fits(qtbot: QtBot) -> None:
    field = ProseField("note", "Note", limit=10)
    qtbot.addWidget(field)
    values = sent(field)
    paste(field.text, "0123456789")
    assert field.title.text() == "Note"

    paste(field.text, "!")
    assert (values[-1], field.title.text()) == ("0123456789", "Note: only the first 10 characters are kept")
    assert field.title.property("role") == "danger"

    field.text.textCursor().deletePreviousChar()
    assert (values[-1], field.title.text(), field.title.property("role")) == ("0123456789", "Note", "muted")


def test_the_word_goes_when_another_thing_is_shown(qtbot: QtBot) -> None:
    field = WrappedField("summary", "Summary", limit=3)
    qtbot.addWidget(field)
    paste(field.text, "a  b  c")
    assert field.title.text() == "Summary: only the first 3 characters are kept"
    field.show_value("")
    assert field.title.text() == "Summary"


def test_of_several_texts_each_has_its_limit(qtbot: QtBot) -> None:
    lines, tags = LinesField("sources", "Sources"), TagsField("tags", "Tags")
    for field in (lines, tags):
        qtbot.addWidget(field)
        field.show()
    values = sent(lines)
    paste(lines.text, "\n".join(["a" * 200] * 3))
    assert lines.title.text() == "Sources"
    paste(lines.text, "b")
    assert lines.title.text() == "Sources: only the first 200 characters are kept"
    assert values[-1] == ("a" * 200,) * 3

    values = sent(tags)
    paste(tags.line, "short, " + "t" * 201)
    assert (values[-1], shown_tip()) == (("short", "t" * 200), CUT)


def trend_entry(qtbot: QtBot) -> tuple[QuickEntry, Session, list[str]]:
    session, said = Session(), list[str]()
    session.said.connect(said.append)
    entry = QuickEntry(session, "Add", lambda text: add_trend(Trend(title=text)))
    qtbot.addWidget(entry)
    entry.show()
    return entry, session, said


def titles(session: Session) -> list[str]:
    return [trend.title for trend in session.document[Trends].trends]


def test_pasted_lines_that_are_too_long_are_added_cut_with_a_word(qtbot: QtBot) -> None:
    entry, session, said = trend_entry(qtbot)
    QApplication.clipboard().setText("a\n" + "b" * 201)
    QTest.keySequence(entry, "Ctrl+V")
    assert titles(session) == ["a", "b" * 200]
    assert said == ["2 added. Of each, only the first 200 characters are kept."]
    session.undo()
    assert titles(session) == []


def test_more_lines_than_anybody_means_are_not_all_added(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    assert PASTED_MOST >= 1_000
    monkeypatch.setattr("foresight.kit.entry.PASTED_MOST", 3)
    entry, session, said = trend_entry(qtbot)
    QApplication.clipboard().setText("\n".join("abcde"))
    QTest.keySequence(entry, "Ctrl+V")
    assert titles(session) == ["a", "b", "c"]
    assert said == ["Only the first 3 lines were added."]


def test_a_cell_of_a_list_is_cut_with_a_word(qtbot: QtBot) -> None:
    session, said = Session(Document().put(Trends(trends=(Trend(id="t", title="old"),)))), list[str]()
    session.said.connect(said.append)

    def rename(trend: Trend, text: str) -> Edit:
        return change_trend(trend.id, title=text)

    column = Column("Title", lambda trend: trend.title, edit=rename)
    view = ListView(session, "Trends", [column], lambda document: document[Trends].trends)
    qtbot.addWidget(view)
    view.render_document(session.document)
    view.model.setData(view.model.index(0, 0), "n" * 201)
    assert (titles(session), said) == (["n" * 200], [CUT])


def test_a_row_keeps_what_is_long_in_its_other_cells(qtbot: QtBot) -> None:
    field = RowsField(
        "evidence",
        "Evidence",
        [RowColumn("text", "Text", clean_prose, limit=PROSE_LENGTH), RowColumn("source", "Source")],
        Evidence,
        {"text": "", "source": ""},
    )
    qtbot.addWidget(field)
    values = sent(field)
    field.edited.connect(field.show_value)
    long = "e" * 5_000
    field.show_value((Evidence(text=long, source="here"),))

    def write(text: str) -> None:
        cell = field.table.item(0, 1)
        assert cell is not None
        cell.setText(text)

    write("s" * 201)
    assert values == [(Evidence(text=long, source="s" * 200),)]
    assert (field.message.text(), field.message.isHidden()) == (CUT, False)

    write("")
    assert values[-1] == (Evidence(text=long),)
    assert field.message.isHidden()
