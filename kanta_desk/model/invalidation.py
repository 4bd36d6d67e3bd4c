"""Invalidation (mitätöinti): what is planned and confirmed, how far each item is, how it ended.

Invalidating makes a new version with a new OID that replaces the newest one and has no content.
It cannot be undone. A message id names each request for good: a retry uses the same one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from kanta_desk.errors import KantaError
from kanta_desk.model.documents import DocumentMetadata, VersionHistory
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.people import WorkContext
from kanta_desk.model.text import Text

MAX_ITEMS = 10_000
"""Most documents in one plan."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a document is invalidated. ``needs_text``: the code alone does not tell enough."""

    code: str
    name: Text
    needs_text: bool = False


class Step(StrEnum):
    """The steps of one invalidation, in their order; each is told when it has been done.

    ``INTENDED`` and ``SIGNED`` mean that it is in the access log on the disk. The first byte to
    the archive leaves after ``SIGNED`` and after one more look at the session.
    """

    PLANNED = "planned"
    INTENDED = "intended"
    RECHECKED = "rechecked"
    SIGNED = "signed"
    SENDING = "sending"
    ANSWERED = "answered"
    VERIFIED = "verified"
    SETTLED = "settled"


class Fate(StrEnum):
    """What has become of one item."""

    WAITING = "waiting"
    DONE = "done"
    REFUSED = "refused"
    NOT_DONE = "not done"
    UNSETTLED = "unsettled"


FATE_NAMES: dict[Fate, Text] = {
    Fate.WAITING: Text("odottaa", "väntar", "waiting"),
    Fate.DONE: Text("mitätöity", "makulerad", "invalidated"),
    Fate.REFUSED: Text("arkisto torjui", "arkivet avvisade", "refused by the archive"),
    Fate.NOT_DONE: Text("ei mitätöity", "inte makulerad", "not invalidated"),
    Fate.UNSETTLED: Text("ei tiedossa, selvitä", "okänt, utred", "not known, settle it"),
}


@dataclass(frozen=True, slots=True)
class PlannedItem:
    """One document to be invalidated, as it was when the plan was made.

    ``new_oid`` is the OID of the version that will say that the document is invalidated.
    """

    metadata: DocumentMetadata
    message_id: str
    new_oid: Oid

    @property
    def oid(self) -> Oid:
        """The version that will be invalidated."""
        return self.metadata.document_oid


@dataclass(frozen=True, slots=True)
class Refused:
    """A document that cannot be in a plan, and why."""

    oid: Oid
    error: KantaError


@dataclass(frozen=True, slots=True)
class InvalidationPlan:
    """Documents to be invalidated in one register, for one reason.

    ``digest`` (SHA-256, hexadecimal) covers all that the holder confirms: the documents with their
    versions and sets, message ids, new OIDs, register, purpose and reason. ``proposer`` is the
    identifier of the person who proposed it, where two are needed.
    """

    plan_id: str
    context: WorkContext
    reason: Reason
    text: str
    items: tuple[PlannedItem, ...]
    made: datetime
    digest: str
    proposer: str = ""
    refused: tuple[Refused, ...] = ()


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What the holder confirmed: this many documents, listed under this digest."""

    digest: str
    count: int


@dataclass(frozen=True, slots=True)
class ItemResult:
    """How one item ended. ``error`` is what stood in the way, if anything did; ``cause`` is what
    broke where it is not known how it ended."""

    item: PlannedItem
    fate: Fate
    error: KantaError | None = None
    cause: KantaError | None = None


@dataclass(frozen=True, slots=True)
class BatchProgress:
    """Told while a batch runs: which item took which step, and how many are through."""

    done: int
    total: int
    message_id: str
    step: Step
    fate: Fate = Fate.WAITING


@dataclass(frozen=True, slots=True)
class BatchReport:
    """A batch as it stands when it ends or pauses. ``stopped_by`` is an error code or empty, and so
    is ``unsealed``: why the card did not sign the log after the batch."""

    plan: InvalidationPlan
    results: tuple[ItemResult, ...]
    stopped_by: str = ""
    unsealed: str = ""

    @property
    def finished(self) -> bool:
        """Whether every item has its fate."""
        open_fates = (Fate.WAITING, Fate.UNSETTLED)
        return not any(result.fate in open_fates for result in self.results)

    def count(self, fate: Fate) -> int:
        """How many items ended so."""
        return sum(result.fate is fate for result in self.results)


@dataclass(frozen=True, slots=True)
class Dependants:
    """What there is beside the document: its versions, and what else its case holds.

    ``same_case`` is None where the holder may not search the register.
    """

    history: VersionHistory
    same_case: tuple[DocumentMetadata, ...] | None


@dataclass(frozen=True, slots=True)
class SignedRequest:
    """The request as it was signed: everything a third party needs to check it.

    ``frame`` is the signed XML; ``certificate`` is DER; ``log_head`` is the access log's head that
    the signature covers.
    """

    frame: bytes = field(repr=False)
    certificate: bytes = field(repr=False)
    algorithm: str
    signature: bytes = field(repr=False)
    log_head: str
    time: datetime


@dataclass(frozen=True, slots=True)
class InvalidationEntry:
    """One invalidation as the access log tells it; a line of the list of invalidations."""

    message_id: str
    plan_id: str
    time: datetime
    fate: Fate
    document_oid: str
    document_version: int
    set_id: str
    new_oid: str
    document_type: str
    client_id: str
    client_name: str
    user_id: str
    user_name: str
    register_key: str
    reason_code: str
    reason_text: str
    error_code: str = ""
    settled: datetime | None = None
    settled_by: str = ""
    proposer: str = ""
    signed: SignedRequest | None = None


@dataclass(frozen=True, slots=True)
class WaitingPlan:
    """A plan that waits: a proposal for its second person, or a run that broke off."""

    plan_id: str
    time: datetime
    user_id: str
    user_name: str
    reason_code: str
    reason_text: str
    total: int
    done: int


@dataclass(frozen=True, slots=True)
class InvalidationOverview:
    """The invalidations of one register, newest first, and what waits in it."""

    entries: tuple[InvalidationEntry, ...]
    interrupted: tuple[WaitingPlan, ...]
    proposals: tuple[WaitingPlan, ...]
    two_persons: bool

    @property
    def unsettled(self) -> int:
        """How many have an outcome that is still to be asked."""
        return sum(entry.fate is Fate.UNSETTLED for entry in self.entries)
