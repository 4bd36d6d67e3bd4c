"""Deployment tests of each kind against the stand-in over real HTTPS, and a run that is killed."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kanta_desk.desk.session import Session
from kanta_desk.model.deployment import (
    Aspect,
    CellState,
    ExpectedCount,
    ExpectedDocument,
    Plan,
    SystemPair,
    TestKind,
    Verdict,
)
from kanta_desk.model.documents import RecordState
from kanta_desk.model.identifiers import Oid
from kanta_desk.practice.organisation import COUNTY, HOIVA, OTHER
from kanta_desk.practice.seed import SeededVersion, seeded
from kanta_desk.practice.seed_data import SeedSet
from kanta_desk.practice.seed_forms import source_file
from tests.helpers.practice import practice_desk, sign_in

OK, FAILED, WARNING = CellState.OK, CellState.FAILED, CellState.WARNING
SEEDS = {v.seed.key: v for v in seeded(SeedSet.load()) if v.metadata.state is RecordState.VALID}


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    with practice_desk(tmp_path_factory.mktemp("practice")) as desk:
        yield sign_in(desk)


def row(key: str, folder: Path, **changes: object) -> ExpectedDocument:
    """What a client information system would say of a seeded document."""
    seed: SeededVersion = SEEDS[key]
    metadata = seed.metadata
    assert metadata.client_id
    assert metadata.controller
    source = folder / f"{key}.{seed.seed.form}"
    source.write_bytes(source_file(seed.content, seed.seed.form))
    whole = ExpectedDocument(
        key,
        metadata.client_id,
        metadata.document_oid,
        metadata.title or "",
        metadata.document_type.value if metadata.document_type else "",
        created=metadata.created,
        controller=metadata.controller.oid,
        source=source,
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


def of_kind(kind: TestKind, *rows: ExpectedDocument, **more: object) -> Plan:
    whole = Plan(kind.value, Path("koe.json"), "ab" * 32, rows, kind=kind)
    return replace(whole, test_day=date(2027, 1, 1), **more)  # type: ignore[arg-type]


def states(verdict: Verdict, key: str) -> dict[Aspect, CellState]:
    (found,) = [row for row in verdict.rows if row.expected.key == key]
    return {cell.aspect: cell.state for cell in found.cells if cell.state is not OK}


def test_phase_one_asks_for_pdfs(session: Session, tmp_path: Path) -> None:
    verdict = session.tests.run(
        of_kind(TestKind.PDF, row("IAK-08", tmp_path), row("IAK-02", tmp_path))
    )
    assert states(verdict, "IAK-08") == {}
    assert states(verdict, "IAK-02") == {Aspect.CONTENT: FAILED}


def test_structured_documents_are_structured_as_expected(session: Session, tmp_path: Path) -> None:
    structure = Oid(SEEDS["IAK-02"].metadata.structure_oid or "")
    verdict = session.tests.run(
        of_kind(
            TestKind.STRUCTURED,
            row("IAK-02", tmp_path, structure=structure),
            row("IAK-07", tmp_path, structure=structure),
            row("IAK-08", tmp_path),
        )
    )
    assert states(verdict, "IAK-02") == {}
    assert states(verdict, "IAK-07") == {Aspect.METADATA: FAILED}
    assert states(verdict, "IAK-08") == {Aspect.CONTENT: FAILED}


def test_a_new_version_of_a_system(session: Session, tmp_path: Path) -> None:
    made_by = SEEDS["IAK-02"].metadata.software
    assert made_by
    plan = of_kind(TestKind.CHANGE, row("IAK-02", tmp_path), system_version=made_by.version)
    assert states(session.tests.run(plan), "IAK-02") == {}
    other = replace(plan, system_version="99")
    told = session.tests.run(other).rows[0]
    assert "KK-VER" in {f.rule for cell in told.cells for f in cell.findings}


PAIR = SystemPair(
    "Sosiaali-Esimerkki", "Alueen järjestelmä", HOIVA.controller.oid, COUNTY.controller.oid
)


def test_a_system_pair_stores_by_right_and_nothing_stays_with_the_producer(
    session: Session, tmp_path: Path
) -> None:
    right, own = row("LAS-03", tmp_path), row("PER-01", tmp_path)
    verdict = session.tests.run(of_kind(TestKind.REGISTER_USE, right, own, pair=PAIR))
    assert states(verdict, "LAS-03") == {}
    # Stored by the county itself: no right was used, nor is the producer the pair's.
    register = verdict.rows[1].cell(Aspect.REGISTER)
    assert {"KK-RKO", "KK-PARI"} <= {f.rule for f in register.findings}
    assert verdict.findings == ()
    # This client has documents of this period in the producer's register too.
    both = replace(
        of_kind(TestKind.REGISTER_USE, row("PER-02", tmp_path), pair=PAIR),
        test_day=date(2026, 10, 1),
    )
    told = session.tests.run(both)
    oid = SEEDS["PER-04"].metadata.document_oid.value
    assert [(f.rule, f.place) for f in told.findings] == [("KK-OMA", oid)]


def test_a_register_that_is_not_the_holders_is_told(session: Session, tmp_path: Path) -> None:
    pair = replace(PAIR, producer=OTHER.controller.oid)
    plan = of_kind(TestKind.REGISTER_USE, row("LAS-03", tmp_path), pair=pair)
    verdict = session.tests.run(plan)
    assert [f.rule for f in verdict.findings] == ["KK-NAKYY"]
    assert verdict.rows[0].cell(Aspect.REGISTER).state in (WARNING, FAILED)


def test_rows_that_must_not_be_found(session: Session, tmp_path: Path) -> None:
    hidden = row("IAK-02", tmp_path, must_not=True, controller=COUNTY.controller.oid)
    seen = replace(hidden, key="2", controller=HOIVA.controller.oid)
    verdict = session.tests.run(of_kind(TestKind.FIRST, hidden, seen))
    assert verdict.rows[0].cell(Aspect.ARCHIVED).state is OK
    assert verdict.rows[1].cell(Aspect.ARCHIVED).state is FAILED


def test_old_documents_are_counted_listed_and_read(session: Session, tmp_path: Path) -> None:
    old = row("IAK-10", tmp_path)
    counts = (
        ExpectedCount("kaikki", 1, client_id=old.client_id),
        ExpectedCount("liikaa", 2, client_id=old.client_id, since=date(2019, 1, 1)),
    )
    verdict = session.tests.run(of_kind(TestKind.OLD_DOCUMENTS, old, counts=counts))
    assert states(verdict, "IAK-10") == {}
    assert [count.state for count in verdict.counts] == [OK, FAILED]
    missing = replace(old, key="2", document_oid=Oid(f"{old.document_oid}.9"), created=None)
    listed = session.tests.run(of_kind(TestKind.OLD_DOCUMENTS, missing))
    assert listed.rows[0].cell(Aspect.ARCHIVED).state is FAILED
    assert [f.place for f in listed.unexpected] == [str(old.document_oid)]


def test_a_run_that_is_killed_goes_on_to_the_same_verdict() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.helpers.deployment_lab", "16", "3"],
        capture_output=True,
        check=True,
        timeout=300,
    )
    told = json.loads(done.stdout)
    assert told["kills"] == 1
    assert told["other_verdicts"] == 0
    assert told["twice_known"] == 0
    assert told["in_flight"] <= 4
    assert told["fetched"] <= 16 + 4
