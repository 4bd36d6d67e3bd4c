"""What the commands for a card's PINs say and ask."""

from __future__ import annotations

from kanta_desk.model.text import Counted, Text

PIN = Text("kortin tunnusluvut", "kortets PIN-koder", "the card's PINs")
PIN_CHANGE = Text(
    "Vaihda tunnusluku: kysyy nykyisen ja uuden.",
    "Byt PIN-kod: frågar efter den nuvarande och den nya.",
    "Change a PIN: asks for the current one and the new one.",
)
PIN_UNBLOCK = Text(
    "Aseta tunnusluku aktivointitunnusluvulla (PUK).\n\nUudelle kortille, tai kun tunnusluku on "
    "lukkiutunut tai unohtunut.",
    "Välj en PIN-kod med aktiveringskoden (PUK).\n\nFör ett nytt kort, eller när koden är låst "
    "eller bortglömd.",
    "Set a PIN with the activation PIN (PUK).\n\nFor a new card, or when the PIN is blocked or "
    "forgotten.",
)
WHICH = Text(
    "1: perustunnusluku (oletus), 2: allekirjoitustunnusluku",
    "1: baskod (standard), 2: signaturkod",
    "1: basic PIN (the default), 2: signature PIN",
)
PAD = Text(
    "näppäile tunnusluvut lukijassa", "mata in koderna på läsaren", "type the PINs on the reader"
)
NAMES = {
    1: Text("perustunnusluku (PIN1)", "baskod (PIN1)", "basic PIN (PIN1)"),
    2: Text("allekirjoitustunnusluku (PIN2)", "signaturkod (PIN2)", "signature PIN (PIN2)"),
}
CARD = Text("Kortti: {holder}, {reader}", "Kort: {holder}, {reader}", "Card: {holder}, {reader}")
CURRENT = Text("Nykyinen {name}", "Nuvarande {name}", "Current {name}")
NEW = Text(
    "Uusi {name}, {digits} numeroa: ",
    "Ny {name}, {digits} siffror: ",
    "New {name}, {digits} digits: ",
)
AGAIN = Text("Uusi tunnusluku uudelleen: ", "Den nya koden en gång till: ", "The new PIN again: ")
PUK = Text("Aktivointitunnusluku (PUK)", "Aktiveringskod (PUK)", "Activation PIN (PUK)")
TRIES = Counted(
    Text(", {n} yritys jäljellä: ", ", {n} försök kvar: ", ", {n} try left: "),
    Text(", {n} yritystä jäljellä: ", ", {n} försök kvar: ", ", {n} tries left: "),
)
DIFFER = Text(
    "Uudet tunnusluvut eivät ole samat. Kortille ei annettu mitään.",
    "De nya koderna är inte lika. Ingenting gavs till kortet.",
    "The new PINs are not the same. Nothing was given to the card.",
)
ON_PAD = Text(
    "Näppäile lukijassa nykyinen tunnusluku ja uusi kahdesti.",
    "Mata in den nuvarande koden och två gånger den nya på läsaren.",
    "Type the current PIN on the reader, and the new one twice.",
)
SURE = Text(
    "Kortin nykyinen tunnusluku korvataan uudella. Jatketaanko? Jos jatketaan, kirjoita k: ",
    "Kortets nuvarande kod ersätts med en ny. Vill du fortsätta? Om ja, skriv j: ",
    "The card's current PIN is replaced by a new one. Go on? If so, type y: ",
)
CHANGED = Text("Asetettu: {name}.", "Ändrad: {name}.", "Set: {name}.")
NOT_DONE = Text("Mitään ei muutettu.", "Ingenting ändrades.", "Nothing was changed.")
SIGNING = Text(
    "Näytä tämän koneen allekirjoitustavat tai valitse toinen.",
    "Visa den här datorns underskriftssätt, eller välj ett annat.",
    "Show this machine's ways of signing, or choose another.",
)
SIGNING_WAY = Text(
    "pcsc: suoraan kortilta, pkcs11: kortinlukijaohjelmiston moduuli, scs: sen "
    "allekirjoituspalvelu",
    "pcsc: direkt med kortet, pkcs11: kortläsarprogrammets modul, scs: dess underskriftstjänst",
    "pcsc: the card itself, pkcs11: the reader software's module, scs: its signature service",
)
SIGNING_CHOSEN = Text(
    "Tällä koneella allekirjoitetaan nyt {way}.",
    "På den här datorn görs underskrifter nu {way}.",
    "This machine now signs {way}.",
)
WAY_MISSING = Text("ei löydy", "hittas inte", "not found")
WAY_OTHER_CARD = Text("näkee toisen kortin", "ser ett annat kort", "sees another card")
WAY_NO_CARD = Text("löytyy, ei näe korttia", "hittas, ser inget kort", "found, sees no card")
WAY_READY = Text("löytyy", "hittas", "found")
IN_OTHER_WINDOW = Text(
    "Tunnusluku kysytään kortinlukijaohjelmiston ikkunassa.",
    "Koden efterfrågas i kortläsarprogrammets fönster.",
    "The PIN is asked in the window of the reader software.",
)
