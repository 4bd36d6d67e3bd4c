"""Readers that are not what they say: data, from ``resources/cards/readers.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kanta_desk.errors import SettingsUnreadable
from kanta_desk.settings.resources import read_toml, resource


@dataclass(frozen=True, slots=True)
class OddReaders:
    """``no_card``: parts of names; ``no_pad``: identifiers of maker and product."""

    no_card: tuple[str, ...]
    no_pad: frozenset[tuple[int, int]]

    def holds_cards(self, reader: str) -> bool:
        """Whether a reader may ever hold a card of a person who works here."""
        name = reader.casefold()
        return not any(part in name for part in self.no_card)


@cache
def odd_readers() -> OddReaders:
    """The odd readers of the installation.

    Raises:
        SettingsUnreadable: if the file has a fault.
    """
    path = resource("cards", "readers.toml")
    content = read_toml(path)
    try:
        return OddReaders(
            tuple(str(row["name"]).casefold() for row in content["no_card"]),
            frozenset((int(row["vendor"]), int(row["product"])) for row in content["no_pad"]),
        )
    except (KeyError, ValueError, TypeError) as error:
        raise SettingsUnreadable(path.name, str(error)) from None
