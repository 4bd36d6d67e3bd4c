"""Imports of code sets, organisation registers and structures: errors, and faults of single rows."""

from __future__ import annotations

from kanta_desk import errors as e
from kanta_desk.model.imports import RowFault, RowProblem
from kanta_desk.model.terms.told import PLACE, Detail, Told
from kanta_desk.model.text import Counted, Language, Text

_FILE = Detail("file", Text("Tiedosto: {value}.", "Fil: {value}.", "File: {value}."))

_REASONS = {
    "form": Text(
        "tiedosto ei ole CSV- eikä XML-muotoinen koodiston vienti",
        "filen är ingen export av ett kodsystem i CSV eller XML",
        "the file is no export of a code set in CSV or XML",
    ),
    "encoding": Text(
        "merkistö ei ole UTF-8, UTF-16 eikä Windows-1252",
        "teckenkodningen är varken UTF-8, UTF-16 eller Windows-1252",
        "the encoding is neither UTF-8, UTF-16 nor Windows-1252",
    ),
    "size": Text("tiedosto on liian suuri", "filen är för stor", "the file is too large"),
    "rows": Text("rivejä on liikaa", "raderna är för många", "there are too many rows"),
    "no rows": Text(
        "tiedostossa ei ole yhtään koodia", "filen har inga koder", "the file holds no codes"
    ),
    "columns": Text(
        "otsikkoriviä, jossa olisivat koodin ja nimen sarakkeet, ei löydy",
        "det finns ingen rubrikrad med kolumner för kod och namn",
        "there is no heading row with columns for the code and the name",
    ),
    "xml": Text("XML on virheellinen", "XML är felaktig", "the XML is not well-formed"),
    "definition": Text(
        "XML:ssä ei saa olla tyyppimäärittelyä eikä entiteettejä",
        "XML får inte ha typdefinition eller entiteter",
        "the XML must not have a type definition or entities",
    ),
    "depth": Text(
        "XML:ssä on liian monta sisäkkäistä tasoa",
        "XML har för många nivåer",
        "the XML is nested too deep",
    ),
    "zip": Text(
        "zip-pakettia ei voi lukea, tai se purkautuisi liian suureksi",
        "zip-paketet kan inte läsas, eller så skulle det bli för stort",
        "the zip cannot be read, or would unpack to too much",
    ),
    "structure": Text(
        "JSON ei ole THL:n julkaisema asiakirjarakenne",
        "JSON är ingen handlingsstruktur som THL har publicerat",
        "the JSON is no document structure as THL publishes them",
    ),
    "no structures": Text(
        "JSON-tiedostoja ei löydy", "inga JSON-filer hittades", "no JSON files were found"
    ),
    "mixed": Text(
        "rivit ovat eri koodistoista",
        "raderna hör till olika kodsystem",
        "the rows are of different code systems",
    ),
}

TEXTS: dict[type[e.KantaError], Told] = {
    e.ImportUnreadable: Told(
        Text("Tiedostoa ei voi tuoda", "Filen kan inte importeras", "The file cannot be imported"),
        Text("Mitään ei muutettu.", "Inget ändrades.", "Nothing was changed."),
        Text(
            "Vie koodisto Koodistopalvelusta uudelleen (CSV tai XML) ja tuo tiedosto sellaisenaan, "
            "ilman tallennusta taulukkolaskennassa.",
            "Exportera kodsystemet på nytt från kodtjänsten (CSV eller XML) och importera filen "
            "som den är, utan att spara den i ett kalkylprogram.",
            "Export the code set again from the code service (CSV or XML), and import the file as "
            "it is, without saving it in a spreadsheet.",
        ),
        (
            _FILE,
            PLACE,
            Detail(
                "reason", Text("Syy: {value}.", "Orsak: {value}.", "Reason: {value}."), _REASONS
            ),
        ),
    ),
    e.ImportSystemMissing: Told(
        Text(
            "Koodiston tunnus puuttuu",
            "Kodsystemets OID saknas",
            "The code system’s OID is missing",
        ),
        Text(
            "Tiedosto ei kerro, minkä koodiston koodeja siinä on.",
            "Filen berättar inte vilket kodsystem koderna hör till.",
            "The file does not say which code system its codes are of.",
        ),
        Text(
            "Anna koodiston OID-tunnus; se on Koodistopalvelussa koodiston tiedoissa.",
            "Ange kodsystemets OID; den finns i kodtjänsten bland kodsystemets uppgifter.",
            "Give the code system’s OID; the code service shows it among the set’s details.",
        ),
        (_FILE,),
    ),
    e.ImportFaulty: Told(
        Text("Tiedostossa on virheitä", "Filen har fel", "The file has faults"),
        Text("Mitään ei tuotu.", "Inget importerades.", "Nothing was imported."),
        Text(
            "Katso virheet ja korjaa tiedosto, tai tuo se ilman virheellisiä rivejä.",
            "Se felen och rätta filen, eller importera den utan de felaktiga raderna.",
            "Look at the faults and correct the file, or import it without the rows at fault.",
        ),
        (
            _FILE,
            Detail(
                "count",
                Counted(
                    Text(
                        "{n} rivi jäisi pois.", "{n} rad skulle utelämnas.", "{n} row is left out."
                    ),
                    Text(
                        "{n} riviä jäisi pois.",
                        "{n} rader skulle utelämnas.",
                        "{n} rows are left out.",
                    ),
                ),
            ),
        ),
    ),
}

ROW_FAULTS: dict[RowFault, tuple[Text, Text]] = {
    RowFault.NO_CODE: (
        Text("Koodi puuttuu", "Koden saknas", "The code is missing"),
        Text("Täydennä koodi.", "Fyll i koden.", "Fill in the code."),
    ),
    RowFault.NO_NAME: (
        Text(
            "Nimi puuttuu; koodi näytetään nimenä",
            "Namnet saknas; koden visas som namn",
            "The name is missing; the code is shown for it",
        ),
        Text(
            "Tarkista nimi Koodistopalvelusta.",
            "Kontrollera namnet i kodtjänsten.",
            "See the code service for the name.",
        ),
    ),
    RowFault.BAD_DATE: (
        Text("Päivää ei voi lukea", "Dagen kan inte läsas", "The day cannot be read"),
        Text(
            "Anna päivä muodossa 31.12.2026 tai 2026-12-31.",
            "Ange dagen som 31.12.2026 eller 2026-12-31.",
            "Give the day as 31.12.2026 or 2026-12-31.",
        ),
    ),
    RowFault.DATES_REVERSED: (
        Text(
            "Voimassaolo päättyy ennen kuin alkaa",
            "Giltigheten slutar före den börjar",
            "The validity ends before it begins",
        ),
        Text("Korjaa päivät.", "Rätta dagarna.", "Correct the days."),
    ),
    RowFault.DUPLICATE: (
        Text(
            "Sama rivi on jo tiedostossa",
            "Samma rad finns redan i filen",
            "The same row is in the file already",
        ),
        Text("Poista toinen rivi.", "Ta bort den andra raden.", "Remove one of the rows."),
    ),
    RowFault.OVERLAP: (
        Text(
            "Koodilla on samaan aikaan toinen nimi tai muut tiedot",
            "Koden har samtidigt ett annat namn eller andra uppgifter",
            "The code has another name or other data at the same time",
        ),
        Text(
            "Korjaa voimassaolot niin, etteivät ne mene päällekkäin.",
            "Rätta giltigheterna så att de inte överlappar.",
            "Correct the days of validity so that they do not overlap.",
        ),
    ),
    RowFault.UNKNOWN_PARENT: (
        Text(
            "Yläkoodia ei ole tiedostossa",
            "Den överordnade koden finns inte i filen",
            "The code above it is not in the file",
        ),
        Text(
            "Tarkista, että vienti on koko koodistosta.",
            "Kontrollera att exporten är hela kodsystemet.",
            "See that the whole code set was exported.",
        ),
    ),
    RowFault.BAD_OID: (
        Text("OID-tunnus ei kelpaa", "OID är ogiltig", "The OID is not valid"),
        Text("Korjaa tunnus.", "Rätta identifieraren.", "Correct the identifier."),
    ),
    RowFault.BAD_BUSINESS_ID: (
        Text(
            "Y-tunnus ei kelpaa; se jätetään pois",
            "FO-numret är ogiltigt; det utelämnas",
            "The business id is not valid; it is left out",
        ),
        Text(
            "Tarkista tunnus YTJ-palvelusta.",
            "Kontrollera numret i FODS.",
            "Check the id in the Business Information System.",
        ),
    ),
    RowFault.TOO_LONG: (
        Text("Arvo on liian pitkä", "Värdet är för långt", "The value is too long"),
        Text("Lyhennä arvoa.", "Förkorta värdet.", "Shorten the value."),
    ),
    RowFault.COLUMNS: (
        Text(
            "Rivillä on enemmän arvoja kuin sarakkeita",
            "Raden har fler värden än kolumner",
            "The row has more values than there are columns",
        ),
        Text(
            "Laita erottimen sisältävä arvo lainausmerkkeihin.",
            "Sätt ett värde som innehåller avgränsaren inom citattecken.",
            "Put a value that holds the separator in quotation marks.",
        ),
    ),
    RowFault.UNREADABLE: (
        Text(
            "Tiedostoa ei voi lukea asiakirjarakenteena",
            "Filen kan inte läsas som handlingsstruktur",
            "The file cannot be read as a document structure",
        ),
        Text(
            "Hae rakenne uudelleen Sosmetasta.",
            "Hämta strukturen på nytt från Sosmeta.",
            "Fetch the structure again from Sosmeta.",
        ),
    ),
}

_ROW = Text("rivi {row}", "rad {row}", "row {row}")
_COLUMN = Text("sarake {column}", "kolumn {column}", "column {column}")


def problem_place(problem: RowProblem, language: Language) -> str:
    """Where a fault is: ``structures.zip/a.json, rivi 12, sarake CodeId``."""
    row = _ROW.filled(language, row=problem.row) if problem.row else ""
    column = _COLUMN.filled(language, column=problem.column) if problem.column else ""
    return ", ".join(part for part in (problem.file, row, column) if part)


def problem_words(problem: RowProblem, language: Language) -> str:
    """A fault in one sentence: where, what, and the value."""
    what = ROW_FAULTS[problem.fault][0].of(language)
    value = f": {problem.value}" if problem.value else ""
    return f"{problem_place(problem, language)}: {what}{value}"
