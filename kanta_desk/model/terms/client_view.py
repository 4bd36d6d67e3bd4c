"""Why a client sees a document in OmaKanta or does not, in words."""

from __future__ import annotations

from enum import StrEnum

from kanta_desk.model.text import Text


class Because(StrEnum):
    """Reasons that follow from the metadata."""

    INVALIDATED = "invalidated"
    REPLACED = "replaced"
    TEMPORARY_ID = "temporary id"
    OLD = "old"
    UNREADABLE = "unreadable"
    DELAYED = "delayed"
    RELEASED = "released"
    AT_ONCE = "at once"


REASONS: dict[Because, Text] = {
    Because.INVALIDATED: Text(
        "Versio on mitätöity: sitä ei enää näytetä.",
        "Versionen har makulerats: den visas inte längre.",
        "The version has been invalidated: it is no longer shown.",
    ),
    Because.REPLACED: Text(
        "Uudempi versio on korvannut tämän: OmaKannassa näkyy uusin.",
        "En nyare version har ersatt denna: i MittKanta syns den nyaste.",
        "A newer version has replaced this one: OmaKanta shows the newest.",
    ),
    Because.TEMPORARY_ID: Text(
        "Asiakkaalla on tilapäinen tunnus: OmaKantaan kirjaudutaan henkilötunnuksella, joten asiakirjaa ei voi yhdistää kirjautujaan.",
        "Klienten har en tillfällig beteckning: man loggar in i MittKanta med personbeteckning, så handlingen kan inte kopplas till den som loggar in.",
        "The client has a temporary identifier: one signs in to OmaKanta with a personal identity code, so the document cannot be tied to whoever signs in.",
    ),
    Because.OLD: Text(
        "Vanha asiakirja: julkaistu lähde ei kerro, näytetäänkö ennen Kantaan liittymistä laaditut asiakirjat.",
        "Gammal handling: ingen publicerad källa berättar om handlingar från tiden före anslutningen till Kanta visas.",
        "Old document: no published source tells whether documents from before joining Kanta are shown.",
    ),
    Because.UNREADABLE: Text(
        "Näyttöajankohta on annettu, mutta sitä ei voi lukea. Tarkista asiakirja toimittajan kanssa.",
        "Tidpunkten för visning finns, men kan inte läsas. Kontrollera handlingen med leverantören.",
        "The time of release is given but cannot be read. Check the document with the vendor.",
    ),
    Because.DELAYED: Text(
        "Ammattihenkilö on viivästänyt näyttämistä: kuvailutiedoissa on näyttöajankohta, joka on vasta edessä.",
        "Den yrkesutbildade personen har fördröjt visningen: i beskrivningsuppgifterna finns en tidpunkt som ligger framåt i tiden.",
        "The professional has delayed it: the metadata hold a time of release that is still ahead.",
    ),
    Because.RELEASED: Text(
        "Kuvailutiedoissa on näyttöajankohta, joka on ohitettu.",
        "I beskrivningsuppgifterna finns en tidpunkt för visning som har passerats.",
        "The metadata hold a time of release that has passed.",
    ),
    Because.AT_ONCE: Text(
        "Näyttämistä ei ole viivästetty eikä asiakirja ole sellainen, jota ei näytetä. Se näkyy arkistoinnista alkaen.",
        "Visningen har inte fördröjts, och handlingen är inte av det slag som inte visas. Den syns från arkiveringen.",
        "Its release has not been delayed, and it is not of a kind that is not shown. It is there from the time of archiving.",
    ),
}
