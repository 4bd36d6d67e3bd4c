"""What the issuers of certificates publish in the open: small answers, and large files.

Plain HTTP is right here: OCSP answers and revocation lists are signed by their issuer, and asking
for them over TLS would need a certificate whose own revocation is to be asked (RFC 5280 §4.2.1.13).
"""

from __future__ import annotations

import ssl
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import TracebackType
from typing import IO
from urllib.parse import urlsplit

import httpx

from kanta_desk.errors import AnswerTimedOut, AnswerTooLarge, Offline, SettingsUnreadable
from kanta_desk.net.failures import named_failure
from kanta_desk.net.http import Answer, Timeouts, is_loopback

_MAX_CONNECTIONS = 4
_QUICK = Timeouts(connect=4.0, read=6.0, total=10.0)
_PATIENT = Timeouts(connect=4.0, read=15.0, total=180.0)


class Fetcher:
    """Fetches over plain HTTP, without credentials; safe to use from several threads at once.

    ``proxy`` (``http://host:port``) is asked for everything; without one, the system's proxy is,
    but never for this machine itself. Nothing is redirected, cached or decompressed.
    """

    def __init__(
        self, proxy: str = "", quick: Timeouts = _QUICK, patient: Timeouts = _PATIENT
    ) -> None:
        """``quick`` is for answers, ``patient`` for files.

        Raises:
            SettingsUnreadable: if ``proxy`` is no http address.
        """
        if proxy and not _is_http(proxy):
            raise SettingsUnreadable("proxy", "not an http address")
        self._proxied = bool(proxy)
        self._quick, self._patient = quick, patient
        self._stopped = threading.Event()
        # Asked once in a while: nothing is kept open in between.
        limits = httpx.Limits(max_connections=_MAX_CONNECTIONS, max_keepalive_connections=0)
        no_tls = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # trusts nobody, and costs no reading
        self._outer = httpx.Client(
            proxy=proxy or None, verify=no_tls, limits=limits, headers=_HEADERS
        )
        # What is on this machine is not asked of the system's proxy.
        self._own = (
            self._outer
            if proxy
            else httpx.Client(verify=no_tls, trust_env=False, limits=limits, headers=_HEADERS)
        )

    def post(self, url: str, body: bytes, content_type: str, max_bytes: int) -> Answer:
        """Post ``body`` and return the answer, whatever its status.

        Raises:
            Offline, AnswerTimedOut, AnswerTooLarge.
        """
        pieces: list[bytes] = []
        headers = {"Content-Type": content_type}
        with self._sent("POST", url, self._quick, headers, body) as (response, host):
            for piece in self._bounded(response, host, max_bytes, self._quick.total):
                pieces.append(piece)
            return Answer(response.status_code, dict(response.headers), b"".join(pieces))

    def download(
        self, url: str, into: IO[bytes], max_bytes: int, headers: Mapping[str, str] | None = None
    ) -> Answer:
        """Get a file piece by piece ``into`` a file; the answer's body is left empty.

        Nothing is written unless the status is 200.

        Raises:
            Offline, AnswerTimedOut, AnswerTooLarge: what was written until then is of no use.
            OSError: if it cannot be written.
        """
        with self._sent("GET", url, self._patient, headers or {}) as (response, host):
            if response.status_code == httpx.codes.OK:
                for piece in self._bounded(response, host, max_bytes, self._patient.total):
                    into.write(piece)
            return Answer(response.status_code, dict(response.headers), b"")

    def stop(self) -> None:
        """Let what is under way end soon, as if nobody answered; begin nothing any more."""
        self._stopped.set()

    def close(self) -> None:
        """Let all connections go, once nothing is under way."""
        self.stop()
        self._outer.close()
        self._own.close()

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @contextmanager
    def _sent(
        self,
        method: str,
        url: str,
        timeouts: Timeouts,
        headers: Mapping[str, str],
        body: bytes | None = None,
    ) -> Iterator[tuple[httpx.Response, str]]:
        host = host_of(url)
        name = urlsplit(url).hostname or "" if host else ""
        if self._stopped.is_set():
            raise Offline(host, "stopped")
        if not name:
            raise Offline(host, "not an http address")
        if name.lower().rstrip(".").endswith(".invalid") and not self._proxied:
            raise Offline(host, "a name that never exists")  # RFC 6761 §6.4: not even looked up
        client = self._own if is_loopback(name) else self._outer
        timeout = httpx.Timeout(timeouts.read, connect=timeouts.connect)
        try:
            with client.stream(
                method, url, content=body, headers=dict(headers), timeout=timeout
            ) as response:
                yield response, host
        except httpx.HTTPError as error:
            raise named_failure(error, host) from error
        except httpx.InvalidURL:
            raise Offline(host, "not an http address") from None

    def _bounded(
        self, response: httpx.Response, host: str, most: int, seconds: float
    ) -> Iterator[bytes]:
        """The pieces of an answer, as long as they keep within size and time."""
        deadline = time.monotonic() + seconds
        size = 0
        for piece in response.iter_raw():
            size += len(piece)
            if size > most:
                raise AnswerTooLarge(host, f"> {most} bytes")
            if self._stopped.is_set():
                raise Offline(host, "stopped")
            if time.monotonic() > deadline:
                raise AnswerTimedOut(host, "total")
            yield piece


_HEADERS = {"Accept-Encoding": "identity", "User-Agent": "kanta-desk"}


def host_of(url: str) -> str:
    """Host and port of an http address, as evidence may name them; empty if it is none."""
    return urlsplit(url).netloc.rpartition("@")[2] if _is_http(url) else ""


def _is_http(url: str) -> bool:
    try:
        address = urlsplit(url)
        return address.scheme == "http" and bool(address.hostname) and address.port != 0
    except ValueError:
        return False
