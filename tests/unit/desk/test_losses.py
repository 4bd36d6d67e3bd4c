"""What the desk asks before a loss of the log is acknowledged, and what it writes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kanta_desk.accesslog.memory import Lost, Memory
from kanta_desk.errors import FieldMissing, RightMissing
from kanta_desk.model.events import EventKind, Phase
from kanta_desk.model.logreport import Had
from kanta_desk.practice.people import SUBSTITUTE
from tests.helpers.small_desk import CONTEXT, SmallDesk, small_desk

WHY = "Levy rikkoutui"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[SmallDesk]:
    """A desk whose log lost events by what its key holder remembers."""
    with small_desk(tmp_path) as made:
        yield made


def _lost(desk: SmallDesk, tree: str = "") -> Had:
    folder = desk.log.folder
    newest = next(t for t in folder.trees() if t.register == CONTEXT.register.key)
    had = Had(folder.writer_id, tree or str(newest), 9_999, "ab" * 12)
    assert folder.keys is not None
    known = Memory.recalled(folder.keys)
    replace(known, lost=(*known.lost, Lost(had, 3))).keep(folder.keys)
    return had


def test_it_is_written_with_what_was_what_is_and_why(desk: SmallDesk) -> None:
    had = _lost(desk)
    session = desk.session()
    session.keeping.acknowledge([had], WHY)
    event = desk.newest(EventKind.LOG_INCIDENT)
    assert (event.phase, event.result_count) == (Phase.DONE, 1)
    assert WHY in event.subject.query
    said = json.loads(event.evidence)
    assert said["reason"] == WHY
    (loss,) = said["losses"]
    assert (loss["tree"], loss["size"], loss["root"]) == (had.tree, had.size, had.root)
    assert 0 < loss["has_size"] < 9_999
    assert len(loss["has_root"]) == 64
    points = session.keeping.kept().checkpoints
    assert any(point.size >= event.ref.seq for point in points)


def test_the_key_holder_forgets_nothing_that_does_not_count(desk: SmallDesk) -> None:
    had = _lost(desk)
    # No card signed in to this session.
    desk.session().keeping.acknowledge([had], WHY)
    report = desk.session().keeping.verify()
    assert had in report.losses
    assert not report.acknowledged
    assert [each.had for each in Memory.recalled(desk.log.folder.keys).lost] == [had]


def test_without_a_reason_nothing_is_written(desk: SmallDesk) -> None:
    had = _lost(desk)
    with pytest.raises(FieldMissing):
        desk.session().keeping.acknowledge([had], "  ")
    with pytest.raises(LookupError):
        desk.session().keeping.acknowledge([], WHY)
    with pytest.raises(ValueError, match="max"):
        desk.newest(EventKind.LOG_INCIDENT)


def test_a_loss_that_is_none_is_refused(desk: SmallDesk) -> None:
    had = _lost(desk)
    for other in (replace(had, size=9_998), replace(had, root="cd" * 12)):
        with pytest.raises(LookupError):
            desk.session().keeping.acknowledge([other], WHY)
    assert desk.newest(EventKind.LOG_INCIDENT).phase is Phase.FAILED


def test_one_of_another_register_is_for_that_one_s_auditor(desk: SmallDesk) -> None:
    had = _lost(desk, "1.2.246.10.99999990.10.0/2/2026")
    with pytest.raises(RightMissing):
        desk.session().keeping.acknowledge([had], WHY)


def test_who_may_not_audit_may_not_acknowledge(desk: SmallDesk) -> None:
    had = _lost(desk)
    with pytest.raises(RightMissing):
        desk.session(SUBSTITUTE).keeping.acknowledge([had], WHY)
