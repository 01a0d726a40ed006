"""The workspace of commitments, driven as a person does."""

import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from conftest import OpenWorkspace
from foresight.core.document import Document
from foresight.kit.fields import CheckField, Field, LineField
from foresight.kit.inspector import Inspector
from foresight.kit.labels import EmptyState
from foresight.kit.session import Session
from foresight.kit.table import ListView
from foresight.methods.commitments.tests.samples import four, workshop
from foresight.methods.commitments.view import CommitmentsWorkspace
from foresight.methods.commitments.view_entry import ask_of, commitment_of
from foresight.methods.commitments.view_follow import FollowUpView
from foresight.methods.commitments.view_panel import linkable
from foresight.model.cards import Card, Cards
from foresight.model.commitments import Ask, Commitment, Commitments
from foresight.model.scenarios import Scenario, Scenarios
from foresight.model.trends import Trend, Trends

Opened = tuple[CommitmentsWorkspace, Session]


def opened(open_workspace: OpenWorkspace, document: Document | None = None) -> Opened:
    workspace, session = open_workspace("commitments", document)
    assert isinstance(workspace, CommitmentsWorkspace)
    workspace.today = lambda: datetime.date(2027, 1, 20)
    return workspace, session


def taken(session: Session) -> tuple[Commitment, ...]:
    return session.document[Commitments].commitments


def asked(session: Session) -> tuple[Ask, ...]:
    return session.document[Commitments].asks


def shown(workspace: CommitmentsWorkspace, index: int) -> ListView:
    workspace.show_view(index)
    assert isinstance(workspace.view, ListView)
    return workspace.view


@pytest.mark.parametrize(
    ("typed", "who", "where", "start"),
    [
        ("Ring them", "", "", ""),
        ("Ring them | Head | Town | 10.1.2027", "Head", "Town", "2027-01-10"),
        ("Ring them | 2027-01-10 | Head", "Head", "", "2027-01-10"),
        ("Ring them || Town", "", "Town", ""),
        ("Ring them | Head | Town | 2027-01-10 | 2027-02-10", "Head", "Town", "2027-01-10"),
    ],
)
def test_a_commitment_in_one_line(typed: str, who: str, where: str, start: str) -> None:
    made = commitment_of([part.strip() for part in typed.split("|")], "g1")
    assert (made.text, made.who, made.where, made.start, made.group) == ("Ring them", who, where, start, "g1")
    assert ("2027-02-10" in typed) == (made.note == "2027-02-10")  # nothing that was typed is lost


def test_an_ask_in_one_line() -> None:
    made = ask_of(["Share data", "The white paper", "Data"])
    assert (made.text, made.addressee, made.theme, made.group) == ("Share data", "The white paper", "Data", None)


def test_commitments_are_typed_one_after_the_other_for_a_group_that_stays(open_workspace: OpenWorkspace) -> None:
    workspace, session = opened(open_workspace, workshop())
    assert isinstance(workspace.stack.currentWidget(), EmptyState)
    workspace.add_commitment()
    QTest.keyClick(workspace.taken.group.box, Qt.Key.Key_Down)
    for text in ("Ring them | Head | 10.1.2027", "Stop one report"):
        QTest.keyClicks(workspace.taken.line, text)
        QTest.keyClick(workspace.taken.line, Qt.Key.Key_Return)
    assert [(each.text, each.who, each.start, each.group) for each in taken(session)] == [
        ("Ring them", "Head", "2027-01-10", "g1"),
        ("Stop one report", "", "", "g1"),
    ]
    session.undo()
    assert len(taken(session)) == 1


def test_many_asks_are_pasted_in_one_step(open_workspace: OpenWorkspace) -> None:
    workspace, session = opened(open_workspace, workshop())
    workspace.add_ask()
    QApplication.clipboard().setText("Share data | The white paper\nLet us try")
    QTest.keyClick(workspace.asked.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [(ask.text, ask.addressee) for ask in asked(session)] == [
        ("Share data", "The white paper"),
        ("Let us try", ""),
    ]
    session.undo()
    assert asked(session) == ()


def test_a_pasted_table_keeps_its_columns(open_workspace: OpenWorkspace) -> None:
    workspace, session = opened(open_workspace, workshop())
    workspace.add_commitment()
    QApplication.clipboard().setText("Ring them\tHead\t\t10.1.2027\tby phone\nStop one report\t\tTown")
    QTest.keyClick(workspace.taken.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [(each.text, each.who, each.where, each.start, each.note) for each in taken(session)] == [
        ("Ring them", "Head", "", "2027-01-10", "by phone"),
        ("Stop one report", "", "Town", "", ""),
    ]
    session.undo()
    assert taken(session) == ()


def test_the_group_is_typed_in_its_cell(open_workspace: OpenWorkspace) -> None:
    workspace, session = opened(open_workspace, four())
    for view, field in ((0, taken), (1, asked)):
        model = shown(workspace, view).model
        column = [one.title for one in model.columns].index("Group")
        before = field(session)[0].group
        model.setData(model.index(0, column), "2")
        assert field(session)[0].group == "g2"
        session.undo()
        assert field(session)[0].group == before


def test_cells_are_typed_in_where_they_stand(open_workspace: OpenWorkspace) -> None:
    workspace, session = opened(open_workspace, four())
    model = shown(workspace, 0).model
    refused: list[str] = []
    session.refused.connect(refused.append)
    model.setData(model.index(2, 1), "Planner")
    model.setData(model.index(2, 2), "1/3/2027")
    model.setData(model.index(2, 2), "soon")
    assert (taken(session)[2].who, taken(session)[2].start) == ("Planner", "2027-03-01")
    assert refused == ["Write a day as year-month-day, such as 2026-11-21."]
    assert not model.setData(model.index(2, 0), "")
    session.undo()
    session.undo()
    assert (taken(session)[2].who, taken(session)[2].start) == ("", "")


def test_votes_are_given_with_a_key_or_typed(open_workspace: OpenWorkspace) -> None:
    workspace, session = opened(open_workspace, four())
    view = shown(workspace, 1)
    session.select("x")
    view.table.setFocus()
    for key in ("+", "+", "-"):
        QTest.keyClicks(view.table, key)
    assert asked(session)[0].votes == 4
    refused: list[str] = []
    session.refused.connect(refused.append)
    view.model.setData(view.model.index(0, 4), "12")
    view.model.setData(view.model.index(0, 4), "many")
    assert (asked(session)[0].votes, len(refused)) == (12, 1)
    session.undo()
    assert asked(session)[0].votes == 4


def test_signs_in_the_entry_line_are_no_votes(open_workspace: OpenWorkspace) -> None:
    workspace, session = opened(open_workspace, four())
    workspace.add_ask()
    session.select("x")
    QTest.keyClicks(workspace.asked.line, "1 + 1 - 1")
    assert workspace.asked.line.text() == "1 + 1 - 1"
    assert asked(session)[0].votes == 3


def test_begun_done_and_confirmed(open_workspace: OpenWorkspace) -> None:
    workspace, session = opened(open_workspace, four())
    session.select("a", "b")
    workspace.finish()
    assert [each.status for each in taken(session)] == ["done", "done", "planned", "dropped"]
    workspace.confirm()
    assert [each.confirmed for each in taken(session)[:2]] == [True, True]
    workspace.confirm()
    assert [each.confirmed for each in taken(session)[:2]] == [False, False]
    for _step in range(3):
        session.undo()
    assert session.document == four()


def test_the_list_of_what_to_look_after_follows_the_day_and_the_choice(open_workspace: OpenWorkspace) -> None:
    workspace, session = opened(open_workspace, four())
    workspace.show_view(2)
    view = workspace.view
    assert isinstance(view, FollowUpView)
    model = view.list.model
    assert [row.id for row in model.rows] == ["a", "b", "c"]
    assert model.columns[0].text(model.rows[2]) == "No start date, nobody named, no measure"
    assert view.words.text().startswith("1 overdue")
    assert view.choice.box.itemText(1) == "Should have begun (1)"
    QTest.keyClick(view.choice.box, Qt.Key.Key_Down)
    assert [row.id for row in model.rows] == ["a"]
    session.select("a")
    workspace.begin()
    assert model.rows == []
    session.undo()
    assert [row.id for row in model.rows] == ["a"]


def field(panel: Inspector, kind: type[Commitment] | type[Ask], name: str) -> Field:
    return next(each for each in panel.forms[kind].fields if each.name == name)


def test_all_fields_of_a_commitment_are_in_the_panel(open_workspace: OpenWorkspace) -> None:
    workspace, session = opened(open_workspace, four())
    panel = workspace.inspector
    assert isinstance(panel, Inspector)
    session.select("c")
    panel.show()
    assert {each.name for each in panel.forms[Commitment].fields} == set(Commitment.model_fields)
    taker, sure = field(panel, Commitment, "taker"), field(panel, Commitment, "confirmed")
    assert isinstance(taker, LineField)
    assert isinstance(sure, CheckField)
    QTest.keyClicks(taker.line, "Call centre")
    QTest.keyClick(sure.box, Qt.Key.Key_Space)
    assert (taken(session)[2].taker, taken(session)[2].confirmed) == ("Call centre", True)
    session.undo()
    session.undo()
    assert taken(session)[2] == four()[Commitments].commitments[2]
    session.select("x")
    assert {each.name for each in panel.forms[Ask].fields} == set(Ask.model_fields)


def test_a_commitment_may_belong_to_cards_trends_and_scenarios() -> None:
    document = workshop().put(
        Cards(cards=(Card(id="k", title="Silos"),)),
        Trends(trends=(Trend(id="t", title="Fewer at work"),)),
        Scenarios(scenarios=(Scenario(id="s", name="The leap"),)),
    )
    assert linkable(document) == [
        ("k", "Card: Silos"),
        ("t", "Trend: Fewer at work"),
        ("s", "Scenario: The leap"),
    ]


def test_commitments_and_asks_move_and_go(open_workspace: OpenWorkspace) -> None:
    workspace, session = opened(open_workspace, four())
    session.select("b")
    workspace.move_earlier()
    workspace.move_earlier()
    session.select("x")
    workspace.move_later()
    assert [each.id for each in taken(session)] == ["b", "a", "c", "d"]
    assert [each.id for each in asked(session)] == ["y", "x", "z"]
    workspace.delete_selected()
    assert session.history.undo_label == "Delete ask"
    assert [each.id for each in asked(session)] == ["y", "z"]
    assert not workspace.has_selection()
    session.undo()
    assert len(asked(session)) == 3
