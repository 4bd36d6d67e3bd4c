"""Writes metadata and CDA R2 documents, field by field as the message profile says."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import cache
from typing import Any

from lxml import etree

from kanta_desk.archive.profile import FieldPlace, Key, Kind, MessageProfile
from kanta_desk.archive.xml import FI, NAMESPACES, V3
from kanta_desk.model.codes import Code
from kanta_desk.model.documents import (
    JSON,
    DocumentMetadata,
    Party,
    Payload,
    PersonName,
    Professional,
    SignatureInfo,
    Software,
    VersionRef,
)
from kanta_desk.model.identifiers import HETU_ROOT, ClientId, Henkilotunnus, Oid
from kanta_desk.model.time import to_hl7

_STEP = re.compile(r"(\w+):(\w+)(?:\[@(\w+)='([^']*)'\])?")
# The order of CDA R2's elements, for all levels of the header at once; no two levels disagree.
_ORDER = (
    "realmCode", "typeId", "templateId", "id", "code", "title", "statusCode", "effectiveTime",
    "confidentialityCode", "languageCode", "setId", "versionNumber", "copyTime", "recordTarget",
    "patient", "name", "administrativeGenderCode", "birthTime", "author", "functionCode", "time",
    "assignedAuthor", "assignedPerson", "representedOrganization", "custodian", "participant",
    "relatedDocument", "componentOf", "localSocialHeader", "component",
)  # fmt: skip
_RANK = {name: rank for rank, name in enumerate(_ORDER)}


def write_document(
    metadata: DocumentMetadata, payloads: Iterable[Payload], profile: MessageProfile
) -> bytes:
    """A ``ClinicalDocument`` with all of ``metadata`` that a document itself can carry."""
    root = etree.Element(f"{{{V3}}}ClinicalDocument", nsmap={None: V3, "hl7fi": FI})
    place(root, "v3:typeId", root="2.16.840.1.113883.1.3", extension="POCD_HD000040")
    keys = [p.key for p in profile.fields.values() if not p.by_archive and p.kind is not Kind.MEDIA]
    write_fields(root, metadata, keys, profile)
    for payload in payloads:
        at = Key.PATH_JSON if payload.media_type == JSON else Key.PATH_TEXT
        element = place(root, profile[at], representation="B64")
        if payload.media_type != JSON:
            element.set("mediaType", payload.media_type)
        element.text = base64.b64encode(payload.data).decode()
    in_order(root)
    return etree.tostring(root, xml_declaration=True, encoding="utf-8")


def write_fields(
    root: etree._Element, metadata: DocumentMetadata, keys: Iterable[str], profile: MessageProfile
) -> None:
    """Write the fields ``keys`` of ``metadata`` below ``root``; absent ones leave no trace."""
    for key in keys:
        field, value = profile.fields[key], getattr(metadata, key)
        if value is not None and value != ():
            _WRITERS[field.kind](root, field, value)


def place(at: etree._Element, path: str, /, *, new: bool = False, **said: str) -> etree._Element:
    """The element at ``path``, made with all that leads to it; ``new``: another beside it."""
    element, steps = at, _steps(path)
    for number, (tag, attribute, value) in enumerate(steps, 1):
        found = None if new and number == len(steps) else _child(element, tag, attribute, value)
        if found is None:
            found = etree.SubElement(element, tag)
            if attribute:
                found.set(attribute, value)
        element = found
    for name, value in said.items():
        element.set(name, value)
    return element


def _child(element: etree._Element, tag: str, attribute: str, value: str) -> etree._Element | None:
    for child in element:
        if child.tag == tag and (not attribute or child.get(attribute) == value):
            return child
    return None


@cache
def _steps(path: str) -> tuple[tuple[str, str, str], ...]:
    """Each step of a path: its tag, and the attribute that tells it apart."""
    return tuple(
        (f"{{{NAMESPACES[step[1]]}}}{step[2]}", step[3] or "", step[4] or "")
        for step in _STEP.finditer(path)
    )


def in_order(root: etree._Element) -> None:
    """Put children into the order of the standard, on every level."""
    for element in list(root.iter()):
        if len(element) > 1:
            element[:] = sorted(element, key=_rank)


def _rank(element: etree._Element) -> int:
    return _RANK.get(str(element.tag).rpartition("}")[2], 0)


def _oid(root: etree._Element, field: FieldPlace, value: Oid | str) -> None:
    place(root, field.path, root=str(value))


def _oids(root: etree._Element, field: FieldPlace, value: tuple[str, ...]) -> None:
    for each in value:
        place(root, field.path, new=True, root=each)


def _symbol(root: etree._Element, field: FieldPlace, value: str) -> None:
    place(root, field.path, code=value)


def _text(root: etree._Element, field: FieldPlace, value: str) -> None:
    place(root, field.path).text = value


def _texts(root: etree._Element, field: FieldPlace, value: tuple[str, ...]) -> None:
    for each in value:
        place(root, field.path, new=True).text = each


def _plain(root: etree._Element, field: FieldPlace, value: int) -> None:
    place(root, field.path, value=str(value))


def _time(root: etree._Element, field: FieldPlace, value: datetime) -> None:
    place(root, field.path, value=to_hl7(value))


def _date(root: etree._Element, field: FieldPlace, value: date) -> None:
    place(root, field.path, value=f"{value:%Y%m%d}")


def _flag(root: etree._Element, field: FieldPlace, value: bool) -> None:
    place(root, field.path, value="true" if value else "false")


def _interval(root: etree._Element, field: FieldPlace, value: str) -> None:
    low, _, high = value.partition("/")
    for name, bound in (("low", low), ("high", high)):
        if bound:
            place(root, f"{field.path}/v3:{name}", value=bound)


def _code(root: etree._Element, field: FieldPlace, value: Code) -> None:
    write_code(place(root, field.path), value)


def write_code(element: etree._Element, value: Code) -> None:
    """Write a code's value, system and display into the attributes of an element."""
    element.set("code", value.value)
    element.set("codeSystem", value.system)
    if value.display:
        element.set("displayName", value.display)


def _client(root: etree._Element, field: FieldPlace, value: ClientId) -> None:
    issued_by = HETU_ROOT if isinstance(value, Henkilotunnus) else value.root.value
    place(root, field.path, root=issued_by, extension=value.value)


def _name(root: etree._Element, field: FieldPlace, value: PersonName) -> None:
    _write_name(place(root, field.path), value)


def _write_name(element: etree._Element, value: PersonName) -> None:
    for given in value.given.split():
        place(element, "v3:given", new=True).text = given
    if value.family:
        place(element, "v3:family").text = value.family


def _party(root: etree._Element, field: FieldPlace, value: Party) -> None:
    element = place(root, field.path)
    if field.name_path:
        element.set("root", value.oid.value)
        name = place(root, field.name_path)
    else:
        place(element, "v3:id", root=value.oid.value)
        name = place(element, "v3:name")
    name.text = value.name


def _professional(root: etree._Element, field: FieldPlace, value: Professional) -> None:
    author = place(root, field.path)
    place(author, "v3:id", root=value.root, extension=value.identifier)
    _write_name(place(author, "v3:assignedPerson/v3:name"), value.name)


def _version(root: etree._Element, field: FieldPlace, value: VersionRef) -> None:
    parent = place(root, field.path)
    place(parent, "v3:id", root=value.oid.value)
    place(parent, "v3:setId", root=value.set_id.value)
    place(parent, "v3:versionNumber", value=str(value.version))


def _software(root: etree._Element, field: FieldPlace, value: Software) -> None:
    place(root, field.path, moderator=value.vendor, product=value.product, version=value.version)


def _signature(root: etree._Element, field: FieldPlace, value: SignatureInfo) -> None:
    signature = place(root, field.path)
    if value.kind:
        write_code(place(signature, "hl7fi:signatureDescription"), value.kind)
    if value.time:
        place(signature, "hl7fi:signatureTimestamp", value=to_hl7(value.time))


_WRITERS: dict[Kind, Callable[[Any, FieldPlace, Any], None]] = {
    Kind.OID: _oid,
    Kind.ROOT: _oid,
    Kind.ROOTS: _oids,
    Kind.SYMBOL: _symbol,
    Kind.TEXT: _text,
    Kind.TEXTS: _texts,
    Kind.INTEGER: _plain,
    Kind.TIME: _time,
    Kind.DATE: _date,
    Kind.FLAG: _flag,
    Kind.INTERVAL: _interval,
    Kind.CODE: _code,
    Kind.CLIENT: _client,
    Kind.NAME: _name,
    Kind.PARTY: _party,
    Kind.PROFESSIONAL: _professional,
    Kind.VERSION: _version,
    Kind.SOFTWARE: _software,
    Kind.SIGNATURE: _signature,
}
