"""The cards that the practice set describes in files, made for tests."""

from __future__ import annotations

from pathlib import Path

from kanta_desk.practice.card import SoftwareCard
from kanta_desk.practice.card_description import PracticeCard
from kanta_desk.practice.card_toml import read_card
from kanta_desk.settings.resources import resource
from tests.helpers.cards import practice_pki


def card_files() -> list[Path]:
    """All description files."""
    return sorted(resource("practice", "cards").glob("*.toml"))


def described(name: str) -> PracticeCard:
    """The description in a file, by its name without the ending."""
    return read_card(resource("practice", "cards", f"{name}.toml"))


def made(name: str) -> SoftwareCard:
    """A card of that description, which nobody has used yet."""
    return described(name).make(practice_pki())
