"""A practice card described: who holds it, how it speaks, what is wrong with it; and the card made.

A description is a value: written in code for the people of the practice set, read from a small file
(``card_toml``) for whatever a tester wants to see.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from hashlib import sha256

from kanta_desk.model.people import CardType
from kanta_desk.practice import card_files as files
from kanta_desk.practice.authority import KeyKind, Purpose, Validity
from kanta_desk.practice.card import PRACTICE_PIN1, PRACTICE_PIN2, PRACTICE_PUK, SoftwareCard
from kanta_desk.practice.card_dialect import COSMO_X, Dialect
from kanta_desk.practice.card_faults import Fault
from kanta_desk.practice.card_pkcs15 import Claims
from kanta_desk.practice.pki import IssuedCard, Person, PracticePki
from kanta_desk.practice.pki_standing import Standing

_LONG, _SHORT = timedelta(days=400), timedelta(days=1)


class CertificateState(StrEnum):
    """What is the matter with a card's certificates.

    ``other-key``: the authentication certificate is somebody's copy, the card has not its key.
    """

    GOOD = "good"
    EXPIRED = "expired"
    NOT_YET_VALID = "not-yet-valid"
    REVOKED = "revoked"
    ON_HOLD = "on-hold"
    WRONG_USAGE = "wrong-usage"
    UNKNOWN_ISSUER = "unknown-issuer"
    OTHER_KEY = "other-key"


_STANDING = {
    CertificateState.REVOKED: Standing.REVOKED,
    CertificateState.ON_HOLD: Standing.ON_HOLD,
}


@dataclass(frozen=True, slots=True)
class Codes:
    """PIN1, PIN2 and PUK, and the tries left of each."""

    pin1: str = PRACTICE_PIN1
    pin2: str = PRACTICE_PIN2
    puk: str = PRACTICE_PUK
    tries: tuple[int, int, int] = (5, 5, 5)

    def __repr__(self) -> str:
        return "Codes(…)"


@dataclass(frozen=True, slots=True)
class PracticeCard:
    """A card of the practice set.

    ``name`` is for files and tests, ``title`` for people where the holder's name will not do.
    ``key`` is the kind of the authentication key and, unless ``signature_key`` says another, of the
    signature key. ``atr`` replaces the dialect's; an empty one makes a mute card. ``changed``: see
    ``card_files.file_system``.
    """

    name: str
    card_type: CardType
    person: Person
    key: KeyKind
    serial: str
    signature_key: KeyKind | None = None
    dialect: Dialect = COSMO_X
    state: CertificateState = CertificateState.GOOD
    codes: Codes = Codes()
    activated: bool = True
    pin2_per_signature: bool = False
    atr: bytes | None = None
    faults: tuple[Fault, ...] = ()
    claims: Claims | None = None
    changed: dict[tuple[int, int], files.File] = field(default_factory=dict)
    title: str = ""

    @property
    def label(self) -> str:
        """The name that people see."""
        return self.title or f"{self.person.given_name} {self.person.surname}"

    def make(self, pki: PracticePki) -> SoftwareCard:
        """The card with its certificates from ``pki``, which keeps good ones for the next start."""
        dialect = self.dialect
        references = (dialect.pin1, dialect.pin2, dialect.puk)
        return SoftwareCard(
            self.issue(pki),
            self.serial,
            dialect=dialect,
            pin1=self.codes.pin1,
            pin2=self.codes.pin2,
            puk=self.codes.puk,
            activated=self.activated,
            atr=self.atr,
            tries=dict(zip(references, self.codes.tries, strict=True)),
            pin2_per_signature=self.pin2_per_signature,
            faults=self.faults,
            claims=self.claims,
            changed=self.changed,
        )

    def issue(self, pki: PracticePki) -> IssuedCard:
        """Its keys and certificates from ``pki``; the same ones while they are good."""
        first = self._of_kind(pki, self.key)
        if self.signature_key in (None, self.key):
            return first
        second = self._of_kind(pki, self.signature_key or self.key)
        return replace(first, signature_key=second.signature_key, signature=second.signature)

    def _of_kind(self, pki: PracticePki, key: KeyKind) -> IssuedCard:
        now = datetime.now(UTC)
        match self.state:
            case CertificateState.GOOD:
                return pki.kept_holder(self._kept_as(key), self.card_type, self.person, key)
            case CertificateState.EXPIRED:
                past = Validity(now - _LONG, now - _SHORT)
                return pki.issue_holder(self.card_type, self.person, key, validity=past)
            case CertificateState.NOT_YET_VALID:
                future = Validity(now + _SHORT, now + _LONG)
                return pki.issue_holder(self.card_type, self.person, key, validity=future)
            case CertificateState.REVOKED | CertificateState.ON_HOLD:
                issued = pki.issue_holder(self.card_type, self.person, key)
                for certificate in (issued.authentication, issued.signature):
                    pki.standings.tell(certificate, _STANDING[self.state])
                return issued
            case CertificateState.WRONG_USAGE:
                swapped = (Purpose.SIGNATURE, Purpose.AUTHENTICATION)
                return pki.issue_holder(self.card_type, self.person, key, purposes=swapped)
            case CertificateState.UNKNOWN_ISSUER:
                return pki.issue_stranger(self.person, key)
            case CertificateState.OTHER_KEY:
                issued = pki.issue_holder(self.card_type, self.person, key)
                return replace(issued, authentication_key=key.generate())

    def _kept_as(self, key: KeyKind) -> str:
        """A file name that changes with all that is in the certificates."""
        told = repr((self.card_type, self.person, key)).encode()
        return f"{self.name}-{sha256(told).hexdigest()[:8]}"
