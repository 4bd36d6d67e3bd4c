"""Words of the command `joining`."""

from __future__ import annotations

from kanta_desk.model.text import Text

HELP = Text(
    "Seuraa liittymisen tehtäviä.",
    "Följ anslutningens uppgifter.",
    "Follow the tasks of joining.",
)
START = Text(
    "toivottu aloituspäivä, josta päivät lasketaan",
    "den önskade startdagen, från vilken dagarna räknas",
    "the wanted start, from which the days are counted",
)
LOOK = Text(
    "katso nyt, mitä ohjelma itse näkee: lukija, kortti, yhteys, oikeudet, organisaatiorekisteri",
    "se nu vad programmet självt ser: läsare, kort, förbindelse, behörigheter, register",
    "look now at what the program itself sees: reader, card, connection, rights, register",
)
TASK = Text(
    "tehtävä, jota seuraavat muuttavat",
    "uppgiften som följande ändrar",
    "the task that the following change",
)
DONE = Text("päivä, jona tehtävä tuli tehdyksi", "dagen då den blev gjord", "the day it was done")
UNDO = Text("tehtävää ei olekaan tehty", "uppgiften är inte gjord ändå", "it is not done after all")
OWNER = Text("kuka vastaa tehtävästä", "vem som ansvarar för uppgiften", "who is in charge of it")
NOTE = Text("huomautus", "anmärkning", "a note")
PDF = Text(
    "kirjoita luettelo PDF-tiedostoon",
    "skriv listan till en PDF-fil",
    "write the list to a PDF file",
)
UNKNOWN_TASK = Text(
    "Tehtävää {key} ei ole. Tehtävät: {keys}",
    "Uppgiften {key} finns inte. Uppgifterna: {keys}",
    "There is no task {key}. The tasks: {keys}",
)
