"""A display form can ask for what it likes: nothing is fetched, read, run or followed.

A real server listens, and sees nobody; a file lies there, and is not shown.
"""

from __future__ import annotations

import base64
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kanta_desk.gui.documents.browser import SafeBrowser
from kanta_desk.gui.documents.content import ContentView
from tests.helpers.opened import display
from tests.helpers.pages import shown_text
from tests.helpers.window import MemoryDesk, settle

RED = "#ff0101"


class Server:
    """A server that notes every request."""

    def __init__(self) -> None:
        asked: list[str] = []

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                asked.append(self.path)
                self.send_response(404)
                self.end_headers()

            do_HEAD = do_POST = do_OPTIONS = do_GET

            def log_message(self, *_: object) -> None:
                pass

        self.asked = asked
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._http.server_port}"
        self._thread = threading.Thread(target=self._http.serve_forever, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop."""
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()


@contextmanager
def server() -> Iterator[Server]:
    made = Server()
    try:
        yield made
    finally:
        made.close()


@pytest.fixture
def red(tmp_path: Path) -> Path:
    """A picture that would be seen if it were shown."""
    image = QImage(200, 200, QImage.Format.Format_RGB32)
    image.fill(QColor(RED))
    path = tmp_path / "red.png"
    assert image.save(str(path))
    return path


HOSTILE = {
    "image": '<img src="{url}/a.png"/><img src="{file}" width="200" height="200"/>',
    "data": '<img src="data:image/png;base64,{data}" width="200" height="200"/>',
    "srcset": '<img srcset="{url}/a.png 1x"/><picture><source srcset="{url}/b.png"/></picture>',
    "script": '<script src="{url}/a.js">document.location="{url}"</script>',
    "inline script": "<script>fetch('{url}')</script>",
    "style element": '<style>@import url("{url}/a.css"); p {{ background: url({url}/a) }}</style>',
    "style attribute": "<p style=\"background-image: url('{url}/a.png'); color: red\">x</p>",
    "style file": '<p style="background: url(file://{file})">x</p>',
    "escaped style": '<p style="background: u\\72 l({url}/a)">x</p>',
    "stylesheet link": '<link rel="stylesheet" href="{url}/a.css"/>',
    "svg": '<svg xmlns="http://www.w3.org/2000/svg"><image href="{url}/a.png"/></svg>',
    "svg script": '<svg xmlns="http://www.w3.org/2000/svg"><script>x()</script></svg>',
    "svg use": '<svg xmlns="http://www.w3.org/2000/svg"><use href="{url}/a.svg#b"/></svg>',
    "refresh": '<meta http-equiv="refresh" content="0; url={url}/a"/>',
    "base": '<base href="{url}/"/><img src="a.png"/>',
    "iframe": '<iframe src="{url}/a"></iframe><frame src="{url}/b"/>',
    "object": '<object data="{url}/a"><embed src="{url}/b"/></object>',
    "applet": '<applet code="{url}/a"></applet>',
    "audio": '<audio src="{url}/a" autoplay="1"/><video poster="{url}/b" src="{url}/c"/>',
    "form": '<form action="{url}/a"><input type="image" src="{url}/b"/><button>x</button></form>',
    "handlers": '<p onload="x()" onmouseover="x()" onclick="x()">x</p><body onload="x()"/>',
    "link": '<a href="{url}/a" ping="{url}/b">linkki</a><a href="{file}">tiedosto</a>',
    "script link": '<a href="javascript:alert(1)">x</a><a href=" java&#x0A;script:x()">x</a>',
    "table background": '<table background="{url}/a"><tr><td background="{url}/b"/></tr></table>',
    "list picture": '<ul style="list-style-image: url({url}/a)"><li>x</li></ul>',
    "other namespace": '<x:img xmlns:x="urn:x" src="{url}/a"/><x:script xmlns:x="urn:x"/>',
    "qt": '<img src="qrc:/a"/><img src="{file}"/><meta name="qrichtext" content="1"/>',
    "template": '<template><img src="{url}/a"/></template><noscript><img src="{url}"/></noscript>',
    "comment": '<!--[if IE]><img src="{url}/a"/><![endif]--><p>x</p>',
    "text": "&lt;img src='{url}/a'/&gt;",
}  # fmt: skip


def filled(inside: str, url: str, red: Path) -> str:
    data = base64.b64encode(red.read_bytes()).decode()
    return "<p>näkyvä</p>" + inside.format(url=url, file=red, data=data)


def is_red(view: ContentView | SafeBrowser) -> bool:
    """Whether a pixel of the picture can be seen."""
    image = view.grab().toImage()
    wanted = QColor(RED).rgb()
    return any(
        image.pixel(x, y) == wanted
        for x in range(0, image.width(), 6)
        for y in range(0, image.height(), 6)
    )


def click_everywhere(browser: SafeBrowser) -> None:
    for y in range(8, 260, 12):
        for x in (20, 40, 60):
            QTest.mouseClick(browser.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, y))


@pytest.mark.parametrize("inside", HOSTILE.values(), ids=HOSTILE)
def test_nothing_is_asked_for_whatever_a_display_form_wants(
    app: QApplication, qtbot: QtBot, red: Path, inside: str
) -> None:
    with server() as watched:
        view = ContentView(MemoryDesk())  # type: ignore[arg-type]
        qtbot.addWidget(view)
        view.resize(480, 400)
        view.show()
        view.show_document(display(filled(inside, watched.url, red)))
        settle(view)
        assert "näkyvä" in view.browser.toPlainText()
        click_everywhere(view.browser)
        assert not is_red(view)
        kept = view.browser.toHtml()
    assert watched.asked == []
    assert watched.url not in kept.replace("&lt;img src='" + watched.url, "")
    assert str(red) not in kept


@pytest.mark.parametrize("inside", HOSTILE.values(), ids=HOSTILE)
def test_the_browser_fetches_nothing_even_if_nobody_had_cleaned_it(
    app: QApplication, qtbot: QtBot, red: Path, inside: str
) -> None:
    """The second wall: what is shown here has passed no list."""
    with server() as watched:
        browser = SafeBrowser("Sisältö")
        qtbot.addWidget(browser)
        browser.resize(480, 400)
        browser.show()
        browser.show_html(filled(inside, watched.url, red))
        app.processEvents()
        click_everywhere(browser)
        assert not is_red(browser)
    assert watched.asked == []
    assert browser.source().isEmpty()


def test_a_picture_is_seen_by_the_test_if_it_is_shown(
    app: QApplication, qtbot: QtBot, red: Path
) -> None:
    """The eye of the tests above is open."""
    from PySide6.QtWidgets import QTextBrowser

    browser = QTextBrowser()
    qtbot.addWidget(browser)
    browser.resize(480, 400)
    browser.show()
    browser.setHtml(filled('<img src="{file}" width="200" height="200"/>', "", red))
    app.processEvents()

    assert is_red(browser)  # type: ignore[arg-type]


ENTITIES = {
    "external": '<!DOCTYPE x [<!ENTITY e SYSTEM "{url}/a">]><x>&e;</x>',
    "file": '<!DOCTYPE x [<!ENTITY e SYSTEM "file://{file}">]><x>&e;</x>',
    "dtd": '<!DOCTYPE x SYSTEM "{url}/a.dtd"><x/>',
    "parameter": '<!DOCTYPE x [<!ENTITY % e SYSTEM "{url}/a"> %e;]><x/>',
    "laughs": '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>',
    "xinclude": '<x xmlns:i="http://www.w3.org/2001/XInclude"><i:include href="{url}/a"/></x>',
    "stylesheet": '<?xml-stylesheet href="{url}/a.xsl" type="text/xsl"?><x/>',
}


@pytest.mark.parametrize("written", ENTITIES.values(), ids=ENTITIES)
def test_entities_and_instructions_lead_nowhere(
    app: QApplication, qtbot: QtBot, red: Path, written: str
) -> None:
    from dataclasses import replace

    from kanta_desk.model.documents import XHTML, Payload

    with server() as watched:
        view = ContentView(MemoryDesk())  # type: ignore[arg-type]
        qtbot.addWidget(view)
        view.show()
        data = written.replace("{url}", watched.url).replace("{file}", str(red)).encode()
        view.show_document(replace(display(""), payloads=(Payload(XHTML, data),)))
        settle(view)
        if "DOCTYPE" in written:
            assert "KD-5006" in shown_text(view)
        assert "ha" not in view.browser.toPlainText()
    assert watched.asked == []


def test_nothing_can_be_dragged_or_pasted_into_a_document(app: QApplication, qtbot: QtBot) -> None:
    browser = SafeBrowser("Sisältö")
    qtbot.addWidget(browser)
    browser.show_html("<p>teksti</p>")
    QApplication.clipboard().setText("vieras")
    browser.paste()
    browser.selectAll()

    assert browser.toPlainText() == "teksti"
    assert browser.createMimeDataFromSelection().formats() == []
    assert not browser.canInsertFromMimeData(QApplication.clipboard().mimeData())
