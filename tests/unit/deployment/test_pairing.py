"""Which archived document stands for which row, and when nobody can say."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from kanta_desk.deployment.pairing import BY_CHOICE, BY_SET, BY_TIME, pair
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
    assert found.found == metadata(1)
    later = row(document_type="iäkkäiden palvelupäätös", created=MADE + timedelta(minutes=2))
    (weighed,) = pair([later], [metadata(1)])
    assert weighed.reason is not None
    assert "(100/100)" in weighed.reason.fi


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


def test_type_and_minute_decide_where_they_fit_one_row_and_one_document_alone() -> None:
    renamed = metadata(1, title="Aivan muu", service_task=None)
    (found,) = pair([row()], [renamed, metadata(2, created=MADE + timedelta(minutes=3))])
    assert (found.found, found.reason) == (renamed, BY_TIME)


def test_another_case_number_is_no_strong_key() -> None:
    (found,) = pair([row(case_id="2026/7")], [metadata(1, case_id="2026/8")])
    assert found.reason != BY_TIME


def test_the_set_of_versions_decides_as_the_document_does() -> None:
    second = metadata(2, set_id=oid(9), version=2, title="Muu")
    (found,) = pair([row(set_id=oid(9))], [metadata(1), second])
    assert (found.found, found.reason) == (second, BY_SET)
    (none,) = pair([row(set_id=oid(8))], [metadata(1), second])
    assert (none.found, none.candidates) == (None, ())


def test_the_archivists_choice_is_kept_where_the_document_is_still_there() -> None:
    twins = [metadata(1), metadata(2)]
    (asked,) = pair([row()], twins)
    assert len(asked.candidates) == 2
    (chosen,) = pair([row()], twins, choices={"A1": oid(2)})
    assert (chosen.found, chosen.reason) == (twins[1], BY_CHOICE)
    (none,) = pair([row()], twins, choices={"A1": None})
    assert (none.found, none.candidates) == (None, ())
    (asked_again,) = pair([row()], twins, choices={"A1": oid(5)})
    assert len(asked_again.candidates) == 2


def test_the_whole_is_assigned_best_and_not_row_by_row() -> None:
    # Row by row, the first would take the document that the second needs.
    first = row("A1", title="Päätös kotihoidosta", document_type="", created=None, case_id="1")
    second = row("A2", title="Päätös kotihoidosta", document_type="", created=None, case_id="2")
    one = metadata(1, title="Päätös kotihoidon", case_id="1")
    two = metadata(2, title="Päätös kotihoidosta", case_id="2")
    pairs = pair([first, second], [two, one])
    assert [p.found and p.found.document_oid for p in pairs] == [oid(1), oid(2)]


def test_an_older_version_of_a_paired_document_is_nobody_elses() -> None:
    second = metadata(2, set_id=oid(1), version=2, replaces=VersionRef(oid(1), oid(1), 1))
    named, other = pair([row("A1", document_oid=oid(2)), row("A2")], [metadata(1), second])
    assert named.found == second
    assert (other.found, other.candidates) == (None, ())


def test_very_many_alike_are_left_to_the_archivist() -> None:
    rows = [row(f"A{n}", created=None) for n in range(60)]
    pairs = pair(rows, [metadata(n) for n in range(1, 61)])
    assert all(p.found is None and len(p.candidates) == 60 for p in pairs)
