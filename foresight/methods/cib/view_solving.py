"""The combinations that hold together, found in the background while the team edits: the latest edit wins."""

from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QObject, Signal

from foresight.core.document import Document
from foresight.core.progress import Tick
from foresight.core.words import _
from foresight.kit.session import Session
from foresight.kit.tasks import Runner
from foresight.methods.cib.analysis import Answer, solve
from foresight.methods.cib.engine.succession import Weights, weights
from foresight.methods.cib.model import MOST_VARIANTS, CrossImpact, variants_of

SHOWN = 2_000
"""Combinations that are shown and weighed; of more the first ones."""


class Solving(QObject):
    """Asks anew whenever something changed that matters.

    Signals: ``answered()`` with a new ``answer``; ``weighed()`` with new ``weights``; ``progressed(0..1)``;
    ``busy_changed(bool)``.
    """

    answered = Signal()
    weighed = Signal()
    progressed = Signal(float)
    busy_changed = Signal(bool)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.answer: Answer | None = None
        """The latest; of an older document while ``busy``."""
        self.weights: Weights | None = None
        """Of the first ``SHOWN`` combinations of the answer; None while they are counted."""
        self.refused = ""
        """Why there is no answer, as a sentence."""
        self._asked: object = None
        self._weigh = False
        self._enough = Event()
        self._search, self._weighing = Runner(self), Runner(self)
        self._search.done.connect(self._on_answer)
        self._search.progress.connect(self.progressed)
        self._search.busy_changed.connect(self.busy_changed)
        self._search.failed.connect(_surface)
        self._weighing.done.connect(self._on_weights)
        self._weighing.failed.connect(_surface)
        self.session = session

    @property
    def busy(self) -> bool:
        """Whether combinations are being searched."""
        return self._search.busy

    @property
    def weighing(self) -> bool:
        """Whether weights are being counted."""
        return self._weighing.busy

    def ask(self, document: Document, *, weigh: bool = True) -> None:
        """Search the combinations of this document, unless that is what was asked for last; ``weigh`` them too."""
        question = _question(document[CrossImpact])
        self._weigh = weigh
        if question == self._asked:
            self._start_weighing()
            return
        self._asked = question
        self._weighing.cancel()
        self.weights = None
        self._enough = Event()
        self.refused = _fault(document)
        if self.refused:
            self._search.cancel()
            self.answer = None
            self.answered.emit()
            return
        self._search.start(_solved, document, self._enough.is_set)

    def stop(self) -> None:
        """Be content with what was found so far."""
        self._enough.set()

    def _on_answer(self, answer: Answer) -> None:
        self.answer = answer
        self._start_weighing()
        self.answered.emit()

    def _start_weighing(self) -> None:
        wanted = self._weigh and not self.busy and not self.weighing and self.weights is None
        if wanted and self.answer is not None:
            self._weighing.start(_weighed, self.answer)

    def _on_weights(self, found: Weights) -> None:
        self.weights = found
        self.weighed.emit()


def _fault(document: Document) -> str:
    """What must be changed before one can search; files of other programs may have more than is searched here."""
    titles = {held.id: held.title for held in document[CrossImpact].descriptors}
    wide = [titles[each] for each, variants in variants_of(document).items() if len(variants) > MOST_VARIANTS]
    if not wide:
        return ""
    said = _("{descriptor} has more than {n} variants: delete some, then combinations are searched again.")
    return said.format(descriptor=wide[0], n=MOST_VARIANTS)


def _solved(document: Document, enough: Callable[[], bool], tick: Tick) -> Answer:
    return solve(document, tick, enough)


def _weighed(answer: Answer, tick: Tick) -> Weights:
    return weights(answer.board.matrix, answer.states[:SHOWN], tick)


def _surface(error: Exception) -> None:
    """A search does not fail; where it does, that is a bug, and must be seen."""
    raise error


def _question(part: CrossImpact) -> object:
    """All that the answer depends on, and nothing else: names and reasons may change while one searches."""
    return (
        tuple(descriptor.id for descriptor in part.descriptors),
        tuple((variant.id, variant.descriptor) for variant in part.variants),
        tuple(sorted((held.source, held.target, held.value) for held in part.impacts if held.value)),
        tuple(sorted((held.one, held.other) for held in part.exclusions)),
        part.forced,
        part.tolerance,
    )
