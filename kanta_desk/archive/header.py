"""Reads metadata from a header, field by field as the message profile says."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from lxml import etree

from kanta_desk.archive.profile import Branch, FieldPlace, Key, Kind, MessageProfile
from kanta_desk.archive.xml import Fault, attribute, find, find_all, text_of
from kanta_desk.errors import BadAnswer, InputError
from kanta_desk.model.codes import Code
from kanta_desk.model.documents import (
    DocumentMetadata,
    Party,
    PersonName,
    Professional,
    RecordState,
    SignatureInfo,
    Software,
    VersionRef,
)
from kanta_desk.model.identifiers import HETU_ROOT, ClientId, Henkilotunnus, Oid, TemporaryId
from kanta_desk.model.time import date_from_hl7, from_hl7

_IDENTITY = ("document_oid", "set_id", "version")
_VERSION = re.compile(r"0{0,8}[1-9]\d{0,8}", re.ASCII)


def read_metadata(
    root: etree._Element,
    profile: MessageProfile,
    what: str,
    fault: Fault = BadAnswer,
    only: tuple[str, ...] = (),
) -> DocumentMetadata:
    """The metadata in ``root``: a ``ClinicalDocument``, or a ``clinicalDocument`` of an answer.

    ``only`` are the fields wanted, where not all are; its identity is read in any case.

    A value that cannot be read is left out and its field named in ``unreadable``; only a document
    without readable identity cannot be taken at all.

    Raises:
        BadAnswer or BadDocument (``fault``): naming ``what`` and the field of its identity.
    """
    values: dict[str, Any] = {}
    unreadable: list[str] = []
    for key, elements in _at_places(root, profile, only).items():
        place = profile.fields[key]
        try:
            values[key] = _READERS[place.kind](root, elements, place)
        except (InputError, ValueError):
            unreadable.append(key)
    for key in _IDENTITY:
        if values.get(key) is None:
            reason = "unreadable" if key in unreadable else "missing"
            raise fault(f"{what}: {profile.fields[key].path}", reason)
    group = values.get("document_group")
    values["old_document"] = group is not None and group.value == profile[Key.OLD_GROUP]
    return DocumentMetadata(**values, unreadable=tuple(unreadable))


def _at_places(
    root: etree._Element, profile: MessageProfile, only: tuple[str, ...]
) -> dict[str, list[etree._Element]]:
    """The elements of each field, in the document's order. One walk along the places of all fields
    is several times faster than a search for each."""
    found: dict[str, list[etree._Element]] = {}
    places = _places(profile, only)
    _walk(root, places.below, found)
    for key in places.fields:
        if elements := find_all(root, profile.fields[key].path):
            found[key] = elements
    return found


def _walk(
    element: etree._Element, below: Mapping[str, Branch], found: dict[str, list[etree._Element]]
) -> None:
    for child in element:
        branch = below.get(str(child.tag))
        if branch is None:
            continue
        # HL7's way to say that there is no value: another of its kind may have one.
        if branch.fields and child.get("nullFlavor") is None:
            for key in branch.fields:
                found.setdefault(key, []).append(child)
        if branch.below:
            _walk(child, branch.below, found)


@cache
def _places(profile: MessageProfile, only: tuple[str, ...]) -> Branch:
    wanted = {*_IDENTITY, *only} if only else profile.fields.keys()
    return profile.places_of(key for key in profile.fields if key in wanted)


def read_state(root: etree._Element, profile: MessageProfile, what: str) -> RecordState:
    """What the archive says has become of the version, from its answer's ``statusCode``.

    Raises:
        BadAnswer: if it says nothing, or something that the profile does not know.
    """
    code = attribute(root, "v3:statusCode", "code")
    if code not in profile.states:
        raise BadAnswer(f"{what}: statusCode", "missing" if not code else "unknown")
    return profile.states[code]


@cache
def archive_fields(profile: MessageProfile) -> tuple[str, ...]:
    """The fields that only the archive's answer knows, and not the document itself."""
    by_archive = (p.key for p in profile.fields.values() if p.by_archive)
    return ("state", "old_document", *by_archive)


def _value(element: etree._Element) -> str:
    return (element.get("value") or "").strip()


def _name(element: etree._Element | None) -> PersonName | None:
    if element is None:
        return None
    given = " ".join(filter(None, (text_of(e) for e in find_all(element, "v3:given"))))
    family = " ".join(filter(None, (text_of(e) for e in find_all(element, "v3:family"))))
    return PersonName(given, family) if given or family else None


def _code(element: etree._Element) -> Code | None:
    value = (element.get("code") or "").strip()
    system = (element.get("codeSystem") or "").strip()
    return Code(value, system, (element.get("displayName") or "").strip()) if value else None


def _client(element: etree._Element) -> ClientId | None:
    root, value = (element.get("root") or "").strip(), (element.get("extension") or "").strip()
    if not root and not value:
        return None
    return Henkilotunnus.parse(value) if root == HETU_ROOT else TemporaryId.parse(root, value)


def _party(root: etree._Element, element: etree._Element, place: FieldPlace) -> Party | None:
    if place.name_path:
        oid, name = element.get("root") or "", text_of(find(root, place.name_path))
    else:
        oid, name = attribute(element, "v3:id", "root"), text_of(find(element, "v3:name"))
    return Party(Oid.parse(oid), name) if oid or name else None


def _professional(element: etree._Element) -> Professional | None:
    root, value = attribute(element, "v3:id", "root"), attribute(element, "v3:id", "extension")
    name = _name(find(element, "v3:assignedPerson/v3:name"))
    if not value and name is None:
        return None
    return Professional(root, value, name or PersonName())


def _version(element: etree._Element) -> VersionRef:
    return VersionRef(
        Oid.parse(attribute(element, "v3:id", "root")),
        Oid.parse(attribute(element, "v3:setId", "root")),
        _count(attribute(element, "v3:versionNumber", "value")),
    )


def _count(text: str) -> int:
    """A version's number. One too large for the access log's entries is none."""
    if not _VERSION.fullmatch(text):
        raise ValueError("versions count from 1")
    return int(text)


def _flag(element: etree._Element) -> bool:
    value = _value(element)
    if value not in ("true", "false"):
        raise ValueError("neither true nor false")
    return value == "true"


def _interval(element: etree._Element) -> str | None:
    low, high = attribute(element, "v3:low", "value"), attribute(element, "v3:high", "value")
    return f"{low}/{high}" if low or high else None


def _signature(element: etree._Element) -> SignatureInfo | None:
    described = find(element, "hl7fi:signatureDescription")
    stamped = attribute(element, "hl7fi:signatureTimestamp", "value")
    kind = _code(described) if described is not None else None
    if kind is None and not stamped:
        return None
    return SignatureInfo(kind, from_hl7(stamped) if stamped else None)


def _software(element: etree._Element) -> Software | None:
    said = [(element.get(name) or "").strip() for name in ("moderator", "product", "version")]
    return Software(*said) if any(said) else None


def _texts(elements: list[etree._Element]) -> tuple[str, ...]:
    return tuple(filter(None, map(text_of, elements)))


_Read = Callable[[Any, list[Any], FieldPlace], Any]


def _one(read: Callable[[etree._Element], Any]) -> _Read:
    """A reader of the first element alone."""
    return lambda _root, elements, _place: read(elements[0])


_READERS: dict[Kind, _Read] = {
    Kind.OID: _one(lambda e: Oid.parse(e.get("root") or "")),
    Kind.ROOT: _one(lambda e: (e.get("root") or "").strip() or None),
    Kind.ROOTS: lambda _r, es, _p: tuple(filter(None, ((e.get("root") or "").strip() for e in es))),
    Kind.SYMBOL: _one(lambda e: (e.get("code") or "").strip() or None),
    Kind.TEXT: _one(lambda e: text_of(e) or None),
    Kind.TEXTS: lambda _r, es, _p: _texts(es),
    Kind.INTEGER: _one(lambda e: _count(_value(e))),
    Kind.TIME: _one(lambda e: from_hl7(_value(e)) if _value(e) else None),
    Kind.DATE: _one(lambda e: date_from_hl7(_value(e)) if _value(e) else None),
    Kind.FLAG: _one(_flag),
    Kind.INTERVAL: _one(_interval),
    Kind.CODE: _one(_code),
    Kind.CLIENT: _one(_client),
    Kind.NAME: _one(_name),
    Kind.PARTY: lambda root, es, place: _party(root, es[0], place),
    Kind.PROFESSIONAL: _one(_professional),
    Kind.VERSION: _one(_version),
    Kind.SOFTWARE: _one(_software),
    Kind.SIGNATURE: _one(_signature),
    Kind.MEDIA: _one(lambda e: (e.get("mediaType") or "").strip() or None),
}
