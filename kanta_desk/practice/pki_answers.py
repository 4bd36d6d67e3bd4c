"""What a practice authority's OCSP service answers, in good order or not (RFC 6960)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ocsp

from kanta_desk.practice.authority import (
    Authority,
    KeyKind,
    PrivateKey,
    Purpose,
    Subject,
    Validity,
    hash_for,
)
from kanta_desk.practice.pki_lists import Listed
from kanta_desk.practice.pki_standing import Standing, Standings

_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)
_REASON_NUMBERS = {
    x509.ReasonFlags.key_compromise: 1, x509.ReasonFlags.ca_compromise: 2,
    x509.ReasonFlags.affiliation_changed: 3, x509.ReasonFlags.superseded: 4,
    x509.ReasonFlags.cessation_of_operation: 5, x509.ReasonFlags.certificate_hold: 6,
    x509.ReasonFlags.privilege_withdrawn: 9, x509.ReasonFlags.aa_compromise: 10,
}  # fmt: skip


class Mood(StrEnum):
    """How a service does its work. The last five are for OCSP alone."""

    WELL = "well"
    STALE = "stale"
    WRONG_SIGNER = "wrong signer"
    RUBBISH = "rubbish"
    FAILING = "failing"
    SLOW = "slow"
    SILENT = "silent"
    TRY_LATER = "try later"
    NOT_EMPOWERED = "not empowered"
    OTHER_CERTIFICATE = "other certificate"
    OTHER_NONCE = "other nonce"
    NO_NONCE = "no nonce"


@dataclass(frozen=True, slots=True)
class OcspService:
    """The service of one authority, with a certificate of its own to sign with."""

    authority: Authority
    certificate: x509.Certificate
    key: PrivateKey

    @classmethod
    def of(cls, authority: Authority, purpose: Purpose, now: datetime) -> OcspService:
        """A service that ``authority`` has empowered, if ``purpose`` is OCSP."""
        key = KeyKind.EC_P384.generate()
        certificate = authority.issue(
            Subject("Kanta Desk HARJOITUS OCSP"),
            key.public_key(),
            purpose,
            Validity(now - _DAY, now + 30 * _DAY),
        )
        return cls(authority, certificate, key)

    def answer(self, request: bytes, standings: Standings, mood: Mood, now: datetime) -> bytes:
        """The answer (DER) to a request for one certificate.

        Raises:
            ValueError: if it is no such request.
        """
        if mood is Mood.TRY_LATER:
            status = ocsp.OCSPResponseStatus.TRY_LATER
            later = ocsp.OCSPResponseBuilder.build_unsuccessful(status)
            return later.public_bytes(Encoding.DER)
        asked = ocsp.load_der_ocsp_request(request)
        told = standings.of(self.authority.certificate.subject, asked.serial_number)
        gone = told is not None and told.standing in (Standing.REVOKED, Standing.ON_HOLD)
        status_of = {
            Standing.REVOKED: ocsp.OCSPCertStatus.REVOKED,
            Standing.ON_HOLD: ocsp.OCSPCertStatus.REVOKED,
            Standing.UNKNOWN: ocsp.OCSPCertStatus.UNKNOWN,
        }
        first = now - 3 * _DAY if mood is Mood.STALE else now
        builder = (
            ocsp.OCSPResponseBuilder()
            .add_response_by_hash(
                issuer_name_hash=asked.issuer_name_hash,
                issuer_key_hash=asked.issuer_key_hash,
                serial_number=asked.serial_number + (mood is Mood.OTHER_CERTIFICATE),
                algorithm=asked.hash_algorithm,
                cert_status=status_of[told.standing] if told else ocsp.OCSPCertStatus.GOOD,
                this_update=first,
                next_update=first + _HOUR,
                revocation_time=told.since if told and gone else None,
                revocation_reason=told.reason if told and gone else None,
            )
            .responder_id(ocsp.OCSPResponderEncoding.HASH, self.certificate)
            .certificates([self.certificate])
        )
        for extension in asked.extensions:
            if isinstance(extension.value, x509.OCSPNonce) and mood is not Mood.NO_NONCE:
                nonce = extension.value.nonce
                sent = nonce[::-1] if mood is Mood.OTHER_NONCE else nonce
                builder = builder.add_extension(x509.OCSPNonce(sent), critical=False)
        return builder.sign(self.key, hash_for(self.key)).public_bytes(Encoding.DER)


def stranger_to(authority: Authority, now: datetime) -> Authority:
    """Somebody who calls himself as ``authority`` does, and has another key."""
    names = authority.certificate.subject
    common_name, organisation = (
        str(names.get_attributes_for_oid(oid)[0].value)
        for oid in (x509.NameOID.COMMON_NAME, x509.NameOID.ORGANIZATION_NAME)
    )
    # A key of the same kind, so that nothing but the signature tells the two apart.
    elliptic = isinstance(authority.key, ec.EllipticCurvePrivateKey)
    kind = KeyKind.EC_P384 if elliptic else KeyKind.RSA_2048
    return Authority.root(common_name, organisation, kind, Validity(now - _DAY, now + 30 * _DAY))


def listed(standings: Standings, authority: Authority) -> tuple[Listed, ...]:
    """The entries of an authority's list: those revoked or on hold."""
    return tuple(
        Listed(told.serial, told.since, _REASON_NUMBERS.get(told.reason, 0))
        for told in standings.by(authority.certificate.subject)
        if told.standing in (Standing.REVOKED, Standing.ON_HOLD)
    )
