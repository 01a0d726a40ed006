"""What if: hold a driver up or down, and see on the canvas and in a list which others are pushed where."""

from collections.abc import Iterable

from PySide6.QtWidgets import QHBoxLayout

from foresight.core.document import Document, Id
from foresight.core.progress import Tick
from foresight.core.words import _, ngettext
from foresight.kit.fields import ChoiceField
from foresight.kit.labels import plain_label
from foresight.kit.session import Session
from foresight.kit.theme import scaled
from foresight.methods.network.leverage import DEPTHS, leverage
from foresight.methods.network.matrix import counted
from foresight.methods.network.pushing import DIRECTIONS, Pushes, in_words, links_on, pushes
from foresight.methods.network.ranking import ranks
from foresight.methods.network.view_found import MARGIN, FoundView
from foresight.methods.network.view_overlay import Badge, Overlay
from foresight.methods.network.view_scene import NetworkScene
from foresight.model.drivers import Driver, Drivers

QUICK = 100
"""Links; with more the paths are followed in the background."""
WIDTH = 320
"""Pixels of the question and the answers at most: they and the picture share a small window."""
WHOLE = 40
"""Drivers; of more of them one sees no sign, so only the way to the chosen one is shown."""
DEPTH = 2
"""Links that are followed at first: on longer paths most drivers of a workshop are pushed both ways."""


class WhatIfView(FoundView):
    """The picture at the left with signs on the drivers; the question and the answers in a list at the right."""

    def __init__(self, session: Session, scene: NetworkScene) -> None:
        super().__init__(session, scene, _("Network with what is pushed"), _("Drivers that are pushed"))
        self.runner.done.connect(self._show_pushes)
        self.driver = ChoiceField("driver", _("Hold a driver (those with most leverage first)"), {})
        self.way = ChoiceField("way", _("Where"), {True: _("Up: more of it"), False: _("Down: less of it")})
        self.links = ChoiceField("depth", _("Links followed at most"), {n: str(n) for n in DEPTHS})
        self._held: Id | None = None
        self._upward, self._depth = True, DEPTH
        self._found = Pushes((), DEPTH)
        self._on_way: frozenset[Id] = frozenset()
        self.driver.edited.connect(lambda driver: self._ask(driver, self._upward, self._depth))
        self.way.edited.connect(lambda upward: self._ask(self._held, upward, self._depth))
        self.links.edited.connect(lambda depth: self._ask(self._held, self._upward, depth))
        self._fill_in()
        self.setFocusProxy(self.driver)

    def _fill_in(self) -> None:
        note = _("Directions and ranks from the signs along paths. They show what to talk about, not what will happen.")
        self.left.addWidget(plain_label(note, "small"))
        self.right.setMaximumWidth(scaled(WIDTH))
        pair = QHBoxLayout()
        pair.setSpacing(8)
        pair.addWidget(self.way, 1)
        pair.addWidget(self.links, 1)
        self.column.addWidget(self.driver)
        self.column.addLayout(pair)
        self.column.addWidget(self.count)
        self.column.addWidget(self.list, 1)

    def render_document(self, document: Document) -> None:
        """Ask the same of this document; of the selected driver if none is asked about yet."""
        self._document = document
        self.picture.render_document(document)
        chosen = self.session.selection[:1]
        if self._held is None and chosen and document.find(chosen[0], Driver):
            self._held = chosen[0]
        self._ask(self._held, self._upward, self._depth)

    def _ask(self, driver: Id | None, upward: bool, depth: int) -> None:
        """Hold this driver, or the one with most leverage if it is not there."""
        document = self._document
        self._upward, self._depth = upward, depth
        levers = leverage(document, depth)
        order = sorted(levers, key=lambda one: -levers[one])
        self._held = driver if driver in levers else order[0] if order else None
        self._offer_drivers(order, dict(zip(levers, ranks(list(levers.values())), strict=True)))
        self.way.show_value(upward)
        self.links.show_value(depth)
        if self._held is None:
            return
        if len(counted(document)) > QUICK:
            self.count.setText(_("Following paths…"))
            self.runner.start(_pushes_of, document, self._held, upward, depth)
        else:
            self.runner.cancel()
            self._show_pushes((document, pushes(document, self._held, upward, depth)))

    def _offer_drivers(self, order: list[Id], rank: dict[Id, int]) -> None:
        titles = {driver.id: driver.title for driver in self._document[Drivers].drivers}
        self.driver.offer({driver: f"{rank[driver]}  {titles[driver]}" for driver in order})
        self.driver.show_value(self._held)

    def _show_pushes(self, result: tuple[Document, Pushes]) -> None:
        document, found = result
        if document is not self._document:
            return
        row = self.list.currentRow()
        before = self._found.pushes[row].driver if 0 <= row < len(self._found.pushes) else ""
        self._found = found
        titles = {driver.id: driver.title for driver in document[Drivers].drivers}
        self.count.setText(self._counted())
        rows = (at for at, push in enumerate(found.pushes) if push.driver == before)
        texts = [f"{push.rank}  {titles[push.driver]}: {_(DIRECTIONS[push.direction])}" for push in found.pushes]
        self.offer(texts, next(rows, None))

    def _counted(self) -> str:
        count = len(self._found.pushes)
        said = ngettext("{n} driver is pushed, the hardest first", "{n} drivers are pushed, the hardest first", count)
        text = said.format(n=count) if count else _("It pushes no other driver.")
        if self._found.is_cut:
            text += ". " + ngettext(
                "There are too many paths: {n} link was followed.",
                "There are too many paths: {n} links were followed.",
                self._found.depth,
            ).format(n=self._found.depth)
        return text

    def say(self) -> None:
        """Say how the chosen driver is pushed."""
        row = self.list.currentRow()
        push = self._found.pushes[row] if 0 <= row < len(self._found.pushes) else None
        self.said.setText(in_words(self._document, push) if push else "")
        self._on_way = links_on(self._document, push) if push else frozenset()
        self.emphasise()

    def emphasise(self) -> None:
        """The held driver and those it pushes stand out, and the way to the one chosen in the list."""
        scene = self.picture.network
        if not self.isVisible() or self._held is None or self._held not in scene.drivers:
            return
        badges: dict[Id, Badge] = {push.driver: push.direction for push in self._found.pushes}
        badges[self._held] = "held up" if self._upward else "held down"
        self._overlay = Overlay(badges, self._on_way)
        scene.show_overlay(self._overlay)
        self.picture.fit(scene.extent(self._near()), MARGIN)
        self.picture.setAccessibleDescription(self.said.text())

    def _near(self) -> Iterable[Id] | None:
        """What the picture shows: all, in a large network the way to the one chosen in the list."""
        row = self.list.currentRow()
        if len(self._document[Drivers].drivers) <= WHOLE or row < 0 or self._held is None:
            return None
        return {self._held, *(driver for way in self._found.pushes[row].ways for driver in way.drivers)}


def _pushes_of(document: Document, driver: Id, upward: bool, depth: int, tick: Tick) -> tuple[Document, Pushes]:
    """The answer, and the document it is of."""
    return document, pushes(document, driver, upward, depth, tick=tick)
