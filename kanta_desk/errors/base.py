"""The root of the error tree."""

from __future__ import annotations

from typing import ClassVar


class KantaError(Exception):
    """Base of every error that a person is told of.

    ``fields`` fill the placeholders of the error's texts, and are safe to log.
    """

    code: ClassVar[str] = "KD-0000"
    retriable: ClassVar[bool] = False

    def __init__(self, **fields: object) -> None:
        self.fields: dict[str, object] = fields
        super().__init__(self.code, fields)

    def __str__(self) -> str:
        said = ", ".join(f"{name}={value}" for name, value in self.fields.items())
        return f"{self.code} {type(self).__name__}" + (f" ({said})" if said else "")


class Cancelled(KantaError):
    """The person cancelled the work."""

    code = "KD-0001"
