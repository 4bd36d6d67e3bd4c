"""A backup is the whole log: put back where all is lost, it goes on as if nothing had been."""

from __future__ import annotations

import shutil
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from kanta_desk.accesslog import cut
from kanta_desk.accesslog.backup import back_up, restore
from kanta_desk.accesslog.backups import LIST, MANIFEST, BackupFolder, backups_of, forget_in_backups
from kanta_desk.accesslog.driver import Connection
from kanta_desk.accesslog.folder import LogFolder
from kanta_desk.accesslog.log import AccessLog
from kanta_desk.accesslog.recovery import RecoveryKey
from kanta_desk.accesslog.renewal import renew
from kanta_desk.accesslog.sealing import seal
from kanta_desk.accesslog.sidebase import FILE as SIDE
from kanta_desk.accesslog.sidebase import Case, CaseState, SideBase
from kanta_desk.accesslog.sidekeys import recover_sides, wrapped_of
from kanta_desk.accesslog.verify import verify
from kanta_desk.accesslog.workbase import FILE as WORK
from kanta_desk.accesslog.workbase import KeptRun, WorkBase
from kanta_desk.errors import LogDamaged, LogKeyMissing, LogUnavailable
from kanta_desk.model.events import EventKind, Outcome, Phase, TreeName
from kanta_desk.settings.secrets import PlainFileKeys
from tests.helpers.events import REGISTER, Clock, act, fill, log_folder
from tests.helpers.sealed_log import Place, build, session, sign_in, signed
from tests.helpers.worn_log import TODAY, ripe, wear, worn

YEAR = TreeName(REGISTER.key, 2026)
NEXT = TreeName(REGISTER.key, 2027)
SEAL = f"kayttoloki-{YEAR.year}.sinetti.txt"
CASE = Case(0, REGISTER.key, "Epäily", CaseState.OPEN, "Maija", datetime(2027, 1, 3, tzinfo=UTC))


@pytest.fixture(scope="module")
def private() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65537, 3072)


def pem(private: rsa.RSAPrivateKey) -> bytes:
    return private.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )


def with_recovery(path: Path, keys: str, private: rsa.RSAPrivateKey) -> LogFolder:
    public = private.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    holder = PlainFileKeys(path.with_name(keys))
    return LogFolder(path, holder, RecoveryKey.parse(public, "recovery.pem"))


def sealed(place: Place) -> Place:
    """The example's log with its first year sealed, as the desk does at the next start."""
    clock = Clock(datetime(2027, 1, 3, tzinfo=UTC))
    with session(place, clock) as (log, seals):
        key = seals.key
        assert key is not None
        log.exclusively(lambda folder: seal(folder, YEAR, key, clock()))
    return place


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Two years, the first sealed, with cases and a test's journal beside the log."""
    place = sealed(build(tmp_path_factory.mktemp("backup") / "here"))
    with closing(SideBase(place.folder)) as side:
        side.open_case(CASE)
    with closing(WorkBase(place.folder)) as work:
        work.put_run(KeptRun("ajo-1", REGISTER.key, "2027-01-03", "{}"))
    return place


@pytest.fixture
def place(example: Place, tmp_path: Path) -> Place:
    """The example, to do harm to."""
    return example.copied(tmp_path / "here")


def burnt(place: Place) -> None:
    shutil.rmtree(place.base / "log")


class TestWholeLog:
    """What comes back is all that was there."""

    def test_a_log_put_back_into_an_empty_folder_is_intact_to_the_last_key(
        self, place: Place, tmp_path: Path
    ) -> None:
        clock = Clock(datetime(2027, 1, 4, tzinfo=UTC))
        assert place.verified().intact
        back_up(place.folder, tmp_path / "copy")
        before = {
            path.name: path.read_bytes()
            for path in (place.base / "log").rglob("*.txt")
            if path.is_file()
        }
        burnt(place)

        assert set(restore(LogFolder(tmp_path / "copy", place.folder.keys), place.folder)) == {
            YEAR,
            NEXT,
        }

        report = place.verified()
        assert report.intact, report.faults
        after = {path.name: path.read_bytes() for path in (place.base / "log").rglob("*.txt")}
        assert after == before
        assert SEAL in after
        with closing(SideBase(place.folder)) as side:
            assert [case.title for case in side.cases(REGISTER.key)] == ["Epäily"]
        with closing(WorkBase(place.folder)) as work:
            assert [run.id for run in work.runs(REGISTER.key)] == ["ajo-1"]
        with session(place, clock) as (log, seals):
            sign_in(log, seals, clock.now)
            fill(log, 5)
        report = place.verified()
        assert report.intact, report.faults

    def test_what_is_due_can_be_disposed_of_in_a_log_that_was_put_back(
        self, tmp_path: Path
    ) -> None:
        place = ripe(tmp_path / "here")
        back_up(place.folder, tmp_path / "copy")
        burnt(place)
        restore(LogFolder(tmp_path / "copy", place.folder.keys), place.folder)

        assert wear(place).plan.count == 580

        report = verify(place.folder, Clock(TODAY + timedelta(hours=2)))
        assert report.intact, report.faults

    def test_a_worn_log_is_copied_with_all_that_a_disposal_left(self, tmp_path: Path) -> None:
        place = worn(tmp_path / "here")
        back_up(place.folder, tmp_path / "copy")
        burnt(place)
        restore(LogFolder(tmp_path / "copy", place.folder.keys), place.folder)

        report = verify(place.folder, Clock(TODAY + timedelta(hours=2)))
        assert report.intact, report.faults
        assert [tree.disposed for tree in report.trees] == [580, 0]

    def test_a_log_of_two_registers_in_use_is_copied_at_one_moment(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A card signs the heads of all registers in each: copied in turn, they would not agree."""
        place, clock = Place(tmp_path / "here"), Clock()
        other = replace(REGISTER, code=replace(REGISTER.code, value="2"))
        context = replace(act().context, register=other)
        begun, writes = cut._begun, iter(range(5))
        with session(place, clock) as (log, seals):
            log.intend(replace(act(), context=context))
            fill(log, 3)

            def begun_while_somebody_works(file: Connection) -> object:
                state = begun(file)
                if next(writes, None) is not None:
                    fill(log, 1)
                    ref = log.intend(replace(act(EventKind.SIGN_IN), context=context))
                    evidence = signed(seals.statement(), clock.now).evidence
                    log.settle(ref, Outcome(Phase.DONE, evidence=evidence))
                return state

            monkeypatch.setattr(cut, "_begun", begun_while_somebody_works)
            back_up(place.folder, tmp_path / "copy")
            assert next(writes, None) is None
            seals.make()
        keys = PlainFileKeys(tmp_path / "keys.json")
        shutil.copyfile(tmp_path / "here" / "log-keys.json", tmp_path / "keys.json")
        keys.destroy("log-remembered")  # it is of the log as it is now, not of the copy

        copy = LogFolder(tmp_path / "copy", keys)
        assert len(copy.trees()) == 2
        assert verify(copy, Clock()).faults == ()

    def test_nothing_but_whole_files_lies_in_a_backup(self, place: Place, tmp_path: Path) -> None:
        back_up(place.folder, tmp_path / "copy")

        names = {path.name for path in (tmp_path / "copy").rglob("*") if path.is_file()}
        assert not [name for name in names if name.endswith(("-wal", "-shm", "-journal", ".part"))]
        assert {"tunnus.txt", "avainketju.txt", SEAL, SIDE, WORK, MANIFEST} <= names
        copied, here = (
            next(base.rglob("kayttoloki-2026.db")).read_bytes()
            for base in (tmp_path / "copy", place.base / "log")
        )
        assert copied == here

    def test_a_seal_that_is_lost_comes_back_to_the_file_it_is_of_and_to_no_other(
        self, place: Place, tmp_path: Path
    ) -> None:
        back_up(place.folder, tmp_path / "copy")
        copy = LogFolder(tmp_path / "copy", place.folder.keys)
        lost = next((place.base / "log").rglob(SEAL))
        lost.unlink()

        assert restore(copy, place.folder) == ()
        assert lost.exists()

        lost.unlink()
        file = place.file(2026)
        file.chmod(0o600)
        with file.open("r+b") as opened:
            opened.seek(0, 2)
            opened.write(bytes(4096))
        restore(copy, place.folder)
        assert not lost.exists()

    def test_a_chain_of_keys_cut_short_is_put_back_and_a_longer_one_is_kept(
        self, place: Place, tmp_path: Path
    ) -> None:
        chain = place.base / "log" / "avainketju.txt"
        whole = chain.read_bytes()
        back_up(place.folder, tmp_path / "copy")
        copy = LogFolder(tmp_path / "copy", place.folder.keys)
        chain.write_bytes(whole[: len(whole) // 2])

        restore(copy, place.folder)
        assert chain.read_bytes() == whole

        with session(place, Clock(datetime(2027, 1, 5, tzinfo=UTC))) as (log, _):
            fill(log, 2)
        longer = chain.read_bytes()
        assert longer != whole
        restore(copy, place.folder)
        assert chain.read_bytes() == longer

    def test_a_lost_name_comes_back_and_nothing_newer_is_replaced(
        self, place: Place, tmp_path: Path
    ) -> None:
        back_up(place.folder, tmp_path / "copy")
        with session(place, Clock(datetime(2027, 1, 5, tzinfo=UTC))) as (log, _):
            fill(log, 4)
            head = log.head()
        (place.base / "log" / "tunnus.txt").unlink()

        assert restore(LogFolder(tmp_path / "copy", place.folder.keys), place.folder) == ()

        with closing(opened(place.folder)) as log:
            assert log.head() == head

    def test_a_folder_without_the_list_of_heads_is_no_backup(
        self, place: Place, tmp_path: Path
    ) -> None:
        back_up(place.folder, tmp_path / "copy")
        (tmp_path / "copy" / "varmuuskopio.txt").unlink()
        with pytest.raises(LogUnavailable, match="not a whole backup"):
            restore(LogFolder(tmp_path / "copy", place.folder.keys), place.folder)

    def test_a_backup_that_lost_events_is_not_put_back(self, place: Place, tmp_path: Path) -> None:
        back_up(place.folder, tmp_path / "old")
        with session(place, Clock(datetime(2027, 1, 5, tzinfo=UTC))) as (log, _):
            fill(log, 4)
        back_up(place.folder, tmp_path / "new")
        old, new = (next((tmp_path / name).rglob("kayttoloki-2027.db")) for name in ("old", "new"))
        shutil.copyfile(old, new)
        burnt(place)

        with pytest.raises(LogDamaged, match="not as the backup says"):
            restore(LogFolder(tmp_path / "new", place.folder.keys), place.folder)
        assert place.folder.trees() == []


_FULL = """
import resource, sys
from pathlib import Path
from kanta_desk.accesslog import cut
from kanta_desk.accesslog.backup import back_up, restore
from kanta_desk.accesslog.driver import Connection
from kanta_desk.accesslog.folder import LogFolder
from kanta_desk.errors import KantaError
from tests.helpers.events import log_folder

here, there, act, limit = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])
folder = log_folder(here)
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
try:
    back_up(folder, there) if act == "back_up" else restore(LogFolder(there, folder.keys), folder)
except KantaError as error:
    print(error.code)
else:
    print("done")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a process's files cannot be limited here")
class TestFullDisk:
    """All or nothing."""

    @pytest.mark.parametrize("limit", [100, 5_000, 100_000, 300_000])
    def test_a_backup_that_found_no_room_leaves_nothing_and_no_entry(
        self, place: Place, tmp_path: Path, limit: int
    ) -> None:
        (tmp_path / "copy").mkdir()
        assert self._said(place, tmp_path / "copy", "back_up", limit) == "KD-6001"
        assert list((tmp_path / "copy").iterdir()) == []
        if limit >= 5_000:  # else the list itself could not be written
            assert backups_of(place.folder) == ()
        back_up(place.folder, tmp_path / "copy")

    @pytest.mark.parametrize("limit", [5_000, 100_000, 300_000])
    def test_a_log_that_found_no_room_to_be_put_back_is_as_it_was(
        self, place: Place, tmp_path: Path, limit: int
    ) -> None:
        back_up(place.folder, tmp_path / "copy")
        kept = place.file(2026)
        kept.chmod(0o600)
        kept.write_bytes(b"broken")
        place.file(2027).unlink()
        before = {
            path: path.read_bytes()
            for path in (place.base / "log").rglob("*")
            if path.is_file() and not path.name.startswith("kirjoittaja")
        }

        assert self._said(place, tmp_path / "copy", "restore", limit) == "KD-6001"

        assert before == {
            path: path.read_bytes()
            for path in (place.base / "log").rglob("*")
            if path.is_file() and not path.name.startswith("kirjoittaja")
        }

    @staticmethod
    def _said(place: Place, there: Path, act: str, limit: int) -> str:
        done = subprocess.run(
            [sys.executable, "-c", _FULL, str(place.base / "log"), str(there), act, str(limit)],
            capture_output=True,
            text=True,
            timeout=120,
            check=True,
        )
        return done.stdout.strip()


class TestMachineBurnt:
    """Machine, keyring and log are gone; the backup and the organisation's private key are left."""

    def test_log_cases_and_journals_come_back(
        self, tmp_path: Path, private: rsa.RSAPrivateKey
    ) -> None:
        here = with_recovery(tmp_path / "here" / "log", "keys.json", private)
        with closing(opened(here)) as log:
            fill(log, 6)
            head = log.head()
        with closing(SideBase(here)) as side:
            side.open_case(CASE)
        with closing(WorkBase(here)) as work:
            work.put_run(KeptRun("ajo-1", REGISTER.key, "2026-11-22", "{}"))
        back_up(here, tmp_path / "copy")
        shutil.rmtree(tmp_path / "here")

        there = with_recovery(tmp_path / "there" / "log", "keys.json", private)
        (tmp_path / "there").mkdir()
        copy = LogFolder(tmp_path / "copy", there.keys)
        with pytest.raises(LogKeyMissing):
            restore(copy, there)
        assert copy.recover(pem(private)) == (YEAR,)
        assert set(recover_sides(copy, pem(private))) == {SIDE, WORK}
        assert restore(copy, there) == (YEAR,)

        with closing(opened(there)) as log:
            assert log.head() == head
            assert log.verify().intact
        with closing(SideBase(there)) as side:
            assert [case.title for case in side.cases(REGISTER.key)] == ["Epäily"]
        with closing(WorkBase(there)) as work:
            assert work.runs(REGISTER.key)

    def test_a_recovery_key_that_is_named_later_wraps_the_keys_of_the_bases_too(
        self, tmp_path: Path, private: rsa.RSAPrivateKey
    ) -> None:
        plain = LogFolder(tmp_path / "log", PlainFileKeys(tmp_path / "keys.json"))
        SideBase(plain).close()
        assert not wrapped_of(plain, SIDE).exists()
        folder = with_recovery(tmp_path / "log", "keys.json", private)
        SideBase(folder).close()
        (tmp_path / "keys.json").unlink()

        assert recover_sides(folder, pem(private)) == (SIDE,)
        SideBase(folder).close()


class TestDisposed:
    """What was disposed of cannot be read from an old backup either."""

    @pytest.fixture
    def here(self, tmp_path: Path, private: rsa.RSAPrivateKey) -> LogFolder:
        folder = with_recovery(tmp_path / "log", "keys.json", private)
        clock = Clock()
        for year in (2026, 2027):
            clock.now = datetime(year, 3, 1, tzinfo=UTC)
            with closing(opened(folder, clock)) as log:
                fill(log, 6)
        return folder

    def test_its_key_is_taken_out_of_every_backup_within_reach(
        self, here: LogFolder, tmp_path: Path, private: rsa.RSAPrivateKey
    ) -> None:
        for name in ("near", "far"):
            back_up(here, tmp_path / name)
        (tmp_path / "far").rename(tmp_path / "away")
        renew(here, YEAR)

        (left,) = forget_in_backups(here, YEAR)

        assert left.place == str(tmp_path / "far")
        assert YEAR in left.trees
        near = LogFolder(tmp_path / "near", PlainFileKeys(tmp_path / "new.json"))
        assert not near.wrapped_of(YEAR).exists()
        assert near.wrapped_of(NEXT).exists()
        # Once it can be reached again, it is done there too.
        (tmp_path / "away").rename(tmp_path / "far")
        assert forget_in_backups(here, YEAR) == ()
        assert forget_in_backups(here, YEAR) == ()
        far = LogFolder(tmp_path / "far", PlainFileKeys(tmp_path / "new.json"))
        assert not far.wrapped_of(YEAR).exists()
        assert all(YEAR not in made.wrapped for made in backups_of(here))

    def test_the_other_years_of_such_a_backup_are_put_back(
        self, here: LogFolder, tmp_path: Path, private: rsa.RSAPrivateKey
    ) -> None:
        back_up(here, tmp_path / "copy")
        renew(here, YEAR)
        forget_in_backups(here, YEAR)
        shutil.rmtree(here.path)
        (tmp_path / "keys.json").unlink()
        copy = BackupFolder(tmp_path / "copy", here.keys)

        assert copy.recover(pem(private)) == (NEXT,)
        assert restore(copy, LogFolder(here.path, here.keys, here.recovery)) == (NEXT,)
        with pytest.raises(LogKeyMissing):
            copy.key_of(YEAR)

    def test_another_backup_at_the_place_of_one_is_not_taken_for_it(
        self, here: LogFolder, tmp_path: Path
    ) -> None:
        back_up(here, tmp_path / "copy")
        shutil.rmtree(tmp_path / "copy")
        back_up(here, tmp_path / "copy")
        first, second = backups_of(here)

        assert forget_in_backups(here, YEAR) == (first,)
        assert second.id != first.id

    def test_a_log_that_was_put_back_knows_its_backups(
        self, here: LogFolder, tmp_path: Path
    ) -> None:
        back_up(here, tmp_path / "one")
        back_up(here, tmp_path / "two")
        shutil.rmtree(here.path)
        (tmp_path / "two").rename(tmp_path / "moved")

        restore(LogFolder(tmp_path / "moved", here.keys), here)

        places = {Path(made.place).name for made in backups_of(here)}
        assert places == {"one", "moved"}

    def test_a_backup_without_wrapped_keys_needs_nothing(self, tmp_path: Path) -> None:
        folder = log_folder(tmp_path / "log")
        with closing(opened(folder)) as log:
            fill(log, 2)
        back_up(folder, tmp_path / "copy")
        assert forget_in_backups(folder, YEAR) == ()

    def test_a_list_that_cannot_be_read_is_told(self, here: LogFolder) -> None:
        (here.path / LIST).write_text("[")
        with pytest.raises(LogUnavailable):
            forget_in_backups(here, YEAR)


def opened(folder: LogFolder, clock: Clock | None = None) -> AccessLog:
    return AccessLog.open(
        folder, workstation="w", os_user="u", software="s", clock=clock or Clock()
    )
