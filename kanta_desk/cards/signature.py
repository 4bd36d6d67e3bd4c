"""Signatures as cards make them: algorithm by key, digest, form, and proof against the key.

Algorithm bytes of the security environment: FINEID S1 v4.2 §3.6.3 table 6; the high nibble is the
hash (4 SHA-256, 5 SHA-384), the low one the scheme (2 RSA PKCS#1 v1.5, 4 ECDSA, 5 RSA-PSS with the
digest's length of salt). The kind of key is told by the certificate, never by the card's model.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

from kanta_desk.errors import CardAnswerBad, SignatureRejected
from kanta_desk.trust.certificate import PublicKey

_RSA_BITS = range(2048, 4097)
_CURVES = {"secp256r1": "p256", "secp384r1": "p384"}
_HASHES = {"sha256": hashes.SHA256(), "sha384": hashes.SHA384()}


@dataclass(frozen=True, slots=True)
class Algorithm:
    """``name`` for records, ``card_byte`` for the card, ``digest`` as hashlib names it."""

    name: str
    card_byte: int
    digest: str

    def digest_of(self, message: bytes) -> bytes:
        """What the card is given to sign."""
        return hashlib.new(self.digest, message).digest()


RSA_SHA256 = Algorithm("RSA-PKCS1-SHA256", 0x42, "sha256")
RSA_PSS_SHA256 = Algorithm("RSA-PSS-SHA256", 0x45, "sha256")
ECDSA_SHA256 = Algorithm("ECDSA-P256-SHA256", 0x44, "sha256")
ECDSA_SHA384 = Algorithm("ECDSA-P384-SHA384", 0x54, "sha384")

_FITTING = {
    "rsa": (RSA_SHA256, RSA_PSS_SHA256),
    "p256": (ECDSA_SHA256,),
    "p384": (ECDSA_SHA384,),
}
"""The algorithms of each kind of key, the usual one first."""


def algorithms_for(key: PublicKey) -> tuple[Algorithm, ...]:
    """All ways in which a card with this key may sign, the usual one first.

    Raises:
        CardAnswerBad: if no layout has such a key.
    """
    if isinstance(key, rsa.RSAPublicKey) and key.key_size in _RSA_BITS:
        return _FITTING["rsa"]
    if isinstance(key, ec.EllipticCurvePublicKey) and key.curve.name in _CURVES:
        return _FITTING[_CURVES[key.curve.name]]
    raise CardAnswerBad(detail="kind of key")


def algorithm_for(key: PublicKey, wanted: Mapping[str, int] | None = None) -> Algorithm:
    """How a card with this key signs; ``wanted``: the byte of its layout for each kind of key.

    Raises:
        CardAnswerBad: if no layout has such a key, or ``wanted`` an algorithm that is not known.
    """
    fitting = algorithms_for(key)
    if wanted is None:
        return fitting[0]
    byte = next(wanted[kind] for kind, each in _FITTING.items() if each == fitting)
    found = next((each for each in fitting if each.card_byte == byte), None)
    if found is None:
        raise CardAnswerBad(detail=f"algorithm {byte:02X}")
    return found


def raw_size(key: PublicKey) -> int:
    """Bytes of a card's bare result."""
    size = (key.key_size + 7) // 8
    return size if isinstance(key, rsa.RSAPublicKey) else 2 * size


def from_card(key: PublicKey, raw: bytes) -> bytes:
    """A card's bare result as a signature: r‖s becomes a DER SEQUENCE, RSA stays as it is.

    Raises:
        CardAnswerBad: if the length is not the key's.
    """
    if len(raw) != raw_size(key):
        raise CardAnswerBad(detail="signature: length")
    if isinstance(key, rsa.RSAPublicKey):
        return raw
    half = len(raw) // 2
    return encode_dss_signature(
        int.from_bytes(raw[:half], "big"), int.from_bytes(raw[half:], "big")
    )


def verify(
    key: PublicKey, message: bytes, signature: bytes, algorithm: Algorithm | None = None
) -> None:
    """Prove that ``signature`` over ``message`` was made with the private half of ``key``.

    ``algorithm``: the one it was made with, the key's usual one if not given.

    Raises:
        SignatureRejected: if it was not.
        CardAnswerBad: if the key is of no kind that cards have.
    """
    used = algorithm or algorithm_for(key)
    digest = _HASHES[used.digest]
    try:
        if not isinstance(key, rsa.RSAPublicKey):
            key.verify(signature, message, ec.ECDSA(digest))
        elif used == RSA_PSS_SHA256:
            salted = padding.PSS(padding.MGF1(digest), padding.PSS.DIGEST_LENGTH)
            key.verify(signature, message, salted, digest)
        else:
            key.verify(signature, message, padding.PKCS1v15(), digest)
    except InvalidSignature:
        raise SignatureRejected from None
