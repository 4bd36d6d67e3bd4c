"""Proxies between the desk and the archive: one that corrupts answers, one that inspects, one that
refuses."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.helpers.archive import Pki, https


@contextmanager
def corrupting(url: str, pki: Pki, corrupt: Callable[[bytes], bytes]) -> Iterator[str]:
    """A TLS proxy that both sides trust, which gives ``corrupt(body)`` in place of each answer."""

    with https(url, pki) as upstream:

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                answer = upstream.post(self.path, body, self.headers["Content-Type"])
                said = corrupt(answer.body)
                self.send_response(answer.status)
                self.send_header("Content-Type", answer.headers["content-type"])
                self.send_header("Content-Length", str(len(said)))
                self.end_headers()
                self.wfile.write(said)

            def log_message(self, format: str, *arguments: object) -> None:
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        server.daemon_threads = False
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(pki.server_chain, pki.server_key)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield f"https://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
            server.server_close()


class Connecting:
    """A proxy of the system's kind: it is asked to CONNECT, and gives ``answer``.

    With ``shown`` it then speaks TLS itself with that certificate, as one that inspects traffic;
    ``heard`` is what it got to read after that.
    """

    def __init__(self, answer: bytes, shown: Pki | None = None) -> None:
        self.lines: list[bytes] = []
        self.heard: list[bytes] = []
        self._answer = answer
        self._shown = shown
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._run)

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def __enter__(self) -> Connecting:
        self._thread.start()
        return self

    def __exit__(self, *failure: object) -> None:
        with suppress(OSError), socket.create_connection(self._listener.getsockname()):
            pass
        self._thread.join()
        self._listener.close()

    def _run(self) -> None:
        while True:
            connection, _ = self._listener.accept()
            with connection:
                head = connection.recv(4096)
                if not head:
                    return
                self.lines.append(head.partition(b"\r\n")[0])
                connection.sendall(self._answer)
                if self._shown is not None:
                    self._inspect(connection, self._shown)

    def _inspect(self, connection: socket.socket, shown: Pki) -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(shown.server_chain, shown.server_key)
        with suppress(OSError), context.wrap_socket(connection, server_side=True) as tls:
            self.heard.append(tls.recv(4096))
