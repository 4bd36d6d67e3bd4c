"""The words of the report."""

from __future__ import annotations

from kanta_desk.model.deployment import CellState
from kanta_desk.model.text import Counted, Text

TITLE = Text(
    "Käyttöönottokokeen raportti",
    "Rapport om driftsättningsprov",
    "Report of the deployment test",
)
RESULTS: dict[CellState, Text] = {
    CellState.OK: Text("Hyväksytty", "Godkänt", "Passed"),
    CellState.WARNING: Text("Selvitettävää", "Bör granskas", "Needs a look"),
    CellState.FAILED: Text("Ei hyväksytty", "Inte godkänt", "Not passed"),
    CellState.NOT_CHECKED: Text("Puutteellinen", "Ofullständigt", "Incomplete"),
    CellState.WAITING: Text("Kesken", "Ofullbordat", "Unfinished"),
}
UNFINISHED = RESULTS[CellState.WAITING]

ORGANISATION = Text("Organisaatio", "Organisation", "Organisation")
BUSINESS_ID = Text("Y-tunnus", "FO-nummer", "Business ID")
CONTROLLER = Text("Rekisterinpitäjä", "Personuppgiftsansvarig", "Controller")
CONTROLLER_OID = Text("Rekisterinpitäjän OID", "Den ansvariges OID", "Controller's OID")
SYSTEM = Text("Asiakastietojärjestelmä", "Klientdatasystem", "Client information system")
VENDOR = Text("Toimittaja", "Leverantör", "Vendor")
TEST_CASE = Text("Testitapaus", "Testfall", "Test case")
TEST_DAY = Text("Koepäivä", "Provdag", "Test day")
DEADLINE = Text("Raportoitava viimeistään", "Rapporteras senast", "To be reported by")
CLIENTS = Text("Testihenkilöt", "Testpersoner", "Test persons")
PERFORMERS = Text("Kokeen suorittajat", "Provet utfördes av", "Performers of the test")
PRODUCTION_START = Text("Tuotantokäyttö alkaa", "Produktionsbruket börjar", "Production use begins")
ARCHIVIST = Text("Kanta-arkistonhoitaja", "Kanta-arkivarie", "Kanta archivist")
RUN_TIME = Text("Tarkastus tehty", "Kontrollen gjord", "Checked")
PLAN = Text("Suunnitelma", "Plan", "Plan")
RUN = Text("Ajon tunnus", "Körningens id", "Run")

DOCUMENTS = Text("Asiakirjat", "Handlingar", "Documents")
DOCUMENT = Text("Asiakirja", "Handling", "Document")
CLIENT = Text("Asiakas", "Klient", "Client")
EVIDENCE = Text("Perusteet asiakirjoittain", "Underlag per handling", "Evidence by document")
UNEXPECTED = Text(
    "Suunnitelmaan kuulumattomat asiakirjat",
    "Handlingar som inte ingår i planen",
    "Documents that are not in the plan",
)
REMARKS = Text("Huomautukset", "Anmärkningar", "Remarks")
PAIRED_BY = Text("Yhdistämisperuste", "Grund för kopplingen", "Matched by")
SOURCE = Text("Lähde", "Källa", "Source")
PLACE = Text("Kohta", "Ställe", "Place")
EXPECTED = Text("Odotettu", "Väntat", "Expected")
FOUND = Text("Arkistossa", "I arkivet", "In the archive")
NOTHING = Text("(ei mitään)", "(inget)", "(nothing)")
AFTER = Text("… {words}", "… {words}", "… {words}")
MORE = Counted(
    Text("… ja {n} ero lisää", "… och {n} skillnad till", "… and {n} more difference"),
    Text("… ja {n} eroa lisää", "… och {n} skillnader till", "… and {n} more differences"),
)
STOPPED = Text(
    "Ajo keskeytyi ({code}). Odottavat asiakirjat on vielä tarkastettava.",
    "Körningen avbröts ({code}). De väntande handlingarna ska ännu kontrolleras.",
    "The run was stopped ({code}). The waiting documents are still to be checked.",
)

COUNT = Counted(
    Text("{n} asiakirja", "{n} handling", "{n} document"),
    Text("{n} asiakirjaa", "{n} handlingar", "{n} documents"),
)
COUNTS: dict[CellState, Counted] = {
    CellState.OK: Counted(
        Text("{n} kunnossa", "{n} i ordning", "{n} in order"),
        Text("{n} kunnossa", "{n} i ordning", "{n} in order"),
    ),
    CellState.WARNING: Counted(
        Text("{n} selvitettävä", "{n} att granska", "{n} to look at"),
        Text("{n} selvitettävää", "{n} att granska", "{n} to look at"),
    ),
    CellState.FAILED: Counted(
        Text("{n} virheellinen", "{n} felaktig", "{n} faulty"),
        Text("{n} virheellistä", "{n} felaktiga", "{n} faulty"),
    ),
    CellState.NOT_CHECKED: Counted(
        Text("{n} osin tarkastamatta", "{n} delvis okontrollerad", "{n} partly unchecked"),
        Text("{n} osin tarkastamatta", "{n} delvis okontrollerade", "{n} partly unchecked"),
    ),
    CellState.WAITING: Counted(
        Text("{n} odottaa", "{n} väntar", "{n} waiting"),
        Text("{n} odottaa", "{n} väntar", "{n} waiting"),
    ),
}

SIGNATURE = Text("Allekirjoitus", "Underskrift", "Signature")
PLACE_AND_DATE = Text("Paikka ja päiväys", "Ort och datum", "Place and date")
NAME = Text("Nimenselvennys", "Namnförtydligande", "Name in block letters")
GENERATED = Text("Laadittu {time}", "Upprättad {time}", "Made {time}")
PRACTICE_RESULT = Text(
    "Tämä raportti on tehty harjoitusaineistolla. Sitä ei lähetetä Kelaan.",
    "Denna rapport är gjord med övningsmaterial. Den sänds inte till FPA.",
    "This report is made with practice material. It is not to be sent to Kela.",
)
