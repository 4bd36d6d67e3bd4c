"""Certificates in the form that the path validator takes, and back."""

from __future__ import annotations

import threading
from typing import Any

from asn1crypto import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa

from kanta_desk.trust.certificate import Certificate

_MOST = 128
_HASHES: dict[str, hashes.HashAlgorithm] = {
    "sha256": hashes.SHA256(),
    "sha384": hashes.SHA384(),
    "sha512": hashes.SHA512(),
}


class _Known(threading.local):
    """What this thread has loaded. The form reads itself lazily, so threads must not share it."""

    def __init__(self) -> None:
        self.loaded: dict[str, x509.Certificate] = {}


_known = _Known()


def asn1(certificate: Certificate) -> x509.Certificate:
    """The validator's form; a fault in it may come as ``ValueError`` later.

    Kept from one judgement to the next: most of a judgement's time goes into the names of roots
    and issuers, which stay the same.
    """
    loaded = _known.loaded.get(certificate.sha256)
    if loaded is None:
        if len(_known.loaded) >= _MOST:
            _known.loaded.clear()
        loaded = x509.Certificate.load(certificate.der)  # type: ignore[no-untyped-call]
        _known.loaded[certificate.sha256] = loaded
    return loaded


def plain(certificate: x509.Certificate) -> Certificate:
    """The program's own form."""
    return Certificate.parse(certificate.dump())  # type: ignore[no-untyped-call]


def signs_itself(certificate: Certificate) -> bool:
    """Whether a certificate's own key made the signature on it, with a hash that still holds."""
    loaded: Any = asn1(certificate)
    algorithm = loaded["signature_algorithm"]
    kind, key = _HASHES.get(algorithm.hash_algo), certificate.public_key
    body, made = loaded["tbs_certificate"].dump(), loaded["signature_value"].native
    try:
        match algorithm.signature_algo:
            case "rsassa_pkcs1v15" if kind is not None and isinstance(key, rsa.RSAPublicKey):
                key.verify(made, body, padding.PKCS1v15(), kind)
            case "ecdsa" if kind is not None and isinstance(key, ec.EllipticCurvePublicKey):
                key.verify(made, body, ec.ECDSA(kind))
            case _:
                return False
    except InvalidSignature:
        return False
    return True
