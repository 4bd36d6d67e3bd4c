"""Builds the message that invalidates a document: a new version without content that replaces it.

What is certain (the document's group, ids, set, version and RPLC) and what is taken from Kela's
patient side (fields, recordStatus, stub body) is told fact by fact in the message profile.
"""

from __future__ import annotations

import base64
from dataclasses import replace
from datetime import datetime

from lxml import etree

from kanta_desk.archive.frames import begin
from kanta_desk.archive.gateway import Call
from kanta_desk.archive.profile import Key, Kind, MessageProfile
from kanta_desk.archive.requests import Order
from kanta_desk.archive.writing import in_order, place, write_document, write_fields
from kanta_desk.archive.xml import V3, parse
from kanta_desk.model.codes import Code, CodeSystem
from kanta_desk.model.documents import (
    XHTML,
    DocumentMetadata,
    Payload,
    PersonName,
    Professional,
    VersionRef,
    organisation_of,
)
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.text import Language

_STUB = (
    b'<div class="soc-document" xmlns="http://www.w3.org/1999/xhtml">'
    b"<p>Asiakirja on mit\xc3\xa4t\xc3\xb6ity.</p></div>"
)


def new_document_oid(profile: MessageProfile, unit: Oid, number: int, year: int) -> Oid:
    """An OID for a new version, in the arcs of the unit's organisation."""
    written = profile[Key.NEW_DOCUMENT_OID].format(
        organisation=organisation_of(unit), year=year, number=number
    )
    return Oid.parse(written)


def invalidating_version(
    order: Order, call: Call, profile: MessageProfile, now: datetime
) -> DocumentMetadata:
    """The metadata of the version that says that the document is invalidated."""
    before, given = order.metadata, call.actor.user_name.rpartition(" ")
    return replace(
        before,
        document_oid=order.new_oid,
        version=before.version + 1,
        replaces=VersionRef(before.document_oid, before.set_id, before.version),
        author=Professional(
            profile[Key.USER_ROOT], call.actor.user_id, PersonName(given[0], given[2])
        ),
        author_time=now,
        author_role=Code(profile[Key.INVALIDATOR_FUNCTION], CodeSystem.PERSON_SPECIFIER),
        service_unit=call.context.unit,
        created=now,
        status=Code(profile[Key.INVALIDATED_RECORD_STATUS], CodeSystem.RECORD_STATUS),
        signature=None,
    )


def invalidation_frame(
    order: Order, call: Call, profile: MessageProfile, now: datetime
) -> etree._Element:
    """The frame, not yet signed."""
    frame, act = begin(Key.INVALIDATION, Key.INVALIDATION_REQUEST, call, profile, now, mood="EVN")
    subject = etree.SubElement(act, f"{{{V3}}}subject", {"typeCode": "SUBJ"})
    outside = etree.SubElement(
        subject, f"{{{V3}}}clinicalDocument", {"classCode": "DOCCLIN", "moodCode": "EVN"}
    )
    version = invalidating_version(order, call, profile, now)
    named = profile.invalidation_fields
    write_fields(outside, version, named, profile)
    if path := profile[Key.REASON_PATH]:
        said = place(outside, path, code=order.reason.code)
        said.text = order.text or order.reason.name.of(Language.FI)
    in_order(outside)
    kept = {
        key: getattr(version, key) for key in named if profile.fields[key].kind is not Kind.MEDIA
    }
    stub = write_document(DocumentMetadata(**kept), [Payload(XHTML, _STUB)], profile)
    text = etree.SubElement(
        outside, f"{{{V3}}}text", {"mediaType": "text/xml", "representation": "B64"}
    )
    text.text = base64.b64encode(stub).decode()
    return frame


def identifiers_in(frame: bytes) -> frozenset[str]:
    """Every identifier that a frame names: to see whether it is of a certain message and document.

    Raises:
        BadAnswer: if it is no XML.
    """
    elements = parse(frame, "frame").iter()
    named = (element.get(key) for element in elements for key in ("root", "extension"))
    return frozenset(filter(None, named))
