"""The canvas with its tools above it, and below it what the signs mean, what one can do, and the whole in small."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from foresight.core.document import Document, Id
from foresight.core.words import _
from foresight.kit.labels import button, plain_label
from foresight.kit.legend import Legend
from foresight.kit.session import Session
from foresight.kit.tasks import Runner
from foresight.methods.network.analysis import ROLE_TINTS, ROLES
from foresight.methods.network.view_canvas import NetworkCanvas
from foresight.methods.network.view_minimap import Minimap
from foresight.methods.network.view_nodes import ROLE_MARKS
from foresight.methods.network.view_scene import NetworkScene
from foresight.methods.network.view_tools import CanvasTools


class Board(QWidget):
    """The canvas and what belongs to it."""

    def __init__(self, session: Session, scene: NetworkScene, runner: Runner) -> None:
        super().__init__()
        self.session = session
        self.canvas = NetworkCanvas(session, scene)
        self.tools = CanvasTools(session, self.canvas)
        self.map = Minimap(self.canvas)
        self.runner = runner
        self.hint = plain_label("", "small")
        self.cancel = button(_("Stop"), runner.cancel)
        self._lay_out()
        self.setFocusProxy(self.canvas)
        self.tools.search.found.connect(self._go_to)
        self.tools.search.left.connect(self.canvas.setFocus)
        self.tools.search.said.connect(self.hint.setText)
        self.tools.map.toggled.connect(self.map.setVisible)
        self.canvas.mode_changed.connect(self._say)
        self.canvas.focus.changed.connect(self._say)
        session.selection_changed.connect(self._say)
        session.selection_changed.connect(self.map.redraw)
        runner.busy_changed.connect(lambda _busy: self._say())
        runner.progress.connect(self._on_progress)
        self._say()

    def _lay_out(self) -> None:
        said = QHBoxLayout()
        said.addWidget(self.hint, 1)
        said.addWidget(self.cancel)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(Legend([(ROLE_TINTS[role], _(text), ROLE_MARKS.get(role, "")) for role, text in ROLES.items()]))
        key = _("+ same direction, − opposite direction, ? undecided. Thick: strong. Bars across: it takes time.")
        words.addWidget(plain_label(f"{key} {_('Double ring: groups disagree.')}", "small"))
        words.addLayout(said)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addLayout(words, 1)
        below.addWidget(self.map)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.tools)
        column.addWidget(self.canvas, 1)
        column.addLayout(below)

    def render_document(self, document: Document) -> None:
        """Show this document."""
        self.canvas.render_document(document)
        self.map.redraw()

    def _go_to(self, driver: Id) -> None:
        self.session.select(driver)
        self.canvas.fly_to(driver)

    def _say(self) -> None:
        self.cancel.setVisible(self.runner.busy)
        canvas = self.canvas
        if self.runner.busy:
            text = _("Arranging…")
        elif canvas.linking.source is not None:
            text = _("Link: arrows choose the other driver, Enter links, Esc leaves.")
        elif canvas.keeps_linking:
            text = _("Link: drag from driver to driver. Esc leaves.")
        elif len(self.session.selection) > 1:
            text = _("Drag moves them together · Ctrl+G makes a cluster · right click: align, pin, delete")
        elif canvas.focus.driver is not None:
            text = _("Only this driver and its neighbours stand out · F: one step farther · Esc leaves")
        elif canvas.link is not None:
            text = _("1 2 3 strength · + − ? sign · p only possible · d delay · Ctrl and arrows walk on")
        elif canvas.cluster is not None:
            text = _("Drag the name to move all its drivers · Enter renames · Delete dissolves")
        elif canvas.driver is not None:
            text = _(
                "Drag from the dot at its edge, or L, to link · Enter renames · P pins · F neighbours · Ctrl → links · "
                "Ctrl Shift → more"
            )
        else:
            text = _("Double click adds a driver · arrows walk · Ctrl and wheel zoom · space and drag move the picture")
        self.hint.setText(text)

    def _on_progress(self, share: float) -> None:
        self.hint.setText(_("Arranging… {share} %").format(share=round(100 * share)))
