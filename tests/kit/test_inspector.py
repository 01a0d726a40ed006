"""The panel at the right: a form is made when it is first needed."""

from pytestqt.qtbot import QtBot

from foresight.core.document import Document, Entity
from foresight.core.history import Edit
from foresight.kit.fields import Form, LineField
from foresight.kit.inspector import Inspector
from foresight.kit.session import Session
from foresight.model.drivers import Driver, Drivers
from foresight.model.trends import Trend, Trends

DOCUMENT = Document().put(Trends(trends=(Trend(id="t", title="T"),)), Drivers(drivers=(Driver(id="d", title="D"),)))


def form() -> Form:
    return Form(Session(DOCUMENT), [LineField("title", "Title")], lambda *_ids, **_changes: Edit("x", lambda doc: doc))


def test_only_the_form_of_what_is_selected_is_made(qtbot: QtBot) -> None:
    made: list[type[Entity]] = []

    def making(kind: type[Entity]) -> Form:
        made.append(kind)
        return form()

    inspector = Inspector({Trend: lambda: making(Trend), Driver: lambda: making(Driver)})
    qtbot.addWidget(inspector)
    inspector.render_selection(DOCUMENT, ())
    assert made == []

    for _time in range(2):
        inspector.render_selection(DOCUMENT, ("d",))
    assert made == [Driver]
    assert inspector.stack.currentWidget() is inspector.forms[Driver]
    assert inspector.forms[Driver].shown == DOCUMENT[Drivers].drivers

    inspector.render_selection(DOCUMENT, ("t", "d"))
    assert made == [Driver, Trend]
    inspector.render_selection(DOCUMENT, ("gone",))
    assert inspector.stack.currentWidget() not in inspector.forms.values()


def test_a_form_that_is_there_already_is_taken(qtbot: QtBot) -> None:
    given = form()
    inspector = Inspector({Trend: given})
    qtbot.addWidget(inspector)
    inspector.render_selection(DOCUMENT, ("t",))

    assert inspector.stack.currentWidget() is given
