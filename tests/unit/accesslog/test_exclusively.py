"""Files of the log can be changed while nobody else has them."""

from __future__ import annotations

import threading
from contextlib import closing
from pathlib import Path

import pytest

from kanta_desk.accesslog.readers import Readers
from kanta_desk.model.events import EventFilter, TreeName
from tests.helpers.events import REGISTER, fill, log_folder, open_log


def test_files_can_be_changed_while_nobody_else_has_them(tmp_path: Path) -> None:
    with closing(open_log(tmp_path / "accesslog")) as log:
        fill(log, 4)
        log.count(EventFilter())

        trees = log.exclusively(lambda place: place.trees())
        assert trees == [TreeName(REGISTER.key, 2026)]
        with pytest.raises(KeyError):
            log.exclusively(lambda place: {}[place])
        assert log.count(EventFilter()) == 5


def test_who_reads_is_waited_for_and_who_wants_to_waits(tmp_path: Path) -> None:
    with closing(open_log(tmp_path / "accesslog")) as log:
        fill(log, 4)
    readers = Readers(log_folder(tmp_path / "accesslog"))
    order: list[str] = []
    borrowed, may_return, changing = threading.Event(), threading.Event(), threading.Event()

    def read() -> None:
        with readers.borrowed() as files:
            borrowed.set()
            assert may_return.wait(10)
            order.append(f"read {files[0].moment.size}")

    def change() -> None:
        with readers.kept_back():
            order.append("changed")
            changing.set()
            late.start()

    def read_late() -> None:
        with readers.borrowed():
            order.append("read late")

    threads = [threading.Thread(target=each) for each in (read, change)]
    late = threading.Thread(target=read_late)
    threads[0].start()
    assert borrowed.wait(10)
    threads[1].start()
    assert not changing.is_set()
    may_return.set()
    for thread in threads:
        thread.join(10)
    late.join(10)
    readers.close()

    assert order == ["read 5", "changed", "read late"]
