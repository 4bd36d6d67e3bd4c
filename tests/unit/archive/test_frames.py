"""Query frames: what goes out, element by element."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from lxml import etree

from kanta_desk.archive.frames import Query, continuation_query, document_query, metadata_query
from kanta_desk.archive.xml import NAMESPACES
from kanta_desk.model.codes import CodeSystem
from kanta_desk.model.documents import Continuation, PersonName, SearchCriteria, SearchMode
from kanta_desk.model.identifiers import Henkilotunnus, Oid, TemporaryId
from kanta_desk.practice.organisation import HOIVA, OWN_UNIT
from tests.helpers.archive import ACTOR, a_call, profile

NOW = datetime(2026, 10, 5, 7, 15, tzinfo=UTC)
HELMI = Henkilotunnus.parse("140338-902B")


def frame(criteria: SearchCriteria) -> etree._Element:
    """The frame of a metadata query."""
    data = metadata_query(Query(criteria), a_call(message_id="m-1"), profile(), NOW)
    found = etree.fromstring(data).find("soap:Body/v3:RCMR_IN200029FI01", NAMESPACES)
    assert found is not None
    return found


def said(element: etree._Element, path: str, name: str) -> str | None:
    """An attribute at a path of V3 elements."""
    found = element.find("/".join(f"v3:{step}" for step in path.split("/")), NAMESPACES)
    return None if found is None else found.get(name)


def parameter(element: etree._Element, path: str, name: str) -> str | None:
    """An attribute of a query parameter."""
    return said(element, f"controlActProcess/queryByParameter/parameterList/{path}", name)


def test_a_frame_says_who_asks_for_what_in_whose_register_and_why() -> None:
    asked = frame(SearchCriteria(client_id=HELMI))
    assert asked.get("ITSVersion") == "XML_1.0"
    assert said(asked, "id", "extension") == "m-1"
    assert said(asked, "creationTime", "value") == "20261005101500+0300"
    assert said(asked, "interactionId", "root") == "2.16.840.1.113883.1.6"
    assert said(asked, "interactionId", "extension") == "RCMR_IN200029FI01"
    assert said(asked, "sender/device/id", "root") == OWN_UNIT.oid.value
    person = "controlActProcess/authorOrPerformer/assignedPerson"
    assert said(asked, f"{person}/id", "extension") == ACTOR.user_id
    assert said(asked, f"{person}/representedOrganization/id", "root") == OWN_UNIT.oid.value
    reasons = asked.findall("v3:controlActProcess/v3:reasonCode", NAMESPACES)
    assert {r.get("codeSystem"): r.get("code") for r in reasons} == {
        CodeSystem.SERVICE_REQUEST.value: "STANDIN-HM",
        CodeSystem.PURPOSE.value: "STANDIN-KOE",
    }
    assert parameter(asked, "custodianId/value", "root") == HOIVA.controller.oid.value
    assert parameter(asked, "registerCode/value", "code") == "1"
    assert parameter(asked, "patientId/value", "root") == "1.2.246.21"
    assert parameter(asked, "patientId/value", "extension") == HELMI.value


def test_all_conditions_go_out() -> None:
    asked = frame(
        SearchCriteria(
            client_id=TemporaryId.parse("1.2.246.10.99999204.22.2026", "26000009417"),
            client_name=PersonName("Helmi", "Kuusela"),
            client_birth=date(1938, 3, 14),
            document_oid=Oid("1.2.3"),
            case_id="HE-1",
            service_task="20",
            document_type="15004",
            created_from=date(2026, 10, 1),
            created_to=date(2026, 10, 25),
            mode=SearchMode.OLD,
            limit=7,
        )
    )
    assert parameter(asked, "searchMode/value", "code") == "STANDIN-VANHAT"
    assert parameter(asked, "patientId/value", "root") == "1.2.246.10.99999204.22.2026"
    family = asked.find(".//v3:patientName/v3:value/v3:family", NAMESPACES)
    assert family is not None
    assert family.text == "Kuusela"
    assert parameter(asked, "patientBirthTime/value", "value") == "19380314"
    assert parameter(asked, "documentId/value", "root") == "1.2.3"
    assert parameter(asked, "caseId/value", "extension") == "HE-1"
    assert parameter(asked, "serviceTask/value", "code") == "20"
    assert parameter(asked, "documentType/value", "code") == "15004"
    assert said(asked, "controlActProcess/queryByParameter/initialQuantity", "value") == "7"


def test_a_day_is_sent_whole_also_when_the_clocks_change() -> None:
    asked = frame(
        SearchCriteria(
            client_id=HELMI, created_from=date(2026, 10, 25), created_to=date(2026, 10, 25)
        )
    )
    created = "documentCreationTime/value"
    assert parameter(asked, f"{created}/low", "value") == "20261025000000+0300"
    assert parameter(asked, f"{created}/high", "value") == "20261025235959+0200"


def test_absent_conditions_leave_no_trace() -> None:
    listed = frame(SearchCriteria(client_id=HELMI)).find(".//v3:parameterList", NAMESPACES)
    assert listed is not None
    names = [etree.QName(child).localname for child in listed]
    assert names == ["searchMode", "custodianId", "registerCode", "patientId"]


def test_a_document_is_asked_for_in_any_state() -> None:
    data = document_query(Oid("1.2.3"), a_call(), profile(), NOW)
    asked = etree.fromstring(data).find("soap:Body/v3:RCMR_IN200031FI01", NAMESPACES)
    assert asked is not None
    assert parameter(asked, "documentId/value", "root") == "1.2.3"
    assert parameter(asked, "searchMode/value", "code") == "STANDIN-VERSIOT"


@pytest.mark.parametrize("nasty", ['<x> & "y"', "ääkköset", "a\u00a0b"])
def test_text_of_people_is_escaped(nasty: str) -> None:
    asked = frame(SearchCriteria(client_name=PersonName(nasty, "K"), case_id=nasty))
    given = asked.find(".//v3:patientName/v3:value/v3:given", NAMESPACES)
    assert given is not None
    assert given.text == nasty
    assert parameter(asked, "caseId/value", "extension") == nasty


def test_the_further_conditions_go_out_with_their_code_systems() -> None:
    asked = frame(
        SearchCriteria(
            client_id=HELMI,
            service_process="STANDIN-PAATOS",
            document_group="1",
            author="00990001078",
            producer=HOIVA.party.oid,
            archived_from=date(2026, 1, 1),
        )
    )
    assert parameter(asked, "serviceProcess/value", "code") == "STANDIN-PAATOS"
    assert parameter(asked, "serviceProcess/value", "codeSystem") == CodeSystem.SERVICE_PROCESS
    assert parameter(asked, "documentGroup/value", "codeSystem") == CodeSystem.DOCUMENT_GROUP
    assert parameter(asked, "authorId/value", "extension") == "00990001078"
    assert parameter(asked, "producerId/value", "root") == HOIVA.party.oid.value
    archived = "documentArchivingTime/value"
    assert parameter(asked, f"{archived}/low", "value") == "20260101000000+0200"
    assert parameter(asked, f"{archived}/high", "value") is None


def test_a_further_page_names_its_query_and_where_it_begins_and_no_client() -> None:
    data = continuation_query(Continuation("m-1", 501), 500, a_call(), profile(), NOW)
    asked = etree.fromstring(data).find("soap:Body/v3:QUQI_IN000003UV01", NAMESPACES)
    assert asked is not None
    further = "controlActProcess/queryContinuation"
    assert said(asked, f"{further}/queryId", "extension") == "m-1"
    assert said(asked, f"{further}/startResultNumber", "value") == "501"
    assert said(asked, f"{further}/continuationQuantity", "value") == "500"
    assert HELMI.value.encode() not in data
