"""In which of their roles somebody acts: what an event of the log needs to be judged later."""

from __future__ import annotations

from dataclasses import replace

from kanta_desk.model.events import Actor, EventKind
from kanta_desk.model.people import Purpose, Role
from kanta_desk.rights.acts import ACTS, CLIENT_ACTS, OWN_ACTS

_ROLES = {role.value: role for role in Role}


def on_duty(actor: Actor, kind: EventKind, purpose: Purpose) -> Actor:
    """``actor`` with the one of several roles that lets the act through (työtehtävä); of one role
    alone, or of an act that any role may do, nothing need be said."""
    held = actor.role.split(", ")
    if len(held) == 1 or kind in OWN_ACTS:
        return actor
    fitting = [role for name in held if (role := _ROLES.get(name)) and kind in ACTS[role]]
    if kind in CLIENT_ACTS:
        fitting = [role for role in fitting if not purpose.roles or role in purpose.roles]
    return replace(actor, task=fitting[0].value) if fitting else actor
