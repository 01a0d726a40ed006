"""A walk through all that the window shows, looking for text that was taken for mark-up."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from itertools import takewhile
from pathlib import Path
from unittest import mock

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPoint, Qt, QThreadPool
from PySide6.QtGui import QImage, QTextDocument
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

from foresight.core.backups import keep_backup, keep_version
from foresight.core.document import Document, Entity
from foresight.core.encoding import encode
from foresight.core.history import Edit
from foresight.core.methods import exchanges, resolve
from foresight.kit.workspace import Workspace
from foresight.model.workshop import Workshop
from foresight.shell.window import Window

RED = 0xFFFF0000
LEFT_OUT = {"quit", "presenter", "toggle_inspector", "new_workshop", "open_workshop"}
"""Commands of the window that ask nothing, or whose question is asked by others."""


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

    def __init__(self, window: Window, folder: Path) -> None:
        self.window, self.folder = window, folder
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
                self.see(window, f"{method.id} {view}")
            self.search(workspace, method.id)
            self.search(window.panel, method.id)
            self.act(workspace)
            window.file.new(document)
        self.ask(document)

    def act(self, workspace: Workspace) -> None:
        """Do whatever the workspace offers; its dialogs are looked at and cancelled."""
        for action in workspace.actions_for_menu():
            if action.isEnabled():
                action.trigger()
                settle()

    def ask(self, document: Document) -> None:
        """Every dialog of the window that shows what users wrote, and the banner."""
        window = self.window
        title = document[Workshop].title
        text = encode(document)
        theirs = self.folder / "theirs.foresight"
        theirs.write_bytes(text)
        keep_version(document.doc_id, text, title)
        keep_backup(document.doc_id, text)
        window.session.do(Edit(title, lambda held: held.put(held[Workshop].but(leader=title, title=f"{title}."[:200]))))
        window.banner.say("test", lambda: title)
        self.look(window, "banner")
        with mock.patch.object(QFileDialog, "getOpenFileNames", return_value=([str(theirs)], "")):
            for name, command in window.commands.items():
                if name not in LEFT_OUT:
                    command.trigger()
                    settle()
        window.file.new(Document())
        for method, kind in exchanges("read"):
            if kind.write is not None:
                path = self.folder / f"{method.id}-{kind.id}{kind.endings[0]}"
                path.write_bytes(resolve(kind.write)(document, kind.endings[0]))
                window.import_path(path, (method, kind))
        window.file.new(document)
        window.session.do(Edit(title, lambda held: held.put(held[Workshop].but(leader="x"))))
        window.may_leave()
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
        """Note what is wrong with a widget that is shown."""
        self.see(widget, place)
        self.search(widget, place)

    def see(self, widget: QWidget, place: str) -> None:
        """Note whether it shows something red."""
        self.looks += 1
        if red(widget):
            self.found.append(f"{place}: red")

    def search(self, widget: QWidget, place: str) -> None:
        """Note what is wrong with all that is in it, seen or not."""
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
        inside = tip.removeprefix("<qt>").removesuffix("</qt>").replace("<br>", "")
        if "<" in inside or any(red(one) for one in shown if one.isVisible()):
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
    for row in range(min(model.rowCount(QModelIndex()), 100)):
        columns = takewhile(partial(model.hasIndex, row), range(20))  # lists do not say how many they have
        yield from (model.index(row, column) for column in columns)


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
