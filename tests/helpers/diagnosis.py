"""Parts to diagnose: readers that play a state, and an archive server that plays a mood."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import trustme

from kanta_desk.cards.source import CardConnection, CardSource, Slot, Snapshot
from kanta_desk.diagnosis.check import Check, Parts, Scene, Seen
from kanta_desk.diagnosis.registry import CHECKS
from kanta_desk.errors import KantaError, NoCard
from kanta_desk.model.mode import Mode
from kanta_desk.settings.options import Connection
from kanta_desk.settings.paths import Paths
from kanta_desk.trust.revocation import Revocation
from kanta_desk.trust.store import TrustStore
from tests.helpers.archive import Pki
from tests.helpers.cards import practice_trust
from tests.helpers.events import log_folder

# FINEID models by their ATR, as public documents and drivers give them.
COSMO_X = bytes.fromhex("3BDD96008031FE450031B8640429ECC1739401808349")
IDEAL_CITIZ = bytes.fromhex("3BDD96008031FE450031B8640429ECC1739401808248")
COSMO_V7 = bytes.fromhex("3BDF96008031FE450031B8640429ECC173940180829000DA")
CITIZEN = bytes.fromhex("3B7F9600008031B865B085050011122460829000")
STRANGE = bytes.fromhex("3B8F8001804F0CA0000003060300030000000068")


class PlayedReaders:
    """A ``CardSource`` whose service and readers are as told; no card can be spoken to."""

    def __init__(self, *slots: Slot, running: bool = True) -> None:
        self._snapshot = Snapshot(running, slots)

    def wait(self, known: Snapshot | None, timeout: float) -> Snapshot:
        """The state told."""
        return self._snapshot

    def cancel(self) -> None:
        """Nothing waits."""

    def connect(self, reader: str) -> CardConnection:
        """Nobody is there."""
        raise NoCard(reader)

    def close(self) -> None:
        """Nothing is held."""


def parts(
    paths: Paths,
    source: CardSource | None = None,
    *,
    trust: TrustStore | None = None,
    connection: Connection | None = None,
    now: datetime | None = None,
    fault: KantaError | None = None,
    revocation: Revocation | None = None,
) -> Parts:
    """Parts of an installation at a moment, with nothing in its readers unless told."""
    return Parts(
        source=source or PlayedReaders(),
        trust=trust or practice_trust(),
        connection=connection,
        paths=paths,
        log=log_folder(paths.access_log),
        clock=lambda: now or datetime.now(UTC),
        fault=fault,
        revocation=revocation,
    )


def look(check_id: str, scene: Scene) -> Seen:
    """What one check of the registry sees in ``scene``, after those that it needs."""
    checks = {check.id: check for check in CHECKS}

    def first(check: Check) -> Seen:
        for need in check.needs:
            first(checks[need])
        return check.look(scene)

    return first(checks[check_id])


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        self.send_response_only(self.server.status)
        self.send_header("Date", format_datetime(datetime.now(UTC) + self.server.skew, True))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    status = 200
    skew = timedelta()

    def handle_error(self, request: object, client_address: object) -> None:
        """A refused handshake is what the test wants."""


@contextmanager
def archive_server(pki: Pki, *, status: int = 200, skew: timedelta = timedelta()) -> Iterator[str]:
    """An HTTPS server that demands a client certificate of ``pki``; its address."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH, cafile=pki.ca_file)
    context.verify_mode = ssl.CERT_REQUIRED
    context.load_cert_chain(pki.server_chain, pki.server_key)
    with _Server(("127.0.0.1", 0), _Handler) as server:
        server.status, server.skew = status, skew
        server.socket = context.wrap_socket(
            server.socket, server_side=True, do_handshake_on_connect=False
        )
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield f"https://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()


def connection_to(url: str, pki: Pki, own: Pki | None = None) -> Connection:
    """A connection to ``url`` that shows the client certificate of ``own`` (or of ``pki``)."""
    shown = own or pki
    return Connection(
        name="test",
        mode=Mode.TEST,
        url=url,
        profile="standin-1",
        ca_file=pki.ca_file,
        client_chain=shown.client_chain,
        client_key=shown.client_key,
    )


def short_lived(folder: Path, *, server: timedelta | None, client: timedelta | None) -> Pki:
    """Certificates that end so far from now; ``None`` for a long time."""
    folder.mkdir(parents=True, exist_ok=True)
    authority = trustme.CA()
    authority.cert_pem.write_to_path(folder / "ca.pem")
    for name, life in (("server", server), ("client", client)):
        until = datetime.now(UTC) + (life or timedelta(days=365))
        issued = authority.issue_cert("127.0.0.1", not_after=until)
        issued.cert_chain_pems[0].write_to_path(folder / f"{name}.pem")
        issued.private_key_pem.write_to_path(folder / f"{name}.key")
    names = ("server.pem", "server.key", "client.pem", "client.key")
    return Pki(folder / "ca.pem", *(folder / name for name in names))
