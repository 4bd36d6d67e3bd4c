"""Plans, signers and an archive in memory, to try the steps of an invalidation on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa

from kanta_desk.archive.requests import Acknowledged, Order, Seal, SignedFrame
from kanta_desk.errors import Offline
from kanta_desk.invalidation.planning import make_plan, new_plan_id
from kanta_desk.invalidation.reasons import reason_of
from kanta_desk.model.documents import DocumentMetadata, RecordState, VersionHistory
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.invalidation import InvalidationPlan
from kanta_desk.model.people import WorkContext
from kanta_desk.practice.organisation import HOIVA, OWN_UNIT, PURPOSES
from kanta_desk.practice.pki import IssuedCard
from tests.helpers.metadata import FULL

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
CONTEXT = WorkContext(HOIVA.register, PURPOSES[0], OWN_UNIT)
LIFE = timedelta(hours=1)


def a_document(number: int = 1, version: int = 1) -> DocumentMetadata:
    """A valid document of our own register, alone in its set."""
    oid = Oid(f"1.2.246.10.99999204.11.2026.{number}")
    return replace(
        FULL,
        document_oid=oid,
        set_id=oid,
        version=version,
        state=RecordState.VALID,
        replaces=None,
        controller=HOIVA.controller,
        active_controller=HOIVA.controller,
        register=HOIVA.register.code,
    )


def a_plan(
    *documents: DocumentMetadata, plan_id: str = "", reason: str = "KOE"
) -> InvalidationPlan:
    """A plan for these documents, or for one."""
    why, text = reason_of(reason, "selitys")
    return make_plan(
        plan_id or new_plan_id(),
        CONTEXT,
        why,
        text,
        documents or (a_document(),),
        lambda number: Oid(f"1.2.246.10.99999204.11.2026.9{number}"),
        NOW,
    )


def signer_of(card: IssuedCard) -> Callable[[bytes], bytes]:
    """Signs as a card does, with its signing key."""
    key = card.signature_key

    def sign(message: bytes) -> bytes:
        if isinstance(key, rsa.RSAPrivateKey):
            return key.sign(message, padding.PKCS1v15(), hashes.SHA256())
        assert isinstance(key, ec.EllipticCurvePrivateKey)
        return key.sign(message, ec.ECDSA(hashes.SHA384()))

    return sign


@dataclass
class NoKey:
    """A signatory whose signatures nobody checks."""

    certificate: bytes = b"certificate"
    before: Callable[[], None] = lambda: None

    def sign(self, message: bytes) -> bytes:
        """Anything."""
        self.before()
        return b"signed " + message


@dataclass
class MemoryArchive:
    """``invalidation.protocol.Archive`` over a set of versions, with faults as they are scripted.

    ``sendings``: what happens to each sending in turn (then all is well): ``ok``, ``lost request``,
    ``lost answer``, ``late`` (done when ``arrive`` is called) or a code, which refuses. ``queries``
    likewise: ``ok`` or ``lost``. ``remembers``: whether it can be asked for a message.
    """

    held: list[DocumentMetadata]
    new_oid: Oid
    sendings: list[str] = field(default_factory=list)
    queries: list[str] = field(default_factory=list)
    remembers: bool = True
    kept: list[bytes] = field(default_factory=list)
    carried_out: int = 0
    sent: list[bytes] = field(default_factory=list)
    late: list[bytes] = field(default_factory=list)
    message_life: timedelta = LIFE
    _said: Acknowledged | None = None

    def versions(self, set_id: Oid) -> VersionHistory:
        """All versions, oldest first."""
        self._asked()
        return VersionHistory(set_id, tuple(self.held))

    def sign(
        self, order: Order, seal: Seal, certificate: bytes, signer: Callable[[bytes], bytes]
    ) -> SignedFrame:
        """A frame that nobody reads."""
        data = signer(f"{order.new_oid} {seal.plan}".encode())
        return SignedFrame(data, certificate, "none", b"", seal)

    def keep(self, frame: SignedFrame) -> None:
        """Keep it, as the log would."""
        self.kept.append(frame.data)

    def send(self, frame: bytes) -> Acknowledged:
        """Take it, or meet with what was scripted."""
        assert frame in self.kept, "sent before it was kept"
        self.sent.append(frame)
        fate = self.sendings.pop(0) if self.sendings else "ok"
        match fate:
            case "lost request":
                raise Offline("archive")
            case "lost answer":
                self._take()
                raise Offline("archive")
            case "late":
                self.late.append(frame)
                raise Offline("archive")
            case "ok":
                return self._take()
        self._said = self._said or Acknowledged(False, fate)
        return self._said

    def outcome(self) -> Acknowledged | None:
        """What was said to the request."""
        self._asked()
        return self._said if self.remembers else None

    def log_head(self) -> str:
        """Some head."""
        return "7:abc"

    def forget(self) -> None:
        """Let what was said be as if it had not been."""
        self._said = None

    def arrive(self) -> None:
        """Let what was late come."""
        for _ in self.late:
            self._take()
        self.late = []

    def _asked(self) -> None:
        if self.queries and self.queries.pop(0) == "lost":
            raise Offline("archive")

    def _take(self) -> Acknowledged:
        if self._said is None:
            newest = self.held[-1]
            if newest.state is RecordState.VALID and newest.document_oid != self.new_oid:
                self.carried_out += 1
                self.held = [replace(v, state=RecordState.INVALIDATED) for v in self.held]
                self.held.append(
                    replace(self.held[-1], document_oid=self.new_oid, version=newest.version + 1)
                )
                self._said = Acknowledged(True)
            else:
                self._said = Acknowledged(False, "STANDIN-19")
        return self._said
