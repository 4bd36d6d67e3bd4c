"""Places outside: what a share does to them, and what they are sent again."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kanta_desk.accesslog.anchors import FolderPlace, folder_places
from kanta_desk.accesslog.checkpoint import Checkpoints
from kanta_desk.accesslog.notes import Checkpoint, Note
from kanta_desk.accesslog.verify import verify
from kanta_desk.model.logreport import FaultKind
from tests.helpers.events import Clock, fill
from tests.helpers.sealed_log import Place, session


@pytest.fixture
def place(tmp_path: Path) -> Place:
    lived = Place(tmp_path / "lived")
    with session(lived, Clock()) as (log, _):
        fill(log, 20)
    return lived


def _later(hour: int) -> Clock:
    return Clock(datetime(2026, 11, 22, hour, tzinfo=UTC))


def _sizes(place: Place) -> list[int]:
    kept = FolderPlace(place.outside).kept(place.folder.writer_id)
    notes = kept.get(f"kanta-desk/{place.folder.writer_id}/{place.folder.trees()[0]}", [])
    return [Checkpoint.parse(note.text).size for note in notes]


def _file(place: Place) -> Path:
    return next(place.outside.glob("*-2026.txt"))


@pytest.mark.parametrize("cut", [1, 7, 60, 120, 300, 430, 520])
def test_what_a_share_kept_of_a_note_that_failed_spoils_nothing(place: Place, cut: int) -> None:
    whole = _file(place).read_bytes()
    with _file(place).open("ab") as file:
        file.write(whole[:cut])
    before = _sizes(place)
    with session(place, _later(13)) as (log, _):
        fill(log, 2)
    assert _sizes(place)[: len(before)] == before
    assert len(_sizes(place)) > len(before)
    assert place.verified().intact


@pytest.mark.parametrize("end", ["a", "a\n", "a\n\n", "a\n\n— k"])
def test_a_note_stands_by_itself_whatever_is_before_it(tmp_path: Path, end: str) -> None:
    origin = "kanta-desk/ab12/1.2/1/2026"
    note = Note(f"{origin}\n7\n", "k", bytes(4), bytes(64))
    (tmp_path / "tarkistuspisteet-ab12-1.2-1-2026.txt").write_text(end, encoding="utf-8")
    FolderPlace(tmp_path).keep(origin, note)
    FolderPlace(tmp_path).keep(origin, note)
    assert FolderPlace(tmp_path).kept("ab12") == {origin: [note, note]}


def test_what_is_of_another_log_is_left_out(tmp_path: Path) -> None:
    other = Note("kanta-desk/cd34/1.2/1/2026\n7\n", "k", bytes(4), bytes(64))
    path = tmp_path / "tarkistuspisteet-ab12-1.2-1-2026.txt"
    path.write_text(f"{other}\n", encoding="utf-8")
    assert FolderPlace(tmp_path).kept("ab12") == {}


def test_two_folders_of_one_name_are_two_places(place: Place, tmp_path: Path) -> None:
    empty = tmp_path / "elsewhere" / place.outside.name
    empty.mkdir(parents=True)
    places = folder_places([place.outside, empty, empty])
    assert len({each.name for each in places}) == len(places) == 2
    # Nor does one hide the other if both are called the same.
    _file(place).write_text(_file(place).read_text().replace("\n21\n", "\n20\n"))
    twins = [FolderPlace(place.outside), FolderPlace(empty)]
    report = verify(place.folder, Clock(), anchors=twins)
    assert FaultKind.FORKED in {fault.kind for fault in report.faults}
    assert len(report.anchors) == 2


def _caught_up(seals: Checkpoints) -> None:
    until = time.monotonic() + 20
    while not seals.anchors[0].lacked and time.monotonic() < until:
        time.sleep(0.01)


def test_what_was_deleted_outside_is_told_and_sent_again(place: Place) -> None:
    before = _sizes(place)
    _file(place).unlink()
    with session(place, _later(13)) as (log, seals):
        fill(log, 2)
        seals.make()
        _caught_up(seals)
        assert seals.anchors[0].lacked >= len(before)
    assert set(before) <= set(_sizes(place))
    assert place.verified().intact


def test_what_waited_when_the_program_ended_is_sent_at_the_next_start(place: Place) -> None:
    place.outside.rename(place.base / "away")
    with session(place, _later(13)) as (log, _):
        time.sleep(0.3)
        for path in (*place.outside.iterdir(),):
            path.unlink()
        place.outside.rmdir()
        fill(log, 4)
    assert not place.outside.exists()
    (place.base / "away").rename(place.outside)
    lost = max(_sizes(place))
    with session(place, _later(14)) as (log, seals):
        fill(log, 2)
        seals.make()
        _caught_up(seals)
    assert lost + 4 in _sizes(place) or lost + 5 in _sizes(place)
    assert place.verified().intact
