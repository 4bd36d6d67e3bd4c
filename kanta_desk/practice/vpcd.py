"""A software card in the virtual reader of vsmartcard: the real smart-card service sees it.

The driver ``vpcd`` listens on one TCP port per reader, and a card connects to it. Every message is
a length (two bytes, big-endian) and so many bytes: a single byte is a control (power off, on,
reset, ATR wanted), anything longer a command APDU. To pull the card is to close the connection.
"""

from __future__ import annotations

import logging
import socket
import threading
from typing import Self

from kanta_desk.errors import NoReader
from kanta_desk.practice.card import SoftwareCard

PORT = 35963

_POWER_OFF, _POWER_ON, _RESET, _ATR = 0x00, 0x01, 0x02, 0x04
_CONNECT_TIMEOUT = 5.0
# Linux alone knows it. Without it each answer waits 40 ms for a delayed acknowledgement.
_QUICK_ACK: int | None = getattr(socket, "TCP_QUICKACK", None)

_log = logging.getLogger(__name__)


class VirtualReaderCard:
    """Puts software cards into one virtual reader. Also a context manager that ends with ``stop``.

    While it is in the reader, the card belongs to this object's thread.
    """

    def __init__(self, host: str = "127.0.0.1", port: int = PORT) -> None:
        self._address = (host, port)
        self._socket: socket.socket | None = None
        self._thread: threading.Thread | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.stop()

    def insert(self, card: SoftwareCard) -> None:
        """Put ``card`` into the reader, in place of what is there.

        Raises:
            NoReader: if no virtual reader listens.
        """
        self.remove()
        try:
            connected = socket.create_connection(self._address, _CONNECT_TIMEOUT)
        except OSError as error:
            raise NoReader("Virtual PCD", error.strerror or "") from None
        connected.settimeout(None)
        connected.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._socket = connected
        self._thread = threading.Thread(
            target=_serve, args=(connected, card), name="virtual reader", daemon=True
        )
        self._thread.start()

    def remove(self) -> None:
        """Pull the card, if there is one; returns when its thread has ended."""
        if self._socket is not None and self._thread is not None:
            try:
                self._socket.shutdown(socket.SHUT_RDWR)
            except OSError as error:
                _log.debug("virtual reader had gone: %s", error.strerror)
            if self._thread is not threading.current_thread():
                self._thread.join()
            self._socket.close()
            self._socket = self._thread = None

    def stop(self) -> None:
        """Pull the card for good."""
        self.remove()


def _serve(connected: socket.socket, card: SoftwareCard) -> None:
    try:
        while (message := _receive(connected)) is not None:
            answer = _answer(card, message)
            if answer is not None:
                connected.sendall(len(answer).to_bytes(2, "big") + answer)
    except OSError as error:
        _log.debug("virtual reader has gone: %s", error.strerror)
    finally:
        card.reset()


def _answer(card: SoftwareCard, message: bytes) -> bytes | None:
    if len(message) > 1:
        return card.process(message)
    control = message[0] if message else _POWER_OFF
    if control == _ATR:
        return card.atr
    if control == _POWER_ON:
        card.power_on()
    else:
        card.reset()
    return None


def _receive(connected: socket.socket) -> bytes | None:
    """One message, or None when the reader has closed."""
    head = _exactly(connected, 2)
    return None if head is None else _exactly(connected, int.from_bytes(head, "big"))


def _exactly(connected: socket.socket, count: int) -> bytes | None:
    data = b""
    while len(data) < count:
        part = connected.recv(count - len(data))
        if _QUICK_ACK is not None:
            connected.setsockopt(socket.IPPROTO_TCP, _QUICK_ACK, 1)
        if not part:
            return None
        data += part
    return data
