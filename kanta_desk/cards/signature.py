"""Signatures as cards make them: algorithm by key, digest, form, and proof against the key.

Algorithm bytes of the security environment: FINEID S4-2 v4.0 (42 = SHA-256 with RSA PKCS#1 v1.5,
54 = SHA-384 with ECDSA). The kind of key is told by the certificate, never by the card's model.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

from kanta_desk.errors import CardAnswerBad, SignatureRejected
from kanta_desk.trust.certificate import PublicKey

_RSA_BITS = range(2048, 4097)


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
ECDSA_SHA384 = Algorithm("ECDSA-P384-SHA384", 0x54, "sha384")


def algorithm_for(key: PublicKey) -> Algorithm:
    """How a card with this key signs.

    Raises:
        CardAnswerBad: if no scheme has such a key.
    """
    if isinstance(key, rsa.RSAPublicKey) and key.key_size in _RSA_BITS:
        return RSA_SHA256
    if isinstance(key, ec.EllipticCurvePublicKey) and isinstance(key.curve, ec.SECP384R1):
        return ECDSA_SHA384
    raise CardAnswerBad(detail="kind of key")


def from_card(key: PublicKey, raw: bytes) -> bytes:
    """A card's bare result as a signature: r‖s becomes a DER SEQUENCE, RSA stays as it is.

    Raises:
        CardAnswerBad: if the length is not the key's.
    """
    size = (key.key_size + 7) // 8
    if isinstance(key, rsa.RSAPublicKey):
        if len(raw) != size:
            raise CardAnswerBad(detail="signature: length")
        return raw
    if len(raw) != 2 * size:
        raise CardAnswerBad(detail="signature: length")
    return encode_dss_signature(
        int.from_bytes(raw[:size], "big"), int.from_bytes(raw[size:], "big")
    )


def verify(key: PublicKey, message: bytes, signature: bytes) -> None:
    """Prove that ``signature`` over ``message`` was made with the private half of ``key``.

    Raises:
        SignatureRejected: if it was not.
        CardAnswerBad: if the key is of no kind that cards have.
    """
    algorithm_for(key)
    try:
        if isinstance(key, rsa.RSAPublicKey):
            key.verify(signature, message, padding.PKCS1v15(), hashes.SHA256())
        else:
            key.verify(signature, message, ec.ECDSA(hashes.SHA384()))
    except InvalidSignature:
        raise SignatureRejected from None
