"""What one does on the canvas, whatever one does it with: select, rename, add, link."""

from PySide6.QtCore import QPointF, QRect, QRectF, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QShowEvent

from foresight.core.document import Document, Id
from foresight.core.words import _, ngettext
from foresight.kit.session import Session
from foresight.methods.network.clusters import change_cluster
from foresight.methods.network.model import NODE, Cluster, place_new
from foresight.methods.network.view_focus import Focus
from foresight.methods.network.view_linking import Linking
from foresight.methods.network.view_nodes import FAR
from foresight.methods.network.view_picture import NetworkPicture
from foresight.methods.network.view_scene import NetworkScene
from foresight.methods.network.view_title import TitleEditor
from foresight.methods.network.walking import links_at
from foresight.methods.network.words import link_in_words
from foresight.model.drivers import Driver, Drivers, Link, change_driver, link_between, set_link


class EditableNetwork(NetworkPicture):
    """The network with its selection, its title line, and a link that is being drawn.

    ``mode_changed`` when linking begins or ends.
    """

    mode_changed = Signal()

    def __init__(self, session: Session, scene: NetworkScene) -> None:
        super().__init__(scene, _("Network of drivers"))
        self.session = session
        self.keeps_linking = False
        """Whether every drag from a driver draws a link."""
        self.linking = Linking(scene)
        self.focus = Focus(scene)
        self.extends_selection = False
        """Whether what one points at joins what is selected."""
        self.editor = TitleEditor(self.viewport())
        self.editor.typed.connect(self._on_title)
        self._edited: Id | QPointF | None = None
        scene.selectionChanged.connect(self._on_scene_selection)
        session.selection_changed.connect(self.show_selection)
        session.selection_changed.connect(self._bring_to_sight)

    # What is shown

    def render_document(self, document: Document) -> None:
        """Show this document."""
        super().render_document(document)
        if self.linking.source not in self.network.drivers:
            self.linking.cancel()
        self.focus.render(document)
        self.show_selection()

    def show_selection(self) -> None:
        """Show what is selected."""
        self.network.show_selection(self.session.selection)
        if self.scale_now < FAR:
            self.viewport().update()  # titles reach beyond their drivers
        text = self.described()
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)
            if self.hasFocus():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _bring_to_sight(self) -> None:
        """What was selected elsewhere (a search, a list) comes to sight; on the canvas one sees what one selects."""
        item = self.network.drivers.get(self.driver.id if self.driver else "")
        if item is not None and not self.hasFocus():
            self.ensureVisible(item)

    def described(self) -> str:
        """The selection in words, or how much there is."""
        document, chosen = self.session.document, self.session.selection
        if len(chosen) > 1:
            return ngettext("{n} selected", "{n} selected", len(chosen)).format(n=len(chosen))
        driver, link, cluster = self.driver, self.link, self.cluster
        part = document[Drivers]
        if link is not None:
            return link_in_words(document, link.source, link.target)
        if cluster is not None:
            count = len(cluster.drivers)
            return ngettext("{name}: {n} driver", "{name}: {n} drivers", count).format(name=cluster.name, n=count)
        if driver is not None:
            count = len(links_at(part.links, driver.id))
            return ngettext("{title}, {n} link", "{title}, {n} links", count).format(title=driver.title, n=count)
        return _("{drivers} drivers, {links} links").format(drivers=len(part.drivers), links=len(part.links))

    @property
    def driver(self) -> Driver | None:
        """The driver selected first, if that is a driver."""
        first = self.session.selection[:1]
        return self.session.document.find(first[0], Driver) if first else None

    @property
    def link(self) -> Link | None:
        """The link selected first, if that is a link."""
        first = self.session.selection[:1]
        return self.session.document.find(first[0], Link) if first else None

    @property
    def cluster(self) -> Cluster | None:
        """The cluster selected first, if that is a cluster."""
        first = self.session.selection[:1]
        return self.session.document.find(first[0], Cluster) if first else None

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        super().drawForeground(painter, rect)
        self.linking.paint(painter)

    def _on_scene_selection(self) -> None:
        held = self.network.drivers
        chosen = [key for key, item in held.items() if item.isSelected()]
        if set(chosen) != set(self.session.selection) & held.keys():
            others = [one for one in self.session.selection if one not in held] if self.extends_selection else []
            self.session.select(*chosen, *others)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.focus.overlay is not None:
            self.network.show_overlay(self.focus.overlay)

    # Changing

    def edit_title(self, driver: Id) -> None:
        """Type another title."""
        item = self.network.drivers[driver]
        assert item.driver is not None
        self._edited = driver
        self.ensureVisible(item)
        self.editor.ask(self._box_at(item.pos()), item.driver.title)

    def edit_name(self, cluster: Id) -> None:
        """Type another name of a cluster."""
        item = self.network.clusters[cluster]
        self._edited = cluster
        area = item.name_area(self.scale_now)
        self.ensureVisible(area)
        self.editor.ask(self._box_at(QPointF(area.left() + NODE[0] / 2, area.center().y())), item.cluster.name)

    def begin_driver(self, at: QPointF) -> None:
        """Type the title of a new driver at a point of the scene."""
        self._edited = at
        self.editor.ask(self._box_at(at), "")

    def _box_at(self, middle: QPointF) -> QRect:
        area = self.mapFromScene(QRectF(-NODE[0] / 2, -NODE[1] / 2, *NODE).translated(middle)).boundingRect()
        width = max(area.width(), 220)
        return QRect(area.center().x() - width // 2, area.center().y() - 16, width, 32)

    def _on_title(self, title: str) -> None:
        self.session.seal()
        if isinstance(self._edited, str) and self._edited in self.network.clusters:
            self.session.do(change_cluster(self._edited, name=title))
        elif isinstance(self._edited, str):
            self.session.do(change_driver(self._edited, title=title))
        elif self._edited is not None:
            driver = Driver(title=title)
            if self.session.do(place_new(driver, at=(self._edited.x(), self._edited.y()))):
                self.session.select(driver.id)
        self.session.seal()

    def begin_link(self) -> None:
        """Draw a link from the selected driver with the arrow keys; without one, with the mouse from any driver."""
        driver = self.driver
        if driver is not None:
            self.linking.begin(driver.id)
        else:
            self.keeps_linking = True
        self.show_mode()

    def stop_linking(self) -> None:
        """No link after all."""
        self.linking.cancel()
        self.keeps_linking = False
        self.show_mode()

    def finish_link(self) -> None:
        """Make the link that is being drawn, if it came somewhere, and select it."""
        ends = self.linking.finish()
        self.show_mode()
        if ends is None:
            return
        if link_between(self.session.document, *ends) is None:
            self.session.seal()
            self.session.do(set_link(*ends))
        made = link_between(self.session.document, *ends)
        if made is not None:
            self.session.select(made.id)

    def show_mode(self) -> None:
        """Show what is being drawn."""
        self.viewport().update()
        self.mode_changed.emit()
