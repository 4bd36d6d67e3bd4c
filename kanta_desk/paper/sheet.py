"""The house's paper: A4 as PDF/A with its type, colours, marks and running heads.

Knows how things look and where they fit, nothing of what they say. Lengths are millimetres, sizes
points. Fonts are embedded; a character that none of them has is shown as U+FFFD, since a PDF/A may
not hold an empty glyph.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from fpdf import FPDF
from fpdf.enums import DocumentCompliance
from fpdf.fonts import TTFFont

from kanta_desk.settings.resources import resource

Colour = tuple[int, int, int]

INK: Colour = (27, 36, 48)
GREY: Colour = (92, 102, 115)
LINE: Colour = (211, 217, 224)
PAPER: Colour = (255, 255, 255)
SHADE: Colour = (245, 247, 249)
ACCENT: Colour = (20, 82, 120)
NOTICE: Colour = (255, 214, 102)


class Mark(Enum):
    """The icons of the house, each with a shape of its own."""

    GOOD = "good"
    WARNING = "warning"
    BAD = "bad"
    NONE = "none"
    WAITING = "waiting"

    @property
    def colour(self) -> Colour:
        """The icon's own colour, for text beside it too."""
        return _COLOURS[self][0]

    @property
    def tint(self) -> Colour:
        """The light ground of a badge."""
        return _COLOURS[self][1]


_COLOURS: dict[Mark, tuple[Colour, Colour]] = {
    Mark.GOOD: ((24, 112, 68), (230, 244, 236)),
    Mark.WARNING: ((145, 92, 0), (254, 243, 219)),
    Mark.BAD: ((176, 32, 32), (252, 232, 230)),
    Mark.NONE: ((92, 102, 115), (238, 240, 243)),
    Mark.WAITING: ((92, 102, 115), (238, 240, 243)),
}

LEFT, RIGHT, TOP, BOTTOM = 18.0, 192.0, 16.0, 279.0
WIDTH = RIGHT - LEFT

_TEXT, _MONO = "text", "mono"


@dataclass(frozen=True, slots=True)
class Style:
    """A way to set type: face, weight, size in points, colour, and line height in millimetres."""

    face: str
    weight: str
    size: float
    colour: Colour
    leading: float

    def in_colour(self, colour: Colour) -> Style:
        """The same in another colour."""
        return Style(self.face, self.weight, self.size, colour, self.leading)


TITLE = Style(_TEXT, "B", 19, INK, 8.6)
HEADING = Style(_TEXT, "B", 11.5, ACCENT, 5.6)
SUBHEADING = Style(_TEXT, "B", 9.5, INK, 4.6)
BODY = Style(_TEXT, "", 8.6, INK, 4.2)
STRONG = Style(_TEXT, "B", 8.6, INK, 4.2)
LABEL = Style(_TEXT, "", 7.4, GREY, 3.5)
SMALL = Style(_TEXT, "", 7.6, INK, 3.7)
SMALL_STRONG = Style(_TEXT, "B", 7.6, INK, 3.7)
MONO = Style(_MONO, "", 7.4, INK, 3.6)
MONO_SMALL = Style(_MONO, "", 6.6, GREY, 3.2)
BANNER = Style(_TEXT, "B", 10.5, INK, 5.0)


class Align(Enum):
    """Where text stands in its width."""

    LEFT = "L"
    CENTRE = "C"
    RIGHT = "R"


class Sheet(FPDF):
    """Pages that break between blocks, with a banner and running heads on each.

    ``made`` is when the paper is made (aware), for its properties. A paper is PDF/A-2b; with
    ``attachments`` it is PDF/A-3b, which alone may carry files of any kind.
    """

    def __init__(
        self,
        *,
        title: str,
        subject: str,
        language: str,
        made: datetime,
        banner: str = "",
        attachments: bool = False,
    ) -> None:
        form = DocumentCompliance.PDFA_3B if attachments else DocumentCompliance.PDFA_2B
        super().__init__(orientation="P", unit="mm", format="A4", enforce_compliance=form)
        self._advances: dict[tuple[str, str, float], dict[str, float]] = {}
        self._running = title
        self._banner = banner
        self._footnote = ""
        self._made = made
        self.c_margin = 0
        self.set_auto_page_break(False)
        self.set_margins(LEFT, TOP, self.w - RIGHT)
        self.add_font(_TEXT, "", resource("fonts", "OpenSans-Regular.ttf"))
        self.add_font(_TEXT, "B", resource("fonts", "OpenSans-Semibold.ttf"))
        self.add_font(_MONO, "", resource("fonts", "LiberationMono-Regular.ttf"))
        self.set_fallback_fonts([_MONO, _TEXT], exact_match=False)
        faces = [font for font in self.fonts.values() if isinstance(font, TTFFont)]
        self._glyphs = {code for face in faces for code in face.cmap}
        self.set_title(title)
        self.set_subject(subject)
        self.set_lang(language)
        self.set_creator("Kanta Desk")
        self.set_producer("Kanta Desk")
        self.set_creation_date(made)

    def begin(self, footnote: str) -> None:
        """Open the first page; ``footnote`` stands at the foot of all."""
        self._footnote = footnote
        self.add_page()

    def attach(self, name: str, data: bytes, media_type: str, description: str) -> None:
        """Carry a file inside the paper, for programs that check what the paper says."""
        self.embed_file(
            bytes=data,
            basename=name,
            desc=description,
            mime_type=media_type,
            associated_file_relationship="Source",
            creation_date=self._made,
            modification_date=self._made,
            compress=True,
        )

    def header(self) -> None:
        """The banner, and from the second page on what the paper is."""
        y = TOP
        if self._banner:
            self.set_fill_color(NOTICE)
            self.rect(0, 0, self.w, 9, style="F")
            self.put(0, 2, self.w, self._banner, BANNER, Align.CENTRE)
            y = TOP + 1
        if self.page_no() > 1:
            self.put(LEFT, y, WIDTH, self._running, LABEL)
            y += 4.6
            self.rule(y)
            y += 4
        self.set_y(y)

    def footer(self) -> None:
        """The footnote, and the page's number of all."""
        self.rule(BOTTOM + 4)
        self.put(LEFT, BOTTOM + 5.4, WIDTH - 20, self._footnote, LABEL)
        self._use(LABEL)
        # The number of pages is filled in later: leave its room, not that of its placeholder.
        beside = self.get_string_width("{nb}") - self.get_string_width("10")
        self.set_xy(RIGHT - 20 + beside, BOTTOM + 5.4)
        self.cell(20, LABEL.leading, f"{self.page_no()}/{{nb}}", align="R")

    def put(
        self,
        x: float,
        y: float,
        width: float,
        text: str,
        style: Style,
        align: Align = Align.LEFT,
    ) -> float:
        """Set ``text`` into ``width``; words too long for it are broken. Returns the y below."""
        lines = self.wrapped(text, width, style)
        self._use(style)
        for line in lines:
            self.set_xy(x, y)
            self.cell(width, style.leading, line, align=align.value)
            y += style.leading
        return y

    def wrapped(self, text: str, width: float, style: Style) -> list[str]:
        """The lines that ``text`` takes in ``width``: broken at spaces, words only if they must."""
        lines = [""]
        left = width
        for word in self._fitted(text).split(" "):
            space = self.length(" ", style) if lines[-1] else 0.0
            length = self.length(word, style)
            if space + length <= left:
                lines[-1] += " " * bool(lines[-1]) + word
                left -= space + length
                continue
            if lines[-1]:
                lines.append("")
                left = width
            for sign in word:
                advance = self.length(sign, style)
                if advance > left and lines[-1]:
                    lines.append("")
                    left = width
                lines[-1] += sign
                left -= advance
        return lines

    def length(self, text: str, style: Style) -> float:
        """How long ``text`` is on one line; each character's width is asked for once."""
        known = self._advances.setdefault((style.face, style.weight, style.size), {})
        for sign in set(text) - known.keys():
            self._use(style)
            known[sign] = self.get_string_width(sign)
        return sum(known[sign] for sign in text)

    def height(self, text: str, width: float, style: Style) -> float:
        """How high ``text`` is in ``width``."""
        return len(self.wrapped(text, width, style)) * style.leading

    def need(self, height: float, on_new_page: Callable[[], None] | None = None) -> None:
        """Go to a new page if ``height`` does not fit on this one."""
        if self.get_y() + height > BOTTOM:
            self.add_page()
            if on_new_page:
                on_new_page()

    def gap(self, height: float) -> None:
        """Leave room, unless at the top of a page."""
        self.set_y(self.get_y() + height)

    def rule(self, y: float, x: float = LEFT, to: float = RIGHT, colour: Colour = LINE) -> None:
        """A hairline."""
        self.set_draw_color(colour)
        self.set_line_width(0.2)
        self.line(x, y, to, y)

    def box(self, x: float, y: float, width: float, height: float, fill: Colour) -> None:
        """A filled box with rounded corners."""
        self.set_fill_color(fill)
        self.rect(x, y, width, height, style="F", round_corners=True, corner_radius=1.2)

    def icon(self, x: float, y: float, size: float, mark: Mark) -> None:
        """A mark in a square of ``size``: shapes differ, not colours alone."""
        self.set_fill_color(mark.colour)
        self.set_draw_color(PAPER)
        self.set_line_width(size * 0.11)

        def stroke(*points: tuple[float, float]) -> None:
            self.polyline([(x + size * px, y + size * py) for px, py in points])

        if mark is Mark.WARNING:
            corners = ((0.5, 0.04), (1.0, 0.94), (0.0, 0.94))
            self.polygon([(x + size * px, y + size * py) for px, py in corners], style="F")
            stroke((0.5, 0.36), (0.5, 0.62))
            stroke((0.5, 0.74), (0.5, 0.82))
            return
        self.circle(x + size / 2, y + size / 2, size / 2, style="F")
        match mark:
            case Mark.GOOD:
                stroke((0.27, 0.52), (0.44, 0.69), (0.74, 0.34))
            case Mark.BAD:
                stroke((0.32, 0.32), (0.68, 0.68))
                stroke((0.68, 0.32), (0.32, 0.68))
            case Mark.WAITING:
                stroke((0.5, 0.24), (0.5, 0.52), (0.68, 0.62))
            case _:
                stroke((0.28, 0.5), (0.72, 0.5))

    def badge(self, right: float, y: float, text: str, mark: Mark) -> float:
        """A large mark of the result, ending at ``right``. Returns its height."""
        style = Style(_TEXT, "B", 13, mark.colour, 6.0)
        width = self.length(self._fitted(text), style) + 18
        self.box(right - width, y, width, 12, mark.tint)
        self.icon(right - width + 4, y + 3.3, 5.4, mark)
        self.put(right - width + 12, y + 3.0, width - 12, text, style)
        return 12

    def _use(self, style: Style) -> None:
        self.set_font(style.face, style.weight, style.size)
        self.set_text_color(style.colour)

    def _fitted(self, text: str) -> str:
        """One line of characters that the fonts have."""
        plain = re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()
        return "".join(sign if ord(sign) in self._glyphs else "\ufffd" for sign in plain)
