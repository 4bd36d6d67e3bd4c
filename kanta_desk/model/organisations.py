"""Organisations and units as THL's SOTE organisation register tells them.

Source of the fields: the register's published XML (attributes ``longname``, ``abbreviation``,
``parentid``, ``Y-Tunnus``, ``officestreetaddress`` …; code system 1.2.246.537.6.202).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kanta_desk.model.codes import CodeSystem, within
from kanta_desk.model.text import Text

SYSTEM_NAMES: dict[str, Text] = {
    CodeSystem.ORGANISATION: Text(
        "THL – SOTE-organisaatiorekisteri",
        "THL – SOTE-organisationsregistret",
        "THL – SOTE organisation register",
    ),
    "1.2.246.537.6.203": Text(
        "Itsenäiset ammatinharjoittajat",
        "Självständiga yrkesutövare",
        "Independent practitioners",
    ),
    "1.2.246.537.6.40174": Text(
        "Rekisterinpitäjärekisteri", "Registret över personuppgiftsansvariga", "Controllers"
    ),
}
SYSTEMS = tuple(map(str, SYSTEM_NAMES))
"""The registers whose codes are OIDs of organisations."""


@dataclass(frozen=True, slots=True)
class Unit:
    """An organisation or unit for the days given (inclusive, ``None`` = open).

    ``parent`` is the OID of what it belongs to, or empty; ``business_id`` its Y-tunnus, or empty.
    """

    oid: str
    name: str
    short: str = ""
    parent: str = ""
    business_id: str = ""
    street: str = ""
    postal_code: str = ""
    post_office: str = ""
    municipality: str = ""
    sector: str = ""
    valid_from: date | None = None
    valid_to: date | None = None

    def is_valid(self, on: date) -> bool:
        """Whether it was in the register on that day."""
        return within(self.valid_from, self.valid_to, on)

    @property
    def address(self) -> str:
        """The address on one line; empty where the register gives none."""
        place = f"{self.postal_code} {self.post_office}".strip()
        return ", ".join(part for part in (self.street, place) if part)


class OwnFault(StrEnum):
    """How the organisation's own data can differ from the register."""

    NO_REGISTER = "no register"
    NOT_THERE = "not there"
    NOT_VALID = "not valid"
    OTHER_NAME = "other name"
    OTHER_BUSINESS_ID = "other business id"
    NOT_BELOW = "not below"


OWN_FAULTS: dict[OwnFault, Text] = {
    OwnFault.NO_REGISTER: Text(
        "Organisaatiorekisteriä ei ole tuotu, joten tietoja ei ole verrattu siihen",
        "Organisationsregistret har inte importerats, så uppgifterna har inte jämförts med det",
        "The organisation register has not been imported, so this was not compared with it",
    ),
    OwnFault.NOT_THERE: Text(
        "Tätä OID-tunnusta ei ole organisaatiorekisterissä",
        "Denna OID finns inte i organisationsregistret",
        "This OID is not in the organisation register",
    ),
    OwnFault.NOT_VALID: Text(
        "Ei ole organisaatiorekisterissä voimassa tänään: {value}",
        "Gäller inte i dag enligt organisationsregistret: {value}",
        "Not in force in the organisation register today: {value}",
    ),
    OwnFault.OTHER_NAME: Text(
        "Nimi on organisaatiorekisterissä toinen: {value}",
        "Namnet är ett annat i organisationsregistret: {value}",
        "The organisation register has another name: {value}",
    ),
    OwnFault.OTHER_BUSINESS_ID: Text(
        "Y-tunnus on organisaatiorekisterissä toinen: {value}",
        "FO-numret är ett annat i organisationsregistret: {value}",
        "The organisation register has another business id: {value}",
    ),
    OwnFault.NOT_BELOW: Text(
        "Yksikkö ei kuulu organisaatiorekisterin mukaan organisaatioon {value}",
        "Enheten hör enligt organisationsregistret inte till organisationen {value}",
        "By the organisation register, the unit does not belong to {value}",
    ),
}


@dataclass(frozen=True, slots=True)
class OwnFinding:
    """One difference between the options and the register; ``value`` is what the register says."""

    oid: str
    fault: OwnFault
    value: str = ""
