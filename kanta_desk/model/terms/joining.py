"""The words of the joining tasks, for page, paper and command."""

from __future__ import annotations

from kanta_desk.model.text import Counted, Text

TITLE = Text("Liittymisen tehtävät", "Anslutningens uppgifter", "Joining tasks")
MADE = Text("Tulostettu {time}", "Utskriven {time}", "Printed {time}")
START = Text("Toivottu aloitus", "Önskad start", "Wanted start")
EARLIEST = Text("Aikaisin mahdollinen", "Tidigast möjliga", "Earliest possible")
TODAY = Text("Tilanne", "Läget", "As of")
DONE = Text("Tehty", "Gjort", "Done")
TASK = Text("Tehtävä", "Uppgift", "Task")
OWNER = Text("Vastuussa", "Ansvarig", "In charge")
BEGIN_BY = Text("Alkaa", "Inleds", "Begin by")
END_BY = Text("Valmis", "Klar", "Done by")
STATE = Text("Tila", "Läge", "State")
NOTE = Text("Huomautus", "Anmärkning", "Note")
STATUTORY = Text("Lakisääteiset päivät", "Lagstadgade dagar", "Statutory dates")
CANNOT_BE_KEPT = Text(
    "Toivottuun aloitukseen ei enää ehditä näillä kestoilla: lyhennä tehtäviä tai siirrä aloitusta.",
    "Den önskade starten hinns inte längre med med dessa tider: förkorta uppgifter eller flytta "
    "starten.",
    "The wanted start cannot be kept with these durations: shorten tasks or move the start.",
)
WAITS_FOR = Text("Odottaa: {tasks}", "Väntar på: {tasks}", "Waits for: {tasks}")
DAYS = Counted(
    Text("{n} työpäivä", "{n} arbetsdag", "{n} working day"),
    Text("{n} työpäivää", "{n} arbetsdagar", "{n} working days"),
)
UNVERIFIED = Text(
    "Ei vahvistettu julkisesta lähteestä",
    "Inte bekräftat ur en offentlig källa",
    "Not confirmed from a public source",
)

SEEN_READER = Text("Lukija: {name}", "Läsare: {name}", "Reader: {name}")
NO_READER = Text("Lukijaa ei näy", "Ingen läsare syns", "No reader is seen")
SEEN_CARD = Text(
    "Kortti voimassa {day} asti ({type})",
    "Kortet är giltigt till {day} ({type})",
    "Card valid until {day} ({type})",
)
NO_CARD = Text("Korttia ei ole lukijassa", "Inget kort i läsaren", "No card in a reader")
SEEN_CONNECTION = Text(
    "Yhteys {name} vastaa", "Förbindelsen {name} svarar", "Connection {name} answers"
)
NO_CONNECTION = Text(
    "Yhteystarkastus: {said}", "Förbindelsekontroll: {said}", "Connection check: {said}"
)
SEEN_UNITS = Text(
    "Organisaatiorekisterissä: {name}", "I organisationsregistret: {name}",
    "In the organisation register: {name}",
)  # fmt: skip
NO_UNITS = Text(
    "Omaa yksikköä ei ole tuodussa organisaatiorekisterissä",
    "Den egna enheten finns inte i det importerade organisationsregistret",
    "The own unit is not in an imported organisation register",
)
SEEN_RIGHTS = Counted(
    Text(
        "Arkistonhoitajan oikeus {n} henkilöllä",
        "Arkivariens behörighet hos {n} person",
        "{n} person has an archivist's right",
    ),
    Text(
        "Arkistonhoitajan oikeus {n} henkilöllä",
        "Arkivariens behörighet hos {n} personer",
        "{n} people have an archivist's right",
    ),
)
NO_RIGHTS = Text(
    "Kenelläkään ei ole arkistonhoitajan oikeutta",
    "Ingen har arkivariens behörighet",
    "Nobody has an archivist's right",
)
SEEN_TEST = Text("Koe hyväksytty: {plan}", "Provet godkänt: {plan}", "Test passed: {plan}")
NO_TEST = Text(
    "Hyväksyttyä koetta ei ole", "Inget godkänt prov finns", "There is no test that passed"
)
SEEN_REPORTED = Text(
    "Merkitty ilmoitetuksi {day}", "Antecknat som rapporterat {day}", "Marked as reported {day}"
)
NO_REPORTED = Text(
    "Koetta ei ole merkitty ilmoitetuksi",
    "Provet är inte antecknat som rapporterat",
    "The test is not marked as reported",
)
