"""Values to JSON text and back, and what no longer fits is refused."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kanta_desk.deployment.packing import pack, unpack
from kanta_desk.deployment.run import DeploymentRun
from kanta_desk.model.deployment import Plan, Verdict
from kanta_desk.model.documents import DocumentMetadata, SearchCriteria, SearchMode
from kanta_desk.model.identifiers import Oid, TemporaryId
from tests.helpers.deployment import (
    NOW,
    OWN_REGISTER,
    InMemoryArchive,
    checks,
    document,
    expected,
    metadata,
    oid,
    plan,
)

TEMPORARY = TemporaryId(Oid("1.2.246.10.22334458.22.2026"), "12345678901")


@pytest.mark.parametrize(
    "value",
    [
        metadata(1),
        metadata(1, client_id=TEMPORARY, history=("a", "b"), security_ban=False),
        SearchCriteria(client_id=TEMPORARY, created_from=date(2026, 1, 2), mode=SearchMode.OLD),
        plan(expected(1, Path("a.txt"), not_in=(oid(5),)), expected(2)),
    ],
    ids=["metadata", "temporary", "criteria", "plan"],
)
def test_what_is_packed_comes_back_as_it_was(
    value: DocumentMetadata | SearchCriteria | Plan,
) -> None:
    assert unpack(type(value), pack(value)) == value


def test_a_whole_verdict_comes_back_as_it_was() -> None:
    archive = InMemoryArchive({OWN_REGISTER: [document(1, title="Muu"), document(7)]})
    rows = (expected(1), expected(2, document_oid=None, created=None))
    verdict = DeploymentRun(plan(*rows), archive, checks(), lambda: NOW).run()
    assert unpack(Verdict, pack(verdict)) == verdict


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        "[]",
        '{"?": "Oid"}',
        '{"?": "Plan", "name": "x"}',
        '{"?": "Oid", "value": 1}',
        '{"?": "Oid", "value": "1.2", "gone": true}',
        "{",
    ],
)
def test_what_does_not_fit_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        unpack(Oid, text)
