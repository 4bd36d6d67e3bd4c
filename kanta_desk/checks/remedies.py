"""What to do and who says so, where several rules say the same."""

from __future__ import annotations

from typing import Final

from kanta_desk.model.text import Text

METADATA_MODEL: Final = "Sosiaalihuollon asiakasasiakirjojen metatietomalli (THL)"
DOCUMENT_STANDARD: Final = "Sosiaalihuollon asiakirjastandardi (Kela)"
STRUCTURES: Final = "Sosmeta, asiakirjarakenteet (THL)"
HANDBOOK: Final = "Kanta-palvelujen käsikirja sosiaalihuollon toimijoille"
IDENTITY_CODE: Final = "Digi- ja väestötietovirasto: henkilötunnus"
CDA_HEADER: Final = "HL7 Finland, CDA R2 header"

CORRECT_DOCUMENT: Final = Text(
    "Korjaa asiakirja asiakastietojärjestelmässä ja arkistoi siitä uusi versio.",
    "Rätta handlingen i klientdatasystemet och arkivera en ny version.",
    "Correct the document in the client information system and archive a new version.",
)
CORRECT_CLIENT: Final = Text(
    "Korjaa asiakkaan tiedot asiakastietojärjestelmässä ja arkistoi asiakirjasta uusi versio.",
    "Rätta klientens uppgifter i klientdatasystemet och arkivera en ny version av handlingen.",
    "Correct the client's data in the client information system and archive a new version.",
)
ASK_VENDOR: Final = Text(
    "Pyydä järjestelmän toimittajaa korjaamaan asiakirjan muodostus ja arkistoi uusi versio.",
    "Be systemleverantören rätta hur handlingen bildas och arkivera en ny version.",
    "Ask the system's vendor to correct how the document is made, and archive a new version.",
)
CHECK_ORGANISATION: Final = Text(
    "Tarkista organisaation ja yksikön tunnukset SOTE-organisaatiorekisteristä ja järjestelmän "
    "asetuksista.",
    "Kontrollera organisationens och enhetens id i SOTE-organisationsregistret och i systemets "
    "inställningar.",
    "Check the identifiers of the organisation and unit in the SOTE organisation register and in "
    "the system's settings.",
)
CHECK_CLOCK: Final = Text(
    "Tarkista palvelimen ja työaseman kello sekä järjestelmän aikavyöhyke.",
    "Kontrollera serverns och arbetsstationens klocka samt systemets tidszon.",
    "Check the clock of the server and the workstation, and the system's time zone.",
)
