"""The help of all commands and options in Finnish, Swedish and English."""

from __future__ import annotations

from kanta_desk.model.text import Text

PROGRAM = Text(
    "Kanta Desk – sosiaalihuollon palvelunantajan Kanta-arkistonhoitajan työpöytäohjelma. Ilman "
    "komentoa avautuu ikkuna. Paluukoodi: 0 tehty, 1 löytyi korjattavaa, 2 ei voitu suorittaa, "
    "3 käyttöoikeus puuttuu.",
    "Kanta Desk – skrivbordsprogrammet för Kanta-arkivarien hos en tjänstetillhandahållare inom "
    "socialvården. Utan kommando öppnas fönstret. Returkod: 0 utfört, 1 något behöver åtgärdas, "
    "2 kunde inte köras, 3 behörighet saknas.",
    "Kanta Desk – the desktop program of a social-care provider's Kanta archivist. Without a "
    "command the window opens. Exit status: 0 done, 1 found something wrong, 2 could not run, "
    "3 refused (rights).",
)
LANG = Text(
    "kieli: fi, sv tai en; valinta voi olla missä kohdassa tahansa",
    "språk: fi, sv eller en; får stå var som helst",
    "language: fi, sv or en; may stand anywhere",
)
CONNECTION = Text(
    "yhteyden nimi asetuksista; voi olla missä kohdassa tahansa",
    "anslutningens namn i inställningarna; får stå var som helst",
    "the connection's name in the options; may stand anywhere",
)
LOOK = Text("ikkunan ulkoasu", "fönstrets utseende", "the window's look")
VERSION = Text("näytä versio", "visa versionen", "show the version")
JSON = Text(
    "vastaus JSON-muodossa ohjelmia varten; sanallinen osuus virhetulosteeseen",
    "svaret som JSON för program; det som sägs i ord går till felutmatningen",
    "the answer as JSON for a program; words go to standard error",
)
USE_PRACTICE = Text(
    "käytä harjoitusaineistoa ja harjoituskorttia",
    "använd övningsmaterialet och övningskortet",
    "use the practice set and the practice card",
)
REGISTER = Text(
    "rekisteri, jossa toimitaan: rekisterinpitäjän OID tai nimen alku",
    "registret man arbetar i: den personuppgiftsansvariges OID eller början av namnet",
    "the register to work in: the controller's OID or the beginning of its name",
)
PURPOSE = Text(
    "käyttötarkoitus: koodi tai nimen alku",
    "användningsändamål: kod eller början av namnet",
    "the purpose of use: its code or the beginning of its name",
)

PRACTICE = Text(
    "Harjoittele ilman Kantaa. Mukana ovat harjoitusarkisto, harjoituskortti ja asiakirjoja.",
    "Öva utan Kanta. Övningsarkiv, övningskort och handlingar ingår.",
    "Practise without Kanta. A stand-in archive, a practice card and documents are included.",
)
HEADLESS = Text(
    "ilman ikkunaa: kirjautuu, tekee esimerkiksi laaditun käyttöönottokokeen ja kirjoittaa "
    "tulokset",
    "utan fönster: loggar in, kör ett exempel på driftsättningsprov och skriver resultaten",
    "without a window: signs in, runs the sample deployment test and writes its results",
)
OUT_DIR = Text(
    "kansio, johon tulokset kirjoitetaan", "mapp för resultaten", "the folder for the results"
)
READER = Text(
    "harjoituskortin lukija: ohjelman oma (software) tai järjestelmän virtuaalilukija (pcsc)",
    "övningskortets läsare: programmets egen (software) eller systemets virtuella (pcsc)",
    "the practice card's reader: the program's own (software) or the system's virtual one (pcsc)",
)
CARD_FILE = Text(
    "kortin kuvaustiedosto; kortti on lukijassa alusta alkaen (voidaan antaa useita)",
    "en fil som beskriver ett kort; kortet sitter i läsaren från början (kan anges flera gånger)",
    "a file that describes a card, which is then in the reader from the start (may be repeated)",
)
STATE = Text(
    "kansio, jossa harjoitusaineistoa säilytetään",
    "mapp där övningsmaterialet förvaras",
    "the folder where the practice set is kept",
)

DOCTOR = Text(
    "Tee vianmääritys. Ohjelma, lukija, kortti, kansiot ja arkistoyhteys; ohjelma ei kysy "
    "tunnuslukua.",
    "Gör en diagnos. Program, läsare, kort, mappar och arkivanslutning; ingen PIN-kod behövs.",
    "Run the diagnosis. Program, reader, card, folders, connection to the archive; asks no PIN.",
)
REPORT_TEXT = Text(
    "kirjoita raportti tiedostoon", "skriv rapporten i en fil", "write the report to a file"
)
CARD = Text(
    "Näytä, mitä kortilla on. Tyyppi, haltija, varmenteet ja jäljellä olevat yritykset.",
    "Visa vad som finns på kortet. Typ, innehavare, certifikat och återstående försök.",
    "Show what is on the card. Type, holder, certificates, tries left.",
)
SEARCH = Text(
    "Hae asiakirjoja. Haku henkilötunnuksella, tilapäisellä yksilöintitunnuksella, asiakirjan "
    "OID-tunnuksella, asiatunnuksella tai nimellä ja syntymäajalla (”Sukunimi, Etunimi 1.1.1981”).",
    "Sök handlingar. Med personbeteckning, tillfällig beteckning, handlingens OID, ärendenummer "
    "eller namn och födelsetid (”Efternamn, Förnamn 1.1.1981”).",
    "Search documents. By personal identity code, temporary identifier, document OID, case number, "
    "or name and date of birth (“Surname, Given 1.1.1981”).",
)
KEY_NAME = Text("HAKUEHTO", "SÖKVILLKOR", "KEY")
KEY = Text(
    "hakuehto; jos annat merkin -, ehto kysytään eikä se jää komentohistoriaan",
    "sökvillkor; med tecknet - frågas villkoret och blir inte kvar i kommandohistoriken",
    "what to search by; with - it is asked for and stays out of the shell's history",
)
DOCUMENT = Text("asiakirjan OID", "handlingens OID", "the document's OID")
TASK = Text("palvelutehtävän koodi", "serviceuppgiftens kod", "the service task's code")
PROCESS = Text("palveluprosessin koodi", "serviceprocessens kod", "the service process's code")
GROUP = Text("asiakirjaryhmän koodi", "handlingsgruppens kod", "the document group's code")
ARCHIVED_FROM = Text(
    "ensimmäinen arkistointipäivä", "första arkiveringsdagen", "the first day of archiving"
)
ARCHIVED_TO = Text(
    "viimeinen arkistointipäivä", "sista arkiveringsdagen", "the last day of archiving"
)
AUTHOR = Text(
    "laatijan rekisteröintinumero", "upprättarens registreringsnummer", "the author's number"
)
PRODUCER = Text("palveluntuottajan OID", "serviceproducentens OID", "the service producer's OID")
LIMIT = Text(
    "asiakirjoja yhdellä haulla enintään",
    "högst så här många handlingar per sökning",
    "at most so many documents a page",
)
ALL_PAGES = Text(
    "hae kaikki sivut; jokainen on käyttölokissa oma hakunsa",
    "hämta alla sidor; varje sida är en egen sökning i användningsloggen",
    "fetch all pages; each is a search of its own in the access log",
)
FAULT = Text(
    "vika vastauksissa: LAJI (kaikki) tai LAJI:N (seuraavat N); voi toistaa. Lajit: {kinds}",
    "fel i svaren: SLAG (i alla) eller SLAG:N (i de N följande); får upprepas. Slag: {kinds}",
    "a fault in the answers: KIND (all) or KIND:N (the next N); may be repeated. Kinds: {kinds}",
)
SEED_SIZE = Text(
    "keksittyjä asiakkaita ja asiakirjoja kuormaa varten: ASIAKKAAT tai ASIAKKAAT:ASIAKIRJAT",
    "påhittade klienter och handlingar för belastning: KLIENTER eller KLIENTER:HANDLINGAR",
    "invented clients and documents for load: CLIENTS or CLIENTS:DOCUMENTS",
)
TYPE = Text("asiakirjan tyypin koodi", "handlingstypens kod", "the document type's code")
FROM = Text("alkupäivä", "första dagen", "the first day")
TO = Text("loppupäivä", "sista dagen", "the last day")
MODE = Text("hakutapa", "söksätt", "the kind of search")
SHOW = Text(
    "Näytä asiakirja. Kuvailutiedot, sisältö ja havainnot.",
    "Visa en handling. Beskrivningsuppgifter, innehåll och iakttagelser.",
    "Show a document. Metadata, content and findings.",
)
VERSIONS = Text(
    "Näytä asiakirjan kaikki versiot.",
    "Visa alla versioner av en handling.",
    "Show all versions of a document.",
)
EXPORT = Text(
    "Vie asiakirja tiedostoon sellaisena kuin arkisto sen antoi.",
    "Exportera en handling till en fil sådan som arkivet gav den.",
    "Export a document to a file as the archive gave it.",
)
OUT_FILE = Text("tiedosto, johon kirjoitetaan", "filen att skriva till", "the file to write")
AS_FORM = Text(
    "missä muodossa: alkuperäinen sellaisenaan, näyttömuoto tai sen PDF, rakenteinen muoto",
    "i vilken form: originalet som det kom, visningsformen eller dess PDF, strukturerad form",
    "in which form: the original as it came, the display form or its PDF, the structured form",
)
DIGEST = Text(
    "kirjoita myös tarkistussumma tiedostoon FILE.sha256",
    "skriv också kontrollsumman till FILE.sha256",
    "write the checksum too, to FILE.sha256",
)

VERIFY = Text(
    "Tee käyttöönottokoe. Suunnitelman asiakirjat tarkastetaan arkistosta.",
    "Kör ett driftsättningsprov. Planens handlingar kontrolleras i arkivet.",
    "Run a deployment test. A plan's documents are verified in the archive.",
)
PLAN = Text(
    "suunnitelma (CSV, XLSX, JSON tai kansio)",
    "planen (CSV, XLSX, JSON eller mapp)",
    "the plan (CSV, XLSX, JSON or a folder)",
)
REPORT_PDF = Text(
    "kirjoita raportti PDF-tiedostoon", "skriv rapporten som PDF", "write the report as PDF"
)

LOG = Text(
    "Hae käyttölokista, näytä tapahtuma tai tarkasta loki.",
    "Användningsloggen: sök, visa en händelse eller kontrollera.",
    "Search the access log, show an event or verify the log.",
)
LOG_SEARCH = Text(
    "Hae käyttölokista, uusimmat ensin. Haku kirjataan käyttölokiin.",
    "Sök i användningsloggen, nyaste först. Sökningen antecknas.",
    "Search the access log, newest first. The search is written to the log.",
)
LOG_USER = Text("käyttäjän tunnus tai nimi", "användarens id eller namn", "a user's id or name")
LOG_CLIENT = Text(
    "asiakkaan tunnus tai nimi; jos annat merkin -, se kysytään",
    "klientens beteckning eller namn; med tecknet - frågas det",
    "a client's identifier or name; with - it is asked for",
)
LOG_KIND = Text("toiminto", "åtgärd", "the act")
LIMIT = Text("enintään näin monta", "högst så här många", "at most this many")
LOG_SHOW = Text(
    "Näytä yksi tapahtuma kokonaan.", "Visa en händelse i sin helhet.", "Show one event in full."
)
LOG_NUMBER = Text(
    "tapahtuman numero, esimerkiksi 2026/15",
    "händelsens nummer, till exempel 2026/15",
    "the event's number, such as 2026/15",
)
LOG_VERIFY = Text(
    "Tarkasta koko käyttöloki tiivisteitä vasten.",
    "Kontrollera hela användningsloggen mot kondensaten.",
    "Verify the whole access log against its hashes.",
)
STANDIN = Text(
    "Käynnistä harjoitusarkisto. Palvelin, jota vasten muut voivat testata.",
    "Starta övningsarkivet. En server som andra kan testa mot.",
    "Start the stand-in archive. A server for others to test against.",
)
PORT = Text("portti; 0 = vapaa", "port; 0 = ledig", "the port; 0 = any free one")
SELF_TEST = Text(
    "Tarkasta asennus. Osat, harjoituskortti, arkisto, loki ja raportti.",
    "Kontrollera installationen. Delar, övningskort, arkiv, logg och rapport.",
    "Check the installation. Parts, practice card, archive, log and report.",
)

HELP_FIXED: dict[str, Text] = {
    "Show this message and exit.": Text("näytä tämä ohje", "visa denna hjälp", "show this help"),
    "Usage:": Text("Käyttö:", "Användning:", "Usage:"),
    "Options:": Text("Valinnat:", "Val:", "Options:"),
    "Arguments:": Text("Argumentit:", "Argument:", "Arguments:"),
    "Commands:": Text("Komennot:", "Kommandon:", "Commands:"),
    "[OPTIONS]": Text("[VALINNAT]", "[VAL]", "[OPTIONS]"),
    "COMMAND [ARGS]...": Text("KOMENTO [ARG]...", "KOMMANDO [ARG]...", "COMMAND [ARGS]..."),
    "required]": Text("pakollinen]", "obligatorisk]", "required]"),
    "[default: ": Text("[oletus: ", "[standard: ", "[default: "),
}
"""What the framework itself writes into help, and what stands there instead."""
