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
from kanta_desk.practice.card_faults import CardPulled

PORT = 35963

_POWER_OFF, _POWER_ON, _RESET, _ATR = 0x00, 0x01, 0x02, 0x04
# An empty ATR would look like no card at all; this the service cannot make out, as with a mute one.
_NO_ATR = b"\x00"
_CONNECT_TIMEOUT = 5.0
_MOST = 64 * 1024
# Linux alone knows it. Without it each answer waits 40 ms for a delayed acknowledgement.
_QUICK_ACK: int | None = getattr(socket, "TCP_QUICKACK", None)

_log = logging.getLogger(__name__)


class VirtualReaderCard:
    """Puts software cards into one virtual reader. Also a context manager that ends with ``stop``.

    While it is in the reader, the card belongs to a thread of this object's.
    """

    def __init__(self, host: str = "127.0.0.1", port: int = PORT) -> None:
        self._address = (host, port)
        self._seat: _Seat | None = None

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
            self._seat = _Seat(self._address, card)
        except OSError as error:
            raise NoReader("Virtual PCD", error.strerror or "") from None

    def remove(self) -> None:
        """Pull the card, if there is one; returns when its thread has ended."""
        seat, self._seat = self._seat, None
        if seat is not None:
            seat.leave()

    def holds(self, card: SoftwareCard) -> bool:
        """Whether ``card`` is in: a fault may have thrown it out."""
        return self._seat is not None and self._seat.card is card and self._seat.is_taken

    def stop(self) -> None:
        """Pull the card for good."""
        self.remove()


class _Seat:
    """A card in the reader, from its putting in until it leaves."""

    def __init__(self, address: tuple[str, int], card: SoftwareCard) -> None:
        self.card = card
        self._address = address
        self._socket = _connect(address)
        self._leaving = threading.Event()
        self._guard = threading.Lock()
        card.put_in()
        self._thread = threading.Thread(target=self._run, name="virtual reader", daemon=True)
        self._thread.start()

    @property
    def is_taken(self) -> bool:
        """Whether the card is still in."""
        return self._thread.is_alive()

    def leave(self) -> None:
        """Pull the card; returns when its thread has ended, unless it is the calling one."""
        self._leaving.set()
        self.card.pull()
        with self._guard:
            _shut(self._socket)
        if self._thread is not threading.current_thread():
            self._thread.join()

    def _run(self) -> None:
        try:
            while _serve(self._socket, self.card):
                self._power_anew()
        except CardPulled:
            _log.debug("the card left in the middle of a command")
        except OSError as error:
            _log.debug("virtual reader has gone: %s", error.strerror)
        finally:
            self.card.reset()
            _shut(self._socket)
            self._socket.close()

    def _power_anew(self) -> None:
        """Break the contact and make it again: all that the driver understands as "no answer".

        To an empty answer it would wait for ever. The card is without power before anyone can know.
        """
        self.card.reset()
        _shut(self._socket)
        self._socket.close()
        with self._guard:
            if self._leaving.is_set():
                raise CardPulled
            self._socket = _connect(self._address)


def _connect(address: tuple[str, int]) -> socket.socket:
    connected = socket.create_connection(address, _CONNECT_TIMEOUT)
    connected.settimeout(None)
    connected.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return connected


def _serve(connected: socket.socket, card: SoftwareCard) -> bool:
    """Answer the reader until it closes (False) or the card gives no answer (True)."""
    received = bytearray()
    while (message := _message(connected, received)) is not None:
        answer = _answer(card, message)
        if answer is None:
            continue
        if not answer:
            return True
        connected.sendall(len(answer).to_bytes(2, "big") + answer)
    return False


def _shut(connected: socket.socket) -> None:
    """Let the reader see that the card has gone; it may have gone first itself."""
    try:
        connected.shutdown(socket.SHUT_RDWR)
    except OSError as error:
        _log.debug("virtual reader had gone: %s", error.strerror)


def _answer(card: SoftwareCard, message: bytes) -> bytes | None:
    if len(message) > 1:
        return card.process(message)
    control = message[0] if message else _POWER_OFF
    if control == _ATR:
        return card.atr or _NO_ATR
    if control == _POWER_ON:
        card.power_on()
    else:
        card.reset()
    return None


def _message(connected: socket.socket, received: bytearray) -> bytes | None:
    """The next message, or None when the reader has closed; ``received`` holds what came early."""
    while len(received) < 2 or len(received) < 2 + int.from_bytes(received[:2], "big"):
        part = connected.recv(_MOST)
        if _QUICK_ACK is not None:
            connected.setsockopt(socket.IPPROTO_TCP, _QUICK_ACK, 1)
        if not part:
            return None
        received += part
    end = 2 + int.from_bytes(received[:2], "big")
    message = bytes(received[2:end])
    del received[:end]
    return message
