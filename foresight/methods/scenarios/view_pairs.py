"""Pairs of critical uncertainties: those that could be axes, the best first, and those that hang together."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget

from foresight.core.document import Document
from foresight.core.words import _, number
from foresight.kit.lists import fill
from foresight.kit.theme import icon
from foresight.methods.scenarios.axes import Advice, Proposal
from foresight.methods.scenarios.ties import refusal, tie_words


class Pairs(QListWidget):
    """``chosen(first driver, second driver)`` when Enter or a double click chooses a pair."""

    chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Proposal, ...] = ()
        self._texts: list[str] = []
        self.setAccessibleName(_("Pairs of axes, the best first"))
        self.setWordWrap(True)
        self.setMinimumHeight(90)
        self.setMaximumHeight(190)
        self.setSpacing(3)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.activated.connect(lambda index: self._choose(self._shown[index.row()]))

    def _choose(self, pair: Proposal) -> None:
        self.chosen.emit(pair.first.driver.id, pair.second.driver.id)

    def show_advice(self, document: Document, advice: Advice) -> None:
        """Show these pairs, the refused ones with a warning."""
        self._shown = (*advice.proposed, *advice.refused)
        texts = [_told(document, pair) for pair in self._shown]
        if texts == self._texts:
            return
        self._texts = texts
        fine, warning, sign = icon("check", "accent"), icon("warning", "danger"), Qt.ItemDataRole.DecorationRole
        pictures = [warning if pair.tie.dependent else fine for pair in self._shown]
        fill(self, [(text, {sign: picture}) for text, picture in zip(texts, pictures, strict=True)])


def _told(document: Document, pair: Proposal) -> str:
    names = f"{pair.first.driver.title} × {pair.second.driver.title}"
    if pair.tie.dependent:
        return f"{names}\n{refusal(document, pair.tie)}"
    return f"{number(pair.score, 2)}  {names}\n{tie_words(document, pair.tie)}"
