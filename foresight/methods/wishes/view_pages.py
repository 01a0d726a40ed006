"""The ways of looking at wishes: the wall, the list, the picture, and what nothing takes up."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from foresight.core.document import Document, Id
from foresight.core.history import Edit
from foresight.core.look import Look
from foresight.core.naming import Names
from foresight.core.words import _
from foresight.kit.charts import FigureView
from foresight.kit.columns import writes, writes_name
from foresight.kit.groups import group_column
from foresight.kit.labels import plain_label, told_label
from foresight.kit.session import Session
from foresight.kit.table import Column, ListView
from foresight.kit.wall import CardWall
from foresight.kit.workspace import deletion
from foresight.methods.wishes.analysis import ranked, sector_of, unanswered
from foresight.methods.wishes.entry import sort_typed
from foresight.methods.wishes.model import Wish, Wishes, WishTheme, change_wish
from foresight.methods.wishes.sentences import summary, taken_up
from foresight.methods.wishes.view_card import WISHES


class Wall(CardWall):
    """All wishes by theme, and what they come to."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, WISHES)
        self.said = told_label("small")
        self.outer.addWidget(self.said)

    def render_document(self, document: Document) -> None:
        """Show the wishes of this document."""
        super().render_document(document)
        self.said.setText(summary(document[Wishes]))


class PicturePage(QWidget):
    """The bars of the themes as large as can be, and what they say."""

    def __init__(self) -> None:
        super().__init__()
        self.picture = FigureView(_("Wishes by theme"))
        self.said = told_label("lead")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.picture, 1)
        column.addWidget(self.said)

    def render_document(self, document: Document) -> None:
        """Show this document."""
        piles = ranked(document[Wishes])

        # The figure loads reportlab, so it is imported when it is first drawn.
        def draw(width: float, height: float, look: Look) -> object:
            from foresight.methods.wishes.figure import bars

            return bars(piles, width, height, look)

        said = summary(document[Wishes])
        self.picture.show_figure(draw, said)
        self.said.setText(said)


class OpenPage(QWidget):
    """The wishes that nothing takes up, and how one says what does."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.list = ListView(
            session,
            _("Wishes that nothing takes up"),
            columns(session)[:-1],
            lambda document: unanswered(document[Wishes]),
            remover(session),
            lines=2,
        )
        self.said = told_label("lead")
        hint = _("Select wishes and press {key} to say which commitment, ask or scenario takes them up.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.said)
        column.addWidget(self.list, 1)
        column.addWidget(plain_label(hint.format(key="Ctrl+T"), "small"))
        self.setFocusProxy(self.list)

    def render_document(self, document: Document) -> None:
        """Show this document."""
        self.list.render_document(document)
        self.said.setText(taken_up(document[Wishes]))


def list_page(session: Session) -> ListView:
    """All wishes in the order in which they were typed."""
    rows: Callable[[Document], Sequence[Wish]] = lambda document: document[Wishes].wishes  # noqa: E731
    return ListView(session, _("Wishes"), columns(session), rows, remover(session), lines=2)


def remover(session: Session) -> Callable[[Sequence[Id]], Edit]:
    """What the Delete key does to rows."""
    return lambda ids: deletion(session.document, _("Delete wish"), tuple(ids))


def columns(session: Session) -> list[Column]:
    """The columns of a list of wishes. Names of other things are looked up when they are shown."""

    def theme(wish: Wish) -> str:
        found = session.document.find(wish.theme, WishTheme) if wish.theme else None
        return found.name if found else ""

    return [
        Column(_("Wish"), lambda wish: wish.text, edit=writes_name(change_wish)),
        Column(
            _("Theme"),
            theme,
            edit=lambda wish, text: sort_typed(wish.id, text),
            width=160,
        ),
        group_column(session, change_wish, 90),
        Column(
            _("Sector"),
            lambda wish: sector_of(session.document, wish),
            edit=writes(change_wish, "sector"),
            width=110,
        ),
        Column(_("Taken up by"), lambda wish: "; ".join(map(Names(session.document).of, wish.answers)), width=150),
    ]
