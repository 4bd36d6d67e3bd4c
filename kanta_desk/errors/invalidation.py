"""Invalidation: what cannot be invalidated, and what is not known to have been."""

from __future__ import annotations

from kanta_desk.errors.base import KantaError


class InvalidationError(KantaError):
    """A document cannot be invalidated, or it is not known whether it was. ``oid`` names it."""

    def __init__(self, oid: str = "", **fields: object) -> None:
        super().__init__(oid=oid, **fields)


class AlreadyInvalidated(InvalidationError):
    """Somebody has invalidated the document before."""

    code = "KD-8501"


class AlreadyReplaced(InvalidationError):
    """The version is not the newest of its set: the newest is to be invalidated."""

    code = "KD-8502"


class VersionChanged(InvalidationError):
    """The document has changed in the archive since the plan was made; nothing was sent."""

    code = "KD-8503"


class OtherRegister(InvalidationError):
    """The document is in another controller's register than the one in hand."""

    code = "KD-8504"


class PlanInvalid(InvalidationError):
    """The plan cannot be carried out, for ``reason``."""

    code = "KD-8505"

    def __init__(self, reason: str) -> None:
        super().__init__(reason=reason)


class ConfirmationDiffers(InvalidationError):
    """What was confirmed is not what would be sent."""

    code = "KD-8506"


class ReasonMissing(InvalidationError):
    """A reason is missing, unknown, or needs words beside its code."""

    code = "KD-8507"


class OutcomeUnknown(InvalidationError):
    """The request was sent; whether it was carried out is not known yet and is to be asked."""

    code = "KD-8508"
    retriable = True


class NotConfirmedByArchive(InvalidationError):
    """The archive took the request but does not show the document as invalidated."""

    code = "KD-8509"
    retriable = True


class NeverSent(InvalidationError):
    """The work was cut short before the request was sent."""

    code = "KD-8510"
    retriable = True


class NotCarriedOut(InvalidationError):
    """The request did not reach the archive, and no longer can."""

    code = "KD-8511"
    retriable = True


class SecondPersonNeeded(InvalidationError):
    """The controller wants two persons: another holder must confirm what one has proposed."""

    code = "KD-8512"


class RequestUnsigned(InvalidationError):
    """The signature is not the holder's own, for ``reason``."""

    code = "KD-8513"

    def __init__(self, reason: str) -> None:
        super().__init__(reason=reason)


class PaperMissing(InvalidationError):
    """There is no receipt of what was not done or is not settled."""

    code = "KD-8514"
