"""Checks of the card: its type, its application, and the tries left of its PINs.

Reading a card needs no PIN, and asking for the tries left spends none (FINEID S4-2: VERIFY without
data). Nothing of what it says of its holder goes into the evidence.
"""

from __future__ import annotations

from kanta_desk.cards.details import read_details
from kanta_desk.cards.profile import Model, Scheme, Support, profiles
from kanta_desk.diagnosis.check import Scene, Seen, ok
from kanta_desk.errors import CardUnknown, NoCard, PinBlocked, PinLastTries
from kanta_desk.model.diagnosis import CheckState
from kanta_desk.model.text import Counted, Language, Text

FEW_TRIES = 2

_KNOWN = Text("Korttityyppi tunnetaan.", "Korttypen är känd.", "The type of card is known.")
_UNVERIFIED = Text(
    "Korttityyppi tunnetaan, mutta kaikkia sen tietoja ei ole vahvistettu DVV:n määrittelyistä.",
    "Korttypen är känd, men en del av uppgifterna om den har inte bekräftats ur MDB:s "
    "specifikationer.",
    "The type of card is known, but some facts about it are not confirmed from DVV's "
    "specifications.",
)
_UNVERIFIED_REMEDY = Text(
    "Korttia voi käyttää. Varmista ensimmäisellä kerralla, että yrityksiä on jäljellä vähintään "
    "kolme, ja ota yhteys tukeen, jos kirjautuminen ei onnistu.",
    "Kortet kan användas. Se första gången till att minst tre försök är kvar, och kontakta "
    "supporten om inloggningen misslyckas.",
    "The card can be used. The first time, make sure that at least three tries are left, and tell "
    "support if signing in fails.",
)
_UNKNOWN = Text("Korttia ei tunnisteta.", "Kortet känns inte igen.", "The card is not recognised.")
_CITIZEN = Text(
    "Kortti on henkilökortti, jolla Kanta Deskiin ei kirjauduta.",
    "Kortet är ett identitetskort, som inte används för inloggning i Kanta Desk.",
    "The card is a citizen's identity card, which is not used to sign in to Kanta Desk.",
)
_EXPIRED_MODEL = Text(
    "Korttimalli on vanhentunut: kaikkien sen korttien voimassaolo on päättynyt.",
    "Kortmodellen är föråldrad: giltighetstiden för alla sådana kort har gått ut.",
    "The card's model is out of date: all cards of it have expired.",
)
_OTHER_CARD = Text(
    "Aseta lukijaan sosiaali- ja terveydenhuollon ammatti-, henkilöstö-, toimija- tai varakortti. "
    "Jos kortti on sellainen, lähetä tämä raportti tukeen.",
    "Sätt ett yrkes-, personal-, aktörs- eller reservkort inom social- och hälsovården i "
    "läsaren. Om "
    "kortet är ett sådant, skicka denna rapport till supporten.",
    "Insert a professional, staff, operator or backup card of social welfare and health care. If "
    "the card is one, send this report to support.",
)
_READABLE = Text(
    "Kortin sovellus on luettavissa.",
    "Kortets applikation kan läsas.",
    "The card's application can be read.",
)
_ENOUGH = Text(
    "Tunnuslukujen yrityksiä on jäljellä.",
    "Det finns försök kvar för PIN-koderna.",
    "There are tries left for the PINs.",
)
_NOT_TOLD = Text(
    "Kortti ei kerro jäljellä olevia yrityksiä.",
    "Kortet anger inte hur många försök som är kvar.",
    "The card does not tell how many tries are left.",
)
_BLOCKED = Text("Tunnusluku on lukkiutunut.", "En PIN-kod är låst.", "A PIN is blocked.")
_UNBLOCK = Text(
    "Avaa lukitus kortinlukijaohjelmistolla ja aktivointitunnusluvulla (PUK). Jos "
    "aktivointitunnusluku on kadonnut, ota yhteys rekisteröintipisteeseen.",
    "Lås upp PIN-koden i kortläsarprogrammet med aktiveringskoden (PUK). Om aktiveringskoden har "
    "försvunnit, kontakta registreringsstället.",
    "Unblock the PIN in the card reader software with the activation PIN (PUK). If you no longer "
    "have it, contact the registration point.",
)
_FEW = Counted(
    Text(
        "Tunnusluvulla on enää {n} yritys jäljellä.",
        "Endast {n} försök är kvar för en PIN-kod.",
        "Only {n} try is left for a PIN.",
    ),
    Text(
        "Tunnusluvulla on enää {n} yritystä jäljellä.",
        "Endast {n} försök är kvar för en PIN-kod.",
        "Only {n} tries are left for a PIN.",
    ),
)
_CARE = Text(
    "Varmista, että tunnusluku on oikea, ennen kuin annat sen. Oikea tunnusluku palauttaa kaikki "
    "yritykset.",
    "Kontrollera PIN-koden innan du anger den. Rätt PIN-kod återställer alla försök.",
    "Make sure of the PIN before you enter it. The right PIN restores all tries.",
)


def card_type(scene: Scene) -> Seen:
    """The model by its ATR; of several cards, one that the desk supports goes first."""
    known = profiles()
    found = [(slot, known.find(slot.atr)) for slot in scene.cards]
    found.sort(key=lambda each: each[1] is None or not _usable(each[1]))
    scene.slot, model = found[0]
    evidence = [f"ATR {scene.slot.atr.hex(' ').upper()}"]
    if model is None:
        return Seen(CheckState.FAILED, _UNKNOWN, tuple(evidence), _OTHER_CARD, CardUnknown.code)
    evidence.append(f"{model.name} ({model.scheme})")
    if not _usable(model):
        said = _CITIZEN if model.scheme is Scheme.CITIZEN else (
            _EXPIRED_MODEL if model.support is Support.EXPIRED else _UNKNOWN
        )  # fmt: skip
        return Seen(CheckState.FAILED, said, tuple(evidence), _OTHER_CARD, CardUnknown.code)
    if not model.confirmed:
        evidence.append("verified = false")
        return Seen(CheckState.WARNING, _UNVERIFIED, tuple(evidence), _UNVERIFIED_REMEDY)
    return ok(_KNOWN, *evidence)


def application(scene: Scene) -> Seen:
    """The PKCS#15 application, its certificates, and the state of its PINs can be read."""
    parts, slot = scene.parts, scene.slot
    if slot is None:
        raise NoCard
    connection = parts.source.connect(slot.reader)
    try:
        scene.details = read_details(connection, parts.trust, parts.clock())
    finally:
        connection.close(reset=False)  # no PIN was given: another program's stays as it is
    uses = ", ".join(certificate.use for certificate in scene.details.certificates)
    return ok(_READABLE, scene.details.profile, f"{scene.details.holder.card_type}: {uses}")


def tries(scene: Scene) -> Seen:
    """Tries left of PIN1 and PIN2, as the card tells them."""
    left = scene.details.tries_left if scene.details else (None, None)
    evidence = tuple(
        f"PIN{number}: {'?' if n is None else n}" for number, n in enumerate(left, start=1)
    )
    told = [n for n in left if n is not None]
    if not told:
        return ok(_NOT_TOLD, *evidence)
    fewest = min(told)
    if fewest == 0:
        return Seen(CheckState.FAILED, _BLOCKED, evidence, _UNBLOCK, PinBlocked.code)
    if fewest <= FEW_TRIES:
        said = Text(*(_FEW.filled(language, fewest) for language in Language))
        return Seen(CheckState.WARNING, said, evidence, _CARE, PinLastTries.code)
    return ok(_ENOUGH, *evidence)


def _usable(model: Model) -> bool:
    return model.scheme is Scheme.SOTE and model.support is Support.SUPPORTED
