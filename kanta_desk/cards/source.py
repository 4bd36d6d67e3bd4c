"""What the room of cards needs from below: readers, presence, and bytes to and from a card.

Two things offer it: ``cards.pcsc`` over the operating system's smart-card service, and the
software reader of the practice set, which needs none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Slot:
    """One reader as the service sees it. ``mute``: a card is in but gives no ATR."""

    reader: str
    present: bool
    mute: bool = False
    exclusive: bool = False
    atr: bytes = b""
    event: int = 0


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Service and readers at one moment; two that are equal mean that nothing changed.

    ``Slot.event`` counts a reader's insertions and removals, so that a fast swap is a change too.
    """

    running: bool
    slots: tuple[Slot, ...] = ()


class CardConnection(Protocol):
    """A card, connected shared. Not safe across threads: it lives in the card lane."""

    @property
    def reader(self) -> str:
        """The reader's name."""
        ...

    @property
    def atr(self) -> bytes:
        """The answer to reset."""
        ...

    def transmit(self, apdu: bytes | bytearray) -> tuple[bytes, int]:
        """Send one command; return its data and status word as they came (61xx, 6Cxx unresolved).

        No copy of a ``bytearray`` outlives the call, as far as Python lets that be known: the
        caller overwrites it afterwards.

        Raises:
            CardRemoved, CardInUse, CardMute, ServiceNotRunning: mapped from the service's codes.
        """
        ...

    def features(self) -> bytes:
        """What the reader itself can do, as PC/SC part 10 §2.2 tells it; empty if nothing."""
        ...

    def control(self, code: int, data: bytes | bytearray) -> bytes:
        """Have the reader do what a feature's ``code`` stands for; its answer as it came.

        Raises:
            CardError: mapped from the service's codes.
        """
        ...

    def begin(self) -> None:
        """Begin a transaction: no other program reaches the card until ``end``."""
        ...

    def end(self, *, reset: bool) -> None:
        """End the transaction; ``reset`` makes the card forget every PIN given."""
        ...

    def close(self, *, reset: bool) -> None:
        """Let the card go; never raises."""
        ...


class CardSource(Protocol):
    """Where cards come from."""

    def wait(self, known: Snapshot | None, timeout: float) -> Snapshot:
        """Block until the snapshot differs from ``known`` or ``timeout`` seconds have passed.

        ``None`` means nothing is known yet: answer at once. A stopped service is an answer
        (``running=False``), not an error; a later call finds it again when it is back.
        """
        ...

    def cancel(self) -> None:
        """Make a blocked ``wait`` return soon; callable from any thread."""
        ...

    def connect(self, reader: str) -> CardConnection:
        """Connect to the card in ``reader``.

        Raises:
            NoCard, NoReader, CardMute, CardInUse, ServiceNotRunning.
        """
        ...

    def close(self) -> None:
        """Let go of what the source holds. No ``wait`` may be under way."""
        ...
