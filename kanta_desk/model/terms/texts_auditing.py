"""What is told of an act on the access log that lacks what it needs."""

from __future__ import annotations

from kanta_desk import errors as e
from kanta_desk.model.terms.told import Detail, Told
from kanta_desk.model.text import Text

_FIELDS = {
    "reason": Text("perustelu", "motivering", "a reason"),
    "condition": Text("ehto, joka kertoo, mitä tapahtumia tarkoitetaan", "villkor som visar vilka händelser som avses", "a condition that tells which events are meant"),
    "name": Text("nimi tai haku", "namn eller sökning", "a name or a search"),
}  # fmt: skip

TEXTS: dict[type[e.KantaError], Told] = {
    e.FieldMissing: Told(
        Text("Jokin tieto puuttuu", "En uppgift saknas", "Something is missing"),
        Text(
            "Toimintoa ei tehty, koska siihen tarvittava tieto on tyhjä.",
            "Åtgärden utfördes inte eftersom en uppgift som behövs är tom.",
            "Nothing was done, because something that is needed was left empty.",
        ),
        Text(
            "Täydennä puuttuva tieto ja yritä uudelleen.",
            "Fyll i uppgiften och försök igen.",
            "Fill it in and try again.",
        ),
        (
            Detail(
                "field",
                Text("Puuttuu: {value}.", "Saknas: {value}.", "Missing: {value}."),
                _FIELDS,
            ),
        ),
    ),
}
