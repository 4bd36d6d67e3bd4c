"""Real HTTPS with mutual TLS between the desk's client and the stand-in: whom it lets in, and
what the desk says when the server is gone, slow, broken or too talkative.
"""

from __future__ import annotations

import shutil
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from kanta_desk.archive.profile import Key
from kanta_desk.errors import (
    AnswerTimedOut,
    AnswerTooLarge,
    ArchiveUnavailable,
    BadAnswer,
    Offline,
    PortTaken,
    TlsRefused,
)
from kanta_desk.model.documents import SearchCriteria
from kanta_desk.model.identifiers import Henkilotunnus
from kanta_desk.practice.faults import Mishap
from kanta_desk.practice.organisation import NOTICE
from kanta_desk.practice.pki import PracticePki
from kanta_desk.practice.seed import seed
from kanta_desk.practice.standin import StandIn
from tests.helpers.archive import Pki, a_call, archive_client, https, profile

HELMI = SearchCriteria(client_id=Henkilotunnus.parse("140338-902B"))
HEALTH = profile()[Key.HEALTH]
ENDPOINT = profile()[Key.ENDPOINT]


@pytest.fixture(scope="module")
def pki(tmp_path_factory: pytest.TempPathFactory) -> Pki:
    """Certificates of the stand-in and of the desk."""
    return Pki.make(tmp_path_factory.mktemp("pki"))


@pytest.fixture(scope="module")
def foreign(tmp_path_factory: pytest.TempPathFactory) -> Pki:
    """Certificates of another authority."""
    return Pki.make(tmp_path_factory.mktemp("foreign"))


@pytest.fixture(scope="module")
def state(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the practice documents."""
    folder = tmp_path_factory.mktemp("state")
    seed(folder)
    return folder


@pytest.fixture
def standin(tmp_path: Path, state: Path, pki: Pki) -> Iterator[StandIn]:
    """The stand-in with its documents and an empty action log."""
    shutil.copytree(state, tmp_path / "state")
    with StandIn(tmp_path / "state", pki) as standin:
        yield standin


def test_a_caller_with_our_certificate_is_let_in_and_known(standin: StandIn, pki: Pki) -> None:
    with https(standin.url, pki) as http:
        answer = http.get(HEALTH)
    assert answer.status == 200
    assert "Testing cert" in answer.body.decode(), "the application sees whose certificate it was"
    assert answer.server_certificate


def test_a_caller_without_a_certificate_gets_nothing(standin: StandIn, pki: Pki) -> None:
    with https(standin.url, pki, anonymous=True) as http:
        for _ in range(5):
            with pytest.raises(TlsRefused):
                http.post(ENDPOINT, b"x" * 20_000, "text/xml", retry=True)
            with pytest.raises(TlsRefused):
                http.get(HEALTH)
    assert standin.actions() == ()


def test_a_caller_with_a_foreign_certificate_gets_nothing(
    standin: StandIn, pki: Pki, foreign: Pki
) -> None:
    with https(standin.url, pki, own=foreign) as http:
        for _ in range(5):
            with pytest.raises(TlsRefused):
                http.get(HEALTH)
    assert standin.actions() == ()


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
def test_not_a_byte_of_an_answer_leaves_for_a_caller_without_certificate(
    standin: StandIn, pki: Pki, version: ssl.TLSVersion
) -> None:
    context = ssl.create_default_context(cafile=pki.ca_file)
    context.minimum_version = context.maximum_version = version
    with socket.create_connection(("127.0.0.1", standin.port), timeout=20) as plain:

        def ask() -> bytes:
            with context.wrap_socket(plain, server_hostname="localhost") as tls:
                tls.sendall(f"GET {HEALTH} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
                return tls.recv(1)

        with pytest.raises(ssl.SSLError, match=r"(?i)alert"):
            ask()


def test_a_server_that_we_do_not_trust_is_refused_by_us(
    standin: StandIn, pki: Pki, foreign: Pki
) -> None:
    with https(standin.url, foreign, own=pki) as http, pytest.raises(TlsRefused) as told:
        http.get(HEALTH)
    assert not told.value.retriable


def test_a_server_that_speaks_plain_http_is_a_fault_of_tls(pki: Pki) -> None:
    def plain(connection: socket.socket, _context: ssl.SSLContext) -> None:
        connection.recv(10)
        connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    with served(pki, plain) as url, https(url, pki) as http, pytest.raises(TlsRefused):
        http.get("/")


def test_every_answer_says_that_it_is_practice(standin: StandIn, pki: Pki) -> None:
    with https(standin.url, pki) as http:
        answers = [
            http.get(HEALTH),
            http.get("/no/such/page"),
            http.get(ENDPOINT),
            http.post(ENDPOINT, b"broken", "text/xml"),
            http.post(ENDPOINT, b"x" * 300_000, "text/xml"),
        ]
    assert [a.status for a in answers] == [200, 404, 405, 200, 413]
    assert all(a.headers["x-kanta-desk"].startswith("HARJOITUS") for a in answers)
    assert NOTICE.encode() in answers[0].body
    assert NOTICE.encode() in answers[3].body


def test_the_systems_proxy_is_not_used_for_this_machine(
    standin: StandIn, pki: Pki, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with https(standin.url, pki) as http:
        assert http.get(HEALTH).status == 200


def test_the_systems_proxy_is_used_for_others(pki: Pki, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bytes] = []

    def proxy(connection: socket.socket, _context: ssl.SSLContext) -> None:
        asked.append(connection.recv(1000))

    with served(pki, proxy) as url:
        monkeypatch.setenv("HTTPS_PROXY", url.replace("https", "http"))
        with https("https://archive.invalid", pki) as http, pytest.raises(Offline):
            http.get("/")
    assert asked[0].startswith(b"CONNECT archive.invalid:443")


def test_a_server_that_is_gone_is_offline_and_works_again_when_it_is_back(
    standin: StandIn, pki: Pki
) -> None:
    with archive_client(standin.url, pki) as archive:
        before = archive.search(HELMI, a_call())
        standin.stop()
        with pytest.raises(Offline) as told:
            archive.search(HELMI, a_call())
        assert told.value.retriable
        url = standin.url
        assert standin.start() == url
        assert archive.search(HELMI, a_call()).documents == before.documents


def test_a_restart_between_two_questions_is_not_noticed(standin: StandIn, pki: Pki) -> None:
    with archive_client(standin.url, pki) as archive:
        for _ in range(3):
            assert archive.search(HELMI, a_call()).documents
            standin.stop()
            standin.start()
        assert archive.search(HELMI, a_call()).documents


def test_a_connection_that_dies_unanswered_is_replaced_once_with_the_same_message(
    pki: Pki,
) -> None:
    asked: list[bytes] = []

    def dies_at_first(connection: socket.socket, context: ssl.SSLContext) -> None:
        with context.wrap_socket(connection, server_side=True) as tls:
            asked.append(whole_request(tls))
            if len(asked) > 1:
                tls.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")

    with served(pki, dies_at_first) as url, https(url, pki) as http:
        assert http.post("/", b"message", "text/xml", retry=True).body == b"ok"
    assert len(asked) == 2
    assert asked[0] == asked[1]
    assert asked[0].endswith(b"message")


def test_an_act_that_may_not_be_repeated_is_sent_once(pki: Pki) -> None:
    asked: list[bytes] = []

    def dies(connection: socket.socket, context: ssl.SSLContext) -> None:
        with context.wrap_socket(connection, server_side=True) as tls:
            asked.append(whole_request(tls))

    with served(pki, dies) as url, https(url, pki) as http:
        with pytest.raises(Offline):
            http.post("/", b"message", "text/xml")
        assert len(asked) == 1
        with pytest.raises(Offline):
            http.post("/", b"message", "text/xml", retry=True)
    assert len(asked) == 3


@pytest.mark.parametrize(
    ("mishap", "expected", "retriable"),
    [
        (Mishap.UNAVAILABLE, ArchiveUnavailable, True),
        (Mishap.HALF, Offline, True),
        (Mishap.BROKEN, BadAnswer, False),
        (Mishap.SILENT, AnswerTimedOut, True),
    ],
)
def test_a_mishap_is_named_and_the_next_question_is_answered(
    standin: StandIn, pki: Pki, mishap: Mishap, expected: type[Exception], retriable: bool
) -> None:
    with archive_client(standin.url, pki, read=2.0) as archive:
        standin.stage(mishap)
        with pytest.raises(expected) as told:
            archive.search(HELMI, a_call())
        assert getattr(told.value, "retriable", None) is retriable
        assert archive.search(HELMI, a_call()).documents


def test_the_server_stops_also_while_it_owes_an_answer(standin: StandIn, pki: Pki) -> None:
    met = standin.stage(Mishap.SILENT)
    with archive_client(standin.url, pki) as archive, ThreadPoolExecutor(1) as threads:
        waiting = threads.submit(archive.search, HELMI, a_call())
        assert met.wait(20)
        standin.stop()
        with pytest.raises((Offline, ArchiveUnavailable)) as told:
            waiting.result(20)
        assert told.value.retriable


def test_an_answer_over_the_limit_is_not_read_to_its_end(standin: StandIn, pki: Pki) -> None:
    with https(standin.url, pki, max_bytes=100) as http, pytest.raises(AnswerTooLarge):
        http.get(HEALTH)


def test_an_endless_answer_is_cut_at_the_limit(pki: Pki) -> None:
    def endless(connection: socket.socket, context: ssl.SSLContext) -> None:
        with context.wrap_socket(connection, server_side=True) as tls:
            whole_request(tls)
            tls.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
            while True:
                tls.sendall(b"10000\r\n" + b"x" * 0x10000 + b"\r\n")

    with (
        served(pki, endless) as url,
        https(url, pki, max_bytes=1_000_000) as http,
        pytest.raises(AnswerTooLarge),
    ):
        http.get("/")


def test_four_threads_ask_at_once_and_each_gets_its_own_answer(standin: StandIn, pki: Pki) -> None:
    codes = ["140338-902B", "230941-905V", "070236-908P", "020743-926W"] * 4
    clients = [Henkilotunnus.parse(code) for code in codes]
    with archive_client(standin.url, pki) as archive, ThreadPoolExecutor(4) as threads:
        asked = [SearchCriteria(client_id=client) for client in clients]
        results = list(threads.map(lambda c: archive.search(c, a_call()), asked))
    for client, result in zip(clients, results, strict=True):
        assert {d.client_id for d in result.documents} <= {client}


def test_a_port_that_is_taken_is_told(standin: StandIn, pki: Pki, tmp_path: Path) -> None:
    with pytest.raises(PortTaken):
        StandIn(tmp_path / "other", pki, standin.port).start()


def test_the_practice_certificates_work_and_the_stranger_gets_nothing(tmp_path: Path) -> None:
    own = PracticePki.create(tmp_path / "pki")
    stranger = Pki(
        own.ca_file,
        own.server_chain,
        own.server_key,
        own.foreign_client_chain,
        own.foreign_client_key,
    )
    ours = Pki(own.ca_file, own.server_chain, own.server_key, own.client_chain, own.client_key)
    with StandIn(tmp_path / "state", own) as standin:
        with https(standin.url, ours) as http:
            assert b"kanta-desk" in http.get(HEALTH).body
        with https(standin.url, ours, own=stranger) as http, pytest.raises(TlsRefused):
            http.get(HEALTH)


@contextmanager
def served(pki: Pki, serve: Callable[[socket.socket, ssl.SSLContext], None]) -> Iterator[str]:
    """A server of our own on a port, which treats its connections as ``serve`` says."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pki.server_chain, pki.server_key)
    listener = socket.create_server(("127.0.0.1", 0))
    stopping = threading.Event()

    def run() -> None:
        while True:
            connection, _ = listener.accept()
            with connection:
                if stopping.is_set():
                    return
                try:
                    serve(connection, context)
                except OSError:
                    continue

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield f"https://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        stopping.set()
        socket.create_connection(listener.getsockname()).close()
        thread.join()
        listener.close()


def whole_request(tls: ssl.SSLSocket) -> bytes:
    """A request with its body, if it has a length."""
    data = b""
    while b"\r\n\r\n" not in data:
        data += tls.recv(65536)
    head, _, body = data.partition(b"\r\n\r\n")
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            while len(body) < int(line.split(b":")[1]):
                body += tls.recv(65536)
    return head + b"\r\n\r\n" + body


def test_even_what_is_no_http_hears_that_this_is_practice(standin: StandIn, pki: Pki) -> None:
    context = ssl.create_default_context(cafile=pki.ca_file)
    context.load_cert_chain(pki.client_chain, pki.client_key)

    with (
        socket.create_connection(("127.0.0.1", standin.port)) as plain,
        context.wrap_socket(plain, server_hostname="127.0.0.1") as tls,
    ):
        tls.sendall(b"\x00\x01\r\n\r\n")
        heard = b""
        while piece := tls.recv(4096):
            heard += piece

    assert heard.startswith(b"HTTP/1.1 400")
    assert b"x-kanta-desk: HARJOITUS" in heard
