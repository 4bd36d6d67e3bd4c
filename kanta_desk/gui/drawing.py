"""Our drawings: SVG files in ``currentColor``, given a colour."""

from __future__ import annotations

from functools import cache

from kanta_desk.settings.resources import resource


@cache
def tinted(name: str, colour: str) -> bytes:
    """The drawing ``resources/icons/<name>.svg`` in ``colour``."""
    drawn = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    return drawn.replace("currentColor", colour).encode()
