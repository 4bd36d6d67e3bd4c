"""What `plan` says, in Finnish, Swedish and English."""

from __future__ import annotations

from kanta_desk.model.text import Counted, Text

PLAN = Text(
    "Tee, tarkasta ja tallenna käyttöönottokokeen suunnitelmia.",
    "Gör, kontrollera och spara planer för driftsättningsprov.",
    "Make, check and save plans of deployment tests.",
)
MAKE = Text(
    "Tee suunnitelma taulukosta, JSON-tiedostosta tai vietyjen tiedostojen kansiosta ja tallenna "
    "se lähetettävään muotoon lähteineen.",
    "Gör en plan av en tabell, en JSON-fil eller en mapp med exporterade filer och spara den med "
    "sina källor i en form som kan sändas.",
    "Make a plan of a table, a JSON file or a folder of exported files, and save it with its "
    "sources in a form that can be sent.",
)
CHECK = Text(
    "Tarkasta suunnitelma ja kerro kaikki virheet kerralla.",
    "Kontrollera en plan och berätta alla fel på en gång.",
    "Check a plan and tell all faults at once.",
)
COLUMNS = Text(
    "Näytä, miksi tiedoston sarakkeet tulkitaan.",
    "Visa vad filens kolumner tolkas som.",
    "Show what the columns of a file are taken for.",
)
TEMPLATE = Text(
    "Tallenna suunnitelmapohja (.xlsx tai .csv).",
    "Spara en planmall (.xlsx eller .csv).",
    "Save a plan template (.xlsx or .csv).",
)
SOURCE = Text(
    "taulukko (CSV, XLSX), JSON-tiedosto tai kansio",
    "tabell (CSV, XLSX), JSON-fil eller mapp",
    "table (CSV, XLSX), JSON file or folder",
)
OUT = Text("tallennettava tiedosto", "filen som sparas", "the file to write")
MAP = Text(
    "sarakkeen merkitys: OTSIKKO=nimi; OTSIKKO= ohittaa sarakkeen; voi toistaa",
    "kolumnens betydelse: RUBRIK=namn; RUBRIK= förbigår kolumnen; kan upprepas",
    "what a column is: HEADER=name; HEADER= passes it over; may be repeated",
)
SET = Text(
    "arvo riveille, jotka eivät sitä kerro: nimi=arvo; voi toistaa",
    "värde för rader som inte anger det: namn=värde; kan upprepas",
    "a value for rows that do not say it: name=value; may be repeated",
)
SETTINGS = Text(
    "sarakeasetukset tiedostosta", "kolumninställningar ur en fil", "settings of columns, a file"
)
KEEP = Text(
    "muista sarakkeet tämän järjestelmän tiedostoille",
    "minns kolumnerna för filer från detta system",
    "keep the columns for files of this system",
)
SHEET = Text("työkirjan taulukko", "arbetsbokens blad", "the workbook's sheet")

NOT_A_COLUMN = Text(
    "Saraketta ”{name}” ei ole. Nimet: {names}.",
    "Kolumnen ”{name}” finns inte. Namn: {names}.",
    "There is no column “{name}”. Names: {names}.",
)
NO_PLAN = Text(
    "Anna suunnitelma, tai pyydä pohja valinnalla --template.",
    "Ange en plan, eller be om en mall med --template.",
    "Name a plan, or ask for a template by --template.",
)
NO_EQUALS = Text(
    "Kirjoita muodossa nimi=arvo.", "Skriv i formen namn=värde.", "Write it as name=value."
)
TEMPLATE_KIND = Text(
    "Pohjan nimen on päätyttävä .xlsx tai .csv.",
    "Mallens namn ska sluta på .xlsx eller .csv.",
    "The template's name must end in .xlsx or .csv.",
)
TEMPLATE_WRITTEN = Text("Pohja: {path}", "Mall: {path}", "Template: {path}")
PLAN_WRITTEN = Text("Suunnitelma: {path}", "Plan: {path}", "Plan: {path}")
SUMMARY = Text(
    "{name}: {documents}, {kind}", "{name}: {documents}, {kind}", "{name}: {documents}, {kind}"
)
DOCUMENTS = Counted(
    Text("1 asiakirja", "1 handling", "1 document"),
    Text("{n} asiakirjaa", "{n} handlingar", "{n} documents"),
)
FAULTS = Counted(Text("1 virhe", "1 fel", "1 fault"), Text("{n} virhettä", "{n} fel", "{n} faults"))
REAL = Text(
    "Huomio: {place}: henkilötunnus ei ole testitunnus.",
    "Obs: {place}: personbeteckningen är ingen testbeteckning.",
    "Note: {place}: the identity code is no test code.",
)
LEFT_OUT = Text(
    "Ei suunnitelmassa: {name}: {reason}", "Inte i planen: {name}: {reason}",
    "Not in the plan: {name}: {reason}",
)  # fmt: skip
HEADER = Text("otsikko", "rubrik", "header")
MEANS = Text("merkitys", "betydelse", "meaning")
GROUND = Text("peruste", "grund", "ground")
PASSED_OVER = Text("ohitetaan", "förbigås", "passed over")
SHEET_SHOWN = Text("{place}: {rows} riviä", "{place}: {rows} rader", "{place}: {rows} rows")
OWN_PLAN = Text(
    "Tiedosto on ohjelman oma suunnitelma; siinä ei ole sarakkeita.",
    "Filen är programmets egen plan; den har inga kolumner.",
    "The file is a plan of the program's own; it has no columns.",
)
