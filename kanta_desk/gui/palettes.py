"""The palettes, and the tones of a status: the one place where colours have values.

Every text colour stands at least 4.5:1 against the grounds it is used on, and every edge of a
control at least 3:1 (WCAG 2.2, 1.4.3 and 1.4.11); tests compute both.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """The status of something; always shown as colour, icon and word together."""

    OK = "ok"
    WARNING = "warning"
    FAILED = "failed"
    NEUTRAL = "neutral"
    BUSY = "busy"


@dataclass(frozen=True, slots=True)
class Colours:
    """One palette, as ``#rrggbb``. Each ``…_soft`` is the ground under text of its tone."""

    dark: bool
    window: str
    surface: str
    raised: str
    line: str
    edge: str
    text: str
    muted: str
    off: str
    accent: str
    on_accent: str
    accent_soft: str
    accent_hover: str
    hover: str
    ok: str
    ok_soft: str
    warning: str
    warning_soft: str
    failed: str
    failed_soft: str
    neutral: str
    neutral_soft: str
    practice: str
    on_practice: str
    test: str
    on_test: str
    production: str
    on_production: str
    border: int = 1

    def ink(self, tone: Tone) -> str:
        """The colour of a tone's icon and word."""
        match tone:
            case Tone.OK:
                return self.ok
            case Tone.WARNING:
                return self.warning
            case Tone.FAILED:
                return self.failed
            case Tone.NEUTRAL:
                return self.neutral
            case Tone.BUSY:
                return self.accent

    def ground(self, tone: Tone) -> str:
        """The ground that a tone's text may stand on."""
        match tone:
            case Tone.OK:
                return self.ok_soft
            case Tone.WARNING:
                return self.warning_soft
            case Tone.FAILED:
                return self.failed_soft
            case Tone.NEUTRAL:
                return self.neutral_soft
            case Tone.BUSY:
                return self.accent_soft


LIGHT = Colours(
    dark=False,
    window="#f5f4f0",
    surface="#ffffff",
    raised="#eae8e2",
    line="#d8d5cd",
    edge="#88847a",
    text="#1d2225",
    muted="#54595d",
    off="#7d8285",
    accent="#17607f",
    on_accent="#ffffff",
    accent_soft="#dcebf1",
    accent_hover="#0f4a63",
    hover="#e0ded7",
    ok="#1c6637",
    ok_soft="#e2f0e5",
    warning="#7c4a00",
    warning_soft="#faeed5",
    failed="#a3211c",
    failed_soft="#fae5e3",
    neutral="#54595d",
    neutral_soft="#ecebe6",
    practice="#f0c04c",
    on_practice="#2a2000",
    test="#5e4691",
    on_test="#ffffff",
    production="#8a1f2d",
    on_production="#ffffff",
)

DARK = Colours(
    dark=True,
    window="#1b1e20",
    surface="#24282b",
    raised="#15181a",
    line="#3b4146",
    edge="#858e96",
    text="#e9e7e2",
    muted="#b0b6bb",
    off="#868d93",
    accent="#7fc2dd",
    on_accent="#0b1a21",
    accent_soft="#1f3d4a",
    accent_hover="#a5d7ea",
    hover="#2b3034",
    ok="#86d09b",
    ok_soft="#1f3627",
    warning="#ebbd6e",
    warning_soft="#3b2f17",
    failed="#f59d93",
    failed_soft="#452623",
    neutral="#b0b6bb",
    neutral_soft="#2f3438",
    practice="#d9a837",
    on_practice="#1f1700",
    test="#b7a2e6",
    on_test="#1b1230",
    production="#ee9aa2",
    on_production="#33070e",
)

CONTRAST = Colours(
    dark=True,
    window="#000000",
    surface="#000000",
    raised="#000000",
    line="#ffffff",
    edge="#ffffff",
    text="#ffffff",
    muted="#d2d2d2",
    off="#9c9c9c",
    accent="#ffe14d",
    on_accent="#000000",
    accent_soft="#3a3300",
    accent_hover="#ffffff",
    hover="#2a2a2a",
    ok="#7dff9c",
    ok_soft="#00240c",
    warning="#ffd25e",
    warning_soft="#2b2000",
    failed="#ff9f98",
    failed_soft="#330604",
    neutral="#ffffff",
    neutral_soft="#1f1f1f",
    practice="#ffd25e",
    on_practice="#000000",
    test="#d9c7ff",
    on_test="#000000",
    production="#ffb3ba",
    on_production="#000000",
    border=2,
)


class OnPaper(StrEnum):
    """What is drawn over a page of a document, which is white in every look; alpha comes first."""

    PAPER = "#ffffff"
    INK = "#1d2225"
    SELECTED = "#5a4080c8"
    FOUND = "#6effc828"
    FOUND_NOW = "#82eb6e14"
    DIFFERS = "#32e68c00"
    DIFFERS_EDGE = "#b25b00"
