"""What a person typed to search by: told apart, checked and named before anything is sent.

Recognises a henkilötunnus, a temporary identifier, an OID, a name with a date of birth, a word for
what is not in the archive, and takes any other text for a case number. What could be the beginning
of a client's identifier or name is never taken for a case number, unless the person says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from kanta_desk.errors import InputError, InvalidIdentifier
from kanta_desk.model.documents import PersonName, SearchCriteria
from kanta_desk.model.identifiers import ClientId, Henkilotunnus, Oid, TemporaryId
from kanta_desk.model.time import finnish_date, from_finnish_date

MAX_CASE = 128

# Also a half-typed one, so that a part of it is never sent, or logged, as a case number.
_MEANT_HETU = re.compile(r"\d{6}\s?(?:[-+A-FU-Ya-fu-y]\s?\w{0,5}|\d{3}[A-Za-z])", re.ASCII)
_BARE_DIGITS = re.compile(r"(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}\d{0,4}", re.ASCII)
_BEGUN_HETU = re.compile(r"\d{6}\s?(?:[-+A-FU-Ya-fu-y]\s?\d{0,3})?", re.ASCII)
_DASHES = str.maketrans("‐‑–−", "----")
_MEANT_OID = re.compile(r"(urn:oid:)?[0-2]\.[\d.]+", re.ASCII)
_ROOT_ALONE = re.compile(r"(?:urn:oid:)?1\.2\.246\.10(?:\.\d+)+\.22\.\d{4}", re.ASCII)
_ROOT_AND_VALUE = re.compile(r"(?:urn:oid:)?(1\.2\.246\.10\.[\d.]+)[\s/]+(\S+)", re.ASCII)
_NAME_AND_BIRTH = re.compile(r"(\D+?)[\s,]+(\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d{2}-\d{2})", re.ASCII)
_NAME_ALONE = re.compile(r"[^\W\d_][^\d_:;/]+")
_NAME_AND_PART = re.compile(r"[^\W\d_][^\d_:;/]*[\s,]+[^\W\d_][^\d_:;/]*[\s,]+[\d.-]{1,9}")
_ELSEWHERE = re.compile(
    r"(?:kanta.?)?inform(?:ointi|oinni|ation)|(?:luovutus)?(?:lu[pv]a[nt]?|kiel(?:to|lo|lot))\b"
    r"|suostum|tahdonilmai|viljeyttring|utlämningstillstånd|(?:utlämnings)?förbud|samtyck"
    r"|consent|prohibition|disclosure permit",
    re.IGNORECASE,
)
ELSEWHERE_GROUPS = ("8", "9")
"""The document groups of disclosure permits and prohibitions (code set 1.2.246.537.6.1505)."""


class KeyKind(Enum):
    """What the text is taken for."""

    NOTHING = auto()
    HENKILOTUNNUS = auto()
    TEMPORARY_ID = auto()
    NAME_AND_BIRTH = auto()
    DOCUMENT = auto()
    CASE = auto()
    ELSEWHERE = auto()


@dataclass(frozen=True, slots=True)
class SearchKey:
    """A typed key: what it is, and what is wrong with it (a reason's word) or empty.

    ``client``, ``name`` with ``birth``, or ``oid`` is set where the kind has one; ``text`` is what
    was typed, without spaces around. ``begun``: what is wrong may come right with more letters.
    ``repr`` holds none of it.
    """

    kind: KeyKind
    problem: str = ""
    text: str = ""
    client: ClientId | None = None
    name: PersonName | None = None
    birth: date | None = None
    oid: Oid | None = None
    begun: bool = False

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
            case KeyKind.NOTHING | KeyKind.ELSEWHERE:
                return SearchCriteria()


def recognise(typed: str, *, is_case: bool = False) -> SearchKey:
    """Take ``typed`` for what it looks like.

    ``is_case`` takes it for a case number, whatever it looks like but a whole henkilötunnus.
    """
    text = typed.strip()
    if not text:
        return SearchKey(KeyKind.NOTHING)
    dashed = text.translate(_DASHES)
    if _MEANT_HETU.fullmatch(dashed):
        return _henkilotunnus(dashed)
    if is_case:
        return _case(text)
    if _BARE_DIGITS.fullmatch(text):
        begun = len(text) == len("ppkkvv")
        return SearchKey(KeyKind.HENKILOTUNNUS, "sign", text, begun=begun)
    if found := _ROOT_AND_VALUE.fullmatch(text):
        return _temporary(text, found[1], found[2])
    if _ROOT_ALONE.fullmatch(text):
        return SearchKey(KeyKind.TEMPORARY_ID, "value", text, begun=True)
    if _MEANT_OID.fullmatch(text):
        return _document(text)
    if found := _NAME_AND_BIRTH.fullmatch(text):
        return _person(text, found[1], found[2])
    if _ELSEWHERE.match(text):
        return SearchKey(KeyKind.ELSEWHERE, "elsewhere", text, begun=True)
    if _NAME_ALONE.fullmatch(text) or _NAME_AND_PART.fullmatch(text):
        return SearchKey(KeyKind.NAME_AND_BIRTH, "birth", text, begun=True)
    return _case(text)


def key_text(criteria: SearchCriteria) -> str:
    """What to write into the search line so that ``recognise`` finds the criteria's key in it."""
    if isinstance(criteria.client_id, TemporaryId):
        return f"{criteria.client_id.root} {criteria.client_id}"
    if criteria.client_id is not None:
        return str(criteria.client_id)
    if criteria.client_name is not None and criteria.client_birth is not None:
        name = criteria.client_name
        return f"{name.family}, {name.given} {finnish_date(criteria.client_birth)}"
    if criteria.document_oid is not None:
        return criteria.document_oid.value
    return criteria.case_id or ""


def _case(text: str) -> SearchKey:
    return SearchKey(KeyKind.CASE, "" if len(text) <= MAX_CASE else "length", text)


def _henkilotunnus(text: str) -> SearchKey:
    try:
        client = Henkilotunnus.parse(re.sub(r"\s", "", text))
    except InvalidIdentifier as error:
        begun = bool(_BEGUN_HETU.fullmatch(text))
        return SearchKey(KeyKind.HENKILOTUNNUS, str(error.fields["reason"]), text, begun=begun)
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
        reason = str(error.fields["reason"])
        return SearchKey(KeyKind.DOCUMENT, reason, text, begun=text.endswith("."))


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
