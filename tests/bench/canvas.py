"""The canvas of the network: dragging and overview of a large one, and how much of a picture a new layout keeps."""

import math
import statistics
import time
from collections import Counter
from random import Random

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from foresight.core.document import Document, Id
from foresight.core.spacing import Point
from foresight.kit.theme import apply_theme
from foresight.methods.network.layout import arranged
from foresight.methods.network.model import Network, arrange, place_new, places
from foresight.methods.network.view_picture import NetworkPicture
from foresight.model.drivers import Driver, Drivers, set_link
from tests.bench.big import large_network, network
from tests.bench.measure import Row, limit_row, median
from tests.bench.window import opened

STEPS = 60
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton


def rows() -> list[Row]:
    """Frames of a network of 1,000 drivers and 3,000 links; the layout of 300 with one more."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    apply_theme(app, "light")
    workspace, _session = opened(app, "network", large_network())
    canvas = workspace.findChildren(NetworkPicture)[0]
    found = [_whole(canvas), _dragging(app, canvas), _kept()]
    workspace.deleteLater()
    return found


def _whole(canvas: NetworkPicture) -> Row:
    canvas.fit()

    def once() -> None:
        canvas.resetCachedContent()
        canvas.viewport().repaint()

    return limit_row("the whole network of 1,000 nodes and 3,000 links, a frame", median(once, STEPS), 0.050)


def _dragging(app: QApplication, canvas: NetworkPicture) -> Row:
    """The driver with most links is dragged with the mouse, at life size."""
    held = Counter(end for link in large_network()[Drivers].links for end in (link.source, link.target))
    busiest, links = held.most_common(1)[0]
    item = canvas.network.drivers[busiest]
    canvas.resetTransform()
    canvas.centerOn(item)
    app.processEvents()
    start = canvas.mapFromScene(item.pos())
    _send(canvas.viewport(), QEvent.Type.MouseButtonPress, start, LEFT, LEFT)
    times = []
    for step in range(STEPS):
        begin = time.perf_counter()
        _send(canvas.viewport(), QEvent.Type.MouseMove, start + QPoint(3 * (step % 20), 2 * (step % 15)), NONE, LEFT)
        app.processEvents()
        times.append(time.perf_counter() - begin)
    _send(canvas.viewport(), QEvent.Type.MouseButtonRelease, start, LEFT, NONE)
    what = f"drag a node with {links} links among 1,000 nodes and 3,000 links, a frame"
    return limit_row(what, statistics.median(times), 0.008)


def _send(widget: QWidget, kind: QEvent.Type, at: QPoint, button: Qt.MouseButton, held: Qt.MouseButton) -> None:
    point = QPointF(at)
    event = QMouseEvent(kind, point, widget.mapToGlobal(point), button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, event)


def _kept() -> Row:
    """One driver with three links comes to a network of 300 that was untangled; it is untangled again."""
    document = Document(doc_id="bench").put(network(300, 600))
    document = arrange(arranged(document, "forces"), "forces").apply(document)
    before = places(document)
    document = place_new(Driver(id="new", title="New")).apply(document)
    random = Random(3)
    for other in random.sample(sorted(before), 3):
        document = set_link("new", other, strength=2).apply(document)
    kept = _moved(before, arranged(document, "forces"))
    afresh = _moved(before, arranged(document.put(Network()), "forces"))
    what = "a node more among 300, untangled again: the others move"
    return Row(what, kept, "a layout from scratch", afresh, "<= 0.1 x", kept <= 0.1 * afresh, "px")


def _moved(before: dict[Id, Point], after: dict[Id, Point]) -> float:
    """How far drivers moved on the average."""
    return statistics.fmean(math.dist(spot, after[driver]) for driver, spot in before.items())
