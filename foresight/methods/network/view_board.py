"""The canvas with a line below it that says what one can do, and how far a long layout is."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from foresight.core.document import Document
from foresight.core.words import _
from foresight.kit.labels import button, plain_label
from foresight.kit.legend import Legend
from foresight.kit.session import Session
from foresight.kit.tasks import Runner
from foresight.methods.network.analysis import ROLE_TINTS, ROLES
from foresight.methods.network.view_canvas import NetworkCanvas
from foresight.methods.network.view_scene import NetworkScene


class Board(QWidget):
    """The canvas and its hint."""

    def __init__(self, session: Session, scene: NetworkScene, runner: Runner) -> None:
        super().__init__()
        self.canvas = NetworkCanvas(session, scene)
        self.runner = runner
        self.hint = plain_label("", "small")
        self.cancel = button(_("Stop"), runner.cancel)
        self.whole = button(_("Show all"), self.canvas.fit, icon_name="maximize", role="quiet")
        row = QHBoxLayout()
        row.addWidget(self.hint, 1)
        row.addWidget(self.cancel)
        row.addWidget(self.whole)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.canvas, 1)
        column.addWidget(Legend([(ROLE_TINTS[role], _(text)) for role, text in ROLES.items()]))
        key = _("+ same direction, − opposite direction, ? undecided. Thick: strong. Bars across: it takes time.")
        column.addWidget(plain_label(key, "small"))
        column.addLayout(row)
        self.setFocusProxy(self.canvas)
        self.canvas.mode_changed.connect(self._say)
        session.selection_changed.connect(self._say)
        runner.busy_changed.connect(lambda _busy: self._say())
        runner.progress.connect(self._on_progress)
        self._say()

    def render_document(self, document: Document) -> None:
        """Show this document."""
        self.canvas.render_document(document)

    def _say(self) -> None:
        self.cancel.setVisible(self.runner.busy)
        canvas = self.canvas
        if self.runner.busy:
            text = _("Arranging…")
        elif canvas.linking.source is not None:
            text = _("Link: arrows choose the other driver, Enter links, Esc leaves.")
        elif canvas.keeps_linking:
            text = _("Link: drag from driver to driver. Esc leaves.")
        elif canvas.link is not None:
            text = _("1 2 3 strength · + − ? sign · p only possible · d delay · Delete removes")
        elif canvas.driver is not None:
            text = _("Drag from the dot at its edge, or press L, to link · Enter renames · p pins")
        else:
            text = _("Double click adds a driver · arrows walk · Ctrl and wheel zoom · space and drag move the picture")
        self.hint.setText(text)

    def _on_progress(self, share: float) -> None:
        self.hint.setText(_("Arranging… {share} %").format(share=round(100 * share)))
