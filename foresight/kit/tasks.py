"""Work off the main thread: the latest start wins, progress is shown, cancel is heard.

Two things crash Qt under Python, and both are kept away here. A thread must not report to an object that the main
thread may be deleting: all report to one desk that is never deleted. And Python's cycle collector must not run in a
thread, where it would delete widgets of the main thread that happen to lie in a cycle: it rests while threads work.
"""

import gc
from collections.abc import Callable
from functools import cache
from itertools import count
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, QRunnable, QThreadPool, Signal
from shiboken6 import isValid

from foresight.core.progress import Cancelled, Tick, no_tick

T = TypeVar("T")


class _Job(QRunnable):
    """One call, and whom it is for."""

    def __init__(self, runner: "Runner", number: int, function: Callable[..., Any], args: tuple[Any, ...]) -> None:
        super().__init__()
        self.runner, self.number, self.function, self.args = runner, number, function, args

    @property
    def is_wanted(self) -> bool:
        """Whether its runner is still there and waits for it."""
        return _desk().is_open and isValid(self.runner) and self.runner.number == self.number

    def run(self) -> None:
        result, error = None, None
        try:
            result = self.function(*self.args, tick=self._tick)
        except Exception as raised:  # noqa: BLE001 (whatever it is, it is told in the main thread)
            error = raised
        _desk().ended.emit(self.number, result, error)

    def let_go(self) -> None:
        """Qt keeps a job that it does not delete for good; what the job was about must not stay with it."""
        self.function, self.args = no_tick, ()

    def _tick(self, fraction: float) -> None:
        if not self.is_wanted:
            raise Cancelled
        _desk().ticked.emit(self.number, fraction)


class _Desk(QObject):
    """Lives in the main thread: hears what the threads report and passes it on to the runners."""

    ticked = Signal(int, float)
    ended = Signal(int, object, object)

    def __init__(self) -> None:
        super().__init__()
        self.numbers = count(1)
        self.is_open = True
        self._jobs: dict[int, _Job] = {}
        self.ticked.connect(self._on_tick)
        self.ended.connect(self._on_end)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self._close)

    def _close(self) -> None:
        """The program ends: nobody wants an answer any more, and no thread may outlive the desk."""
        self.is_open = False
        QThreadPool.globalInstance().waitForDone()

    def take(self, job: _Job, pool: QThreadPool) -> None:
        """Let a thread of this pool do the job."""
        if not self._jobs:
            gc.disable()
        self._jobs[job.number] = job
        job.setAutoDelete(False)
        pool.start(job)

    def _on_tick(self, number: int, fraction: float) -> None:
        job = self._jobs[number]
        if job.is_wanted:
            job.runner.progress.emit(fraction)

    def _on_end(self, number: int, result: object, error: Exception | None) -> None:
        job = self._jobs.pop(number)
        if not self._jobs:
            gc.enable()
        if job.is_wanted:
            job.runner.finish(result, error)
        job.let_go()


@cache
def _desk() -> _Desk:
    return _Desk()


class Runner(QObject):
    """Runs pure functions ``f(*args, tick=...)`` in the background.

    Signals, in the main thread: ``progress(float 0..1)``, ``done(result)``, ``failed(exception)``,
    ``busy_changed(bool)``. Starting anew forgets the running call.
    """

    progress = Signal(float)
    done = Signal(object)
    failed = Signal(object)
    busy_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None, pool: QThreadPool | None = None) -> None:
        super().__init__(parent)
        self._pool = pool or QThreadPool.globalInstance()
        self.number = 0
        """That of the call it waits for; 0 when it waits for none."""

    @property
    def busy(self) -> bool:
        """Whether a call is running that somebody waits for."""
        return self.number != 0

    def start(self, function: Callable[..., Any], *args: Any) -> None:
        """Call ``function(*args, tick=...)``; the running call, if any, is forgotten."""
        self._wait_for(next(_desk().numbers))
        _desk().take(_Job(self, self.number, function, args), self._pool)

    def cancel(self) -> None:
        """Forget the running call."""
        self._wait_for(0)

    def finish(self, result: object, error: Exception | None) -> None:
        """The call that it waits for came to its end."""
        self._wait_for(0)
        if error is None:
            self.done.emit(result)
        else:
            self.failed.emit(error)

    def _wait_for(self, number: int) -> None:
        was_busy, self.number = self.busy, number
        if self.busy != was_busy:
            self.busy_changed.emit(self.busy)


def apart(function: Callable[..., T], *args: Any) -> T:
    """What ``function(*args)`` gives or raises, worked out in a thread of its own while the window is painted and its
    timers run.

    Keys and the mouse wait until it is done, so nothing that would get in its way can be begun by hand.
    """
    if QCoreApplication.instance() is None or not _desk().is_open:
        return function(*args)
    outcome: list[tuple[T | None, Exception | None]] = []

    def work(tick: Tick) -> None:
        try:
            outcome.append((function(*args), None))
        except Exception as error:  # noqa: BLE001 (raised again below, in the main thread)
            outcome.append((None, error))

    pool, loop = QThreadPool(), QEventLoop()  # the common pool may be busy for long
    runner = Runner(pool=pool)
    runner.done.connect(loop.quit)
    runner.start(work)
    loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    pool.waitForDone()  # when the program is being ended, the loop ends first
    result, error = outcome[0]
    if error is not None:
        raise error
    return result  # type: ignore[return-value]
