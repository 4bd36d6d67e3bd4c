"""Opening large documents in the window: how soon something is seen, and whether it ever freezes.

``python -m tests.bench.archive_viewing [--quick] [--json FILE]``. A timer of the window's own
thread beats every millisecond while a document opens; the longest time between two beats is how
long the window could not answer. Its yardstick is the same beat with nothing going on.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from statistics import median
from time import perf_counter, thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything imports Qt

from fpdf import FPDF
from PySide6.QtCore import QCoreApplication, QEventLoop, Qt, QTimer

from kanta_desk.desk.lanes import Lane, Lanes
from kanta_desk.gui.app import application
from kanta_desk.gui.documents.content import ContentView, Form
from kanta_desk.gui.garbage import collected_here
from kanta_desk.gui.tasks import running
from kanta_desk.model.documents import PDF, Document
from kanta_desk.model.look import Look
from kanta_desk.model.text import Language
from tests.bench.figures import Figure, run
from tests.helpers.opened import display, document
from tests.helpers.window import MemoryDesk

_LIMIT_S = 120.0
_MB = 1024 * 1024
_PARAGRAPH = (
    "<p>Asiakkaan kanssa sovittiin, että kotihoidon käyntejä jatketaan <b>nykyisellään</b> ja "
    "tilanne arvioidaan uudelleen ennen kesää. Omainen oli mukana keskustelussa.</p>"
)
_ROW = "<tr><td>Lähiosoite</td><td>Esimerkkitie 12 B 34, 00100 Helsinki</td><td>1.2.2026</td></tr>"


class LaneDesk(MemoryDesk):
    """Works in real lanes, as the program does."""

    lanes: Lanes

    def submit(self, lane, work, *args, **named):  # type: ignore[no-untyped-def]
        """As ``Desk.submit``."""
        return self.lanes.submit(lane or Lane.NET, work, *args, **named)


class Beat:
    """The longest time between two beats of the window, in milliseconds; ``own`` is the longest
    that its thread itself worked between two, in which others on the machine do not count."""

    def __init__(self) -> None:
        self.longest = self.own = 0.0
        self._last, self._worked = perf_counter(), thread_time()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Begin."""
        self.longest = self.own = 0.0
        self._last, self._worked = perf_counter(), thread_time()
        self._timer.start()

    def stop(self) -> Beat:
        """End, and tell."""
        self._tick()
        self._timer.stop()
        return self

    def _tick(self) -> None:
        now, worked = perf_counter(), thread_time()
        self.longest = max(self.longest, (now - self._last) * 1000)
        self.own = max(self.own, (worked - self._worked) * 1000)
        self._last, self._worked = now, worked


@contextmanager
def a_view() -> Iterator[ContentView]:
    """The document's side of the page, as large as in a window of 1280 × 800."""
    desk = LaneDesk()
    desk.lanes = Lanes()
    view = ContentView(desk)  # type: ignore[arg-type]
    view.resize(640, 720)
    view.show()
    QCoreApplication.processEvents()
    try:
        yield view
    finally:
        view.close()
        view.deleteLater()
        QCoreApplication.processEvents()
        desk.lanes.close()


def live_until(done: Callable[[], bool]) -> None:
    """Let the window live until something is so.

    Raises:
        TimeoutError: if it never is.
    """
    loop, begun = QEventLoop(), perf_counter()
    while not done():
        loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if perf_counter() - begun > _LIMIT_S:
            raise TimeoutError("the document did not open")


def opened(view: ContentView, shown: Document, form: Form | None = None) -> tuple[float, Beat]:
    """Open a document: until it is there, and the longest freeze on the way, in milliseconds."""
    view.wipe()
    beat = Beat()
    beat.start()
    begun = perf_counter()
    view.show_document(shown)
    if form is not None:
        view.choose(form)
    keep = QTimer()
    keep.start(1)
    live_until(lambda: not running(view))
    took = (perf_counter() - begun) * 1000
    settle_until = perf_counter() + 0.2
    live_until(lambda: perf_counter() > settle_until)
    return took, beat.stop()


def first_page(view: ContentView, shown: Document) -> float:
    """Milliseconds from the document until the picture of its first page stands there."""
    view.wipe()
    keep = QTimer()
    keep.start(1)
    begun = perf_counter()
    view.show_document(shown)
    live_until(lambda: 0 in view.pdf.area.drawn)
    view.pdf.area.viewport().repaint()
    return (perf_counter() - begun) * 1000


def large_pdf(pages: int = 50) -> bytes:
    """A PDF like those of client information systems: text, a table, rules on every page."""
    made = FPDF(format="A4")
    made.set_font("helvetica", size=10)
    for page in range(pages):
        made.add_page()
        for line in range(45):
            made.cell(0, 5.5, f"Sivu {page + 1}, rivi {line + 1}: palvelutarpeen arvio ja kirjaus")
            made.ln()
            made.line(10, made.get_y(), 200, made.get_y())
    return bytes(made.output())


def read_through(view: ContentView, parts: int) -> Beat:
    """Turn part after part: the longest freeze in milliseconds."""
    beat = Beat()
    beat.start()
    for part in range(min(parts, view.reader.parts)):
        view.reader.go(part)
        QCoreApplication.processEvents()
        view.reader.browser.viewport().repaint()
        QCoreApplication.processEvents()
    return beat.stop()


def idle() -> float:
    """The beat with nothing going on."""
    beat = Beat()
    beat.start()
    end = perf_counter() + 1.0
    keep = QTimer()
    keep.start(1)
    live_until(lambda: perf_counter() > end)
    return beat.stop().longest


def measure(quick: bool) -> Iterator[Figure]:
    """Every figure of issue 4 that is about opening documents."""
    application(language=Language.FI, look=Look.LIGHT)
    rounds = 3 if quick else 9
    size = (1 if quick else 5) * _MB
    quiet = idle()
    with collected_here(), a_view() as view:
        pdf = document((PDF, large_pdf()))
        first_page(view, pdf)  # what is loaded once is loaded
        took = [first_page(view, pdf) for _ in range(rounds)]
        yield Figure("50-page PDF: first page", median(took), "ms", "", None, "≤ 150 ms",
                     median(took) <= 150)  # fmt: skip
        yield Figure("50-page PDF: first page, worst", max(took), "ms")
        _, freeze = opened(view, pdf)
        yield _freeze("50-page PDF: longest freeze while opening", freeze, quiet)
        prose = display(_PARAGRAPH * (size // len(_PARAGRAPH.encode())))
        table = display(f"<table><tbody>{_ROW * (size // len(_ROW.encode()))}</tbody></table>")
        for name, shown in (("prose", prose), ("one table", table)):
            said = f"{size // _MB} MB XHTML, {name}"
            whole, freeze = opened(view, shown)
            yield Figure(f"{said}: until it can be read", whole, "ms")
            yield _freeze(f"{said}: longest freeze while opening", freeze, quiet)
            turning = read_through(view, 30 if quick else 150)
            yield _freeze(f"{said}: longest freeze while turning", turning, quiet)
            beat = Beat()
            beat.start()
            view.reader.look_for("helsinki" if name == "one table" else "omainen")
            yield _freeze(f"{said}: longest freeze while finding a word", beat.stop(), quiet)
            source = replace(shown, original=shown.payloads[0].data)
            _, freeze = opened(view, source, Form.SOURCE)
            live_until(lambda: view.source.complete)
            yield _freeze(f"{said}: longest freeze as source", freeze, quiet)


def _freeze(name: str, beat: Beat, quiet: float) -> Figure:
    beside = f"own work {beat.own:.1f} ms; idle {quiet:.1f} ms"
    return Figure(name, beat.longest, "ms", beside, None, "≤ 50 ms", beat.longest <= 50)


if __name__ == "__main__":
    run(__doc__, measure)
