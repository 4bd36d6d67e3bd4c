"""Practice cards, trust and readers for tests; certificates are made once a run."""

from __future__ import annotations

import atexit
import tempfile
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import TypeVar

from kanta_desk.cards import challenge
from kanta_desk.cards.fineid import CardSignature, Key
from kanta_desk.cards.memory import CardMemory
from kanta_desk.cards.signing import open_signing
from kanta_desk.cards.source import CardConnection, CardSource
from kanta_desk.cards.watch import CardWatch
from kanta_desk.model.cards import CardPresence, CardsState, ReaderState, SignedChallenge
from kanta_desk.model.mode import Mode
from kanta_desk.model.people import CardType
from kanta_desk.practice.authority import KeyKind
from kanta_desk.practice.card import SoftwareCard
from kanta_desk.practice.people import ARCHIVIST
from kanta_desk.practice.pki import IssuedCard, PracticePki
from kanta_desk.practice.reader import READER, SoftwareReader
from kanta_desk.trust.store import TrustStore

_T = TypeVar("_T")

PATIENCE = 20.0
"""Seconds after which a test gives up waiting for what should come at once."""


@cache
def practice_pki() -> PracticePki:
    """The practice certificates of this run, in a folder that goes when the run ends."""
    folder = tempfile.TemporaryDirectory()
    atexit.register(folder.cleanup)
    return PracticePki.create(Path(folder.name) / "pki")


@cache
def practice_trust() -> TrustStore:
    """A store that trusts the practice roots."""
    pki = practice_pki()
    return TrustStore.of(Mode.PRACTICE, pki.roots, pki.intermediates)


def issued(key: KeyKind = KeyKind.EC_P384, kind: CardType = CardType.PROFESSIONAL) -> IssuedCard:
    """Keys and certificates of the archivist's card, the same for the same arguments."""
    return _issued(key, kind)


@cache
def _issued(key: KeyKind, kind: CardType) -> IssuedCard:
    return practice_pki().issue_holder(kind, ARCHIVIST.person, key)


def fresh_card(key: KeyKind = KeyKind.EC_P384) -> SoftwareCard:
    """A card nobody has used yet."""
    return SoftwareCard(issued(key), ARCHIVIST.serial)


def connected(card: SoftwareCard) -> CardConnection:
    """A connection to ``card`` in a reader of its own, in process."""
    reader = SoftwareReader()
    reader.insert(card)
    return reader.connect(READER)


def sign_once(
    connection: CardConnection,
    key: Key,
    code: bytearray | None,
    message: bytes,
    *,
    use_last_tries: bool = False,
    memory: CardMemory | None = None,
) -> CardSignature:
    """One signature from start to end: recognition, PIN form, PIN, signature, proof, reset."""
    with open_signing(
        connection, code, key, use_last_tries=use_last_tries, memory=memory
    ) as signing:
        return signing.sign(message)


def sign_challenge(
    connection: CardConnection,
    pin: bytearray | None,
    message: bytes,
    use_last_tries: bool = False,
    memory: CardMemory | None = None,
) -> SignedChallenge:
    """A challenge signed with PIN1, from start to end."""
    with open_signing(
        connection, pin, Key.AUTHENTICATION, use_last_tries=use_last_tries, memory=memory
    ) as signing:
        return challenge.sign_challenge(signing, message)


def say(card: SoftwareCard, apdu: str) -> tuple[str, str]:
    """Data and status word of one command, all in hex."""
    answer = card.process(bytes.fromhex(apdu)).hex().upper()
    return answer[:-4], answer[-4:]


def statuses(card: SoftwareCard, *apdus: str) -> list[str]:
    """The status words of some commands, one after the other."""
    return [say(card, apdu)[1] for apdu in apdus]


class BareReader:
    """What a ``CardConnection`` has beside its card, in a reader that can do nothing by itself."""

    def features(self) -> bytes:
        """None, so no pad."""
        return b""

    def control(self, code: int, data: bytes | bytearray) -> bytes:
        """Never asked for: the reader has no features."""
        raise AssertionError(f"control {code:X}")

    def begin(self) -> None:
        """Nothing to do."""

    def end(self, *, reset: bool) -> None:
        """Nothing to do."""

    def close(self, *, reset: bool) -> None:
        """Nothing to do."""


class ScriptedConnection(BareReader):
    """A card that gives prepared answers, for what a well-behaved card never answers."""

    reader = "scripted"

    def __init__(self, answers: Iterable[str], atr: bytes = b"") -> None:
        self._answers = [bytes.fromhex(answer) for answer in answers]
        self.atr = atr
        self.sent: list[bytes] = []

    def transmit(self, apdu: bytes | bytearray) -> tuple[bytes, int]:
        """The next answer; the command is kept in ``sent``."""
        self.sent.append(bytes(apdu))
        answer = self._answers.pop(0)
        return answer[:-2], int.from_bytes(answer[-2:], "big")


class Watching:
    """A started ``CardWatch`` with a card lane of its own; ends with the ``with``."""

    def __init__(self, source: CardSource) -> None:
        self._lane = ThreadPoolExecutor(1, "card lane")
        self.watch = CardWatch(source, self._lane.submit, practice_trust())
        self.states: list[CardsState] = []
        self._news = threading.Condition()
        self.watch.subscribe(self._take)

    def __enter__(self) -> Watching:
        self.watch.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self.watch.close()
        self._lane.shutdown()

    def until(self, holds: Callable[[CardsState], bool], since: int = 0) -> CardsState:
        """The first state told, with a counter over ``since``, of which ``holds`` is true."""
        found: list[CardsState] = []

        def look() -> bool:
            found[:] = [s for s in self.states if s.counter > since and holds(s)][:1]
            return bool(found)

        with self._news:
            assert self._news.wait_for(look, PATIENCE), f"only {self.states[-3:]}"
        return found[0]

    def until_presence(
        self, presence: CardPresence, reader: str = READER, since: int = 0
    ) -> ReaderState:
        """The first state told in which ``reader`` holds what ``presence`` says."""

        def holds(state: CardsState) -> bool:
            return any(r.name == reader and r.presence is presence for r in state.readers)

        return next(r for r in self.until(holds, since).readers if r.name == reader)

    def in_lane(self, work: Callable[[], _T]) -> _T:
        """What ``work`` gives, done in the card lane."""
        return self._lane.submit(work).result(PATIENCE)

    def _take(self, state: CardsState) -> None:
        with self._news:
            self.states.append(state)
            self._news.notify_all()
