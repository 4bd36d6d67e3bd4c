"""Who may do what."""

from __future__ import annotations

from kanta_desk.errors.base import KantaError


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
