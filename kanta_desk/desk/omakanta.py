"""The published rules of what OmaKanta leaves out, read from ``resources/omakanta``."""

from __future__ import annotations

from functools import cache
from typing import Any

from kanta_desk.errors import SettingsUnreadable
from kanta_desk.model.client_view import ClientViewRules, HiddenKind
from kanta_desk.model.text import Text
from kanta_desk.settings.resources import read_toml, resource

FORMAT = "kanta-desk-omakanta-1"
_FILE = "rules.toml"


@cache
def client_view_rules() -> ClientViewRules:
    """The rules that ship with the program.

    Raises:
        SettingsUnreadable: naming the place at fault.
    """
    data = read_toml(resource("omakanta", _FILE))
    if data.get("format") != FORMAT:
        raise SettingsUnreadable(f"{_FILE}: format", f"not {FORMAT}")
    try:
        return ClientViewRules(tuple(map(_kind, data["hidden"])), data["source"])
    except (KeyError, TypeError) as error:
        raise SettingsUnreadable(_FILE, repr(error)) from None


def _kind(table: dict[str, Any]) -> HiddenKind:
    return HiddenKind(
        frozenset(table["types"]),
        Text(table["fi"], table["sv"], table["en"]),
        bool(table["verified"]),
        table["evidence"],
    )
