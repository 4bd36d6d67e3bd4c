"""What the archive says, and what cannot be read of it."""

from __future__ import annotations

from dataclasses import dataclass

from kanta_desk.errors.base import KantaError


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing that the archive says is wrong: its ``code`` and what it ``said`` with it.

    ``cause`` and ``remedy`` are ours, in Finnish, Swedish and English; empty for a code that is
    not known here.
    """

    code: str
    said: str = ""
    cause: tuple[str, ...] = ()
    remedy: tuple[str, ...] = ()


class ArchiveError(KantaError):
    """The archive answered, but not with what was asked for. ``issues`` is all that it says."""

    issues: tuple[Issue, ...] = ()


class ArchiveDenied(ArchiveError):
    """The archive denies the act. ``issue`` is its own code."""

    code = "KD-5001"

    def __init__(self, issue: str = "", issues: tuple[Issue, ...] = ()) -> None:
        super().__init__(issue=issue)
        self.issues = issues


class DocumentNotFound(ArchiveError):
    """The archive holds no such document in the register asked."""

    code = "KD-5002"

    def __init__(self, oid: str = "") -> None:
        super().__init__(oid=oid)


class ArchiveRejected(ArchiveError):
    """An application error (AE); ``issue`` is the archive's code and ``said`` its display text."""

    code = "KD-5003"

    def __init__(self, issue: str, said: str = "", issues: tuple[Issue, ...] = ()) -> None:
        super().__init__(issue=issue, said=said)
        self.issues = issues


class ArchiveUnavailable(ArchiveError):
    """The archive itself says that it is out of service (AR, HTTP 5xx)."""

    code = "KD-5004"
    retriable = True

    def __init__(self, said: str = "", issues: tuple[Issue, ...] = ()) -> None:
        super().__init__(said=said)
        self.issues = issues


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


class CriterionNotOffered(ArchiveError):
    """The archive of this connection has no search by ``criterion``; nothing was sent."""

    code = "KD-5007"

    def __init__(self, criterion: str) -> None:
        super().__init__(criterion=criterion)


class RealPersonInTest(ArchiveError):
    """A personal identity code that may be a real person's, in a connection that is not
    production; nothing was sent."""

    code = "KD-5010"


class AnswerNotOurs(BadAnswer):
    """An answer to another message, or another document than was asked for: nothing of it is
    shown."""

    code = "KD-5008"

    def __init__(self, place: str) -> None:
        super().__init__(place, "not what was asked for")


class NotTheArchive(BadAnswer):
    """Somebody on the way answered in the archive's place: ``reason`` is what came (a media type),
    ``place`` the HTTP status."""

    code = "KD-5009"

    def __init__(self, kind: str, status: int) -> None:
        super().__init__(f"HTTP {status}", kind)
        self.fields |= {"kind": kind, "status": status}
