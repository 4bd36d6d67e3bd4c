"""Plain HTTP for what issuers publish: bounded, through a proxy or not, never to nowhere."""

from __future__ import annotations

import io
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from kanta_desk.errors import AnswerTimedOut, AnswerTooLarge, Offline, SettingsUnreadable
from kanta_desk.net.fetch import Fetcher, host_of
from kanta_desk.net.http import Timeouts


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        self.server.seen.append((self.path, dict(self.headers)))
        self.send_response_only(self.server.status)
        self.send_header("Content-Length", str(len(self.server.body)))
        self.end_headers()
        self.wfile.write(self.server.body)

    def do_POST(self) -> None:
        self.server.seen.append((self.path, dict(self.headers)))
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response_only(200)
        self.end_headers()
        self.wfile.write(body[::-1])

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = False
    seen: list[tuple[str, dict[str, str]]]
    body = b"0123456789"
    status = 200

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


@contextmanager
def serving() -> Iterator[_Server]:
    with _Server(("127.0.0.1", 0), _Handler) as server:
        server.seen = []
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


def test_an_answer_comes_back_with_its_status() -> None:
    with serving() as server, Fetcher() as fetcher:
        answer = fetcher.post(f"{server.url}/ocsp", b"abc", "application/ocsp-request", 100)
        assert (answer.status, answer.body) == (200, b"cba")
        assert server.seen[0][1]["Content-Type"] == "application/ocsp-request"


def test_a_file_is_written_as_it_comes_and_only_if_it_is_there() -> None:
    with serving() as server, Fetcher() as fetcher:
        file = io.BytesIO()
        assert (
            fetcher.download(f"{server.url}/a.crl", file, 100, {"If-None-Match": "x"}).body == b""
        )
        assert file.getvalue() == server.body
        assert server.seen[0][1]["If-None-Match"] == "x"
        server.status = 404
        nothing = io.BytesIO()
        assert fetcher.download(f"{server.url}/b.crl", nothing, 100).status == 404
        assert nothing.getvalue() == b""


def test_what_is_too_large_is_not_read_to_its_end() -> None:
    with serving() as server, Fetcher() as fetcher:
        with pytest.raises(AnswerTooLarge):
            fetcher.download(f"{server.url}/a.crl", io.BytesIO(), 9)
        with pytest.raises(AnswerTooLarge):
            fetcher.post(f"{server.url}/ocsp", bytes(10), "x/y", 9)


def test_a_proxy_is_asked_with_the_whole_address_and_for_every_host() -> None:
    with serving() as server, Fetcher(server.url) as fetcher:
        fetcher.download("http://status.example.invalid/a.crl", io.BytesIO(), 100)
        fetcher.download("http://127.0.0.1:9/b.crl", io.BytesIO(), 100)
        assert [path for path, _ in server.seen] == [
            "http://status.example.invalid/a.crl",
            "http://127.0.0.1:9/b.crl",
        ]


def test_the_systems_proxy_is_not_asked_for_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving() as server, serving() as proxy:
        monkeypatch.setenv("HTTP_PROXY", proxy.url)
        monkeypatch.setenv("http_proxy", proxy.url)
        for name in ("NO_PROXY", "no_proxy"):
            monkeypatch.delenv(name, raising=False)
        with Fetcher() as fetcher:
            fetcher.download(f"{server.url}/near.crl", io.BytesIO(), 100)
            fetcher.download("http://far.example/far.crl", io.BytesIO(), 100)
        assert [path for path, _ in server.seen] == ["/near.crl"]
        assert [path for path, _ in proxy.seen] == ["http://far.example/far.crl"]


@pytest.mark.parametrize(
    "url",
    [
        "https://status.example/a.crl", "ldap://status.example/cn=x", "http://", "http://[", "",
        "file:///etc/passwd", "http://host:99999/", "http://status.harjoitus.invalid/a.crl",
    ],
)  # fmt: skip
def test_nothing_but_plain_http_to_a_name_that_can_exist_is_asked(url: str) -> None:
    with Fetcher() as fetcher, pytest.raises(Offline):
        fetcher.download(url, io.BytesIO(), 100)


def test_nobody_at_the_address_and_nobody_who_answers_are_told_apart() -> None:
    hasty = Timeouts(connect=2.0, read=0.2, total=1.0)
    with socket.create_server(("127.0.0.1", 0)) as silent, Fetcher(quick=hasty) as fetcher:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        with pytest.raises(AnswerTimedOut):
            fetcher.post(url, b"", "x/y", 10)
    with Fetcher(quick=hasty) as fetcher, pytest.raises(Offline):
        fetcher.post(url, b"", "x/y", 10)


def test_after_a_stop_nothing_begins() -> None:
    with serving() as server, Fetcher() as fetcher:
        fetcher.stop()
        with pytest.raises(Offline):
            fetcher.download(f"{server.url}/a.crl", io.BytesIO(), 100)
        assert server.seen == []


def test_a_proxy_that_is_no_address_is_told() -> None:
    with pytest.raises(SettingsUnreadable):
        Fetcher("proxy.example:3128")


def test_evidence_names_a_host_without_path_or_password() -> None:
    assert host_of("http://me:secret@status.example:8080/ocsp?x=1") == "status.example:8080"
    assert host_of("not an address") == ""
