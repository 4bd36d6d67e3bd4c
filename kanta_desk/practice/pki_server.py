"""The practice authorities' OCSP services and revocation lists, over HTTP on this machine.

Reached at its own address, or as the proxy for the host name that practice certificates bear.
What it says of a certificate is told with ``PracticePki.standings``; how well it does its work,
with ``ocsp`` and ``crl``: so that a sign-in can meet every state and every trouble.
"""

from __future__ import annotations

import hashlib
import os
import random
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from urllib.parse import urlsplit

from kanta_desk.errors import PortTaken
from kanta_desk.practice.authority import Authority, Purpose
from kanta_desk.practice.organisation import NOTICE_ASCII
from kanta_desk.practice.pki import PracticePki
from kanta_desk.practice.pki_answers import Mood, OcspService, listed, stranger_to
from kanta_desk.practice.pki_lists import Listed, revocation_list

_MAX_REQUEST = 16 * 1024
_DAY = timedelta(days=1)
_POLL = 0.05


@dataclass(frozen=True, slots=True)
class _Made:
    """A list as long as nothing changes, so that whoever has it need not fetch it again."""

    told: tuple[Listed, ...]
    mood: Mood
    others: int
    der: bytes
    tag: str


class RevocationServer:
    """Serves between ``start`` and ``stop``; its attributes can be changed at any time.

    ``others`` is how many strangers' entries the lists hold beside those that were told, ``delay``
    how many seconds a slow answer takes; ``asked`` the paths of the requests so far.
    """

    def __init__(self, pki: PracticePki, clock: Callable[[], datetime] | None = None) -> None:
        self.ocsp = Mood.WELL
        self.crl = Mood.WELL
        self.others = 0
        self.delay = 1.0
        self.asked: list[str] = []
        self._pki = pki
        self._clock = clock or (lambda: datetime.now(UTC))
        self._stopped = threading.Event()
        self._guard = threading.Lock()
        self._services: dict[tuple[str, Mood], OcspService] = {}
        self._lists: dict[str, _Made] = {}
        self._server: _Server | None = None
        self._thread: threading.Thread | None = None

    def start(self) -> str:
        """Listen on a free port of this machine, and return the address.

        Raises:
            PortTaken: if it cannot listen.
        """
        try:
            self._server = _Server(("127.0.0.1", 0), _Handler)
        except OSError as error:
            raise PortTaken(0, os.strerror(error.errno or 0)) from None
        self._server.desk = self
        self._stopped.clear()
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(_POLL,), name="revocation", daemon=True
        )
        self._thread.start()
        return self.url

    def stop(self) -> None:
        """Answer nobody any more, and wait until the server is gone."""
        if self._server is None or self._thread is None:
            return
        self._stopped.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
        self._server = self._thread = None

    @property
    def url(self) -> str:
        """The server's address, without a path; it is its address as a proxy too."""
        port = self._server.server_address[1] if self._server else 0
        return f"http://127.0.0.1:{port}"

    def __enter__(self) -> RevocationServer:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def answer_ocsp(self, name: str, request: bytes) -> bytes:
        """The answer of the authority ``name``.

        Raises:
            KeyError: if there is no such authority.
            ValueError: if it is no request.
        """
        mood, now = self.ocsp, self._clock()
        with self._guard:
            key = (name, mood)
            if key not in self._services:
                self._services[key] = _service(self._pki.authority(name), mood, now)
            service = self._services[key]
        return service.answer(request, self._pki.standings, mood, now)

    def list_of(self, name: str) -> tuple[bytes, str]:
        """The list of the authority ``name`` (DER), and a tag that changes when it does.

        Raises:
            KeyError: if there is no such authority.
        """
        with self._guard:
            authority = self._pki.authority(name)
            told, others = listed(self._pki.standings, authority), self.others
            made = self._lists.get(name)
            if made is None or (made.told, made.mood, made.others) != (told, self.crl, others):
                der = self._made(authority, told, others)
                made = _Made(told, self.crl, others, der, f'"{hashlib.sha256(der).hexdigest()}"')
                self._lists[name] = made
            return made.der, made.tag

    def _made(self, authority: Authority, told: tuple[Listed, ...], others: int) -> bytes:
        now = self._clock()
        first = now - 3 * _DAY if self.crl is Mood.STALE else now
        signer = stranger_to(authority, now) if self.crl is Mood.WRONG_SIGNER else authority
        drawn = random.Random(others)  # noqa: S311 (numbers that nobody is to guess right)
        strangers = (Listed(drawn.getrandbits(127), first, 1) for _ in range(others))
        number = int(now.timestamp())
        return revocation_list(signer, (*told, *strangers), first, first + _DAY, number=number)

    def waited(self, mood: Mood) -> bool:
        """Do as a slow or a silent service does; whether there is an answer at all."""
        if mood is Mood.SLOW:
            return not self._stopped.wait(self.delay)
        if mood is Mood.SILENT:
            self._stopped.wait()
            return False
        return True


def _service(authority: Authority, mood: Mood, now: datetime) -> OcspService:
    if mood is Mood.WRONG_SIGNER:
        authority = stranger_to(authority, now)
    purpose = Purpose.CLIENT if mood is Mood.NOT_EMPOWERED else Purpose.OCSP
    return OcspService.of(authority, purpose, now)


class _Server(ThreadingHTTPServer):
    desk: RevocationServer
    daemon_threads = False  # so that closing waits for those who still answer

    def handle_error(self, request: object, client_address: object) -> None:
        """A caller who hangs up is no matter."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    timeout = 5  # one request a connection (HTTP/1.0), and not for ever

    def do_GET(self) -> None:
        """A list. A proxy is asked with the whole address, a server with the path alone."""
        desk, path = self.server.desk, urlsplit(self.path).path
        desk.asked.append(path)
        if not path.startswith("/crl/") or not path.endswith(".crl"):
            return self._send(HTTPStatus.NOT_FOUND, b"", "text/plain")
        if not self._ready(desk.crl):
            return None
        try:
            der, tag = desk.list_of(path.removeprefix("/crl/").removesuffix(".crl"))
        except KeyError:
            return self._send(HTTPStatus.NOT_FOUND, b"", "text/plain")
        if self.headers.get("If-None-Match") == tag:
            return self._send(HTTPStatus.NOT_MODIFIED, b"", "text/plain")
        body = _rubbish(der) if desk.crl is Mood.RUBBISH else der
        return self._send(HTTPStatus.OK, body, "application/pkix-crl", tag)

    def do_POST(self) -> None:
        """An OCSP request."""
        desk, path = self.server.desk, urlsplit(self.path).path
        desk.asked.append(path)
        length = int(self.headers.get("Content-Length", "0"))
        if not path.startswith("/ocsp/") or not 0 < length <= _MAX_REQUEST:
            return self._send(HTTPStatus.NOT_FOUND, b"", "text/plain")
        request = self.rfile.read(length)
        if not self._ready(desk.ocsp):
            return None
        try:
            der = desk.answer_ocsp(path.removeprefix("/ocsp/"), request)
        except (KeyError, ValueError):
            return self._send(HTTPStatus.BAD_REQUEST, b"", "text/plain")
        body = _rubbish(der) if desk.ocsp is Mood.RUBBISH else der
        return self._send(HTTPStatus.OK, body, "application/ocsp-response")

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def _ready(self, mood: Mood) -> bool:
        """Whether the answer is to be given; otherwise all has been done."""
        if not self.server.desk.waited(mood):
            return False
        if mood is Mood.FAILING:
            self._send(HTTPStatus.SERVICE_UNAVAILABLE, b"", "text/plain")
            return False
        return True

    def _send(self, status: HTTPStatus, body: bytes, kind: str, tag: str = "") -> None:
        self.send_response_only(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("X-Kanta-Desk", NOTICE_ASCII)
        if tag:
            self.send_header("ETag", tag)
        self.end_headers()
        self.wfile.write(body)


def _rubbish(der: bytes) -> bytes:
    return der[: len(der) // 2]
