"""How robust the combinations are: judgements varied many times in the background, on request."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from foresight.core.document import Document, Id
from foresight.core.progress import Tick
from foresight.kit.session import Session
from foresight.kit.tasks import Runner
from foresight.methods.cib.analysis import Answer, deviations
from foresight.methods.cib.engine.robustness import RUNS, Survival, survival
from foresight.methods.cib.model import CrossImpact

MOST = 200
"""Combinations that are tried; of more the first ones."""


@dataclass(frozen=True)
class Survived:
    """How often each combination held, by its variants, under the judgements of one document."""

    each: dict[tuple[Id, ...], Survival]
    part: CrossImpact


class Surviving(QObject):
    """Asks when told to. ``changed()`` when there is a result, or it was let go, or it began or ended to work."""

    changed = Signal()
    progressed = Signal(float)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._found: Survived | None = None
        self._runner = Runner(self)
        self._runner.done.connect(self._on_done)
        self._runner.failed.connect(_surface)
        self._runner.progress.connect(self.progressed)
        self._runner.busy_changed.connect(lambda _busy: self.changed.emit())

    @property
    def busy(self) -> bool:
        """Whether judgements are being varied."""
        return self._runner.busy

    def start(self, answer: Answer) -> None:
        """Try the first ``MOST`` combinations of this answer."""
        self._runner.start(_survived, self.session.document, answer)

    def cancel(self) -> None:
        """Give up."""
        self._runner.cancel()

    def of(self, variants: tuple[Id, ...]) -> Survival | None:
        """How often this combination held, if it was tried under the present judgements."""
        if self._found is None or not _judged_alike(self._found.part, self.session.document[CrossImpact]):
            return None
        return self._found.each.get(variants)

    def _on_done(self, found: Survived) -> None:
        self._found = found
        self.changed.emit()


def _judged_alike(one: CrossImpact, other: CrossImpact) -> bool:
    """Whether nothing changed on which the result depends; tuples that no edit touched are the same objects."""
    return one.variants is other.variants and one.impacts is other.impacts and one.tolerance == other.tolerance


def _surface(error: Exception) -> None:
    """It does not fail; where it does, that is a bug, and must be seen."""
    raise error


def _survived(document: Document, answer: Answer, tick: Tick) -> Survived:
    part = document[CrossImpact]
    states = answer.states[:MOST]
    held = survival(answer.board.matrix, deviations(document), states, part.tolerance, RUNS, tick)
    return Survived(dict(zip(answer.combinations[:MOST], held, strict=True)), part)
