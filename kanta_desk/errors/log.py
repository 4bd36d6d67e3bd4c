"""The access log."""

from __future__ import annotations

from kanta_desk.errors.base import KantaError


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


class LogKeyMissing(LogError):
    """The key of a file of the log is not where it was kept."""

    code = "KD-6004"


class LogPlaceUnsafe(LogError):
    """The log's folder is on a network drive or is synchronised; ``reason`` says which."""

    code = "KD-6005"


class LogKeyNotRecovered(LogError):
    """A recovery key or a recovery copy cannot be used."""

    code = "KD-6006"


class DisposalRefused(LogError):
    """Log data may not be disposed of; ``reason`` says why."""

    code = "KD-6007"


class LogContradicted(LogError):
    """Something that vouches for the log speaks against it; ``place`` and ``reason`` say what."""

    code = "KD-6008"


class StoreNotEncrypted(LogError):
    """Something of a client was to be kept beside the log, and the store is not encrypted."""

    code = "KD-6009"


class EventMissing(LogError):
    """The register's log has no such event; ``place`` is its number."""

    code = "KD-6010"


class HandoverRefused(LogError):
    """A log that was handed over is not taken in; ``reason`` says what of it does not hold."""

    code = "KD-6011"
