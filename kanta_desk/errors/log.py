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
