"""Service, readers, cards and PINs."""

from __future__ import annotations

from kanta_desk.errors.base import KantaError


class CardError(KantaError):
    """Something between the smart-card service and the card. ``reader`` where known."""

    retriable = True

    def __init__(self, reader: str = "", detail: str = "") -> None:
        super().__init__(reader=reader, detail=detail)


class ServiceNotRunning(CardError):
    """The smart-card service (pcscd, SCardSvr) does not answer."""

    code = "KD-4001"


class NoReader(CardError):
    """The service knows no reader."""

    code = "KD-4002"


class NoCard(CardError):
    """No card in the reader."""

    code = "KD-4003"


class CardMute(CardError):
    """A card is in the reader but does not answer."""

    code = "KD-4004"


class CardUnknown(CardError):
    """The card answers, but is none that the program knows; ``detail`` is its ATR in hex."""

    code = "KD-4005"
    retriable = False


class CardRemoved(CardError):
    """The card left, or another program reset it, before the work was done."""

    code = "KD-4006"


class CardInUse(CardError):
    """Another program uses the card and does not share it."""

    code = "KD-4007"


class CardAnswerBad(CardError):
    """An answer that the card's specification does not allow; ``detail`` names the step and SW."""

    code = "KD-4008"


class PinError(CardError):
    """A PIN was not accepted. ``pin`` is 1 or 2, ``tries_left`` what the card said."""

    retriable = False

    def __init__(self, pin: int, tries_left: int | None = None) -> None:
        KantaError.__init__(self, pin=pin, tries_left=tries_left)
        self.pin = pin
        self.tries_left = tries_left


class PinWrong(PinError):
    """Wrong PIN; ``tries_left`` remain."""

    code = "KD-4101"


class PinBlocked(PinError):
    """The PIN is blocked; the activation number (PUK) opens it."""

    code = "KD-4102"


class PinNotActivated(PinError):
    """The holder has not yet set the PIN with the activation number."""

    code = "KD-4103"


class PinFormat(PinError):
    """Not 4 to 8 digits; nothing was sent to the card, and no try was spent."""

    code = "KD-4104"


class PinLastTries(PinError):
    """One or two tries are left, and the holder has not said that one may be used."""

    code = "KD-4105"


class SignatureRejected(CardError):
    """The signature does not verify with the key in the card's certificate."""

    code = "KD-4106"
    retriable = False
