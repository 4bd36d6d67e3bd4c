"""Signing through the signature service (SCS) that installed reader software runs on localhost.

The service holds the card, asks for the PIN in a window of its own, and answers with a signature
and its certificate chain. What is asked and answered: "HTML5 and Digital Signatures: Signature
Creation Service" 1.0–1.2 (developer.fineid.fi/scs), as ``resources/cards/scs.toml`` has it with
the evidence for each fact.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

import orjson

from kanta_desk.cards import pin as pins
from kanta_desk.cards import signature
from kanta_desk.cards.fineid import CardSignature, Key
from kanta_desk.cards.signers import Signing, require_expected
from kanta_desk.errors import (
    CertificateUnreadable,
    NetError,
    SignatureRejected,
    SignerMissing,
    SignerRefused,
)
from kanta_desk.model.cards import CertificateSummary, SignerKind
from kanta_desk.net.http import Answer, HttpClient
from kanta_desk.settings.resources import read_toml, resource
from kanta_desk.trust.certificate import Certificate

_USAGE = {Key.AUTHENTICATION: "digitalsignature", Key.SIGNATURE: "nonrepudiation"}
_RSA = "SHA256"
_DIGESTS = {"EC P-384": "SHA384", "EC P-521": "SHA512"}
"""The digest that goes with a key; an RSA key and P-256 take SHA-256."""
_MAX_CHAIN = 8
_OK = 200


@dataclass(frozen=True, slots=True)
class ScsProfile:
    """What the interface is believed to be; ``verified`` where a published source says so."""

    url: str
    version: str
    origin: str
    answer: dict[str, str]
    verified: bool
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScsService:
    """What a running service tells of itself; ``card`` is false where it sees none."""

    version: str
    signature_types: tuple[str, ...]
    hash_algorithms: tuple[str, ...]

    @property
    def card(self) -> bool:
        """Whether it has a card to sign with: without one it offers no algorithms."""
        return bool(self.hash_algorithms)


@cache
def scs_profile() -> ScsProfile:
    """The interface's facts as the program ships them."""
    data = read_toml(resource("cards/scs.toml"))
    service, answer = data["service"], data["answer"]
    names = ("signature", "chain", "status", "ok", "reason_code", "reason_text")
    return ScsProfile(
        url=service["url"],
        version=service["version"],
        origin=service["origin"],
        answer={name: answer[name] for name in names},
        verified=service["verified"] and answer["verified"],
        evidence=(service["evidence"], answer["evidence"]),
    )


class ScsSigner:
    """A ``Signer`` over the local service."""

    kind = SignerKind.SCS
    asks_pin = False

    def __init__(self, http: HttpClient, profile: ScsProfile | None = None) -> None:
        """``http``: a client for the service's address, with time enough to type a PIN."""
        self._http = http
        self._profile = profile or scs_profile()

    def version(self) -> ScsService:
        """Ask the service what it is.

        Raises:
            SignerMissing: if nobody answers, or it is no such service.
        """
        try:
            told = _object(self._http.get("/version"))
        except (NetError, ValueError) as error:
            raise SignerMissing(self._http.host, type(error).__name__) from None
        return ScsService(
            str(told.get("version", "")),
            _strings(told.get("signatureTypes")),
            _strings(told.get("hashAlgorithms")),
        )

    @contextmanager
    def opened(
        self,
        key: Key,
        pin: bytearray | None,
        *,
        expected: CertificateSummary | None,
        use_last_tries: bool = False,
    ) -> Iterator[Signing]:
        """See ``Signer.opened``; a PIN given is overwritten unused, and the service asks its own.

        The service asks the holder for each signature anew.
        """
        if pin is not None:
            pins.wipe(pin)
        yield _ScsSigning(self._http, self._profile, key, expected)


class _ScsSigning:
    """Signs one message a request; the certificate is known from the first answer on."""

    def __init__(
        self, http: HttpClient, profile: ScsProfile, key: Key, expected: CertificateSummary | None
    ) -> None:
        self._http = http
        self._profile = profile
        self._key = key
        self._expected = expected
        self._certificate: Certificate | None = None

    @property
    def certificate(self) -> Certificate:
        """See ``Signing.certificate``.

        Raises:
            SignerRefused: before the first signature: the service shows none until then.
        """
        if self._certificate is None:
            raise SignerRefused(self._http.host, "no certificate before a signature")
        return self._certificate

    def sign(self, message: bytes) -> CardSignature:
        """See ``Signing.sign``."""
        made = self._ask(message, _DIGESTS.get(self._expected.key if self._expected else "", _RSA))
        signature.verify(made.certificate.public_key, message, made.signature)
        return made

    def keep(self) -> None:
        """See ``Signing.keep``: the card is the service's to keep."""

    def _ask(self, message: bytes, digest: str) -> CardSignature:
        asked = {
            "version": self._profile.version,
            "selector": {"keyusages": [_USAGE[self._key]]},
            "content": base64.b64encode(message).decode(),
            "contentType": "data",
            "hashAlgorithm": digest,
            "signatureType": "signature",
        }
        try:
            answer = self._http.post(
                "/sign",
                orjson.dumps(asked),
                "application/json",
                {"Origin": self._profile.origin},
            )
        except NetError as error:
            raise SignerMissing(self._http.host, type(error).__name__) from None
        try:
            return self._read(_object(answer))
        except (ValueError, LookupError, TypeError, binascii.Error, CertificateUnreadable) as error:
            raise SignerRefused(self._http.host, f"answer: {type(error).__name__}") from None

    def _read(self, told: dict[str, Any]) -> CardSignature:
        names = self._profile.answer
        if told.get(names["status"]) != names["ok"]:
            code, text = told.get(names["reason_code"]), told.get(names["reason_text"])
            raise SignerRefused(self._http.host, f"{code} {text}"[:120])
        chain = [
            Certificate.parse(base64.b64decode(each, validate=True))
            for each in told[names["chain"]][:_MAX_CHAIN]
        ]
        own = chain[0]
        require_expected(own, self._expected, self._http.host)
        if self._certificate is not None and own.sha256 != self._certificate.sha256:
            raise SignatureRejected(self._http.host, "another card than for the last signature")
        self._certificate = own
        made = base64.b64decode(told[names["signature"]], validate=True)
        issuers = tuple(each.der for each in chain[1:])
        return CardSignature(own, signature.algorithm_for(own.public_key), made, issuers)


def _object(answer: Answer) -> dict[str, Any]:
    told = orjson.loads(answer.body) if answer.status == _OK else None
    if not isinstance(told, dict):
        raise ValueError(f"HTTP {answer.status}")
    return told


def _strings(value: object) -> tuple[str, ...]:
    return tuple(str(each) for each in value) if isinstance(value, list) else ()
