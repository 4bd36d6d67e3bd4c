"""The application log: what goes into it, and what never does."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kanta_desk.cli import logging_setup


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The started log; everything is as before afterwards."""
    logger = logging.getLogger("kanta_desk")
    level, propagate = logger.level, logger.propagate
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    yield logging_setup.start(tmp_path)
    for handler in logger.handlers[:]:
        logger.removeHandler(handler)
        handler.close()
    logger.setLevel(level)
    logger.propagate = propagate


def test_warnings_are_written_and_less_is_not(log: Path) -> None:
    logging.getLogger("kanta_desk.room").warning("heard")
    logging.getLogger("kanta_desk.room").info("not heard")
    assert "heard" in log.read_text(encoding="utf-8")
    assert "not heard" not in log.read_text(encoding="utf-8")


def test_an_exceptions_text_and_its_causes_are_left_out(log: Path) -> None:
    try:
        try:
            raise KeyError("010181-900C")
        except KeyError as error:
            raise ValueError("MAIJA") from error
    except ValueError:
        logging.getLogger("kanta_desk.room").exception("broken")
    written = log.read_text(encoding="utf-8")
    assert "ValueError" in written
    assert "KeyError" in written
    assert "test_logging_setup.py" in written
    assert "900C" not in written
    assert "MAIJA" not in written


def test_a_thread_that_ends_by_a_fault_is_written_without_its_text(log: Path) -> None:
    def work() -> None:
        raise ValueError("010181-900C")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    written = log.read_text(encoding="utf-8")
    assert "ValueError" in written
    assert "900C" not in written


def test_starting_twice_writes_once(log: Path) -> None:
    logging_setup.start(log.parent)
    logging.getLogger("kanta_desk.room").warning("heard")
    assert log.read_text(encoding="utf-8").count("heard") == 1
