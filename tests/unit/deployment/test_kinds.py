"""What each kind of test asks beside the four questions, against an archive in memory."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kanta_desk.deployment.kinds import KINDS
from kanta_desk.deployment.run import DeploymentRun, RunOptions
from kanta_desk.deployment.sampling import ALL, sample_size, sampled
from kanta_desk.model.deployment import (
    Aspect,
    CellState,
    ExpectedCount,
    Plan,
    SystemPair,
    TestKind,
    Verdict,
)
from kanta_desk.model.documents import JSON, PDF, Document, Software
from kanta_desk.model.identifiers import Henkilotunnus
from kanta_desk.model.people import Register
from tests.helpers.deployment import (
    CLIENT,
    NOT_A_TEST_PERSON,
    NOW,
    OWN,
    OWN_REGISTER,
    OWN_UNIT,
    REGION,
    REGION_REGISTER,
    TEXT,
    InMemoryArchive,
    checks,
    document,
    expected,
    oid,
    payload,
    plan,
)

OK, WARNING, FAILED = CellState.OK, CellState.WARNING, CellState.FAILED
NOT_NEEDED = CellState.NOT_NEEDED


@pytest.fixture
def content(tmp_path: Path) -> Path:
    path = tmp_path / "paatos.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(wanted: Plan, own: list[Document], region: list[Document] | None = None) -> Verdict:
    held: dict[Register, list[Document]] = {OWN_REGISTER: own}
    if region is not None:
        held[REGION_REGISTER] = region
    source = InMemoryArchive(held)
    return DeploymentRun(wanted, source, checks(), lambda: NOW, options=RunOptions(workers=1)).run()


def rules(verdict: Verdict, aspect: Aspect) -> set[str]:
    return {f.rule for f in verdict.rows[0].cell(aspect).findings if f.rule.startswith("KK-")}


def test_every_kind_says_what_it_asks() -> None:
    assert set(KINDS) == set(TestKind)
    assert all(kind.asks for kind in KINDS.values())


def test_a_changed_system_must_have_made_the_documents_itself(content: Path) -> None:
    made_by = document(1, software=Software("Toimittaja", "Järjestelmä", "4.1"))
    wanted = replace(plan(expected(1, content)), kind=TestKind.CHANGE, system_version="4.2")
    assert rules(run(wanted, [made_by]), Aspect.METADATA) == {"KK-VER"}
    same = replace(wanted, system_version="4.1")
    assert rules(run(same, [made_by]), Aspect.METADATA) == set()


def test_in_phase_one_each_document_is_a_pdf(content: Path) -> None:
    wanted = replace(plan(expected(1, content)), kind=TestKind.PDF)
    verdict = run(wanted, [document(1)])
    assert verdict.rows[0].cell(Aspect.CONTENT).state is FAILED
    assert "KK-PDF" in rules(verdict, Aspect.CONTENT)
    as_pdf = replace(document(1), payloads=(payload(PDF, b"%PDF-1.7"),))
    assert "KK-PDF" not in rules(run(wanted, [as_pdf]), Aspect.CONTENT)


def test_a_structured_document_has_structured_content_of_the_expected_structure(
    content: Path,
) -> None:
    row = expected(1, content, structure=oid(77))
    wanted = replace(plan(row), kind=TestKind.STRUCTURED)
    plain = run(wanted, [document(1)])
    assert "KK-STR" in rules(plain, Aspect.CONTENT)
    assert "structure_oid" in {d.place for d in plain.rows[0].cell(Aspect.METADATA).differences}
    both = document(1, structure_oid=oid(77).value)
    both = replace(both, payloads=(*both.payloads, payload(JSON, b'{"a": 1}')))
    whole = run(wanted, [both])
    assert "KK-STR" not in rules(whole, Aspect.CONTENT)
    assert not whole.rows[0].cell(Aspect.METADATA).differences


PAIR = SystemPair("Tuottajan järjestelmä", "Järjestäjän järjestelmä", OWN.oid, REGION.oid)


def by_right(number: int, **more: object) -> Document:
    """Stored by the own unit into the region's register."""
    return document(number, controller=REGION, organiser=REGION, producer=OWN_UNIT, **more)  # type: ignore[arg-type]


def use_plan(content: Path) -> Plan:
    row = expected(1, content, controller=REGION.oid, organiser=REGION.oid)
    return replace(plan(row), kind=TestKind.REGISTER_USE, pair=PAIR)


def test_a_producer_stored_into_the_organisers_register_alone(content: Path) -> None:
    verdict = run(use_plan(content), [], [by_right(1)])
    assert verdict.passed
    assert verdict.findings == ()


def test_what_is_in_the_producers_own_register_too_is_a_fault(content: Path) -> None:
    verdict = run(use_plan(content), [by_right(1)], [by_right(1)])
    assert verdict.rows[0].cell(Aspect.REGISTER).state is FAILED
    assert OWN.name in verdict.rows[0].cell(Aspect.REGISTER).summary.fi
    stored_again = document(5)  # under an identifier of its own
    verdict = run(use_plan(content), [stored_again], [by_right(1)])
    assert verdict.rows[0].cell(Aspect.REGISTER).state is FAILED
    assert [(f.rule, f.place) for f in verdict.findings] == [("KK-OMA", oid(5).value)]
    assert verdict.state is FAILED


def test_a_document_of_an_earlier_day_in_the_producers_register_is_no_fault(content: Path) -> None:
    long_ago = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
    old = document(5, created=long_ago, archived=long_ago)
    assert run(use_plan(content), [old], [by_right(1)]).passed


def test_without_a_right_in_a_register_of_the_pair_the_test_asks_for_it(content: Path) -> None:
    verdict = run(use_plan(content), [by_right(1)])
    assert [f.rule for f in verdict.findings if f.place == "controller"] == ["KK-NAKYY"]
    unnamed = replace(use_plan(content), pair=None)
    assert [f.rule for f in run(unnamed, [], [by_right(1)]).findings] == ["KK-PARI0"]


def test_the_right_was_used_by_the_pairs_producer_and_system(content: Path) -> None:
    own_work = document(1, controller=REGION, organiser=REGION, producer=REGION)
    verdict = run(use_plan(content), [], [own_work])
    assert {"KK-RKO", "KK-PARI"} <= rules(verdict, Aspect.REGISTER)
    other = by_right(1, software=Software("", "Muu ohjelma", "1"))
    assert rules(run(use_plan(content), [], [other]), Aspect.METADATA) == {"KK-JARJ"}


def test_a_row_that_must_not_be_found_is_in_order_when_it_is_not(content: Path) -> None:
    row = expected(3, None, must_not=True, controller=REGION.oid)
    verdict = run(plan(expected(1, content), row), [document(1)], [])
    states = {cell.aspect: cell.state for cell in verdict.rows[1].cells}
    assert states[Aspect.ARCHIVED] is OK
    assert set(states.values()) == {OK, NOT_NEEDED}
    assert verdict.passed
    found = run(plan(expected(1, content), row), [document(1)], [document(3)])
    assert found.rows[1].cell(Aspect.ARCHIVED).state is FAILED
    assert REGION.name in found.rows[1].cell(Aspect.ARCHIVED).summary.fi


def test_a_row_of_few_words_that_must_not_be_found_anywhere(content: Path) -> None:
    row = expected(
        3, None, must_not=True, document_oid=None, controller=None, title="", created=None,
        service_task="", document_type="11053", version=None,
    )  # fmt: skip
    assert run(plan(expected(1, content), row), [document(1)], []).passed
    typed = replace(row, document_type="11012")
    found = run(plan(typed), [document(1)], [])
    assert found.rows[0].cell(Aspect.ARCHIVED).state is FAILED


def test_a_register_that_cannot_be_searched_proves_no_absence(content: Path) -> None:
    row = expected(3, None, must_not=True, controller=REGION.oid)
    verdict = run(plan(row), [])
    assert verdict.rows[0].cell(Aspect.ARCHIVED).state is WARNING


def test_a_document_that_must_not_be_in_a_register_as_well(content: Path) -> None:
    row = expected(1, content, not_in=(REGION.oid,))
    assert run(plan(row), [document(1)], []).passed
    twice = run(plan(row), [document(1)], [document(1)])
    assert twice.rows[0].cell(Aspect.REGISTER).state is FAILED


def old(number: int, **more: object) -> Document:
    return document(number, old_document=True, **more)  # type: ignore[arg-type]


def old_plan(*rows: object, counts: tuple[ExpectedCount, ...] = ()) -> Plan:
    whole = plan(*rows)  # type: ignore[arg-type]
    return replace(whole, kind=TestKind.OLD_DOCUMENTS, counts=counts)


def test_old_documents_are_reconciled_both_ways(content: Path) -> None:
    long_ago = datetime(2019, 3, 2, 8, 0, tzinfo=UTC)
    extra = old(9, created=long_ago, archived=long_ago)
    verdict = run(old_plan(expected(1, content), expected(2, content)), [old(1), extra])
    assert verdict.rows[0].state is OK
    assert verdict.rows[1].cell(Aspect.ARCHIVED).state is FAILED
    assert [f.place for f in verdict.unexpected] == [oid(9).value]


def test_a_document_that_is_not_marked_old_asks_for_a_look(content: Path) -> None:
    verdict = run(old_plan(expected(1, content)), [document(1)])
    assert rules(verdict, Aspect.METADATA) == {"KK-VANHA"}


@pytest.mark.parametrize(
    ("count", "state"),
    [
        (ExpectedCount("c", 3), OK),
        (ExpectedCount("c", 4), FAILED),
        (ExpectedCount("c", 2, document_type="11053"), FAILED),
        (ExpectedCount("c", 0, document_type="11053"), OK),
        (ExpectedCount("c", 3, client_id=CLIENT, service_task="11"), OK),
        (ExpectedCount("c", 3, since=date(2026, 11, 20), until=date(2026, 11, 20)), OK),
        (ExpectedCount("c", 0, until=date(2026, 11, 19)), OK),
        (ExpectedCount("c", 3, controller=REGION.oid), WARNING),
    ],
)
def test_counts_are_reconciled(content: Path, count: ExpectedCount, state: CellState) -> None:
    rows = [expected(n, content) for n in (1, 2, 3)]
    verdict = run(old_plan(*rows, counts=(count,)), [old(n) for n in (1, 2, 3)])
    (told,) = verdict.counts
    assert told.state is state
    assert verdict.state is state


def test_counts_alone_expect_nothing_of_single_documents() -> None:
    count = ExpectedCount("c", 2, client_id=CLIENT)
    verdict = run(old_plan(counts=(count,)), [old(1), old(2)])
    assert (verdict.state, verdict.counts[0].found, verdict.unexpected) == (OK, 2, ())
    nobody = run(old_plan(counts=(ExpectedCount("c", 2),)), [old(1)])
    assert nobody.counts[0].state is CellState.NOT_CHECKED


def test_of_many_old_documents_a_sample_is_read(content: Path) -> None:
    rows = [expected(n, content) for n in range(1, 81)]
    verdict = run(old_plan(*rows), [old(n) for n in range(1, 81)])
    states = [row.cell(Aspect.CONTENT).state for row in verdict.rows]
    assert states.count(OK) == sample_size(80) == len(verdict.sample)
    assert states.count(NOT_NEEDED) == 80 - sample_size(80)
    assert verdict.passed


def test_a_sample_is_drawn_again_the_same_and_holds_every_type() -> None:
    rows = [expected(n, document_type="11053" if n == 7 else "11012") for n in range(1, 2001)]
    drawn = sampled(rows, "seed")
    assert drawn == sampled(list(reversed(rows)), "seed")
    assert drawn != sampled(rows, "other")
    assert len(drawn) == sample_size(2000)
    assert "A7" in drawn


def test_a_sample_of_that_size_would_hold_a_fault_of_one_in_twenty() -> None:
    for rows in (ALL, 100, 1000, 100_000):
        size, faulty = sample_size(rows), max(1, rows // 20)
        missed = 1.0
        for n in range(size):
            missed *= max(0, rows - faulty - n) / (rows - n)
        assert missed <= 0.055
        assert size <= 60


def test_clients_that_may_be_real_are_looked_at_only_with_a_basis(content: Path) -> None:
    somebody = Henkilotunnus.parse(NOT_A_TEST_PERSON)
    held = document(1, client_id=somebody, client_birth=somebody.birth_date)
    wanted = plan(expected(1, content, client_id=somebody))
    assert [row.key for row in wanted.real_clients] == ["A1"]
    archive = InMemoryArchive({OWN_REGISTER: [held]})
    options = RunOptions(real_clients="peruste")
    verdict = DeploymentRun(wanted, archive, checks(), lambda: NOW, options=options).run()
    assert verdict.real_clients == "peruste"
    # Nobody was born on such a day yet, which asks for a look; nothing else does.
    assert verdict.rows[0].cell(Aspect.METADATA).state is WARNING
    assert verdict.rows[0].cell(Aspect.CONTENT).state is OK
