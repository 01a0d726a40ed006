"""What is as high as it needs to be at the width that it has: rows that wrap, figures that scroll."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from foresight.core.look import Look
from foresight.kit.rows import RowColumn, RowsField
from foresight.kit.tall import TallFigure
from foresight.model.scenarios import Event


def test_rows_wrap_anew_when_their_field_becomes_narrower(qtbot: QtBot, themed: QApplication) -> None:
    columns = (RowColumn("year", "Year", width=70), RowColumn("text", "What happens"))
    field = RowsField("timeline", "Timeline", columns, Event, {"year": 2030, "text": ""})
    qtbot.addWidget(field)
    field.show_value((Event(year=2031, text="Three counties try a joint purse for young people at risk."),))
    field.resize(900, 300)
    field.show()
    one_line = field.table.rowHeight(0)
    field.resize(240, 300)
    qtbot.waitUntil(lambda: field.table.rowHeight(0) > 1.5 * one_line)
    field.resize(900, 300)
    qtbot.waitUntil(lambda: field.table.rowHeight(0) == one_line)


def test_a_figure_scrolls_when_it_is_higher_than_its_place(qtbot: QtBot, themed: QApplication) -> None:
    from foresight.reporting.drawing import Figure, blank

    def draw(width: float, height: float, look: Look) -> Figure:
        return blank(width, height)

    tall = TallFigure("Way back")
    qtbot.addWidget(tall)
    tall.resize(400, 300)
    tall.show()
    tall.show_figure(draw, "Nothing", lambda width: 2 * width)
    qtbot.waitUntil(lambda: tall.verticalScrollBar().maximum() > 300)
    assert tall.figure.accessibleDescription() == "Nothing"
    tall.show_figure(draw, "Nothing", lambda width: 50)
    qtbot.waitUntil(lambda: tall.verticalScrollBar().maximum() == 0)
