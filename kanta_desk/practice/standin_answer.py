"""Builds the stand-in's answers: acknowledgements, metadata lists, documents."""

from __future__ import annotations

import base64
import uuid
from collections.abc import Sequence
from copy import deepcopy
from datetime import UTC, datetime
from functools import lru_cache

from lxml import etree

from kanta_desk.archive.profile import Key, MessageProfile
from kanta_desk.archive.writing import in_order, place, write_fields
from kanta_desk.archive.xml import FI, NAMESPACES, SOAP, V3, parse
from kanta_desk.model.codes import CodeSystem
from kanta_desk.model.documents import XHTML, DocumentMetadata, RecordState
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.time import to_hl7
from kanta_desk.practice.organisation import NOTICE
from kanta_desk.practice.standin_query import Head
from kanta_desk.practice.standin_rows import Stored

_KEPT = 4_096
"""Headers that need not be put together anew when they are asked for again."""

_STUB = (
    '<div class="soc-document" xmlns="http://www.w3.org/1999/xhtml">'
    "<h1>Mitätöity asiakirja</h1><p>Asiakirja on mitätöity. Sen sisältöä ei näytetä.</p></div>"
)


def refusal(
    head: Head, kind: str, issues: Sequence[tuple[str, str]], profile: MessageProfile
) -> bytes:
    """An acknowledgement of ``kind`` AE or AR with ``issues``, each a code and its words."""
    envelope, frame = _frame(profile[Key.REFUSAL], head, profile)
    acknowledgement = _acknowledge(frame, kind, head)
    for code, said in issues:
        detail = _add(acknowledgement, "acknowledgementDetail", typeCode="E")
        _add(detail, "code", code=code, codeSystem=CodeSystem.PROCESS_ISSUE, displayName=said)
        _add(detail, "text").text = NOTICE
    return _bytes(envelope)


def accepted(head: Head, profile: MessageProfile) -> bytes:
    """An acknowledgement of kind AA: done, now or when the same message came before."""
    envelope, frame = _frame(profile[Key.INVALIDATION_ANSWER], head, profile)
    _acknowledge(frame, "AA", head)
    return _bytes(envelope)


def outcome_answer(
    head: Head, asked: str, issue: str | None, said: str, profile: MessageProfile
) -> bytes:
    """What was said to the message ``asked``: taken (``issue`` empty), refused, or unknown."""
    envelope, frame = _frame(profile[Key.OUTCOME_ANSWER], head, profile)
    _acknowledge(frame, "AA", head)
    act = _add(frame, "controlActProcess", classCode="CACT", moodCode="EVN")
    ack = _add(act, "queryAck")
    _add(ack, "queryId", root=head.message_root, extension=head.message_id)
    _add(ack, "queryResponseCode", code="NF" if issue is None else "OK")
    if issue is not None:
        told = _add(_add(act, "subject"), "acknowledgement", typeCode="AE" if issue else "AA")
        _add(_add(told, "targetMessage"), "id", root=head.message_root, extension=asked)
        if issue:
            detail = _add(told, "acknowledgementDetail", typeCode="E")
            _add(detail, "code", code=issue, codeSystem=CodeSystem.PROCESS_ISSUE, displayName=said)
    return _bytes(envelope)


def metadata_answer(
    head: Head, documents: list[Stored], total: int, remaining: int, profile: MessageProfile
) -> bytes:
    """The metadata of some documents; ``total`` match, ``remaining`` of them after these."""
    return _answer(head, documents, (total, remaining), profile, Key.METADATA_ANSWER, whole=False)


def document_answer(head: Head, documents: list[Stored], profile: MessageProfile) -> bytes:
    """One document with its content, or none."""
    return _answer(head, documents, (len(documents), 0), profile, Key.DOCUMENT_ANSWER, whole=True)


def _answer(
    head: Head,
    documents: list[Stored],
    count: tuple[int, int],
    profile: MessageProfile,
    interaction: Key,
    *,
    whole: bool,
) -> bytes:
    envelope, frame = _frame(profile[interaction], head, profile)
    _acknowledge(frame, "AA", head)
    act = _add(frame, "controlActProcess", classCode="CACT", moodCode="EVN")
    for document in documents:
        subject = _add(act, "subject", typeCode="SUBJ")
        _document(subject, document, profile, whole=whole)
    ack = _add(act, "queryAck")
    _add(ack, "queryId", root=head.message_root, extension=head.message_id)
    _add(ack, "queryResponseCode", code="OK" if documents else "NF")
    total, remaining = count
    _add(ack, "resultTotalQuantity", value=str(total))
    _add(ack, "resultCurrentQuantity", value=str(len(documents)))
    _add(ack, "resultRemainingQuantity", value=str(remaining))
    return _bytes(envelope)


def _document(
    subject: etree._Element, stored: Stored, profile: MessageProfile, *, whole: bool
) -> None:
    outside = deepcopy(_header(stored, profile))
    subject.append(outside)
    if whole:
        invalidated = stored.state is RecordState.INVALIDATED
        cda = _stub(stored.cda, profile) if invalidated else stored.cda
        text = _add(outside, "text", mediaType="text/xml", representation="B64")
        text.text = base64.b64encode(cda).decode()


@lru_cache(_KEPT)
def _header(stored: Stored, profile: MessageProfile) -> etree._Element:
    """The document's header as it was stored, and what the archive itself knows. To be copied."""
    outside = etree.Element(
        f"{{{V3}}}clinicalDocument",
        {"classCode": "DOCCLIN", "moodCode": "EVN"},
        {None: V3, "hl7fi": FI},
    )
    for child in parse(stored.cda, "stored document"):
        if etree.QName(child).localname not in ("typeId", "component"):
            outside.append(deepcopy(child))
    states = {state: code for code, state in profile.states.items()}
    place(outside, "v3:statusCode", code=states[stored.state])
    known = DocumentMetadata(
        document_oid=Oid(stored.oid),
        set_id=Oid(stored.set_id),
        version=stored.version,
        document_group=stored.group,
        active_controller=stored.controller,
        archived=stored.archived,
        disposal_time=stored.disposal,
    )
    by_archive = [p.key for p in profile.fields.values() if p.by_archive]
    write_fields(outside, known, by_archive, profile)
    in_order(outside)
    return outside


def _stub(cda: bytes, profile: MessageProfile) -> bytes:
    """The document with its header alone: an invalidated version gives no content any more."""
    bare = parse(cda, "stored document")
    for component in bare.findall("v3:component", NAMESPACES):
        bare.remove(component)
    text = place(bare, profile[Key.PATH_TEXT], mediaType=XHTML, representation="B64")
    text.text = base64.b64encode(_STUB.encode()).decode()
    return etree.tostring(bare, xml_declaration=True, encoding="utf-8")


def _frame(
    interaction: str, head: Head, profile: MessageProfile
) -> tuple[etree._Element, etree._Element]:
    envelope = etree.Element(f"{{{SOAP}}}Envelope", nsmap={"soap": SOAP, None: V3, "hl7fi": FI})
    body = etree.SubElement(envelope, f"{{{SOAP}}}Body")
    frame = _add(body, interaction, ITSVersion="XML_1.0")
    us = profile[Key.RECEIVER]
    _add(frame, "id", root=us, extension=str(uuid.uuid4()))
    _add(frame, "creationTime", value=to_hl7(datetime.now(UTC)))
    _add(frame, "interactionId", root="2.16.840.1.113883.1.6", extension=interaction,
         assigningAuthorityName="HL7FI")  # fmt: skip
    _add(frame, "processingCode", code=profile[Key.PROCESSING])
    _add(frame, "processingModeCode", code="T")
    _add(frame, "acceptAckCode", code="NE")
    receiver = _add(_add(frame, "receiver", typeCode="RCV"), "device", classCode="DEV")
    _add(receiver, "id", root=head.sender or us)
    sender = _add(_add(frame, "sender", typeCode="SND"), "device", classCode="DEV")
    _add(sender, "id", root=us)
    _add(sender, "name").text = NOTICE
    return envelope, frame


def _acknowledge(frame: etree._Element, kind: str, head: Head) -> etree._Element:
    acknowledgement = _add(frame, "acknowledgement", typeCode=kind)
    target = _add(acknowledgement, "targetMessage")
    if head.message_id:
        _add(target, "id", root=head.message_root, extension=head.message_id)
    return acknowledgement


def _add(parent: etree._Element, name: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{V3}}}{name}", attributes)


def _bytes(envelope: etree._Element) -> bytes:
    return etree.tostring(envelope, xml_declaration=True, encoding="utf-8")
