"""CDA documents: every field of the header, the payloads, and what cannot be read."""

from __future__ import annotations

import base64
from dataclasses import fields, replace
from datetime import UTC, date, datetime

import pytest
from lxml import etree

from kanta_desk.archive.cda import read_document, read_what_can_be
from kanta_desk.archive.header import archive_fields, read_metadata
from kanta_desk.archive.profile import Kind
from kanta_desk.archive.writing import in_order, write_document, write_fields
from kanta_desk.errors import BadDocument
from kanta_desk.model.codes import Code
from kanta_desk.model.documents import JSON, XHTML, Party, Payload, PersonName, Software
from kanta_desk.model.identifiers import Henkilotunnus, Oid, TemporaryId
from tests.helpers.archive import profile
from tests.helpers.metadata import FULL, OID, SET

PROFILE = profile()
PAGE = b'<div class="soc-document" xmlns="http://www.w3.org/1999/xhtml"><p>Teksti</p></div>'


def cda(header: str = "", *, body: str | None = None, ids: str | None = None) -> bytes:
    """A document written by hand."""
    if ids is None:
        ids = (
            '<id root="1.2.246.10.1.11.2026.1"/><setId root="1.2.246.10.1.11.2026.1"/>'
            '<versionNumber value="1"/>'
        )
    if body is None:
        page = base64.b64encode(PAGE).decode()
        body = f'<text mediaType="{XHTML}" representation="B64">{page}</text>'
    return (
        '<?xml version="1.0" encoding="UTF-8"?><ClinicalDocument xmlns="urn:hl7-org:v3" '
        f'xmlns:hl7fi="urn:hl7finland">{ids}{header}'
        f"<component><nonXMLBody>{body}</nonXMLBody></component></ClinicalDocument>"
    ).encode()


def test_every_field_of_the_header_comes_back_as_it_was_written() -> None:
    root = etree.Element("{urn:hl7-org:v3}clinicalDocument")
    keys = [p.key for p in PROFILE.fields.values() if p.kind is not Kind.MEDIA]
    write_fields(root, FULL, keys, PROFILE)
    in_order(root)
    read = read_metadata(root, PROFILE, "subject 1")
    expected = replace(FULL, state=read.state, media_type=None)
    for field in fields(read):
        assert getattr(read, field.name) == getattr(expected, field.name), field.name
    unfilled = {f.name for f in fields(FULL) if getattr(FULL, f.name) in (None, (), "")}
    assert unfilled == {"purpose", "unreadable"}


def test_a_document_does_not_say_what_only_the_archive_knows() -> None:
    document = read_document(write_document(FULL, [Payload(XHTML, PAGE)], PROFILE), PROFILE)
    for key in archive_fields(PROFILE):
        if key not in ("state", "old_document"):
            assert getattr(document.metadata, key) is None, key
    assert document.metadata.title == FULL.title


def test_a_header_written_by_hand_is_read_from_its_published_places() -> None:
    header = """
      <code code="1" codeSystem="1.2.246.537.6.1264.201701" displayName="Asiakasrekisteri"/>
      <title> Merkintä </title>
      <effectiveTime value="20261005101500+0300"/>
      <languageCode code="SV" codeSystem="1.2.246.537.5.40175"/>
      <recordTarget><patientRole><id root="1.2.246.21" extension="010181-900C"/>
        <patient><name><given>Tessa</given><given>Maria</given><family>Testinen</family></name>
        <birthTime value="19810101"/></patient></patientRole></recordTarget>
      <author><time value="20261005"/><assignedAuthor><id root="1.2.246.537.26" extension="123"/>
        <assignedPerson><name><given>Saara</given><family>Kallio</family></name></assignedPerson>
        <representedOrganization><id root="1.2.246.10.1.10.2"/><name>Yksikkö</name>
        </representedOrganization></assignedAuthor></author>
      <custodian><assignedCustodian><representedCustodianOrganization>
        <id root="1.2.246.10.1.19.0"/><name>Pitäjä</name>
        </representedCustodianOrganization></assignedCustodian></custodian>
      <hl7fi:localSocialHeader><hl7fi:softwareSupport moderator="A" product="B" version="C"/>
      </hl7fi:localSocialHeader>
    """
    document = read_document(cda(header), PROFILE)
    metadata = document.metadata
    assert metadata.register == Code("1", "1.2.246.537.6.1264.201701", "Asiakasrekisteri")
    assert metadata.title == "Merkintä"
    assert metadata.created == datetime(2026, 10, 5, 7, 15, tzinfo=UTC)
    assert metadata.author_time == datetime(2026, 10, 4, 21, 0, tzinfo=UTC)
    assert metadata.client_id == Henkilotunnus.parse("010181-900C")
    assert metadata.client_name == PersonName("Tessa Maria", "Testinen")
    assert metadata.client_birth == date(1981, 1, 1)
    assert metadata.controller == Party(Oid("1.2.246.10.1.19.0"), "Pitäjä")
    assert metadata.service_unit == Party(Oid("1.2.246.10.1.10.2"), "Yksikkö")
    assert metadata.author is not None
    assert metadata.author.identifier == "123"
    assert metadata.software == Software("A", "B", "C")
    assert metadata.service_task is None
    assert metadata.unreadable == ()
    assert document.text == "Teksti"


def test_a_temporary_identifier_is_read_with_its_root() -> None:
    header = (
        "<recordTarget><patientRole>"
        '<id root="1.2.246.10.99999204.22.2026" extension="26000009417"/>'
        "</patientRole></recordTarget>"
    )
    read = read_document(cda(header), PROFILE).metadata.client_id
    assert read == TemporaryId(Oid("1.2.246.10.99999204.22.2026"), "26000009417")


@pytest.mark.parametrize(
    ("field", "header"),
    [
        ("created", '<effectiveTime value="20261399"/>'),
        ("client_birth", "<recordTarget><patientRole><patient><birthTime value='19810231'/>"
                         "</patient></patientRole></recordTarget>"),
        ("client_id", '<recordTarget><patientRole><id root="1.2.246.21" extension="010181-900D"/>'
                      "</patientRole></recordTarget>"),
        ("replaces", '<relatedDocument typeCode="RPLC"><parentDocument/></relatedDocument>'),
        ("security_ban", "<hl7fi:localSocialHeader><hl7fi:securityBan value='kyllä'/>"
                         "</hl7fi:localSocialHeader>"),
        ("controller", "<custodian><assignedCustodian><representedCustodianOrganization>"
                       "<name>Nimi</name></representedCustodianOrganization></assignedCustodian>"
                       "</custodian>"),
    ],
)  # fmt: skip
def test_a_value_that_cannot_be_read_is_named_and_the_rest_is_kept(field: str, header: str) -> None:
    metadata = read_document(cda(header + "<title>Otsikko</title>"), PROFILE).metadata
    assert metadata.unreadable == (field,)
    assert getattr(metadata, field) is None
    assert metadata.title == "Otsikko"


@pytest.mark.parametrize(
    "ids",
    [
        "",
        '<id root="1.2.3"/><setId root="1.2.3"/>',
        '<id root="1.2.3"/><setId root="1.2.3"/><versionNumber value="0"/>',
        '<id root="1.2.3"/><setId root="1.2.3"/><versionNumber value="kaksi"/>',
        '<id root="abc"/><setId root="1.2.3"/><versionNumber value="1"/>',
    ],
)
def test_a_document_without_readable_identity_is_refused(ids: str) -> None:
    with pytest.raises(BadDocument):
        read_document(cda(ids=ids), PROFILE)


@pytest.mark.parametrize(
    "body",
    [
        "",
        f'<text mediaType="{XHTML}" representation="B64">%%%</text>',
        f'<text mediaType="{XHTML}">teksti</text>',
        '<text mediaType="application/x-shockwave-flash" representation="B64">AAAA</text>',
        '<text representation="B64">AAAA</text>',
        f'<text mediaType="{XHTML}" representation="B64"><p/></text>',
        f'<text mediaType="{XHTML}" representation="B64">bm90IHhtbA==</text>',
        '<text mediaType="application/pdf" representation="B64">bm90IHBkZg==</text>',
    ],
)
def test_a_body_that_cannot_be_shown_is_refused(body: str) -> None:
    with pytest.raises(BadDocument):
        read_document(cda(body=body), PROFILE)


def test_json_beside_the_display_form_is_a_payload_of_its_own() -> None:
    page, data = base64.b64encode(PAGE).decode(), base64.b64encode(b'{"a":1}').decode()
    body = (
        f'<text mediaType="{XHTML}; charset=utf-8" representation="B64">{page.rstrip("=")}</text>'
        f'<hl7fi:json representation="B64">{data.rstrip("=")}</hl7fi:json>'
    )
    document = read_document(cda(body=body), PROFILE)
    assert [p.media_type for p in document.payloads] == [XHTML, JSON]
    assert document.payloads[0].data == PAGE
    assert document.payloads[1].data == b'{"a":1}'
    with pytest.raises(BadDocument):
        read_document(cda(body=body.replace(data.rstrip("="), "AAAA")), PROFILE)


def test_what_can_be_read_of_a_document_is_there_beside_the_fault_of_the_rest() -> None:
    page, bad = base64.b64encode(PAGE).decode(), base64.b64encode(b'{"a":').decode()
    shown = f'<text mediaType="{XHTML}" representation="B64">{page}</text>'
    broken = f'<text mediaType="{XHTML}" representation="B64">bm90IHhtbA==</text>'

    def form(data: str) -> str:
        return f'<hl7fi:json representation="B64">{data}</hl7fi:json>'

    half = read_what_can_be(cda(body=shown + form(bad)), PROFILE)
    assert half.text == "Teksti"
    assert [p.media_type for p in half.payloads] == [XHTML, JSON]
    assert half.fault is not None
    assert half.fault.place.startswith("json")

    other = read_what_can_be(cda(body=broken + form("e30=")), PROFILE)
    assert (other.text, [p.media_type for p in other.payloads]) == ("", [XHTML, JSON])
    assert other.fault is not None

    none = read_what_can_be(cda(body=form("%%%")), PROFILE)
    assert none.payloads == ()
    assert none.fault is not None
    assert none.original
    assert none.metadata.document_oid == Oid("1.2.246.10.1.11.2026.1")
    assert read_what_can_be(cda(), PROFILE).fault is None


def test_another_root_element_is_refused() -> None:
    with pytest.raises(BadDocument):
        read_document(b"<ClinicalDocument/>", PROFILE)


def test_the_practice_writer_keeps_the_order_of_the_standard() -> None:
    root = etree.fromstring(write_document(FULL, [Payload(XHTML, PAGE)], PROFILE))
    names = [etree.QName(child).localname for child in root]
    assert names == [
        "realmCode", "typeId", "templateId", "templateId", "id", "code", "title", "effectiveTime",
        "confidentialityCode", "languageCode", "setId", "versionNumber", "recordTarget", "author",
        "custodian", "participant", "relatedDocument", "componentOf", "localSocialHeader",
        "component",
    ]  # fmt: skip
    assert root.find("{urn:hl7-org:v3}id").get("root") == OID.value
    assert root.find("{urn:hl7-org:v3}setId").get("root") == SET.value


def test_an_element_without_value_hides_none_beside_it() -> None:
    patient = (
        '<recordTarget><patientRole><id nullFlavor="NI"/>'
        '<id root="1.2.246.21" extension="010181-900C"/></patientRole></recordTarget>'
    )
    read = read_document(cda(patient), PROFILE)
    assert read.metadata.client_id == Henkilotunnus.parse("010181-900C")


def test_a_foreign_body_is_named() -> None:
    foreign = cda().replace(b"nonXMLBody", b"structuredBody")
    with pytest.raises(BadDocument) as told:
        read_document(foreign, PROFILE)
    assert "structuredBody" in str(told.value.fields["place"])
