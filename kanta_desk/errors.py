"""The error tree of the whole program.

::

    KantaError
    ├── Cancelled                    KD-0001  the person cancelled
    ├── InputError
    │   ├── InvalidIdentifier        KD-1001  henkilötunnus, OID, Y-tunnus … is not valid
    │   └── InvalidTime              KD-1002  a time that cannot be read
    ├── SettingsError
    │   ├── SettingsUnreadable       KD-1101  a settings or profile file has a fault
    │   ├── FolderNotWritable        KD-1102  a folder of the program cannot be written
    │   ├── SecretStoreMissing       KD-1103  the operating system offers no keyring
    │   └── PortTaken                KD-1104  the stand-in archive cannot listen on its port
    ├── NetError
    │   ├── Offline                  KD-2001  nobody answers at the address
    │   ├── AnswerTimedOut           KD-2002  the answer did not come in time
    │   ├── TlsRefused               KD-2003  the server refused our certificate, or we its
    │   └── AnswerTooLarge           KD-2004  the answer is larger than allowed
    ├── TrustError
    │   ├── CertificateUnreadable    KD-3001  bytes that are no certificate
    │   ├── CertificateExpired       KD-3002  no longer valid
    │   ├── CertificateNotYetValid   KD-3003  not valid yet
    │   ├── IssuerUnknown            KD-3004  no path to a trusted root
    │   ├── WrongKeyUsage            KD-3005  not meant for this use
    │   └── CertificateRevoked       KD-3006  revoked or on hold
    ├── CardError
    │   ├── ServiceNotRunning        KD-4001  no smart-card service
    │   ├── NoReader                 KD-4002  no reader
    │   ├── NoCard                   KD-4003  no card in the reader
    │   ├── CardMute                 KD-4004  the card does not answer (dirty, upside down)
    │   ├── CardUnknown              KD-4005  not a card that we know
    │   ├── CardRemoved              KD-4006  pulled, or reset by another program, in the middle
    │   ├── CardInUse                KD-4007  another program holds it
    │   ├── CardAnswerBad            KD-4008  an answer that the specification does not allow
    │   ├── PinWrong                 KD-4101  wrong PIN, tries left
    │   ├── PinBlocked               KD-4102  no tries left
    │   ├── PinNotActivated          KD-4103  the card has not been activated
    │   ├── PinFormat                KD-4104  not a PIN at all; nothing was sent to the card
    │   ├── PinLastTries             KD-4105  few tries left and no consent to use one
    │   └── SignatureRejected        KD-4106  the card's signature does not match its certificate
    ├── ArchiveError
    │   ├── ArchiveDenied            KD-5001  the archive denies the right
    │   ├── DocumentNotFound         KD-5002  no such document in this register
    │   ├── ArchiveRejected          KD-5003  the archive rejects the request, with its reasons
    │   ├── ArchiveUnavailable       KD-5004  the archive says that it is out of service
    │   ├── BadAnswer                KD-5005  an answer that cannot be read
    │   └── BadDocument              KD-5006  a document that cannot be read
    ├── LogError
    │   ├── LogUnavailable           KD-6001  the access log cannot be written: nothing is shown
    │   ├── LogDamaged               KD-6002  the log does not match its own hashes
    │   └── LogLocked                KD-6003  another program writes the log
    ├── RightsError
    │   ├── RightMissing             KD-7001  the holder may not do this in this register
    │   └── SessionLocked            KD-7002  the desk is locked, or nobody has signed in
    └── DeploymentError
        ├── PlanUnreadable           KD-8001  the plan has a fault, with its place
        ├── SourceMissing            KD-8002  a source file named by the plan is not there
        └── ReportFailed             KD-8003  the report could not be written

Every class has a stable ``code`` for support and for the dictionary of texts
(``kanta_desk.model.terms.errors``), which says in Finnish, Swedish and English what happened,
what it means and what to do next. ``retriable`` says that the same act may succeed when tried
again without a change by anyone but the environment. Low-level errors are mapped to these at the
door of the room that meets them. The fields of an error never hold personal data, a PIN, or the
content of a document.
"""

from __future__ import annotations

from typing import ClassVar


class KantaError(Exception):
    """Base of every error that a person is told of.

    ``fields`` fill the placeholders of the error's texts, and are safe to log.
    """

    code: ClassVar[str] = "KD-0000"
    retriable: ClassVar[bool] = False

    def __init__(self, **fields: object) -> None:
        self.fields: dict[str, object] = fields
        super().__init__(self.code, fields)

    def __str__(self) -> str:
        said = ", ".join(f"{name}={value}" for name, value in self.fields.items())
        return f"{self.code} {type(self).__name__}" + (f" ({said})" if said else "")


class Cancelled(KantaError):
    """The person cancelled the work."""

    code = "KD-0001"


class InputError(KantaError):
    """Something typed or read from a file is not what it should be."""


class InvalidIdentifier(InputError):
    """``kind`` (henkilotunnus, oid, ytunnus …) and ``reason``; never the value itself."""

    code = "KD-1001"

    def __init__(self, kind: str, reason: str) -> None:
        super().__init__(kind=kind, reason=reason)


class InvalidTime(InputError):
    """``value`` is not a time in the expected form."""

    code = "KD-1002"

    def __init__(self, value: str) -> None:
        super().__init__(value=value[:40])


class SettingsError(KantaError):
    """The program's own surroundings are not in order."""


class SettingsUnreadable(SettingsError):
    """``place`` (file, and key where known) and ``reason``."""

    code = "KD-1101"

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(place=place, reason=reason)


class FolderNotWritable(SettingsError):
    """``folder`` and the system's ``reason``."""

    code = "KD-1102"

    def __init__(self, folder: str, reason: str) -> None:
        super().__init__(folder=folder, reason=reason)


class SecretStoreMissing(SettingsError):
    """The operating system has no keyring that the program could use."""

    code = "KD-1103"


class PortTaken(SettingsError):
    """``port`` cannot be listened on, for the system's ``reason``."""

    code = "KD-1104"

    def __init__(self, port: int, reason: str) -> None:
        super().__init__(port=port, reason=reason)


class NetError(KantaError):
    """The way to a server failed. ``host`` is the server's address without path or query."""

    retriable = True

    def __init__(self, host: str, reason: str = "") -> None:
        super().__init__(host=host, reason=reason)


class Offline(NetError):
    """No connection: name not found, refused, unreachable, or cut in the middle."""

    code = "KD-2001"


class AnswerTimedOut(NetError):
    """Connected, but the answer did not come in time: the outcome is not known."""

    code = "KD-2002"


class TlsRefused(NetError):
    """The handshake failed: their certificate, ours, or a proxy between."""

    code = "KD-2003"
    retriable = False


class AnswerTooLarge(NetError):
    """The answer is over the limit and was not read to its end."""

    code = "KD-2004"
    retriable = False


class TrustError(KantaError):
    """A certificate is not good for what it is used for. ``subject`` is its common name."""

    def __init__(self, subject: str = "", reason: str = "") -> None:
        super().__init__(subject=subject, reason=reason)


class CertificateUnreadable(TrustError):
    """The bytes are not an X.509 certificate."""

    code = "KD-3001"


class CertificateExpired(TrustError):
    """Past its end of validity."""

    code = "KD-3002"


class CertificateNotYetValid(TrustError):
    """Before its start of validity; the machine's clock may be wrong."""

    code = "KD-3003"


class IssuerUnknown(TrustError):
    """No path from the certificate to a trusted root."""

    code = "KD-3004"


class WrongKeyUsage(TrustError):
    """The certificate's key usage does not allow this use."""

    code = "KD-3005"


class CertificateRevoked(TrustError):
    """Revoked, or suspended for the time being."""

    code = "KD-3006"


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


class ArchiveError(KantaError):
    """The archive answered, but not with what was asked for."""


class ArchiveDenied(ArchiveError):
    """The archive denies the act. ``issue`` is its own code."""

    code = "KD-5001"

    def __init__(self, issue: str = "") -> None:
        super().__init__(issue=issue)


class DocumentNotFound(ArchiveError):
    """The archive holds no such document in the register asked."""

    code = "KD-5002"

    def __init__(self, oid: str = "") -> None:
        super().__init__(oid=oid)


class ArchiveRejected(ArchiveError):
    """An application error; ``issue`` is the archive's code and ``said`` its display text."""

    code = "KD-5003"

    def __init__(self, issue: str, said: str = "") -> None:
        super().__init__(issue=issue, said=said)


class ArchiveUnavailable(ArchiveError):
    """The archive itself says that it is out of service (AR, HTTP 5xx)."""

    code = "KD-5004"
    retriable = True

    def __init__(self, said: str = "") -> None:
        super().__init__(said=said)


class BadAnswer(ArchiveError):
    """The answer cannot be read; ``place`` is where and ``reason`` what is wrong there."""

    code = "KD-5005"

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(place=place, reason=reason)


class BadDocument(ArchiveError):
    """A document cannot be read; ``place`` is where and ``reason`` what is wrong there."""

    code = "KD-5006"

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(place=place, reason=reason)


class LogError(KantaError):
    """The access log cannot do its duty; ``place`` is the file or row."""

    def __init__(self, place: str = "", reason: str = "") -> None:
        super().__init__(place=place, reason=reason)


class LogUnavailable(LogError):
    """The log cannot be written, so nothing may be shown."""

    code = "KD-6001"
    retriable = True


class LogDamaged(LogError):
    """An entry does not match its hash, or the tree its head."""

    code = "KD-6002"


class LogLocked(LogError):
    """Another process writes this log."""

    code = "KD-6003"
    retriable = True


class RightsError(KantaError):
    """The holder may not do this."""


class RightMissing(RightsError):
    """``act`` is the kind of event that was refused, ``register`` where."""

    code = "KD-7001"

    def __init__(self, act: str, register: str = "") -> None:
        super().__init__(act=act, register=register)


class SessionLocked(RightsError):
    """The desk is locked or signed out; card and PIN1 open it."""

    code = "KD-7002"


class DeploymentError(KantaError):
    """The deployment test cannot go on."""


class PlanUnreadable(DeploymentError):
    """``place`` (file, row, column) and ``reason``."""

    code = "KD-8001"

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(place=place, reason=reason)


class SourceMissing(DeploymentError):
    """``place`` (plan and row) names a ``file`` that is not there."""

    code = "KD-8002"

    def __init__(self, place: str, file: str) -> None:
        super().__init__(place=place, file=file)


class ReportFailed(DeploymentError):
    """The report could not be written to ``file``; ``reason`` is the system's."""

    code = "KD-8003"

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(file=file, reason=reason)
