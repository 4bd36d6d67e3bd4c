"""Where the controller wants two persons: who may run a plan, and that it is as proposed."""

from __future__ import annotations

from kanta_desk.desk.gate import Ticket
from kanta_desk.desk.live_rights import LiveRights
from kanta_desk.errors import PlanInvalid, RightMissing, SecondPersonNeeded
from kanta_desk.invalidation.ledger import KnownPlan
from kanta_desk.model.events import EventKind
from kanta_desk.model.invalidation import InvalidationPlan
from kanta_desk.model.people import Holder


def demand_persons(
    rights: LiveRights,
    holder: Holder,
    plan: InvalidationPlan,
    before: KnownPlan | None,
    ticket: Ticket,
) -> None:
    """Refuse one person where two are needed, and a proposal that is not what was proposed.

    Raises:
        SecondPersonNeeded, PlanInvalid, RightMissing.
    """
    needs_two = rights.needs_two(plan.context.register)
    if before is None:
        if needs_two:
            raise SecondPersonNeeded
        return
    if before.over:
        raise PlanInvalid("withdrawn")
    record = before.record
    listed = {oid for oid, _, _ in record.items}
    if not {item.oid for item in plan.items} <= listed or record.reason != plan.reason.code:
        raise PlanInvalid("unknown plan")
    if record.proposed:
        demand_other_person(rights, holder, before, ticket)
    elif before.event.actor.identity != holder.identity:
        raise PlanInvalid("another person's")
    elif needs_two and not record.proposer:
        raise SecondPersonNeeded


def demand_other_person(
    rights: LiveRights, holder: Holder, proposal: KnownPlan, ticket: Ticket
) -> None:
    """Refuse the proposer, and whoever else may not confirm.

    Raises:
        RightMissing.
    """
    refusal = rights.may_confirm(proposal.event.actor.identity, holder.identity, ticket.context)
    if refusal is not None:
        raise RightMissing(EventKind.INVALIDATION, ticket.context.register.key, refusal)
