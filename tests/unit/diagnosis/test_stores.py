"""The check of folders, disk and access log."""

from __future__ import annotations

import shutil
from collections import namedtuple
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from kanta_desk.accesslog.folder import LogFolder
from kanta_desk.diagnosis import stores
from kanta_desk.diagnosis.check import Scene, Seen
from kanta_desk.diagnosis.installation import of_installation
from kanta_desk.diagnosis.stores import ENOUGH_FREE, LEAST_FREE, write_problem
from kanta_desk.errors import FolderNotWritable, LogDamaged
from kanta_desk.model.diagnosis import CheckState
from kanta_desk.model.events import TreeName
from kanta_desk.settings.options import FILE
from kanta_desk.settings.paths import Paths
from kanta_desk.settings.secrets import KeyHolder, PassphraseKeys
from tests.helpers.diagnosis import look, parts
from tests.helpers.events import fill, log_folder, open_log

Usage = namedtuple("Usage", "total used free")


def seen_with(paths: Paths) -> Seen:
    """What the check sees."""
    return look("stores", Scene(parts(paths)))


def test_folders_that_can_be_written_are_in_order(paths: Paths) -> None:
    seen = seen_with(paths)
    assert seen.state is CheckState.OK
    assert len([line for line in seen.evidence if line.endswith("✓")]) == 4


def test_an_installation_that_never_ran_has_its_folders_made(tmp_path: Path) -> None:
    paths = Paths.under(tmp_path / "new")
    paths.config.mkdir(parents=True)
    (paths.config / FILE).write_text('[log]\nkeys = "none"\n')  # needs no keyring
    (result,) = of_installation(paths, only=("stores",)).run()
    assert result.state is not CheckState.FAILED
    assert paths.access_log.is_dir()


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
    monkeypatch.setattr(stores, "unsafe_place", lambda _: "nfs4")
    seen = seen_with(paths)
    assert seen.state is CheckState.WARNING
    assert "nfs4" in seen.evidence


def test_a_whole_log_is_verified_even_while_its_writer_has_it_open(paths: Paths) -> None:
    log = open_log(paths.access_log)
    try:
        fill(log, 10)
        seen = seen_with(paths)
    finally:
        log.close()
    assert seen.state is CheckState.OK
    assert any(line.startswith("accesslog: 11 ✓") for line in seen.evidence)


def test_a_changed_event_is_found(paths: Paths) -> None:
    log = open_log(paths.access_log)
    fill(log, 5)
    log.close()
    folder = log_folder(paths.access_log)
    with closing(folder.writer(folder.trees()[0])) as connection:
        triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in triggers.fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(
            "UPDATE event SET entry = replace(entry, 'Maija', 'Mauno') WHERE seq = 3"
        )
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


def seen_of(paths: Paths, keys: KeyHolder | None) -> Seen:
    folder = LogFolder(paths.access_log, keys)
    with closing(folder.writer(TreeName("1.2/1", 2026))):
        pass
    return look("stores", Scene(replace(parts(paths), log=folder)))


def test_a_log_without_a_recovery_copy_of_its_key_is_warned_of(paths: Paths) -> None:
    seen = seen_of(paths, PassphraseKeys(paths.data / "keys.json", "salalause"))

    assert seen.state is CheckState.WARNING
    assert "palautuskopiota" in seen.summary.fi
    assert any("1 files, 0 plain, 0 wrapped" in line for line in seen.evidence)


def test_a_log_that_is_not_encrypted_is_warned_of(paths: Paths) -> None:
    seen = seen_of(paths, None)

    assert seen.state is CheckState.WARNING
    assert "ei ole salattu" in seen.summary.fi
