"""What is told of the other ways to sign: a PKCS#11 module, a local signature service."""

from __future__ import annotations

from kanta_desk import errors as e
from kanta_desk.model.terms.told import DETAIL, Detail, Told
from kanta_desk.model.text import Text

_WHERE = Detail(
    "reader",
    Text(
        "Moduuli tai palvelu: {value}.",
        "Modul eller tjänst: {value}.",
        "Module or service: {value}.",
    ),
)

TEXTS: dict[type[e.KantaError], Told] = {
    e.SignerMissing: Told(
        Text(
            "Valittua allekirjoitustapaa ei ole",
            "Det valda sättet att signera finns inte",
            "The chosen way to sign is not there",
        ),
        Text(
            "Kortinlukijaohjelmiston moduuli ei avaudu tai sen palvelu ei vastaa. Tunnuslukua ei annettu kortille.",
            "Kortläsarprogrammets modul kan inte öppnas eller dess tjänst svarar inte. Ingen kod gavs till kortet.",
            "The card reader software's module cannot be opened, or its service does not answer. No PIN was given to the card.",
        ),
        Text(
            "Käynnistä kortinlukijaohjelmisto, tarkista moduulin polku asetuksista tai valitse suora yhteys korttiin.",
            "Starta kortläsarprogrammet, kontrollera modulens sökväg i inställningarna eller välj direkt anslutning till kortet.",
            "Start the card reader software, check the module's path in the settings, or choose the direct way to the card.",
        ),
        (_WHERE, DETAIL),
    ),
    e.SignerRefused: Told(
        Text(
            "Kortinlukijaohjelmisto ei allekirjoittanut",
            "Kortläsarprogrammet signerade inte",
            "The card reader software did not sign",
        ),
        Text(
            "Moduuli tai palvelu vastasi, mutta allekirjoitusta ei syntynyt.",
            "Modulen eller tjänsten svarade, men ingen underskrift skapades.",
            "The module or service answered, but no signature was made.",
        ),
        Text(
            "Yritä uudelleen. Jos syy toistuu, valitse suora yhteys korttiin ja välitä tarkenne tuelle.",
            "Försök igen. Om orsaken upprepas, välj direkt anslutning till kortet och ge detaljen till supporten.",
            "Try again. If the reason repeats itself, choose the direct way to the card and pass the detail to support.",
        ),
        (_WHERE, DETAIL),
    ),
}
