"""Who may do what in the practice set: rights that are believed in practice mode alone.

The archivist has every role that her work takes; the substitute administers and may confirm what
she proposes; a member of staff may look; the operator has no right at all.
"""

from __future__ import annotations

from datetime import date

from kanta_desk.model.events import Actor
from kanta_desk.model.people import Identity, Role
from kanta_desk.model.rights import Decision, Grant
from kanta_desk.practice.organisation import OWN, OWN_UNIT, REGISTERS
from kanta_desk.practice.people import ARCHIVIST, STAFF, SUBSTITUTE

ACTOR = Actor(
    user_id="HARJOITUS",
    user_name="Harjoitusaineisto",
    unit_oid=OWN_UNIT.oid.value,
    unit_name=OWN_UNIT.name,
)
"""Who is said to have granted the rights of practice."""

_BEGINS = date(2026, 1, 1)
_DECISION = Decision("HARJOITUS 1/2026", _BEGINS, f"Toimitusjohtaja, {OWN.name}")
_ROLES = (
    (ARCHIVIST, (Role.ARCHIVIST, Role.AUDITOR, Role.INVALIDATOR, Role.ADMINISTRATOR)),
    (SUBSTITUTE, (Role.ARCHIVIST, Role.INVALIDATOR, Role.ADMINISTRATOR)),
    (STAFF, (Role.VIEWER,)),
)

GRANTS: tuple[Grant, ...] = tuple(
    Grant(
        person=Identity.on_card(card.person.identifier, card.card_type),
        name=f"{card.person.given_name} {card.person.surname}",
        role=role,
        register=register,
        basis=_DECISION,
        valid_from=_BEGINS,
    )
    for card, roles in _ROLES
    for role in roles
    for register in (REGISTERS if Role.ARCHIVIST in roles else REGISTERS[:1])
)
