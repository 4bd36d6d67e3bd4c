"""What a card signs of the log: the heads of all its trees and the workstation's key, as a text.

A challenge or an invalidation carries the text's digest; the text itself is kept beside the
signature, as evidence in the entry of the act. So every signature of a card is a checkpoint of
everything that was in the log then, and vouches for the workstation's key of that moment.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.x509 import InvalidVersion, load_der_x509_certificate

from kanta_desk.accesslog.notes import Link
from kanta_desk.accesslog.tree import HASH_SIZE

_MAX_EVIDENCE = 16 * 1024 * 1024
"""Characters; issuers' answers and the heads of many registers stand in one too."""
_BEGINNING = '{"message": "'
_HEAD_LINE = "log-head: "
_DOMAINS = ("KANTA-DESK CHALLENGE 1", "KANTA-DESK SEAL 1")
"""First lines of what a card signs of the log: ``cards.challenge`` writes them."""


@dataclass(frozen=True, slots=True)
class HeadStatement:
    """The text that a card vouches for: a line for each tree, and one for the key.

    Lines: ``<register>/<year> <size> <root in base64>`` and ``keys <epoch> <key in base64>``.
    """

    text: str

    @classmethod
    def of(cls, heads: str, link: Link) -> HeadStatement:
        """The statement of ``LogHead.text`` and the key chain's last link."""
        key = base64.b64encode(link.key).decode("ascii")
        return cls(f"{heads.rstrip()}\nkeys {link.epoch} {key}\n".lstrip("\n"))

    def __str__(self) -> str:
        """What stands in the signed message: events in all, and the text's digest."""
        return f"{self.events}:{sha256(self.text.encode()).hexdigest()}"

    @property
    def events(self) -> int:
        """How many events there were in all trees."""
        return sum(size for size, _ in self.trees.values())

    @property
    def trees(self) -> Mapping[str, tuple[int, bytes]]:
        """Size and root by ``<register>/<year>``.

        Raises:
            ValueError: if a line cannot be read.
        """
        lines = [line.split(" ") for line in self.text.splitlines()]
        try:
            return {
                words[0]: (int(words[1]), _bytes(words[2])) for words in lines if words[0] != "keys"
            }
        except LookupError:
            raise ValueError("not the head of a tree") from None

    @property
    def key(self) -> tuple[int, bytes] | None:
        """Epoch and public key that the signer vouches for.

        Raises:
            ValueError: if the line cannot be read.
        """
        for line in self.text.splitlines():
            words = line.split(" ")
            if words[0] == "keys" and len(words) == 3:
                return int(words[1]), _bytes(words[2])
        return None


@dataclass(frozen=True, slots=True)
class CardStatement:
    """A head statement that a card signed: ``message`` holds its digest in a ``log-head`` line.

    ``certificate`` and ``issuers`` in DER; ``algorithm`` as ``cards.signature`` names it.
    """

    heads: HeadStatement
    message: bytes
    signature: bytes
    algorithm: str
    certificate: bytes
    issuers: tuple[bytes, ...] = ()

    @property
    def evidence(self) -> str:
        """As it is kept in an entry."""
        return json.dumps(
            {
                "message": _text(self.message),
                "signature": _text(self.signature),
                "algorithm": self.algorithm,
                "certificate": _text(self.certificate),
                "issuers": [_text(each) for each in self.issuers],
                "heads": self.heads.text,
            }
        )

    @classmethod
    def parse(cls, evidence: str) -> CardStatement | None:
        """What ``evidence`` holds; None if it is of another kind, or of a time before heads.

        Raises:
            ValueError: if it is a statement that cannot be read.
        """
        if not evidence.startswith(_BEGINNING):
            return None
        if len(evidence) > _MAX_EVIDENCE:
            raise ValueError("too long for a card's statement")
        try:
            said = json.loads(evidence)
            if "heads" not in said or "message" not in said:
                return None
            return cls(
                HeadStatement(str(said["heads"])),
                base64.b64decode(said["message"], validate=True),
                base64.b64decode(said["signature"], validate=True),
                str(said["algorithm"]),
                base64.b64decode(said["certificate"], validate=True),
                tuple(base64.b64decode(each, validate=True) for each in said.get("issuers", [])),
            )
        except (TypeError, LookupError, RecursionError, binascii.Error):
            raise ValueError("not a card's statement") from None

    def holds(self) -> bool:
        """Whether the message is one of these kinds, names these heads, and was signed with the
        certificate's key.

        Who vouches for the certificate was checked when it was used.
        """
        try:
            first, *lines = self.message.decode().splitlines()
            said = [line.removeprefix(_HEAD_LINE) for line in lines if line.startswith(_HEAD_LINE)]
            if first not in _DOMAINS or said != [str(self.heads)]:
                return False
            key = load_der_x509_certificate(self.certificate).public_key()
            if isinstance(key, rsa.RSAPublicKey) and self.algorithm == "RSA-PKCS1-SHA256":
                key.verify(self.signature, self.message, padding.PKCS1v15(), hashes.SHA256())
                return True
            if isinstance(key, ec.EllipticCurvePublicKey) and self.algorithm == "ECDSA-P384-SHA384":
                key.verify(self.signature, self.message, ec.ECDSA(hashes.SHA384()))
                return True
        except (InvalidSignature, InvalidVersion, UnsupportedAlgorithm, ValueError, LookupError):
            return False
        return False


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _bytes(text: str) -> bytes:
    data = base64.b64decode(text, validate=True)
    if len(data) != HASH_SIZE:
        raise ValueError("another length")
    return data
