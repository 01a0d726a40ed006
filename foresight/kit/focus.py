"""Where the Tab key goes: to every control, in the order one reads them.

Qt's own order is that in which widgets came into the window, and most of ours come when they are first needed. (Nor can
we look at that order: PySide takes what ``nextInFocusChain`` returns for a child, which dies with its "parent".)
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QScrollArea, QWidget


def reading_order(root: QWidget) -> Iterator[QWidget]:
    """The controls below ``root`` (and itself) that take the Tab key now, as the layouts have them."""
    if not (root.isVisible() and root.isEnabled()):
        return
    if root.focusPolicy() & Qt.FocusPolicy.TabFocus and root.focusProxy() is None:
        yield root
    layout = root.layout()
    placed = list(_placed(layout)) if layout is not None else []
    loose = [child for child in root.children() if isinstance(child, QWidget) and not child.isWindow()]
    for child in [*placed, *(child for child in loose if child not in placed)]:
        yield from reading_order(child)


def _placed(layout: QLayout) -> Iterator[QWidget]:
    places = range(layout.count())
    if isinstance(layout, QGridLayout):
        places = sorted(places, key=lambda index: layout.getItemPosition(index)[:2])  # type: ignore[assignment,index]
    for index in places:
        item = layout.itemAt(index)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _placed(inner)


def step_focus(root: QWidget, now: QWidget | None, *, forward: bool) -> bool:
    """Move the focus one control on or back, round at the ends; False when ``now`` is none of ours."""
    order = list(reading_order(root))
    if now not in order:
        return False
    target = order[(order.index(now) + (1 if forward else -1)) % len(order)]
    target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    around = target.parentWidget()
    while around is not None and around is not root:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(target)
        around = around.parentWidget()
    return True
