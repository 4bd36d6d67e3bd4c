"""What was typed or read from a file is not what it should be."""

from __future__ import annotations

from kanta_desk.errors.base import KantaError


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
