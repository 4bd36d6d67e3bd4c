"""Makes the plan of what is to be invalidated: what may be, under which identifiers, which digest.

Message ids and the numbers of new OIDs follow from the plan's own id and the document, so that a
plan read back from the access log after a crash sends the same requests, and no document can get
two.
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

import orjson

from kanta_desk.errors import (
    AlreadyInvalidated,
    AlreadyReplaced,
    ConfirmationDiffers,
    InvalidationError,
    OtherRegister,
    PlanInvalid,
    VersionChanged,
)
from kanta_desk.model.documents import DocumentMetadata, RecordState, VersionHistory
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.invalidation import (
    MAX_ITEMS,
    Confirmation,
    InvalidationPlan,
    PlannedItem,
    Reason,
    Refused,
)
from kanta_desk.model.people import Register, WorkContext

NewOid = Callable[[int], Oid]
"""Makes the OID of a new version from its number."""


def new_plan_id() -> str:
    """An id for a new plan."""
    return str(uuid.uuid4())


def message_id_of(plan_id: str, oid: Oid) -> str:
    """The id of the one request that a plan makes for a document."""
    return str(uuid.uuid5(uuid.UUID(plan_id), oid.value))


def make_plan(
    plan_id: str,
    context: WorkContext,
    reason: Reason,
    text: str,
    documents: Iterable[DocumentMetadata],
    new_oid: NewOid,
    made: datetime,
    *,
    refused: Sequence[Refused] = (),
    proposer: str = "",
) -> InvalidationPlan:
    """The plan for these documents, whose digest the holder will confirm.

    Raises:
        PlanInvalid: if there is none, there are too many, or one is in it twice.
    """
    listed = list(documents)
    if not listed and not refused:
        raise PlanInvalid("empty")
    if len(listed) > MAX_ITEMS:
        raise PlanInvalid("too many")
    if len({document.set_id for document in listed}) < len(listed):
        raise PlanInvalid("twice")
    items = tuple(_item(plan_id, document, new_oid) for document in listed)
    digest = digest_of(plan_id, context, reason.code, text, items)
    return InvalidationPlan(
        plan_id, context, reason, text, items, made, digest, proposer, tuple(refused)
    )


def digest_of(
    plan_id: str, context: WorkContext, reason: str, text: str, items: Sequence[PlannedItem]
) -> str:
    """SHA-256 over everything that is confirmed, as canonical JSON."""
    said = [
        plan_id,
        context.register.key,
        context.purpose.code,
        reason,
        text,
        [
            [
                item.message_id,
                item.oid.value,
                item.metadata.set_id.value,
                item.metadata.version,
                item.new_oid.value,
            ]
            for item in items
        ],
    ]
    return hashlib.sha256(orjson.dumps(said)).hexdigest()


def demand_confirmed(plan: InvalidationPlan, confirmation: Confirmation) -> None:
    """Refuse a plan that is not, to the last identifier, what was confirmed.

    Raises:
        ConfirmationDiffers: if it is not.
        PlanInvalid: if there is nothing in it.
    """
    if not plan.items:
        raise PlanInvalid("empty")
    digest = digest_of(plan.plan_id, plan.context, plan.reason.code, plan.text, plan.items)
    if (digest, len(plan.items)) != (confirmation.digest, confirmation.count):
        raise ConfirmationDiffers


def obstacle(
    metadata: DocumentMetadata, history: VersionHistory, register: Register
) -> InvalidationError | None:
    """Why a version cannot be invalidated as the archive shows it; None: it can."""
    oid = metadata.document_oid
    now = next((v for v in history.versions if v.document_oid == oid), None)
    if now is None or (now.set_id, now.version) != (metadata.set_id, metadata.version):
        return VersionChanged(oid.value)
    holder = now.active_controller or now.controller
    if (holder is not None and holder.oid != register.controller.oid) or (
        now.register is not None and now.register.value != register.code.value
    ):
        return OtherRegister(oid.value)
    if now.state is RecordState.INVALIDATED:
        return AlreadyInvalidated(oid.value)
    if now.state is RecordState.REPLACED or now != history.versions[-1]:
        return AlreadyReplaced(oid.value)
    return None


def _item(plan_id: str, document: DocumentMetadata, new_oid: NewOid) -> PlannedItem:
    message_id = message_id_of(plan_id, document.document_oid)
    number = int.from_bytes(hashlib.sha256(message_id.encode()).digest()[:12], "big")
    return PlannedItem(document, message_id, new_oid(number))
