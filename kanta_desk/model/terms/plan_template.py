"""What the templates of plans say: each column and fact explained, and rows as examples.

The persons of the examples are artificial, and the rows begin with ``#``: they are not read.
"""

from __future__ import annotations

from kanta_desk.model.planning import Column, Fact
from kanta_desk.model.text import Text

SHEETS: dict[str, Text] = {
    "documents": Text("Asiakirjat", "Handlingar", "Documents"),
    "counts": Text("Määrät", "Antal", "Counts"),
    "test": Text("Koe", "Prov", "Test"),
    "help": Text("Ohje", "Anvisning", "Help"),
}
TITLES: dict[str, Text] = {
    "column": Text("Sarake", "Kolumn", "Column"),
    "help": Text("Mitä siihen kirjoitetaan", "Vad som skrivs där", "What to write there"),
}
YES_NO: tuple[Text, ...] = (Text("kyllä", "ja", "yes"), Text("ei", "nej", "no"))

COLUMN_HELP: dict[Column, Text] = {
    Column.KEY: Text(
        "Rivin oma tunnus, jolla se näkyy tuloksissa. Tyhjänä rivin numero.",
        "Radens egen beteckning, med vilken den syns i resultaten. Tom: radens nummer.",
        "The row's own name, by which the results show it. Empty: the row's number.",
    ),
    Column.CLIENT: Text(
        "Pakollinen. Testihenkilön henkilötunnus (yksilönumero 900–999) tai tilapäinen "
        "yksilöintitunnus juurineen.",
        "Obligatorisk. Testpersonens personbeteckning (individnummer 900–999) eller en tillfällig "
        "beteckning med sin rot.",
        "Required. The test person's identity code (individual number 900–999), or a temporary "
        "identifier with its root.",
    ),
    Column.DOCUMENT_OID: Text(
        "Asiakirjan OID, jos järjestelmä kertoo sen. Sillä asiakirja löytyy varmasti.",
        "Handlingens OID, om systemet visar det. Med det hittas handlingen säkert.",
        "The document's OID, if the system tells it. By it the document is surely found.",
    ),
    Column.SET_ID: Text(
        "Alkuperäisen asiakirjan OID, jos rivi on uudempi versio.",
        "Den ursprungliga handlingens OID, om raden är en nyare version.",
        "The OID of the original document, if the row is a later version.",
    ),
    Column.TITLE: Text(
        "Asiakirjan otsikko sellaisena kuin se on järjestelmässä.",
        "Handlingens rubrik som den står i systemet.",
        "The document's title as it stands in the system.",
    ),
    Column.TYPE: Text(
        "Asiakirjatyypin koodi (1.2.246.537.6.1506) tai nimi, esimerkiksi 11012.",
        "Handlingstypens kod (1.2.246.537.6.1506) eller namn, till exempel 11012.",
        "The code (1.2.246.537.6.1506) or name of the document type, such as 11012.",
    ),
    Column.SERVICE_TASK: Text(
        "Palvelutehtävän koodi (1.2.246.537.6.1221) tai nimi.",
        "Serviceuppgiftens kod (1.2.246.537.6.1221) eller namn.",
        "The code (1.2.246.537.6.1221) or name of the service task.",
    ),
    Column.SERVICE_PROCESS: Text(
        "Palveluprosessin koodi (1.2.246.537.6.1277) tai nimi.",
        "Serviceprocessens kod (1.2.246.537.6.1277) eller namn.",
        "The code (1.2.246.537.6.1277) or name of the service process.",
    ),
    Column.CASE: Text(
        "Asian tunnus, johon asiakirja kuuluu.",
        "Beteckningen för ärendet som handlingen hör till.",
        "The number of the case that the document belongs to.",
    ),
    Column.CREATED: Text(
        "Luontiaika, esimerkiksi 20.11.2026 10.05. Pelkkä päivä käy.",
        "Tid för skapandet, till exempel 20.11.2026 10.05. Enbart dag går bra.",
        "Time of creation, such as 20.11.2026 10.05. The day alone will do.",
    ),
    Column.CLOCK: Text(
        "Kellonaika, jos luontiaika on kahdessa sarakkeessa.",
        "Klockslag, om skapandetiden står i två kolumner.",
        "The time of day, if the time of creation stands in two columns.",
    ),
    Column.VERSION: Text(
        "Version numero 1, 2, 3 …", "Versionens nummer 1, 2, 3 …", "Version number 1, 2, 3 …"
    ),
    Column.CONTROLLER: Text(
        "Sen rekisterinpitäjän OID, jonka rekisterissä asiakirjan on oltava.",
        "OID för den personuppgiftsansvarige i vars register handlingen ska finnas.",
        "The OID of the controller in whose register the document must be.",
    ),
    Column.ORGANISER: Text(
        "Palvelunjärjestäjän OID.", "Tjänsteanordnarens OID.", "The organiser's OID."
    ),
    Column.PRODUCER: Text(
        "Palveluntuottajan OID.", "Tjänsteproducentens OID.", "The producer's OID."
    ),
    Column.IMPLEMENTER: Text(
        "Palveluntoteuttajan OID.", "Tjänsteutförarens OID.", "The implementer's OID."
    ),
    Column.STRUCTURE: Text(
        "Asiakirjarakenteen OID versioineen (1.2.246.537.6.1506.…).",
        "Handlingsstrukturens OID med version (1.2.246.537.6.1506.…).",
        "The OID of the document structure with its version (1.2.246.537.6.1506.…).",
    ),
    Column.SOURCE: Text(
        "Asiakirja järjestelmästä tiedostona (PDF, XHTML, HTML, DOCX, TXT, JSON), polku tästä "
        "tiedostosta lukien. Siihen arkiston sisältöä verrataan.",
        "Handlingen ur systemet som fil (PDF, XHTML, HTML, DOCX, TXT, JSON), sökväg räknad från "
        "denna fil. Med den jämförs arkivets innehåll.",
        "The document out of the system as a file (PDF, XHTML, HTML, DOCX, TXT, JSON), by its path "
        "from this file. The archive's content is compared with it.",
    ),
    Column.SOURCE_TEXT: Text(
        "Sisältö tekstinä, jos tiedostoa ei ole.",
        "Innehållet som text, om det inte finns någon fil.",
        "The content as text, if there is no file.",
    ),
    Column.SOURCE_SHA256: Text(
        "Lähdetiedoston SHA-256-tiiviste.",
        "Källfilens SHA-256-kontrollsumma.",
        "The SHA-256 of the source file.",
    ),
    Column.MUST_NOT: Text(
        "Kyllä, jos tällaista asiakirjaa ei saa olla rekisterinpitäjän rekisterissä.",
        "Ja, om en sådan handling inte får finnas i den personuppgiftsansvariges register.",
        "Yes, if such a document must not be in the controller's register.",
    ),
    Column.NOT_IN: Text(
        "Niiden rekisterinpitäjien OID:t, joiden rekisterissä asiakirja ei saa olla.",
        "OID för de personuppgiftsansvariga i vars register handlingen inte får finnas.",
        "The OIDs of the controllers in whose registers the document must not be.",
    ),
    Column.COUNT: Text(
        "Kuinka monta tällaista vanhaa asiakirjaa arkistossa on oltava.",
        "Hur många sådana gamla handlingar som ska finnas i arkivet.",
        "How many such old documents must be in the archive.",
    ),
    Column.SINCE: Text(
        "Ensimmäinen luontipäivä.", "Första skapandedagen.", "The first day of creation."
    ),
    Column.UNTIL: Text(
        "Viimeinen luontipäivä.", "Sista skapandedagen.", "The last day of creation."
    ),
}

FACT_HELP: dict[Fact, Text] = {
    Fact.NAME: Text("Suunnitelman nimi.", "Planens namn.", "The plan's name."),
    Fact.KIND: Text(
        "Mitä varten koe pidetään. Valitse luettelosta.",
        "Varför provet hålls. Välj i listan.",
        "What the test is held for. Choose from the list.",
    ),
    Fact.TEST_CASE: Text(
        "Kelan antaman testitapauksen tunnus.",
        "Beteckningen för FPA:s testfall.",
        "The name of Kela's test case.",
    ),
    Fact.TEST_DAY: Text(
        "Päivä, jona asiakirjat tallennettiin.",
        "Dagen då handlingarna sparades.",
        "The day on which the documents were stored.",
    ),
    Fact.SYSTEM: Text(
        "Asiakastietojärjestelmän nimi.",
        "Klientdatasystemets namn.",
        "The name of the client information system.",
    ),
    Fact.SYSTEM_VERSION: Text("Sen versio.", "Dess version.", "Its version."),
    Fact.VENDOR: Text("Järjestelmän toimittaja.", "Systemets leverantör.", "The system's vendor."),
    Fact.PRODUCER_SYSTEM: Text(
        "Rekisterinkäyttöoikeuden kokeessa: tuottajan järjestelmä.",
        "I prov av rätt att använda register: producentens system.",
        "In a test of the right to use a register: the producer's system.",
    ),
    Fact.PRODUCER_REGISTER: Text(
        "Samassa kokeessa: tuottajan oman rekisterin rekisterinpitäjän OID; siellä asiakirjoja ei "
        "saa olla.",
        "I samma prov: OID för den personuppgiftsansvarige för producentens eget register, där "
        "handlingarna inte får finnas.",
        "In the same test: the OID of the controller of the producer's own register, where the "
        "documents must not be.",
    ),
    Fact.ORGANISER_SYSTEM: Text(
        "Samassa kokeessa: järjestäjän järjestelmä.",
        "I samma prov: anordnarens system.",
        "In the same test: the organiser's system.",
    ),
    Fact.ORGANISER_REGISTER: Text(
        "Samassa kokeessa: järjestäjän rekisterin rekisterinpitäjän OID.",
        "I samma prov: OID för den personuppgiftsansvarige för anordnarens register.",
        "In the same test: the OID of the controller of the organiser's register.",
    ),
}

_EXAMPLE = Text("# esimerkki", "# exempel", "# example")
EXAMPLE_ROWS: tuple[dict[Column, Text], ...] = (
    {
        Column.KEY: _EXAMPLE,
        Column.CLIENT: Text("010181-900C", "010181-900C", "010181-900C"),
        Column.TITLE: Text("Päätös kotihoidosta", "Beslut om hemvård", "Decision on home care"),
        Column.TYPE: Text("11012", "11012", "11012"),
        Column.SERVICE_TASK: Text("11", "11", "11"),
        Column.CREATED: Text("20.11.2026 10.05", "20.11.2026 10.05", "20.11.2026 10.05"),
        Column.VERSION: Text("1", "1", "1"),
        Column.CONTROLLER: Text(*("1.2.246.10.99999204.19.0",) * 3),
        Column.SOURCE: Text("lahteet/paatos.pdf", "kallor/beslut.pdf", "sources/decision.pdf"),
    },
    {
        Column.KEY: _EXAMPLE,
        Column.CLIENT: Text("010181-900C", "010181-900C", "010181-900C"),
        Column.TYPE: Text("11012", "11012", "11012"),
        Column.CONTROLLER: Text(*("1.2.246.10.99999917.19.0",) * 3),
        Column.MUST_NOT: Text("kyllä", "ja", "yes"),
    },
)
