"""Practice, test and production keep their data apart, whatever is configured when."""

from __future__ import annotations

from pathlib import Path

import pytest

from kanta_desk.errors import SettingsUnreadable
from kanta_desk.model.mode import Mode
from kanta_desk.settings.binding import FILE, found_paths, paths_of
from kanta_desk.settings.paths import Paths


@pytest.fixture
def whole(tmp_path: Path) -> Paths:
    return Paths.under(tmp_path)


def test_the_first_mode_has_the_folders_that_an_installation_always_had(whole: Paths) -> None:
    assert paths_of(whole, Mode.TEST) == whole
    assert paths_of(whole, Mode.TEST) == whole


def test_every_other_mode_has_its_own_for_ever(whole: Paths) -> None:
    paths_of(whole, Mode.TEST)

    production = paths_of(whole, Mode.PRODUCTION)

    assert production.access_log == whole.data / "production" / "accesslog"
    assert production.access_log.is_dir()
    assert production.rights != whole.rights
    assert production.config == whole.config
    assert paths_of(whole, Mode.PRODUCTION) == production
    assert paths_of(whole, Mode.TEST) == whole


def test_looking_for_the_folders_writes_nothing(whole: Paths) -> None:
    assert found_paths(whole, Mode.PRODUCTION) == whole
    assert not whole.data.exists()


def test_a_folder_copied_from_another_mode_is_not_used(whole: Paths) -> None:
    paths_of(whole, Mode.TEST)
    production = paths_of(whole, Mode.PRODUCTION)
    (production.data / FILE).write_text((whole.data / FILE).read_text(encoding="utf-8"))

    with pytest.raises(SettingsUnreadable, match="another mode"):
        paths_of(whole, Mode.PRODUCTION)


def test_a_mark_that_cannot_be_read_stops(whole: Paths) -> None:
    paths_of(whole, Mode.TEST)
    (whole.data / FILE).write_text('mode = "x"')

    with pytest.raises(SettingsUnreadable):
        paths_of(whole, Mode.TEST)
