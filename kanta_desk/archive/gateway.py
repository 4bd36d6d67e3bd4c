"""The use cases that the archive serves, apart from how its messages look."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from kanta_desk.archive.requests import Acknowledged, Order, Seal, SignedFrame
from kanta_desk.model.documents import (
    Document,
    DocumentMetadata,
    SearchCriteria,
    SearchResult,
    VersionHistory,
)
from kanta_desk.model.events import Actor
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.people import WorkContext


@dataclass(frozen=True, slots=True)
class Call:
    """Who asks, for whose register and what purpose; goes out with every message.

    ``message_id`` identifies the request: a retry uses the same one, and the access log holds it.
    """

    actor: Actor
    context: WorkContext
    message_id: str


class ArchiveGateway(Protocol):
    """The archive as the desk sees it. Every verb blocks, and raises ArchiveError or NetError."""

    def search(self, criteria: SearchCriteria, call: Call) -> SearchResult:
        """Documents of the register in ``call.context`` that match, newest first: one page.

        Raises:
            CriterionNotOffered: if the archive has no such condition; then nothing is sent.
            RealPersonInTest: if a real person's code would leave for a test; nothing is sent.
        """
        ...

    def next_page(self, page: SearchResult, call: Call) -> SearchResult:
        """The page after ``page``, which has a continuation."""
        ...

    def metadata(self, oid: Oid, call: Call) -> DocumentMetadata:
        """The metadata of one version."""
        ...

    def versions(self, set_id: Oid, call: Call) -> VersionHistory:
        """All versions of a set, invalidated ones included."""
        ...

    def states(self, set_id: Oid, call: Call) -> VersionHistory:
        """As ``versions``, but each with its identity, its state and whose it is, and no more."""
        ...

    def document(self, oid: Oid, call: Call) -> Document:
        """One version with its payloads decoded."""
        ...

    def prepare(self, order: Order, call: Call) -> bytes:
        """The frame that would invalidate, unsigned: asks nobody and sends nothing."""
        ...

    def sign(
        self,
        order: Order,
        call: Call,
        seal: Seal,
        certificate: bytes,
        signer: Callable[[bytes], bytes],
    ) -> SignedFrame:
        """The frame that invalidates, signed with ``certificate`` (DER); sends nothing.

        ``call.message_id`` is the id of the request for good.

        Raises:
            SignatureRejected, CertificateUnreadable: see ``xmlsig.sign``.
        """
        ...

    def invalidate(self, frame: bytes, call: Call) -> Acknowledged:
        """Send a signed frame, whose message id is ``call.message_id``, byte for byte.

        Sending the same frame again does no more than sending it once. Whatever comes back or
        does not, the truth is had by asking.
        """
        ...

    def outcome(self, message_id: str, call: Call) -> Acknowledged | None:
        """What the archive said to the message ``message_id``; None if it has not taken it in,
        or cannot be asked."""
        ...

    def new_oid(self, unit: Oid, number: int, year: int) -> Oid:
        """An OID for a new version made by ``unit`` in ``year``; ``number`` makes it unique."""
        ...

    @property
    def sends_reason(self) -> bool:
        """Whether the reason for an invalidation goes out with the request."""
        ...

    @property
    def message_life(self) -> timedelta:
        """How long after its making a message can still be carried out."""
        ...

    @property
    def clock_skew(self) -> float | None:
        """Seconds by which this computer's clock is ahead of the archive's, as its last answer
        told; None before there was one that told the time."""
        ...

    def close(self) -> None:
        """Let connections go."""
        ...
