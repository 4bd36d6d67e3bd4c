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


class QueryUnreadable(InputError):
    """A query of the access log at ``column`` (from 1) for a ``reason``; never what was typed."""

    code = "KD-1005"

    def __init__(self, column: int, reason: str) -> None:
        super().__init__(column=column, reason=reason)


class FieldMissing(InputError):
    """``field`` (reason, condition, name) is empty, and the act needs it."""

    code = "KD-1006"

    def __init__(self, field: str) -> None:
        super().__init__(field=field)


class FileUnreadable(InputError):
    """A ``file`` that the user named is not there or cannot be read, for a ``reason``."""

    code = "KD-1007"

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(file=file, reason=reason)


class ImportUnreadable(InputError):
    """A ``file`` to import that cannot be taken at all: the ``place`` in it, and the ``reason``.

    Reasons: ``form``, ``encoding``, ``size``, ``rows``, ``no rows``, ``columns``, ``xml``,
    ``definition``, ``depth``, ``zip``, ``structure``, ``no structures``, ``mixed``.
    """

    code = "KD-1008"

    def __init__(self, file: str, reason: str, place: str = "") -> None:
        super().__init__(file=file, place=place, reason=reason)


class ImportSystemMissing(InputError):
    """A ``file`` of codes does not say which code system they are of."""

    code = "KD-1009"

    def __init__(self, file: str) -> None:
        super().__init__(file=file)


class ImportFaulty(InputError):
    """``count`` rows of a ``file`` would be left out, and nobody has said that they may be."""

    code = "KD-1010"

    def __init__(self, file: str, count: int) -> None:
        super().__init__(file=file, count=count)
