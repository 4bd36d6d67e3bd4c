"""The one way out over HTTPS: our certificate shown, time and size bounded, failures named."""

from __future__ import annotations

import ipaddress
import ssl
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from urllib.parse import urlsplit

import httpx

from kanta_desk.errors import (
    AnswerTimedOut,
    AnswerTooLarge,
    NetError,
    Offline,
    SettingsUnreadable,
    TlsRefused,
)

_MAX_CONNECTIONS = 8


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Seconds: to connect, between two pieces of the answer, and for the whole answer."""

    connect: float = 10.0
    read: float = 30.0
    total: float = 120.0


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole HTTP answer; header names are in lower case.

    ``server_certificate`` is what the server showed of itself, DER.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes = field(repr=False)
    server_certificate: bytes = field(default=b"", repr=False)


class HttpClient:
    """HTTPS with mutual TLS to one server; safe to use from several threads at once.

    The system's proxy is used, but never for this machine itself. Nothing is redirected, cached
    or decompressed. Personal data goes in bodies only, never in a path.
    """

    def __init__(
        self,
        base_url: str,
        ca_file: Path | None,
        client_chain: Path | None = None,
        client_key: Path | None = None,
        timeouts: Timeouts | None = None,
        max_bytes: int = 64 * 1024 * 1024,
        passphrase: Callable[[], str] = lambda: "",
    ) -> None:
        """``ca_file``: the roots that the server is trusted by, and no others (PEM); None: those
        of the operating system.

        ``passphrase`` is asked for only if ``client_key`` is encrypted.

        Raises:
            SettingsUnreadable: if the address is not https, or a certificate file has a fault.
        """
        address = urlsplit(base_url)
        if address.scheme != "https" or not address.hostname:
            raise SettingsUnreadable("archive address", "not an https address")
        self.host = address.netloc.rpartition("@")[2]
        self._timeouts = timeouts or Timeouts()
        self._max_bytes = max_bytes
        self._client = httpx.Client(
            base_url=base_url,
            verify=_context(ca_file, client_chain, client_key, passphrase),
            trust_env=not is_loopback(address.hostname),
            timeout=httpx.Timeout(self._timeouts.read, connect=self._timeouts.connect),
            limits=httpx.Limits(max_connections=_MAX_CONNECTIONS),
            headers={"Accept-Encoding": "identity", "User-Agent": "kanta-desk"},
        )

    def get(self, path: str) -> Answer:
        """Fetch ``path``; a connection that died while idle is replaced once.

        Raises:
            Offline, AnswerTimedOut, TlsRefused, AnswerTooLarge.
        """
        return self._send("GET", path, b"", {}, retry=True)

    def post(
        self,
        path: str,
        body: bytes,
        content_type: str,
        headers: Mapping[str, str] | None = None,
        *,
        retry: bool = False,
    ) -> Answer:
        """Post ``body``. ``retry``: the act may be sent again if a connection dies unanswered.

        Only for acts that change nothing on the other side, or that carry an id of their own.

        Raises:
            Offline, AnswerTimedOut, TlsRefused, AnswerTooLarge.
        """
        return self._send(
            "POST", path, body, {"Content-Type": content_type, **(headers or {})}, retry=retry
        )

    def close(self) -> None:
        """Let all connections go."""
        self._client.close()

    def __enter__(self) -> HttpClient:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _send(
        self, method: str, path: str, body: bytes, headers: Mapping[str, str], *, retry: bool
    ) -> Answer:
        try:
            return self._once(method, path, body, headers)
        except Offline as error:
            # A server that was restarted has closed the connections that we kept; one new
            # connection tells that case from a server that is gone.
            if not retry or not isinstance(error.__cause__, _DIED_UNANSWERED):
                raise
        return self._once(method, path, body, headers)

    def _once(self, method: str, path: str, body: bytes, headers: Mapping[str, str]) -> Answer:
        deadline = time.monotonic() + self._timeouts.total
        answered = False
        pieces: list[bytes] = []
        size = 0
        try:
            with self._client.stream(method, path, content=body, headers=dict(headers)) as response:
                answered = True
                shown = _server_certificate(response)
                for piece in response.iter_raw():
                    size += len(piece)
                    if size > self._max_bytes:
                        raise AnswerTooLarge(self.host, f"> {self._max_bytes} bytes")
                    if time.monotonic() > deadline:
                        raise AnswerTimedOut(self.host, "total")
                    pieces.append(piece)
                told = dict(response.headers)
                return Answer(response.status_code, told, b"".join(pieces), shown)
        except httpx.HTTPError as error:
            failure = named_failure(error, self.host)
            if answered and isinstance(failure, Offline):
                raise Offline(self.host, "cut in the middle of the answer") from None
            raise failure from error


_DIED_UNANSWERED = (httpx.RemoteProtocolError, httpx.ReadError, httpx.WriteError)


def _server_certificate(response: httpx.Response) -> bytes:
    tls = response.extensions["network_stream"].get_extra_info("ssl_object")
    return (tls.getpeercert(True) if tls else None) or b""


def named_failure(error: httpx.HTTPError, host: str) -> NetError:
    """The program's own error for one of httpx's."""
    if isinstance(error, httpx.TimeoutException):
        if isinstance(error, httpx.ConnectTimeout):
            return Offline(host, "connect timeout")
        return AnswerTimedOut(host, "read")
    if refused := _tls_fault(error):
        return TlsRefused(host, refused)
    return Offline(host, type(error).__name__)


def _tls_fault(error: BaseException | None) -> str:
    """OpenSSL's reason, if TLS was refused; a bare end of the connection says nothing of TLS."""
    while error is not None:
        if isinstance(error, ssl.SSLError) and not isinstance(
            error, (ssl.SSLEOFError, ssl.SSLZeroReturnError)
        ):
            return getattr(error, "verify_message", "") or error.reason or "handshake"
        error = error.__cause__ or error.__context__
    return ""


def _context(
    ca_file: Path | None, chain: Path | None, key: Path | None, passphrase: Callable[[], str]
) -> ssl.SSLContext:
    at = ca_file
    try:
        context = ssl.create_default_context(cafile=ca_file)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        if chain is not None:
            at = chain
            context.load_cert_chain(chain, key, passphrase)
    except (OSError, ssl.SSLError) as error:
        name = at.name if at else "system roots"
        raise SettingsUnreadable(name, getattr(error, "reason", "") or str(error)) from None
    return context


def is_loopback(host: str) -> bool:
    """Whether ``host`` is a name or an address of this machine itself."""
    if host.lower().rstrip(".") == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
