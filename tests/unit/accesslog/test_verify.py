"""Verification: whatever is done to the files behind the program's back is found and named."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kanta_desk.accesslog.anchors import FolderPlace
from kanta_desk.accesslog.verify import MAX_FAULTS, verify
from kanta_desk.errors import Cancelled
from kanta_desk.model.events import EventRef
from kanta_desk.model.logreport import Depth, FaultKind
from tests.helpers.events import DONE, REGISTER, Clock, act, fill, log_folder, open_log
from tests.helpers.harm import LATER, Tampering, run
from tests.helpers.sealed_log import Place, build, random_log, session
from tests.helpers.tampering import TAMPERINGS

SIZE = 901


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """The example's log."""
    return build(tmp_path_factory.mktemp("sound"))


@pytest.fixture
def place(sound: Place, tmp_path: Path) -> Place:
    """A copy of it to do harm to."""
    return sound.copied(tmp_path)


@pytest.mark.parametrize("depth", Depth)
def test_a_sound_log_is_found_sound(place: Place, depth: Depth) -> None:
    report = place.verified(depth)

    assert report.faults == ()
    assert report.size == SIZE
    assert [tree.size for tree in report.trees] == [600, 301]
    assert all(tree.checkpoints >= 2 for tree in report.trees)
    assert [tree.cards for tree in report.trees] == [1, 1]
    assert report.anchors == ("anchors",)


@pytest.mark.parametrize("tampering", TAMPERINGS, ids=lambda tampering: tampering.name)
def test_what_was_done_is_found_and_named(place: Place, tampering: Tampering) -> None:
    tampering.act(place)

    report = place.verified()

    assert tampering.is_found(report), report.faults


def test_more_kinds_of_harm_are_tried_than_were_asked_for() -> None:
    assert len({tampering.name for tampering in TAMPERINGS}) == len(TAMPERINGS) >= 20


def test_an_edited_entry_is_named_by_every_depth_that_reads_it(place: Place) -> None:
    run("UPDATE event SET entry = replace(entry, 'Maija', 'Kaija') WHERE seq IN (17, 18, 599)")(
        place
    )

    for depth in Depth:
        found = [(fault.kind, fault.seq_from) for fault in place.verified(depth).faults]
        assert found == [(FaultKind.ENTRY, 17), (FaultKind.ENTRY, 18), (FaultKind.ENTRY, 599)]


def test_a_daily_verification_reads_new_rows_and_in_a_month_every_old_one(place: Place) -> None:
    clock = Clock(datetime(2027, 2, 28, tzinfo=UTC))
    assert verify(place.folder, clock).intact
    with session(place, Clock(LATER)) as (log, _):
        fill(log, 10)

    read = []
    for day in range(1, 32):
        clock.now = datetime(2027, 3, day, tzinfo=UTC)
        report = verify(place.folder, clock, depth=Depth.DAILY)
        assert report.intact
        read.append(sum(tree.checked for tree in report.trees))

    assert 0 < read[0] < SIZE
    assert read.count(0) == 0 or sum(read) >= SIZE


def test_places_that_cannot_be_reached_are_named(place: Place) -> None:
    report = verify(place.folder, Clock(), anchors=[FolderPlace(place.base / "nowhere")])

    assert report.intact
    assert report.unreachable == ("nowhere",)


def test_an_empty_folder_and_an_empty_log_are_sound(tmp_path: Path) -> None:
    assert verify(log_folder(tmp_path / "log"), Clock()).intact
    open_log(tmp_path / "log").close()
    assert verify(log_folder(tmp_path / "log"), Clock()).size == 0


def test_other_processes_find_the_same(place: Place) -> None:
    run("UPDATE event SET entry = replace(entry, 'Maija', 'Kaija') WHERE seq = 17")(place)

    alone = verify(place.folder, Clock(), processes=1)
    together = verify(place.folder, Clock(), processes=2)

    assert together.faults == alone.faults
    assert together.trees == alone.trees


def test_the_recomputed_root_is_the_log_s_own(tmp_path: Path) -> None:
    with closing(open_log(tmp_path / "log")) as log:
        fill(log, 300)
        report = log.verify()

        assert report.root == log.head().trees[0].root.hex()


def test_endless_faults_are_cut(place: Place) -> None:
    run("UPDATE event SET leaf_hash = zeroblob(32)")(place)

    report = place.verified()

    assert len(report.faults) == MAX_FAULTS
    assert report.cut


def test_a_verification_tells_how_far_it_is(place: Place) -> None:
    told: list[tuple[int, int]] = []

    verify(place.folder, Clock(), lambda done, total: told.append((done, total)))

    assert told[-1] == (2 * SIZE, 2 * SIZE)
    assert [done for done, _ in told] == sorted({done for done, _ in told})


@pytest.mark.parametrize("after", [0, 2, 3])
@pytest.mark.parametrize("processes", [1, 2])
def test_a_verification_can_be_cancelled_at_any_time(
    place: Place, after: int, processes: int
) -> None:
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > after

    with pytest.raises(Cancelled):
        verify(place.folder, Clock(), cancelled=cancelled, processes=processes)


def test_a_log_that_is_being_written_is_verified_without_false_alarm(tmp_path: Path) -> None:
    clock = Clock(datetime(2026, 12, 31, 12, 0, tzinfo=UTC))
    with closing(open_log(tmp_path / "log", clock)) as log:
        fill(log, 520)

        def write_on(done: int, total: int) -> None:
            log.settle(log.intend(act()), DONE)
            clock.now = datetime(2027, 1, 1, 12, 0, tzinfo=UTC)
            log.settle(log.intend(act()), DONE)

        assert log.verify(write_on).faults == ()
        assert log.verify().intact
        assert log.event(EventRef(REGISTER.key, 2027, 1))


def test_what_is_signed_and_anchored_meanwhile_is_no_alarm(tmp_path: Path) -> None:
    place, clock = Place(tmp_path), Clock()
    with session(place, clock) as (log, seals):
        fill(log, 20)
        seals.make()

        def sign_on(done: int, total: int) -> None:
            fill(log, 2)
            seals.make()

        anchors = [FolderPlace(place.outside)]
        assert verify(place.folder, clock, sign_on, anchors=anchors).faults == ()
        assert verify(place.folder, clock, anchors=anchors).intact


@pytest.mark.parametrize("seed", range(4))
def test_no_clean_log_raises_an_alarm(tmp_path: Path, seed: int) -> None:
    place = random_log(tmp_path, seed)

    assert (
        verify(
            place.folder,
            Clock(datetime(2029, 1, 1, tzinfo=UTC)),
            anchors=[FolderPlace(place.outside)],
        ).faults
        == ()
    )
