"""The arrow keys on the canvas: from driver to driver, along links, and moving what is selected."""

from foresight.core.document import Id
from foresight.core.spacing import Point
from foresight.core.words import _
from foresight.methods.network.clusters import with_members
from foresight.methods.network.model import move_drivers
from foresight.methods.network.view_editing import EditableNetwork
from foresight.methods.network.walking import after, links_at, nearest
from foresight.model.drivers import Drivers, Link

STEP = 20.0
"""How far Shift and an arrow move a driver."""

Way = tuple[int, int]
"""(1, 0) is right, (0, 1) down."""


class Walking:
    """Where one is on a canvas, and where one came from."""

    def __init__(self, canvas: EditableNetwork) -> None:
        self._canvas = canvas
        self._session = canvas.session
        self._came_from: Id | None = None

    def to_driver(self, way: Way, *, adding: bool = False) -> None:
        """To the next driver; from a link to the driver at its beginning (left, up) or end (right, down).

        ``adding``: what is selected stays so.
        """
        link, driver = self._canvas.link, self._canvas.driver
        if link is not None:
            self._go(link.source if way[0] + way[1] < 0 else link.target, adding)
        elif driver is not None:
            spots = self.spots()
            spots[driver.id] = self._canvas.network.drivers[driver.id].pos().toTuple()
            self._go(nearest(spots, spots[driver.id], way), adding)
        else:
            self._go(next(iter(self.spots()), None), adding)

    def along_links(self, way: Way) -> None:
        """Right: onto the first link from here, then to its end. Left: back along those to here. Up, down: others."""
        link, driver = self._canvas.link, self._canvas.driver
        if driver is not None:
            self._came_from = driver.id
        if way[1]:
            self._to_link([one.id for one in links_at(self._links(), self._came_from or "")], way[1])
        elif link is not None:
            self._go(link.target if way[0] > 0 else link.source)
        elif driver is not None:
            onward = [one.id for one in self._links() if driver.id == (one.source if way[0] > 0 else one.target)]
            self._to_link(onward, 1)
            if not onward:
                self._session.said.emit(_("No link leads from here.") if way[0] > 0 else _("No link leads here."))

    def move(self, way: Way) -> None:
        """Move what is selected; several moves in a row are one step."""
        spots = {key: item.pos() for key, item in self._canvas.network.drivers.items()}
        chosen = with_members(self._session.document, self._session.selection)
        there = {key: (spots[key].x() + STEP * way[0], spots[key].y() + STEP * way[1]) for key in chosen}
        self._session.do(move_drivers(there, folding=True))

    def spots(self) -> dict[Id, Point]:
        """Where the drivers are to which one can walk: with a focus, those in it."""
        overlay = self._canvas.focus.overlay
        items = self._canvas.network.drivers.items()
        return {key: (item.x(), item.y()) for key, item in items if overlay is None or key in overlay.drivers}

    def _links(self) -> list[Link]:
        """The links along which one can walk: those that are shown."""
        overlay, scene = self._canvas.focus.overlay, self._canvas.network
        every = self._session.document[Drivers].links
        return [li for li in every if scene.links.shows_link(li) and (overlay is None or li.id in overlay.links)]

    def _go(self, driver: Id | None, adding: bool = False) -> None:
        if driver is not None:
            self._came_from = driver
            others = [one for one in self._session.selection if one != driver] if adding else []
            self._session.select(driver, *others)
            self._canvas.ensureVisible(self._canvas.network.drivers[driver])

    def _to_link(self, links: list[Id], by: int) -> None:
        link = self._canvas.link
        to = after(links, link.id if link else None, by)
        if to is not None:
            self._session.select(to)
            self._canvas.ensureVisible(self._canvas.network.curves[to].bounds)
