"""The work base: encrypted, durable at each step, apart for each register."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kanta_desk.accesslog.workbase import FILE, KeptRun, WorkBase
from tests.helpers.events import log_folder

RUN = KeptRun("r1", "A", "2026-11-20T08:00:00+00:00", "{}")


@pytest.fixture
def base(tmp_path: Path) -> Iterator[WorkBase]:
    opened = WorkBase(log_folder(tmp_path))
    yield opened
    opened.close()


def test_what_was_kept_is_there_after_the_program_is_gone(tmp_path: Path) -> None:
    folder = log_folder(tmp_path)
    first = WorkBase(folder)
    first.put_run(RUN)
    first.put_step("r1", "row", "A1", "päätös")
    # As after a kill: nobody closes it.
    again = WorkBase(folder)
    assert again.runs("A") == (RUN,)
    assert again.steps("r1", "row") == {"A1": "päätös"}
    again.close()
    first.close()


def test_nothing_of_it_can_be_read_without_its_key(tmp_path: Path) -> None:
    base = WorkBase(log_folder(tmp_path))
    base.put_run(RUN)
    base.put_step("r1", "row", "A1", "salainen päätös")
    base.close()
    held = b"".join(path.read_bytes() for path in tmp_path.glob(f"{FILE}*"))
    assert held
    assert b"salainen" not in held
    assert b"SQLite" not in held


def test_one_whose_key_is_lost_is_put_aside_and_begun_anew(tmp_path: Path) -> None:
    folder = log_folder(tmp_path)
    base = WorkBase(folder)
    base.put_run(RUN)
    base.close()
    assert folder.keys is not None
    folder.keys.destroy(f"work {folder.writer_id}")
    again = WorkBase(folder)
    assert again.runs("A") == ()
    assert (tmp_path / f"{FILE}.rikki").exists()
    again.close()


def test_runs_and_opinions_belong_to_their_register(base: WorkBase) -> None:
    base.put_run(RUN)
    base.put_opinion("A", "choice", "row", "1")
    assert base.runs("B") == ()
    assert base.opinions("B", "choice") == {}
    assert base.opinions("A", "choice") == {"row": "1"}
    base.put_opinion("A", "choice", "row", "2")
    assert base.opinions("A", "choice") == {"row": "2"}


def test_a_run_is_forgotten_with_all_its_steps(base: WorkBase) -> None:
    base.put_run(RUN)
    base.put_step("r1", "row", "A1", "x")
    base.put_step("r1", "answer", "q", "y")
    base.forget_steps("r1", "answer")
    assert (base.step("r1", "answer", "q"), base.count_steps("r1", "row")) == (None, 1)
    base.forget_run("r1")
    assert (base.runs("A"), base.count_steps("r1", "row")) == ((), 0)


def test_a_run_is_in_one_hand_at_a_time(base: WorkBase) -> None:
    assert base.claim("r1")
    assert not base.claim("r1")
    assert base.is_busy("r1")
    base.release("r1")
    assert base.claim("r1")
