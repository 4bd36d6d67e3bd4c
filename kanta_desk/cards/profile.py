"""Which model a card is, and how cards of its layout speak; all of it data.

A model is told by the historical bytes of the ATR alone; the layout is then confirmed on the card
(``cards.fineid``), since a PIN given in another layout's form would cost the holder a try. What the
card itself says of its PINs and keys goes over the table: see ``cards.plan``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from kanta_desk.cards.atr import parse_atr
from kanta_desk.errors import CardAnswerBad, SettingsUnreadable
from kanta_desk.settings.resources import read_toml, resource


class Key(Enum):
    """The two keys of a card, by the number of the PIN that opens each."""

    AUTHENTICATION = 1
    SIGNATURE = 2


class Scheme(StrEnum):
    """The two families of FINEID cards."""

    CITIZEN = "S4-1"
    SOTE = "S4-2"


class Support(StrEnum):
    """What the desk can do with a model."""

    SUPPORTED = "supported"
    EXPIRED = "expired"
    UNSUPPORTED = "unsupported"


class Folder(StrEnum):
    """The three places on a card where files are."""

    MASTER = "master"
    APPLICATION = "application"
    SIGNING = "signing"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a file is."""

    folder: Folder
    file: int


@dataclass(frozen=True, slots=True)
class PinRule:
    """How a PIN is given: its reference, fewest and most digits, and its form on the wire.

    ``padded_to`` is the length in bytes that ``padding`` fills it to, 0 for bare digits.
    """

    reference: int
    digits: tuple[int, int]
    padded_to: int = 0
    padding: int = 0x00

    def size(self, digits: int) -> int:
        """Bytes that a PIN of so many digits takes on the wire."""
        return self.padded_to or digits


@dataclass(frozen=True, slots=True)
class Fact:
    """What a part of a layout stands on."""

    name: str
    verified: bool
    evidence: str


@dataclass(frozen=True, slots=True)
class Layout:
    """How a kind of card speaks.

    ``signing_name`` is empty where the folder of the signature key is reached by its id.
    ``algorithms``: the card's byte for keys of the kinds "rsa", "p256" and "p384".
    ``select_by_path``: the form of SELECT that is tried first. ``hash_apart``: the digest goes in a
    command of its own. ``tries_object``: tries left are in a data object. ``unblock_apart``: the
    PUK is verified by itself before a PIN is set.
    """

    name: str
    scheme: Scheme
    pins: Mapping[Key, PinRule]
    puk: PinRule
    certificates: Mapping[Key, Place]
    keys: Mapping[Key, int]
    issuers: tuple[Place, ...]
    each_signature: bool
    signing_name: bytes
    signing_id: int
    algorithms: Mapping[str, int]
    select_by_path: bool
    hash_apart: bool
    tries_object: bool
    unblock_apart: bool
    facts: Mapping[str, Fact]

    @property
    def verified(self) -> bool:
        """Whether everything that giving a PIN relies on has been confirmed."""
        return all(self.facts[name].verified for name in ("pin1", "pin2", "commands"))


@dataclass(frozen=True, slots=True)
class Model:
    """A card model. In ``historical``, ``None`` stands for any byte; only supported ones have
    a ``layout``."""

    name: str
    scheme: Scheme
    historical: tuple[int | None, ...]
    support: Support
    verified: bool
    evidence: str
    layout: Layout | None = None

    @property
    def confirmed(self) -> bool:
        """Whether both the model and what giving it a PIN relies on have been confirmed."""
        return self.verified and self.layout is not None and self.layout.verified

    def matches(self, historical: bytes) -> bool:
        """Whether a card with these historical bytes is of this model."""
        return len(historical) == len(self.historical) and all(
            wanted is None or wanted == byte
            for wanted, byte in zip(self.historical, historical, strict=True)
        )


@dataclass(frozen=True, slots=True)
class Profiles:
    """Everything in ``resources/cards/profiles.toml``."""

    models: tuple[Model, ...]

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
        schemes = {row["layout"]: row["scheme"] for row in content["card"] if "layout" in row}
        layouts = {
            name: _layout(name, Scheme(schemes[name]), row)
            for name, row in content["layout"].items()
        }
        return Profiles(_models(content["card"], layouts))
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise SettingsUnreadable(path.name, str(error)) from None


def _models(rows: Iterable[dict[str, Any]], layouts: Mapping[str, Layout]) -> tuple[Model, ...]:
    return tuple(
        Model(
            name=row["name"],
            scheme=Scheme(row["scheme"]),
            historical=tuple(
                None if text == ".." else int(text, 16) for text in row["historical"].split()
            ),
            support=(support := Support(row["support"])),
            verified=row["verified"] is True,
            evidence=row["evidence"],
            layout=layouts[row["layout"]] if support is Support.SUPPORTED else None,
        )
        for row in rows
    )


def _layout(name: str, scheme: Scheme, row: dict[str, Any]) -> Layout:
    commands, folder = row["commands"], row["signing_folder"]
    keys = {Key.AUTHENTICATION: row["authentication"], Key.SIGNATURE: row["signature"]}
    return Layout(
        name=name,
        scheme=scheme,
        pins={Key.AUTHENTICATION: _pin(row["pin1"]), Key.SIGNATURE: _pin(row["pin2"])},
        puk=_pin(row["puk"]),
        certificates={k: Place(Folder(each["folder"]), each["file"]) for k, each in keys.items()},
        keys={key: int(each["key"]) for key, each in keys.items()},
        issuers=tuple(Place(Folder.MASTER, int(file)) for file in row["issuers"]["files"]),
        each_signature=bool(row["each_signature"]["value"]),
        signing_name=folder["name"].encode("ascii"),
        signing_id=int(folder["id"]),
        algorithms={kind: int(row["algorithms"][kind]) for kind in ("rsa", "p256", "p384")},
        select_by_path=bool(commands["select_by_path"]),
        hash_apart=bool(commands["hash_apart"]),
        tries_object=bool(commands["tries_object"]),
        unblock_apart=bool(commands["unblock_apart"]),
        facts={
            part: Fact(part, facts["verified"] is True, str(facts["evidence"]))
            for part, facts in row.items()
        },
    )


def _pin(row: dict[str, Any]) -> PinRule:
    shortest, longest = row["digits"]
    return PinRule(
        reference=int(row["reference"]),
        digits=(int(shortest), int(longest)),
        padded_to=int(row["padded_to"]),
        padding=int(row.get("padding", 0)),
    )
