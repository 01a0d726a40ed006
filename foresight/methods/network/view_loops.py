"""Loops: a list to choose from, the chosen one on the canvas and as a sentence to read out."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from foresight.core.document import Document, Id
from foresight.core.progress import Tick
from foresight.core.text import LINE_LENGTH, clean_line
from foresight.core.words import _, ngettext
from foresight.kit.fields import ChoiceField
from foresight.kit.labels import plain_label
from foresight.kit.limits import limit_line
from foresight.kit.session import Session
from foresight.methods.network.loops import KIND_MEANINGS, Loop, Loops, find_loops, labels, sentence
from foresight.methods.network.model import Network, loop_names, name_loop, seek_loops, turned
from foresight.methods.network.view_found import MARGIN, FoundView
from foresight.methods.network.view_overlay import Overlay
from foresight.methods.network.view_scene import NetworkScene
from foresight.model.drivers import DELAYS, Drivers

SHOWN = 200
"""Loops in the list at most; the filter finds the others."""
QUICK = 300
"""Links; with more the search goes on in the background."""
WIDTH = 300


class LoopsView(FoundView):
    """The loops with the filter above them; the chosen one as a sentence, with the name that it has in this room."""

    def __init__(self, session: Session, scene: NetworkScene) -> None:
        super().__init__(session, scene, _("Network with the chosen loop"), _("Loops"))
        self.runner.done.connect(self._show_loops)
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Filter by drivers or name"))
        self.search.setAccessibleName(_("Filter by drivers or name"))
        self.search.textChanged.connect(lambda _text: self._fill())
        self.meaning = plain_label("", "muted")
        self.name = QLineEdit()
        limit_line(self.name, LINE_LENGTH)
        self.name.setPlaceholderText(_("what this room calls it"))
        self.name.setAccessibleName(_("Name of the loop"))
        self.name.textEdited.connect(self._on_name)
        self.name.editingFinished.connect(session.seal)
        self.length = ChoiceField("longest_loop", _("Links in a loop at most"), {n: str(n) for n in range(2, 9)})
        self.length.edited.connect(lambda longest: session.do(seek_loops(longest)))
        self._found: Loops = Loops((), more=False)
        self._listed: list[tuple[str, Loop]] = []
        self._fill_in()
        self.setFocusProxy(self.list)

    def _fill_in(self) -> None:
        naming = QHBoxLayout()
        title = plain_label(_("Name"), "small", wrap=False)
        title.setBuddy(self.name)
        naming.addWidget(title)
        naming.addWidget(self.name)
        self.left.addWidget(self.meaning)
        self.left.addLayout(naming)
        self.right.setFixedWidth(WIDTH)
        for widget in (self.length, self.count, self.search):
            self.column.addWidget(widget)
        self.column.addWidget(self.list, 1)

    def render_document(self, document: Document) -> None:
        """Show the loops of this document."""
        self._document = document
        self.picture.render_document(document)
        self.length.show_value(document[Network].longest_loop)
        self.length.setEnabled(not self.session.read_only)
        if len(document[Drivers].links) > QUICK:
            self.count.setText(_("Looking for loops…"))
            self.runner.start(_loops_of, document)
        else:
            self.runner.cancel()
            self._show_loops((document, find_loops(document)))

    def _show_loops(self, result: tuple[Document, Loops]) -> None:
        document, self._found = result
        if document is self._document:
            self._fill()

    @property
    def chosen(self) -> Loop | None:
        """The loop chosen in the list."""
        row = self.list.currentRow()
        return self._listed[row][1] if 0 <= row < len(self._listed) else None

    def _fill(self) -> None:
        """List the loops that pass the filter; the chosen one stays chosen."""
        chosen = self.chosen
        before = turned(chosen.drivers) if chosen else ()
        titles = {driver.id: driver.title for driver in self._document[Drivers].drivers}
        names = loop_names(self._document)
        words = self.search.text().casefold().split()
        every = zip(labels(self._found.loops), self._found.loops, strict=True)
        told = [(_titled(label, loop, names, titles), loop) for label, loop in every]
        told = [(text, loop) for text, loop in told if all(word in text.casefold() for word in words)]
        self._listed = told[:SHOWN]
        self.count.setText(self._counted(len(told)))
        rows = (row for row, (_text, loop) in enumerate(self._listed) if turned(loop.drivers) == before)
        self.offer([text for text, _loop in self._listed], next(rows, None))

    def _counted(self, passing: int) -> str:
        count = len(self._found.loops)
        if not count:
            text = _("No loops of at most {most} links: nothing comes back to where it began.")
            return text.format(most=self._found.longest)
        text = ngettext("{n} loop of at most {most} links", "{n} loops of at most {most} links", count)
        if self._found.more:
            text = _("More than {n} loops of at most {most} links")
        said = text.format(n=count, most=self._found.longest)
        if passing > SHOWN:
            said += ". " + _("The first {n} are listed; the filter finds the others.").format(n=SHOWN)
        return said

    def say(self) -> None:
        """Say the chosen loop as a sentence, what its kind means and what this room calls it."""
        loop = self.chosen
        for widget in (self.said, self.meaning, self.name):
            widget.setEnabled(loop is not None)
        self.said.setText(sentence(self._document, loop) if loop else "")
        self.meaning.setText(_(KIND_MEANINGS[loop.kind]) if loop else "")
        name = loop_names(self._document).get(turned(loop.drivers), "") if loop else ""
        if clean_line(self.name.text()) != name or not self.name.hasFocus():
            self.name.setText(name)
        self.name.setReadOnly(self.session.read_only)
        self.emphasise()

    def emphasise(self) -> None:
        """Only the chosen loop stands out."""
        loop = self.chosen
        scene = self.picture.network
        known = loop is None or scene.drivers.keys() >= set(loop.drivers)  # when shown, one is rendered just after
        if self.isVisible() and known:
            self._overlay = Overlay.of(loop.drivers, (link.id for link in loop.links)) if loop else None
            scene.show_overlay(self._overlay)
            self.picture.fit(scene.extent(loop.drivers if loop else None), MARGIN)
            self.picture.setAccessibleDescription(self.said.text())

    def _on_name(self, text: str) -> None:
        loop = self.chosen
        if loop is not None:
            self.session.do(name_loop(loop.drivers, clean_line(text)))


def _loops_of(document: Document, tick: Tick) -> tuple[Document, Loops]:
    """The loops of a document, and the document they are of."""
    return document, find_loops(document, tick=tick)


def _titled(label: str, loop: Loop, names: dict[tuple[Id, ...], str], titles: dict[Id, str]) -> str:
    """``R1 Silo spiral: Trust → Silos → Trust (delay: long)``."""
    way = " → ".join(titles[driver] for driver in (*loop.drivers, loop.drivers[0]))
    name = names.get(turned(loop.drivers))
    late = "" if loop.delay == "short" else " " + _("(delay: {delay})").format(delay=_(DELAYS[loop.delay]).lower())
    return (f"{label} {name}: {way}" if name else f"{label}  {way}") + late
