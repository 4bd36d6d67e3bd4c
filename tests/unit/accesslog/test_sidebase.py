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
from kanta_desk.accesslog.sidebase import FILE, Case, Person, SavedSearch, SideBase
from kanta_desk.errors import LogKeyMissing
from kanta_desk.settings.secrets import PlainFileKeys
from tests.helpers.events import DONE, PEKKA, REGISTER, act, log_folder, open_log

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
    assert side.learn(folder) == 5  # the program itself is a user too

    vaino = Person("client", "010181-900C", "Väinö Mäki-Äijälä")
    assert side.names("client", "äij väi") == (vaino,)
    assert side.names("client", "MÄKI") == (vaino,)
    assert [person.name for person in side.names("client", "maki")] == ["Aino Maki"]
    assert [person.name for person in side.names("user", "pek")] == [PEKKA.user_name]
    for odd in ("", '"', "AND", "* OR x", "zz"):
        assert side.names("client", odd) == ()


def test_a_name_that_the_log_has_no_more_is_forgotten(
    folder: LogFolder, side: SideBase, tmp_path: Path
) -> None:
    side.learn(folder)

    assert side.learn(LogFolder(tmp_path / "empty", None)) == 0
    assert side.names("client", "väinö") == ()


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
    asked = Case(0, REGISTER.key, "Oma tieto", "uusi", "999", NOW, events=("1.2/1/2026/5",))
    opened = side.open_case(asked)
    decided = replace(opened, state="asianmukainen", decision="Peruste löytyi", events=())
    assert side.cases(REGISTER.key) == (opened,)

    side.change_case(decided)

    assert side.cases(REGISTER.key) == (decided,)
    assert side.cases("1.2/9") == ()


def test_it_is_encrypted_and_opens_again(folder: LogFolder) -> None:
    with closing(SideBase(folder)) as side:
        side.learn(folder)
    with closing(SideBase(folder)) as side:
        assert side.names("client", "aino")

    assert not is_plain(folder.path / FILE)
    with pytest.raises(LogKeyMissing):
        SideBase(LogFolder(folder.path, PlainFileKeys(folder.path / "other.json")))
