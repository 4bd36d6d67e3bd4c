"""Practice, test and production, kept visibly apart; and how the practice set is set up."""

from __future__ import annotations

from enum import StrEnum

from kanta_desk.model.text import Text


class Mode(StrEnum):
    """What the desk is connected to."""

    PRACTICE = "practice"
    TEST = "test"
    PRODUCTION = "production"


class ReaderKind(StrEnum):
    """Where practice cards are put: the program's own reader, or the system's virtual one."""

    SOFTWARE = "software"
    PCSC = "pcsc"


MODE_BANNERS: dict[Mode, Text] = {
    Mode.PRACTICE: Text(
        "HARJOITUS – tämä ei ole Kanta",
        "ÖVNING – detta är inte Kanta",
        "PRACTICE – this is not Kanta",
    ),
    Mode.TEST: Text("TESTIYMPÄRISTÖ", "TESTMILJÖ", "TEST ENVIRONMENT"),
    Mode.PRODUCTION: Text("", "", ""),
}
