"""The PINs of a software card: compared, counted, changed, unblocked."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from dataclasses import dataclass

from kanta_desk.practice.card_dialect import Dialect
from kanta_desk.practice.card_pkcs15 import tlv
from kanta_desk.practice.card_wire import Apdu, Refusal

MAX_TRIES = 5


@dataclass(slots=True)
class _Pin:
    """``value`` is as the card compares it: bare, or padded."""

    value: bytes
    digits: tuple[int, int]
    tries: int
    activated: bool
    given: bool = False


class Pins:
    """PIN1, PIN2 and PUK of one card. Counters outlive everything but the object."""

    def __init__(
        self,
        dialect: Dialect,
        values: tuple[str, str, str],
        *,
        activated: bool,
        tries: Mapping[int, int],
    ) -> None:
        self._dialect = dialect
        references = (dialect.pin1, dialect.pin2, dialect.puk)
        lengths = (dialect.pin_digits, dialect.pin2_digits, (8, 8))
        self._pins = {
            reference: _Pin(
                dialect.form(value.encode("ascii")),
                digits,
                tries.get(reference, MAX_TRIES),
                activated or reference == dialect.puk,
            )
            for reference, value, digits in zip(references, values, lengths, strict=True)
        }

    def tries_left(self, reference: int) -> int:
        """The counter of a PIN."""
        return self._pins[reference].tries

    def is_given(self, reference: int) -> bool:
        """Whether a PIN counts as given."""
        return self._pins[reference].given

    def told(self, reference: int) -> str:
        """A PIN as its holder knows it."""
        return self._pins[reference].value.rstrip(b"\x00").decode("ascii")

    def forget(self) -> None:
        """No PIN counts as given any more."""
        for pin in self._pins.values():
            pin.given = False

    def withdraw(self, reference: int) -> None:
        """This PIN does not count as given any more."""
        self._pins[reference].given = False

    def verify(self, command: Apdu) -> bytes:
        """VERIFY; without data it tells the state and spends no try."""
        if command.p1:
            raise Refusal(0x6A86)
        pin = self._pin(command.p2)
        if not pin.activated:
            raise Refusal(0x6984)
        if not command.data:
            if pin.tries == 0:
                raise Refusal(0x6983)
            if not pin.given:
                raise Refusal(0x63C0 | pin.tries)
            return b""
        _compare(pin, command.data)
        pin.given = True
        return b""

    def change(self, command: Apdu) -> bytes:
        """CHANGE REFERENCE DATA: old and new PIN, one behind the other."""
        pin = self._pin(command.p2)
        if command.p1 or command.p2 == self._dialect.puk:
            raise Refusal(0x6A86)
        if not pin.activated:
            raise Refusal(0x6984)
        old, new = self._halves(command.data, len(pin.value))
        _compare(pin, old)
        self._set(pin, new)
        return b""

    def unblock(self, command: Apdu) -> bytes:
        """RESET RETRY COUNTER, which activates a PIN as well."""
        pin = self._pin(command.p2)
        at_once = self._dialect.unblock_at_once
        if command.p1 != (0x00 if at_once else 0x02) or command.p2 == self._dialect.puk:
            raise Refusal(0x6A86)
        new, puk = command.data, self._pins[self._dialect.puk]
        if at_once:
            code, new = self._halves(command.data, len(puk.value))
            _compare(puk, code)
        elif not puk.given:
            raise Refusal(0x6982)
        self._set(pin, new)
        pin.tries, pin.activated = MAX_TRIES, True
        return b""

    def state_object(self, command: Apdu) -> bytes:
        """GET DATA for a PIN's object: its counter in DF21, in DF2F whether it was ever set."""
        if (command.p1, command.p2) != (0x00, 0xFF) or command.data[:4] != b"\xa0\x03\x83\x01":
            raise Refusal(0x6A88)
        if len(command.data) != 5 or command.data[4] not in self._pins:
            raise Refusal(0x6A88)
        pin = self._pins[command.data[4]]
        rules = b"\xf0\x00\x00\x00"
        return tlv(
            0xA0,
            tlv(0x83, command.data[4:]),
            tlv(0x8C, rules),
            tlv(0x9C, rules),
            b"\xdf" + tlv(0x21, bytes((pin.tries, 0xFF, 0xA5, 0x03))),
            b"\xdf" + tlv(0x27, b"\xff\xff"),
            b"\xdf" + tlv(0x28, bytes((self._dialect.block,))),
            b"\xdf" + tlv(0x2F, bytes((pin.activated,))),
        )

    def _pin(self, reference: int) -> _Pin:
        try:
            return self._pins[reference]
        except KeyError:
            raise Refusal(0x6A88) from None

    def _halves(self, data: bytes, first: int) -> tuple[bytes, bytes]:
        if self._dialect.block and len(data) != 2 * self._dialect.block:
            raise Refusal(0x6700)
        return data[:first], data[first:]

    def _set(self, pin: _Pin, new: bytes) -> None:
        shortest, longest = pin.digits
        digits = new.rstrip(b"\x00") if self._dialect.block else new
        if not shortest <= len(digits) <= longest or not digits.isdigit():
            raise Refusal(0x6A80)
        pin.value, pin.given = new, False


def _compare(pin: _Pin, value: bytes) -> None:
    """Count a wrong value, whatever its length; a right one fills the counter."""
    if pin.tries == 0:
        raise Refusal(0x6983)
    if not hmac.compare_digest(pin.value, value):
        pin.given = False
        pin.tries -= 1
        raise Refusal(0x63C0 | pin.tries)
    pin.tries = MAX_TRIES
