"""The words of the access log's papers."""

# ruff: noqa: E501 (texts, one language a line)

from __future__ import annotations

from enum import Enum, auto

from kanta_desk.model.text import Text


class Word(Enum):
    """What is said on a paper."""

    VERIFICATION = auto()
    INTACT = auto()
    NOT_INTACT = auto()
    TIME = auto()
    DEPTH = auto()
    EVENTS = auto()
    ANCHORS = auto()
    UNREACHABLE = auto()
    TREES = auto()
    TREE = auto()
    CHECKED = auto()
    CHECKPOINTS = auto()
    CARDS = auto()
    ROOT = auto()
    FAULTS = auto()
    LOSSES = auto()
    ACKNOWLEDGED = auto()
    WAS = auto()
    NOW = auto()
    DISPOSAL = auto()
    DISPOSAL_MEANS = auto()
    MONTHS = auto()
    COUNT = auto()
    HELD = auto()
    BASIS = auto()
    EVENT = auto()
    RANGES = auto()
    CLOCKS = auto()
    WALL = auto()
    SIGNED = auto()
    BACKUPS = auto()
    BACKUPS_MEAN = auto()
    APPROVALS = auto()
    SIGNATURE = auto()
    ANCHOR = auto()
    ANCHOR_MEANS = auto()
    RECEIVED = auto()


WORDS: dict[Word, Text] = {
    Word.VERIFICATION: Text(
        "Käyttölokin tarkastus", "Kontroll av användningsloggen", "Verification of the access log"
    ),
    Word.INTACT: Text("Loki on eheä", "Loggen är hel", "The log is sound"),
    Word.NOT_INTACT: Text("Loki ei ole eheä", "Loggen är inte hel", "The log is not sound"),
    Word.TIME: Text("Aika", "Tid", "Time"),
    Word.DEPTH: Text("Laajuus", "Omfattning", "Extent"),
    Word.EVENTS: Text("Tapahtumia", "Händelser", "Events"),
    Word.ANCHORS: Text("Verrattu paikkoihin", "Jämfört med", "Compared with"),
    Word.UNREACHABLE: Text("Ei tavoitettu", "Nåddes inte", "Not reached"),
    Word.TREES: Text("Lokitiedostot", "Loggfiler", "Log files"),
    Word.TREE: Text("Loki", "Logg", "Log"),
    Word.CHECKED: Text("Luettu", "Lästa", "Read"),
    Word.CHECKPOINTS: Text("Tarkistuspisteitä", "Kontrollpunkter", "Checkpoints"),
    Word.CARDS: Text("Kortin vahvistuksia", "Kortbekräftelser", "Card signatures"),
    Word.ROOT: Text("Juuritiiviste", "Rotkondensat", "Root hash"),
    Word.LOSSES: Text("Kuitatut menetykset", "Kvitterade förluster", "Acknowledged losses"),
    Word.ACKNOWLEDGED: Text("Kuittaus", "Kvittering", "Acknowledgement"),
    Word.WAS: Text("oli", "fanns", "there were"),
    Word.NOW: Text("kuitattaessa", "vid kvitteringen", "when acknowledged"),
    Word.FAULTS: Text("Löydökset", "Fynd", "Findings"),
    Word.DISPOSAL: Text(
        "Hävittämispöytäkirja: käyttöloki",
        "Gallringsprotokoll: användningsloggen",
        "Record of disposal: access log",
    ),
    Word.DISPOSAL_MEANS: Text(
        "Tapahtumien tekstit on poistettu lokista ja sen hakuluetteloista, ja tiedosto on kirjoitettu uudelleen uudella avaimella; entinen avain on tuhottu. Tiivisteet on säilytetty, jotta muut tapahtumat ja tarkistuspisteet voidaan edelleen todistaa.",
        "Händelsernas texter har tagits bort ur loggen och dess sökregister, och filen har skrivits om med en ny nyckel; den tidigare nyckeln har förstörts. Kondensaten har bevarats så att övriga händelser och kontrollpunkter fortfarande kan bevisas.",
        "The events' texts were removed from the log and its search lists, and the file was written anew under a new key; the former key was destroyed. The hashes were kept, so that the other events and the checkpoints can still be proved.",
    ),
    Word.MONTHS: Text("Kuukaudet", "Månader", "Months"),
    Word.COUNT: Text("Hävitettyjä tapahtumia", "Gallrade händelser", "Events disposed of"),
    Word.HELD: Text("Hävityskiellon vuoksi säilytettyjä", "Bevarade på grund av gallringsförbud", "Kept because of holds"),
    Word.BASIS: Text("Peruste", "Grund", "Basis"),
    Word.EVENT: Text("Merkintä lokissa", "Anteckning i loggen", "Entry in the log"),
    Word.RANGES: Text("Numerot", "Nummer", "Numbers"),
    Word.CLOCKS: Text("Ikä laskettu kelloista", "Åldern räknad enligt", "Age counted by"),
    Word.WALL: Text("työasema", "arbetsstationen", "workstation"),
    Word.SIGNED: Text("tarkistuspiste", "kontrollpunkt", "checkpoint"),
    Word.BACKUPS: Text("Tuhottavat varmuuskopiot", "Säkerhetskopior att förstöra", "Backups to be destroyed"),
    Word.BACKUPS_MEAN: Text(
        "Näitä varmuuskopioita ei tavoitettu, kun entinen avain tuhottiin. Niissä on sama avain organisaation palautusavaimella suojattuna: hävitä ne.",
        "Dessa säkerhetskopior kunde inte nås när den tidigare nyckeln förstördes. De innehåller samma nyckel, skyddad med organisationens återställningsnyckel: förstör dem.",
        "These backups could not be reached when the former key was destroyed. They hold that key, wrapped for the organisation's recovery key: destroy them.",
    ),
    Word.APPROVALS: Text("Hyväksyjät", "Godkänt av", "Approved by"),
    Word.SIGNATURE: Text("Allekirjoitus", "Underskrift", "Signature"),
    Word.ANCHOR: Text(
        "Käyttölokin tarkistuspiste", "Kontrollpunkt för användningsloggen", "Checkpoint of the access log"
    ),
    Word.ANCHOR_MEANS: Text(
        "Säilytä tämä sivu erillään työasemasta, esimerkiksi tietosuojavastaavan arkistossa. Jos lokia muutetaan, lyhennetään tai se vaihdetaan toiseen, se ei enää vastaa tätä sivua.",
        "Förvara denna sida åtskild från arbetsstationen, till exempel hos dataskyddsombudet. Om loggen ändras, förkortas eller byts ut motsvarar den inte längre denna sida.",
        "Keep this page apart from the workstation, for example with the data protection officer. If the log is changed, shortened or exchanged for another, it no longer matches this page.",
    ),
    Word.RECEIVED: Text("Vastaanotettu", "Mottagen", "Received"),
}  # fmt: skip
"""In all three languages."""
