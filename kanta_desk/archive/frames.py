"""Builds HL7 V3 frames and queries in SOAP 1.1 envelopes, from a message profile."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from lxml import etree

from kanta_desk.archive.gateway import Call
from kanta_desk.archive.profile import Key, MessageProfile
from kanta_desk.archive.xml import FI, SOAP, V3
from kanta_desk.errors import CriterionNotOffered
from kanta_desk.model.codes import CodeSystem
from kanta_desk.model.documents import Continuation, SearchCriteria, SearchMode
from kanta_desk.model.identifiers import HETU_ROOT, ClientId, Henkilotunnus, Oid
from kanta_desk.model.time import HELSINKI, to_hl7

INTERACTION_ROOT = "2.16.840.1.113883.1.6"


@dataclass(frozen=True, slots=True)
class Query:
    """A query before it is written: criteria, or one document or set of any state."""

    criteria: SearchCriteria
    set_id: Oid | None = None

    @classmethod
    def of_document(cls, oid: Oid) -> Query:
        """The one version, whatever has become of it."""
        return cls(SearchCriteria(document_oid=oid, mode=SearchMode.VERSIONS))

    @classmethod
    def of_set(cls, set_id: Oid) -> Query:
        """All versions of a set."""
        return cls(SearchCriteria(mode=SearchMode.VERSIONS), set_id)


def metadata_query(query: Query, call: Call, profile: MessageProfile, now: datetime) -> bytes:
    """The message that asks for metadata."""
    return _message(query, call, profile, now, Key.METADATA_QUERY, Key.METADATA_REQUEST)


def continuation_query(
    at: Continuation, limit: int, call: Call, profile: MessageProfile, now: datetime
) -> bytes:
    """The message that asks for the next page of a query that the archive holds open."""
    frame, act = begin(Key.CONTINUATION, Key.CONTINUATION_REQUEST, call, profile, now, mood="RQO")
    further = _add(act, "queryContinuation")
    _add(further, "queryId", root=call.context.unit.oid.value, extension=at.query_id)
    _add(further, "startResultNumber", value=str(at.start))
    _add(further, "continuationQuantity", value=str(limit))
    _add(further, "statusCode", code="waitContinuedQueryResponse")
    return envelope(etree.tostring(frame, encoding="utf-8"))


def document_query(oid: Oid, call: Call, profile: MessageProfile, now: datetime) -> bytes:
    """The message that asks for one document with its content."""
    query = Query.of_document(oid)
    return _message(query, call, profile, now, Key.DOCUMENT_QUERY, Key.DOCUMENT_REQUEST)


def outcome_query(message_id: str, call: Call, profile: MessageProfile, now: datetime) -> bytes:
    """The message that asks what has become of an earlier one."""
    frame, act = begin(Key.OUTCOME_QUERY, Key.OUTCOME_REQUEST, call, profile, now, mood="RQO")
    by = _add(act, "queryByParameter")
    _add(by, "queryId", root=call.context.unit.oid.value, extension=call.message_id)
    _add(by, "statusCode", code="new")
    asked = _add(_add(by, "parameterList"), profile[Key.PARAMETER_MESSAGE])
    _add(asked, "value", root=call.context.unit.oid.value, extension=message_id)
    return envelope(etree.tostring(frame, encoding="utf-8"))


def envelope(frame: bytes) -> bytes:
    """A frame in its SOAP envelope, byte for byte as it is: its signature must survive."""
    return (
        b'<?xml version="1.0" encoding="UTF-8"?>\n<soap:Envelope xmlns:soap="'
        + SOAP.encode()
        + b'"><soap:Body>'
        + frame
        + b"</soap:Body></soap:Envelope>"
    )


def begin(
    interaction: Key, request: Key, call: Call, profile: MessageProfile, now: datetime, mood: str
) -> tuple[etree._Element, etree._Element]:
    """A frame as far as who asks for what: the frame, and its control act to go on with."""
    name, unit = profile[interaction], call.context.unit.oid.value
    frame = etree.Element(f"{{{V3}}}{name}", {"ITSVersion": "XML_1.0"}, {None: V3, "hl7fi": FI})
    _add(frame, "id", root=unit, extension=call.message_id)
    _add(frame, "creationTime", value=to_hl7(now))
    _add(frame, "interactionId", root=INTERACTION_ROOT, extension=name,
         assigningAuthorityName="HL7FI")  # fmt: skip
    _add(frame, "processingCode", code=profile[Key.PROCESSING])
    _add(frame, "processingModeCode", code="T")
    _add(frame, "acceptAckCode", code="AL")
    receiver = _add(frame, "receiver", typeCode="RCV")
    _add(_device(receiver), "id", root=profile[Key.RECEIVER])
    sender = _device(_add(frame, "sender", typeCode="SND"))
    _add(sender, "id", root=unit)
    _add(sender, "softwareName", profile[Key.CLIENT_SOFTWARE])
    act = _add(frame, "controlActProcess", classCode="CACT", moodCode=mood)
    _add(act, "reasonCode", code=profile[request], codeSystem=CodeSystem.SERVICE_REQUEST)
    _add(act, "reasonCode", code=call.context.purpose.code, codeSystem=CodeSystem.PURPOSE)
    _author(act, call, profile)
    return frame, act


def _message(
    query: Query,
    call: Call,
    profile: MessageProfile,
    now: datetime,
    interaction: Key,
    request: Key,
) -> bytes:
    frame, act = begin(interaction, request, call, profile, now, mood="RQO")
    _parameters(act, query, call, profile)
    return envelope(etree.tostring(frame, encoding="utf-8"))


def _author(act: etree._Element, call: Call, profile: MessageProfile) -> None:
    author = _add(act, "authorOrPerformer", typeCode="AUT")
    person = _add(author, "assignedPerson", classCode="ASSIGNED")
    _add(person, "id", root=profile[Key.USER_ROOT], extension=call.actor.user_id)
    _add(_add(person, "assignedPerson"), "name", call.actor.user_name)
    unit = _add(person, "representedOrganization")
    _add(unit, "id", root=call.context.unit.oid.value)
    _add(unit, "name", call.context.unit.name)


def _parameters(act: etree._Element, query: Query, call: Call, profile: MessageProfile) -> None:
    """Write the conditions of a query; one that the archive does not have stops it."""
    asked, register = query.criteria, call.context.register
    by = _add(act, "queryByParameter")
    _add(by, "queryId", root=call.context.unit.oid.value, extension=call.message_id)
    _add(by, "statusCode", code="new")
    _add(by, "initialQuantity", value=str(asked.limit))
    listed = _add(by, "parameterList")

    def parameter(key: Key, **attributes: str) -> etree._Element:
        if not profile[key]:
            raise CriterionNotOffered(key.removeprefix("parameter_"))
        return _add(_add(listed, profile[key]), "value", **attributes)

    def between(key: Key, first: date | None, last: date | None) -> None:
        if first or last:
            _between(parameter(key), first, last)

    if not profile.modes[asked.mode]:
        raise CriterionNotOffered(asked.mode)
    parameter(Key.PARAMETER_MODE, code=profile.modes[asked.mode])
    parameter(Key.PARAMETER_CONTROLLER, root=register.controller.oid.value)
    parameter(Key.PARAMETER_REGISTER, code=register.code.value, codeSystem=register.code.system)
    if asked.client_id:
        root, extension = client_pair(asked.client_id)
        parameter(Key.PARAMETER_CLIENT, root=root, extension=extension)
    if asked.client_name:
        name = parameter(Key.PARAMETER_NAME)
        _add(name, "given", asked.client_name.given)
        _add(name, "family", asked.client_name.family)
    if asked.client_birth:
        parameter(Key.PARAMETER_BIRTH, value=f"{asked.client_birth:%Y%m%d}")
    if asked.document_oid:
        parameter(Key.PARAMETER_DOCUMENT, root=asked.document_oid.value)
    if query.set_id:
        parameter(Key.PARAMETER_SET, root=query.set_id.value)
    if asked.case_id:
        parameter(Key.PARAMETER_CASE, extension=asked.case_id)
    for key, code, system in (
        (Key.PARAMETER_TASK, asked.service_task, CodeSystem.SERVICE_TASK),
        (Key.PARAMETER_PROCESS, asked.service_process, CodeSystem.SERVICE_PROCESS),
        (Key.PARAMETER_TYPE, asked.document_type, CodeSystem.DOCUMENT_TYPE),
        (Key.PARAMETER_GROUP, asked.document_group, CodeSystem.DOCUMENT_GROUP),
    ):
        if code:
            parameter(key, code=code, codeSystem=system)
    between(Key.PARAMETER_CREATED, asked.created_from, asked.created_to)
    between(Key.PARAMETER_ARCHIVED, asked.archived_from, asked.archived_to)
    if asked.author:
        parameter(Key.PARAMETER_AUTHOR, extension=asked.author)
    if asked.producer:
        parameter(Key.PARAMETER_PRODUCER, root=asked.producer.value)


def _between(element: etree._Element, first: date | None, last: date | None) -> None:
    if first:
        _add(element, "low", value=to_hl7(_midnight(first)))
    if last:
        # A day is inclusive for people; the message carries its last second.
        end = _midnight(last + timedelta(days=1)) - timedelta(seconds=1)
        _add(element, "high", value=to_hl7(end))


def client_pair(client: ClientId) -> tuple[str, str]:
    """Root and extension of a client's identifier, as messages and documents carry it."""
    if isinstance(client, Henkilotunnus):
        return HETU_ROOT, client.value
    return client.root.value, client.value


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), HELSINKI)


def _device(parent: etree._Element) -> etree._Element:
    return _add(parent, "device", classCode="DEV", determinerCode="INSTANCE")


def _add(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, f"{{{V3}}}{name}", attributes)
    if text:
        element.text = text
    return element
