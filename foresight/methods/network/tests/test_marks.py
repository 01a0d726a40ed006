"""Signs of links lie neither under drivers nor on each other."""

import itertools
import math
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QObject, QPointF
from PySide6.QtWidgets import QApplication

from conftest import SAMPLE_EN, SAMPLE_NB
from foresight.core import words
from foresight.core.document import Document
from foresight.core.look import LIGHT
from foresight.core.methods import slice_kinds
from foresight.core.picture import Circle
from foresight.core.storage import load
from foresight.methods.network.analysis import strongest
from foresight.methods.network.figure_links import MARK, network
from foresight.methods.network.figure_links import _boxes as boxes_of
from foresight.methods.network.marks import clear_share, distance, on_bow
from foresight.methods.network.model import NODE
from foresight.methods.network.view_layer import LinkLayer
from foresight.methods.network.view_links import MARK as SCREEN_MARK
from foresight.methods.network.view_scene import NetworkScene
from foresight.model.drivers import Drivers

SAMPLES = pytest.mark.parametrize("path", [SAMPLE_EN, SAMPLE_NB], ids=["en", "nb"])
STRAIGHT = (0.0, 0.0), (50.0, 0.0), (100.0, 0.0)


def loaded(path: Path) -> Document:
    words.speak("nb" if path == SAMPLE_NB else "en")
    return load(path, slice_kinds())


def test_a_mark_stays_where_it_wishes_when_nothing_is_there() -> None:
    assert clear_share(STRAIGHT, 0.5, (0.1, 0.9), [], [], 5) == pytest.approx(0.5)


def test_a_mark_gives_way_to_a_box_and_to_other_marks() -> None:
    behind_a_box = clear_share(STRAIGHT, 0.5, (0.1, 0.9), [(20, -5, 60, 5)], [], 5)
    assert on_bow(STRAIGHT, behind_a_box)[0] == pytest.approx(66, abs=2.5)
    beside_a_mark = clear_share(STRAIGHT, 0.5, (0.1, 0.9), [(20, -5, 60, 5)], [(67, 0)], 5)
    assert on_bow(STRAIGHT, beside_a_mark)[0] == pytest.approx(78, abs=2.5)


def test_without_room_a_mark_goes_where_most_is() -> None:
    share = clear_share(STRAIGHT, 0.5, (0.1, 0.9), [(0, -5, 85, 5)], [], 9)
    assert share == pytest.approx(0.9)


@SAMPLES
def test_signs_in_the_brief_are_seen(path: Path) -> None:
    document = loaded(path)
    drivers, links = strongest(document)
    found, _heads = boxes_of(document, drivers, links, 482, 250)
    drawn = network(document, 482, 250, LIGHT).plain()
    marks = [shape.centre for shape in drawn if isinstance(shape, Circle) and shape.radius == MARK]
    marks = [(x, 250 - y) for x, y in marks]
    assert len(marks) == len(links)
    assert all(distance(mark, box.rect) >= MARK for mark in marks for box in found.values())
    assert all(math.dist(one, other) >= 2 * MARK for one, other in itertools.combinations(marks, 2))


@SAMPLES
def test_signs_on_the_canvas_are_seen(path: Path, themed: QApplication) -> None:
    owner = QObject()
    scene = NetworkScene(owner)
    scene.render_document(loaded(path))
    marks = [curve.middle.toTuple() for curve in scene.curves.values()]
    spots = [item.pos().toTuple() for item in scene.drivers.values()]
    rects = [(x - NODE[0] / 2, y - NODE[1] / 2, x + NODE[0] / 2, y + NODE[1] / 2) for x, y in spots]
    assert all(distance(mark, rect) >= SCREEN_MARK for mark in marks for rect in rects)
    assert all(math.dist(one, other) >= 2 * SCREEN_MARK for one, other in itertools.combinations(marks, 2))


def test_what_is_found_after_each_change_is_what_is_found_at_once(themed: QApplication) -> None:
    """Links that nothing new stands in the way of keep their bend and the place of their mark."""
    links, spots = loaded(SAMPLE_EN)[Drivers].links, {}
    for at, driver in enumerate(sorted({end for link in links for end in (link.source, link.target)})):
        spots[driver] = QPointF(at % 5 * 260.0, at // 5 * 150.0 + at % 3 * 40)
    layer, random = LinkLayer(lambda _area: None), Random(2)
    layer.render(links, spots, ())
    for _move in range(6):
        one = random.choice(list(spots))
        spots[one] = spots[one] + QPointF(random.uniform(-300, 300), random.uniform(-200, 200))
        layer.render(links, spots, {one})

    afresh = LinkLayer(lambda _area: None)
    afresh.render(links, spots, ())

    found = {link: (curve.bend, curve.share) for link, curve in layer.curves.items()}
    assert found == {link: (curve.bend, curve.share) for link, curve in afresh.curves.items()}
    assert len(set(found.values())) > 5
