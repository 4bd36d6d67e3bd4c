"""What speaks against the access log is an alarm, from its finding until nothing is found."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

import pytest

from kanta_desk.accesslog.anchors import FolderPlace
from kanta_desk.accesslog.tree import leaf_hash
from kanta_desk.desk.vigil import FILE, Vigil
from kanta_desk.errors import LogContradicted
from tests.helpers.events import Clock, fill
from tests.helpers.sealed_log import Place, session
from tests.helpers.tampering import opened, rewritten


@pytest.fixture
def place(tmp_path: Path) -> Place:
    lived = Place(tmp_path / "lived")
    with session(lived, Clock()) as (log, _):
        fill(log, 20)
    return lived


def _vigil(place: Place) -> Vigil:
    return Vigil(place.folder, [FolderPlace(place.outside)], Clock(), quiet=3600)


def _begun(place: Place) -> Vigil:
    """A vigil whose first comparison with the places outside is over."""
    vigil, compared = _vigil(place), threading.Event()
    vigil.on_alarm(compared.set)
    vigil.begin()
    assert compared.wait(30)
    vigil.close()
    return vigil


def test_a_log_that_holds_raises_no_alarm(place: Place) -> None:
    vigil = _vigil(place)
    vigil.look()
    assert vigil.alarms == ()


def _set_back(place: Place, *, memory_too: bool) -> None:
    """The log as it was after 20 events, put in the place of one that has gone on."""
    before = place.base.with_name("before")
    shutil.copytree(place.base, before)
    with session(place, Clock()) as (log, _):
        fill(log, 20)
    for kept in ("log", *(("log-keys.json",) if memory_too else ())):
        found = next(path for path in before.rglob(kept))
        target = place.base / found.relative_to(before)
        if target.is_dir():
            shutil.rmtree(target)
            shutil.copytree(found, target)
        else:
            shutil.copyfile(found, target)


def test_a_log_that_was_set_back_is_known_before_anything_is_signed_anew(place: Place) -> None:
    _set_back(place, memory_too=False)
    alarms = _vigil(place).alarms
    assert alarms
    assert all(isinstance(alarm, LogContradicted) for alarm in alarms)


def test_what_was_set_back_with_its_keys_contradicts_the_places_outside(place: Place) -> None:
    _set_back(place, memory_too=True)
    assert not _vigil(place).alarms
    assert _begun(place).alarms


def test_an_event_that_was_rewritten_is_found_by_the_daily_verification(place: Place) -> None:
    rewritten(7)(place)
    vigil = _vigil(place)
    assert not vigil.alarms
    told = threading.Event()
    vigil.on_alarm(told.set)
    vigil.look()
    assert told.is_set()
    assert "1–21" in str(vigil.alarms[0].fields["place"])


def test_an_alarm_stays_over_a_restart_until_nothing_is_found(place: Place) -> None:
    with opened(place) as connection:
        (entry,) = connection.execute("SELECT entry FROM event WHERE seq = 7").fetchone()
    rewritten(7)(place)
    _vigil(place).look()
    again = _vigil(place)
    assert again.alarms
    with opened(place) as connection:
        connection.execute(
            "UPDATE event SET entry = ?, leaf_hash = ? WHERE seq = 7",
            (entry, leaf_hash(entry.encode())),
        )
    again.look()
    assert not again.alarms
    assert not _vigil(place).alarms


@pytest.mark.parametrize("text", ["", "[]", '{"day": 1, "alarms": 2}', "{" * 5000])
def test_a_memory_that_cannot_be_read_is_none(place: Place, text: str) -> None:
    (place.folder.path / FILE).write_text(text)
    assert _vigil(place).alarms == ()


def test_a_watch_that_is_ended_ends_its_verification(place: Place) -> None:
    vigil = Vigil(place.folder, [FolderPlace(place.outside)], Clock(), quiet=0)
    vigil.begin()
    vigil.close()
    assert not [t for t in threading.enumerate() if t.name == "log-vigil"]
