"""What is told of a query of the access log that cannot be read."""

from __future__ import annotations

from kanta_desk import errors as e
from kanta_desk.model.terms.query_words import KEYWORDS
from kanta_desk.model.terms.told import REASON, Detail, Told
from kanta_desk.model.text import Language, Text

_COLUMN = Detail(
    "column", Text("Kohta: merkki {value}.", "Ställe: tecken {value}.", "Place: character {value}.")
)
_KEYWORDS = {
    language: ", ".join(text.of(language) for text in KEYWORDS.values()) for language in Language
}
QUERY_REASONS = {
    "quote": Text("lainausmerkiltä puuttuu pari", "ett citattecken saknar sitt par", "a quotation mark has no pair"),
    "value": Text("ehtoa ei voi lukea", "villkoret kan inte läsas", "the condition cannot be read"),
    "empty": Text("ehdolla ei ole arvoa", "villkoret saknar värde", "the condition has no value"),
    "keyword": Text("avainsanaa ei tunneta", "nyckelordet är okänt", "the keyword is not known"),
    "act": Text("tapahtumatyyppiä ei tunneta", "händelsetypen är okänd", "the kind of act is not known"),
    "act unclear": Text("useampi tapahtumatyyppi alkaa näin", "flera händelsetyper börjar så", "several kinds of act begin like this"),
    "phase": Text("vaihetta ei tunneta", "fasen är okänd", "the phase is not known"),
    "phase unclear": Text("useampi vaihe alkaa näin", "flera faser börjar så", "several phases begin like this"),
    "time": Text("aikaa ei voi lukea", "tiden kan inte läsas", "the time cannot be read"),
    "span": Text("väli päättyy ennen alkuaan", "intervallet slutar före sin början", "the span ends before it begins"),
    "twice": Text("sama avainsana on annettu kahdesti", "samma nyckelord har angetts två gånger", "the same keyword is given twice"),
    "length": Text("haku on liian pitkä", "sökningen är för lång", "the query is too long"),
    "many": Text("ehtoja on liikaa", "villkoren är för många", "there are too many conditions"),
}  # fmt: skip

TEXTS: dict[type[e.KantaError], Told] = {
    e.QueryUnreadable: Told(
        Text("Hakua ei voi lukea", "Sökningen kan inte läsas", "The query cannot be read"),
        Text(
            "Haun jokin ehto ei ole odotetussa muodossa. Mitään ei haettu.",
            "Något villkor har inte väntad form. Ingenting söktes.",
            "A condition is not in the expected form. Nothing was searched.",
        ),
        Text(
            f"Kirjoita ehdot muodossa tyyppi:katselu. Avainsanat: {_KEYWORDS[Language.FI]}. "
            "Pane välilyönnin sisältävä arvo lainausmerkkeihin.",
            f"Skriv villkoren i formen typ:utskrift. Nyckelord: {_KEYWORDS[Language.SV]}. "
            "Sätt ett värde med mellanslag inom citattecken.",
            f"Write conditions as type:print. Keywords: {_KEYWORDS[Language.EN]}. "
            "Put a value with spaces in quotation marks.",
        ),
        (_COLUMN, Detail("reason", REASON.text, QUERY_REASONS)),
    ),
}
