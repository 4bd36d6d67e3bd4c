"""The keywords of the access log's query language, in three languages; each has one meaning."""

from __future__ import annotations

from enum import StrEnum

from kanta_desk.model.text import Text


class LogField(StrEnum):
    """What a condition is about. ``ANY`` is a bare word: the name of a user or a client."""

    ANY = "any"
    USER = "user"
    CLIENT = "client"
    DOCUMENT = "document"
    KIND = "kind"
    PHASE = "phase"
    PURPOSE = "purpose"
    UNIT = "unit"
    SESSION = "session"
    TIME = "time"


KEYWORDS: dict[LogField, Text] = {
    LogField.USER: Text("käyttäjä", "användare", "user"),
    LogField.CLIENT: Text("asiakas", "klient", "client"),
    LogField.DOCUMENT: Text("asiakirja", "handling", "document"),
    LogField.KIND: Text("tyyppi", "typ", "type"),
    LogField.PHASE: Text("vaihe", "fas", "phase"),
    LogField.PURPOSE: Text("käyttötarkoitus", "ändamål", "purpose"),
    LogField.UNIT: Text("yksikkö", "enhet", "unit"),
    LogField.SESSION: Text("istunto", "session", "session"),
    LogField.TIME: Text("aika", "tid", "time"),
}

TODAY = Text("tänään", "idag", "today")
YESTERDAY = Text("eilen", "igår", "yesterday")
