"""The help and the words of what is said of losses in the access log."""

from __future__ import annotations

from kanta_desk.model.text import Counted, Text

CONTRADICTED = Text(
    "Lokia vastaan puhuu: {place} ({reason})",
    "Mot loggen talar: {place} ({reason})",
    "What speaks against the log: {place} ({reason})",
)
LOST_OR_OLD = Text(
    "Varmuuskopio on vanhempi kuin loki oli: etsi uudempi. Jos uudempaa ei ole, lokin valvoja "
    "kuittaa menetyksen komennolla log acknowledge.",
    "Säkerhetskopian är äldre än loggen var: sök en nyare. Finns ingen nyare kvitterar "
    "loggövervakaren förlusten med kommandot log acknowledge.",
    "The backup is older than the log was: look for a newer one. If there is none, an auditor "
    "acknowledges the loss with log acknowledge.",
)
LACKED = Text(
    "{name}: puuttui {count}, lähetettiin uudelleen",
    "{name}: saknades {count}, sändes på nytt",
    "{name}: missing {count}, sent again",
)
ACKNOWLEDGE = Text(
    "Kuittaa menetys: tapahtumat, jotka ovat poissa lopullisesti.\n\nIlman perustelua luettelee "
    "menetykset. Kuittaus on lokin tapahtuma; tarkastus kertoo menetyksen sen jälkeen kuitattuna.",
    "Kvittera en förlust: händelser som är borta för gott.\n\nUtan motivering räknas förlusterna "
    "upp. Kvitteringen är en händelse i loggen; en kontroll anger förlusten därefter som "
    "kvitterad.",
    "Acknowledge a loss: events that are gone for good.\n\nWithout a reason, lists the losses. The "
    "acknowledgement is an event of the log; a verification then tells the loss as acknowledged.",
)
LOSS = Text(
    "menetyksen numero luettelossa; ilman tätä kaikki",
    "förlustens nummer i förteckningen; utan detta alla",
    "a loss by its number in the list; without it all of them",
)
LOSS_REASON = Text(
    "miksi tapahtumat ovat poissa; perustelu kirjataan lokiin",
    "varför händelserna är borta; motiveringen skrivs i loggen",
    "why the events are gone; the reason is written to the log",
)
LOSS_HEAD = (
    Text("Nro", "Nr", "No."),
    Text("Lokitiedosto", "Loggfil", "Log file"),
    Text("Oli", "Fanns", "There were"),
    Text("On", "Finns", "There are"),
    Text("Juuritiiviste oli", "Rotkondensatet var", "The root hash was"),
)
NO_LOSSES = Text(
    "Kuitattavia menetyksiä ei ole.",
    "Det finns inga förluster att kvittera.",
    "There are no losses to acknowledge.",
)
NO_LOSS = Text(
    "Menetystä {number} ei ole.", "Det finns ingen förlust {number}.", "There is no loss {number}."
)
CONFIRM_LOSS = Text(
    "Kuitataanko, että nämä tapahtumat ovat poissa lopullisesti? (k/e) ",
    "Ska det kvitteras att de här händelserna är borta för gott? (j/n) ",
    "Acknowledge that these events are gone for good? (y/n) ",
)
NOT_ACKNOWLEDGED = Text(
    "Mitään ei kuitattu.", "Ingenting kvitterades.", "Nothing was acknowledged."
)
ACKNOWLEDGED = Counted(
    Text(
        "{n} menetys on kuitattu, ja kuittaus on allekirjoitettu.",
        "{n} förlust är kvitterad, och kvitteringen är undertecknad.",
        "{n} loss is acknowledged, and that is signed.",
    ),
    Text(
        "{n} menetystä on kuitattu, ja kuittaus on allekirjoitettu.",
        "{n} förluster är kvitterade, och kvitteringen är undertecknad.",
        "{n} losses are acknowledged, and that is signed.",
    ),
)
ARE_ACKNOWLEDGED = Text("Kuitatut menetykset:", "Kvitterade förluster:", "Acknowledged losses:")
IS_ACKNOWLEDGED = Text(
    "kuitattu {time}, {by}: {reason} (tapahtuma {event})",
    "kvitterad {time}, {by}: {reason} (händelse {event})",
    "acknowledged {time}, {by}: {reason} (event {event})",
)
