"""People, what they may do, in whose register and for what purpose."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kanta_desk.model.codes import Code
from kanta_desk.model.documents import Party
from kanta_desk.model.text import Language, Text


class CardType(StrEnum):
    """The kinds of card, told apart by rules over the certificate (``trust``), never by guess."""

    PROFESSIONAL = "professional"
    STAFF = "staff"
    OPERATOR = "operator"
    BACKUP = "backup"
    ORGANISATION = "organisation"
    CITIZEN = "citizen"
    TEST = "test"
    UNKNOWN = "unknown"


CARD_TYPE_NAMES: dict[CardType, Text] = {
    CardType.PROFESSIONAL: Text("ammattikortti", "yrkeskort", "professional card"),
    CardType.STAFF: Text("henkilöstökortti", "personalkort", "staff card"),
    CardType.OPERATOR: Text("toimijakortti", "aktörskort", "operator card"),
    CardType.BACKUP: Text("varakortti", "reservkort", "backup card"),
    CardType.ORGANISATION: Text("organisaatiokortti", "organisationskort", "organisation card"),
    CardType.CITIZEN: Text("henkilökortti", "identitetskort", "citizen's identity card"),
    CardType.TEST: Text("testikortti", "testkort", "test card"),
    CardType.UNKNOWN: Text("tuntematon kortti", "okänt kort", "unknown card"),
}


@dataclass(frozen=True, slots=True)
class Holder:
    """The person on the card, as its authentication certificate says.

    ``identifier`` is the unique identifier that the access log must hold: the certificate
    subject's serial number. ``type_rule`` names the rule that told the card's type.
    """

    name: str
    identifier: str
    card_type: CardType
    type_rule: str
    organisation: str
    title: str
    certificate_serial: str
    certificate_sha256: str
    card_serial: str
    valid_to: date


class Role(StrEnum):
    """What a person may be at the desk."""

    ARCHIVIST = "archivist"
    INVALIDATOR = "invalidator"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"
    VIEWER = "viewer"


ROLE_NAMES: dict[Role, Text] = {
    Role.ARCHIVIST: Text("arkistonhoitaja", "arkivarie", "archivist"),
    Role.INVALIDATOR: Text("mitätöijä", "makulerare", "invalidator"),
    Role.ADMINISTRATOR: Text("pääkäyttäjä", "huvudanvändare", "administrator"),
    Role.AUDITOR: Text("lokin valvoja", "loggövervakare", "auditor"),
    Role.VIEWER: Text("katselija", "läsbehörig", "viewer"),
}


def role_words(held: str, language: Language) -> str:
    """Roles as the access log holds them (``archivist, auditor``), in words."""
    known = {role.value: name.of(language) for role, name in ROLE_NAMES.items()}
    return ", ".join(known.get(word, word) for word in map(str.strip, held.split(",")))


@dataclass(frozen=True, slots=True)
class Register:
    """One controller's register: whose data is used."""

    controller: Party
    code: Code

    @property
    def key(self) -> str:
        """Controller and register as one word, for files and filters."""
        return f"{self.controller.oid}/{self.code.value}"


@dataclass(frozen=True, slots=True)
class Purpose:
    """For what data is used (käyttötarkoitus); both shown at the top and written to the log."""

    code: str
    name: Text
    verified: bool


@dataclass(frozen=True, slots=True)
class Grant:
    """One right: who (by the identity on the card), what, where, on what basis, and how long."""

    identifier: str
    name: str
    role: Role
    register: Register
    basis: str
    valid_from: date
    valid_to: date | None
    granted_by: str


@dataclass(frozen=True, slots=True)
class WorkContext:
    """Whose register, for what purpose, and with which unit's name one works."""

    register: Register
    purpose: Purpose
    unit: Party
