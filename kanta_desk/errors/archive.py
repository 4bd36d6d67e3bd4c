"""What the archive says, and what cannot be read of it."""

from __future__ import annotations

from kanta_desk.errors.base import KantaError


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
