"""A workspace: what a method shows in the window.

It shows the document and sends edits to the session; it never changes anything itself. Rendering is total: whatever
happened (edit, undo, open, recovery), ``render_document`` shows the document as it is.
"""

from collections.abc import Callable
from typing import Any, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QButtonGroup,
    QHBoxLayout,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from foresight.core.document import Document, Slice
from foresight.core.history import Edit
from foresight.core.integrity import removal
from foresight.core.methods import Method
from foresight.core.words import _, listed, ngettext
from foresight.kit.actions import ActionButton, actions_of, is_for_window, plain, refresh_enabled
from foresight.kit.focus import reading_order
from foresight.kit.labels import EmptyState, plain_label, tip
from foresight.kit.session import Change, Session
from foresight.kit.theme import icon

MARGINS = (24, 16, 16, 16)
VIEWS_AT = 3
"""The place of the views in the row of the title: after the title, the gap and the first actions."""


class Workspace(QWidget):
    """A method's part of the window: header, one of several views, a footer.

    Sub-classes say which slices they read, add views in ``build``, and may give an inspector and an empty state. A
    view is any widget with ``render_document(document)``; it is made when first shown.
    """

    reads: ClassVar[tuple[type[Slice], ...]] = ()
    wants_sample = Signal()
    """The empty state asks for the sample workshop."""
    wants_help = Signal()
    """The method card is asked for."""
    wants_method = Signal(str)
    """Another method, by id, is where the user should go next."""

    def __init__(self, session: Session, method: Method) -> None:
        super().__init__()
        self.session, self.method = session, method
        self._rendered: Document | None = None
        self._factories: list[Callable[[], QWidget]] = []
        self._views: dict[int, QWidget] = {}
        self._shown: dict[int, Document] = {}
        self._at = 0
        self._inspector: QWidget | None = None
        self._inspector_made = False
        self._empty: EmptyState | None = None
        self.setAccessibleName(_(method.title))
        self._lay_out()
        self.build()
        self.window_actions = actions_of(self)
        for made in self.window_actions:
            if is_for_window(made.shortcut()):  # also from the panel and the rail
                made.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        self._add_primary_buttons()
        self.show_view(0)
        session.changed.connect(self._on_change)
        session.selection_changed.connect(self._on_selection)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*MARGINS)
        column.setSpacing(12)
        title = plain_label(_(self.method.title), "title", wrap=False)
        purpose = plain_label(_(self.method.purpose), "muted")
        self._view_bar = QWidget()
        self._view_row = QHBoxLayout(self._view_bar)
        self._view_row.setContentsMargins(0, 0, 0, 0)
        self._view_row.setSpacing(0)
        self._view_buttons = QButtonGroup(self)
        self._view_buttons.idClicked.connect(self.show_view)
        self._primary_row = QHBoxLayout()
        self._primary_row.setSpacing(8)
        self._top = QHBoxLayout()
        self._top.setSpacing(12)
        self._top.addWidget(title)
        self._top.addStretch()
        self._top.addLayout(self._primary_row)
        self._top.addWidget(self._view_bar)
        if self.method.card is not None:
            self._top.addWidget(self._help_button())
        self._heading = QVBoxLayout()
        self._heading.setSpacing(2)
        self._heading.addLayout(self._top)
        self._heading.addWidget(purpose)
        column.addLayout(self._heading)
        self._bar = QVBoxLayout()
        column.addLayout(self._bar)
        self.stack = QStackedWidget()
        column.addWidget(self.stack, 1)
        self._footer = QVBoxLayout()
        column.addLayout(self._footer)

    def _place_views(self) -> None:
        """Put the row of views beside the title, where there is no room for it there below the purpose."""
        need, row = self._top.sizeHint().width(), self._view_bar
        is_beside = self._top.indexOf(row) >= 0
        if not is_beside:
            need += self._top.spacing() + row.sizeHint().width()
        fits = need <= self.width() - MARGINS[0] - MARGINS[2]
        if fits and not is_beside:
            self._top.insertWidget(VIEWS_AT, row)
            self._view_row.setContentsMargins(0, 0, 0, 0)
        elif is_beside and not fits:
            self._heading.addWidget(row, 0, Qt.AlignmentFlag.AlignLeft)
            self._view_row.setContentsMargins(0, 8, 0, 0)

    def _help_button(self) -> QToolButton:
        made = QToolButton()
        made.setIcon(icon("help"))
        made.setProperty("role", "quiet")
        made.setAccessibleName(_("How to do this with a room"))
        made.setToolTip(_("How to do this with a room") + " (F1)")
        made.clicked.connect(self.wants_help)
        return made

    def _add_primary_buttons(self) -> None:
        for made in self.window_actions:
            if made.property("primary"):
                self._primary_row.addWidget(ActionButton(made))

    # What a method fills in.

    def build(self) -> None:
        """Make what stays: add views, set the footer."""

    def make_inspector(self) -> QWidget | None:
        """A panel with ``render_selection(document, ids)`` for the right side of the window, or None."""
        return None

    def is_empty(self, document: Document) -> bool:
        """Whether there is nothing to show yet."""
        return False

    def make_empty_state(self) -> EmptyState | None:
        """What to show then."""
        return None

    # What a method uses.

    def add_view(self, title: str, factory: Callable[[], QWidget]) -> None:
        """Add a way of looking. It is made when first shown; Ctrl+1, Ctrl+2 ... choose."""
        index = len(self._factories)
        self._factories.append(factory)
        one = QToolButton()
        one.setText(plain(title))
        one.setCheckable(True)
        one.setAccessibleName(title)
        shortcut = QKeySequence(f"Ctrl+{index + 1}")
        tip(one, f"{title} ({shortcut.toString(QKeySequence.SequenceFormat.NativeText)})")
        self._view_buttons.addButton(one, index)
        self._view_row.addWidget(one)
        key = QShortcut(shortcut, self)
        key.activated.connect(lambda: self._turn_to(index))
        for made in self._view_buttons.buttons():
            made.setVisible(len(self._factories) > 1)

    @property
    def sample_offer(self) -> tuple[str, Callable[[], object]]:
        """The button of an empty state that leads to the sample workshop."""
        return _("See the sample"), self.wants_sample.emit

    def set_bar(self, widget: QWidget) -> None:
        """Put a widget (filters, choices) above the views, whichever is shown."""
        self._bar.addWidget(widget)

    def set_footer(self, widget: QWidget) -> None:
        """Put a widget (an entry line) below the views."""
        self._footer.addWidget(widget)

    def show_view(self, index: int) -> None:
        """Show the view at this index."""
        if not self._factories:
            return
        self._at = index
        self._view_buttons.button(index).setChecked(True)
        if self._rendered is not None or self.isVisible():
            self.render_document(self.session.document)

    def _turn_to(self, index: int) -> None:
        """Show a view by its key; one that is new gets the keyboard where it wants it, if the one before had it."""
        is_new = index not in self._views and self.stack.isAncestorOf(QApplication.focusWidget() or self)
        self.show_view(index)
        if is_new:
            self.take_focus()

    @property
    def view(self) -> QWidget | None:
        """The view that is shown, if it was made."""
        return self._views.get(self._at)

    @property
    def view_index(self) -> int:
        """Which of its ways of looking it shows."""
        return self._at

    @property
    def view_count(self) -> int:
        """How many ways of looking there are."""
        return len(self._factories)

    def take_focus(self) -> None:
        """Give the keyboard to what is shown: its picture or list if it names one, else its first control."""
        shown = self.stack.currentWidget()
        proxy = shown.focusProxy() if shown is not None else None
        named = proxy if proxy is not None and proxy.isVisible() else None
        first: QWidget = named or next(reading_order(self.stack), None) or next(reading_order(self), self)
        group = first.group() if isinstance(first, QAbstractButton) else None
        chosen = group.checkedButton() if group is not None else None
        (chosen or first).setFocus()

    def delete(self, label: str, *ids: str) -> None:
        """Delete these entities; the name of the step says what went along."""
        self.session.seal()
        self.session.do(deletion(self.session.document, label, ids))

    # What happens by itself.

    @property
    def inspector(self) -> QWidget | None:
        """The panel for what is selected; made when first asked for."""
        if not self._inspector_made:
            self._inspector_made = True
            self._inspector = self.make_inspector()
            self._on_selection()
        return self._inspector

    def render_document(self, document: Document) -> None:
        """Show this document: total and idempotent."""
        self._rendered = document
        self._render_panel(document)
        refresh_enabled(self)
        if self.is_empty(document):
            if self._empty is None:
                self._empty = self.make_empty_state()
                if self._empty is not None:
                    self.stack.addWidget(self._empty)
            if self._empty is not None:
                self.stack.setCurrentWidget(self._empty)
                return
        if not self._factories:
            return
        if self._at not in self._views:
            made = self._factories[self._at]()
            self._views[self._at] = made
            self.stack.addWidget(made)
        view: Any = self._views[self._at]
        known = self._shown.get(self._at)
        if known is None or document.changed_since(known, self.reads):
            self._shown[self._at] = document
            view.render_document(document)
        self.stack.setCurrentWidget(view)  # after that, so that no view is seen with an old document

    def _on_change(self, change: Change) -> None:
        if change.after.changed_since(change.before, self.reads) and self.isVisible():
            self.render_document(change.after)

    def _on_selection(self) -> None:
        self._render_panel(self.session.document)
        refresh_enabled(self)

    def _render_panel(self, document: Document) -> None:
        panel: Any = self._inspector
        if panel is not None:
            panel.render_selection(document, self.session.selection)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_views()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        document = self.session.document
        if self._rendered is None or document.changed_since(self._rendered, self.reads):
            self.render_document(document)

    def actions_for_menu(self) -> list[QAction]:
        """The actions of this workspace."""
        return self.window_actions


def deletion(document: Document, label: str, ids: tuple[str, ...]) -> Edit:
    """The edit that deletes these entities; its name says what goes along: "Delete trend (3 links, 1 rating)"."""
    counts: dict[tuple[str, str], int] = {}
    for value in removal(document, ids).gone:
        if getattr(value, "id", None) not in ids:
            counts[value.noun] = counts.get(value.noun, 0) + 1
    along = [f"{count} {ngettext(*noun, count)}" for noun, count in counts.items()]
    name = _("{step} ({along})").format(step=label, along=listed(along)) if along else label
    return Edit(name, lambda present: removal(present, ids).document)
