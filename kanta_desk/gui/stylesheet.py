"""The one style sheet: ``resources/styles/`` filled from a palette.

Widgets are told apart by the dynamic properties ``role`` (what a widget is) and ``tone`` (status),
never by their own style sheets.
"""

from __future__ import annotations

from pathlib import Path
from string import Template

from kanta_desk.gui.drawing import tinted
from kanta_desk.gui.palettes import Colours, Tone
from kanta_desk.settings.resources import resource

_MARKS = {"arrow": "chevron-down", "tick": "check", "mark": "check"}


def style_sheet(colours: Colours, folder: Path) -> str:
    """The sheet of a palette. The marks that it paints with are written into ``folder``."""
    window_sheet, tone_sheet = _template("window"), _template("tone")
    names = {name: getattr(colours, name) for name in Colours.__slots__}
    names |= {mark: _written(mark, colours, folder) for mark in _MARKS}
    tones = [
        tone_sheet.substitute(
            tone=tone,
            ink=colours.ink(tone),
            ground=colours.ground(tone),
            frame=colours.line if colours.border == 1 else colours.ink(tone),
            border=colours.border,
        )
        for tone in Tone
    ]
    return window_sheet.substitute(names) + "".join(tones)


def _written(mark: str, colours: Colours, folder: Path) -> str:
    colour = colours.on_accent if mark == "tick" else colours.text
    path = folder / f"{mark}-{colour.removeprefix('#')}.svg"  # Qt caches images by their path
    path.write_bytes(tinted(_MARKS[mark], colour))
    return path.as_posix()


def _template(name: str) -> Template:
    return Template(resource("styles", f"{name}.qss").read_text(encoding="utf-8"))
