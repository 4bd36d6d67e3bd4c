"""Files of the log can be changed while nobody else has them."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from kanta_desk.model.events import EventFilter, TreeName
from tests.helpers.events import REGISTER, fill, open_log


def test_files_can_be_changed_while_nobody_else_has_them(tmp_path: Path) -> None:
    with closing(open_log(tmp_path / "accesslog")) as log:
        fill(log, 4)
        log.count(EventFilter())

        trees = log.exclusively(lambda place: place.trees())
        assert trees == [TreeName(REGISTER.key, 2026)]
        with pytest.raises(KeyError):
            log.exclusively(lambda place: {}[place])
        assert log.count(EventFilter()) == 5
