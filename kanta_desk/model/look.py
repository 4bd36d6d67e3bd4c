"""The looks of the window, as a person names them."""

from __future__ import annotations

from enum import StrEnum


class Look(StrEnum):
    """``SYSTEM`` follows the desktop where it tells its colour scheme, and is light elsewhere."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"
