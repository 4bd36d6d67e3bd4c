"""The error tree of the whole program.

::

    KantaError
    ├── Cancelled                    KD-0001  the person cancelled
    ├── InputError
    │   ├── InvalidIdentifier        KD-1001  henkilötunnus, OID, Y-tunnus … is not valid
    │   ├── InvalidTime              KD-1002  a time that cannot be read
    │   ├── QueryUnreadable          KD-1005  a query of the access log, with the place in it
    │   ├── FileUnreadable           KD-1007  a file that was named cannot be read
    │   ├── ImportUnreadable         KD-1008  a file to import cannot be taken at all
    │   ├── ImportSystemMissing      KD-1009  a file of codes does not say of which system
    │   ├── ImportFaulty             KD-1010  rows would be left out, and nobody allowed it
    │   ├── FieldMissing             KD-1006  something that the act needs was left empty
    │   ├── GrantInvalid             KD-1003  a field of a right is not what it should be
    │   └── RightsFileFault          KD-1004  a row of a file of rights is at fault
    ├── SettingsError
    │   ├── SettingsUnreadable       KD-1101  a settings or profile file has a fault
    │   ├── FolderNotWritable        KD-1102  a folder of the program cannot be written
    │   ├── SecretStoreMissing       KD-1103  the operating system offers no keyring
    │   ├── PortTaken                KD-1104  the stand-in archive cannot listen on its port
    │   └── PrintingFailed           KD-1105  the printer did not take a document
    ├── NetError
    │   ├── Offline                  KD-2001  nobody answers at the address
    │   ├── AnswerTimedOut           KD-2002  the answer did not come in time
    │   ├── TlsRefused               KD-2003  the server refused our certificate, or we its
    │   │   ├── ServerCertificateExpired KD-2006  the server's certificate is out of date
    │   │   ├── ServerUnknown        KD-2007  nobody whom we trust vouches for the server
    │   │   ├── ServerNameWrong      KD-2008  the certificate is another server's
    │   │   ├── OwnCertificateRefused KD-2009  the server does not take our certificate
    │   │   └── OwnCertificateExpired KD-2010  our own certificate is out of date
    │   ├── AnswerTooLarge           KD-2004  the answer is larger than allowed
    │   └── ProxyRefused             KD-2005  the proxy on the way lets nothing through
    ├── TrustError
    │   ├── CertificateUnreadable    KD-3001  bytes that are no certificate
    │   ├── CertificateExpired       KD-3002  no longer valid
    │   ├── CertificateNotYetValid   KD-3003  not valid yet
    │   ├── IssuerUnknown            KD-3004  no path to a trusted root
    │   ├── WrongKeyUsage            KD-3005  not meant for this use
    │   ├── CertificateRevoked       KD-3006  revoked for good
    │   ├── CertificateOnHold        KD-3007  suspended for the time being
    │   └── RevocationUnknown        KD-3008  nobody could tell whether it is revoked
    ├── CardError
    │   ├── ServiceNotRunning        KD-4001  no smart-card service
    │   ├── NoReader                 KD-4002  no reader
    │   ├── NoCard                   KD-4003  no card in the reader
    │   ├── CardMute                 KD-4004  the card does not answer (dirty, upside down)
    │   ├── CardUnknown              KD-4005  not a card that we know
    │   ├── CardRemoved              KD-4006  pulled, or reset by another program, in the middle
    │   ├── CardInUse                KD-4007  another program holds it
    │   ├── CardAnswerBad            KD-4008  an answer that the specification does not allow
    │   ├── CardNotAccepted          KD-4009  a kind of card that nobody signs in with here
    │   ├── PinWrong                 KD-4101  wrong PIN, tries left
    │   ├── PinBlocked               KD-4102  no tries left
    │   ├── PinNotActivated          KD-4103  the card has not been activated
    │   ├── PinFormat                KD-4104  not a PIN at all; nothing was sent to the card
    │   ├── PinLastTries             KD-4105  few tries left and no consent to use one
    │   ├── SignatureRejected        KD-4106  the card's signature does not match its certificate
    │   ├── NewPinRefused            KD-4107  the card does not take the new PIN
    │   ├── PinChangeUnknown         KD-4108  lost while setting a PIN: old or new is right
    │   ├── PinAskedAgain            KD-4109  the card wants the PIN again for the next signature
    │   ├── PukWrong                 KD-4110  wrong activation PIN, tries left
    │   ├── PukBlocked               KD-4111  no tries of the activation PIN left
    │   ├── PukLastTries             KD-4112  few tries of it left and no consent to use one
    │   ├── PukFormat                KD-4113  not an activation PIN at all; nothing was sent
    │   ├── PinPadMissing            KD-4114  the reader has no pad
    │   ├── PinPadEnded              KD-4115  nothing was typed on the reader's pad
    │   ├── SignerMissing            KD-4201  the chosen way to sign is not installed or running
    │   └── SignerRefused            KD-4202  module or service refused to sign, with its reason
    ├── ArchiveError
    │   ├── ArchiveDenied            KD-5001  the archive denies the right
    │   ├── DocumentNotFound         KD-5002  no such document in this register
    │   ├── ArchiveRejected          KD-5003  the archive rejects the request, with its reasons
    │   ├── ArchiveUnavailable       KD-5004  the archive says that it is out of service
    │   ├── BadAnswer                KD-5005  an answer that cannot be read
    │   │   ├── AnswerNotOurs        KD-5008  an answer to another message than ours
    │   │   └── NotTheArchive        KD-5009  somebody on the way answered in its place
    │   ├── BadDocument              KD-5006  a document that cannot be read
    │   ├── CriterionNotOffered      KD-5007  the archive has no search by that condition
    │   └── RealPersonInTest         KD-5010  a real person's code outside production
    ├── LogError
    │   ├── LogUnavailable           KD-6001  the access log cannot be written: nothing is shown
    │   ├── LogDamaged               KD-6002  the log does not match its own hashes
    │   ├── LogLocked                KD-6003  another program writes the log
    │   ├── LogKeyMissing            KD-6004  the key of a file of the log is not there
    │   ├── LogPlaceUnsafe           KD-6005  the log is on a network drive or synchronised
    │   ├── LogKeyNotRecovered       KD-6006  a recovery key or copy cannot be used
    │   ├── DisposalRefused          KD-6007  log data may not be disposed of, with the reason
    │   ├── LogContradicted          KD-6008  what vouches for the log speaks against it
    │   ├── StoreNotEncrypted        KD-6009  what is a client's is not kept unencrypted
    │   ├── EventMissing             KD-6010  no such event in the register's log
    │   └── HandoverRefused          KD-6011  a log that was handed over does not hold
    ├── RightsError
    │   ├── RightMissing             KD-7001  the holder may not do this in this register
    │   ├── SessionLocked            KD-7002  the desk is locked, or nobody has signed in
    │   ├── ClockJumped              KD-7003  the clock cannot be trusted: nothing is changed
    │   ├── LastAdministrator        KD-7004  nobody would administer the register
    │   ├── SelfGrant                KD-7005  another administrator must grant it
    │   ├── RegisterNotEmpty         KD-7006  a first administrator was made before
    │   └── ProductionNotConfirmed   KD-7007  nobody has said yet that production is meant
    ├── InvalidationError
    │   ├── AlreadyInvalidated       KD-8501  the document has been invalidated before
    │   ├── AlreadyReplaced          KD-8502  the version is not the newest
    │   ├── VersionChanged           KD-8503  the document changed since the plan was made
    │   ├── OtherRegister            KD-8504  the document is in another register
    │   ├── PlanInvalid              KD-8505  the plan cannot be carried out
    │   ├── ConfirmationDiffers      KD-8506  what was confirmed is not what would be sent
    │   ├── ReasonMissing            KD-8507  no reason, or none that tells enough
    │   ├── OutcomeUnknown           KD-8508  sent; the outcome is still to be asked
    │   ├── NotConfirmedByArchive    KD-8509  acknowledged, but not shown as invalidated
    │   ├── NeverSent                KD-8510  cut short before the request was sent
    │   ├── NotCarriedOut            KD-8511  the request never arrived and no longer can
    │   ├── SecondPersonNeeded       KD-8512  another holder must confirm
    │   ├── RequestUnsigned          KD-8513  the signature is not the holder's own
    │   └── PaperMissing             KD-8514  no receipt of what was not done
    └── DeploymentError
        ├── PlanUnreadable           KD-8001  the plan has a fault, with its place
        ├── SourceMissing            KD-8002  a source file named by the plan is not there
        ├── ReportFailed             KD-8003  the report could not be written
        ├── RealClients              KD-8004  a client may be a living person
        └── RunUnknown               KD-8005  there is no such run to go on with

Every class has a stable ``code`` for support and for the dictionary of texts
(``kanta_desk.model.terms.errors``), which says in Finnish, Swedish and English what happened,
what it means and what to do next. ``retriable`` says that the same act may succeed when tried
again without a change by anyone but the environment. Low-level errors are mapped to these at the
door of the room that meets them. The fields of an error never hold personal data, a PIN, or the
content of a document.
"""

from __future__ import annotations

from kanta_desk.errors.archive import (
    AnswerNotOurs,
    ArchiveDenied,
    ArchiveError,
    ArchiveRejected,
    ArchiveUnavailable,
    BadAnswer,
    BadDocument,
    CriterionNotOffered,
    DocumentNotFound,
    Issue,
    NotTheArchive,
    RealPersonInTest,
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
    CardNotAccepted,
    CardRemoved,
    CardUnknown,
    NewPinRefused,
    NoCard,
    NoReader,
    PinAskedAgain,
    PinBlocked,
    PinChangeUnknown,
    PinError,
    PinFormat,
    PinLastTries,
    PinNotActivated,
    PinPadEnded,
    PinPadMissing,
    PinWrong,
    PukBlocked,
    PukError,
    PukFormat,
    PukLastTries,
    PukWrong,
    ServiceNotRunning,
    SignatureRejected,
    SignerMissing,
    SignerRefused,
)
from kanta_desk.errors.deployment import (
    DeploymentError,
    PlanFault,
    PlanUnreadable,
    RealClients,
    ReportFailed,
    RunUnknown,
    SourceMissing,
)
from kanta_desk.errors.input import (
    FieldMissing,
    FileUnreadable,
    ImportFaulty,
    ImportSystemMissing,
    ImportUnreadable,
    InputError,
    InvalidIdentifier,
    InvalidTime,
    QueryUnreadable,
)
from kanta_desk.errors.invalidation import (
    AlreadyInvalidated,
    AlreadyReplaced,
    ConfirmationDiffers,
    InvalidationError,
    NeverSent,
    NotCarriedOut,
    NotConfirmedByArchive,
    OtherRegister,
    OutcomeUnknown,
    PaperMissing,
    PlanInvalid,
    ReasonMissing,
    RequestUnsigned,
    SecondPersonNeeded,
    VersionChanged,
)
from kanta_desk.errors.log import (
    DisposalRefused,
    EventMissing,
    HandoverRefused,
    LogContradicted,
    LogDamaged,
    LogError,
    LogKeyMissing,
    LogKeyNotRecovered,
    LogLocked,
    LogPlaceUnsafe,
    LogUnavailable,
    StoreNotEncrypted,
)
from kanta_desk.errors.net import (
    AnswerTimedOut,
    AnswerTooLarge,
    NetError,
    Offline,
    OwnCertificateExpired,
    OwnCertificateRefused,
    ProxyRefused,
    ServerCertificateExpired,
    ServerNameWrong,
    ServerUnknown,
    TlsRefused,
)
from kanta_desk.errors.rights import (
    ClockJumped,
    GrantInvalid,
    LastAdministrator,
    ProductionNotConfirmed,
    RegisterNotEmpty,
    RightMissing,
    RightsError,
    RightsFileFault,
    SelfGrant,
    SessionLocked,
)
from kanta_desk.errors.settings import (
    FolderNotWritable,
    PortTaken,
    PrintingFailed,
    SecretStoreMissing,
    SettingsError,
    SettingsUnreadable,
)
from kanta_desk.errors.trust import (
    CertificateExpired,
    CertificateNotYetValid,
    CertificateOnHold,
    CertificateRevoked,
    CertificateUnreadable,
    IssuerUnknown,
    RevocationUnknown,
    TrustError,
    WrongKeyUsage,
)

__all__ = [
    "AlreadyInvalidated",
    "AlreadyReplaced",
    "AnswerNotOurs",
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
    "CardNotAccepted",
    "CardRemoved",
    "CardUnknown",
    "CertificateExpired",
    "CertificateNotYetValid",
    "CertificateOnHold",
    "CertificateRevoked",
    "CertificateUnreadable",
    "ClockJumped",
    "ConfirmationDiffers",
    "CriterionNotOffered",
    "DeploymentError",
    "DisposalRefused",
    "DocumentNotFound",
    "EventMissing",
    "FieldMissing",
    "FileUnreadable",
    "FolderNotWritable",
    "GrantInvalid",
    "HandoverRefused",
    "ImportFaulty",
    "ImportSystemMissing",
    "ImportUnreadable",
    "InputError",
    "InvalidIdentifier",
    "InvalidTime",
    "InvalidationError",
    "Issue",
    "IssuerUnknown",
    "KantaError",
    "LastAdministrator",
    "LogContradicted",
    "LogDamaged",
    "LogError",
    "LogKeyMissing",
    "LogKeyNotRecovered",
    "LogLocked",
    "LogPlaceUnsafe",
    "LogUnavailable",
    "NetError",
    "NeverSent",
    "NewPinRefused",
    "NoCard",
    "NoReader",
    "NotCarriedOut",
    "NotConfirmedByArchive",
    "NotTheArchive",
    "Offline",
    "OtherRegister",
    "OutcomeUnknown",
    "OwnCertificateExpired",
    "OwnCertificateRefused",
    "PaperMissing",
    "PinAskedAgain",
    "PinBlocked",
    "PinChangeUnknown",
    "PinError",
    "PinFormat",
    "PinLastTries",
    "PinNotActivated",
    "PinPadEnded",
    "PinPadMissing",
    "PinWrong",
    "PlanFault",
    "PlanInvalid",
    "PlanUnreadable",
    "PortTaken",
    "PrintingFailed",
    "ProductionNotConfirmed",
    "ProxyRefused",
    "PukBlocked",
    "PukError",
    "PukFormat",
    "PukLastTries",
    "PukWrong",
    "QueryUnreadable",
    "RealClients",
    "RealPersonInTest",
    "ReasonMissing",
    "RegisterNotEmpty",
    "ReportFailed",
    "RequestUnsigned",
    "RevocationUnknown",
    "RightMissing",
    "RightsError",
    "RightsFileFault",
    "RunUnknown",
    "SecondPersonNeeded",
    "SecretStoreMissing",
    "SelfGrant",
    "ServerCertificateExpired",
    "ServerNameWrong",
    "ServerUnknown",
    "ServiceNotRunning",
    "SessionLocked",
    "SettingsError",
    "SettingsUnreadable",
    "SignatureRejected",
    "SignerMissing",
    "SignerRefused",
    "SourceMissing",
    "StoreNotEncrypted",
    "TlsRefused",
    "TrustError",
    "VersionChanged",
    "WrongKeyUsage",
]
