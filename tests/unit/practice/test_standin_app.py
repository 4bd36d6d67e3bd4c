"""What the stand-in refuses, and what it writes down, apart from any network."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kanta_desk.archive.answers import read_metadata_answer
from kanta_desk.archive.frames import Query, metadata_query
from kanta_desk.archive.gateway import Call
from kanta_desk.archive.xml import NAMESPACES, parse
from kanta_desk.errors import ArchiveDenied, ArchiveRejected, ArchiveUnavailable
from kanta_desk.model.documents import PersonName, SearchCriteria
from kanta_desk.model.identifiers import Henkilotunnus
from kanta_desk.model.people import Purpose, WorkContext
from kanta_desk.model.text import Text
from kanta_desk.practice.faults import Mishap
from kanta_desk.practice.organisation import HOIVA, OTHER, OWN_UNIT, PURPOSES, UNITS
from kanta_desk.practice.standin_app import StandInApp
from kanta_desk.practice.standin_query import MAX_MESSAGE
from kanta_desk.practice.standin_store import FILE, Store
from tests.helpers.archive import ACTOR, a_call, profile

PROFILE = profile()
HELMI = SearchCriteria(client_id=Henkilotunnus.parse("140338-902B"))
NOW = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    store = Store(tmp_path)
    yield store
    store.close()


@pytest.fixture
def app(store: Store) -> StandInApp:
    """The application over the empty store."""
    return StandInApp(store, PROFILE)


def query(criteria: SearchCriteria = HELMI, call: Call | None = None) -> bytes:
    """A metadata query."""
    call = call or a_call(message_id="m-1")
    return metadata_query(Query(criteria), call, PROFILE, NOW)


def issue_of(app: StandInApp, body: bytes) -> str:
    """The issue that the answer to a message is refused with."""
    with pytest.raises(ArchiveRejected) as told:
        read_metadata_answer(app.answer(body, "CN=test"), "m-1", PROFILE)
    assert told.value.fields["said"], "a refusal says what it is about"
    return str(told.value.fields["issue"])


def test_a_good_query_is_accepted(app: StandInApp) -> None:
    answer = read_metadata_answer(app.answer(query(), "CN=test"), "m-1", PROFILE)
    assert answer.documents == ()
    assert answer.total == 0


def test_every_answer_says_that_it_is_practice(app: StandInApp) -> None:
    for body in (query(), b"broken"):
        frame = parse(app.answer(body, "CN=test"), "answer").find("soap:Body/*", NAMESPACES)
        assert frame is not None
        name = frame.find("v3:sender/v3:device/v3:name", NAMESPACES)
        assert name is not None
        assert name.text == "HARJOITUS – tämä ei ole Kanta"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"not xml",
        b"<Envelope/>",
        query().replace(b"RCMR_IN200029FI01", b"RCMR_IN200031FI01", 1),
        query().replace(b'extension="m-1"', b""),
        query().replace(b"<parameterList>", b"<list>").replace(b"</parameterList>", b"</list>"),
        query().replace(b"<soap:Body>", b"<soap:Body><RCMR_IN200029FI01/>"),
        query() + b" " * MAX_MESSAGE,
        b'<!DOCTYPE a [<!ENTITY x "y">]>' + query(),
    ],
)
def test_a_broken_message_is_told_so(app: StandInApp, body: bytes) -> None:
    with pytest.raises(ArchiveRejected) as told:
        read_metadata_answer(app.answer(body, "CN=test"), "m-1", PROFILE)
    assert told.value.fields["issue"] == "4Y00007"


def test_an_unknown_interaction_is_refused(app: StandInApp) -> None:
    body = query().replace(b"RCMR_IN200029FI01", b"RCMR_IN200002FI01")
    assert issue_of(app, body) == "STANDIN-01"


@pytest.mark.parametrize("name", [b"custodianId", b"registerCode"])
def test_a_query_without_controller_or_register_is_refused(app: StandInApp, name: bytes) -> None:
    assert issue_of(app, query().replace(name, b"somethingElse")) == "STANDIN-02"


@pytest.mark.parametrize(
    "criteria",
    [
        SearchCriteria(),
        SearchCriteria(client_name=PersonName("Helmi", "Kuusela")),
        SearchCriteria(service_task="20", document_type="15004"),
    ],
)
def test_a_query_without_a_key_is_refused(app: StandInApp, criteria: SearchCriteria) -> None:
    assert issue_of(app, query(criteria)) == "STANDIN-03"


@pytest.mark.parametrize("code", [b"140338-902C", b"010199A" + b"123Y", b"abc"])
def test_a_person_who_may_be_real_or_is_none_is_refused(app: StandInApp, code: bytes) -> None:
    assert issue_of(app, query().replace(b"140338-902B", code)) == "STANDIN-04"


def test_an_unknown_mode_is_refused(app: StandInApp) -> None:
    assert issue_of(app, query().replace(b"STANDIN-PERUS", b"STANDIN-X")) == "STANDIN-05"


def context(**changes: object) -> Call:
    """A call in another context than the right one."""
    own = {"register": HOIVA.register, "purpose": PURPOSES[0], "unit": OWN_UNIT}
    return Call(ACTOR, WorkContext(**(own | changes)), "m-1")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "call",
    [
        context(register=OTHER.register),
        context(unit=UNITS["other"]),
        context(unit=UNITS["county-social"]),
        context(purpose=Purpose("", Text("", "", ""), verified=False)),
    ],
)
def test_another_register_another_caller_or_no_purpose_is_denied(
    app: StandInApp, call: Call
) -> None:
    with pytest.raises(ArchiveDenied) as told:
        read_metadata_answer(app.answer(query(HELMI, call), "CN=test"), "m-1", PROFILE)
    assert told.value.fields["issue"] == "5Y00009"


def test_a_controller_that_is_no_oid_is_refused_like_a_foreign_one(app: StandInApp) -> None:
    body = query().replace(HOIVA.controller.oid.value.encode(), b"nonsense")
    with pytest.raises(ArchiveDenied):
        read_metadata_answer(app.answer(body, "CN=test"), "m-1", PROFILE)


def test_out_of_service_is_told_on_demand(app: StandInApp) -> None:
    answer = app.answer(query(), "CN=test", refused=Mishap.UNAVAILABLE)
    with pytest.raises(ArchiveUnavailable):
        read_metadata_answer(answer, "m-1", PROFILE)


def test_everything_asked_is_written_down_whatever_the_answer(
    app: StandInApp, store: Store
) -> None:
    app.answer(query(), "CN=desk")
    app.answer(query(HELMI, context(register=OTHER.register)), "CN=desk")
    app.answer(b"broken", "CN=stranger")
    told = [(a.peer, a.user, a.message_id, a.purpose, a.outcome) for a in store.actions()]
    assert told == [
        ("CN=desk", "00990000017", "m-1", "STANDIN-KOE", "AA"),
        ("CN=desk", "00990000017", "m-1", "STANDIN-KOE", "5Y00009"),
        ("CN=stranger", "", "", "", "4Y00007"),
    ]


@pytest.mark.parametrize("change", ["UPDATE actions SET user = ''", "DELETE FROM actions"])
def test_the_action_log_cannot_be_changed(
    app: StandInApp, store: Store, tmp_path: Path, change: str
) -> None:
    app.answer(query(), "CN=desk")
    database = sqlite3.connect(tmp_path / FILE)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        database.execute(change)
    database.close()
    assert len(store.actions()) == 1


def test_a_count_of_thousands_of_digits_is_no_fault(store: Store) -> None:
    message = metadata_query(Query(HELMI), a_call(), PROFILE, NOW)
    asked = b'initialQuantity value="500"'
    assert message.count(asked) == 1

    answer = StandInApp(store, PROFILE).answer(
        message.replace(asked, b'initialQuantity value="' + b"9" * 5000 + b'"'), "peer"
    )

    assert b"resultTotalQuantity" in answer
