"""Quotes beside the fields of what they are about, as a person types and ticks them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from foresight.core.document import Document
from foresight.kit.fields import Form
from foresight.kit.inspector import Inspector
from foresight.kit.quotes import QuotesField
from foresight.kit.session import Session
from foresight.kit.workspace import Workspace
from foresight.model.oracle import Oracle, Theme
from foresight.model.quotes import Quote, Quotes, agree, printable, subjects
from foresight.model.scenarios import Scenario, Scenarios

OpenWorkspace = Callable[[str, Document | None], tuple[Workspace, Session]]
ROOM = Document(doc_id="room").put(
    Scenarios(scenarios=(Scenario(id="s1", name="The long table"), Scenario(id="s2"))),
    Oracle(themes=(Theme(id="t1", name="Silos"),)),
)


def opened(qtbot: QtBot, workspace: Workspace, session: Session, about: str) -> QuotesField:
    panel = workspace.inspector
    assert isinstance(panel, Inspector)
    qtbot.addWidget(panel)
    session.select(about)
    panel.show()
    form = panel.stack.currentWidget()
    assert isinstance(form, Form)
    (field,) = form.findChildren(QuotesField)
    return field


def type_in(qtbot: QtBot, line: QWidget, text: str) -> None:
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


@pytest.mark.parametrize(("method", "about"), [("scenarios", "s1"), ("oracle", "t1")])
def test_a_quote_is_typed_agreed_to_and_taken_back(
    qtbot: QtBot, open_workspace: OpenWorkspace, method: str, about: str
) -> None:
    workspace, session = open_workspace(method, ROOM)
    field = opened(qtbot, workspace, session, about)
    type_in(qtbot, field.entry, "I would live there")
    type_in(qtbot, field.entry, "Not I")
    assert [(quote.text, quote.about, quote.consent) for quote in session.document[Quotes].quotes] == [
        ("I would live there", about, False),
        ("Not I", about, False),
    ]
    assert [row.text.text.toPlainText() for row in field.rows] == ["I would live there", "Not I"]
    qtbot.keyClick(field.rows[0].consent.box, Qt.Key.Key_Space)
    assert [quote.text for quote in printable(session.document, about)] == ["I would live there"]
    for _step in range(3):
        session.undo()
    assert session.document == ROOM
    assert field.rows == []


def test_a_quote_that_is_deleted_leaves_the_keyboard_in_the_line(qtbot: QtBot, open_workspace: OpenWorkspace) -> None:
    workspace, session = open_workspace("oracle", ROOM.put(Quotes(quotes=(Quote(id="q", text="Why?", about="t1"),))))
    field = opened(qtbot, workspace, session, "t1")
    with qtbot.waitActive(field.window()):
        field.window().activateWindow()
    field.rows[0].delete.setFocus()
    qtbot.keyClick(field.rows[0].delete, Qt.Key.Key_Space)
    assert session.document[Quotes].quotes == ()
    assert field.entry.hasFocus()


def test_several_things_show_no_quotes(qtbot: QtBot, open_workspace: OpenWorkspace) -> None:
    workspace, session = open_workspace("scenarios", ROOM)
    field = opened(qtbot, workspace, session, "s1")
    assert field.isVisible()
    session.select("s1", "s2")
    assert not field.isVisible()


def test_what_a_quote_may_be_about_is_named_with_its_kind() -> None:
    assert subjects(ROOM) == [
        ("s1", "The long table (scenario)"),
        ("s2", "scenario 2"),
        ("t1", "Silos (theme)"),
    ]


def test_quotes_are_agreed_to_together() -> None:
    first, second = Quote(id="q1", text="One", consent=True), Quote(id="q2", text="Two")
    document = Document().put(Quotes(quotes=(first, second)))

    def agreed(document: Document) -> list[bool]:
        return [quote.consent for quote in document[Quotes].quotes]

    both = agree("q1", "q2").apply(document)
    assert agreed(both) == [True, True]
    assert agreed(agree("q1", "q2").apply(both)) == [False, False]
    assert agreed(agree("q2").apply(both)) == [True, False]
