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


class CardNotAccepted(CardError):
    """A good card, but of a kind that nobody signs in with here; ``kind`` is its type."""

    code = "KD-4009"
    retriable = False

    def __init__(self, reader: str = "", kind: str = "") -> None:
        super().__init__(reader)
        self.fields["kind"] = kind


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
    """Not digits, or too few or many of them (the card takes ``digits``); no try was spent."""

    code = "KD-4104"

    def __init__(self, pin: int, digits: str = "") -> None:
        super().__init__(pin)
        self.fields["digits"] = digits


class PinLastTries(PinError):
    """One or two tries are left, and the holder has not said that one may be used."""

    code = "KD-4105"


class NewPinRefused(PinError):
    """The card does not take the new PIN, or it is the old one; nothing was changed."""

    code = "KD-4107"


class PinChangeUnknown(PinError):
    """The card was lost while a new PIN was set: the old or the new one is now the right one."""

    code = "KD-4108"


class PinAskedAgain(PinError):
    """The card wants the PIN once more before it signs on; what was signed before is good."""

    code = "KD-4109"


class PukError(CardError):
    """The activation PIN (PUK) was not accepted. ``tries_left`` is what the card said."""

    retriable = False

    def __init__(self, tries_left: int | None = None) -> None:
        KantaError.__init__(self, tries_left=tries_left)
        self.tries_left = tries_left


class PukWrong(PukError):
    """Wrong activation PIN; ``tries_left`` remain."""

    code = "KD-4110"


class PukBlocked(PukError):
    """No tries are left of the activation PIN: the card's PINs can no longer be set."""

    code = "KD-4111"


class PukLastTries(PukError):
    """One or two tries are left, and the holder has not said that one may be used."""

    code = "KD-4112"


class PukFormat(PukError):
    """Not digits, or too few or many of them (the card takes ``digits``); no try was spent."""

    code = "KD-4113"

    def __init__(self, digits: str = "") -> None:
        super().__init__()
        self.fields["digits"] = digits


class PinPadMissing(CardError):
    """The reader has no pad to type a PIN on."""

    code = "KD-4114"
    retriable = False


class PinPadEnded(CardError):
    """Nothing was given from the reader's pad; ``why`` is timeout, cancelled, differ, length or
    unable."""

    code = "KD-4115"

    def __init__(self, why: str = "", reader: str = "") -> None:
        super().__init__(reader)
        self.fields["why"] = why


class SignatureRejected(CardError):
    """The signature does not verify with the key in the card's certificate."""

    code = "KD-4106"
    retriable = False


class SignerMissing(CardError):
    """The chosen way to sign is not there: no such module, or no service at its address.

    ``reader`` names the module or the service, ``detail`` what was met.
    """

    code = "KD-4201"


class SignerRefused(CardError):
    """Module or service is there but did not sign; ``detail`` is its own reason."""

    code = "KD-4202"
    retriable = False
