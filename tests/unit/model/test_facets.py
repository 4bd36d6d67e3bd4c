"""How documents are shared by facet, and what a choice leaves."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kanta_desk.model.codes import Code, CodeSystem
from kanta_desk.model.documents import DocumentMetadata, RecordState
from kanta_desk.model.facets import NO_FINDINGS, NOT_LOOKED, Facet, Shares
from kanta_desk.model.findings import Severity
from kanta_desk.model.identifiers import Oid
from tests.helpers.metadata import FULL

VALID, INVALIDATED = RecordState.VALID, RecordState.INVALIDATED


def document(number: int, year: int, task: str, state: RecordState = VALID) -> DocumentMetadata:
    return replace(
        FULL,
        document_oid=Oid(f"1.2.246.10.99999204.11.2026.{number}"),
        created=datetime(year, 6, 1, tzinfo=UTC),
        service_task=Code(task, CodeSystem.SERVICE_TASK),
        state=state,
    )


DOCUMENTS = (
    document(1, 2026, "20"),
    document(2, 2026, "10"),
    document(3, 2025, "20", INVALIDATED),
    document(4, 2024, "20"),
)
TASK_20 = f"{CodeSystem.SERVICE_TASK} 20"


@pytest.fixture
def shares() -> Shares:
    made = Shares()
    made.add(DOCUMENTS)
    return made


def counts(shares: Shares, facet: Facet, choice: dict[Facet, frozenset[str]]) -> dict[str, int]:
    return {part.key: part.count for part in shares.parts(choice)[facet]}


def test_every_document_is_counted_once_in_every_facet(shares: Shares) -> None:
    for facet in Facet:
        assert sum(counts(shares, facet, {}).values()) == len(DOCUMENTS)


def test_years_come_newest_first_and_tasks_most_common_first(shares: Shares) -> None:
    assert list(counts(shares, Facet.YEAR, {})) == ["2026", "2025", "2024"]
    assert next(iter(counts(shares, Facet.TASK, {}))) == TASK_20


def test_a_year_is_the_one_that_helsinki_was_in(shares: Shares) -> None:
    late = replace(document(9, 2026, "20"), created=datetime(2026, 12, 31, 23, tzinfo=UTC))
    shares.add((late,))

    assert counts(shares, Facet.YEAR, {})["2027"] == 1


def test_a_choice_narrows_other_facets_but_not_its_own(shares: Shares) -> None:
    choice = {Facet.TASK: frozenset({TASK_20})}

    assert counts(shares, Facet.YEAR, choice) == {"2026": 1, "2025": 1, "2024": 1}
    assert sum(counts(shares, Facet.TASK, choice).values()) == len(DOCUMENTS)
    assert [d.document_oid for d in shares.narrowed(choice)] == [
        d.document_oid for d in (DOCUMENTS[0], DOCUMENTS[2], DOCUMENTS[3])
    ]


def test_choices_add_up_within_a_facet_and_narrow_across_them(shares: Shares) -> None:
    choice = {Facet.YEAR: frozenset({"2026", "2025"}), Facet.STATE: frozenset({INVALIDATED.value})}

    assert shares.narrowed(choice) == [DOCUMENTS[2]]
    assert counts(shares, Facet.YEAR, choice) == {"2026": 0, "2025": 1, "2024": 0}


def test_findings_are_counted_once_they_are_known(shares: Shares) -> None:
    assert counts(shares, Facet.FINDINGS, {}) == {NOT_LOOKED: 4}

    shares.judge(DOCUMENTS[0].document_oid, Severity.ERROR)
    shares.judge(DOCUMENTS[1].document_oid, None)

    assert counts(shares, Facet.FINDINGS, {}) == {"error": 1, NO_FINDINGS: 1, NOT_LOOKED: 2}
    only = shares.narrowed({Facet.FINDINGS: frozenset({Severity.ERROR.value})})
    assert only == [DOCUMENTS[0]]


def test_a_version_that_comes_on_two_pages_is_counted_once(shares: Shares) -> None:
    shares.add(DOCUMENTS[:2])

    assert len(shares) == len(DOCUMENTS)


def test_a_part_knows_a_document_to_be_named_by(shares: Shares) -> None:
    part = shares.parts({})[Facet.TASK][0]

    assert part.example.service_task == Code("20", CodeSystem.SERVICE_TASK)
