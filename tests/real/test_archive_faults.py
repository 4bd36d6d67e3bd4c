"""Everything that can go wrong between the desk and the archive, over real TLS: each has an error
of its own, nothing of a wrong answer is shown, and the next question is answered."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
    pkcs12,
)

from kanta_desk.archive.client import MedicalRecordsClient
from kanta_desk.archive.profile import Key
from kanta_desk.errors import (
    AnswerNotOurs,
    AnswerTimedOut,
    AnswerTooLarge,
    ArchiveDenied,
    ArchiveRejected,
    ArchiveUnavailable,
    BadAnswer,
    KantaError,
    NotTheArchive,
    Offline,
    OwnCertificateExpired,
    ProxyRefused,
    RealPersonInTest,
    ServerCertificateExpired,
    ServerNameWrong,
    ServerUnknown,
    SettingsUnreadable,
)
from kanta_desk.model.documents import SearchCriteria
from kanta_desk.model.identifiers import Henkilotunnus
from kanta_desk.model.terms.errors import explain
from kanta_desk.model.text import Language
from kanta_desk.net.http import HttpClient, Timeouts
from kanta_desk.practice.authority import KeyKind, Purpose, Subject, Validity
from kanta_desk.practice.faults import CertificateFault, Mishap
from kanta_desk.practice.pki import PracticePki
from kanta_desk.practice.standin import StandIn
from kanta_desk.practice.standin_faults import faulty, read_faults
from tests.helpers.archive import Pki, a_call, archive_client, https, profile, seeded_standin
from tests.helpers.proxies import Connecting, corrupting

HELMI = SearchCriteria(client_id=Henkilotunnus.parse("140338-902B"))
HEALTH = profile()[Key.HEALTH]


@pytest.fixture(scope="module")
def pki(tmp_path_factory: pytest.TempPathFactory) -> Pki:
    return Pki.make(tmp_path_factory.mktemp("pki"))


@pytest.fixture(scope="module")
def standin(tmp_path_factory: pytest.TempPathFactory, pki: Pki) -> Iterator[StandIn]:
    with seeded_standin(tmp_path_factory.mktemp("state"), pki) as running:
        yield running


@pytest.mark.parametrize(
    ("mishap", "expected"),
    [
        (Mishap.UNAVAILABLE, ArchiveUnavailable),
        (Mishap.REJECTED, ArchiveRejected),
        (Mishap.DENIED, ArchiveDenied),
        (Mishap.UNKNOWN_ISSUES, ArchiveRejected),
        (Mishap.SOAP_FAULT, ArchiveUnavailable),
        (Mishap.SERVER_ERROR, ArchiveUnavailable),
        (Mishap.HTML, NotTheArchive),
        (Mishap.WRONG_TYPE, NotTheArchive),
        (Mishap.WRONG_ID, AnswerNotOurs),
        (Mishap.CORRUPT, BadAnswer),
        (Mishap.HALF, Offline),
        (Mishap.HUGE, AnswerTooLarge),
        (Mishap.LOST_ANSWER, None),
        (Mishap.WRONG_CLOCK, None),
    ],
)
def test_each_fault_has_its_own_error_and_the_next_question_is_answered(
    standin: StandIn, pki: Pki, mishap: Mishap, expected: type[KantaError] | None
) -> None:
    with archive_client(standin.url, pki) as archive:
        standin.stage(mishap)
        if expected is None:  # asked again with the same message, or nothing wrong with the answer
            assert archive.search(HELMI, a_call()).documents
        else:
            with pytest.raises(expected) as told:
                archive.search(HELMI, a_call())
            assert type(told.value) is expected
        assert archive.search(HELMI, a_call()).documents


def test_several_issues_are_all_told_with_what_is_known_of_each(standin: StandIn, pki: Pki) -> None:
    standin.stage(Mishap.UNKNOWN_ISSUES)
    with archive_client(standin.url, pki) as archive, pytest.raises(ArchiveRejected) as told:
        archive.search(HELMI, a_call())

    assert [issue.code for issue in told.value.issues] == ["9Z99998", "9Z99999", "4Y00007"]
    said = explain(told.value, Language.FI)
    for word in ("9Z99998", "Koodi 9Z99999", "4Y00007", "muuttua matkalla"):
        assert word in said.meaning
    assert "Yritä kerran uudelleen" in said.remedy


def test_a_slow_archive_is_waited_for_as_long_as_the_connection_says(
    standin: StandIn, pki: Pki
) -> None:
    with archive_client(standin.url, pki, read=0.3) as archive:
        standin.stage(Mishap.SLOW)
        with pytest.raises(AnswerTimedOut):
            archive.search(HELMI, a_call())
        assert archive.search(HELMI, a_call()).documents


def test_clocks_that_differ_are_known_from_the_answer(standin: StandIn, pki: Pki) -> None:
    with archive_client(standin.url, pki) as archive:
        assert archive.clock_skew is None
        archive.search(HELMI, a_call())
        assert abs(archive.clock_skew or 0.0) < 60
        standin.stage(Mishap.WRONG_CLOCK)
        archive.search(HELMI, a_call())
        assert archive.clock_skew == pytest.approx(3 * 3600, abs=60)


def test_a_real_persons_code_does_not_leave_for_a_test(standin: StandIn, pki: Pki) -> None:
    real = SearchCriteria(client_id=Henkilotunnus.parse("010199A" + "123Y"))
    before = len(standin.actions())
    with https(standin.url, pki) as http:
        archive = MedicalRecordsClient(http, profile(), artificial_only=True)
        with pytest.raises(RealPersonInTest):
            archive.search(real, a_call())
        assert len(standin.actions()) == before
        assert archive.search(HELMI, a_call()).documents


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> PracticePki:
    return PracticePki.create(tmp_path_factory.mktemp("own"))


def as_pki(own: PracticePki, chain: Path | None = None) -> Pki:
    chain = chain or own.client_chain
    return Pki(own.ca_file, own.server_chain, own.server_key, chain, chain.with_suffix(".key"))


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (CertificateFault.EXPIRED, ServerCertificateExpired),
        (CertificateFault.FUTURE, ServerCertificateExpired),
        (CertificateFault.WRONG_NAME, ServerNameWrong),
        (CertificateFault.UNKNOWN, ServerUnknown),
    ],
)
def test_a_server_certificate_that_is_at_fault_has_its_own_error(
    own: PracticePki, tmp_path: Path, fault: CertificateFault, expected: type[KantaError]
) -> None:
    with (
        StandIn(tmp_path, faulty(fault, own)) as server,
        https(server.url, as_pki(own)) as http,
        pytest.raises(expected) as told,
    ):
        http.get(HEALTH)
    assert type(told.value) is expected
    assert not told.value.retriable


def test_a_client_certificate_of_ours_that_has_expired_is_told_as_such(
    own: PracticePki, tmp_path: Path
) -> None:
    now = datetime.now(UTC)
    key, issuer = KeyKind.EC_P256.generate(), own.authority("service-E")
    validity = Validity(now - timedelta(days=9), now - timedelta(days=2))
    made = issuer.issue(Subject("desk"), key.public_key(), Purpose.CLIENT, validity)
    chain = tmp_path / "expired.pem"
    chain.write_bytes(
        made.public_bytes(Encoding.PEM) + issuer.certificate.public_bytes(Encoding.PEM)
    )
    chain.with_suffix(".key").write_bytes(
        key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    )
    with (
        StandIn(tmp_path / "state", own) as server,
        https(server.url, as_pki(own, chain)) as http,
        pytest.raises(OwnCertificateExpired),
    ):
        http.get(HEALTH)


@pytest.mark.parametrize("passphrase", ["", "salasana ä"])
def test_certificate_and_key_can_come_from_one_pkcs12_file(
    own: PracticePki, tmp_path: Path, passphrase: str
) -> None:
    certificates = x509.load_pem_x509_certificates(own.client_chain.read_bytes())
    key = load_pem_private_key(own.client_key.read_bytes(), None)
    assert isinstance(key, pkcs12.PKCS12PrivateKeyTypes)
    secret = BestAvailableEncryption(passphrase.encode()) if passphrase else NoEncryption()
    packed = tmp_path / "client.p12"
    packed.write_bytes(
        pkcs12.serialize_key_and_certificates(
            b"desk", key, certificates[0], certificates[1:], secret
        )
    )
    with StandIn(tmp_path / "state", own) as server:
        with HttpClient(server.url, own.ca_file, packed, passphrase=lambda: passphrase) as http:
            assert b"kanta-desk" in http.get(HEALTH).body
        with pytest.raises(SettingsUnreadable, match=r"client\.p12"):
            HttpClient(server.url, own.ca_file, packed, passphrase=lambda: "wrong")


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n", ProxyRefused),
        (b"HTTP/1.1 403 Forbidden\r\n\r\n", ProxyRefused),
        (b"HTTP/1.1 504 Gateway Timeout\r\n\r\n", Offline),
    ],
)
def test_a_proxy_that_lets_nothing_through_is_told_apart_from_a_server_that_is_gone(
    pki: Pki, monkeypatch: pytest.MonkeyPatch, answer: bytes, expected: type[KantaError]
) -> None:
    with Connecting(answer) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.url)
        with https("https://archive.invalid", pki) as http, pytest.raises(expected) as told:
            http.post("/", b"message", "text/xml", retry=True)
    assert type(told.value) is expected
    assert proxy.lines[0].startswith(b"CONNECT archive.invalid:443")


def test_a_proxy_that_inspects_traffic_gets_none_of_ours(
    pki: Pki, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inspector = Pki.make(tmp_path / "inspector")
    with Connecting(b"HTTP/1.1 200 OK\r\n\r\n", inspector) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.url)
        with https("https://archive.invalid", pki) as http, pytest.raises(ServerUnknown):
            http.post("/", b"message", "text/xml", retry=True)
    assert proxy.heard == []


def test_a_proxy_that_corrupts_answers_never_brings_more_than_an_error(
    standin: StandIn, pki: Pki
) -> None:
    """What it changes is an error, or is so small that the answer still says what was asked."""
    dice = random.Random(4)
    clean: list[str] = []

    def corrupt(body: bytes) -> bytes:
        where = dice.randrange(len(body))
        match dice.randrange(5):
            case 0:
                return body[:where]
            case 1:
                return body[:where] + bytes([dice.randrange(256)]) + body[where + 1 :]
            case 2:
                return body[:where] + body[where + dice.randrange(1, 200) :]
            case 3:
                return body[:where] + b"<script>" + body[where:]
            case _:
                return body + body

    with archive_client(standin.url, pki) as archive:
        oid = archive.search(HELMI, a_call()).documents[0].document_oid
    errors = 0
    with corrupting(standin.url, pki, corrupt) as url, archive_client(url, pki) as archive:
        for _ in range(100):
            call = a_call()
            try:
                document = archive.document(oid, call)
            except KantaError:
                errors += 1
            else:
                clean.append(document.metadata.document_oid.value)
    assert errors > 60
    assert set(clean) <= {oid.value}


def test_faults_are_read_as_the_command_takes_them(own: PracticePki) -> None:
    staged, shown = read_faults(["slow:3", "html", "expired-certificate"], own)

    assert [each.mishap for each in staged] == [Mishap.SLOW] * 3 + [Mishap.HTML]
    assert [each.always for each in staged] == [False] * 3 + [True]
    assert shown.server_chain != own.server_chain
    for wrong in ("nonsense", "slow:0", "slow:x", "expired-certificate:2"):
        with pytest.raises(ValueError, match="not one of"):
            read_faults([wrong], own)


def test_a_fault_without_a_number_meets_every_message(own: PracticePki, tmp_path: Path) -> None:
    staged, shown = read_faults(["unavailable"], own)
    with (
        StandIn(tmp_path, shown, faults=staged) as server,
        HttpClient(server.url, own.ca_file, own.client_chain, own.client_key, Timeouts()) as http,
    ):
        archive = MedicalRecordsClient(http, profile())
        for _ in range(3):
            with pytest.raises(ArchiveUnavailable):
                archive.search(HELMI, a_call())
