"""Mark-up in every text of every thing: no window, panel, dialog or tool tip takes it for anything but text."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from unittest import mock

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPoint, Qt, QThreadPool
from PySide6.QtGui import QColor, QImage, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrintPreviewDialog
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QFileDialog,
    QGraphicsTextItem,
    QGraphicsView,
    QInputDialog,
    QLabel,
    QMenu,
    QMessageBox,
    QTextEdit,
    QToolTip,
    QWidget,
)

from foresight.core.document import Document, Entity
from foresight.core.history import Edit
from foresight.kit.workspace import Workspace
from foresight.model.workshop import Workshop
from foresight.shell.start import make_window
from foresight.shell.window import Window
from tests.torture.samples import PICTURE, documents, red_samples, stored_samples
from tests.torture.table import Row, Trial

RED = 0xFFFF0000


def red(widget: QWidget) -> int:
    """How many pixels of it are pure red, which no look of ours has."""
    import numpy

    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return int((numpy.frombuffer(image.constBits(), numpy.uint32) == RED).sum())


def settle() -> None:
    """Let what was begun come to its end."""
    for _round in range(3):
        QApplication.processEvents()
        QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()


class Walk:
    """A walk through the whole window. ``found`` says where text was taken for mark-up."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self.found: list[str] = []
        self.looks = 0
        self._tips: set[str] = set()

    def through(self, document: Document) -> None:
        """Every workspace, view, panel, action that asks something, and the dialogs of the window."""
        window = self.window
        window.file.new(document)
        for method in window.methods:
            window.show_method(method.id)
            workspace = window.workspace
            assert workspace is not None
            for view in range(max(workspace.view_count, 1)):
                workspace.show_view(view)
                for entity in _one_of_each(workspace, document):
                    window.session.select(entity)
                settle()
                self.look(window, f"{method.id} {view}")
            self.act(workspace)
            window.file.new(document)
        self._ask(document)

    def act(self, workspace: Workspace) -> None:
        """Do whatever the workspace offers; its dialogs are looked at and cancelled."""
        for action in workspace.actions_for_menu():
            if action.isEnabled():
                action.trigger()
                settle()

    def _ask(self, document: Document) -> None:
        window = self.window
        title = document[Workshop].title
        window.session.do(Edit(title, lambda held: held.put(held[Workshop].but(leader=title, title=title + "."))))
        window.banner.say("test", lambda: title)
        self.look(window, "banner")
        for ask in (window.may_leave, window.search, window.shortcuts):
            ask()
        window.file.new(Document())

    def read(self, dialog: QWidget, *_rest: object) -> int:
        """Stands for exec: look at the dialog and cancel it."""
        dialog.ensurePolished()
        dialog.show()
        QApplication.processEvents()
        self.look(dialog, type(dialog).__name__)
        dialog.hide()
        return 0

    def look(self, widget: QWidget, place: str) -> None:
        """Note what is wrong with all that is in the widget, seen or not."""
        self.looks += 1
        if red(widget):
            self.found.append(f"{place}: red")
        for child in (widget, *widget.findChildren(QWidget)):
            self._look_at_one(child, place)

    def _look_at_one(self, widget: QWidget, place: str) -> None:
        if widget.objectName() == "qtooltip_label":  # what is wrong with tips is looked for where they come from
            return
        if isinstance(widget, QLabel) and widget.textFormat() != Qt.TextFormat.PlainText and "<" in widget.text():
            self.found.append(f"{place}: label {widget.text()[:40]}")
        if isinstance(widget, QTextEdit):
            self._look_at_text(widget.document(), place)
        tips = [widget.toolTip(), *(action.toolTip() for action in widget.actions())]
        if isinstance(widget, QGraphicsView) and widget.scene() is not None:
            tips += [item.toolTip() for item in widget.scene().items()]
            for item in widget.scene().items():
                if isinstance(item, QGraphicsTextItem):
                    self._look_at_text(item.document(), place)
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            tips += [str(index.data(Qt.ItemDataRole.ToolTipRole) or "") for index in _indexes(widget.model())]
        for tip in tips:
            self._look_at_tip(tip, place)

    def _look_at_text(self, text: QTextDocument, place: str) -> None:
        if any(held.isImageFormat() or held.toCharFormat().isAnchor() for held in text.allFormats()):
            self.found.append(f"{place}: a picture or a link in a text")

    def _look_at_tip(self, tip: str, place: str) -> None:
        if not tip or tip in self._tips:
            return
        self._tips.add(tip)
        QToolTip.showText(QPoint(50, 50), tip, self.window)
        shown = [one for one in QApplication.topLevelWidgets() if one.objectName() == "qtooltip_label"]
        if "<" in tip.removeprefix("<qt>").removesuffix("</qt>") or any(red(one) for one in shown if one.isVisible()):
            self.found.append(f"{place}: tool tip {tip[:40]}")
        QToolTip.hideText()


def _one_of_each(workspace: Workspace, document: Document) -> list[str]:
    """The first entity of every kind that the method reads."""
    found: dict[type[Entity], str] = {}
    for part in workspace.method.slices:
        for entity in document[part].entities():
            found.setdefault(type(entity), entity.id)
    return list(found.values())


def _indexes(model: QAbstractItemModel) -> Iterator[QModelIndex]:
    places = ((row, column) for row in range(100) for column in range(20))
    return (model.index(*place) for place in places if model.hasIndex(*place))


@contextmanager
def answered(walk: Walk) -> Iterator[None]:
    """Meanwhile every dialog and menu is looked at and cancelled."""
    nothing = mock.Mock(return_value=("", ""))
    kinds = (QMessageBox, QDialog, QMenu, QPrintDialog, QPrintPreviewDialog)
    with ExitStack() as stack:
        for kind in kinds:
            stack.enter_context(mock.patch.object(kind, "exec", lambda one, *rest: walk.read(one, *rest)))
        for name in ("getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory"):
            stack.enter_context(mock.patch.object(QFileDialog, name, nothing))
        for name in ("getText", "getMultiLineText", "getItem", "getInt"):
            stack.enter_context(mock.patch.object(QInputDialog, name, nothing))
        yield


def red_picture(folder: Path) -> Path:
    """A red picture, which is drawn where a text that names it is taken for mark-up."""
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(QColor("#ff0000"))
    path = folder / PICTURE
    assert image.save(str(path))
    return path


def markup_window(folder: Path, count: int) -> Row:
    """Walk with ``count`` workshops: one with all samples by turns, then one for each sample."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    samples = red_samples(red_picture(folder)) + stored_samples()
    before = Path.cwd()
    os.chdir(folder)
    window = make_window(app, None)
    walk = Walk(window)
    try:
        assert _shows_red(samples[0]), "the sample shows nothing even where it is taken for mark-up"
        with answered(walk):
            for name, document in documents(samples, count):
                seen = len(walk.found)
                walk.through(document())
                walk.found[seen:] = [f"{name}: {place}" for place in walk.found[seen:]]
    finally:
        os.chdir(before)
        window.file.new(Document())
        window.close()
        window.deleteLater()
    measured = f"{min(count, len(samples) + 1)} workshops, {walk.looks} pictures, {len(walk.found)} of them wrong"
    wrong = list(dict.fromkeys(walk.found))
    return Row(
        "mark-up in every text of every thing, in the window",
        "0 drawn, 0 links",
        "; ".join([measured, *wrong[:8]]),
        not wrong,
    )


def _shows_red(sample: str) -> bool:
    label = QLabel(sample)
    label.resize(100, 100)
    return red(label) > 0


TRIALS = (Trial("markup_window", markup_window, full=1_000, short=1),)
