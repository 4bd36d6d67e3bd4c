"""Who is admitted to what, on what is known of revocation: looking, and signing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.x509 import ocsp

from kanta_desk.errors import (
    CertificateOnHold,
    CertificateRevoked,
    KantaError,
    RevocationUnknown,
    WrongKeyUsage,
)
from kanta_desk.model.revocation import (
    Attempt,
    Doubt,
    RevocationSource,
    RevocationState,
    RevocationStatus,
    gravest,
)
from kanta_desk.model.terms.errors import explain
from kanta_desk.model.text import Language
from kanta_desk.trust.admission import Admission
from kanta_desk.trust.certificate import Certificate
from kanta_desk.trust.ocsp import question
from kanta_desk.trust.path import Use
from tests.helpers.cards import issued, practice_trust

_NOW = datetime.now(UTC)
_SINCE = datetime(2026, 11, 20, 10, 5, tzinfo=UTC)
_VAIN = Attempt(RevocationSource.OCSP, "ocsp.example", Doubt.NO_ANSWER)
_GOOD = RevocationStatus(RevocationState.GOOD, "serial 1", RevocationSource.OCSP)
_UNKNOWN = RevocationStatus(RevocationState.UNKNOWN, "serial 1", attempts=(_VAIN,))
_HELD = RevocationStatus(
    RevocationState.ON_HOLD, "serial 1", since=_SINCE, reason="certificateHold"
)
_REVOKED = RevocationStatus(
    RevocationState.REVOKED, "serial 1", since=_SINCE, reason="keyCompromise"
)


class Told:
    """A source that says the same of every path."""

    def __init__(self, leaf: RevocationStatus, issuer: RevocationStatus = _GOOD) -> None:
        self.said = (leaf, issuer)
        self.asked = 0

    def of_path(self, path: Sequence[Certificate], at: datetime) -> tuple[RevocationStatus, ...]:
        """What was told."""
        self.asked += 1
        return self.said


def admit(told: Told, use: Use, *, unknown_may_view: bool = False) -> RevocationStatus:
    admission = Admission(practice_trust(), told, unknown_may_view=unknown_may_view)
    card = issued()
    certificate = card.authentication if use is Use.AUTHENTICATION else card.signature
    return admission.admit(certificate, use=use, at=_NOW).status


@pytest.mark.parametrize("use", Use)
def test_a_good_certificate_may_look_and_sign(use: Use) -> None:
    assert admit(Told(_GOOD), use) == _GOOD


@pytest.mark.parametrize("use", Use)
@pytest.mark.parametrize("unknown_may_view", [False, True])
@pytest.mark.parametrize(
    ("status", "error"), [(_REVOKED, CertificateRevoked), (_HELD, CertificateOnHold)]
)
def test_a_revoked_one_may_nothing_whatever_the_organisation_allows(
    status: RevocationStatus, error: type[KantaError], unknown_may_view: bool, use: Use
) -> None:
    with pytest.raises(error):
        admit(Told(status), use, unknown_may_view=unknown_may_view)
    with pytest.raises(error):
        admit(Told(_GOOD, status), use, unknown_may_view=unknown_may_view)


def test_an_unknown_status_may_look_if_the_organisation_allows_it_and_never_sign() -> None:
    assert admit(Told(_UNKNOWN), Use.AUTHENTICATION, unknown_may_view=True) == _UNKNOWN
    with pytest.raises(RevocationUnknown):
        admit(Told(_UNKNOWN), Use.AUTHENTICATION)
    for allowed in (False, True):
        with pytest.raises(RevocationUnknown):
            admit(Told(_UNKNOWN), Use.SIGNATURE, unknown_may_view=allowed)


@pytest.mark.parametrize("doubt", [Doubt.NOT_AUTHENTIC, Doubt.NOT_KNOWN])
def test_a_forged_answer_or_an_unknown_certificate_is_never_let_in(doubt: Doubt) -> None:
    attempt = Attempt(RevocationSource.OCSP, "status.example", doubt)
    suspect = RevocationStatus(RevocationState.UNKNOWN, "serial 1", attempts=(attempt,))
    with pytest.raises(RevocationUnknown):
        admit(Told(suspect), Use.AUTHENTICATION, unknown_may_view=True)


def test_each_use_asks_anew() -> None:
    told = Told(_GOOD)
    admission = Admission(practice_trust(), told)
    for _ in range(3):
        admission.admit(issued().signature, use=Use.SIGNATURE, at=_NOW)
    assert told.asked == 3


def test_nobody_is_asked_about_a_certificate_that_is_refused_for_itself() -> None:
    told = Told(_GOOD)
    with pytest.raises(WrongKeyUsage):
        Admission(practice_trust(), told).admit(issued().signature, use=Use.AUTHENTICATION, at=_NOW)
    assert told.asked == 0


def test_the_worst_of_a_path_decides() -> None:
    assert gravest([_GOOD, _UNKNOWN, _HELD]) == _HELD
    assert gravest([_HELD, _REVOKED]) == _REVOKED
    assert gravest([_GOOD, _GOOD]) == _GOOD


def test_the_gravest_doubt_is_the_one_that_is_told() -> None:
    forged = Attempt(RevocationSource.CRL, "crl.example", Doubt.NOT_AUTHENTIC)
    status = RevocationStatus(RevocationState.UNKNOWN, "serial 1", attempts=(_VAIN, forged))
    assert status.doubt is Doubt.NOT_AUTHENTIC
    assert RevocationStatus(RevocationState.UNKNOWN, "serial 1").doubt is Doubt.NO_ADDRESS
    assert _GOOD.doubt is None


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (_REVOKED, ["avain on paljastunut", "20.11.2026 12.05"]),
        (_HELD, ["keskeyttänyt", "20.11.2026 12.05"]),
        (_UNKNOWN, ["palvelu ei vastannut"]),
    ],
)
def test_each_state_is_told_in_words_with_reason_and_time(
    status: RevocationStatus, said: list[str]
) -> None:
    with pytest.raises(KantaError) as told:
        admit(Told(status), Use.SIGNATURE)
    explained = explain(told.value, Language.FI)
    assert all(words in explained.meaning for words in said)


def test_no_state_shares_its_message_with_another() -> None:
    kinds = (CertificateRevoked(), CertificateOnHold(), RevocationUnknown())
    assert len({explain(kind, Language.FI).title for kind in kinds}) == 3


def test_the_question_names_the_certificate_as_other_programs_do() -> None:
    card = issued()
    asked = question(Certificate.parse(card.authentication), Certificate.parse(card.issuer))
    read = ocsp.load_der_ocsp_request(asked.request)
    built = (
        ocsp.OCSPRequestBuilder()
        .add_certificate(
            x509.load_der_x509_certificate(card.authentication),
            x509.load_der_x509_certificate(card.issuer),
            hashes.SHA1(),
        )
        .build()
    )
    names = ("issuer_name_hash", "issuer_key_hash", "serial_number")
    assert [getattr(read, name) for name in names] == [getattr(built, name) for name in names]
    assert isinstance(read.hash_algorithm, hashes.SHA1)
    assert read.extensions.get_extension_for_class(x509.OCSPNonce).value.nonce == asked.nonce
