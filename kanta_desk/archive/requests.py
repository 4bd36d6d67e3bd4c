"""What goes with a request that changes the archive: order, signature, and what is said to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from kanta_desk.model.documents import DocumentMetadata
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.invalidation import Reason


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be invalidated, and with which OID for the version that will say so.

    ``reason`` and ``text`` go out only where the message profile has a place for them.
    """

    metadata: DocumentMetadata
    new_oid: Oid
    reason: Reason
    text: str


@dataclass(frozen=True, slots=True)
class Seal:
    """What a signature says beside the frame: the access log's head, the digest of the plan that
    the holder confirmed, and when it was made."""

    log_head: str
    plan: str
    time: datetime


@dataclass(frozen=True, slots=True)
class SignedFrame:
    """A frame whose signature holds: its bytes, by which certificate (DER), with which seal."""

    data: bytes = field(repr=False)
    certificate: bytes = field(repr=False)
    algorithm: str
    value: bytes = field(repr=False)
    seal: Seal


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """What the archive said to a message: taken, or refused with its code and its words."""

    taken: bool
    issue: str = ""
    said: str = ""
