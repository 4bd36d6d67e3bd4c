"""The keys of a software card: security environment, digest, signature."""

from __future__ import annotations

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import Prehashed, decode_dss_signature

from kanta_desk.practice import card_files as files
from kanta_desk.practice.authority import PrivateKey
from kanta_desk.practice.card_dialect import Dialect
from kanta_desk.practice.card_pins import Pins
from kanta_desk.practice.card_wire import MAX_LE, Apdu, Refusal
from kanta_desk.practice.pki import IssuedCard

# Algorithm bytes (FINEID S4-1): the high half names the digest, the low one the kind of signature.
_DIGESTS: dict[int, hashes.HashAlgorithm] = {
    3: hashes.SHA224(),
    4: hashes.SHA256(),
    5: hashes.SHA384(),
    6: hashes.SHA512(),
}
_PKCS1, _ECDSA, _PSS = 2, 4, 5


class Keys:
    """Both keys of one card, and what has been set up for their use."""

    def __init__(
        self, dialect: Dialect, issued: IssuedCard, pins: Pins, *, per_signature: bool
    ) -> None:
        self._dialect = dialect
        self._pins = pins
        self._per_signature = per_signature
        self._keys: dict[int, PrivateKey] = {
            dialect.authentication_key: issued.authentication_key,
            dialect.signature_key: issued.signature_key,
        }
        self.forget()

    def forget(self) -> None:
        """Nothing is set up."""
        self._environment: tuple[int, int] | None = None
        self._digest = b""

    def manage_environment(self, command: Apdu, folder: files.Folder) -> bytes:
        """MSE SET for a digital signature: algorithm and key."""
        if (command.p1, command.p2) != (0x41, 0xB6):
            raise Refusal(0x6A86)
        data = command.data
        if len(data) != 6 or data[:2] != b"\x80\x01" or data[3:5] != b"\x84\x01":
            raise Refusal(0x6A80)
        algorithm, reference = data[2], data[5]
        if reference not in self._keys or not self._is_home(reference, folder):
            raise Refusal(0x6A88)
        if algorithm not in self._algorithms(self._keys[reference]):
            raise Refusal(0x6A80)
        self._environment, self._digest = (algorithm, reference), b""
        return b""

    def perform(self, command: Apdu) -> bytes:
        """PSO: COMPUTE DIGITAL SIGNATURE, and HASH where the dialect has it."""
        match (command.p1, command.p2):
            case (0x90, 0xA0):
                return self._take_digest(command.data)
            case (0x9E, 0x9A):
                return self._compute(command)
            case _:
                raise Refusal(0x6A86)

    def _is_home(self, reference: int, folder: files.Folder) -> bool:
        if not self._dialect.keys_by_folder:
            return True
        signing = reference == self._dialect.signature_key
        return folder.id == (files.ESIGN_ID if signing else files.PKCS15_ID)

    def _algorithms(self, key: PrivateKey) -> set[int]:
        if not self._dialect.hash_first:
            if isinstance(key, rsa.RSAPrivateKey):
                return {0x42}
            return {0x44 if key.key_size <= 256 else 0x54}
        kinds = (_PKCS1, _PSS) if isinstance(key, rsa.RSAPrivateKey) else (_ECDSA,)
        return {digest << 4 | kind for digest in _DIGESTS for kind in kinds}

    def _take_digest(self, data: bytes) -> bytes:
        if not self._dialect.hash_first:
            raise Refusal(0x6A80)
        if self._environment is None:
            raise Refusal(0x6985)
        size = _digest_of(self._environment[0]).digest_size
        if len(data) != 2 + size or data[:2] != bytes((0x90, size)):
            raise Refusal(0x6A80)
        self._digest = data[2:]
        return b""

    def _compute(self, command: Apdu) -> bytes:
        if self._environment is None:
            raise Refusal(0x6985)
        algorithm, reference = self._environment
        key = self._keys[reference]
        signing = reference == self._dialect.signature_key
        pin = self._dialect.pin2 if signing else self._dialect.pin1
        if not self._pins.is_given(pin):
            raise Refusal(0x6982)
        digest = self._digest_for(command, key)
        if len(digest) != _digest_of(algorithm).digest_size:
            raise Refusal(0x6A80)
        if signing and self._per_signature:
            self._pins.withdraw(pin)
        return _sign(key, algorithm, digest)

    def _digest_for(self, command: Apdu, key: PrivateKey) -> bytes:
        if not self._dialect.hash_first:
            return command.data
        digest, self._digest = self._digest, b""
        if command.data:
            raise Refusal(0x6A80)
        if not digest:
            raise Refusal(0x6985)
        size = _signature_size(key)
        if command.le != min(size, MAX_LE):
            raise Refusal(0x6C00 | size & 0xFF)
        return digest


def _digest_of(algorithm: int) -> hashes.HashAlgorithm:
    return _DIGESTS[algorithm >> 4]


def _signature_size(key: PrivateKey) -> int:
    size = (key.key_size + 7) // 8
    return size if isinstance(key, rsa.RSAPrivateKey) else 2 * size


def _sign(key: PrivateKey, algorithm: int, digest: bytes) -> bytes:
    """PKCS#1 v1.5 or PSS (salt as long as the digest) for RSA, bare r‖s for an elliptic curve."""
    kind = _digest_of(algorithm)
    if isinstance(key, rsa.RSAPrivateKey):
        if algorithm & 0x0F == _PSS:
            pss = padding.PSS(padding.MGF1(kind), kind.digest_size)
            return key.sign(digest, pss, Prehashed(kind))
        return key.sign(digest, padding.PKCS1v15(), Prehashed(kind))
    size = (key.key_size + 7) // 8
    r, s = decode_dss_signature(key.sign(digest, ec.ECDSA(Prehashed(kind))))
    return r.to_bytes(size, "big") + s.to_bytes(size, "big")
