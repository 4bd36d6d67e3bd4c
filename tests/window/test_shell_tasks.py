"""The bridge between the lanes and the window, and what may be said of a fault of ours."""

from __future__ import annotations

import gc
import logging
import threading

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kanta_desk.desk.lanes import Lane, Lanes
from kanta_desk.errors import Cancelled, KantaError, NoReader
from kanta_desk.gui.garbage import collect_due, collected_here
from kanta_desk.gui.selfcheck import binding_fault, references_lost
from kanta_desk.gui.tasks import Hook, drop_all, running, start, wait_for

LIMIT_MS = 10_000


class Desk:
    """Real lanes, and nothing else of a desk."""

    def __init__(self) -> None:
        self.lanes = Lanes()
        self.submit = self.lanes.submit


@pytest.fixture
def desk():
    made = Desk()
    yield made
    made.lanes.close()


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


class Told:
    """Keeps what a task told, and in which thread."""

    def __init__(self) -> None:
        self.done: list[object] = []
        self.failed: list[KantaError] = []
        self.progressed: list[tuple[object, ...]] = []
        self.threads: set[object] = set()

    def on_done(self, answer: object) -> None:
        self.done.append(answer)
        self.threads.add(QThread.currentThread())

    def on_progress(self, *values: object) -> None:
        self.progressed.append(values)


def test_the_answer_comes_back_in_the_thread_of_the_window(desk: Desk, owner: QWidget) -> None:
    told, worked_in = Told(), []

    def work() -> int:
        worked_in.append(threading.current_thread().name)
        return 7

    start(owner, desk, work, lane=Lane.NET, done=told.on_done, failed=told.failed.append)
    wait_for(owner, LIMIT_MS)

    assert told.done == [7]
    assert told.threads == {owner.thread()}
    assert worked_in[0].startswith("lane-net")


def test_progress_carries_the_values_that_the_work_gives(desk: Desk, owner: QWidget) -> None:
    told = Told()

    def work(report: object) -> None:
        report(1, 3)  # type: ignore[operator]
        report("done")  # type: ignore[operator]

    start(
        owner,
        desk,
        work,
        Hook.PROGRESS,
        lane=Lane.NET,
        done=told.on_done,
        failed=told.failed.append,
        progressed=told.on_progress,
    )
    wait_for(owner, LIMIT_MS)

    assert told.progressed == [(1, 3), ("done",)]


def test_work_sees_that_it_was_cancelled(desk: Desk, owner: QWidget) -> None:
    told, go = Told(), threading.Event()

    def work(cancelled: object) -> None:
        go.wait(LIMIT_MS / 1000)
        if cancelled():  # type: ignore[operator]
            raise Cancelled

    task = start(
        owner,
        desk,
        work,
        Hook.CANCELLED,
        lane=Lane.NET,
        done=told.on_done,
        failed=told.failed.append,
    )
    task.cancel()
    go.set()
    wait_for(owner, LIMIT_MS)

    assert [type(error) for error in told.failed] == [Cancelled]


def test_an_error_of_the_desk_is_told_as_it_is(desk: Desk, owner: QWidget) -> None:
    told = Told()

    def work() -> None:
        raise NoReader("Lukija 0")

    start(owner, desk, work, lane=Lane.CARD, done=told.on_done, failed=told.failed.append)
    wait_for(owner, LIMIT_MS)

    assert [error.code for error in told.failed] == ["KD-4002"]


def test_a_fault_of_ours_is_told_without_what_was_in_hand(
    desk: Desk, owner: QWidget, caplog: pytest.LogCaptureFixture
) -> None:
    told = Told()

    def work() -> None:
        raise ValueError("010181-900C")

    with caplog.at_level(logging.ERROR):
        start(owner, desk, work, lane=Lane.NET, done=told.on_done, failed=told.failed.append)
        wait_for(owner, LIMIT_MS)

    assert [type(error) for error in told.failed] == [KantaError]
    assert "ValueError in work" in caplog.text
    assert "010181" not in caplog.text


def test_work_that_was_dropped_tells_nothing(desk: Desk, owner: QWidget) -> None:
    told, go = Told(), threading.Event()
    child = QWidget(owner)
    task = start(
        child,
        desk,
        go.wait,
        LIMIT_MS / 1000,
        lane=Lane.NET,
        done=told.on_done,
        failed=told.failed.append,
    )

    drop_all(owner)
    go.set()
    wait_for(owner, LIMIT_MS)

    assert task.cancelled
    assert (told.done, told.failed, running(owner)) == ([], [], [])


def test_an_answer_for_a_page_that_is_gone_does_no_harm(desk: Desk, qtbot: QtBot) -> None:
    told, go = Told(), threading.Event()
    page = QWidget()
    start(
        page,
        desk,
        go.wait,
        LIMIT_MS / 1000,
        lane=Lane.NET,
        done=told.on_done,
        failed=told.failed.append,
    )

    page.deleteLater()
    with qtbot.waitSignal(page.destroyed, timeout=LIMIT_MS):
        pass
    go.set()
    desk.lanes.close()

    assert told.done == []


def test_work_that_never_began_is_told_as_cancelled(owner: QWidget) -> None:
    told, full = Told(), Desk()
    go = threading.Event()
    full.submit(Lane.CARD, go.wait, LIMIT_MS / 1000)
    start(owner, full, lambda: None, lane=Lane.CARD, done=told.on_done, failed=told.failed.append)

    closer = threading.Thread(target=full.lanes.close)
    closer.start()
    wait_for(owner, LIMIT_MS)
    go.set()
    closer.join()

    assert [type(error) for error in told.failed] == [Cancelled]


def test_this_binding_is_sound() -> None:
    assert binding_fault() is None


def test_a_binding_that_loses_references_is_refused_in_plain_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    counts = iter((100_000, 99_900))
    monkeypatch.setattr("sys.getrefcount", lambda _: next(counts))
    assert references_lost(lambda: None) == 100

    counts = iter((100_000, 99_900))
    said = binding_fault(lambda: None)

    assert said is not None
    assert "Kanta Desk ei voi käynnistyä" in said


def test_no_lane_collects_garbage_while_the_window_lives(desk: Desk) -> None:
    collected_in: list[str] = []

    def note(phase: str, _: dict[str, int]) -> None:
        collected_in.append(threading.current_thread().name)

    def litter() -> list[object]:
        return [[] for _ in range(5 * gc.get_threshold()[0])]

    gc.callbacks.append(note)
    try:
        with collected_here():
            desk.submit(Lane.NET, litter).result()
            assert collected_in == []

            kept = litter()
            collect_due()
            del kept
    finally:
        gc.callbacks.remove(note)

    assert set(collected_in) == {threading.main_thread().name}
