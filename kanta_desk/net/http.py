"""The one way out over HTTPS: our certificate shown, time and size bounded, failures named."""

from __future__ import annotations

import ipaddress
import ssl
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from pathlib import Path
from types import TracebackType
from urllib.parse import urlsplit

import httpx

from kanta_desk.errors import (
    AnswerTimedOut,
    AnswerTooLarge,
    NetError,
    Offline,
    OwnCertificateExpired,
    OwnCertificateRefused,
    SettingsUnreadable,
)
from kanta_desk.model.time import finnish_date, utc_now
from kanta_desk.net.failures import named_failure
from kanta_desk.net.identity import Identity

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

        ``client_chain``, ``client_key`` and ``passphrase`` are as ``Identity`` takes them.

        Raises:
            SettingsUnreadable: if the address is not https, or a certificate file has a fault.
        """
        address = urlsplit(base_url)
        if address.scheme != "https" or not address.hostname:
            raise SettingsUnreadable("archive address", "not an https address")
        self.host = address.netloc.rpartition("@")[2]
        self._address = cache(lambda path: httpx.URL(f"{base_url.rstrip('/')}/{path.lstrip('/')}"))
        self._timeouts = timeouts or Timeouts()
        self._max_bytes = max_bytes
        self._identity = (
            Identity(client_chain, client_key, passphrase) if client_chain is not None else None
        )
        self._client = httpx.Client(
            verify=_context(ca_file, self._identity),
            trust_env=not is_loopback(address.hostname),
            timeout=httpx.Timeout(self._timeouts.read, connect=self._timeouts.connect),
            limits=httpx.Limits(max_connections=_MAX_CONNECTIONS),
            headers={"Accept-Encoding": "identity", "User-Agent": "kanta-desk"},
        )

    def get(self, path: str) -> Answer:
        """Fetch ``path``; a connection that died while idle is replaced once.

        Raises:
            NetError: one of its kinds, each with a cause and a remedy of its own.
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
            NetError: one of its kinds, each with a cause and a remedy of its own.
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
            with self._client.stream(
                method, self._address(path), content=body, headers=dict(headers)
            ) as response:
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
            raise self._or_our_own_fault(failure) from error

    def _or_our_own_fault(self, failure: NetError) -> NetError:
        """A server that refuses our certificate may not say that it is out of date; we know."""
        if isinstance(failure, OwnCertificateRefused) and self._identity is not None:
            begins, ends = self._identity.validity()
            if not begins <= utc_now() <= ends:
                return OwnCertificateExpired(
                    self.host, f"{finnish_date(begins)}–{finnish_date(ends)}"
                )
        return failure


_DIED_UNANSWERED = (httpx.RemoteProtocolError, httpx.ReadError, httpx.WriteError)


def _server_certificate(response: httpx.Response) -> bytes:
    tls = response.extensions["network_stream"].get_extra_info("ssl_object")
    return (tls.getpeercert(True) if tls else None) or b""


def clock_skew(answer: Answer, now: datetime) -> float | None:
    """Seconds by which this computer's clock is ahead of the server's; None if it tells no time.

    The server tells whole seconds (RFC 9110 §6.6.1), and the way back takes some time too.
    """
    try:
        told = parsedate_to_datetime(answer.headers.get("date", ""))
    except ValueError:
        return None
    return (now - (told if told.tzinfo else told.replace(tzinfo=UTC))).total_seconds()


def _context(ca_file: Path | None, identity: Identity | None) -> ssl.SSLContext:
    try:
        context = ssl.create_default_context(cafile=ca_file)
    except (OSError, ssl.SSLError) as error:
        name = ca_file.name if ca_file else "system roots"
        raise SettingsUnreadable(name, getattr(error, "reason", "") or str(error)) from None
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if identity is not None:
        identity.load_into(context)
    return context


def is_loopback(host: str) -> bool:
    """Whether ``host`` is a name or an address of this machine itself."""
    if host.lower().rstrip(".") == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
