"""The group that speaks: chosen once, or by its number in front of what it says, in every line that has one."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from foresight.core.document import Document
from foresight.kit.groups import SpeakingGroup
from foresight.kit.session import Session
from foresight.methods.commitments.view_entry import ask_line, commitment_line
from foresight.methods.forces.model import Forces
from foresight.methods.forces.view_corners import CornersView
from foresight.methods.missteps.view_entry import MisstepEntry
from foresight.methods.oracle.view import QuestionEntry
from foresight.methods.wishes.model import Wishes
from foresight.methods.wishes.view_entry import WishEntry
from foresight.model.commitments import Commitments
from foresight.model.groups import Group, Groups
from foresight.model.missteps import Missteps
from foresight.model.oracle import Oracle

TWO = Document(doc_id="d").put(Groups(groups=(Group(id="g1", name="Table 1"), Group(id="g2", name="Table 2"))))

Entry = tuple[Callable[[Session], Any], Callable[[Any], Sequence[QLineEdit]], Callable[[Document], Sequence[Any]]]
ENTRIES: dict[str, Entry] = {
    "wishes": (WishEntry, lambda made: [made.line], lambda document: document[Wishes].wishes),
    "oracle": (QuestionEntry, lambda made: [made.line], lambda document: document[Oracle].questions),
    "forces": (CornersView, lambda made: [made.corners["pull"].entry], lambda document: document[Forces].forces),
    "missteps": (MisstepEntry, lambda made: [*made.lines.values()], lambda document: document[Missteps].missteps),
    "commitments": (commitment_line, lambda made: [made.line], lambda document: document[Commitments].commitments),
    "asks": (ask_line, lambda made: [made.line], lambda document: document[Commitments].asks),
}
"""What makes the lines, the first and last of them, and what they add to."""


@pytest.mark.parametrize("entry", ENTRIES.values(), ids=ENTRIES)
def test_a_number_in_front_is_a_group_until_another_comes(qtbot: QtBot, themed: QApplication, entry: Entry) -> None:
    make, lines_of, held = entry
    session = Session(TWO)
    made = make(session)
    qtbot.addWidget(made)
    made.render_document(session.document)
    session.changed.connect(lambda _change: made.render_document(session.document))
    refused: list[str] = []
    session.refused.connect(refused.append)
    first, last = lines_of(made)[0], lines_of(made)[-1]
    assert isinstance(made.group, SpeakingGroup)
    for typed in ("24/7 help", "2: More time", "10:30 is early", "1/ Less", "3: Nobody"):
        first.setText(typed)
        QTest.keyClick(last, Qt.Key.Key_Return)
    assert [(one.text, one.group) for one in held(session.document)] == [
        ("24/7 help", None),
        ("More time", "g2"),
        ("10:30 is early", "g2"),
        ("Less", "g1"),
    ]
    assert (first.text(), made.group.box.currentText()) == ("3: Nobody", "Table 1")
    assert refused == ["No group has the number 3. Groups are made in the room."]
    for _time in range(4):
        session.undo()
    assert session.document == TWO
