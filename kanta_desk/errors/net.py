"""The way out of the machine."""

from __future__ import annotations

from kanta_desk.errors.base import KantaError


class NetError(KantaError):
    """The way to a server failed. ``host`` is the server's address without path or query."""

    retriable = True

    def __init__(self, host: str, reason: str = "") -> None:
        super().__init__(host=host, reason=reason)


class Offline(NetError):
    """No connection: name not found, refused, unreachable, or cut in the middle."""

    code = "KD-2001"


class AnswerTimedOut(NetError):
    """Connected, but the answer did not come in time: the outcome is not known."""

    code = "KD-2002"


class TlsRefused(NetError):
    """The handshake failed: their certificate, ours, or a proxy between."""

    code = "KD-2003"
    retriable = False


class AnswerTooLarge(NetError):
    """The answer is over the limit and was not read to its end."""

    code = "KD-2004"
    retriable = False


class ProxyRefused(NetError):
    """The proxy on the way lets nothing through: it wants a user and password, or forbids."""

    code = "KD-2005"
    retriable = False


class ServerCertificateExpired(TlsRefused):
    """The server's certificate is past its end, or not valid yet: by our clock."""

    code = "KD-2006"


class ServerUnknown(TlsRefused):
    """No authority that this connection trusts has issued the server's certificate."""

    code = "KD-2007"


class ServerNameWrong(TlsRefused):
    """The server's certificate is another server's."""

    code = "KD-2008"


class OwnCertificateRefused(TlsRefused):
    """The server does not take our certificate, or wants one and got none."""

    code = "KD-2009"


class OwnCertificateExpired(TlsRefused):
    """Our own certificate for the connection is out of date; ``reason`` says since when."""

    code = "KD-2010"
