"""The identifiers of the field, each parsed once and valid ever after.

Sources: DVV's page on the personal identity code reform (separators, artificial numbers), JHS 159
(Y-tunnus in an OID), HL7 Finland base profiles (temporary identifier).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from kanta_desk.errors import InvalidIdentifier

HETU_ROOT = "1.2.246.21"
ORGANISATION_ROOT = "1.2.246.10"
TERHIKKI_ROOT = "1.2.246.537.26"

_HETU = re.compile(r"(\d{2})(\d{2})(\d{2})([-+A-FU-Y])(\d{3})([0-9A-FHJ-NPR-Y])", re.ASCII)
_CHECK = "0123456789ABCDEFHJKLMNPRSTUVWXY"
_CENTURY = {"+": 1800} | dict.fromkeys("-YXWVU", 1900) | dict.fromkeys("ABCDEF", 2000)
_OID = re.compile(r"[0-2](?:\.(?:0|[1-9]\d*))+", re.ASCII)
_YTUNNUS = re.compile(r"(\d{6,7})-(\d)", re.ASCII)
_YTUNNUS_WEIGHTS = (7, 9, 10, 5, 8, 4, 2)
_MAX_OID = 128
_MASK = "****"
_TEMPORARY_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Henkilotunnus:
    """A Finnish personal identity code, validated whole: form, date, number and check character.

    ``repr`` masks it, so that a traceback or a log shows no more than the birth date's digits.
    """

    value: str

    @classmethod
    def parse(cls, text: str) -> Henkilotunnus:
        """Read ``text`` (spaces around and lower case allowed).

        Raises:
            InvalidIdentifier: with the reason, never with the value.
        """
        code = text.strip().upper()
        found = _HETU.fullmatch(code)
        if not found:
            raise InvalidIdentifier("henkilotunnus", "form")
        day, month, year, sign, number, check = found.groups()
        try:
            date(_CENTURY[sign] + int(year), int(month), int(day))
        except ValueError:
            raise InvalidIdentifier("henkilotunnus", "date") from None
        if int(number) < 2:
            raise InvalidIdentifier("henkilotunnus", "number")
        if _CHECK[int(day + month + year + number) % 31] != check:
            raise InvalidIdentifier("henkilotunnus", "check")
        return cls(code)

    @property
    def birth_date(self) -> date:
        """The date of birth that the code carries."""
        day, month, year = int(self.value[:2]), int(self.value[2:4]), int(self.value[4:6])
        return date(_CENTURY[self.value[6]] + year, month, day)

    @property
    def is_artificial(self) -> bool:
        """True for a test code (individual number 900–999), which no real person has."""
        return self.value[7] == "9"

    @property
    def masked(self) -> str:
        """The code as it may be shown in lists and reports: ``010181-****``."""
        return self.value[:7] + _MASK

    def __str__(self) -> str:
        return self.value

    def __repr__(self) -> str:
        return f"Henkilotunnus({self.masked})"


@dataclass(frozen=True, slots=True, order=True)
class Oid:
    """An ISO object identifier in dotted form, at most 128 characters."""

    value: str

    @classmethod
    def parse(cls, text: str) -> Oid:
        """Read ``text`` (spaces around and a leading ``urn:oid:`` allowed).

        Raises:
            InvalidIdentifier: if it is not a dotted OID.
        """
        value = text.strip().removeprefix("urn:oid:")
        if len(value) > _MAX_OID or not _OID.fullmatch(value):
            raise InvalidIdentifier("oid", "form")
        first, second = value.split(".", 2)[:2]
        if first != "2" and int(second) > 39:
            raise InvalidIdentifier("oid", "arc")
        return cls(value)

    @property
    def tail(self) -> str:
        """The last digits, as a person compares them by eye."""
        return self.value[-8:]

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True)
class Ytunnus:
    """A Finnish business id (Y-tunnus), ``1234567-8``."""

    value: str

    @classmethod
    def parse(cls, text: str) -> Ytunnus:
        """Read ``text``; the old six-digit form gets its leading zero.

        Raises:
            InvalidIdentifier: on a wrong form or check digit.
        """
        found = _YTUNNUS.fullmatch(text.strip())
        if not found:
            raise InvalidIdentifier("ytunnus", "form")
        digits, check = found[1].zfill(7), int(found[2])
        rest = sum(w * int(d) for w, d in zip(_YTUNNUS_WEIGHTS, digits, strict=True)) % 11
        if rest == 1 or (0 if rest == 0 else 11 - rest) != check:
            raise InvalidIdentifier("ytunnus", "check")
        return cls(f"{digits}-{check}")

    @property
    def oid(self) -> Oid:
        """The organisation's OID: no hyphen, no leading zeros, under 1.2.246.10 (JHS 159)."""
        return Oid(f"{ORGANISATION_ROOT}.{int(self.value.replace('-', ''))}")

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True)
class TemporaryId:
    """A temporary client identifier: a value under the root of who gave it.

    Any non-empty value under ``1.2.246.10.*.22.*`` is accepted; people see the value alone.
    """

    root: Oid
    value: str

    @classmethod
    def parse(cls, root: str, value: str) -> TemporaryId:
        """Read the pair as documents carry it.

        Raises:
            InvalidIdentifier: if the root is not one for temporary identifiers, or no value.
        """
        oid = Oid.parse(root)
        if not re.fullmatch(r"1\.2\.246\.10(\.\d+)+\.22\.\d+(\.\d+)*", oid.value):
            raise InvalidIdentifier("temporary", "root")
        if not value.strip():
            raise InvalidIdentifier("temporary", "empty")
        return cls(oid, value.strip())

    @property
    def masked(self) -> str:
        """The value as it may be shown in lists and reports: ``2600****``."""
        return self.value[:_TEMPORARY_SHOWN] + _MASK

    def __str__(self) -> str:
        return self.value

    def __repr__(self) -> str:
        return f"TemporaryId({self.root}, {self.masked})"


ClientId = Henkilotunnus | TemporaryId
"""How a client is known: by henkilötunnus, or by a temporary identifier until one exists."""


def masked(client_id: str) -> str:
    """A client's identifier that is at hand as text only, as lists may show it."""
    try:
        return Henkilotunnus.parse(client_id).masked
    except InvalidIdentifier:
        return client_id and client_id[:_TEMPORARY_SHOWN] + _MASK


def initials(name: str) -> str:
    """A client's name as lists may show it: ``A. E.``"""
    return " ".join(f"{word[0]}." for word in name.split())
