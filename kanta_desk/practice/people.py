"""The people of the practice set and their cards. None of them exists."""

from __future__ import annotations

from kanta_desk.model.people import CardType
from kanta_desk.practice.authority import KeyKind
from kanta_desk.practice.card_description import PracticeCard
from kanta_desk.practice.pki import Person

__all__ = ["ARCHIVIST", "OPERATOR", "PRACTICE_CARDS", "STAFF", "SUBSTITUTE", "PracticeCard"]

_PROVIDER = "Hoiva Esimerkki Oy"

ARCHIVIST = PracticeCard(
    "archivist",
    CardType.PROFESSIONAL,
    Person("Maija", "Arkistonhoitaja", "00990000017", _PROVIDER, "sosiaalityöntekijä"),
    KeyKind.EC_P384,
    "9246000990000017",
)
STAFF = PracticeCard(
    "staff",
    CardType.STAFF,
    Person("Heikki", "Harjoittelija", "990000025", _PROVIDER, "arkistosihteeri"),
    KeyKind.RSA_2048,
    "9246000990000025",
)
OPERATOR = PracticeCard(
    "operator",
    CardType.OPERATOR,
    Person("Tiina", "Toimittaja", "990000033", "Järjestelmä Esimerkki Oy", "asiantuntija"),
    KeyKind.EC_P384,
    "9246000990000033",
)
SUBSTITUTE = PracticeCard(
    "substitute",
    CardType.BACKUP,
    Person("Veikko", "Varalla", "990000041", _PROVIDER, "arkistonhoitaja"),
    KeyKind.EC_P384,
    "9246000990000041",
)

PRACTICE_CARDS = (ARCHIVIST, STAFF, OPERATOR, SUBSTITUTE)
