"""What the commands over code sets, registers and structures say."""

from __future__ import annotations

from kanta_desk.model.text import Counted, Text

CODESETS = Text(
    "Näytä ja tuo koodistoja.",
    "Visa och importera kodsystem.",
    "Show and import code sets.",
)
UNITS = Text(
    "Näytä ja tuo organisaatiorekisteri.",
    "Visa och importera organisationsregistret.",
    "Show and import the organisation register.",
)
STRUCTURES = Text(
    "Näytä ja tuo asiakirjarakenteita (Sosmeta).",
    "Visa och importera handlingsstrukturer (Sosmeta).",
    "Show and import document structures (Sosmeta).",
)
IMPORT_CODESETS = Text(
    "Tuo koodistoja Koodistopalvelun vienneistä (CSV tai XML).\n\nVaatii pääkäyttäjän oikeuden ja "
    "kirjautumisen. Ensin kerrotaan, mikä muuttuisi.",
    "Importera kodsystem ur kodtjänstens exporter (CSV eller XML).\n\nKräver administratörens "
    "behörighet och inloggning. Först berättas vad som skulle ändras.",
    "Import code sets from exports of the code service (CSV or XML).\n\nNeeds an administrator's "
    "right and signing in. What would change is told first.",
)
IMPORT_UNITS = Text(
    "Tuo THL:n SOTE-organisaatiorekisteri (CSV tai XML).",
    "Importera THL:s SOTE-organisationsregister (CSV eller XML).",
    "Import THL's SOTE organisation register (CSV or XML).",
)
IMPORT_STRUCTURES = Text(
    "Tuo asiakirjarakenteita: JSON-tiedosto, kansio tai zip.",
    "Importera handlingsstrukturer: en JSON-fil, en mapp eller en zip.",
    "Import document structures: a JSON file, a folder or a zip.",
)
LIST = Text("luettele, mitä on", "lista vad som finns", "list what there is")
SHOW_CODESET = Text(
    "näytä koodisto tai yksi sen koodi",
    "visa ett kodsystem eller en kod i det",
    "show a code set, or one code of it",
)
SHOW_UNIT = Text(
    "näytä, mitä rekisteri sanoo OID-tunnuksesta",
    "visa vad registret säger om en OID",
    "show what the register says of an OID",
)
SHOW_STRUCTURE = Text(
    "näytä rakenteen kentät", "visa en strukturs fält", "show a structure's fields"
)
REMOVE = Text(
    "poista tuotu; ohjelman mukana tuleva jää",
    "ta bort något importerat; det som följer med programmet blir kvar",
    "remove something imported; what ships with the program stays",
)
FILES = Text("tiedostot", "filer", "files")
OID = Text("OID-tunnus", "OID", "the OID")
CODE = Text("koodi", "kod", "a code")
DATE = Text(
    "päivä, jonka mukaan nimi ja voimassaolo näytetään; oletuksena tämä päivä",
    "dagen som namn och giltighet visas för; annars i dag",
    "the day whose names and validity are shown; today by default",
)
EVERYTHING = Text(
    "myös koodit, jotka eivät ole voimassa",
    "även koder som inte gäller",
    "also codes that are not in force",
)
SYSTEM = Text(
    "koodiston OID, jos tiedosto ei kerro sitä",
    "kodsystemets OID, om filen inte berättar den",
    "the code system's OID, where the file does not say it",
)
VERSION = Text(
    "koodiston versio, jos tiedosto ei kerro sitä",
    "kodsystemets version, om filen inte berättar den",
    "the code system's version, where the file does not say it",
)
DRY_RUN = Text(
    "kerro vain, mikä muuttuisi; kirjautumista ei tarvita",
    "berätta bara vad som skulle ändras; ingen inloggning behövs",
    "only tell what would change; no signing in is needed",
)
SKIP_FAULTS = Text(
    "jätä virheelliset rivit pois",
    "utelämna felaktiga rader",
    "leave out rows at fault",
)
HEAD_SET = Text(
    "{kind}: {name} ({system}), versio {version}",
    "{kind}: {name} ({system}), version {version}",
    "{kind}: {name} ({system}), version {version}",
)
HEAD_FILE = Text(
    "Tiedosto {file}, SHA-256 {sha256}",
    "Fil {file}, SHA-256 {sha256}",
    "File {file}, SHA-256 {sha256}",
)
TOTALS = Text(
    "{count} kaikkiaan: uusia {added}, muuttuu {changed}, päättyy {ended}, poistuu {removed}",
    "{count} allt som allt: nya {added}, ändras {changed}, upphör {ended}, tas bort {removed}",
    "{count} in all: new {added}, changed {changed}, ended {ended}, removed {removed}",
)
MORE = Counted(
    Text("… ja {n} muu", "… och {n} till", "… and {n} more"),
    Text("… ja {n} muuta", "… och {n} till", "… and {n} more"),
)
LEFT_OUT = Counted(
    Text(
        "{n} rivi on virheellinen. Tuo ilman sitä valitsimella --skip-faults.",
        "{n} rad är felaktig. Importera utan den med --skip-faults.",
        "{n} row is at fault. Import without it by --skip-faults.",
    ),
    Text(
        "{n} riviä on virheellisiä. Tuo ilman niitä valitsimella --skip-faults.",
        "{n} rader är felaktiga. Importera utan dem med --skip-faults.",
        "{n} rows are at fault. Import without them by --skip-faults.",
    ),
)
TAKEN = Text(
    "Tuotiin: {name}, {count}", "Importerades: {name}, {count}", "Imported: {name}, {count}"
)
REMOVED = Text("Poistettiin: {name}", "Togs bort: {name}", "Removed: {name}")
NOTHING = Text("Ei mitään.", "Ingenting.", "Nothing.")
NOT_THERE = Text("Ei ole: {oid}", "Finns inte: {oid}", "Not there: {oid}")
SHIPPED = Text("ohjelman mukana", "följer med programmet", "ships with the program")
FROM_FILE = Text("{file}, {day}, {by}", "{file}, {day}, {by}", "{file}, {day}, {by}")
PUT_BY_HAND = Text("asetuskansiossa", "i inställningsmappen", "in the configuration folder")
UNVERIFIED = Text("vahvistamaton", "obekräftad", "unverified")
FAULTY = Text("ei voi lukea: {reason}", "kan inte läsas: {reason}", "cannot be read: {reason}")
HOLDINGS_HEAD = (
    Text("OID", "OID", "OID"),
    Text("Nimi", "Namn", "Name"),
    Text("Versio", "Version", "Version"),
    Text("Määrä", "Antal", "Count"),
    Text("Voimassa", "Giltig", "Valid"),
    Text("Lähde", "Källa", "Source"),
)
CODES_HEAD = (
    Text("Koodi", "Kod", "Code"),
    Text("Nimi", "Namn", "Name"),
    Text("Voimassa", "Giltig", "Valid"),
    Text("Yläkoodi", "Överordnad", "Parent"),
)
FIELDS_HEAD = (
    Text("Kenttä", "Fält", "Field"),
    Text("Tietotyyppi", "Datatyp", "Type"),
    Text("Pakollinen", "Obligatorisk", "Required"),
    Text("Koodisto", "Kodsystem", "Code system"),
)
UNIT_LABELS = (
    Text("Nimi", "Namn", "Name"),
    Text("Lyhenne", "Förkortning", "Abbreviation"),
    Text("Y-tunnus", "FO-nummer", "Business id"),
    Text("Yläorganisaatio", "Överordnad", "Part of"),
    Text("Osoite", "Adress", "Address"),
    Text("Kunta", "Kommun", "Municipality"),
    Text("Sektori", "Sektor", "Sector"),
    Text("Voimassa", "Giltig", "Valid"),
)
YES = Text("kyllä", "ja", "yes")
CONDITIONAL = Text("ehdollisesti", "villkorligt", "conditionally")
ALWAYS = Text("toistaiseksi", "tills vidare", "until further notice")
