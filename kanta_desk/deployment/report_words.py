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
    CellState.ASKS: Text("Valittavaa", "Något att välja", "Needs a choice"),
    CellState.NOT_NEEDED: Text("Ei koske", "Gäller inte", "Not asked for"),
}
RESULT = Text("Tulos", "Resultat", "Result")
UNFINISHED = RESULTS[CellState.WAITING]
PASSED_WITH_REMARKS = Text(
    "Hyväksytty huomautuksin", "Godkänt med anmärkningar", "Passed with remarks"
)
ANNEX = Text(
    "Käyttöönottokokeen raportin liite: perusteet",
    "Bilaga till rapporten om driftsättningsprovet: underlag",
    "Annex to the report of the deployment test: evidence",
)
KIND = Text("Kokeen laji", "Provets slag", "Kind of test")
PRODUCER_SYSTEM = Text("Tuottajan järjestelmä", "Producentens system", "Producer's system")
ORGANISER_SYSTEM = Text("Järjestäjän järjestelmä", "Anordnarens system", "Organiser's system")
PRODUCER_REGISTER = Text(
    "Tuottajan rekisterinpitäjä", "Producentens ansvariga", "Producer's controller"
)
ORGANISER_REGISTER = Text(
    "Järjestäjän rekisterinpitäjä", "Anordnarens ansvariga", "Organiser's controller"
)
WHOLE_TEST = Text("Koko kokeen havainnot", "Iakttagelser om hela provet", "Findings of the whole")
COUNTED = Text("Lukumäärät", "Antal", "Counts")
DECISIONS = Text(
    "Arkistonhoitajan ratkaisut", "Arkivariens avgöranden", "Decisions of the archivist"
)
DECISIONS_SHORT = Text("Ratkaisut", "Avgöranden", "Decisions")
DECIDED_AT = Text("Ratkaistu", "Avgjort", "Decided")
DECISION = Text("Ratkaisu", "Avgörande", "Decision")
REASON = Text("Perustelu", "Motivering", "Reason")
DECIDED_BY = Text("Ratkaisija", "Avgjort av", "Decided by")
SIGNED_WITH_CARD = Text(
    "Tämä raportti on allekirjoitettu sähköisesti arkistonhoitajan kortilla. Allekirjoitus on "
    "tiedostossa, ja PDF-ohjelma näyttää sen.",
    "Denna rapport är elektroniskt undertecknad med arkivariens kort. Underskriften finns i filen "
    "och visas av PDF-programmet.",
    "This report is signed electronically with the archivist's card. The signature is in the file, "
    "and a PDF program shows it.",
)
REAL_CLIENTS = Text(
    "Kokeessa on asiakkaita, joiden henkilötunnus ei ole keinotekoinen. Peruste: {reason}",
    "I provet finns klienter vars personbeteckning inte är artificiell. Grund: {reason}",
    "Some clients of the test have no artificial identity code. Reason: {reason}",
)
SAMPLED = Counted(
    Text(
        "Sisältö verrattiin otoksesta: {n} asiakirja.",
        "Innehållet jämfördes i ett stickprov: {n} handling.",
        "Contents were compared in a sample of {n} document.",
    ),
    Text(
        "Sisältö verrattiin otoksesta: {n} asiakirjaa.",
        "Innehållet jämfördes i ett stickprov: {n} handlingar.",
        "Contents were compared in a sample of {n} documents.",
    ),
)
CANDIDATES = Text("Ehdolla olevat", "Kandidater", "Candidates")

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

SUMMARY = Text("Yhteenveto", "Sammandrag", "Summary")
VERSION = Text("Versio", "Version", "Version")
KEY = Text("Rivi", "Rad", "Row")
QUESTION = Text("Kysymys", "Fråga", "Question")
RULE = Text("Sääntö", "Regel", "Rule")
FINDINGS = Text("Havainnot ja erot", "Iakttagelser och skillnader", "Findings and differences")
FINDING = Text("Havainto", "Iakttagelse", "Finding")
DIFFERENCE = Text("Ero", "Skillnad", "Difference")
REMEDY = Text("Korjaus", "Åtgärd", "Remedy")
ARCHIVED = Text("Arkistoitu", "Arkiverad", "Archived")
UNEXPECTED_SHORT = Text("Ei suunnitelmassa", "Inte i planen", "Not in the plan")
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
    CellState.ASKS: Counted(
        Text("{n} valittava", "{n} att välja", "{n} to choose"),
        Text("{n} valittavaa", "{n} att välja", "{n} to choose"),
    ),
    CellState.NOT_NEEDED: Counted(
        Text("{n} ei koske", "{n} gäller inte", "{n} not asked for"),
        Text("{n} ei koske", "{n} gäller inte", "{n} not asked for"),
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
