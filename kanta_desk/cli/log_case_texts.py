"""The help and the words of the commands on cases."""

from __future__ import annotations

from kanta_desk.model.text import Text

CASE = Text(
    "Selvitykset: mitä lokista tutkitaan ja mitä löytyi.",
    "Utredningar: vad som granskas i loggen och vad som framkom.",
    "Cases: what is being looked into, and what was found.",
)
LIST = Text(
    "Näytä rekisterin selvitykset.", "Visa registrets utredningar.", "Show the register's cases."
)
ONLY_OPEN = Text("vain avoimet", "endast öppna", "only those that are open")
SHOW = Text(
    "Näytä selvitys ja sen tapahtumat.",
    "Visa en utredning och dess händelser.",
    "Show a case and its events.",
)
OPEN = Text(
    "Avaa selvitys. Avaaminen kirjataan käyttölokiin.",
    "Öppna en utredning. Det antecknas i användningsloggen.",
    "Open a case. That is written to the log.",
)
ADD = Text(
    "Lisää selvitykseen tapahtumia.",
    "Lägg till händelser i en utredning.",
    "Add events to a case.",
)
REMOVE = Text(
    "Poista selvityksestä tapahtumia.",
    "Ta bort händelser ur en utredning.",
    "Take events off a case.",
)
DUE = Text(
    "Muuta määräpäivä.\n\nIlman päivää määräpäivä poistetaan.",
    "Ändra sista dag.\n\nUtan dag tas sista dagen bort.",
    "Change the day a case is due.\n\nWithout a day, it has none.",
)
DECIDE = Text(
    "Päätä selvitys ja kirjaa, mitä löytyi.",
    "Avsluta en utredning och anteckna vad som framkom.",
    "Close a case with what was found.",
)
REOPEN = Text(
    "Avaa päätetty selvitys uudelleen.",
    "Öppna en avslutad utredning på nytt.",
    "Open a closed case again.",
)
TITLE = Text("mitä selvitetään", "vad som utreds", "what is looked into")
EVENT = Text(
    "lokin tapahtuma, jota selvitys koskee; voi antaa monta",
    "händelse i loggen som utredningen gäller; flera kan anges",
    "an event of the log that the case is about; may be repeated",
)
EVENTS = Text(
    "tapahtumien numerot, esimerkiksi 2026/15",
    "händelsernas nummer, till exempel 2026/15",
    "the events' numbers, such as 2026/15",
)
NOTE = Text("miksi", "varför", "why")
DAY = Text("määräpäivä", "sista dag", "the day it is due")
NUMBER = Text("selvityksen numero", "utredningens nummer", "the case's number")
DECISION = Text("mitä löytyi", "vad som framkom", "what was found")
REASON = Text("miksi avataan uudelleen", "varför den öppnas på nytt", "why it is opened again")

OPENED = Text(
    "Selvitys {number} on avattu.", "Utredningen {number} är öppnad.", "Case {number} is open."
)
CHANGED = Text(
    "Selvitys {number} on muutettu.", "Utredningen {number} är ändrad.", "Case {number} is changed."
)
DECIDED = Text(
    "Selvitys {number} on päätetty.",
    "Utredningen {number} är avslutad.",
    "Case {number} is closed.",
)
NONE_SUCH = Text(
    "Selvitystä {number} ei ole.",
    "Utredningen {number} finns inte.",
    "There is no case {number}.",
)
NONE_OPEN = Text(
    "Avointa selvitystä {number} ei ole.",
    "Det finns ingen öppen utredning {number}.",
    "There is no open case {number}.",
)
NONE_DECIDED = Text(
    "Päätettyä selvitystä {number} ei ole.",
    "Det finns ingen avslutad utredning {number}.",
    "There is no closed case {number}.",
)
NONE = Text("Selvityksiä ei ole.", "Det finns inga utredningar.", "There are no cases.")
NUMBER_NAME = Text("Numero", "Nummer", "Number")
STATE_NAME = Text("Tila", "Status", "State")
OPENED_NAME = Text("Avattu", "Öppnad", "Opened")
PERSON_NAME = Text("Avasi", "Öppnad av", "Opened by")
DUE_NAME = Text("Määräpäivä", "Sista dag", "Due")
TITLE_NAME = Text("Aihe", "Ärende", "Title")
EVENTS_NAME = Text("Tapahtumat", "Händelser", "Events")
DECISION_NAME = Text("Päätös", "Beslut", "Decision")
FORMER_NAME = Text("Aiempi päätös", "Tidigare beslut", "Former decision")
HEAD = (
    NUMBER_NAME, STATE_NAME, OPENED_NAME, DUE_NAME, TITLE_NAME, EVENTS_NAME, DECISION_NAME,
)  # fmt: skip
IS_OPEN = Text("avoin", "öppen", "open")
IS_LATE = Text("myöhässä", "försenad", "late")
IS_DECIDED = Text("päätetty", "avslutad", "closed")
