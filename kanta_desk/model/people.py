"""People, what they may do, in whose register and for what purpose."""

from __future__ import annotations

import re
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


class IdentifierKind(StrEnum):
    """Who gave an identifier on a card its value; one value means nothing without its kind.

    A professional's is the registration number of Terhikki and Suosikki (11 digits); other cards of
    social welfare and healthcare carry a number of the card's issuer; a citizen's carries SATU. A
    backup card stands in for any of these and carries its holder's own.
    """

    REGISTRATION = "registration"
    ISSUED = "issued"
    SATU = "satu"
    UNKNOWN = "unknown"


IDENTIFIER_KIND_NAMES: dict[IdentifierKind, Text] = {
    IdentifierKind.REGISTRATION: Text(
        "rekisteröintinumero", "registreringsnummer", "registration number"
    ),
    IdentifierKind.ISSUED: Text("korttitunniste", "kortbeteckning", "card identifier"),
    IdentifierKind.SATU: Text(
        "sähköinen asiointitunnus", "elektronisk kommunikationskod", "electronic identifier (SATU)"
    ),
    IdentifierKind.UNKNOWN: Text("tuntematon tunniste", "okänd beteckning", "unknown identifier"),
}


class IssuerFamily(StrEnum):
    """The families of certificates whose identifiers are unique among themselves."""

    SOTE = "sote"
    CITIZEN = "citizen"
    TEST = "test"
    UNKNOWN = "unknown"


_IDENTIFIERS: dict[CardType, tuple[IdentifierKind, IssuerFamily]] = {
    CardType.PROFESSIONAL: (IdentifierKind.REGISTRATION, IssuerFamily.SOTE),
    CardType.STAFF: (IdentifierKind.ISSUED, IssuerFamily.SOTE),
    CardType.OPERATOR: (IdentifierKind.ISSUED, IssuerFamily.SOTE),
    CardType.BACKUP: (IdentifierKind.ISSUED, IssuerFamily.SOTE),
    CardType.ORGANISATION: (IdentifierKind.ISSUED, IssuerFamily.SOTE),
    CardType.CITIZEN: (IdentifierKind.SATU, IssuerFamily.CITIZEN),
    CardType.TEST: (IdentifierKind.ISSUED, IssuerFamily.TEST),
}


_REGISTRATION = re.compile(r"[0-9]{11}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Identity:
    """By what a person is known: never by name, which changes and is shared."""

    value: str
    kind: IdentifierKind = IdentifierKind.UNKNOWN
    issuer: IssuerFamily = IssuerFamily.UNKNOWN

    @classmethod
    def on_card(cls, value: str, card_type: str) -> Identity:
        """The identity that a card of this type carries; an unknown type makes one of its own.

        A backup card with a registration number is its professional's, whose rights it has.
        """
        known = card_type in CardType.__members__.values()
        kind, issuer = _IDENTIFIERS.get(
            CardType(card_type) if known else CardType.UNKNOWN,
            (IdentifierKind.UNKNOWN, IssuerFamily.UNKNOWN),
        )
        if card_type == CardType.BACKUP and _REGISTRATION.fullmatch(value):
            kind = IdentifierKind.REGISTRATION
        return cls(value, kind, issuer)


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

    @property
    def identity(self) -> Identity:
        """By what the register of rights knows the holder."""
        return Identity.on_card(self.identifier, self.card_type)


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
    """For what data is used (käyttötarkoitus); both shown at the top and written to the log.

    ``roles``: which roles may use client data for it; empty means all of them.
    """

    code: str
    name: Text
    verified: bool
    roles: frozenset[Role] = frozenset()


@dataclass(frozen=True, slots=True)
class WorkContext:
    """Whose register, for what purpose, and with which unit's name one works."""

    register: Register
    purpose: Purpose
    unit: Party
