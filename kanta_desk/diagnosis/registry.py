"""All checks, in the order in which they run and are shown."""

from __future__ import annotations

from kanta_desk.diagnosis.card import application, card_type, tries
from kanta_desk.diagnosis.certificates import certificates
from kanta_desk.diagnosis.check import Check
from kanta_desk.diagnosis.network import archive
from kanta_desk.diagnosis.presence import presence
from kanta_desk.diagnosis.program import parts_of_program
from kanta_desk.diagnosis.readers import readers
from kanta_desk.diagnosis.revocation import revocation
from kanta_desk.diagnosis.service import service
from kanta_desk.diagnosis.signing import way_of_signing
from kanta_desk.diagnosis.stores import stores
from kanta_desk.model.text import Text

CHECKS = (
    Check(
        "program",
        "KD-9001",
        Text("Ohjelman osat", "Programmets delar", "Parts of the program"),
        parts_of_program,
    ),
    Check(
        "service",
        "KD-9002",
        Text("Älykorttipalvelu", "Smartkortstjänst", "Smart-card service"),
        service,
    ),
    Check(
        "readers",
        "KD-9003",
        Text("Kortinlukija", "Kortläsare", "Card reader"),
        readers,
        needs=("service",),
    ),
    Check(
        "card",
        "KD-9004",
        Text("Kortti lukijassa", "Kort i läsaren", "Card in the reader"),
        presence,
        needs=("readers",),
    ),
    Check(
        "type",
        "KD-9005",
        Text("Korttityyppi", "Korttyp", "Type of card"),
        card_type,
        needs=("card",),
    ),
    Check(
        "application",
        "KD-9006",
        Text("Kortin sovellus", "Kortets applikation", "Card's application"),
        application,
        needs=("type",),
    ),
    Check(
        "certificates",
        "KD-9007",
        Text("Kortin varmenteet", "Kortets certifikat", "Card's certificates"),
        certificates,
        needs=("application",),
    ),
    Check(
        "revocation",
        "KD-9011",
        Text("Varmenteiden sulkutila", "Certifikatens spärrstatus", "Revocation of certificates"),
        revocation,
        needs=("certificates",),
    ),
    Check(
        "tries",
        "KD-9008",
        Text("Tunnuslukujen yritykset", "Kvarvarande försök för PIN-koderna", "PIN tries left"),
        tries,
        needs=("application",),
    ),
    Check(
        "signing",
        "KD-9012",
        Text("Allekirjoitustapa", "Underskriftssätt", "Way of signing"),
        way_of_signing,
    ),
    Check(
        "stores",
        "KD-9009",
        Text("Kansiot ja käyttöloki", "Mappar och användningslogg", "Folders and access log"),
        stores,
    ),
    Check(
        "archive",
        "KD-9010",
        Text("Arkistoyhteys", "Anslutning till arkivet", "Connection to the archive"),
        archive,
    ),
)
