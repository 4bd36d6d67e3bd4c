"""One invalidation through the gate, and one unsettled request; both ask again at each step whether
the holder may still do it, and the proposer too where there is one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from kanta_desk.desk.browsing import subject_of
from kanta_desk.desk.gate import Gate, Passage, Ticket
from kanta_desk.desk.invalidation_events import outcome_of
from kanta_desk.desk.live_rights import LiveRights
from kanta_desk.desk.second_person import demand_two
from kanta_desk.desk.signing import SigningKey
from kanta_desk.errors import RightMissing, SecondPersonNeeded
from kanta_desk.invalidation import protocol
from kanta_desk.invalidation.ledger import Attempt, signed_request
from kanta_desk.invalidation.protocol import Ended, Target
from kanta_desk.invalidation.records import item_text
from kanta_desk.model.event_details import Change
from kanta_desk.model.events import Event, EventKind, Subject
from kanta_desk.model.identifiers import Oid
from kanta_desk.model.invalidation import InvalidationPlan, ItemResult, PlannedItem, Step
from kanta_desk.model.people import Holder


class OneByOne:
    """For one holder. ``proposal`` is the event by which another person proposed it, if any did."""

    def __init__(
        self, gate: Gate, rights: LiveRights, holder: Holder, clock: Callable[[], datetime]
    ) -> None:
        self._gate = gate
        self._rights = rights
        self._holder = holder
        self._clock = clock

    def invalidate(
        self,
        ticket: Ticket,
        plan: InvalidationPlan,
        item: PlannedItem,
        proposal: Event | None,
        key: SigningKey,
        on_step: Callable[[Step], None],
    ) -> ItemResult:
        """One document; raises only while nothing of it was sent."""

        def guard() -> None:
            self._gate.demand(ticket, EventKind.INVALIDATION)
            demand_two(self._rights, self._holder, proposal, ticket)

        def act(passage: Passage) -> Ended:
            return protocol.carry_out(plan, item, passage, key, guard, self._clock, on_step)

        before, approver = item.metadata.state.value, self._holder.identifier if proposal else ""
        change = Change(before, reason=plan.reason.code, approver=approver)
        ended = self._gate.carry_out(
            replace(ticket, change=change),
            subject_of(item.metadata),
            item.message_id,
            item_text(plan, item),
            act,
            lambda ended: outcome_of(ended, self._holder),
        )
        return ItemResult(item, ended.fate, ended.error, ended.cause)

    def settle(
        self,
        ticket: Ticket,
        attempt: Attempt,
        proposal: Event | None,
        on_step: Callable[[Step], None],
    ) -> None:
        """Find out what became of one request, and write it down.

        It is sent again only where it is the holder's own and sound, and might be sent anew now.

        Raises:
            RightsError, LogError, NetError, ArchiveError: as the gate raises them; it stays open.
        """
        intent = attempt.intent
        target = Target(
            Oid.parse(intent.subject.document_oid),
            Oid.parse(intent.subject.set_id),
            Oid.parse(attempt.record.new_oid),
        )
        own = intent.actor.identity == self._holder.identity
        may_send = own and signed_request(attempt) is not None and self._may(proposal, ticket)

        def act(passage: Passage) -> Ended:
            return protocol.settle(
                target,
                attempt.frame,
                attempt.signed_at,
                passage,
                lambda: self._gate.demand(ticket, EventKind.INVALIDATION),
                self._clock(),
                may_send=may_send,
                on_step=on_step,
            )

        self._gate.settle(
            ticket,
            intent.ref,
            Subject(document_oid=target.oid.value, set_id=target.set_id.value),
            intent.request_id,
            act,
            lambda ended: outcome_of(ended, self._holder),
        )

    def _may(self, proposal: Event | None, ticket: Ticket) -> bool:
        try:
            demand_two(self._rights, self._holder, proposal, ticket)
        except (SecondPersonNeeded, RightMissing):
            return False
        return True
