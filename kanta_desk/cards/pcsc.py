"""Readers and cards through the operating system's smart-card service (PC/SC).

Works on ``smartcard.scard`` alone: pyscard's own monitors die with the service and never come back.
The source keeps one context for watching, every connection has its own, and whatever code says that
the service has gone leads to a fresh context at the next look.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from typing import Any, TypeVar

from smartcard import scard as untyped_scard

from kanta_desk.cards.source import Slot, Snapshot
from kanta_desk.errors import (
    CardAnswerBad,
    CardError,
    CardInUse,
    CardMute,
    CardRemoved,
    NoCard,
    NoReader,
    ServiceNotRunning,
)

scard: Any = untyped_scard
_T = TypeVar("_T")

_PNP = r"\\?PnP?\Notification"
_FIRST_PAUSE = 0.1
_LONGEST_PAUSE = 2.0
_RELIST = 1.0
_LISTINGS = 3
_LONGEST_BLOCK = 3600.0

_PROTOCOLS = scard.SCARD_PROTOCOL_T0 | scard.SCARD_PROTOCOL_T1

_GET_FEATURES = scard.SCARD_CTL_CODE(3400)
"""CM_IOCTL_GET_FEATURE_REQUEST of PC/SC part 10 §2.2, in the numbering of this system."""

_OK = 0x00000000
_CANCELLED = 0x80100002
_TIMEOUT = 0x8010000A
_UNKNOWN_READER = 0x80100009
_NO_READERS = 0x8010002E
_RESET_BY_OTHER = 0x80100068
_REMOVED = 0x80100069

# PC/SC result codes as errors. Whatever is not here is told by its number.
_ERRORS: dict[int, type[CardError]] = {
    0x8010001D: ServiceNotRunning,  # no service
    0x8010001E: ServiceNotRunning,  # service stopped
    0x80100013: ServiceNotRunning,  # communication error
    0x80100003: ServiceNotRunning,  # invalid handle, left from an earlier service
    0x80100009: NoReader,  # unknown reader
    0x80100017: NoReader,  # reader unavailable
    0x8010002E: NoReader,  # no readers
    0x8010000C: NoCard,
    0x80100066: CardMute,  # unresponsive
    0x80100067: CardMute,  # unpowered
    0x8010000F: CardMute,  # no common protocol
    0x8010000B: CardInUse,  # sharing violation
    _RESET_BY_OTHER: CardRemoved,
    _REMOVED: CardRemoved,
    0x80100016: CardRemoved,  # not transacted: gone in the middle of a command
}

_log = logging.getLogger(__name__)


def _code(result: int) -> int:
    """A result code as documented: Windows gives negative numbers."""
    return result & 0xFFFFFFFF


def _error(code: int, reader: str, step: str) -> CardError:
    return _ERRORS.get(code, CardAnswerBad)(reader, f"{step}: 0x{code:08X}")


def _require(result: int, reader: str, step: str) -> None:
    if (code := _code(result)) != _OK:
        raise _error(code, reader, step)


def _establish() -> Any:
    result, context = scard.SCardEstablishContext(scard.SCARD_SCOPE_USER)
    _require(result, "", "SCardEstablishContext")
    return context


class PcscSource:
    """A ``CardSource`` over the service. ``wait`` is for one thread, the rest for any.

    ``patience``: seconds to wait for another program's transaction before the card counts as in
    use.
    """

    def __init__(self, patience: float = 5.0) -> None:
        self._patience = patience
        self._context: Any = None
        self._guard = threading.Lock()
        self._wake = threading.Event()
        self._has_pnp = True

    def wait(self, known: Snapshot | None, timeout: float) -> Snapshot:
        """See ``CardSource.wait``."""
        until = time.monotonic() + timeout
        pause = _FIRST_PAUSE
        while True:
            snapshot, states = self._look()
            left = until - time.monotonic()
            if snapshot != known or left <= 0 or self._wake.is_set():
                self._wake.clear()
                return snapshot
            if snapshot.running:
                self._block(states, min(left, _LONGEST_BLOCK))
            else:
                # No event tells that a service has come up: ask again, ever more patiently.
                self._wake.wait(min(pause, left))
                pause = min(2 * pause, _LONGEST_PAUSE)

    def cancel(self) -> None:
        """See ``CardSource.cancel``. One that comes just before the block is lost: call again."""
        self._wake.set()
        with self._guard:
            if self._context is not None:
                scard.SCardCancel(self._context)

    def connect(self, reader: str) -> PcscConnection:
        """See ``CardSource.connect``."""
        context = _establish()

        def connect() -> tuple[int, Any]:
            code, card, _ = scard.SCardConnect(
                context, reader, scard.SCARD_SHARE_SHARED, _PROTOCOLS
            )
            return _code(code), card

        def let_go(late: tuple[int, Any]) -> None:
            _let_go(context, late[1] if late[0] == _OK else None, scard.SCARD_LEAVE_CARD)

        code, card = _patiently(connect, let_go, self._patience, reader)
        try:
            if code == _REMOVED:
                raise NoCard(reader, "SCardConnect")
            _require(code, reader, "SCardConnect")
            result, _, _, protocol, atr = scard.SCardStatus(card)
            _require(result, reader, "SCardStatus")
            return PcscConnection(context, card, reader, bytes(atr), protocol, self._patience)
        except CardError:
            let_go((code, card))
            raise

    def close(self) -> None:
        """Let the service go. No ``wait`` may be under way."""
        self._drop()

    def _look(self) -> tuple[Snapshot, dict[str, int]]:
        """Service and readers now, and each reader's raw state to wait for a change of."""
        try:
            if self._context is None:
                context = _establish()
                with self._guard:
                    self._context = context
            found = self._states()
        except CardError as error:
            _log.info("smart-card service: %s", error)
            self._drop()
            return Snapshot(running=False), {}
        slots = [_slot(reader, state, atr) for reader, state, atr in found]
        return Snapshot(True, tuple(slots)), {reader: state for reader, state, _ in found}

    def _readers(self) -> list[str]:
        result, readers = scard.SCardListReaders(self._context, [])
        if _code(result) == _NO_READERS:
            return []
        _require(result, "", "SCardListReaders")
        return list(dict.fromkeys(readers))

    def _states(self) -> list[tuple[str, int, bytes]]:
        """Name, raw state and ATR of each reader."""
        gone = scard.SCARD_STATE_UNKNOWN | scard.SCARD_STATE_IGNORE
        for _ in range(_LISTINGS):
            asked = [(reader, scard.SCARD_STATE_UNAWARE) for reader in self._readers()]
            if not asked:
                break
            result, states = scard.SCardGetStatusChange(self._context, 0, asked)
            if (code := _code(result)) == _UNKNOWN_READER:
                continue  # one has gone since it was listed
            if code != _TIMEOUT:
                _require(code, "", "SCardGetStatusChange")
            return [(name, state, bytes(atr)) for name, state, atr in states if not state & gone]
        return []

    def _block(self, states: dict[str, int], seconds: float) -> None:
        """Wait until a state differs, a reader comes or goes, ``cancel``, or time is up."""
        asked = [(reader, state & ~scard.SCARD_STATE_CHANGED) for reader, state in states.items()]
        if self._has_pnp:
            asked.append((_PNP, len(states) << 16))
        else:
            seconds = min(seconds, _RELIST)
        if not asked:
            self._wake.wait(seconds)
            return
        result, _ = scard.SCardGetStatusChange(self._context, int(seconds * 1000) + 1, asked)
        code = _code(result)
        if code == _UNKNOWN_READER:
            # A reader has gone; or, if all are still there, the service tells of none that come.
            self._has_pnp = self._has_pnp and not self._are_listed(states)
        elif code not in (_OK, _TIMEOUT, _CANCELLED):
            _log.info("smart-card service: 0x%08X while waiting", code)
            self._drop()

    def _are_listed(self, states: dict[str, int]) -> bool:
        try:
            return states.keys() <= set(self._readers())
        except CardError:
            return False  # the next look meets the same, and tells it

    def _drop(self) -> None:
        with self._guard:
            context, self._context = self._context, None
            if context is not None:
                scard.SCardReleaseContext(context)


def _slot(reader: str, state: int, atr: bytes) -> Slot:
    present = bool(state & scard.SCARD_STATE_PRESENT)
    return Slot(
        reader=reader,
        present=present,
        mute=present and bool(state & scard.SCARD_STATE_MUTE),
        exclusive=bool(state & scard.SCARD_STATE_EXCLUSIVE),
        atr=atr if present else b"",
        event=(state >> 16) & 0xFFFF,
    )


class PcscConnection:
    """A ``CardConnection`` with a context of its own; made by ``PcscSource.connect``."""

    def __init__(
        self, context: Any, card: Any, reader: str, atr: bytes, protocol: int, patience: float
    ) -> None:
        self._context = context
        self._card = card
        self._reader = reader
        self._atr = atr
        self._protocol = protocol
        self._patience = patience
        self._void = False
        self._used = False

    @property
    def reader(self) -> str:
        """The reader's name."""
        return self._reader

    @property
    def atr(self) -> bytes:
        """The answer to reset."""
        return self._atr

    def transmit(self, apdu: bytes | bytearray) -> tuple[bytes, int]:
        """See ``CardConnection.transmit``."""
        self._used = True
        byte_wise = self._protocol == scard.SCARD_PROTOCOL_T0
        pci = scard.SCARD_PCI_T0 if byte_wise else scard.SCARD_PCI_T1
        numbers = list(_for_t0(apdu) if byte_wise else apdu)
        try:
            result, answer = scard.SCardTransmit(self._card, pci, numbers)
        finally:
            numbers[:] = [0] * len(numbers)
        _require(result, self._reader, "SCardTransmit")
        if not answer:
            raise CardRemoved(self._reader, "no answer")
        if len(answer) < 2:
            raise CardAnswerBad(self._reader, "no status word")
        data = bytes(answer)
        return data[:-2], int.from_bytes(data[-2:], "big")

    def features(self) -> bytes:
        """See ``CardConnection.features``. Many drivers answer with an error: they have none."""
        result, answer = scard.SCardControl(self._card, _GET_FEATURES, [])
        return bytes(answer) if _code(result) == _OK else b""

    def control(self, code: int, data: bytes | bytearray) -> bytes:
        """See ``CardConnection.control``."""
        self._used = True
        numbers = list(data)
        try:
            result, answer = scard.SCardControl(self._card, code, numbers)
        finally:
            numbers[:] = [0] * len(numbers)
        _require(result, self._reader, "SCardControl")
        return bytes(answer)

    def begin(self) -> None:
        """See ``CardConnection.begin``; void after CardInUse."""
        if self._void:
            raise CardRemoved(self._reader, "let go")

        def let_go(_: int) -> None:
            _let_go(self._context, self._card, scard.SCARD_LEAVE_CARD)

        try:
            code = _patiently(self._begin, let_go, self._patience, self._reader)
        except CardInUse:
            self._void = True
            raise
        _require(code, self._reader, "SCardBeginTransaction")

    def end(self, *, reset: bool) -> None:
        """See ``CardConnection.end``."""
        _require(
            scard.SCardEndTransaction(self._card, _disposition(reset)),
            self._reader,
            "SCardEndTransaction",
        )
        self._used = self._used and not reset

    def close(self, *, reset: bool) -> None:
        """See ``CardConnection.close``. A card reset since its last command is not reset again."""
        if not self._void:
            self._void = True
            _let_go(self._context, self._card, _disposition(reset and self._used))

    def _begin(self) -> int:
        code = _code(scard.SCardBeginTransaction(self._card))
        if code != _RESET_BY_OTHER:
            return code
        # Somebody reset the card before we began: nothing of ours is lost, so connect anew.
        result, self._protocol = scard.SCardReconnect(
            self._card,
            scard.SCARD_SHARE_SHARED,
            _PROTOCOLS,
            scard.SCARD_LEAVE_CARD,
        )
        if (code := _code(result)) != _OK:
            return code
        return _code(scard.SCardBeginTransaction(self._card))


def _patiently(
    work: Callable[[], _T], let_go: Callable[[_T], None], patience: float, reader: str
) -> _T:
    """What ``work`` returns, unless another program's transaction holds it up for too long.

    The service makes a second program wait for as long as a transaction lasts, in SCardConnect and
    in SCardBeginTransaction alike, and offers no way to stop waiting. So a thread of its own waits;
    one that is no longer waited for hands what it gets to ``let_go``.

    Raises:
        CardInUse: when ``patience`` (seconds) is at its end.
    """
    outcome: list[_T] = []
    given_up = False
    guard = threading.Lock()
    done = threading.Event()

    def run() -> None:
        got = work()
        with guard:
            outcome.append(got)
            late = given_up
        done.set()
        if late:
            let_go(got)

    threading.Thread(target=run, name="waiting for a card", daemon=True).start()
    done.wait(patience)
    with guard:
        given_up = not outcome
    if given_up:
        raise CardInUse(reader, "held by another program")
    return outcome[0]


def _let_go(context: Any, card: Any, disposition: int) -> None:
    """Disconnect ``card`` (None if there is none) and release ``context``; never raises."""
    results = [scard.SCardDisconnect(card, disposition)] if card is not None else []
    results.append(scard.SCardReleaseContext(context))
    for result in results:
        if _code(result) != _OK:
            _log.debug("letting a card go: 0x%08X", _code(result))


def _for_t0(apdu: bytes | bytearray) -> bytes | bytearray | memoryview:
    """The command without its Le where it has data: T=0 knows none (ISO/IEC 7816-3 §12.2.4)."""
    if len(apdu) > 5 and len(apdu) == 6 + apdu[4]:
        return memoryview(apdu)[:-1]
    return apdu


def _disposition(reset: bool) -> int:
    return int(scard.SCARD_RESET_CARD if reset else scard.SCARD_LEAVE_CARD)
