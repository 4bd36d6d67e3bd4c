"""Answer frames: acknowledgements become errors, and nothing is taken for what it is not."""

from __future__ import annotations

import base64

import pytest

from kanta_desk.archive.answers import read_document_answer, read_metadata_answer
from kanta_desk.archive.writing import write_document
from kanta_desk.errors import (
    ArchiveDenied,
    ArchiveError,
    ArchiveRejected,
    ArchiveUnavailable,
    BadAnswer,
    BadDocument,
)
from kanta_desk.model.documents import XHTML, Payload, RecordState
from tests.helpers.archive import profile
from tests.helpers.metadata import FULL

PROFILE = profile()
PAGE = b'<div class="soc-document" xmlns="http://www.w3.org/1999/xhtml"><p>Teksti</p></div>'
AA = (
    '<acknowledgement typeCode="AA"><targetMessage><id extension="m-1"/></targetMessage>'
    "</acknowledgement>"
)
IDS = (
    '<id root="{oid}"/><setId root="{set_id}"/><versionNumber value="2"/>'
    '<statusCode code="{state}"/>'
)


def soap(inside: str) -> bytes:
    """A SOAP envelope around something."""
    return (
        '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" '
        f'xmlns="urn:hl7-org:v3"><soap:Body>{inside}</soap:Body></soap:Envelope>'
    ).encode()


def answer(subjects: str = "", *, ack: str = AA, name: str = "RCMR_IN200030FI01") -> bytes:
    """An answer frame."""
    return soap(f"<{name}>{ack}<controlActProcess>{subjects}</controlActProcess></{name}>")


def refused(kind: str, code: str = "", said: str = "") -> str:
    """A refusing acknowledgement."""
    return (
        f'<acknowledgement typeCode="{kind}"><targetMessage><id extension="m-1"/></targetMessage>'
        f'<acknowledgementDetail><code code="{code}" displayName="{said}"/>'
        "<text>vapaa teksti 010181-900C</text></acknowledgementDetail></acknowledgement>"
    )


def subject(
    *, oid: str = FULL.document_oid.value, set_id: str = FULL.set_id.value,
    state: str = "completed", text: str = "",
) -> str:  # fmt: skip
    """One document of an answer."""
    ids = IDS.format(oid=oid, set_id=set_id, state=state)
    return f"<subject><clinicalDocument>{ids}{text}</clinicalDocument></subject>"


@pytest.mark.parametrize("frame", ["RCMR_IN200030FI01", "MCCI_IN000002UV01", "MCCI_IN000200UV01"])
@pytest.mark.parametrize(
    ("ack", "expected"),
    [
        (refused("AE", "5Y00009", "Käyttöoikeusvirhe."), ArchiveDenied),
        (refused("AE", "4Y00007", "Virhe sanoman eheydessä."), ArchiveRejected),
        (refused("CE", "STANDIN-01"), ArchiveRejected),
        (refused("AE"), ArchiveRejected),
        (refused("AR", "STANDIN-09", "Poissa käytöstä."), ArchiveUnavailable),
        (refused("CR"), ArchiveUnavailable),
        (refused("XX"), BadAnswer),
        ("", BadAnswer),
    ],
)
def test_refusals_become_errors(frame: str, ack: str, expected: type[ArchiveError]) -> None:
    with pytest.raises(expected) as told:
        read_metadata_answer(answer(ack=ack, name=frame), "m-1", PROFILE)
    assert "010181" not in str(told.value), "free text of an answer may tell of a person"


def test_a_rejection_tells_its_code_and_words() -> None:
    with pytest.raises(ArchiveRejected) as told:
        read_metadata_answer(answer(ack=refused("AE", "X1", "Sanottua")), "m-1", PROFILE)
    assert told.value.fields == {"issue": "X1", "said": "Sanottua"}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html><body>Request Rejected</body></html>",
        soap(""),
        soap("<RCMR_IN200030FI01/><RCMR_IN200030FI01/>"),
        answer(name="RCMR_IN200032FI01"),
        answer(name="MCCI_IN000002UV01"),
        answer(ack=AA.replace("m-1", "m-2")),
        answer(ack='<acknowledgement typeCode="AA"/>'),
        answer("<subject><clinicalDocument/></subject>"),
        answer(subject(state="")),
        answer(subject(state="mystery")),
        answer("<queryAck><resultTotalQuantity value='many'/></queryAck>"),
    ],
)
def test_what_is_not_an_answer_to_the_question_is_refused(data: bytes) -> None:
    with pytest.raises(BadAnswer):
        read_metadata_answer(data, "m-1", PROFILE)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("soap:Server", ArchiveUnavailable),
        ("soap:Client", ArchiveRejected),
        ("", ArchiveUnavailable),
    ],
)
def test_a_soap_fault_is_an_error(code: str, expected: type[ArchiveError]) -> None:
    fault = f'<soap:Fault><faultcode xmlns="">{code}</faultcode></soap:Fault>'
    with pytest.raises(expected):
        read_metadata_answer(soap(fault), "m-1", PROFILE)


def test_states_and_total_are_read() -> None:
    subjects = (
        subject()
        + subject(oid="1.2.4", state="obsolete")
        + subject(oid="1.2.5", state="nullified")
        + "<queryAck><resultTotalQuantity value='40'/></queryAck>"
    )
    read = read_metadata_answer(answer(subjects), "m-1", PROFILE)
    assert [d.state for d in read.documents] == list(RecordState)
    assert read.total == 40


def document_answer(text: str, **ids: str) -> bytes:
    """The answer to a document query."""
    return answer(subject(text=text, **ids), name="RCMR_IN200032FI01")


def b64(data: bytes) -> str:
    """A document in the frame."""
    return f'<text representation="B64">{base64.b64encode(data).decode()}</text>'


CDA = write_document(FULL, [Payload(XHTML, PAGE)], PROFILE)


def test_a_document_takes_from_the_frame_what_only_the_archive_knows() -> None:
    extra = (
        '<hl7fi:localSocialHeader xmlns:hl7fi="urn:hl7finland">'
        '<hl7fi:documentGroup code="STANDIN-VANHA" codeSystem="1.2.246.537.6.1505"/>'
        '<hl7fi:declaredTime value="20261005100300+0300"/></hl7fi:localSocialHeader>'
    )
    document = read_document_answer(
        document_answer(b64(CDA) + extra, state="obsolete"), "m-1", PROFILE
    )
    assert document is not None
    assert document.metadata.state is RecordState.REPLACED
    assert document.metadata.archived == FULL.archived
    assert document.metadata.old_document
    assert document.metadata.title == FULL.title
    assert document.original == CDA
    assert document.text == "Teksti"


def test_no_document_is_no_error_of_the_frame() -> None:
    assert read_document_answer(answer(name="RCMR_IN200032FI01"), "m-1", PROFILE) is None


@pytest.mark.parametrize("ids", [{"oid": "1.2.3.4"}, {"set_id": "1.2.3.4"}])
def test_a_document_that_is_another_than_its_frame_says_is_refused(ids: dict[str, str]) -> None:
    with pytest.raises(BadDocument) as told:
        read_document_answer(document_answer(b64(CDA), **ids), "m-1", PROFILE)
    assert "frame" in str(told.value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", BadAnswer),
        ("<text>teksti</text>", BadAnswer),
        ('<text representation="B64">%%%</text>', BadDocument),
        (b64(b"not xml"), BadDocument),
        (b64(b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'), BadDocument),
    ],
)
def test_a_frame_without_a_readable_document_is_refused(
    text: str, expected: type[ArchiveError]
) -> None:
    with pytest.raises(expected):
        read_document_answer(document_answer(text), "m-1", PROFILE)


def test_two_documents_for_one_are_refused() -> None:
    data = answer(subject(text=b64(CDA)) * 2, name="RCMR_IN200032FI01")
    with pytest.raises(BadAnswer):
        read_document_answer(data, "m-1", PROFILE)
