"""A file is written whole, or what was there stays."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kanta_desk.errors import FolderNotWritable
from kanta_desk.settings.files import write_whole


def test_a_file_is_written_and_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    assert write_whole(path, b"yksi").read_bytes() == b"yksi"
    assert write_whole(path, b"kaksi").read_bytes() == b"kaksi"
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]


def test_a_full_disk_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_whole(tmp_path / "a.txt", b"yksi")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FolderNotWritable) as told:
        write_whole(path, b"kaksi")
    assert told.value.fields["reason"] == "No space left on device"
    assert path.read_bytes() == b"yksi"
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FolderNotWritable):
        write_whole(tmp_path / "puuttuu" / "a.txt", b"")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_only_the_owner_can_read_it(tmp_path: Path) -> None:
    assert write_whole(tmp_path / "a.txt", b"").stat().st_mode & 0o077 == 0
