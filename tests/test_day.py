"""A day with the keyboard alone, from an empty window to a saved brief: nothing is clicked, nothing is called.

Whatever is needed is reached by shortcuts and Tab; only the dialogs of the system that ask for a file name are answered
for the leader.
"""

from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from foresight.core.methods import slice_kinds
from foresight.core.storage import load
from foresight.methods.orientation.model import Orientation, Shares
from foresight.model.drivers import Drivers
from foresight.model.groups import Groups
from foresight.model.oracle import Oracle
from foresight.model.ratings import Ratings, standings
from foresight.model.scenarios import Scenarios
from foresight.model.trends import Trends
from foresight.model.workshop import Workshop
from tests.leader import Leader

TRENDS = ("Kunstig intelligens", "Tillit", "Flere eldre", "Kamp om arbeidskraften", "Siloer")
WORLDS = ("Spranget", "På kjente stier", "Bakpå", "Spredning i laget")
SLIPS = ("3 4 20/60/20 10/40/50", "3 4", "4 5", "2 4 40/50/10", "3 5", "4 4")


def test_a_day_by_keyboard(leader: Leader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {"brief": tmp_path / "brief.pdf", "workshop": tmp_path / "day.foresight"}
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda _p, title, *_rest: (str(files[title.split()[1]]), ""))

    for part in (begin, name_groups, collect_trends, rate, make_drivers, link, choose_axes, name_worlds, ask, orient):
        part(leader)
    leader.go("brief")
    leader.walk_to("Language of the brief")
    leader.press("Down", "Ctrl+E", "Ctrl+S")

    assert leader.document[Workshop].language == "nb"
    assert not leader.window.isWindowModified()
    assert load(files["workshop"], slice_kinds()) == leader.document
    text = text_of(files["brief"].read_bytes())
    assert [each for each in ("Scenarionotat", *TRENDS, *WORLDS) if each not in text] == []
    leader.press("Ctrl+Z")
    assert leader.document[Workshop].language == "en"


def text_of(brief: bytes) -> str:
    """All text of a PDF."""
    pages = pypdfium2.PdfDocument(BytesIO(brief))
    return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pages)


def begin(leader: Leader) -> None:
    """A new workshop with a title and a question."""
    leader.walk_to("New workshop")
    leader.press("Return")
    leader.write("Offentlig sektor 2040")
    leader.walk_to("Focal question")
    QTest.keyClicks(leader.at, "Hva vil vi kunne svare på?")

    assert leader.document[Workshop].title == "Offentlig sektor 2040"
    assert leader.document[Workshop].question == "Hva vil vi kunne svare på?"


def name_groups(leader: Leader) -> None:
    """Two tables."""
    leader.press("Ins")
    leader.write("Bord 1, 6, kommune", "Bord 2, 5, stat")

    assert [(group.name, group.size, group.sector) for group in leader.document[Groups].groups] == [
        ("Bord 1", 6, "kommune"),
        ("Bord 2", 5, "stat"),
    ]


def collect_trends(leader: Leader) -> None:
    """Five trends, typed one after the other."""
    leader.go("trends")
    leader.press("Ins")
    leader.write(*TRENDS)

    assert tuple(trend.title for trend in leader.document[Trends].trends) == TRENDS


def rate(leader: Leader) -> None:
    """Both groups rate every trend on the map: a digit for impact, with Shift for uncertainty."""
    leader.walk_to("Map of impact and uncertainty")
    for impacts, uncertainties in (("55543", "55122"), ("54544", "44123")):
        leader.press("Ctrl+G", "Esc")
        for impact, uncertainty in zip(impacts, uncertainties, strict=True):
            leader.press("PgDown", impact, f"Shift+{uncertainty}")

    found = standings(leader.document)
    assert len(leader.document[Ratings].ratings) == 10
    assert [found[trend.id].impact for trend in leader.document[Trends].trends] == [5, 4.5, 5, 4, 3.5]
    assert [found[trend.id].uncertainty for trend in leader.document[Trends].trends] == [4.5, 4.5, 1, 2, 2.5]


def make_drivers(leader: Leader) -> None:
    """A driver of every trend."""
    leader.walk_to("Trends by zone")
    leader.press("Ctrl+A", "Ctrl+D")

    assert sorted(driver.title for driver in leader.document[Drivers].drivers) == sorted(TRENDS)


def link(leader: Leader) -> None:
    """One link drawn on the canvas and graded, one typed into the matrix."""
    leader.go("network")
    leader.walk_to("Network of drivers")
    leader.press("Right", "L", "Right", "Return", "3", "-")
    leader.press("Ctrl+2")
    leader.walk_to("Matrix of drivers")
    leader.press("Down", "Left", "2")

    assert [(each.strength, each.sign) for each in leader.document[Drivers].links] == [(3, "-"), (2, "+")]


def choose_axes(leader: Leader) -> None:
    """The two most critical drivers: the vertical axis takes the first proposed, the horizontal one the second."""
    leader.go("scenarios")
    for name, steps, low, high in (
        ("Vertical axis", 1, "Lower pole", "Upper pole"),
        ("Horizontal axis", 2, "Left pole", "Right pole"),
    ):
        leader.walk_to(name)
        leader.press(*["Down"] * steps)
        for pole, text in ((low, "lav"), (high, "høy")):
            leader.walk_to(pole)
            QTest.keyClicks(leader.at, text)

    part = leader.document[Scenarios]
    titles = {driver.id: driver.title for driver in leader.document[Drivers].drivers}
    assert [titles[axis.driver or ""] for axis in (part.y_axis, part.x_axis)] == list(TRENDS[:2])
    assert {(axis.low, axis.high) for axis in (part.y_axis, part.x_axis)} == {("lav", "høy")}


def name_worlds(leader: Leader) -> None:
    """Four worlds, each with a name, a tagline and a story."""
    leader.walk_to("Make four scenarios")
    leader.press("Return")
    for name in WORLDS:
        leader.walk_to("Name of the world")
        leader.write(name)
        QTest.keyClicks(leader.at, f"Kort om {name}")
        leader.press("Tab")
    for name in WORLDS:
        leader.press("Ctrl+PgDown", "Ctrl+Return")
        leader.walk_to("Narrative")
        QTest.keyClicks(leader.at, f"Det er 2040 i {name}.")

    worlds = leader.document[Scenarios].scenarios
    assert [(world.name, world.tagline, world.narrative) for world in worlds] == [
        (name, f"Kort om {name}", f"Det er 2040 i {name}.") for name in WORLDS
    ]


def ask(leader: Leader) -> None:
    """Two questions, each with an answer of every world."""
    leader.go("oracle")
    leader.press("Ins")
    leader.write("Hvem sluttet med hva?", "Hva ble annerledes?")
    leader.press("Ctrl+2")
    leader.walk_to("Answers")
    for _question in range(2):
        leader.press("Home")
        for name in WORLDS:
            QTest.keyClicks(leader.at, f"Svar fra {name}")
            leader.press("Ctrl+Return", "Right")
        leader.press("Down")

    assert [len(question.answers) for question in leader.document[Oracle].questions] == [4, 4]


def orient(leader: Leader) -> None:
    """Six people, typed from their slips: points and shares, now and as it should be."""
    leader.go("orientation")
    leader.walk_to("Type a slip and press Enter, such as 3 4 20/60/20 10/40/50")
    leader.write(*SLIPS)

    raters = leader.document[Orientation].raters
    assert [(rater.line_now, rater.line_should) for rater in raters] == [(3, 4), (3, 4), (4, 5), (2, 4), (3, 5), (4, 4)]
    assert raters[0].shares_now == Shares(past=20, present=60, future=20)
    assert [rater.code for rater in raters] == list("123456")
