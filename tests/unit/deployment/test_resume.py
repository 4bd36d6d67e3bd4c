"""A run that was cut short goes on: the same verdict, and nothing that is known is asked again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kanta_desk.accesslog.workbase import WorkBase
from kanta_desk.deployment.history import changes_between
from kanta_desk.deployment.journal import Journal, forget_old, row_names, runs_of
from kanta_desk.deployment.run import DeploymentRun, RunOptions
from kanta_desk.errors import Cancelled, Offline, RunUnknown, SessionLocked
from kanta_desk.model.deployment import Aspect, CellState, Plan, Verdict
from kanta_desk.model.testruns import CellChange, RunState, TestRun
from tests.helpers.deployment import (
    NOW,
    OTHER_CLIENT,
    OWN_REGISTER,
    REGION_REGISTER,
    TEXT,
    InMemoryArchive,
    checks,
    document,
    expected,
    oid,
    plan,
)
from tests.helpers.events import log_folder

REGISTER = OWN_REGISTER.key


@pytest.fixture
def base(tmp_path: Path) -> Iterator[WorkBase]:
    opened = WorkBase(log_folder(tmp_path / "log"))
    yield opened
    opened.close()


@pytest.fixture
def wanted(tmp_path: Path) -> Plan:
    """Three rows in order, one missing, one unsure, one of another client with other content."""
    content = tmp_path / "paatos.txt"
    content.write_text(TEXT, encoding="utf-8")
    return plan(
        *(expected(n, content) for n in (1, 2, 3, 4)),
        expected(5, content, document_oid=None, created=None, service_task=""),
        expected(6, content, client_id=OTHER_CLIENT),
    )


def archive() -> InMemoryArchive:
    other = document(
        6, TEXT.replace("14,50", "15,40"),
        client_id=OTHER_CLIENT, client_birth=OTHER_CLIENT.birth_date,
    )  # fmt: skip
    mine = [document(n) for n in (1, 2, 3, 7, 8)]
    return InMemoryArchive({OWN_REGISTER: [*mine, other], REGION_REGISTER: []})


def begin(base: WorkBase, wanted: Plan, run_id: str = "r1") -> tuple[Journal, TestRun]:
    run = TestRun(
        run_id, wanted.name, wanted.sha256, wanted.kind, NOW, len(wanted.documents), "Maija"
    )
    journal = Journal(base, REGISTER, run_id)
    journal.begin(run, wanted)
    return journal, run


def go_on(journal: Journal, wanted: Plan, source: InMemoryArchive, workers: int = 1) -> Verdict:
    options = RunOptions(journal.run_id, NOW, workers=workers)
    return DeploymentRun(wanted, source, checks(), lambda: NOW, journal, options).run()


def alike(verdict: Verdict) -> Verdict:
    return replace(verdict, run_id="")


def test_cut_at_any_act_it_goes_on_to_the_same_verdict_and_asks_nothing_twice(
    base: WorkBase, wanted: Plan
) -> None:
    whole = DeploymentRun(wanted, undisturbed := archive(), checks(), lambda: NOW).run()
    assert whole.complete
    for cut in range(1, len(undisturbed.asked) + 1):
        source = archive()
        source.fail = {cut: Offline("archive.example")}
        journal, _ = begin(base, wanted, f"r{cut}")
        first = go_on(journal, wanted, source)
        assert (first.complete, first.stopped_by) == (False, Offline.code)
        failed, source.fail = source.asked.pop(), {}  # it was asked, and never answered
        second = go_on(journal, wanted, source)
        assert alike(second) == alike(whole)
        assert sorted(source.asked) == sorted(undisturbed.asked), failed


def test_many_at_once_come_to_the_same_verdict(base: WorkBase, wanted: Plan) -> None:
    one = go_on(begin(base, wanted, "one")[0], wanted, archive(), workers=1)
    many = go_on(begin(base, wanted, "many")[0], wanted, archive(), workers=4)
    assert alike(many) == alike(one)


def test_a_lock_in_the_middle_stops_all_that_is_under_way(base: WorkBase, wanted: Plan) -> None:
    source = archive()
    source.fail = dict.fromkeys(range(4, 100), SessionLocked())
    journal, run = begin(base, wanted)
    verdict = go_on(journal, wanted, source, workers=4)
    assert verdict.stopped_by in (SessionLocked.code, Cancelled.code)
    assert len(source.asked) < 4 + 4
    journal.end(replace(run, state=RunState.STOPPED), verdict)
    (kept,) = runs_of(base, REGISTER, base.is_busy)
    assert kept.can_resume


def test_a_run_that_died_is_told_as_one_that_came_to_a_halt(base: WorkBase, wanted: Plan) -> None:
    journal, _ = begin(base, wanted)
    source = archive()
    source.unreadable = {oid(3): Offline("archive.example")}
    go_on(journal, wanted, source)
    (died,) = runs_of(base, REGISTER, lambda _: False)
    assert (died.state, died.done) == (RunState.STOPPED, 2)
    (busy,) = runs_of(base, REGISTER, lambda _: True)
    assert busy.state is RunState.RUNNING
    known = journal.verdict(died)
    assert not known.complete
    assert [row.state is CellState.WAITING for row in known.rows] == [False] * 2 + [True] * 4


def test_a_complete_run_is_read_back_whole_and_its_searches_are_forgotten(
    base: WorkBase, wanted: Plan
) -> None:
    journal, run = begin(base, wanted)
    verdict = go_on(journal, wanted, archive())
    assert base.count_steps("r1", "answer") > 0
    journal.end(replace(run, state=RunState.COMPLETE), verdict)
    assert base.count_steps("r1", "answer") == 0
    assert journal.verdict(run) == verdict


def test_a_run_that_is_not_there_or_of_another_form_is_unknown(
    base: WorkBase, wanted: Plan
) -> None:
    journal, run = begin(base, wanted)
    with pytest.raises(RunUnknown):
        Journal(base, REGISTER, "r2").plan()
    base.put_step("r1", "row", "A1", '{"?": "Other"}')
    with pytest.raises(RunUnknown):
        journal.verdict(run)


def test_runs_are_forgotten_after_two_years(base: WorkBase, wanted: Plan) -> None:
    begin(base, wanted)
    forget_old(base, REGISTER, NOW + timedelta(days=700))
    assert len(base.runs(REGISTER)) == 1
    forget_old(base, REGISTER, NOW + timedelta(days=740))
    assert base.runs(REGISTER) == ()


def test_a_choice_is_used_at_the_next_run(wanted: Plan) -> None:
    asked = DeploymentRun(wanted, archive(), checks(), lambda: NOW).run()
    row = asked.rows[4]
    assert row.cell(Aspect.ARCHIVED).state is CellState.ASKS
    assert {c.document_oid for c in row.candidates} == {oid(7), oid(8)}
    options = RunOptions(choices={"A5": oid(8)})
    chosen = DeploymentRun(wanted, archive(), checks(), lambda: NOW, options=options).run()
    assert chosen.rows[4].document_oid == oid(8)
    assert chosen.rows[4].paired_by is not None
    assert "arkistonhoitaja" in chosen.rows[4].paired_by.fi
    assert [f.place for f in chosen.unexpected] == [oid(7).value]
    none = RunOptions(choices={"A5": None})
    refused = DeploymentRun(wanted, archive(), checks(), lambda: NOW, options=none).run()
    assert refused.rows[4].cell(Aspect.ARCHIVED).state is CellState.FAILED


def test_a_row_keeps_its_name_in_another_plan_and_twins_are_told_apart(wanted: Plan) -> None:
    moved = tuple(replace(r, key=f"B{n}", place="x") for n, r in enumerate(wanted.documents))
    names, others = row_names(wanted), row_names(replace(wanted, documents=moved))
    assert list(names.values()) == list(others.values())
    twins = replace(wanted, documents=(expected(1), replace(expected(1), key="A9")))
    assert len(set(row_names(twins).values())) == 2


def test_history_tells_what_changed_between_two_runs(wanted: Plan) -> None:
    def run(source: InMemoryArchive) -> Verdict:
        return DeploymentRun(wanted, source, checks(), lambda: NOW).run()

    mended = archive()
    mended.registers_held[OWN_REGISTER].append(document(4))
    mended.registers_held[OWN_REGISTER][0] = document(1, title="Muu otsikko")
    mended.registers_held[OWN_REGISTER].append(document(9, document_type=None, title="Lausunto"))
    changes = changes_between(run(archive()), run(mended))
    told = {row.key: row for row in changes.rows}
    assert set(told) == {"A1", "A4"}
    ok, failed = CellState.OK, CellState.FAILED
    assert told["A1"].cells == (CellChange(Aspect.METADATA, ok, failed),)
    assert [row.key for row in changes.mended] == ["A4"]
    assert changes.appeared == (oid(9).value,)
    assert changes_between(run(archive()), run(archive())).rows == ()
