"""The check of folders, disk and access log."""

from __future__ import annotations

import shutil
import sqlite3
from collections import namedtuple
from pathlib import Path

import pytest

from kanta_desk.diagnosis import stores
from kanta_desk.diagnosis.check import Scene, Seen
from kanta_desk.diagnosis.drives import kind_of
from kanta_desk.diagnosis.installation import of_installation
from kanta_desk.diagnosis.stores import ENOUGH_FREE, LEAST_FREE, write_problem
from kanta_desk.errors import FolderNotWritable, LogDamaged
from kanta_desk.model.diagnosis import CheckState
from kanta_desk.settings.paths import Paths
from tests.helpers.diagnosis import look, parts
from tests.helpers.events import fill, open_log

Usage = namedtuple("Usage", "total used free")


def seen_with(paths: Paths) -> Seen:
    """What the check sees."""
    return look("stores", Scene(parts(paths)))


def test_folders_that_can_be_written_are_in_order(paths: Paths) -> None:
    seen = seen_with(paths)
    assert seen.state is CheckState.OK
    assert len([line for line in seen.evidence if line.endswith("✓")]) == 4


def test_an_installation_that_never_ran_has_its_folders_made(tmp_path: Path) -> None:
    diagnosis = of_installation(Paths.under(tmp_path / "new"), only=("stores",))
    (result,) = diagnosis.run()
    assert result.state is not CheckState.FAILED


def test_nothing_is_left_in_the_folders(paths: Paths) -> None:
    seen_with(paths)
    assert [path for path in paths.config.iterdir() if path.is_file()] == []


def test_a_folder_that_is_not_there_is_named(paths: Paths) -> None:
    paths.cache.rmdir()
    seen = seen_with(paths)
    assert (seen.state, seen.code) == (CheckState.FAILED, FolderNotWritable.code)
    assert next(line for line in seen.evidence if "✗" in line).startswith("cache:")


def test_a_file_in_a_folders_place_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert write_problem(tmp_path / "file")
    assert write_problem(tmp_path) == ""


@pytest.mark.parametrize(
    ("free", "state"),
    [
        (ENOUGH_FREE, CheckState.OK),
        (ENOUGH_FREE - 1, CheckState.WARNING),
        (LEAST_FREE, CheckState.WARNING),
        (LEAST_FREE - 1, CheckState.FAILED),
    ],
)
def test_room_on_the_disk_is_told(
    paths: Paths, monkeypatch: pytest.MonkeyPatch, free: int, state: CheckState
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(2 * free, free, free))
    assert seen_with(paths).state is state


def test_a_network_drive_is_warned_of(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stores, "network_drive", lambda _: "nfs4")
    seen = seen_with(paths)
    assert seen.state is CheckState.WARNING
    assert "nfs4" in seen.evidence


def test_the_file_system_is_that_of_the_deepest_mount() -> None:
    mounts = (
        "dev / ext4 rw 0 0\nserver:/h /home nfs4 rw 0 0\n"
        "dev2 /home/own\\040disk xfs rw 0 0\nbroken\n"
    )
    assert kind_of(Path("/srv/data"), mounts) == "ext4"
    assert kind_of(Path("/home/data"), mounts) == "nfs4"
    assert kind_of(Path("/home/own disk/data"), mounts) == "xfs"
    assert kind_of(Path("/homely"), mounts) == "ext4"
    assert kind_of(Path("/srv"), "") == ""


def test_a_whole_log_is_verified_even_while_its_writer_has_it_open(paths: Paths) -> None:
    log = open_log(paths.access_log)
    try:
        fill(log, 10)
        seen = seen_with(paths)
    finally:
        log.close()
    assert seen.state is CheckState.OK
    assert any(line.startswith("accesslog: 10 ✓") for line in seen.evidence)


def test_a_changed_event_is_found(paths: Paths) -> None:
    log = open_log(paths.access_log)
    fill(log, 5)
    log.close()
    file = next(paths.access_log.glob("kayttoloki-*.db"))
    with sqlite3.connect(file) as connection:
        triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in triggers.fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(
            "UPDATE event SET entry = replace(entry, 'Maija', 'Mauno') WHERE seq = 3"
        )
    connection.close()
    seen = seen_with(paths)
    assert (seen.state, seen.code) == (CheckState.FAILED, LogDamaged.code)
    assert seen.remedy is not None


def test_a_log_too_long_for_a_diagnosis_is_left_to_its_own_command(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = open_log(paths.access_log)
    fill(log, 300)  # whether to stop is asked every 256 events
    log.close()
    monkeypatch.setattr(stores, "VERIFY_SECONDS", -1.0)
    seen = seen_with(paths)
    assert seen.state is CheckState.OK
    assert any("kanta-desk log verify" in line for line in seen.evidence)
