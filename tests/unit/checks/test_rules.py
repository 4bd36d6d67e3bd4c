"""Every rule is asked twice: of what breaks it, and of what does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from kanta_desk.checks.registry import (
    DOCUMENT_RULES,
    METADATA_RULES,
    check_document,
    check_metadata,
)
from kanta_desk.model.codes import Code, CodeSystem
from kanta_desk.model.documents import JSON, PDF, XHTML, Party, RecordState, VersionRef
from kanta_desk.model.findings import Severity
from kanta_desk.model.identifiers import Henkilotunnus, Oid, TemporaryId
from kanta_desk.model.metadata import FIELDS
from tests.helpers.deployment import (
    NOT_A_TEST_PERSON,
    OWN,
    REGION,
    checks,
    document,
    metadata,
    oid,
    payload,
)

REQUIRED = [f.key for f in FIELDS if f.required and f.key not in ("document_oid", "set_id")]


def found(**changes: object) -> list[tuple[str, str]]:
    return [(f.rule, f.place) for f in check_metadata(metadata(**changes), checks())]


def found_in(*payloads: object, text: str = "Päätös") -> list[tuple[str, str]]:
    whole = replace(document(media_type=None), payloads=payloads, text=text)
    found = check_document(whole, checks())
    return [(f.rule, f.evidence) for f in found if f.rule.startswith("SI-")]


def test_a_faultless_document_has_no_findings() -> None:
    assert check_document(document(), checks()) == ()


def test_every_rule_has_its_own_code() -> None:
    codes = [rule.code for rule in (*METADATA_RULES, *DOCUMENT_RULES)]
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize("key", [key for key in REQUIRED if key != "version"])
def test_a_required_field_that_is_missing_is_named(key: str) -> None:
    (finding,) = check_metadata(metadata(**{key: None}), checks())
    assert (finding.rule, finding.place) == ("KV-REQ", key)
    label = next(f.label for f in FIELDS if f.key == key)
    assert label.fi in finding.title.fi
    assert label.sv in finding.title.sv


def test_a_value_that_could_not_be_read_is_told_from_one_that_is_missing() -> None:
    assert found(created=None, unreadable=("created",)) == [("KV-UNR", "created")]


def test_a_blank_title_is_a_missing_one() -> None:
    assert found(title=" \n") == [("KV-REQ", "title")]


def test_a_field_that_is_not_required_may_be_missing() -> None:
    assert found(producer=None, author_time=None) == []


def test_a_code_from_another_system_asks_for_a_look() -> None:
    (finding,) = check_metadata(metadata(language=Code("FI", "1.2.3")), checks())
    assert (finding.rule, finding.severity) == ("KV-SYS", Severity.WARNING)


def test_a_versioned_code_system_is_the_same_system() -> None:
    assert found(document_type=Code("11012", "1.2.246.537.6.1506.201901")) == []


@pytest.mark.parametrize(
    ("known", "rules"), [(False, ["KV-COD"]), (True, []), (None, [])], ids=["no", "yes", "unsure"]
)
def test_an_unknown_code_is_an_error_only_where_the_set_is_complete(
    known: bool | None, rules: list[str]
) -> None:
    def code_known(code: Code) -> bool | None:
        return known if code.system == CodeSystem.DOCUMENT_TYPE else True

    assert [f.rule for f in check_metadata(metadata(), checks(code_known))] == rules


@pytest.mark.parametrize(
    "changes",
    [
        {"version": 0},
        {"version": 2},
        {"version": 2, "replaces": VersionRef(oid(1), oid(1), 2)},
        {"version": 2, "replaces": VersionRef(oid(9), oid(9), 1)},
    ],
    ids=["zero", "replaces nothing", "replaces its own number", "replaces another set"],
)
def test_versions_that_do_not_hold_together_are_found(changes: dict[str, object]) -> None:
    assert {rule for rule, _ in found(**changes)} >= {"KV-VER"}


def test_a_second_version_that_replaces_the_first_is_in_order() -> None:
    changes = {"document_oid": oid(2), "set_id": oid(1), "version": 2}
    assert found(**changes, replaces=VersionRef(oid(1), oid(1), 1)) == []


def test_an_invalid_client_identifier_is_found_without_showing_it() -> None:
    bad = Henkilotunnus("010181-900D")
    (finding,) = check_metadata(metadata(client_id=bad), checks())
    assert finding.rule == "KV-CLI"
    assert "900D" not in repr(finding)


def test_a_temporary_identifier_is_a_client_identifier_too() -> None:
    root = "1.2.246.10.22334458.22.2026"
    assert found(client_id=TemporaryId.parse(root, "00000009001"), client_birth=None) == []
    assert found(client_id=TemporaryId(Oid("1.2.3"), "1")) == [("KV-CLI", "client_id")]


def test_a_real_looking_client_is_an_error_only_in_a_deployment_test() -> None:
    # A day that is yet to come: nobody has this code.
    real = metadata(client_id=Henkilotunnus.parse(NOT_A_TEST_PERSON))
    rules = {f.rule for f in check_metadata(real, replace(checks(), test_clients_only=True))}
    assert "KV-ART" in rules
    assert "KV-ART" not in {f.rule for f in check_metadata(real, checks())}
    artificial = check_metadata(metadata(), replace(checks(), test_clients_only=True))
    assert artificial == ()


def test_a_birth_date_that_denies_the_identity_code_is_found() -> None:
    assert found(client_birth=date(1981, 1, 2)) == [("KV-BIR", "client_birth")]


def test_an_organiser_from_outside_the_controller_is_found() -> None:
    assert found(organiser=REGION) == [("KV-ORG", "organiser")]


def test_a_producer_may_store_to_its_organisers_register() -> None:
    assert found(controller=REGION, organiser=REGION) == []


def test_a_unit_of_nobody_in_the_document_asks_for_a_look() -> None:
    assert found(service_unit=REGION) == [("KV-UNI", "service_unit")]
    assert found(service_unit=Party(Oid(OWN.oid.value + ".7"), "Kotihoito")) == []


def test_a_document_archived_before_it_was_made_is_found() -> None:
    early = datetime(2026, 11, 20, 7, 0, tzinfo=UTC)
    assert found(archived=early) == [("KV-ORD", "archived")]
    assert found(created=early) == [("KV-ORD", "created")]


def test_the_order_of_times_overlooks_seconds_but_not_minutes() -> None:
    written = datetime(2026, 11, 20, 8, 5, 59, tzinfo=UTC)
    assert found(author_time=written) == []
    assert found(author_time=written.replace(minute=6)) == [("KV-ORD", "created")]


def test_a_time_tomorrow_is_found_as_helsinki_sees_the_day() -> None:
    late_today = datetime(2026, 11, 20, 21, 59, tzinfo=UTC)
    tomorrow = datetime(2026, 11, 20, 22, 1, tzinfo=UTC)
    assert found(archived=late_today) == []
    assert found(archived=tomorrow) == [("KV-FUT", "archived")]


@pytest.mark.parametrize(
    ("media_type", "data"),
    [
        (PDF, b"%PDF-1.7\n"),
        (XHTML, b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- a -->\n<div>x</div>'),
        (XHTML, b"<!DOCTYPE html><html><body>x</body></html>"),
        (JSON, b'{"paatos": {}}'),
    ],
)
def test_content_that_is_what_it_says_is_in_order(media_type: str, data: bytes) -> None:
    display = payload(PDF, b"%PDF-1.4")
    assert found_in(display, payload(media_type, data)) == []


@pytest.mark.parametrize(
    ("media_type", "data"),
    [
        (PDF, b"<div>x</div>"),
        (XHTML, b"%PDF-1.7"),
        (XHTML, b"<divider>x</divider>"),
        (JSON, b"{'a': 1}"),
        ("text/plain", b"x"),
    ],
)
def test_content_that_is_something_else_is_found(media_type: str, data: bytes) -> None:
    display = payload(PDF, b"%PDF-1.4")
    assert found_in(display, payload(media_type, data)) == [("SI-MED", media_type)]


def test_a_document_without_a_form_to_show_is_found() -> None:
    assert found_in(payload(JSON, b'{"a": 1}')) == [("SI-DIS", JSON)]
    assert found_in() == [("SI-DIS", "")]


@pytest.mark.parametrize(
    ("media_type", "data", "text"),
    [(XHTML, b"<div></div>", " "), (JSON, b"{}", "x"), (PDF, b"", "x"), (XHTML, b" \n", "x")],
)
def test_empty_content_is_found(media_type: str, data: bytes, text: str) -> None:
    display = payload(PDF, b"%PDF-1.4")
    rules = found_in(display, payload(media_type, data), text=text)
    assert ("SI-EMP", media_type) in rules


def test_the_state_of_the_record_is_not_a_fault_of_the_document() -> None:
    assert found(state=RecordState.INVALIDATED) == []
