"""Work off the main thread: the latest start wins, progress is shown, cancel is heard."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from foresight.core.progress import Cancelled


class _Job(QRunnable):
    """One call; ``report`` hands what happens over to the runner's thread by its signals."""

    def __init__(self, runner: "Runner", number: int, function: Callable[..., Any], args: tuple[Any, ...]) -> None:
        super().__init__()
        self.runner, self.number, self.function, self.args = runner, number, function, args

    def run(self) -> None:
        try:
            result = self.function(*self.args, tick=self._tick)
        except Cancelled:
            return
        except Exception as error:  # noqa: BLE001 (whatever it is, it is told in the main thread)
            self.runner.ended.emit(self.number, None, error)
        else:
            self.runner.ended.emit(self.number, result, None)

    def _tick(self, fraction: float) -> None:
        if self.runner.number != self.number:
            raise Cancelled
        self.runner.ticked.emit(self.number, fraction)


class Runner(QObject):
    """Runs pure functions ``f(*args, tick=...)`` in the background.

    Signals, in the main thread: ``progress(float 0..1)``, ``done(result)``, ``failed(exception)``,
    ``busy_changed(bool)``. Starting anew forgets the running call.
    """

    progress = Signal(float)
    done = Signal(object)
    failed = Signal(object)
    busy_changed = Signal(bool)
    ticked = Signal(int, float)
    ended = Signal(int, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.number = 0
        self.busy = False
        self.ticked.connect(self._on_tick)
        self.ended.connect(self._on_end)

    def start(self, function: Callable[..., Any], *args: Any) -> None:
        """Call ``function(*args, tick=...)``; the running call, if any, is forgotten."""
        self.number += 1
        self._set_busy(True)
        QThreadPool.globalInstance().start(_Job(self, self.number, function, args))

    def cancel(self) -> None:
        """Forget the running call."""
        self.number += 1
        self._set_busy(False)

    def _on_tick(self, number: int, fraction: float) -> None:
        if number == self.number:
            self.progress.emit(fraction)

    def _on_end(self, number: int, result: object, error: object) -> None:
        if number != self.number:
            return
        self._set_busy(False)
        if error is None:
            self.done.emit(result)
        else:
            self.failed.emit(error)

    def _set_busy(self, busy: bool) -> None:
        if busy != self.busy:
            self.busy = busy
            self.busy_changed.emit(busy)
