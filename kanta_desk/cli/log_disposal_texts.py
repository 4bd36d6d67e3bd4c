"""The help and the words of the commands on holds and disposal."""

from __future__ import annotations

from kanta_desk.model.text import Text

HOLD_SESSION = Text(
    "istunnon tunnus lokista: kaikki, mitä siinä tehtiin",
    "sessionens id i loggen: allt som gjordes i den",
    "a session's id in the log: all that was done in it",
)
HOLD_FROM = Text(
    "ensimmäinen päivä, jonka tapahtumat säilyvät",
    "första dagen vars händelser bevaras",
    "the first day whose events stay",
)
HOLD_TO = Text(
    "viimeinen päivä, mukaan luettuna", "sista dagen, den medräknad", "the last day, included"
)
DISPOSALS = Text(
    "Näytä tehdyt hävitykset tai kirjoita pöytäkirja uudelleen.\n\nPöytäkirja kirjoitetaan "
    "siitä, mitä "
    "lokissa on hävityksestä: anna hävityksen tapahtuma.",
    "Visa gjorda gallringar, eller skriv protokollet på nytt.\n\nProtokollet skrivs av det "
    "som loggen "
    "har om gallringen: ange gallringens händelse.",
    "Show what was disposed of, or write a record again.\n\nThe record is written from what "
    "the log "
    "holds of the disposal: name the disposal's event.",
)
OF_DISPOSAL = Text(
    "hävityksen tapahtuma, esimerkiksi 2026/15",
    "gallringens händelse, till exempel 2026/15",
    "the disposal's event, such as 2026/15",
)
NO_DISPOSAL = Text(
    "Tapahtumalla {event} ei ole hävitetty mitään.",
    "Med händelsen {event} har inget gallrats.",
    "Nothing was disposed of by the event {event}.",
)
NO_DISPOSALS = Text(
    "Mitään ei ole hävitetty.", "Inget har gallrats.", "Nothing has been disposed of."
)
DISPOSALS_HEAD = (
    Text("Tapahtuma", "Händelse", "Event"),
    Text("Aika", "Tid", "Time"),
    Text("Kuukaudet", "Månader", "Months"),
    Text("Tapahtumia", "Händelser", "Events"),
    Text("Hyväksyjät", "Godkänt av", "Approved by"),
)
BACKUP_LEFT = Text(
    "Varmuuskopiota {place} ({time}) ei tavoitettu. Hävitä se: siinä on hävitetyn tiedoston avain.",
    "Säkerhetskopian {place} ({time}) kunde inte nås. Förstör den: den har den gallrade "
    "filens nyckel.",
    "The backup {place} ({time}) could not be reached. Destroy it: it holds the former key.",
)
CLOCK_LEAPT = Text(
    "Lokin kello hyppäsi päivästä {before} päivään {after}, eikä kukaan muu ole vahvistanut "
    "aikaa. "
    "Siksi hävitettävää lasketaan vain ensin mainittuun päivään asti. Kirjaudu "
    "verkkoyhteydellä, jolloin varmenteen myöntäjä kertoo ajan, tai lokin valvoja vahvistaa sen: "
    "kanta-desk log confirm-time.",
    "Loggens klocka hoppade från {before} till {after}, och ingen annan har bekräftat tiden. "
    "Därför räknas gallringen bara till den förra dagen. Logga in med nätförbindelse, så att "
    "certifikatutfärdaren anger tiden, eller låt en loggövervakare bekräfta den: kanta-desk log "
    "confirm-time.",
    "The log's clock leapt from {before} to {after}, and nobody else has confirmed the time. So "
    "disposal counts only up to the former day. Sign in with a network connection, so that the "
    "certificate's issuer tells the time, or have an auditor state it: kanta-desk log "
    "confirm-time.",
)
CONFIRM_TIME = Text(
    "Vahvista lokin valvojana, että kello on oikeassa.\n\nTarvitaan hävitystä varten vain, kun "
    "lokin kello on hypännyt kuukausia eikä verkosta saada aikaa, tai kun kelloa on siirretty "
    "taaksepäin. Vahvistus perusteluineen jää lokiin.",
    "Bekräfta som loggövervakare att klockan går rätt.\n\nBehövs för gallring bara när loggens "
    "klocka har hoppat månader och ingen tid fås från nätet, eller när den har ställts tillbaka. "
    "Bekräftelsen med motivering blir kvar i loggen.",
    "State as an auditor that the clock is right.\n\nNeeded for disposal only where the log's "
    "clock leapt over months and no time comes from the network, or where it was set back. The "
    "statement stays in the log, with its reason.",
)
TIME_CONFIRMED = Text(
    "Kellonaika on vahvistettu lokiin.",
    "Klockslaget är bekräftat i loggen.",
    "The time is confirmed in the log.",
)
