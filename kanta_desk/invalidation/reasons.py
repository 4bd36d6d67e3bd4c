"""The reasons for invalidating that may be chosen: ``resources/invalidation/reasons.toml``."""

from __future__ import annotations

from functools import cache
from typing import Any

from kanta_desk.errors import ReasonMissing, SettingsUnreadable
from kanta_desk.model.invalidation import Reason
from kanta_desk.model.text import Text
from kanta_desk.settings.resources import read_toml, resource

FORMAT = "kanta-desk-reasons-1"
LONGEST = 500
"""Most characters of a reason's words."""


@cache
def reasons() -> tuple[Reason, ...]:
    """All reasons, in the order to show them.

    Raises:
        SettingsUnreadable: naming the reason at fault.
    """
    file = read_toml(resource("invalidation", "reasons.toml"))
    if file.get("format") != FORMAT:
        raise SettingsUnreadable("reasons.toml: format", f"not {FORMAT}")
    return tuple(_reason(entry, number) for number, entry in enumerate(file.get("reason", []), 1))


def reason_of(code: str, text: str = "") -> tuple[Reason, str]:
    """A reason by its code, and its words on one line.

    Raises:
        ReasonMissing: if there is no such reason, or it needs words and has none.
    """
    said = " ".join(text.split())[:LONGEST]
    found = next((each for each in reasons() if each.code == code), None)
    if found is None or (found.needs_text and not said):
        raise ReasonMissing
    return found, said


def _reason(entry: dict[str, Any], number: int) -> Reason:
    try:
        name = Text(entry["fi"], entry["sv"], entry["en"])
        return Reason(entry["code"], name, bool(entry.get("needs_text", False)))
    except (KeyError, TypeError) as error:
        raise SettingsUnreadable(f"reasons.toml: reason {number}", str(error)) from None
