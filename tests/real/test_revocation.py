"""Revocation over real HTTP: every state, every trouble, the lists kept, other programs' word."""

from __future__ import annotations

import asyncio
import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ocsp
from pyhanko_certvalidator import CertificateValidator, ValidationContext
from pyhanko_certvalidator.errors import RevokedError

from kanta_desk.errors import CertificateOnHold, CertificateRevoked, RevocationUnknown
from kanta_desk.model.revocation import Doubt, RevocationSource, RevocationState
from kanta_desk.practice.authority import KeyKind
from kanta_desk.practice.pki import IssuedCard
from kanta_desk.practice.pki_answers import Mood
from kanta_desk.practice.pki_standing import Standing
from kanta_desk.trust.certificate import Certificate
from kanta_desk.trust.crl_cache import CrlCache
from kanta_desk.trust.doubted import Doubted
from kanta_desk.trust.path import Use
from tests.helpers.cards import issued
from tests.helpers.revocation import HASTY, Clock, Issuers, fresh_card, issuers

_BOTH = (KeyKind.EC_P384, KeyKind.RSA_2048)
_GOOD, _UNKNOWN = RevocationState.GOOD, RevocationState.UNKNOWN


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime.now(UTC))


@pytest.fixture
def asked(tmp_path: Path, clock: Clock) -> Iterator[Issuers]:
    with issuers(tmp_path / "crl", clock) as found:
        yield found


@pytest.mark.parametrize("use", Use)
@pytest.mark.parametrize("key", _BOTH)
def test_a_good_card_is_admitted_on_its_issuers_own_word(
    asked: Issuers, key: KeyKind, use: Use
) -> None:
    leaf, issuer = asked.admit(issued(key), use).statuses
    assert (leaf.state, leaf.source, leaf.attempts) == (_GOOD, RevocationSource.OCSP, ())
    assert (issuer.state, issuer.source, issuer.attempts) == (_GOOD, RevocationSource.CRL, ())
    assert leaf.produced_at is not None
    assert leaf.next_update is not None
    assert leaf.produced_at < leaf.next_update
    assert leaf.evidence.startswith(b"\x30")
    assert len(issuer.evidence) == 32


@pytest.mark.parametrize("key", _BOTH)
@pytest.mark.parametrize("mood", [Mood.WELL, Mood.FAILING], ids=["by OCSP", "by the list"])
def test_revoked_and_held_cards_are_refused_and_a_released_one_is_not(
    asked: Issuers, clock: Clock, key: KeyKind, mood: Mood
) -> None:
    asked.server.ocsp = mood
    card = fresh_card(key)
    tell = asked.pki.standings.tell
    tell(card.authentication, Standing.ON_HOLD)
    with pytest.raises(CertificateOnHold) as held:
        asked.admit(card)
    assert held.value.fields["since"]
    tell(card.authentication, Standing.GOOD)
    clock.now += timedelta(minutes=2)
    assert asked.admit(card).status.state is _GOOD
    tell(card.authentication, Standing.REVOKED, x509.ReasonFlags.key_compromise)
    clock.now += timedelta(minutes=2)
    with pytest.raises(CertificateRevoked) as revoked:
        asked.admit(card)
    assert revoked.value.fields["reason"] == "keyCompromise"
    assert str(revoked.value.fields["subject"]).startswith("serial ")


def test_a_revoked_signature_certificate_cannot_sign_though_its_holder_may_look(
    asked: Issuers,
) -> None:
    card = fresh_card()
    asked.pki.standings.tell(card.signature, Standing.REVOKED)
    assert asked.admit(card).status.state is _GOOD
    with pytest.raises(CertificateRevoked):
        asked.admit(card, Use.SIGNATURE)


@pytest.mark.parametrize("key", _BOTH)
def test_an_issuer_that_was_revoked_takes_its_cards_along(asked: Issuers, key: KeyKind) -> None:
    card = fresh_card(key)
    asked.pki.standings.tell(card.issuer, Standing.REVOKED)
    try:
        with pytest.raises(CertificateRevoked) as told:
            asked.admit(card)
        assert "HARJOITUS" in str(told.value.fields["subject"])
    finally:
        asked.pki.standings.tell(card.issuer, Standing.GOOD)


@pytest.mark.parametrize(
    ("mood", "doubt"),
    [
        (Mood.STALE, Doubt.STALE),
        (Mood.WRONG_SIGNER, Doubt.NOT_AUTHENTIC),
        (Mood.NOT_EMPOWERED, Doubt.NOT_AUTHENTIC),
        (Mood.OTHER_CERTIFICATE, Doubt.NOT_AUTHENTIC),
        (Mood.OTHER_NONCE, Doubt.NOT_AUTHENTIC),
        (Mood.RUBBISH, Doubt.UNREADABLE),
        (Mood.FAILING, Doubt.REFUSED),
        (Mood.TRY_LATER, Doubt.REFUSED),
    ],
)
@pytest.mark.parametrize("key", _BOTH)
def test_an_answer_that_cannot_be_believed_is_refused_and_the_list_asked(
    asked: Issuers, key: KeyKind, mood: Mood, doubt: Doubt
) -> None:
    asked.server.ocsp = mood
    status = asked.status(issued(key))
    assert [attempt.doubt for attempt in status.attempts] == [doubt]
    assert (status.state, status.source) == (_GOOD, RevocationSource.CRL)


@pytest.mark.parametrize(
    ("mood", "doubt"),
    [
        (Mood.STALE, Doubt.STALE),
        (Mood.WRONG_SIGNER, Doubt.NOT_AUTHENTIC),
        (Mood.RUBBISH, Doubt.UNREADABLE),
        (Mood.FAILING, Doubt.REFUSED),
    ],
)
def test_with_neither_answer_nor_list_nothing_is_known_and_nobody_signs(
    asked: Issuers, mood: Mood, doubt: Doubt
) -> None:
    asked.server.ocsp, asked.server.crl = Mood.TRY_LATER, mood
    card = fresh_card()
    status = asked.status(card)
    assert [each.doubt for each in status.attempts] == [Doubt.REFUSED, doubt]
    assert status.state is _UNKNOWN
    with pytest.raises(RevocationUnknown):
        asked.admit(card)
    if doubt is Doubt.NOT_AUTHENTIC:  # worse than no answer: no leniency reaches so far
        with pytest.raises(RevocationUnknown):
            asked.admit(card, lenient=True)
    else:
        assert asked.admit(card, lenient=True).status.state is _UNKNOWN
    with pytest.raises(RevocationUnknown):
        asked.admit(card, Use.SIGNATURE, lenient=True)


def test_a_silent_service_is_not_waited_for_without_end(tmp_path: Path, clock: Clock) -> None:
    with issuers(tmp_path / "crl", clock, HASTY) as hasty:
        hasty.server.ocsp = hasty.server.crl = Mood.SILENT
        status = hasty.status(fresh_card())
    assert [each.doubt for each in status.attempts] == [Doubt.NO_ANSWER] * 2
    assert status.state is _UNKNOWN


def test_an_answer_without_a_nonce_is_taken(asked: Issuers) -> None:
    asked.server.ocsp = Mood.NO_NONCE
    assert asked.status(fresh_card()).source is RevocationSource.OCSP


def test_a_slow_answer_is_waited_for_within_measure(asked: Issuers) -> None:
    asked.server.ocsp, asked.server.delay = Mood.SLOW, 0.05
    assert asked.status(fresh_card()).source is RevocationSource.OCSP


def test_a_certificate_that_its_issuer_does_not_know_is_not_good_for_missing_on_a_list(
    asked: Issuers,
) -> None:
    card = fresh_card()
    asked.pki.standings.tell(card.authentication, Standing.UNKNOWN)
    status = asked.status(card)
    assert (status.state, status.doubt) == (_UNKNOWN, Doubt.NOT_KNOWN)
    assert not any(path.startswith("/crl/professional") for path in asked.server.asked)


def test_a_certificate_without_addresses_says_why_nothing_is_known(asked: Issuers) -> None:
    root = asked.pki.authority("root-E")
    path = [Certificate.parse(root.certificate.public_bytes(Encoding.DER))] * 2
    (status,) = asked.revocation.of_path(path, asked.clock())
    assert (status.state, status.doubt) == (_UNKNOWN, Doubt.NO_ADDRESS)
    assert asked.server.asked == []


def test_a_kept_list_serves_while_its_server_is_away_and_no_longer_than_it_is_valid(
    asked: Issuers, clock: Clock
) -> None:
    asked.server.ocsp = Mood.FAILING
    card = fresh_card()
    assert asked.status(card).source is RevocationSource.CRL
    assert asked.status(card).source is RevocationSource.CACHED_CRL  # of the same minute
    asked.server.crl = Mood.FAILING
    clock.now += timedelta(hours=20)
    status = asked.status(card)
    assert (status.state, status.source) == (_GOOD, RevocationSource.CACHED_CRL)
    assert [each.doubt for each in status.attempts] == [Doubt.REFUSED, Doubt.REFUSED]
    clock.now += timedelta(hours=5)
    assert asked.status(card).state is _UNKNOWN


def test_a_forged_list_does_not_drive_out_a_kept_one(asked: Issuers, clock: Clock) -> None:
    asked.server.ocsp = Mood.FAILING
    card = fresh_card()
    asked.pki.standings.tell(card.authentication, Standing.REVOKED)
    assert asked.status(card).state is RevocationState.REVOKED
    asked.pki.standings.tell(card.authentication, Standing.GOOD)
    asked.server.crl = Mood.WRONG_SIGNER
    clock.now += timedelta(hours=1)
    status = asked.status(card)
    assert (status.state, status.source) == (RevocationState.REVOKED, RevocationSource.CACHED_CRL)
    assert status.attempts[-1].doubt is Doubt.NOT_AUTHENTIC


def test_an_older_list_does_not_take_the_place_of_a_newer_one(asked: Issuers, clock: Clock) -> None:
    asked.server.ocsp = Mood.FAILING
    card = fresh_card()
    asked.status(card)
    newer = clock.now + timedelta(hours=2)
    clock.now = newer
    asked.pki.standings.tell(card.authentication, Standing.REVOKED)
    assert asked.status(card).state is RevocationState.REVOKED
    asked.pki.standings.tell(card.authentication, Standing.GOOD)
    clock.now = newer - timedelta(minutes=4)  # the server makes a list that is older than ours
    asked.server._clock = lambda: newer - timedelta(hours=1)
    clock.now = newer + timedelta(minutes=2)
    status = asked.status(card)
    assert (status.state, status.source) == (RevocationState.REVOKED, RevocationSource.CACHED_CRL)
    assert status.attempts[-1].doubt is Doubt.STALE


def test_an_unchanged_list_is_not_fetched_again(asked: Issuers, clock: Clock) -> None:
    asked.server.ocsp = Mood.FAILING
    card = fresh_card()
    asked.status(card)
    kept = next(path for path in (asked.lists._folder).glob("*.crl"))
    before = kept.stat().st_ino
    clock.now += timedelta(minutes=2)
    assert asked.status(card).source is RevocationSource.CRL  # its server said: still the same
    assert kept.stat().st_ino == before


@pytest.mark.parametrize("damage", ["cut", "changed", "empty", "strange"])
def test_a_damaged_list_is_fetched_anew(
    asked: Issuers, clock: Clock, tmp_path: Path, damage: str
) -> None:
    asked.server.ocsp = Mood.FAILING
    card = fresh_card()
    asked.status(card)
    for path in (tmp_path / "crl").glob("*.crl"):
        whole = path.read_bytes()
        half = len(whole) // 4
        path.write_bytes(
            {
                "cut": whole[: len(whole) // 2],
                "changed": whole[:half] + bytes((whole[half] ^ 1,)) + whole[half + 1 :],
                "empty": b"",
                "strange": b"not a list at all",
            }[damage]
        )
    again = CrlCache(tmp_path / "crl", asked.fetcher, clock)
    issuer = Certificate.parse(card.issuer)
    leaf = Certificate.parse(card.authentication)
    assert again.look_up(leaf.crl_urls[0], leaf, issuer).source is RevocationSource.CRL


def test_the_folder_keeps_within_its_measure_and_the_newest_list(
    asked: Issuers, tmp_path: Path
) -> None:
    folder = tmp_path / "small"
    lists = CrlCache(folder, asked.fetcher, asked.clock, max_folder=1)
    for key in _BOTH:
        card = issued(key)
        leaf, issuer = Certificate.parse(card.authentication), Certificate.parse(card.issuer)
        lists.look_up(leaf.crl_urls[0], leaf, issuer)
    assert len(list(folder.iterdir())) == 1


def test_a_list_over_the_measure_is_not_taken_and_leaves_nothing_behind(
    asked: Issuers, tmp_path: Path
) -> None:
    asked.server.others = 1000
    card = fresh_card()
    leaf, issuer = Certificate.parse(card.authentication), Certificate.parse(card.issuer)
    lists = CrlCache(tmp_path / "tight", asked.fetcher, asked.clock, max_list=10_000)
    with pytest.raises(Doubted) as told:
        lists.look_up(leaf.crl_urls[0], leaf, issuer)
    assert told.value.doubt is Doubt.TOO_LARGE
    assert list((tmp_path / "tight").iterdir()) == []


def test_who_is_on_a_list_of_two_megabytes_is_found(
    asked: Issuers,
) -> None:
    asked.server.ocsp, asked.server.others = Mood.FAILING, 45_000
    card = fresh_card()
    asked.pki.standings.tell(card.authentication, Standing.ON_HOLD)
    with pytest.raises(CertificateOnHold):
        asked.admit(card)
    kept = max(path.stat().st_size for path in asked.lists._folder.glob("*.crl"))
    assert kept > 2_000_000
    assert asked.status(fresh_card()).state is _GOOD


@pytest.fixture
def openssl() -> str:
    found = shutil.which("openssl")
    if found is None:
        pytest.skip("openssl is not installed")
    return found


def _pem(path: Path, *ders: bytes) -> Path:
    read = (x509.load_der_x509_certificate(der) for der in ders)
    path.write_bytes(b"".join(each.public_bytes(Encoding.PEM) for each in read))
    return path


@pytest.mark.parametrize("key", _BOTH)
@pytest.mark.parametrize(
    ("standing", "said"),
    [(Standing.GOOD, ": good"), (Standing.REVOKED, ": revoked"), (Standing.UNKNOWN, ": unknown")],
)
def test_openssl_reads_the_same_from_the_ocsp_service(
    asked: Issuers, tmp_path: Path, openssl: str, key: KeyKind, standing: Standing, said: str
) -> None:
    card = fresh_card(key)
    asked.pki.standings.tell(card.authentication, standing)
    name = "professional-E" if key is KeyKind.EC_P384 else "professional-R"
    done = subprocess.run(
        [
            openssl, "ocsp", "-url", f"{asked.server.url}/ocsp/{name}",
            "-issuer", _pem(tmp_path / "issuer.pem", card.issuer),
            "-cert", _pem(tmp_path / "card.pem", card.authentication),
            "-CAfile", _pem(tmp_path / "roots.pem", card.root, card.issuer),
        ],
        capture_output=True, text=True, timeout=30, check=False,
    )  # fmt: skip
    assert "Response verify OK" in done.stderr
    assert said in done.stdout


def _lists_of(asked: Issuers, card: IssuedCard) -> tuple[bytes, bytes]:
    name = Certificate.parse(card.authentication).crl_urls[0].rpartition("/")[2]
    root = Certificate.parse(card.issuer).crl_urls[0].rpartition("/")[2]
    return tuple(asked.server.list_of(each.removesuffix(".crl"))[0] for each in (name, root))


@pytest.mark.parametrize("key", _BOTH)
@pytest.mark.parametrize("revoked", [False, True])
def test_openssl_and_the_path_validator_read_the_same_from_the_lists(
    asked: Issuers, tmp_path: Path, openssl: str, key: KeyKind, revoked: bool
) -> None:
    card = fresh_card(key)
    asked.server.others = 100
    if revoked:
        asked.pki.standings.tell(card.authentication, Standing.REVOKED, x509.ReasonFlags.superseded)
    lists = _lists_of(asked, card)
    crls = tmp_path / "lists.pem"
    read = (x509.load_der_x509_crl(der) for der in lists)
    crls.write_bytes(b"".join(each.public_bytes(Encoding.PEM) for each in read))
    done = subprocess.run(
        [
            openssl, "verify", "-x509_strict", "-crl_check_all", "-CRLfile", crls,
            "-CAfile", _pem(tmp_path / "root.pem", card.root),
            "-untrusted", _pem(tmp_path / "issuer.pem", card.issuer),
            _pem(tmp_path / "card.pem", card.authentication),
        ],
        capture_output=True, text=True, timeout=30, check=False,
    )  # fmt: skip
    assert ("certificate revoked" in done.stderr) == revoked, done.stderr
    assert (done.returncode == 0) != revoked

    context = ValidationContext(
        trust_roots=[asn1_x509.Certificate.load(card.root)],
        other_certs=[asn1_x509.Certificate.load(card.issuer)],
        crls=list(lists),
        moment=asked.clock() + timedelta(minutes=1),
        revocation_mode="require",
    )
    leaf = asn1_x509.Certificate.load(card.authentication)
    checked = CertificateValidator(leaf, validation_context=context)
    if revoked:
        with pytest.raises(RevokedError):
            asyncio.run(checked.async_validate_path())
    else:
        asyncio.run(checked.async_validate_path())
    asked.server.ocsp = Mood.FAILING
    wanted = RevocationState.REVOKED if revoked else _GOOD
    assert asked.status(card).state is wanted


def test_an_ocsp_services_own_certificate_is_of_its_issuer_and_for_that_alone(
    asked: Issuers,
) -> None:
    read = ocsp.load_der_ocsp_response(asked.status(fresh_card()).evidence)
    (responder,) = read.certificates
    usage = responder.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    assert list(usage) == [x509.oid.ExtendedKeyUsageOID.OCSP_SIGNING]
    issuer = asked.pki.authority("professional-E").certificate
    responder.verify_directly_issued_by(issuer)
