"""Fields and forms: what they show, what they send, and that typing is left in peace."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from foresight.core.document import Document
from foresight.kit.fields import (
    CheckField,
    ChoiceField,
    DateField,
    DegreeField,
    Field,
    Form,
    LineField,
    LinesField,
    NumberField,
    ProseField,
    TagsField,
)
from foresight.kit.fields.text import read_day
from foresight.kit.session import Session
from foresight.model.trends import CATEGORIES, Trend, Trends, change_trend
from foresight.model.workshop import Workshop, set_workshop

TWO = Document().put(
    Trends(
        trends=(
            Trend(id="a", title="Same", summary="one", tags=("x", "y")),
            Trend(id="b", title="Same", summary="other", category="economic"),
        )
    )
)


@pytest.fixture
def trend_form(qtbot: QtBot, themed: QApplication) -> Form:
    """A form over the fields of a trend, on the two trends, shown."""
    session = Session(TWO)
    fields = (
        LineField("title", "Title"),
        ProseField("description", "Description", lines=2),
        TagsField("tags", "Tags"),
        (ChoiceField("category", "Category", CATEGORIES), ChoiceField("ring", "Ring", {"now": "Now"}, none="None")),
        LineField("summary", "Summary"),
    )
    form = Form(session, fields, change_trend)
    session.changed.connect(lambda _change: show(form, *(trend.id for trend in form.shown if isinstance(trend, Trend))))
    return shown(qtbot, form)


def shown(qtbot: QtBot, form: Form) -> Form:
    qtbot.addWidget(form)
    form.resize(300, 600)
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    return form


def show(form: Form, *ids: str) -> None:
    document = form.session.document
    form.show_entities(document, [trend for trend in document[Trends].trends if trend.id in ids])


def field(form: Form, name: str) -> Field:
    return next(field for field in form.fields if field.name == name)


def editor(form: Form, name: str) -> Any:
    """The widget in which one types or chooses, with the focus."""
    widget = field(form, name).focusProxy()
    assert widget is not None
    widget.setFocus()
    return widget


def trend(form: Form, entity: str) -> Trend:
    found = form.session.document.find(entity, Trend)
    assert found is not None
    return found


def test_a_form_shows_and_changes_one_entity(trend_form: Form) -> None:
    show(trend_form, "a")
    line = editor(trend_form, "summary")
    QTest.keyClick(line, Qt.Key.Key_End)
    QTest.keyClicks(line, " more")

    assert trend(trend_form, "a").summary == "one more"
    assert trend(trend_form, "b").summary == "other"
    trend_form.session.undo()
    assert trend_form.session.document is TWO
    assert editor(trend_form, "summary").text() == "one"


def test_where_several_differ_the_field_says_so_and_changes_all_in_one_step(trend_form: Form) -> None:
    show(trend_form, "a", "b")
    line = editor(trend_form, "summary")
    assert (editor(trend_form, "title").text(), line.text(), line.placeholderText()) == ("Same", "", "several values")

    line.setFocus()
    QTest.keyClicks(line, "both")
    assert [trend(trend_form, each).summary for each in "ab"] == ["both", "both"]
    trend_form.session.undo()

    assert trend_form.session.document is TWO
    assert line.text() == ""


def test_fields_side_by_side_are_as_wide_as_each_other(trend_form: Form) -> None:
    show(trend_form, "a")
    category, ring = field(trend_form, "category"), field(trend_form, "ring")

    assert category.y() == ring.y()
    assert abs(category.width() - ring.width()) <= 1


def test_a_blank_behind_a_word_stays_while_one_types(trend_form: Form) -> None:
    show(trend_form, "a")
    line = editor(trend_form, "title")
    QTest.keyClick(line, Qt.Key.Key_End)
    QTest.keyClicks(line, " and")

    assert line.text() == "Same and"
    QTest.keyClicks(line, " ")
    assert line.text() == "Same and "
    assert trend(trend_form, "a").title == "Same and"


def test_tags_are_separated_by_commas(trend_form: Form) -> None:
    show(trend_form, "a")
    line = editor(trend_form, "tags")
    assert line.text() == "x, y"

    QTest.keyClick(line, Qt.Key.Key_End)
    QTest.keyClicks(line, " , z,")

    assert trend(trend_form, "a").tags == ("x", "y", "z")
    assert line.text() == "x, y , z,"


def test_prose_keeps_the_cursor_where_it_is_and_grows_with_the_text(trend_form: Form) -> None:
    show(trend_form, "a")
    text = editor(trend_form, "description")
    height = text.height()

    QTest.keyClicks(text, "ac")
    QTest.keyClick(text, Qt.Key.Key_Left)
    QTest.keyClicks(text, "b")
    assert trend(trend_form, "a").description == "abc"
    assert text.textCursor().position() == 2

    for _line in range(3):
        QTest.keyClick(text, Qt.Key.Key_Return)
    assert text.height() > height


def test_a_choice_is_made_with_the_keys_and_may_be_none(trend_form: Form) -> None:
    show(trend_form, "a")
    QTest.keyClick(editor(trend_form, "ring"), Qt.Key.Key_Down)
    assert trend(trend_form, "a").ring == "now"

    QTest.keyClick(editor(trend_form, "ring"), Qt.Key.Key_Up)
    assert trend(trend_form, "a").ring is None


def test_the_wheel_over_a_choice_changes_nothing(trend_form: Form) -> None:
    show(trend_form, "a")
    editor(trend_form, "title")

    roll(field(trend_form, "category").focusProxy())

    assert trend_form.session.document is TWO


def roll(widget: QWidget | None) -> None:
    """Turn the wheel down by one notch over a widget."""
    assert widget is not None
    here = QPointF(widget.mapToGlobal(QPoint(3, 3)))
    none, still = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(QPointF(3, 3), here, QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, none, still, False)
    QApplication.sendEvent(widget, event)


def test_nothing_can_be_changed_in_what_is_read_only(trend_form: Form) -> None:
    trend_form.session.read_only = True
    show(trend_form, "a")

    assert not any(field.isEnabled() for field in trend_form.fields)


def test_a_form_of_a_slice_writes_without_an_id(qtbot: QtBot, themed: QApplication) -> None:
    session = Session(Document().put(Workshop(title="Old", messages=("one",))))
    fields = (
        LineField("title", "Title"),
        LinesField("messages", "Messages"),
        NumberField("horizon", "Year", 1900, 2300),
    )
    form = shown(qtbot, Form(session, fields, set_workshop))
    form.show_entities(session.document, (session.document[Workshop],))

    QTest.keyClicks(editor(form, "messages"), "zero ")
    QTest.keyClick(editor(form, "horizon"), Qt.Key.Key_Up)

    assert session.document[Workshop].messages == ("zero one",)
    assert session.document[Workshop].horizon == 2041


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("", ""),
        (" 2026-11-21 ", "2026-11-21"),
        ("21.11.2026", "2026-11-21"),
        ("1/2/2026", "2026-02-01"),
        ("31.2.2026", None),
        ("2026-13-01", None),
        ("next week", None),
        ("2026-11", None),
    ],
)
def test_days_are_read_as_people_type_them(typed: str, day: str | None) -> None:
    assert read_day(typed) == day


def test_a_day_is_tidied_and_what_is_no_day_is_marked(qtbot: QtBot, themed: QApplication) -> None:
    session = Session()
    date = DateField("date", "Date")
    form = shown(qtbot, Form(session, (date, LineField("title", "Title")), set_workshop))
    form.show_entities(session.document, (session.document[Workshop],))

    QTest.keyClicks(editor(form, "date"), "21.11.2026")
    QTest.keyClick(date.line, Qt.Key.Key_Tab)
    assert session.document[Workshop].date == "2026-11-21"
    assert (date.line.text(), date.title.text()) == ("2026-11-21", "Date")

    editor(form, "date").setText("")
    QTest.keyClicks(date.line, "soon")
    QTest.keyClick(date.line, Qt.Key.Key_Tab)
    assert session.document[Workshop].date == "2026-11-21"
    assert date.title.text() == "Date: not a day"


def test_a_degree_is_a_digit_a_click_or_nothing(qtbot: QtBot, themed: QApplication) -> None:
    degree = DegreeField("x", "Impact", ends=("little", "much"))
    qtbot.addWidget(degree)
    degree.show()
    sent: list[object] = []
    degree.edited.connect(sent.append)
    degree.edited.connect(degree.show_value)

    QTest.keyClick(degree.group.button(1), Qt.Key.Key_4)
    QTest.keyClick(degree.group.button(1), Qt.Key.Key_9)
    qtbot.mouseClick(degree.group.button(2), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(degree.group.button(2), Qt.MouseButton.LeftButton)
    QTest.keyClick(degree.group.button(1), Qt.Key.Key_Delete)

    assert sent == [4, 2, None, None]
    assert [degree.group.button(each).isChecked() for each in range(1, 6)] == [False] * 5


def test_a_tick_is_yes_or_no(qtbot: QtBot, themed: QApplication) -> None:
    check = CheckField("x", "Anonymous & quiet")
    qtbot.addWidget(check)
    check.show()
    check.show_value(False)
    sent: list[object] = []
    check.edited.connect(sent.append)

    QTest.keyClick(check.box, Qt.Key.Key_Space)

    assert sent == [True]
    assert check.box.accessibleName() == "Anonymous & quiet"
