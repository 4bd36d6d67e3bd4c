"""The main job through the real smart-card service, and what happens when that dies midway."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kanta_desk.desk.desk import Desk
from kanta_desk.desk.lanes import Lane
from kanta_desk.desk.planning import read_plan
from kanta_desk.desk.session import SessionState
from kanta_desk.errors import ServiceNotRunning
from kanta_desk.model.cards import CardPresence, ServiceState
from kanta_desk.model.deployment import CellState
from kanta_desk.model.diagnosis import CheckState
from kanta_desk.model.mode import ReaderKind
from tests.helpers.pcscd import READER, PcscService
from tests.helpers.practice import PATIENCE, await_cards, insert, practice_desk, presence, sign_in

pytestmark = pytest.mark.pcscd


@pytest.fixture
def service() -> Iterator[PcscService]:
    with PcscService() as running:
        yield running


@pytest.fixture
def desk(service: PcscService, tmp_path: Path) -> Iterator[Desk]:
    with practice_desk(tmp_path, ReaderKind.PCSC) as opened:
        yield opened


def test_the_main_job_goes_through_the_real_service(desk: Desk) -> None:
    assert desk.cards.best is not None
    assert desk.cards.best.name == READER

    session = sign_in(desk)
    assert desk.practice_plan is not None
    verdict = session.tests.run(read_plan(desk.practice_plan))

    assert session.holder.name == "Maija Arkistonhoitaja"
    assert verdict.complete
    assert {row.state for row in verdict.rows} == {CellState.OK, CellState.FAILED}
    assert all(r.state is CheckState.OK for r in desk.submit(Lane.CARD, desk.diagnose).result())


def test_a_killed_service_locks_the_desk_and_its_return_lets_it_go_on(
    desk: Desk, service: PcscService
) -> None:
    session = sign_in(desk)
    locked = threading.Event()
    desk.on_lock(locked.set)
    assert desk.practice is not None
    card = desk.practice.inserted
    assert card is not None

    service.kill()

    assert locked.wait(PATIENCE)
    await_cards(desk, lambda state: state.service is ServiceState.STOPPED)
    with pytest.raises(ServiceNotRunning):
        desk.submit(Lane.CARD, desk.sign_in, desk.practice.pin(card), session.context).result()
    found = {r.id: r for r in desk.submit(Lane.CARD, desk.diagnose).result()}
    assert found["service"].state is CheckState.FAILED
    assert found["service"].remedy is not None
    assert found["readers"].state is CheckState.SKIPPED
    assert found["archive"].state is CheckState.OK

    service.start()
    await_cards(desk, lambda state: state.service is ServiceState.RUNNING and bool(state.readers))
    insert(desk, "Maija")
    await_cards(desk, lambda state: presence(state) is CardPresence.READY)
    assert desk.submit(Lane.CARD, desk.unlock, desk.practice.pin(card)).result() is session
    assert session.state is SessionState.ACTIVE


def test_the_diagnosis_does_not_wait_for_the_watch(desk: Desk) -> None:
    seen = {r.id: r.seconds for r in desk.submit(Lane.CARD, desk.diagnose).result(PATIENCE)}

    assert seen["service"] < PATIENCE / 4, "it waited until the watch's own wait was over"
