"""What a person typed to search by: told apart, checked and named before anything is sent.

Recognises a henkilötunnus, a temporary identifier, an OID, a name with a date of birth, and takes
any other text for a case number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from kanta_desk.errors import InputError, InvalidIdentifier
from kanta_desk.model.documents import PersonName, SearchCriteria
from kanta_desk.model.identifiers import ClientId, Henkilotunnus, Oid, TemporaryId
from kanta_desk.model.time import from_finnish_date

MAX_CASE = 128

# Also a half-typed one, so that a part of it is never sent, or logged, as a case number.
_MEANT_HETU = re.compile(r"\d{6}\s?(?:[-+A-FU-Ya-fu-y]\s?\w{0,5}|\d{3}[A-Za-z])", re.ASCII)
_DASHES = str.maketrans("‐‑–−", "----")
_MEANT_OID = re.compile(r"(urn:oid:)?[0-2]\.[\d.]+", re.ASCII)
_ROOT_AND_VALUE = re.compile(r"(?:urn:oid:)?(1\.2\.246\.10\.[\d.]+)[\s/]+(\S+)", re.ASCII)
_NAME_AND_BIRTH = re.compile(r"(\D+?)[\s,]+(\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d{2}-\d{2})", re.ASCII)


class KeyKind(Enum):
    """What the text is taken for."""

    NOTHING = auto()
    HENKILOTUNNUS = auto()
    TEMPORARY_ID = auto()
    NAME_AND_BIRTH = auto()
    DOCUMENT = auto()
    CASE = auto()


@dataclass(frozen=True, slots=True)
class SearchKey:
    """A typed key: what it is, and what is wrong with it (a reason's word) or empty.

    ``client``, ``name`` with ``birth``, or ``oid`` is set where the kind has one; ``text`` is what
    was typed, without spaces around. ``repr`` holds none of it.
    """

    kind: KeyKind
    problem: str = ""
    text: str = ""
    client: ClientId | None = None
    name: PersonName | None = None
    birth: date | None = None
    oid: Oid | None = None

    def __repr__(self) -> str:
        return f"SearchKey({self.kind.name}, problem={self.problem!r})"

    @property
    def usable(self) -> bool:
        """Whether one can search with it."""
        return self.kind is not KeyKind.NOTHING and not self.problem

    def criteria(self) -> SearchCriteria:
        """The criteria with this key alone."""
        match self.kind:
            case KeyKind.HENKILOTUNNUS | KeyKind.TEMPORARY_ID:
                return SearchCriteria(client_id=self.client)
            case KeyKind.NAME_AND_BIRTH:
                return SearchCriteria(client_name=self.name, client_birth=self.birth)
            case KeyKind.DOCUMENT:
                return SearchCriteria(document_oid=self.oid)
            case KeyKind.CASE:
                return SearchCriteria(case_id=self.text)
            case KeyKind.NOTHING:
                return SearchCriteria()


def recognise(typed: str, *, oid_is_case: bool = False) -> SearchKey:
    """Take ``typed`` for what it looks like; ``oid_is_case`` takes an OID for a case number."""
    text = typed.strip()
    if not text:
        return SearchKey(KeyKind.NOTHING)
    if _MEANT_HETU.fullmatch(dashed := text.translate(_DASHES)):
        return _henkilotunnus(dashed)
    if found := _ROOT_AND_VALUE.fullmatch(text):
        return _temporary(text, found[1], found[2])
    if _MEANT_OID.fullmatch(text) and not oid_is_case:
        return _document(text)
    if found := _NAME_AND_BIRTH.fullmatch(text):
        return _person(text, found[1], found[2])
    return SearchKey(KeyKind.CASE, "" if len(text) <= MAX_CASE else "length", text)


def _henkilotunnus(text: str) -> SearchKey:
    try:
        client = Henkilotunnus.parse(re.sub(r"\s", "", text))
    except InvalidIdentifier as error:
        return SearchKey(KeyKind.HENKILOTUNNUS, str(error.fields["reason"]), text)
    return SearchKey(KeyKind.HENKILOTUNNUS, text=text, client=client)


def _temporary(text: str, root: str, value: str) -> SearchKey:
    try:
        client = TemporaryId.parse(root, value)
    except InvalidIdentifier as error:
        return SearchKey(KeyKind.TEMPORARY_ID, str(error.fields["reason"]), text)
    return SearchKey(KeyKind.TEMPORARY_ID, text=text, client=client)


def _document(text: str) -> SearchKey:
    try:
        return SearchKey(KeyKind.DOCUMENT, text=text, oid=Oid.parse(text))
    except InvalidIdentifier as error:
        return SearchKey(KeyKind.DOCUMENT, str(error.fields["reason"]), text)


def _person(text: str, names: str, born: str) -> SearchKey:
    """``Sukunimi, Etunimi`` or ``Etunimi Sukunimi`` with a date of birth."""
    if "," in names:
        family, given = (part.strip() for part in names.split(",", 1))
    else:
        given, _, family = names.strip().rpartition(" ")
    if not given or not family:
        return SearchKey(KeyKind.NAME_AND_BIRTH, "name", text)
    try:
        birth = from_finnish_date(born)
    except InputError:
        return SearchKey(KeyKind.NAME_AND_BIRTH, "date", text)
    return SearchKey(KeyKind.NAME_AND_BIRTH, text=text, name=PersonName(given, family), birth=birth)
