"""The side database: what may change beside the log."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kanta_desk.accesslog.driver import is_plain
from kanta_desk.accesslog.folder import LogFolder
from kanta_desk.accesslog.sidebase import FILE, Case, CaseEvent, CaseState, SavedSearch, SideBase
from kanta_desk.errors import LogKeyMissing
from kanta_desk.model.events import EventFilter
from kanta_desk.settings.secrets import PlainFileKeys
from tests.helpers.events import DONE, MAIJA, PEKKA, REGISTER, act, log_folder, open_log

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> LogFolder:
    with closing(open_log(tmp_path / "log")) as log:
        log.record(act(client_id="010181-900C", client_name="Väinö Mäki-Äijälä"), DONE)
        log.record(act(actor=PEKKA, client_id="010594Y9032", client_name="Aino Maki"), DONE)
    return log_folder(tmp_path / "log")


@pytest.fixture
def side(folder: LogFolder) -> Iterator[SideBase]:
    with closing(SideBase(folder)) as opened:
        yield opened


def test_names_of_the_log_complete_what_is_typed(folder: LogFolder, side: SideBase) -> None:
    side.learn(folder)

    assert side.names("MAI ark") == (MAIJA.user_name,)
    assert side.names("pek") == (PEKKA.user_name,)
    for odd in ("", '"', "AND", "* OR x", "zz"):
        assert side.names(odd) == ()


def test_names_of_clients_are_not_in_it(folder: LogFolder, side: SideBase) -> None:
    side.learn(folder)

    assert side.names("väinö") == side.names("010181") == ()


def test_a_name_that_the_log_has_no_more_is_forgotten(
    folder: LogFolder, side: SideBase, tmp_path: Path
) -> None:
    side.learn(folder)
    side.learn(LogFolder(tmp_path / "empty", None))

    assert side.names("maija") == ()


def test_searches_are_kept_by_register_and_name(side: SideBase) -> None:
    mine = SavedSearch(REGISTER.key, "Mitätöinnit", "tyyppi:mitätöinti", "999", NOW)
    side.save_search(mine)
    side.save_search(replace(mine, query="tyyppi:katselu"))
    side.save_search(replace(mine, register="1.2/9"))

    assert side.searches(REGISTER.key) == (replace(mine, query="tyyppi:katselu"),)
    side.forget_search(REGISTER.key, "Mitätöinnit")
    assert side.searches(REGISTER.key) == ()
    assert len(side.searches("1.2/9")) == 1


def test_a_case_is_opened_and_decided(side: SideBase) -> None:
    about = CaseEvent("1.2/1/2026/9", "Sama asiakas"), CaseEvent("1.2/1/2026/10")
    asked = Case(0, REGISTER.key, "Oma tieto", CaseState.OPEN, "999", NOW, events=about)
    opened = side.open_case(asked)
    decided = replace(opened, state=CaseState.DECIDED, decision="Peruste löytyi", events=())
    assert side.cases(REGISTER.key) == (opened,)

    side.change_case(decided)

    assert side.cases(REGISTER.key) == (decided,)
    assert side.cases("1.2/9") == ()


def test_it_is_encrypted_and_opens_again(folder: LogFolder) -> None:
    with closing(SideBase(folder)) as side:
        side.learn(folder)
    with closing(SideBase(folder)) as side:
        assert side.names("maija")

    assert not is_plain(folder.path / FILE)
    with pytest.raises(LogKeyMissing):
        SideBase(LogFolder(folder.path, PlainFileKeys(folder.path / "other.json")))


def test_nothing_that_is_changed_in_it_changes_what_the_log_finds(folder: LogFolder) -> None:
    with closing(SideBase(folder)) as side:
        side.learn(folder)
        side._db.execute("UPDATE user SET name = 'Väärä Nimi'")
        side._db.conn.commit()

    with closing(open_log(folder.path)) as log:
        assert log.count(EventFilter(user=PEKKA.user_name)) == 1
        assert log.count(EventFilter(user="väärä")) == 0
        assert log.verify().intact
