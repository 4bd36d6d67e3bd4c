"""Rights that the old form held are believed only as far as something vouches for it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import orjson
import pytest

from kanta_desk.accesslog.carry import carry_over
from kanta_desk.accesslog.entry import Station, encode, first_event
from kanta_desk.accesslog.log import AccessLog
from kanta_desk.desk.live_rights import LiveRights
from kanta_desk.model.events import Actor, EventKind, EventRef, Intent, Outcome, Phase
from kanta_desk.model.people import Role
from kanta_desk.model.rights import ChangeKind, Grant, RightsChange
from kanta_desk.practice.people import STAFF, SUBSTITUTE
from kanta_desk.practice.rights import GRANTS
from kanta_desk.rights.changes import encode as written
from kanta_desk.rights.changes import identified
from tests.helpers.events import CONTEXT, PURPOSE, REGISTER, Clock, fill, log_folder
from tests.helpers.oldlog import full, write_old_log
from tests.helpers.sealed_log import Place, session

STATION = Station("TYO-1", "maija", "Kanta Desk 0.1.0")
OURS = Actor(STAFF.person.identifier, "Oikea Pääkäyttäjä", card_type=STAFF.card_type)
THEIRS = Actor(SUBSTITUTE.person.identifier, "Ilkeä Tunkeutuja", card_type=SUBSTITUTE.card_type)


def administrator(actor: Actor) -> Grant:
    return replace(
        GRANTS[0],
        person=actor.identity,
        name=actor.user_name,
        role=Role.ADMINISTRATOR,
        register=REGISTER,
        valid_from=date(2020, 1, 1),
        valid_to=None,
    )


def change(actor: Actor) -> tuple[Intent, Outcome]:
    """Somebody makes themself the first administrator."""
    first = RightsChange(1, "", ChangeKind.FIRST, REGISTER, (administrator(actor),))
    evidence = written(identified(first))
    return (
        Intent(EventKind.RIGHTS_CHANGE, actor, CONTEXT),
        Outcome(Phase.DONE, evidence=evidence),
    )


def write_old(folder: Path, actor: Actor) -> None:
    """Files of the old form in which ``actor`` did so."""
    entries = []
    for seq in (1, 2):
        ref = EventRef("vanha", 2024, seq)
        event = first_event(*change(actor), STATION, ref, datetime(2024, 3, seq, tzinfo=UTC))
        entries.append(orjson.dumps(full(orjson.loads(encode(event)), event.event_id)))
    write_old_log(folder, [entries[0], _nothing(entries[1])], 2023)


def _nothing(entry: bytes) -> bytes:
    return entry.replace(b"OIKEUSMUUTOS", b"KATSELU")


def believed(log: AccessLog, clock: Clock) -> set[str]:
    rights = LiveRights(log, [PURPOSE], clock)
    assert rights.findings(REGISTER) == ()
    return {
        actor.user_name
        for actor in (OURS, THEIRS)
        if rights.grants_of(administrator(actor).person, rights.today)
    }


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def test_those_carried_over_hold_before_and_after_the_register_begins(place: Place) -> None:
    write_old(place.base / "log", OURS)
    clock = Clock()

    with session(place, clock) as (log, _):
        assert believed(log, clock) == {OURS.user_name}
        fill(log, 4)
        assert believed(log, clock) == {OURS.user_name}
    with session(place, clock) as (log, _):
        assert believed(log, clock) == {OURS.user_name}


def test_a_file_dropped_in_gives_nobody_a_right_and_takes_none(place: Place) -> None:
    clock = Clock()
    with session(place, clock) as (log, _):
        log.record(*change(OURS))
    write_old(place.base / "log", THEIRS)

    with session(place, clock) as (log, _):
        assert believed(log, clock) == {OURS.user_name}


def test_nor_does_a_carried_tree_that_the_register_never_knew(place: Place) -> None:
    clock = Clock()
    with session(place, clock) as (log, _):
        log.record(*change(OURS))
    spare = log_folder(place.base / "spare" / "log")
    write_old(spare.path, THEIRS)
    shutil.copy(place.base / "log" / "tunnus.txt", spare.path)
    assert carry_over(spare) is not None
    (spare.path / "vanha").rename(place.base / "log" / "vanha")
    keys = place.folder.keys
    assert keys is not None
    assert spare.keys is not None
    tree = next(tree for tree in place.folder.trees() if tree.register == "vanha")
    key = spare.keys.get(spare.key_name(tree))
    assert key is not None
    keys.put(place.folder.key_name(tree), key)

    with session(place, clock) as (log, _):
        assert believed(log, clock) == {OURS.user_name}
