"""Which archived document stands for which row, and when nobody can say."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from kanta_desk.deployment.pairing import pair
from kanta_desk.model.codes import Code, CodeSystem
from kanta_desk.model.deployment import ExpectedDocument
from kanta_desk.model.documents import VersionRef
from tests.helpers.deployment import CLIENT, metadata, oid

MADE = datetime(2026, 11, 20, 8, 5, tzinfo=UTC)


def row(key: str = "A1", **changes: object) -> ExpectedDocument:
    whole = ExpectedDocument(
        key,
        CLIENT,
        title="Päätös kotihoidosta",
        document_type="11012",
        service_task="11",
        created=MADE,
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


def test_the_oid_decides_even_where_all_else_differs() -> None:
    (found,) = pair([row(document_oid=oid(2), title="Aivan muu")], [metadata(1), metadata(2)])
    assert found.found == metadata(2)


def test_an_oid_that_is_not_there_is_not_replaced_by_a_look_alike() -> None:
    (found,) = pair([row(document_oid=oid(5))], [metadata(1)])
    assert (found.found, found.candidates) == (None, ())


def test_one_wrong_fact_does_not_hide_a_pair_that_is_clear_otherwise() -> None:
    other_task = metadata(1, service_task=Code("20", CodeSystem.SERVICE_TASK))
    (found,) = pair([row()], [other_task])
    assert found.found == other_task


def test_a_type_may_be_named_instead_of_coded() -> None:
    (found,) = pair([row(document_type="iäkkäiden palvelupäätös")], [metadata(1)])
    assert found.reason is not None
    assert "(100/100)" in found.reason.fi


def test_a_document_named_by_another_row_is_nobody_elses() -> None:
    named, weak = pair([row("A1", document_oid=oid(1)), row("A2")], [metadata(1)])
    assert named.found is not None
    assert (weak.found, weak.candidates) == (None, ())
    (elsewhere,) = pair([row()], [metadata(1)], named=[oid(1)])
    assert elsewhere.found is None


def test_two_equal_rows_and_one_document_leave_both_unsure() -> None:
    pairs = pair([row("A1"), row("A2")], [metadata(1)])
    assert [p.found for p in pairs] == [None, None]
    assert all(len(p.candidates) == 1 for p in pairs)


def test_times_tell_two_documents_of_one_kind_apart() -> None:
    later = MADE + timedelta(hours=2)
    pairs = pair([row("A1"), row("A2", created=later)], [metadata(1), metadata(2, created=later)])
    assert [p.found and p.found.document_oid for p in pairs] == [oid(1), oid(2)]


def test_a_row_with_nothing_but_its_client_is_never_sure() -> None:
    (found,) = pair([ExpectedDocument("A1", CLIENT)], [metadata(1)])
    assert found.found is None
    assert [c.document.document_oid for c in found.candidates] == [oid(1)]


def test_little_evidence_is_never_enough() -> None:
    (found,) = pair([ExpectedDocument("A1", CLIENT, title="Päätös kotihoidosta")], [metadata(1)])
    assert found.found is None


def test_of_several_versions_the_wanted_or_else_the_newest_is_meant() -> None:
    second = metadata(2, set_id=oid(1), version=2, replaces=VersionRef(oid(1), oid(1), 1))
    versions = [metadata(1), second]
    assert pair([row()], versions)[0].found == second
    assert pair([row(version=1)], versions)[0].found == metadata(1)


def test_a_document_unlike_the_row_is_no_candidate() -> None:
    stranger = metadata(
        1,
        title="Lausunto",
        document_type=Code("1021", CodeSystem.DOCUMENT_TYPE),
        created=MADE - timedelta(days=40),
    )
    assert pair([row()], [stranger])[0].candidates == ()
