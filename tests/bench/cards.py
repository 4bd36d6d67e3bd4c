"""Cards through the real smart-card service: commands and time, events, hostile answers, fuzzing.

Needs root, pcscd and its virtual reader; fuzzing needs atheris. What is slow on a card is the card:
times are shown on the software card as it is, and on one that takes 10 ms for each command, near to
what real ones take (which was not measured).
"""

from __future__ import annotations

import importlib.util
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

from kanta_desk.cards.details import read_details
from kanta_desk.cards.fineid import Key
from kanta_desk.cards.memory import CardMemory
from kanta_desk.cards.pcsc import PcscSource
from kanta_desk.cards.signature import verify
from kanta_desk.cards.source import CardConnection
from kanta_desk.desk.assemble import assemble_practice
from kanta_desk.desk.lanes import Lane
from kanta_desk.model.cards import CardPresence
from kanta_desk.model.mode import ReaderKind
from kanta_desk.practice.card import SoftwareCard
from kanta_desk.practice.card_faults import Action, CommandName, Fault
from kanta_desk.practice.people import ARCHIVIST
from kanta_desk.practice.vpcd import VirtualReaderCard
from kanta_desk.trust import path
from kanta_desk.trust.certificate import Certificate
from tests.bench.card_wire import (
    FEWEST_TO_SIGN,
    FEWEST_TO_SIGN_IN,
    Recorded,
    bare,
    fewest_to_read,
    median_ms,
    medians_ms,
    scard,
)
from tests.bench.figures import Figure, run
from tests.helpers.cards import fresh_card, issued, practice_trust, sign_challenge, sign_once
from tests.helpers.hostile import trials
from tests.helpers.pcscd import (
    READER,
    PcscService,
    await_empty,
    await_slot,
    reason_not_here,
)
from tests.helpers.practice import PATIENCE, await_cards, prepare, presence

_SLOW = 0.01
_STATUS = bytes.fromhex("00200003")


def measure(quick: bool) -> Iterator[Figure]:
    """All figures; without the service only those that need none."""
    if (why := reason_not_here()) is None:
        yield from _commands(quick)
        yield from _events(5 if quick else 30)
        yield from _lock(2 if quick else 10)
    else:
        print(f"no smart-card service here: {why}", file=sys.stderr)
    yield from _hostile(1_000 if quick else 10_000)
    yield from _fuzzed(5 if quick else 60)


def _commands(quick: bool) -> Iterator[Figure]:
    with PcscService(), VirtualReaderCard() as virtual:
        source = PcscSource()
        card = fresh_card()
        _put(virtual, source, card)
        yield from _round_trip(source, 200 if quick else 2000)
        yield from _visits(source, card, "", 5 if quick else 30)
        slow = Fault(CommandName.ANY, Action.DELAY, times=0, seconds=_SLOW)
        card = SoftwareCard(issued(), ARCHIVIST.serial, faults=[slow])
        _put(virtual, source, card)
        yield from _visits(source, card, ", card of 10 ms a command", 1 if quick else 5)
        source.close()


def _round_trip(source: PcscSource, times: int) -> Iterator[Figure]:
    connection = source.connect(READER)
    ours = median_ms(lambda: connection.transmit(_STATUS), times)
    connection.close(reset=False)
    raw = (median_ms(lambda: bare(READER, [_STATUS] * times), 3)) / times
    yield Figure(
        "one command and its answer", ours, "ms", f"bare SCardTransmit {raw:.3f} ms",
        ours / raw, "< 1 ms", ours < 1,
    )  # fmt: skip


def _visits(source: PcscSource, card: SoftwareCard, kind: str, times: int) -> Iterator[Figure]:
    """Reading a card, signing in, one signature with PIN2: each beside the same commands, bare."""
    memory = CardMemory()

    def read(connection: CardConnection, *, anew: bool = True) -> None:
        read_details(connection, practice_trust(), memory=CardMemory() if anew else memory)

    def sign_in(connection: CardConnection) -> None:
        sign_challenge(connection, bytearray(b"1234"), b"challenge", memory=memory)

    def sign(connection: CardConnection) -> None:
        sign_once(connection, Key.SIGNATURE, bytearray(b"567890"), b"message", memory=memory)

    _visit(source, lambda connection: read(connection, anew=False), [])

    def nothing() -> None:
        """Leave what was learnt of the card."""

    works: tuple[tuple[str, Callable[[CardConnection], None], Callable[[], None], int], ...] = (
        ("card inserted to name", read, _forget_cards, fewest_to_read(card)),
        ("sign-in", sign_in, nothing, FEWEST_TO_SIGN_IN),
        ("one signature with PIN2", sign, nothing, FEWEST_TO_SIGN),
    )
    for name, work, before, fewest in works:
        wire: list[bytes] = []
        _visit(source, work, wire)
        ours, raw = medians_ms(
            partial(_visit, source, work, []), partial(bare, READER, wire), times, before
        )
        if not kind:
            yield Figure(
                f"{name}: commands", len(wire), "APDUs", f"fewest possible {fewest}",
                len(wire) / fewest, "≤ fewest", len(wire) <= fewest,
            )  # fmt: skip
        yield Figure(
            f"{name}{kind}", ours, "ms", f"the same {len(wire)} commands, bare, {raw:.1f} ms",
            ours / raw, "≤ 1.2×", ours <= 1.2 * raw,
        )  # fmt: skip
        if not kind:
            # This card answers in a fiftieth of a real one's time: what is left is all ours.
            yield Figure(
                f"{name}: our own time on top", ours - raw, "ms",
                f"proving one signature of P-384 takes {_proving_ms():.2f} ms",
            )  # fmt: skip


def _proving_ms() -> float:
    """What proving a signature takes, of which no visit with a PIN can do without one."""
    key = ec.generate_private_key(ec.SECP384R1())
    made = key.sign(b"message", ec.ECDSA(hashes.SHA384()))
    public = key.public_key()
    return median_ms(lambda: verify(public, b"message", made), 20)


def _forget_cards() -> None:
    """Forget every certificate and path, as if no card had been seen yet; roots stay known."""
    Certificate._parsed.cache_clear()
    path._known.forget()
    store = practice_trust()
    for each in (*store.roots, *store.intermediates):
        Certificate.parse(each.der)


def _visit(source: PcscSource, work: Callable[[CardConnection], None], wire: list[bytes]) -> None:
    connection = source.connect(READER)
    try:
        work(Recorded(connection, wire))
    finally:
        connection.close(reset=True)


def _put(virtual: VirtualReaderCard, source: PcscSource, card: SoftwareCard) -> None:
    virtual.remove()
    await_empty(source)
    virtual.insert(card)
    await_slot(source, lambda slot: slot.present)


class _RawWatch(threading.Thread):
    """The yardstick: when the service's own call tells of a card coming or going."""

    def __init__(self, present: bool) -> None:
        super().__init__()
        self._wanted = present
        _, self._context = scard.SCardEstablishContext(scard.SCARD_SCOPE_USER)
        self._state = self._look(0, scard.SCARD_STATE_UNAWARE)
        self.at = 0.0
        self.start()

    def run(self) -> None:
        """Wait until it is as wanted."""
        while bool(self._state & scard.SCARD_STATE_PRESENT) is not self._wanted:
            self._state = self._look(int(PATIENCE * 1000), self._state)
        self.at = time.perf_counter()
        scard.SCardReleaseContext(self._context)

    def _look(self, milliseconds: int, known: int) -> int:
        asked = [(READER, known & ~scard.SCARD_STATE_CHANGED)]
        _, states = scard.SCardGetStatusChange(self._context, milliseconds, asked)
        state: Any = states[0][1]
        return int(state)


def _events(times: int) -> Iterator[Figure]:
    later: dict[bool, list[float]] = {True: [], False: []}
    whole: dict[bool, list[float]] = {True: [], False: []}
    with PcscService(), VirtualReaderCard() as virtual:
        source = PcscSource()
        for _ in range(times):
            for coming in (True, False):
                raw = _RawWatch(coming)
                began = time.perf_counter()
                if coming:
                    virtual.insert(fresh_card())
                else:
                    virtual.remove()
                await_slot(source, lambda slot, coming=coming: slot.present is coming)  # type: ignore[misc]
                ours = time.perf_counter()
                raw.join()
                later[coming].append((ours - raw.at) * 1000)
                whole[coming].append((raw.at - began) * 1000)
        source.close()
    for coming, name in ((True, "insertion"), (False, "removal")):
        worst, driver = max(later[coming]), statistics.median(whole[coming])
        yield Figure(
            f"{name} to event, later than the service's own (worst)", worst, "ms",
            f"the driver's own poll takes {driver:.0f} ms (median)", None, "≤ 20 ms", worst <= 20,
        )  # fmt: skip


def _lock(times: int) -> Iterator[Figure]:
    later = []
    with PcscService(), tempfile.TemporaryDirectory() as folder:
        prepare(Path(folder))
        desk = assemble_practice(Path(folder), reader=ReaderKind.PCSC)
        try:
            assert desk.practice is not None
            name = desk.practice.cards[0]
            for _ in range(times):
                if desk.practice.inserted is None:
                    desk.practice.insert(name)
                state = await_cards(desk, lambda state: presence(state) is CardPresence.READY)
                assert state.best is not None
                assert state.best.card is not None
                context = desk.contexts_for(state.best.card.holder)[0]
                desk.submit(Lane.CARD, desk.sign_in, desk.practice.pin(name), context).result()
                locked = threading.Event()
                at: list[float] = []

                def told(at: list[float] = at, locked: threading.Event = locked) -> None:
                    at.append(time.perf_counter())
                    locked.set()

                desk.on_lock(told)
                raw = _RawWatch(False)
                desk.practice.remove()
                locked.wait(PATIENCE)
                raw.join()
                later.append((at[0] - raw.at) * 1000)
                await_cards(desk, lambda state: presence(state) is CardPresence.EMPTY)
        finally:
            desk.close()
    yield Figure(
        "removal to desk locked, later than the service's own (worst)", max(later), "ms",
        f"median {statistics.median(later):.1f} ms", None, "≤ 20 ms", max(later) <= 20,
    )  # fmt: skip


def _hostile(answers: int) -> Iterator[Figure]:
    *_, tally = trials(2026, answers)
    of = f"of {tally.answers:,} hostile answers in {tally.trials:,} visits"
    crashes = len(tally.crashes)
    for crash in tally.crashes[:10]:
        print(crash, file=sys.stderr)
    yield Figure("crashes", crashes, "", of, None, "0", crashes == 0)
    yield Figure("slowest visit", tally.slowest, "s", of, None, "≤ 1 s", tally.slowest <= 1)
    yield Figure(
        "PINs given to what the card had not confirmed", tally.unconfirmed, "",
        f"{tally.signed:,} visits signed all the same", None, "0", tally.unconfirmed == 0,
    )  # fmt: skip


def _fuzzed(seconds: int) -> Iterator[Figure]:
    if importlib.util.find_spec("atheris") is None:
        print("no fuzzing: atheris is not installed", file=sys.stderr)
        return
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.fuzz_cards", str(seconds)],
        capture_output=True,
        text=True,
        timeout=seconds + 60,
        check=False,
    )
    told = re.search(r"number_of_executed_units: (\d+)", done.stderr)
    good = done.returncode == 0 and told is not None
    if not good:
        print(done.stderr[-4000:], file=sys.stderr)
    yield Figure(
        f"fuzzing the readers of files for {seconds} s: runs", float(told[1]) if told else 0, "",
        "crashes or hangs end it", None, "none found", good,
    )  # fmt: skip


if __name__ == "__main__":
    run(__doc__, measure)
