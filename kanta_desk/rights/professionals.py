"""The public registers of professionals, where a registration number can be looked up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kanta_desk.errors import SettingsUnreadable
from kanta_desk.settings.resources import read_toml, resource


@dataclass(frozen=True, slots=True)
class ProfessionalRegister:
    """A register that anybody may search with a browser; the program itself never asks it."""

    name: str
    url: str
    verified: bool
    evidence: str


@cache
def professional_registers() -> tuple[ProfessionalRegister, ...]:
    """The registers of the installation.

    Raises:
        SettingsUnreadable: if the file has a fault.
    """
    return read_registers(resource("rights", "professionals.toml"))


def read_registers(path: Path) -> tuple[ProfessionalRegister, ...]:
    """The registers of a file.

    Raises:
        SettingsUnreadable: naming what is missing, or an address that is not https.
    """
    rows = read_toml(path).get("register")
    if not isinstance(rows, list):
        raise SettingsUnreadable(path.name, "no registers")
    found = []
    for row in rows:
        try:
            made = ProfessionalRegister(
                row["name"], row["url"], row["verified"] is True, row["evidence"]
            )
        except (TypeError, KeyError) as error:
            raise SettingsUnreadable(path.name, str(error)) from None
        if not made.url.startswith("https://"):
            raise SettingsUnreadable(f"{path.name}: {made.name}", "must begin with https://")
        found.append(made)
    return tuple(found)
