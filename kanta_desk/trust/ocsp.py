"""Asking an issuer's OCSP service about one certificate, and judging the answer (RFC 6960).

Signature, responder's authority, freshness and the certificate meant are the path validator's to
judge; the nonce is judged here: an answer without one is taken, one with another nonce is not
(FINEID S2, as its independent transcription has it).
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from asn1crypto import core, ocsp
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.authority import CertTrustAnchor
from pyhanko_certvalidator.errors import (
    OCSPNoMatchesError,
    OCSPValidationError,
    OCSPValidationIndeterminateError,
    PathError,
    RevokedError,
    ValidationError,
)
from pyhanko_certvalidator.path import ValidationPath
from pyhanko_certvalidator.revinfo.validate_ocsp import verify_ocsp_response

from kanta_desk.model.revocation import (
    Doubt,
    RevocationSource,
    RevocationState,
    RevocationStatus,
)
from kanta_desk.trust.asn1 import asn1
from kanta_desk.trust.certificate import UNREADABLE, Certificate
from kanta_desk.trust.doubted import CLOCKS_DIFFER, HOLD, REASONS, STRONG_HASHES, Doubted

REQUEST_TYPE = "application/ocsp-request"
MAX_ANSWER = 64 * 1024

_NONCE = 32


@dataclass(frozen=True, slots=True)
class Question:
    """A request (DER) and the nonce in it."""

    request: bytes
    nonce: bytes


def question(certificate: Certificate, issuer: Certificate) -> Question:
    """Ask about ``certificate``. SHA-1 only names the issuer here; many services know no other.

    Raises:
        Doubted: if a certificate cannot be taken apart for it.
    """
    nonce = secrets.token_bytes(_NONCE)
    try:
        named = {
            "hash_algorithm": {"algorithm": "sha1"},
            "issuer_name_hash": asn1(certificate).issuer.sha1,
            "issuer_key_hash": asn1(issuer).public_key.sha1,
            "serial_number": asn1(certificate).serial_number,
        }
        extension = {"extn_id": "nonce", "extn_value": core.OctetString(nonce)}  # type: ignore[no-untyped-call]
        request = ocsp.OCSPRequest(  # type: ignore[no-untyped-call]
            {"tbs_request": {
                "request_list": [{"req_cert": named}], "request_extensions": [extension],
            }}
        )  # fmt: skip
        return Question(request.dump(), nonce)  # type: ignore[no-untyped-call]
    except UNREADABLE:
        raise Doubted(Doubt.UNREADABLE) from None


def judge(
    answer: bytes, nonce: bytes, path: Sequence[Certificate], at: datetime
) -> RevocationStatus:
    """What ``answer`` says of the first certificate of ``path``, whose last one is a trusted root.

    Raises:
        Doubted: if it says nothing, or nothing that can be believed.
    """
    try:
        response = ocsp.OCSPResponse.load(answer, strict=True)  # type: ignore[no-untyped-call]
        if response["response_status"].native != "successful":
            raise Doubted(Doubt.REFUSED)
        told = response.nonce_value
        basic = response.basic_ocsp_response
        singles = basic["tbs_response_data"]["responses"]
        if len(singles) != 1:  # one was asked for
            raise Doubted(Doubt.UNREADABLE)
        single = singles[0]
        if told is not None and told.native != nonce:
            raise Doubted(Doubt.NOT_AUTHENTIC)
        if basic["signature_algorithm"].hash_algo not in STRONG_HASHES:
            raise Doubted(Doubt.NOT_AUTHENTIC)
        return _judged(response, single, path, at)
    except UNREADABLE:
        raise Doubted(Doubt.UNREADABLE) from None


def _judged(
    response: ocsp.OCSPResponse, single: Any, path: Sequence[Certificate], at: datetime
) -> RevocationStatus:
    this_update, next_update = single["this_update"].native, single["next_update"].native
    if this_update > at + CLOCKS_DIFFER:
        raise Doubted(Doubt.STALE)
    said = {
        "subject": path[0].label,
        "source": RevocationSource.OCSP,
        "produced_at": this_update,
        "next_update": next_update,
        "evidence": response.dump(),  # type: ignore[no-untyped-call]
    }
    try:
        _verify(response, path, at)
        return RevocationStatus(RevocationState.GOOD, **said)
    except RevokedError as error:
        return _revoked(error.reason.native, error.revocation_dt, said)
    except OCSPNoMatchesError:
        raise Doubted(Doubt.NOT_AUTHENTIC) from None
    except OCSPValidationIndeterminateError as error:
        if error.suspect_stale is not None:
            raise Doubted(Doubt.STALE) from None
        if error.failures:
            raise Doubted(Doubt.NOT_AUTHENTIC) from None
        # All was in order, but the answer is not "good": unknown, or revoked from a time to come.
        status = single["cert_status"]
        if status.name != "revoked":
            raise Doubted(Doubt.NOT_KNOWN) from None
        since = status.chosen["revocation_time"].native
        return _revoked(status.chosen["revocation_reason"].native, since, said)
    except (OCSPValidationError, ValidationError, PathError):
        raise Doubted(Doubt.NOT_AUTHENTIC) from None


def _verify(response: ocsp.OCSPResponse, path: Sequence[Certificate], at: datetime) -> None:
    leaf, *between, root = [asn1(each) for each in path]
    context = ValidationContext(
        trust_roots=[root],
        other_certs=between,
        moment=at,
        allow_fetching=False,
        ocsps=[response],
        time_tolerance=CLOCKS_DIFFER,
    )
    found = ValidationPath(CertTrustAnchor(root), interm=list(reversed(between)), leaf=leaf)
    # The validator is asyncio throughout; without fetching it never waits for anything.
    asyncio.run(verify_ocsp_response(leaf, found, context))


def _revoked(reason: str | None, since: datetime, said: dict[str, Any]) -> RevocationStatus:
    named = REASONS.get(reason or "", "unspecified")
    state = RevocationState.ON_HOLD if named == HOLD else RevocationState.REVOKED
    return RevocationStatus(state, since=since, reason=named, **said)
