"""Which model a card is, and how cards of its scheme speak; all of it data.

A model is told by the historical bytes of the ATR alone; the scheme is then confirmed on the card
(``cards.fineid``), since a PIN given in another scheme's form would cost the holder a try.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from kanta_desk.cards.atr import parse_atr
from kanta_desk.errors import CardAnswerBad, SettingsUnreadable
from kanta_desk.settings.resources import read_toml, resource


class Scheme(StrEnum):
    """The two families of FINEID cards."""

    CITIZEN = "S4-1"
    SOTE = "S4-2"


class Support(StrEnum):
    """What the desk can do with a model."""

    SUPPORTED = "supported"
    EXPIRED = "expired"
    UNSUPPORTED = "unsupported"


@dataclass(frozen=True, slots=True)
class Model:
    """A card model. In ``historical``, ``None`` stands for any byte."""

    name: str
    scheme: Scheme
    historical: tuple[int | None, ...]
    support: Support
    verified: bool
    evidence: str

    def matches(self, historical: bytes) -> bool:
        """Whether a card with these historical bytes is of this model."""
        return len(historical) == len(self.historical) and all(
            wanted is None or wanted == byte
            for wanted, byte in zip(self.historical, historical, strict=True)
        )


@dataclass(frozen=True, slots=True)
class SoteScheme:
    """PIN and key references, file ids and PIN lengths of scheme S4-2."""

    pin1: int
    pin2: int
    pin_digits: tuple[int, int]
    authentication_file: int
    signature_file: int
    issuer_file: int
    authentication_key: int
    signature_key: int
    signature_application: bytes
    verified: bool


@dataclass(frozen=True, slots=True)
class Profiles:
    """Everything in ``resources/cards/profiles.toml``."""

    models: tuple[Model, ...]
    sote: SoteScheme

    def find(self, atr: bytes) -> Model | None:
        """The model of a card by its ATR; None for a card that is not known, or no ATR at all."""
        try:
            historical = parse_atr(atr).historical
        except CardAnswerBad:
            return None
        return next((model for model in self.models if model.matches(historical)), None)


@cache
def profiles() -> Profiles:
    """The profiles of the installation.

    Raises:
        SettingsUnreadable: if the file has a fault.
    """
    return read_profiles(resource("cards", "profiles.toml"))


def read_profiles(path: Path) -> Profiles:
    """The profiles of a file.

    Raises:
        SettingsUnreadable: with what is wrong.
    """
    content = read_toml(path)
    try:
        return Profiles(_models(content["card"]), _sote(content["s4-2"]))
    except (KeyError, ValueError, TypeError) as error:
        raise SettingsUnreadable(path.name, str(error)) from None


def _models(rows: Iterable[dict[str, Any]]) -> tuple[Model, ...]:
    return tuple(
        Model(
            name=row["name"],
            scheme=Scheme(row["scheme"]),
            historical=tuple(
                None if text == ".." else int(text, 16) for text in row["historical"].split()
            ),
            support=Support(row["support"]),
            verified=row["verified"] is True,
            evidence=row["evidence"],
        )
        for row in rows
    )


def _sote(row: dict[str, Any]) -> SoteScheme:
    shortest, longest = row["pin_digits"]
    return SoteScheme(
        pin1=row["pin1"],
        pin2=row["pin2"],
        pin_digits=(int(shortest), int(longest)),
        authentication_file=row["authentication_file"],
        signature_file=row["signature_file"],
        issuer_file=row["issuer_file"],
        authentication_key=row["authentication_key"],
        signature_key=row["signature_key"],
        signature_application=row["signature_application"].encode("ascii"),
        verified=row["verified"] is True,
    )
