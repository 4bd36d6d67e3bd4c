"""Readers in process: the software card without any smart-card service, on every system.

They behave as shared connections of PC/SC do: a card that leaves takes its connections with it, a
reset by one program is told to the others, a transaction keeps the others waiting.
"""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field

from kanta_desk.cards.source import Slot, Snapshot
from kanta_desk.errors import CardAnswerBad, CardInUse, CardMute, CardRemoved, NoCard, NoReader
from kanta_desk.practice.card import SoftwareCard
from kanta_desk.practice.card_faults import CardPulled

READER = "Kanta Desk HARJOITUSLUKIJA"


@dataclass(slots=True)
class _Slot:
    """``event`` counts insertions and removals, ``resets`` resets: older connections are void.

    ``busy`` is held during a command: a slow one keeps nobody from seeing or pulling the card.
    """

    card: SoftwareCard | None = None
    atr: bytes = b""
    event: int = 0
    resets: int = 0
    owner: SoftwareConnection | None = None
    busy: threading.RLock = field(default_factory=threading.RLock)


class SoftwareReader:
    """A ``CardSource`` over software cards; one reader, or several by ``names``."""

    def __init__(self, *names: str, patience: float = 5.0) -> None:
        self._slots = {name: _Slot() for name in names or (READER,)}
        self._patience = patience
        self._changed = threading.Condition()
        self._cancelled = False

    def insert(self, card: SoftwareCard, reader: str = "") -> None:
        """Put ``card`` into ``reader`` (the first if not named), in place of what is there."""
        self.remove(reader)
        with self._changed:
            slot = self._slot(reader)
            card.put_in()
            slot.card, slot.atr, slot.owner = card, card.power_on(), None
            slot.event += 1
            self._changed.notify_all()

    def remove(self, reader: str = "") -> None:
        """Pull the card, if there is one; it forgets what it was given."""
        with self._changed:
            slot = self._slot(reader)
            card = slot.card
            _empty(slot, self._changed)
        if card is not None:
            with slot.busy:
                card.reset()

    def holds(self, card: SoftwareCard) -> bool:
        """Whether ``card`` is in: a fault may have thrown it out."""
        with self._changed:
            return any(slot.card is card for slot in self._slots.values())

    def wait(self, known: Snapshot | None, timeout: float) -> Snapshot:
        """See ``CardSource.wait``."""
        with self._changed:
            self._changed.wait_for(lambda: self._cancelled or self._snapshot() != known, timeout)
            self._cancelled = False
            return self._snapshot()

    def cancel(self) -> None:
        """See ``CardSource.cancel``; a cancel that comes early is kept for the next wait."""
        with self._changed:
            self._cancelled = True
            self._changed.notify_all()

    def connect(self, reader: str) -> SoftwareConnection:
        """See ``CardSource.connect``."""
        with self._changed:
            if reader not in self._slots:
                raise NoReader(reader)
            slot = self._slots[reader]
            if slot.card is None:
                raise NoCard(reader)
            if not slot.atr:
                raise CardMute(reader)
            return SoftwareConnection(reader, slot, self._changed, self._patience)

    def close(self) -> None:
        """See ``CardSource.close``: it holds nothing."""

    def _slot(self, reader: str) -> _Slot:
        return self._slots[reader] if reader else next(iter(self._slots.values()))

    def _snapshot(self) -> Snapshot:
        return Snapshot(
            True,
            tuple(
                Slot(
                    reader=name,
                    present=slot.card is not None,
                    mute=slot.card is not None and not slot.atr,
                    atr=slot.atr,
                    event=slot.event,
                )
                for name, slot in self._slots.items()
            ),
        )


class SoftwareConnection:
    """A ``CardConnection`` to a software card; made by ``SoftwareReader.connect``."""

    def __init__(
        self, reader: str, slot: _Slot, changed: threading.Condition, patience: float
    ) -> None:
        self._reader = reader
        self._slot = slot
        self._changed = changed
        self._patience = patience
        self._atr = slot.atr
        self._event = slot.event
        self._resets = slot.resets
        self._open = True
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
        with self._changed:
            card = self._wait_for_turn()
            self._used = True
        with self._slot.busy:
            try:
                answer = card.process(bytes(apdu))
            except CardPulled:
                answer = b""
                with self._changed:
                    if self._slot.event == self._event:
                        _empty(self._slot, self._changed)
                card.reset()
        with self._changed:
            if self._slot.event != self._event:
                raise CardRemoved(self._reader, "pulled during a command")
        if not answer:
            raise CardRemoved(self._reader, "no answer")
        if len(answer) < 2:
            raise CardAnswerBad(self._reader, "no status word")
        return answer[:-2], int.from_bytes(answer[-2:], "big")

    def features(self) -> bytes:
        """See ``CardConnection.features``: it has no PIN pad."""
        return b""

    def control(self, code: int, data: bytes | bytearray) -> bytes:
        """See ``CardConnection.control``: there is nothing to control."""
        raise CardAnswerBad(self._reader, f"control 0x{code:08X}: not supported")

    def begin(self) -> None:
        """See ``CardConnection.begin``. A reset before it is no loss: it connects anew."""
        with self._changed:
            self._resets = self._slot.resets
            self._wait_for_turn()
            self._slot.owner = self

    def end(self, *, reset: bool) -> None:
        """See ``CardConnection.end``."""
        with self._changed:
            card = self._card()
            self._release()
            if reset:
                self._reset(card)
                self._used = False

    def close(self, *, reset: bool) -> None:
        """See ``CardConnection.close``. A card reset since its last command is not reset again."""
        with self._changed:
            if self._open and self._slot.event == self._event:
                self._release()
                if reset and self._used and self._slot.card is not None:
                    self._reset(self._slot.card)
            self._open = False

    def _card(self) -> SoftwareCard:
        card = self._slot.card
        if not self._open or card is None or self._slot.event != self._event:
            raise CardRemoved(self._reader, "pulled")
        if self._slot.resets != self._resets:
            raise CardRemoved(self._reader, "reset")
        return card

    def _wait_for_turn(self) -> SoftwareCard:
        """The card, once no other connection holds a transaction."""
        until = time.monotonic() + self._patience
        card = self._card()
        while self._slot.owner not in (None, self):
            if not self._changed.wait(until - time.monotonic()):
                raise CardInUse(self._reader, "held by another program")
            card = self._card()
        return card

    def _release(self) -> None:
        if self._slot.owner is self:
            self._slot.owner = None
            self._changed.notify_all()

    def _reset(self, card: SoftwareCard) -> None:
        """Void every connection, this one too, until its next ``begin``."""
        card.reset()
        self._slot.resets += 1
        self._changed.notify_all()


def _empty(slot: _Slot, changed: threading.Condition) -> None:
    """Take the card out; ``changed`` is held."""
    if slot.card is not None:
        slot.card.pull()
        slot.card, slot.atr, slot.owner = None, b"", None
        slot.event += 1
        changed.notify_all()
