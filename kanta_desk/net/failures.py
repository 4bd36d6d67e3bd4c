"""Which of the program's own errors a failed request is."""

from __future__ import annotations

import re
import ssl
from typing import Final

import httpx

from kanta_desk.errors import (
    AnswerTimedOut,
    NetError,
    Offline,
    OwnCertificateRefused,
    ProxyRefused,
    ServerCertificateExpired,
    ServerNameWrong,
    ServerUnknown,
    TlsRefused,
)

# OpenSSL's X509_V_ERR_… numbers.
_OF_TIME: Final = {9, 10}
_OF_NAME: Final = {62, 63, 64}
_OF_ISSUER: Final = {2, 18, 19, 20, 21, 24, 27}
_ALERTS: Final = re.compile(
    r"ALERT_(BAD|UNSUPPORTED|NO)_CERTIFICATE|ALERT_CERTIFICATE|CERTIFICATE_REQUIRED"
    r"|ALERT_UNKNOWN_CA|ALERT_ACCESS_DENIED"
)
_STATUS: Final = re.compile(r"\d{3}")
_GATEWAY: Final = ("502", "503", "504")


def named_failure(error: httpx.HTTPError, host: str) -> NetError:
    """The program's own error for one of httpx's."""
    if isinstance(error, httpx.TimeoutException):
        if isinstance(error, httpx.ConnectTimeout):
            return Offline(host, "connect timeout")
        return AnswerTimedOut(host, "read")
    if isinstance(error, httpx.ProxyError):
        return _of_proxy(error, host)
    if (fault := _tls_fault(error)) is not None:
        return _of_tls(fault, host)
    return Offline(host, type(error).__name__)


def _of_proxy(error: httpx.ProxyError, host: str) -> NetError:
    """A proxy that cannot reach the server is no refusal of the proxy's."""
    found = _STATUS.match(str(error))
    status = found[0] if found else ""
    if status in _GATEWAY:
        return Offline(host, f"proxy {status}")
    return ProxyRefused(host, f"HTTP {status}" if status else "")


def _of_tls(fault: ssl.SSLError, host: str) -> NetError:
    if isinstance(fault, ssl.SSLCertVerificationError):
        said = fault.verify_message or fault.reason or ""
        for numbers, kind in (
            (_OF_TIME, ServerCertificateExpired),
            (_OF_NAME, ServerNameWrong),
            (_OF_ISSUER, ServerUnknown),
        ):
            if fault.verify_code in numbers:
                return kind(host, said)
        return TlsRefused(host, said)
    reason = fault.reason or "handshake"
    return (OwnCertificateRefused if _ALERTS.search(reason) else TlsRefused)(host, reason)


def _tls_fault(error: BaseException | None) -> ssl.SSLError | None:
    """OpenSSL's error, if TLS was refused; a bare end of the connection says nothing of TLS."""
    while error is not None:
        if isinstance(error, ssl.SSLError) and not isinstance(
            error, (ssl.SSLEOFError, ssl.SSLZeroReturnError)
        ):
            return error
        error = error.__cause__ or error.__context__
    return None
