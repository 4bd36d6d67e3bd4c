"""Who is controller, organiser and producer, and why; what the client sees."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kanta_desk.desk.omakanta import client_view_rules
from kanta_desk.model.client_view import Visibility, client_view
from kanta_desk.model.codes import Code, CodeSystem
from kanta_desk.model.documents import DocumentMetadata, Party, RecordState
from kanta_desk.model.identifiers import Oid, TemporaryId
from kanta_desk.model.metadata import Evidence
from kanta_desk.model.roles import roles_of
from kanta_desk.model.terms.roles import UNCLEAR, Operation
from tests.helpers.metadata import FULL

NOW = datetime(2026, 11, 22, 8, tzinfo=UTC)
AREA = Party(Oid("1.2.246.10.32213086.19.0"), "Hyvinvointialue")
OWN = replace(
    FULL,
    active_controller=FULL.controller,
    document_type=Code("15004", CodeSystem.DOCUMENT_TYPE),
    state=RecordState.VALID,
    visible_from=None,
)


@pytest.mark.parametrize(
    ("document", "operation"),
    [
        (OWN, Operation.OWN),
        (replace(OWN, controller=AREA, active_controller=AREA, organiser=AREA), Operation.BY_RIGHT),
        (replace(OWN, active_controller=AREA), Operation.PASSED_ON),
        (replace(OWN, organiser=AREA), Operation.UNCLEAR),
        (replace(OWN, controller=None), Operation.UNCLEAR),
    ],
)
def test_the_kind_of_operation_follows_from_the_parties(
    document: DocumentMetadata, operation: Operation
) -> None:
    told = roles_of(document)

    assert told.operation is operation
    assert {line.key for line in told.lines} >= {"controller", "organiser"}
    assert all(line.why.fi and line.why.sv and line.why.en for line in told.lines)


def test_a_producer_that_is_not_told_is_asked_for() -> None:
    told = roles_of(
        replace(OWN, controller=AREA, active_controller=AREA, organiser=AREA, producer=None)
    )

    assert told.operation is Operation.BY_RIGHT
    assert told.notes == (UNCLEAR["producer"],)


def test_an_old_document_says_so() -> None:
    assert roles_of(replace(OWN, old_document=True)).notes


def view(document: DocumentMetadata) -> tuple[Visibility, Evidence]:
    seen = client_view(document, client_view_rules(), NOW)
    return seen.visibility, seen.reasons[0].grade


@pytest.mark.parametrize(
    ("changes", "visibility", "grade"),
    [
        ({}, Visibility.SHOWN, Evidence.ASSUMED),
        ({"visible_from": datetime(2026, 1, 1, tzinfo=UTC)}, Visibility.SHOWN, Evidence.ASSUMED),
        ({"visible_from": datetime(2027, 1, 1, tzinfo=UTC)}, Visibility.LATER, Evidence.ASSUMED),
        ({"state": RecordState.INVALIDATED}, Visibility.HIDDEN, Evidence.ASSUMED),
        ({"state": RecordState.REPLACED}, Visibility.HIDDEN, Evidence.ASSUMED),
        ({"document_type": Code("9001", CodeSystem.DOCUMENT_TYPE)}, Visibility.HIDDEN,
         Evidence.VERIFIED),
        ({"document_type": Code("1011", CodeSystem.DOCUMENT_TYPE)}, Visibility.HIDDEN,
         Evidence.VERIFIED),
        ({"document_type": Code("1017", CodeSystem.DOCUMENT_TYPE)}, Visibility.HIDDEN,
         Evidence.UNVERIFIED),
        ({"client_id": TemporaryId(Oid("1.2.246.10.99999204.22.2026"), "26000009417")},
         Visibility.HIDDEN, Evidence.UNVERIFIED),
        ({"old_document": True}, Visibility.UNKNOWN, Evidence.UNVERIFIED),
        ({"unreadable": ("visible_from",)}, Visibility.UNKNOWN, Evidence.ASSUMED),
    ],
)  # fmt: skip
def test_what_the_client_sees_follows_from_metadata_and_published_rules(
    changes: dict[str, object], visibility: Visibility, grade: Evidence
) -> None:
    assert view(replace(OWN, **changes)) == (visibility, grade)  # type: ignore[arg-type]


def test_it_is_seen_from_archiving_unless_a_later_time_is_told() -> None:
    later = datetime(2027, 1, 1, tzinfo=UTC)

    assert client_view(OWN, client_view_rules(), NOW).since == OWN.archived
    assert client_view(replace(OWN, visible_from=later), client_view_rules(), NOW).since == later
