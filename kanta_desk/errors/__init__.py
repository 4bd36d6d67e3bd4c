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

from kanta_desk.errors.archive import (
    ArchiveDenied,
    ArchiveError,
    ArchiveRejected,
    ArchiveUnavailable,
    BadAnswer,
    BadDocument,
    DocumentNotFound,
)
from kanta_desk.errors.base import (
    Cancelled,
    KantaError,
)
from kanta_desk.errors.cards import (
    CardAnswerBad,
    CardError,
    CardInUse,
    CardMute,
    CardRemoved,
    CardUnknown,
    NoCard,
    NoReader,
    PinBlocked,
    PinError,
    PinFormat,
    PinLastTries,
    PinNotActivated,
    PinWrong,
    ServiceNotRunning,
    SignatureRejected,
)
from kanta_desk.errors.deployment import (
    DeploymentError,
    PlanUnreadable,
    ReportFailed,
    SourceMissing,
)
from kanta_desk.errors.input import (
    InputError,
    InvalidIdentifier,
    InvalidTime,
)
from kanta_desk.errors.log import (
    LogDamaged,
    LogError,
    LogLocked,
    LogUnavailable,
)
from kanta_desk.errors.net import (
    AnswerTimedOut,
    AnswerTooLarge,
    NetError,
    Offline,
    TlsRefused,
)
from kanta_desk.errors.rights import (
    RightMissing,
    RightsError,
    SessionLocked,
)
from kanta_desk.errors.settings import (
    FolderNotWritable,
    PortTaken,
    SecretStoreMissing,
    SettingsError,
    SettingsUnreadable,
)
from kanta_desk.errors.trust import (
    CertificateExpired,
    CertificateNotYetValid,
    CertificateRevoked,
    CertificateUnreadable,
    IssuerUnknown,
    TrustError,
    WrongKeyUsage,
)

__all__ = [
    "AnswerTimedOut",
    "AnswerTooLarge",
    "ArchiveDenied",
    "ArchiveError",
    "ArchiveRejected",
    "ArchiveUnavailable",
    "BadAnswer",
    "BadDocument",
    "Cancelled",
    "CardAnswerBad",
    "CardError",
    "CardInUse",
    "CardMute",
    "CardRemoved",
    "CardUnknown",
    "CertificateExpired",
    "CertificateNotYetValid",
    "CertificateRevoked",
    "CertificateUnreadable",
    "DeploymentError",
    "DocumentNotFound",
    "FolderNotWritable",
    "InputError",
    "InvalidIdentifier",
    "InvalidTime",
    "IssuerUnknown",
    "KantaError",
    "LogDamaged",
    "LogError",
    "LogLocked",
    "LogUnavailable",
    "NetError",
    "NoCard",
    "NoReader",
    "Offline",
    "PinBlocked",
    "PinError",
    "PinFormat",
    "PinLastTries",
    "PinNotActivated",
    "PinWrong",
    "PlanUnreadable",
    "PortTaken",
    "ReportFailed",
    "RightMissing",
    "RightsError",
    "SecretStoreMissing",
    "ServiceNotRunning",
    "SessionLocked",
    "SettingsError",
    "SettingsUnreadable",
    "SignatureRejected",
    "SourceMissing",
    "TlsRefused",
    "TrustError",
    "WrongKeyUsage",
]
