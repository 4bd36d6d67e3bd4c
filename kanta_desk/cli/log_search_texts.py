"""The help and the words of the commands that search the access log."""

from __future__ import annotations

from kanta_desk.model.text import Counted, Text

BEFORE = Text(
    "jatka tästä tapahtumasta vanhempiin",
    "fortsätt från den här händelsen till äldre",
    "go on from this event to older ones",
)
AT = Text(
    "aloita uusimmasta, joka on tältä ajalta tai vanhempi: 1.3.2026, 2026-03, 2026-03-01T08:00",
    "börja med den nyaste från den tiden eller äldre: 1.3.2026, 2026-03, 2026-03-01T08:00",
    "begin with the newest of that time or older: 1.3.2026, 2026-03, 2026-03-01T08:00",
)
ONE_START = Text(
    "Anna joko --before tai --at.",
    "Ange antingen --before eller --at.",
    "Give either --before or --at.",
)
GO_ON = Text("Lisää: --before {event}", "Mer: --before {event}", "More: --before {event}")
SKIPPED = Counted(
    Text("{n} uudempi ohitettiin.", "{n} nyare hoppades över.", "{n} newer was passed over."),
    Text("{n} uudempaa ohitettiin.", "{n} nyare hoppades över.", "{n} newer were passed over."),
)
SHARES = (
    Text("Toiminnot", "Åtgärder", "Acts"),
    Text("Vaiheet", "Skeden", "Phases"),
    Text("Käyttäjät", "Användare", "Users"),
    Text("Yksiköt", "Enheter", "Units"),
    Text("Käyttötarkoitukset", "Användningsändamål", "Purposes"),
    Text("Kuukaudet", "Månader", "Months"),
)
SAVED = Text(
    "Tallennetut haut: listaa, tallenna, aja, poista.",
    "Sparade sökningar: visa, spara, kör, ta bort.",
    "Saved searches: list, save, run, remove.",
)
SAVED_LIST = Text(
    "Näytä rekisterin tallennetut haut.",
    "Visa registrets sparade sökningar.",
    "Show the register's saved searches.",
)
SAVED_SAVE = Text(
    "Tallenna haku nimellä.\n\nSamanniminen korvataan. Haku tallennetaan kuten se on kirjoitettu: "
    "aika:tänään tarkoittaa aina ajopäivää.",
    "Spara en sökning med ett namn.\n\nEn med samma namn ersätts. Sökningen sparas som den är "
    "skriven: tid:idag betyder alltid den dag den körs.",
    "Save a search under a name.\n\nOne of the same name is replaced. It is saved as it is "
    "written: time:today always means the day it is run.",
)
SAVED_RUN = Text(
    "Hae tallennetulla haulla. Haku kirjataan käyttölokiin.",
    "Sök med en sparad sökning. Sökningen antecknas.",
    "Search with a saved search. The search is written to the log.",
)
SAVED_REMOVE = Text(
    "Poista tallennettu haku.", "Ta bort en sparad sökning.", "Remove a saved search."
)
NAME = Text("haun nimi", "sökningens namn", "the search's name")
SAVED_HEAD = (
    Text("Nimi", "Namn", "Name"),
    Text("Haku", "Sökning", "Query"),
    Text("Tallensi", "Sparad av", "Saved by"),
    Text("Tallennettu", "Sparad", "Saved"),
)
KEPT = Text(
    "Haku {name} on tallennettu.", "Sökningen {name} är sparad.", "The search {name} is saved."
)
REMOVED = Text(
    "Haku {name} on poistettu.", "Sökningen {name} är borttagen.", "The search {name} was removed."
)
NO_SEARCH = Text(
    "Hakua {name} ei ole tallennettu.",
    "Sökningen {name} är inte sparad.",
    "No search {name} is saved.",
)
NO_SEARCHES = Text(
    "Hakuja ei ole tallennettu.", "Inga sökningar är sparade.", "No searches are saved."
)
VERIFYING = Text("Tarkastetaan", "Kontrollerar", "Verifying")
