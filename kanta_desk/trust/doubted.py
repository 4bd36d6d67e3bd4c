"""What the readers of OCSP answers and of revocation lists raise among themselves."""

from __future__ import annotations

from datetime import timedelta

from kanta_desk.model.revocation import Doubt

CLOCKS_DIFFER = timedelta(minutes=5)
"""How much the issuer's clock and this machine's may differ."""

STRONG_HASHES = frozenset({"sha256", "sha384", "sha512"})
"""Digests under which an issuer's signature is believed."""

REASONS = {
    "unspecified": "unspecified",
    "key_compromise": "keyCompromise",
    "ca_compromise": "cACompromise",
    "affiliation_changed": "affiliationChanged",
    "superseded": "superseded",
    "cessation_of_operation": "cessationOfOperation",
    "certificate_hold": "certificateHold",
    "privilege_withdrawn": "privilegeWithdrawn",
    "aa_compromise": "aACompromise",
}
"""Names of asn1crypto, and of RFC 5280 §5.3.1. What is not here is unspecified."""

HOLD = REASONS["certificate_hold"]


class Doubted(Exception):
    """A source said nothing that can be believed. Never leaves the room."""

    def __init__(self, doubt: Doubt) -> None:
        super().__init__(doubt)
        self.doubt = doubt
