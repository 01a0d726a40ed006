"""Work off the main thread: who hears what, and what happens to those who left."""

import gc
import threading
import weakref
from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtCore import QThreadPool, QTimer
from pytestqt.qtbot import QtBot

from foresight.core.progress import Cancelled, Tick, no_tick
from foresight.kit.tasks import Runner, apart


class Gate:
    """A function that waits inside until it is let go, and notes how it ended."""

    def __init__(self) -> None:
        self.entered, self.let_go, self.left = threading.Event(), threading.Event(), threading.Event()
        self.was_cancelled = False
        self.collecting = True

    def __call__(self, answer: str, tick: Tick = no_tick) -> str:
        self.collecting = gc.isenabled()
        self.entered.set()
        self.let_go.wait(10)
        try:
            tick(0.5)
        except Cancelled:
            self.was_cancelled = True
            raise
        finally:
            self.left.set()
        return answer


@pytest.fixture
def runner(qapp: object) -> Runner:
    return Runner()


@pytest.fixture
def heard(runner: Runner) -> list[object]:
    """What the runner said, in order."""
    said: list[object] = []
    runner.done.connect(said.append)
    runner.failed.connect(said.append)
    return said


def idle(runner: Runner) -> Callable[[], bool]:
    return lambda: not runner.busy and gc.isenabled()


def test_the_answer_comes_to_the_main_thread(qtbot: QtBot, runner: Runner) -> None:
    threads: list[int] = []
    shares: list[float] = []
    runner.done.connect(lambda _result: threads.append(threading.get_ident()))
    runner.progress.connect(shares.append)

    def work(number: int, tick: Tick) -> int:
        tick(0.25)
        threads.append(threading.get_ident())
        return number + 1

    with qtbot.waitSignal(runner.done) as done:
        runner.start(work, 41)

    assert done.args == [42]
    assert shares == [0.25]
    assert len(set(threads)) == 2
    assert threads[1] == threading.get_ident()


def test_the_latest_start_wins(qtbot: QtBot, runner: Runner, heard: list[object]) -> None:
    first, second = Gate(), Gate()
    runner.start(first, "first")
    runner.start(second, "second")

    second.let_go.set()
    first.let_go.set()
    qtbot.waitUntil(idle(runner))

    assert heard == ["second"]
    assert first.was_cancelled


def test_cancel_is_heard(qtbot: QtBot, runner: Runner, heard: list[object]) -> None:
    gate = Gate()
    busy: list[bool] = []
    runner.busy_changed.connect(busy.append)
    runner.start(gate, "answer")
    gate.entered.wait(10)

    runner.cancel()
    gate.let_go.set()
    qtbot.waitUntil(idle(runner))

    assert gate.was_cancelled
    assert heard == []
    assert busy == [True, False]


def test_an_exception_is_told(qtbot: QtBot, runner: Runner) -> None:
    def work(tick: Tick) -> None:
        raise ZeroDivisionError("of course")

    with qtbot.waitSignal(runner.failed) as failed:
        runner.start(work)

    assert isinstance(failed.args[0], ZeroDivisionError)
    assert not runner.busy


def test_a_deleted_runner_is_not_told_and_its_work_stops(qtbot: QtBot, heard: list[object], runner: Runner) -> None:
    gate = Gate()
    runner.start(gate, "answer")
    gate.entered.wait(10)

    shiboken6.delete(runner)
    gate.let_go.set()
    qtbot.waitUntil(gc.isenabled)

    assert gate.was_cancelled
    assert heard == []


def test_the_cycle_collector_rests_while_threads_work(qtbot: QtBot, runner: Runner) -> None:
    one, other = Gate(), Gate()
    runner.start(one, "one")
    another = Runner()
    another.start(other, "other")
    assert not gc.isenabled()

    one.let_go.set()
    qtbot.waitUntil(lambda: not runner.busy)
    assert not gc.isenabled()
    other.let_go.set()
    qtbot.waitUntil(idle(another))

    assert not one.collecting
    assert not other.collecting


# Waited for, while the window goes on


def test_timers_run_while_something_is_worked_out_apart(qapp: object) -> None:
    came, go = threading.Event(), threading.Event()

    def work(answer: str) -> tuple[str, bool, int]:
        came.set()
        return answer, go.wait(10), threading.get_ident()

    timer = QTimer()
    timer.timeout.connect(lambda: go.set() if came.is_set() else None)
    timer.start(1)
    answer, was_let_go, thread = apart(work, "answer")
    timer.stop()
    assert (answer, was_let_go) == ("answer", True)
    assert thread != threading.get_ident()


def test_what_goes_wrong_apart_is_raised_here(qapp: object) -> None:
    def fail() -> None:
        raise OSError("the disk")

    with pytest.raises(OSError, match="the disk"):
        apart(fail)


def test_it_does_not_wait_for_long_computations(qtbot: QtBot, qapp: object) -> None:
    pool, busy = QThreadPool.globalInstance(), threading.Event()
    threads = pool.maxThreadCount()
    pool.setMaxThreadCount(1)
    try:
        pool.start(lambda: busy.wait(10))
        assert apart(lambda: "at once") == "at once"
    finally:
        busy.set()
        pool.waitForDone()
        pool.setMaxThreadCount(threads)
    qtbot.waitUntil(gc.isenabled)


def test_what_was_worked_on_is_let_go_when_it_is_done(qtbot: QtBot) -> None:
    class Matter:
        pass

    matter = Matter()
    gone = weakref.ref(matter)
    runner = Runner()
    with qtbot.waitSignal(runner.done):
        runner.start(lambda _matter, tick: None, matter)
    del matter
    gc.collect()
    assert gone() is None
