"""What tests of the ways to sign have in common: a card's certificate as the watch tells it, and
a signature service like the one of installed reader software."""

from __future__ import annotations

import base64
import json
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa

from kanta_desk.model.cards import CertificateSummary
from kanta_desk.practice.pki import IssuedCard
from kanta_desk.trust.certificate import Certificate
from tests.helpers.archive import Pki


def summary_of(der: bytes, use: str = "") -> CertificateSummary:
    """A certificate as ``CardDetails`` shows it."""
    read = Certificate.parse(der)
    return CertificateSummary(
        use=use,
        subject=read.subject.common_name,
        issuer=read.issuer.common_name,
        serial=read.serial,
        valid_from=read.valid_from,
        valid_to=read.valid_to,
        key=read.key,
        sha256=read.sha256,
        trusted=True,
    )


@dataclass
class SignatureService:
    """A signature service on localhost with a card in it.

    It follows "HTML5 and Digital Signatures: Signature Creation Service": GET /version, POST /sign,
    selection by key usage, a check of the caller's origin. ``holder_says`` is what the holder does
    in the service's own PIN window; ``asked`` keeps the requests as they came.
    """

    card: IssuedCard | None
    holder_says: str = "ok"
    answer: bytes = b""
    url: str = ""
    asked: list[dict[str, object]] = field(default_factory=list)

    def version(self) -> dict[str, object]:
        """What GET /version answers: no algorithms without a card."""
        hashes_known = ["SHA256", "SHA384", "SHA512"] if self.card else []
        return {
            "version": "1.1",
            "httpMethods": "GET, POST",
            "contentTypes": ["data", "digest"],
            "signatureTypes": ["signature"],
            "selectorAvailable": True,
            "hashAlgorithms": hashes_known,
        }

    def sign(self, asked: dict[str, object]) -> dict[str, object]:
        """What POST /sign answers."""
        self.asked.append(asked)
        if self.card is None:
            return _failed(404, "no certificate")
        if self.holder_says != "ok":
            return _failed(400, self.holder_says)
        usages = dict(asked)["selector"]["keyusages"]  # type: ignore[index]
        first = usages == ["digitalsignature"]
        key = self.card.authentication_key if first else self.card.signature_key
        own = self.card.authentication if first else self.card.signature
        digest = {"SHA256": hashes.SHA256(), "SHA384": hashes.SHA384()}[str(asked["hashAlgorithm"])]
        content = base64.b64decode(str(asked["content"]))
        if isinstance(key, rsa.RSAPrivateKey):
            made = key.sign(content, padding.PKCS1v15(), digest)
        else:
            made = key.sign(content, ec.ECDSA(digest))
        return {
            "version": "1.1",
            "status": "ok",
            "reasonCode": 200,
            "reasonText": "Signature generated",
            "signature": base64.b64encode(made).decode(),
            "signatureType": "signature",
            "chain": [base64.b64encode(each).decode() for each in (own, self.card.issuer)],
        }


def _failed(code: int, text: str) -> dict[str, object]:
    return {"version": "1.1", "status": "failed", "reasonCode": code, "reasonText": text}


@contextmanager
def signature_service(card: IssuedCard | None, pki: Pki) -> Iterator[SignatureService]:
    """The service, running over HTTPS for the time of a ``with``."""
    service = SignatureService(card)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._say(service.version() if self.path == "/version" else None)

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            if self.path != "/sign" or self.headers["Origin"] != "https://localhost":
                self._say(None)
            else:
                self._say(service.sign(json.loads(body)))

        def _say(self, told: dict[str, object] | None) -> None:
            body = service.answer or json.dumps(told).encode()
            self.send_response(200 if told is not None else 403)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Nothing to the terminal."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pki.server_chain, pki.server_key)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    service.url = f"https://localhost:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield service
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
