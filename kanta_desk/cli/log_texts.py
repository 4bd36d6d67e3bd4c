"""The help and the words of the commands on the access log."""

from __future__ import annotations

from kanta_desk.model.text import Counted, Text

QUERY = Text(
    "haku: ehtoja kuten käyttäjä:mattila tyyppi:mitätöinti aika:2026-01..2026-03 -vaihe:aie; arvo, "
    "jossa on välilyönti, lainausmerkkeihin ehdon sisällä: 'yksikkö:\"Koivula 2\"'; asiakkaan "
    "tunnus kysytään, jos ehto on asiakas:-",
    "sökning: villkor som användare:mattila typ:makulering tid:2026-01..2026-03 -fas:avsikt; ett "
    "värde med mellanslag inom citattecken i villkoret: 'enhet:\"Koivula 2\"'; klientens id frågas "
    "om villkoret är klient:-",
    "query: conditions such as user:mattila type:invalidation time:2026-01..2026-03 "
    "-phase:intent; a value with a space in quotes within the condition: 'unit:\"Koivula 2\"'; "
    "the client's id is asked for if the condition is client:-",
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
    "kuinka paljon tarkastetaan: daily uudet ja osa vanhoista, year myös kuluva vuosi, "
    "rows kaikki tapahtumat, full myös tiedostot ja hakuluettelot",
    "hur mycket som kontrolleras: daily nya och en del av de gamla, year även innevarande "
    "år, rows alla händelser, full även filer och sökregister",
    "how much is checked: daily new ones and some old, year the current year too, rows all "
    "events, full files and search lists too",
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
    "Tallenna tapahtuman todiste ja sen tarkastusohjelma.\n\nKuka tahansa voi tarkastaa todisteen "
    "ohjelmalla, joka kirjoitetaan sen viereen.",
    "Spara en händelses bevis och dess kontrollprogram.\n\nVem som helst kan "
    "kontrollera beviset med programmet, som skrivs bredvid det.",
    "Save the proof of an event, and a program that checks it.\n\nAnyone can check the proof with "
    "the program, which is written beside it.",
)
GROWTH = Text(
    "Todista, että loki alkaa säilytetystä tarkistuspisteestä.\n\nTarkistuspiste on tekstiä, jonka "
    "ankkuri, paperi tai toinen henkilö on säilyttänyt. Todiste kertoo kenelle tahansa, ettei "
    "mitään sitä vanhempaa ole muutettu eikä poistettu.",
    "Bevisa att loggen börjar med en bevarad kontrollpunkt.\n\nKontrollpunkten är text som ett "
    "ankare, ett papper eller någon annan har bevarat. Beviset visar för vem som helst att inget "
    "äldre än den har ändrats eller tagits bort.",
    "Prove that the log begins with a checkpoint that was kept.\n\nThe checkpoint is text that an "
    "anchor, a paper or somebody else kept. The proof shows anyone that nothing older than it was "
    "changed or removed.",
)
KEPT = Text(
    "tiedosto, jossa tarkistuspiste on; useista ensimmäinen",
    "filen med kontrollpunkten; av flera den första",
    "the file with the checkpoint; of several, the first",
)
NOT_OURS = Text(
    "Tiedostossa {path} ei ole tämän rekisterin lokin tarkistuspistettä.",
    "Filen {path} har ingen kontrollpunkt av det här registrets logg.",
    "The file {path} has no checkpoint of this register's log.",
)
OUT = Text("kansio, johon kirjoitetaan", "mapp att skriva i", "the folder to write to")
CHECKPOINT = Text(
    "Allekirjoita lokin nykytila ja vie se ankkureihin.\n\nAllekirjoitus tehdään työaseman "
    "avaimella.",
    "Underteckna loggens läge och för det till ankarna.\n\nDet görs med arbetsstationens nyckel.",
    "Sign the log as it stands and send that to the anchors.\n\nIt is signed with the "
    "workstation's key.",
)
WITH_CARD = Text(
    "sinetöi loki lisäksi omalla kortilla (PIN1), viimeisenä ennen uloskirjautumista",
    "försegla dessutom loggen med eget kort (PIN1), sist före utloggningen",
    "seal the log with your own card (PIN1) as well, last before signing out",
)
ANCHOR = Text(
    "Näytä ankkurit tai kirjoita tarkistuspiste paperille.\n\nAnkkuri on paikka työaseman "
    "ulkopuolella. Paperi on PDF, jossa on viimeisin tarkistuspiste myös QR-koodina.",
    "Visa ankarna eller skriv en kontrollpunkt på papper.\n\nEtt ankare är en plats utanför "
    "arbetsstationen. Pappret är en PDF med den senaste kontrollpunkten även som QR-kod.",
    "Show the anchors, or write a checkpoint on paper.\n\nAn anchor is a place outside the "
    "workstation. The paper is a PDF of the newest checkpoint, as a QR code too.",
)
PAGE = Text("PDF-tiedosto", "PDF-fil", "the PDF file")
HOLD = Text(
    "Hävityskiellot: mitä ei hävitetä, kun asia on kesken.",
    "Gallringsförbud: vad som bevaras medan ett ärende pågår.",
    "Holds: what is not disposed of while a matter is open.",
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
    "Hävitä yli 12 vuotta vanhat kuukaudet.\n\nIlman kuukausia näyttää, mitä voi hävittää.",
    "Gallra månader som är äldre än 12 år.\n\nUtan månader visas vad som kan gallras.",
    "Dispose of months that are more than 12 years old.\n\nWithout months, shows which may go.",
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
    "Varmuuskopioi koko loki tyhjään kansioon, salattuna.",
    "Säkerhetskopiera hela loggen, krypterad, till en tom mapp.",
    "Back up the whole log, encrypted, to an empty folder.",
)
RESTORE = Text(
    "Palauta puuttuvat tai rikkoutuneet tiedostot.\n\nVarmuuskopiosta palautetaan tiedostot, jotka "
    "puuttuvat tai eivät aukea. Ehjiä ei korvata. Ohjelma ei saa olla auki.",
    "Återställ filer som saknas eller är trasiga.\n\nUr säkerhetskopian tas filer som saknas eller "
    "inte kan läsas. Hela filer ersätts inte. Programmet får inte vara öppet.",
    "Put back files that are missing or broken.\n\nThey come from a backup. Sound ones are never "
    "replaced. The program must not be open.",
)
HAND_OVER = Text(
    "Kirjoita rekisterin loki toiselle rekisterinpitäjälle.\n\nKoko loki, asiakkaat kokonaan, "
    "luovutettavana.",
    "Skriv registrets logg för en annan personuppgiftsansvarig.\n\nHela loggen, klienterna hela, "
    "att överlämnas.",
    "Write a register's log for another controller.\n\nThe whole log, clients in full, to be "
    "handed over.",
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
COPYING = Text("Kopioidaan", "Kopierar", "Copying")
COPIED = Text(
    "Kopioitiin {size} tapahtumaa: {path}",
    "Kopierade {size} händelser: {path}",
    "Copied {size} events: {path}",
)
ONLY_HERE = Text(
    "Huomio: kopio aukeaa vain tämän koneen avaimilla. Jos kone tuhoutuu, lokia ei saa takaisin. "
    "Nimeä organisaation julkinen avain asetuksella [log] recovery_key.",
    "Obs: kopian kan öppnas bara med den här datorns nycklar. Om datorn förstörs går loggen inte "
    "att få tillbaka. Ange organisationens publika nyckel med inställningen [log] recovery_key.",
    "Note: only this machine's keys open the copy. If the machine is lost, so is the log. Name the "
    "organisation's public key with the setting [log] recovery_key.",
)
PUT_BACK = Text("Palautettiin {tree}", "Återställde {tree}", "Put back {tree}")
RECOVER = Text(
    "Palauta kadonneet avaimet organisaation palautusavaimella.\n\nTarvitaan, kun työaseman "
    "avainnippu on kadonnut. Avaimet luetaan tiedostojen vierestä; ohjelma ei saa olla auki.",
    "Återställ borttappade nycklar med organisationens nyckel.\n\nBehövs när arbetsstationens "
    "nyckelring är borta. Nycklarna läses bredvid filerna; programmet får inte vara öppet.",
    "Put lost keys back with the organisation's recovery key.\n\nNeeded when the workstation's "
    "keyring is lost. The keys are read beside the files; the program must not be open.",
)
PRIVATE_KEY = Text(
    "organisaation yksityinen avain (RSA, PEM); mahdollinen salalause kysytään",
    "organisationens privata nyckel (RSA, PEM); en eventuell lösenfras frågas",
    "the organisation's private key (RSA, PEM); its passphrase, if any, is asked for",
)
OF_BACKUP = Text(
    "palauta tämän varmuuskopion avaimet, jotta sen voi palauttaa",
    "återställ nycklarna till den här säkerhetskopian, så att den kan återställas",
    "put back the keys of this backup, so that it can be restored",
)
ASK_PASSPHRASE = Text("Avaimen salalause: ", "Nyckelns lösenfras: ", "The key's passphrase: ")
KEY_BACK = Text(
    "Avain palautettiin: {tree}", "Nyckeln återställdes: {tree}", "The key is back: {tree}"
)
NO_KEY_BACK = Text(
    "Yhtään avainta ei puutu; mitään ei palautettu.",
    "Ingen nyckel saknas; ingenting återställdes.",
    "No key is missing; nothing was put back.",
)
NOTHING_PUT_BACK = Text(
    "Kaikki lokin tiedostot ovat ehjiä; mitään ei palautettu.",
    "Alla loggfiler är hela; ingenting återställdes.",
    "All files of the log are sound; nothing was put back.",
)
