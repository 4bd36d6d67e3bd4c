"""A software card that plays the scheme FINEID S4-2 as strictly as a real one, traps included.

PINs are bare digits, global until reset, and a padded one is a wrong one. There is no PSO HASH.
DF.ESIGN can be selected by name only. Selecting a file that is not there answers 9000, and the read
tells. Unknown data objects do not exist. The PIN counters live as long as the card object, through
resets and readers, as in a real card.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import Prehashed, decode_dss_signature

from kanta_desk.practice import card_files as files
from kanta_desk.practice.authority import PrivateKey
from kanta_desk.practice.pki import IssuedCard

COSMO_X_ATR = bytes.fromhex("3BDD96008031FE450031B8640429ECC17394018083 49")

# The practice set's own: given to everybody who practises, and to no real card.
PRACTICE_PIN1 = "1234"
PRACTICE_PIN2 = "567890"
PRACTICE_PUK = "12345678"

MAX_TRIES = 5
_BLOCK_LIMIT = 0xE7
_MAX_LE = 256
_RSA_SHA256, _ECDSA_SHA384 = 0x42, 0x54


class _Refusal(Exception):
    """Ends a command with a status word."""

    def __init__(self, sw: int) -> None:
        super().__init__(f"{sw:04X}")
        self.sw = sw


@dataclass(frozen=True, slots=True)
class _Apdu:
    ins: int
    p1: int
    p2: int
    data: bytes
    le: int | None

    @classmethod
    def decode(cls, apdu: bytes) -> _Apdu:
        """The four short cases of ISO/IEC 7816-3 §12.1; anything else has a wrong length."""
        if len(apdu) < 4:
            raise _Refusal(0x6700)
        if apdu[0] == 0x10:
            raise _Refusal(0x6884)
        if apdu[0] != 0x00:
            raise _Refusal(0x6E00)
        ins, p1, p2 = apdu[1:4]
        if len(apdu) <= 5:
            return cls(ins, p1, p2, b"", (apdu[4] or _MAX_LE) if len(apdu) == 5 else None)
        lc = apdu[4]
        data, rest = apdu[5 : 5 + lc], apdu[5 + lc :]
        if lc == 0 or len(data) != lc or len(rest) > 1:
            raise _Refusal(0x6700)
        return cls(ins, p1, p2, data, (rest[0] or _MAX_LE) if rest else None)


@dataclass(slots=True)
class _Pin:
    value: bytes
    tries: int = MAX_TRIES
    given: bool = False


class SoftwareCard:
    """One card. Not safe across threads: a reader serialises its commands."""

    def __init__(
        self,
        issued: IssuedCard,
        serial: str,
        *,
        pin1: str = PRACTICE_PIN1,
        pin2: str = PRACTICE_PIN2,
        puk: str = PRACTICE_PUK,
        activated: bool = True,
        atr: bytes = COSMO_X_ATR,
    ) -> None:
        self._atr = atr
        self._activated = activated
        self._pins = {
            files.PIN1: _Pin(pin1.encode("ascii")),
            files.PIN2: _Pin(pin2.encode("ascii")),
            files.PUK: _Pin(puk.encode("ascii")),
        }
        self._keys: dict[int, PrivateKey] = {
            files.AUTHENTICATION_KEY: issued.authentication_key,
            files.SIGNATURE_KEY: issued.signature_key,
        }
        self._files = files.file_system(issued, serial)
        self._forget()

    def __repr__(self) -> str:
        return "SoftwareCard(…)"

    @property
    def atr(self) -> bytes:
        """The answer to reset."""
        return self._atr

    def tries_left(self, reference: int = files.PIN1) -> int:
        """The counter of a PIN, as an observer beside the card sees it."""
        return self._pins[reference].tries

    def is_given(self, reference: int = files.PIN1) -> bool:
        """Whether the card holds a PIN as given just now."""
        return self._pins[reference].given

    def power_on(self) -> bytes:
        """Power up, forgetting all but the counters; the ATR."""
        self._forget()
        return self._atr

    def reset(self) -> None:
        """Warm reset: forgets all but the counters."""
        self._forget()

    def process(self, apdu: bytes) -> bytes:
        """One command APDU in, one response APDU out."""
        try:
            command = _Apdu.decode(apdu)
            if command.ins != 0xC0:
                self._pending = b""
            return self._answer(command, self._dispatch(command))
        except _Refusal as refusal:
            return refusal.sw.to_bytes(2, "big")

    def _forget(self) -> None:
        for pin in self._pins.values():
            pin.given = False
        self._folder = self._files.master
        self._file: bytes | None = None
        self._pending = b""
        self._environment: tuple[int, int] | None = None

    def _dispatch(self, command: _Apdu) -> bytes:
        match command.ins:
            case 0xA4:
                return self._select(command)
            case 0xB0:
                return self._read_binary(command)
            case 0xC0:
                return self._get_response(command)
            case 0x20:
                return self._verify(command)
            case 0x22:
                return self._manage_environment(command)
            case 0x2A:
                return self._perform_operation(command)
            case 0x24:
                return self._change_pin(command)
            case 0x2C:
                return self._reset_counter(command)
            case 0xCA | 0xCB:
                raise _Refusal(0x6A88)
            case _:
                raise _Refusal(0x6D00)

    def _answer(self, command: _Apdu, data: bytes) -> bytes:
        """Data and 9000; 61xx for what does not fit; 6Cxx for a length other than the data's."""
        if not data:
            return b"\x90\x00"
        wanted = 0 if command.le is None else command.le
        if 0 < wanted < _MAX_LE and wanted != len(data):
            if command.ins == 0xC0:
                self._pending = data
            raise _Refusal(0x6C00 | len(data) & 0xFF)
        now, self._pending = data[:wanted], data[wanted:]
        if not self._pending:
            return now + b"\x90\x00"
        return now + bytes((0x61, min(len(self._pending), _MAX_LE) & 0xFF))

    def _get_response(self, command: _Apdu) -> bytes:
        if not self._pending:
            raise _Refusal(0x6985)
        data, self._pending = self._pending, b""
        return data

    # Files

    def _select(self, command: _Apdu) -> bytes:
        match command.p1:
            case 0x04:
                self._select_by_name(command.data)
            case 0x00 | 0x02 | 0x08 | 0x09:
                if len(command.data) % 2 or (command.p1 != 0x00 and not command.data):
                    raise _Refusal(0x6A80)
                self._select_by_ids(command)
            case _:
                raise _Refusal(0x6A86)
        if command.p2 & 0x0C == 0x0C:
            return b""
        size = 0 if self._file is None else len(self._file)
        control = b"\x81\x02" + size.to_bytes(2, "big")
        template = 0x62 if command.p2 & 0x0C == 0x04 else 0x6F
        return bytes((template, len(control))) + control

    def _select_by_name(self, name: bytes) -> None:
        for folder in (self._files.application, self._files.signing):
            if name and name == folder.name:
                self._enter(folder)
                return
        raise _Refusal(0x6A82)

    def _select_by_ids(self, command: _Apdu) -> None:
        data = command.data or files.MF_ID.to_bytes(2, "big")
        ids = [int.from_bytes(data[at : at + 2], "big") for at in range(0, len(data), 2)]
        searched = [self._folder]
        if ids[0] == files.MF_ID and command.p1 != 0x02:
            self._enter(self._files.master)
            searched, ids = [self._files.master], ids[1:]
        elif command.p1 == 0x08:
            searched.append(self._files.master)
        if ids and ids[0] == files.PKCS15_ID and command.p1 != 0x02:
            self._enter(self._files.application)
            searched, ids = [self._files.application], ids[1:]
        # By its id DF.ESIGN answers well and does not become current; neither is a missing file
        # told here. Both are found out by the next command.
        self._file = None
        if len(ids) == 1:
            self._file = next((f.files[ids[0]] for f in searched if ids[0] in f.files), None)

    def _enter(self, folder: files.Folder) -> None:
        if folder is not self._folder:
            self._environment = None
        self._folder = folder
        self._file = None

    def _read_binary(self, command: _Apdu) -> bytes:
        if command.data or command.le is None:
            raise _Refusal(0x6700)
        if command.p1 & 0x80:
            raise _Refusal(0x6A86)
        if self._file is None:
            raise _Refusal(0x6A82)
        offset = command.p1 << 8 | command.p2
        left = len(self._file) - offset
        if left <= 0:
            raise _Refusal(0x6B00)
        allowed = min(left, _BLOCK_LIMIT)
        if command.le == _MAX_LE:
            return self._file[offset : offset + allowed]
        if command.le > allowed:
            raise _Refusal(0x6C00 | allowed)
        return self._file[offset : offset + command.le]

    # PINs

    def _pin(self, reference: int) -> _Pin:
        try:
            return self._pins[reference]
        except KeyError:
            raise _Refusal(0x6A88) from None

    def _verify(self, command: _Apdu) -> bytes:
        if command.p1:
            raise _Refusal(0x6A86)
        pin = self._pin(command.p2)
        if not self._activated and command.p2 != files.PUK:
            raise _Refusal(0x6984)
        if not command.data:
            if pin.tries == 0:
                raise _Refusal(0x6983)
            if not pin.given:
                raise _Refusal(0x63C0 | pin.tries)
            return b""
        self._compare(pin, command.data)
        pin.given = True
        return b""

    def _compare(self, pin: _Pin, value: bytes) -> None:
        """Count a wrong value, whatever its length; a right one fills the counter."""
        if pin.tries == 0:
            raise _Refusal(0x6983)
        if not hmac.compare_digest(pin.value, value):
            pin.given = False
            pin.tries -= 1
            raise _Refusal(0x63C0 | pin.tries)
        pin.tries = MAX_TRIES

    def _change_pin(self, command: _Apdu) -> bytes:
        pin = self._pin(command.p2)
        if command.p1 or command.p2 == files.PUK:
            raise _Refusal(0x6A86)
        if not self._activated:
            raise _Refusal(0x6984)
        old, new = command.data[: len(pin.value)], command.data[len(pin.value) :]
        self._compare(pin, old)
        self._set(pin, new)
        return b""

    def _reset_counter(self, command: _Apdu) -> bytes:
        pin = self._pin(command.p2)
        if command.p1 != 0x02 or command.p2 == files.PUK:
            raise _Refusal(0x6A86)
        if not self._pins[files.PUK].given:
            raise _Refusal(0x6982)
        self._set(pin, command.data)
        pin.tries = MAX_TRIES
        self._activated = True
        return b""

    def _set(self, pin: _Pin, new: bytes) -> None:
        if not 4 <= len(new) <= 8 or not new.isdigit():
            raise _Refusal(0x6A80)
        pin.value, pin.given = new, False

    # Keys

    def _manage_environment(self, command: _Apdu) -> bytes:
        if (command.p1, command.p2) != (0x41, 0xB6):
            raise _Refusal(0x6A86)
        data = command.data
        if len(data) != 6 or data[:2] != b"\x80\x01" or data[3:5] != b"\x84\x01":
            raise _Refusal(0x6A80)
        algorithm, reference = data[2], data[5]
        home = self._files.signing if reference == files.SIGNATURE_KEY else self._files.application
        if reference not in self._keys or self._folder is not home:
            raise _Refusal(0x6A88)
        elliptic = isinstance(self._keys[reference], ec.EllipticCurvePrivateKey)
        if algorithm != (_ECDSA_SHA384 if elliptic else _RSA_SHA256):
            raise _Refusal(0x6A80)
        self._environment = (algorithm, reference)
        return b""

    def _perform_operation(self, command: _Apdu) -> bytes:
        if (command.p1, command.p2) == (0x90, 0xA0):
            raise _Refusal(0x6A80)
        if (command.p1, command.p2) != (0x9E, 0x9A):
            raise _Refusal(0x6A86)
        if self._environment is None:
            raise _Refusal(0x6985)
        algorithm, reference = self._environment
        pin = files.PIN2 if reference == files.SIGNATURE_KEY else files.PIN1
        if not self._pins[pin].given:
            raise _Refusal(0x6982)
        if len(command.data) != (48 if algorithm == _ECDSA_SHA384 else 32):
            raise _Refusal(0x6A80)
        return _sign(self._keys[reference], command.data)


def _sign(key: PrivateKey, digest: bytes) -> bytes:
    """PKCS#1 v1.5 for RSA, bare r‖s for an elliptic curve."""
    if isinstance(key, rsa.RSAPrivateKey):
        return key.sign(digest, padding.PKCS1v15(), Prehashed(hashes.SHA256()))
    size = (key.key_size + 7) // 8
    r, s = decode_dss_signature(key.sign(digest, ec.ECDSA(Prehashed(hashes.SHA384()))))
    return r.to_bytes(size, "big") + s.to_bytes(size, "big")
