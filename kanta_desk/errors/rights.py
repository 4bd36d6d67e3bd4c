"""Who may do what."""

from __future__ import annotations

from kanta_desk.errors.base import KantaError
from kanta_desk.errors.input import InputError


class RightsError(KantaError):
    """The holder may not do this."""


class RightMissing(RightsError):
    """``act`` is the kind of event that was refused, ``register`` where, ``reason`` why."""

    code = "KD-7001"

    def __init__(self, act: str, register: str = "", reason: str = "") -> None:
        super().__init__(act=act, register=register, reason=reason)


class SessionLocked(RightsError):
    """The desk is locked or signed out; card and PIN1 open it."""

    code = "KD-7002"


class ClockJumped(RightsError):
    """The clock moved by ``minutes`` otherwise than time did, or stands before the log's end."""

    code = "KD-7003"

    def __init__(self, minutes: int) -> None:
        super().__init__(minutes=minutes)


class LastAdministrator(RightsError):
    """Nobody would administer the register after it."""

    code = "KD-7004"


class SelfGrant(RightsError):
    """One would grant oneself a right that another administrator could grant."""

    code = "KD-7005"


class RegisterNotEmpty(RightsError):
    """The register of rights has, or has had, administrators: no first one can be made."""

    code = "KD-7006"


class ProductionNotConfirmed(RightsError):
    """The connection is to production, and nobody has said in this run that it is meant."""

    code = "KD-7007"


class GrantInvalid(InputError):
    """``field`` of a grant is not what it should be, for ``reason``; never the value itself."""

    code = "KD-1003"

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(field=field, reason=reason)


class RightsFileFault(InputError):
    """``row`` (the head is 1) and ``column`` of a file of rights are at fault, for ``reason``."""

    code = "KD-1004"

    def __init__(self, row: int, column: str, reason: str) -> None:
        super().__init__(row=row, column=column, reason=reason)
