"""The organisations of the practice set: whose desk it is, and in whose registers it may work.

None of them exists; their Y-tunnus have valid check digits, but are beyond any that was given.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kanta_desk.model.codes import Code, CodeSystem
from kanta_desk.model.documents import Party
from kanta_desk.model.identifiers import Oid, Ytunnus
from kanta_desk.model.people import Purpose, Register, Role
from kanta_desk.model.text import Text

PROFILE = "standin-1"
# Nothing of the practice set is dated after this day.
LAST_DAY = date(2026, 11, 20)
NOTICE = "HARJOITUS – tämä ei ole Kanta"
# HTTP headers hold ASCII alone.
NOTICE_ASCII = "HARJOITUS - ei Kanta (PRACTICE - not Kanta)"


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation of the practice set. ``public``: a wellbeing services county."""

    key: str
    name: str
    business_id: Ytunnus
    public: bool = False

    @property
    def party(self) -> Party:
        """The organisation as a toimintayksikkö."""
        return Party(Oid(f"{self.business_id.oid}.10.0"), self.name)

    @property
    def controller(self) -> Party:
        """The organisation as a controller."""
        return Party(Oid(f"{self.business_id.oid}.19.0"), self.name)

    @property
    def register(self) -> Register:
        """Its client register."""
        return Register(self.controller, REGISTER_CODE)

    def unit(self, number: int, name: str) -> Party:
        """Its palveluyksikkö ``number``."""
        return Party(Oid(f"{self.business_id.oid}.10.{number}"), name)


REGISTER_CODE = Code("1", CodeSystem.REGISTER, "Sosiaalihuollon asiakasrekisteri")

HOIVA = Organisation("hoiva", "Hoiva Esimerkki Oy", Ytunnus.parse("9999920-4"))
COUNTY = Organisation(
    "county", "Esimerkkilän hyvinvointialue", Ytunnus.parse("9999930-0"), public=True
)
OTHER = Organisation("other", "Toinen Esimerkki ry", Ytunnus.parse("9999940-7"))
FORMER = Organisation("former", "Entinen Esimerkki Ky", Ytunnus.parse("9999950-3"))
ORGANISATIONS: Mapping[str, Organisation] = {o.key: o for o in (HOIVA, COUNTY, OTHER, FORMER)}

UNITS: Mapping[str, Party] = {
    "koivula": HOIVA.unit(1, "Hoivakoti Koivula"),
    "perhe": HOIVA.unit(2, "Perhepalvelut Kaarna"),
    "asuminen": HOIVA.unit(3, "Asumisyksikkö Silta"),
    "archive": HOIVA.unit(9, "Asiakirjahallinto"),
    "county-social": COUNTY.unit(1, "Esimerkkilän sosiaaliasema"),
    "county-family": COUNTY.unit(2, "Esimerkkilän perheoikeudelliset palvelut"),
    "other": OTHER.unit(1, "Toimintakeskus Toinen"),
    "former": FORMER.unit(1, "Hoivakoti Entinen"),
}

# Whose desk it is, and the unit that its archivist works in.
OWN = HOIVA
OWN_UNIT = UNITS["archive"]

# The registers that the practice archivist may choose from, own first. One archivist may serve
# several controllers; a fourth organisation's register is there to be denied.
REGISTERS: tuple[Register, ...] = (HOIVA.register, COUNTY.register)

# Which organisation's callers the stand-in lets into which controllers' registers.
ACCESS: Mapping[Oid, frozenset[Oid]] = {
    HOIVA.business_id.oid: frozenset(r.controller.oid for r in REGISTERS),
    COUNTY.business_id.oid: frozenset({COUNTY.controller.oid}),
}

# To answer a request, or to supervise, nobody invalidates.
_LOOKING = frozenset({Role.ARCHIVIST, Role.VIEWER})

PURPOSES: tuple[Purpose, ...] = (
    Purpose(
        "STANDIN-KOE", Text("Käyttöönottokoe", "Driftsättningsprov", "Deployment test"), False
    ),
    Purpose(
        "STANDIN-VIRHE",
        Text("Virheen selvittäminen", "Utredning av fel", "Investigating an error"),
        False,
    ),
    Purpose(
        "STANDIN-TIETOPYYNTO",
        Text(
            "Tietopyyntöön vastaaminen",
            "Svar på begäran om uppgifter",
            "Answering a request for data",
        ),
        False,
        _LOOKING,
    ),
    Purpose(
        "STANDIN-VALVONTA", Text("Omavalvonta", "Egenkontroll", "Self-monitoring"), False, _LOOKING
    ),
)  # fmt: skip
