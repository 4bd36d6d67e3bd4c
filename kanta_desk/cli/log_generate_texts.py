"""The help and the words of the command that makes an invented access log."""

from __future__ import annotations

from kanta_desk.model.text import Counted, Text

GENERATE = Text(
    "Luo keksitty käyttöloki harjoitteluun ja mittauksiin.\n\nIhmiset, asiakkaat ja tapahtumat "
    "ovat keksittyjä. Sama siemenluku, joukko ja jakso tuottavat saman kertomuksen. Oikeaan "
    "lokiin ei kirjoiteta: paikan on oltava tyhjä.",
    "Skapa en påhittad användningslogg för övning och mätning.\n\nMänniskor, klienter och "
    "händelser är påhittade. Samma frö, grupp och period ger samma berättelse. I en riktig logg "
    "skrivs inget: platsen ska vara tom.",
    "Make an invented access log, to practise and measure.\n\nPeople, clients and events are "
    "invented. The same seed, crowd and period give the same story. Nothing is written to a real "
    "log: the place must be empty.",
)
FOLDER = Text(
    "tyhjä tai uusi kansio harjoitusaineistolle (kuten practice --state)",
    "tom eller ny mapp för övningsmaterialet (som practice --state)",
    "an empty or new folder for a practice set (as practice --state)",
)
PRACTICE = Text(
    "luo loki tavalliseen harjoitusaineistoon, jos sen loki on aloittamatta",
    "skapa loggen i det vanliga övningsmaterialet, om dess logg inte har börjat",
    "make the log of the usual practice set, if that has none yet",
)
EVENTS = Text("tapahtumien määrä", "antal händelser", "how many events")
USERS = Text("käyttäjien määrä", "antal användare", "how many users")
CLIENTS = Text("asiakkaiden määrä", "antal klienter", "how many clients")
DOCUMENTS = Text("asiakirjojen määrä", "antal handlingar", "how many documents")
FIRST = Text(
    "ensimmäinen päivä; muuten kolme vuotta ennen viimeistä",
    "första dagen; annars tre år före den sista",
    "the first day; otherwise three years before the last",
)
LAST = Text(
    "viimeinen päivä; muuten eilinen",
    "sista dagen; annars i går",
    "the last day; otherwise yesterday",
)
SEED = Text("siemenluku", "frö", "the seed")
ONE_PLACE = Text(
    "Anna joko kansio tai --practice.",
    "Ange antingen en mapp eller --practice.",
    "Give either a folder or --practice.",
)
NO_PERIOD = Text(
    "Jakson on päätyttävä viimeistään eilen eikä se voi päättyä ennen alkuaan.",
    "Perioden ska sluta senast i går och inte före sin början.",
    "The period must end by yesterday, and not before it begins.",
)
MAKING = Text("Luodaan lokia", "Skapar loggen", "Making the log")
NOT_FREE = Text(
    "Kansiossa {path} on jo loki tai jotain muuta, tai se on asennuksen oma. Mitään ei luotu.",
    "I mappen {path} finns redan en logg eller något annat, eller den är installationens egen. "
    "Inget skapades.",
    "The folder {path} holds a log or something else already, or is the installation's own. "
    "Nothing was made.",
)
MADE = Counted(
    Text(
        "Luotiin {n} tapahtuma.",
        "Skapade {n} händelse.",
        "Made {n} event.",
    ),
    Text("Luotiin {n} tapahtumaa.", "Skapade {n} händelser.", "Made {n} events."),
)
OPEN_PRACTICE = Text(
    "Avaa: kanta-desk practice", "Öppna: kanta-desk practice", "Open it: kanta-desk practice"
)
OPEN_THERE = Text(
    "Avaa: kanta-desk practice --state {path}",
    "Öppna: kanta-desk practice --state {path}",
    "Open it: kanta-desk practice --state {path}",
)
