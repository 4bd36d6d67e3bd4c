"""What `check` says in Finnish, Swedish and English."""

from __future__ import annotations

from kanta_desk.model.findings import Severity
from kanta_desk.model.text import Counted, Text

CHECK = Text(
    "Tarkasta asiakirjatiedostoja ilman arkistoa.\n\nKirjautumista ei tarvita. Paluukoodi on 1, "
    "jos löytyi virheitä tai huomioitavaa.",
    "Kontrollera handlingsfiler utan arkiv.\n\nIngen inloggning behövs. Returkoden är 1 om fel "
    "eller något att se över hittades.",
    "Check document files without an archive.\n\nNo signing in is needed. The exit status is 1 if "
    "errors or warnings were found.",
)
FILES = Text(
    "tiedostot ja kansiot: CDA-asiakirja, siirtokehys asiakirjoineen, PDF, XHTML tai JSON",
    "filer och mappar: CDA-handling, överföringsram med handling, PDF, XHTML eller JSON",
    "files and folders: a CDA document, a frame with one, PDF, XHTML or JSON",
)
STRUCTURES = Text(
    "kansio, jossa ovat THL:n julkaisemat asiakirjarakenteet (Sosmeta) OID:n mukaan nimettyinä; "
    "oletuksena asetuskansion structures",
    "mapp med THL:s publicerade handlingsstrukturer (Sosmeta) namngivna efter OID; annars "
    "inställningsmappens structures",
    "folder of THL's published document structures (Sosmeta) named by OID; else structures in the "
    "configuration folder",
)
TEST_CLIENTS = Text(
    "vaadi, että jokainen asiakas on testihenkilö",
    "kräv att varje klient är en testperson",
    "demand that every client is a test person",
)
RULES = Text("luettele säännöt", "lista reglerna", "list the rules")
NO_FILES = Text(
    "anna vähintään yksi tiedosto tai kansio",
    "ange minst en fil eller mapp",
    "give at least one file or folder",
)
NOTHING_FOUND = Text("ei havaintoja", "inga iakttagelser", "nothing found")
FILES_CHECKED = Counted(
    Text("{n} tiedosto tarkastettu", "{n} fil kontrollerad", "{n} file checked"),
    Text("{n} tiedostoa tarkastettu", "{n} filer kontrollerade", "{n} files checked"),
)
FILES_FOUND = Counted(
    Text("{n} tiedostossa havaintoja", "iakttagelser i {n} fil", "findings in {n}"),
    Text("{n} tiedostossa havaintoja", "iakttagelser i {n} filer", "findings in {n}"),
)
SEVERITIES: dict[Severity, Text] = {
    Severity.ERROR: Text("virhe", "fel", "error"),
    Severity.WARNING: Text("varoitus", "varning", "warning"),
    Severity.NOTE: Text("huomio", "notis", "note"),
}
