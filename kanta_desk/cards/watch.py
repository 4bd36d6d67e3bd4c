"""The live state of service, readers and cards: each card is read as soon as it is seen.

Reading happens in the card lane, watching in the monitor's thread. A result that comes when its
card has already gone is dropped: every reading has a ticket, and only the latest one counts.
"""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from kanta_desk.cards.details import read_details
from kanta_desk.cards.memory import CardMemory
from kanta_desk.cards.monitor import Monitor
from kanta_desk.cards.pinpad import pad_of
from kanta_desk.cards.profile import profiles
from kanta_desk.cards.readers import odd_readers
from kanta_desk.cards.remote import remote_session
from kanta_desk.cards.source import CardSource, Slot, Snapshot
from kanta_desk.errors import (
    CardInUse,
    CardMute,
    CardRemoved,
    KantaError,
    ServiceNotRunning,
)
from kanta_desk.model.cards import (
    CardDetails,
    CardPresence,
    CardsState,
    ReaderState,
    ServiceState,
)
from kanta_desk.model.people import CardType
from kanta_desk.model.revocation import RevocationStatus
from kanta_desk.trust.store import TrustStore

Callback = Callable[[CardsState], None]

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Seat:
    """What is known of one reader, and the ticket of the reading that may change it."""

    slot: Slot
    state: ReaderState
    ticket: int = 0


class CardWatch:
    """Keeps ``state`` up to date between ``start`` and ``close``.

    ``run_in_card_lane`` takes a function and runs it in the one thread that may use cards.
    ``memory`` is what was read of cards so far, for whoever visits one next in that thread.
    """

    def __init__(
        self,
        source: CardSource,
        run_in_card_lane: Callable[[Callable[[], None]], object],
        trust: TrustStore,
    ) -> None:
        self.source = source
        self.memory = CardMemory()
        self._run_in_card_lane = run_in_card_lane
        self._trust = trust
        self._monitor = Monitor(source, self)
        self._lock = threading.Lock()
        self._delivery = threading.RLock()
        self._seats: dict[str, _Seat] = {}
        self._tickets = 0
        self._pending: set[int] = set()
        self._state = CardsState(0, ServiceState.STOPPED, remote=remote_session(os.environ))
        self._delivered = 0
        self._callbacks: list[Callback] = []

    @property
    def state(self) -> CardsState:
        """Everything at this moment."""
        return self._state

    def start(self) -> None:
        """Begin to watch; once."""
        self._monitor.start()

    def close(self) -> None:
        """End watching; no callback comes afterwards, save one that is under way."""
        with self._lock:
            self._callbacks.clear()
        self._monitor.stop()

    def subscribe(self, callback: Callback) -> Callable[[], None]:
        """Have ``callback`` called at every change, one at a time and in order of ``counter``.

        Calls come from the watch's threads; states that follow closely may come as one. What a
        callback raises is logged and does no harm. Returns the way to end it.
        """
        with self._lock:
            self._callbacks.append(callback)

        def unsubscribe() -> None:
            with self._lock:
                if callback in self._callbacks:
                    self._callbacks.remove(callback)

        return unsubscribe

    def refresh(self) -> None:
        """Read every card again, since a PIN was used and the tries left may be others now."""
        with self._lock:
            seated = [(name, seat.ticket) for name, seat in self._seats.items() if seat.ticket]
        for name, ticket in seated:
            self._request(name, ticket)

    def tell_revocation(self, sha256: str, told: tuple[RevocationStatus, ...]) -> None:
        """Show with each card that bears the certificate what its issuers say of its path."""
        with self._lock:
            for name, seat in self._seats.items():
                if seat.state.card is not None:
                    card = _with_revocation(seat.state.card, {sha256: told})
                    self._seats[name] = replace(seat, state=replace(seat.state, card=card))
            self._renew(self._state.service)
        self._deliver()

    def changed(self, snapshot: Snapshot) -> None:
        """Take in what the monitor saw, and have new cards read."""
        odd = odd_readers()
        with self._lock:
            before = self._seats
            self._seats = {
                slot.reader: self._seated(before.get(slot.reader), slot)
                for slot in snapshot.slots
                if odd.holds_cards(slot.reader)
            }
            running = ServiceState.RUNNING if snapshot.running else ServiceState.STOPPED
            self._renew(running)
            to_read = [
                (name, seat.ticket)
                for name, seat in self._seats.items()
                if seat.ticket and (name not in before or before[name].ticket != seat.ticket)
            ]
        self._deliver()
        for name, ticket in to_read:
            self._request(name, ticket)

    def idle(self) -> None:
        """Read again the cards that another program kept from us."""
        with self._lock:
            held = [
                (name, seat.ticket)
                for name, seat in self._seats.items()
                if seat.state.presence is CardPresence.IN_USE
            ]
        for name, ticket in held:
            self._request(name, ticket)

    def _seated(self, before: _Seat | None, slot: Slot) -> _Seat:
        """The seat for ``slot``: as before while the same card is in it and could be read."""
        if before is not None and _same_card(before.slot, slot):
            if before.state.presence is not CardPresence.IN_USE:
                return replace(before, slot=slot)
            return replace(before, slot=slot, ticket=self._next_ticket())
        state = ReaderState(slot.reader, CardPresence.EMPTY, slot.atr.hex().upper())
        if not slot.present:
            return _Seat(slot, state)
        if slot.mute:
            problem = replace(state, presence=CardPresence.MUTE, problem=CardMute.code)
            return _Seat(slot, problem)
        model = profiles().find(slot.atr)
        reading = replace(state, presence=CardPresence.READING, model=model.name if model else "")
        return _Seat(slot, reading, self._next_ticket())

    def _next_ticket(self) -> int:
        self._tickets += 1
        return self._tickets

    def _request(self, reader: str, ticket: int) -> None:
        with self._lock:
            if ticket in self._pending:
                return
            self._pending.add(ticket)
        self._run_in_card_lane(lambda: self._read(reader, ticket))

    def _read(self, reader: str, ticket: int) -> None:
        """Read one card; runs in the card lane."""
        try:
            with self._lock:
                seat = self._seats.get(reader)
            if seat is None or seat.ticket != ticket:
                return
            result = self._result(seat.state)
            with self._lock:
                seat = self._seats.get(reader)
                if seat is None or seat.ticket != ticket:
                    return
                self._seats[reader] = replace(seat, state=result)
                self._renew(self._state.service)
        finally:
            with self._lock:
                self._pending.discard(ticket)
        self._deliver()

    def _result(self, before: ReaderState) -> ReaderState:
        try:
            connection = self.source.connect(before.name)
            try:
                pin_pad = pad_of(connection) is not None
                card = read_details(connection, self._trust, memory=self.memory)
            finally:
                connection.close(reset=False)
        except (CardInUse, CardRemoved, ServiceNotRunning) as error:
            # Held or reset by another program; or pulled, which the monitor is about to tell.
            return replace(before, presence=CardPresence.IN_USE, problem=error.code)
        except CardMute as error:
            return replace(before, presence=CardPresence.MUTE, card=None, problem=error.code)
        except KantaError as error:
            _log.info("card not read: %s", error.code)
            return replace(before, presence=CardPresence.UNKNOWN, card=None, problem=error.code)
        except Exception:
            # The edge of the lane: nobody waits for the outcome of a reading.
            _log.exception("card not read")
            code = KantaError.code
            return replace(before, presence=CardPresence.UNKNOWN, card=None, problem=code)
        if before.card is not None:
            card = _with_revocation(card, _revocation_of(before.card))
        return replace(before, presence=CardPresence.READY, card=card, problem="", pin_pad=pin_pad)

    def _renew(self, service: ServiceState) -> None:
        """Make the next state; called with the lock held."""
        readers = tuple(sorted((seat.state for seat in self._seats.values()), key=_rank))
        now = replace(self._state, service=service, readers=readers)
        if now != self._state or now.counter == 0:  # that nothing is there is news at first
            self._state = replace(now, counter=now.counter + 1)

    def _deliver(self) -> None:
        with self._delivery:
            with self._lock:
                state = self._state
                callbacks = tuple(self._callbacks)
            if state.counter <= self._delivered:
                return
            self._delivered = state.counter
            for callback in callbacks:
                try:
                    callback(state)
                except Exception:
                    # The edge of a thread: one listener's fault must not blind the others.
                    _log.exception("card listener")


def _revocation_of(card: CardDetails) -> dict[str, tuple[RevocationStatus, ...]]:
    return {each.sha256: each.revocation for each in card.certificates if each.revocation}


def _with_revocation(
    card: CardDetails, told: Mapping[str, tuple[RevocationStatus, ...]]
) -> CardDetails:
    return replace(
        card,
        certificates=tuple(
            replace(each, revocation=told.get(each.sha256, each.revocation))
            for each in card.certificates
        ),
    )


def _same_card(before: Slot, now: Slot) -> bool:
    return replace(before, exclusive=now.exclusive) == now


def _rank(reader: ReaderState) -> int:
    """Cards for work here first: trusted ones of sote types, then the other readable ones."""
    if reader.card is None:
        return 3
    trusted = all(certificate.trusted for certificate in reader.card.certificates)
    elsewhere = (CardType.CITIZEN, CardType.ORGANISATION, CardType.UNKNOWN)
    return 2 * (reader.card.holder.card_type in elsewhere) - trusted
