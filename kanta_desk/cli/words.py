"""What the commands say besides help."""

from __future__ import annotations

from kanta_desk.model.documents import RecordState
from kanta_desk.model.text import Counted, Text

# Errors
ERROR = Text("{title} ({code})", "{title} ({code})", "{title} ({code})")
REMEDY = Text("Toimi näin: {remedy}", "Gör så här: {remedy}", "What to do: {remedy}")
BUG = Text(
    "Ohjelmassa on vika ({kind}), ja komento jäi kesken. Tarkemmat tiedot: {log}",
    "Ett fel i programmet ({kind}) avbröt kommandot. Närmare uppgifter: {log}",
    "A fault in the program ({kind}) cut the command short. Details: {log}",
)
NO_OPTION = Text(
    "Valintaa {name} ei ole.", "Valet {name} finns inte.", "There is no option {name}."
)
MISSING = Text("{name} puuttuu.", "{name} saknas.", "{name} is missing.")
BAD_VALUE = Text(
    "Arvo ei kelpaa: {name}.", "Värdet är inte giltigt: {name}.", "The value is not valid: {name}."
)
NO_COMMAND = Text(
    "Komentoa {name} ei ole.", "Kommandot {name} finns inte.", "There is no command {name}."
)
NEAR = Text("Tarkoititko: {names}?", "Menade du: {names}?", "Did you mean {names}?")
BAD_USAGE = Text(
    "Komentorivi ei kelpaa ({said}).", "Kommandoraden är inte giltig ({said}).",
    "The command line is not valid ({said}).",
)  # fmt: skip
SEE_HELP = Text("Ohje: {command} --help", "Hjälp: {command} --help", "Help: {command} --help")
NO_DISPLAY = Text(
    "Näyttöä ei ole, joten ikkunaa ei voi avata. Ilman ikkunaa: kanta-desk practice --headless",
    "Det finns ingen skärm, så fönstret kan inte öppnas. Utan fönster: "
    "kanta-desk practice --headless",
    "There is no display, so the window cannot open. Without one: kanta-desk practice --headless",
)
NO_WINDOW = Text(
    "Ikkunan osat eivät lataudu ({kind}). Asenna ohjelma ja järjestelmän kirjastot uudelleen.",
    "Fönstrets delar kan inte laddas ({kind}). Installera programmet och systemets bibliotek på "
    "nytt.",
    "The window's parts do not load ({kind}). Install the program and the system's libraries "
    "again.",
)

# Signing in
WAITING_CARD = Text("Odotetaan korttia…", "Väntar på kortet…", "Waiting for the card…")
ASK_PIN = Counted(
    Text("Perustunnusluku (PIN1), {n} yritys jäljellä: ", "Baskod (PIN1), {n} försök kvar: ",
         "Basic PIN (PIN1), {n} try left: "),
    Text("Perustunnusluku (PIN1), {n} yritystä jäljellä: ", "Baskod (PIN1), {n} försök kvar: ",
         "Basic PIN (PIN1), {n} tries left: "),
)  # fmt: skip
SEALING = Text(
    "Loki sinetöidään kortilla; PIN1 kysytään uudelleen.",
    "Loggen förseglas med kortet; PIN1 frågas på nytt.",
    "The log is sealed with the card; PIN1 is asked again.",
)
ASK_PIN_ONLY = Text("Perustunnusluku (PIN1): ", "Baskod (PIN1): ", "Basic PIN (PIN1): ")
PAD_OFFERED = Text(
    "Jätä tunnusluku tyhjäksi, jos näppäilet sen lukijassa (ei kokeiltu oikeilla lukijoilla).",
    "Lämna koden tom om du matar in den på läsaren (inte prövat med riktiga läsare).",
    "Leave the PIN empty to type it on the reader's keypad (not tried with real readers).",
)
TYPE_ON_PAD = Text(
    "Näppäile tunnusluku lukijassa.", "Mata in koden på läsaren.", "Type the PIN on the reader."
)
LAST_TRIES = Text(
    "Yrityksiä on jäljellä vähän. Käytetäänkö niistä yksi? Jos käytetään, kirjoita k: ",
    "Det finns få försök kvar. Ska ett av dem användas? Om ja, skriv j: ",
    "Few tries are left. Use one of them? If so, type y: ",
)
NO_TERMINAL = Text(
    "Tunnusluvun voi antaa vain päätteessä, joka ei näytä sitä. Suorita komento päätteessä.",
    "PIN-koden kan anges bara i en terminal som döljer den. Kör kommandot i en terminal.",
    "The PIN can be entered only in a terminal that hides it. Run the command in a terminal.",
)
SIGNED_IN = Text(
    "{name} · {register} · {purpose}", "{name} · {register} · {purpose}",
    "{name} · {register} · {purpose}",
)  # fmt: skip
CHOOSE = Text(
    "Valitse rekisteri ja käyttötarkoitus (--register, --purpose):",
    "Välj register och användningsändamål (--register, --purpose):",
    "Choose a register and a purpose (--register, --purpose):",
)
NO_CONTEXT = Text(
    "Annettu rekisteri tai käyttötarkoitus ei ole mikään näistä:",
    "Det angivna registret eller användningsändamålet är inget av dessa:",
    "The register or purpose given is none of these:",
)

# Results
NOTHING = Text("Ei asiakirjoja.", "Inga handlingar.", "No documents.")
DOCUMENTS = Counted(
    Text("{n} asiakirja", "{n} handling", "{n} document"),
    Text("{n} asiakirjaa", "{n} handlingar", "{n} documents"),
)
MORE = Text(
    "Näytetään {shown} / {total}. Loput: --all.",
    "{shown} av {total} visas. Resten: --all.",
    "{shown} of {total} are shown. The rest: --all.",
)
ASK_PRODUCTION = Text(
    "Jatketaanko tuotannossa, oikeiden asiakkaiden tiedoilla? [k/e] ",
    "Fortsätta i produktion, med verkliga klienters uppgifter? [j/n] ",
    "Go on in production, with real clients' data? [y/n] ",
)
CROWD = Text(
    "Joukossa esimerkiksi asiakas {client} ({name}), asiatunnus {case}.",
    "I mängden finns till exempel klient {client} ({name}), ärendenummer {case}.",
    "Among the crowd is client {client} ({name}), case {case}.",
)
STATES: dict[RecordState, Text] = {
    RecordState.VALID: Text("", "", ""),
    RecordState.REPLACED: Text("korvattu", "ersatt", "replaced"),
    RecordState.INVALIDATED: Text("mitätöity", "makulerad", "invalidated"),
}
EVENTS = Counted(
    Text("{n} tapahtuma", "{n} händelse", "{n} event"),
    Text("{n} tapahtumaa", "{n} händelser", "{n} events"),
)
FINDINGS = Text("Havainnot", "Iakttagelser", "Findings")
CONTENT = Text("Sisältö", "Innehåll", "Content")
WRITTEN = Text("Kirjoitettiin {path}", "Skrev {path}", "Wrote {path}")
INTACT = Text(
    "Käyttöloki on eheä: {events}, juuritiiviste {root}",
    "Användningsloggen är intakt: {events}, rotkondensat {root}",
    "The access log is intact: {events}, root hash {root}",
)
NOT_INTACT = Text(
    "Käyttölokissa on vikoja:", "Användningsloggen har fel:", "The access log has faults:"
)
INCOMPLETE = Text("Koe jäi kesken.", "Provet blev ofullständigt.", "The test was not completed.")
PROGRESS = Text("{done}/{total} {key}", "{done}/{total} {key}", "{done}/{total} {key}")
SCREENSHOTS_FAILED = Text(
    "Ikkunasta ei saatu kuvia ({kind}). Muut tulokset on kirjoitettu.",
    "Inga bilder kunde tas av fönstret ({kind}). Övriga resultat har skrivits.",
    "No pictures of the window could be taken ({kind}). The other results were written.",
)
HEADLESS_DONE = Text(
    "Tulokset: {out} (raportti, verdict.json, {pages} kuvaa)",
    "Resultat: {out} (rapport, verdict.json, {pages} bilder)",
    "Results: {out} (report, verdict.json, {pages} pictures)",
)
LISTENING = Text(
    "Harjoitusarkisto kuuntelee: {url}\n  asiakasvarmenne: {chain}\n  sen avain: {key}\n"
    "  juurivarmenteet: {roots}\nLopeta: Ctrl+C.",
    "Övningsarkivet lyssnar: {url}\n  klientcertifikat: {chain}\n  dess nyckel: {key}\n"
    "  rotcertifikat: {roots}\nAvsluta: Ctrl+C.",
    "The stand-in archive listens: {url}\n  client certificate: {chain}\n  its key: {key}\n"
    "  root certificates: {roots}\nStop: Ctrl+C.",
)
TEST_STEPS: dict[str, Text] = {
    "parts": Text("ohjelman osat", "programmets delar", "parts of the program"),
    "practice": Text("harjoitusaineisto", "övningsmaterial", "practice set"),
    "sign-in": Text("kirjautuminen kortilla", "inloggning med kort", "sign-in with a card"),
    "archive": Text("haku ja asiakirja", "sökning och handling", "search and document"),
    "deployment test": Text("käyttöönottokoe", "driftsättningsprov", "deployment test"),
    "report": Text("raportti", "rapport", "report"),
    "access log": Text("käyttöloki", "användningslogg", "access log"),
}

# The card
READER = Text("Lukija", "Läsare", "Reader")
CARD_FACTS = Text("Miten korttia käytetään:", "Hur kortet används:", "How the card is used:")
NOT_CONFIRMED = Text("ei vahvistettu", "inte bekräftat", "not confirmed")
CARD_TYPE = Text("Korttityyppi", "Korttyp", "Type of card")
HOLDER = Text("Haltija", "Innehavare", "Holder")
IDENTIFIER = Text("Tunniste", "Identifierare", "Identifier")
ORGANISATION = Text("Organisaatio", "Organisation", "Organisation")
TITLE = Text("Nimike", "Titel", "Title")
VALID_TO = Text("Voimassaolo päättyy", "Giltigt till", "Valid until")
TRIES = Text("Yrityksiä jäljellä", "Försök kvar", "Tries left")
TYPE_RULE = Text("Tyypin kertova sääntö", "Regel som anger typen", "Type told by the rule")
CERTIFICATES = Text("Varmenteet", "Certifikat", "Certificates")
UNVERIFIED = Text(
    "Kaikkia korttityypin tietoja ei ole vahvistettu.",
    "Alla uppgifter om korttypen har inte bekräftats.",
    "Some facts about the type of card are not confirmed.",
)
USES: dict[str, Text] = {
    "authentication": Text("tunnistautuminen", "identifiering", "authentication"),
    "signature": Text("allekirjoitus", "underskrift", "signature"),
}

# Events of the access log
NO_EVENT = Text(
    "Tapahtumaa {number} ei ole.", "Händelsen {number} finns inte.", "There is no event {number}."
)
EVENT_NUMBER = Text("Numero", "Nummer", "Number")
EVENT_TIME = Text("Aika", "Tid", "Time")
EVENT_KIND = Text("Toiminto", "Åtgärd", "Act")
EVENT_PHASE = Text("Vaihe", "Skede", "Phase")
EVENT_USER = Text("Käyttäjä", "Användare", "User")
EVENT_ROLE = Text("Rooli", "Roll", "Role")
EVENT_UNIT = Text("Yksikkö", "Enhet", "Unit")
EVENT_CLIENT = Text("Asiakas", "Klient", "Client")
EVENT_DOCUMENT = Text("Asiakirja", "Handling", "Document")
EVENT_DOCUMENTS = Text("Asiakirjat", "Handlingar", "Documents")
EVENT_QUERY = Text("Hakuehdot", "Sökvillkor", "Conditions")
EVENT_REGISTER = Text("Rekisterinpitäjä", "Personuppgiftsansvarig", "Controller")
EVENT_PURPOSE = Text("Käyttötarkoitus", "Användningsändamål", "Purpose")
EVENT_RESULT = Text("Tuloksia", "Resultat", "Results")
EVENT_ERROR = Text("Virhe", "Fel", "Error")
EVENT_STATION = Text("Työasema", "Arbetsstation", "Workstation")
EVENT_HASH = Text("Tiiviste", "Kondensat", "Hash")
EVENT_HEAD = (
    EVENT_NUMBER, EVENT_TIME, EVENT_KIND, EVENT_PHASE, EVENT_USER, EVENT_CLIENT, EVENT_DOCUMENT,
)  # fmt: skip
