"""A disposal that a crash cut short is finished by the next start, and its record is at hand."""

from __future__ import annotations

import errno
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

import pypdfium2
import pytest

from kanta_desk.accesslog import disposal, renewal
from kanta_desk.accesslog.backups import BackupMade, note_backups
from kanta_desk.accesslog.checkpoint import Checkpoints
from kanta_desk.accesslog.disposal import Approval, DisposalRecord, dispose, due, propose
from kanta_desk.accesslog.disposed import record_of, records, take_up
from kanta_desk.accesslog.log import AccessLog
from kanta_desk.accesslog.papers import disposal_paper
from kanta_desk.accesslog.retention import DisposalPlan, Month
from kanta_desk.errors import LogUnavailable
from kanta_desk.model.events import Event, EventFilter, EventKind, EventRef, Phase, TreeName
from kanta_desk.model.text import Language
from tests.helpers.events import (
    CLIENT,
    CONTEXT,
    MAIJA,
    PEKKA,
    REGISTER,
    Clock,
    act,
    fill,
    issuers_told,
)
from tests.helpers.sealed_log import Place, session

OLD = TreeName(REGISTER.key, 2013)
TODAY = datetime(2026, 11, 22, 9, tzinfo=UTC)
OF_CLIENT = EventFilter(client=CLIENT, register=REGISTER.key, time_to=TODAY - timedelta(days=99))


def text_of(paper: bytes) -> str:
    with closing(pypdfium2.PdfDocument(paper)) as document:
        pages = [document[at].get_textpage().get_text_bounded() for at in range(len(document))]
    return " ".join(" ".join(pages).split())


class Cut(BaseException):
    """The power goes."""


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A month of 2013, and a day of 2026."""
    made, clock = Place(tmp_path), Clock(datetime(2013, 1, 10, tzinfo=UTC))
    with session(made, clock) as (log, _):
        fill(log, 300)
    clock.now = TODAY
    with session(made, clock) as (log, _):
        log.record(act(EventKind.SIGN_IN), issuers_told(TODAY))
        fill(log, 2)
    return made


@pytest.fixture
def clock() -> Clock:
    return Clock(TODAY + timedelta(hours=1))


def disposed(log: AccessLog, seals: Checkpoints, clock: Clock) -> DisposalRecord:
    plan = propose(log, REGISTER.key, OLD, [Month(2013, 1)], clock())
    approvals = [Approval(who, clock(), "Säilytysaika päättynyt") for who in (MAIJA, PEKKA)]
    return dispose(log, seals, plan, approvals, CONTEXT, clock, persons=2)


def cut_at(place: Place, clock: Clock, step: str) -> None:
    """A run of the program that ends at a step of the disposal."""
    with session(place, clock) as (log, seals):
        owner = log if step == "settle" else disposal
        with patch.object(owner, step, side_effect=Cut), pytest.raises(Cut):
            disposed(log, seals, clock)


def newest(log: AccessLog) -> Event:
    found = log.search(EventFilter(kind=EventKind.LOG_DISPOSAL, register=REGISTER.key)).events
    return max(found, key=lambda event: event.seq)


def test_what_was_not_begun_is_told_as_not_done(place: Place, clock: Clock) -> None:
    key = place.folder.key_of(OLD)
    cut_at(place, clock, "delete")

    with session(place, clock) as (log, seals):
        (settled,) = take_up(log, seals, clock)

        assert (newest(log).phase, newest(log).intent_ref) == (Phase.FAILED, settled)
        assert newest(log).result_count == 0
        assert log.count(OF_CLIENT) == 300
        assert records(log, REGISTER.key) == ()
        assert place.folder.key_of(OLD) == key
        assert disposed(log, seals, clock).plan.count == 300  # and can be done
    assert place.verified().faults == ()


def test_what_was_deleted_is_written_anew_and_the_old_key_destroyed(
    place: Place, clock: Clock
) -> None:
    key = place.folder.key_of(OLD)
    cut_at(place, clock, "renew")
    assert place.folder.key_of(OLD) == key

    with session(place, clock) as (log, seals):
        assert due(log, REGISTER.key, clock()) == ()
        (settled,) = take_up(log, seals, clock)

        assert place.folder.key_of(OLD) != key
        assert (newest(log).phase, newest(log).result_count) == (Phase.DONE, 300)
        assert newest(log).intent_ref == settled
        assert newest(log).actor.user_id == MAIJA.user_id
    beside = {path.name for path in place.file(2013).parent.glob("*2013*")}
    assert beside == {"kayttoloki-2013.db", "kayttoloki-2013.sinetti.txt"}
    assert place.verified().faults == ()


def test_it_is_written_anew_even_if_it_was_sealed_meanwhile(place: Place, clock: Clock) -> None:
    key = place.folder.key_of(OLD)
    cut_at(place, clock, "renew")
    with session(place, clock) as (log, seals):
        assert seals.key is not None
        signing = seals.key
        log.exclusively(lambda folder: disposal.seal(folder, OLD, signing, clock()))
    with session(place, clock) as (log, seals):
        take_up(log, seals, clock)
        assert place.folder.key_of(OLD) != key
    assert place.verified().faults == ()


@pytest.mark.parametrize("step", ["seal", "settle"])
def test_what_was_written_anew_is_settled(place: Place, clock: Clock, step: str) -> None:
    key = place.folder.key_of(OLD)
    cut_at(place, clock, step)
    renewed = place.folder.key_of(OLD)
    assert renewed != key

    with session(place, clock) as (log, seals):
        take_up(log, seals, clock)
        assert place.folder.key_of(OLD) == renewed
        assert newest(log).phase is Phase.DONE
        assert take_up(log, seals, clock) == ()
    assert place.verified().faults == ()


def test_what_cannot_be_finished_stays_open_for_the_next_start(place: Place, clock: Clock) -> None:
    cut_at(place, clock, "renew")
    with session(place, clock) as (log, seals):
        with patch.object(disposal, "renew", side_effect=LogUnavailable("x", "full")):
            assert take_up(log, seals, clock) == ()
        assert newest(log).phase is Phase.INTENT
    with session(place, clock) as (log, seals):
        assert len(take_up(log, seals, clock)) == 1
    assert place.verified().faults == ()


def test_a_deletion_that_fails_is_told_at_once(place: Place, clock: Clock) -> None:
    with session(place, clock) as (log, seals):
        refused = LogUnavailable("x", "full")
        with (
            patch.object(disposal, "delete", side_effect=refused),
            pytest.raises(LogUnavailable),
        ):
            disposed(log, seals, clock)
        assert (newest(log).phase, newest(log).error_code) == (Phase.FAILED, refused.code)
        assert log.count(OF_CLIENT) == 300


def test_a_deletion_that_fails_after_it_was_done_is_taken_up(place: Place, clock: Clock) -> None:
    delete = disposal.delete

    def late(*given: Any) -> None:
        delete(*given)
        raise LogUnavailable("x", "full")

    with session(place, clock) as (log, seals):
        with patch.object(disposal, "delete", late), pytest.raises(LogUnavailable):
            disposed(log, seals, clock)
        assert newest(log).phase is Phase.INTENT
    with session(place, clock) as (log, seals):
        assert len(take_up(log, seals, clock)) == 1
        assert newest(log).phase is Phase.DONE
    assert place.verified().faults == ()


def test_a_renewal_that_a_full_disk_stops_leaves_nothing_of_the_copy(
    place: Place, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = place.folder.key_of(OLD)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    with session(place, clock) as (log, seals):
        monkeypatch.setattr(renewal, "os", SimpleNamespace(fsync=full))
        with pytest.raises(LogUnavailable):
            log.exclusively(lambda folder: renewal.renew(folder, OLD))
        monkeypatch.undo()
        assert place.folder.key_of(OLD) == key
        assert place.folder.keys is not None
        assert place.folder.keys.get(place.folder.key_name(OLD) + " next") is None
        assert not list(place.base.rglob("*.uusi"))
        assert log.count(OF_CLIENT) == 300
        seals.make()
    assert place.verified().faults == ()


def test_the_record_is_read_back_as_it_was(place: Place, clock: Clock) -> None:
    with session(place, clock) as (log, seals):
        made = disposed(log, seals, clock)
    with session(place, clock) as (log, _):
        (read,) = records(log, REGISTER.key)
        for ref in (made.event, made.done):
            assert record_of(log, REGISTER.key, ref) == read
        with pytest.raises(LookupError):
            record_of(log, REGISTER.key, EventRef(REGISTER.key, 2026, 2))
        with pytest.raises(LookupError):
            record_of(log, "1.2.3/9", made.event)

    assert (read.plan, read.time, read.clocks) == (made.plan, made.time, made.clocks)
    assert [(a.actor.user_id, a.reason, a.time) for a in read.approvals] == [
        (a.actor.user_id, a.reason, a.time) for a in made.approvals
    ]
    said = text_of(disposal_paper(read, Language.FI))
    assert said == text_of(disposal_paper(made, Language.FI))
    assert "OCSP" not in said  # nobody told the time in that session
    assert "työasema 22.11.2026 12.00" in said


@pytest.mark.parametrize("step", ["renew", "settle"])
def test_the_record_can_be_written_of_one_that_was_taken_up(
    place: Place, clock: Clock, step: str
) -> None:
    cut_at(place, clock, step)
    with session(place, clock) as (log, seals):
        take_up(log, seals, clock)
        (read,) = records(log, REGISTER.key)
    assert read.plan.count == 300
    assert disposal_paper(read, Language.SV).startswith(b"%PDF")


def test_backups_that_were_not_reached_are_named_in_the_record(place: Place, clock: Clock) -> None:
    disc = BackupMade("1f", "/media/levy-1/loki", TODAY, (OLD,), (OLD,))
    note_backups(place.folder, [disc])
    cut_at(place, clock, "renew")
    with session(place, clock) as (log, seals):
        take_up(log, seals, clock)
        (read,) = records(log, REGISTER.key)
    assert read.unreached == (("/media/levy-1/loki", TODAY),)
    said = text_of(disposal_paper(read, Language.FI))
    assert "/media/levy-1/loki" in said
    assert "Tuhottavat varmuuskopiot" in said


@pytest.mark.parametrize(
    "evidence",
    ["", "[]", "{}", '{"disposal": 3}', '{"disposal": "a/2013", "months": ["x"]}', "not json"],
)
def test_a_plan_that_cannot_be_read_is_none(evidence: str) -> None:
    with pytest.raises(ValueError, match="not the plan"):
        DisposalPlan.parse(evidence)


def test_a_plan_reads_back_what_it_wrote(place: Place, clock: Clock) -> None:
    make: Callable[[AccessLog], DisposalPlan] = lambda log: propose(  # noqa: E731
        log, REGISTER.key, OLD, [Month(2013, 1)], clock()
    )
    with session(place, clock) as (log, _):
        plan = make(log)
    assert DisposalPlan.parse(plan.evidence) == plan
