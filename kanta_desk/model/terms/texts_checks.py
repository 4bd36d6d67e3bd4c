"""The errors of checking files, in three languages."""

from __future__ import annotations

from kanta_desk import errors as e
from kanta_desk.model.terms.told import REASON, Detail, Told
from kanta_desk.model.text import Text

_FILE = Detail("file", Text("Tiedosto: {value}.", "Fil: {value}.", "File: {value}."))

TEXTS: dict[type[e.KantaError], Told] = {
    e.FileUnreadable: Told(
        Text("Tiedostoa ei voi lukea", "Filen kan inte läsas", "The file cannot be read"),
        Text(
            "Annettua tiedostoa tai kansiota ei ole, siihen ei ole oikeutta tai se on liian suuri.",
            "Filen eller mappen finns inte, är skyddad eller är för stor.",
            "The file or folder is not there, is protected, or is too large.",
        ),
        Text(
            "Tarkista polku ja oikeudet ja yritä uudelleen.",
            "Kontrollera sökvägen och rättigheterna och försök igen.",
            "Check the path and the permissions, and try again.",
        ),
        (_FILE, REASON),
    ),
}
