"""The help and the words of the commands on logs that were taken in, and on backups made."""

from __future__ import annotations

from kanta_desk.model.text import Text

IMPORT = Text(
    "Ota vastaan toisen rekisterinpitäjän loki.\n\nLoki tarkistetaan ensin kokonaan. "
    "Jos se ei pidä, mitään ei oteta vastaan.",
    "Ta emot en logg av en annan personuppgiftsansvarig.\n\nLoggen kontrolleras först helt. Om den "
    "inte håller tas ingenting emot.",
    "Take in a log that another controller handed over.\n\nAll of it is checked first. If it does "
    "not hold, nothing is taken in.",
)
FROM = Text("luovutettu kansio", "den överlåtna mappen", "the folder as it was handed over")
REASON = Text("millä perusteella", "på vilken grund", "on what grounds")
IMPORTED = Text(
    "Vastaanotetut lokit: luettelo, haku ja tarkistus.",
    "Mottagna loggar: förteckning, sökning och kontroll.",
    "Logs that were taken in: list, search, check.",
)
LIST = Text(
    "Näytä vastaanotetut lokit.", "Visa mottagna loggar.", "Show the logs that were taken in."
)
SEARCH = Text("Hae vastaanotetusta lokista.", "Sök i en mottagen logg.", "Search one of the logs.")
SHOW = Text(
    "Näytä vastaanotetun lokin tapahtuma.",
    "Visa en händelse i en mottagen logg.",
    "Show an event of one of the logs.",
)
CHECK = Text(
    "Vertaa vastaanotettua lokia siihen, mitä otettiin vastaan.",
    "Jämför en mottagen logg med det som togs emot.",
    "Compare a log with what was taken in.",
)
NUMBER = Text(
    "lokin numero luettelosta", "loggens nummer i förteckningen", "the log's number in the list"
)
EVENT = Text("tapahtuman numero", "händelsens nummer", "the event's number")
TAKEN = Text(
    "Otettiin vastaan {size} tapahtumaa rekisteristä {register}. Lokin numero on {number}.",
    "Tog emot {size} händelser ur registret {register}. Loggens nummer är {number}.",
    "Took in {size} events of register {register}. The log's number is {number}.",
)
HEAD = (
    Text("Numero", "Nummer", "Number"),
    Text("Rekisteri", "Register", "Register"),
    Text("Tapahtumia", "Händelser", "Events"),
    Text("Vuodet", "År", "Years"),
    Text("Otettu vastaan", "Mottagen", "Taken in"),
    Text("Vastaanottaja", "Mottagare", "By"),
)
NOTHING = Text(
    "Lokeja ei ole otettu vastaan.", "Inga loggar har tagits emot.", "No logs were taken in."
)
NO_LOG = Text(
    "Lokia {number} tai sen tapahtumaa ei ole.",
    "Logg {number} eller dess händelse finns inte.",
    "There is no log {number}, or no such event in it.",
)
SOUND = Text(
    "Loki on sellainen kuin vastaanotettaessa: {size} tapahtumaa.",
    "Loggen är som när den togs emot: {size} händelser.",
    "The log is as it was taken in: {size} events.",
)
