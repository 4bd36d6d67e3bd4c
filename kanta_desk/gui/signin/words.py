"""What the reader and the card are doing, in words; one text for each state, never merged."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from kanta_desk.gui.theme import Tone
from kanta_desk.model.cards import CardPresence, CardsState, ReaderState, ServiceState


@dataclass(frozen=True, slots=True)
class CardWords:
    """A state for people: icon, tone, what it is, and what to do."""

    icon: str
    tone: Tone
    title: str
    hint: str
    reader: ReaderState | None = None

    @property
    def ready(self) -> bool:
        """Whether a card was read and can be used."""
        return self.reader is not None and self.reader.card is not None


_NOT_YET = (
    "reader",
    Tone.BUSY,
    QT_TRANSLATE_NOOP("CardWords", "Looking for the card reader…"),
    "",
)
_STOPPED = (
    "service",
    Tone.FAILED,
    QT_TRANSLATE_NOOP("CardWords", "The smart-card service is not running."),
    QT_TRANSLATE_NOOP(
        "CardWords",
        "The check of card and reader tells how to start it. "
        "This page goes on by itself as soon as it runs.",
    ),
)
_NO_READER = (
    "reader-missing",
    Tone.WARNING,
    QT_TRANSLATE_NOOP("CardWords", "No card reader found."),
    QT_TRANSLATE_NOOP("CardWords", "Plug the reader in. It is noticed at once."),
)
_PRESENCE = {
    CardPresence.EMPTY: (
        "reader",
        Tone.BUSY,
        QT_TRANSLATE_NOOP("CardWords", "Reader found. Insert your card."),
        QT_TRANSLATE_NOOP("CardWords", "The chip goes in first, facing up in most readers."),
    ),
    CardPresence.READING: (
        "card",
        Tone.BUSY,
        QT_TRANSLATE_NOOP("CardWords", "Reading the card…"),
        QT_TRANSLATE_NOOP("CardWords", "Leave the card in the reader."),
    ),
    CardPresence.MUTE: (
        "card",
        Tone.FAILED,
        QT_TRANSLATE_NOOP("CardWords", "The card does not answer."),
        QT_TRANSLATE_NOOP(
            "CardWords",
            "Take it out, wipe the chip with a dry cloth, "
            "and insert it again with the chip the right way round.",
        ),
    ),
    CardPresence.UNKNOWN: (
        "card",
        Tone.WARNING,
        QT_TRANSLATE_NOOP("CardWords", "This card is not recognised."),
        QT_TRANSLATE_NOOP(
            "CardWords",
            "Use a professional, staff or operator card of social welfare and health care.",
        ),
    ),
    CardPresence.IN_USE: (
        "card",
        Tone.WARNING,
        QT_TRANSLATE_NOOP("CardWords", "Another program is using the card."),
        QT_TRANSLATE_NOOP(
            "CardWords",
            "Close the program or browser tab that has the card open, or insert the card again.",
        ),
    ),
    CardPresence.READY: (
        "card",
        Tone.OK,
        QT_TRANSLATE_NOOP("CardWords", "The card has been read."),
        "",
    ),
}


def card_words(state: CardsState) -> CardWords:
    """The words for what is known of service, readers and cards."""
    if state.counter == 0:  # nobody has looked yet
        return _words(_NOT_YET)
    if state.service is ServiceState.STOPPED:
        return _words(_STOPPED)
    reader = state.best
    if reader is None:
        return _words(_NO_READER)
    return reader_words(reader)


def reader_words(reader: ReaderState) -> CardWords:
    """The words for one reader."""
    return _words(_PRESENCE[reader.presence], reader)


def _words(parts: tuple[str, Tone, object, object], reader: ReaderState | None = None) -> CardWords:
    icon, tone, title, hint = parts
    return CardWords(icon, tone, _say(title), _say(hint), reader)


def _say(source: object) -> str:
    return QCoreApplication.translate("CardWords", str(source)) if source else ""
