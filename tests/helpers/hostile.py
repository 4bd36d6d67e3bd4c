"""Cards that lie: answers changed on their way, and files that are not what they say they are.

Each trial is a card that nobody has used yet, read whole and asked for a challenge with a PIN.
What went over the wire is kept, so that it can be told afterwards whether a PIN was given to a
reference, or in a form, that the card had not confirmed.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count

from kanta_desk.cards.details import read_details
from kanta_desk.errors import KantaError
from kanta_desk.practice.authority import KeyKind
from kanta_desk.practice.card import SoftwareCard
from kanta_desk.practice.card_dialect import CITIZEN_4_0, COSMO_X, Dialect
from kanta_desk.practice.card_faults import CommandName, name_of
from kanta_desk.practice.card_pkcs15 import Claims
from kanta_desk.practice.people import ARCHIVIST
from kanta_desk.practice.reader import READER, SoftwareReader
from tests.helpers.cards import connected, issued, practice_trust, sign_challenge

BLOB = 64 * 1024

_FILES = (
    (0x5015, 0x4331), (0x5016, 0x4332), (0x3F00, 0x4333), (0x3F00, 0x4336),
    *((0x5015, file) for file in (0x5031, 0x5032, 0x4401, 0x4402, 0x4403, 0x4404)),
)  # fmt: skip
_STATUSES = (0x6200, 0x6282, 0x6300, 0x63C0, 0x63C5, 0x6400, 0x6700, 0x6982, 0x6983, 0x6984, 0x6A82,
             0x6A88, 0x6B00, 0x6C00, 0x6CFF, 0x6D00, 0x6F00, 0x9000, 0x0000, 0xFFFF)  # fmt: skip


def _flipped(chance: random.Random, data: bytes) -> bytes:
    changed = bytearray(data or b"\x00")
    for _ in range(chance.randint(1, 8)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _cut(chance: random.Random, data: bytes) -> bytes:
    return data[: chance.randint(0, len(data))]


def _grown(chance: random.Random, data: bytes) -> bytes:
    return data + chance.randbytes(chance.randint(1, 300))


def _lying(chance: random.Random, data: bytes) -> bytes:
    """The first length of what may be DER, or one of those within, made another."""
    changed = bytearray(data or b"\x30\x00")
    at = chance.choice((1, min(5, len(changed) - 1), chance.randrange(len(changed))))
    changed[at : at + 1] = chance.choice(
        (b"\x80", b"\x84\x7f\xff\xff\xff", b"\x82\xff\xff", b"\x00")
    )
    return bytes(changed)


def _nested(chance: random.Random, data: bytes) -> bytes:
    return chance.choice((b"\x30\x80", b"\xa0\x80", b"\x30\x82\x7f\xff", b"\x24\x80")) * 4000


def _blob(chance: random.Random, data: bytes) -> bytes:
    return chance.choice(
        (bytes(BLOB), b"\x30\x83\x00\xff\xfb" + bytes(BLOB), chance.randbytes(BLOB))
    )


_CHANGES: tuple[Callable[[random.Random, bytes], bytes], ...] = (
    _flipped, _flipped, _flipped, _cut, _cut, _grown, _lying, _lying, _nested, _blob,
)  # fmt: skip


def changed(chance: random.Random, data: bytes) -> bytes:
    """Something else in place of ``data``."""
    return chance.choice(_CHANGES)(chance, data)


def _claims(chance: random.Random) -> Claims:
    """What the card says of itself, most of it not so."""
    octet = (None, None, 0x00, 0x03, 0x04, 0x11, 0x12, 0x82, 0x83, 0xFF)
    return Claims(
        pin1_reference=chance.choice(octet),
        pin2_reference=chance.choice(octet),
        pin_shortest=chance.choice((None, None, 1, 6, 200)),
        pin_longest=chance.choice((None, None, 1, 6, 200)),
        pin_stored=chance.choice((None, None, 4, 8, 12, 200)),
        pad=chance.choice((None, None, 0x00, 0x30, 0xFF)),
        authentication_key=chance.choice(octet),
        signature_key=chance.choice(octet),
        authentication_path=chance.choice((None, None, b"\x3f\x00\x50\x31", b"\x3f")),
        signed_references=chance.random() < 0.5,
        fill=chance.choice((0, 0, 5, 300)),
        filler=chance.choice((0x00, 0xFF, 0x30)),
    )


class HostileCard(SoftwareCard):
    """A card of which some answers, or all answers from some files, are not as they should be."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._rate = chance.choice((0.0, 0.05, 0.3, 1.0))
        lying = [place for place in _FILES if self._rate == 0.0 and chance.random() < 0.4]
        dialect = chance.choice((COSMO_X, COSMO_X, CITIZEN_4_0))
        claims = _claims(chance)
        plain = SoftwareCard(issued(), ARCHIVIST.serial, dialect=dialect)
        super().__init__(
            issued(chance.choice((KeyKind.EC_P384, KeyKind.RSA_2048))),
            ARCHIVIST.serial,
            dialect=dialect,
            claims=claims,
            changed={place: changed(chance, plain.file(*place)) for place in lying},
        )
        self._lies = bool(lying)
        self.form = dialect
        self.hostile = 0
        self.wire: list[tuple[bytes, bytes]] = []

    def process(self, apdu: bytes) -> bytes:
        """An answer, perhaps another than the card's."""
        answer = super().process(apdu)
        if self._chance.random() < self._rate:
            answer = self._other(answer)
            self.hostile += 1
        elif self._lies and name_of(apdu) is CommandName.READ_BINARY:
            self.hostile += 1
        self.wire.append((apdu, answer))
        return answer

    def _other(self, answer: bytes) -> bytes:
        chance = self._chance
        match chance.randrange(6):
            case 0:
                return answer[:-2] + chance.choice(_STATUSES).to_bytes(2, "big")
            case 1:
                return chance.randbytes(chance.randint(0, 3))
            case 2:
                return answer[:-2] + bytes((0x61, chance.randrange(256)))
            case 3:
                return bytes((0x6C, chance.randrange(256)))
            case _:
                return changed(chance, answer[:-2]) + answer[-2:]


def unconfirmed_pins(wire: list[tuple[bytes, bytes]], form: Dialect | None = None) -> int:
    """How many PINs were given to a reference that had not said it is there.

    Or, with ``form``, in another form than that card's, whatever it says of itself.
    """
    there: set[int] = set()
    found = 0
    for apdu, answer in wire:
        sw = int.from_bytes(answer[-2:], "big") if len(answer) >= 2 else 0
        match name_of(apdu):
            case CommandName.PIN_STATUS if sw == 0x9000 or sw & 0xFFF0 == 0x63C0:
                there.add(apdu[3])
            case CommandName.VERIFY:
                other = form is not None and (len(apdu) == 5 + 12) is not bool(form.block)
                found += apdu[3] not in there or other
            case _:
                pass
    return found


@dataclass
class Tally:
    """What came of the trials so far; ``slowest`` in seconds."""

    trials: int = 0
    answers: int = 0
    slowest: float = 0.0
    unconfirmed: int = 0
    signed: int = 0
    refused: set[str] = field(default_factory=set)
    crashes: list[str] = field(default_factory=list)


def trials(seed: int, answers: int) -> Iterator[Tally]:
    """Trial after trial until so many hostile answers were given; the tally after each."""
    # What is loaded and made once is no card's doing: a good card first.
    read_details(connected(SoftwareCard(issued(), ARCHIVIST.serial)), practice_trust())
    issued(KeyKind.RSA_2048)
    tally = Tally()
    for number in count():
        if tally.answers >= answers:
            return
        _trial(random.Random(f"{seed}.{number}"), tally, f"{seed}.{number}")
        yield tally


def _trial(chance: random.Random, tally: Tally, name: str) -> None:
    card = HostileCard(chance)
    reader = SoftwareReader()
    reader.insert(card)

    def read() -> None:
        read_details(reader.connect(READER), practice_trust())

    def sign() -> None:
        sign_challenge(reader.connect(READER), bytearray(b"1234"), b"message")
        tally.signed += 1

    for act in (read, sign):
        began = time.perf_counter()
        try:
            act()
        except KantaError as error:
            tally.refused.add(type(error).__name__)
        except Exception as error:  # what the trials are there to find
            tally.crashes.append(f"{name} {act.__name__}: {type(error).__name__}: {error}")
        tally.slowest = max(tally.slowest, time.perf_counter() - began)
    tally.trials += 1
    tally.answers += card.hostile
    tally.unconfirmed += unconfirmed_pins(card.wire, card.form)
