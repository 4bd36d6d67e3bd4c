"""The stand-in archive as a real HTTPS server in a thread, with mandatory client certificates."""

from __future__ import annotations

import asyncio
import logging
import os
import socket
import ssl
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol

import h11
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from kanta_desk.archive.profile import Key, MessageProfile
from kanta_desk.errors import PortTaken, SettingsUnreadable
from kanta_desk.practice.faults import Mishap
from kanta_desk.practice.organisation import NOTICE_ASCII, PROFILE
from kanta_desk.practice.standin_app import StandInApp
from kanta_desk.practice.standin_mishaps import Staged
from kanta_desk.practice.standin_store import Action, Crowd, Store

_STOP_SECONDS = 2


class ServerPki(Protocol):
    """The certificate files that the server needs (PEM)."""

    @property
    def ca_file(self) -> Path:
        """The roots that callers' certificates must lead to."""
        ...

    @property
    def server_chain(self) -> Path:
        """The server's certificate and its issuers."""
        ...

    @property
    def server_key(self) -> Path:
        """The key of ``server_chain``."""
        ...


class StandIn:
    """A stand-in archive over the documents in ``state_folder``; loopback only.

    ``start`` and ``stop`` may be called again and again: a start after a stop uses the same port,
    so that the desk finds it where it was.
    """

    def __init__(
        self,
        state_folder: Path,
        pki: ServerPki,
        port: int = 0,
        *,
        authorities: Sequence[bytes] = (),
        die: Callable[[], None] | None = None,
        crowd: Crowd | None = None,
        faults: Sequence[Staged] = (),
    ) -> None:
        """``authorities`` (DER) issue the certificates that requests may be signed with. ``crowd``
        are documents beside the stored ones; ``faults`` are staged at each start.

        ``die`` is how the server dies when a mishap wants it to; by default it stops without
        another word, and can be started again.
        """
        self._folder = state_folder
        self._pki = pki
        self._port = port
        self._authorities = tuple(authorities)
        self._crowd = crowd
        self._faults = tuple(faults)
        self._die = die or self._break_off
        self._profile = MessageProfile.load(PROFILE)
        self._store: Store | None = None
        self._app: StandInApp | None = None
        self._server: _Server | None = None
        self._thread: threading.Thread | None = None

    def start(self) -> str:
        """Listen, and return the server's address once it answers.

        Raises:
            PortTaken: if it cannot listen there.
            SettingsUnreadable: if a certificate file has a fault.
        """
        if self._thread is not None:
            return self.url
        try:
            listener = socket.create_server(("127.0.0.1", self._port))
        except OSError as error:
            raise PortTaken(self._port, os.strerror(error.errno or 0)) from None
        self._port = listener.getsockname()[1]
        self._store = Store(self._folder, self._crowd)
        self._app = StandInApp(self._store, self._profile, self._authorities, self._die)
        for staged in self._faults:
            self._app.stage(staged)
        try:
            self._server = _Server(_config(self._app, self._pki))
        except (OSError, ssl.SSLError) as error:
            listener.close()
            self._store.close()
            raise SettingsUnreadable("server certificate", str(error)) from None
        self._thread = threading.Thread(
            target=self._server.run_until_told, args=(listener,), name="standin", daemon=True
        )
        self._thread.start()
        self._server.ready.wait()
        return self.url

    def stop(self) -> None:
        """Close all connections and wait until the server is gone."""
        if self._thread is None or self._server is None or self._store is None:
            return
        self._server.should_exit = True
        self._thread.join()
        self._store.close()
        self._thread = None

    @property
    def url(self) -> str:
        """The server's address, without a path."""
        return f"https://127.0.0.1:{self._port}"

    @property
    def port(self) -> int:
        """The port it listens on; 0 before the first start."""
        return self._port

    def stage(self, mishap: Mishap, interaction: Key | None = None) -> threading.Event:
        """Let the next message, or the next of one kind, meet with a mishap.

        Several are met one after another. Returns an event that is set once a message has met
        with it.
        """
        name = self._profile[interaction] if interaction else ""
        staged = Staged(mishap, name)
        if self._app is not None:
            self._app.stage(staged)
        return staged.met

    def calm(self) -> None:
        """Forget the mishaps that no message has met with."""
        if self._app is not None:
            self._app.calm()

    def actions(self) -> tuple[Action, ...]:
        """The server's own action log, oldest first."""
        store = Store(self._folder)
        try:
            return store.actions()
        finally:
            store.close()

    def _break_off(self) -> None:
        if self._server is not None:
            self._server.should_exit = True
            for connection in list(self._server.server_state.connections):
                connection.transport.abort()

    def __enter__(self) -> StandIn:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()


class _Server(uvicorn.Server):
    """uvicorn in a thread, which says when it is ready."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        await super().shutdown(sockets)
        for connection in list(self.server_state.connections):
            connection.transport.abort()
        await asyncio.sleep(0)  # the loop closes what was aborted in its next round

    def run_until_told(self, listener: socket.socket) -> None:
        try:
            self.run([listener])
        finally:
            self.ready.set()


class _PeerProtocol(H11Protocol):
    """HTTP/1.1 that tells the application whose certificate the connection came with."""

    def connection_made(self, transport: Any) -> None:
        certificate = transport.get_extra_info("ssl_object").getpeercert()
        parts = (pair for part in certificate["subject"] for pair in part)
        # asyncio leaves this out for sockets that were made without naming their protocol; with
        # Nagle's algorithm every answer would wait for the caller's delayed acknowledgement.
        wire = transport.get_extra_info("socket")
        wire.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        peer = ", ".join(f"{name}={value}" for name, value in parts)
        self.app_state = {**self.app_state, "peer": peer, "transport": transport}
        super().connection_made(transport)

    def send_400_response(self, msg: str) -> None:
        """Refuse what is no HTTP. uvicorn's own answer would not say that this is practice."""
        headers = [
            (b"content-type", b"text/plain; charset=utf-8"),
            (b"connection", b"close"),
            (b"x-kanta-desk", NOTICE_ASCII.encode("ascii")),
        ]
        for event in (
            h11.Response(status_code=400, headers=headers, reason=b"Bad Request"),
            h11.Data(data=msg.encode("ascii")),
            h11.EndOfMessage(),
        ):
            self.transport.write(self.conn.send(event) or b"")
        self.transport.close()

    def shutdown(self) -> None:
        super().shutdown()
        # An idle caller does not answer TLS's goodbye; waiting for it would only delay the stop.
        if self.transport.is_closing():
            self.transport.abort()


class _AlertingTls(ssl.SSLObject):
    """Lets a refused caller read why.

    asyncio drops what OpenSSL has to say when a handshake fails. This reports a failed handshake
    as one that waits for more, so that the alert is sent; the caller then hangs up, or asyncio's
    handshake timeout ends it.
    """

    def do_handshake(self) -> None:
        if getattr(self, "_failed", False):
            raise ssl.SSLWantReadError
        try:
            super().do_handshake()
        except (ssl.SSLWantReadError, ssl.SSLWantWriteError, ssl.SSLSyscallError):
            raise
        except ssl.SSLError:
            self._failed = True
            raise ssl.SSLWantReadError from None


def _config(app: StandInApp, pki: ServerPki) -> uvicorn.Config:
    config = uvicorn.Config(
        app.asgi,
        http=_PeerProtocol,
        lifespan="off",
        ws="none",
        log_config=None,
        access_log=False,
        log_level=logging.CRITICAL,
        server_header=False,
        date_header=False,
        headers=[("X-Kanta-Desk", NOTICE_ASCII)],
        timeout_graceful_shutdown=_STOP_SECONDS,
        ssl_certfile=pki.server_chain,
        ssl_keyfile=pki.server_key,
        ssl_ca_certs=str(pki.ca_file),
        ssl_cert_reqs=ssl.CERT_REQUIRED,
    )
    config.load()
    if config.ssl is None:
        raise ssl.SSLError("no TLS context")
    config.ssl.minimum_version = ssl.TLSVersion.TLSv1_2
    config.ssl.sslobject_class = _AlertingTls
    return config
