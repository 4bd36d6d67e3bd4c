"""Who may do what, in whose register, for what purpose and when: the decision, and its reason.

A person is known by the identity on the card and never by name. Each role allows the least that
its work needs (``acts``); a person may hold several. Pure: the grants come from the access log's
history (``history``), the day from the caller.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from kanta_desk.model.events import EventKind
from kanta_desk.model.people import Identity, Purpose, Register, Role
from kanta_desk.model.rights import Grant, Refusal
from kanta_desk.rights.acts import ACTS, CLIENT_ACTS, OWN_ACTS, WHEN_DAMAGED

_Grants = dict[Identity, list[Grant]]


class Rights(Protocol):
    """Whatever knows who may do what: this register, or one that is read anew at each change."""

    def grants_of(self, person: Identity, on: date) -> tuple[Grant, ...]:
        """What a person has on a day."""
        ...

    def registers_for(self, person: Identity, on: date) -> tuple[Register, ...]:
        """Where a person has any right on a day."""
        ...

    def refusal(
        self, person: Identity, act: EventKind, register: Register, purpose: Purpose, on: date
    ) -> Refusal | None:
        """Why a person may not do an act; None: may."""
        ...


@dataclass(frozen=True, slots=True)
class RightsRegister:
    """The grants in force, by register; a change makes a new register.

    ``former`` are grants that were revoked, kept to tell why an act is refused. ``damaged`` are the
    keys of registers whose history is not intact: there only the log can be looked into.
    ``two_persons`` are the keys of registers where an invalidation takes two.
    """

    grants: tuple[Grant, ...] = ()
    former: tuple[Grant, ...] = ()
    damaged: frozenset[str] = frozenset()
    two_persons: frozenset[str] = frozenset()
    _given: _Grants = field(init=False, repr=False, compare=False)
    _taken: _Grants = field(init=False, repr=False, compare=False)
    _administer: dict[str, list[Grant]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Sort the grants once, so that no act waits for the length of the register."""
        object.__setattr__(self, "_given", _by_person(self.grants))
        object.__setattr__(self, "_taken", _by_person(self.former))
        object.__setattr__(self, "_administer", {})
        for grant in self.grants:
            if grant.role is Role.ADMINISTRATOR:
                self._administer.setdefault(grant.register.key, []).append(grant)

    def grants_of(self, person: Identity, on: date) -> tuple[Grant, ...]:
        """What a person has on a day, in the order of granting. Both ends of a grant count in."""
        return tuple(
            grant
            for grant in self._given.get(person, ())
            if grant.holds(on) or self._still_administers(grant, on)
        )

    def registers_for(self, person: Identity, on: date) -> tuple[Register, ...]:
        """The registers where a person has any right on a day: only there may they sign in."""
        found: dict[str, Register] = {}
        for grant in self.grants_of(person, on):
            found.setdefault(grant.register.key, grant.register)
        return tuple(found.values())

    def refusal(
        self, person: Identity, act: EventKind, register: Register, purpose: Purpose, on: date
    ) -> Refusal | None:
        """Why a person may not do ``act`` in ``register`` for ``purpose`` on a day; None: may."""
        mine = [grant for grant in self.grants_of(person, on) if grant.register.key == register.key]
        fitting = [grant for grant in mine if act in OWN_ACTS or act in ACTS[grant.role]]
        if not fitting:
            return self._why_not(person, act, register, on, any_right=bool(mine))
        if register.key in self.damaged and act not in OWN_ACTS | WHEN_DAMAGED:
            return Refusal.DAMAGED
        if act in CLIENT_ACTS and not any(_for(purpose, grant.role) for grant in fitting):
            return Refusal.PURPOSE
        return None

    def needs_two(self, register: Register) -> bool:
        """Whether invalidating in ``register`` takes one who proposes and one who confirms."""
        return register.key in self.two_persons

    def administrators(self, register_key: str, on: date) -> tuple[Identity, ...]:
        """Who administers the rights of a register on a day, each once."""
        return tuple(dict.fromkeys(grant.person for grant in self._administering(register_key, on)))

    def _administering(self, register_key: str, on: date) -> list[Grant]:
        """The administrators' grants that hold; if none does, those that were the last to end.

        So the last administrator cannot be lost by the passing of time, and a clock that was set
        forward makes nobody an administrator who was none.
        """
        granted = self._administer.get(register_key, [])
        if valid := [grant for grant in granted if grant.holds(on)]:
            return valid
        ended = [grant for grant in granted if grant.last_day and grant.last_day < on]
        latest = max((grant.last_day or date.max for grant in ended), default=date.max)
        return [grant for grant in ended if grant.last_day == latest]

    def _still_administers(self, grant: Grant, on: date) -> bool:
        return (
            grant.role is Role.ADMINISTRATOR
            and grant.first_day <= on
            and grant in self._administering(grant.register.key, on)
        )

    def _why_not(
        self, person: Identity, act: EventKind, register: Register, on: date, *, any_right: bool
    ) -> Refusal:
        def gave(grants: _Grants) -> list[Grant]:
            return [
                grant
                for grant in grants.get(person, ())
                if grant.register.key == register.key
                and (act in ACTS[grant.role] or act in OWN_ACTS)
            ]

        given = gave(self._given)
        if any(on < grant.first_day for grant in given):
            return Refusal.NOT_YET
        if given:
            return Refusal.ENDED
        if gave(self._taken):
            return Refusal.REVOKED
        return Refusal.ROLE if any_right else Refusal.NO_RIGHT


def _for(purpose: Purpose, role: Role) -> bool:
    return not purpose.roles or role in purpose.roles


def _by_person(grants: Iterable[Grant]) -> _Grants:
    found: _Grants = {}
    for grant in grants:
        found.setdefault(grant.person, []).append(grant)
    return found
