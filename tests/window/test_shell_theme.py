"""The looks: contrast, one source of colours, tinted icons, the bundled faces."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import kanta_desk.gui
from kanta_desk.gui import icons
from kanta_desk.gui.palettes import CONTRAST, DARK, LIGHT, Colours, Tone
from kanta_desk.gui.theme import (
    MONO_FAMILY,
    TEXT_FAMILY,
    colours,
    colours_of,
    mono_font,
    text_font,
    theme,
)
from kanta_desk.gui.widgets.badge import StatusBadge
from kanta_desk.model.look import Look
from kanta_desk.settings.resources import resource

PALETTES = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}
TEXT_RATIO, EDGE_RATIO = 4.5, 3.0
ROOM = Path(kanta_desk.gui.__file__).parent


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2."""

    def luminance(colour: str) -> float:
        parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
        red, green, blue = (
            c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture(params=PALETTES, ids=str)
def palette(request: pytest.FixtureRequest) -> Colours:
    return PALETTES[request.param]


def test_every_text_can_be_read_on_its_grounds(palette: Colours) -> None:
    grounds = {
        "text": ("window", "surface", "raised", "hover", "accent_soft", "neutral_soft"),
        "muted": ("window", "surface", "raised"),
        "accent": ("window", "surface"),
        "on_accent": ("accent", "accent_hover"),
        "on_practice": ("practice",),
        "on_test": ("test",),
        "on_production": ("production",),
    }
    pairs = [(ink, ground) for ink, on in grounds.items() for ground in on]
    low = {
        pair: round(ratio, 2)
        for pair in pairs
        if (ratio := contrast(getattr(palette, pair[0]), getattr(palette, pair[1]))) < TEXT_RATIO
    }
    assert low == {}


@pytest.mark.parametrize("tone", Tone)
def test_every_status_can_be_read_on_surface_page_and_its_own_ground(
    palette: Colours, tone: Tone
) -> None:
    ink = palette.ink(tone)
    for ground in (palette.window, palette.surface, palette.ground(tone)):
        assert contrast(ink, ground) >= TEXT_RATIO
    for text in (palette.text, palette.muted):
        assert contrast(text, palette.ground(tone)) >= TEXT_RATIO


def test_the_edge_of_a_control_and_the_focus_can_be_seen(palette: Colours) -> None:
    for ground in (palette.window, palette.surface):
        assert contrast(palette.edge, ground) >= EDGE_RATIO
        assert contrast(palette.accent, ground) >= EDGE_RATIO


def test_no_colour_has_a_value_outside_the_palettes() -> None:
    value = re.compile(
        r"#[0-9a-fA-F]{6}\b|#[0-9a-fA-F]{3}\b|rgba?\(|Qt\.GlobalColor\.(?!transparent)"
    )
    sources = [*ROOM.rglob("*.py"), *resource("styles").glob("*.qss")]
    found = [
        f"{path.name}:{number}"
        for path in sources
        if path.name != "palettes.py"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if value.search(line)
    ]
    assert found == []


def test_icons_have_no_colour_of_their_own() -> None:
    for path in resource("icons").glob("*.svg"):
        drawn = path.read_text(encoding="utf-8")
        assert 'stroke="currentColor"' in drawn, path.name
        assert "#" not in drawn, path.name


def test_the_system_look_follows_what_the_desktop_reports() -> None:
    assert colours_of(Look.SYSTEM, Qt.ColorScheme.Dark) is DARK
    assert colours_of(Look.SYSTEM, Qt.ColorScheme.Light) is LIGHT
    assert colours_of(Look.SYSTEM, Qt.ColorScheme.Unknown) is LIGHT
    assert colours_of(Look.CONTRAST, Qt.ColorScheme.Light) is CONTRAST


def test_a_change_of_look_tints_what_was_dressed_before(qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp, Look.LIGHT)
    badge = StatusBadge(Tone.FAILED, "virhe")
    qtbot.addWidget(badge)

    def ink() -> set[str]:
        image = badge._icon.pixmap().toImage().convertToFormat(QImage.Format.Format_ARGB32)
        points = ((x, y) for x in range(image.width()) for y in range(image.height()))
        colours = (image.pixelColor(x, y) for x, y in points)
        return {colour.name() for colour in colours if colour.alpha() == 255}

    assert LIGHT.failed in ink()

    theme.apply(qapp, Look.DARK)

    assert DARK.failed in ink()
    assert LIGHT.failed not in ink()
    theme.apply(qapp, Look.LIGHT)


def test_an_icon_is_sharp_at_twice_the_density(qapp: QApplication) -> None:
    pixmap = icons.pixmap("lock", colours().text, 24, 2.0)

    assert (pixmap.width(), pixmap.devicePixelRatio()) == (48, 2.0)


def test_the_bundled_faces_are_the_ones_used(qapp: QApplication) -> None:
    theme.apply(qapp, Look.LIGHT)

    assert QFontInfo(text_font()).family() == TEXT_FAMILY
    assert QFontInfo(mono_font()).family() == MONO_FAMILY
    assert QFontInfo(mono_font()).fixedPitch()
