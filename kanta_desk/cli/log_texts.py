"""The help and the words of the commands on the access log."""

from __future__ import annotations

from kanta_desk.model.text import Counted, Text

QUERY = Text(
    "haku: ehtoja kuten käyttäjä:mattila tyyppi:mitätöinti aika:2026-01..2026-03 -vaihe:aie; "
    "asiakkaan tunnus kysytään, jos ehto on asiakas:-",
    "sökning: villkor som användare:mattila typ:makulering tid:2026-01..2026-03 -fas:avsikt; "
    "klientens id frågas om villkoret är klient:-",
    "query: conditions such as user:mattila type:invalidation time:2026-01..2026-03 "
    "-phase:intent; the client's id is asked for if the condition is client:-",
)
FACETS = Text(
    "näytä myös, miten osumat jakautuvat",
    "visa även hur träffarna fördelas",
    "also show how the matches are shared",
)
REVEAL = Text(
    "näytä asiakas kokonaan; perustelu kirjataan lokiin",
    "visa klienten helt; motiveringen skrivs i loggen",
    "show the client whole; the reason is written to the log",
)
DEPTH = Text(
    "kuinka paljon tarkastetaan: daily uudet ja osa vanhoista, rows kaikki tapahtumat, full "
    "myös tiedostot ja hakuluettelot",
    "hur mycket som kontrolleras: daily nya och en del av de gamla, rows alla händelser, full "
    "även filer och sökregister",
    "how much is checked: daily new ones and some old, rows all events, full files and search "
    "lists too",
)
REPORT_FILE = Text(
    "kirjoita raportti (PDF tai .txt)",
    "skriv en rapport (PDF eller .txt)",
    "write a report (PDF or .txt)",
)
EXPORT = Text(
    "Vie tapahtumat CSV-tiedostoon, asiakkaat peitettyinä.",
    "Exportera händelserna till en CSV-fil, klienterna dolda.",
    "Export events as CSV, clients masked.",
)
UNMASK = Text(
    "kirjoita asiakkaiden tunnukset kokonaan; perustelu kirjataan lokiin",
    "skriv klienternas id helt; motiveringen skrivs i loggen",
    "write clients' ids whole; the reason is written to the log",
)
PROOF = Text(
    "Tallenna tapahtuman todiste ja ohjelma, jolla kuka tahansa voi tarkastaa sen.",
    "Spara händelsens bevis och programmet med vilket vem som helst kan kontrollera det.",
    "Save the proof of an event, and the program with which anyone can check it.",
)
OUT = Text("kansio, johon kirjoitetaan", "mapp att skriva i", "the folder to write to")
CHECKPOINT = Text(
    "Allekirjoita lokin nykytila työaseman avaimella ja vie se ankkureihin.",
    "Underteckna loggens läge med arbetsstationens nyckel och för det till ankarna.",
    "Sign the log as it stands with the workstation's key, and send that to the anchors.",
)
WITH_CARD = Text(
    "sinetöi loki lisäksi omalla kortilla (PIN1), viimeisenä ennen uloskirjautumista",
    "försegla dessutom loggen med eget kort (PIN1), sist före utloggningen",
    "seal the log with your own card (PIN1) as well, last before signing out",
)
ANCHOR = Text(
    "Näytä, missä tarkistuspisteitä säilytetään, tai kirjoita viimeisin paperille (PDF ja QR).",
    "Visa var kontrollpunkter bevaras, eller skriv den senaste på papper (PDF och QR).",
    "Show where checkpoints are kept, or write the newest on paper (PDF and QR).",
)
PAGE = Text("PDF-tiedosto", "PDF-fil", "the PDF file")
HOLD = Text(
    "Hävityskiellot: tapahtumia, joita ei hävitetä, kun asia on kesken.",
    "Gallringsförbud: händelser som inte gallras medan ett ärende pågår.",
    "Holds: events that are not disposed of while a matter is open.",
)
HOLD_LIST = Text(
    "Näytä voimassa olevat kiellot.", "Visa gällande förbud.", "Show the holds in force."
)
HOLD_PLACE = Text("Aseta hävityskielto.", "Lägg till ett gallringsförbud.", "Place a hold.")
HOLD_LIFT = Text("Poista hävityskielto.", "Upphäv ett gallringsförbud.", "Lift a hold.")
REASON = Text("perustelu", "motivering", "the reason")
REVIEW = Text(
    "milloin kielto tarkistetaan", "när förbudet ses över", "when the hold is to be reviewed"
)
HOLD_ID = Text("kiellon numero", "förbudets nummer", "the hold's number")
DISPOSE = Text(
    "Hävitä yli 12 vuotta vanhat kuukaudet. Ilman kuukausia näyttää, mitä voi hävittää.",
    "Gallra månader som är äldre än 12 år. Utan månader visas vad som kan gallras.",
    "Dispose of months that are more than 12 years old. Without months, shows which may go.",
)
MONTHS = Text(
    "kuukaudet, esimerkiksi 2013-01", "månader, till exempel 2013-01", "months, such as 2013-01"
)
RECORD = Text(
    "hävittämispöytäkirja (PDF)", "gallringsprotokoll (PDF)", "the record of the disposal (PDF)"
)
PROPOSE = Text(
    "hyväksy ensimmäisenä; toinen pääkäyttäjä hävittää",
    "godkänn som första; en annan administratör gallrar",
    "approve as the first; another administrator disposes",
)
BACKUP = Text(
    "Varmuuskopioi koko loki tyhjään kansioon, salattuna kuten se on.",
    "Säkerhetskopiera hela loggen till en tom mapp, krypterad som den är.",
    "Back up the whole log to an empty folder, encrypted as it is.",
)
RESTORE = Text(
    "Palauta varmuuskopiosta tiedostot, jotka puuttuvat tai eivät aukea. Ehjiä ei korvata. "
    "Ohjelma ei saa olla auki.",
    "Återställ filer som saknas eller inte kan läsas. Hela filer ersätts inte. Programmet får inte "
    "vara öppet.",
    "Put back files that are missing or cannot be read. Sound ones are never replaced. The program "
    "must not be open.",
)
HAND_OVER = Text(
    "Kirjoita rekisterin koko loki luovutettavaksi toiselle rekisterinpitäjälle.",
    "Skriv registrets hela logg för att överlämnas till en annan personuppgiftsansvarig.",
    "Write a register's whole log to hand over to another controller.",
)

EXPORTED = Counted(
    Text("Vietiin {n} tapahtuma.", "Exporterade {n} händelse.", "Exported {n} event."),
    Text("Vietiin {n} tapahtumaa.", "Exporterade {n} händelser.", "Exported {n} events."),
)
SIGNED = Text(
    "Allekirjoitettu: {tree}, {size} tapahtumaa, {time}",
    "Undertecknat: {tree}, {size} händelser, {time}",
    "Signed: {tree}, {size} events, {time}",
)
SEALED = Counted(
    Text(
        "Kortti sinetöi lokin: {n} tapahtuma.",
        "Kortet förseglade loggen: {n} händelse.",
        "The card sealed the log: {n} event.",
    ),
    Text(
        "Kortti sinetöi lokin: {n} tapahtumaa.",
        "Kortet förseglade loggen: {n} händelser.",
        "The card sealed the log: {n} events.",
    ),
)
NO_ANCHOR = Text(
    "Varoitus: ankkuria ei ole. Työaseman hallitsija voisi kirjoittaa lokin uudelleen huomaamatta. "
    "Aseta [log] anchor_folder.",
    "Varning: det finns inget ankare. Den som styr arbetsstationen kunde skriva om loggen "
    "obemärkt. "
    "Ange [log] anchor_folder.",
    "Warning: there is no anchor. Whoever controls the workstation could rewrite the log unseen. "
    "Set [log] anchor_folder.",
)
ANCHORED = Text(
    "{name}: viimeksi {reached}, odottaa {waiting}",
    "{name}: senast {reached}, väntar {waiting}",
    "{name}: last {reached}, waiting {waiting}",
)
NOT_YET = Text("ei vielä", "inte ännu", "not yet")
NO_HOLDS = Text("Hävityskieltoja ei ole.", "Det finns inga gallringsförbud.", "There are no holds.")
HOLD_HEAD = (
    Text("Numero", "Nummer", "Number"),
    Text("Tarkistus", "Översyn", "Review"),
    Text("Perustelu", "Motivering", "Reason"),
    Text("Koskee", "Gäller", "Concerns"),
)
HELD = Text(
    "Hävityskielto {number} on voimassa.",
    "Gallringsförbudet {number} gäller.",
    "The hold {number} is in force.",
)
LIFTED = Text(
    "Hävityskielto {number} on poistettu.",
    "Gallringsförbudet {number} är upphävt.",
    "The hold {number} was lifted.",
)
NO_HOLD = Text(
    "Kieltoa {number} ei ole.", "Förbudet {number} finns inte.", "There is no hold {number}."
)
NOTHING_DUE = Text(
    "Mikään kuukausi ei ole vielä hävitettävissä.",
    "Ingen månad kan ännu gallras.",
    "No month may be disposed of yet.",
)
NOT_DUE = Text(
    "Kuukautta {month} ei voi hävittää.",
    "Månaden {month} kan inte gallras.",
    "The month {month} may not be disposed of.",
)
PLANNED = Text(
    "Hävitetään {count} tapahtumaa kuukausilta {months}; hävityskielto säilyttää {held}. Tätä "
    "ei voi perua.",
    "{count} händelser från {months} gallras; förbud bevarar {held}. Detta kan inte ångras.",
    "{count} events of {months} will be disposed of; holds keep {held}. This cannot be undone.",
)
CONFIRM = Text("Hävitetäänkö? (k/e) ", "Ska de gallras? (j/n) ", "Dispose of them? (y/n) ")
PROPOSED = Text(
    "Esitys on kirjattu. Toinen pääkäyttäjä hävittää samat kuukaudet 30 päivän kuluessa.",
    "Förslaget är antecknat. En annan administratör gallrar samma månader inom 30 dagar.",
    "The proposal is recorded. Another administrator disposes of the same months within 30 days.",
)
DISPOSED = Text(
    "Hävitettiin {count} tapahtumaa. Pöytäkirja: {path}",
    "{count} händelser gallrades. Protokoll: {path}",
    "{count} events were disposed of. Record: {path}",
)
NOT_DONE = Text("Mitään ei hävitetty.", "Ingenting gallrades.", "Nothing was disposed of.")
COPIED = Text(
    "Kopioitiin {size} tapahtumaa: {path}",
    "Kopierade {size} händelser: {path}",
    "Copied {size} events: {path}",
)
PUT_BACK = Text("Palautettiin {tree}", "Återställde {tree}", "Put back {tree}")
NOTHING_PUT_BACK = Text(
    "Kaikki lokin tiedostot ovat ehjiä; mitään ei palautettu.",
    "Alla loggfiler är hela; ingenting återställdes.",
    "All files of the log are sound; nothing was put back.",
)
SHARES = (
    Text("Toiminnot", "Åtgärder", "Acts"),
    Text("Käyttäjät", "Användare", "Users"),
    Text("Kuukaudet", "Månader", "Months"),
)
