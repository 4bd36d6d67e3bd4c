"""Where the controller wants two persons: who may run a plan, and that it is as proposed."""

from __future__ import annotations

from kanta_desk.desk.gate import Ticket
from kanta_desk.desk.live_rights import LiveRights
from kanta_desk.errors import PlanInvalid, RightMissing, SecondPersonNeeded
from kanta_desk.invalidation.ledger import KnownPlan
from kanta_desk.model.events import Event, EventKind
from kanta_desk.model.invalidation import InvalidationPlan
from kanta_desk.model.people import Holder


def demand_as_known(holder: Holder, plan: InvalidationPlan, before: KnownPlan) -> None:
    """Refuse to run what is over, is another person's run, or is not what was proposed.

    Raises:
        PlanInvalid.
    """
    if before.over:
        raise PlanInvalid("withdrawn")
    record = before.record
    listed = {oid for oid, _, _ in record.items}
    if not {item.oid for item in plan.items} <= listed or record.reason != plan.reason.code:
        raise PlanInvalid("unknown plan")
    if not record.proposed and before.event.actor.identity != holder.identity:
        raise PlanInvalid("another person's")


def demand_two(rights: LiveRights, holder: Holder, proposal: Event | None, ticket: Ticket) -> None:
    """Refuse one person where two are needed at this moment, and what was proposed by somebody who
    may not propose it any more.

    Raises:
        SecondPersonNeeded, RightMissing.
    """
    register = ticket.context.register
    if proposal is None:
        if rights.needs_two(register):
            raise SecondPersonNeeded
        return
    refusal = rights.may_confirm(proposal.actor.identity, holder.identity, ticket.context)
    if refusal is not None:
        raise RightMissing(EventKind.INVALIDATION, register.key, refusal)
