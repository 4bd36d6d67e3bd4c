"""Challenge and response: proof that the card itself is there, not a copy of its certificate.

The message is readable text whose first line belongs to this use alone, so that nobody can pass
off a signature made for something else. It names the access log's head, which ties the sign-in to
the log as it was at that moment.
"""

from __future__ import annotations

from datetime import UTC, datetime

from kanta_desk.cards.signature import algorithms_for, verify
from kanta_desk.cards.signers import Signing
from kanta_desk.errors import SignatureRejected
from kanta_desk.model.cards import SignedChallenge
from kanta_desk.trust.certificate import Certificate

DOMAIN = "KANTA-DESK CHALLENGE 1"
SEAL = "KANTA-DESK SEAL 1"
"""What a holder signs of the access log at work: no proof of presence, and no request."""
RANDOM_BYTES = 32


def challenge_message(
    purpose: str,
    session_id: str,
    random32: bytes,
    time: datetime,
    log_head: str,
    *,
    domain: str = DOMAIN,
) -> bytes:
    """The message to sign: UTF-8 lines, each ended by a line feed; the first is ``domain``.

    Raises:
        ValueError: if a part could be taken for another line, ``random32`` is not 32 bytes, or
            ``time`` is not aware: faults of the caller.
    """
    if len(random32) != RANDOM_BYTES or time.tzinfo is None:
        raise ValueError("a challenge needs 32 random bytes and an aware time")
    parts = {
        "purpose": purpose,
        "session": session_id,
        "time": time.astimezone(UTC).isoformat(timespec="milliseconds"),
        "random": random32.hex(),
        "log-head": log_head,
    }
    if not all(value.isprintable() for value in parts.values()):
        raise ValueError("a challenge is made of printable text")
    lines = [domain, *(f"{name}: {value}" for name, value in parts.items())]
    return "".join(f"{line}\n" for line in lines).encode()


def sign_challenge(signing: Signing, message: bytes) -> SignedChallenge:
    """Have the key that was opened, which is that of PIN1, sign ``message``.

    Raises:
        SignatureRejected: the card's key is not the one in its certificate.
        CardError: anything else between here and the card.
    """
    made = signing.sign(message)
    return SignedChallenge(
        message, made.signature, made.algorithm.name, made.certificate.der, made.issuers
    )


def verify_challenge(signed: SignedChallenge, domain: str = DOMAIN) -> None:
    """Prove a signed challenge with the key in its own certificate; trust in that is apart.

    Raises:
        SignatureRejected: if the signature, the algorithm or the kind of message does not fit.
        CertificateUnreadable: if the certificate cannot be read.
    """
    key = Certificate.parse(signed.certificate).public_key
    if not signed.message.startswith(f"{domain}\n".encode()):
        raise SignatureRejected(detail="another kind of message")
    algorithm = next((a for a in algorithms_for(key) if a.name == signed.algorithm), None)
    if algorithm is None:
        raise SignatureRejected(detail="algorithm")
    verify(key, signed.message, signed.signature, algorithm)
