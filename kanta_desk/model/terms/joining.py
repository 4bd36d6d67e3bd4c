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
    "Den önskade starten går inte längre att hålla med dessa tider: förkorta uppgifter eller "
    "flytta starten.",
    "The wanted start cannot be kept with these durations: shorten tasks or move the start.",
)
DAYS = Counted(
    Text("{n} työpäivä", "{n} arbetsdag", "{n} working day"),
    Text("{n} työpäivää", "{n} arbetsdagar", "{n} working days"),
)
UNVERIFIED = Text(
    "Ei vahvistettu julkisesta lähteestä",
    "Inte bekräftat ur en offentlig källa",
    "Not confirmed from a public source",
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
SEEN_REPORTED = Text(
    "Merkitty ilmoitetuksi {day}", "Antecknat som rapporterat {day}", "Marked as reported {day}"
)
