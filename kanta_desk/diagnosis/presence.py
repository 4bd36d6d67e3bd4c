"""Check: a card is in a reader, answers, and is not held by another program."""

from __future__ import annotations

from kanta_desk.cards.source import Slot
from kanta_desk.diagnosis.check import Scene, Seen, ok
from kanta_desk.errors import CardInUse, CardMute, NoCard
from kanta_desk.model.diagnosis import CheckState
from kanta_desk.model.text import Text

_THERE = Text("Kortti vastaa.", "Kortet svarar.", "The card answers.")
_EMPTY = Text(
    "Lukijassa ei ole korttia.", "Det finns inget kort i läsaren.", "No card is in the reader."
)
_MUTE = Text(
    "Lukijassa on kortti, mutta se ei vastaa.",
    "Det finns ett kort i läsaren, men det svarar inte.",
    "There is a card in the reader, but it does not answer.",
)
_IN_USE = Text(
    "Toinen ohjelma on varannut kortin itselleen.",
    "Ett annat program har reserverat kortet för sig.",
    "Another program holds the card for itself.",
)
_INSERT = Text(
    "Aseta ammatti-, henkilöstö-, toimija- tai varakortti lukijaan siru edellä.",
    "Sätt in yrkes-, personal-, aktörs- eller reservkortet i läsaren med chippet först.",
    "Insert the professional, staff, operator or backup card into the reader, chip first.",
)
_TURN = Text(
    "Tarkista, että kortti on oikein päin ja pohjassa asti. Pyyhi siru kuivalla liinalla ja "
    "yritä uudelleen. Jos kortti ei vastaa toisessakaan lukijassa, se on rikki: pyydä varakortti "
    "rekisteröintipisteestä.",
    "Kontrollera att kortet är rättvänt och helt inskjutet. Torka av chippet med en torr duk och "
    "försök igen. Om kortet inte svarar i en annan läsare heller är det trasigt: be om ett "
    "reservkort på registreringsstället.",
    "Check that the card is the right way up and all the way in. Wipe the chip with a dry cloth "
    "and try again. If it does not answer in another reader either, it is broken: ask for a backup "
    "card at the registration point.",
)
_CLOSE_OTHERS = Text(
    "Sulje muut korttia käyttävät ohjelmat (esimerkiksi asiakastietojärjestelmän kirjautuminen) "
    "ja yritä uudelleen.",
    "Stäng andra program som använder kortet (till exempel klientdatasystemets inloggning) och "
    "försök igen.",
    "Close other programs that use the card (such as the client information system's sign-in) and "
    "try again.",
)


def presence(scene: Scene) -> Seen:
    """The readers' contents; empty, mute and taken are never collapsed into a mere "no card"."""
    slots = scene.snapshot.slots
    evidence = tuple(f"{slot.reader}: {_content(slot)}" for slot in slots)
    scene.cards = tuple(s for s in slots if s.present and not s.mute and not s.exclusive)
    if scene.cards:
        return ok(_THERE, *evidence)
    if any(slot.exclusive for slot in slots):
        return Seen(CheckState.FAILED, _IN_USE, evidence, _CLOSE_OTHERS, CardInUse.code)
    if any(slot.mute for slot in slots):
        return Seen(CheckState.FAILED, _MUTE, evidence, _TURN, CardMute.code)
    return Seen(CheckState.FAILED, _EMPTY, evidence, _INSERT, NoCard.code)


def _content(slot: Slot) -> str:
    if slot.exclusive:
        return "in use"
    if slot.mute:
        return "mute"
    return f"ATR {slot.atr.hex(' ').upper()}" if slot.present else "empty"
