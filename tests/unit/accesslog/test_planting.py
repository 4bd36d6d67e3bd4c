"""What is put into a log's folder is no part of it, and what is taken out of it is missed."""

from __future__ import annotations

import random
import threading
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kanta_desk.accesslog.carry import carry_over
from kanta_desk.accesslog.checkpoint import Checkpoints
from kanta_desk.accesslog.closing import close_years
from kanta_desk.accesslog.log import AccessLog
from kanta_desk.accesslog.sealing import seal_of
from kanta_desk.accesslog.verify import against_outside, verify
from kanta_desk.errors import LogDamaged, LogUnavailable
from kanta_desk.model.events import CARRIED, EventFilter, EventKind, LogHead, TreeHead, TreeName
from kanta_desk.model.logreport import Depth, FaultKind
from tests.helpers.events import DONE, REGISTER, Clock, act, fill, log_folder, open_log
from tests.helpers.harm import LATER, opened, rewritten, sealed
from tests.helpers.oldlog import OTHER, old_entries, write_old_log
from tests.helpers.planting import YEAR, closed, decrypt, forget, plant_old_form
from tests.helpers.sealed_log import Place, build, session, sign_in


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """The example's log."""
    return build(tmp_path_factory.mktemp("sound"))


@pytest.fixture
def place(sound: Place, tmp_path: Path) -> Place:
    """A copy of it."""
    return sound.copied(tmp_path)


class TestTheOldForm:
    """It is carried over once, before anything else is logged."""

    def test_a_file_that_comes_later_stays_where_it_is_and_is_named(self, place: Place) -> None:
        plant_old_form(place)

        assert sorted(path.name for path in (place.base / "log").glob("*.db")) == [
            "kayttoloki-2023.db",
            "kayttoloki-2024.db",
        ]
        assert not any(tree.register == CARRIED for tree in place.folder.trees())
        for depth in Depth:
            found = {(fault.kind, fault.file) for fault in place.verified(depth).faults}
            assert found == {
                (FaultKind.STRANGER, "kayttoloki-2023.db"),
                (FaultKind.STRANGER, "kayttoloki-2024.db"),
            }
        assert {fault.kind for fault in against_outside(place.folder, ())} == {FaultKind.STRANGER}

    def test_nor_is_it_taken_where_the_registers_files_were_removed(self, place: Place) -> None:
        for path in (place.base / "log").glob("*/kayttoloki-*.db*"):
            path.unlink()
        write_old_log(place.base / "log", old_entries(20, 2023), 2023)

        with session(place, Clock(LATER)):
            assert place.folder.trees() == []

        assert {fault.kind for fault in place.verified().faults} >= {
            FaultKind.STRANGER,
            FaultKind.MISSING,
        }

    def test_one_that_waits_to_be_carried_over_is_no_fault(self, tmp_path: Path) -> None:
        write_old_log(tmp_path / "log", old_entries(20))

        assert verify(log_folder(tmp_path / "log"), Clock()).faults == ()

    @pytest.mark.parametrize("left", [("2025", "2026"), ("2026",), ("2025",)])
    def test_a_crash_while_the_old_files_are_removed_is_gone_on_from(
        self, tmp_path: Path, left: tuple[str, ...]
    ) -> None:
        folder = tmp_path / "log"
        tree = write_old_log(folder, old_entries(20))
        saved = {path.name: path.read_bytes() for path in folder.glob("*.db")}
        assert carry_over(log_folder(folder)) is not None
        for year in left:
            name = f"kayttoloki-{year}.db"
            (folder / name).write_bytes(saved[name])
        assert verify(log_folder(folder), Clock()).intact

        with closing(open_log(folder)) as log:
            carried = log.head().of(TreeName(CARRIED, 2026))

        assert carried == TreeHead(TreeName(CARRIED, 2026), 20, tree.root)
        assert not list(folder.glob("*.db"))

    def test_another_one_beside_what_was_carried_over_is_left_there(self, tmp_path: Path) -> None:
        folder = tmp_path / "log"
        write_old_log(folder, old_entries(20))
        assert carry_over(log_folder(folder)) is not None
        write_old_log(folder, old_entries(22))

        with closing(open_log(folder)) as log:
            assert log.count(EventFilter()) >= 20

        assert len(list(folder.glob("*.db"))) == 2
        faults = verify(log_folder(folder), Clock()).faults
        assert {fault.kind for fault in faults} == {FaultKind.STRANGER}

    def test_every_register_names_what_was_carried_over(self, tmp_path: Path) -> None:
        place = Place(tmp_path)
        tree = write_old_log(tmp_path / "log", old_entries(20))
        with session(place, Clock()) as (log, _):
            for context in (act().context, OTHER):
                log.record(replace(act(), context=context), DONE)
            openings = log.search(EventFilter(kind=EventKind.LOG_YEAR)).events

        assert len(openings) == 2
        for opening in openings:
            head = LogHead.parse(opening.evidence).of(TreeName(CARRIED, 2026))
            assert head == TreeHead(TreeName(CARRIED, 2026), 20, tree.root)
        assert place.verified().faults == ()


class TestEncryption:
    """A log that is encrypted is never read, nor written on, without."""

    def test_a_log_is_not_written_on_into_a_file_in_the_clear(self, place: Place) -> None:
        decrypt(place, 2027)

        with pytest.raises(LogDamaged, match="not encrypted"), session(place, Clock(LATER)):
            pass

    def test_the_wrapped_copy_of_a_key_tells_it_too(self, place: Place) -> None:
        decrypt(place)
        place.folder.wrapped_of(YEAR).write_text("a copy of the key")
        keys = place.folder.keys
        assert keys is not None
        keys.destroy(place.folder.key_name(YEAR))

        with pytest.raises(LogDamaged, match="not encrypted"):
            place.folder.key_of(YEAR)

    def test_a_log_that_was_begun_in_the_clear_may_be_encrypted_later(self, tmp_path: Path) -> None:
        path, clock = tmp_path / "log", Clock()
        folder = log_folder(path)
        for year, encrypted in ((2026, False), (2027, True)):
            clock.now = datetime(year, 6, 1, tzinfo=UTC)
            folder = log_folder(path)
            if not encrypted:
                folder.keys = None
            with closing(
                AccessLog.open(
                    folder, workstation="TYO-1", os_user="maija", software="x", clock=clock
                )
            ) as log:
                fill(log, 4)

        assert verify(folder, clock).faults == ()
        assert [folder.key_of(tree) is None for tree in folder.trees()] == [True, False]


class TestSealsThatTheLogTellsOf:
    """A sealed year's seal is an event too, so that it is missed."""

    def test_the_sealing_of_a_year_is_an_event_of_its_register(self, place: Place) -> None:
        closed(place)

        with session(place, Clock(LATER)) as (log, _):
            (event,) = log.search(EventFilter(kind=EventKind.LOG_YEAR_SEAL)).events
        assert event.ref.tree == TreeName(REGISTER.key, 2027)
        assert event.evidence == seal_of(place.folder, YEAR).read_text()
        assert place.verified().faults == ()

    def test_one_sealed_before_such_events_is_sound_and_told_at_the_next_start(
        self, place: Place
    ) -> None:
        sealed(place)
        assert place.verified().faults == ()
        before = seal_of(place.folder, YEAR).read_text()

        closed(place)
        closed(place)

        with session(place, Clock(LATER)) as (log, _):
            (event,) = log.search(EventFilter(kind=EventKind.LOG_YEAR_SEAL)).events
        assert event.evidence == before == seal_of(place.folder, YEAR).read_text()
        assert place.verified().faults == ()

    def test_a_removed_seal_is_told_every_day_and_at_the_start_then_put_back(
        self, place: Place
    ) -> None:
        closed(place)
        before = seal_of(place.folder, YEAR).read_text()
        seal_of(place.folder, YEAR).unlink()

        for faults in (place.verified(Depth.DAILY).faults, against_outside(place.folder, ())):
            assert {(fault.kind, fault.file) for fault in faults} == {(FaultKind.SEAL, str(YEAR))}
        closed(place)

        assert seal_of(place.folder, YEAR).read_text() == before
        assert place.verified().faults == ()

    def test_a_year_is_sealed_as_soon_as_nobody_reads_it(self, place: Place) -> None:
        clock = Clock(LATER)
        with session(place, clock) as (log, seals):
            reader = place.folder.reader(YEAR)
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM event").fetchone()
            ends = threading.Timer(0.3, reader.close)
            ends.start()

            close_years(log, seals, clock)

            ends.join()
        assert seal_of(place.folder, YEAR).exists()

    def test_a_year_that_cannot_be_read_keeps_nobody_from_working(self, place: Place) -> None:
        closed(place)
        seal_of(place.folder, YEAR).unlink()
        place.file(2026).chmod(0o600)
        clock = Clock(LATER)
        with session(place, clock) as (log, seals):
            whole = place.file(2026).read_bytes()
            place.file(2026).write_bytes(whole[: len(whole) // 2])

            close_years(log, seals, clock)

            assert log.record(act(), DONE)
        assert not seal_of(place.folder, YEAR).exists()

    def test_what_was_done_to_the_file_meanwhile_is_told_for_ever(self, place: Place) -> None:
        closed(place)
        seal_of(place.folder, YEAR).unlink()
        place.file(2026).chmod(0o600)
        with place.file(2026).open("ab") as file:
            file.write(bytes(4096))

        closed(place)

        found = {(fault.kind, fault.detail) for fault in place.verified().faults}
        assert found == {(FaultKind.SEAL, "SHA-256")}


class TestNoFalseAlarm:
    """Whatever the program itself does is found sound."""

    @pytest.mark.parametrize("seed", range(6))
    def test_two_registers_over_years_of_sessions(self, tmp_path: Path, seed: int) -> None:
        chance = random.Random(seed)
        place, clock = Place(tmp_path), Clock(datetime(2024, 11, 1, tzinfo=UTC))
        if chance.random() < 0.4:
            write_old_log(tmp_path / "log", old_entries(20, 2023), 2023)
        for _ in range(chance.randint(3, 7)):
            with session(place, clock) as (log, seals):
                if chance.random() < 0.6:
                    sign_in(log, seals, clock.now)
                for _ in range(chance.randint(0, 4)):
                    if chance.random() < 0.5:
                        log.record(replace(act(), context=OTHER), DONE)
                    fill(log, chance.randint(0, 40))
                    clock.now += timedelta(minutes=chance.randint(0, 150))
                    if chance.random() < 0.5:
                        seals.make()
                if chance.random() < 0.7:
                    close_years(log, seals, clock)
            clock.now += timedelta(days=chance.randint(0, 300))

        assert place.verified().faults == ()
        assert place.verified(anchored=False).faults == ()

    @pytest.mark.parametrize("others", [False, True])
    def test_a_power_cut_between_a_new_key_and_its_checkpoints(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, others: bool
    ) -> None:
        place, clock = Place(tmp_path), Clock()
        with session(place, clock) as (log, seals):
            fill(log, 10)
            if others:
                log.record(replace(act(), context=OTHER), DONE)
            seals.make()
            fill(log, 7)
            if others:
                log.record(replace(act(), context=OTHER), DONE)
            clock.now += timedelta(hours=2)

            def cut(*_: object, **__: object) -> None:
                raise LogUnavailable("log", "cut")

            with monkeypatch.context() as patch:
                patch.setattr(Checkpoints, "_seal_tree", cut)
                with pytest.raises(LogUnavailable):
                    seals.make()
                fill(log, 6)
            seals.make()
            fill(log, 3)

        assert place.verified().faults == ()

    def test_a_file_that_was_made_and_not_begun(self, place: Place) -> None:
        place.folder.writer(TreeName(REGISTER.key, 2028)).close()

        assert place.verified().faults == ()


def test_the_chain_alone_tells_of_a_year_rewritten_without_checkpoints(place: Place) -> None:
    with opened(place, 2027) as connection:
        connection.execute("DELETE FROM checkpoint")
    forget(place)
    kinds = {(fault.kind, fault.file) for fault in place.verified(Depth.ROWS).faults}
    assert kinds == set()  # nothing was changed: the chain still fits the events
    rewritten(200, 2027, tree_too=True)(place)

    found = {(fault.kind, fault.detail) for fault in place.verified(Depth.ROWS).faults}

    assert found == {(FaultKind.KEY, f"epoch {epoch}: began after another log") for epoch in (4, 5)}
