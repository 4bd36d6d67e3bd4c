"""A run over a plan against an archive in memory: each fault lands in its own cell alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kanta_desk.deployment.run import DeploymentRun, RunOptions
from kanta_desk.errors import (
    AnswerTimedOut,
    ArchiveRejected,
    BadDocument,
    KantaError,
    Offline,
    RightMissing,
    SessionLocked,
)
from kanta_desk.model.codes import Code, CodeSystem
from kanta_desk.model.deployment import (
    Aspect,
    CellState,
    DocumentVerdict,
    ExpectedDocument,
    Plan,
    Progress,
    Verdict,
)
from kanta_desk.model.documents import Document, RecordState, VersionRef
from kanta_desk.model.identifiers import Henkilotunnus, Oid
from kanta_desk.model.people import Register
from tests.helpers.deployment import (
    NOT_A_TEST_PERSON,
    NOW,
    OTHER_CLIENT,
    OWN,
    OWN_REGISTER,
    OWN_UNIT,
    REGION,
    REGION_REGISTER,
    TEXT,
    InMemoryArchive,
    checks,
    document,
    oid,
    plan,
)
from tests.helpers.deployment import (
    expected as row,
)

OK, FAILED = CellState.OK, CellState.FAILED
WARNING, NOT_CHECKED = CellState.WARNING, CellState.NOT_CHECKED


@pytest.fixture
def content(tmp_path: Path) -> Path:
    path = tmp_path / "paatos.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def archive(*own: Document, region: tuple[Document, ...] | None = None) -> InMemoryArchive:
    held: dict[Register, list[Document]] = {OWN_REGISTER: list(own)}
    if region is not None:
        held[REGION_REGISTER] = list(region)
    return InMemoryArchive(held)


def run(source: InMemoryArchive, *rows: ExpectedDocument, **more: object) -> Verdict:
    wanted = plan(*rows, **more)  # type: ignore[arg-type]
    return one_by_one(wanted, source).run()


def one_by_one(wanted: Plan, source: InMemoryArchive) -> DeploymentRun:
    """A run whose acts come in the rows' order."""
    return DeploymentRun(wanted, source, checks(), lambda: NOW, options=RunOptions(workers=1))


def states(verdict: DocumentVerdict) -> dict[Aspect, CellState]:
    """The cells that are not in order."""
    return {cell.aspect: cell.state for cell in verdict.cells if cell.state is not OK}


def only(verdict: Verdict) -> DocumentVerdict:
    (single,) = verdict.rows
    return single


def test_a_plan_that_came_true_passes(content: Path) -> None:
    verdict = run(archive(document(1)), row(1, content))
    assert states(only(verdict)) == {}
    assert verdict.passed
    assert verdict.complete
    assert only(verdict).sha256 == document(1).sha256
    assert only(verdict).archived == datetime(2026, 11, 20, 8, 6, tzinfo=UTC)
    assert verdict.unexpected == ()


def test_one_plain_search_is_enough_where_nothing_is_missing(content: Path) -> None:
    source = archive(document(1), document(2), region=())
    run(source, row(1, content), row(2, content))
    assert source.asked == ["search basic", f"open {oid(1)}", f"open {oid(2)}"]


TYPE = Code("11053", CodeSystem.DOCUMENT_TYPE)
TASK = Code("20", CodeSystem.SERVICE_TASK)
LATER = datetime(2026, 11, 20, 8, 6, tzinfo=UTC)


@pytest.mark.parametrize(
    ("changes", "aspect", "place"),
    [
        ({"state": RecordState.INVALIDATED}, Aspect.ARCHIVED, None),
        ({"controller": REGION, "organiser": REGION}, Aspect.REGISTER, "controller"),
        ({"register": Code("2", CodeSystem.REGISTER)}, Aspect.REGISTER, "register"),
        ({"organiser": REGION}, Aspect.REGISTER, "organiser"),
        ({"producer": REGION}, Aspect.REGISTER, "producer"),
        ({"organiser": None}, Aspect.REGISTER, "organiser"),
        ({"title": "Päätös asumispalvelusta"}, Aspect.METADATA, "title"),
        ({"title": None}, Aspect.METADATA, "title"),
        ({"document_type": TYPE}, Aspect.METADATA, "document_type"),
        ({"service_task": TASK}, Aspect.METADATA, "service_task"),
        ({"service_task": None}, Aspect.METADATA, "service_task"),
        ({"created": LATER}, Aspect.METADATA, "created"),
        ({"retention_class": None}, Aspect.METADATA, None),
        ({"text": TEXT.replace("14,50", "14,60")}, Aspect.CONTENT, None),
    ],
    ids=lambda value: ", ".join(value) if isinstance(value, dict) else None,
)
def test_a_single_fault_fails_its_own_cell_and_no_other(
    content: Path, changes: dict[str, object], aspect: Aspect, place: str | None
) -> None:
    broken = document(1, **changes)  # type: ignore[arg-type]
    verdict = run(archive(broken, document(2)), row(1, content), row(2, content))
    first, second = verdict.rows
    assert states(first) == {aspect: FAILED}
    assert states(second) == {}
    assert verdict.unexpected == ()
    if place:
        assert place in {d.place for d in first.cell(aspect).differences}


def test_a_second_version_where_the_first_was_meant_fails_archived(content: Path) -> None:
    newer = document(1, set_id=oid(9), version=2, replaces=VersionRef(oid(9), oid(9), 1))
    verdict = run(archive(newer), row(1, content))
    assert states(only(verdict)) == {Aspect.ARCHIVED: FAILED}
    (difference,) = only(verdict).cell(Aspect.ARCHIVED).differences
    assert (difference.expected, difference.found) == ("1", "2")


def test_a_replaced_version_asks_for_a_look(content: Path) -> None:
    old = document(1, state=RecordState.REPLACED)
    new = document(2, set_id=oid(1), version=2, replaces=VersionRef(oid(1), oid(1), 1))
    verdict = run(archive(old, new), row(1, content))
    assert states(only(verdict)) == {Aspect.ARCHIVED: WARNING}


def test_a_missing_document_fails_archived_and_the_rest_is_not_checked(content: Path) -> None:
    source = archive(document(2), region=())
    verdict = run(source, row(1, content), row(2, content))
    missing, there = verdict.rows
    assert states(missing) == {
        Aspect.ARCHIVED: FAILED,
        Aspect.REGISTER: NOT_CHECKED,
        Aspect.METADATA: NOT_CHECKED,
        Aspect.CONTENT: NOT_CHECKED,
    }
    assert missing.document_oid is None
    assert states(there) == {}
    evidence = " ".join(missing.cell(Aspect.ARCHIVED).evidence)
    assert OWN.oid.value in evidence
    assert REGION.oid.value in evidence


def test_a_document_in_another_register_is_named_with_its_place(content: Path) -> None:
    stray = document(1, controller=REGION, organiser=REGION)
    verdict = run(archive(region=(stray,)), row(1, content))
    assert states(only(verdict)) == {Aspect.REGISTER: FAILED}
    assert REGION.name in only(verdict).cell(Aspect.REGISTER).summary.fi


def test_a_register_that_may_not_be_searched_is_passed_over(content: Path) -> None:
    source = archive(region=())
    source.fail = {6: RightMissing("search")}
    verdict = run(source, row(1, content))
    assert verdict.complete
    evidence = " ".join(only(verdict).cell(Aspect.ARCHIVED).evidence)
    assert REGION.oid.value not in evidence


def test_a_row_of_another_controller_is_looked_for_in_its_register_first(content: Path) -> None:
    by_right = document(1, controller=REGION, organiser=REGION)
    source = archive(region=(by_right,))
    verdict = run(source, row(1, content, controller=REGION.oid, organiser=REGION.oid))
    assert states(only(verdict)) == {}
    assert source.asked == ["search basic", f"open {oid(1)}"]


def test_a_document_stored_for_another_test_person_fails_its_metadata(content: Path) -> None:
    swapped = document(1, client_id=OTHER_CLIENT, client_birth=OTHER_CLIENT.birth_date)
    verdict = run(archive(swapped), row(1, content))
    assert states(only(verdict)) == {Aspect.METADATA: FAILED}
    (difference,) = only(verdict).cell(Aspect.METADATA).differences
    assert difference.place == "client_id"
    assert "9032" not in difference.found


def test_a_document_stored_for_somebody_real_is_not_opened(content: Path) -> None:
    # A day that is yet to come: nobody has this code.
    somebody = Henkilotunnus.parse(NOT_A_TEST_PERSON)
    source = archive(document(1, client_id=somebody))
    verdict = run(source, row(1, content))
    assert states(only(verdict)) == {
        Aspect.REGISTER: NOT_CHECKED,
        Aspect.METADATA: FAILED,
        Aspect.CONTENT: NOT_CHECKED,
    }
    assert not any(act.startswith("open") for act in source.asked)


def test_without_an_oid_the_other_facts_pair_and_say_why(content: Path) -> None:
    other = document(2, title="Hoito- ja palvelusuunnitelma", document_type=TYPE, created=LATER)
    verdict = run(archive(other, document(1)), row(1, content, document_oid=None))
    assert states(only(verdict)) == {}
    assert only(verdict).document_oid == oid(1)
    reason = only(verdict).paired_by
    assert reason is not None
    assert "luontiaika" in reason.fi


def test_two_documents_alike_are_shown_and_none_is_taken(content: Path) -> None:
    source = archive(document(1), document(2))
    verdict = run(source, row(1, content, document_oid=None))
    cell = only(verdict).cell(Aspect.ARCHIVED)
    assert cell.state is CellState.ASKS
    assert {c.document_oid for c in only(verdict).candidates} == {oid(1), oid(2)}
    assert verdict.state is WARNING
    assert {oid(1).value, oid(2).value} <= set(" ".join(cell.evidence).split())
    assert only(verdict).cell(Aspect.CONTENT).state is NOT_CHECKED
    assert not any(act.startswith("open") for act in source.asked)
    assert verdict.unexpected == ()


def test_a_day_without_a_clock_matches_any_time_of_that_day(content: Path) -> None:
    midnight = datetime(2026, 11, 19, 22, 0, tzinfo=UTC)
    assert states(only(run(archive(document(1)), row(1, content, created=midnight)))) == {}
    wrong_day = row(1, content, created=midnight + timedelta(days=1))
    assert states(only(run(archive(document(1)), wrong_day))) == {Aspect.METADATA: FAILED}


def test_another_unit_of_the_right_organisation_asks_for_a_look(content: Path) -> None:
    verdict = run(archive(document(1)), row(1, content, producer=Oid(f"{OWN_UNIT.oid}.9")))
    assert states(only(verdict)) == {Aspect.REGISTER: WARNING}


def test_a_row_without_a_source_file_leaves_the_content_unchecked() -> None:
    verdict = run(archive(document(1)), row(1, None))
    assert states(only(verdict)) == {Aspect.CONTENT: NOT_CHECKED}
    assert not verdict.passed


def test_a_source_file_that_vanished_fails_that_document_alone(content: Path) -> None:
    gone = row(1, content.with_name("poissa.txt"))
    verdict = run(archive(document(1), document(2)), gone, row(2, content))
    assert states(verdict.rows[0]) == {Aspect.CONTENT: FAILED}
    assert "KD-8002" in verdict.rows[0].cell(Aspect.CONTENT).summary.fi
    assert states(verdict.rows[1]) == {}


def test_a_document_that_cannot_be_opened_fails_alone(content: Path) -> None:
    source = archive(document(1), document(2))
    source.unreadable = {oid(1): BadDocument("nonXMLBody", "Base64")}
    verdict = run(source, row(1, content), row(2, content))
    first, second = verdict.rows
    assert first.cell(Aspect.ARCHIVED).state is OK
    assert first.cell(Aspect.CONTENT).state is FAILED
    assert "KD-5006" in first.cell(Aspect.CONTENT).summary.fi
    assert states(second) == {}
    assert verdict.complete


def test_a_search_that_the_archive_rejects_fails_that_client_alone(content: Path) -> None:
    theirs = document(2, client_id=OTHER_CLIENT, client_birth=OTHER_CLIENT.birth_date)
    source = archive(document(1), theirs)
    source.fail = {1: ArchiveRejected("4Y00007")}
    verdict = run(source, row(1, content), row(2, content, client_id=OTHER_CLIENT))
    assert verdict.rows[0].cell(Aspect.ARCHIVED).state is FAILED
    assert "KD-5003" in verdict.rows[0].cell(Aspect.ARCHIVED).summary.fi
    assert states(verdict.rows[1]) == {}


def test_a_timeout_of_one_document_does_not_end_the_run(content: Path) -> None:
    source = archive(document(1), document(2))
    source.unreadable = {oid(1): AnswerTimedOut("archive.example")}
    verdict = run(source, row(1, content), row(2, content))
    assert verdict.complete
    assert states(verdict.rows[1]) == {}


@pytest.mark.parametrize(
    "error", [Offline("archive.example"), SessionLocked()], ids=lambda e: e.code
)
def test_a_lost_archive_or_a_locked_desk_ends_the_run_with_what_is_done(
    content: Path, error: KantaError
) -> None:
    source = archive(document(1), document(2), document(3))
    source.fail = {3: error}
    verdict = run(source, row(1, content), row(2, content), row(3, content))
    assert not verdict.complete
    assert not verdict.passed
    assert verdict.stopped_by == error.code
    assert states(verdict.rows[0]) == {}
    for waiting in verdict.rows[1:]:
        assert {cell.state for cell in waiting.cells} == {CellState.WAITING}


def test_a_cancelled_run_stops_between_documents(content: Path) -> None:
    source = archive(document(1), document(2))
    seen: list[Progress] = []
    verdict = one_by_one(plan(row(1, content), row(2, content)), source).run(
        seen.append, lambda: bool(seen)
    )
    assert not verdict.complete
    assert [progress.done for progress in seen] == [1]
    assert source.asked == ["search basic", f"open {oid(1)}"]


def test_progress_comes_row_by_row(content: Path) -> None:
    seen: list[Progress] = []
    one_by_one(plan(row(1, content), row(2, content)), archive(document(1), document(2))).run(
        seen.append
    )
    assert [(p.done, p.total) for p in seen] == [(1, 2), (2, 2)]
    assert [p.row.expected.key for p in seen if p.row] == ["A1", "A2"]


def test_a_document_that_nobody_expected_is_a_finding(content: Path) -> None:
    verdict = run(archive(document(1), document(7)), row(1, content))
    (finding,) = verdict.unexpected
    assert finding.place == oid(7).value
    assert "900C" not in repr(finding)
    assert verdict.state is WARNING


def test_documents_of_earlier_tests_are_not_unexpected(content: Path) -> None:
    long_ago = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
    old = document(7, created=long_ago, archived=long_ago, author_time=None)
    assert run(archive(document(1), old), row(1, content)).unexpected == ()
    without_day = run(archive(document(1), old), row(1, content), test_day=None)
    assert [f.place for f in without_day.unexpected] == [oid(7).value]


def test_a_backdated_document_of_the_test_day_is_unexpected(content: Path) -> None:
    backdated = document(7, created=datetime(2026, 3, 2, tzinfo=UTC))
    verdict = run(archive(document(1), backdated), row(1, content))
    assert len(verdict.unexpected) == 1


def test_a_payload_that_is_not_what_it_says_fails_the_content(content: Path) -> None:
    whole = document(1)
    broken = replace(
        whole,
        metadata=replace(whole.metadata, media_type="application/pdf"),
        payloads=(replace(whole.payloads[0], media_type="application/pdf"),),
    )
    verdict = run(archive(broken), row(1, content))
    assert states(only(verdict)) == {Aspect.CONTENT: FAILED}
    assert [f.rule for f in only(verdict).cell(Aspect.CONTENT).findings] == ["SI-MED"]
